"""E: the words of evidence, read again by their rule, and their relation to the cell."""

from collections.abc import Iterator
from decimal import Decimal

from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.names import key as name_key
from gsomia_data._floor.names import keys, own_key
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import absent, incomplete, left_out, may_state
from gsomia_data.curation.checks.rows import problems
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.package.witness import Witness, source_of
from gsomia_data.curation.rules import RULES, reread
from gsomia_data.curation.rules.numbers import Number, numbers, numbers_in
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.kinds import EDTF
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec
from gsomia_data.curation.schema.vocabulary import Bound, Relation

_NEEDS = ("F03", "M01", "K01", "K03", "K04", "K05", "Q02", "E10")


@check(
    "E04",
    scope="document",
    example="The words are `signed`, cut out of `will be signed`; or `5`, cut out of `15`.",
    way_out="Correct the words, the rule or the value.",
    needs=(*_NEEDS, "E02", "E03"),
    partly_corpus=True,
)
def read_again(package: Package) -> Iterator[Breach]:
    """Read again by its rule, the words give the value of the row and no other."""
    for witness in package.witnesses:
        yield from misread(package, witness)


def misread(package: Package, witness: Witness) -> Iterator[Breach]:
    """Why the words of one row of evidence do not give its value by its rule."""
    words, context = package.words(witness), package.context(witness)
    rule = witness.entry.cells["rule"]
    if not witness.gives_value or words is None or context is None:
        return
    if _in_doubt(package, witness):
        return
    outcome = reread(rule, words, witness.says, context)
    if outcome.problem and rule == "cue" and _names_in_doubt(package):
        return
    if outcome.problem:
        message = f"the rule {rule} gets no value from {in_quotes(words.text)}: {outcome.problem}"
        marked = _marked(words.quote, words.start, words.end)
        hint = f"the rule gives {RULES[rule].says}; in the quote: {marked}"
        yield at("evidence", witness.entry, "words", message, hint)
    elif len(outcome.values) > 1:
        listed = ", ".join(outcome.values)
        message = f"{in_quotes(words.text)} gives more than one value: {listed}"
        yield at("evidence", witness.entry, "words", message, "narrow the words")
    elif outcome.values[0] != witness.says:
        read, says = in_quotes(outcome.values[0]), in_quotes(witness.says)
        message = f"{in_quotes(words.text)} reads as {read}, the row says {says}"
        hint = f"in the quote: {_marked(words.quote, words.start, words.end)}"
        yield at("evidence", witness.entry, "says", message, hint)


def _in_doubt(package: Package, witness: Witness) -> bool:
    """Whether the words may name something in a row that is left out, which has a finding."""
    column, cells = witness.column, witness.entry.cells
    if column is None or column.references is None:
        return False
    table, key, field = witness.cell
    row = package.whole.keyed[table].get(key)
    return (
        (
            witness.record is None
            and row is not None
            and row.cells[field] == witness.says
            and not _at_fault_elsewhere(package, TABLES[table], row, field)
        )
        or _unknown(package, column.references, witness.says)
        or (cells["rule"] == "pronoun" and may_state(package, witness.cell, ""))
        or incomplete(package, "aliases")
        or any(
            alias.cells["source_id"] in ("", source_of(witness))
            and _may_be_meant(alias, cells["words"], witness.says)
            for alias in left_out(package, "aliases")
        )
    )


def _at_fault_elsewhere(package: Package, spec: TableSpec, row: Entry, field: str) -> bool:
    """Whether a row is left out because another cell cannot be read or names an unknown row."""
    faulty = {column for column, _, _ in problems(spec, row)}
    faulty |= {
        column.name
        for column in spec.columns
        if column.references
        and row.cells[column.name]
        and absent(package, column.references, row.cells[column.name])
    }
    return bool(faulty) and field not in faulty


def _names_in_doubt(package: Package) -> bool:
    """Whether a name of an agreement is not known, without which a cue may be refused.

    The names of a row that is left out for something else are known.
    """
    if not package.rows("agreements"):
        return True
    return any(
        incomplete(package, table)
        or any(
            columns & {column for column, _, _ in problems(TABLES[table], row)}
            for row in left_out(package, table)
        )
        for table, columns in _NAMING_AGREEMENTS.items()
    )


_NAMING_AGREEMENTS = {
    "agreements": {"name", "acronym"},
    "aliases": {"alias", "agreement_id", "source_id"},
}


def _may_be_meant(alias: Entry, words: str, owner: str) -> bool:
    """Whether the words may be an alias that is left out, as it is or as it should be."""
    name = value_in(alias, "alias", str)
    if name is None:
        return owner in (alias.cells["actor_id"], alias.cells["agreement_id"])
    return name_key(name) in keys(words)


def _unknown(package: Package, table: str, key: str) -> bool:
    """Whether a row is left out and may be so for its name: it is not valid, or another has it."""
    if key in package.keyed[table] or absent(package, table, key):
        return False
    row = package.whole.keyed[table].get(key)
    return row is None or not _has_a_name_of_its_own(package, table, row)


