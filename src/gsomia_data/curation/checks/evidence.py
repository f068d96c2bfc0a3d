"""E: each row of evidence by itself: its words, its rule, its document."""

from collections.abc import Iterator

from gsomia_data._floor import text
from gsomia_data._floor.alike import difference, nearest
from gsomia_data._floor.firmness import SAME_SENTENCE
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.witness import Witness, source_of
from gsomia_data.curation.rules import RULES
from gsomia_data.curation.schema.columns import Passage
from gsomia_data.curation.schema.models import Evidence

REASON = "REASON"
"""What `propose` writes in place of the reason of a judgement."""
WORDS = "WORDS"
"""What it writes in place of the words that carry one."""

OWN_SOURCE = frozenset({"aliases", "sources"})
"""The tables whose rows are about one document, which alone is evidence for them."""

_WHOLE = frozenset({"alias", "pronoun", "verbatim"})
"""The rules whose words are names, or copied as they are; a gist holds no name only."""


@check(
    "E02",
    scope="rows",
    example="The words are `secrets`, but the quote says `secret`.",
    way_out="Copy the words from the quote.",
    needs=("F03", "M01", "K01", "K03"),
)
def present_in_quote(package: Package) -> Iterator[Breach]:
    """The words of a row of evidence appear in its quote, as whole words, at least `nth` times.

    In Korean and Japanese a name ends before listed particles; coded words may be cut anywhere.
    """
    for witness in package.witnesses:
        yield from misplaced(package, witness)


def misplaced(package: Package, witness: Witness) -> Iterator[Breach]:
    """Why the words of one row of evidence are not in its quote."""
    if witness.quote is None:
        return
    cells, exact = witness.entry.cells, witness.quote.cells["exact"]
    if witness.span is not None:
        yield from _cut_out(witness, exact, witness.span, package)
        return
    words = cells["words"]
    if words == WORDS:
        hint = "replace WORDS by those that carry the judgement"
        yield at("evidence", witness.entry, "words", "the words are still to be written", hint)
        return
    count = len(text.occurrences(exact, words))
    if count:
        times = "once" if count == 1 else f"{count} times"
        message = f"{in_quotes(words)} appears {times} in the quote, so nth is not {cells['nth']}"
        yield at("evidence", witness.entry, "nth", message, "count from 1")
        return
    if words in exact:
        message = f"{in_quotes(words)} begins or ends inside a word of the quote"
    else:
        message = f"{in_quotes(words)} does not appear in {cells['quote_id']}"
    near = nearest(exact, words)
    hint = "copy them from the quote"
    if near:
        hint = f"nearest: {difference(exact[slice(*near)], words)}"
    yield at("evidence", witness.entry, "words", message, hint)


def _cut_out(witness: Witness, exact: str, span: text.Span, package: Package) -> Iterator[Breach]:
    reported = witness.column is not None and witness.column.declared.passage is Passage.REPORTED
    if witness.entry.cells["rule"] not in _WHOLE or reported:
        return
    if text.is_whole(exact, *span, titled=_names_a_person(witness, package)):
        return
    start, end = span
    words, around = in_quotes(exact[start:end]), in_quotes(exact[max(0, start - 5) : end + 5])
    message = f"{words} in {around} may be a part of a longer name"
    hint = "quote all of it; behind a name only the particles of its language may follow"
    yield at("evidence", witness.entry, "words", message, hint)


def _names_a_person(witness: Witness, package: Package) -> bool:
    return witness.spec is not None and names_a_person(package, *witness.cell, witness.says)


def names_a_person(package: Package, table: str, key: str, column: str, says: str) -> bool:
    """Whether words for a cell are the name of a person, behind which a title may touch them."""
    bearer = says
    if (table, column) == ("actors", "name"):
        bearer = key
    elif (table, column) == ("aliases", "alias") and key in package.keyed["aliases"]:
        bearer = package.keyed["aliases"][key].cells["actor_id"]
    actor = package.keyed["actors"].get(bearer)
    return actor is not None and actor.cells["kind"] == "person"


