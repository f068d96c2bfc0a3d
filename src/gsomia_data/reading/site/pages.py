"""The pages of the site: of each its path, its template and its values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gsomia_data._floor import citation
from gsomia_data.reading.site import addresses, search, sentences, tables
from gsomia_data.reading.site.cite import citations
from gsomia_data.reading.site.codebook import codebook
from gsomia_data.reading.site.contents import Contents
from gsomia_data.reading.site.disagreements import disagreements
from gsomia_data.reading.site.documents import documents
from gsomia_data.reading.site.overview import overview
from gsomia_data.reading.site.records import Link, records, referrers
from gsomia_data.reading.site.timeline import timeline

_NAVIGATION = (
    ("Tables", f"{addresses.OVERVIEW}#tables", "tables"),
    ("Timeline", addresses.TIMELINE, ""),
    ("Disagreements", addresses.CONFLICTS, "differ"),
    ("Documents", f"{addresses.OVERVIEW}#documents", "documents"),
    ("Codebook", addresses.CODEBOOK, ""),
    ("Cite", addresses.CITE, ""),
    ("Search", addresses.SEARCH, ""),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        path: Where it is in the site.
        template: The name of its template.
        values: What the template shows.
    """

    path: str
    template: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """What every page says: whose site it is.

    Attributes:
        short: The name of the dataset.
        title: Its title.
        version: Its version.
        licence: Name and address of the licence of the data.
        citation: How it is cited.
        nav: Name, address and section of what the navigation leads to.
        degrees: What each degree of firmness means.
    """

    short: str
    title: str
    version: str
    licence: Mapping[str, str]
    citation: str
    nav: tuple[tuple[str, str, str], ...]
    degrees: tuple[tuple[str, str], ...]


def site(descriptor: Mapping[str, Any]) -> Site:
    """What every page says of the package that ``descriptor`` describes."""
    title = descriptor["title"]
    return Site(
        title.partition(":")[0],
        title,
        descriptor["version"],
        descriptor["licenses"][0],
        citation.apa(citation.dataset(descriptor)),
        _NAVIGATION,
        sentences.DEGREES,
    )


def pages(contents: Contents, texts: Mapping[str, str]) -> Iterator[Page]:
    """All pages; documents are whole whose text is given by key."""
    yield _overview(contents)
    yield from _tables(contents)
    yield from _records(contents)
    yield from _documents(contents, texts)
    yield _timeline(contents)
    yield from _disagreements(contents)
    yield _codebook(contents)
    yield _cite(contents)
    yield from _search(contents)


def _timeline(contents: Contents) -> Page:
    values = {"timeline": timeline(contents), "sections": []}
    return Page(addresses.TIMELINE, "timeline.html", values)


_DIFFER = (
    (
        addresses.CONFLICTS,
        "Where the documents differ",
        (
            "Each value that some words dispute or give less exactly, and what has to be read "
            "together. Nothing is averaged."
        ),
        Link("What documents say side by side, and in other words", addresses.WORDINGS),
    ),
    (
        addresses.WORDINGS,
        "Side by side, and in other words",
        "What different documents say about one matter, and words that put a value in another way.",
        Link("Where the documents differ", addresses.CONFLICTS),
    ),
)
"""The pages of disagreements: path, title, what they hold, and the other one."""


def _disagreements(contents: Contents) -> Iterator[Page]:
    kinds = disagreements(contents)
    for path, title, lead, other in _DIFFER:
        values = {
            "title": title,
            "lead": lead,
            "other": other,
            "kinds": [kind for kind in kinds if kind.page == path],
            "others": [kind for kind in kinds if kind.page != path],
            "indexes": path == addresses.CONFLICTS,  # so that each has an address there
            "sections": ["differ"],
        }
        yield Page(path, "conflicts.html", values)


def _overview(contents: Contents) -> Page:
    values = {"overview": overview(contents), "sections": []}
    return Page(addresses.OVERVIEW, "index.html", values)


def _codebook(contents: Contents) -> Page:
    values = {"codebook": codebook(contents), "sections": []}
    return Page(addresses.CODEBOOK, "codebook.html", values)


def _cite(contents: Contents) -> Page:
    values = {"citations": citations(contents), "sections": []}
    return Page(addresses.CITE, "cite.html", values)


def _records(contents: Contents) -> Iterator[Page]:
    referring = referrers(contents)
    for table in contents.files.resources:
        if contents.has_records(table):
            for record in records(contents, table, referring):
                values = {"record": record, "title": contents.title(table), "sections": ["tables"]}
                yield Page(addresses.record(table, record.key), "record.html", values)


def _documents(contents: Contents, texts: Mapping[str, str]) -> Iterator[Page]:
    for document in documents(contents, texts):
        values = {"document": document, "sections": ["documents"]}
        yield Page(addresses.document(document.source.key), "document.html", values)


def _tables(contents: Contents) -> Iterator[Page]:
    common = {"tables": tables.links(contents), "sections": ["tables"]}
    listed = tables.parts(contents)
    split = addresses.table(tables.SPLIT)
    for table in tables.tables(contents):
        values = {**common, "table": table, "whole_table": addresses.table(table.name)}
        parts = listed if table.path != addresses.table(table.name) else ()
        yield Page(table.path, "table.html", {**values, "listed": parts})
    values = {
        **common,
        "listed": listed,
        "name": tables.SPLIT,
        "title": contents.title(tables.SPLIT),
        "row": contents.files.resource(tables.SPLIT)["description"].rstrip("."),
        "rows": len(contents.rows[tables.SPLIT]),
    }
    yield Page(split, "evidence.html", values)


def _search(contents: Contents) -> Iterator[Page]:
    yield Page(addresses.SEARCH, "search.html", {"sections": []})
    yield Page(addresses.ENTRIES, "entries.js", {"entries": list(search.entries(contents))})
