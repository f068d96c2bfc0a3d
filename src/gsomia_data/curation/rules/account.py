"""The account of a passage: which of its words nothing bears, and how much they say.

What a word adds is counted in parts, so that one limit serves languages with blanks and without.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gsomia_data._floor.characters import HAN, HANGUL, HIRAGANA, KATAKANA, inside_word
from gsomia_data._floor.text import Span, fold
from gsomia_data.curation.rules.account_words import adds_nothing
from gsomia_data.curation.rules.mentions import mentions
from gsomia_data.curation.rules.names import Names
from gsomia_data.curation.rules.tokens import tokens

WORD = 4
"""Parts of a word in a language with blanks; a Korean or Japanese character is one part."""

LIMIT = 2 * WORD
"""A run of more parts than this says something."""

_LONGEST = 6 * WORD
_EAST = f"{HANGUL}{HIRAGANA}{KATAKANA}{HAN}"
_PIECES = re.compile(f"[{_EAST}]|[^{_EAST}]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a number, or a Korean or Japanese character, with its span.

    Attributes:
        start: Position of its first character.
        end: Position after its last character.
        parts: Its length in parts.
        content: The same, but none for a name, a number, a day, a function word or a word for an
            agreement.
    """

    start: int
    end: int
    parts: int
    content: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that nothing bears.

    Attributes:
        start: Position of the first character.
        end: Position after the last character.
        content: Its content, in parts.
    """

    start: int
    end: int
    content: int


def units(passage: str, names: Names) -> tuple[Unit, ...]:
    """The words and characters of a passage, in order, each with what it adds."""
    found = mentions(passage, names)
    known = (*found.names, *found.counts_and_dates)
    return tuple(_unit(passage, span, known) for span in _spans(passage))


def silent(listed: Sequence[Unit], borne: Sequence[Span]) -> Iterator[Run]:
    """The runs outside the spans of ``borne`` that say something: each as long as it can be."""
    for outside, group in groupby(listed, lambda unit: not _within(unit, borne)):
        run = tuple(group)
        content = sum(unit.content for unit in run)
        if outside and content > LIMIT:
            yield Run(run[0].start, run[-1].end, content)


def reach(listed: Sequence[Unit], part: Span, borne: Sequence[Span]) -> Span:
    """A part of a passage, from the last word before it that is borne to the first one behind it.

    It is empty if the part holds no word.
    """
    inside = [index for index, unit in enumerate(listed) if _meets(unit, [part])]
    if not inside:
        return part[0], part[0]
    first, last = inside[0], inside[-1]
    while first > 0 and not _meets(listed[first - 1], borne):
        first -= 1
    while last < len(listed) - 1 and not _meets(listed[last + 1], borne):
        last += 1
    return listed[first].start, listed[last].end


def length(listed: Sequence[Unit], borne: Sequence[Span] | None = None) -> int:
    """How long a passage is in parts; with spans, only what lies in one of them."""
    return sum(unit.parts for unit in listed if borne is None or _within(unit, borne))


def is_long(words: str) -> bool:
    """Whether words are too many to show on which of them a judgement rests: more than six."""
    chunks = (_PIECES.findall(chunk) for chunk in fold(words).split())
    return sum(_longer(chunk) for chunk in chunks) > _LONGEST


def _longer(pieces: Sequence[str]) -> int:
    """The parts of what is between two blanks; marks alone have none."""
    east = sum(re.match(f"[{_EAST}]", piece) is not None for piece in pieces)
    return east or WORD * any(character.isalnum() for piece in pieces for character in piece)


def _spans(passage: str) -> Iterator[Span]:
    for token in tokens(passage).tokens:
        if token.kind != "mark":
            for match in _PIECES.finditer(token.text):
                yield token.start + match.start(), token.start + match.end()


def _unit(passage: str, span: Span, known: Sequence[Span]) -> Unit:
    start, end = span
    words = passage[start:end]
    east = re.match(f"[{_EAST}]", words) is not None
    # A letter that is written apart from the one before it is not a character of its own.
    parts = int(not inside_word(passage, start)) if east else WORD
    is_known = any(first < end and start < last for first, last in known)
    empty = is_known or words[0].isdecimal() or (not east and adds_nothing(fold(words)))
    return Unit(start, end, parts, 0 if empty else parts)


def _within(unit: Unit, spans: Sequence[Span]) -> bool:
    return any(start <= unit.start and unit.end <= end for start, end in spans)


def _meets(unit: Unit, spans: Sequence[Span]) -> bool:
    return any(start < unit.end and unit.start < end for start, end in spans)
