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


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back the words of a sentence reach into a part of it.

    Attributes:
        part: Number of the part from which on every word does.
        closed: Whether no word before that part does.
        aside: Number of a part in between that is kept to itself, as in "the ministers, who did
            not shake hands, signed"; -1 if there is none.
    """

    part: int
    closed: bool
    aside: int = -1


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with what opens it.

    Attributes:
        opening: Index of the first token that opens it.
        first: Index of its first token after those.
        last: Index of its last token; ``first - 1`` if there is none.
        sentence: Number of the part with which its sentence begins.
        reach: How far back words reach into it.
        bare: How far back they do if it has no subject of its own.
        complete: Whether it has a finite verb of its own, so that its negator stays in it.
        relative: Whether a relative word opens it, so that what is to come before it stays there.
    """

    opening: int
    first: int
    last: int
    sentence: int
    reach: Reach
    bare: Reach
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
        if new:
            sentence, reach, bare = number, Reach(number, closed=True), Reach(number, closed=True)
        else:
            sentence = found[-1].sentence
            bare = _bare(passage, opens, found)
            quoted = any(
                token.text == _CLOSING or opening + at in straight for at, token in enumerate(opens)
            )
            subject = first <= last and has_subject(passage.tokens[first], lexicon)
            reach = _reach(opens, lexicon, found, quoted=quoted)
            alone = len(opens) == 1 and opens[0].folded in lexicon["clause: saying"]
            reach = reach if subject or alone else bare
        body = [token.folded for token in passage.tokens[first : last + 1]]
        opened = [token.folded for token in opens]
        found.append(
            Part(
                opening,
                first,
                last,
                sentence,
                reach,
                bare,
                any(_is_finite(word, lexicon) for word in body) or _takes_a_verb(opened, lexicon),
                any(word in lexicon["cue: opener of a part"] for word in opened),
            )
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


def _reach(opens: tuple[Token, ...], lexicon: Lexicon, found: list[Part], *, quoted: bool) -> Reach:
    """How far words reach into a part that has a subject of its own."""
    if quoted:
        return Reach(len(found), closed=True)
    words = [token.folded for token in opens]
    inner = ("clause: saying", "cue: opener of a part", "cue: condition")
    quotes = any(token.text in (_OPENING, _STRAIGHT) for token in opens)
    if quotes or any(word in lexicon[name] for word in words for name in inner):
        return found[-1].reach
    return Reach(len(found), closed=words[:2] == [",", "but"])


def _bare(passage: Tokens, opens: tuple[Token, ...], found: list[Part]) -> Reach:
    """How far words reach into a part without a subject: past a relative clause set off by commas.

    Else to the beginning of the sentence.
    """
    last = found[-1]
    set_off = passage.tokens[last.opening].text == "," and opens[0].text == ","
    if last.relative and last.complete and set_off and len(found) - 1 > last.sentence:
        before = found[-2].reach
        return Reach(before.part, before.closed, len(found) - 1)
    return Reach(last.sentence, closed=True)


def _takes_a_verb(opened: list[str], lexicon: Lexicon) -> bool:
    """Whether what opens the part never stands without a verb: a verb of saying, "although"."""
    inner = lexicon["cue: opener of a part"] | lexicon["cue: condition"] | {"but"}
    return any(
        word in lexicon["clause: saying"] or word in lexicon["clause: opener"] - inner
        for word in opened
    )


def has_subject(token: Token, lexicon: Lexicon) -> bool:
    """Whether a clause that begins with this word begins with its subject."""
    word = token.folded
    if token.kind != "word" or (word.endswith("ly") and token.text.islower()):
        return False
    return not any(word in lexicon[f"function: {kind}"] for kind in _NO_SUBJECT)


def _is_finite(word: str, lexicon: Lexicon) -> bool:
    verb = word in lexicon["function: auxiliary"] or word in lexicon["function: modal"]
    return (verb and word not in lexicon["cue: not finite"]) or word.endswith("n't")
