"""Comparing and finding words: folding, word boundaries, quotation marks, the closest passage.

Positions count Unicode code points of the decoded document; spans are half open.
"""

import difflib
import re
from collections.abc import Iterator

_PLAIN_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
"""The plain ASCII mark for each typographic mark."""

_LOOKALIKES = str.maketrans(dict.fromkeys("ıİſ\u212a", "æ"))
"""Letters that a regular expression matches with i, s and k when it ignores case."""

_REACH = 400
"""How many characters are searched for the ends of a sentence."""

_COMPARED = 400
"""How many words are compared at most, so that a hint never takes long."""

Span = tuple[int, int]


def fold(text: str) -> str:
    """``text`` without differences of case, white space and typographic marks."""
    return " ".join(text.translate(_PLAIN_MARKS).casefold().split())


def unlike(text: str) -> str:
    """``text`` with each letter that is matched with i, s or k by mistake replaced; same length."""
    return text.translate(_LOOKALIKES)


def pattern(phrase: str) -> str:
    """A regular expression for ``phrase`` at word boundaries, blind to what ``fold`` removes."""
    words = []
    for word in phrase.split():
        escaped = re.escape(word.translate(_PLAIN_MARKS))
        escaped = escaped.replace("'", "['’‘]").replace('"', '["“”]')
        words.append(escaped.replace(r"\-", "[-–—‑]"))
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def at_boundaries(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` neither begins nor ends inside a word."""

    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return start < end and not inside(start) and not inside(end)


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

    Curly marks pair up. Straight marks open and close in turn within a line.
    """
    spans = [match.span(1) for match in re.finditer(r"“([^“”]*)”", text)]
    for line in re.finditer(r"[^\n]+", text):
        marks = [at for at in range(line.start(), line.end()) if text[at] == '"']
        spans += [(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    return sorted(spans)


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


def nearest(text: str, words: str) -> Span | None:
    """The passage of ``text`` most like ``words``: a hint for people, not a proof."""
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    wanted = [word.strip(".,;:\"'“”’") for word in fold(words).split()][:_COMPARED]
    if not tokens or not wanted:
        return None
    known = [fold(text[start:end]).strip(".,;:\"'“”’") for start, end in tokens]
    matcher = difflib.SequenceMatcher(None, known, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    best = max(blocks, key=lambda block: block.size)
    first = max(0, best.a - best.b)
    last = min(len(tokens), first + len(wanted))
    return tokens[first][0], tokens[last - 1][1]


def difference(found: str, wanted: str) -> str:
    """Both texts compared word by word: ``[-only wanted-]`` and ``{+only found+}``."""
    old = re.findall(r"\s+|\S+", wanted)[:_COMPARED]
    new = re.findall(r"\s+|\S+", found)[:_COMPARED]
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


_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s|$)|\n")


def sentence(text: str, start: int, end: int) -> Span:
    """The span of the sentence or line around ``start`` and ``end``.

    This is a heuristic: it stops at the first mark that can end a sentence, so it may stop too
    early ("U.S."), but never too late.
    """
    reach = max(0, start - _REACH)
    ends = _SENTENCE_END.finditer(text, reach, start + 1)
    before = [match.end() for match in ends if match.end() <= start]
    after = _SENTENCE_END.search(text, max(start, end - 2), end + _REACH)
    return before[-1] if before else reach, after.end() if after else min(len(text), end + _REACH)
