"""Expressions of time as newspapers write them: "Friday", "by the end of November", "1953"."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from gsomia_data._floor.text import unlike

_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_VERBS = {"march", "may"}  # in small letters they are not months
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
    """One expression of time in a text, such as "Friday" or "July 27, 1953".

    Attributes:
        start: Position of its first character.
        end: Position after its last character.
        kind: Its form, such as ``weekday`` or ``day``.
        parts: Its year, month, day and so on, as written.
    """

    start: int
    end: int
    kind: str
    parts: MappingProxyType[str, str]

    @property
    def month(self) -> int:
        """Number of the month, from 1."""
        return _MONTHS.index(self.parts["month"].lower()) + 1

    @property
    def weekday(self) -> int:
        """Number of the weekday, Monday being 0."""
        return _WEEKDAYS.index(self.parts["weekday"].lower())


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every expression of time in ``text``, in order; a longer form wins over a shorter one."""
    text = unlike(text)
    listed: list[Mention] = []
    taken = bytearray(len(text))  # by a longer form; comparing all pairs would be quadratic
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if kind == "bare-month" and match.group() in _VERBS:
                continue
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                parts = {k: v for k, v in match.groupdict().items() if v}
                listed.append(Mention(start, end, kind, MappingProxyType(parts)))
    return tuple(sorted(listed, key=lambda mention: mention.start))
