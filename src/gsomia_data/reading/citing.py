"""Citations of the dataset and its sources. Does not import pandas."""

import csv
from collections.abc import Sequence

from gsomia_data._floor import citation
from gsomia_data._floor.citation import Reference
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.nearest import demand, demand_format
from gsomia_data.reading.files import Files


@undamaged()
def citations(
    files: Files, form: str, sources: Sequence[str] = (), *, everything: bool = False
) -> str:
    """Citations of ``sources``; of the dataset if there are none; or of everything.

    Raises:
        UnknownFormatError: Unknown format.
        NotThereError: Unknown source.
    """
    demand_format(form, citation.FORMATS)
    cited = [citation.dataset(files.descriptor)]
    if everything:
        cited += articles(files)
    elif sources:
        cited = chosen(articles(files), sources)
    return citation.FORMATS[form](cited)


def articles(files: Files) -> list[Reference]:
    """The reference for each source of a package."""
    with files.data("sources").open(encoding="utf-8", newline="") as file:
        return [citation.article(row) for row in csv.DictReader(file)]


def chosen(references: Sequence[Reference], keys: Sequence[str]) -> list[Reference]:
    """Those with these keys.

    Raises:
        NotThereError: Unknown key.
    """
    known = {one.key: one for one in references}
    for key in keys:
        demand("source", key, known)
    return [known[key] for key in dict.fromkeys(keys)]
