"""Citing the dataset and its sources. Needs no pandas."""

import csv
import json
from collections.abc import Sequence

from gsomia_data._floor import citation, location
from gsomia_data._floor.citation import Reference
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import demand, demand_format
from gsomia_data.reading import shape


def cite(
    format: str = "apa",  # noqa: A002 - the word that users expect
    source: str | None = None,
    root: Root = None,
) -> str:
    """The citation of the dataset, or of the article ``source``, ready to paste.

    ``format`` is ``apa``, ``bibtex``, ``ris`` or ``csl-json``. What is not known is left out: the
    dataset has no DOI and no year of release yet, an article perhaps no address. Names stand as
    they are printed.

    Raises ``ValueError`` for another format, ``KeyError`` for a source that is not there; both name
    what there is.
    """
    return told(format, None if source is None else [source], root=root)


@undamaged()
def told(
    form: str, sources: Sequence[str] | None, *, everything: bool = False, root: Root = None
) -> str:
    """The citations of these sources, of the dataset where there are none, or of everything.

    Raises ``UnknownFormatError``, ``NotThereError``.
    """
    demand_format(form, citation.FORMATS)
    dataset, articles = references(root)
    cited = [dataset, *articles] if everything else chosen(articles, sources or []) or [dataset]
    return citation.FORMATS[form](cited)


def references(root: Root = None) -> tuple[Reference, list[Reference]]:
    """The reference to the dataset, and one to each of its sources."""
    root = location.folder(root)
    read = json.loads(location.file(root, location.DESCRIPTOR).read_bytes())
    descriptor = shape.descriptor(read)
    paths = {one["name"]: one["path"] for one in descriptor["resources"]}
    with location.file(root, paths["sources"]).open(encoding="utf-8", newline="") as file:
        return citation.dataset(descriptor), [citation.article(row) for row in csv.DictReader(file)]


def chosen(articles: Sequence[Reference], keys: Sequence[str]) -> list[Reference]:
    """The articles of these keys; raises ``KeyError``, naming the nearest."""
    known = {one.key: one for one in articles}
    for key in keys:
        demand("source", key, known)
    return [known[key] for key in dict.fromkeys(keys)]
