"""The verbs of a clause that show a tense, found without a grammar.

A word in -ed may be a verb or an adjective ("displaced families"), so it counts only behind its
subject or an auxiliary; a form that is also a noun ("cut", "shot") only behind an auxiliary.
"""

import re
from dataclasses import dataclass, replace

from gsomia_data.curation.rules.tokens import Token
from gsomia_data.curation.rules.wordlist import Lexicon


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a tense.

    Attributes:
        end: Index after its last word among the words of the clause.
        tense: ``past``; ``ahead``, a past verb whose object may be what is to come; ``future``;
            ``open``, a modal, or what was planned; ``infinitive``; ``stative``, was or were
            without what was done.
        helped: Whether an auxiliary is before it.
        planned: Whether it is a participle such as "planned".
        start: Index of its first word.
    """

    end: int
    tense: str
    helped: bool = False
    planned: bool = False
    start: int = 0


_BETWEEN = frozenset("also not then later again already been being since now still first".split())
"""What may be between an auxiliary, or a subject, and its verb."""
_RELATIVE = frozenset("who which that".split())
_PLURAL = re.compile(r"[^su]s$")
"""No infinitive ends so, but in -ss and -us: "to reporters" is not one."""


def marks(words: tuple[Token, ...], opening: tuple[Token, ...], lexicon: Lexicon) -> list[Mark]:
    """The marks of tense in the words of a clause, in order.

    Args:
        words: The words and marks of a clause, or of a part of it.
        opening: The tokens that open it, such as "who".
        lexicon: The lists of words.
    """
    found: list[Mark] = []
    relative = bool(opening) and opening[-1].folded in _RELATIVE
    index = 0
    while index < len(words):
        at = index
        mark = _mark(words, index, found, lexicon, relative=relative and index == 0)
        index = max(index + 1, mark.end) if mark else index + 1
        if mark is not None and mark.tense:
            found.append(replace(mark, start=at))
    return found


def _mark(
    words: tuple[Token, ...], index: int, found: list[Mark], lexicon: Lexicon, *, relative: bool
) -> Mark | None:
    token, word = words[index], words[index].folded
    if token.kind != "word":
        return None
    if word in lexicon["tense: will"] or (
        (index or relative or word == "next") and _on_schedule(words, index, lexicon)
    ):
        return Mark(index + 1, "future")
    for auxiliaries, reader in _AUXILIARIES:
        if word in auxiliaries:
            return reader(words, index, lexicon)
    if word in lexicon["tense: open"] and (word != "may" or token.text.islower()):
        mark: Mark | None = _open(words, index, lexicon)
    elif word in lexicon["tense: planned"] or word in lexicon["tense: plans"] or word == "to":
        mark = _to_come(words, index, lexicon)
    else:
        mark = _past(words, index, found, lexicon, relative=relative)
    return mark


def _on_schedule(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    word = words[index].folded
    phrases = (" ".join(t.folded for t in words[index : index + length]) for length in (1, 2, 4))
    return bool(word) and any(phrase in lexicon["tense: on schedule"] for phrase in phrases)


def _folded(words: tuple[Token, ...], index: int) -> str:
    return words[index].folded if index < len(words) else ""


def _open(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark:
    """A modal, with what it is said of: "would have lapsed" is open, not over."""
    at = _skip(words, index + 1, lexicon)
    if _folded(words, at) != "have":
        return Mark(index + 1, "open")
    return Mark(_skip(words, at + 1, lexicon) + 1, "open")


def _to_come(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark | None:
    """Such as "planned for", "plans to", or an infinitive alone."""
    word = words[index].folded
    if word in lexicon["tense: planned"]:
        return _planned(words, index)
    if word != "to" or not _is_infinitive(words, index, lexicon):
        return None
    planned = any(token.folded in lexicon["tense: plans"] for token in words[:index])
    return Mark(index + 2, "future") if planned else _infinitive(words, index)


def _verb(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> tuple[int, Token | None, bool]:
    """What follows an auxiliary: its index, the word, and whether it says what is planned."""
    at = _skip(words, index + 1, lexicon)
    verb = words[at] if at < len(words) else None
    listed = ("tense: planned", "tense: plans", "tense: foreseen")
    planned = verb is not None and any(verb.folded in lexicon[name] for name in listed)
    return at, verb, planned or (verb is not None and verb.folded == "to")


def _present(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark | None:
    """Is, are: of what is planned, or going on; else the mark only steps over a participle."""
    at, verb, planned = _verb(words, index, lexicon)
    if verb is None:
        return None
    if planned:
        return Mark(_behind_to(words, at + (verb.folded != "to")), "future", helped=True)
    if verb.folded.endswith("ing") and len(verb.text) > _SHORTEST and words[index].folded != "be":
        return Mark(at + 1, "future", helped=True)
    return Mark(at + 1, "") if _is_participle(verb, lexicon) else None


def _was(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark | None:
    """Was, were: with a participle the past; of what was planned it is open."""
    at, verb, planned = _verb(words, index, lexicon)
    if planned:
        return Mark(at + 1, "open")
    if verb is not None and verb.folded in lexicon["tense: state"]:
        return Mark(at + 1, "stative")
    if verb is not None and _is_participle(verb, lexicon):
        ahead = verb.folded in lexicon["tense: looks ahead"]
        return Mark(at + 1, "ahead" if ahead else "past", helped=True)
    return Mark(index + 1, "stative")


def _had(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark | None:
    """Had, did: the past; of what had been planned it is open."""
    at, verb, planned = _verb(words, index, lexicon)
    if planned:
        return Mark(at + 1, "open")
    participle = verb is not None and _is_participle(verb, lexicon)
    return Mark(at + 1 if participle else index + 1, "past", helped=True)


def _have(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> Mark | None:
    """Has, have: with a participle the past, or what is planned."""
    at, verb, planned = _verb(words, index, lexicon)
    if verb is None or not (planned or _is_participle(verb, lexicon)):
        return None
    if planned:
        return Mark(at + 1, "future", helped=True) if verb.folded != "to" else Mark(at + 1, "open")
    ahead = verb.folded in lexicon["tense: looks ahead"]
    return Mark(at + 1, "ahead" if ahead else "past", helped=True)


_AUXILIARIES = (
    (frozenset({"is", "are", "am", "be", "isn't", "aren't"}), _present),
    (frozenset({"was", "were", "wasn't", "weren't"}), _was),
    (frozenset({"had", "did", "hadn't", "didn't"}), _had),
    (frozenset({"has", "have", "hasn't", "haven't"}), _have),
)
_SHORTEST = 4
"""A participle in -ing is longer than "king"."""


def _is_participle(token: Token, lexicon: Lexicon) -> bool:
    word = token.folded
    listed = ("tense: past", "tense: past and noun", "tense: participle")
    if any(word in lexicon[name] for name in listed):
        return True
    return word.endswith("ed") and word not in lexicon["tense: -ed and no past"]


def _skip(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> int:
    while at < len(words) and _is_between(words[at], lexicon):
        at += 1
    return at


def _is_between(token: Token, lexicon: Lexicon) -> bool:
    word = token.folded
    adverb = word.endswith("ly") and word not in lexicon["-ly and no adverb"]
    return adverb or word in _BETWEEN


def _planned(words: tuple[Token, ...], index: int) -> Mark | None:
    """A participle such as "planned" without an auxiliary: "talks planned for Friday"."""
    word = words[index].folded
    after = words[index + 1].folded if index + 1 < len(words) else ""
    if word == "set":
        return Mark(index + 1, "future", planned=True) if after == "for" else None
    if word == "due" and after == "to":
        return Mark(index + 2, "open")
    noun = after in ("", "for", "to", "on") or word == "due"
    return Mark(_behind_to(words, index + 1), "future" if noun else "open", planned=True)


def _behind_to(words: tuple[Token, ...], at: int) -> int:
    """The index behind "to" and its infinitive, if they are there."""
    return at + 2 if at < len(words) and words[at].folded == "to" else at


def _infinitive(words: tuple[Token, ...], index: int) -> Mark:
    """An infinitive leaves it open, but in a headline, where it is the verb."""
    if words[index + 1].folded == "have":
        return Mark(index + 2, "past", helped=True)  # "claimed to have tested"
    return Mark(index + 2, "infinitive")


def _is_infinitive(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or following.kind != "word" or following.text[0].isupper():
        return False
    word = following.folded
    if _PLURAL.search(word) or word in lexicon["tense: noun after to"]:
        return False
    listed = ("function: determiner", "function: pronoun", "function: number word")
    return not any(word in lexicon[name] for name in listed)


def _past(
    words: tuple[Token, ...], index: int, found: list[Mark], lexicon: Lexicon, *, relative: bool
) -> Mark | None:
    """A verb in the past without an auxiliary, behind its subject."""
    token, word = words[index], words[index].folded
    regular = word.endswith("ed") and word not in lexicon["tense: -ed and no past"]
    listed = word in lexicon["tense: past"] or (
        word in lexicon["tense: past and noun"] and _has_object(words, index, lexicon)
    )
    if token.text[0].isupper() or not (regular or listed):
        return None
    if index == 0 and _is_plainly_over(words, lexicon):
        return Mark(1, "past")
    if not (relative or _has_subject(words, index, found, lexicon)):
        return None
    return Mark(index + 1, "ahead" if word in lexicon["tense: looks ahead"] else "past")


def _is_plainly_over(words: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a verb that begins a clause is over, finite or not.

    Such as ", agreed on Tuesday", where the date follows, or ", hit their lowest point".
    """
    rest = words[1:]
    dated = all(token.folded in lexicon["date: introduces"] for token in rest)
    counts = len(rest) > 1 and rest[0].kind == "number"  # ", gained 0.1 percent"
    counts = counts and words[0].folded not in lexicon["tense: looks ahead"]
    return dated or counts or _has_object(words, 0, lexicon)


def _has_object(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether an object follows with its article, so that the word before it is a verb."""
    particle = _folded(words, index + 1) in ("up", "down")
    word = _folded(words, index + 1 + particle)
    return word in lexicon["function: determiner"] or word in lexicon["function: pronoun"]


def _has_subject(words: tuple[Token, ...], index: int, found: list[Mark], lexicon: Lexicon) -> bool:
    at = index - 1
    while at >= 0 and _is_between(words[at], lexicon):
        at -= 1
    if at < 0:
        return False
    before = words[at]
    if before.kind != "word":
        named = before.kind == "number" and at > 0 and words[at - 1].folded == "of"
        return before.text in "”\"')." or (named and words[index].folded in lexicon["tense: past"])
    if before.folded == "'s":
        return False
    if before.folded in ("and", "but", "or"):
        return any(mark.tense in ("past", "ahead") for mark in found)
    if before.folded in lexicon["function: pronoun"] or before.folded in ("this", "that", "both"):
        return True
    listed = ("preposition", "determiner", "conjunction", "auxiliary", "modal", "number word")
    return not any(before.folded in lexicon[f"function: {kind}"] for kind in listed)
