"""The page of a record: a block for each of its cells, with the words that it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gsomia_data.reading.resting import Cell, Row
from gsomia_data.reading.site import addresses, sentences
from gsomia_data.reading.site.contents import Contents, Field, Source, Witness
from gsomia_data.reading.site.spans import Segment, Span, segments


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; or that do not, without an address."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one piece of words in a sentence says, and how.

    Attributes:
        words: The words.
        firmness: How firm that is; empty if it gives no value.
        rule: The rule by which they give it; empty if they give none.
        how: The same in a sentence.
        note: The remark of the curators.
        address: Where the words are in their document.
    """

    words: str
    firmness: str
    rule: str
    how: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quotation with what its words say of one cell in one way.

    Attributes:
        otherwise: What they say instead of the value; empty if they support it.
        relation: Whether they support it, and so on.
        quote: Key of the quotation.
        segments: The quotation, cut; a segment with a name is marked.
        readings: What each piece of its words says.
        source: The document.
        published: When it was published, and how that is known.
        address: Where the words are in the document.
        repeats: Where another document, as a later edition, prints the same words.
    """

    otherwise: str
    relation: str
    quote: str
    segments: tuple[Segment, ...]
    readings: tuple[Reading, ...]
    source: Source
    published: str
    address: str
    repeats: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A cell with all that it rests on.

    Attributes:
        column: Its column.
        meaning: What the column is.
        value: For people, and where it leads if it is a reference.
        raw: As the file has it, if that is something else.
        code: The definition of its code; empty without one.
        firmness: How firm it is; empty if it rests on no words.
        sentences: The words about it.
        why: Why there are none; empty if there are.
        origins: The cells that it comes from.
        conflicts: What other words or documents say about it, and where that is shown.
    """

    column: str
    meaning: str
    value: Link
    raw: str
    code: str
    firmness: str
    sentences: tuple[Sentence, ...]
    why: str
    origins: tuple[Link, ...]
    conflicts: tuple[Link, ...]

    @property
    def remark(self) -> bool:
        """Whether it is a text about the row that rests on no words, and so wants their room."""
        return not self.sentences and len(self.value.text) > _WIDE


_WIDE = 60
"""Characters of a value that fit beside words."""


