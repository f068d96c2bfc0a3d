"""O: every character of every document is in exactly one quote or omission.

An omission may also lie inside a quote: its words are then no part of what the quote proves.
"""

import re
from collections.abc import Iterator, Sequence

from gsomia_data._floor import text
from gsomia_data._floor.alike import difference, nearest
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import incomplete, left_out
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import Piece, outer, pieces
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.rules.mentions import mentions
from gsomia_data.curation.rules.names import Names
from gsomia_data.curation.schema.models import Omission, Quote
from gsomia_data.curation.schema.vocabulary import OmissionReason

_NEEDS = ("F03", "M01", "K01", "K03", "Q02")


@check(
    "O01",
    scope="document",
    example="A sentence of a document is neither quoted nor omitted.",
    way_out="Run `gsomia-data gaps`, which prints the lines to paste.",
    needs=_NEEDS,
    needs_corpus=True,
)
def whole(package: Package) -> Iterator[Breach]:
    """Each character of a document, except white space, is in a quote or an omission."""
    by_document = pieces(package)
    for name, document in package.snapshot.texts.items():
        if name not in package.whole.keyed["sources"] or _in_doubt(package, name):
            continue
        spans = [(piece.start, piece.end) for piece in by_document.get(name, [])]
        spans += _claimed(package, name)
        for start, end in text.uncovered(document, spans):
            line = document.count("\n", 0, start) + 1
            message = f"characters {start} to {end} are in no quote and no omission: "
            shown = document[start : min(end, start + 60)]
            hint = "gsomia-data gaps prints the lines to paste"
            yield Breach(f"corpus/{name}.txt", line, "", message + in_quotes(shown), hint)


def _in_doubt(package: Package, name: str) -> bool:
    broken = any(incomplete(package, table) for table in ("quotes", "omissions"))
    return broken or (f"corpus/{name}.txt", 0) in package.left_out


def _claimed(package: Package, name: str) -> Iterator[tuple[int, int]]:
    """The positions that the quotes and omissions which are left out give for themselves.

    A quote without positions can be anywhere, unless words like its own are in the document.
    """
    document = package.snapshot.texts[name]
    for table in ("quotes", "omissions"):
        for entry in left_out(package, table):
            source = entry.cells["source_id"]
            start, end = value_in(entry, "start", int), value_in(entry, "stop", int)
            if source == name or source not in package.whole.keyed["sources"]:
                exact = entry.cells.get("exact", "")
                near = nearest(document, exact) if start is None and exact else None
                if near is not None:
                    yield _line_of(document, near)
                else:
                    yield start or 0, len(document) if end is None else end
                yield from ((at, at + len(exact)) for at in text.places(document, exact))


def _line_of(document: str, span: tuple[int, int]) -> tuple[int, int]:
    """The line in which a span lies: no quote reaches beyond it."""
    end = document.find("\n", span[1])
    return document.rfind("\n", 0, span[0]) + 1, len(document) if end < 0 else end


@check(
    "O02",
    scope="document",
    example="An omission begins inside a quote, and ends after it.",
    way_out="Let one end at the point at which the other begins, or the omission inside the quote.",
    needs=_NEEDS,
    needs_corpus=True,
)
def apart(package: Package) -> Iterator[Breach]:
    """No character is in two quotes or omissions, but for omissions that are a part of a quote."""
    for listed in pieces(package).values():
        inner = [piece for piece in listed if piece.within is not None]
        yield from _overlapping(outer(listed))
        yield from _overlapping(inner)


def _overlapping(listed: Sequence[Piece]) -> Iterator[Breach]:
    reach: Piece | None = None
    for piece in listed:
        if reach is not None and piece.start < reach.end:
            message = f"it overlaps line {reach.entry.line} of {reach.table}.csv"
            hint = "let one end at the point at which the other begins"
            yield at(piece.table, piece.entry, "start", message, hint)
        if reach is None or piece.end > reach.end:
            reach = piece


@check(
    "O03",
    scope="document",
    example="An omission ends beyond the end of its document.",
    way_out="Correct the positions.",
    needs=_NEEDS,
    needs_corpus=True,
)
def bounds(package: Package) -> Iterator[Breach]:
    """An omission lies inside its document, and does not begin or end with white space."""
    for row in package.of(Omission):
        document = package.snapshot.texts.get(row.value.source_id)
        if document is None:
            continue
        start, end = row.value.start, row.value.stop
        if not start < end <= len(document):
            message = f"{start} to {end} is not a passage of the {len(document)} characters"
            yield at("omissions", row, "stop", message, "gsomia-data gaps prints the positions")
        elif document[start].isspace() or document[end - 1].isspace():
            column = "start" if document[start].isspace() else "stop"
            message = "the omission begins or ends with white space"
            yield at("omissions", row, column, message, "leave it out of the omission")


@check(
    "O04",
    scope="document",
    example="A `duplicate` differs from its quote in one word.",
    way_out="Quote the passage and code it: a document may say the same thing twice.",
    needs=(*_NEEDS, "O03"),
    needs_corpus=True,
)
def duplicates(package: Package) -> Iterator[Breach]:
    """A duplicate has the same words as the quote that it names, and only duplicates name one."""
    exacts = {row.value.quote_id: row.value.exact for row in package.of(Quote)}
    for row in package.of(Omission):
        omission = row.value
        is_duplicate = omission.reason is OmissionReason.DUPLICATE
        if is_duplicate != bool(omission.duplicate_of):
            message = "a duplicate, and only a duplicate, names the quote that has its words"
            yield at("omissions", row, "duplicate_of", message, "fill or empty it")
        document = package.snapshot.texts.get(omission.source_id)
        exact = exacts.get(omission.duplicate_of or "")
        if not is_duplicate or document is None or exact is None:
            continue
        passage = document[omission.start : omission.stop]
        if text.fold(passage) != text.fold(exact):
            shown = difference(exact, passage)
            message = f"its words differ from {omission.duplicate_of}: {shown}"
            hint = "quote it and code it again, or name the right quote"
            yield at("omissions", row, "duplicate_of", message, hint)


@check(
    "O05",
    scope="document",
    example="An omitted sentence names Seoul, and the omission has no note.",
    way_out="Say in the note why it is not a fact of the tables.",
    needs=(*_NEEDS, "O03"),
    needs_corpus=True,
)
def explained(package: Package) -> Iterator[Breach]:
    """An omission that holds a date, a number or an actor's name has a note that says why."""
    for row in package.of(Omission):
        fact = first_fact(package, row.value)
        if fact and not row.value.note:
            what = in_quotes(fact)
            message = f"it holds {what}, so a note must say why that is not a fact of the tables"
            yield at("omissions", row, "note", message, "write the note, or quote it")


def first_fact(package: Package, omission: Omission) -> str:
    """The first date, number or name in an omission; empty if there is none."""
    document = package.snapshot.texts.get(omission.source_id)
    names = package.names.get(omission.source_id)
    if document is None or names is None:
        return ""
    return fact_in(document[omission.start : omission.stop], names)


def fact_in(passage: str, names: Names) -> str:
    """The first date, number or name in a passage; empty if there is none."""
    found = mentions(passage, names)
    spans = [
        *found.names,
        *found.counts_and_dates,
        *(match.span() for match in re.finditer(r"\d+", passage)),
    ]
    return passage[slice(*min(spans))] if spans else ""


CHECKS = (
    whole,
    apart,
    bounds,
    duplicates,
    explained,
)
