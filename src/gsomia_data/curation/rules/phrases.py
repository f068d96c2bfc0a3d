"""Where the phrases of lists of words stand in a passage."""

from dataclasses import dataclass
from functools import lru_cache

from gsomia_data.curation.rules.tokens import Tokens, tokens


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed phrase in a passage.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        source: Name of the list.
    """

    first: int
    last: int
    source: str


def hits(passage: Tokens, lists: dict[str, frozenset[str]]) -> tuple[Hit, ...]:
    """Every listed phrase in the passage, in order; of two at one place the longer comes last."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in lists.items():
        for phrase in phrases:
            parts = _parts(phrase)
            by_first.setdefault(parts[0], []).append((parts, name))
    folded = [token.folded for token in passage.tokens]
    found = []
    for index, word in enumerate(folded):
        for parts, name in by_first.get(word, ()):
            if tuple(folded[index : index + len(parts)]) == parts:
                found.append(Hit(index, index + len(parts) - 1, name))
    return tuple(sorted(found, key=lambda hit: (hit.first, hit.last, hit.source)))


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens(phrase).tokens)
