"""The clauses of a passage: between which tokens a word can change another.

Without a grammar a clause is found by what is around it: marks, conjunctions, relative words
and verbs of saying. Where none of them is certain ("Seoul and Tokyo"), the clause goes on, so that
it is too long rather than too short.
"""

import calendar
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

ENDS = frozenset(".;?!…")
"""Marks that end a sentence, or a part of it that could be one."""

_MARKS = ENDS | frozenset(",:()[]–—")
_QUOTES = frozenset('"“”')
DAYS = frozenset(name.lower() for name in calendar.day_name)
MONTHS = frozenset(
    name.lower() for name in (*calendar.month_name, *calendar.month_abbr, "sept") if name
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause around a place, as indexes of tokens.

    Attributes:
        first: Index of its first token.
        last: Index of its last token; ``first - 1`` if nothing lies between its ends.
        opening: The tokens before it that end what was before: marks, conjunctions, verbs of
            saying; empty at the beginning of the passage.
        closing: The tokens after it that end it; empty at the end of the passage.
    """

    first: int
    last: int
    opening: tuple[Token, ...]
    closing: tuple[Token, ...]


def clause(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> Clause:
    """The clause around the characters from ``start`` to ``end``.

    It ends at a mark (not inside a date, nor after an abbreviation), a conjunction, a relative word
    or a verb of saying. What lies inside ``start`` and ``end`` does not end it.
    """
    ends = boundaries(tokens, lexicon)
    first, last = tokens.before(start) + 1, tokens.after(end) - 1
    before, after = bisect_left(ends, first), bisect_right(ends, last)
    left = before
    while left and ends[left - 1] == ends[before - 1] - (before - left):
        left -= 1
    right = after
    while right < len(ends) and ends[right] == ends[after] + (right - after):
        right += 1
    return Clause(
        ends[before - 1] + 1 if before else 0,
        ends[after] - 1 if after < len(ends) else len(tokens.tokens) - 1,
        tuple(tokens.tokens[index] for index in ends[left:before]),
        tuple(tokens.tokens[index] for index in ends[after:right]),
    )


@lru_cache(maxsize=1024)
def boundaries(tokens: Tokens, lexicon: Lexicon) -> tuple[int, ...]:
    """The indexes of all tokens at which a clause ends, in order."""
    return tuple(
        index for index in range(len(tokens.tokens)) if _is_boundary(tokens, index, lexicon)
    )


def _is_boundary(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    token = tokens.tokens[index]
    if token.text in _QUOTES:
        return _at_quotation(tokens, index, lexicon)
    if token.kind == "mark":
        return _is_end(tokens, index, lexicon)
    word = token.folded
    return (
        word in lexicon["clause: opener"]
        or (word in lexicon["clause: saying"] and not _is_passive(tokens, index))
        or (
            word in lexicon["clause: opener before a subject"]
            and _is_subject(
                tokens.at(index + 1),
                lexicon,
                anything=word == "that" or (word == "and" and _after_comma(tokens, index)),
            )
        )
    )


def _after_comma(tokens: Tokens, index: int) -> bool:
    before = tokens.at(index - 1)
    return before is not None and before.text == ","


def _at_quotation(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a quotation mark is at an end of a clause; around a word or two it does not."""
    before, after = tokens.at(index - 1), tokens.at(index + 1)
    if before is None or after is None:
        return True
    saying = before.folded in lexicon["clause: saying"]
    return saying or before.text in _MARKS or after.text in _MARKS


def _is_passive(tokens: Tokens, index: int) -> bool:
    """Whether a verb of saying is passive: "had been told" reports nothing by itself."""
    before = tokens.at(index - 1)
    return before is not None and before.folded in _BE


_BE = frozenset({"be", "been", "being", "was", "were"})


def _is_subject(token: Token | None, lexicon: Lexicon, *, anything: bool) -> bool:
    """Whether a clause begins there; after "that" or a comma also with a determiner or a name."""
    if token is None or token.kind != "word":
        return False
    word = token.folded
    if word in lexicon["clause: subject"] or word in lexicon["function: auxiliary"]:
        return True
    if word in lexicon["function: modal"]:
        return word != "may" or token.text.islower()
    name = token.text[0].isupper() and word not in DAYS | MONTHS
    return anything and (name or word in lexicon["function: determiner"])


def _is_end(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    mark, before, after = tokens.tokens[index], tokens.at(index - 1), tokens.at(index + 1)
    if mark.text == "-":
        return not tokens.joined(index - 1) and not tokens.joined(index)
    if mark.text in "–—":
        return not _is_range(before, after)
    if mark.text not in _MARKS:
        return False
    if before is None or before.kind == "mark" or after is None:
        return True
    if mark.text == ".":
        letter = before.kind == "word" and len(before.text) == 1
        short = letter or before.folded in lexicon["clause: abbreviation"]
        return not (short or (after.kind != "mark" and tokens.joined(index)))
    return not (mark.text == "," and _is_in_date(before, after))


def _is_range(before: Token | None, after: Token | None) -> bool:
    return before is not None and after is not None and before.kind == after.kind == "number"


def _is_in_date(before: Token, after: Token) -> bool:
    """Whether a comma between the two is one inside a date: "Nov. 4, 2016", "Friday, Nov. 4"."""
    if before.folded in DAYS:
        return after.folded in MONTHS or (after.kind == "number" and len(after.text) < 3)
    year = after.kind == "number" and len(after.text) == 4 and after.text.isdecimal()
    day = before.kind == "number" and len(before.text) < 3
    return year and (day or before.folded in MONTHS)
