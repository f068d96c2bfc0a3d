"""E: every cell rests on exact words, and the words say what the cell says."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from gsomia_data import edtf, text
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.columns import ColumnSpec, Grounding
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.package import Package, Witness, source_of
from gsomia_data.curation.readings import PARTS, READINGS, reread
from gsomia_data.curation.readings.dates import mentions
from gsomia_data.curation.readings.numbers import numbers
from gsomia_data.curation.vocabulary import Bound, Relation

_NEEDS = ("F03", "M01", "K01", "K03", "K04", "K05", "Q02")


@check(
    "E01",
    scope="keys",
    example="The question of a poll is filled in, and no row of evidence gives the words for it.",
    way_out="Add the row of evidence; what no words say stays empty.",
    needs=("F03", "M01", "K01", "K04"),
)
def covered(package: Package) -> Iterator[Breach]:
    """Each filled cell that needs evidence has a row of evidence that states its value."""
    for name, spec in TABLES.items():
        for column in spec.columns:
            if not column.grounding.needs_evidence:
                continue
            for entry in package.rows(name):
                cell = name, spec.key_of(entry.cells), column.name
                if entry.cells[column.name] and not any(w.states for w in package.by_cell[cell]):
                    value = entry.cells[column.name]
                    message = f"no row of evidence states {value!r}"
                    hint = 'find its words with gsomia-data quote SOURCE "..."'
                    yield at(name, entry, column.name, message, hint)


@check(
    "E02",
    scope="rows",
    example="The words are `secrets`, but the quote says `secret`.",
    way_out="Copy the words from the quote.",
    needs=("F03", "M01", "K01", "K03"),
)
def standing(package: Package) -> Iterator[Breach]:
    """The words of a row of evidence appear in its quote, as whole words, as often as it says."""
    for witness in package.witnesses:
        if witness.span is not None or witness.quote is None:
            continue
        words, exact = witness.entry.cells["words"], witness.quote.cells["exact"]
        found = len(text.occurrences(exact, words))
        if found:
            wanted = witness.entry.cells["occurrence"]
            message = f"{words!r} stands {found} times in the quote, not {wanted}"
            yield at("evidence", witness.entry, "occurrence", message, "count from 1")
            continue
        if words in exact:
            message = f"{words!r} begins or ends inside a word of the quote"
        else:
            message = f"{words!r} does not stand in {witness.entry.cells['quote_id']}"
        near = text.nearest(exact, words)
        hint = f"nearest: {text.difference(exact[slice(*near)], words)}" if near else "copy them"
        yield at("evidence", witness.entry, "words", message, hint)


@check(
    "E03",
    scope="rows",
    example="A number has the reading `coded`, or a judgement has no note.",
    way_out="Choose a reading that the column takes; give the reason for a judgement in its note.",
    needs=("F03", "M01", "K01", "K03", "K04"),
)
def permitted(package: Package) -> Iterator[Breach]:
    """The reading exists and fits the column, and a judgement gives its reason."""
    for witness in package.witnesses:
        cells = witness.entry.cells
        reading = READINGS.get(cells["reading"])
        if reading is None:
            message = f"there is no reading {cells['reading']!r}"
            hint = f"one of: {', '.join(READINGS)}"
            yield at("evidence", witness.entry, "reading", message, hint)
        elif witness.column and witness.column.grounding not in reading.groundings:
            fits = ", ".join(
                r.name for r in READINGS.values() if witness.column.grounding in r.groundings
            )
            message = f"{reading.name} cannot give a {witness.column.grounding}"
            yield at("evidence", witness.entry, "reading", message, f"one of: {fits}")
        elif package.proof(witness) == "judged" and not cells["note"]:
            lone = "; this cue serves one cell only, so it counts as one" * (
                cells["reading"] == "cue"
            )
            message = f"a judgement needs its reason in the note{lone}"
            yield at("evidence", witness.entry, "note", message, "say why, briefly")


@check(
    "E04",
    scope="document",
    example="The words are `signed`, cut out of `will be signed`; or `5`, cut out of `15`.",
    way_out="Correct the words, the reading or the value.",
    needs=(*_NEEDS, "E02", "E03"),
    partly_corpus=True,
)
def read_again(package: Package) -> Iterator[Breach]:
    """Read again by its rule, the words give the value of the row and no other."""
    for witness in package.witnesses:
        words, context = package.words(witness), package.context(witness)
        reading = witness.entry.cells["reading"]
        if words is None or context is None:
            continue
        outcome = reread(reading, words, witness.value, context)
        if outcome.problem:
            message = f"{words.text!r} gives nothing as {reading}: {outcome.problem}"
            marked = _marked(words.quote, words.start, words.end)
            hint = f"the reading takes: {READINGS[reading].says}; quoted: {marked}"
            yield at("evidence", witness.entry, "words", message, hint)
        elif len(outcome.values) > 1:
            listed = ", ".join(outcome.values)
            message = f"{words.text!r} gives more than one value: {listed}"
            yield at("evidence", witness.entry, "words", message, "narrow the words")
        elif outcome.values[0] != witness.value:
            message = (
                f"{words.text!r} reads as {outcome.values[0]!r}, the row says {witness.value!r}"
            )
            hint = f"quoted: {_marked(words.quote, words.start, words.end)}"
            yield at("evidence", witness.entry, "value", message, hint)


def _marked(quote: str, start: int, end: int) -> str:
    return f"{quote[:start]}>>>{quote[start:end]}<<<{quote[end:]}"


@check(
    "E05",
    scope="keys",
    example="The cell says 58 percent, and its evidence says 59.",
    way_out="Correct the cell or the evidence; keep a source that differs, as `disputes`.",
    needs=("F03", "M01", "K04"),
)
def related(package: Package) -> Iterator[Breach]:
    """Evidence states the cell's value, disputes it with another, or approximates and allows it."""
    for witness in package.witnesses:
        if witness.record is None or witness.column is None or witness.spec is None:
            continue
        cells = witness.entry.cells
        column = witness.column
        value = witness.record.cells[column.name]
        line = witness.entry.line
        where = f"{cells['words']!r} in {cells['quote_id']} (line {line} of evidence.csv)"
        if cells["relation"] == Relation.STATES:
            if witness.value != value:
                message = f"the cell says {value!r}, its evidence {witness.value!r}: {where}"
                hint = "correct the cell or the evidence; a source that differs disputes"
                yield at(witness.spec.name, witness.record, column.name, message, hint)
            elif _bounded(witness):
                message = f"{where} only bounds the value"
                yield at("evidence", witness.entry, "relation", message, "approximates")
        elif cells["relation"] == Relation.DISPUTES:
            if witness.value == value:
                message = f"{where} gives the cell's own value, so it does not dispute"
                yield at("evidence", witness.entry, "relation", message, "states")
        else:
            why = _not_containing(package, witness, column, value)
            if why:
                hint = "words that leave no room for the value dispute it"
                yield at("evidence", witness.entry, "relation", f"{where} {why}", hint)


