"""Where a number comes from, the timeline, the codebook, the search, another copy."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import gsomia_data
from gsomia_data.cli import main
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.rules import RULES
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.reading.files import Files
from gsomia_data.reading.rows import rows
from kit.exports import old_dates
from kit.looked import by
from kit.real import ROOT, copy_of_the_package

EVIDENCE_KEY = ("table_name", "row_key", "column_name", "quote_id", "words", "nth")
POLL = "gallup-korea-2016-11-oppose"


def share(polls: pd.DataFrame) -> object:
    """The share of the poll."""
    return polls.set_index("poll_id")["percent"][POLL]


@pytest.fixture(scope="module")
def package() -> Package:
    """The package as `check` reads it; tests only read it."""
    return Package(read(ROOT, default_version=""))


@pytest.fixture(scope="module")
def told() -> pd.DataFrame:
    """The evidence of all tables; tests only read it."""
    return gsomia_data.evidence()


class TestEvidence:
    """DESIGN section 6: quote, context, document, publisher, date, address, reading, relation."""

    def test_one_cell(self) -> None:
        """The share as each source tells it, with its document."""
        rows = gsomia_data.evidence("polls", POLL, "percent").set_index("says")
        assert set(rows["value"]) == {"59"}
        assert dict(rows["relation"]) == {
            "60": "approximates",
            "59": "supports",
            "50": "approximates",
        }
        (stated,) = rows[rows["relation"] == "supports"].to_dict("records")
        assert stated["words"] == "59 percent"
        assert stated["words"] in stated["quote"]
        assert stated["quote"] in stated["context"]
        assert stated["publisher"] == "Press TV"
        assert stated["firmness"] == "proved"
        assert pd.isna(stated["url"])

    @pytest.mark.parametrize("table", TABLES)
    def test_all_rows_of_a_table(self, table: str) -> None:
        """Each row of evidence once, its cell beside it."""
        rows = gsomia_data.evidence(table)
        listed = gsomia_data.load("evidence").query("table_name == @table")
        assert len(rows) == len(listed)
        states = rows[rows["relation"] == "supports"]
        assert (states["value"] == states["says"]).all()

    @pytest.mark.parametrize(
        ("table", "record", "column", "near"),
        [
            ("poll", None, None, "polls"),
            ("polls", "gallup-korea", None, POLL),
            ("polls", POLL, "percents", "percent"),
        ],
    )
    def test_what_is_not_there(
        self, table: str, record: str | None, column: str | None, near: str
    ) -> None:
        """The error names the nearest."""
        with pytest.raises(KeyError, match=near):
            gsomia_data.evidence(table, record, column)

    def test_the_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Text for people, JSON for programs, exit 2 for what is not there."""
        assert main(["evidence", "polls", POLL, "percent"]) == 0
        shown = capsys.readouterr().out
        assert "those questioned, [59 percent], were against" in shown
        for said in ("supports 59 (", "approximates below 60 (", "approximates above 50 ("):
            assert said in shown
        assert main(["evidence", "polls", POLL, "--format", "json"]) == 0
        (row,) = json.loads(capsys.readouterr().out)
        told = [one for cell in row["cells"] for one in cell["evidence"]]
        assert len(told) == len(gsomia_data.evidence("polls", POLL))
        assert main(["evidence", "polls", "gallup-korea"]) == 2
        assert POLL in capsys.readouterr().err


