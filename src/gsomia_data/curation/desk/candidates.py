"""What the words of a quote can be evidence for: the cells that they give by a rule.

Nothing is guessed here: a candidate is what a rule reads, and gives exactly the value of the cell.
Which of them are about the row is another question (``desk.choosing``).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gsomia_data._floor import text
from gsomia_data._floor.cues import cues
from gsomia_data._floor.firmness import SAME_SENTENCE, names_agreement
from gsomia_data._floor.text import Span
from gsomia_data.curation.checks.evidence import names_a_person
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import bounds_in
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import Record, record, value_in
from gsomia_data.curation.rules import PARTS, RULES, Context, Words, reread
from gsomia_data.curation.rules.apply_dates import date_rule
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.numbers import canonical, numbers
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES, Quote
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec
from gsomia_data.curation.schema.vocabulary import REFERRING, ActorKind, Bound, Relation


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell for which words are wanted.

    Attributes:
        table: Its table.
        row: Its row.
        column: Its column.
    """

    table: TableSpec
    row: Entry
    column: ColumnSpec

    @property
    def value(self) -> str:
        """What it holds."""
        return self.row.cells[self.column.name]

    @property
    def key(self) -> str:
        """The key of its row."""
        return self.table.key_of(self.row.cells)

    def evidence(self, quote: str) -> dict[str, str]:
        """A row of evidence in a quote that supports the cell, without words, rule and note."""
        about = (self.table.name, self.key, self.column.name, quote)
        row = dict(zip(TABLES["evidence"].key, (*about, "", "1"), strict=True))
        empty = dict.fromkeys(("rule", "bound", "note"), "")
        return row | empty | {"says": self.value, "relation": "supports"}

    @property
    def parts(self) -> list[str]:
        """The parts of a value whose words a document breaks, else the value."""
        return self.value.split(PARTS) if self.column.declared.passage else [self.value]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a quote that a rule reads as the value of a cell.

    Attributes:
        cell: The cell.
        quote: The quote.
        span: Where the words are in the quote.
        rule: Name of the rule.
        says: What the words give.
        relation: Their relation to the cell.
    """

    cell: Cell
    quote: Record[Quote]
    span: Span
    rule: str
    says: str
    relation: Relation = Relation.SUPPORTS

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.quote.value.exact[slice(*self.span)]

    @property
    def at(self) -> int:
        """Where the words begin in the document."""
        return (self.quote.value.start or 0) + self.span[0]

    @property
    def nth(self) -> int:
        """Which of the places where the quote has these words; 0 if it is inside a word."""
        spans = text.occurrences(self.quote.value.exact, self.words)
        return spans.index(self.span) + 1 if self.span in spans else 0

    @property
    def column(self) -> ColumnSpec:
        """The column of the cell."""
        return self.cell.column

    @property
    def evidence(self) -> dict[str, str]:
        """The row of evidence, without a note."""
        words, nth, quote = self.words, str(self.nth), self.quote.value.quote_id
        rule, relation = self.rule, str(self.relation)
        given = {"words": words, "nth": nth, "rule": rule, "says": self.says, "relation": relation}
        row = self.cell.evidence(quote) | given
        return row | {"bound": " ".join(bounds_in(self.quote.value.exact, row))}


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that look like the value of a cell, and why no rule reads them so.

    Attributes:
        candidate: The words, with the rule that was tried.
        why: What the rule says; ``they`` in it are the words.
    """

    candidate: Candidate
    why: str


def candidates(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate | Unread]:
    """What a quote has for a cell, with what looks like it and is not read so.

    Pronouns are among them whatever they refer to, and so are the words by which other evidence
    proves the agreement: only with the other rows of evidence it is clear whether they hold.
    """
    for rule, finder in _FINDERS.items():
        if cell.column.grounding not in RULES[rule].groundings:
            continue
        for tried in finder(package, cell, quote):
            if not tried.nth:
                continue
            if rule in _RESTING:
                yield tried
                continue
            witness = package.witness(record(TABLES["evidence"], Entry(0, tried.evidence)))
            words, context = package.words(witness), package.context(witness)
            if words is not None and context is not None:
                yield _read(tried, words, context)


_RESTING = frozenset({"pronoun", SAME_SENTENCE})
"""The rules that rest on other rows of evidence."""
_DATED = "date"
"""The rule that is tried first for a date; the words say which one reads them."""


