"""Whole expressions of time: a point, or two, with the words beside it that change it.

An expression is read as far as it reaches: "by the end of November", "from Nov. 19 to 21", "early
2016". A function word that touches it and that no shape takes up, or a listed word, makes it
refused; ``date_words`` lists what is harmless. ``date_table`` shows every shape with an example.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from gsomia_data._floor.composed import composed
from gsomia_data._floor.text import unlike
from gsomia_data.curation.rules.date_beside import touching
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_points import Point, points
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.tokens import tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_REACH = 60
"""How many characters before a point are searched for words that change it."""

_S = r"\s{1,4}"
_PART = re.compile(
    rf"(?<!\w)(?:(?:the{_S})?(?P<part>beginning|start|middle|close){_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<end>end){_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<half>first|second|latter){_S}half{_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<quarter>first|second|third|fourth){_S}quarter{_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<week>week){_S}of{_S}(?:the{_S})?"
    rf"|(?P<plain>(?:the{_S})?(?:early|late){_S}(?:in{_S}|on{_S})?(?:the{_S})?"
    rf"|(?:the{_S})?mid(?:[-‑–](?:the{_S})?|{_S})))\Z",
    re.IGNORECASE,
)
_THE = re.compile(rf"(?<!\w)the{_S}\Z", re.IGNORECASE)
_RELATION = re.compile(
    rf"(?<!\w)(?:(?P<hedge>shortly|well|just|long){_S})?(?P<relation>by|(?:no|not){_S}later{_S}than|on{_S}or{_S}before|"
    rf"before|prior{_S}to|after|since|(?:up{_S})?until|till|(?:as{_S}of)|between|from)"
    rf"(?:{_S}on)?{_S}\Z",
    re.IGNORECASE,
)
_RELATIONS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "on or before": "by",
    "before": "before",
    "prior to": "before",
    "after": "after",
    "since": "since",
    "until": "until",
    "up until": "until",
    "till": "until",
    "as of": "as of",
    "between": "between",
    "from": "from",
}
_JOIN = re.compile(
    rf",?(?:\s?[-–]\s?|{_S}(?P<join>to|through|until|till|thru|and){_S}"
    rf"(?:(?:early|late|mid){_S}|mid-|the{_S}(?:(?:end|beginning|start|middle){_S}of{_S})?)?)",
    re.IGNORECASE,
)
_LONG_UNTIL = re.compile(
    rf"{_S}(?:to|until|till|through){_S}the{_S}end{_S}of{_S}(?:[A-Z]\w*{_S}|the{_S}){{1,6}}in{_S}\Z"
)
_DAY_KINDS = ("weekday", "date", "day")
_QUARTERS = {"first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12)}


@lru_cache(maxsize=4096)
def dates(text: str, lexicon: Lexicon = LEXICON) -> tuple[Date, ...]:
    """Every expression of time in ``text``, in order, each in its longest form."""
    whole = composed(text)
    if whole.text != text:
        return tuple(_placed(one, whole.back) for one in dates(whole.text, lexicon))
    return _dates(unlike(text), lexicon)


def _placed(date: Date, place: Callable[[int], int]) -> Date:
    """An expression at other positions."""
    return replace(
        date,
        start=place(date.start),
        end=place(date.end),
        first=_point_placed(date.first, place),
        last=_point_placed(date.last, place) if date.last else None,
        core=place(date.core),
        begin=place(date.begin),
    )


def _point_placed(point: Point, place: Callable[[int], int]) -> Point:
    return replace(
        point,
        start=place(point.start),
        end=place(point.end),
        until=_point_placed(point.until, place) if point.until else None,
        core=place(point.core),
        begin=place(point.begin),
    )


def _dates(text: str, lexicon: Lexicon) -> tuple[Date, ...]:
    cut = tokens(text)
    listed: list[Date] = []
    waiting = list(points(text))
    waiting.reverse()
    while waiting:
        point = waiting.pop()
        counted = _counted(point, text, waiting)
        if counted is None:
            continue
        floor = listed[-1].end if listed else 0
        date = _modified(_joined(counted, text, waiting), text, floor)
        modified = date.start < point.start
        core = date.start if modified else point.core
        begin = date.start if modified else point.begin
        refusal = date.refusal or date.first.why or touching(date, cut, lexicon)
        listed.append(replace(date, refusal=refusal, core=core, begin=begin))
    return tuple(listed)


def _counted(point: Point, text: str, waiting: list[Point]) -> Date | None:
    """A point, or one that is counted from the point after it ("two days before Nov. 12").

    ``None`` if it is counted from something else: then it dates nothing by itself.
    """
    date = Date(point.start, point.end, point)
    if point.kind != "counted":
        return date
    between = text[point.end : waiting[-1].start] if waiting else "-"
    if re.fullmatch(rf"{_S}(?:the{_S})?", between, re.IGNORECASE):
        base = waiting.pop()
        if base.kind not in ("day", "date", "weekday", "month", "year") or base.until:
            return replace(date, end=base.end, refusal="they count from what no rule reads")
        return Date(point.start, base.end, point, last=base, relation="counted")
    if re.match(r"\s*(?:[.,;:]|\Z)", text[point.end :]):
        return replace(date, first=replace(point, kind="named"))
    return None


def _joined(date: Date, text: str, waiting: list[Point]) -> Date:
    """Two points with a dash, to, through, until or and between them."""
    if date.first.until is not None:
        return replace(date, last=date.first.until)
    if not waiting or date.relation:
        return date
    after = waiting[-1]
    between = text[date.end : after.start]
    match = _JOIN.fullmatch(between)
    if match is None and _LONG_UNTIL.fullmatch(between) is None:
        return date
    join = (match["join"] or "-").lower() if match else "until"
    if join == "and":
        before = text[max(0, date.start - _REACH) : date.start]
        part = _PART.search(before)
        opening = _RELATION.search(before[: part.start()] if part else before)
        if opening is None or opening["relation"].lower() != "between":
            return date
    waiting.pop()
    return replace(date, last=after, end=after.end, relation="" if join == "and" else "to")


def _modified(date: Date, text: str, floor: int) -> Date:
    """The expression with the words before it that change it."""
    date = _parted(date, text, floor)
    if date.first.which == "end":
        date = replace(date, ending=True)
    low = max(floor, date.start - _REACH)
    passage = text[low : date.start]
    the = _THE.search(passage)
    relation = _RELATION.search(passage)
    if relation is None and the is not None:
        relation = _RELATION.search(passage[: the.start()])
    if relation is None:
        return date
    return _with_relation(date, relation, low)


def _parted(date: Date, text: str, floor: int) -> Date:
    """The expression with the words for a part of it, such as "early" or "the end of"."""
    low = max(floor, date.start - _REACH)
    part = _PART.search(text[low : date.start])
    if part is None:
        the = _THE.search(text[low : date.start]) if date.first.kind == "decade" else None
        return replace(date, start=low + the.start()) if the else date
    if part["plain"] and date.first.kind in _DAY_KINDS:
        return date  # a part of a day does not change the day
    date = replace(date, start=low + part.start(), ending=bool(part["end"]))
    if part["week"]:
        day = date.first.kind in ("day", "date") and date.last is None
        return replace(date, week=day, refusal="" if day else "only a day has a week that is read")
    if half := part["half"]:
        return _part_of_year(date, (1, 6) if half.lower() == "first" else (7, 12))
    if quarter := part["quarter"]:
        return _part_of_year(date, _QUARTERS[quarter.lower()])
    return date


def _part_of_year(date: Date, months: tuple[int, int]) -> Date:
    of_year = date.first.kind == "year" or (
        date.first.kind == "offset" and date.first.unit == "year" and not date.first.which
    )
    if not of_year or date.last is not None:
        return replace(date, refusal="only a year has halves and quarters that a rule reads")
    return replace(date, months=months)


def _with_relation(date: Date, match: re.Match[str], low: int) -> Date:
    word = _RELATIONS[" ".join(match["relation"].lower().split())]
    whole = replace(date, start=low + match.start())
    if word == "from" and (date.relation == "to" or date.first.until is not None):
        return replace(date, opened=True)  # the stretch is whole without it
    refusal = _hedged(match)
    if word == "between":
        refusal = refusal or ("" if date.last and not date.relation else '"between" has one date')
    elif word == "from":
        refusal = '"from" has no second date beside it'
    elif date.last is not None:
        refusal = refusal or f'"{word}" before two dates is not read'
    return replace(whole, refusal=refusal) if refusal else replace(whole, relation=word)


def _hedged(match: re.Match[str]) -> str:
    return f'"{match["hedge"]}" has no certain limit' if match["hedge"] else ""
