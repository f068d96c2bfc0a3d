"""Cues: words that show a code wherever they stand, but for longer cues and negations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data.curation import text
from gsomia_data.curation.columns import ColumnSpec
from gsomia_data.curation.vocabulary import FLAG_CUES, NEGATIONS

HOLDING = (
    "top secret",
    "top-secret",
    "be signed",
    "is signed",
    "are signed",
    "be inked",
    "be struck",
    "be scrapped",
)
"""Compounds that show no code but hold a cue: what is to be signed is not signed."""

_BEFORE = 6
_CLAUSE = re.compile(r'[,;:()“”"—]')
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a passage: the codes that it shows and where it stands."""

    start: int
    end: int
    phrase: str
    codes: frozenset[str]


def lexicon(column: ColumnSpec) -> Mapping[str, Sequence[str]]:
    """The cues of each code of a column."""
    if column.codes:
        return {str(code): code.cues for code in column.codes}
    return FLAG_CUES.get(column.name, {})


def cues(passage: str, lexica: Sequence[Mapping[str, Sequence[str]]]) -> list[Cue]:
    """Every cue in ``passage``; the longest wins where two overlap."""
    shown: dict[str, set[str]] = {}
    for lexicon_ in lexica:
        for code, phrases in lexicon_.items():
            for phrase in phrases:
                shown.setdefault(text.fold(phrase), set()).add(code)
    if not shown:
        return []
    found = []
    for match in _finder(tuple(shown)).finditer(text.unlike(passage)):
        phrase = text.fold(match.group())
        found.append(Cue(*match.span(), phrase, frozenset(shown[phrase])))
    return found


@lru_cache(maxsize=256)
def _finder(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(text.pattern, longest_first)), re.IGNORECASE)


def negation(passage: str, start: int) -> str:
    """The negation or condition in the clause or the six words before ``start``, or nothing."""
    clause = _CLAUSE.split(passage[:start])[-1]
    count = max(_BEFORE, len(_WORD.findall(clause)))
    words = [match.group() for match in _WORD.finditer(passage[:start])][-count:]
    for word in words:
        folded = text.fold(word)
        if folded in NEGATIONS or folded.endswith("n't"):
            return word
    return ""
