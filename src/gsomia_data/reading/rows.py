"""Rows for people to read: each cell with its evidence, or with the reason why it has none."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from gsomia_data.reading.evidence import witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, lines, row_keys, texts

_KEPT = [
    "path", "line", "relation", "says", "words", "nth", "quote", "context", "rule",
    "firmness", "quote_id", "source_id", "title", "publisher", "published", "published_from", "url",
    "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its evidence.

    Attributes:
        column_name: Column of the cell.
        value: Value of the cell, as text.
        grounding: What the cell must rest on.
        why: Lines that explain why the cell has no evidence; empty if it has.
        evidence: Its rows of evidence, the supporting ones first.
    """

    column_name: str
    value: str
    grounding: str
    why: tuple[str, ...]
    evidence: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, its file and line, and its cells in the order of the columns."""

    table_name: str
    row_key: str
    path: str
    line: int
    cells: tuple[Cell, ...]


_LISTED = "no evidence: a listed name, which holds in every document"


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

    document = files.schema(table).get("gsomia:listed_without")

    def cell(name: str, field: Mapping[str, Any], values: Mapping[Hashable, Any]) -> Cell:
        evidence, value = beside.get((name, field["name"]), ()), values[field["name"]]
        needed = value and field.get("gsomia:needs_evidence")
        listed = needed and document and not values[document]
        why = (_LISTED,) if listed else _why(files, text, values, field)
        return Cell(
            field["name"], value, field["gsomia:grounding"], () if evidence else why, evidence
        )

    frame = text(table)
    cells = frame.fillna("").to_dict("records")
    listed = zip(row_keys(files, table, frame), lines(frame), cells, strict=True)
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
        for name, line, values in listed
        if key in {None, name}
    ]


def _beside(
    evidence: pd.DataFrame, path: str
) -> Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]:
    """The rows of evidence of each cell, by row and column."""
    ordered = evidence.assign(supports=evidence["relation"] == "supports", path=path)
    ordered = ordered.sort_values("supports", ascending=False, kind="stable").fillna("")
    beside = defaultdict[tuple[str, str], list[Mapping[str, Any]]](list)
    rows = ordered[_KEPT].to_dict("records")
    cells = zip(ordered["row_key"], ordered["column_name"], strict=True)
    for cell, row in zip(cells, rows, strict=True):
        beside[cell].append({str(name): value for name, value in row.items()})
    return {cell: tuple(listed) for cell, listed in beside.items()}


def _why(
    files: Files, text: Texts, values: Mapping[Hashable, Any], field: Mapping[str, Any]
) -> tuple[str, ...]:
    """Lines that say why a cell has no evidence and, if it is copied, where its evidence is."""
    if not values[field["name"]]:
        return ("empty: no source gives it",)
    wanted = field["gsomia:rests_on"].partition("; no evidence")[0]
    if field.get("gsomia:needs_evidence"):
        return (f"no evidence yet; wanted: {wanted}",)
    if field["gsomia:grounding"] != "derived":
        return (f"no evidence: {wanted}",)
    computed = f"computed: {field['description']}"
    origins = _origins(files, text, values, field.get("gsomia:copied_from"))
    return (computed, *(f"its words: gsomia-data evidence {origin}" for origin in origins))


def _origins(
    files: Files, text: Texts, values: Mapping[Hashable, Any], copied: Mapping[str, Any] | None
) -> list[str]:
    """Table, key and column of the cells from which a cell in a row with ``values`` is copied."""
    if copied is None:
        return []
    table = copied["table"]
    origins = text(table)
    found = {copied["reference"]: values[copied["through"]], **copied["where"]}
    for column, code in found.items():
        origins = origins[origins[column] == code]
    return [f"{table} {one} {copied['column']}" for one in row_keys(files, table, origins)]
