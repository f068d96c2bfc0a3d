"""Days that are counted from an event whose date follows it in the words.

"The eve of the ceremony of Nov. 23, 2016", "a day after the test, on Sept. 3", "the third
anniversary of the signing on Nov. 23, 2016": the words that are cited hold all of it.
"""

import re
from dataclasses import dataclass

_S = r"\s{1,4}"
_NUMBERS = {
    word: value
    for value, word in enumerate("a two three four five six seven eight nine ten".split(), 1)
} | {"one": 1, "the": 1}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}
_EVENT = rf"(?:{_S}[^\s,.;:]{{1,30}}){{1,10}}?,?{_S}(?:of|on){_S}(?:the{_S})?"
_PHRASE = re.compile(
    rf"(?:(?:the{_S})?(?P<eve>eve){_S}of"
    rf"|(?P<days>{'|'.join(_NUMBERS)}|\d{{1,3}}){_S}days?{_S}(?P<way>before|after)"
    rf"|(?P<years>{'|'.join(_NUMBERS)}|\d{{1,3}}){_S}years?{_S}to{_S}the{_S}day{_S}after"
    rf"|(?:the{_S})?(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)){_S}anniversary{_S}of)"
    rf"{_EVENT}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """How far from the date of an event the words are.

    Attributes:
        unit: ``day`` or ``year``.
        count: So many of them, negative before.
    """

    unit: str
    count: int


def step_from_event(before: str) -> Step | None:
    """The step that the words before a date make; ``None`` if they are no such phrase."""
    match = _PHRASE.fullmatch(before)
    if match is None:
        return None
    if match["eve"]:
        return Step("day", -1)
    if days := match["days"]:
        count = _count(days)
        return Step("day", count if match["way"].lower() == "after" else -count)
    if years := match["years"]:
        return Step("year", _count(years))
    nth = match["nth"].lower()
    return Step("year", _ORDINALS.get(nth) or int(nth[:-2]))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]
