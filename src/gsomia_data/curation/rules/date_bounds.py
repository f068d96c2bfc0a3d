"""Two dates, and what is before, after, by, since or until one."""

from collections.abc import Callable
from dataclasses import replace

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_near import read_near_month
from gsomia_data.curation.rules.date_points import Point
from gsomia_data.curation.rules.date_rules import Around, Reading, RefusedError, published_on, shift
from gsomia_data.curation.rules.date_values import from_named, read_point


def read_two(expression: Date, around: Around) -> Reading:
    """A stretch, or some day between two."""
    assert expression.last is not None  # noqa: S101 - the caller has seen it
    first, last = _ends(expression, expression.last, around)
    if expression.relation == "between" and not around.counts:
        raise RefusedError("they may be a stretch, or some day in it")
    return Reading(_relative("interval", first, last), f"{first.value}/{last.value}")


def _ends(expression: Date, last: Point, around: Around) -> tuple[Reading, Reading]:
    """Both ends; the first takes the year, the month or the week of the last where it has none."""
    first = expression.first
    if first.kind in ("date", "bare-month") and last.kind in ("day", "month"):
        end = read_point(last, around)
        wraps = (first.month or 0) > (last.month or 0)
        kind = "day" if first.kind == "date" else "month"
        whole = replace(first, kind=kind, year=(last.year or 0) - wraps, count=None, unit="")
        return read_point(whole, around), end
    if first.kind == "weekday" and last.kind == "weekday" and last.unit == "week":
        first = replace(first, unit="week", count=last.count)
    if first.kind == last.kind == "weekday" and not (first.unit or expression.opened):
        raise RefusedError("two weekdays without a week may be those of every week")
    begin, end = read_point(first, around), read_point(last, around)
    spread = edtf.parse(begin.value), edtf.parse(end.value)
    if spread[0].earliest and spread[1].earliest and spread[0].earliest > spread[1].earliest:
        raise RefusedError("the first date in them is after the last")
    return begin, end


def _relative(name: str, *ends: Reading) -> str:
    if all(end.rule == "date" for end in ends):
        return name
    return {"interval": "interval-from-publication", "within": "within-publication"}[name]


def read_bounded(expression: Date, around: Around) -> Reading:
    """Before, after, by, since, until or as of a point.

    Raises:
        RefusedError: The relation says nothing of what the column asks for, or the point is not
            read.
    """
    relation, point = expression.relation, expression.first
    if expression.months is not None:
        raise RefusedError(f'"{relation}" before a part of a year is not read')
    if point.which == "end" and around.tense == "past":
        raise RefusedError("the clause is in the past: it may be the end of another year")
    if relation in _COUNTED and not around.counts:
        raise RefusedError(_COUNTED[relation])
    if relation == "by" and expression.ending and point.kind == "bare-month" and not point.unit:
        whole = _ending_month(point, around)
    else:
        whole = read_point(point, around)
    if (
        relation in ("by", "until")
        and whole.rule in _NEAR
        and not (around.over or around.tense == "future")
    ):
        raise RefusedError(f'"{relation}" may be a limit that was still to come')
    if relation == "since" and around.compares:
        raise RefusedError('"since" compares here; it is not the period of a count')
    if whole.value.startswith("[") and relation not in ("by", "since"):
        raise RefusedError(f'"{relation}" before a stretch is not read')
    return _BOUNDS[relation](expression, around, whole)


_NEAR = frozenset({"weekday-before", "date-before", "month-before"})
"""The rules whose limit may also be the next such day."""
_COUNTED = {
    "as of": '"as of" dates a count, not an event',
    "since": '"since" says how long something has lasted, not when it happened',
}
"""The relations that date only the period of a count."""


def _as_of(expression: Date, around: Around, whole: Reading) -> Reading:
    return whole


def _since(expression: Date, around: Around, whole: Reading) -> Reading:
    first = whole.value.strip("[").split("..")[0]
    return Reading("to-publication", f"{first}/{published_on(around)}")


def _until(expression: Date, around: Around, whole: Reading) -> Reading:
    return Reading(_relative("interval", whole), f"../{whole.value}")


def _before(expression: Date, around: Around, whole: Reading) -> Reading:
    return Reading(_relative("within", whole), f"[..{_step(whole.value, -1)}]")


def _after(expression: Date, around: Around, whole: Reading) -> Reading:
    return Reading(_relative("within", whole), f"[{_step(whole.value, 1)}..]")


def _by(expression: Date, around: Around, whole: Reading) -> Reading:
    """By a date; what is not over on the day of publication is a forecast, and cut there."""
    value, last = edtf.parse(whole.value), whole.value
    if whole.value.startswith("[") or expression.ending:
        last = str(value.latest)
    if value.latest is not None and value.latest >= published_on(around):
        begun = value.earliest is not None and value.earliest <= published_on(around)
        if begun and not expression.ending and around.tense == "past":
            raise RefusedError("the clause is past, and they hold the day of publication")
        return Reading("within-publication", f"[{around.published}..{last}]")
    return Reading(_relative("within", whole), f"[..{last}]")


_BOUNDS: dict[str, Callable[[Date, Around, Reading], Reading]] = {
    "as of": _as_of,
    "since": _since,
    "until": _until,
    "before": _before,
    "after": _after,
    "by": _by,
}


def _ending_month(point: Point, around: Around) -> Reading:
    """The month whose end counts; that of publication is meant where the clause looks ahead."""
    published = published_on(around)
    if point.month == published.month and around.tense != "past":
        return Reading("month-after", f"{published.year:04}-{published.month:02}")
    return read_near_month(point, around)


def _step(text: str, step: int) -> str:
    """The day, month or year before or after one."""
    known = edtf.parse(text)
    if known.earliest is None or known.precision not in ("day", "month", "year"):
        raise RefusedError("the date has no certain limits")
    return shift(known.earliest, known.precision, step)


def read_counted(expression: Date, around: Around) -> Reading:
    """So many units before or after a date in the words."""
    assert expression.last is not None  # noqa: S101 - what it counts from
    base = read_point(expression.last, around)
    rule = "date" if base.rule == "date" else "from-publication"
    return Reading(rule, from_named(expression.first, base.value))


def week_of(reading: Reading) -> Reading:
    """The week, from Monday to Sunday, of a day."""
    day = edtf.parse(reading.value)
    if day.earliest is None or day.precision != "day":
        raise RefusedError("only a day has a week that is read")
    return Reading(_relative("within", reading), shift(day.earliest, "week", 0))


def moved_by(reading: Reading, unit: str, count: int) -> Reading:
    """A day some days, or whole years, before or after one."""
    day = edtf.parse(reading.value)
    if day.earliest is None or day.precision != "day":
        raise RefusedError("they count from a date that is not a day")
    rule = "date" if reading.rule == "date" else "from-publication"
    if unit == "day":
        return Reading(rule, shift(day.earliest, "day", count))
    return Reading(rule, day.earliest.replace(year=day.earliest.year + count).isoformat())
