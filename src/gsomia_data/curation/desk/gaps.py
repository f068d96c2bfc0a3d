"""`gaps`: text in no quote and no omission yet, as lines to paste into `omissions.csv`."""

import re
from collections.abc import Iterator

from gsomia_data._floor import text
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import pieces


def gaps(package: Package) -> Iterator[tuple[str, int, int, str]]:
    """Source, start, end and words of each line of text that is not accounted for."""
    held = pieces(package)
    for name, document in package.snapshot.texts.items():
        spans = [(piece.start, piece.end) for piece in held.get(name, [])]
        for first, last in text.uncovered(document, spans):
            for line in re.finditer(r"\S[^\n]*", document[first:last]):
                end = first + line.start() + len(line.group().rstrip())
                yield name, first + line.start(), end, document[first + line.start() : end]
