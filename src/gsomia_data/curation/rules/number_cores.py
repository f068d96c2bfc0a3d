"""Where the bare numbers of a passage are: digits or words, their scale and their percent."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gsomia_data.curation.rules.number_spelling import Kind, worth
from gsomia_data.curation.rules.number_values import (
    CARDINALS,
    FRACTIONS,
    HALVES,
    PARTS,
    PLURALS,
    RANKS,
    SCALES,
    SHORT,
    UnreadError,
    digits,
    scaled,
)
from gsomia_data.curation.rules.passage import Passage

_NUMBER_WORDS = frozenset({*CARDINALS, *SCALES, *PLURALS, *RANKS, *PARTS})
_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}
_POINTED = frozenset(word for word, value in CARDINALS.items() if value < 10)


@dataclass(frozen=True, slots=True)
class Core:
    """A bare number, or what looks like one.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        kind: What sort of number it is.
        value: What it is worth; ``None`` if it cannot be read.
        refusal: Why it cannot be read; empty if it can.
    """

    first: int
    last: int
    kind: Kind
    value: Decimal | None
    refusal: str = ""


def cores(text: Passage) -> Iterator[Core]:
    """The bare numbers of a passage, in order; none lies in another."""
    at = 0
    while at < len(text.low):
        found = _at(text, at)
        if found is not None:
            yield found
        at = found.last if found else at + 1


def _at(text: Passage, at: int) -> Core | None:
    if text.kind(at) == "number":
        return _percent(text, _of_digits(text, at))
    if text.kind(at) != "word":
        return None
    if any(unicodedata.category(letter) in ("No", "Nl") for letter in text.word(at)):
        return Core(at, at + 1, "count", None, f"{text.word(at)!r} is not a number in plain digits")
    words, last = _run(text, at)
    return _percent(text, _of_words(text, at, last, words)) if words else None


def _of_digits(text: Passage, at: int) -> Core:
    written = text.word(at)
    kind: Kind = "count"
    last = at + 1
    factors: list[int] = []
    try:
        value = digits(written)
        if text.cut.joined(at) and text.kind(last) == "word":
            suffix = text.word(last)
            last += 1
            if suffix in ("st", "nd", "rd", "th"):
                _check_suffix(written, suffix)
                kind = "rank"
            elif suffix in HALVES and "." not in written:
                value += HALVES[suffix]
            elif suffix in SHORT:
                factors = [_short(text, at, last, suffix)]
            else:
                _check_unit(text, suffix)
        elif text.word(last) in ("mn", "bn", "tn"):
            factors, last = [SHORT[text.word(last)]], last + 1
        if kind == "count":
            scales, last = _scales(text, last)
            factors += scales
        return _and_half(text, Core(at, last, kind, scaled(value, factors)))
    except UnreadError as error:
        _, last = _scales(text, last)
        return Core(at, last, kind, None, str(error))


def _check_unit(text: Passage, letters: str) -> None:
    if letters not in text.lexicon["number: joined units"]:
        raise UnreadError(f"the letters {letters!r} are joined to it")


def _check_suffix(written: str, suffix: str) -> None:
    teens = len(written) > 1 and written[-2] == "1"
    if suffix != ("th" if teens else _SUFFIXES.get(written[-1], "th")) or "." in written:
        raise UnreadError(f"{suffix!r} is not the ending of that rank")


def _short(text: Passage, at: int, last: int, suffix: str) -> int:
    """What a scale of one or two letters means; the one-letter ones only beside a currency."""
    money = text.lexicon["number: currencies"]
    people = suffix == "k" and (text.word(last) == "people" or text.word(last).endswith("s"))
    clear = suffix in ("mn", "bn", "tn") or people
    if clear or text.paid(at - 1) or text.word(last) in money:
        return SHORT[suffix]
    raise UnreadError(f"{suffix!r} behind it is a scale only before a currency or what is counted")


def _scales(text: Passage, at: int) -> tuple[list[int], int]:
    """The scales from there on: " million", "-thousand", " hundred thousand"."""
    found: list[int] = []
    while True:
        next_ = at + 1 if text.tied(at) else at
        if text.word(next_) not in SCALES:
            return found, at
        found.append(SCALES[text.word(next_)])
        at = next_ + 1


def _and_half(text: Passage, core: Core) -> Core:
    """Digits with "and a half" behind them, which no newspaper prints, are refused."""
    if text.word(core.last) == "and" and text.word(core.last + 1) in ("a", "half"):
        fraction = core.last + 1 + (text.word(core.last + 1) == "a")
        if text.word(fraction) in FRACTIONS:
            return replace(core, last=fraction + 1, value=None, refusal="a part in words follows")
    return core


def _run(text: Passage, at: int) -> tuple[list[str], int]:
    """The longest run of number words from there on, without its hyphens, and its end."""
    words: list[str] = []
    if text.word(at) in ("a", "an"):
        if text.word(at + 1) not in SCALES and not _a_part(text, at + 1):
            return [], at
        words, at = [text.word(at)], at + 1
    while True:
        next_ = at + 1 if words and text.tied(at) else at
        taken = _step(text, next_, words)
        if not taken:
            return words, at
        for word in taken:
            next_ = text.low.index(word, next_) + 1
        words += taken
        at = next_


def _a_part(text: Passage, at: int) -> bool:
    """Whether "a" before that word makes a share of it: "a quarter", "a fifth of"."""
    word = text.word(at)
    return word in FRACTIONS or (word in PARTS and text.word(at + 1) == "of")


def _step(text: Passage, at: int, words: Sequence[str]) -> list[str]:
    """The next words of a run, if it goes on there."""
    if text.word(at) in _NUMBER_WORDS:
        return [text.word(at)]
    return _joint(words[-1], text.word(at), *_after(text, at)) if words else []


def _joint(last: str, word: str, first: str, second: str) -> list[str]:
    """A word that joins number words, with those behind it; empty if it does not."""
    part = word == "and" and last not in PARTS
    one, both = [word, first], [word, first, second]
    shapes = (
        (part and first in ("a", "one", "two", "three") and second in PARTS, both),
        (word == "and" and last in SCALES and (first in CARDINALS or first in RANKS), one),
        (part and first in FRACTIONS, one),
        (word == "a" and last == "half" and first in SCALES, one),
        (word == "of" and last in PLURALS and first in PLURALS, one),
        (word == "of" and last in PARTS and first == "a" and second in SCALES, both),
        (word == "point" and first in _POINTED, one),
    )
    return next((taken for fits, taken in shapes if fits), [])


def _after(text: Passage, at: int) -> tuple[str, str]:
    """The two words after one, hyphens between them left out."""
    first = at + 2 if text.tied(at + 1) else at + 1
    second = first + 2 if text.tied(first + 1) else first + 1
    return text.word(first), text.word(second)


def _of_words(text: Passage, first: int, last: int, words: list[str]) -> Core:
    kind: Kind = "count"
    try:
        kind, value = worth(words)
        return Core(first, last, kind, value)
    except UnreadError as error:
        return Core(first, last, kind, None, str(error))


def _percent(text: Passage, core: Core) -> Core:
    """The number with its percent sign or word, if one follows."""
    at = core.last
    if text.word(at) in ("%", "percent", "pct"):
        last = at + 1
    elif (text.tied(at) and text.word(at + 1) == "percent") or (
        text.word(at) == "per" and text.word(at + 1) == "cent"
    ):
        last = at + 2
    else:
        return core
    if core.kind in ("count", "one"):
        return replace(core, last=last, kind="percent")
    return replace(core, last=last, value=None, refusal=core.refusal or "a percent sign follows it")