@check(
    "E10",
    scope="rows",
    example="A row that only rewords its cell has a rule; or one that supports it has none.",
    way_out="Fill in `rule` and `says`, or neither if the words give no value.",
    needs=("F03", "M01"),
)
def valued(package: Package) -> Iterator[Breach]:
    """A row has a rule and a value, except one that rewords its cell or is a slip."""
    for row in package.of(Evidence):
        relation = row.value.relation
        for column in ("rule", "says"):
            if bool(row.cells[column]) == relation.gives_value:
                continue
            if relation.gives_value:
                message = f"a row that {relation} its cell says by which rule, and which value"
                yield at("evidence", row, column, message, "fill it in")
            else:
                message = f"the relation {relation} carries no value"
                yield at("evidence", row, column, message, "empty `rule` and `says`")


@check(
    "E03",
    scope="keys",
    example="A number has the rule `judged`, or a judgement has no note.",
    way_out="Choose a rule that the column takes; give the reason for a judgement in its note.",
    needs=("F03", "M01", "K01", "K03", "K04", "E10"),
)
def permitted(package: Package) -> Iterator[Breach]:
    """The rule exists and fits the column, and a judgement gives its reason.

    No rule that counts from the day of publication gives that day.
    """
    for witness in package.witnesses:
        yield from forbidden(package, witness)


def forbidden(package: Package, witness: Witness) -> Iterator[Breach]:
    """Why the rule of one row of evidence may not serve its column, or needs a note."""
    if not witness.gives_value:
        return
    cells = witness.entry.cells
    rule = RULES.get(cells["rule"])
    if rule is None:
        message = f"there is no rule {cells['rule']!r}"
        yield at("evidence", witness.entry, "rule", message, f"one of: {', '.join(RULES)}")
    elif witness.column and witness.column.grounding not in rule.groundings:
        fits = ", ".join(r.name for r in RULES.values() if witness.column.grounding in r.groundings)
        message = f"the rule {rule.name} does not fit {witness.cell[0]}.{witness.column.name}"
        yield at("evidence", witness.entry, "rule", message, f"one of: {fits}")
    elif rule.relative and witness.cell[0] == "sources":
        message = f"the rule {rule.name} counts from the day of publication, so it cannot give it"
        yield at("evidence", witness.entry, "rule", message, "quote words that give the date")
    elif package.firmness(witness) == "judged" and cells["note"] in ("", REASON):
        message = "a judgement needs its reason in the note"
        if cells["rule"] == "cue":
            message += "; this cue serves one cell only and is not the code's own word"
        elif cells["rule"] == SAME_SENTENCE:
            message += "; what it rests on in this quote is a judgement itself"
        yield at("evidence", witness.entry, "note", message, "say why, briefly")


@check(
    "E08",
    scope="keys",
    example="The evidence for an alias of one document quotes another.",
    way_out="Quote the document that the row is about.",
    needs=("F03", "M01", "K03", "K04"),
)
def own_source(package: Package) -> Iterator[Breach]:
    """The evidence for an alias, or for a cell of a source, quotes that very document."""
    for witness in package.witnesses:
        yield from misquoted(witness)


def misquoted(witness: Witness) -> Iterator[Breach]:
    """Why one row of evidence may not quote its document."""
    if witness.record is None or witness.cell[0] not in OWN_SOURCE:
        return
    wanted = witness.record.cells["source_id"]
    if witness.spec is not None and witness.spec.listed(witness.record.cells):
        message = f"{witness.cell[1]} is a listed name, which takes no evidence"
        hint = "delete the row, or name the document in which the alias holds"
        yield at("evidence", witness.entry, "row_key", message, hint)
    elif source_of(witness) not in ("", wanted):
        message = f"the quote is from {source_of(witness)}, the row is about {wanted}"
        yield at("evidence", witness.entry, "quote_id", message, "quote that document")


CHECKS = (present_in_quote, valued, permitted, own_source)