def _bounded(witness: Witness) -> bool:
    """Whether a number column that has no bound beside it is stated by a bounded number."""
    if witness.column is None or witness.column.grounding is not Grounding.NUMBER:
        return False
    if witness.spec is not None and witness.spec.column("bound") is not None:
        return False
    return any(n.bound is not Bound.EXACT for n in numbers(witness.entry.cells["words"]))


def _not_containing(package: Package, witness: Witness, column: ColumnSpec, value: str) -> str:
    """Why the words do not approximate ``value``; empty when they do."""
    if column.grounding is Grounding.NUMBER:
        found = numbers(witness.entry.cells["words"])
        bounded = len(found) == 1 and found[0].bound is not Bound.EXACT
        holds = bounded and found[0].allows(Decimal(value))
        return "" if holds else f"does not leave room for {value}"
    if column.kind.name == "edtf":
        return "" if _spans(witness.value, value) else f"does not span {value}"
    if column.references == "actors":
        holds = witness.value in package.wholes(value)
        return "" if holds else f"names nobody to whom {value} belongs"
    return "cannot approximate: only numbers, dates and actors have bounds"


def _spans(outer: str, inner: str) -> bool:
    try:
        return outer != inner and edtf.parse(outer).contains(edtf.parse(inner))
    except ValueError:
        return False


