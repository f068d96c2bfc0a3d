"""The rules for dates: how an expression of time becomes an EDTF date, or why it does not.

A rule is a function from an expression and what is around it to a value. The list is closed: what
no rule reads gives no date. Each expression is read by one rule.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.date_points import Point
from gsomia_data.curation.rules.date_shapes import Date
from gsomia_data.curation.rules.tense import Tense


class RefusedError(ValueError):
    """A rule does not read an expression; the message says why."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule for dates may look at besides the expression.

    Attributes:
        published: Day of publication; ``None`` if it is not known.
        tense: The tense of the clause of the expression.
        counts: Whether the column asks for the period that a count covers, not for an event.
        quoted: Whether the expression is inside quotation marks.
        named: Gives the EDTF text of the date that the document names last before the expression,
            and the text is empty if it names none.
        alone: Whether no other expression of the sentence counts from today.
        shifted: Weekdays that are another day on the clock of the place than on the publisher's.
    """

    published: date | None
    tense: Tense
    counts: bool = False
    quoted: bool = False
    named: Callable[[], str] = field(default=lambda: "")
    alone: bool = True
    shifted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule for dates.

    Attributes:
        name: Name of the rule, as in the column `rule` of `evidence`.
        says: What the rule gives, in words.
        relative: Whether the day of publication counts.
    """

    name: str
    says: str
    relative: bool = True


DATE_RULES: tuple[DateRule, ...] = (
    DateRule("date", "the calendar date, month, year or decade in the words", relative=False),
    DateRule(
        "interval", "the stretch from the first date in the words to the last", relative=False
    ),
    DateRule("within", "some day before, after, by or between dates in the words", relative=False),
    DateRule("same-day", "the day of publication: today, now, immediately, or its own weekday"),
    DateRule("weekday-before", "the last such weekday before the day of publication"),
    DateRule("weekday-after", "the first such weekday after the day of publication"),
    DateRule("date-before", "the last such day and month up to the day of publication"),
    DateRule("date-after", "the next such day and month from the day of publication on"),
    DateRule("month-before", "the last such month before the month of publication"),
    DateRule("month-after", "the next such month after the month of publication"),
    DateRule(
        "from-publication",
        "so many days, weeks, months or years before or after publication: yesterday, last year",
    ),
    DateRule("by-publication", "some day up to publication: so far, until now, already"),
    DateRule("to-publication", "from the date in the words through the day of publication: since"),
    DateRule("interval-from-publication", "a stretch between dates that are read by publication"),
    DateRule(
        "within-publication", "some day before, after or by a date that is read by publication"
    ),
    DateRule(
        "named-day",
        'counted from the date that the document names last: "the same day", "two days later"',
    ),
)
"""All rules for dates, in reading order."""

