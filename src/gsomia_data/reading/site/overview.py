"""The first page: one value with its words, the table of tables, the documents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gsomia_data._floor import citation
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.reading.resting import Cell
from gsomia_data.reading.site import addresses, sentences
from gsomia_data.reading.site.contents import Contents, Field, Source
from gsomia_data.reading.site.records import Link, Sentence, sentences_of

_NUMBERS = ("integer", "number")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Example:
    """A value with its words, which shows what the dataset is.

    Attributes:
        cell: The cell.
        value: Its value, for people.
        column: What its column is.
        record: Its row.
        address: Where the cell is shown.
        firmness: How firm it is.
        sentences: The words about it.
    """

    cell: Cell
    value: str
    column: str
    record: Link
    address: str
    firmness: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """A part of a bar: a degree of firmness, where the part begins and how long it is."""

    firmness: str
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The number of cells that need words, by the firmest words that support each."""

    proved: int
    inferred: int
    judged: int

    @property
    def cells(self) -> int:
        """Their number."""
        return self.proved + self.inferred + self.judged

    @property
    def counts(self) -> tuple[tuple[str, int, str], ...]:
        """Of each degree its name, its number and its share."""
        given = (self.proved, self.inferred, self.judged)
        return tuple(
            (name, number, _percent(number, self.cells))
            for name, number in zip(FIRMEST, given, strict=True)
        )

    @property
    def bar(self) -> tuple[Filling, ...]:
        """The bar that shows them, in percent of its length."""
        start, parts = 0, []
        for name, number, share in self.counts:
            if number:
                parts.append(Filling(name, _percent(start, self.cells), share))
            start += number
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Listed:
    """A table in the table of tables.

    Attributes:
        table: Its name for people, and its page.
        row: What one row of it is.
        rows: The number of its rows.
        shares: How firm its cells are; ``None`` if none of them needs words.
    """

    table: Link
    row: str
    rows: int
    shares: Shares | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A document in the list of documents.

    Attributes:
        document: Its title, and its page.
        publisher: Who published it.
        published: When, and how that is known.
        edition_of: The document of which it is another edition, if it is one.
        passages: The number of passages that are quoted from it.
        share: The share of its characters that is quoted, in words.
    """

    document: Link
    publisher: str
    published: str
    edition_of: Link | None
    passages: int
    share: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows.

    Attributes:
        heading: What the dataset is about.
        sentence: The first sentence of its description.
        example: A value with its words, if the package has one for the rule.
        differing: The number of cells of which some words say something else.
        tables: The tables.
        total: How firm the cells of all tables are.
        documents: The documents.
        metadata: The dataset as schema.org describes one.
    """

    heading: str
    sentence: str
    example: Example | None
    differing: int
    tables: tuple[Listed, ...]
    total: Shares
    documents: tuple[Quoted, ...]
    metadata: Mapping[str, Any]


def overview(contents: Contents) -> Overview:
    """What the first page shows of a package."""
    descriptor = contents.files.descriptor
    firm = shares(contents)
    tables = contents.files.resources
    return Overview(
        _heading(descriptor["title"]),
        _END_OF_SENTENCE.split(descriptor["description"].strip(), maxsplit=1)[0],
        example(contents),
        sum(bool(contents.differs(cell)) for cell in contents.differences if cell.column),
        tuple(_listed(contents, name, firm.get(name)) for name in tables),
        _sum(firm.values()),
        tuple(_quoted(contents, one) for one in contents.sources.values()),
        metadata(descriptor),
    )


def example(contents: Contents) -> Example | None:
    """The proved number about which most is said in most documents; the first of several.

    A document that supports a number and one that approximates it are two kinds of witnesses, and
    so are two documents that support it. Editions of one article are one document.
    """
    candidates = {cell: _kinds(contents, cell) for cell in _numbers(contents)}
    if not candidates:
        return None
    return _example(contents, max(candidates, key=candidates.__getitem__))


def _numbers(contents: Contents) -> Iterator[Cell]:
    """The cells that hold a proved number which needs words, in the order of the files."""
    for table, listed in contents.rows.items():
        columns = [
            name
            for name, field in contents.files.fields(table).items()
            if field["type"] in _NUMBERS and _needs_words(field)
        ]
        for key, _ in listed:
            for name in columns:
                said = contents.said.get(cell := Cell(table, key, name))
                if said and said.firmness == FIRMEST[0]:
                    yield cell


def _kinds(contents: Contents, cell: Cell) -> int:
    witnesses = contents.witnesses[cell]
    return len({(one.relation, one.quote.source.first) for one in witnesses})


def _example(contents: Contents, cell: Cell) -> Example:
    row = contents.row(cell.table, cell.key)
    field = contents.files.fields(cell.table)[cell.column]
    return Example(
        cell,
        contents.show(cell.table, cell.column, row[cell.column]).text,
        field["description"],
        Link(contents.labels(cell.table)[cell.key], contents.page(cell.table, cell.key)),
        contents.cell(cell),
        contents.firmness(cell, row, field),
        tuple(sentences_of(contents, contents.witnesses[cell])),
    )


def shares(contents: Contents) -> Mapping[str, Shares]:
    """How firm the cells are that need words and have some, by table; of those that have any."""
    firm = {name: Counter[str]() for name in contents.rows if contents.rests_on_words(name)}
    for cell, said in contents.said.items():
        if said.firmness and _needs_words(contents.files.fields(cell.table)[cell.column]):
            firm[cell.table][said.firmness] += 1
    return {name: Shares(*(found[degree] for degree in FIRMEST)) for name, found in firm.items()}


def metadata(descriptor: Mapping[str, Any]) -> Mapping[str, Any]:
    """The dataset as schema.org describes one; what the descriptor does not say is left out."""
    known = {
        "name": descriptor["title"],
        "description": descriptor["description"],
        "version": descriptor["version"],
        "datePublished": citation.dataset(descriptor).published,
        "license": descriptor["licenses"][0].get("path"),
        "creator": [
            {"@type": "Organization", "name": one["title"]} for one in descriptor["contributors"]
        ],
        "keywords": descriptor.get("keywords"),
    }
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **{name: value for name, value in known.items() if value},
    }


def _needs_words(field: Field) -> bool:
    needs: bool = field.get("gsomia:needs_evidence", False)
    return needs and field["gsomia:grounding"] != "derived"


def _heading(title: str) -> str:
    """A title without the name of the dataset before its colon."""
    _, _, about = title.partition(": ")
    return f"{about[0].upper()}{about[1:]}" if about else title


def _listed(contents: Contents, table: str, firm: Shares | None) -> Listed:
    row = contents.files.resource(table)["description"].removeprefix("One row is ")
    link = Link(contents.title(table), addresses.table(table))
    return Listed(link, row, len(contents.rows[table]), firm)


def _quoted(contents: Contents, source: Source) -> Quoted:
    first = contents.sources[source.first]
    quotes = contents.of_document(source.key)
    characters = sum(one.stop - one.start for one in quotes)
    return Quoted(
        Link(source.row["title"], addresses.document(source.key)),
        source.row["publisher"],
        sentences.dated(source),
        None if first is source else Link(first.row["title"], addresses.document(first.key)),
        len(quotes),
        _whole_percent(characters, int(source.row["characters"])),
    )


def _sum(listed: Iterable[Shares]) -> Shares:
    given: Sequence[Shares] = list(listed)
    return Shares(*(sum(getattr(one, degree) for one in given) for degree in FIRMEST))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole if whole else 0:.1f}%"


def _whole_percent(part: int, whole: int) -> str:
    return f"{100 * part / whole if whole else 0:.0f}%"
