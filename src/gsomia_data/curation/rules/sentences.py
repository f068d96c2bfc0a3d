"""Sentences: where one ends, and which one is around a passage.

A heuristic without a grammar. Where it is not certain that a sentence ends, as after "U.S." before
a name, it goes on; else it ends at each mark that can end it, so rather too early than too late.
"""

import re
from collections.abc import Iterator

from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.clauses import MONTHS
from gsomia_data.curation.rules.lexicon import LEXICON

_REACH = 400
"""How many characters are searched for the ends of a sentence."""

_MARK = re.compile(r"[.!?][\"'”’)\]」』]*(?=\s|$)|[。！？](?![」』）])|[\n\u2028\u2029]")
_NEXT = re.compile(r"\s*(\w*)")
_BEFORE = re.compile(r"\w+$")
_LONGEST = 16
"""How many characters before a point are searched for an abbreviation."""

_EAST_DATE = re.compile(r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.")
"""2019. 11. 22., as Korean newspapers write a day."""

_KINDS = ("determiner", "preposition", "pronoun", "conjunction")
_OPENERS = frozenset[str]().union(*(LEXICON[f"function: {kind}"] for kind in _KINDS)) - {"under"}
"""With a capital they begin a sentence; but "U.S. Under Secretary" is a title."""


def ends(text: str, first: int = 0, last: int | None = None) -> Iterator[int]:
    """The positions in ``text`` after which another sentence or line begins, in order."""
    stop = len(text) if last is None else last
    return (mark.end() for mark in _MARK.finditer(text, first, stop) if not _goes_on(text, mark))


def sentences(text: str, first: int, last: int) -> Iterator[Span]:
    """The sentences of a stretch of ``text``, without white space at their edges."""
    at = first
    for end in (*ends(text, first, last), last):
        part = text[at:end]
        if part.strip():
            begins = at + len(part) - len(part.lstrip())
            yield begins, begins + len(part.strip())
        at = end


def sentence(text: str, start: int, end: int) -> Span:
    """The span of the sentence or line around ``start`` and ``end``."""
    reach = max(0, start - _REACH)
    before = [one for one in ends(text, reach, start + 1) if one <= start]
    stop = min(len(text), end + _REACH)
    after = next(ends(text, max(start, end - 2), stop), stop)
    return before[-1] if before else reach, after


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Whether the sentence goes on behind a mark: it is that of an abbreviation, or of a quotation.

    So "Nov. 23", "Gen. Kim", "U.S. officials", "6 p.m. Friday", "2019. 11. 22", "“Why?” he asked".
    """
    if mark.group()[0] not in ".!?":
        return False
    following = _NEXT.match(text, mark.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return True
    if mark.group() != "." or not word:
        return False
    before = _BEFORE.search(text[max(0, mark.start() - _LONGEST) : mark.start()])
    return before is not None and _abbreviates(before.group(), word, text, mark.start())


def _abbreviates(short: str, word: str, text: str, at: int) -> bool:
    """Whether the point at ``at`` belongs to the word before it, with ``word`` behind it."""
    if short.isdecimal():
        dates = _EAST_DATE.finditer(text, max(0, at - _LONGEST), at + _LONGEST)
        return any(date.start() < at < date.end() for date in dates)
    if short == "No":
        return word.isdecimal()
    letter = len(short) == 1 and short.isascii()
    folded = short.lower()
    if letter or folded in MONTHS:
        opens = word[0].isupper() and word.lower() in _OPENERS
        return not opens and (letter or folded in LEXICON["clause: abbreviation"])
    return short[0].isupper() and folded in LEXICON["clause: abbreviation"]
