"""E: what the words of evidence give, read again, and how that relates to the cell."""

from collections.abc import Iterator
from decimal import Decimal

from gsomia_data._floor import edtf
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import absent, incomplete, left_out, may_state
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.witness import Witness, source_of
from gsomia_data.curation.rules import RULES, reread
from gsomia_data.curation.rules.numbers import numbers
from gsomia_data.curation.schema.columns import ColumnSpec
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.vocabulary import Bound, Relation

_NEEDS = ("F03", "M01", "K01", "K03", "K04", "K05", "Q02")


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
        words, context = package.words(witness), package.context(witness)
        rule = witness.entry.cells["rule"]
        if words is None or context is None or _in_doubt(package, witness):
            continue
        outcome = reread(rule, words, witness.says, context)
        if outcome.problem:
            message = f"{words.text!r} gives nothing as {rule}: {outcome.problem}"
            marked = _marked(words.quote, words.start, words.end)
            hint = f"the rule takes: {RULES[rule].says}; quoted: {marked}"
            yield at("evidence", witness.entry, "words", message, hint)
        elif len(outcome.values) > 1:
            listed = ", ".join(outcome.values)
            message = f"{words.text!r} gives more than one value: {listed}"
            yield at("evidence", witness.entry, "words", message, "narrow the words")
        elif outcome.values[0] != witness.says:
            message = (
                f"{words.text!r} reads as {outcome.values[0]!r}, the row says {witness.says!r}"
            )
            hint = f"quoted: {_marked(words.quote, words.start, words.end)}"
            yield at("evidence", witness.entry, "says", message, hint)


def _in_doubt(package: Package, witness: Witness) -> bool:
    """Whether what the words name is in a row that is left out, so that a finding is there."""
    column, cells = witness.column, witness.entry.cells
    if column is None or column.references is None:
        return False
    table, key, field = witness.cell
    row = package.whole.keyed[table].get(key)
    return (
        (witness.record is None and row is not None and row.cells[field] == witness.says)
        or _unknown(package, column.references, witness.says)
        or (cells["rule"] == "pronoun" and may_state(package, witness.cell, ""))
        or incomplete(package, "aliases")
        or any(
            alias.cells["source_id"] == source_of(witness)
            and (alias.cells["actor_id"] == witness.says or alias.cells["alias"] == cells["words"])
            for alias in left_out(package, "aliases")
        )
    )


def _unknown(package: Package, table: str, key: str) -> bool:
    return key not in package.keyed[table] and not absent(package, table, key)


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
        if cells["relation"] == Relation.SUPPORTS:
            if witness.says != value:
                message = f"the cell says {value!r}, its evidence {witness.says!r}: {where}"
                hint = "correct the cell or the evidence; a source that differs disputes"
                yield at(witness.spec.name, witness.record, column.name, message, hint)
            elif _bounded(witness):
                message = f"{where} only bounds the value"
                yield at("evidence", witness.entry, "relation", message, "approximates")
        elif cells["relation"] == Relation.DISPUTES:
            if witness.says == value:
                message = f"{where} gives the cell's own value, so it does not dispute"
                yield at("evidence", witness.entry, "relation", message, "supports")
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
        return "" if _spans(witness.says, value) else f"does not span {value}"
    if column.references == "actors":
        holds = witness.says in package.wholes(value)
        return "" if holds else f"names nobody to whom {value} belongs"
    return "cannot approximate: only numbers, dates and actors have bounds"


def _spans(outer: str, inner: str) -> bool:
    try:
        return outer != inner and edtf.parse(outer).contains(edtf.parse(inner))
    except ValueError:
        return False


CHECKS = (read_again, related)
