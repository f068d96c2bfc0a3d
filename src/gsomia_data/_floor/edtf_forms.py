"""What is EDTF at all: the forms of ISO 8601-2, levels 0 to 2, known by their spelling alone.

The dataset uses few of these forms (`edtf.py`). The others are known here, so that no message says
of a valid date that it is not EDTF. The grammar is that of https://www.loc.gov/standards/datetime/.
"""

import calendar
import re

_PART = re.compile(r"[?~%]?(-?[\dX]{4}|[\dX]{2})[?~%]?", re.ASCII)
_DATE = re.compile(
    r"[?~%]?-?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){0,2}",  # 2004-06~-11, 201X, -0044
    re.ASCII,
)
_YEAR = re.compile(
    r"(?:-?\d{4}(?=S)|Y-?\d{5,}|Y-?\d+E\d+)(?:S\d+)?",  # 1950S2, Y170000002, Y-17E7
    re.ASCII,
)
_TIME = re.compile(
    r"(-?\d{4}-\d\d-\d\d)T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)"
    r"(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?",
    re.ASCII,
)
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_SEASONS = frozenset(map(str, range(21, 42)))
"""Seasons, quarters, quadrimesters and semesters, in the place of the month."""


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date, an interval or a set of EDTF, of any level."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _is_set(text[1:-1])
    lower, slash, upper = text.partition("/")
    if not slash:
        return _is_date(text)
    if text == "/":
        return False
    sides = [side for side in (lower, upper) if side not in ("", "..")]
    return all(map(_is_date, sides)) and not _reversed(lower, upper)


def _is_set(inside: str) -> bool:
    members = re.split(", ?", inside)
    for at, member in enumerate(members):
        lower, dots, upper = member.partition("..")
        if not dots:
            valid = _is_date(lower)
        elif not lower:
            valid = at == 0 and _is_date(upper)
        elif not upper:
            valid = at == len(members) - 1 and _is_date(lower)
        else:
            valid = _is_date(lower) and _is_date(upper) and not _reversed(lower, upper)
        if not valid:
            return False
    return True


def _reversed(lower: str, upper: str) -> bool:
    """Whether the last day of ``upper`` is before the first of ``lower``; only plain dates are."""
    if not (_PLAIN.fullmatch(lower) and _PLAIN.fullmatch(upper)):
        return False
    length = min(len(lower), len(upper))
    return lower[:length] > upper[:length]


def _is_date(text: str) -> bool:
    if _YEAR.fullmatch(text):
        return True
    timed = _TIME.fullmatch(text)
    if timed:
        return _is_date(timed[1])
    return bool(_DATE.fullmatch(text)) and _on_the_calendar(*_PART.findall(text))


def _on_the_calendar(year: str, month: str = "XX", day: str = "") -> bool:
    """Whether some day fits; an ``X`` is any digit."""
    if year == "-0000":
        return False
    if month in _SEASONS and not day:
        return True
    months = [number for number in range(1, 13) if _fits(month, number)]
    if not day:
        return bool(months)
    # An unknown year, and one before the calendar of Python, may be a leap year.
    known = int(year) if year.isdigit() and int(year) else 2000
    longest = max((calendar.monthrange(known, number)[1] for number in months), default=0)
    return any(_fits(day, number) for number in range(1, longest + 1))


def _fits(pattern: str, number: int) -> bool:
    return all(one in ("X", digit) for one, digit in zip(pattern, f"{number:02}", strict=True))
