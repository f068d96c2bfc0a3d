"""Rows for people to read: each cell with its evidence, or with the reason why it has none."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from gsomia_data.reading.evidence import witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import lines, texts
from gsomia_data.reading.resting import Resting, Row

_KEPT = [
    "path", "line", "relation", "says", "bound", "words", "nth", "start", "stop", "quote",
    "context", "rule", "firmness", "quote_id", "source_id", "title", "publisher", "published",
    "published_from", "edition_of", "url", "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its evidence.

    Attributes:
        column_name: Column of the cell.
        value: Value of the cell, as text.
        grounding: What the cell must rest on.
        why: Why the cell has no evidence; empty if it has.
        copied_from: The cells of which it is a copy, as ``evidence`` takes them.
        evidence: Its rows of evidence, the supporting ones first.
    """

    column_name: str
    value: str
    grounding: str
    why: str
    copied_from: tuple[str, ...]
    evidence: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, its file and line, and its cells in the order of the columns."""

    table_name: str
    row_key: str
    path: str
    line: int
    cells: tuple[Cell, ...]


def rows(
    files: Files, table: str, key: str | None = None, column: str | None = None
) -> list[TableRow]:
    """The rows of a table, or the row ``key``; with all filled cells, or only that of ``column``.

    Raises:
        KeyError: Unknown table, row or column; the message suggests the closest ones.
    """
    text = texts(files)
    paths = {name: one["path"] for name, one in files.resources.items()}
    beside = _beside(witnesses(files, text, table, key, column), paths["evidence"])
    fields = [one for one in files.schema(table)["fields"] if column in {None, one["name"]}]
    resting = Resting(files, text)

    def cell(name: str, field: Mapping[str, Any], values: Row) -> Cell:
        evidence, value = beside.get((name, field["name"]), ()), values[field["name"]]
        why = "" if evidence else resting.why(table, values, field)
        copied = resting.originals(values, field) if value else ()
        named = tuple(" ".join(one) for one in copied)
        return Cell(field["name"], value, field["gsomia:grounding"], why, named, evidence)

    listed = zip(resting.rows(table), lines(text(table)), strict=True)
    return [
        TableRow(
            table,
            name,
            paths[table],
            line,
            tuple(
                cell(name, field, values)
                for field in fields
                if column is not None or values[field["name"]]
            ),
        )
        for (name, values), line in listed
        if key in {None, name}
    ]


def _beside(
    evidence: pd.DataFrame, path: str
) -> Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]:
    """The rows of evidence of each cell, by row and column."""
    ordered = evidence.assign(supports=evidence["relation"] == "supports", path=path)
    ordered = ordered.sort_values("supports", ascending=False, kind="stable").astype(object)
    ordered = ordered.where(ordered.notna(), "")
    beside = defaultdict[tuple[str, str], list[Mapping[str, Any]]](list)
    rows = ordered[_KEPT].to_dict("records")
    cells = zip(ordered["row_key"], ordered["column_name"], strict=True)
    for cell, row in zip(cells, rows, strict=True):
        beside[cell].append({str(name): value for name, value in row.items()})
    return {cell: tuple(listed) for cell, listed in beside.items()}
