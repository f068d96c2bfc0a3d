"""A coding: the rows of the record tables, and the characters of evidence behind each row."""

import csv
import io
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gsomia_data._floor.text import occurrences
from gsomia_data.curation.package import csvfile, regular
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES

Character = tuple[str, str, int]
"""One character of evidence: document, column, position."""


class NotACodingError(Exception):
    """The folder does not hold a coding; the message says what is wrong."""


@dataclass(frozen=True)
class Coding:
    """One coding of the documents.

    Attributes:
        rows: Rows by table and key, of the record tables that it has.
        characters: Characters of evidence for each row, by table and key.
    """

    rows: Mapping[str, Mapping[str, Mapping[str, str]]]
    characters: Mapping[tuple[str, str], frozenset[Character]]

    @property
    def documents(self) -> frozenset[str]:
        """The documents that its evidence is in."""
        return frozenset(source for at in self.characters.values() for source, _, _ in at)

    def within(self, documents: frozenset[str]) -> "Coding":
        """This coding without the rows that rest on other documents only."""
        foreign = {
            place
            for place, at in self.characters.items()
            if at and documents.isdisjoint(source for source, _, _ in at)
        }
        rows = {
            name: {key: row for key, row in kept.items() if (name, key) not in foreign}
            for name, kept in self.rows.items()
        }
        return Coding(rows, self.characters)


def read(folder: Path) -> Coding:
    """A coding from a package, or from a folder of its tables.

    It holds the record tables that were coded, and ``evidence.csv``: either with ``quote_id`` and a
    ``quotes.csv``, or with ``source_id``, ``start`` and ``stop`` of the words.

    Raises:
        NotACodingError: There is no evidence or no record table, a table cannot be read, or words
            have no position.
    """
    tables = _tables(folder)
    coded = [name for name in RECORD_TABLES if name in tables]
    if not coded:
        raise NotACodingError(f"{folder}: it has none of the tables {', '.join(RECORD_TABLES)}")
    rows = {name: {TABLES[name].key_of(row): row for row in tables[name]} for name in coded}
    quotes = {row["quote_id"]: row for row in tables.get("quotes", ())}
    characters: dict[tuple[str, str], set[Character]] = defaultdict(set)
    for row in tables["evidence"]:
        source, start, end = _position(row, quotes)
        key = row["table_name"], row["row_key"]
        characters[key] |= {(source, row["column_name"], at) for at in range(start, end)}
    return Coding(rows, {key: frozenset(members) for key, members in characters.items()})


def _tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tables of a coding that are there, read as carefully as a package."""
    tables = folder / "dataset"
    if tables.is_symlink():
        raise NotACodingError(f"{tables}: it is a link; name the folder itself")
    tables = tables if tables.is_dir() else folder
    paths = {name: tables / f"{name}.csv" for name in (*RECORD_TABLES, "evidence", "quotes")}
    paths = {
        name: path for name, path in paths.items() if name == "evidence" or os.path.lexists(path)
    }
    files, irregular = regular.read(paths.items())
    for file in irregular:
        raise NotACodingError(f"{paths[file.path]}: the file {file.message}; {file.hint}")
    return {name: _table(paths[name], name, data) for name, data in files.items()}


def _table(path: Path, name: str, data: bytes) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
        header = set(reader.fieldnames or ())
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotACodingError(f"{path}: cannot be read as a table: {error}") from None
    needed = (
        {"table_name", "row_key", "column_name"} if name == "evidence" else set(TABLES[name].key)
    )
    if not needed <= header:
        raise NotACodingError(f"{path}: it does not have the columns {', '.join(sorted(needed))}")
    if any(None in row or None in row.values() for row in rows):
        raise NotACodingError(f"{path}: a row has more or fewer cells than the header")
    keys = [TABLES[name].key_of(row) for row in rows] if name in RECORD_TABLES else []
    if len(set(keys)) < len(keys):
        raise NotACodingError(f"{path}: two rows have the same key")
    return rows


def _position(
    row: Mapping[str, str], quotes: Mapping[str, Mapping[str, str]]
) -> tuple[str, int, int]:
    """Document of the words of a row of evidence, and their span in it."""
    try:
        if "source_id" in row:
            return row["source_id"], *_own_span(row)
        quote = quotes[row["quote_id"]]
        nth = max(1, int(row["nth"]))
        first, last = occurrences(quote["exact"], row["words"])[nth - 1]
        start = int(quote["start"])
        return quote["source_id"], start + first, start + last
    except (KeyError, ValueError, IndexError):
        cell = " ".join(str(row.get(name, "")) for name in ("table_name", "row_key", "column_name"))
        raise NotACodingError(f"evidence.csv: the words of {cell} have no position") from None


def _own_span(row: Mapping[str, str]) -> tuple[int, int]:
    start, end = int(row["start"]), int(row["stop"])
    if not start < end <= start + csvfile.LONGEST:
        raise ValueError("no words, or more than a cell can hold")
    return start, end
