"""The checks: the tiny package is good, and each way of damaging it is found where it is."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from itertools import groupby, zip_longest
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data import cli
from gsomia_data.curation.checks import CHECKS, FAMILIES, Report, run
from gsomia_data.curation.checks.check import Check
from gsomia_data.curation.findings import in_order
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Relation
from kit import tiny
from kit.examples import examples
from kit.faults import DISK_FAULTS, FAULTS, DiskFault, Fault, add, both, drop, edit, put, rows, slip
from kit.files import VERSION, Files, RefusedError, checked, fmt, freshen, package
from kit.unguarded import BARE, REPLACEABLE, WHOLE_IF_EMPTY, WORDED

SEALED_FOLDERS = ("dataset/", "schemas/", "corpus/")
GUARDED = [
    (spec.name, column.name)
    for spec in TABLES.values()
    for column in spec.columns
    if column.grounding is not Grounding.CURATORIAL and (spec.name, column.name) != WHOLE_IF_EMPTY
]
"""Every column whose cells cannot be emptied unnoticed."""
RELATION = ("evidence", "relation")
NOTICED = sorted(set(GUARDED) - WORDED - (REPLACEABLE - {RELATION}))
"""Every column in which another row's value is found; but see ``likely``."""
FAULT = {fault.name: fault for fault in FAULTS}
OF_THE_CELL = {"M01", "K04"}
"""Checks whose finding in a cell rests on that cell and its evidence alone."""


class Slip(NamedTuple):
    """A slip in one cell: table, row, column, and what the cell says by mistake."""

    table: str
    row: Mapping[str, str]
    column: str
    cell: str


def emptied(table: str, column: str) -> Slip:
    """A cell is emptied in the first row that has it; what no row has can only be filled."""
    listed = rows(tiny.good(), table)
    row = next((row for row in listed if row[column]), listed[0])
    return Slip(table, row, column, "" if row[column] else "1")


IN_EACH_TABLE = [
    [place for place in places if place]
    for places in zip_longest(*(list(group) for _, group in groupby(GUARDED, itemgetter(0))))
]
"""The guarded columns, of each table one at a time."""


def in_folder(root: Path) -> Report:
    """What all checks find in a folder."""
    return run(Package(read(root, default_version=VERSION)))


def codes(report: Report) -> set[str]:
    """The codes of what was found."""
    return {finding.code for finding in report.findings}


def tree(root: Path) -> Mapping[str, tuple[bytes, int]]:
    """Bytes and time of change of every file."""
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


class TestTheGoodPackage:
    """A package in order gives no finding, and `check` only reads (DESIGN 5)."""

    def test_has_no_finding(self, files: Files) -> None:
        """Nothing found, nothing left out, nothing left uncompared."""
        assert checked(files) == Report((), {}, ())

    def test_has_rows_in_every_table(self, files: Files) -> None:
        """Each table has at least one row to damage."""
        for spec in TABLES.values():
            assert files[spec.path].count(b"\n") > 1, spec.name

    def test_uses_every_plain_reading_and_relation(self) -> None:
        """Every reading that is no rule of dates, some that are, and all relations stand in it."""
        readings = {said.rule for said in tiny.EVIDENCE}
        assert readings >= {"verbatim", "number", "alias", "pronoun", "cue", "judged"}
        assert "same-sentence" in readings
        assert readings >= {"date", "interval", "same-day", "weekday-before", "from-publication"}
        assert {said.relation for said in tiny.EVIDENCE} == {str(one) for one in Relation}

    @pytest.mark.parametrize("emptied", [False, True])
    @pytest.mark.parametrize("files", [["PKG-INFO"], ["PKG-INFO", ".git"], []])
    def test_without_a_corpus_names_what_is_not_compared(
        self,
        files: list[str],
        emptied: bool,  # noqa: FBT001 - a parameter
        copy: Path,
    ) -> None:
        """An sdist or a source archive: what needs documents is named, nothing is found."""
        shutil.rmtree(copy / "corpus")
        if emptied:  # as git exports it
            (copy / "corpus").mkdir()
        for name in files:
            (copy / name).write_text("an sdist has PKG-INFO, a clone .git\n")
        report = in_folder(copy)
        assert report.findings == ()
        assert report.not_compared == tuple(
            check.code if check.needs_corpus else f"{check.code} (in part)"
            for check in CHECKS
            if check.needs_corpus or check.partly_corpus
        )

    @pytest.mark.parametrize("kind", ["a clone", "a worktree", "a clone, emptied"])
    def test_a_checkout_without_its_corpus_fails(self, kind: str, copy: Path) -> None:
        """A weak mode is never chosen in silence: a checkout has its documents."""
        shutil.rmtree(copy / "corpus")
        if kind == "a worktree":
            (copy / ".git").write_text("gitdir: elsewhere\n")
        else:
            (copy / ".git").mkdir()
        if kind == "a clone, emptied":
            (copy / "corpus").mkdir()
        report = in_folder(copy)
        assert codes(report) == {"F02"}
        assert report.not_compared == ()


