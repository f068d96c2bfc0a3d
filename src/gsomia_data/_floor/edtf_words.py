"""Uncertain dates in words, for people: ``[..2016-11-30]`` is "by 30 November 2016".

    1987                     1987
    2016-11                  November 2016
    2016-11-23               23 November 2016
    1910/1945                from 1910 to 1945
    ../1945                  from an unknown day to 1945
    2016-11/2016-11          a period within November 2016
    [..2016-11-30]           by 30 November 2016
    [2016-11-30..]           30 November 2016 or later
    [2016-11-14..2016-11-30] some day from 14 to 30 November 2016

A set is one unknown day, so it is "some day"; a span lasts "from" one day "to" another. Dates that
mean the same have the same words, and those that do not have others. Uses the standard library
only.
"""

from gsomia_data._floor.citation import MONTHS
from gsomia_data._floor.edtf import Edtf, canonical, parse

_UNKNOWN = "an unknown day"
_FIRST_PLAIN_YEAR = 1000
"""An earlier year could be read as a number, or as one of this century; it is "AD 987"."""


def in_words(when: Edtf) -> str:
    """The words for a date, in British order."""
    text = canonical(when)
    if text.startswith("["):
        first, _, last = text[1:-1].partition("..")
        if not first:
            return f"by {_point(last)}"
        return f"some day {_stretch(first, last)}" if last else f"{_point(first)} or later"
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    return f"a period within {_point(first)}" if first == last else _stretch(first, last)


def words_or_text(text: str) -> str:
    """The words for a date as a table spells it; a text that is not a date, as it is."""
    try:
        return in_words(parse(text))
    except ValueError:
        return text


def _stretch(first: str, last: str) -> str:
    """From a first to a last date; what both share is said once if both are equally exact."""
    begin, end = _parts(first), _parts(last)
    shared = 0
    if len(begin) == len(end):
        while begin[-1 - shared] == end[-1 - shared]:
            shared += 1
    return f"from {' '.join(begin[: len(begin) - shared])} to {' '.join(end)}"


def _point(text: str) -> str:
    return " ".join(_parts(text))


def _parts(text: str) -> list[str]:
    """Day, month and year in words, as far as they are given; ".." is an unknown day."""
    if text == "..":
        return [_UNKNOWN]
    year, *rest = (int(part) for part in text.split("-"))
    era = "" if year >= _FIRST_PLAIN_YEAR else "AD "
    months = [MONTHS[number - 1] for number in rest[:1]]
    return [*map(str, rest[1:]), *months, f"{era}{year}"]
