"""The words for numbers, and what digits and scales are worth."""

from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType

WHOLE, DECIMALS = 18, 9
"""Digits that a cell can hold before and after the point; a longer number is not read."""
TOO_LARGE = 10**WHOLE
"""The first whole number that is too long."""
TOO_LONG = f"it is too long for a cell: {WHOLE} digits before the point and {DECIMALS} after it"

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_RANKS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

CARDINALS = MappingProxyType(
    {
        **{word: value for value, word in enumerate(_SMALL)},
        **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    }
)
"""The words for the numbers below a hundred that are one word."""

BIG = MappingProxyType({"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12})
SCALES = MappingProxyType({"dozen": 12, "hundred": 100, **BIG})
"""The words that multiply the number before them."""

PLURALS = MappingProxyType(
    {
        "tens": 10,
        "dozens": 12,
        "hundreds": 100,
        "thousands": 10**3,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
    }
)
"""The words that set a lower limit without a number of their own."""

SHORT = MappingProxyType(
    {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "t": 10**12}
)
"""Scales written against their digits."""

HALVES = MappingProxyType({"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")})
"""Parts written against the digits of a whole number."""

RANKS: MappingProxyType[str, str] = MappingProxyType(
    {
        **dict(zip(_RANKS, _SMALL, strict=True)),
        **dict(zip(_TENTHS, _TENS, strict=True)),
        "hundredth": "hundred",
        "thousandth": "thousand",
        "millionth": "million",
    }
)
"""The cardinal word behind each word for a rank."""

_PARTS = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{
        form: value
        for value, rank in [*enumerate(_RANKS[3:], 3), (20, "twentieth"), (100, "hundredth")]
        for form in (rank, f"{rank}s")
    },
}
PARTS = MappingProxyType(_PARTS)
"""The words for the parts of a whole, by how many of them make it."""

FRACTIONS = frozenset(PARTS) - frozenset(RANKS)
"""Those of them that are not words for a rank."""


class UnreadError(ValueError):
    """A number that cannot be read; the message says why."""


def digits(text: str) -> Decimal:
    """A number in digits, with or without separators between its thousands."""
    whole, point, part = text.partition(".")
    groups = whole.split(",")
    grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    )
    if not grouped or "," in part or "." in part:
        raise UnreadError("its separators are not those of a number")
    whole = "".join(groups)
    if len(whole) > 1 and Decimal(whole[0]) == 0:
        raise UnreadError("it begins with a zero, as a code does")
    part = part.rstrip("0") if point else ""
    if len(whole) > WHOLE or len(part) > DECIMALS:
        raise UnreadError(TOO_LONG)
    return Decimal(f"{whole}.{part or 0}")


def scaled(value: Decimal, factors: Iterable[int]) -> Decimal:
    """The product; too long as soon as no cell can hold it, so that nothing is rounded."""
    for factor in factors:
        value *= factor
        if value >= TOO_LARGE:
            raise UnreadError(TOO_LONG)
    return value


def canonical(value: Decimal) -> str:
    """The one spelling of a number in a cell, to its last digit."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
