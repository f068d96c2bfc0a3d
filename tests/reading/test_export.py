"""Exports: another program reads back every cell of every table, with its type."""

import csv
import hashlib
import html
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Literal

import apsw
import duckdb
import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pyarrow import parquet as pq

import gsomia_data
from gsomia_data.curation.package import csvfile
from gsomia_data.reading.export import FORMATS, FormatName, added
from gsomia_data.reading.export import sqlite as sqlite_of
from gsomia_data.reading.export import stata as stata_of
from gsomia_data.reading.export.datasette import LABELS
from gsomia_data.reading.export.table import TableContents
from gsomia_data.reading.frames import texts
from kit import postgresql
from kit.examples import examples
from kit.exports import (
    HOSTILE,
    alone,
    by_column,
    by_row,
    expected,
    fields,
    named,
    old_dates,
    one_table,
    plain,
    refresh,
    write_questions,
)
from kit.readers import (
    NAMES,
    READERS,
    TABLES,
    as_in,
    excel,
    in_format,
    kinds_of,
    same,
    sqlite,
)
from kit.real import ROOT, copy_of_the_package

VIEWS = {"cells": gsomia_data.cells, "reports": gsomia_data.reports}
"""The joined tables that an export adds, and what gives them in Python."""
EDTF = {
    table: names
    for table in TABLES
    if (names := {name for name, one in fields(table).items() if one["gsomia:kind"] == "edtf"})
}
"""The columns of dates that may be uncertain, by table."""
KEYS = {
    table: json.loads((ROOT / "schemas" / f"{table}.schema.json").read_bytes())["primaryKey"][0]
    for table in TABLES
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each export of the real package, named by its format."""
    folder = tmp_path_factory.mktemp("exports")
    for format_ in NAMES:
        place = folder / named(format_, format_)
        done = gsomia_data.export(format_, place)
        assert done.path == place
        assert list(done.rows) == (TABLES if format_ == "zip" else [*TABLES, *VIEWS])
    return folder


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", NAMES)
def test_every_cell_arrives(made: Path, format_: FormatName, table: str) -> None:
    """Values, types and what is missing, against the CSV."""
    same(READERS[format_](made / named(format_, format_), table), as_in(format_, table))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format_", [name for name in NAMES if name != "zip"])
def test_the_joined_views_arrive(made: Path, format_: FormatName, view: str) -> None:
    """`cells` and `reports`, as Python gives them, row by row."""
    read = READERS[format_](made / named(format_, format_), view)
    same(read, in_format(format_, plain(VIEWS[view]()), kinds_of(view)))


@pytest.mark.parametrize("format_", [name for name in NAMES if name != "zip"])
def test_what_explains_it_arrives(made: Path, format_: FormatName) -> None:
    """`codebook` and `about`: each column and code, of the joined tables too; what it all is."""
    read = READERS[format_]
    codebook = read(made / named(format_, format_), "codebook")
    own = [(table, name) for table in TABLES for name in fields(table)]
    views = [(view, name) for view, frame in VIEWS.items() for name in frame()]
    told = zip(codebook["table_name"], codebook["column_name"], strict=True)
    assert list(dict.fromkeys(told)) == own + views
    assert all(codebook["meaning"])
    rows = list(by_row(codebook))
    stances = {
        row["code"]: row["definition"]
        for row in rows
        if (row["table_name"], row["column_name"]) == ("reactions", "stance")
    }
    assert stances == fields("reactions")["stance"]["gsomia:codes"]
    firm = [row for row in rows if row["column_name"] == "firmness"]
    assert {row["code"] for row in firm} == {"proved", "inferred", "judged"}
    assert all(row["definition"] for row in firm)
    about = read(made / named(format_, format_), "about")
    facts = dict(zip(about["name"], about["value"], strict=True))
    assert facts["version"] == gsomia_data.__version__
    assert facts["citation"] == gsomia_data.load("polls").attrs["citation"]
    assert "CC-BY-4.0" in str(facts["licence"])
    assert "wording" in str(facts["licence of reactions"])
    assert "quote" in str(facts["licence of reports"])


@pytest.mark.parametrize("view", VIEWS)
def test_every_column_of_a_joined_view_has_a_meaning(view: Literal["cells", "reports"]) -> None:
    """That fits into a label of Stata whole; the docstring names each column too."""
    files_ = gsomia_data.open(ROOT)._files  # noqa: SLF001
    tables = added.joined(files_, texts(files_), print)
    (fields_,) = (table.fields for table in tables if table.name == view)
    assert [field["name"] for field in fields_] == list(VIEWS[view]())
    told = str(VIEWS[view].__doc__)
    for field in fields_:
        assert 0 < len(field["description"]) <= 80
        assert re.search(rf"\b{field['name']}[,:]", told)


def test_a_package_without_evidence_has_no_joined_views(tmp_path: Path) -> None:
    """There is nothing to join."""
    package = one_table(tmp_path / "small", ["x"])
    gsomia_data.open(package).export("jsonl", tmp_path / "out")
    found = {path.name for path in (tmp_path / "out").glob("*.jsonl")}
    assert found == {"polls.jsonl", "codebook.jsonl", "about.jsonl"}


def test_nothing_else_is_made(made: Path) -> None:
    """One file per table, of those that are added too, and the marker; nothing is left aside."""
    names = sorted(named(format_, format_) for format_ in NAMES)
    assert sorted(path.name for path in made.iterdir()) == names
    for format_, about in FORMATS.items():
        if not about.endings:
            stems = [*TABLES, *VIEWS, "codebook", "about"]
            (ending, *_) = about.holds
            names = [f"{stem}{ending}" for stem in stems]
            if format_ == "datasette":
                names = ["gsomia.db", "metadata.json"]
            found = {path.name for path in (made / format_).iterdir()}
            assert found == {*names, ".gsomia-data-export"}
            marker = (made / format_ / ".gsomia-data-export").read_text()
            version = json.loads((ROOT / "datapackage.json").read_text())["version"]
            assert marker.splitlines() == [f"gsomia-data {version} {format_}", *names]


class TestNames:
    """An export has the ending by which other programs know what it is."""

    @pytest.mark.parametrize(
        ("format_", "name", "way_out"),
        [
            ("excel", "x.csv", "excel writes .xlsx; name it x.xlsx"),
            ("excel", "x", "excel writes .xlsx; name it x.xlsx"),
            ("excel", "v1.0", "excel writes .xlsx; name it v1.0.xlsx"),
            ("excel", ".xlsx", "excel writes .xlsx; name it .xlsx.xlsx"),
            ("sqlite", "x.xlsx", "sqlite writes .sqlite, .sqlite3 or .db; name it x.sqlite"),
            ("zip", "x.tar", "zip writes .zip; name it x.tar.zip"),
            ("stata", "x.dta", "stata writes a folder; name it x"),
            ("parquet", "X.PARQUET", "parquet writes a folder; name it X"),
            ("csv", "x.xlsx", "csv writes a folder; name it x"),
            ("datasette", "x.db", "datasette writes a folder; name it x"),
        ],
    )
    def test_another_ending_is_refused(
        self, tmp_path: Path, format_: FormatName, name: str, way_out: str
    ) -> None:
        """In one line with a name that would do, and before any work."""
        target = tmp_path / name
        for force in (False, True):
            with pytest.raises(ValueError, match=f"^{re.escape(f'{target}: {way_out}')}$"):
                gsomia_data.export(format_, target, force=force)
        assert list(tmp_path.iterdir()) == []
        gsomia_data.export("zip", tmp_path / "x.zip")
        with pytest.raises(ValueError, match="name it x"):
            gsomia_data.export("jsonl", str(tmp_path / "x.zip"), force=True)

    @pytest.mark.parametrize(
        ("format_", "name"),
        [("sqlite", "x.db"), ("sqlite", "x.SQLite3"), ("zip", "v1.0.zip"), ("jsonl", "v1.0")],
    )
    def test_what_a_name_may_be(self, tmp_path: Path, format_: FormatName, name: str) -> None:
        """Each of the endings, in either case; a dot is no ending of a folder."""
        package = gsomia_data.open(one_table(tmp_path / "small", ["x"]))
        assert package.export(format_, tmp_path / name).path == tmp_path / name


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=60)


@pytest.mark.parametrize("format_", NAMES)
@examples(20)
@given(texts=st.lists(TEXT, min_size=1, max_size=8))
def test_text_stays_text(format_: FormatName, texts: list[str]) -> None:
    """Whatever a cell holds, formulas and other scripts among it."""
    with tempfile.TemporaryDirectory() as name:
        package = one_table(Path(name) / "small", texts)
        target = Path(name) / named(format_, "export")
        gsomia_data.open(package).export(format_, target)
        same(READERS[format_](target, "polls"), as_in(format_, "polls", package))


@pytest.mark.parametrize("format_", NAMES)
def test_hostile_text_stays_text(tmp_path: Path, format_: FormatName) -> None:
    """What spreadsheets and statistics programs take for something else; a bare CR."""
    package = one_table(tmp_path / "small", [*HOSTILE, "a\rb"])
    done = gsomia_data.open(package).export(format_, tmp_path / named(format_, "export"))
    same(READERS[format_](done.path, "polls"), as_in(format_, "polls", package))


@pytest.mark.parametrize("format_", NAMES)
def test_days_of_the_year_1500(tmp_path: Path, format_: FormatName) -> None:
    """DESIGN section 6: nanoseconds begin in 1677, the dates of the dataset do not."""
    package = old_dates(tmp_path / "small", ["1500-01-01", "1500-02-28", "1677-09-21"])
    done = gsomia_data.open(package).export(format_, tmp_path / named(format_, "export"))
    same(READERS[format_](done.path, "dates"), as_in(format_, "dates", package))


@pytest.mark.parametrize("format_", NAMES)
def test_a_table_without_rows(tmp_path: Path, format_: FormatName) -> None:
    """The columns are there."""
    package = one_table(tmp_path / "small", [])
    gsomia_data.open(package).export(format_, tmp_path / named(format_, "export"))
    read = READERS[format_](tmp_path / named(format_, "export"), "polls")
    assert all(column == [] for column in read.values())
    assert format_ == "jsonl" or list(read) == list(fields("polls"))


class TestParquet:
    """What other programs see of the types, and what the files say of themselves."""

    KINDS: ClassVar = {
        "string": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
    }

    @pytest.mark.parametrize("table", TABLES)
    def test_types_for_sql(self, made: Path, table: str) -> None:
        """DuckDB has a type of its own for each; codes are text to it."""
        path = f"{made / 'parquet' / table}.parquet"
        rows = duckdb.connect().execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()
        codes = {name for name, field in fields(table).items() if "categories" in field}
        told = {name: kind for name, kind, *_ in rows}
        assert {name for name in told if told[name].startswith("ENUM")} <= codes
        for name, field in fields(table).items():
            assert name in codes or told[name] == self.KINDS[str(field["type"])]

    @pytest.mark.parametrize("table", TABLES)
    def test_pandas_gets_the_frame_of_load(self, made: Path, table: gsomia_data.TableName) -> None:
        """Codes with all their categories and their order, Int64, boolean; days come as days."""
        read = pd.read_parquet(made / "parquet" / f"{table}.parquet")
        wanted = gsomia_data.load(table)
        for name, field in fields(table).items():
            if field["type"] == "date":
                read[name] = pd.to_datetime(read[name]).astype(wanted[name].dtype)
        pd.testing.assert_frame_equal(read, wanted)

    @pytest.mark.parametrize("view", VIEWS)
    def test_pandas_gets_the_frame_of_a_view(self, made: Path, view: str) -> None:
        """Degrees of firmness with their order, so that at least inferred can be asked for."""
        read = pd.read_parquet(made / "parquet" / f"{view}.parquet")
        pd.testing.assert_frame_equal(read, VIEWS[view]())
        assert set(read[read["firmness"] >= "inferred"]["firmness"]) == {"proved", "inferred"}

    def test_what_the_file_says(self, made: Path) -> None:
        """Name, version, citation, licence; title, meaning and codes of each column."""
        schema = pq.read_schema(made / "parquet" / "reactions.parquet")
        said = {key.decode(): text.decode() for key, text in schema.metadata.items()}
        assert said["name"] == "gsomia-data.reactions"
        assert said["version"] == gsomia_data.__version__
        assert said["citation"] == gsomia_data.load("reactions").attrs["citation"]
        assert (
            "publishers' words" in said["licence"].replace("-", " ") or "wording" in said["licence"]
        )
        for name, field in fields("reactions").items():
            about = schema.field(name).metadata
            assert about[b"description"].decode() == field["description"]
            assert about[b"title"].decode() == field["title"]
            assert json.loads(about.get(b"codes", b"null")) == field.get("categories")
        assert not schema.field("reaction_id").nullable
        assert schema.field("note").nullable


def widths_of(sheet: Worksheet) -> list[float]:
    """The width of each column."""
    return [
        sheet.column_dimensions[get_column_letter(at)].width
        for at in range(1, sheet.max_column + 1)
    ]


class TestExcel:
    """A workbook that is safe to open and to edit."""

    @pytest.fixture(scope="class")
    @staticmethod
    def book(made: Path) -> openpyxl.Workbook:
        """The workbook, by openpyxl."""
        return openpyxl.load_workbook(io.BytesIO((made / "excel.xlsx").read_bytes()))

    def test_sheets(self, book: openpyxl.Workbook) -> None:
        """What it is first, then the tables, then the codebook."""
        assert book.sheetnames == ["about", *TABLES, *VIEWS, "codebook"]

    def test_layout(self, book: openpyxl.Workbook) -> None:
        """A bold header that stays, filters, columns that can be read."""
        for sheet in book.worksheets:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert all(cell.font.bold for cell in sheet[1])
            widths = widths_of(sheet)
            headers = [len(str(cell.value)) for cell in sheet[1]]
            assert all(head < wide <= 60 for head, wide in zip(headers, widths, strict=True))
            assert sum(widths) <= 300
        assert widths_of(book["quotes"])[2] == max(widths_of(book["quotes"])) > 40

    def test_print(self, book: openpyxl.Workbook) -> None:
        """Landscape, one page wide, the header on each page; each sheet says what it is."""
        for sheet in book.worksheets:
            assert sheet.page_setup.orientation == "landscape"
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            fitted, footer = sheet.sheet_properties.pageSetUpPr, sheet.HeaderFooter.oddFooter
            assert fitted is not None
            assert fitted.fitToPage
            assert sheet.print_title_rows == "$1:$1"
            assert footer is not None
            assert footer.center.text == "&A, page &P of &N"

    def test_rows_are_high_enough(self, book: openpyxl.Workbook) -> None:
        """For wrapped text; without a height some programs print one line over the next."""
        wrapped = 0
        for sheet in book.worksheets:
            widths = widths_of(sheet)
            for at, row in enumerate(sheet.iter_rows(min_row=2), 2):
                height = sheet.row_dimensions[at].height or 15
                for cell, width in zip(row, widths, strict=True):
                    assert cell.value is None or cell.alignment.vertical == "top"
                    lines = textwrap.wrap(str(cell.value or ""), int(width))
                    wrapped += len(lines) > 1
                    assert height >= min(409, 15 * len(lines)), cell.coordinate
        assert wrapped > 100

    def test_rows_of_wide_letters_and_long_words(self, tmp_path: Path) -> None:
        """A Hangul syllable takes the room of two letters; a word without a blank is broken."""
        package = one_table(
            tmp_path / "small", ["한" * 300, "x" * 300, "a\nb\nc", "x", "x" * 30_000]
        )
        gsomia_data.open(package).export("excel", tmp_path / "x.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["polls"]
        (width,) = [
            wide
            for wide, cell in zip(widths_of(sheet), sheet[1], strict=True)
            if cell.value == "question"
        ]
        heights = [sheet.row_dimensions[at].height for at in range(2, 7)]
        assert heights[0] >= 15 * 600 / width
        assert heights[1] >= 15 * 300 / width
        assert heights[2] >= 45
        assert heights[4] == 409

    def test_all_text_is_of_type_text(self, book: openpyxl.Workbook) -> None:
        """So that editing a cell makes no date of 2016-11 either; nothing is a formula."""
        kinds = set()
        for sheet in book.worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                kinds.add(cell.data_type)
                assert cell.data_type in {"s", "n"}
                assert (cell.number_format == "@") == (cell.data_type == "s")
        assert kinds == {"s", "n"}

    def test_formulas_are_quoted(self, tmp_path: Path) -> None:
        """Excel shows a quote mark before them; the text itself is unaltered."""
        package = one_table(tmp_path / "small", HOSTILE)
        gsomia_data.open(package).export("excel", tmp_path / "x.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["polls"]
        (column,) = [cell.column for cell in sheet[1] if cell.value == "question"]
        cells = [sheet.cell(row, column) for row in range(2, 2 + len(HOSTILE))]
        quoted = [text for text, cell in zip(HOSTILE, cells, strict=True) if cell.quotePrefix]
        assert quoted == [text for text in HOSTILE if text[0] in "=+-@\t\r\n"]
        assert quoted
        assert all(cell.data_type == "s" for cell in cells)

    @pytest.mark.slow
    @pytest.mark.parametrize("there", ["True", "False"])
    def test_with_and_without_lxml(self, tmp_path: Path, there: str) -> None:
        """Which openpyxl takes where it is there: the same cells, blank ones among them."""
        command = [sys.executable, "-m", "gsomia_data", "export", "excel", str(tmp_path / "x.xlsx")]
        subprocess.run(command, env=os.environ | {"OPENPYXL_LXML": there}, check=True)
        for table in TABLES:
            same(excel(tmp_path / "x.xlsx", table), as_in("excel", table))

    def test_no_time_stands_in_it(self, made: Path) -> None:
        """Neither in the properties nor in the zip."""
        with zipfile.ZipFile(made / "excel.xlsx") as archive:
            assert b"dcterms:" not in re.sub(rb"xmlns:\S+", b"", archive.read("docProps/core.xml"))
            assert {member.date_time[0] for member in archive.infolist()} == {1980}

    @pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384])
    def test_what_it_cannot_hold(self, tmp_path: Path, text: str) -> None:
        """Never cut in silence."""
        root = one_table(tmp_path / "small", [text[:-1]])
        gsomia_data.open(root).export("excel", tmp_path / "x.xlsx")
        write_questions(root, [text])
        with pytest.raises(ValueError, match=r"excel cannot hold polls, cell J2: .* another"):
            gsomia_data.open(root).export("excel", tmp_path / "y.xlsx")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["small", "x.xlsx"]


class TestStata:
    """Labels, missing values, long text."""

    @pytest.mark.parametrize("table", TABLES)
    def test_labels(self, made: Path, table: str) -> None:
        """Variable labels from the schema; codes from 1 in their order, flags 0 and 1."""
        _, about = pyreadstat.read_dta(f"{made / 'stata' / table}.dta")
        assert about.file_label == f"gsomia-data {gsomia_data.__version__}: {table}"
        assert about.number_rows == len(expected(table)[next(iter(fields(table)))])
        labels = {name: str(text) for name, text in about.column_names_to_labels.items()}
        for name, field in fields(table).items():
            whole = str(field["description"]).removesuffix(".")
            cut = labels[name].removesuffix("…")
            assert len(labels[name]) <= 80
            assert labels[name] == whole or (
                len(whole) > 80 and re.match(rf"{re.escape(cut)}\W", whole)
            )
            codes = field.get("categories", [])
            assert isinstance(codes, list)
            values = dict(enumerate(codes, 1)) or (
                {0: "false", 1: "true"} if field["type"] == "boolean" else None
            )
            assert about.variable_value_labels.get(name) == values

    @pytest.mark.parametrize("view", VIEWS)
    def test_labels_of_a_view(self, made: Path, view: str) -> None:
        """Whole, and those of firmness from the weakest up."""
        _, about = pyreadstat.read_dta(f"{made / 'stata' / view}.dta")
        labels = about.column_names_to_labels
        assert list(labels) == list(VIEWS[view]())
        assert all(label and not label.endswith("…") for label in labels.values())
        degrees = {1: "judged", 2: "inferred", 3: "proved"}
        assert about.variable_value_labels["firmness"] == degrees

    def test_types(self, made: Path) -> None:
        """Days are Stata days; numbers are numbers also where all are missing."""
        _, about = pyreadstat.read_dta(made / "stata" / "dates.dta")
        assert about.original_variable_types["earliest"] == "%td"
        _, polls = pyreadstat.read_dta(made / "stata" / "polls.dta")
        assert polls.readstat_variable_types["respondents"].startswith("int")
        assert polls.readstat_variable_types["percent"] == "double"
        assert polls.readstat_variable_types["question"] == "string"

    def test_codebook(self, made: Path) -> None:
        """The full text of each meaning, where a label had to be cut."""
        frame, _ = pyreadstat.read_dta(made / "stata" / "codebook.dta")
        seal = frame[(frame["table_name"] == "actors") & (frame["column_name"] == "seal")]
        assert list(seal["meaning"]) == [fields("actors")["seal"]["description"]]

    def test_strl(self, made: Path, tmp_path: Path) -> None:
        """Where text is long, or ends in a blank; else fixed widths, which every program knows."""
        root = one_table(tmp_path / "small", ["x" * 2_045])
        for text, strl in (("한" * 681, False), ("한" * 682, True), ("x ", True), (" x", False)):
            write_questions(root, [text])
            gsomia_data.open(root).export("stata", tmp_path / "stata", force=True)
            assert (b"GSO" in (tmp_path / "stata" / "polls.dta").read_bytes()) == strl
        assert b"GSO" in (made / "stata" / "quotes.dta").read_bytes()

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("q" * 33, r"the column q+: .*32"),
            ("pre-fix", r"the column pre-fix: .*letters"),
            ("preª", r"polls: .*another name"),
            ("note_", r"polls: two columns .*note_"),
        ],
    )
    def test_what_it_cannot_hold(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
    ) -> None:
        """A long name, a strange one, two that would be one: never a column less."""
        monkeypatch.setattr(stata_of, "_RESERVED", frozenset({"note"}))
        root = one_table(tmp_path / "small", ["x"])
        for path in (root / "schemas" / "polls.schema.json", root / "dataset" / "polls.csv"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace('"question"', f'"{name}"'), encoding="utf-8")
        refresh(root)
        with pytest.raises(ValueError, match=rf"^stata cannot hold {told}"):
            gsomia_data.open(root).export("stata", tmp_path / "x")


def read_only(place: Path) -> apsw.Connection:
    """The database, by another build of SQLite than Python's."""
    return apsw.Connection(str(place), flags=apsw.SQLITE_OPEN_READONLY)


class TestSqlite:
    """The constraints of the schemas hold in the database."""

    @pytest.fixture
    def database(self, made: Path) -> Iterator[sqlite3.Connection]:
        """A copy in memory."""
        connection = sqlite3.connect(":memory:")
        connection.deserialize((made / "sqlite.sqlite").read_bytes())
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection
        connection.close()

    def test_sqlite_itself_finds_it_whole(self, made: Path) -> None:
        """Another build of SQLite checks the file."""
        with read_only(made / "sqlite.sqlite") as database:
            assert list(database.execute("PRAGMA integrity_check")) == [("ok",)]
            assert list(database.execute("PRAGMA foreign_key_check")) == []
            kinds = dict(database.execute("SELECT name, strict FROM pragma_table_list"))
            assert {kinds[name] for name in (*TABLES, *VIEWS, "about", "codebook")} == {1}

    def test_parents_come_first(self, database: sqlite3.Connection) -> None:
        """Tables and rows copied in their order never refer to what is not there yet."""
        copied = sqlite3.connect(":memory:", isolation_level=None)
        copied.execute("PRAGMA foreign_keys = ON")
        tables = "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid"
        for name, made in database.execute(tables).fetchall():
            copied.execute(made)
            for row in database.execute(f"SELECT * FROM {name} ORDER BY rowid"):  # noqa: S608
                places = ", ".join("?" * len(row))
                copied.execute(f"INSERT INTO {name} VALUES ({places})", row)  # noqa: S608
        for name in TABLES:
            count = f"SELECT count(*) FROM {name}"  # noqa: S608
            assert copied.execute(count).fetchone() == database.execute(count).fetchone()
        copied.close()

    @pytest.mark.parametrize(
        ("change", "refused"),
        [
            ("INSERT INTO signatories SELECT * FROM signatories", "UNIQUE"),
            ("UPDATE signatories SET party = 'nor' WHERE rowid = 1", "FOREIGN KEY"),
            ("UPDATE agreements SET predecessor = 'nothing'", "FOREIGN KEY"),
            ("UPDATE polls SET answer = 'maybe'", "CHECK"),
            ("UPDATE polls SET percent = 101", "CHECK"),
            ("UPDATE polls SET percent = 'many'", "cannot store TEXT"),
            ("UPDATE polls SET survey = NULL", "NOT NULL"),
            ("UPDATE dates SET earliest = '2016-02-30'", "CHECK"),
            ("UPDATE omissions SET start = 0", "UNIQUE"),
            ("UPDATE signatories SET agreement_id = 'gsomia-2016', party = 'kor'", "UNIQUE"),
            ("DELETE FROM actors", "FOREIGN KEY"),
        ],
    )
    def test_what_the_schema_forbids(
        self, database: sqlite3.Connection, change: str, refused: str
    ) -> None:
        """A wrong change is refused."""
        with pytest.raises(sqlite3.IntegrityError, match=refused):
            database.execute(change)

    def test_missing_is_allowed(self, database: sqlite3.Connection) -> None:
        """The conditions on days and codes let what is missing pass."""
        database.execute("UPDATE dates SET earliest = NULL, latest = NULL, precision = NULL")
        database.execute("UPDATE agreements SET instrument = NULL")

    def test_it_says_what_it_is(self, database: sqlite3.Connection) -> None:
        """`about` and `codebook`."""
        about = dict(database.execute("SELECT name, value FROM about"))
        assert about["version"] == gsomia_data.__version__
        query = 'SELECT "meaning" FROM codebook WHERE "table_name" = ? AND "column_name" = ?'
        (meaning,) = database.execute(query, ("polls", "percent")).fetchone()
        assert meaning == fields("polls")["percent"]["description"]

    def test_rows_that_refer_to_each_other(self) -> None:
        """Each after the one it refers to, however many; a circle in the order of the file."""
        many = 5_000
        frame = pd.DataFrame({"key": range(many), "next": [*range(1, many), None]}, dtype="Int64")
        columns = [{"name": "key", "type": "integer"}, {"name": "next", "type": "integer"}]
        reference = {"resource": "", "fields": ["key"]}
        own: dict[str, object] = {"foreignKeys": [{"fields": ["next"], "reference": reference}]}
        for schema in ({}, own):
            schema |= {"fields": columns, "primaryKey": ["key"]}
            for last in (None, 0):
                frame.loc[many - 1, "next"] = last
                table = TableContents("rows", {}, schema, frame)
                rows = list(sqlite_of._rows(table))  # noqa: SLF001
                chain = schema is own and last is None
                assert rows == list(table.rows())[:: -1 if chain else 1]

    def test_an_old_library_makes_it_without_strict(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Before 3.37 tables were not strict; all else is there."""
        monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
        gsomia_data.export("sqlite", tmp_path / "x.sqlite")
        same(sqlite(tmp_path / "x.sqlite", "polls"), as_in("sqlite", "polls"))
        with apsw.Connection(str(tmp_path / "x.sqlite")) as database:
            assert "STRICT" not in str(list(database.execute("SELECT sql FROM sqlite_schema")))


class TestSql:
    """Every table and column can be named without quotes; a date that may be uncertain is text."""

    @pytest.mark.parametrize("table", [*TABLES, *VIEWS, "codebook", "about"])
    def test_names_need_no_quotes(self, made: Path, table: str) -> None:
        """In SQLite and DuckDB, which read each column alone; PostgreSQL reserves none of them."""
        path = f"{made / 'parquet' / table}.parquet"
        duck = duckdb.connect()
        duck.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet(?)", [path])  # noqa: S608
        names = [row[0] for row in duck.execute(f"DESCRIBE {table}").fetchall()]
        kinds = dict(duck.execute("SELECT * FROM duckdb_keywords()").fetchall())
        with read_only(made / "sqlite.sqlite") as lite:
            for name in names:
                query = f"SELECT {name} FROM {table} WHERE {table}.{name} IS NOT NULL"  # noqa: S608
                assert len(list(lite.execute(query))) == len(duck.execute(query).fetchall())
        for name in (table, *names):
            duck.execute(f"CREATE OR REPLACE TABLE made ({name} VARCHAR)")
            assert kinds.get(name) not in {"reserved", "type_function"}
            assert name not in postgresql.RESERVED

    @pytest.mark.parametrize("table", EDTF)
    def test_uncertain_dates_are_text(self, made: Path, table: str) -> None:
        """In DuckDB, over Parquet, and over CSV as the page reads it."""
        for source in (
            f"read_parquet('{made}/parquet/{table}.parquet')",
            f"read_csv('{made}/csv/{table}.csv', all_varchar = true)",
        ):
            rows = duckdb.connect().execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608
            assert {row[1] for row in rows if row[0] in EDTF[table]} == {"VARCHAR"}

    def test_days_alone_are_text_too(self, tmp_path: Path) -> None:
        """Where no year and no span shows DuckDB that the column is not one of days."""
        package = gsomia_data.open(old_dates(tmp_path / "small", ["2016-11-23", "2016-11-24"]))
        for format_ in ("csv", "parquet", "sqlite"):
            package.export(format_, tmp_path / named(format_, format_))
        duck = duckdb.connect()
        path = f"{tmp_path}/csv/dates.csv"
        guessed = duck.execute(f"SELECT typeof(date) FROM '{path}'").fetchall()  # noqa: S608
        assert guessed == [("DATE",)] * 2  # what the page warns of
        for source in (
            f"'{tmp_path}/parquet/dates.parquet'",
            f"read_csv('{path}', all_varchar = true)",
        ):
            told = duck.execute(f"SELECT typeof(date), date FROM {source}").fetchall()  # noqa: S608
            assert told == [("VARCHAR", "2016-11-23"), ("VARCHAR", "2016-11-24")]


class TestCsv:
    """The files of the package, and the tables that are added in the same dialect."""

    def test_tables_are_those_of_the_package(self, made: Path) -> None:
        """Byte for byte: what was checked."""
        for table in TABLES:
            exported = (made / "csv" / f"{table}.csv").read_bytes()
            assert exported == (ROOT / "dataset" / f"{table}.csv").read_bytes()

    @pytest.mark.parametrize("table", [*VIEWS, "codebook", "about"])
    def test_dialect(self, made: Path, table: str) -> None:
        """As `fmt` writes it: no mark, LF, quotes only where needed, a missing cell is empty."""
        data = (made / "csv" / f"{table}.csv").read_bytes()
        header = tuple(data.decode().partition("\n")[0].split(","))
        sheet = csvfile.decode(data, header)
        assert sheet.faults == ()
        assert csvfile.encode(header, [one.cells.values() for one in sheet.entries]) == data


PAGES = """
import asyncio, json, pathlib, sys
from datasette.app import Datasette

async def answer():
    app = Datasette(config_dir=pathlib.Path(sys.argv[1]))
    for path in sys.stdin:
        response = await app.client.get(path.rstrip())
        print(json.dumps([response.status_code, response.text]), flush=True)

asyncio.run(answer())
"""


class TestDatasette:
    """Datasette serves the folder; nobody meets a bare key, or "None", where a name is known."""

    @pytest.fixture(scope="class")
    @staticmethod
    def get(made: Path) -> Iterator[Callable[[str], str]]:
        """The page at a path, from a process of its own: Datasette leaves its connections open."""
        command = [sys.executable, "-c", PAGES, str(made / "datasette")]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as served:
            assert served.stdin
            assert served.stdout
            asked, answered = served.stdin, served.stdout

            def page(path: str) -> str:
                print(path, file=asked, flush=True)
                status, text = json.loads(answered.readline())
                assert status == 200, path
                return str(text)

            yield page

    def test_what_it_says_of_itself(self, get: Callable[[str], str]) -> None:
        """Title, description, citation, licence, version."""
        about = json.loads((ROOT / "datapackage.json").read_bytes())
        for page in (get("/"), get("/gsomia")):
            text = html.unescape(page)
            assert about["title"] in text
            assert about["description"].replace("`", "") in text
            assert gsomia_data.load("polls").attrs["citation"] in text
            assert "https://creativecommons.org/licenses/by/4.0/" in text
            assert f"gsomia-data {about['version']}" in text

    @pytest.mark.parametrize("table", [*TABLES, *VIEWS, "codebook", "about"])
    def test_every_table_is_explained(self, get: Callable[[str], str], table: str) -> None:
        """Its title, what a row is, what each column means; whose the words in it are."""
        text = html.unescape(get(f"/gsomia/{table}"))
        assert f"<h1>{table.capitalize()}</h1>" in re.sub(r"\s*<(/?)h1[^>]*>\s*", r"<\1h1>", text)
        for field in fields(table).values() if table in TABLES else ():
            assert str(field["description"]).replace("`", "") in text
        words = {"reactions", "claims", "quotes", "evidence", "omissions", *VIEWS}
        assert ("belong to their publishers" in text) == (table in words) or table == "about"

    @pytest.mark.parametrize("table", TABLES)
    def test_references_have_names(self, get: Callable[[str], str], table: str) -> None:
        """Each reference shows the name of what it leads to, never nothing."""
        rows = json.loads(get(f"/gsomia/{table}.json?_labels=on&_shape=array&_size=max"))
        text = (ROOT / "schemas" / f"{table}.schema.json").read_text(encoding="utf-8")
        for one in json.loads(text).get("foreignKeys", []):
            there = one["reference"]["resource"] or table
            parents = expected(there)
            known = dict(zip(parents[KEYS[there]], parents[LABELS[there]], strict=True))
            assert None not in known.values()
            for cell in (row[one["fields"][0]] for row in rows):
                assert cell is None or cell["label"] == known[cell["value"]]

    def test_who_signed(self, get: Callable[[str], str]) -> None:
        """The page itself shows the labels."""
        text = html.unescape(get("/gsomia/signatories"))
        assert (
            ">Korea-Japan General Security of Military Information Agreement (GSOMIA)</a>" in text
        )
        assert ">Han Min-koo</a>" in text
        assert "None" not in text

    def test_the_words_behind_a_row(self, get: Callable[[str], str]) -> None:
        """The query that the database page offers gives what `reports` gives."""
        assert "words_of_a_row" in get("/gsomia")
        reports = gsomia_data.reports("signatories")
        key = str(reports["row_key"].iloc[0])
        asked = f"table_name=signatories&row_key={key}&_shape=array"
        rows = json.loads(get(f"/gsomia/words_of_a_row.json?{asked}"))
        due = reports[reports["row_key"] == key]
        assert [row["words"] for row in rows] == list(due["words"])
        assert [row["quote"] for row in rows] == list(due["quote"])
        assert [row["publisher"] for row in rows] == list(due["publisher"])
        assert [row["published"] for row in rows] == list(due["published"])


def test_json_lines_are_utf8(tmp_path: Path) -> None:
    """Words as they are, not as escapes."""
    package = one_table(tmp_path / "small", ["한국 😀"])
    gsomia_data.open(package).export("jsonl", tmp_path / "x")
    assert '"question": "한국 😀"'.encode() in (tmp_path / "x" / "polls.jsonl").read_bytes()


class TestZip:
    """The package itself."""

    def test_it_is_the_package(self, made: Path, tmp_path: Path) -> None:
        """Byte for byte, and nothing else."""
        with zipfile.ZipFile(made / "zip.zip") as archive:
            names = archive.namelist()
            assert all(archive.read(name) == (ROOT / name).read_bytes() for name in names)
            archive.extractall(tmp_path)
        parts = [*(ROOT / "dataset").glob("*.csv"), *(ROOT / "schemas").iterdir()]
        due = ["datapackage.json", *sorted(path.relative_to(ROOT).as_posix() for path in parts)]
        assert names == due
        same(expected("polls", tmp_path), expected("polls"))
        assert gsomia_data.open(tmp_path).polls().equals(gsomia_data.polls())

    @pytest.mark.slow
    def test_frictionless_finds_it_valid(self, made: Path, tmp_path: Path) -> None:
        """Unpacked, without the rest of the repository."""
        with zipfile.ZipFile(made / "zip.zip") as archive:
            archive.extractall(tmp_path)
        judge = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
        done = subprocess.run(judge, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("seed", "zone"),
    [("1", "Asia/Seoul"), pytest.param("2", "America/Anchorage", marks=pytest.mark.slow)],
)
def test_the_same_input_gives_the_same_bytes(
    made: Path, tmp_path: Path, seed: str, zone: str
) -> None:
    """In another process, with another hash seed, time zone, locale and a later time.

    The formats that need no other library come first, and import none.
    """
    code = f"""
import sys, gsomia_data
for name, target in {[(name, named(name, name)) for name in reversed(NAMES)]!r}:
    gsomia_data.export(name, sys.argv[1] + "/" + target)
    if name == "sqlite":
        assert not {{"pydantic", "pyarrow.parquet", "openpyxl"}} & set(sys.modules)
"""

    def digests(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, check=True)
    assert digests(tmp_path) == digests(made)


DAMAGE = [
    ("dataset/signatories.csv", ",usa,", ",usb,", ("sqlite",)),
    ("dataset/polls.csv", ",oppose,59,", ",opposed,59,", NAMES),
    ("dataset/polls.csv", ",oppose,59,", ",,59,", NAMES),
    ("dataset/signatories.csv", "gsomia-2016-kor", "gsomia-2016-jpn", ("sqlite",)),
    ("dataset/polls.csv", ",59,", ",101,", ("sqlite",)),
    ("dataset/polls.csv", ",59,", ",most,", NAMES),
    ("dataset/polls.csv", ",59,", ",59\0,", NAMES),
    ("datapackage.json", '"path": "dataset/polls.csv"', '"path": "../polls.csv"', NAMES),
    ("datapackage.json", '"path": "dataset/polls.csv"', '"path": "/etc/passwd"', NAMES),
    ("datapackage.json", '"path": "dataset/polls.csv"', '"path": "dataset/none.csv"', NAMES),
    ("datapackage.json", '"name": "polls"', '"name": "../polls"', NAMES),
    ("datapackage.json", '"name": "polls"', '"name": "about"', NAMES),
    ("datapackage.json", '"resources"', '"resource"', NAMES),
    ("datapackage.json", '"licenses"', '"license"', NAMES),
    ("datapackage.json", "{", "", NAMES),
    ("schemas/polls.schema.json", '"fields"', '"columns"', NAMES),
    ("dataset/polls.csv", "poll_id,", "poll,", NAMES),
    ("dataset/polls.csv", ",note\n", ",note,more\n", NAMES),
    ("dataset/polls.csv", ",59,", ",59,7,", NAMES),
    ("dataset/polls.csv", ",59,", f",{'5' * 400},", NAMES),
    ("dataset/actors.csv", ",740,740,", f",{'7' * 30},740,", NAMES),
    ("datapackage.json", '"version": "0.1.0"', '"version": 5', NAMES),
    ("datapackage.json", '"title": "GSOMIA', '"title": "\\u0001GSOMIA', NAMES),
    ("datapackage.json", '"title": "GSOMIA', '"title": "\\ud800GSOMIA', NAMES),
    ("datapackage.json", '"name": "polls"', '"name": "actors"', NAMES),
    ("datapackage.json", '"contributors": [', '"contributors": 5, "others": [', NAMES),
    ("datapackage.json", '"resources": [', '"resources": [], "others": [', NAMES),
    ("datapackage.json", '"keywords": [', f'"deep": {"[" * 10**5}{"]" * 10**5}, "k": [', NAMES),
    ("datapackage.json", '"hash"', '"sum"', NAMES),
    ("schemas/polls.schema.json", '"type": "number"', '"type": "any"', NAMES),
    ("schemas/polls.schema.json", '"type": "string"', '"type": ["string"]', NAMES),
    ("schemas/polls.schema.json", '"title": "Survey"', '"heading": "Survey"', NAMES),
    (
        "schemas/polls.schema.json",
        '"description": "Actor that conducted the survey"',
        '"about": ""',
        NAMES,
    ),
    ("schemas/polls.schema.json", '"name": "survey"', '"name": "poll_id"', NAMES),
    ("schemas/polls.schema.json", '"name": "survey"', '"name": "Poll_ID"', NAMES),
    ("schemas/polls.schema.json", '"fields": [\n    {\n      "n', '"fields": [], "x": [{"n', NAMES),
    ("schemas/polls.schema.json", '"primaryKey"', '"key"', NAMES),
    ("schemas/polls.schema.json", '"primaryKey": [', '"primaryKey": ["none", ', NAMES),
    ("schemas/polls.schema.json", '"minimum": 0', '"minimum": "zero"', NAMES),
    ("schemas/polls.schema.json", '"required": true', '"required": "no"', NAMES),
    ("schemas/dates.schema.json", '"categoriesOrdered": true', '"categoriesOrdered": "no"', NAMES),
    ("schemas/polls.schema.json", '"resource": "agreements"', '"table": "agreements"', NAMES),
    ("schemas/polls.schema.json", '"support": "in favour of the proposal"', '"support": 1', NAMES),
]


def in_turn() -> Iterator[object]:
    """Each damage with one of its formats in turn; with the others it takes long."""
    for at, (*damage, formats) in enumerate(DAMAGE):
        for number, format_ in enumerate(formats):
            rest = () if number == at % len(formats) else pytest.mark.slow
            yield pytest.param(*damage, format_, marks=rest)


@pytest.mark.parametrize(("path", "old", "new", "format_"), list(in_turn()))
def test_a_damaged_package_is_not_exported(
    tmp_path: Path, path: str, old: str, new: str, format_: FormatName
) -> None:
    """The error sends to `check`; nothing is left."""
    root = copy_of_the_package(tmp_path)
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    if path.startswith("dataset/"):
        refresh(root)
    with pytest.raises(ValueError, match=r"the package is damaged \(.*run gsomia-data check"):
        gsomia_data.open(root).export(format_, tmp_path / named(format_, "out"))
    assert [one.name for one in tmp_path.iterdir()] == ["package"]


@pytest.mark.parametrize("name", ["cells", "reports", "codebook", "about"])
def test_the_names_of_added_tables_are_taken(tmp_path: Path, name: str) -> None:
    """Two tables of one name would be one file."""
    root = one_table(tmp_path / "small", ["x"])
    path = root / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"name": "polls"', f'"name": "{name}"'), encoding="utf-8")
    with pytest.raises(ValueError, match=f"'{name}' cannot be the name of a table"):
        gsomia_data.open(root).export("jsonl", tmp_path / "out")


@pytest.mark.parametrize("new", [",95,", ",59.0,"])
def test_a_table_that_is_not_the_one_described(tmp_path: Path, new: str) -> None:
    """Its size and its hash stand in the descriptor; the error names the file."""
    root = copy_of_the_package(tmp_path)
    path = root / "dataset" / "polls.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",59,", new), encoding="utf-8")
    for format_ in NAMES:
        with pytest.raises(ValueError, match=r"^the package is damaged \(dataset/polls.csv .*hash"):
            gsomia_data.open(root).export(format_, tmp_path / named(format_, "out"))


@pytest.mark.parametrize(
    "path", ["dataset/polls.csv", "schemas/polls.schema.json", "datapackage.json"]
)
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, path: str) -> None:
    """A pipe that nobody fills is damage."""
    root = copy_of_the_package(tmp_path)
    (root / path).unlink()
    os.mkfifo(root / path)

    def too_long(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(10)
    try:
        with pytest.raises(ValueError, match=rf"damaged \({path} is not a file"):
            gsomia_data.open(root).export("jsonl", tmp_path / "out")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_the_folder_of_a_package_may_be_text(tmp_path: Path) -> None:
    """As everywhere; what is no path at all is no damage of a package."""
    root = str(one_table(tmp_path / "small", ["x"]))
    assert gsomia_data.open(root).export("zip", tmp_path / "x.zip").rows == {"polls": 1}
    with pytest.raises(TypeError):
        gsomia_data.open(5)  # type: ignore[arg-type]


def test_a_reference_to_nothing_is_named(tmp_path: Path) -> None:
    """SQLite says which table and row."""
    root = copy_of_the_package(tmp_path)
    path = root / "dataset" / "agreements.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",gsomia-2012,", ",gsomia-2011,"), encoding="utf-8")
    refresh(root)
    with pytest.raises(ValueError, match=r"agreements: row .* that agreements does not have"):
        gsomia_data.open(root).export("sqlite", tmp_path / "x.sqlite")


def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    """Another file of this machine is not carried away."""
    root = copy_of_the_package(tmp_path)
    (root / "dataset" / "polls.csv").rename(tmp_path / "polls.csv")
    (root / "dataset" / "polls.csv").symlink_to(tmp_path / "polls.csv")
    with pytest.raises(ValueError, match="leads out of the package"):
        gsomia_data.open(root).export("zip", tmp_path / "x.zip")


def test_an_unknown_format_is_answered_with_the_list(tmp_path: Path) -> None:
    """The error names what there is."""
    with pytest.raises(ValueError, match=f"there are {', '.join(NAMES)}"):
        gsomia_data.export("tsv", tmp_path / "x")  # type: ignore[arg-type]


def test_help_costs_no_pandas() -> None:
    """The command line loads the reading half when it is needed."""
    code = """
import sys
before = set(sys.modules)
from gsomia_data.cli import parser
parser().format_help()
costly = {"pandas", "ctypes", "tempfile", "hashlib", "dataclasses", "inspect"}
assert not costly & (set(sys.modules) - before), costly & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


BIG = [("cow", "740", "9007199254740993", ("stata", "excel")), ("cow", "740", "1" * 20, NAMES)]


@pytest.mark.parametrize(("column", "old", "new", "formats"), BIG)
def test_a_number_that_is_too_big(
    tmp_path: Path, column: str, old: str, new: str, formats: tuple[FormatName, ...]
) -> None:
    """Never rounded in silence: what has no room in a double, what has none in 64 bits."""
    root = alone(tmp_path / "small", "actors")
    path = root / "dataset" / "actors.csv"
    text = path.read_text(encoding="utf-8")
    assert f",{old},{old}," in text
    path.write_text(text.replace(f",{old},{old},", f",{new},{old},"), encoding="utf-8")
    refresh(root)
    for format_ in NAMES:
        if format_ in formats:
            with pytest.raises(ValueError, match=rf"cannot hold .*({column}|actors, cell)|damaged"):
                gsomia_data.open(root).export(format_, tmp_path / named(format_, "x"))
        else:
            target = tmp_path / named(format_, format_)
            gsomia_data.open(root).export(format_, target)
            assert int(new) in READERS[format_](target, "actors")[column]


class TestPage:
    """docs/exports.md runs."""

    PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "query", re.findall(r"^```sql\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    )
    def test_sql(self, made: Path, query: str) -> None:
        """Each query gives rows."""
        if query.startswith("-- DuckDB\n"):
            for format_ in ("parquet", "csv"):
                query = query.replace(f"'gsomia-{format_}/", f"'{made / format_}/")
            duck = duckdb.connect().execute(query)
            assert len(duck.fetchall()) >= 3
            texts = {"signed", "as_of"}
            assert {str(one[1]) for one in duck.description or () if one[0] in texts} == {"VARCHAR"}
            return
        with read_only(made / "sqlite.sqlite") as database:
            assert len(list(database.execute(query))) >= 3

    def test_who_signed(self, made: Path) -> None:
        """Who was only to sign did not; a party signed also where no person is named."""
        (query,) = re.findall(r"```sql\n(SELECT agreements.*?;)\n```", self.PAGE, re.DOTALL)

        def rows(table: str) -> list[dict[str, str]]:
            text = (ROOT / "dataset" / f"{table}.csv").read_text(encoding="utf-8")
            return list(csv.DictReader(text.splitlines(keepends=True)))

        agreements = {row["agreement_id"]: row for row in rows("agreements")}
        names = {"": None} | {row["actor_id"]: row["name"] for row in rows("actors")}
        due = {
            (
                agreements[row["agreement_id"]]["label"],
                agreements[row["agreement_id"]]["signed"] or None,
                names[row["party"]],
                names[row["signer"]],
                row["title"] or None,
            )
            for row in rows("signatories")
            if row["role"] == "signed"
        }
        with read_only(made / "sqlite.sqlite") as database:
            told = list(database.execute(query))
        assert len(told) == len(set(told))
        assert set(told) == due
        assert {bool(row[3]) for row in due} == {True, False}

    def test_python(self, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Each block, over exports with the names of the page."""
        blocks = re.findall(r"^```python\n(.*?)^```", self.PAGE, re.DOTALL | re.MULTILINE)
        monkeypatch.chdir(tmp_path)
        for format_ in ("parquet", "csv", "jsonl"):
            shutil.copytree(made / format_, f"gsomia-{format_}")
        names: dict[str, object] = {}
        for block in blocks:
            exec(block.replace("/path/to/a/package", str(ROOT)), names)  # noqa: S102 - our own
        assert Path("gsomia.sqlite").is_file()
        rows = names["rows"]
        assert isinstance(rows, list)
        assert by_column(fields("polls"), map(dict.values, rows)) == as_in("jsonl", "polls")
        actors = names["actors"]
        assert isinstance(actors, pd.DataFrame)
        assert plain(actors) == {
            name: [None if cell is None else str(cell) for cell in column]
            for name, column in expected("actors").items()
        }
        assert len(blocks) == 4

    def test_every_format_is_told(self) -> None:
        """In the table and in a section of its own."""
        told = re.findall(r"^\| `(\w+)` \|", self.PAGE, re.MULTILINE)
        assert told == list(FORMATS)
        sections = re.findall(r"^## (.*)$", self.PAGE, re.MULTILINE)
        assert [title.lower().replace(" ", "") for title in sections[1:]] == [
            name.replace("jsonl", "jsonlines") for name in FORMATS
        ]
