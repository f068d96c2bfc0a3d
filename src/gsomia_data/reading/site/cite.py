"""The page that says how to cite: the dataset, each document, a single cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gsomia_data._floor import citation
from gsomia_data._floor.citation import Reference
from gsomia_data.reading.site import addresses, overview
from gsomia_data.reading.site.contents import Contents
from gsomia_data.reading.site.overview import Example
from gsomia_data.reading.site.records import Link

_PROSE = "apa"
_NAMES = {"apa": "APA", "bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}
"""The names of the formats; one that has no other name here has its own."""


@dataclass(frozen=True, slots=True)
class Format:
    """A reference in one format.

    Attributes:
        name: The name of the format.
        place: The name of the reference on the page.
        text: The reference.
        prose: Whether it is a sentence, not a record for a program.
    """

    name: str
    place: str
    text: str
    prose: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """Something that can be cited.

    Attributes:
        title: Its name, and its page.
        formats: The reference in each format.
        missing: What a reference of its kind would have and this one lacks.
    """

    title: Link
    formats: tuple[Format, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """How to cite a package.

    Attributes:
        dataset: The dataset.
        documents: Its documents.
        example: A cell to cite, if there is one.
    """

    dataset: Cited
    documents: tuple[Cited, ...]
    example: Example | None


def citations(contents: Contents) -> Citations:
    """How to cite a package, its documents and its cells."""
    descriptor = contents.files.descriptor
    return Citations(
        Cited(
            Link(descriptor["title"]),
            _formats(citation.dataset(descriptor), "dataset"),
            tuple(_unknown_of_dataset(descriptor)),
        ),
        tuple(_documents(contents)),
        overview.example(contents),
    )


def _documents(contents: Contents) -> Iterator[Cited]:
    for key, source in contents.sources.items():
        reference = citation.article(source.row)
        title = Link(f"{source.label}: {reference.title}", addresses.document(key))
        yield Cited(title, _formats(reference, key), tuple(_unknown_of_document(reference)))


def _formats(reference: Reference, name: str) -> tuple[Format, ...]:
    return tuple(
        Format(_NAMES.get(form, form), f"page-{name}-{form}", write([reference]), form == _PROSE)
        for form, write in citation.FORMATS.items()
    )


def _unknown_of_dataset(descriptor: Mapping[str, Any]) -> Iterator[str]:
    yield "a DOI"
    if not citation.dataset(descriptor).date:
        yield "the year of its release"
    yield "an address"


def _unknown_of_document(reference: Reference) -> Iterator[str]:
    if not reference.authors:
        yield "its author"
    if not reference.date:
        yield "its day"
    if not reference.url:
        yield "its address"
