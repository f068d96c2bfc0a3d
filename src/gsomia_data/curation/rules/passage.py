"""A text as the rule for numbers looks at it: its tokens, and the lists of words."""

from dataclasses import dataclass
from functools import lru_cache

from gsomia_data._floor.text import fold
from gsomia_data.curation.rules.tokens import Token, Tokens, tokens
from gsomia_data.curation.rules.wordlist import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A text, its tokens, and each of them in small letters.

    Attributes:
        text: The text.
        cut: Its tokens, found by position.
        low: Each token in small letters with plain marks.
        lexicon: The lists of words that are looked into.
    """

    text: str
    cut: Tokens
    low: tuple[str, ...]
    lexicon: Lexicon

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        return self.cut.tokens

    def word(self, at: int) -> str:
        """The token of that index in small letters; empty outside the passage."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def kind(self, at: int) -> str:
        """The kind of the token of that index; empty outside the passage."""
        return self.tokens[at].kind if 0 <= at < len(self.low) else ""

    def tied(self, at: int) -> bool:
        """Whether a hyphen is there with nothing around it: "three-quarters"; a long dash is not.

        "Twenty—five of them new—ships" is not about 25 ships.
        """
        hyphen = self.word(at) == "-" and self.tokens[at].text != "—"
        return hyphen and self.cut.joined(at - 1) and self.cut.joined(at)

    def function(self, at: int) -> bool:
        """Whether the token of that index is a function word."""
        return self.word(at) in _function_words(self.lexicon)

    def content(self, at: int) -> bool:
        """Whether a word stands there that is in small letters and not a function word."""
        word = self.kind(at) == "word" and self.tokens[at].text.islower()
        return word and not self.function(at)

    def paid(self, at: int) -> bool:
        """Whether the sign or the code of money before a sum stands there: not the verb "won"."""
        return self.word(at) in self.lexicon["number: currencies"] and not self.content(at)


def passage(text: str, lexicon: Lexicon) -> Passage:
    """A text as the rule for numbers looks at it."""
    cut = tokens(text)
    return Passage(text, cut, tuple(fold(token.text) for token in cut.tokens), lexicon)


@lru_cache(maxsize=256)
def _function_words(lexicon: Lexicon) -> frozenset[str]:
    found = (words for name, words in lexicon.lists.items() if name.startswith("function: "))
    return frozenset[str]().union(*found)
