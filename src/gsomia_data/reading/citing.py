"""Citing the dataset and its sources. Needs no pandas."""

import csv
import difflib
import json
from collections.abc import Sequence
from pathlib import Path

from gsomia_data import _files, citation
from gsomia_data.citation import Reference


def cite(
    format: str = "apa",  # noqa: A002 - the word that users expect
    source: str | None = None,
    root: Path | None = None,
) -> str:
    """The citation of the dataset, or of the article ``source``, ready to paste.

    ``format`` is ``apa``, ``bibtex``, ``ris`` or ``csl-json``. What is not known is left out: the
    dataset has no DOI and no year of release yet, an article perhaps no address. Names stand as
    they are printed.

    Raises ``ValueError`` for another format, ``KeyError`` for a source that is not there.
    """
    if format not in citation.FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(citation.FORMATS)}")
    dataset, articles = references(root)
    cited = [dataset] if source is None else chosen(articles, [source])
    return citation.FORMATS[format](cited)


def references(root: Path | None = None) -> tuple[Reference, list[Reference]]:
    """The reference to the dataset, and one to each of its sources."""
    root = root or _files.root()
    descriptor = json.loads((root / _files.DESCRIPTOR).read_bytes())
    paths = {one["name"]: one["path"] for one in descriptor["resources"]}
    with (root / paths["sources"]).open(encoding="utf-8", newline="") as file:
        return citation.dataset(descriptor), [citation.article(row) for row in csv.DictReader(file)]


def chosen(articles: Sequence[Reference], keys: Sequence[str]) -> list[Reference]:
    """The articles of these keys; raises ``KeyError``, naming the nearest."""
    known = {one.key: one for one in articles}
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, known, 3, 0.4) or list(known)
            raise KeyError(f"there is no source {key!r}; there are {', '.join(near)}")
    return [known[key] for key in keys]
