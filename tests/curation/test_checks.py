"""The checks: the tiny package is good, and each way of damaging it is found where it is."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gsomia_data import cli
from gsomia_data.curation.checks import CHECKS, FAMILIES, run
from gsomia_data.curation.checks.check import Check
from gsomia_data.curation.desk.fmt import formatted
from gsomia_data.curation.findings import Finding, in_order
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.faults import FAULTS, Fault, add, both, drop, edit, rows, slip
from kit.unguarded import REPLACEABLE, WORDED

SEALED_FOLDERS = ("dataset", "schemas", "corpus")
GUARDED = [
    (spec.name, column.name)
    for spec in TABLES.values()
    for column in spec.columns
    if column.grounding is not Grounding.CURATORIAL
]
"""Every column whose cells cannot be emptied unnoticed."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package; tests copy it before they touch it."""
    return tiny.write(tmp_path_factory.mktemp("checks") / "good")


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    """A copy of the tiny package to damage."""
    return Path(shutil.copytree(good, tmp_path / "package"))


class Told(NamedTuple):
    """What `check --format json` says of a package."""

    findings: list[Finding]
    limits: dict[str, list[str]]
    not_compared: list[str]

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}


def report(root: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run `check` on a package; the exit status must agree with what it says."""
    capsys.readouterr()
    status = cli.main(["check", "--dir", str(root), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert status == (1 if told["findings"] else 0)
    assert {finding.pop("severity") for finding in told["findings"]} <= {"error"}
    findings = [Finding(**finding) for finding in told["findings"]]
    limits = {cause: limit["checks"] for cause, limit in told["limits"].items()}
    assert all(limit["places"] > 0 for limit in told["limits"].values())
    return Told(findings, limits, told["not_compared"])


def tree(root: Path) -> Mapping[str, tuple[bytes, int]]:
    """Bytes and time of change of every file."""
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


class TestTheGoodPackage:
    """A package in order gives no finding, and `check` only reads (DESIGN 5)."""

    def test_has_no_finding(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing found, nothing left out, nothing left uncompared."""
        told = report(good, capsys)
        assert told == Told([], {}, [])

    def test_is_not_touched(self, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """No file is written, not even with the same bytes; no file is added."""
        before = tree(copy)
        report(copy, capsys)
        assert tree(copy) == before

    def test_has_rows_in_every_table(self, good: Path) -> None:
        """Each of the twelve tables has at least one row to damage."""
        assert len(TABLES) == 12
        for spec in TABLES.values():
            assert (good / spec.path).read_bytes().count(b"\n") > 1, spec.name

    def test_uses_every_plain_reading_and_relation(self) -> None:
        """Every reading that is no rule of dates, some that are, and all relations stand in it."""
        readings = {said.rule for said in tiny.EVIDENCE}
        assert readings >= {"verbatim", "number", "alias", "pronoun", "cue", "judged"}
        assert readings >= {"date", "interval", "same-day", "weekday-before", "next-week"}
        assert {said.relation for said in tiny.EVIDENCE} == {"supports", "approximates", "disputes"}

    @pytest.mark.parametrize("emptied", [False, True])
    @pytest.mark.parametrize("files", [["PKG-INFO"], ["PKG-INFO", ".git"], []])
    def test_without_a_corpus_names_what_is_not_compared(
        self,
        files: list[str],
        emptied: bool,  # noqa: FBT001 - a parameter
        copy: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """An sdist or a source archive: what needs documents is named, nothing is found."""
        shutil.rmtree(copy / "corpus")
        if emptied:  # as git exports it
            (copy / "corpus").mkdir()
        for name in files:
            (copy / name).write_text("an sdist has PKG-INFO, a clone .git\n")
        told = report(copy, capsys)
        assert told.findings == []
        assert told.not_compared == [
            check.code if check.needs_corpus else f"{check.code} (in part)"
            for check in CHECKS
            if check.needs_corpus or check.partly_corpus
        ]

    @pytest.mark.parametrize("kind", ["a clone", "a worktree", "a clone, emptied"])
    def test_a_checkout_without_its_corpus_fails(
        self, kind: str, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A weak mode is never chosen in silence: a checkout has its documents."""
        shutil.rmtree(copy / "corpus")
        if kind == "a worktree":
            (copy / ".git").write_text("gitdir: elsewhere\n")
        else:
            (copy / ".git").mkdir()
        if kind == "a clone, emptied":
            (copy / "corpus").mkdir()
        told = report(copy, capsys)
        assert told.codes == {"F02"}
        assert told.not_compared == []


class TestFaults:
    """Each fault is found with exactly its codes, at file, line and column (DESIGN 1.3)."""

    @pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.codes[0]} {fault.name}")
    def test_is_found(self, fault: Fault, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Its codes and no others; the place; findings in order; only what is found limits."""
        place = fault.apply(copy)
        told = report(copy, capsys)
        assert told.codes == set(fault.codes), told.findings
        places = [(f.path, f.line, f.column) for f in told.findings if f.code == fault.codes[0]]
        assert place in places
        assert told.findings == list(in_order(told.findings))
        assert told.codes.issuperset(told.limits)

    def test_names_are_unique(self) -> None:
        """A fault is named once, so that a failure names one fault."""
        names = [fault.name for fault in FAULTS]
        assert len(names) == len(set(names))

    def test_every_check_has_a_fault(self) -> None:
        """The codes for which a fault is written are the codes that are registered.

        P05 is about an installed package: tests/release/test_wheel.py sees it fail.
        """
        found = {fault.codes[0] for fault in FAULTS}
        assert found | {"P05"} == {check.code for check in CHECKS}


class TestPrerequisites:
    """A failed prerequisite leaves out the rows that it spoiled, and no others (DESIGN 5)."""

    @pytest.mark.parametrize("table", TABLES)
    def test_a_missing_table_is_one_finding(
        self, table: str, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """All references into a table that is gone are no findings of their own."""
        (copy / TABLES[table].path).unlink()
        told = report(copy, capsys)
        assert [finding.code for finding in told.findings] == ["F01"]
        assert "K03" in told.limits["F01"]

    @pytest.mark.parametrize("table", TABLES)
    def test_a_broken_table_is_not_read_further(
        self, table: str, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A header that is not the model's is `F03`, and nothing is said of its rows."""
        path = copy / TABLES[table].path
        path.write_bytes(b"x" + path.read_bytes())
        assert report(copy, capsys).codes == {"F03", "P01"}

    def test_what_is_left_out_names_the_first_cause(
        self, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """`E04` needs `Q02` needs `Q01`: a changed document is named, not the check between."""
        path = copy / "corpus" / f"{tiny.EVENING}.txt"
        path.write_bytes(b"x" + path.read_bytes())
        told = report(copy, capsys)
        assert told.codes == {"Q01"}
        assert list(told.limits) == ["Q01"]
        assert "E04" in told.limits["Q01"]

    def test_all_findings_of_all_checks_are_collected(
        self, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Faults that do not rest on each other are found in one run, sorted by place."""
        both(
            edit("polls", "hana-oppose", percent="46"),
            edit("actors", "han-bora", cow="732"),
            drop("evidence", "quantities harbour-rounds unit"),
        )(copy)
        told = report(copy, capsys)
        assert {"E05", "C05", "E01", "D01"} <= told.codes
        assert told.findings == list(in_order(told.findings))

    def test_a_stale_hash_comes_last(self, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The cause comes before its consequences, though `datapackage.json` sorts first."""
        edit("polls", "hana-oppose", percent="47%")(copy)
        told = [finding.code for finding in report(copy, capsys).findings]
        assert told == ["M01", "P02", "P01"]

    def test_needs_are_earlier_checks(self) -> None:
        """A check stands after those that it needs, so one pass suffices."""
        order = [check.code for check in CHECKS]
        for at, check in enumerate(CHECKS):
            assert set(check.needs) <= set(order[:at]), check.code


class TestTheList:
    """Every check explains itself: claim, example, way out, and a place in the docs (DESIGN 5)."""

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
    def test_a_check_tells_claim_example_and_way_out(self, check: Check) -> None:
        """The claim is the docstring; claim, example and way out are sentences."""
        for told in (check.claim, check.example, check.way_out):
            assert re.match(r"[A-Z`]", told)
            assert re.search(r" \w", told)
            assert told.endswith(".")
        assert check.family in FAMILIES

    def test_the_page_has_every_check(self, good: Path) -> None:
        """`docs/checks.md` has a heading for every code, and the claim under it."""
        page = (good / "docs" / "checks.md").read_text("utf-8")
        for check in CHECKS:
            assert f"### {check.code}\n\n{check.claim}\n" in page

    def test_every_family_has_a_check(self) -> None:
        """No family is named that has no check, and none is missing."""
        assert {check.family for check in CHECKS} == set(FAMILIES)


class TestPromiseThree:
    """No single cell can change unnoticed (DESIGN 1.3)."""

    @settings(
        max_examples=80,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data())
    def test_a_changed_byte_of_a_sealed_file_is_found(
        self, data: st.DataObject, good: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Any byte replaced, inserted or deleted is found in the file; no byte changed, nothing."""
        paths = [path for folder in SEALED_FOLDERS for path in sorted((good / folder).iterdir())]
        path = data.draw(
            st.sampled_from([*paths, good / "datapackage.json", good / "CITATION.cff"])
        )
        before = path.read_bytes()
        at = data.draw(st.integers(0, len(before)))
        gone = data.draw(st.integers(0, 3))
        after = before[:at] + data.draw(st.binary(max_size=3)) + before[at + gone :]
        path.write_bytes(after)
        try:
            findings = report(good, capsys).findings
        finally:
            path.write_bytes(before)
        assert bool(findings) == (after != before)

    @pytest.mark.parametrize(("table", "column"), GUARDED)
    def test_with_fresh_hashes_an_emptied_cell_is_found_or_restored(
        self, table: str, column: str, copy: Path
    ) -> None:
        """A cell emptied in the first row that has it is found, or `fmt` derives it again."""
        listed = rows(copy, table)
        row = next((row for row in listed if row[column]), listed[0])
        cell = "" if row[column] else "1"  # what no row fills cannot be emptied, only filled
        assert noticed(copy, table, row, **{column: cell})

    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_with_fresh_hashes_an_edited_cell_is_found_or_restored(
        self, data: st.DataObject, good: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """So is a cell that takes the value of another row, the likeliest mistake of all."""
        columns = [one for one in GUARDED if one not in WORDED | REPLACEABLE]
        table, column = data.draw(st.sampled_from(columns))
        listed = rows(good, table)
        row = data.draw(st.sampled_from(listed))
        others = {one[column] for one in listed} | {f"{row[column]}1"}
        cell = data.draw(st.sampled_from(sorted(others - {row[column]})))
        root = tmp_path_factory.mktemp("edited") / "package"
        shutil.copytree(good, root)
        assert noticed(root, table, row, **{column: cell})
        shutil.rmtree(root)


def noticed(root: Path, table: str, row: Mapping[str, str], /, **cells: str) -> bool:
    """Whether a slip in cells of a row is refused, undone or found after `fmt` and `build`."""
    before = (root / TABLES[table].path).read_bytes()
    slip(table, TABLES[table].key_of(row), **cells)(root)
    refused = cli.main(["fmt", "--dir", str(root)])
    cli.main(["build", "--dir", str(root)])
    undone = (root / TABLES[table].path).read_bytes() == before
    return bool(refused or undone or cli.main(["check", "--dir", str(root)]))


class TestGitLikeMistakes:
    """Mistakes that a merge makes, found however large."""

    def test_a_row_pasted_twice(self, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each row of a table that stands twice is named once."""
        path = copy / TABLES["signatories"].path
        header, _, body = path.read_bytes().partition(b"\n")
        path.write_bytes(header + b"\n" + body + body)
        cli.main(["fmt", "--dir", str(copy)])
        cli.main(["build", "--dir", str(copy)])
        findings = report(copy, capsys).findings
        assert {finding.code for finding in findings} == {"K01"}
        assert {finding.line for finding in findings} == {3, 5, 7, 9}

    def test_a_row_added_with_nothing_behind_it(
        self, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Each cell of a new row that needs evidence is named."""
        add(
            "polls",
            poll_id="x",
            survey="x",
            agreement_id="harbour-2016",
            pollster="hana-research",
            answer="support",
            percent="9",
        )(copy)
        cli.main(["build", "--dir", str(copy)])
        findings = report(copy, capsys).findings
        assert {(finding.code, finding.column) for finding in findings} == {
            ("E01", "agreement_id"),
            ("E01", "pollster"),
            ("E01", "answer"),
            ("E01", "percent"),
        }


class TestAHostileText:
    """A document is answered in a time that grows with its length, whatever stands in it."""

    @pytest.mark.parametrize(
        "words",
        ["Friday " * 20_000, f"millions{' of millions' * 170_000}", f"one{' million' * 170_000}"],
        ids=["dates without end", "a number without end", "a number in words without end"],
    )
    def test_is_checked_soon(
        self, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Left out with a reason, it is no finding, and no traceback."""
        root = tiny.curated(tmp_path / "package")
        path = root / "corpus" / f"{tiny.MORNING}.txt"
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{words.strip()}\n", encoding="utf-8")
        start = len(before) + 1
        place = {"start": str(start), "stop": str(start + len(words.strip()))}
        add("omissions", source_id=tiny.MORNING, reason="no column", note="long", **place)(root)
        assert [cli.main([command, "--dir", str(root)]) for command in ("fmt", "build")] == [0, 0]
        began = time.process_time()
        assert report(root, capsys).findings == []
        assert time.process_time() - began < 10


LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from gsomia_data import cli
from gsomia_data.curation import checks
from gsomia_data.curation.build import generated
from gsomia_data.curation.checks import proof
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[1]),) * 2)
sys.exit(cli.main(sys.argv[2:]))
"""


def limited(memory: int, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A command that may take only so many bytes beside its own code."""
    return subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY, str(memory), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class TestTooMuchToRead:
    """Files that cost their maker nothing cost the reader little (SECURITY.md)."""

    @pytest.mark.parametrize(
        ("folder", "codes", "statuses"),
        [
            ("dataset", {"F07"}, (0, 0, 1)),
            ("schemas", {"F07"}, (0, 0, 1)),
            ("corpus", {"F01", "F02", "F06"}, (0, 1, 1)),
        ],
    )
    def test_a_pile_of_sparse_files(
        self, folder: str, codes: set[str], statuses: tuple[int, ...], copy: Path
    ) -> None:
        """Files of no table are not read, documents only up to the limit; each is named."""
        for number in range(150):
            with (copy / folder / f"s{number}.txt").open("wb") as file:
                file.truncate(60_000_000)
        fmt, build, check = (
            limited(1_500_000_000, *command, "--dir", copy)
            for command in (["fmt"], ["build"], ["check", "--format", "json"])
        )
        assert (fmt.returncode, build.returncode, check.returncode) == statuses
        assert "Traceback" not in fmt.stderr + build.stderr + check.stderr
        found = json.loads(check.stdout)["findings"]
        assert {one["path"] for one in found} == {f"{folder}/s{n}.txt" for n in range(150)}
        assert {one["code"] for one in found} == codes

    def test_memory_that_does_not_suffice(self, copy: Path) -> None:
        """2, in one line: it could not run."""
        (copy / "corpus" / f"{tiny.MORNING}.txt").write_bytes(b"x" * 60_000_000)
        done = limited(20_000_000, "check", "--dir", copy)
        said = "gsomia-data: this needs more memory than there is\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


Rows = frozenset[tuple[str, str]]


def contents(root: Path) -> dict[tuple[str, str], object]:
    """Every row by table and key, every other file by its path."""
    found: dict[tuple[str, str], object] = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name not in PATHS and "docs" not in name:
            found["", name] = path.read_bytes()
    for name, spec in TABLES.items():
        derived = {c.name for c in spec.columns if c.grounding is Grounding.DERIVED}
        for row in rows(root, name):
            found[name, spec.key_of(row)] = {c: row[c] for c in row if c not in derived}
    return found


def touched(good: Path, fault: Fault, folder: Path) -> Rows:
    """The rows that a fault changes or is found in, and those that these join.

    Rows that are judged ``TOGETHER`` are one: a fault of one can undo a fault of them all.
    """
    root = Path(shutil.copytree(good, folder / "alone"))
    before = contents(root)
    fault.damage(root)
    after = contents(root)
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    joined = set(found_in(root))
    for one in changed:
        for row in (before.get(one), after.get(one)):
            if one[0] == "evidence" and isinstance(row, dict):
                joined |= {(row["table_name"], row["row_key"]), ("quotes", row["quote_id"])}
            if one[0] == "omissions" and isinstance(row, dict):
                joined.add(("quotes", row["duplicate_of"]))
            if one[0] in TOGETHER and isinstance(row, dict):
                joined.add((one[0], f"{TOGETHER[one[0]]} {row[TOGETHER[one[0]]]}"))
    shutil.rmtree(root)
    return frozenset(changed | joined)


def tidy(root: Path) -> None:
    """Do as `fmt` does."""
    files, refused = formatted(read(root, default_version="0"))
    assert not refused
    for path, data in files.items():
        (root / path).write_bytes(data)


def found_in(root: Path) -> Iterator[tuple[str, str]]:
    """Table and key of the rows in which something is found once they are formatted."""
    tidy(root)
    package = Package(read(root, default_version="0"))
    lines = {(finding.path, finding.line) for finding in run(package).findings}
    for name, spec in TABLES.items():
        for entry in package.rows(name):
            if (spec.path, entry.line) in lines:
                yield name, spec.key_of(entry.cells)


TOGETHER = {"polls": "survey", "dates": "agreement_id"}
PATHS = {spec.path for spec in TABLES.values()}
IN_ROWS = [
    fault
    for fault in FAULTS
    if fault.state == "fresh" and fault.codes[0][0] in "MKQEODCN" and len(fault.codes) == 1
]


class TestTwoFaults:
    """A fault hides no fault elsewhere: both are found in one run (DESIGN 5)."""

    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_in_rows_that_have_nothing_to_do_with_each_other(
        self, data: st.DataObject, good: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Each is found at the place at which it is found alone."""
        folder = tmp_path_factory.mktemp("pair")
        first, second = data.draw(st.sampled_from(IN_ROWS)), data.draw(st.sampled_from(IN_ROWS))
        assume(not touched(good, first, folder) & touched(good, second, folder))
        root = Path(shutil.copytree(good, folder / "both"))
        both(first.damage, second.damage)(root)
        tidy(root)
        findings = run(Package(read(root, default_version="0"))).findings
        found = {(one.code, one.path, one.line, one.column) for one in findings}
        for fault in (first, second):
            assert (fault.codes[0], *fault.place(root)) in found, fault.name
        assert {code for code, *_ in found if code[0] != "P"} == {*first.codes, *second.codes}
        shutil.rmtree(root)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("percent '1_0'", "a judgement without a reason"),
            ("flag no", "the cell says another number than its evidence"),
            ("a party that is nowhere", "an event that occurred after its article"),
            ("a letter of a quote is changed", "an omission is a letter short"),
            ("a digit of a document is changed", "a person with a country code"),
            ("a comma too many", "an alias shown by another document"),
            ("dataset/polls.csv is deleted", "a judged cell says another code than its evidence"),
            ("evidence for a row that is none", "a cell is filled in without words"),
        ],
    )
    def test_for_example(
        self, first: str, second: str, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Both codes and no third; those of stale hashes apart."""
        named = {fault.name: fault for fault in FAULTS}
        codes = {named[first].codes[0], named[second].codes[0]}
        named[second].apply(copy)
        named[first].apply(copy)
        assert {code for code in report(copy, capsys).codes if code[0] != "P"} == codes
