"""What the pages need of a package, read once: rows, passages, what documents say of each cell."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, cast

import pandas as pd

from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.reading.cells import Said, firmness, needs_words, what_is_said
from gsomia_data.reading.conflicts import conflicts
from gsomia_data.reading.editions import first_editions
from gsomia_data.reading.evidence import witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, texts
from gsomia_data.reading.labels import Labels, every, short
from gsomia_data.reading.resting import Cell, Resting, Row
from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.addresses import Passage
from gsomia_data.reading.site.differences import SERIOUS, Difference, differences
from gsomia_data.reading.site.shown import Shown, shower

Field = Mapping[str, Any]
"""A column as its schema declares it."""
_SEAL = "seal"
"""The kind of a checksum, which says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document.

    Attributes:
        key: Its key.
        row: Its row.
        label: Its name: publisher, day, whether it is another edition.
        first: The document of which it is an edition; its own key if it is the first.
    """

    key: str
    row: Row
    label: str
    first: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``exact`` is what the document has from ``start`` to ``stop``."""

    key: str
    passage: Passage
    source: Source
    exact: str
    prefix: str
    start: int
    stop: int


class Repeat(NamedTuple):
    """Where a document prints the words of a quotation again: the document, the omission."""

    source: str
    name: str

    @property
    def address(self) -> str:
        """Where that is."""
        return addresses.document(self.source, self.name)


@dataclass(frozen=True, slots=True)
class Witness:
    """A row of evidence: what some words of a quotation say of a cell.

    Attributes:
        cell: The cell.
        quote: The quotation.
        words: The words, which are ``quote.exact[start:stop]``.
        relation: Whether they support, approximate, dispute or reword the value, or are a slip.
        says: The value that they give; without a raw text if they give none.
        bound: How they limit a number.
        rule: The rule by which they give it; empty if they give none.
        firmness: proved, inferred or judged; empty if they give none.
        note: The remark of the curators.
    """

    cell: Cell
    quote: Quote
    words: str
    start: int
    stop: int
    relation: str
    says: Shown
    bound: str
    rule: str
    firmness: str
    note: str

    @property
    def name(self) -> str:
        """The name of the words on the page of their document."""
        return self.quote.passage.words(self.start, self.stop)

    @property
    def address(self) -> str:
        """Where the words are in their document."""
        return addresses.document(self.quote.source.key, self.name)


@dataclass(frozen=True)  # without slots: a cached property needs a place
class Contents:
    """A package, read once.

    Attributes:
        files: Its descriptor and its schemas.
        rows: The key and the cells of each row, by table.
        witnesses: The rows of evidence of each cell: those that support it first, then by firmness.
        quotes: The quotations by key, in the order of the file.
        sources: The documents by key.
        repeats: Where another document prints the words of a quotation again, by its key.
        labels: Gives the labels of a table by key, which can be read alone.
        short: Gives those for where other text shows what they are about.
        show: A cell as people read it.
        resting: What a cell rests on if no words are about it.
        said: How firmly documents support and dispute each cell.
        conflicts: Each passage of each side of each disagreement.
        text: Gives a table as the reading library takes it, which is read once.
    """

    files: Files
    rows: Mapping[str, Sequence[tuple[str, Row]]]
    witnesses: Mapping[Cell, Sequence[Witness]]
    quotes: Mapping[str, Quote]
    sources: Mapping[str, Source]
    repeats: Mapping[str, Sequence[Repeat]]
    labels: Labels
    short: Labels
    show: Callable[[str, str, str], Shown]
    resting: Resting
    said: Mapping[Cell, Said]
    conflicts: Sequence[Row]
    text: Texts

    def fields(self, table: str) -> Mapping[str, Field]:
        """The columns of a table that a reader may see, in their order."""
        return {
            name: field
            for name, field in self.files.fields(table).items()
            if field["gsomia:kind"] != _SEAL
        }

    def title(self, table: str) -> str:
        """The name of a table for people."""
        title: str = self.files.resource(table)["title"]
        return title

    def has_records(self, table: str) -> bool:
        """Whether each row of a table has a page: one key, and cells that rest on words."""
        return table != "sources" and self.rests_on_words(table) and self._one_key(table)

    def rests_on_words(self, table: str) -> bool:
        """Whether some column of a table needs evidence."""
        return needs_words(self.files, table)

    def page(self, table: str, key: str) -> str:
        """Where a row is shown: its page, its document, its passage; else its table."""
        if self.has_records(table):
            return addresses.record(table, key)
        if table == "sources":
            return addresses.document(key)
        if table == "quotes":
            return self.quotes[key].passage.address
        return addresses.table(table)

    def cell(self, cell: Cell) -> str:
        """Where a cell is shown."""
        page = self.page(cell.table, cell.key)
        return f"{page}#{cell.column}" if "#" not in page else page

    def link(self, shown: Shown) -> str:
        """Where the row is that a value refers to; empty if it refers to none."""
        return self.page(*shown.about) if shown.about else ""

    def firmness(self, cell: Cell, row: Row, field: Field) -> str:
        """How firm a filled cell is, its whole chain considered; empty if it rests on no words."""
        return firmness(self.resting, self.said, cell, row, field) or ""

    def firmness_of(self, cell: Cell) -> str:
        """How firm a cell is, by its place; empty if there is no such row."""
        row = self._by_key.get(cell[:2])
        return (row and self.firmness(cell, row, self.files.fields(cell.table)[cell.column])) or ""

    def differs(self, cell: Cell) -> str:
        """Where documents differ on the value of a cell; empty if they do not."""
        found = self.differences.get(cell, ())
        return next((one.address for one in found if one.kind in SERIOUS), "")

    def row(self, table: str, key: str) -> Row:
        """A row of a table.

        Raises:
            KeyError: There is none of that key.
        """
        return self._by_key[table, key]

    @cached_property
    def differences(self) -> Mapping[Cell, Sequence[Difference]]:
        """The disagreements of each cell; of a whole row, without a column."""
        return differences(self.conflicts, self.row)

    def of_document(self, source: str) -> Sequence[Quote]:
        """The quotations of a document, in its order."""
        return self._by_document.get(source, ())

    def of_quote(self, key: str) -> Sequence[Witness]:
        """What the words of a quotation say, by where they are in it."""
        return self._by_quote.get(key, ())

    def _one_key(self, table: str) -> bool:
        return len(self.files.schema(table)["primaryKey"]) == 1

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], Row]:
        return {(table, key): row for table, listed in self.rows.items() for key, row in listed}

    @cached_property
    def _by_document(self) -> Mapping[str, Sequence[Quote]]:
        listed = defaultdict[str, list[Quote]](list)
        for quote in sorted(self.quotes.values(), key=lambda one: one.start):
            listed[quote.source.key].append(quote)
        return listed

    @cached_property
    def _by_quote(self) -> Mapping[str, Sequence[Witness]]:
        listed = defaultdict[str, list[Witness]](list)
        for of_cell in self.witnesses.values():
            for one in of_cell:
                listed[one.quote.key].append(one)
        for of_quote in listed.values():
            of_quote.sort(key=lambda one: (one.start, one.stop, one.cell))
        return listed