def _read(tried: Candidate, words: Words, context: Context) -> Candidate | Unread:
    rule = date_rule(words, context) if tried.rule == _DATED else tried.rule
    outcome = reread(rule, words, tried.says, context)
    if outcome.problem:
        return Unread(tried, outcome.problem)
    if outcome.values == (tried.says,):
        return replace(tried, rule=rule)
    return Unread(tried, f"they read as {' or '.join(outcome.values)}")


def _copies(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """Where the quote has a value, or a part of one, as it is printed but for case and marks."""
    titled = names_a_person(package, cell.table.name, cell.key, cell.column.name, cell.value)
    for part in cell.parts:
        pattern = text.pattern(part, titled=titled)
        for match in re.finditer(pattern, quote.value.exact, re.IGNORECASE):
            yield Candidate(cell, quote, match.span(), "verbatim", cell.value)


def _counts(_: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The numbers that are that of the cell, or set a limit that the cell keeps."""
    counted = value_in(cell.row, cell.column.name, object)
    for number in numbers(quote.value.exact):
        if number.value is None:
            continue
        span, says = (number.start, number.end), canonical(number.value)
        if number.bound is Bound.EXACT or cell.table.column("bound") is not None:
            if says == cell.value:
                yield Candidate(cell, quote, span, "number", says)
        elif isinstance(counted, int | Decimal) and number.allows(Decimal(counted)):
            yield Candidate(cell, quote, span, "number", says, Relation.APPROXIMATES)


def _times(_: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The expressions of time; also each with the "from" before it or the "since" of its clause."""
    for expression in dates(quote.value.exact):
        for start in _openings(quote.value.exact[: expression.start], expression):
            yield Candidate(cell, quote, (start, expression.end), _DATED, cell.value)


def _openings(before: str, expression: Date) -> Iterator[int]:
    opened = _FROM.search(before) if expression.opened else None
    yield opened.start(1) if opened else expression.start
    since = _SINCE.search(before)
    if since and not expression.relation and expression.last is None:
        yield since.start(1)


_FROM = re.compile(r"\b(from)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\b((?:since|until)\s[^,;:.]*)$", re.IGNORECASE)
"""An event with its date: "since it tested a device in January"."""


def _cues(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The cues; one inside a name is quoted with all of it."""
    exact = quote.value.exact
    names = package.names[quote.value.source_id].proper(exact)
    for cue in cues(exact, [cell.column.cues]):
        span = cue.start, cue.end
        inside = [one for one in names if one[0] <= span[0] and span[1] <= one[1]]
        if cell.value in cue.codes:
            yield Candidate(cell, quote, next(iter(inside), span), "cue", cell.value)


def _names(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The names of the actor or the agreement."""
    names, exact = package.names[quote.value.source_id], quote.value.exact
    named = names.agreement if cell.column.grounding is Grounding.AGREEMENT else names.actor
    for span in names.spans(exact):
        found = named(exact[slice(*span)])
        if found is not None and found.owner == cell.value:
            yield Candidate(cell, quote, span, "alias", cell.value)


def _pronouns(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The pronouns and descriptions that may refer to the actor: a person is not "it"."""
    actor = package.keyed["actors"].get(cell.value)
    person = actor is not None and actor.cells["kind"] == ActorKind.PERSON
    for match in _REFERRING.finditer(quote.value.exact):
        if not person or text.fold(match.group()) in _OF_PERSONS:
            yield Candidate(cell, quote, match.span(), "pronoun", cell.value)


_OF_PERSONS = frozenset({"he", "she", "the official", "the ministry official"})


_REFERRING = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, REFERRING), key=len, reverse=True))})\b", re.IGNORECASE
)


def _proving(package: Package, cell: Cell, quote: Record[Quote]) -> Iterator[Candidate]:
    """The words by which other evidence proves the name, status or subject of the agreement."""
    for witness in package.proving.get(quote.value.quote_id, ()):
        table, key, column = witness.cell
        if names_agreement(table, column) and key == cell.value and witness.span is not None:
            yield Candidate(cell, quote, witness.span, SAME_SENTENCE, cell.value)


_FINDERS: dict[str, Callable[[Package, Cell, Record[Quote]], Iterator[Candidate]]] = {
    "verbatim": _copies,
    "number": _counts,
    _DATED: _times,
    "cue": _cues,
    "alias": _names,
    "pronoun": _pronouns,
    SAME_SENTENCE: _proving,
}
"""Where to look for words that a rule may read; judgements are nowhere to be found."""
