"""`quote`: find words in a document and print the line for `quotes.csv`; else the nearest ones."""

import re
from dataclasses import dataclass

from gsomia_data._floor import text
from gsomia_data.curation.checks.omissions import pieces
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.derived import CONTEXT, natural
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES


@dataclass(frozen=True, slots=True)
class Found:
    """One place of the words: the line to paste, and the quote that holds them already, if any."""

    start: int
    line: int
    row: str
    held_by: str


@dataclass(frozen=True, slots=True)
class Near:
    """No place: the nearest passage, its line, and how it differs."""

    line: int
    passage: str
    difference: str


def find(package: Package, source: str, words: str) -> list[Found] | Near | None:
    """Places of ``words`` in the document of ``source``, else the nearest passage, else nothing.

    Raises ``KeyError`` for a source without a document.
    """
    document = package.snapshot.texts[source]
    starts = text.places(document, words)
    if not starts:
        near = text.nearest(document, words)
        if near is None:
            return None
        passage = document[slice(*near)]
        line = document.count("\n", 0, near[0]) + 1
        return Near(line, passage, text.difference(passage, words))
    number = _next_number(package, source)
    return [
        _found(package, f"{source}-{number + more}", source, words, start)
        for more, start in enumerate(starts)
    ]


def _found(package: Package, key: str, source: str, words: str, start: int) -> Found:
    document = package.snapshot.texts[source]
    end = start + len(words)
    cells = {
        "quote_id": key,
        "source_id": source,
        "exact": words,
        "start": str(start),
        "stop": str(end),
        "prefix": document[max(0, start - CONTEXT) : start],
        "suffix": document[end : end + CONTEXT],
    }
    row = csvfile.line(cells.get(name, "") for name in TABLES["quotes"].header)
    held = ""
    for piece in pieces(package).get(source, []):
        if piece.start < end and start < piece.end:
            cells = piece.entry.cells
            held = cells.get("quote_id") or f"the omission at {piece.start}"
    return Found(start, document.count("\n", 0, start) + 1, row, held)


def _next_number(package: Package, source: str) -> int:
    used = [
        natural(match.group(1)) or 0
        for row in package.tables["quotes"]
        if (match := re.fullmatch(re.escape(source) + r"-(\d+)", row["quote_id"]))
    ]
    return max(used, default=0) + 1
