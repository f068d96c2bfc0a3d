"""Positions of quotes: where the words of a quote are in their document."""

from collections.abc import Mapping

from gsomia_data._floor.text import places
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.records import value_in

CONTEXT = 32
"""Characters of ``prefix`` and of ``suffix``."""


def position(document: str, quote: Entry) -> int | None:
    """The position of a quote: ``start`` if its words are there, or else their only position.

    ``None`` if neither ``prefix`` nor ``suffix`` is beside it, unless both are empty as in a new
    row: a quote never moves to the same words in another passage.
    """
    start, exact = value_in(quote, "start", int), quote.cells["exact"]
    if start is None or not exact or not document.startswith(exact, start):
        starts = places(document, exact)
        if len(starts) != 1:
            return None
        start = starts[0]
    return start if _fits(document, quote.cells, start) else None


def _fits(document: str, quote: Mapping[str, str], start: int) -> bool:
    """Whether ``prefix`` or ``suffix`` is still beside the words at ``start``.

    A short one was cut off by an edge of the document, and fits only at that edge.
    """
    prefix, suffix = beside(document, start, start + len(quote["exact"]))
    old = quote["prefix"], quote["suffix"]
    return old == ("", "") or old[0] == prefix or old[1] == suffix


def beside(document: str, start: int, end: int) -> tuple[str, str]:
    """The characters before ``start`` and after ``end``, as ``prefix`` and ``suffix`` hold them."""
    around = document[max(0, start - CONTEXT) : start], document[end : end + CONTEXT]
    return as_cell(around[0]), as_cell(around[1])


def as_cell(passage: str) -> str:
    """``passage`` as a table holds it, where lines end with LF whatever the document has.

    No quote needs this: each ends before a line break.
    """
    return passage.replace("\r", "")


def unplaced(document: str, quote: Entry) -> tuple[str, str]:
    """Why a quote has no position although its words are in the document, and the way out."""
    starts, start = places(document, quote.cells["exact"]), value_in(quote, "start", int)
    where = ", ".join(map(str, starts))
    if start not in starts and len(starts) > 1:
        message = f"the words are {len(starts)} times in the document, at {where}"
        return message, "write the right position into start"
    here = start if start in starts else starts[0]
    message = f"the words are at {where}; at {here} neither prefix nor suffix is beside them"
    return message, f"if {here} is the passage, empty prefix and suffix, and run fmt"
