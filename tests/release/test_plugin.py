"""The frictionless check `gsomia`: it finds what `gsomia-data check` finds, at the same cells."""

import ast
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import Mock

import frictionless
import pytest
from _pytest.mark import ParameterSet

import frictionless_gsomia
from gsomia_data import cli
from gsomia_data.curation import checks
from gsomia_data.curation.schema.models import TABLES
from kit.faults import FAULTS, Fault, both, cell, drop, edit, put, remove, swap
from kit.real import ROOT

MODULE = Path(frictionless_gsomia.__file__)
PLACES = [table.path for table in TABLES.values()]
FIRST = {one.codes[0][0]: one for one in reversed(FAULTS)}
"""The first fault of each family of checks."""
UNREADABLE = [one for one in FAULTS if "F03" in one.codes]
"""A table is no table any more: its findings have no row."""
UNOPENED = [
    one
    for one in FAULTS
    if one.name
    in {
        "datapackage.json is deleted",
        "schemas/polls.schema.json is deleted",
        "the descriptor is no JSON",
        "the descriptor is a list",
        "the descriptor is empty",
        "a schema grows",
    }
]
"""Frictionless cannot open the descriptor or a schema, and runs no check."""

Found = tuple[str, int | None, str | None, str]
"""Path of the table, row, field and code."""


@pytest.fixture
def told_alone(copy: Path) -> Path:
    """A copy whose one finding is in no table: a file that no source has."""
    put("corpus/stray.txt", b"words\n")(copy)
    return copy


def gsomia(**options: str) -> frictionless.Check:
    """The check, chosen by its type as the command line does."""
    check: frictionless.Check = frictionless.Check.from_descriptor({"type": "gsomia", **options})
    return check


def validated(root: Path, check: frictionless.Check | None = None) -> frictionless.Report:
    """What frictionless reports of a package with the check."""
    report: frictionless.Report = frictionless.validate(
        str(root / "datapackage.json"), checks=[check or gsomia()]
    )
    return report


def judged(
    root: Path,
    check: frictionless.Check | None = None,
    *,
    name: str | None = None,
    limit_rows: int | None = None,
) -> frictionless.Report:
    """The same, but frictionless looks up no foreign key itself, which takes most of its time."""
    package = frictionless.Package(str(root / "datapackage.json"))
    for resource in package.resources:
        resource.schema.foreign_keys = []
    checklist = frictionless.Checklist(checks=[check or gsomia()])
    report: frictionless.Report = package.validate(checklist, name=name, limit_rows=limit_rows)
    return report


def notes(report: frictionless.Report) -> dict[str, list[str]]:
    """What the check tells, by path of the table that it is told with."""
    told = {
        task.place: [error.note for error in task.errors if error.type.startswith("gsomia")]
        for task in report.tasks
    }
    return {place: listed for place, listed in told.items() if listed}


def by_frictionless(report: Mapping[str, object]) -> list[Found]:
    """Places and codes of the findings in a report."""
    found: list[Found] = []
    assert isinstance(report["tasks"], list)
    for task in report["tasks"]:
        for error in task["errors"]:
            code = re.match(r"\S+: (?:\w+: )?([A-Z]\d\d) ", error["note"])
            if error["type"].startswith("gsomia") and code:
                row, field = error.get("rowNumber"), error.get("fieldName")
                found.append((task["place"], row, field, code[1]))
    return sorted(found, key=str)


def by_us(root: Path, capsys: pytest.CaptureFixture[str]) -> list[Found]:
    """The same from `gsomia-data check`, its lines counted into rows by a reader of our own."""
    capsys.readouterr()
    cli.main(["check", "--dir", str(root), "--format", "json"])
    found: list[Found] = []
    for one in json.loads(capsys.readouterr().out)["findings"]:
        starts = {}
        if one["line"] and one["path"] in PLACES:
            with (root / one["path"]).open(encoding="utf-8", newline="") as file:
                reader, line = csv.reader(file), 1
                for number, _ in enumerate(reader, start=1):
                    starts[line] = number
                    line = reader.line_num + 1
        place = one["path"] if (root / one["path"]).exists() else ""
        place = place if place in PLACES else PLACES[0]
        found.append((place, starts.get(one["line"]), one["column"] or None, one["code"]))
    return sorted(found, key=str)