def _has_a_name_of_its_own(package: Package, table: str, row: Entry) -> bool:
    invalid = {column for column, _, _ in problems(TABLES[table], row)}
    others = {own_key(one.cells.get("name", "")) for one in package.rows(table)}
    own = own_key(row.cells.get("name", ""))
    return not {"name", "acronym"} & invalid and own not in others


def _marked(quote: str, start: int, end: int) -> str:
    return f"{quote[:start]}>>>{quote[start:end]}<<<{quote[end:]}"


@check(
    "E05",
    scope="keys",
    example="The cell says 58 percent, and its evidence says 59.",
    way_out="Correct the cell or the evidence; keep a source that differs, as `disputes`.",
    needs=("F03", "M01", "K04", "E10"),
)
def related(package: Package) -> Iterator[Breach]:
    """Evidence gives the cell's value, disputes it with one that excludes it, or contains it."""
    for witness in package.witnesses:
        yield from unrelated(package, witness)


def unrelated(package: Package, witness: Witness) -> Iterator[Breach]:
    """Why the value of one row of evidence has not the relation to its cell that the row says."""
    row, column, spec = witness.record, witness.column, witness.spec
    if not witness.gives_value or row is None or column is None or spec is None:
        return
    cells, value = witness.entry.cells, row.cells[column.name]
    line = witness.entry.line
    where = f"{in_quotes(cells['words'])} in {cells['quote_id']} (line {line} of evidence.csv)"
    relation = value_in(witness.entry, "relation", Relation)
    if relation is Relation.SUPPORTS:
        if witness.says != value:
            says = in_quotes(witness.says)
            message = f"the cell says {in_quotes(value)}, its evidence {says}: {where}"
            hint = "correct the cell or the evidence; if the source differs, use disputes"
            yield at(spec.name, row, column.name, message, hint)
        elif _bounded(witness):
            message = f"{where} only bounds the value"
            yield at("evidence", witness.entry, "relation", message, "use approximates")
    elif relation is Relation.DISPUTES:
        if witness.says == value and not _excludes(witness, row, column):
            message = f"{where} gives the value of the cell, so it does not dispute it"
            yield at("evidence", witness.entry, "relation", message, "use supports")
        elif not _not_containing(package, witness, row, column):
            message = f"{where} contains the value {in_quotes(value)}, so it does not dispute it"
            yield at("evidence", witness.entry, "relation", message, "use approximates")
    else:
        why = _not_containing(package, witness, row, column)
        if why:
            hint = "if the words exclude the value, use disputes"
            yield at("evidence", witness.entry, "relation", f"{where} {why}", hint)


def _bounded(witness: Witness) -> bool:
    """Whether the words only bound the number, and the table has no column for the bound."""
    if witness.column is None or witness.column.grounding is not Grounding.NUMBER:
        return False
    if witness.spec is not None and witness.spec.column("bound") is not None:
        return False
    return any(one.bound is not Bound.EXACT for one in _counts(witness))


def _excludes(witness: Witness, row: Entry, column: ColumnSpec) -> bool:
    """Whether the words bound the number otherwise than the cell: "almost three" is not three."""
    if column.grounding is not Grounding.NUMBER:
        return False
    bounds = {one.bound for one in _counts(witness)} - {Bound.EXACT, row.cells.get("bound")}
    return bool(bounds) and not _allows(witness, row, column)


def _not_containing(package: Package, witness: Witness, row: Entry, column: ColumnSpec) -> str:
    """Why the words do not approximate the cell; empty when they do."""
    value = row.cells[column.name]
    if column.grounding is Grounding.NUMBER:
        return "" if _allows(witness, row, column) else f"does not allow {value}"
    if column.kind is EDTF:
        outer, inner = witness.meaning, value_in(row, column.name, Edtf)
        spans = isinstance(outer, Edtf) and inner and outer != inner and outer.contains(inner)
        return "" if spans else f"does not span {value}"
    if column.references == "actors":
        holds = witness.says == package.whole_of(value)
        return "" if holds else f"names no actor to which {value} belongs"
    return "cannot approximate: only numbers, dates and actors have bounds"


def _counts(witness: Witness) -> tuple[Number, ...]:
    """The numbers in the words, as their quote has them if they are there."""
    if witness.quote is None or witness.span is None:
        return numbers(witness.entry.cells["words"])
    return numbers_in(witness.quote.cells["exact"], *witness.span)


def _allows(witness: Witness, row: Entry, column: ColumnSpec) -> bool:
    """Whether the words bound the number of the cell, and the number is within the bounds."""
    counts = _counts(witness)
    if any(one.refusal for one in counts):
        return True  # E04 says that they are not read
    bounded = len(counts) == 1 and counts[0].bound is not Bound.EXACT
    number = value_in(row, column.name, object)
    return bounded and isinstance(number, int | Decimal) and counts[0].allows(Decimal(number))


CHECKS = (read_again, related)
