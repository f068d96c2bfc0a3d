"""Derived cells: what `fmt` writes and `check` recomputes from other cells and the documents.

Seals are the exception: `build` writes them (``build.sealing``).

A cell is left out if its inputs do not suffice, so that a fault in an input is reported only once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.text import occurrences
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.positions import as_cell, beside, position
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.rules.numbers import Number, numbers_in
from gsomia_data.curation.schema.columns import Origin
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import TableSpec
from gsomia_data.curation.schema.vocabulary import (
    WORDLESS,
    Form,
    PublishedFrom,
    Relation,
    Speech,
)

Tables = Mapping[str, Sequence[Entry]]
"""Rows by table."""
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


def derive(tables: Tables, texts: Mapping[str, str], documents: Mapping[str, bytes]) -> Derived:
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
        *_reactions(tables),
        *_dates(tables),
        *_quantities(tables),
        *_claims(tables),
        *_sources(tables),
        *_quotes(tables, texts),
        *_evidence(tables),
        *_omissions(tables, texts),
    ):
        if len(values) == 1:
            always[cell] = values[0]
        elif values:
            torn[cell] = f"{why}: {', '.join(values)}"
    return Derived(always, dict(_documents(tables, texts, documents)), torn)


_Values = tuple[Cell, list[str], str]
"""A cell, the values that its inputs give, and why if there are two."""


def _agreements(tables: Tables) -> Iterator[_Values]:
    parties: dict[str, set[str]] = defaultdict(set)
    for row in tables["signatories"]:
        parties[row.cells["agreement_id"]].add(row.cells["party"])
    for at, row in enumerate(tables["agreements"]):
        name = row.cells["agreement_id"]
        form = _FORMS.get(len(parties[name]))
        yield Cell("agreements", at, "form"), [str(form) if form else ""], ""


def _copied(tables: Tables) -> Iterator[_Values]:
    """The cells that are copies of a cell in another table."""
    for spec in TABLES.values():
        for column in spec.columns:
            origin = column.declared.origin
            if origin is None:
                continue
            originals = _originals(tables[origin.table], origin)
            for at, row in enumerate(tables[spec.name]):
                values = originals.get(row.cells[origin.through], [""])
                if len(values) > 1 and origin.reference in TABLES[origin.table].key:
                    continue  # K01 reports two rows of one key
                if None in values:
                    continue  # M01 reports the original, and a copy would be a fault as well
                codes = " and ".join(f"{name} {code}" for name, code in origin.where)
                why = f"{len(values)} rows of {origin.table} have {codes}"
                yield Cell(spec.name, at, column.name), [one or "" for one in values], why


def _originals(rows: Sequence[Entry], origin: Origin) -> Mapping[str, Sequence[str | None]]:
    """The cells that may be copied, by the value of ``reference``; ``None`` if one has no value."""
    originals: dict[str, list[str | None]] = defaultdict(list)
    for row in rows:
        if all(row.cells[name] == code for name, code in origin.where):
            cell = row.cells[origin.column]
            unread = cell and value_in(row, origin.column, object) is None
            originals[row.cells[origin.reference]].append(None if unread else cell)
    return originals


def _reactions(tables: Tables) -> Iterator[_Values]:
    for at, row in enumerate(tables["reactions"]):
        speech = speech_of(row.cells["act"], row.cells["wording"], row.cells["gist"])
        yield Cell("reactions", at, "speech"), [str(speech) if speech else ""], ""


def speech_of(act: str, wording: str, gist: str) -> Speech | None:
    """How a document gives the words of a reaction; ``None`` for an act without words."""
    if wording:
        return Speech.MIXED if gist else Speech.DIRECT
    return Speech.INDIRECT if gist and act not in WORDLESS else None


def _supporting(tables: Tables, table: str, column: str) -> Iterator[Mapping[str, str]]:
    """The cells of each row of evidence that supports a cell of this column."""
    wanted = table, column, Relation.SUPPORTS
    for row in tables["evidence"]:
        cells = row.cells
        if (cells["table_name"], cells["column_name"], cells["relation"]) == wanted:
            yield cells


def _dates(tables: Tables) -> Iterator[_Values]:
    for at, row in enumerate(tables["dates"]):
        day = value_in(row, "date", Edtf)
        if day is None:
            continue
        yield Cell("dates", at, "earliest"), [day.earliest.isoformat() if day.earliest else ""], ""
        yield Cell("dates", at, "latest"), [day.latest.isoformat() if day.latest else ""], ""
        yield Cell("dates", at, "precision"), [day.precision], ""


def _quantities(tables: Tables) -> Iterator[_Values]:
    bounds: dict[str, set[str]] = defaultdict(set)
    exact = _exact(tables)
    for cells in _supporting(tables, "quantities", "value"):
        bounds[cells["row_key"]] |= bounds_in(exact[cells["quote_id"]], cells)
    for at, row in enumerate(tables["quantities"]):
        values = sorted(bounds[row.cells["quantity_id"]])
        yield Cell("quantities", at, "bound"), values, "its evidence limits it in two ways"


def _evidence(tables: Tables) -> Iterator[_Values]:
    exact = _exact(tables)
    for at, row in enumerate(tables["evidence"]):
        bounds = list(bounds_in(exact[row.cells["quote_id"]], row.cells))
        unread = row.cells["rule"] == "number" and len(bounds) != 1
        if not unread:  # E02 or E04 reports it
            yield Cell("evidence", at, "bound"), bounds or [""], ""


def _exact(tables: Tables) -> Mapping[str, str]:
    """The words of each quote; none of one that is not there."""
    return defaultdict(str, {row.cells["quote_id"]: row.cells["exact"] for row in tables["quotes"]})


def bounds_in(exact: str, cells: Mapping[str, str]) -> set[str]:
    """How the words of a row of evidence limit their number in a quote, ``exact``; none without."""
    if cells["rule"] != "number":
        return set()
    counts = _counts(exact, cells["words"], cells["nth"])
    return {str(one.bound) for one in counts if not one.refusal}


def _counts(exact: str, words: str, nth: str) -> tuple[Number, ...]:
    """The numbers in words of a quote, as the quote has them."""
    spans = occurrences(exact, words)
    at = int(nth) - 1 if nth.isdecimal() and len(nth) < 5 else -1
    return numbers_in(exact, *spans[at]) if 0 <= at < len(spans) else ()


def _claims(tables: Tables) -> Iterator[_Values]:
    """The document of each claim; of two editions of one article, the first that has it."""
    source = {row.cells["quote_id"]: row.cells["source_id"] for row in tables["quotes"]}
    first = {row.cells["source_id"]: row.cells["edition_of"] for row in tables["sources"]}
    said: dict[str, set[str]] = defaultdict(set)
    for cells in _supporting(tables, "claims", "clause"):
        said[cells["row_key"]].add(source.get(cells["quote_id"], ""))
    for at, row in enumerate(tables["claims"]):
        listed = said[row.cells["claim_id"]]
        values = sorted(one for one in listed if one and first.get(one) not in listed)
        yield Cell("claims", at, "source_id"), values, "a claim is that of one document"


def _sources(tables: Tables) -> Iterator[_Values]:
    dated: dict[str, set[PublishedFrom]] = defaultdict(set)
    for cells in _supporting(tables, "sources", "published"):
        # a note on a date says that the words date something else (docs/evidence.md)
        known = PublishedFrom.INFERRED if cells["note"] else PublishedFrom.TEXT
        dated[cells["row_key"]].add(known)
    for at, row in enumerate(tables["sources"]):
        name = row.cells["source_id"]
        ways = (PublishedFrom.TEXT, PublishedFrom.INFERRED)
        known = next((way for way in ways if way in dated[name]), PublishedFrom.OUTSIDE)
        yield Cell("sources", at, "published_from"), [str(known)], ""
        yield Cell("sources", at, "path"), [f"corpus/{name}.txt"], ""


def _documents(
    tables: Tables, texts: Mapping[str, str], documents: Mapping[str, bytes]
) -> Iterator[tuple[Cell, str]]:
    for at, row in enumerate(tables["sources"]):
        name = row.cells["source_id"]
        if name in documents and name in texts:
            digest = hashlib.sha256(documents[name]).hexdigest()
            yield Cell("sources", at, "sha256"), digest
            yield Cell("sources", at, "characters"), str(len(texts[name]))


def _quotes(tables: Tables, texts: Mapping[str, str]) -> Iterator[_Values]:
    for at, row in enumerate(tables["quotes"]):
        document = texts.get(row.cells["source_id"])
        start = position(document, row) if document is not None else None
        if document is None or start is None:
            continue
        end = start + len(row.cells["exact"])
        yield Cell("quotes", at, "start"), [str(start)], ""
        yield Cell("quotes", at, "stop"), [str(end)], ""
        prefix, suffix = beside(document, start, end)
        yield Cell("quotes", at, "prefix"), [prefix], ""
        yield Cell("quotes", at, "suffix"), [suffix], ""


def _omissions(tables: Tables, texts: Mapping[str, str]) -> Iterator[_Values]:
    for at, row in enumerate(tables["omissions"]):
        document = texts.get(row.cells["source_id"])
        start, end = value_in(row, "start", int), value_in(row, "stop", int)
        if document is None or start is None or end is None:
            continue
        if start < end <= len(document):
            opens = as_cell(document[start : min(end, start + OPENING)])
            yield Cell("omissions", at, "opens"), [opens], ""


def seal(spec: TableSpec, row: Mapping[str, str]) -> str:
    """The first 8 digits of the SHA-256 of the cells that a person wrote, as letters a to p."""
    cells = [row[c.name] for c in spec.columns if c.grounding is not Grounding.DERIVED]
    data = json.dumps([spec.name, *cells], ensure_ascii=True).encode("ascii", "backslashreplace")
    return hashlib.sha256(data).hexdigest()[:8].translate(_LETTERS)


def sorted_rows(spec: TableSpec, rows: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
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
