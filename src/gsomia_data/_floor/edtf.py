"""The part of EDTF (ISO 8601-2) that the corpus needs: dates, intervals, "some day in".

    1987            a year             precision year
    2013-02         a month            precision month
    2016-11-23      a day              precision day
    1910/1945       from 1910 to 1945  precision span
    [..2016-11-30]  by that day        precision within

What they mean:

- A year, a month, a day or a set ``[A..B]`` is one unknown day, from its first day to its last.
- A span ``A/B`` is all the days from some day of ``A`` to some day of ``B``.
- An open side can be any day.

So a date can be true of many calendars. A comparison is true if it holds in each of them, false if
it holds in none, and else unknown. Only a period in which something may lie is read in another way:
"in 2016" means in any of its days, so there a year, a month, a day or a set is all of its days.

Several texts can mean the same. `parse` reads them all; `canonical` gives the one that the tables
hold. Uses the standard library only; curation and reading both read dates with it.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from gsomia_data._floor.edtf_forms import is_edtf

Precision = Literal["day", "month", "year", "span", "within"]

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class OtherFormError(ValueError):
    """The text is valid EDTF, but of a form that is not read here; the message says so."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """One uncertain date.

    A span began on some day from ``earliest`` to ``begins_by`` and ended on some day from
    ``ends_from`` to ``latest``. Any other date is one unknown day from ``earliest`` to ``latest``.

    Attributes:
        text: The date as EDTF.
        earliest: The first day that the date can mean; ``None`` if that side is open.
        latest: The last day that the date can mean; ``None`` if that side is open.
        precision: How exactly the date is known.
        begins_by: The day by which the date has begun; ``None`` if unknown.
        ends_from: The day before which the date cannot end; ``None`` if unknown.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    begins_by: date | None
    ends_from: date | None

    def contains(self, other: "Edtf") -> bool:
        """Whether this date can mean every day that ``other`` can mean."""
        below = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        above = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return below and above

    def before(self, other: "Edtf") -> bool | None:
        """Whether this date is over before ``other`` begins; ``None`` if that is unknown."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return True
        if self.ends_from and other.begins_by and self.ends_from >= other.begins_by:
            return False
        return None

    def during(self, period: "Edtf") -> bool | None:
        """Whether all of this date lies in ``period``; ``None`` if that is unknown.

        If ``period`` is a span, its first and last day are uncertain, so only what lies between
        these two ranges is certainly in it. Any other period means all of its days.
        """
        if self._surely_in(period):
            return True
        starts_too_early = self.begins_by and period.earliest and self.begins_by < period.earliest
        ends_too_late = self.ends_from and period.latest and self.ends_from > period.latest
        return False if starts_too_early or ends_too_late else None

    def _surely_in(self, period: "Edtf") -> bool:
        if period.precision != "span":
            return period.contains(self)
        begun = self.earliest and period.begins_by and period.begins_by <= self.earliest
        lasting = self.latest and period.ends_from and self.latest <= period.ends_from
        return bool(begun and lasting)


def parse(text: str) -> Edtf:
    """The date that ``text`` spells.

    Raises:
        OtherFormError: ``text`` is EDTF of a form that is not read here, such as ``1984~``.
        ValueError: ``text`` is not a date; the message says why.
    """
    try:
        return _parse(text)
    except ValueError as error:
        if is_edtf(text):
            raise OtherFormError(f"it is EDTF of a form that is not read here: {error}") from error
        raise


def parse_canonical(text: str) -> Edtf:
    """The date that ``text`` spells as the tables spell it.

    Raises:
        ValueError: As for `parse`; or ``text`` is another spelling, and the message gives the
            canonical one.
    """
    found = parse(text)
    spelling = canonical(found)
    if text != spelling:
        raise ValueError(f"write {spelling}, which means the same")
    return found


def canonical(when: Edtf) -> str:
    """The one text of all that mean the same as ``when``.

    One unknown day is a day, a month or a year if these are its limits; else a set, which is
    written with its first and last day. A side of a span is the shortest time that holds all the
    days on which the span can begin, or end; a span of one day is that day.
    """
    first, last = when.earliest, when.latest
    if first is not None and first == last:
        return first.isoformat()
    if when.precision == "span":
        begin = _shortest(first, when.begins_by or first) if first else ".."
        end = _shortest(when.ends_from or last, last) if last else ".."
        return f"{begin}/{end}"
    if first and last:
        whole = _shortest(first, last)
        if whole and _point(whole)[:2] == (first, last):
            return whole
    return f"[{first or ''}..{last or ''}]"


def _shortest(first: date, last: date) -> str:
    """The day, the month or the year that holds both days; empty if none does."""
    for length in (len("2016-11-23"), len("2016-11"), len("2016")):
        unit = first.isoformat()[:length]
        if last.isoformat().startswith(unit):
            return unit
    return ""


def _parse(text: str) -> Edtf:
    if text.startswith("[") and text.endswith("]"):
        lower, mark, upper = text[1:-1].partition("..")
        if not mark or not (lower or upper):
            raise ValueError('a set is written "[A..B]", "[..B]" or "[A..]"')
        return _between(text, lower, upper, "within")
    if "/" in text:
        lower, _, upper = text.partition("/")
        if not (lower and upper) or (lower, upper) == ("..", ".."):
            raise ValueError('an interval is written "A/B", "../B" or "A/.."')
        lower, upper = ("" if side == ".." else side for side in (lower, upper))
        return _between(text, lower, upper, "span")
    first, last, precision = _point(text)
    return Edtf(text, first, last, cast(Precision, precision), last, first)


def _between(text: str, lower: str, upper: str, precision: Precision) -> Edtf:
    earliest, begins_by = _point(lower)[:2] if lower else (None, None)
    ends_from, latest = _point(upper)[:2] if upper else (None, None)
    if earliest and latest and earliest > latest:
        raise ValueError("it ends before it begins")
    # A span has begun by its last day and cannot end before its first, even if a side is open.
    if precision == "within" or begins_by is None or (latest and latest < begins_by):
        begins_by = latest
    if precision == "within" or ends_from is None or (earliest and earliest > ends_from):
        ends_from = earliest
    return Edtf(text, earliest, latest, precision, begins_by, ends_from)


def _point(text: str) -> tuple[date, date, str]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError('a date is written "2016", "2016-11" or "2016-11-23"')
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - group 1 is not optional in the pattern
    if year == 0:
        raise ValueError("there is no year 0000")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}")
    length = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length), "month"
    if not 1 <= day <= length:
        raise ValueError(f"{year:04}-{month:02} has no day {day:02}")
    return date(year, month, day), date(year, month, day), "day"
