"""Weekdays, months and days without a year: the last one or the next one around publication."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.date_points import Point
from gsomia_data.curation.rules.date_rules import (
    Around,
    Reading,
    RefusedError,
    agree,
    published_on,
    shift,
    sided,
)


def read_weekday(point: Point, around: Around) -> Reading:
    """A weekday, alone or with last, this, next or a week beside it."""
    published, weekday = published_on(around), point.weekday or 0
    if weekday in around.shifted:
        raise RefusedError("the weekday is another day where it happened than for the publisher")
    if point.unit == "week":
        return _of_week(point, published)
    reader = _WEEKDAYS.get(point.which, _plain_weekday)
    return reader(point, around, published)


def _back(point: Point, published: date) -> int:
    """Days from the last such weekday to publication; 0 if it is that of publication."""
    return (published.weekday() - (point.weekday or 0)) % 7


def _of_week(point: Point, published: date) -> Reading:
    if point.weekday == _SUNDAY:
        raise RefusedError("a week may begin on its Sunday")
    monday = published - timedelta(published.weekday())
    day = monday + timedelta(7 * (point.count or 0) + (point.weekday or 0))
    return Reading("from-publication", day.isoformat())


def _weeks_back(point: Point, around: Around, published: date) -> Reading:
    """Such as "the Friday before last", "a week ago Friday"."""
    back = _back(point, published)
    if not back or back <= published.weekday():
        raise RefusedError("the last such weekday may be that of this week or of last week")
    weeks = 1 if point.which == "before last" else -(point.count or 0)
    return Reading("from-publication", (published - timedelta(back + 7 * weeks)).isoformat())


def _weeks_ahead(point: Point, around: Around, published: date) -> Reading:
    """Such as "a week from Friday"."""
    back = _back(point, published)
    if around.tense != "future" or not back:
        raise RefusedError("they count from a day that may not be the next one after publication")
    ahead = 7 - back + 7 * (point.count or 0)
    return Reading("from-publication", (published + timedelta(ahead)).isoformat())


def _last_weekday(point: Point, around: Around, published: date) -> Reading:
    back = _back(point, published)
    if point.which == "last" and back and back <= published.weekday():
        raise RefusedError('"last" may mean this week or the week before')
    return Reading("weekday-before", (published - timedelta(back or 7)).isoformat())


def _next_weekday(point: Point, around: Around, published: date) -> Reading:
    ahead = -_back(point, published) % 7
    if point.which == "next" and ahead and published.weekday() + ahead <= _SUNDAY:
        raise RefusedError('"next" may mean this week or the week after')
    return Reading("weekday-after", (published + timedelta(ahead or 7)).isoformat())


def _this_weekday(point: Point, around: Around, published: date) -> Reading:
    back = _back(point, published)
    ahead = -back % 7
    if around.tense == "unsure":
        sided(around, calendar.day_name[point.weekday or 0])
    if not back:
        return Reading("same-day", published.isoformat())
    if around.tense == "past" and back <= published.weekday():
        return Reading("weekday-before", (published - timedelta(back)).isoformat())
    if around.tense != "past" and published.weekday() + ahead <= _SUNDAY:
        return Reading("weekday-after", (published + timedelta(ahead)).isoformat())
    raise RefusedError('"this" may mean this week or another')


def _later_weekday(point: Point, around: Around, published: date) -> Reading:
    if _back(point, published):
        raise RefusedError('"later" belongs to a day that is not that of publication')
    return Reading("same-day", published.isoformat())


def _plain_weekday(point: Point, around: Around, published: date) -> Reading:
    back = _back(point, published)
    if not back:
        if around.background:
            sided(around, calendar.day_name[point.weekday or 0])
        if around.tense == "future":
            raise RefusedError("it is the weekday of publication: today, or a week later")
        if around.tense == "unsure":
            sided(around, calendar.day_name[point.weekday or 0])
        return Reading("same-day", published.isoformat())
    if sided(around, calendar.day_name[point.weekday or 0]) == "past":
        return Reading("weekday-before", (published - timedelta(back)).isoformat())
    return Reading("weekday-after", (published + timedelta(7 - back)).isoformat())


_SUNDAY = 6
_LONG_AGO = 305
"""Days: a newspaper prints no year for what is nearer; what is further back may be to come."""
_SOON_MONTHS = 1
"""Months: one that is so near may be meant although the clause is in the past."""
_WEEKDAYS: dict[str, Callable[[Point, Around, date], Reading]] = {
    "ago": _weeks_back,
    "ahead": _weeks_ahead,
    "before last": _weeks_back,
    "last": _last_weekday,
    "past": _last_weekday,
    "next": _next_weekday,
    "coming": _next_weekday,
    "this": _this_weekday,
    "later": _later_weekday,
}


def read_near_date(point: Point, around: Around) -> Reading:
    """A day and a month without a year, or with "last year"."""
    published = published_on(around)
    month, day = point.month or 1, point.day or 1
    if point.unit == "year":
        text = f"{published.year + (point.count or 0):04}-{month:02}-{day:02}"
        agree(point, edtf.parse(text).earliest)
        return Reading("from-publication", text)
    if (month, day) == (published.month, published.day):
        if point.which:
            raise RefusedError("it is the day of publication, or that of another year")
        if around.tense in ("future", "unsure"):
            raise RefusedError("it is the day of publication: today, or a year later")
        agree(point, published)
        return Reading("date-before", published.isoformat())
    step = _step(point, around, published)
    found = _nearest(published, month, day, step)
    if step < 0 and (published - found).days > _LONG_AGO and not point.which:
        raise RefusedError("the next such day is nearer than the last: it may be meant")
    agree(point, found)
    return Reading("date-before" if step < 0 else "date-after", found.isoformat())


def _step(point: Point, around: Around, published: date) -> int:
    """-1 for the last such day, 1 for the next one; a weekday beside it may settle it."""
    month, day = point.month or 1, point.day or 1
    if point.which:
        return -1 if point.which == "last" else 1
    if point.weekday is not None and around.tense in ("none", "unsure") and not around.background:
        fitting = [
            step
            for step in (-1, 1)
            if _nearest(published, month, day, step).weekday() == point.weekday
        ]
        if len(fitting) == 1:
            return fitting[0]
    return -1 if sided(around, "year") == "past" else 1


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


def read_month_day(point: Point, around: Around) -> Reading:
    """The last such day of a month up to publication, or the next one after it.

    Without a word that sets which, it is read only in the month of publication.
    """
    published, day, months = published_on(around), point.day or 1, 0
    if point.unit == "month":
        month = shift(published, "month", point.count or 0)
        return Reading("from-publication", edtf.parse(f"{month}-{day:02}").text)
    step = 1 if _is_ahead(point, around, published) else _step_alone(point, around)
    if day == published.day:
        if point.which or step > 0:
            raise RefusedError("it is the day of publication, or that of another month")
        agree(point, published)
        return Reading("date-before", published.isoformat())
    if (day > published.day) == (step < 0):
        months = step
    month = shift(published, "month", months)
    found = edtf.parse(f"{month}-{day:02}")
    if not point.which and months:
        raise RefusedError("it is not a day of the month of publication that is over or to come")
    agree(point, found.earliest)
    return Reading("date-before" if step < 0 else "date-after", found.text)


def _is_ahead(point: Point, around: Around, published: date) -> bool:
    """Whether a day that is still to come in its month is said to be so: 25일 서명할 예정."""
    late = (point.day or 1) > published.day and not point.which
    return late and around.ahead and not around.background


def _step_alone(point: Point, around: Around) -> int:
    """-1 for the last such day, 1 for the next one; without a word for it the tense decides."""
    if point.which:
        return -1 if point.which == "last" else 1
    if around.tense not in ("past", "future"):
        raise RefusedError("they leave out the month or the year, and no tense says which is meant")
    return -1 if sided(around, "month") == "past" else 1


_SIDES = {
    **dict.fromkeys(("last", "past", "latest"), "past"),
    **dict.fromkeys(("next", "coming"), "future"),
}
"""The side on which a word beside a month puts it."""


def read_near_month(point: Point, around: Around) -> Reading:
    """A month without a year, or with last, this, next or "last year" beside it."""
    published, month = published_on(around), point.month or 1
    if point.unit == "year":
        return Reading("from-publication", f"{published.year + (point.count or 0):04}-{month:02}")
    if point.which == "this":
        if around.tense == (
            "past" if month > published.month else "future" if month < published.month else ""
        ):
            raise RefusedError("the tense does not fit that month of this year")
        return Reading("from-publication", f"{published.year:04}-{month:02}")
    if month == published.month:
        raise RefusedError("it is the month of publication: the words do not say of which year")
    later = month > published.month
    if point.which in ("last", "past") and not later:
        raise RefusedError(f'"{point.which}" may mean this year or the year before')
    if point.which == "next" and later:
        raise RefusedError('"next" may mean this year or the year after')
    side = _SIDES.get(point.which)
    if (side or sided(around, "year")) == "past":
        if not side and 0 < (month - published.month) % 12 <= _SOON_MONTHS:
            raise RefusedError("the next such month is nearer than the last: it may be meant")
        return Reading("month-before", f"{published.year - later:04}-{month:02}")
    return Reading("month-after", f"{published.year + (not later):04}-{month:02}")
