"""A list of words as data, with its reason; and all lists as one value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class WordList:
    """Words, or phrases, that a rule looks for beside a mention.

    Attributes:
        name: Name of the list; lists whose name begins alike ("function: modal") are one kind.
        why: What the words do, and why they are listed.
        words: The words, in small letters with plain marks.
    """

    name: str
    why: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All lists that the rules look into, as one value, so that a test can take an entry out.

    Attributes:
        lists: The words of each list, by its name.
    """

    lists: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]

    def without(self, name: str, word: str) -> "Lexicon":
        """These lists without one word of one of them."""
        return replace(self, lists={**self.lists, name: self.lists[name] - {word}})


def lexicon(lists: Iterable[WordList]) -> Lexicon:
    """Several lists as one value."""
    return Lexicon(MappingProxyType({one.name: one.words for one in lists}))


def split(listed: str) -> frozenset[str]:
    """Words from a text with blanks between them."""
    return frozenset(listed.split())


def lines(listed: str) -> frozenset[str]:
    """Phrases from a text with one in each line."""
    return frozenset(line.strip() for line in listed.splitlines() if line.strip())