@check(
    "E06",
    scope="document",
    example="A wording has two parts, and one of them has no evidence.",
    way_out="Give each part its own row of evidence.",
    needs=(*_NEEDS, "E02"),
)
def parts(package: Package) -> Iterator[Breach]:
    """Each part of a wording has its own evidence, in the order of the document."""
    for entry in package.rows("reactions"):
        wording = entry.cells["wording"]
        rows = [
            witness
            for witness in package.by_cell["reactions", entry.cells["reaction_id"], "wording"]
            if witness.states and witness.absolute is not None
        ]
        if not wording or not rows:
            continue
        wanted = [text.fold(part) for part in wording.split(PARTS)]
        for source in sorted({source_of(witness) for witness in rows}):
            mine = sorted((w.absolute, w) for w in rows if source_of(w) == source and w.absolute)
            told = [text.fold(witness.entry.cells["words"]) for _, witness in mine]
            if told != wanted:
                missing = next((part for part in wanted if part not in told), "")
                why = f"no evidence for {missing!r}" if missing else "they stand in another order"
                message = f"the parts in {source} are not those of the wording: {why}"
                hint = "one row per part, in document order"
                yield at("reactions", entry, "wording", message, hint)


@check(
    "E07",
    scope="keys",
    example="No row of evidence names a certain quote.",
    way_out="Add evidence for what the quote says, or omit the passage and give the reason.",
    needs=("F01", "F03", "M01"),
)
def used(package: Package) -> Iterator[Breach]:
    """Each quote is used by a row of evidence."""
    bearing = {witness.entry.cells["quote_id"] for witness in package.witnesses}
    for entry in package.rows("quotes"):
        if entry.cells["quote_id"] not in bearing:
            message = "the quote bears no evidence"
            hint = "say what it states, or make it an omission"
            yield at("quotes", entry, "quote_id", message, hint)


@check(
    "E08",
    scope="keys",
    example="An alias used in one document is shown by words of another.",
    way_out="Quote the document that the row is about.",
    needs=("F03", "M01", "K03", "K04"),
)
def own_source(package: Package) -> Iterator[Breach]:
    """The evidence for an alias, or for a cell of a source, quotes that very document."""
    for witness in package.witnesses:
        if witness.record is None or witness.cell[0] not in ("aliases", "sources"):
            continue
        wanted = witness.record.cells["source_id"]
        if source_of(witness) not in ("", wanted):
            message = f"the quote is of {source_of(witness)}, the row of {wanted}"
            hint = "quote that document"
            yield at("evidence", witness.entry, "quote_id", message, hint)


@check(
    "E09",
    scope="document",
    example="A sentence gives two counts, and only one of them is coded.",
    way_out="Code the other too, or say in the quote's note why it is not a fact of the tables.",
    needs=("F01", "F03", "M01", "K01", "K03", "Q02", "E01", "E02", "E04", "E05", "E07"),
)
def counted(package: Package) -> Iterator[Breach]:
    """Each number and date of a quote is in the words of its evidence, or its note says why not."""
    told: dict[str, list[text.Span]] = defaultdict(list)
    for witness in package.witnesses:
        if witness.span:
            told[witness.entry.cells["quote_id"]].append(witness.span)
    for entry in package.rows("quotes"):
        exact, spans = entry.cells["exact"], told[entry.cells["quote_id"]]
        found = [
            *((number.start, number.end) for number in numbers(exact)),
            *((mention.start, mention.end) for mention in mentions(exact)),
        ]
        left = [
            exact[first:last]
            for first, last in found
            if not any(start <= first and last <= end for start, end in spans)
        ]
        if left and not entry.cells["note"]:
            shown = ", ".join(dict.fromkeys(left))
            message = f"no evidence is about {shown!r}"
            hint = "add the evidence, or say in the note why it is no fact of the tables"
            yield at("quotes", entry, "note", message, hint)


CHECKS = (
    covered,
    standing,
    permitted,
    read_again,
    related,
    parts,
    used,
    own_source,
    counted,
)
