"""A text in normal form C, and where its characters are in the text as it was received.

A document may hold its letters in parts (normal form D), as some systems save Korean and Japanese.
The rules look at whole letters; positions count in the document.

Uses the standard library only.
"""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_JOINS_FROM, _JOINS_TO = "\u1161", "\u11ff"
"""The vowels and finals of a Korean syllable in parts; they have no combining class."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in normal form C.

    Attributes:
        text: The text.
        places: Where each of its characters begins in the text as it was received, and its length;
            empty if they are the same.
    """

    text: str
    places: tuple[int, ...] = ()

    def back(self, at: int) -> int:
        """The position in the received text of a position in this one."""
        return self.places[at] if self.places and at >= 0 else at

    def at(self, position: int) -> int:
        """The position in this text of a position in the received one."""
        return bisect_left(self.places, position) if self.places else position


@lru_cache(maxsize=256)
def composed(text: str) -> Composed:
    """``text`` in normal form C; itself if it is so already."""
    if unicodedata.is_normalized("NFC", text):
        return Composed(text)
    letters: list[str] = []
    places: list[int] = []
    begin = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[end]):
            continue
        letter = unicodedata.normalize("NFC", text[begin:end])
        letters.append(letter)
        places += [begin] * len(letter)
        begin = end
    return Composed("".join(letters), (*places, len(text)))


def _joins(char: str) -> bool:
    """Whether a character may become one with that before it."""
    return unicodedata.combining(char) != 0 or _JOINS_FROM <= char <= _JOINS_TO
