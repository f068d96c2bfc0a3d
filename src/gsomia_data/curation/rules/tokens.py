"""A passage as tokens: words, numbers and marks, each with its position."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gsomia_data._floor.text import fold, unlike

Kind = Literal["word", "number", "mark"]

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark.

    Attributes:
        text: Its characters, as printed.
        start: Position of the first of them.
        end: Position after the last of them.
        kind: ``word``, ``number`` or ``mark``. A possessive ``'s`` is a word of its own.
        folded: Its text in small letters, with plain marks.
    """

    text: str
    start: int
    end: int
    kind: Kind
    folded: str


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of one passage, in order, found by position.

    Attributes:
        text: The passage.
        tokens: Its tokens.
        starts: Position of each.
        ends: Position after each.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def before(self, start: int) -> int:
        """Index of the last token that ends at ``start`` or earlier; -1 if there is none."""
        return bisect_right(self.ends, start) - 1

    def after(self, end: int) -> int:
        """Index of the first token that starts at ``end`` or later; their number if none does."""
        return bisect_left(self.starts, end)

    def at(self, index: int) -> Token | None:
        """The token of that index; ``None`` outside the passage."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def joined(self, left: int) -> bool:
        """Whether token ``left`` and the next one have nothing between them."""
        inside = 0 <= left < len(self.tokens) - 1
        return inside and self.ends[left] == self.starts[left + 1]


@lru_cache(maxsize=4096)
def tokens(text: str) -> Tokens:
    """The tokens of ``text``; time grows with its length."""
    found = tuple(
        Token(match.group(), *match.span(), _kind(match), fold(match.group()))
        for match in _TOKEN.finditer(unlike(text))
    )
    return Tokens(text, found, tuple(t.start for t in found), tuple(t.end for t in found))


def _kind(match: re.Match[str]) -> Kind:
    if match["word"]:
        return "word"
    return "number" if match["number"] else "mark"
