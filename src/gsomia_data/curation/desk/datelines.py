"""Datelines: where, when and by which agency an article was written, at the head of its text."""

import re
from dataclasses import dataclass

from gsomia_data.curation.desk.page_words import PageWords
from gsomia_data.curation.rules.clauses import MONTHS

_WORD = r"[A-Z][\w.'’-]*"
_CAPITALS = r"[A-Z][A-Z.'’]{2,}"
_MONTH = "|".join(sorted((month.capitalize() for month in MONTHS), key=len, reverse=True))
_DAY = rf"(?:,? +(?:{_MONTH})\.? \d{{1,2}})?"
_DASH = r"\s*[-–—]+(?:\s+|$)"
_WITH_AGENCY = re.compile(
    rf"{_WORD}(?:[ ,/]+{_WORD}){{0,5}}{_DAY}\s*\([A-Z][^()\d]*\)(?:{_DASH}|(?=[A-Z“\"]))"
)
"""SEOUL, Nov. 23 (Example News) - ; without a dash only where the text follows at once."""
_WITHOUT = re.compile(
    rf"{_CAPITALS}(?:[ /-]{_CAPITALS})*(?:, ?{_WORD}(?: {_WORD})*)?{_DAY}(?=\s){_DASH}"
)
"""SEOUL, South Korea - ; the place is in capitals."""
_EAST = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]{2,40})[)）\]］】]\s*(?:[-–—]\s+)?")
"""(서울=예시통신), 【ソウル共同】, ［ソウル　２３日　ロイター］ -"""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, by positions in its line.

    Attributes:
        place: Where place, day and agency end.
        author: Where the name of an author ends that follows; 0 if none does.
        stop: Where the text begins.
    """

    place: int
    author: int
    stop: int


def dateline(text: str, publisher: str, words: PageWords) -> Dateline | None:
    """The dateline at the beginning of a line; ``None`` if there is none."""
    named = re.compile(rf"{_WORD}(?: {_WORD})* {re.escape(publisher)}(?=\s){_DASH}")
    for shape in (_WITH_AGENCY, _WITHOUT, *([named] if publisher else [])):
        if match := shape.match(text):
            return Dateline(match.end(), 0, match.end())
    return _eastern(text, publisher, words)


def _eastern(text: str, publisher: str, words: PageWords) -> Dateline | None:
    match = _EAST.match(text)
    if match is None:
        return None
    inside = match[1]
    known = any(one in inside for one in words.agencies) or (publisher and publisher in inside)
    if not known and not re.search("[=＝]", inside):
        return None
    listed = "|".join(map(re.escape, sorted(words.authors)))
    author = re.compile(rf"([^\s=＝]{{2,4}}(?:[·, ]+[^\s=＝]{{2,4}})*\s?(?:{listed}))\s*[=＝]\s*")
    signed = author.match(text, match.end())
    if signed is None:
        return Dateline(match.end(), 0, match.end())
    return Dateline(match.end(), signed.end(1), signed.end())
