"""Comparing and finding words: folding, word boundaries, quotation marks.

Positions count Unicode code points of the decoded document; spans are half open.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from gsomia_data._floor import particles
from gsomia_data._floor.characters import (
    BETWEEN,
    HAN,
    HANGUL,
    HIRAGANA,
    KATAKANA,
    has_no_blanks,
    inside_word,
    seen,
)

_PLAIN_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
"""The plain ASCII mark for each typographic mark."""

_LOOKALIKES = str.maketrans(dict.fromkeys("ıİſ\u212a", "æ"))
"""Letters that a regular expression matches with i, s and k when it ignores case."""

Span = tuple[int, int]


def fold(text: str) -> str:
    """``text`` without differences of case, white space, typographic marks and normal form.

    Characters that are not seen, such as soft hyphens, are left out.
    """
    plain = text.translate(_PLAIN_MARKS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", seen(plain)).casefold()
        plain = unicodedata.normalize("NFC", plain)
    return " ".join(plain.casefold().split())


def unlike(text: str) -> str:
    """``text`` with each letter that is matched with i, s or k by mistake replaced; same length."""
    return text.translate(_LOOKALIKES)


def pattern(phrase: str, *, titled: bool = False) -> str:
    """A regular expression for a name as a whole, blind to what ``fold`` removes.

    In Korean and Japanese it ends where listed particles begin, never inside a longer name; that of
    a person (``titled``) ends before a Japanese title as well.
    """
    return particles.before(phrase) + _spelled(phrase) + particles.after(phrase, titled=titled)


def word_pattern(phrase: str) -> str:
    """A regular expression for words of a language with blanks, blind to what ``fold`` removes."""
    return particles.WHOLE + _spelled(phrase) + particles.END


def _spelled(phrase: str) -> str:
    words = [
        BETWEEN.join(map(_letter, unicodedata.normalize("NFC", word)))
        for word in phrase.translate(_PLAIN_MARKS).split()
    ]
    return rf"{BETWEEN}\s+{BETWEEN}".join(words)


def _letter(char: str) -> str:
    """A regular expression for a letter, composed or decomposed, or for a mark in any form."""
    if char in _FORMS:
        return _FORMS[char]
    parts = unicodedata.normalize("NFD", char)
    return re.escape(char) if parts == char else f"(?:{char}|{parts})"


_FORMS = {"'": "['’‘]", '"': '["“”]', "-": "[-–—‑]"}


def at_boundaries(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` neither begins nor ends inside a word.

    Korean and Japanese characters may be parted: whether a name goes on is asked elsewhere.
    """
    return start < end and not inside_word(text, start) and not inside_word(text, end)


def is_whole(text: str, start: int, end: int, *, titled: bool = False) -> bool:
    """Whether the words at ``text[start:end]`` are not cut out of a longer Korean or Japanese name.

    Words of languages with blanks are whole if they are at boundaries. A person (``titled``) may
    have a title behind the name.
    """
    edges = text[max(0, start - 1) : start + 1] + text[end - 1 : end + 1]
    if not has_no_blanks(edges):
        return True
    found = re.compile(pattern(text[start:end], titled=titled)).match(text, start)
    return found is not None and found.end() == end


def places(text: str, words: str) -> list[int]:
    """Every position at which ``words`` appear in ``text``, at word boundaries or not."""
    positions, at = [], text.find(words) if words else -1
    while at >= 0:
        positions.append(at)
        at = text.find(words, at + 1)
    return positions


def occurrences(text: str, words: str) -> list[Span]:
    """The spans of ``words`` in ``text`` at word boundaries, in order."""
    spans = [(at, at + len(words)) for at in places(text, words)]
    return [span for span in spans if at_boundaries(text, *span)]


def quotations(text: str) -> list[Span]:
    """The spans between quotation marks, without the marks.

    Curly marks pair up, and so do the corner brackets of Japanese, one inside the other. Single
    curly marks do in Korean and Japanese, where they are not apostrophes. Straight marks open and
    close in turn within a line.
    """
    spans = [match.span(1) for match in re.finditer(r"“([^“”]*)”", text)]
    spans += [match.span(1) for match in _SINGLE.finditer(text)]
    spans += _brackets(text)
    for line in re.finditer(r"[^\n]+", text):
        marks = [at for at in range(line.start(), line.end()) if text[at] == '"']
        spans += [(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    return sorted(spans)


_SINGLE = re.compile(
    rf"(?<![A-Za-z])‘([^‘’\n]*[{HANGUL}{HIRAGANA}{KATAKANA}{HAN}][.,!?…。]?)’(?![A-Za-z])"
)
"""Single marks; nothing but Korean or Japanese is right before the one that closes."""
_CLOSES = {"」": "「", "』": "『"}


def _brackets(text: str) -> Iterator[Span]:
    """The spans between corner brackets; a bracket that pairs with none is passed over."""
    opened: list[tuple[str, int]] = []
    for match in re.finditer("[「」『』]", text):
        mark = match.group()
        if mark not in _CLOSES:
            opened.append((mark, match.end()))
        elif opened and opened[-1][0] == _CLOSES[mark]:
            yield opened.pop()[1], match.start()


def merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans in order; those that overlap, or have nothing but white space between them, are one."""
    whole: list[Span] = []
    for start, stop in sorted(spans):
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = whole[-1][0], max(stop, whole[-1][1])
        else:
            whole.append((start, stop))
    return whole


def uncovered(text: str, spans: list[Span]) -> Iterator[Span]:
    """The longest runs of ``text`` outside ``spans``, without white space at their edges."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if start > at:
            run = text[at:start]
            if run.strip():
                first = at + len(run) - len(run.lstrip())
                yield first, first + len(run.strip())
        at = max(at, end)
