"""Words as a document has them, found by words that are written a little differently.

``same`` finds what differs only in typographic marks, blanks, normal form and characters that are
not seen; ``nearest`` finds what is most like them, a hint for people; ``difference`` shows how.

Positions count Unicode code points of the document; spans are half open. The time grows with the
length of the document, whether it has blanks or not.
"""

import difflib
import re
import unicodedata
from dataclasses import dataclass

from gsomia_data._floor import text as floor
from gsomia_data._floor.characters import (
    HAN,
    HANGUL,
    HIRAGANA,
    KATAKANA,
    MARKS,
    has_no_blanks,
    inside_word,
    seen,
)
from gsomia_data._floor.text import Span

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘‚‛′´＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_SIGN = re.compile(rf"\s+|[^\s][{MARKS}\u1160-\u11ff]*")
"""A run of blanks, or a character with its marks."""

_LONGEST = 4_000
"""How many characters of the words are looked for, so that a hint never takes long."""
_COMPARED = 400
"""How many words, or signs of text without blanks, a difference compares."""
_TOKEN = re.compile(
    rf"\s+|[{HANGUL}{HIRAGANA}{KATAKANA}{HAN}][{MARKS}\u1160-\u11ff]*"
    rf"|[^\s{HANGUL}{HIRAGANA}{KATAKANA}{HAN}]+"
)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without what ``same`` does not look at.

    Attributes:
        text: The plain text.
        spans: For each of its characters, the span of the sign that it is of.
    """

    text: str
    spans: list[Span]

    def span(self, start: int, end: int) -> Span:
        """The span in the document of ``text[start:end]``."""
        return self.spans[start][0], self.spans[end - 1][1]

    def parts_no_sign(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` begins and ends with a whole sign."""
        return all(
            not 0 < at < len(self.spans) or self.spans[at - 1] != self.spans[at]
            for at in (start, end)
        )


def _plain(text: str, *, any_case: bool = False) -> _Plain:
    out: list[str] = []
    spans: list[Span] = []
    for match in _SIGN.finditer(text):
        sign = match.group()
        if not sign.isascii():
            sign = seen(unicodedata.normalize("NFD", sign.translate(_PLAIN)))
        if match.group()[0].isspace():
            sign = " "
        if any_case:
            sign = sign.casefold()
        out.append(sign)
        spans += [match.span()] * len(sign)
    return _Plain("".join(out), spans)


def same(text: str, words: str) -> list[Span]:
    """Where ``words`` are in ``text`` but for marks, blanks, normal form and what is not seen."""
    wanted = _plain(words).text.strip()
    if not wanted:
        return []
    plain = _plain(text)
    found = [(at, at + len(wanted)) for at in floor.places(plain.text, wanted)]
    return [plain.span(*span) for span in found if plain.parts_no_sign(*span)]


def nearest(text: str, words: str) -> Span | None:
    """The passage of ``text`` most like ``words``: a hint for people, not a proof.

    ``None`` if nothing is like them: of words with blanks no word is there and more than a third of
    the letters differ, of text without blanks more than two thirds.
    """
    return _by_letters(text, words) or _by_words(text, words)


def _by_letters(text: str, words: str) -> Span | None:
    wanted = _plain(words, any_case=True).text.strip()[:_LONGEST]
    if not any(char.isalnum() for char in wanted):
        return None
    plain = _plain(text, any_case=True)
    distance, end = _closest(plain.text, wanted)
    size = len(wanted)
    most = size * 2 // 3 if has_no_blanks(words) else max(1, size // 3)
    if distance > most or size - distance < min(2, size):
        return None
    start = end - _reach(plain.text[max(0, end - 2 * size) : end][::-1], wanted[::-1])
    return _whole(text, *plain.span(start, end))


def _whole(text: str, start: int, end: int) -> Span | None:
    """A span widened to whole words, without blanks at its edges."""
    while inside_word(text, start):
        start -= 1
    while inside_word(text, end):
        end += 1
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    end -= len(passage) - len(passage.rstrip())
    return (start, end) if start < end else None


def _closest(text: str, wanted: str) -> tuple[int, int]:
    """How many letters must change to make ``wanted`` of a passage of ``text``, and its end.

    The bit-parallel algorithm of Myers (1999): one step for each letter of ``text``.
    """
    distances = _distances(text, wanted, anywhere=True)
    best = min(distances, default=len(wanted))
    return best, distances.index(best) + 1 if distances else 0


def _reach(text: str, wanted: str) -> int:
    """How long the beginning of ``text`` is that is most like ``wanted``."""
    distances = _distances(text, wanted, anywhere=False)
    best = min(distances)
    ends = [at + 1 for at, distance in enumerate(distances) if distance == best]
    return min(ends, key=lambda end: abs(end - len(wanted)))


def _distances(text: str, wanted: str, *, anywhere: bool) -> list[int]:
    """For each end in ``text`` the distance of ``wanted`` from what ends there.

    Args:
        text: Where to look.
        wanted: What to look for.
        anywhere: Whether it may begin anywhere, or else at the beginning of ``text`` only.
    """
    at: dict[str, int] = {}
    for place, char in enumerate(wanted):
        at[char] = at.get(char, 0) | 1 << place
    everywhere, last = (1 << len(wanted)) - 1, 1 << len(wanted) - 1
    more, less, distance, shifted = everywhere, 0, len(wanted), 0 if anywhere else 1
    distances = []
    for char in text:
        equal = at.get(char, 0)
        across = ((equal & more) + more ^ more) | equal
        up, down = less | ~(across | more) & everywhere, more & across
        distance += 1 if up & last else -1 if down & last else 0
        up, down = (up << 1 | shifted) & everywhere, down << 1 & everywhere
        equal |= less
        more, less = down | ~(equal | up) & everywhere, up & equal
        distances.append(distance)
    return distances


def _by_words(text: str, words: str) -> Span | None:
    """The passage around the longest run of words that both have."""
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    wanted = [_bare(word) for word in words.split()][:_COMPARED]
    known = [_bare(text[start:end]) for start, end in tokens]
    matcher = difflib.SequenceMatcher(None, known, wanted, autojunk=False)
    block = matcher.find_longest_match()
    if not any(wanted[block.b : block.b + block.size]):
        return None
    first = max(0, block.a - block.b)
    last = min(len(tokens), first + len(wanted))
    return tokens[first][0], tokens[last - 1][1]


def _bare(word: str) -> str:
    return floor.fold(word).strip(".,;:\"'")


def difference(found: str, wanted: str) -> str:
    """Both texts compared: ``[-only wanted-]`` and ``{+only found+}``.

    Word by word, and sign by sign where Korean or Japanese has no blanks.
    """
    old, new = _TOKEN.findall(wanted)[:_COMPARED], _TOKEN.findall(found)[:_COMPARED]
    parts = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append("".join(old[a:b]))
            continue
        if a < b:
            parts.append(f"[-{''.join(old[a:b])}-]")
        if c < d:
            parts.append("{+" + "".join(new[c:d]) + "+}")
    return "".join(parts)
