"""Whole expressions: a bare number with its sign and with the words that limit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data.curation.rules.number_cores import Core
from gsomia_data.curation.rules.passage import Passage
from gsomia_data.curation.rules.tokens import tokens
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.vocabulary import Bound

Limit = tuple[Bound, bool]
"""How an expression limits its number, and whether the number itself is included."""

LIMITS: Mapping[str, Limit] = {
    "above": (Bound.ABOVE, False),
    "at least": (Bound.ABOVE, True),
    "below": (Bound.BELOW, False),
    "at most": (Bound.BELOW, True),
    "almost": (Bound.BELOW, False),
    "about": (Bound.ABOUT, True),
}
"""By the name of the list that its words are in."""
_NOUNS = 4
"""How many content words may stand between a number and "or more"."""
_AFTER_NOUNS = ("or", "and", "at", "give")


@dataclass(frozen=True, slots=True)
class Expression:
    """A bare number with all that belongs to it.

    Attributes:
        core: The bare number.
        first: Index of the first token of the expression.
        last: Index after the last one.
        lead: Index of the first token that touches it: a currency sign is outside.
        before: Name of the limit before it; empty if there is none.
        behind: Name of the limit behind it.
        phrase: The words of the limit before it.
        negative: Whether it has the sign of a negative number.
        nouns: How many words stand between the number and the limit behind it.
    """

    core: Core
    first: int
    last: int
    lead: int
    before: str
    behind: str
    phrase: tuple[str, ...]
    negative: bool
    nouns: int

    @property
    def limit_name(self) -> str:
        """Name of the limit that its words set; empty if they set none."""
        return "at least" if self.core.kind == "plural" else self.before or self.behind


def expression(text: Passage, core: Core) -> Expression:
    """The whole expression around a bare number."""
    bare = _currency(text, core.first)
    lead, negative = _sign(text, bare)
    before, phrase = _limit_before(text, lead)
    signed = core.first if lead == bare else lead
    first = lead - len(phrase) if phrase else signed
    behind, last, nouns = _limit_behind(text, core.last)
    touch = first if phrase else lead
    return Expression(core, first, last, touch, before, behind, phrase, negative, nouns)


def _currency(text: Passage, at: int) -> int:
    """Index of the currency sign before a number, or of the number."""
    if text.kind(at - 1) == "mark" and text.word(at - 1) in text.lexicon["number: currencies"]:
        named = text.kind(at - 2) == "word" and text.cut.joined(at - 2)
        return at - 2 if named else at - 1
    return at


def _sign(text: Passage, at: int) -> tuple[int, bool]:
    if text.word(at - 1) == "minus":
        return at - 1, True
    printed = text.tokens[at - 1].text if at else ""
    signed = printed in ("-", "−") and text.cut.joined(at - 1)
    if signed and (not text.cut.joined(at - 2) or text.word(at - 2) in ("(", "[")):
        return at - 1, True
    return at, False


def _limit_before(text: Passage, at: int) -> tuple[str, tuple[str, ...]]:
    for phrase, name in _phrases(text.lexicon, "before").get(text.word(at - 1), ()):
        first = at - len(phrase)
        apart = text.kind(at - 1) == "mark" or not text.cut.joined(at - 1)
        if text.low[max(0, first) : at] == phrase and apart and not _glued(text, first):
            return name, phrase
    return "", ()


def _glued(text: Passage, first: int) -> bool:
    """Whether a word or a number stands against a limit: "20about"."""
    return text.cut.joined(first - 1) and text.kind(first - 1) != "mark"


def _limit_behind(text: Passage, last: int) -> tuple[str, int, int]:
    at = last
    for nouns in range(_NOUNS + 1):
        first = text.word(at)
        if nouns == 0 or first in _AFTER_NOUNS:
            for phrase, name in _phrases(text.lexicon, "behind").get(first, ()):
                end = at + len(phrase)
                if text.low[at:end] == phrase and _closed(text, at, end):
                    return name, end, nouns
        if not text.content(at):
            break
        at += 1
    return "", last, 0


def _closed(text: Passage, at: int, end: int) -> bool:
    """Whether a limit ends there: not "or more than", "plus 5"; its hyphen touches both sides."""
    if text.kind(end) == "number" or text.word(end) in ("than", "of"):
        return False
    if text.word(at) == "-":
        return text.tied(at)
    return text.kind(at) == "word" or text.cut.joined(at - 1)


@lru_cache(maxsize=512)
def _phrases(lexicon: Lexicon, side: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of one side with the names of their limits, by the word next to the number."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in LIMITS:
        for listed in lexicon.lists.get(f"number {side}: {name}", ()):
            phrase = tuple(token.text for token in tokens(listed).tokens)
            found.setdefault(phrase[-1 if side == "before" else 0], []).append((phrase, name))
    return {
        word: tuple(sorted(listed, key=lambda one: (-len(one[0]), one)))
        for word, listed in found.items()
    }