class TestRows:
    """DESIGN section 7: `evidence` shows all cells of a row, each with what it rests on, or why."""

    @pytest.mark.parametrize("table", TABLES)
    def test_each_filled_cell_is_there_once(
        self, package: Package, told: pd.DataFrame, table: str
    ) -> None:
        """With the line on which its row begins, and every row of evidence on it."""
        entries = package.keyed[table]
        shown = rows(Files(ROOT), table)
        assert [(row.row_key, row.line) for row in shown] == [
            (key, entry.line) for key, entry in entries.items()
        ]
        for row, entry in zip(shown, entries.values(), strict=True):
            filled = {name: cell for name, cell in entry.cells.items() if cell}
            assert {cell.column_name: cell.value for cell in row.cells} == filled
            assert all(bool(cell.evidence) != bool(cell.why) for cell in row.cells)
        count = sum(len(cell.evidence) for row in shown for cell in row.cells)
        assert count == (told["table_name"] == table).sum()

    def test_where_its_evidence_stands(self, package: Package) -> None:
        """Each by the line that `check` would name; what supports comes first."""
        entries = package.rows("evidence")
        lines = {
            (*(entry.cells[name] for name in EVIDENCE_KEY), str(entry.line)) for entry in entries
        }
        for row in rows(Files(ROOT), "polls"):
            for cell in row.cells:
                relations = [one["relation"] != "supports" for one in cell.evidence]
                assert relations == sorted(relations)
                for one in cell.evidence:
                    place = (one["quote_id"], one["words"], one["nth"], str(one["line"]))
                    assert ("polls", row.row_key, cell.column_name, *place) in lines

    def test_a_listed_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It needs no evidence, and is not shown as if some were missing."""
        assert main(["evidence", "aliases", "listed-kor-ko-hanguk"]) == 0
        shown = capsys.readouterr().out
        assert "alias: 한국\n    no evidence: a listed name, which holds in every" in shown
        assert "yet" not in shown
        assert main(["evidence", "aliases", "listed-kor-ko-hanguk", "source_id"]) == 0
        assert "source_id:\n    empty: no source gives it" in capsys.readouterr().out

    def test_what_check_does_not_pass(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where a curator is not done yet: no evidence, no such quote, no such words."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "evidence.csv"
        before = path.read_bytes()
        kept = before.splitlines(keepends=True)
        cut = [line for line in kept if not line.startswith(f"polls,{POLL},pollster,".encode())]
        changed = b"".join(cut).replace(b"presstv-2016-11-23-9,against,", b"nothing-1,against,")
        path.write_bytes(changed.replace(b",more than half,1,", b",more than some,1,"))
        assert main(["evidence", "polls", POLL, "--dir", str(root)]) == 0
        shown = capsys.readouterr().out
        assert "pollster: gallup-korea\n    no evidence yet; wanted: a name or alias" in shown
        assert "there is no quote 'nothing-1'" in shown
        assert "(the words 'more than some' do not appear in it)" in shown
        (root / "dataset" / "quotes.csv").write_bytes(b"\xff")
        assert main(["evidence", "polls", POLL, "--dir", str(root)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert "dataset/quotes.csv" in said.err
        assert "run gsomia-data check" in said.err


class TestTables:
    """What each table covers: the time of its dates, and the documents that it cites."""

    @pytest.mark.parametrize(
        ("table", "first", "last", "documents"),
        [
            ("dates", "2012-01-01", "2016-12-04", 2),
            ("polls", "2016-11-21", "2016-11-21", 2),
            ("quantities", "2014-01-01", "2016-12-31", 1),
            ("agreements", "2016-11-21", "2016-11-21", 1),
            ("signatories", "", "", 1),
            ("sources", "2016-11-21", "2016-11-22", 2),
            ("tensions", "", "", 0),
        ],
    )
    def test_what_is_covered(
        self, good: Path, table: str, first: str, last: str, documents: int
    ) -> None:
        """From the first day to the last; none of a table without dates."""
        covered = by(gsomia_data.open(good).tables().fillna({"first": "", "last": ""}), ["name"])
        row = covered[table,]
        assert (row["first"], row["last"], row["documents"]) == (first, last, documents)

    def test_every_day_is_covered(self) -> None:
        """Open sides reach further."""
        covered = gsomia_data.tables().set_index("name").loc["dates"]
        dates = gsomia_data.dates()
        for name in ("earliest", "latest"):
            days = dates[name].dropna()
            assert (covered["first"] <= days.dt.strftime("%Y-%m-%d")).all()
            assert (days.dt.strftime("%Y-%m-%d") <= covered["last"]).all()

    def test_a_side_that_is_open(self, tmp_path: Path) -> None:
        """Of a table with one such date the day that is known is the first and the last."""
        data = gsomia_data.open(old_dates(tmp_path / "old", ["2014-12-26"]))
        path = data.root / "dataset" / "dates.csv"
        path.write_bytes(path.read_bytes().replace(b",2014-12-26,", b",[..2014-12-26],", 1))
        (covered,) = data.tables().to_dict("records")
        assert (covered["first"], covered["last"]) == ("2014-12-26", "2014-12-26")
        assert data.tables()["documents"].isna().all()  # there is no evidence here


class TestTimeline:
    """The dated events in order; uncertain dates stay uncertain."""

    def test_every_event_once_in_order(self) -> None:
        """By the earliest day, or the latest where the beginning is open."""
        rows = gsomia_data.timeline()
        assert sorted(rows["date_id"]) == sorted(gsomia_data.load("dates")["date_id"])
        assert rows["earliest"].fillna(rows["latest"]).is_monotonic_increasing
        assert rows["sources"].notna().all()

    def test_what_is_open_stays_open(self) -> None:
        """What has "already" been signed has no first day."""
        rows = gsomia_data.timeline()
        (row,) = rows[rows["date_id"] == "kor-deu-signed"].to_dict("records")
        assert row["date"] == "[..2014-12-26]"
        assert pd.isna(row["earliest"])

    def test_a_forecast_begins_when_it_was_made(self) -> None:
        """A forecast "by the end of November" cannot mean a day before it."""
        rows = gsomia_data.timeline()
        (row,) = rows[rows["date_id"] == "gsomia-2016-expected"].to_dict("records")
        assert row["date"] == "[2016-11-14..2016-11-30]"
        assert (row["status"], row["said_by_name"]) == ("expected", "Kyodo news agency")

    def test_who_says_so_is_not_who_acts(self) -> None:
        """Kyodo does not sign what it forecasts; North Korea claims a test of its own."""
        names = gsomia_data.timeline().set_index("date_id")[["actor_name", "said_by_name"]]
        assert names["actor_name"].isna()["gsomia-2016-expected"]
        assert set(names.loc["nuclear-test-2016-claimed"]) == {"North Korea"}


@pytest.mark.parametrize("table", TABLES)
def test_the_codebook_tells_every_column_and_code(table: str) -> None:
    """As the models declare them."""
    rows = gsomia_data.codebook(table)
    assert list(rows["column_name"].unique()) == list(TABLES[table].header)
    for column in TABLES[table].columns:
        told = rows[rows["column_name"] == column.name]
        assert set(told["meaning"]) == {column.meaning}
        codes = [str(code) for code in column.codes or ()]
        assert told["code"].dropna().tolist() == codes
        assert set(told["type"]) == {column.kind.name}
        assert set(told["grounding"]) == {str(column.grounding)}
        assert set(told["required"]) == {column.required}
        assert set(told["refers_to"].dropna()) == {column.references} - {None}


def test_the_codebook_of_all_tables() -> None:
    """Without a name: those of the tables, in their order, one below the other."""
    each = [gsomia_data.codebook(table) for table in TABLES]
    whole = gsomia_data.codebook()
    assert list(whole["table_name"].unique()) == list(TABLES)
    pd.testing.assert_frame_equal(whole, pd.concat(each, ignore_index=True))
    assert whole.attrs["name"] == "gsomia-data.codebook"
    assert whole["required"].dtype == "boolean"
    cells = zip(whole["table_name"], whole["column_name"], whole["refers_to"], strict=True)
    assert {("polls", "pollster", "actors"), ("sources", "edition_of", "sources")} <= set(cells)


def test_the_rules() -> None:
    """Each rule of the package in a sentence, with what it needs and can give."""
    rows = gsomia_data.rules().set_index("rule")
    assert list(rows.index) == list(RULES)
    for name, rule in RULES.items():
        told = rows.loc[name]
        assert told["sentence"] == f"The value is {rule.says}."
        assert told["firmness"] == rule.firmness
        assert told["reads_date"] == rule.strength.dates
        assert told["needs_publication"] == rule.relative
    assert rows["needs_publication"]["weekday-before"]
    assert not rows["needs_publication"]["date"]
    assert (rows["firmness"] >= "inferred")["alias"]
    used = gsomia_data.evidence()["rule"].dropna()
    assert set(used) <= set(rows.index)


@pytest.mark.parametrize("table", TABLES)
def test_the_schema(table: str) -> None:
    """As it is published; what a reader does to it stays with the reader."""
    published = json.loads((ROOT / "schemas" / f"{table}.schema.json").read_text(encoding="utf-8"))
    schema = gsomia_data.schema(table)
    assert schema == published
    schema["fields"][0].clear()
    schema["primaryKey"].append("x")
    assert gsomia_data.schema(table) == published
    assert list(gsomia_data.load(table).columns) == [one["name"] for one in published["fields"]]


class TestFind:
    """Names, labels, definitions and quotes are searched."""

    @pytest.mark.parametrize(
        ("words", "hit"),
        [
            ("blue house", ("actors", "kor-presidency", "name")),
            ("MINJOO", ("aliases", "cnn-0105et-minjoo", "alias")),
            ("MINJOO", ("actors", "kor-democratic-party", "name")),
            ("DPRK", ("actors", "prk", "name")),
            ("North Korea", ("actors", "prk", "name")),
            ("북한", ("actors", "prk", "name")),
            ("平壌", ("actors", "prk", "name")),
            ("ROK", ("actors", "kor", "name")),
            ("Republic of Korea", ("actors", "kor", "name")),
            ("한국", ("actors", "kor", "name")),
            ("日本", ("actors", "jpn", "name")),
            ("The controversial deal", ("agreements", "gsomia-2016", "label")),
            ("almost 60%", ("quotes", "cnn-2016-11-23-0105et-21", "exact")),
        ],
    )
    def test_a_hit(self, words: str, hit: tuple[str, str, str]) -> None:
        """Whatever the case."""
        rows = gsomia_data.find(words)
        assert hit in set(
            zip(rows["table_name"], rows["row_key"], rows["column_name"], strict=True)
        )

    def test_nothing(self) -> None:
        """No hit is an empty frame with the same columns."""
        rows = gsomia_data.find("zebra")
        assert list(rows.columns) == ["table_name", "row_key", "column_name", "text"]
        assert rows.empty
        assert gsomia_data.find("").empty

    def test_the_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Exit 1 where nothing is found."""
        assert main(["find", "Blue House"]) == 0
        assert "actors kor-presidency name: Blue House" in capsys.readouterr().out
        assert main(["find", "zebra"]) == 1


