"""Derived cells: what `fmt` writes and `check` recomputes from other cells and the documents.

A cell is left out if its inputs do not suffice, so that a fault in an input is reported only once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gsomia_data._floor import edtf
from gsomia_data.curation.package.positions import beside, natural, position
from gsomia_data.curation.rules.numbers import numbers
from gsomia_data.curation.schema.columns import Origin
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import TableSpec
from gsomia_data.curation.schema.vocabulary import Form, PublishedFrom, Relation

Rows = Sequence[Mapping[str, str]]
OPENING = 24
"""Characters of ``opens``."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""Letters only: a spreadsheet would read `1e100000` as a number and `dec12016` as a day."""
_FORMS = {2: Form.BILATERAL, 3: Form.TRILATERAL}


class Cell(NamedTuple):
    """One cell: its table, the index of its row, its column."""

    table: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Derived:
    """The values of derived cells.

    Attributes:
        always: Values that every `fmt` writes.
        once: Values that `fmt` writes only into an empty cell.
        torn: Cells for which the inputs give two values, and why.
    """

    always: Mapping[Cell, str]
    once: Mapping[Cell, str]
    torn: Mapping[Cell, str]


def derive(
    tables: Mapping[str, Rows], texts: Mapping[str, str], documents: Mapping[str, bytes]
) -> Derived:
    """Compute the derived cells.

    Args:
        tables: Rows by table.
        texts: Texts of the documents that are there, by source.
        documents: Bytes of the same documents, by source.
    """
    always: dict[Cell, str] = {}
    torn: dict[Cell, str] = {}
    for cell, values, why in (
        *_agreements(tables),
        *_copied(tables),
        *_dates(tables),
        *_quantities(tables),
        *_sources(tables),
        *_quotes(tables, texts),
        *_omissions(tables, texts),
    ):
        if len(values) == 1:
            always[cell] = values[0]
        elif values:
            torn[cell] = f"{why}: {', '.join(values)}"
    once = dict(_documents(tables, texts, documents))
    for spec in TABLES.values():
        if spec.sealed:
            for at, row in enumerate(tables[spec.name]):
                once[Cell(spec.name, at, "seal")] = seal(spec, row)
    return Derived(always, once, torn)


_Values = tuple[Cell, list[str], str]
"""A cell, the values that its inputs give, and why if there are two."""


def _agreements(tables: Mapping[str, Rows]) -> Iterator[_Values]:
    parties: dict[str, set[str]] = defaultdict(set)
    for row in tables["signatories"]:
        parties[row["agreement_id"]].add(row["party"])
    for at, row in enumerate(tables["agreements"]):
        name = row["agreement_id"]
        form = _FORMS.get(len(parties[name]))
        yield Cell("agreements", at, "form"), [str(form) if form else ""], ""


def _copied(tables: Mapping[str, Rows]) -> Iterator[_Values]:
    """The cells that are copies of a cell in another table."""
    for spec in TABLES.values():
        for column in spec.columns:
            origin = column.declared.origin
            if origin is None:
                continue
            originals = _originals(tables[origin.table], origin)
            for at, row in enumerate(tables[spec.name]):
                values = originals.get(spec.key_of(row), [""])
                codes = " and ".join(f"{name} {code}" for name, code in origin.where)
                why = f"{len(values)} rows of {origin.table} have {codes}"
                yield Cell(spec.name, at, column.name), values, why


def _originals(rows: Rows, origin: Origin) -> Mapping[str, list[str]]:
    """The cells that may be copied, by the key of the row that gets the copy."""
    originals: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if all(row[name] == code for name, code in origin.where):
            originals[row[origin.reference]].append(row[origin.column])
    return originals


def _dates(tables: Mapping[str, Rows]) -> Iterator[_Values]:
    for at, row in enumerate(tables["dates"]):
        try:
            day = edtf.parse(row["date"])
        except ValueError:
            continue
        yield Cell("dates", at, "earliest"), [day.earliest.isoformat() if day.earliest else ""], ""
        yield Cell("dates", at, "latest"), [day.latest.isoformat() if day.latest else ""], ""
        yield Cell("dates", at, "precision"), [day.precision], ""


