"""Reading dates: the expression in the words, and what is around it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from gsomia_data._floor import edtf
from gsomia_data._floor.text import quotations
from gsomia_data.curation.rules.clauses import clause
from gsomia_data.curation.rules.clocks import shifted
from gsomia_data.curation.rules.date_beside import DATELINE
from gsomia_data.curation.rules.date_bounds import moved_by
from gsomia_data.curation.rules.date_east_beside import quoted_east
from gsomia_data.curation.rules.date_events import step_from_event
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.dates import Around, Reading, RefusedError, read
from gsomia_data.curation.rules.east import LETTER
from gsomia_data.curation.rules.east_clause import (
    denial_behind,
    ends_in_present,
    is_of_saying,
    looks_ahead,
)
from gsomia_data.curation.rules.rule import Context, Outcome, Words
from gsomia_data.curation.rules.sentences import sentence
from gsomia_data.curation.rules.tense import tense
from gsomia_data.curation.rules.tokens import Tokens, tokens


def read_date(name: str, words: Words, value: str, context: Context) -> Outcome:
    """The date that words give by the rule of that name, or why they give none.

    Without the document the day named before is not known, and ``value`` is not compared with it.
    """
    try:
        expression = _expression(words, context)
        if name == "named-day" and _is_unknown(expression, words, context):
            return Outcome((value,))
        reading = _reading(expression, words, context)
    except RefusedError as error:
        return Outcome(problem=str(error))
    if reading.rule != name:
        return Outcome(problem=f"the rule {reading.rule} reads them, as {reading.value}")
    return Outcome((reading.value,))


def date_rule(words: Words, context: Context) -> str:
    """The name of the rule that reads the date in the words; if none does, ``date`` refuses."""
    try:
        return _reading(_expression(words, context), words, context).rule
    except RefusedError:
        return "date"


def _expression(words: Words, context: Context) -> Date:
    """The one expression of time in the words."""
    inside = [
        expression
        for expression in dates(words.quote, context.lexicon)
        if expression.in_words(words.start, words.end)
    ]
    if not inside:
        raise RefusedError("they name no date that a rule reads")
    if len(inside) > 1:
        listed = " and ".join(repr(words.quote[one.start : one.end]) for one in inside)
        raise RefusedError(f"they name more than one date: {listed}")
    return inside[0]


def _reading(expression: Date, words: Words, context: Context) -> Reading:
    step = step_from_event(words.quote[words.start : expression.start])
    try:
        if step is None:
            return _read(_since(expression, words, context), words, context)
        reading = _read(expression, _bare(words, expression), context)
        return moved_by(reading, step.unit, step.count)
    except ValueError as error:
        raise RefusedError(str(error)) from error


def _bare(words: Words, expression: Date) -> Words:
    """The words without those before the expression."""
    return replace(words, start=expression.start)


def _is_unknown(expression: Date, words: Words, context: Context) -> bool:
    """Whether an expression counts from a date of the document, and the document is not there."""
    if words.document is not None:
        return False
    counts = expression.first.kind == "named" and not expression.refusal
    return counts and not _named(dates(words.quote, context.lexicon), expression.start)


def _moved(expression: Date, words: Words, context: Context) -> str:
    """The word that makes what the words name, or what the clause says, another thing."""
    lexicon = context.lexicon
    cut = tokens(words.quote)
    inside = cut.tokens[cut.after(words.start) : cut.after(expression.start)]
    for token in inside:
        limit = token.folded in lexicon["date: moves what is cited"]
        whole = token.start == words.start and (
            (token.folded == "since" and _counts(context))
            or (token.folded == "until" and expression.last is None)
            or (token.folded == "from" and expression.last is not None)
        )
        if limit and not whole:
            return f'"{token.text}" in the words changes the date; no rule reads them so'
    around = clause(cut, expression.start, expression.end, lexicon)
    before = cut.tokens[around.first : cut.after(expression.start)]
    for token in (*around.opening, *before):
        if token.folded in lexicon["date: of a picture or a denial"]:
            return f'"{token.text}" in the clause: the date is not that of an event'
    return ""


def _denied(cut: Tokens, expression: Date, context: Context) -> str:
    """The word before a date in its clause that denies what the clause says; else empty.

    In Korean and Japanese it is behind the date, at the end of the clause.
    """
    if LETTER.match(cut.text[expression.end - 1]):
        return denial_behind(cut.text, expression.end)
    around = clause(cut, expression.start, expression.end, context.lexicon)
    for token in cut.tokens[around.first : cut.after(expression.start)]:
        listed = token.folded in context.lexicon["date: turns a limit round"]
        if listed or token.folded.endswith("n't"):
            return token.text
    return ""


def _since(expression: Date, words: Words, context: Context) -> Date:
    """A limit that is an event with its date: "since it tested a device in January".

    So too "until its surrender on Aug. 15": what lasts until an event lasts until its day.
    """
    between = words.quote[words.start : expression.start].lower()
    relation = between.split(" ", 1)[0]
    whole = relation in ("since", "until") and not any(mark in between for mark in ",;:.")
    if expression.relation or expression.last or not whole:
        return expression
    if relation == "since" and not _counts(context):
        return expression
    return replace(expression, relation=relation)


def _counts(context: Context) -> bool:
    """Whether the column asks for the period that a count covers, not for an event."""
    return context.column.name == "as_of"


_LINKS = 10
"""How many dates may be counted from one another: "the following day", twice, is two links."""


def _read(expression: Date, words: Words, context: Context, links: int = _LINKS) -> Reading:
    if moved := _moved(expression, words, context):
        raise RefusedError(moved)
    passage = words.quote
    all_of = dates(passage, context.lexicon)
    published = _published(context.published)
    cut = tokens(passage)
    day_words = [
        d
        for d in all_of
        if d.first.kind == "offset" and d.first.unit == "day" and not _is_said(d, cut, context)
    ]
    whole = clause(cut, expression.start, expression.end, context.lexicon)
    clause_words = [token.folded for token in cut.tokens[whole.first : whole.last + 1]]
    alone = len(all_of) == 1
    by_clause = tense(cut, expression.start, expression.end, context.lexicon)
    around = Around(
        published=published,
        tense="future" if alone and _is_deadline(expression, clause_words) else by_clause,
        counts=_counts(context),
        quoted=_is_quoted(expression, all_of, passage, context),
        named=lambda: _last_named(expression, words, context, links),
        alone=len(day_words) < 2,
        background=_has_background(expression, all_of, words, context),
        compares=_has(clause_words, context.lexicon["date: makes since a comparison"]),
        over="had" in clause_words,
        denied="" if _counts(context) else _denied(cut, expression, context),
        ahead=_looks_ahead(expression, passage),
        shifted=shifted(context.zone, published) if published else frozenset(),
    )
    return read(expression, around)


def _looks_ahead(expression: Date, passage: str) -> bool:
    """Whether a Korean or Japanese verb says that it was, or is, to come."""
    eastern = LETTER.match(passage[expression.end - 1]) is not None
    return eastern and looks_ahead(passage, expression.end)


def _is_deadline(expression: Date, clause_words: Sequence[str]) -> bool:
    """Whether something must be done by a weekday, which is still to come then.

    Behind "must have" it is a guess at what is over.
    """
    if expression.relation != "by" or expression.first.kind != "weekday":
        return False
    if clause_words.count("must") != 1:
        return False
    behind = clause_words[clause_words.index("must") + 1 :][:2]
    return "have" not in behind and "was" not in clause_words


def _is_said(expression: Date, cut: Tokens, context: Context) -> bool:
    """Whether a verb of saying is right before a day: "the ministry said yesterday"."""
    before = cut.at(cut.before(expression.start))
    return before is not None and before.folded in context.lexicon["clause: saying"]


def _has(words: Sequence[str], listed: frozenset[str]) -> bool:
    return any(word in listed or word.endswith("iest") for word in words)


_FIRST_WORDS = 12
"""How many characters from the beginning an expression may begin that sets the time of all."""
_NEAR = 240
"""How far back the sentence before is searched for the time that it speaks of."""


def _has_background(
    expression: Date, all_of: Sequence[Date], words: Words, context: Context
) -> bool:
    """Whether the sentence, or the one before it, names another time than that of publication."""
    published = _published(context.published)
    kind = expression.first.kind
    if kind == "month-day" and not (expression.first.which or expression.first.unit):
        return published is not None and _in_another_month(expression, all_of, words, published)
    if published is None or kind not in ("weekday", "date", "bare-month", "offset"):
        return False
    earlier = [
        one
        for one in all_of
        if one.end <= expression.start and not one.relation and _is_other_time(one, published, kind)
    ]
    if kind == "weekday":
        earlier = [one for one in earlier if one.start <= _FIRST_WORDS]
    loose = kind in ("date", "bare-month") or expression.first.which == "end"
    if earlier or words.document is None or not loose:
        return bool(earlier)
    before = words.document[max(0, words.at - _NEAR) : words.at].rsplit("\n", 1)[-1]
    named = dates(before, context.lexicon)
    return bool(named) and _is_other_time(named[-1], published, kind)


def _in_another_month(
    expression: Date, all_of: Sequence[Date], words: Words, published: date
) -> bool:
    """Whether a day without a month may be of another month, which is the last that is named.

    A day between what is said and the verb of saying is of the report, whatever is said.
    """
    said = is_of_saying(words.quote, expression.start, expression.end)
    earlier = [
        one
        for one in all_of
        if one.end <= expression.start and not (said and one.first.kind in ("day", "date"))
    ]
    if words.document is not None:
        before = words.document[max(0, words.at - _NEAR) : words.at]
        if not (ends_in_present(before) and _is_recent(expression, published)):
            earlier = [*dates(before), *earlier]
    here = (published.year, published.month)
    return next(filter(None, (_month_set(one, here) for one in reversed(earlier))), "") == "other"


def _month_set(named: Date, here: tuple[int, int]) -> str:
    """Whether an expression sets another month, or with a day this one; else empty."""
    point = named.first
    year = point.year or here[0]
    if point.unit in ("month", "year") and point.count:
        return "other"
    if year != here[0] or (point.month is not None and (year, point.month) != here):
        return "other"
    plain = not named.refusal and point.day is not None
    return "this" if plain and (point.month is not None or point.unit == "month") else ""


_WEEK = 7


def _is_recent(expression: Date, published: date) -> bool:
    """Whether a day of the month is one of the week up to publication."""
    days = [point.day for point in (expression.first, expression.last) if point is not None]
    return all(day is not None and 0 <= published.day - day < _WEEK for day in days)


def _is_other_time(date_: Date, published: date, kind: str) -> bool:
    """Whether an expression names a time in which one of that kind may lie, that is not now."""
    point = date_.first
    if point.kind == "offset":
        units = ("week", "month", "year") if kind == "weekday" else ("year",)
        return (point.count or 0) < 0 and point.unit in units
    return point.year is not None and point.year != published.year


def _is_quoted(expression: Date, all_of: Sequence[Date], passage: str, context: Context) -> bool:
    """Whether a speaker says it on a day that may be another than that of publication.

    A weekday, a month or a day in quotation marks is read as the reporter's own, unless another
    day is named beside the quotation; "yesterday" and the like, where the day of publication is.
    """
    if LETTER.match(passage[expression.end - 1]) and quoted_east(passage, expression.start):
        return True
    around = [
        (first, last)
        for first, last in quotations(passage)
        if first <= expression.start and expression.end <= last
    ]
    if not around:
        return False
    published = _published(context.published)
    own = published.weekday() if published else -1
    others = [o for o in all_of if not around[0][0] <= o.start < around[0][1]]
    today = [o for o in others if o.first.weekday == own and not o.first.which]
    if expression.first.kind not in ("weekday", "date", "bare-month"):
        return not (len(others) == len(today) == 1)  # "..., he said on Wednesday", of today
    return len(others) > len(today)


def _last_named(expression: Date, words: Words, context: Context, links: int) -> str:
    """The date that is named last before an expression, in its sentence or in the document.

    Empty if there is none, or if it is at the end of a longer chain than a reader follows.
    """
    if not links:
        return ""
    here = _named(dates(words.quote, context.lexicon), expression.start)
    if here:
        certain = len(here) == 1 and _dates(here[0], words)
        return _value(here[0], words, context, links - 1) if certain else ""
    if words.document is None:
        return ""
    named = _named(dates(words.document, context.lexicon), words.at)
    if not named:
        return ""
    before = named[-1]
    first, last = sentence(words.document, before.start, before.end)
    text = words.document[first:last]
    place = Words(text, before.start - first, before.end - first, words.document, first)
    inside = [d for d in dates(text, context.lexicon) if d.end == place.end]
    return _value(inside[-1], place, context, links - 1) if inside else ""


def _named(listed: Sequence[Date], start: int) -> list[Date]:
    """The expressions before ``start`` that name a date; at most the last two."""
    before = reversed(listed[: bisect_right(listed, start, key=lambda one: one.end)])
    named = (one for one in before if one.first.kind not in _NAMELESS and one.refusal != DATELINE)
    return list(islice(named, 2))[::-1]


def _dates(expression: Date, words: Words) -> bool:
    """Whether an expression dates an act, from which one can count on."""
    before = words.quote[max(0, expression.start - len("born on ")) : expression.start]
    return not expression.relation and "born" not in before.lower()


_NAMELESS = frozenset({"so-far", "now", "refused", "vague", "counted"})
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
