"""A text cut at the edges of the spans that lie on it.

Spans may cross ("expected to sign" and "sign it in 2012"), which nested tags cannot show. So the
text is cut at every edge, and each segment has the names of all spans that it is part of. All of
this is done here: no position reaches a script, which would count in other units.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A part of a text that has a name; ``start`` is before ``stop``."""

    start: int
    stop: int
    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text that no edge of a span divides.

    Attributes:
        text: Its text.
        names: The spans that it is part of, each once, by where they start.
        begins: Those of them whose first segment it is.
    """

    text: str
    names: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def segments(text: str, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """The segments of a text, in order; joined, they are the text.

    Raises:
        ValueError: A span is empty or not within the text.
    """
    ordered = sorted(set(spans))
    for span in ordered:
        if not 0 <= span.start < span.stop <= len(text):
            raise ValueError(f"{span.name} is not within the text")
    edges = sorted({0, len(text), *(edge for span in ordered for edge in span[:2])})
    on = defaultdict[int, list[Span]](list)
    for span in ordered:
        for edge in edges[edges.index(span.start) : edges.index(span.stop)]:
            on[edge].append(span)
    return tuple(
        Segment(
            text[edge:after],
            tuple(dict.fromkeys(span.name for span in on[edge])),
            tuple(dict.fromkeys(span.name for span in on[edge] if span.start == edge)),
        )
        for edge, after in pairwise(edges)
    )
