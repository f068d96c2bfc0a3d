"""What a passage holds that can change a cue, found once for all its cues."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.clauses import ENDS, boundaries
from gsomia_data.curation.rules.cue_words import CANCELLING, GAP, KEPT, SENSE
from gsomia_data.curation.rules.phrases import Hit, hits
from gsomia_data.curation.rules.sentence_parts import Part, part_at, parts
from gsomia_data.curation.rules.tokens import Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

TO_COME = ("cue: to come", "cue: planned")
"""Lists of what says that an act is still to come."""

_MAY = "May"


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What a passage holds that can change a cue, found once for all its cues.

    Attributes:
        passage: Its tokens.
        lexicon: The lists that were looked into.
        parts: The parts of its sentences.
        ends: Indexes of the tokens at which a clause ends.
        stops: Indexes of the marks that end a sentence.
        cancelling: What cancels a cue after it, in order.
        harmful: By part, the nearest word in earlier parts of its sentence that may reach it.
        to_come: What says of an act that it is still to come.
        open_time: What leaves open whether an act was done by then.
        failures: What says that an act was not done.
        behind: What denies the object or the doer of a cue before it.
        denials: What says of a report that it is not true.
        final_denials: Those that end their clause, so that they speak of what is before them.
        conditions: What sets a condition.
        senses: Phrases in which a cue has another sense, by their list.
        words: Where each word stands.
        agreements: Where a word for an agreement stands, or a name of one.
    """

    passage: Tokens
    lexicon: Lexicon
    parts: tuple[Part, ...]
    ends: tuple[int, ...]
    stops: tuple[int, ...]
    cancelling: tuple[Hit, ...]
    harmful: tuple[Hit | None, ...]
    to_come: tuple[Hit, ...]
    open_time: tuple[Hit, ...]
    failures: tuple[Hit, ...]
    behind: tuple[Hit, ...]
    denials: tuple[Hit, ...]
    final_denials: tuple[Hit, ...]
    conditions: tuple[Hit, ...]
    senses: Mapping[str, tuple[Hit, ...]]
    words: Mapping[str, tuple[int, ...]]
    agreements: tuple[int, ...]


@lru_cache(maxsize=1024)
def surroundings(passage: Tokens, lexicon: Lexicon, named: tuple[Span, ...] = ()) -> Surroundings:
    """What the passage holds that can change a cue; time grows with its length.

    Args:
        passage: Its tokens.
        lexicon: The lists to look into.
        named: Where the names of agreements stand in it.
    """
    cancelling = _cancelling(passage, lexicon)
    found = parts(passage, lexicon)
    ends = boundaries(passage, lexicon)
    denials = tuple(hit for hit in cancelling if hit.source == "cue: denial")
    closing = {*ends, len(passage.tokens)}
    phrases = {n: w for n, w in lexicon.lists.items() if n.startswith((SENSE, KEPT))}
    whole = {n: frozenset(p for p in w if GAP not in p) for n, w in phrases.items()}
    senses: dict[str, list[Hit]] = {}
    for hit in hits(passage, whole):
        senses.setdefault(hit.source, []).append(hit)
    words: dict[str, list[int]] = {}
    for index, token in enumerate(passage.tokens):
        words.setdefault(token.folded, []).append(index)
    return Surroundings(
        passage,
        lexicon,
        found,
        ends,
        tuple(end for end in ends if passage.tokens[end].text in ENDS),
        cancelling,
        _harmful(found, cancelling),
        hits(passage, {name: lexicon[name] for name in TO_COME}),
        hits(passage, {"cue: open time": lexicon["cue: open time"]}),
        tuple(hit for hit in cancelling if hit.source == "cue: failure"),
        hits(passage, {"cue: negation behind": lexicon["cue: negation behind"]}),
        denials,
        tuple(hit for hit in denials if hit.last + 1 in closing),
        tuple(hit for hit in cancelling if hit.source == "cue: condition"),
        MappingProxyType({name: tuple(listed) for name, listed in senses.items()}),
        MappingProxyType({word: tuple(listed) for word, listed in words.items()}),
        _agreements(passage, lexicon, named),
    )


def is_kept(hit: Hit, part: Part) -> bool:
    """Whether a word stays in its part: that is complete, and the word does not end it."""
    inside = part.opening <= hit.first and hit.last < part.last
    return inside and part.complete and hit.source != "cue: condition"


def _agreements(passage: Tokens, lexicon: Lexicon, named: tuple[Span, ...]) -> tuple[int, ...]:
    inside = {
        index for start, end in named for index in range(passage.after(start), passage.after(end))
    }
    listed = lexicon["cue: agreement"]
    return tuple(
        index
        for index, token in enumerate(passage.tokens)
        if index in inside or token.folded in listed
    )


def _cancelling(passage: Tokens, lexicon: Lexicon) -> tuple[Hit, ...]:
    listed = hits(passage, {one.name: lexicon[one.name] for one in CANCELLING})
    short = tuple(
        Hit(index, index, "cue: negation")
        for index, token in enumerate(passage.tokens)
        if token.folded.endswith("n't")
    )
    kept = [hit for hit in (*listed, *short) if not _is_harmless(hit, passage, lexicon)]
    return tuple(sorted(kept, key=lambda hit: (hit.last, hit.first)))


def _is_harmless(hit: Hit, passage: Tokens, lexicon: Lexicon) -> bool:
    """Whether it belongs to a number after it, or is the month of May."""
    if hit.source in ("cue: nearly", "cue: weak negation"):
        return is_of_a_number(passage, hit.last, lexicon)
    return passage.tokens[hit.first].text == _MAY and hit.first > 0


def is_of_a_number(passage: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the word belongs to a number after it: "almost 60 percent", "nearly all"."""
    word, after = passage.tokens[index].folded, passage.at(index + 1)
    if after is None or not any(word == p.split()[-1] for p in _numeral(lexicon)):
        return False
    if after.folded == "a" and (further := passage.at(index + 2)) is not None:
        after = further
    named = (
        after.folded in lexicon["function: number word"] or after.folded in lexicon["cue: share"]
    )
    return after.kind == "number" or named


def _numeral(lexicon: Lexicon) -> frozenset[str]:
    return lexicon["cue: nearly"] | lexicon["cue: weak negation"]


def _harmful(found: tuple[Part, ...], cancelling: tuple[Hit, ...]) -> tuple[Hit | None, ...]:
    """By part: the last word in earlier parts of its sentence that may reach beyond its own."""
    by_part: dict[int, list[Hit]] = {}
    for hit in cancelling:
        by_part.setdefault(part_at(found, hit.last), []).append(hit)
    last: Hit | None = None
    harmful: list[Hit | None] = []
    for number, part in enumerate(found):
        if part.sentence == number:
            last = None
        harmful.append(last)
        for hit in by_part.get(number, ()):
            last = last if is_kept(hit, part) else hit
    return tuple(harmful)