def _quantities(tables: Mapping[str, Rows]) -> Iterator[_Values]:
    bounds: dict[str, set[str]] = defaultdict(set)
    for row in tables["evidence"]:
        if (row["table_name"], row["column_name"], row["rule"], row["relation"]) == (
            "quantities",
            "value",
            "number",
            Relation.SUPPORTS,
        ):
            bounds[row["row_key"]] |= {str(number.bound) for number in numbers(row["words"])}
    for at, row in enumerate(tables["quantities"]):
        values = sorted(bounds[row["quantity_id"]])
        yield Cell("quantities", at, "bound"), values, "its evidence limits it in two ways"


def _sources(tables: Mapping[str, Rows]) -> Iterator[_Values]:
    dated = {
        row["row_key"]
        for row in tables["evidence"]
        if (row["table_name"], row["column_name"], row["relation"])
        == ("sources", "published", Relation.SUPPORTS)
    }
    for at, row in enumerate(tables["sources"]):
        name = row["source_id"]
        known = PublishedFrom.TEXT if name in dated else PublishedFrom.OUTSIDE
        yield Cell("sources", at, "published_from"), [known], ""
        yield Cell("sources", at, "path"), [f"corpus/{name}.txt"], ""


def _documents(
    tables: Mapping[str, Rows], texts: Mapping[str, str], documents: Mapping[str, bytes]
) -> Iterator[tuple[Cell, str]]:
    for at, row in enumerate(tables["sources"]):
        name = row["source_id"]
        if name in documents and name in texts:
            digest = hashlib.sha256(documents[name]).hexdigest()
            yield Cell("sources", at, "sha256"), digest
            yield Cell("sources", at, "characters"), str(len(texts[name]))


def _quotes(tables: Mapping[str, Rows], texts: Mapping[str, str]) -> Iterator[_Values]:
    for at, row in enumerate(tables["quotes"]):
        document = texts.get(row["source_id"])
        start = position(document, row) if document is not None else None
        if document is None or start is None:
            continue
        end = start + len(row["exact"])
        yield Cell("quotes", at, "start"), [str(start)], ""
        yield Cell("quotes", at, "stop"), [str(end)], ""
        prefix, suffix = beside(document, start, end)
        yield Cell("quotes", at, "prefix"), [prefix], ""
        yield Cell("quotes", at, "suffix"), [suffix], ""


def _omissions(tables: Mapping[str, Rows], texts: Mapping[str, str]) -> Iterator[_Values]:
    for at, row in enumerate(tables["omissions"]):
        document = texts.get(row["source_id"])
        start, end = natural(row["start"]), natural(row["stop"])
        if document is None or start is None or end is None:
            continue
        if start < end <= len(document):
            opens = document[start : min(end, start + OPENING)]
            yield Cell("omissions", at, "opens"), [opens], ""


def seal(spec: TableSpec, row: Mapping[str, str]) -> str:
    """The first 8 digits of the SHA-256 of the cells that a person wrote, as letters a to p."""
    cells = [row[c.name] for c in spec.columns if c.grounding is not Grounding.DERIVED]
    data = json.dumps([spec.name, *cells], ensure_ascii=True).encode("ascii", "backslashreplace")
    return hashlib.sha256(data).hexdigest()[:8].translate(_LETTERS)


def sorted_rows(spec: TableSpec, rows: Rows) -> list[Mapping[str, str]]:
    """Rows in canonical order: text by code points, numbers by size, tables as declared."""
    names = list(TABLES)

    def rank(row: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
        parts = []
        for name in (*spec.order, *spec.key):
            text, column = row[name], spec.column(name)
            if column and column.kind.name == "integer" and text.isdecimal() and len(text) < 19:
                parts.append((int(text), ""))
            elif (spec.name, name) == ("evidence", "table_name") and text in names:
                parts.append((names.index(text), ""))
            else:
                parts.append((0, text))
        return tuple(parts)

    return sorted(rows, key=rank)
