"""Reading dates: the expression in the words, and what is around it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gsomia_data._floor import edtf
from gsomia_data._floor.text import quotations, sentence
from gsomia_data.curation.rules.clocks import shifted
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.dates import Around, Reading, RefusedError, read
from gsomia_data.curation.rules.rule import Context, Outcome, Words
from gsomia_data.curation.rules.tense import tense
from gsomia_data.curation.rules.tokens import tokens


def read_date(name: str, words: Words, context: Context) -> Outcome:
    """The date that words give by the rule of that name, or why they give none."""
    inside = [
        expression
        for expression in dates(words.quote, context.lexicon)
        if expression.in_words(words.start, words.end)
    ]
    if not inside:
        return Outcome(problem="they name no date that a rule reads")
    if len(inside) > 1:
        listed = " and ".join(repr(words.quote[one.start : one.end]) for one in inside)
        return Outcome(problem=f"they name more than one date: {listed}")
    try:
        reading = _read(_since(inside[0], words, context), words, context)
    except RefusedError as error:
        return Outcome(problem=str(error))
    if reading.rule != name:
        return Outcome(problem=f"the rule {reading.rule} reads them, as {reading.value}")
    return Outcome((reading.value,))


def _since(expression: Date, words: Words, context: Context) -> Date:
    """A count "since something happened in January" begins with the date of what happened."""
    between = words.quote[words.start : expression.start].lower()
    whole = between.startswith("since ") and not any(mark in between for mark in ",;:.")
    if not _counts(context) or expression.relation or expression.last or not whole:
        return expression
    return replace(expression, relation="since")


def _counts(context: Context) -> bool:
    """Whether the column asks for the period that a count covers, not for an event."""
    return context.column.name == "as_of"


_LINKS = 10
"""How many dates may be counted from one another: "the following day", twice, is two links."""


def _read(expression: Date, words: Words, context: Context, links: int = _LINKS) -> Reading:
    passage = words.quote
    all_of = dates(passage, context.lexicon)
    day_words = [d for d in all_of if d.first.kind == "offset" and d.first.unit == "day"]
    published = _published(context.published)
    around = Around(
        published=published,
        tense=tense(tokens(passage), expression.start, expression.end, context.lexicon),
        counts=_counts(context),
        quoted=_is_quoted(expression, all_of, passage, context),
        named=lambda: _last_named(expression, words, context, links),
        alone=len(day_words) < 2,
        shifted=shifted(context.zone, published) if published else frozenset(),
    )
    return read(expression, around)


def _is_quoted(expression: Date, all_of: Sequence[Date], passage: str, context: Context) -> bool:
    """Whether a speaker says it on a day that may be another than that of publication.

    A weekday, a month or a day in quotation marks is read as the reporter's own, unless another
    day is named beside the quotation.
    """
    around = [
        (first, last)
        for first, last in quotations(passage)
        if first <= expression.start and expression.end <= last
    ]
    if not around:
        return False
    if expression.first.kind not in ("weekday", "date", "bare-month"):
        return True
    published = _published(context.published)
    own = published.weekday() if published else -1
    return any(
        not around[0][0] <= other.start < around[0][1] and other.first.weekday != own
        for other in all_of
    )


def _last_named(expression: Date, words: Words, context: Context, links: int) -> str:
    """The date that is named last before an expression, in its sentence or in the document.

    Empty if there is none, or if it is at the end of a longer chain than a reader follows.
    """
    if not links:
        return ""
    here = _named(dates(words.quote, context.lexicon), expression.start)
    if here is not None:
        return _value(here, words, context, links - 1)
    if words.document is None:
        return ""
    before = _named(dates(words.document, context.lexicon), words.at)
    if before is None:
        return ""
    first, last = sentence(words.document, before.start, before.end)
    text = words.document[first:last]
    place = Words(text, before.start - first, before.end - first, None, first)
    inside = [d for d in dates(text, context.lexicon) if d.end == place.end]
    return _value(inside[-1], place, context, links - 1) if inside else ""


def _named(listed: Sequence[Date], start: int) -> Date | None:
    """The last expression before ``start`` that names a date."""
    before = listed[: bisect_right(listed, start, key=lambda one: one.end)]
    return next((one for one in reversed(before) if one.first.kind not in _NAMELESS), None)


_NAMELESS = frozenset({"so-far", "now", "refused", "counted"})
"""The kinds of points that name no date to count from."""


def _value(expression: Date, words: Words, context: Context, links: int) -> str:
    """The value of an expression; empty if no rule reads it."""
    try:
        return _read(expression, words, context, links).value
    except RefusedError:
        return ""


def _published(text: str) -> date | None:
    try:
        day = edtf.parse(text)
    except ValueError:
        return None
    return day.earliest if day.precision == "day" else None
