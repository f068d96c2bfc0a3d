"""What is beside a number in Korean or Japanese: what is counted, what limits it, what refuses it.

A particle or a counter touches its number there, and no blank ends a Japanese word. So what may
touch a number is listed, and what may stand a blank apart from it where a Korean word can limit it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.east import LETTER
from gsomia_data.curation.rules.wordlist import Lexicon

LIMITS = ("above", "at least", "below", "at most", "almost", "about")
"""The limits that words of Korean and Japanese set, before a number or behind it."""

_HANGUL = re.compile(r"[가-힣]")
_BLANKS = re.compile(r"[^\S\n]{0,3}")
_MONEY_SIGNS = "$₩¥€£"
_WORD = 12
"""How many characters of a word beside a number are looked at."""
_NEAR = 8
"""How many characters before a Japanese particle are searched for another number."""
_OPENING = frozenset("([{\"'“‘「『（〈《【<")
_STOPS = frozenset(".,;:!?)]}\"'”’」』）〉》】>、。…")
_AGED = re.compile(
    r"(?:(?<!\d)\d{2}세\s이상(?:의)?\s(?:성인\s|국민\s|유권자\s|남녀\s){0,2}"
    r"|(?<!\d)\d{2}歳以上の(?:男女|有権者|国民){0,1})\Z"
)
_LONGEST_AGE = 20
"""How old those are who are counted behind it: `만 18세 이상 1천4명`."""
_JOINED_STOPS = frozenset("、。：")
_PLAIN = frozenset("은 는 이 가 을 를 도 は が を も".split())
"""Particles behind which a number is not a part of the one before it."""
_TIES = frozenset("에서 로 으로 와 과 에 의 に と で の".split())
"""Particles that tie a number to another one right behind them: `30%에서 59%로`, `5人に3人`."""
_OF_DATES = frozenset("에의은는にのはも")
"""Particles of a date that leave a number behind them alone."""
_STEM = re.compile(r"(?:에|의|은|는|이|까지|부터|으로|에서|도)?(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Side:
    """What is on one side of a number.

    Attributes:
        at: Where its expression begins, or ends.
        limit: Name of the limit there; empty if there is none.
        unit: What is counted; empty before the number.
        refusal: Why the number is not read; empty if it is.
    """

    at: int
    limit: str = ""
    unit: str = ""
    refusal: str = ""


def before(text: str, at: int, dates: Collection[int], lexicon: Lexicon) -> Side:
    """What is before a number.

    Args:
        text: The passage.
        at: Where the number begins.
        dates: Where the dates of the passage end.
        lexicon: The lists of words.
    """
    lead = at - 1 if text[at - 1 : at] and text[at - 1] in _MONEY_SIGNS else at
    for limit, words in _limits(lexicon, "before").items():
        word = _word_before(text, lead, words)
        if word is not None:
            return Side(word, limit, refusal=_unread_before(text, word, dates, lexicon))
    return Side(at, refusal=_unread_before(text, lead, dates, lexicon))


def _word_before(text: str, at: int, words: Iterable[str]) -> int | None:
    """Where a word begins that ends there, or a blank before; ``None`` if no such word does.

    A Korean word has a blank or a mark before it; a Japanese one may have anything.
    """
    end = _skip_back(text, at)
    for word in words:
        start = end - len(word)
        if start < 0 or not text.startswith(word, start):
            continue
        if not (_HANGUL.match(word[0]) and start and LETTER.match(text[start - 1])):
            return start
    return None


def _skip_back(text: str, at: int) -> int:
    """The end of the word before a place, at most three blanks away."""
    for _ in range(3):
        if at and text[at - 1].isspace() and text[at - 1] != "\n":
            at -= 1
    return at


def _listed_refusal(text: str, at: int, lexicon: Lexicon) -> str:
    end = _skip_back(text, at)
    for word in _longest(lexicon, "east number before: refused"):
        if text.endswith(word, max(0, end - len(word)), end):
            return f"{word!r} before it is not a part of any expression that the rule number reads"
    return ""


def _unread_before(text: str, at: int, dates: Collection[int], lexicon: Lexicon) -> str:
    """Why what is before an expression forbids to read it; empty if it does not."""
    through = _word_before(text, at, _longest(lexicon, "east number before: looked through"))
    at = at if through is None else through
    end = _skip_back(text, at)
    if end == 0 or text[end - 1] == "\n" or _AGED.search(text, max(0, end - _LONGEST_AGE), at):
        return ""
    if not LETTER.match(text[end - 1]):
        return _mark_before(text, end, joined=end == at)
    if end in dates or _after_date(text, end, dates):
        return ""
    return _listed_refusal(text, at, lexicon) or _unlisted_before(text, at, lexicon)


def _unlisted_before(text: str, at: int, lexicon: Lexicon) -> str:
    """Why the word before an expression is not harmless; empty if it is."""
    end = _skip_back(text, at)
    harmless = _word_before(text, at, _longest(lexicon, "east number before: harmless"))
    particle = _particle_before(text, end, joined=end == at, lexicon=lexicon)
    if harmless is None and not particle:
        shown = text[max(0, end - 4) : end].rsplit(maxsplit=1)[-1]
        return f"{shown!r} before it is not listed as harmless"
    opening = _word_start(text, end)
    if particle not in _PLAIN and any(char.isdigit() for char in text[opening:end]):
        return f"{text[opening:end]!r} before it may tie another number to it"
    if harmless is not None and text[harmless:end] in ("중", "가운데") and _counts(text, harmless):
        return f"{text[harmless:end]!r} before it makes it a part of another number"
    return ""


def _after_date(text: str, end: int, dates: Collection[int]) -> bool:
    """Whether a date with its particle is before a number: "2012年に19カ国"."""
    return end - 1 in dates and text[end - 1] in _OF_DATES


def _mark_before(text: str, end: int, *, joined: bool) -> str:
    mark = text[end - 1]
    listed = mark in ",、" and text[end - 2 : end - 1].isdigit()
    allowed = mark in _OPENING or mark in (_JOINED_STOPS if joined else _STOPS)
    if allowed and not listed:
        return ""
    return f"{mark!r} {'is joined to it' if joined else 'before it may join it to another number'}"


def _particle_before(text: str, end: int, *, joined: bool, lexicon: Lexicon) -> str:
    """The particle that ends the word there; empty if none does, or a Korean word touches."""
    for particle in _longest(lexicon, "east number before: particles"):
        korean = bool(_HANGUL.match(particle))
        if text.endswith(particle, max(0, end - len(particle)), end):
            alone = not LETTER.match(text[end - len(particle) - 1 : end - len(particle)] or " ")
            digit = text[end - len(particle) - 1 : end - len(particle)].isalnum()
            named = text[end - len(particle) - 1 : end - len(particle)] in set("」』”\"')）%％")
            if not (korean and joined) and (not alone or digit or named):
                return particle
    return ""


def _word_start(text: str, end: int) -> int:
    """Where the word begins that ends there; a Japanese one is followed for a few characters."""
    reach = _WORD if _HANGUL.match(text[end - 1]) else _NEAR
    start = end
    while start > max(0, end - reach) and not (
        text[start - 1].isspace() or text[start - 1] in "、。"
    ):
        start -= 1
    return start


def _counts(text: str, at: int) -> bool:
    """Whether the word before one has a digit: "10명 중"."""
    end = _skip_back(text, at)
    return any(char.isdigit() for char in text[_word_start(text, end) : end]) if end else False


def behind(text: str, at: int, lexicon: Lexicon, *, scaled_by: str) -> Side:
    """What is behind a number: its counter, the limit and the particle.

    Args:
        text: The passage.
        at: Where the number ends.
        lexicon: The lists of words.
        scaled_by: The number itself, with the sign of a currency before it.
    """
    over = next((len(word) for word in _OVER if text.startswith(word, at)), 0)
    end, unit, kind = _unit(text, at + over, lexicon)
    if not kind and scaled_by[0] in _MONEY_SIGNS:
        unit, kind = scaled_by[0], "counter"
    found = _limit_behind(text, end, lexicon)
    limit, last = found or (("at least", at + over) if over else ("", at))
    refusal = _uncounted(text, at, kind) or _unsure(scaled_by, unit, lexicon)
    if not refusal and over and limit != "at least":
        refusal = "the words behind it limit it in two ways"
    if not refusal and not (found and text[last - 1] in _ADNOMINAL):
        refusal = _tail(text, last if found else end, Side(at, limit, unit), kind, lexicon)
    if kind == "percent" and not found:
        last = end
    return Side(last, limit, unit, refusal)


def _tail(text: str, at: int, found: Side, kind: str, lexicon: Lexicon) -> str:
    """Why what touches the counter or its limit, or is the next word, forbids to read a number."""
    particle, stop = _particle_behind(text, at, lexicon)
    if particle is None:
        return _touches(text, at)
    if kind == "unsure" and not (found.limit or particle):
        return f"{found.unit!r} behind it may make it the number of something"
    if kind == "limited" and not found.limit:
        return f"{found.unit!r} behind it may make it a year"
    return _next(text, stop, particle, lexicon)


def _unsure(scaled_by: str, unit: str, lexicon: Lexicon) -> str:
    money = unit in lexicon["east number: money"] or unit in _MONEY_SIGNS
    if "조" in scaled_by and not money:
        return "without money behind it '조' may be an article of a law"
    return ""


_OVER = ("여", "余り", "余")
"""What makes it that many or more, between the number and its counter."""
_UNITS = (
    ("points", "east number: points"),
    ("percent", "east number: percent"),
    ("counter", "east number: counters"),
    ("unsure", "east number: counters that may name"),
    ("limited", "east number: counters with a limit"),
)


def _unit(text: str, at: int, lexicon: Lexicon) -> tuple[int, str, str]:
    """Where the counter ends, the counter, and its sort; the longest counter is taken."""
    starts = (at, _end_of_blank(text, at))
    found = [
        (start + len(word), word, kind)
        for start in dict.fromkeys(starts)
        for kind, name in _UNITS
        for word in _longest(lexicon, name)
        if text.startswith(word, start) and not (word[-1].isascii() and _latin(text, start, word))
    ]
    return max(found, key=lambda one: one[0], default=(at, "", ""))


def _latin(text: str, start: int, word: str) -> bool:
    """Whether a word in Latin letters goes on."""
    after = text[start + len(word) : start + len(word) + 1]
    return word[-1].isalpha() and after.isascii() and after.isalnum()


def _uncounted(text: str, at: int, kind: str) -> str:
    """Why what is behind a number does not count anything; empty if it does."""
    if kind == "points":
        return "percentage points are a difference, not a percentage"
    start = _end_of_blank(text, at)
    shown = text[start : start + 2].strip()
    why = f"{shown!r} behind it is not listed as what is counted" if shown else "it counts nothing"
    return "" if kind else why


def _touches(text: str, at: int) -> str:
    return f"{text[at : at + 2]!r} behind what it counts is not listed as harmless"


def _limit_behind(text: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The limit behind a counter and where it ends; blanks may be in it."""
    best: tuple[str, int] | None = None
    for limit, words in _limits(lexicon, "behind").items():
        for word in words:
            end = _match(text, at, word)
            if end is not None and (best is None or end > best[1]):
                best = limit, end
    if best is None or text[best[1] - 1] in _ADNOMINAL:
        return best
    return best if _particle_behind(text, best[1], lexicon)[0] is not None else None


