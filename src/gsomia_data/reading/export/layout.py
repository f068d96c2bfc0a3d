"""How wide the columns of a sheet are, and how many lines a wrapped cell takes.

Widths are counted in plain characters, as in a spreadsheet.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

_WIDEST = 60
_WORD = 18
"""Characters of a word that are kept on one line."""
_DAY = 12
"""The same where a table has many columns: an ISO date."""
_ROOM = 240
"""Characters in a line of print, in which letters have half of their size or more."""
_FILTER = 2
"""Width of the button beside a header."""
_WORDS = re.compile(r"(?<=[ \t])")
_PARTS = re.compile(r"(?<=-)")
_APART = re.compile(r"(?<=[ \t\n])|(?<=-)(?!\d)")
"""Between words and parts of words, but not in a date."""


def widths(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """A width per column: room for header and words, and of the rest the more the longer its text.

    As a browser shares the room among the columns of a table.
    """
    least, most, mean = [], [], []
    kept = max(_DAY, min(_WORD, _ROOM // (2 * len(columns))))
    for at, name in enumerate(columns):
        texts = [_text(row[at]) for row in rows]
        words = [_width(word.strip()) for text in texts for word in _APART.split(text)]
        parts = [_width(line) for text in texts for line in text.splitlines()]
        least.append(max(len(name) + _FILTER, min(kept, max(words, default=0) + 2)))
        most.append(max(least[-1], min(_WIDEST, max(parts, default=0) + 2)))
        mean.append(sum(parts) / max(1, len(rows)))
    shared = list(map(float, least))
    while (left := _ROOM - sum(shared)) >= 1:
        open_ = [at for at, width in enumerate(shared) if width < most[at]]
        if not open_:
            break
        wanted = sum(mean[at] for at in open_)
        for at in open_:
            shared[at] = min(most[at], shared[at] + left * mean[at] / wanted)
    return [int(width) for width in shared]


def lines(cell: object, width: int) -> int:
    """The lines of a cell that is wrapped at ``width``, between words where it can be."""
    count = 0
    for part in _text(cell).split("\n"):
        count, used = count + 1, 0
        for word in _pieces(part, width):
            if used and used + _width(word.rstrip()) > width:
                count, used = count + 1, 0
            used += _width(word)
            if used > width + 1:  # a word longer than the line
                count, used = count + (used - 1) // width, (used - 1) % width + 1
    return count


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words, each with the blank after it; one that fits into no line is cut at hyphens."""
    for word in _WORDS.split(text):
        yield from _PARTS.split(word) if _width(word.rstrip()) > width else [word]


def _width(text: str) -> int:
    """The width of a text in plain characters: a Hangul syllable takes two."""
    if text.isascii():
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
