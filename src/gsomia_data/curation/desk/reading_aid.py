"""What the rules find in a sentence, as an aid to its coder: names, dates, numbers and cues.

Nothing here is evidence. What the rules refuse is given with their reason.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from gsomia_data._floor.composed import composed
from gsomia_data._floor.cues import cues
from gsomia_data._floor.terminal import in_quotes
from gsomia_data._floor.text import Span
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.rules import RULES, Context, Words, reread
from gsomia_data.curation.rules.apply_dates import date_rule
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.names import NO_NAMES
from gsomia_data.curation.rules.numbers import Number, canonical, numbers
from gsomia_data.curation.rules.sentences import sentence
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec

What = Literal["name", "date", "number", "cue"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say of some words of a sentence.

    Attributes:
        start: Position of the first of the words in the document.
        words: The words, in whole letters.
        what: Whether they are a name, a date, a number or a cue.
        gives: What they give, with the rule; empty if they are refused.
        refusal: Why they are refused; empty if they are not.
    """

    start: int
    words: str
    what: What
    gives: str = ""
    refusal: str = ""

    def text(self) -> str:
        """The finding in one line, with the refusal in short."""
        said = self.gives or f"refused, {self.refusal.partition(';')[0]}"
        return f"{self.what} {in_quotes(self.words)}: {said}"


def aid(package: Package, source: str, start: int, stop: int) -> tuple[Finding, ...]:
    """What the rules find in a passage of a document, in order.

    Args:
        package: The package.
        source: Key of the document.
        start: Position of the first character of the passage.
        stop: Position after the last one.
    """
    whole = composed(package.snapshot.texts[source])
    first, last = whole.at(start), whole.at(stop)
    reader = _reader(package, source, whole.text, (first, last))
    found = [*reader.names(), *reader.dates(), *reader.numbers(), *reader.cues()]
    inside = sorted((one for one in found if first <= one.start < last), key=lambda one: one.start)
    return tuple(replace(one, start=whole.back(one.start)) for one in inside)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sentence in its document, with what a rule may look at."""

    document: str
    first: int
    text: str
    context: Context

    def names(self) -> Iterator[Finding]:
        """Names of actors and agreements, and names that several share."""
        for span in self.context.names.spans(self.text):
            words = self.text[slice(*span)]
            of_agreement = self.context.names.agreement(words) is not None
            column = _AGREEMENT if of_agreement else _ACTOR
            yield self._by_rule("name", span, column, "alias")

    def dates(self) -> Iterator[Finding]:
        """Expressions of time, as the day of an event or, if that fails, as the span of a count."""
        for date in dates(self.text):
            if date.first.kind != "refused":
                event = self._date((date.core, date.end), _EVENT)
                count = event if event.gives else self._date((date.core, date.end), _COUNT)
                yield count if count.gives else event

    def numbers(self) -> Iterator[Finding]:
        """Numbers with their bounds; those that are a part of a date are left to it."""
        dated = dates(self.text)
        for number in numbers(self.text):
            if not any(date.overlaps(number.start, number.end) for date in dated):
                words = self.text[number.start : number.end]
                start = self.first + number.start
                yield Finding(start, words, "number", _worth(number), number.refusal)

    def cues(self) -> Iterator[Finding]:
        """Cues with the columns and codes that they indicate; each refusal once."""
        gives: dict[Span, list[str]] = defaultdict(list)
        refused: dict[Span, list[str]] = defaultdict(list)
        for table, column in _CODED:
            for cue in cues(self.text, [column.cues]):
                span = cue.start, cue.end
                one = self._by_rule("cue", span, column, "cue")
                where = f"{table}.{column.name}"
                if one.gives:
                    gives[span].append(f"{where} = {one.gives.partition(' ')[2]}")
                elif one.refusal not in refused[span]:
                    refused[span].append(one.refusal)
        for span in {*gives, *refused}:
            words = self.text[slice(*span)]
            why = "" if gives[span] else "; ".join(refused[span])
            yield Finding(self.first + span[0], words, "cue", "; ".join(gives[span]), why)

    def _date(self, span: Span, column: ColumnSpec) -> Finding:
        words, context = self._words(span), _for(self.context, column)
        return self._by_rule("date", span, column, date_rule(words, context))

    def _words(self, span: Span) -> Words:
        return Words(self.text, *span, self.document, self.first)

    def _by_rule(self, what: What, span: Span, column: ColumnSpec, rule: str) -> Finding:
        """What a rule gives, or why it gives nothing."""
        words = self._words(span)
        outcome = reread(rule, words, "", _for(self.context, column))
        gives = f"{rule} {' or '.join(outcome.values)}" if outcome.values else ""
        return Finding(self.first + span[0], words.text, what, gives, outcome.problem)


def _reader(package: Package, source: str, document: str, passage: Span) -> _Reader:
    first, last = sentence(document, *passage)
    row = package.keyed["sources"].get(source)
    published = row.cells["published"] if row else ""
    zone = row.cells.get("zone", "") if row else ""
    names = package.names.get(source, NO_NAMES)
    context = Context(_ACTOR, names, published, zone=zone)
    return _Reader(document, first, document[first:last], context)


def _for(context: Context, column: ColumnSpec) -> Context:
    return Context(column, context.names, context.published, zone=context.zone)


def _worth(number: Number) -> str:
    """The value of a number with its bound; empty if it is refused."""
    if number.value is None:
        return ""
    return f"number {canonical(number.value)}, {number.bound.value}"


def _column(table: str, name: str) -> ColumnSpec:
    column = TABLES[table].column(name)
    if column is None:
        raise KeyError(f"{table} has no column {name}")
    return column


_ACTOR = _column("reactions", "actor")
_AGREEMENT = _column("reactions", "agreement_id")
_EVENT = _column("dates", "date")
_COUNT = _column("quantities", "as_of")
_CODED = tuple(
    (spec.name, column)
    for spec in TABLES.values()
    for column in spec.columns
    if column.cues and any(RULES["cue"].groundings & {column.grounding})
)