class TestElsewhere:
    """The same interface over another copy of the package."""

    def test_another_copy(self, tmp_path: Path) -> None:
        """What is read is that copy, by folder or by descriptor."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().replace(b",oppose,59,", b",oppose,58,"))
        for place in (root, str(root / "datapackage.json")):
            other = gsomia_data.open(place)
            assert share(other.load("polls")) == 58
        assert set(other.evidence("polls", POLL, "percent")["value"]) == {"58"}
        assert len(other.tables()) == len(TABLES)
        assert len(other.timeline()) == len(gsomia_data.timeline())
        assert len(other.conflicts()) == len(gsomia_data.conflicts())
        assert len(other.find("Blue House")) == len(gsomia_data.find("Blue House"))
        assert other.codebook("polls").equals(gsomia_data.codebook("polls"))
        assert share(gsomia_data.load("polls")) == 59

    def test_no_package(self, tmp_path: Path) -> None:
        """Said at once, not at the first table."""
        with pytest.raises(FileNotFoundError, match="name the folder of a package"):
            gsomia_data.open(tmp_path)

    def test_the_path_of_the_descriptor(self, capsys: pytest.CaptureFixture[str]) -> None:
        """For other tools: the whole path of the one that is read."""
        assert main(["path"]) == 0
        path = Path(capsys.readouterr().out.strip())
        assert path.is_absolute()
        assert path.read_bytes() == (ROOT / "datapackage.json").read_bytes()
        assert main(["path", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"path": str(path)}

    def test_a_damaged_descriptor_is_no_traceback(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One line, exit 2."""
        root = copy_of_the_package(tmp_path)
        (root / "datapackage.json").write_text("{")
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
        assert main(["conflicts"]) == 2
        assert "run gsomia-data check" in capsys.readouterr().err