_ADNOMINAL = frozenset("るい")
"""How a Japanese limit ends that the noun follows: `3万人を超える市民`."""


def _match(text: str, at: int, word: str) -> int | None:
    """Where a word ends that begins there; a blank may be before it and behind its particle."""
    start = at
    for part in word.split(" ") if _HANGUL.match(word) else [word]:
        if _HANGUL.match(part) and text[start : start + 1].isspace() and text[start] != "\n":
            start += 1
        if not text.startswith(part, start):
            return None
        start += len(part)
    return start


def _particle_behind(text: str, at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The particle that touches what is counted, and its end; ``None`` if something else does."""
    after = text[at : at + 1]
    if not after or after.isspace() or after in _STOPS or after in _OPENING:
        return "", at
    for word in _longest(lexicon, "east number behind: particles"):
        end = at + len(word)
        if not text.startswith(word, at):
            continue
        if _HANGUL.match(word) and LETTER.match(text[end : end + 1] or " "):
            continue
        return word, end
    for word in lexicon["east number behind: acts"]:
        if text.startswith(word, at):
            return word, at + len(word)
    return None, at


def _next(text: str, at: int, particle: str, lexicon: Lexicon) -> str:
    """Why the next word forbids to read the number; empty if it does not."""
    start = _end_of_blank(text, at)
    if start == at and not particle:
        return ""
    word = text[start : start + 2]
    if word[:1].isdigit() and (not particle or particle in _TIES):
        return "another number behind it may make one measure with it"
    for stem in _longest(lexicon, "east number behind: refused"):
        if text.startswith(stem, start):
            return f"{stem!r} behind it is not a part of any expression that the rule number reads"
    for stem in lexicon["east number behind: refused as a word"]:
        if start > at and text.startswith(stem, start) and _STEM.match(text, start + len(stem)):
            return f"{stem!r} behind it is not a part of any expression that the rule number reads"
    return ""


def rank(text: str, span: Span, lexicon: Lexicon) -> Side | None:
    """What makes a rank of a number behind it; ``None`` if nothing does.

    Behind 차, 회 and 回 what is ranked is listed.
    """
    start, at = span
    marked = text[start - 1 : start] in ("제", "第")
    for word in _longest(lexicon, "east number: ranked with 제"):
        if text.startswith(word, at) and (marked or word == "차"):
            noun = _end_of_blank(text, at + len(word))
            if any(_is_word(text, noun, one) for one in lexicon["east number: what is ranked"]):
                return Side(at + len(word), unit=word)
            if marked:
                why = "what it ranks is not listed: it may be a name"
                return Side(at + len(word), refusal=why)
    if marked:
        return Side(at, refusal=f"{text[start - 1]!r} before it makes it a name")
    first = _end_of_blank(text, at)
    for word in _longest(lexicon, "east number: ranks"):
        if text.startswith(word, first):
            end = first + len(word)
            particle, stop = _particle_behind(text, end, lexicon)
            if particle is None:
                return Side(end, refusal=_touches(text, end))
            return Side(end, unit=word, refusal=_next(text, stop, particle, lexicon))
    return None


def _end_of_blank(text: str, at: int) -> int:
    blank = _BLANKS.match(text, at)
    return at if blank is None else blank.end()


def _is_word(text: str, at: int, word: str) -> bool:
    """Whether a noun is there, with nothing but a particle behind it."""
    after = text[at + len(word) : at + len(word) + 2]
    if not text.startswith(word, at):
        return False
    return (
        not after or not LETTER.match(after) or after[0] in "은는이가을를의에로와과도はがをにでのと"
    )


@lru_cache(maxsize=512)
def _longest(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    """The words of a list, the longest first."""
    return tuple(sorted(lexicon[name], key=lambda word: (-len(word), word)))


@lru_cache(maxsize=512)
def _limits(lexicon: Lexicon, side: str) -> Mapping[str, tuple[str, ...]]:
    """The words of each limit on one side, the longest first."""
    named = {limit: f"east number {side}: {limit}" for limit in LIMITS}
    return {
        limit: _longest(lexicon, name) for limit, name in named.items() if name in lexicon.lists
    }