class TestInMemory:
    """Files in memory are judged as files in a folder are, so that most tests need no folder."""

    def test_a_folder_is_read_as_its_files(self, copy: Path, files: Files) -> None:
        """Bytes, rows and what follows from them; a stray file too, here and there."""
        for where in (copy, files):
            put("dataset/votes.csv", b"x\n")(where)
            put("corpus/stray.txt", b"words\n")(where)
            put("docs/page.md", b"not of the package\n")(where)
        in_memory, on_disk = package(files).snapshot, read(copy, default_version=VERSION)
        for (
            part
        ) in "files irregular corpus_here checkout version unlisted altered sheets texts".split():
            assert getattr(in_memory, part) == getattr(on_disk, part), part
        assert checked(files) == in_folder(copy)

    def test_the_commands_make_the_same(self, tmp_path: Path) -> None:
        """`fmt` and `build` write the files of the good package; a second time, nothing."""
        root = tiny.curated(tmp_path / "package")
        for command in ("fmt", "build"):
            assert cli.main([command, "--dir", str(root)]) == 0
        written = tree(root)
        assert {path: data for path, (data, _) in written.items()} == tiny.good()
        for command in ("fmt", "build"):
            assert cli.main([command, "--dir", str(root)]) == 0
        assert tree(root) == written


