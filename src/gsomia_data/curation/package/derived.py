"""Derived cells: what `fmt` writes and `check` recomputes, from the other cells and the documents.

Pure: rows in, values out. A cell whose inputs do not suffice is left out of the answer, so that
one fault in an input is one finding there and not a second one here.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gsomia_data._floor import edtf
from gsomia_data._floor.text import places
from gsomia_data.curation.rules.numbers import numbers
from gsomia_data.curation.schema.columns import Origin, TableSpec
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Form, PublishedFrom, Relation

Rows = Sequence[Mapping[str, str]]
CONTEXT = 32
OPENING = 24
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""No digit is left that a spreadsheet could read as a number (`1e100000`) or a day (`dec12016`)."""
_FORMS = {2: Form.BILATERAL, 3: Form.TRILATERAL}


class Cell(NamedTuple):
    """One cell: its table, the index of its row, its column."""

    table: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Derived:
    """``always`` is written by every `fmt`; ``once`` only into an empty cell.

    ``torn`` are cells for which the inputs give two answers, with the reason.
    """

    always: Mapping[Cell, str]
    once: Mapping[Cell, str]
    torn: Mapping[Cell, str]


def derive(
    tables: Mapping[str, Rows], texts: Mapping[str, str], documents: Mapping[str, bytes]
) -> Derived:
    """Derived cells of ``tables``; ``texts`` and ``documents`` by source id, where present."""
    always: dict[Cell, str] = {}
    torn: dict[Cell, str] = {}
    for cell, answers, why in (
        *_agreements(tables),
        *_copied(tables),
        *_dates(tables),
        *_quantities(tables),
        *_sources(tables),
        *_quotes(tables, texts),
        *_omissions(tables, texts),
    ):
        if len(answers) == 1:
            always[cell] = answers[0]
        elif answers:
            torn[cell] = f"{why}: {', '.join(answers)}"
    once = dict(_documents(tables, texts, documents))
    for spec in TABLES.values():
        if spec.sealed:
            for at, row in enumerate(tables[spec.name]):
                once[Cell(spec.name, at, "seal")] = seal(spec, row)
    return Derived(always, once, torn)


_Answer = tuple[Cell, list[str], str]


def _agreements(tables: Mapping[str, Rows]) -> Iterator[_Answer]:
    parties: dict[str, set[str]] = defaultdict(set)
    for row in tables["signatories"]:
        parties[row["agreement_id"]].add(row["party"])
    for at, row in enumerate(tables["agreements"]):
        name = row["agreement_id"]
        form = _FORMS.get(len(parties[name]))
        yield Cell("agreements", at, "form"), [str(form) if form else ""], ""


def _copied(tables: Mapping[str, Rows]) -> Iterator[_Answer]:
    """The cells that are copies of a cell in a row which refers to theirs."""
    for spec in TABLES.values():
        for column in spec.columns:
            origin = column.declared.origin
            if origin is None:
                continue
            found = _origins(tables[origin.table], origin)
            for at, row in enumerate(tables[spec.name]):
                answers = found.get(spec.key_of(row), [""])
                codes = " and ".join(f"{name} {code}" for name, code in origin.where)
                why = f"{len(answers)} rows of {origin.table} have {codes}"
                yield Cell(spec.name, at, column.name), answers, why


