"""N: marks in notes."""

from collections.abc import Iterator

from gsomia_data._floor.marks import Mark, marks, slips
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import absent, incomplete
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES

_FORMS = 'Otherwise (column, quote): "words" ...; Tension (column; table key column): ...'


@check(
    "N01",
    scope="keys",
    example='A note says `Otherwise (scope, q-1): "words"`, and `q-1` has other words.',
    way_out="Copy the words from the quote; name a column of the row.",
    needs=("F01", "F03", "M01", "K01"),
)
def marked(package: Package) -> Iterator[Breach]:
    """Each mark in a note is about a column of its row, and its words appear in its quote."""
    for name, entry in _noted(package):
        if slips(entry.cells["note"]):
            message = "a mark in the note is not written as marks are"
            yield at(name, entry, "note", message, _FORMS)
    for name, entry, mark in _marks(package):
        if TABLES[name].column(mark.column) is None:
            message = f"{name} has no column {mark.column!r}"
            yield at(name, entry, "note", message, _FORMS)
        elif mark.kind != "tension":
            quote = package.keyed["quotes"].get(mark.quote_id)
            if quote is None and not absent(package, "quotes", mark.quote_id):
                continue
            if quote is None or not mark.words or mark.words not in quote.cells["exact"]:
                where = mark.quote_id or "a quote"
                message = f"the words {in_quotes(mark.words)} do not appear in {where}"
                yield at(name, entry, "note", message, _FORMS)


@check(
    "N02",
    scope="keys",
    example="A tension is noted in only one of the two rows.",
    way_out="Note it in the other row too.",
    needs=("F01", "F03", "M01", "K01", "N01"),
)
def mutual(package: Package) -> Iterator[Breach]:
    """A tension between two cells is noted in both rows."""
    tensions = {
        ((name, TABLES[name].key_of(entry.cells), mark.column), mark.other)
        for name, entry, mark in _marks(package.whole)
        if mark.kind == "tension"
    }
    for name, entry, mark in _marks(package):
        here = name, TABLES[name].key_of(entry.cells), mark.column
        if mark.other and _unsure(package, *mark.other[:2]):
            continue
        if mark.kind == "tension" and (mark.other is None or (mark.other, here) not in tensions):
            there = " ".join(mark.other) if mark.other else "the other cell"
            message = f"{there} does not note the tension with {' '.join(here)}"
            yield at(name, entry, "note", message, "note it in that row too")


def _unsure(package: Package, table: str, key: str) -> bool:
    """Whether the row, or a mark in its note, cannot be read."""
    row = package.whole.keyed[table].get(key) if table in TABLES else None
    if row is None:
        return table in TABLES and incomplete(package, table)
    return bool(slips(row.cells.get("note", "")))


def _noted(package: Package) -> Iterator[tuple[str, Entry]]:
    for name, spec in TABLES.items():
        if "note" in spec.header and name != "evidence":
            yield from ((name, entry) for entry in package.rows(name))


def _marks(package: Package) -> Iterator[tuple[str, Entry, Mark]]:
    for name, entry in _noted(package):
        yield from ((name, entry, mark) for mark in marks(entry.cells["note"]))


CHECKS = (
    marked,
    mutual,
)