def test_the_proof_of_a_row_is_that_which_check_counts(
    package: Package, told: pd.DataFrame
) -> None:
    """`evidence` and `check` never tell two firmnesses of one row (docs/evidence.md)."""
    counted = {
        (*witness.cell, witness.entry.cells["quote_id"], witness.entry.cells["words"]): (
            package.firmness(witness)
        )
        for witness in package.witnesses
    }
    parts = ("table_name", "row_key", "column_name", "quote_id", "words", "firmness")
    shown = zip(*(told[name].astype("string").fillna("") for name in parts), strict=True)
    assert {tuple(row[:5]): row[5] for row in shown} == counted
    ruled = told.dropna(subset=["rule"])
    assert (ruled["firmness"] != ruled["rule"].map(lambda name: RULES[name].firmness)).any()


@pytest.mark.parametrize(
    "command",
    [
        "evidence polls",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("conflicts", "find Seoul")),
    ],
)
def test_lines_are_broken_on_a_terminal_only(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At its width and between words; never where another program reads."""
    monkeypatch.setenv("COLUMNS", "72")
    assert main(command.split()) == 0
    plain = capsys.readouterr().out
    ours, theirs = os.openpty()
    run = [sys.executable, "-m", "gsomia_data", *command.split()]
    with subprocess.Popen(run, stdout=theirs) as process:
        os.close(theirs)
        shown = _all_of(ours).decode()
    assert process.returncode == 0
    lines = shown.splitlines()
    assert max(map(len, plain.splitlines())) > 100
    assert all(len(line) <= 72 or " " not in line.strip() for line in lines)
    assert " ".join(shown.split()) == " ".join(plain.split())


def _all_of(handle: int) -> bytes:
    """Everything that a terminal shows until it is closed."""
    shown = b""
    while True:
        try:
            chunk = os.read(handle, 65536)
        except OSError:  # Linux says so when the other side is closed
            chunk = b""
        if not chunk:
            os.close(handle)
            return shown
        shown += chunk


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("agreements gsomia-2016 signed", "evidence dates gsomia-2016-signed date"),
        ("agreements gsomia-2016 in_force", "evidence dates gsomia-2016-in-force date"),
        (f"polls {POLL} released", "evidence dates gallup-korea-2016-11 date"),
        ("agreements gsomia-2016 form", "computed from agreement_id, party in signatories"),
        ("agreements gsomia-2016 label", "no evidence: written by the curators"),
        (f"polls {POLL} respondents", "empty: no source gives it"),
    ],
)
def test_why_a_cell_has_no_evidence(
    cell: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, computed and curatorial cells are told apart; what is computed leads to its words."""
    assert main(["evidence", *cell.split()]) == 0
    assert told in capsys.readouterr().out


def test_what_the_words_of_a_computed_cell_are(capsys: pytest.CaptureFixture[str]) -> None:
    """The command that is named there shows them."""
    assert main(["evidence", "agreements", "gsomia-2016", "signed"]) == 0
    (way,) = [line for line in capsys.readouterr().out.splitlines() if "its words" in line]
    assert main(way.partition("gsomia-data ")[2].split()) == 0
    assert "supports 2016-11-23" in capsys.readouterr().out


def test_white_space_and_dashes_make_no_difference_to_find() -> None:
    """What is searched is folded as evidence is; blanks alone find nothing."""
    plain = gsomia_data.find("blue house")
    assert len(plain)
    assert gsomia_data.find("Blue  House").equals(plain)
    assert len(gsomia_data.find("intelligence–sharing")) == len(
        gsomia_data.find("intelligence-sharing")
    )
    assert gsomia_data.find(" ").empty
    with pytest.raises(TypeError, match="not text"):
        gsomia_data.find(None)  # type: ignore[arg-type]
