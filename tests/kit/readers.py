"""Readers of each export format, of another make than its writer."""

import csv
import datetime as dt
import json
import os
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import apsw
import duckdb
import pyreadstat
from python_calamine import CalamineWorkbook

from gsomia_data.reading.export import FormatName
from kit.exports import (
    Cells,
    by_column,
    exact,
    expected,
    fields,
    value,
)
from kit.real import ROOT

TABLES = [one["name"] for one in json.loads((ROOT / "datapackage.json").read_bytes())["resources"]]
NAMES: tuple[FormatName, ...] = get_args(FormatName)


def day(cell: object) -> object:
    """A day as ISO text."""
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def parquet(place: Path, table: str) -> Cells:
    """By DuckDB."""
    read = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [f"{place / table}.parquet"])
    names = [column[0] for column in read.description or ()]
    return by_column(names, [[day(cell) for cell in row] for row in read.fetchall()])


def excel(place: Path, table: str) -> Cells:
    """By calamine. Excel has one kind of number, and an empty cell is no text."""
    sheet = CalamineWorkbook.from_path(str(place)).get_sheet_by_name(table)
    names, *rows = sheet.to_python(skip_empty_area=False)
    return by_column(
        map(str, names), [[None if cell == "" else cell for cell in row] for row in rows]
    )


def stata(place: Path, table: str) -> Cells:
    """By ReadStat, codes by their labels."""
    frame, about = pyreadstat.read_dta(f"{place / table}.dta", output_format="dict")
    assert about.file_encoding is None or "utf" in about.file_encoding.lower()
    cells: Cells = {}
    for name, column in frame.items():
        labels = about.variable_value_labels.get(name)
        cells[name] = [
            None
            if cell is None or cell == "" or cell != cell  # noqa: PLR0124 - not a number
            else labels[cell]
            if labels
            else day(cell)
            for cell in column
        ]
    return cells


def sqlite(place: Path, table: str) -> Cells:
    """By another build of SQLite than Python's."""
    name = os.fsencode(place).decode()  # it takes names in UTF-8, whatever the locale
    with apsw.Connection(name, flags=apsw.SQLITE_OPEN_READONLY) as database:
        columns = list(database.execute(f"PRAGMA table_info({table})"))
        names, keys = [row[1] for row in columns], [row[1] for row in columns if row[5]]
        # What refers to its own table has parents first; the file has it in the order of the key.
        foreign = database.execute(f"PRAGMA foreign_key_list({table})")
        order = keys[0] if any(row[2] == table for row in foreign) else "rowid"
        told = database.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - our names
        rows = list(told)
    return by_column(names, rows)


def jsonl(place: Path, table: str) -> Cells:
    """By Python's json, line by line."""
    text = (place / f"{table}.jsonl").read_bytes().decode()
    assert "\r" not in text
    rows = [json.loads(line) for line in text.split("\n")[:-1]]
    names = list(rows[0]) if rows else []
    assert all(list(row) == names for row in rows)
    return by_column(names, [row.values() for row in rows])


def datasette(place: Path, table: str) -> Cells:
    """The database in the folder."""
    return sqlite(place / "gsomia.db", table)


def csv_folder(place: Path, table: str) -> Cells:
    """By Python's csv, with the declared types."""
    with (place / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        names, *rows = list(csv.reader(file))
    kinds = kinds_of(table)
    cells = by_column(names, rows)
    return {name: [value(str(one), kinds[name]) for one in cells[name]] for name in names}


def zipped(place: Path, table: str) -> Cells:
    """By unpacking it."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(place) as archive:
        archive.extractall(folder)
        return expected(table, Path(folder))


READERS: dict[FormatName, Callable[[Path, str], Cells]] = {
    "parquet": parquet,
    "excel": excel,
    "stata": stata,
    "sqlite": sqlite,
    "datasette": datasette,
    "csv": csv_folder,
    "jsonl": jsonl,
    "zip": zipped,
}


def kinds_of(table: str) -> dict[str, str]:
    """The type of each column, of what an export adds too."""
    if table in TABLES:
        return {name: str(field["type"]) for name, field in fields(table).items()}
    counted = {"witnesses", "disagreements"}
    return defaultdict(lambda: "string", dict.fromkeys(counted, "integer"))


def as_in(format_: FormatName, table: str, root: Path = ROOT) -> Cells:
    """What the reader of a format must give."""
    return in_format(format_, expected(table, root), kinds_of(table))


def in_format(format_: FormatName, cells: Cells, kinds: Mapping[str, str]) -> Cells:
    """What the reader of a format must give for these ``cells``."""
    return {
        name: [None if cell is None else _converted(format_, cell, kinds[name]) for cell in column]
        for name, column in cells.items()
    }


def _converted(format_: FormatName, cell: object, kind: str) -> object:
    if format_ == "excel" and kind in {"integer", "number"}:
        return float(str(cell))
    if format_ in {"sqlite", "datasette"} and kind == "boolean":
        return int(bool(cell))
    if format_ == "stata" and kind == "boolean":
        return "true" if cell else "false"
    return cell


def same(read: Cells, wanted: Cells) -> None:
    """Compare all cells with their types; a column at a time, for a short report."""
    assert list(read) == list(wanted)
    got, due = exact(read), exact(wanted)
    for name in due:
        assert got[name] == due[name], name
