"""Comparing and finding words: folding, word boundaries, quotation marks, the nearest passage.

All positions are Unicode code points of the decoded document, half open.
"""

import difflib
import re
from collections.abc import Iterator

MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
"""Typographic marks and the typewriter's mark for each."""

_LOOKALIKES = str.maketrans(dict.fromkeys("ıİſ\u212a", "æ"))
"""Letters that a regular expression takes for i, s and k when it ignores case."""

_REACH = 400
"""How far the sentence around a quote is looked for."""

_COMPARED = 400
"""So many words are compared for a hint: no hint is worth a long wait."""

Span = tuple[int, int]


def fold(text: str) -> str:
    """``text`` but for case, white space and typographic marks."""
    return " ".join(text.translate(MARKS).casefold().split())


def unlike(text: str) -> str:
    """``text``, as long as it is, without the letters that only look like i, s and k."""
    return text.translate(_LOOKALIKES)


def pattern(phrase: str) -> str:
    """Regular expression that finds ``phrase`` as ``fold`` sees it, at word boundaries."""
    words = []
    for word in phrase.split():
        escaped = re.escape(word.translate(MARKS))
        escaped = escaped.replace("'", "['’‘]").replace('"', '["“”]')
        words.append(escaped.replace(r"\-", "[-–—‑]"))
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def at_boundaries(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` neither begins nor ends inside a word."""

    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return start < end and not inside(start) and not inside(end)


def places(text: str, words: str) -> list[int]:
    """Every position at which ``words`` stand in ``text``, word boundaries or not."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def occurrences(text: str, words: str) -> list[Span]:
    """Where exactly ``words`` stand in ``text`` at word boundaries, in order."""
    spans = [(at, at + len(words)) for at in places(text, words)]
    return [span for span in spans if at_boundaries(text, *span)]


def quotations(text: str) -> list[Span]:
    """Spans between quotation marks, marks excluded.

    Curly marks pair up; straight marks alternate within their line, as newspapers set them.
    """
    spans = [match.span(1) for match in re.finditer(r"“([^“”]*)”", text)]
    for line in re.finditer(r"[^\n]+", text):
        marks = [at for at in range(line.start(), line.end()) if text[at] == '"']
        spans += [(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    return sorted(spans)


def uncovered(text: str, spans: list[Span]) -> Iterator[Span]:
    """Maximal runs of ``text`` in none of ``spans``, without blanks at their edges."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if start > at:
            run = text[at:start]
            if run.strip():
                first = at + len(run) - len(run.lstrip())
                yield first, first + len(run.strip())
        at = max(at, end)


def nearest(text: str, words: str) -> Span | None:
    """The passage of ``text`` most like ``words``: a hint for people, never a proof."""
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
    """Both texts word by word: ``[-only wanted-]`` and ``{+only found+}``, for one line."""
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
    """``start`` and ``end`` widened to the sentence or line in which they lie.

    A hint of grammar only: it stops at the first mark that can end a sentence, so it may stop
    early ("U.S."), never late.
    """
    reach = max(0, start - _REACH)
    found = _SENTENCE_END.finditer(text, reach, start + 1)
    before = [match.end() for match in found if match.end() <= start]
    after = _SENTENCE_END.search(text, max(start, end - 2), end + _REACH)
    return before[-1] if before else reach, after.end() if after else min(len(text), end + _REACH)
