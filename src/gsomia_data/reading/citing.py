"""Citations of the dataset and its sources. Does not import pandas."""

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
    """Citation of the dataset, or of one of its sources.

    What is not known is left out: the dataset does not have a DOI or a year of release yet, and
    some articles have no address. Names are given as printed.

    Args:
        format: ``apa``, ``bibtex``, ``ris`` or ``csl-json``.
        source: Key of a row of ``sources``. Without it, the dataset is cited.
        root: Folder of another copy of the package.

    Returns:
        Text to paste into a document or a reference manager.

    Raises:
        ValueError: Unknown format; the message lists the formats.
        KeyError: Unknown source; the message suggests the closest ones.
    """
    return citations(format, None if source is None else [source], root=root)


@undamaged()
def citations(
    form: str, sources: Sequence[str] | None, *, everything: bool = False, root: Root = None
) -> str:
    """Citations of ``sources``; of the dataset if there are none; or of everything.

    Raises:
        UnknownFormatError: Unknown format.
        NotThereError: Unknown source.
    """
    demand_format(form, citation.FORMATS)
    dataset, articles = references(root)
    cited = [dataset, *articles] if everything else chosen(articles, sources or []) or [dataset]
    return citation.FORMATS[form](cited)


def references(root: Root = None) -> tuple[Reference, list[Reference]]:
    """The reference for the dataset, and one for each of its sources."""
    root = location.folder(root)
    read = json.loads(location.file(root, location.DESCRIPTOR).read_bytes())
    descriptor = shape.descriptor(read)
    paths = {one["name"]: one["path"] for one in descriptor["resources"]}
    with location.file(root, paths["sources"]).open(encoding="utf-8", newline="") as file:
        return citation.dataset(descriptor), [citation.article(row) for row in csv.DictReader(file)]


def chosen(articles: Sequence[Reference], keys: Sequence[str]) -> list[Reference]:
    """The articles with these keys.

    Raises:
        NotThereError: Unknown key.
    """
    known = {one.key: one for one in articles}
    for key in keys:
        demand("source", key, known)
    return [known[key] for key in dict.fromkeys(keys)]
