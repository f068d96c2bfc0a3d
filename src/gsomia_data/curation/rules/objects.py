"""What is signed, struck or scrapped: an agreement, or something else."""

import calendar
from bisect import bisect_left
from collections.abc import Sequence

from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

LONGEST = 16
"""How many tokens an object has at most; further ones are not looked at."""

_ENDING = ("auxiliary", "modal", "preposition", "conjunction")
_TIMES = frozenset(
    name.lower() for name in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr)
)


def another_object(
    passage: Tokens, first: int, last: int, agreements: Sequence[int], lexicon: Lexicon
) -> str:
    """What stands as object after the cue, if it is no agreement; else empty.

    Args:
        passage: The tokens.
        first: Index of the first token after the cue.
        last: Index of the last token of its clause.
        agreements: Indexes of the tokens that name an agreement, in order.
        lexicon: The lists.
    """
    named = ""
    for index in range(first, min(last + 1, first + LONGEST)):
        token = passage.tokens[index]
        if stands_between(agreements, index, index):
            return ""
        later = bool(named) and token.folded in lexicon["function: adverb"]  # not "a very long"
        if later or (_ends(token, lexicon) and not _is_in_name(passage, index)):
            break
        if token.kind == "word" and not is_function(token, lexicon):
            named = token.text
    return named


def is_passive(passage: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether a form of "be" stands before the cue, with at most one word between."""
    before = (passage.at(first - 1), passage.at(first - 2))
    return any(token and token.folded in lexicon["cue: passive"] for token in before)


def stands_between(indexes: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the indexes, which are in order, lies from ``first`` to ``last``."""
    at = bisect_left(indexes, first)
    return at < len(indexes) and indexes[at] <= last


def is_function(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a function word."""
    return any(
        token.folded in words
        for name, words in lexicon.lists.items()
        if name.startswith("function")
    )


def _is_in_name(passage: Tokens, index: int) -> bool:
    """Whether capitals stand on both sides: "Security of Military Information"."""
    sides = (passage.at(index - 1), passage.at(index + 1))
    return passage.tokens[index].text == "of" and all(t and t.text[0].isupper() for t in sides)


def _ends(token: Token, lexicon: Lexicon) -> bool:
    word = token.folded
    if token.kind == "mark":
        return word not in "-'\"“”"
    return (
        word in _TIMES
        or word in lexicon["cue: time"]
        or any(word in lexicon[f"function: {kind}"] for kind in _ENDING)
    )