def read(files: Files) -> Contents:
    """What the pages need of a package.

    Raises:
        ValueError: A key cannot be the name of a page, a cell cannot be shown, or evidence has no
            words.
    """
    text = texts(files)
    resting, named, shortly = Resting(files, text), every(files, text), short(files, text)
    show = shower(files, shortly)
    rows = {table: resting.rows(table) for table in files.resources}
    for table, listed in rows.items():
        for key, row in listed:
            _demand_shown(table, key, row)
    first = first_editions(text("sources"))
    sources = {
        key: Source(addresses.slug(key, "sources"), row, named("sources")[key], first[key])
        for key, row in rows["sources"]
    }
    quotes = {key: _quote(key, row, sources) for key, row in rows["quotes"]}
    said = defaultdict[Cell, list[Witness]](list)
    _demand_cells(files, rows, "evidence", "tensions")
    evidence = witnesses(files, text, None, None, None)
    for row in _records(evidence):
        one = _witness(row, quotes, show)
        said[one.cell].append(one)
    for of_cell in said.values():
        of_cell.sort(key=_rank)
    contents = Contents(
        files,
        rows,
        dict(said),
        quotes,
        sources,
        _repeats(rows["omissions"], quotes),
        named,
        shortly,
        show,
        resting,
        what_is_said(files, text, evidence),
        _records(conflicts(files, text, evidence)),
        text,
    )
    for table in files.resources:
        if contents.has_records(table):
            for key, _ in rows[table]:
                addresses.slug(key, table)
    return contents


_NOT_HTML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that a page cannot hold, or that a browser would change."""


def _demand_shown(table: str, key: str, row: Row) -> None:
    """Refuse a cell that a page cannot show exactly.

    Raises:
        ValueError: It holds a control character.
    """
    for column, cell in row.items():
        if found := _NOT_HTML.search(cell):
            raise ValueError(f"{table}: {key}: {column} holds the control character {found[0]!r}")


def _demand_cells(
    files: Files, rows: Mapping[str, Sequence[tuple[str, Row]]], *tables: str
) -> None:
    """Refuse rows about a cell that is not there, to which nothing could lead.

    Raises:
        ValueError: There is no such table, row or column.
    """
    keys = {name: {key for key, _ in listed} for name, listed in rows.items()}
    for table in tables:
        for _, row in rows[table]:
            of, key, column = (row[name] for name in ("table_name", "row_key", "column_name"))
            if key not in keys.get(of, ()) or (column and column not in files.fields(of)):
                raise ValueError(f"{table}: there is no cell {of} {key} {column}".rstrip())


def _records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, each cell as text; a missing one is empty."""
    cells = frame.astype(object)
    return cast(list[Row], cells.where(cells.notna(), "").to_dict("records"))


def _repeats(
    omissions: Sequence[tuple[str, Row]], quotes: Mapping[str, Quote]
) -> Mapping[str, Sequence[Repeat]]:
    found = defaultdict[str, list[Repeat]](list)
    for _, row in omissions:
        key = row["duplicate_of"]
        if key and quotes[key].source.key != row["source_id"]:
            found[key].append(Repeat(row["source_id"], addresses.omission(row["start"])))
    return dict(found)


def _rank(witness: Witness) -> tuple[bool, int]:
    firm = witness.firmness
    return witness.relation != "supports", FIRMEST.index(firm) if firm else len(FIRMEST)


def _quote(key: str, row: Row, sources: Mapping[str, Source]) -> Quote:
    source = sources[row["source_id"]]
    return Quote(
        key,
        addresses.passage(key, source.key),
        source,
        row["exact"],
        row["prefix"],
        int(row["start"]),
        int(row["stop"]),
    )


def _witness(
    row: Mapping[str, Any], quotes: Mapping[str, Quote], show: Callable[[str, str, str], Shown]
) -> Witness:
    cell = Cell(row["table_name"], row["row_key"], row["column_name"])
    if row["start"] == "":
        raise ValueError(
            f"evidence: {' '.join(cell)}: {row['words']!r} is not in {row['quote_id']}"
        )
    return Witness(
        cell,
        quotes[row["quote_id"]],
        row["words"],
        int(row["start"]),
        int(row["stop"]),
        row["relation"],
        show(cell.table, cell.column, row["says"]),
        row["bound"],
        row["rule"],
        row["firmness"],
        row["note"],
    )
