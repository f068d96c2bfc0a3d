"""Numbers as newspapers write them: digits or words, ordinals, percent, and their bounds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gsomia_data._floor.text import unlike
from gsomia_data.curation.schema.vocabulary import Bound

WHOLE, DECIMALS = 18, 9
"""Digits that a cell can hold before and after the point; a longer number is not read."""
_TOO_LARGE = 10**WHOLE

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_GROUP = 1_000
_PLURALS = {"dozens": 12, "tens": 10, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}

_SMALL = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value for value, word in enumerate(_ORDINALS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{word: 10 * value for value, word in enumerate(_TENTHS, 2)},
}

_MODIFIERS: dict[str, Bound] = {
    "almost": Bound.BELOW,
    "nearly": Bound.BELOW,
    "just under": Bound.BELOW,
    "no more than": Bound.BELOW,
    "not more than": Bound.BELOW,
    "at most": Bound.BELOW,
    "up to": Bound.BELOW,
    "less than": Bound.BELOW,
    "fewer than": Bound.BELOW,
    "under": Bound.BELOW,
    "more than": Bound.ABOVE,
    "over": Bound.ABOVE,
    "at least": Bound.ABOVE,
    "no less than": Bound.ABOVE,
    "no fewer than": Bound.ABOVE,
    "not less than": Bound.ABOVE,
    "not fewer than": Bound.ABOVE,
    "above": Bound.ABOVE,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "close to": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "some": Bound.ABOUT,
}
_NEAR = {"almost", "nearly", "just under"}
_AT_LEAST = {"at least", "no less than", "no fewer than", "not less than", "not fewer than"}
_AT_MOST = {"at most", "up to", "no more than", "not more than"}


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


_TEN_UNIT = rf"(?:{_any(_TENS)})[-\s](?:{_any(_UNITS[1:10])}|{_any(_ORDINALS[1:10])})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = rf"(?:\s+(?:{_any(_SCALES)}))*"
_SMALLS = rf"(?:{_TEN_UNIT}|{_any(_SMALL)})"
_WORDS = (
    rf"(?:{_SMALLS}|an?(?=\s+(?:{_any(_SCALES)})))"
    rf"(?:(?:\s+(?:{_any(_SCALES)}))+(?:\s+and)?\s+{_SMALLS})*{_SCALE}"
)
_PLURAL = rf"(?:{_any(_PLURALS)})(?:\s+of\s+(?:{_any(_PLURALS)}))*"
_MODIFIER = _any(word.replace(" ", r"\s+") for word in _MODIFIERS)
_MENTION = re.compile(
    rf"(?<![\w.,])(?:(?P<modifier>{_MODIFIER})\s+)?"
    rf"(?P<core>(?:a\s+)?(?P<half>half)(?:\s+an?\s+(?P<halved>{_any(_SCALES)}))?"
    rf"|(?P<plural>{_PLURAL})"
    rf"|(?P<dozen>dozen)"
    rf"|(?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?(?P<after>{_SCALE})"
    rf"|(?P<words>{_WORDS}))"
    rf"(?P<percent>\s?%|\s+per\s?cent\b)?(?!\w|[.,]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text, with the limits that its words set.

    Attributes:
        start: Position of its first character.
        end: Position after its last character.
        value: The number; ``None`` if it is too long for a cell, and then it allows nothing.
        bound: How the words limit it.
        lowest: Lower limit of the true number; ``None`` if there is none.
        highest: Upper limit of the true number; ``None`` if there is none.
        with_lowest: Whether the lower limit is included.
        with_highest: Whether the upper limit is included.
    """

    start: int
    end: int
    value: Decimal | None
    bound: Bound
    lowest: Decimal | None
    highest: Decimal | None
    with_lowest: bool = True
    with_highest: bool = True

    def allows(self, value: Decimal) -> bool:
        """Whether ``value`` is within the limits."""
        if self.value is None:
            return False
        low = self.lowest is None or (
            value >= self.lowest if self.with_lowest else value > self.lowest
        )
        high = self.highest is None or (
            value <= self.highest if self.with_highest else value < self.highest
        )
        return low and high


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number in ``text``, in order, each in its longest form, modifier included."""
    return tuple(_number(match) for match in _MENTION.finditer(unlike(text)))


def _number(match: re.Match[str]) -> Number:
    group = match.groupdict()
    value, plural = _value(group)
    modifier = " ".join((group["modifier"] or "").lower().split())
    bound = _MODIFIERS.get(modifier, Bound.ABOVE if plural else Bound.EXACT)
    start, end = match.span()
    if value is None or bound is Bound.EXACT:
        return Number(start, end, value, bound, value, value)
    if bound is Bound.ABOVE:
        with_lowest = modifier in _AT_LEAST or not modifier
        return Number(start, end, value, bound, value, None, with_lowest=with_lowest)
    if bound is Bound.BELOW:
        lowest = value * 9 / 10 if modifier in _NEAR else None
        with_highest = modifier in _AT_MOST
        return Number(start, end, value, bound, lowest, value, with_highest=with_highest)
    return Number(start, end, value, bound, value * 9 / 10, value * 11 / 10)


def _value(group: dict[str, str | None]) -> tuple[Decimal | None, bool]:
    """The number, and whether it is a plural such as "dozens", which sets a lower limit."""
    if group["half"]:
        whole = _SCALES[group["halved"].lower()] if group["halved"] else 100
        return Decimal(whole) / 2, False
    if group["dozen"]:
        return Decimal(12), False
    if plural := group["plural"]:
        words = re.findall(r"\w+", plural.lower())
        return _times(Decimal(1), (_PLURALS.get(word, 1) for word in words)), True
    if digits := group["digits"]:
        scales = (group["after"] or "").lower().split()
        return _times(_written(digits), (_SCALES[word] for word in scales)), False
    return _spelled(re.split(r"[-\s]+", (group["words"] or "").lower())), False


def _written(digits: str) -> Decimal | None:
    """A number in digits; ``None`` if it is too long for a cell."""
    whole, _, part = digits.replace(",", "").partition(".")
    whole, part = whole.lstrip("0"), part.rstrip("0")
    if len(whole) > WHOLE or len(part) > DECIMALS:
        return None
    return Decimal(f"{whole or 0}.{part or 0}")


def _times(value: Decimal | None, factors: Iterable[int]) -> Decimal | None:
    """The product; ``None`` as soon as it is too long for a cell, so that nothing is rounded."""
    for factor in factors:
        if value is None:
            return None
        value *= factor
        if value >= _TOO_LARGE:
            return None
    return value


def _spelled(words: list[str]) -> Decimal | None:
    """A number in words, such as "two hundred and five thousand".

    ``None`` as soon as it is too long for a cell.
    """
    total, current = 0, 0
    for word in words:
        scale = _SCALES.get(word)
        if scale is None:
            current += 1 if word in ("a", "an") else _SMALL.get(word, 0)  # "and" adds nothing
        elif scale < _GROUP:
            current *= scale
        elif current:
            total, current = total + current * scale, 0
        else:
            total *= scale
        if total + current >= _TOO_LARGE:
            return None
    return Decimal(total + current)


def canonical(value: Decimal) -> str:
    """The one spelling of a number in a cell, to its last digit."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
