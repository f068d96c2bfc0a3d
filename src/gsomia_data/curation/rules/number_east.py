"""Numbers in Korean and Japanese text: digits with their scales, counters, particles and limits.

`3만 명이` and `2万人` have no blank where English has one, so these numbers are looked for in the
characters of the passage, not in its tokens. What is not listed beside one makes it unread.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.date_east_beside import EACH_DAY
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.east import LETTER
from gsomia_data.curation.rules.number_east_beside import before, behind, rank
from gsomia_data.curation.rules.number_east_values import SCALED, worth
from gsomia_data.curation.rules.number_values import UnreadError
from gsomia_data.curation.rules.wordlist import Lexicon

_PLAIN = str.maketrans("０１２３４５６７８９，．％～＄￥", "0123456789,.%~$¥")
"""Full-width digits and marks as others print them; the text keeps its length."""

_VAGUE = (
    r"(?<![가-힣])(?:수|몇)\s?[십백천만억]{1,4}(?=여|\s?(?:명|개|건|차례|곳|원|발|척|년|달러))"
    r"|(?:数|何)[十百千万億]{1,4}"
)
_NATIVE = (
    r"(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무)(?=\s?(?:명|차례|번|곳|건|개|달|가지)(?![가-힣]{3}))"
    r"|[一二三四五六七八九十百千][一二三四五六七八九十百千万億兆〇]{0,8}(?=人|つ|回|件|カ国|か国|ヵ国|発|カ月|か月)"
)
_FOUND = re.compile(rf"(?P<digits>{SCALED})|(?P<vague>{_VAGUE})|(?P<native>{_NATIVE})")
_WHY = {"vague": "it does not say how many", "native": "a number without digits is not read here"}
_REACH = 30
"""How many characters beside a number are searched for a letter that shows its language."""


@dataclass(frozen=True, slots=True)
class East:
    """One number of a Korean or Japanese passage.

    Attributes:
        start: Position of the first character of its expression.
        end: Position after the last one.
        core: The span of its digits and scales.
        value: What it is worth; ``None`` if it cannot be read.
        limit: Name of its limit; empty if it has none.
        refusal: Why it cannot be read; empty if it can.
    """

    start: int
    end: int
    core: Span
    value: Decimal | None
    limit: str = ""
    refusal: str = ""


def eastern(text: str, lexicon: Lexicon) -> Iterator[East]:
    """The numbers with a Korean or Japanese letter next before or behind them, in order."""
    if not LETTER.search(text):
        return
    plain = text.translate(_PLAIN)
    dated: _Dates | None = None
    for found in _FOUND.finditer(plain):
        kind = found.lastgroup or ""
        if kind in _WHY:
            yield East(*found.span(), found.span(), None, refusal=_WHY[kind])
        elif _is_eastern(plain, *found.span()):
            dated = dated or _dates(text, lexicon)
            yield _read(plain, found.span(), dated, lexicon)


@dataclass(frozen=True, slots=True)
class _Dates:
    """Where the dates of a passage begin and end.

    Attributes:
        starts: Where each begins, in order.
        ends: Where each ends, in order.
        closing: Where they end, to look one up.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    closing: frozenset[int]

    def over(self, start: int, end: int) -> Span | None:
        """The date that has a character of a span; ``None`` if none has."""
        at = bisect_right(self.starts, end - 1) - 1
        overlaps = at >= 0 and self.ends[at] > start
        return (self.starts[at], self.ends[at]) if overlaps else None


def _dates(text: str, lexicon: Lexicon) -> _Dates:
    found = [one for one in dates(text, lexicon) if one.first.kind != "vague"]
    starts, ends = tuple(one.start for one in found), tuple(one.end for one in found)
    read = (one.end for one in found if not one.refusal.endswith(EACH_DAY))
    return _Dates(starts, ends, frozenset(read))


def _is_eastern(text: str, start: int, end: int) -> bool:
    """Whether the letter next before it, or that next behind it, is of Korean or Japanese."""
    unit = _UNIT.match(text, end)
    after = unit.end() if unit else end
    return _letter(text[max(0, start - _REACH) : start][::-1]) or _letter(
        text[after : after + _REACH]
    )


_UNIT = re.compile(r"[%㎞㎏]|[A-Za-z]{1,3}(?![A-Za-z])")
"""A unit that touches a number: the language of `500km를` is that of what is behind it."""


def _letter(near: str) -> bool:
    first = next((char for char in near if char.isalpha() or char == "\n"), "")
    return bool(LETTER.match(first))


def _read(text: str, core: Span, dated: _Dates, lexicon: Lexicon) -> East:
    start, end = core
    whole = dated.over(start, end)
    if whole is not None and not (start <= whole[0] and whole[1] <= end):
        return East(*core, core, None, refusal=f"it is a part of the date {text[slice(*whole)]!r}")
    ends = dated.closing
    try:
        value = worth(text[start:end])
    except UnreadError as error:
        return East(*core, core, None, refusal=str(error))
    ranked = rank(text, core, lexicon)
    if ranked is not None:
        first = start - 1 if text[start - 1 : start] in ("제", "第") else start
        lead = before(text, first, ends, lexicon)
        why = ranked.refusal or lead.refusal or ("a rank has no limits" if lead.limit else "")
        if why:
            return East(*core, core, None, refusal=why)
        return East(first, ranked.at, core, value)
    lead = before(text, start, ends, lexicon)
    signed = text[start - 1 : start] in ("$", "₩", "¥", "€", "£")
    tail = behind(text, end, lexicon, scaled_by=text[start - signed : end])
    why = lead.refusal or tail.refusal
    if not why and lead.limit and tail.limit and lead.limit != tail.limit:
        why = "the words before it and behind it limit it in two ways"
    if why:
        return East(*core, core, None, refusal=why)
    return East(lead.at, max(end, tail.at), core, value, lead.limit or tail.limit)