class TestTheCommand:
    """`check --format json` prints the report of the checks, and only reads (DESIGN 5)."""

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "percent '1_0'",
            "dataset/polls.csv is deleted",
            "a digit of a document is changed",
            "a comma too many",
            "a judged cell says another code than its evidence",
        ],
    )
    def test_prints_the_report(
        self, name: str, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Findings, limits and what was not compared; the exit status agrees; no file changes."""
        if name:
            FAULT[name].apply(copy)
        before = tree(copy)
        status = cli.main(["check", "--dir", str(copy), "--format", "json"])
        printed = json.loads(capsys.readouterr().out)
        report = in_folder(copy)
        assert status == (1 if report.findings else 0) == (1 if name else 0)
        assert {finding.pop("severity") for finding in printed["findings"]} <= {"error"}
        assert printed["findings"] == [asdict(finding) for finding in report.findings]
        assert printed["limits"] == {
            cause: {"places": limit.places, "checks": list(limit.checks)}
            for cause, limit in report.limits.items()
        }
        assert tuple(printed["not_compared"]) == report.not_compared
        assert bool(printed["proof"]) != bool(report.findings)
        assert tree(copy) == before

    def test_names_what_is_not_compared(
        self, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Without documents: 0, and a list."""
        shutil.rmtree(copy / "corpus")
        assert cli.main(["check", "--dir", str(copy), "--format", "json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert tuple(printed["not_compared"]) == in_folder(copy).not_compared != ()


class TestFaults:
    """Each fault is found with exactly its codes, at file, line and column (DESIGN 1.3)."""

    @pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.codes[0]} {fault.name}")
    def test_is_found(self, fault: Fault, files: Files) -> None:
        """Its codes and no others; the place; findings in order; only what is found limits."""
        place = fault.apply(files)
        report = checked(files)
        assert codes(report) == set(fault.codes), report.findings
        places = [(f.path, f.line, f.column) for f in report.findings if f.code == fault.codes[0]]
        assert place in places
        assert report.findings == in_order(report.findings)
        assert codes(report).issuperset(report.limits)
        assert all(limit.places > 0 for limit in report.limits.values())

    @pytest.mark.parametrize("fault", DISK_FAULTS, ids=lambda fault: f"F01 {fault.name}")
    def test_is_found_on_disk(self, fault: DiskFault, copy: Path) -> None:
        """What is no regular file is found as itself; nothing is opened, nothing else is found."""
        fault.damage(copy)
        report = in_folder(copy)
        assert codes(report) == {"F01"}, report.findings
        places = [(finding.path, finding.line, finding.column) for finding in report.findings]
        assert (fault.path, 0, "") in places
        assert report.findings == in_order(report.findings)
        assert set(report.limits) <= {"F01"}
        assert all(limit.places > 0 for limit in report.limits.values())

    def test_names_are_unique(self) -> None:
        """A fault is named once, so that a failure names one fault."""
        names = [*(fault.name for fault in FAULTS), *(fault.name for fault in DISK_FAULTS)]
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
    def test_a_missing_table_is_one_finding(self, table: str, files: Files) -> None:
        """All references into a table that is gone are no findings of their own."""
        del files[TABLES[table].path]
        report = checked(files)
        assert [finding.code for finding in report.findings] == ["F01"]
        assert "K03" in report.limits["F01"].checks

    @pytest.mark.parametrize("table", TABLES)
    def test_a_broken_table_is_not_read_further(self, table: str, files: Files) -> None:
        """A header that is not the model's is `F03`, and nothing is said of its rows."""
        files[TABLES[table].path] = b"x" + files[TABLES[table].path]
        assert codes(checked(files)) == {"F03", "P01"}

    def test_what_is_left_out_names_the_first_cause(self, files: Files) -> None:
        """`E04` needs `Q02` needs `Q01`: a changed document is named, not the check between."""
        path = f"corpus/{tiny.EVENING}.txt"
        files[path] = b"x" + files[path]
        report = checked(files)
        assert codes(report) == {"Q01"}
        assert list(report.limits) == ["Q01"]
        assert "E04" in report.limits["Q01"].checks

    def test_all_findings_of_all_checks_are_collected(self, files: Files) -> None:
        """Faults that do not rest on each other are found in one run, sorted by place."""
        both(
            edit("polls", "hana-oppose", percent="46"),
            edit("actors", "han-bora", cow="732"),
            drop("evidence", "quantities harbour-rounds unit"),
            edit("agreements", "harbour-2016", form=""),
        )(files)
        report = checked(files)
        assert {"E05", "C05", "E01", "D01"} <= codes(report)
        assert report.findings == in_order(report.findings)

    def test_a_stale_hash_comes_last(self, files: Files) -> None:
        """The cause comes before its consequences, though `datapackage.json` sorts first."""
        edit("polls", "hana-oppose", percent="47%")(files)
        assert [finding.code for finding in checked(files).findings] == ["M01", "P02", "P01"]

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
        for printed in (check.claim, check.example, check.way_out):
            assert re.match(r"[A-Z`]", printed)
            assert re.search(r" \w", printed)
            assert printed.endswith(".")
        assert check.family in FAMILIES

    def test_the_page_has_every_check(self, files: Files) -> None:
        """`docs/checks.md` has a heading for every code, and the claim under it."""
        page = files["docs/checks.md"].decode()
        for check in CHECKS:
            assert f"### {check.code}\n\n{check.claim}\n" in page

    def test_every_family_has_a_check(self) -> None:
        """No family is named that has no check, and none is missing."""
        assert {check.family for check in CHECKS} == set(FAMILIES)


class TestPromiseThree:
    """No single cell can change unnoticed (DESIGN 1.3)."""

    @examples(80)
    @given(data=st.data())
    def test_a_changed_byte_of_a_sealed_file_is_found(self, data: st.DataObject) -> None:
        """Any byte replaced, inserted or deleted is found in the file; no byte changed, nothing."""
        files = tiny.good()
        paths = [path for path in files if path.startswith(SEALED_FOLDERS)]
        path = data.draw(st.sampled_from([*sorted(paths), "datapackage.json", "CITATION.cff"]))
        before = files[path]
        at = data.draw(st.integers(0, len(before)))
        gone = data.draw(st.integers(0, 3))
        files[path] = before[:at] + data.draw(st.binary(max_size=3)) + before[at + gone :]
        assert bool(checked(files).findings) == (files[path] != before)

    @pytest.mark.parametrize(
        "places", IN_EACH_TABLE, ids=lambda places: " ".join(column for _, column in places)
    )
    def test_with_fresh_hashes_an_emptied_cell_is_found_or_restored(
        self, places: list[tuple[str, str]]
    ) -> None:
        """A cell emptied in the first row that has it is found, or `fmt` derives it again.

        One check judges a cell of each table. What it does not find there is tried by itself.
        """
        slips = [emptied(table, column) for table, column in places]
        together = noticed_together(slips)
        for one in slips:
            table, row, column, cell = one
            assert one in together or noticed(tiny.good(), table, row, **{column: cell}), one

    @examples(60)
    @given(data=st.data())
    def test_with_fresh_hashes_an_edited_cell_is_found_or_restored(
        self, data: st.DataObject
    ) -> None:
        """So is a cell that takes the value of another row, the likeliest mistake of all."""
        files = tiny.good()
        table, column = data.draw(st.sampled_from(NOTICED))
        row = data.draw(st.sampled_from(rows(files, table)))
        cell = data.draw(st.sampled_from(likely(files, table, column, row[column])))
        assert noticed(files, table, row, **{column: cell})

    @pytest.mark.slow
    @pytest.mark.parametrize(("table", "column"), NOTICED)
    def test_so_is_every_edited_cell(self, table: str, column: str) -> None:
        """The same for each cell, with each value of another row."""
        for row in rows(tiny.good(), table):
            for cell in likely(tiny.good(), table, column, row[column]):
                assert noticed(tiny.good(), table, row, **{column: cell}), (row, cell)


def likely(files: Files, table: str, column: str, cell: str) -> list[str]:
    """Values that a slip may put in the place of a cell, but for those that hold as well."""
    as_well = BARE if (table, column) == RELATION and cell in BARE else {cell}
    return sorted({f"{cell}1", *(row[column] for row in rows(files, table))} - as_well)


def noticed(files: Files, table: str, row: Mapping[str, str], /, **cells: str) -> bool:
    """Whether a slip in cells of a row is refused, undone or found after `fmt` and `build`."""
    before = files[TABLES[table].path]
    slip(table, TABLES[table].key_of(row), **cells)(files)
    try:
        freshen(files)
    except RefusedError:
        return True
    return files[TABLES[table].path] == before or bool(checked(files).findings)


def noticed_together(slips: Iterable[Slip]) -> list[Slip]:
    """Those of the slips, one in a table at most, that are undone, or found in their cell."""
    files, before = tiny.good(), tiny.good()
    for table, row, column, cell in slips:
        slip(table, TABLES[table].key_of(row), **{column: cell})(files)
    try:
        freshen(files)
    except RefusedError:
        return []
    found = {(one.path, one.column) for one in checked(files).findings if one.code in OF_THE_CELL}
    paths = {name: spec.path for name, spec in TABLES.items()}
    return [
        one
        for one in slips
        if files[paths[one.table]] == before[paths[one.table]]
        or (paths[one.table], one.column) in found
    ]


class TestGitLikeMistakes:
    """Mistakes that a merge makes, found however large."""

    def test_a_row_pasted_twice(self, files: Files) -> None:
        """Each row of a table that stands twice is named once."""
        path = TABLES["signatories"].path
        header, _, body = files[path].partition(b"\n")
        files[path] = header + b"\n" + body + body
        freshen(files)
        findings = checked(files).findings
        assert {finding.code for finding in findings} == {"K01"}
        assert {finding.line for finding in findings} == {3, 5, 7, 9}

    def test_a_row_added_with_nothing_behind_it(self, files: Files) -> None:
        """Each cell of a new row that needs evidence is named."""
        add(
            "polls",
            poll_id="x",
            survey="x",
            agreement_id="harbour-2016",
            proposal="conclude",
            pollster="hana-research",
            answer="support",
            percent="9",
        )(files)
        freshen(files)
        assert {(finding.code, finding.column) for finding in checked(files).findings} == {
            ("E01", "agreement_id"),
            ("E01", "proposal"),
            ("E01", "pollster"),
            ("E01", "answer"),
            ("E01", "percent"),
        }


class TestAHostileText:
    """A document is answered in a time that grows with its length, whatever stands in it."""

    @pytest.mark.parametrize(
        "times", [20_000, pytest.param(120_000, marks=pytest.mark.slow)], ids=["many", "most"]
    )
    @pytest.mark.parametrize(
        ("first", "again"),
        [("Friday", " Friday"), ("millions", " of millions"), ("one", " million")],
        ids=["dates without end", "a number without end", "a number in words without end"],
    )
    def test_four_times_the_length_takes_less_than_eight_times_the_time(
        self, first: str, again: str, times: int
    ) -> None:
        """Left out with a reason, it is no finding, and no traceback."""
        short = self._time_of_check(first + times // 4 * again)
        assert self._time_of_check(first + times * again) < 8 * short

    def _time_of_check(self, words: str) -> float:
        """The processor time of a check of the good package with these words left out."""
        files = tiny.draft()
        path = f"corpus/{tiny.MORNING}.txt"
        before = files[path].decode()
        files[path] = f"{before}\n{words}\n".encode()
        start = len(before) + 1
        place = {"start": str(start), "stop": str(start + len(words))}
        add("omissions", source_id=tiny.MORNING, reason="no column", note="long", **place)(files)
        freshen(files)
        began = time.process_time()
        assert checked(files).findings == ()
        return time.process_time() - began


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
        ("folders", "codes", "statuses"),
        [
            (["dataset", "schemas"], {"F07"}, (0, 0, 1)),
            pytest.param(["corpus"], {"F01", "F02", "F06"}, (0, 1, 1), marks=pytest.mark.slow),
        ],
    )
    def test_a_pile_of_sparse_files(
        self, folders: list[str], codes: set[str], statuses: tuple[int, ...], copy: Path
    ) -> None:
        """Files of no table are not read, documents only up to the limit; each is named."""
        names = {f"{folder}/s{number}.txt" for folder in folders for number in range(150)}
        for name in names:
            with (copy / name).open("wb") as file:
                file.truncate(60_000_000)
        fmt, build, check = (
            limited(1_500_000_000, *command, "--dir", copy)
            for command in (["fmt"], ["build"], ["check", "--format", "json"])
        )
        assert (fmt.returncode, build.returncode, check.returncode) == statuses
        assert "Traceback" not in fmt.stderr + build.stderr + check.stderr
        found = json.loads(check.stdout)["findings"]
        assert {one["path"] for one in found} == names
        assert {one["code"] for one in found} == codes

    def test_memory_that_does_not_suffice(self, copy: Path) -> None:
        """2, in one line: it could not run."""
        (copy / "corpus" / f"{tiny.MORNING}.txt").write_bytes(b"x" * 60_000_000)
        done = limited(20_000_000, "check", "--dir", copy)
        said = "gsomia-data: this needs more memory than there is\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


Rows = frozenset[tuple[str, str]]


def contents(files: Files) -> dict[tuple[str, str], object]:
    """Every row by table and key, every other file by its path."""
    found: dict[tuple[str, str], object] = {
        ("", name): data for name, data in files.items() if name not in PATHS and "docs" not in name
    }
    for name, spec in TABLES.items():
        derived = {c.name for c in spec.columns if c.grounding is Grounding.DERIVED}
        for row in rows(files, name):
            found[name, spec.key_of(row)] = {c: row[c] for c in row if c not in derived}
    return found


@cache
def touched(fault: Fault) -> Rows:
    """The rows that a fault changes or is found in, and those that these join, such as an event.

    So are those of which `fmt` then changes a derived cell. Rows that are judged ``TOGETHER`` are
    one: a fault of one can undo a fault of them all.
    """
    files = tiny.good()
    before = contents(files)
    fault.damage(files)
    after = contents(files)
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    joined = set(found_in(files))
    joined |= {one for one, cells in computed(files).items() if GOOD_COMPUTED.get(one) != cells}
    for one in changed | joined:
        for row in (before.get(one), after.get(one)):
            if one[0] == "evidence" and isinstance(row, dict):
                joined |= {(row["table_name"], row["row_key"]), ("quotes", row["quote_id"])}
            if one[0] == "omissions" and isinstance(row, dict):
                joined.add(("quotes", row["duplicate_of"]))
            if isinstance(row, dict) and row.get("date_id"):
                joined.add(("dates", row["date_id"]))  # a check compares the row with its event
    touching = changed | joined
    for one in changed | joined:
        for row in (before.get(one), after.get(one)):
            if one[0] in TOGETHER and isinstance(row, dict):
                touching.add((one[0], f"{TOGETHER[one[0]]} {row[TOGETHER[one[0]]]}"))
    return frozenset(touching)


def computed(files: Files) -> dict[tuple[str, str], object]:
    """The derived cells of every row, without its seal."""
    found: dict[tuple[str, str], object] = {}
    for name, spec in TABLES.items():
        derived = [c.name for c in spec.columns if c.grounding is Grounding.DERIVED]
        for row in rows(files, name):
            found[name, spec.key_of(row)] = {c: row[c] for c in derived if c != "seal"}
    return found


GOOD_COMPUTED = computed(tiny.good())


def found_in(files: Files) -> Iterator[tuple[str, str]]:
    """Table and key of the rows in which something is found once they are formatted."""
    fmt(files)
    joined = package(files)
    lines = {(finding.path, finding.line) for finding in run(joined).findings}
    for name, spec in TABLES.items():
        for entry in joined.rows(name):
            if (spec.path, entry.line) in lines:
                yield name, spec.key_of(entry.cells)


TOGETHER = {"polls": "survey", "dates": "agreement_id", "agreements": "acronym"}
PATHS = {spec.path for spec in TABLES.values()}
IN_ROWS = [
    fault
    for fault in FAULTS
    if fault.state == "fresh" and fault.codes[0][0] in "MKQEODCN" and len(fault.codes) == 1
]

UNRELATED = st.tuples(st.sampled_from(IN_ROWS), st.sampled_from(IN_ROWS)).filter(
    lambda pair: not touched(pair[0]) & touched(pair[1])
)
"""Pairs of faults in rows that have nothing to do with each other."""


class TestTwoFaults:
    """A fault hides no fault elsewhere: both are found in one run (DESIGN 5)."""

    @examples(40)
    @given(pair=UNRELATED)
    def test_in_rows_that_have_nothing_to_do_with_each_other(
        self, pair: tuple[Fault, Fault]
    ) -> None:
        """Each is found at the place at which it is found alone."""
        assert_both_found(*pair)

    @pytest.mark.slow
    @examples(600)
    @given(pair=UNRELATED)
    def test_in_many_more_pairs(self, pair: tuple[Fault, Fault]) -> None:
        """The same at length."""
        assert_both_found(*pair)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("percent '1_0'", "a judgement without a reason"),
            ("status happened", "the cell says another number than its evidence"),
            ("status Occurred", "a code without its cue"),
            ("a party that is nowhere", "an event that occurred after its article"),
            ("a letter of a quote is changed", "an omission is a letter short"),
            ("a digit of a document is changed", "a person with a country code"),
            ("a comma too many", "an alias shown by another document"),
            ("dataset/polls.csv is deleted", "a judged cell says another code than its evidence"),
            ("evidence for a row that is none", "a cell is filled in without words"),
            ("date 2016-1-3", "a poll whose event is a signing"),
        ],
    )
    def test_for_example(self, first: str, second: str, files: Files) -> None:
        """Both codes and no third; those of stale hashes apart."""
        FAULT[second].apply(files)
        FAULT[first].apply(files)
        found = {code for code in codes(checked(files)) if code[0] != "P"}
        assert found == {FAULT[first].codes[0], FAULT[second].codes[0]}


def assert_both_found(first: Fault, second: Fault) -> None:
    """Damage the package with both; each is found at its place, and nothing else is found."""
    files = tiny.good()
    both(first.damage, second.damage)(files)
    fmt(files)
    findings = checked(files).findings
    found = {(one.code, one.path, one.line, one.column) for one in findings}
    for fault in (first, second):
        assert (fault.codes[0], *fault.place(files)) in found, fault.name
    assert {code for code, *_ in found if code[0] != "P"} == {*first.codes, *second.codes}