def _origins(rows: Rows, origin: Origin) -> Mapping[str, list[str]]:
    """The cells that may be copied, by the key of the row into which they go."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if all(row[name] == code for name, code in origin.where):
            found[row[origin.reference]].append(row[origin.column])
    return found


def _dates(tables: Mapping[str, Rows]) -> Iterator[_Answer]:
    for at, row in enumerate(tables["dates"]):
        try:
            day = edtf.parse(row["date"])
        except ValueError:
            continue
        yield Cell("dates", at, "earliest"), [day.earliest.isoformat() if day.earliest else ""], ""
        yield Cell("dates", at, "latest"), [day.latest.isoformat() if day.latest else ""], ""
        yield Cell("dates", at, "precision"), [day.precision], ""


def _quantities(tables: Mapping[str, Rows]) -> Iterator[_Answer]:
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
        found = sorted(bounds[row["quantity_id"]])
        yield Cell("quantities", at, "bound"), found, "its evidence bounds it in two ways"


def _sources(tables: Mapping[str, Rows]) -> Iterator[_Answer]:
    told = {
        row["row_key"]
        for row in tables["evidence"]
        if (row["table_name"], row["column_name"], row["relation"])
        == ("sources", "published", Relation.SUPPORTS)
    }
    for at, row in enumerate(tables["sources"]):
        name = row["source_id"]
        known = PublishedFrom.TEXT if name in told else PublishedFrom.OUTSIDE
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


def _quotes(tables: Mapping[str, Rows], texts: Mapping[str, str]) -> Iterator[_Answer]:
    for at, row in enumerate(tables["quotes"]):
        document = texts.get(row["source_id"])
        start = position(document, row) if document is not None else None
        if document is None or start is None:
            continue
        end = start + len(row["exact"])
        yield Cell("quotes", at, "start"), [str(start)], ""
        yield Cell("quotes", at, "stop"), [str(end)], ""
        prefix, suffix = _beside(document, start, end)
        yield Cell("quotes", at, "prefix"), [prefix], ""
        yield Cell("quotes", at, "suffix"), [suffix], ""


def position(document: str, quote: Mapping[str, str]) -> int | None:
    """Where a quote is: at ``start`` if its words are there, else at their only place.

    Nowhere if neither ``prefix`` nor ``suffix`` is beside it, unless both are empty, as in a new
    row: a quote never moves to the same words of another passage.
    """
    start, exact = natural(quote["start"]), quote["exact"]
    if start is None or not exact or not document.startswith(exact, start):
        found = places(document, exact)
        if len(found) != 1:
            return None
        start = found[0]
    return start if _agrees(document, quote, start) else None


def _agrees(document: str, quote: Mapping[str, str], start: int) -> bool:
    """Whether the words before or after are the ones that stood there.

    Short ones were cut off by an edge of the document, and only agree at that edge.
    """
    beside = _beside(document, start, start + len(quote["exact"]))
    old = quote["prefix"], quote["suffix"]
    return old == ("", "") or old[0] == beside[0] or old[1] == beside[1]


def _beside(document: str, start: int, end: int) -> tuple[str, str]:
    return document[max(0, start - CONTEXT) : start], document[end : end + CONTEXT]


def unplaced(document: str, quote: Mapping[str, str]) -> tuple[str, str]:
    """Why a quote has no position though its words are in the document, and the way out."""
    found, start = places(document, quote["exact"]), natural(quote["start"])
    where = ", ".join(map(str, found))
    if start not in found and len(found) > 1:
        message = f"the words are {len(found)} times in the document, at {where}"
        return message, "write the right one into start"
    here = start if start in found else found[0]
    message = f"the words are at {where}; at {here} neither prefix nor suffix is beside them"
    return message, f"if {here} is the passage, empty prefix and suffix, and run fmt"


def _omissions(tables: Mapping[str, Rows], texts: Mapping[str, str]) -> Iterator[_Answer]:
    for at, row in enumerate(tables["omissions"]):
        document = texts.get(row["source_id"])
        start, end = natural(row["start"]), natural(row["stop"])
        if document is None or start is None or end is None:
            continue
        if start < end <= len(document):
            opens = document[start : min(end, start + OPENING)]
            yield Cell("omissions", at, "opens"), [opens], ""


def natural(cell: str) -> int | None:
    """The position or count in a cell, or nothing where none stands there that could be one."""
    return int(cell) if cell.isdecimal() and len(cell) < 10 else None


def seal(spec: TableSpec, row: Mapping[str, str]) -> str:
    """First 8 digits of the SHA-256 of the cells that a person wrote, as letters from a to p."""
    cells = [row[c.name] for c in spec.columns if c.grounding is not Grounding.DERIVED]
    data = json.dumps([spec.name, *cells], ensure_ascii=True).encode("ascii", "backslashreplace")
    return hashlib.sha256(data).hexdigest()[:8].translate(_LETTERS)


def sorted_rows(spec: TableSpec, rows: Rows) -> list[Mapping[str, str]]:
    """Rows in canonical order: by key as code points, positions as numbers, tables as declared."""
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
