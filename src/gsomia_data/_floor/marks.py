"""Marks in ``note``: what rows of evidence cannot express, readable by people and programs.

    Otherwise (scope, dw-2016-11-14-1): "words of the quote" another wording of the same value
    Reported so (event, cnn-...-16): "words of the quote" an error or slip, never corrected
    Tension (value; dates some-key status): why the two cells do not sit well together

Uses the standard library only; curation and reading both read notes with it.
"""

import re
from dataclasses import dataclass
from typing import Literal, cast

Kind = Literal["otherwise", "reported so", "tension"]

_MARK = re.compile(
    r"(?P<kind>Otherwise|Reported so|Tension) \((?P<column>[a-z_0-9]+)"
    r"(?:, (?P<quote>[a-z0-9-]+)|; (?P<table>[a-z_]+) (?P<key>[a-z0-9-]+) (?P<other>[a-z_0-9]+))"
    r"\): "
)
_SLIP = re.compile(r"\b(?:Otherwise|Reported so|Tension)\s*\(")
_WORDS = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, in the note of a row.

    Attributes:
        kind: What the mark expresses.
        column: The column of the same row that the mark is about.
        text: What the mark says, up to the next mark.
        quote_id: The quote that holds ``words`` (otherwise, reported so).
        words: The words of the source (otherwise, reported so).
        other: Table, key and column of the other cell (tension).
    """

    kind: Kind
    column: str
    text: str
    quote_id: str = ""
    words: str = ""
    other: tuple[str, str, str] | None = None


def marks(note: str) -> list[Mark]:
    """The marks in a note, in order."""
    matches = list(_MARK.finditer(note))
    ends = [match.start() for match in matches[1:]] + [len(note)]
    return [
        _mark(match, note[match.end() : end].strip())
        for match, end in zip(matches, ends, strict=False)
    ]


def slips(note: str) -> int:
    """How many marks in ``note`` are malformed: a missing comma, a misspelt name."""
    return len(_SLIP.findall(note)) - len(_MARK.findall(note))


def _mark(match: re.Match[str], text: str) -> Mark:
    kind = cast(Kind, match["kind"].lower())
    if kind == "tension":
        other = (match["table"], match["key"], match["other"]) if match["table"] else None
        return Mark(kind, match["column"], text, other=other)
    words = _WORDS.match(text)
    return Mark(kind, match["column"], text, match["quote"] or "", words[1] if words else "")
