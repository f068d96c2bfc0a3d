"""What a number in words is worth: "two hundred and five", "two-fifths", "half a million"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gsomia_data.curation.rules.number_values import (
    BIG,
    CARDINALS,
    DECIMALS,
    FRACTIONS,
    PARTS,
    PLURALS,
    RANKS,
    SCALES,
    TOO_LARGE,
    TOO_LONG,
    UnreadError,
    digits,
    scaled,
)

Kind = Literal["count", "rank", "share", "plural", "percent", "one"]
"""What sort of number it is."""

_WRONG = "its words are not those of one number"


def worth(words: list[str]) -> tuple[Kind, Decimal]:
    """The sort of a number in words, and its value.

    Args:
        words: Its words in small letters, without hyphens.
    """
    end = words[-1]
    if words[0] in PLURALS:
        return "plural", _plural(words)
    if words[:2] == ["a", "half"]:
        words = words[1:]
    if words[0] == "half" or ("of" in words and words[-3] == "of"):
        return _part_of_scale(words)
    if "point" in words or _has_part(words):
        return "count", _pointed(words) if "point" in words else _mixed(words)
    if end in FRACTIONS or (end in PARTS and _is_share(words)):
        count = Decimal(1) if words[0] in ("a", "an") and len(words) == 2 else _count(words[:-1])
        return "share", share(count, PARTS[end])
    if end in RANKS:
        return "rank", cardinal([*words[:-1], RANKS[end]])
    return ("one" if words == ["one"] else "count"), cardinal(words)


def _plural(words: list[str]) -> Decimal:
    """Such as "dozens" and "hundreds of thousands"."""
    if words == ["tens"]:
        raise UnreadError("it does not say of what")
    if any(word not in PLURALS and word != "of" for word in words):
        raise UnreadError(_WRONG)
    return scaled(Decimal(1), (PLURALS[word] for word in words if word != "of"))


def _has_part(words: list[str]) -> bool:
    """Whether "and" joins a part to a whole: "two and a half"."""
    if "and" not in words[:-1]:
        return False
    tail = words[len(words) - words[::-1].index("and") :]
    parts = [word for word in tail if word in PARTS]
    return bool(parts) and (parts[0] in FRACTIONS or len(tail) > 1)


def _pointed(words: list[str]) -> Decimal:
    """Such as "two point five million"."""
    scales = [word for word in words if word in SCALES]
    bare = words[: len(words) - len(scales)]
    if scales != words[len(bare) :]:
        raise UnreadError(_WRONG)
    return scaled(decimals(bare), (SCALES[word] for word in scales))


def _is_share(words: list[str]) -> bool:
    """Whether a word such as "third" at the end names a part: "a third of", "two-thirds"."""
    if len(words) == 1:
        return False
    before = words[-2]
    return words[-1] not in RANKS or before in ("a", "an") or 0 < CARDINALS.get(before, 0) < 20


def _count(words: list[str]) -> Decimal:
    if not words:
        return Decimal(1)
    return cardinal(words)


def _part_of_scale(words: list[str]) -> tuple[Kind, Decimal]:
    """Such as "half a million", "half a dozen", "a quarter of a million", and "half" itself."""
    scales = [word for word in words if word in SCALES]
    part = next(word for word in words if word in PARTS)
    at = words.index(part)
    if not scales:
        return "share", share(_count([w for w in words[:at] if w != "a"]), PARTS[part])
    if words[at + 1 :] not in ([*scales], ["a", *scales], ["of", "a", *scales]) or len(scales) > 1:
        raise UnreadError(_WRONG)
    count = _count([word for word in words[:at] if word != "a"])
    return "count", share(count, PARTS[part]) * SCALES[scales[0]] / 100


def _mixed(words: list[str]) -> Decimal:
    """Such as "two and a half", "two and a half million"."""
    part = next(at for at, word in enumerate(words) if word in PARTS)
    joint = part - 1 - (words[part - 1] != "and")
    whole, tail = words[:joint], words[part + 1 :]
    if len(whole) == 2 and whole[0] in ("a", "one") and whole[1] in BIG and not tail:
        whole, tail = ["one"], whole[1:]  # a million and a half
    if words[joint] != "and" or len(whole) != 1 or whole[0] not in CARDINALS:
        raise UnreadError(_WRONG)
    if any(word not in BIG and word != "hundred" for word in tail):
        raise UnreadError(_WRONG)
    count = _count([word for word in words[joint + 1 : part] if word != "a"])
    value = cardinal(whole) + share(count, PARTS[words[part]]) / 100
    return scaled(value, (SCALES[word] for word in tail))


@dataclass
class _Sum:
    """A cardinal number while its words are read."""

    total: int = 0
    chunk: int = 0
    limit: int = TOO_LARGE
    group: int | None = None

    def add(self, value: int, *, alone: bool) -> bool:
        """Take up a word for a number below a hundred."""
        if self.group is None:
            self.group = value if value or alone else None
            return self.group is not None
        after_hundred = self.group >= 100 and self.group % 100 == 0
        after_tens = self.group % 100 >= 20 and self.group % 10 == 0 and value <= 9
        self.group += value
        return value > 0 and (after_hundred or after_tens)

    def multiply(self, scale: int) -> bool:
        """Take up "hundred" or "dozen"."""
        fits = bool(self.group) and (self.group or 0) < 100
        self.group = (self.group or 0) * scale
        return fits

    def close(self, scale: int) -> bool:
        """Take up a scale from "thousand" on."""
        if self.group:
            fits, self.chunk = scale < self.limit, self.group * scale
            self.total += self.chunk
        else:
            fits = self.group is None and 0 < self.total == self.chunk
            self.total = self.chunk = self.chunk * scale
        self.limit, self.group = scale, None
        return fits

    def take(self, word: str, *, first: bool, alone: bool) -> bool:
        """Take up one word, if it can stand there."""
        if word in CARDINALS:
            return self.add(CARDINALS[word], alone=alone)
        if word in BIG:
            return self.close(BIG[word])
        if word in SCALES:
            return self.multiply(SCALES[word])
        if word == "and":
            return (self.group or 0) % 100 == 0
        self.group = 1
        return first and not alone and word in ("a", "an")


def cardinal(words: Sequence[str]) -> Decimal:
    """A number in words, such as "two hundred and five thousand"."""
    found = _Sum()
    for at, word in enumerate(words):
        if not found.take(word, first=at == 0, alone=len(words) == 1):
            raise UnreadError(_WRONG)
        if found.total >= TOO_LARGE:
            raise UnreadError(TOO_LONG)
    return Decimal(found.total + (found.group or 0))


def decimals(words: Sequence[str]) -> Decimal:
    """A number with "point" in it: "two point five"."""
    at = words.index("point")
    tail = [CARDINALS.get(word, 10) for word in words[at + 1 :]]
    if not tail or max(tail) > 9 or "and" in words[:at]:
        raise UnreadError(_WRONG)
    return digits(f"{cardinal(words[:at]):f}.{''.join(map(str, tail))}")


def share(count: Decimal, parts: int) -> Decimal:
    """A share as a percentage, if it has finitely many digits."""
    if not 0 < count < parts:
        raise UnreadError("its words are not those of a share")
    percent = Fraction(int(count) * 100, parts)
    if 10**DECIMALS % percent.denominator:
        raise UnreadError("the share has digits without end")
    return Decimal(percent.numerator) / percent.denominator
