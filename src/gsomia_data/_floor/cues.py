"""Cues: words that show a code wherever they stand, as the dictionaries of event data have them.

Standard library alone; both halves find cues with this module.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data._floor import text


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a passage: the codes that it shows and where it stands."""

    start: int
    end: int
    phrase: str
    codes: frozenset[str]


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
