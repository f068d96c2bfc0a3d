"""The value of one point of time."""

from collections.abc import Callable

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.date_near import (
    read_month_day,
    read_near_date,
    read_near_month,
    read_weekday,
)
from gsomia_data.curation.rules.date_points import Point
from gsomia_data.curation.rules.date_rules import (
    Around,
    Reading,
    RefusedError,
    agree,
    published_on,
    shift,
)

_ABSOLUTE = frozenset({"day", "month", "year", "decade"})
_PRECISE = {"day": 3, "week": 3, "month": 2, "year": 1}
"""How precise a date must be to count such units from it."""


def read_point(point: Point, around: Around, months: tuple[int, int] | None = None) -> Reading:
    """One point: what it is by itself, or a part of that year.

    Raises:
        RefusedError: No rule reads it there.
    """
    if point.kind == "offset" and point.which in ("earlier", "later"):
        return _part_to_publication(point, around)
    if point.kind in _ABSOLUTE:
        return _absolute(point, months)
    if point.kind == "named":
        return Reading("named-day", _named(point, around))
    if around.quoted:
        raise RefusedError("they are inside quotation marks: the day of the speech is not known")
    readers: dict[str, Callable[[Point, Around], Reading]] = {
        "weekday": read_weekday,
        "date": read_near_date,
        "bare-month": read_near_month,
        "month-day": read_month_day,
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
        agree(point, edtf.parse(text).earliest)
    return Reading("date", text)


def _offset(point: Point, around: Around) -> Reading:
    published, count = published_on(around), point.count or 0
    if point.unit == "day" and not around.alone:
        raise RefusedError("two days that count from today are named: it may be a figure of speech")
    if around.background:
        raise RefusedError("the sentence speaks of another time, from which they may count")
    if count > 0 and around.tense in ("past", "unsure"):
        raise RefusedError("the clause is not plainly about what is to come after publication")
    if point.unit == "day" and not count and around.tense == "none":
        raise RefusedError("without a verb of the past or the future it may mean nowadays")
    if point.unit == "day" and not count:
        return Reading("same-day", published.isoformat())
    if not count and around.counts and point.unit == "year" and not point.which:
        if around.tense == "future":
            return Reading("from-publication", f"{published.year:04}")
        return Reading("to-publication", f"{published.year:04}-01-01/{published.isoformat()}")
    return Reading("from-publication", shift(published, point.unit, count))


def _part_to_publication(point: Point, around: Around) -> Reading:
    """Earlier or later in the week, month or year of publication."""
    published = published_on(around)
    if around.quoted:
        raise RefusedError("they are inside quotation marks: the day of the speech is not known")
    if point.count:
        return Reading("from-publication", shift(published, point.unit, point.count))
    whole = edtf.parse(shift(published, point.unit, 0))
    if point.which == "earlier":
        return Reading("from-publication", f"[{whole.earliest}..{published}]")
    return Reading("from-publication", f"[{published}..{whole.latest}]")


def _ahead(point: Point, around: Around) -> Reading:
    if around.tense != "future":
        raise RefusedError("they may say how long it took: the clause is not about the future")
    if around.compares:
        raise RefusedError("the clause compares: they say how long it has been")
    return Reading("from-publication", shift(published_on(around), point.unit, point.count or 0))


def _now(point: Point, around: Around) -> Reading:
    if around.tense in ("past", "unsure"):
        raise RefusedError("they mean at once after what the clause reports, not on publication")
    return Reading("same-day", published_on(around).isoformat())


def _so_far(point: Point, around: Around) -> Reading:
    published = published_on(around).isoformat()
    if around.counts:
        return Reading("same-day", published)
    return Reading("by-publication", f"[..{published}]")


def _named(point: Point, around: Around) -> str:
    text = around.named()
    if not text:
        raise RefusedError("no date that a rule reads is named before them")
    found = from_named(point, text)
    latest = edtf.parse(found).latest
    if around.tense == "past" and around.published and latest and latest > around.published:
        raise RefusedError(f"the clause is past, and {found} was still to come")
    return found


def from_named(point: Point, text: str) -> str:
    """So many units from a date.

    Raises:
        RefusedError: The date is not as precise as the unit.
    """
    base = edtf.parse(text)
    unit = _PRECISE[point.unit]
    known = _PRECISE.get(base.precision, 0)
    if known < unit or base.earliest is None:
        raise RefusedError(f"they count {point.unit}s from {text}, which is not as precise")
    if point.month is not None:
        return _month_of(point.month, base)
    return shift(base.earliest, point.unit, point.count or 0)


def _month_of(month: int, base: edtf.Edtf) -> str:
    """The month of that year; one before the date may be of the year after it."""
    assert base.earliest is not None  # noqa: S101 - the caller has seen it
    if base.precision != "year" and month <= base.earliest.month:
        raise RefusedError("the month may be of that year or of the next one")
    return f"{base.earliest.year:04}-{month:02}"
