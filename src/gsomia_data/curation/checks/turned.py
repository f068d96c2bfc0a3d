"""Dates that a spreadsheet turned into something else when it opened or saved a table.

What the cell was is said as a guess and never written: `11/12/2016` may be of two months.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_DAY_ZERO = date(1899, 12, 30)
"""The day that spreadsheets count as 0."""
_COUNTED = range(10_000, 100_000)
"""Days of five digits, from 1927 to 2173: a year has four."""
_THIS_CENTURY = 30
"""A year of two digits below it is read as one of 2000 to 2029, as spreadsheets read it."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_TIME = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})(?:([/.-])|\. )(\d\d?)(?:\2|\. )(\d\d?)\.?")
_YEAR_LAST = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)")
_DAY_AND_NAME = re.compile(r"(\d\d?)\.?[- ]([A-Za-z]{3})[a-z]*\.?,?[- ](\d{4}|\d\d)")
_NAME_AND_YEAR = re.compile(r"([A-Za-z]{3})[a-z]*[- ](\d{4}|\d\d)")
_COUNT = re.compile(r"(\d{5})(?:\.0+)?")
_POWER = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)


def turned(cell: str) -> tuple[str, str] | None:
    """What is wrong with a cell of dates and the way out, if a spreadsheet seems to have turned it.

    ``None`` if nothing shows that.
    """
    if cell.upper() in ("TRUE", "FALSE"):
        return "a spreadsheet turned this cell into a truth value", _LOST
    if _POWER.fullmatch(cell):
        return "a spreadsheet turned this date into a number and rounded it", _LOST
    looks_like = sorted(set(_originals(cell)) - {cell})
    if not looks_like:
        return None
    message = f"a spreadsheet turned this date: it looks like {' or '.join(looks_like)}"
    return message, "write it so" if len(looks_like) == 1 else "write the one that the words say"


_LOST = "write the date again, as the words say it; what it was is lost"


def _originals(cell: str) -> Iterator[str]:
    """The dates that a spreadsheet may show as ``cell``."""
    text = _TIME.sub("", cell)
    if text != cell and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        yield text
    if match := _YEAR_FIRST.fullmatch(text):
        yield from _days(match[1], match[3], match[4])
    if match := _YEAR_LAST.fullmatch(text):
        yield from _days(match[4], match[3], match[1])
        yield from _days(match[4], match[1], match[3])
    if match := _DAY_AND_NAME.fullmatch(text):
        yield from _days(match[3], _month(match[2]), match[1])
    if (match := _NAME_AND_YEAR.fullmatch(text)) and (month := _month(match[1])):
        yield f"{_year(match[2])}-{int(month):02}"
    if (match := _COUNT.fullmatch(text)) and int(match[1]) in _COUNTED:
        yield (_DAY_ZERO + timedelta(days=int(match[1]))).isoformat()


def _month(name: str) -> str:
    """The number of the month with this name; empty if it is not the name of one."""
    name = name.lower()
    return str(_MONTHS.index(name) + 1) if name in _MONTHS else ""


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _THIS_CENTURY else 1900)


def _days(year: str, month: str, day: str) -> Iterator[str]:
    """The day, if there is such a day."""
    try:
        yield date(_year(year), int(month), int(day)).isoformat()
    except ValueError:
        return