@dataclass(frozen=True, slots=True)
class Referring:
    """The rows of a table that refer to a record by one of their columns."""

    table: str
    column: str
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table.

    Attributes:
        table: Name of its table.
        key: Its key.
        label: Its name for people.
        row: What one row of the table is.
        conflicts: What is said of the whole row in disagreements, and where.
        blocks: Its filled cells, without its key.
        empty: Its empty columns that words of a document would fill.
        referring: The rows that refer to it.
        before: The row before it, if there is one.
        after: The row behind it, if there is one.
    """

    table: str
    key: str
    label: str
    row: str
    conflicts: tuple[Link, ...]
    blocks: tuple[Block, ...]
    empty: tuple[str, ...]
    referring: tuple[Referring, ...]
    before: Link | None
    after: Link | None

    @property
    def is_firm(self) -> bool:
        """Whether some cell has a firmness, which the legend explains."""
        return any(one.firmness for one in self.blocks)


Referrers = Mapping[tuple[str, str], Sequence[tuple[str, str, Link]]]
"""The rows that refer to each row, with their table and their column."""


def records(contents: Contents, table: str, referrers: Referrers) -> Iterator[Record]:
    """The records of a table, in the order of the file."""
    labels = contents.labels(table)
    listed = contents.rows[table]
    links = [Link(labels[key], contents.page(table, key)) for key, _ in listed]
    around = [None, *links, None]
    for at, (key, row) in enumerate(listed):
        yield Record(
            table,
            key,
            labels[key],
            contents.files.resource(table)["description"],
            _conflicts(contents, Cell(table, key, "")),
            tuple(blocks(contents, table, key, row)),
            tuple(
                name
                for name, field in contents.fields(table).items()
                if not row[name] and field.get("gsomia:needs_evidence")
            ),
            _referring(referrers.get((table, key), ())),
            around[at],
            around[at + 2],
        )


def blocks(contents: Contents, table: str, key: str, row: Row) -> Iterator[Block]:
    """The filled cells of a row, in the order of the columns, without the key itself."""
    for column, field in contents.fields(table).items():
        if row[column] and field["gsomia:grounding"] != "key":
            yield _block(contents, Cell(table, key, column), row, field)


def _block(contents: Contents, cell: Cell, row: Row, field: Field) -> Block:
    shown = contents.show(cell.table, cell.column, row[cell.column])
    witnesses = contents.witnesses.get(cell, ())
    supported = any(one.relation == "supports" for one in witnesses)
    why, origins = ("", ()) if supported else _rest(contents, cell, row, field)
    return Block(
        cell.column,
        field["description"],
        Link(shown.text, contents.link(shown)),
        shown.raw if shown.raw != shown.text else "",
        field.get("gsomia:codes", {}).get(shown.raw, ""),
        contents.firmness(cell, row, field),
        tuple(sentences_of(contents, witnesses)),
        why,
        origins,
        _conflicts(contents, cell),
    )


_DIFFER = {
    "disputed": "A document says otherwise",
    "approximated": "A document is less exact",
    "tension": "In tension with others",
    "perhaps one": "Perhaps reported twice",
    "claims": "What other documents say of it",
}
"""What leads to a disagreement, by its kind; other wordings are on the page of the record."""


def _conflicts(contents: Contents, cell: Cell) -> tuple[Link, ...]:
    """The disagreements of a cell; of a whole row, without a column."""
    found = contents.differences.get(cell, ())
    return tuple(Link(_DIFFER[one.kind], one.address) for one in found if one.kind in _DIFFER)


def _rest(contents: Contents, cell: Cell, row: Row, field: Field) -> tuple[str, tuple[Link, ...]]:
    """Why no words support a cell, and the cells that it comes from."""
    resting = contents.resting
    why = resting.why(cell.table, row, field)
    if field["gsomia:grounding"] != "derived":
        return f"{why[0].upper()}{why[1:]}.", ()
    origins = resting.originals(row, field)
    if origins:
        return "A copy of this cell, no firmer than what selects it:", tuple(
            _origin(contents, one) for one in origins
        )
    inputs = resting.inputs(cell.table, cell.key, row, field)
    origins = [one for one in inputs if one.table != cell.table or one.key != cell.key]
    own = [one.column for one in inputs if one not in origins]
    if own:
        links = [Link(name, _place(contents, cell, name)) for name in own]
        return "Computed from cells of this row:", tuple(links)
    rows = dict.fromkeys((one.table, one.key) for one in origins)
    links = [Link(contents.labels(of)[key], contents.page(of, key)) for of, key in rows]
    return f"{why[0].upper()}{why[1:]}:", tuple(links)


def _place(contents: Contents, cell: Cell, column: str) -> str:
    """Where another cell of the row is shown; the key is the page itself."""
    page = contents.page(cell.table, cell.key)
    is_key = contents.files.fields(cell.table)[column]["gsomia:grounding"] == "key"
    return page if is_key else f"{page}#{column}"


def _origin(contents: Contents, cell: Cell) -> Link:
    label = contents.labels(cell.table).get(cell.key, cell.key)
    return Link(f"{label}, {cell.column}", contents.cell(cell))


def sentences_of(contents: Contents, witnesses: Sequence[Witness]) -> Iterator[Sentence]:
    """The quotations that hold the words, those first that support the value.

    Words of one quotation that say the same are shown in it together.
    """
    by_quote: dict[tuple[str, ...], list[Witness]] = {}
    for one in sorted(witnesses, key=lambda one: one.relation != "supports"):
        other = () if one.relation == "supports" else (one.says.raw, one.bound)
        by_quote.setdefault((one.quote.key, one.relation, *other), []).append(one)
    for listed in by_quote.values():
        yield _sentence(contents, sorted(listed, key=lambda one: (one.start, one.stop)))


def _sentence(contents: Contents, witnesses: Sequence[Witness]) -> Sentence:
    first = witnesses[0]
    quote = first.quote
    spans = [Span(one.start, one.stop, one.name) for one in witnesses]
    repeats = contents.repeats.get(quote.key, ())
    return Sentence(
        sentences.otherwise(first),
        first.relation,
        quote.key,
        segments(quote.exact, spans),
        tuple(_readings(contents, witnesses)),
        quote.source,
        sentences.dated(quote.source),
        first.address,
        tuple(Link(contents.sources[one.source].label, one.address) for one in repeats),
    )


def _readings(contents: Contents, witnesses: Sequence[Witness]) -> Iterator[Reading]:
    for one in witnesses:
        how = sentences.how(contents, one)
        yield Reading(one.words, one.firmness, one.rule, how, one.note, one.address)


def _referring(listed: Sequence[tuple[str, str, Link]]) -> tuple[Referring, ...]:
    return tuple(
        Referring(table, column, tuple(link for *_, link in rows))
        for (table, column), rows in groupby(listed, lambda one: one[:2])
    )


def referrers(contents: Contents) -> Referrers:
    """The rows that refer to each row, by table and column, in the order of the files."""
    found: dict[tuple[str, str], list[tuple[str, str, Link]]] = {}
    for table in contents.files.resources:
        if not contents.has_records(table):
            continue
        labels = contents.labels(table)
        for column, target in contents.files.references(table).items():
            for key, row in contents.rows[table]:
                if row[column]:
                    link = Link(labels[key], addresses.record(table, key, column))
                    found.setdefault((target, row[column]), []).append((table, column, link))
    return found
