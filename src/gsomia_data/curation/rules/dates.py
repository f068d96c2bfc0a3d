"""Dates as newspapers write them, and the named rules that turn them into EDTF.

A mention is what the words are ("Friday", "by the end of November", "July 27, 1953"); a rule says
how a kind of mention is resolved, against the date of publication where it is relative. The list
is closed: what no rule covers gives no date.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from gsomia_data._floor import edtf
from gsomia_data._floor.text import unlike

_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_VERBS = {"march", "may"}  # in small letters they are no months
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"

_FORMS: tuple[tuple[str, str], ...] = (
    (
        "interval",
        (
            r"(?:from|between)\s+(?P<first>1[5-9]\d\d|20\d\d)\s+(?:to|until|till|and|through)\b"
            r"(?:[^.;\d]*\sin)?\s+(?P<last>1[5-9]\d\d|20\d\d)"
        ),
    ),
    ("iso-day", r"(?P<iso>(?:1[5-9]\d\d|20\d\d)-\d\d-\d\d)"),
    ("day", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
    ("day", rf"{_DAY}\s+(?:of\s+)?{_MONTH}\s+{_YEAR}"),
    ("month", rf"{_MONTH}\s+{_YEAR}"),
    ("end-of-month", rf"by\s+the\s+end\s+of\s+{_MONTH}"),
    ("end-of-year", r"by\s+the\s+end\s+of\s+this\s+year"),
    ("month-day", rf"{_MONTH}\s+{_DAY}"),
    ("month-day", rf"{_DAY}\s+(?:of\s+)?{_MONTH}"),
    ("same-date", r"(?:the|that)\s+same\s+day"),
    ("next-week", r"next\s+week"),
    ("last-year", r"last\s+year"),
    ("this-year", r"this\s+year"),
    ("by-now", r"so\s+far|until\s+now|already"),
    ("now", r"today|immediately|now"),
    ("weekday", rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"),
    ("bare-month", _MONTH),
    ("year", _YEAR),
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<![\w])(?:{form})(?!\w)", re.IGNORECASE)) for kind, form in _FORMS
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of time in a text: ``kind``, where it stands, and its parts by name."""

    start: int
    end: int
    kind: str
    parts: MappingProxyType[str, str]


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every expression of time in ``text``, in order, the longer form before the shorter."""
    text = unlike(text)
    found: list[Mention] = []
    taken = bytearray(len(text))  # by a longer form; comparing each with all found is quadratic
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if kind == "bare-month" and match.group() in _VERBS:
                continue
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                parts = {k: v for k, v in match.groupdict().items() if v}
                found.append(Mention(start, end, kind, MappingProxyType(parts)))
    return tuple(sorted(found, key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class DateRule:
    """A date rule: which mentions it takes and how it resolves one.

    ``resolve`` gets the mention, the words and the day of publication; it answers EDTF text, or
    raises ``ValueError`` with the reason why this rule does not fit.
    """

    name: str
    says: str
    kinds: frozenset[str]
    resolve: Callable[[Mention, str, date], str]
    relative: bool = True


def _month(mention: Mention) -> int:
    return _MONTHS.index(mention.parts["month"].lower()) + 1


def _absolute(mention: Mention, words: str, published: date) -> str:
    parts = mention.parts
    if mention.kind == "iso-day":
        return edtf.parse(parts["iso"]).text
    text = parts["year"]
    if "month" in parts:
        text += f"-{_month(mention):02}"
    if "day" in parts:
        text += f"-{int(parts['day']):02}"
    return edtf.parse(text).text


def _interval(mention: Mention, words: str, published: date) -> str:
    return edtf.parse(f"{mention.parts['first']}/{mention.parts['last']}").text


def _same_day(mention: Mention, words: str, published: date) -> str:
    if mention.kind == "weekday" and _weekday(mention) != published.weekday():
        day = calendar.day_name[published.weekday()]
        raise ValueError(f"the document was published on a {day}")
    return published.isoformat()


def _weekday(mention: Mention) -> int:
    return _WEEKDAYS.index(mention.parts["weekday"].lower())


def _weekday_before(mention: Mention, words: str, published: date) -> str:
    back = (published.weekday() - _weekday(mention)) % 7
    return _other_day(published, -back)


def _weekday_after(mention: Mention, words: str, published: date) -> str:
    ahead = (_weekday(mention) - published.weekday()) % 7
    return _other_day(published, ahead)


def _other_day(published: date, days: int) -> str:
    if days == 0:
        raise ValueError("it is the weekday of publication itself: read it as same-day")
    return (published + timedelta(days)).isoformat()


def _next_week(mention: Mention, words: str, published: date) -> str:
    monday = published + timedelta(7 - published.weekday())
    return f"[{monday}..{monday + timedelta(6)}]"


def _this_year(mention: Mention, words: str, published: date) -> str:
    return f"{published.year:04}"


def _this_year_to_date(mention: Mention, words: str, published: date) -> str:
    return f"{published.year:04}-01-01/{published.isoformat()}"


def _last_year(mention: Mention, words: str, published: date) -> str:
    return f"{published.year - 1:04}"


def _month_before(mention: Mention, words: str, published: date) -> str:
    month = _month(mention)
    if month == published.month:
        raise ValueError("it is the month of publication itself: the words do not say which")
    return f"{published.year - (month > published.month):04}-{month:02}"


def _day_this_year(mention: Mention, words: str, published: date) -> str:
    text = f"{published.year:04}-{_month(mention):02}-{int(mention.parts['day']):02}"
    return edtf.parse(text).text


def _until_month(mention: Mention, words: str, published: date) -> str:
    month = _month(mention)
    year = published.year + (month < published.month)
    return f"[..{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}]"


def _until_year(mention: Mention, words: str, published: date) -> str:
    return f"[..{published.year:04}-12-31]"


def _since_month(mention: Mention, words: str, published: date) -> str:
    if not re.match(r"since\b", words, re.IGNORECASE):
        raise ValueError('the words do not begin with "since"')
    return f"{_month_before(mention, words, published)}/{published.isoformat()}"


def _by_publication(mention: Mention, words: str, published: date) -> str:
    return f"[..{published.isoformat()}]"


def _kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


DATE_RULES: tuple[DateRule, ...] = (
    DateRule(
        "date",
        "the calendar date, month or year in the words",
        _kinds("iso-day", "day", "month", "year"),
        _absolute,
        relative=False,
    ),
    DateRule(
        "interval",
        '"from ... to ...": it lasted from the one year to the other',
        _kinds("interval"),
        _interval,
        relative=False,
    ),
    DateRule(
        "same-day",
        "the day of publication: today, now, immediately, so far, or its own weekday",
        _kinds("weekday", "now", "by-now"),
        _same_day,
    ),
    DateRule(
        "weekday-before",
        "the last such weekday before the day of publication",
        _kinds("weekday"),
        _weekday_before,
    ),
    DateRule(
        "weekday-after",
        "the first such weekday after the day of publication",
        _kinds("weekday"),
        _weekday_after,
    ),
    DateRule(
        "next-week",
        "some day from Monday to Sunday of the week after publication",
        _kinds("next-week"),
        _next_week,
    ),
    DateRule("this-year", "the year of publication", _kinds("this-year"), _this_year),
    DateRule(
        "this-year-to-date",
        "from the first day of the year of publication through the day of publication",
        _kinds("this-year"),
        _this_year_to_date,
    ),
    DateRule("last-year", "the year before publication", _kinds("last-year"), _last_year),
    DateRule(
        "month-before",
        "the last such month before the month of publication",
        _kinds("bare-month"),
        _month_before,
    ),
    DateRule(
        "day-this-year",
        "the day and month in the words, in the year of publication",
        _kinds("month-day"),
        _day_this_year,
    ),
    DateRule(
        "until-month",
        "some day up to the end of the next such month, that of publication included",
        _kinds("end-of-month"),
        _until_month,
    ),
    DateRule(
        "until-year",
        "some day up to the end of the year of publication",
        _kinds("end-of-year"),
        _until_year,
    ),
    DateRule(
        "since-month",
        '"since ... in January": from the last such month through the day of publication',
        _kinds("bare-month"),
        _since_month,
    ),
    DateRule(
        "by-publication",
        "some day up to publication: so far, until now, already",
        _kinds("by-now"),
        _by_publication,
    ),
)
"""The rules that read one mention; ``same-date`` needs the document and stands in the registry."""
