"""Marks in ``note``: what evidence rows cannot tell, in a form that people and programs read.

    Otherwise (scope, dw-2016-11-14-1): "words of the quote" another wording of the same value
    Reported so (event, cnn-...-16): "words of the quote" an error or slip, never corrected
    Tension (value; dates some-key status): why the two cells do not sit well together

Standard library alone: both halves of the package read notes with this module.
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
    """One mark: about ``column`` of its own row.

    ``words`` of the quote ``quote_id`` (otherwise, reported so), or the cell ``other`` as table,
    key and column (tension). ``text`` is what the mark says, up to the next mark.
    """

    kind: Kind
    column: str
    text: str
    quote_id: str = ""
    words: str = ""
    other: tuple[str, str, str] | None = None


def marks(note: str) -> list[Mark]:
    """The marks of a note, in order; a note without marks has none."""
    found = list(_MARK.finditer(note))
    ends = [match.start() for match in found[1:]] + [len(note)]
    return [
        _mark(match, note[match.end() : end].strip())
        for match, end in zip(found, ends, strict=False)
    ]


def slips(note: str) -> int:
    """How many openings of a mark in ``note`` are no mark: a comma lost, a name misspelt."""
    return len(_SLIP.findall(note)) - len(_MARK.findall(note))


def _mark(match: re.Match[str], text: str) -> Mark:
    kind = cast(Kind, match["kind"].lower())
    if kind == "tension":
        other = (match["table"], match["key"], match["other"]) if match["table"] else None
        return Mark(kind, match["column"], text, other=other)
    words = _WORDS.match(text)
    return Mark(kind, match["column"], text, match["quote"] or "", words[1] if words else "")
