"""The explorer: a static site of all tables, records and documents, with the words of each cell.

Needs jinja2: ``pip install 'gsomia-data[site]'``. Importing this module does not import it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gsomia_data._floor import atomic
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.terminal import silent
from gsomia_data.reading.files import Files
from gsomia_data.reading.site.contents import read
from gsomia_data.reading.site.corpus import texts as whole_texts
from gsomia_data.reading.site.pages import pages, site


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was written: where, and how many pages it has."""

    path: Path
    pages: int


def build(
    files: Files,
    target: str | Path,
    *,
    corpus: Path | None = None,
    force: bool = False,
    progress: Callable[[str], None] = silent,
) -> Built:
    """Write the site of a package into a folder, whole or not at all.

    Args:
        files: The package.
        target: The new folder.
        corpus: The folder of the documents, to show them whole; such a site may not be published,
            and says so on each page. Without it, documents are shown as far as they are quoted.
        force: Whether to replace a folder that holds an earlier site and nothing else.
        progress: Function that is called with the name of each step.

    Raises:
        FileExistsError: ``target`` exists and may not be replaced.
        OSError: ``target`` or a document cannot be written or read.
        ModuleNotFoundError: jinja2 is not installed.
        ValueError: The package is damaged, a key cannot be the name of a page, or a document is not
            the one that the package quotes.
    """
    from gsomia_data.reading.site.rendering import (  # noqa: PLC0415 - jinja2 is an extra
        rendered,
        static,
    )

    place = atomic.prepare(target, is_folder=True, force=force)
    with undamaged():
        files.demand_apart(place)
        progress("reading the tables")
        contents = read(files)
        texts = {} if corpus is None else whole_texts(contents, corpus)
        made = list(static())
        whole = corpus is not None
        for page in rendered(site(files.descriptor), pages(contents, texts), whole=whole):
            progress(f"making {page[0]}")
            made.append(page)
    progress(f"writing {place.name}")
    made_by = f"gsomia-data {files.descriptor['version']} site"
    atomic.write_folder(place, made, made_by, force=force)
    return Built(place, sum(name.endswith(".html") for name, _ in made))