def command_line(
    root: Path, *arguments: str, python: str = sys.executable
) -> subprocess.CompletedProcess[str]:
    """`frictionless validate datapackage.json` as a user calls it."""
    kept = {name: os.environ[name] for name in {*os.environ} - {"FORCE_COLOR", "TERM"}}
    return subprocess.run(
        [python, "-m", "frictionless", "validate", "datapackage.json", *arguments],
        cwd=root,
        env={**kept, "COLUMNS": "300", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def fault(name: str) -> Fault:
    """The fault of that name."""
    (found,) = [one for one in FAULTS if one.name == name]
    return found


def by_family(faults: Sequence[Fault]) -> list[ParameterSet]:
    """Each fault; all but the first of each family of checks are slow."""
    return [
        pytest.param(
            one,
            id=f"{one.codes[0]} {one.name}",
            marks=() if one in FIRST.values() else pytest.mark.slow,
        )
        for one in faults
    ]


class TestFindings:
    """What `gsomia-data check` finds, frictionless tells at the same row and field."""

    @pytest.mark.parametrize(
        "fault", by_family([one for one in FAULTS if one not in [*UNREADABLE, *UNOPENED]])
    )
    def test_are_the_same(
        self, fault: Fault, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """No finding more, none less, none elsewhere."""
        fault.apply(copy)
        report = judged(copy)
        assert not report.valid
        found = by_frictionless(report.to_descriptor())
        assert found == by_us(copy, capsys)
        assert {code for *_, code in found} == set(fault.codes)

    def test_each_family_is_tried(self) -> None:
        """Also in a quick run."""
        assert set(FIRST) == {check.code[0] for check in checks.CHECKS}
        assert [one for one in FIRST.values() if one in [*UNREADABLE, *UNOPENED]] == []

    @pytest.mark.slow
    @pytest.mark.parametrize("fault", UNREADABLE, ids=lambda fault: fault.name)
    def test_in_a_table_that_is_none_have_no_row(self, fault: Fault, copy: Path) -> None:
        """They are found all the same; `test_a_table_that_cannot_be_read` is the quick one."""
        fault.apply(copy)
        found = by_frictionless(judged(copy).to_descriptor())
        assert {code for *_, code in found} == set(fault.codes)
        assert {row for _, row, _, code in found if code == "F03"} == {None}

    @pytest.mark.parametrize("fault", UNOPENED, ids=lambda fault: fault.name)
    def test_without_a_descriptor_nothing_is_valid(self, fault: Fault, copy: Path) -> None:
        """The check is not asked; frictionless fails by itself."""
        fault.apply(copy)
        assert not validated(copy).valid

    def test_the_good_package_is_valid(self, good: Path) -> None:
        """Else every comparison above could be of noise."""
        assert validated(good).valid

    def test_rows_are_no_lines(self, copy: Path) -> None:
        """The quote's context holds line feeds, so a finding on its line is at an earlier row."""
        path, line, column = fault("a letter of a quote is changed").apply(copy)
        ((_, row, field, _),) = by_frictionless(judged(copy).to_descriptor())
        with (copy / path).open(encoding="utf-8", newline="") as file:
            key = list(csv.reader(file))[row - 1][0] if row else ""
        assert row is not None
        assert row < line
        assert cell("quotes", key, column)(copy) == (path, line, field)

    def test_the_cell_is_shown(self, copy: Path) -> None:
        """Its text, and the number of its column from 1."""
        edit("polls", "hana-oppose", percent="46")(copy)
        (error,) = [
            error
            for task in judged(copy, name="polls").tasks
            for error in task.errors
            if isinstance(error, frictionless.errors.CellError)
        ]
        assert (error.field_name, error.cell) == ("percent", "46")
        assert TABLES["polls"].header[error.field_number - 1] == "percent"
        assert error.cells[error.field_number - 1] == "46"

    @pytest.mark.parametrize(
        ("name", "kind", "place"),
        [
            (
                "the cell says another number than its evidence",
                "gsomia-cell-error",
                ("dataset/polls.csv", 2, "percent", "E05"),
            ),
            (
                "a quoted cell without need",
                "gsomia-row-error",
                ("dataset/polls.csv", 2, None, "F04"),
            ),
            (
                "a document that no source has",
                "gsomia-table-error",
                ("dataset/agreements.csv", None, None, "F02"),
            ),
        ],
    )
    def test_each_kind_of_error_is_yielded(
        self, name: str, kind: str, place: Found, copy: Path
    ) -> None:
        """Frictionless drops in silence what a check does not list among its errors."""
        fault(name).apply(copy)
        report = judged(copy).to_descriptor()
        assert place in by_frictionless(report)
        assert kind in {error["type"] for task in report["tasks"] for error in task["errors"]}

    def test_an_installed_file_that_was_changed(
        self, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Called within the installed package too, where the descriptor has no folder before it."""
        site = tmp_path / "gsomia_data-0.1.0.dist-info"
        site.mkdir()
        (site / "RECORD").write_text("gsomia_data/_floor/edtf.py,sha256=x,1\n", encoding="utf-8")
        shutil.copytree(good, tmp_path / "gsomia_data" / "_package")
        monkeypatch.chdir(tmp_path / "gsomia_data" / "_package")
        report = frictionless.validate("datapackage.json", checks=[gsomia()], name="agreements")
        assert "gsomia_data/_floor/edtf.py: P05 " in str(notes(report)[PLACES[0]])

    def test_a_limit_of_rows_hides_none(self, copy: Path) -> None:
        """Frictionless stops after a row; what is found further down is told before."""
        edit("reactions", "han-promise", stance="oppose")(copy)
        report = judged(copy, name="reactions", limit_rows=1)
        assert "E05" in str(notes(report)["dataset/reactions.csv"])


class TestCommandLine:
    """`frictionless validate datapackage.json --checks gsomia`."""

    def test_what_looks_like_markup_is_shown(self, copy: Path) -> None:
        """The table on the terminal takes [b] for bold, and ends at [/b] in a traceback."""
        edit("polls", "hana-oppose", question=r"[b] or \[b] or [/b]?")(copy)
        done = command_line(copy, "--checks", "gsomia")
        assert done.returncode == 1
        assert r"E01 no row of evidence states '[b] or \\[b] or [/b]?'" in done.stdout

    @pytest.mark.slow
    @pytest.mark.corpus
    def test_the_real_package_is_valid(self) -> None:
        """Tables, quotes and readings; and nothing is left unchecked. Quick: the page's lines."""
        done = command_line(ROOT, "--checks", "gsomia", "--json")
        assert done.returncode == 0, done.stdout
        assert json.loads(done.stdout)["stats"]["errors"] == 0

    @pytest.mark.slow
    def test_the_corpus_can_be_elsewhere(self, copy: Path, tmp_path: Path) -> None:
        """By an option of the check; a checklist, where the name of the folder holds a blank."""
        away = (copy / "corpus").rename(tmp_path / "my texts")
        checklist = json.dumps({"checks": [{"type": "gsomia", "corpus": str(away)}]})
        assert command_line(copy, "--checklist", checklist).returncode == 0
        away = away.rename(tmp_path / "texts")
        assert command_line(copy, "--checks", f"gsomia:corpus={away}").returncode == 0

    def test_every_table_refers(self) -> None:
        """With `--parallel`, frictionless runs no check where no table refers to another row.

        A side of a tension is a row of any table, so no foreign key fits; the page says so.
        """
        package = frictionless.Package(str(ROOT / "datapackage.json"))
        without = [one.name for one in package.resources if not one.schema.foreign_keys]
        assert without == ["tensions"]
        page = (ROOT / "docs" / "frictionless.md").read_text(encoding="utf-8")
        assert "`--parallel --resource-name tensions`" in page

    @pytest.mark.corpus
    def test_the_page_runs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its lines of Python; its commands name options that are tried above."""
        page = (ROOT / "docs" / "frictionless.md").read_text(encoding="utf-8")
        (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
        monkeypatch.chdir(ROOT)
        names: dict[str, object] = {}
        exec(block, names)  # noqa: S102 - the own page
        assert isinstance(names["report"], frictionless.Report)
        assert names["report"].stats["tasks"] == len(TABLES)
        assert names["report"].valid


class TestWhatCannotBeChecked:
    """It is invalid and says why; never valid in silence, never a traceback."""

    def test_without_a_corpus(self, copy: Path) -> None:
        """As installed: each table is invalid, and the error names the option."""
        shutil.rmtree(copy / "corpus")
        report = judged(copy)
        assert [task.valid for task in report.tasks] == [False] * len(TABLES)
        for said in notes(report).values():
            (note,) = said
            assert "Q02" in note
            assert "gsomia:corpus=DIR" in note

    def test_with_a_corpus_elsewhere_it_can(self, copy: Path, tmp_path: Path) -> None:
        """The option of the check, without the command line."""
        away = (copy / "corpus").rename(tmp_path / "my texts")
        assert judged(copy, gsomia(corpus=str(away)), name="polls").valid

    @pytest.mark.parametrize("corpus", ["nowhere", "datapackage.json"])
    def test_with_a_corpus_that_is_none(self, corpus: str, good: Path) -> None:
        """A slip in the option is told."""
        report = judged(good, gsomia(corpus=corpus), name="agreements")
        assert not report.valid
        assert "there is no such folder of documents" in notes(report)[PLACES[0]][0]

    def test_a_table_by_itself(self, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A table proves nothing without the others."""
        monkeypatch.chdir(good)
        report = frictionless.validate("dataset/actors.csv", checks=[gsomia()])
        assert "validate its datapackage.json" in notes(report)["dataset/actors.csv"][0]

    @pytest.mark.parametrize("version", ["5.18.0", "5.9.0"])
    def test_by_an_old_frictionless(self, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """It takes the checks of a package and runs none: the check refuses to be made."""
        monkeypatch.setattr("frictionless.settings.VERSION", version)
        with pytest.raises(
            frictionless.FrictionlessException, match=r"needs frictionless 5\.18\.1"
        ):
            gsomia()

    @pytest.mark.parametrize("version", ["5.18.1", "5.22.0b1", "6.0"])
    def test_by_a_newer_one(self, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Versions are compared as numbers."""
        monkeypatch.setattr("frictionless.settings.VERSION", version)
        assert gsomia().type == "gsomia"

    def test_another_package(self, tmp_path: Path) -> None:
        """What is no table of ours is not called valid."""
        put("other.csv", b"a\n1\n")(tmp_path)
        put("datapackage.json", b'{"resources": [{"name": "a", "path": "other.csv"}]}')(tmp_path)
        assert "is not a table of gsomia-data" in notes(judged(tmp_path))["other.csv"][0]

    def test_a_failure_of_ours(self, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever goes wrong inside is an error of the report."""

        def fail(_: object) -> checks.Report:
            raise RecursionError("too deep")

        monkeypatch.setattr(checks, "run", fail)
        told = notes(judged(good, name="agreements"))[PLACES[0]]
        assert told == ["gsomia cannot run: too deep (RecursionError)"]

    @pytest.mark.parametrize(
        ("name", "damaged", "place"),
        [
            ("Latin-1", "dataset/dates.csv", PLACES[0]),
            ("a comma too many", "dataset/polls.csv", "dataset/polls.csv"),
        ],
    )
    def test_a_table_that_cannot_be_read(
        self, name: str, damaged: str, place: str, copy: Path
    ) -> None:
        """Told with it where frictionless opens it, else with the first; its rows are unsure."""
        fault(name).apply(copy)
        report = judged(copy)
        found = by_frictionless(report.to_descriptor())
        assert found == [(place, None, None, "F03"), (place, None, None, "P01")]
        assert notes(report)[place][0].startswith(damaged)

    def test_what_is_skipped_is_told(self, copy: Path) -> None:
        """A check that rests on a failed one leaves rows out, and is named."""
        fault("a digit of a document is changed").apply(copy)
        told = notes(judged(copy))
        assert list(told) == [PLACES[0], "dataset/sources.csv"]
        assert re.fullmatch("not checked in full because of Q01: .*E04.*", told[PLACES[0]][0])


class TestRuns:
    """Checked once per package, but never from an old reading of it."""

    def test_all_tables_of_a_run_share_one(
        self, good: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Not once per resource."""
        run = Mock(wraps=checks.run)
        monkeypatch.setattr(checks, "run", run)
        assert judged(good).valid
        assert run.call_count == 1

    def test_a_changed_file_is_read_again(self, copy: Path) -> None:
        """The same check over the same package object: invalid, and valid again after."""
        check = gsomia()
        package = frictionless.Package(str(copy / "datapackage.json"))
        checklist = frictionless.Checklist(checks=[check])
        assert package.validate(checklist, name="agreements").valid
        put("corpus/stray.txt", b"words\n")(copy)
        for _ in range(2):
            assert list(notes(package.validate(checklist, name="agreements"))) == [PLACES[0]]
            assert list(notes(judged(copy, check, name="agreements"))) == [PLACES[0]]
        remove("corpus/stray.txt")(copy)
        assert package.validate(checklist, name="agreements").valid

    def test_another_package_is_read_too(self, good: Path, told_alone: Path) -> None:
        """One check, two folders."""
        check = gsomia()
        valid = [judged(root, check, name="polls").valid for root in (good, told_alone, good)]
        assert valid == [True, False, True]

    def test_what_is_in_no_table_is_told_once(self, told_alone: Path) -> None:
        """With the first table."""
        told = notes(judged(told_alone))
        assert list(told) == [PLACES[0]]
        assert len(told[PLACES[0]]) == 1

    def test_or_with_the_first_that_opens(self, told_alone: Path) -> None:
        """Not with a table that is missing, nor with those that refer to it."""
        remove(PLACES[0])(told_alone)
        told = notes(validated(told_alone))
        assert list(told) == ["dataset/actors.csv"]
        places = [note.partition(" ")[0] for note in told["dataset/actors.csv"]]
        assert places[:2] == ["corpus/stray.txt:", f"{PLACES[0]}:"]

    def test_or_with_the_one_that_is_named(self, told_alone: Path) -> None:
        """`--name polls` does not hide it."""
        assert list(notes(judged(told_alone, name="polls"))) == ["dataset/polls.csv"]

    def test_a_table_that_the_descriptor_lost(self, copy: Path) -> None:
        """Its findings have no table of their own any more."""
        both(
            edit("polls", "hana-oppose", percent="46"),
            drop("evidence", "quantities harbour-rounds unit"),
        )(copy)
        path = copy / "datapackage.json"
        descriptor = json.loads(path.read_bytes())
        descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "polls"]
        path.write_text(json.dumps(descriptor), encoding="utf-8")
        told = notes(judged(copy))[PLACES[0]]
        assert [note for note in told if note.startswith("dataset/polls.csv:2: percent: E05")]

    def test_a_report_can_be_read_back(self, copy: Path) -> None:
        """Frictionless asks the plugin for the errors by their type."""
        swap("dataset/polls.csv", ",47,", ",46,")(copy)
        said = judged(copy, name="polls").to_descriptor()
        read = frictionless.Report.from_descriptor(said)
        assert by_frictionless(read.to_descriptor()) == by_frictionless(said)


class TestTheModule:
    """Frictionless imports it in every run: an error there would break every `validate`."""

    def test_imports_next_to_nothing(self) -> None:
        """Outside its functions: frictionless and the standard library."""
        names = set()
        for node in ast.parse(MODULE.read_bytes()).body:
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
        assert "frictionless" in names
        assert {name.split(".")[0] for name in names} <= {"frictionless", *sys.stdlib_module_names}

    def test_without_gsomia_data(self, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who asks for the check is told."""
        monkeypatch.setitem(sys.modules, "gsomia_data._floor", None)
        (told,) = notes(judged(good, name="polls")).values()
        assert told[0].startswith("gsomia cannot run: ")
        assert "ModuleNotFoundError" in told[0]

    @pytest.mark.slow
    def test_left_alone(self, good: Path, tmp_path: Path) -> None:
        """Without gsomia_data others validate as before; who asks for the check is told."""
        venv.create(tmp_path / "venv", with_pip=False)
        scheme = {"base": str(tmp_path / "venv"), "platbase": str(tmp_path / "venv")}
        site = Path(sysconfig.get_path("purelib", "venv", scheme))
        python = Path(sysconfig.get_path("scripts", "venv", scheme)) / "python"
        shutil.copy(MODULE, site)
        # A .pth file in a folder that is added so is not read: an editable gsomia_data is away.
        (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
        (site / "sitecustomize.py").write_text("import sys; sys.modules['gsomia_data'] = None\n")
        assert command_line(good, python=str(python)).returncode == 0
        asked = command_line(good, "--checks", "gsomia", python=str(python))
        assert asked.returncode == 1
        assert asked.stderr == ""
        assert "gsomia cannot run: No module named" in asked.stdout
