"""The parts of the sentences of a passage, and how far back a negation reaches into each.

A word before a cue reaches it in its own clause. It also reaches it from an earlier clause unless
it is certain that it cannot: the cue's clause must have a subject of its own, stand apart from what
is before it, and the clause of the negator must be complete ("It has no name, but it was signed").
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gsomia_data.curation.rules.clauses import ENDS, boundaries
from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_OPENING = "“"
_CLOSING = "”"
_STRAIGHT = '"'
_NO_SUBJECT = ("auxiliary", "modal", "preposition", "conjunction", "adverb")
_NOT_FINITE = frozenset({"be", "been", "being", "having"})


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with what opens it.

    Attributes:
        opening: Index of the first token that opens it.
        first: Index of its first token after those.
        last: Index of its last token; ``first - 1`` if there is none.
        sentence: Index of the part with which its sentence begins.
        reach: Index of the part from which on every negator reaches it.
        closed: Whether no word before ``reach`` can reach it.
        complete: Whether it has a finite verb of its own, so that its negator stays in it.
        relative: Whether a relative word opens it, so that what is to come before it stays there.
    """

    opening: int
    first: int
    last: int
    sentence: int
    reach: int
    closed: bool
    complete: bool
    relative: bool


@lru_cache(maxsize=1024)
def parts(passage: Tokens, lexicon: Lexicon) -> tuple[Part, ...]:
    """The parts of all sentences, in order."""
    edges = _edges(boundaries(passage, lexicon), len(passage.tokens))
    straight = _closing_straight(passage)
    found: list[Part] = []
    for number, (opening, first, last) in enumerate(edges):
        opens = passage.tokens[opening:first]
        new = number == 0 or any(token.text in ENDS for token in opens)
        sentence = number if new else found[-1].sentence
        before = None if new else found[-1]
        words = [token.folded for token in passage.tokens[first : last + 1]]
        finite = any(_is_finite(word, lexicon) for word in words)
        saying = any(token.folded in lexicon["clause: saying"] for token in opens)
        relative = any(token.folded in lexicon["cue: opener of a part"] for token in opens)
        reach, closed = _reach(passage, lexicon, (number, opening, first, last), before, straight)
        found.append(
            Part(opening, first, last, sentence, reach, closed, finite or saying, relative)
        )
    return tuple(found)


def part_at(found: tuple[Part, ...], index: int) -> int:
    """Number of the part to which the token of that index belongs."""
    return bisect_right(found, index, key=lambda part: part.opening) - 1


def _edges(ends: tuple[int, ...], length: int) -> list[tuple[int, int, int]]:
    """Of each part: its first opening token, its first own token and its last one."""
    known = frozenset(ends)
    starts = sorted({0, *(end for end in ends if end - 1 not in known)})
    edges = []
    for start, stop in pairwise([*starts, length]):
        first = start
        while first < stop and first in known:
            first += 1
        edges.append((start, first, stop - 1))
    return edges


def _closing_straight(passage: Tokens) -> frozenset[int]:
    straight = [i for i, token in enumerate(passage.tokens) if token.text == _STRAIGHT]
    return frozenset(straight[1::2])


def _reach(
    passage: Tokens,
    lexicon: Lexicon,
    edge: tuple[int, int, int, int],
    before: Part | None,
    straight: frozenset[int],
) -> tuple[int, bool]:
    """From which part on negators reach this one, and whether no word before it does."""
    number, opening, first, last = edge
    if before is None:
        return number, True
    opens = passage.tokens[opening:first]
    folded = [token.folded for token in opens]
    if len(opens) == 1 and folded[0] in lexicon["clause: saying"]:
        return before.reach, before.closed  # "the ministry said in a statement"
    own = first <= last and has_subject(passage.tokens[first], lexicon)
    if not own:
        return before.sentence, True
    quoted = any(t.text == _CLOSING or opening + i in straight for i, t in enumerate(opens))
    if quoted:
        return number, True
    if any(
        word in lexicon["clause: saying"]
        or word in lexicon["cue: opener of a part"]
        or word in lexicon["cue: condition"]
        or word in (_OPENING, _STRAIGHT)
        for word in (token.text if token.kind == "mark" else token.folded for token in opens)
    ):
        return before.reach, before.closed
    return number, folded[:2] == [",", "but"]


def has_subject(token: Token, lexicon: Lexicon) -> bool:
    """Whether a clause that begins with this word begins with its subject."""
    word = token.folded
    if token.kind != "word" or (word.endswith("ly") and token.text.islower()):
        return False
    return not any(word in lexicon[f"function: {kind}"] for kind in _NO_SUBJECT)


def _is_finite(word: str, lexicon: Lexicon) -> bool:
    verb = word in lexicon["function: auxiliary"] or word in lexicon["function: modal"]
    return (verb and word not in _NOT_FINITE) or word.endswith("n't")
