"""Cues: words that indicate a code wherever they appear, as in event-data dictionaries.

Uses the standard library only; curation and reading both find cues with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data._floor import text


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a passage: its position, its words and the codes that it indicates."""

    start: int
    end: int
    phrase: str
    codes: frozenset[str]


def cues(passage: str, lexica: Sequence[Mapping[str, Sequence[str]]]) -> list[Cue]:
    """Every cue in ``passage``; if two overlap, the longer one wins."""
    codes: dict[str, set[str]] = {}
    for lexicon_ in lexica:
        for code, phrases in lexicon_.items():
            for phrase in phrases:
                codes.setdefault(text.fold(phrase), set()).add(code)
    if not codes:
        return []
    passage_cues = []
    for match in _finder(tuple(codes)).finditer(text.unlike(passage)):
        phrase = text.fold(match.group())
        passage_cues.append(Cue(*match.span(), phrase, frozenset(codes[phrase])))
    return passage_cues


@lru_cache(maxsize=256)
def _finder(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(text.word_pattern, longest_first)), re.IGNORECASE)
