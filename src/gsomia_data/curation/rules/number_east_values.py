"""What a number with scales of Korean or Japanese is worth: "2억 5천만", "1万2500"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from gsomia_data.curation.rules.number_values import TOO_LARGE, TOO_LONG, UnreadError, digits

_SMALL = {"십": 10, "十": 10, "백": 100, "百": 100, "천": 10**3, "千": 10**3}
_BIG = {"만": 10**4, "万": 10**4, "억": 10**8, "億": 10**8, "조": 10**12, "兆": 10**12}
_GROUP = 10**4
"""What a scale of its own begins with, so that each part behind the first one is smaller."""
_PARTS = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[십十백百천千만万억億조兆]")
_WRONG = "its scales are not those of one number"

DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
_NO_DATE = r"(?![0-9]|[.,][0-9]|[^\S\n]?[년年월月일日])"
SCALED = rf"{DIGITS}(?:[십十백百천千만万억億조兆](?:[^\S\n]?{DIGITS}{_NO_DATE})?)*"
"""Digits with their scales; a blank may be behind a scale."""


@dataclass
class _Sum:
    """A number while its parts are read.

    Attributes:
        total: What its groups so far are worth.
        group: What the group that is read is worth, before its scale.
        digits: The digits that wait for their scale; ``None`` if there are none.
        small: The last scale inside the group.
        big: The last scale of a group.
    """

    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    digits: Decimal | None = None
    small: int = 0
    big: int = 0

    def multiply(self, scale: int) -> None:
        """Take up a scale inside a group: 3천 5백."""
        if self.digits is None or not 0 < self.digits < 10 or (self.small and scale >= self.small):
            raise UnreadError(_WRONG)
        self.group, self.digits, self.small = self.group + self.digits * scale, None, scale

    def end(self) -> None:
        """Take up the digits that no scale inside the group follows."""
        if self.digits is not None:
            if self.small and self.digits >= self.small:
                raise UnreadError(_WRONG)
            self.group, self.digits = self.group + self.digits, None
        if self.big and self.group >= _GROUP:
            raise UnreadError(_WRONG)

    def close(self, scale: int) -> None:
        """Take up the scale of a group: 5천만."""
        self.end()
        if not self.group or (self.big and scale >= self.big):
            raise UnreadError(_WRONG)
        self.total, self.group = self.total + self.group * scale, Decimal(0)
        self.small, self.big = 0, scale
        if self.total >= TOO_LARGE:
            raise UnreadError(TOO_LONG)


def worth(written: str) -> Decimal:
    """The value of digits with scales.

    Raises:
        UnreadError: They are not those of one number.
    """
    parts = _PARTS.findall(written)
    counts = [part for part in parts if part[0].isascii()]
    if len(counts) > 1 and any("." in part for part in counts):
        raise UnreadError("a decimal fraction has no smaller part behind it")
    found = _Sum()
    for part in parts:
        if part in _SMALL and "." not in counts[0]:
            found.multiply(_SMALL[part])
        elif part in _SMALL:
            raise UnreadError(_WRONG)
        elif part in _BIG:
            found.close(_BIG[part])
        else:
            found.digits = digits(part)
    found.end()
    return found.total + found.group