_ABSOLUTE = frozenset({"day", "month", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and the rule that reads it."""

    rule: str
    value: str


def read(expression: Date, around: Around) -> Reading:
    """The value of an expression and the rule that reads it.

    Raises:
        RefusedError: No rule reads it; the message says why.
    """
    if expression.refusal:
        raise RefusedError(expression.refusal)
    try:
        reading = _read(expression, around)
        return replace(reading, value=edtf.parse(reading.value).text)
    except RefusedError:
        raise
    except (ValueError, OverflowError) as error:
        raise RefusedError(str(error)) from error


def _read(expression: Date, around: Around) -> Reading:
    if expression.relation == "counted":
        return _counted(expression, around)
    if expression.last is not None:
        return _two(expression, around)
    if expression.relation:
        return _bounded(expression, around)
    if expression.first.kind == "offset" and expression.first.which in ("earlier", "later"):
        return _part_to_publication(expression.first, around)
    return _point(expression.first, around, expression.months)


def _published(around: Around) -> date:
    if around.published is None:
        raise RefusedError("the rule needs the day of publication, which is not known")
    return around.published


def _point(point: Point, around: Around, months: tuple[int, int] | None = None) -> Reading:
    """One point: what it is by itself."""
    if point.kind in _ABSOLUTE:
        return _absolute(point, months)
    if point.kind == "named":
        return Reading("named-day", _named(point, around))
    if around.quoted:
        raise RefusedError("they are inside quotation marks: the day of the speech is not known")
    readers: dict[str, Callable[[Point, Around], Reading]] = {
        "weekday": _weekday,
        "date": _near_date,
        "bare-month": _near_month,
        "offset": _offset,
        "ahead": _ahead,
        "now": _now,
        "so-far": _so_far,
    }
    reading = readers[point.kind](point, around)
    if months is not None:
        year = reading.value
        return Reading("within-publication", f"[{year}-{months[0]:02}..{year}-{months[1]:02}]")
    return reading


def _absolute(point: Point, months: tuple[int, int] | None) -> Reading:
    if point.kind == "decade":
        if point.year is not None and point.year % 100 == 0:
            raise RefusedError("they may be a decade or a century")
        return Reading("date", f"[{point.year}..{(point.year or 0) + 9}]")
    if months is not None:
        return Reading("within", f"[{point.year}-{months[0]:02}..{point.year}-{months[1]:02}]")
    text = f"{point.year:04}"
    if point.month is not None:
        text += f"-{point.month:02}"
    if point.day is not None:
        text += f"-{point.day:02}"
        _agree(point, edtf.parse(text).earliest)
    return Reading("date", text)


def _agree(point: Point, day: date | None) -> None:
    if point.weekday is not None and day is not None and day.weekday() != point.weekday:
        raise RefusedError(
            f"{day.isoformat()} is a {calendar.day_name[day.weekday()]}: the words do not agree"
        )


def _sided(around: Around, what: str) -> Tense:
    """Past or future.

    Raises:
        RefusedError: The clause does not say which.
    """
    if around.tense in ("past", "future"):
        return around.tense
    if around.tense == "none":
        raise RefusedError(f"the clause has no tense that says which {what} is meant")
    raise RefusedError(f"the words around them do not say for certain which {what} is meant")


def _weekday(point: Point, around: Around) -> Reading:
    published, weekday = _published(around), point.weekday or 0
    if weekday in around.shifted:
        raise RefusedError("the weekday is another day where it happened than for the publisher")
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    monday = published - timedelta(published.weekday())
    if point.which == "ago":
        return _ago_weekday(point, published, back)
    if point.unit == "week":
        if weekday == 6:
            raise RefusedError("a week may begin on its Sunday")
        day = monday + timedelta(7 * (point.count or 0) + weekday)
        return Reading("from-publication", day.isoformat())
    if point.which == "before last":
        if not back or back <= published.weekday():
            raise RefusedError("the last such weekday may be that of this week or of last week")
        return Reading("from-publication", (published - timedelta(back + 7)).isoformat())
    if point.which in ("last", "past", "previous"):
        if back and back <= published.weekday():
            raise RefusedError(f'"{point.which}" may mean this week or the week before')
        return Reading("weekday-before", (published - timedelta(back or 7)).isoformat())
    if point.which in ("next", "coming", "this"):
        return _coming(point, around, published, ahead)
    side = around.tense
    if point.which == "later":
        if back:
            raise RefusedError('"later" belongs to a day that is not that of publication')
        return Reading("same-day", published.isoformat())
    if not back:
        if side == "future":
            raise RefusedError("it is the weekday of publication: today, or a week later")
        if side == "unsure":
            _sided(around, calendar.day_name[weekday])
        return Reading("same-day", published.isoformat())
    if _sided(around, calendar.day_name[weekday]) == "past":
        return Reading("weekday-before", (published - timedelta(back)).isoformat())
    return Reading("weekday-after", (published + timedelta(ahead)).isoformat())


def _ago_weekday(point: Point, published: date, back: int) -> Reading:
    if back and back <= published.weekday():
        day = published - timedelta(back + 7 * -(point.count or 0))
        return Reading("from-publication", day.isoformat())
    raise RefusedError("it is not certain from which such weekday the weeks are counted")


def _coming(point: Point, around: Around, published: date, ahead: int) -> Reading:
    if point.which == "this":
        _this_side(around, published, ahead)
        if ahead and published.weekday() + ahead <= 6 and around.tense != "past":
            return Reading("weekday-after", (published + timedelta(ahead)).isoformat())
        if not ahead:
            return Reading("same-day", published.isoformat())
        if around.tense == "past":
            back = (7 - ahead) % 7
            if back <= published.weekday():
                return Reading("weekday-before", (published - timedelta(back)).isoformat())
        raise RefusedError('"this" may mean this week or the next one')
    if point.which == "next" and ahead and published.weekday() + ahead <= 6:
        raise RefusedError('"next" may mean this week or the week after')
    return Reading("weekday-after", (published + timedelta(ahead or 7)).isoformat())


def _this_side(around: Around, published: date, ahead: int) -> None:
    if around.tense == "unsure":
        _sided(around, "weekday")


def _near_date(point: Point, around: Around) -> Reading:
    """A day and a month without a year, or with "last year"."""
    published = _published(around)
    month, day = point.month or 1, point.day or 1
    if point.unit == "year":
        text = f"{published.year + (point.count or 0):04}-{month:02}-{day:02}"
        _agree(point, edtf.parse(text).earliest)
        return Reading("from-publication", text)
    if (month, day) == (published.month, published.day):
        if around.tense in ("future", "unsure"):
            raise RefusedError("it is the day of publication: today, or a year later")
        _agree(point, published)
        return Reading("date-before", published.isoformat())
    step = -1 if _sided(around, "year") == "past" else 1
    found = _nearest(published, month, day, step)
    _agree(point, found)
    return Reading("date-before" if step < 0 else "date-after", found.isoformat())


def _nearest(published: date, month: int, day: int, step: int) -> date:
    """The last such day before, or the next one after, the day of publication."""
    year = published.year
    later = (month, day) > (published.month, published.day)
    if step < 0 and later:
        year -= 1
    elif step > 0 and not later:
        year += 1
    found = edtf.parse(f"{year:04}-{month:02}-{day:02}").earliest
    assert found is not None  # noqa: S101 - a day has one
    return found


def _near_month(point: Point, around: Around) -> Reading:
    published, month = _published(around), point.month or 1
    if point.unit == "year":
        return Reading("from-publication", f"{published.year + (point.count or 0):04}-{month:02}")
    if month == published.month:
        if point.which == "this":
            return Reading("from-publication", f"{published.year:04}-{month:02}")
        raise RefusedError("it is the month of publication: the words do not say of which year")
    later = month > published.month
    if point.which == "this":
        return Reading("from-publication", f"{published.year:04}-{month:02}")
    if point.which in ("last", "past"):
        if not later:
            raise RefusedError(f'"{point.which}" may mean this year or the year before')
        return Reading("month-before", f"{published.year - 1:04}-{month:02}")
    if point.which in ("next", "coming"):
        if later and point.which == "next":
            raise RefusedError('"next" may mean this year or the year after')
        return Reading("month-after", f"{published.year + (not later):04}-{month:02}")
    if _sided(around, "year") == "past":
        return Reading("month-before", f"{published.year - later:04}-{month:02}")
    return Reading("month-after", f"{published.year + (not later):04}-{month:02}")


def _shift(published: date, unit: str, count: int) -> str:
    """So many units from a day, as precise as the unit."""
    if unit == "day":
        return (published + timedelta(count)).isoformat()
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * count)
        return f"[{monday.isoformat()}..{(monday + timedelta(6)).isoformat()}]"
    if unit == "month":
        months = 12 * published.year + published.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{published.year + count:04}"


def _offset(point: Point, around: Around) -> Reading:
    published, count = _published(around), point.count or 0
    if point.unit == "day" and not around.alone:
        raise RefusedError("two days that count from today are named: it may be a figure of speech")
    if count > 0 and around.tense in ("past", "unsure"):
        raise RefusedError("the clause is not plainly about what is to come after publication")
    if point.unit == "day" and not count:
        return Reading("same-day", published.isoformat())
    if not count and around.counts and point.unit == "year" and not point.which:
        if around.tense == "future":
            return Reading("from-publication", f"{published.year:04}")
        return Reading("to-publication", f"{published.year:04}-01-01/{published.isoformat()}")
    return Reading("from-publication", _shift(published, point.unit, count))


def _part_to_publication(point: Point, around: Around) -> Reading:
    """Earlier or later in the week, month or year of publication."""
    published = _published(around)
    if around.quoted:
        raise RefusedError("they are inside quotation marks: the day of the speech is not known")
    if point.count:
        return Reading("from-publication", _shift(published, point.unit, point.count))
    whole = edtf.parse(_shift(published, point.unit, 0))
    if point.which == "earlier":
        return Reading("from-publication", f"[{whole.earliest}..{published}]")
    return Reading("from-publication", f"[{published}..{whole.latest}]")


def _ahead(point: Point, around: Around) -> Reading:
    if around.tense != "future":
        raise RefusedError("they may say how long it took: the clause is not about the future")
    return Reading("from-publication", _shift(_published(around), point.unit, point.count or 0))


def _now(point: Point, around: Around) -> Reading:
    return Reading("same-day", _published(around).isoformat())


def _so_far(point: Point, around: Around) -> Reading:
    published = _published(around).isoformat()
    if around.counts:
        return Reading("same-day", published)
    return Reading("by-publication", f"[..{published}]")


def _named(point: Point, around: Around) -> str:
    text = around.named()
    if not text:
        raise RefusedError("no date that a rule reads is named before them")
    return _from_named(point, text)


def _from_named(point: Point, text: str) -> str:
    base = edtf.parse(text)
    unit = {"day": 3, "week": 3, "month": 2, "year": 1}[point.unit]
    known = {"day": 3, "month": 2, "year": 1}.get(base.precision, 0)
    if known < unit or base.earliest is None:
        raise RefusedError(f"they count {point.unit}s from {text}, which is not as precise")
    return _shift(base.earliest, point.unit, point.count or 0)


def _counted(expression: Date, around: Around) -> Reading:
    """So many units before or after a date in the words."""
    assert expression.last is not None  # noqa: S101 - what it counts from
    base = _point(expression.last, around)
    rule = "date" if base.rule == "date" else "from-publication"
    return Reading(rule, _from_named(expression.first, base.value))


def _two(expression: Date, around: Around) -> Reading:
    """A stretch, or some day between two."""
    assert expression.last is not None  # noqa: S101 - the caller has seen it
    first, last = _ends(expression.first, expression.last, around)
    if expression.relation == "between":
        if around.counts:
            return Reading(_relative("interval", first, last), f"{first.value}/{last.value}")
        if not {first.value.count("-"), last.value.count("-")} == {2}:
            raise RefusedError("they may be a stretch, or some day in it")
        return Reading(_relative("within", first, last), f"[{first.value}..{last.value}]")
    return Reading(_relative("interval", first, last), f"{first.value}/{last.value}")


def _ends(first: Point, last: Point, around: Around) -> tuple[Reading, Reading]:
    """Both ends; the first takes the year, the month or the week of the last where it has none."""
    if first.kind in ("date", "bare-month") and last.kind in ("day", "month"):
        end = _point(last, around)
        wraps = (first.month or 0) > (last.month or 0)
        kind = "day" if first.kind == "date" else "month"
        whole = replace(first, kind=kind, year=(last.year or 0) - wraps, count=None, unit="")
        return _point(whole, around), end
    if first.kind == "weekday" and last.kind == "weekday" and last.unit == "week":
        first = replace(first, unit="week", count=last.count)
    begin, end = _point(first, around), _point(last, around)
    spread = edtf.parse(begin.value), edtf.parse(end.value)
    if spread[0].earliest and spread[1].earliest and spread[0].earliest > spread[1].earliest:
        raise RefusedError("the first date in them is after the last")
    return begin, end


def _relative(name: str, *ends: Reading) -> str:
    if all(end.rule == "date" for end in ends):
        return name
    return {"interval": "interval-from-publication", "within": "within-publication"}[name]


def _bounded(expression: Date, around: Around) -> Reading:
    """Before, after, by, since, until or as of a point."""
    relation, point = expression.relation, expression.first
    if expression.months is not None:
        raise RefusedError(f'"{relation}" before a part of a year is not read')
    if relation == "by" and expression.ending and point.kind == "bare-month" and not point.unit:
        whole = _ending_month(point, around)
    else:
        whole = _point(point, around)
    if whole.value.startswith("[") and relation not in ("by", "since"):
        raise RefusedError(f'"{relation}" before a stretch is not read')
    rule = "within" if whole.rule == "date" else "within-publication"
    value = edtf.parse(whole.value)
    if relation == "as of":
        if not around.counts:
            raise RefusedError('"as of" dates a count, not an event')
        return whole
    if relation == "since":
        if not around.counts:
            raise RefusedError('"since" says how long something has lasted, not when it happened')
        published = _published(around).isoformat()
        return Reading("to-publication", f"{whole.value.strip('[').split('..')[0]}/{published}")
    if relation == "until":
        return Reading(
            "interval" if rule == "within" else "interval-from-publication", f"../{whole.value}"
        )
    if relation == "before":
        return Reading(rule, f"[..{_step(whole.value, -1)}]")
    if relation == "after":
        return Reading(rule, f"[{_step(whole.value, 1)}..]")
    return _by(expression, around, whole, value)


def _by(expression: Date, around: Around, whole: Reading, value: edtf.Edtf) -> Reading:
    """By a date; what is not over on the day of publication is a forecast, and cut there."""
    last = whole.value
    if whole.value.startswith("[") or expression.ending:
        last = str(value.latest)
    if around.published is None:
        raise RefusedError(
            "without the day of publication it is not known whether it is a forecast"
        )
    if value.latest is not None and value.latest >= around.published:
        return Reading("within-publication", f"[{around.published}..{last}]")
    return Reading("within" if whole.rule == "date" else "within-publication", f"[..{last}]")


def _ending_month(point: Point, around: Around) -> Reading:
    """The month whose end counts; that of publication is meant where the clause looks ahead."""
    published = _published(around)
    if point.month == published.month and around.tense != "past":
        return Reading("month-after", f"{published.year:04}-{published.month:02}")
    return _near_month(point, around)


def _step(text: str, step: int) -> str:
    """The day, month or year before or after one."""
    known = edtf.parse(text)
    if known.earliest is None or known.precision not in ("day", "month", "year"):
        raise RefusedError("the date has no certain limits")
    return _shift(known.earliest, known.precision, step)
