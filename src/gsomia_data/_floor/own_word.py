"""Whether a cue is the code's own word, so that nobody had to decide what it means.

It is, if each word of the code is in the cue, in the same order, as it is or with a plain English
ending, and what is left of the cue is small words. Endings are only added: "nuclear test" is not
the own word of "nuclear tests", since a "third nuclear test" names one of those that are counted.
Any other word beside them may turn the sense ("withdrew support"), so it makes the cue a judgement.

Uses the standard library only; curation and reading both ask it.
"""

import re

SMALL_WORDS = frozenset(
    "a an the of to in on at by with for be is are was were been being has have had will".split()
)
"""Words of a cue that need not be words of the code; they take no ending."""

ENDINGS = ("s", "es", "ed", "d", "ing", "ly")
"""What a word of the code may have at its end."""

_DOUBLING = re.compile(r"(.*[^aeiou])?[aeiou][^aeiouwxy]")
"""Words that may double their last consonant: "refer", "referred", but "order", "ordered"."""

_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Those of one syllable, which must: "plan", "planned", for "planed" is of another word."""


def is_own_word(code: str, cue: str) -> bool:
    """Whether ``cue`` is the code's own word.

    Args:
        code: The code in words: "press conference".
        cue: A cue that is listed for it.
    """
    left = _words(code)
    if not left:
        return False
    for word in _words(cue):
        if left and word in _forms(left[0]):
            del left[0]
        elif word not in SMALL_WORDS:
            return False
    return not left


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W_]+", phrase.casefold())


def _forms(word: str) -> frozenset[str]:
    """A word as it is and with each ending that English can give it."""
    if word in SMALL_WORDS:
        return frozenset({word})
    forms = {word, word + "s", word + "ly"}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    elif not _SHORT.fullmatch(word):
        forms |= {word + "ed", word + "ing"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(word + "es")
    if _DOUBLING.fullmatch(word):
        forms |= {word + word[-1] + ending for ending in ("ed", "ing")}
    return frozenset(forms)
