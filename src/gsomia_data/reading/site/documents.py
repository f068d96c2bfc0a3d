"""The page of a document as a critical edition: its text, and beside each line what it bears."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gsomia_data._floor.firmness import firmest
from gsomia_data._floor.phrases import limited
from gsomia_data._floor.text import fold
from gsomia_data.reading.resting import Row
from gsomia_data.reading.site import addresses, records, sentences
from gsomia_data.reading.site.contents import Contents, Quote, Source, Witness
from gsomia_data.reading.site.records import Block, Link
from gsomia_data.reading.site.spans import Span, segments


@dataclass(frozen=True, slots=True)
class Omission:
    """A part of a document that is left out, and why.

    Attributes:
        name: Its name on the page.
        start, stop: Where it is in the document.
        opens: How it begins.
        reason: Why it is left out.
        meaning: The definition of the reason.
        original: The passage that it repeats, if it does.
        note: The remark of the curators.
    """

    name: str
    start: int
    stop: int
    opens: str
    reason: str
    meaning: str
    original: Link | None
    note: str

    @property
    def characters(self) -> int:
        """How long it is."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quotation on which the same words lie.

    Attributes:
        text: Its text.
        names: The words that it is part of.
        begins: The words that begin with it.
        style: How firm is what the shortest of the words bear, as classes: "other" if they give no
            value, "thin" if they are copied whole, "left" if they are left out.
    """

    text: str
    names: str
    begins: tuple[str, ...]
    style: str


@dataclass(frozen=True, slots=True)
class Said:
    """What some words say of a cell.

    Attributes:
        column: Its column.
        value: What they say, for people; empty if that is the words themselves, if the name of the
            record has it, or if they give none.
        otherwise: How they differ from the value of the cell; empty if they support it.
        firmness: How firm that is; empty if they give no value.
        name: The words.
        address: The cell.
    """

    column: str
    value: str
    otherwise: str
    firmness: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a quotation says of one record."""

    record: Link
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in its document, with its apparatus."""

    quote: Quote
    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]
    omissions: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A part of an omission that is on one line; ``text`` is empty if the document is not here."""

    omission: Omission
    text: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """White space between quotations and omissions."""

    text: str


Part = Quoted | Left | Blank
"""A part of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document, or of what is quoted of it."""

    parts: tuple[Part, ...]

    @property
    def quoted(self) -> list[Quoted]:
        """Its quotations."""
        return [one for one in self.parts if isinstance(one, Quoted)]

    @property
    def left(self) -> list[Left]:
        """The omissions that begin on it."""
        return [one for one in self.parts if isinstance(one, Left) and one.begins]


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        source: Its row.
        published: When it was published, and how that is known.
        address: Its address on the web; empty if none is known or that is not one of the web.
        blocks: Its own cells.
        lines: Its text, or what is quoted of it.
        whole: Whether the text is here.
        editions: The other editions of the article.
    """

    source: Source
    published: str
    address: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    whole: bool
    editions: tuple[Link, ...]


def documents(contents: Contents, texts: Mapping[str, str]) -> Iterator[Document]:
    """The documents, in the order of the file; whole are those whose text is given by key."""
    omissions = _omissions(contents)
    for key, source in contents.sources.items():
        left, text = omissions.get(key, []), texts.get(key)
        quoted = [_quoted(contents, one, left) for one in contents.of_document(key)]
        outside = [one for one in left if not any(one in each.omissions for each in quoted)]
        lines = _quoted_lines(quoted, outside) if text is None else _lines(text, quoted, outside)
        yield Document(
            source,
            sentences.dated(source),
            _on_the_web(source.row["url"]),
            tuple(records.blocks(contents, "sources", key, source.row)),
            tuple(lines),
            text is not None,
            tuple(
                Link(one.label, addresses.document(one.key))
                for one in contents.sources.values()
                if one.first == source.first and one is not source
            ),
        )


def _on_the_web(url: str) -> str:
    """``url``, if a browser that follows it only fetches a page; else nothing."""
    return url if url.startswith(("http://", "https://")) else ""


def _omissions(contents: Contents) -> dict[str, list[Omission]]:
    """The omissions of each document, in its order."""
    reasons = contents.files.fields("omissions")["reason"].get("gsomia:codes", {})
    by_source: dict[str, list[Omission]] = {}
    for _, row in contents.rows["omissions"]:
        by_source.setdefault(row["source_id"], []).append(_omission(contents, row, reasons))
    return {key: sorted(listed, key=lambda one: one.start) for key, listed in by_source.items()}


def _omission(contents: Contents, row: Row, reasons: dict[str, str]) -> Omission:
    original = None
    if row["duplicate_of"]:
        quote = contents.quotes[row["duplicate_of"]]
        words = f"passage {quote.passage.number}"
        if quote.source.key != row["source_id"]:
            words = f"{quote.source.label}, {words}"
        original = Link(words, quote.passage.address)
    return Omission(
        addresses.omission(row["start"]),
        int(row["start"]),
        int(row["stop"]),
        row["opens"],
        row["reason"],
        reasons.get(row["reason"], "").replace("`", ""),
        original,
        row["note"],
    )


def _quoted(contents: Contents, quote: Quote, omissions: Sequence[Omission]) -> Quoted:
    witnesses = contents.of_quote(quote.key)
    inside = [one for one in omissions if quote.start <= one.start and one.stop <= quote.stop]
    left = {
        one.name: Span(one.start - quote.start, one.stop - quote.start, one.name) for one in inside
    }
    spans = {Span(one.start, one.stop, one.name) for one in witnesses}
    styles = {**dict.fromkeys(left, "left"), **_styles(contents, witnesses)}
    lengths = {one.name: one.stop - one.start for one in (*spans, *left.values())}
    pieces = tuple(
        Piece(
            cut.text,
            " ".join(cut.names),
            cut.begins,
            styles[min(cut.names, key=lengths.__getitem__)] if cut.names else "",
        )
        for cut in segments(quote.exact, [*spans, *left.values()])
    )
    return Quoted(quote, pieces, tuple(_entries(contents, witnesses)), tuple(inside))


def _styles(contents: Contents, witnesses: Sequence[Witness]) -> Mapping[str, str]:
    """How the line under each words looks: by the firmest of what they bear."""
    bearing: dict[str, list[Witness]] = {}
    for one in witnesses:
        bearing.setdefault(one.name, []).append(one)
    return {
        name: (firmest(one.firmness for one in listed) or "other")
        + (" thin" if all(_copied(contents, one) for one in listed) else "")
        for name, listed in bearing.items()
    }


def _copied(contents: Contents, witness: Witness) -> bool:
    """Whether the words are themselves the cell: a clause or a statement, copied whole."""
    field = contents.files.fields(witness.cell.table)[witness.cell.column]
    kind: str = field["gsomia:kind"]
    return kind == "verbatim"


def _entries(contents: Contents, witnesses: Sequence[Witness]) -> Iterator[Entry]:
    """What a quotation says, by record; the records in the order of the tables."""
    tables = {name: at for at, name in enumerate(contents.files.resources)}
    by_record = sorted(witnesses, key=lambda one: (tables[one.cell.table], one.cell.key))
    for (table, key), listed in groupby(by_record, lambda one: one.cell[:2]):
        label = contents.short(table).get(key, key)
        said = tuple(_said(contents, one, label) for one in listed)
        yield Entry(Link(label, contents.page(table, key)), said)


def _said(contents: Contents, witness: Witness, label: str) -> Said:
    value = limited(witness.bound, witness.says.text)
    return Said(
        witness.cell.column,
        "" if fold(value) == fold(witness.words) or _is_in(value, witness, label) else value,
        sentences.OTHERWISE.get(witness.relation, "").lower(),
        witness.firmness,
        witness.name,
        contents.cell(witness.cell),
    )


def _is_in(value: str, witness: Witness, label: str) -> bool:
    """Whether the name of a record has the value that words support."""
    whole = rf"(?<!\w){re.escape(value)}(?!\w)"
    return witness.relation == "supports" and re.search(whole, label) is not None


def _lines(text: str, quoted: Sequence[Quoted], omissions: Sequence[Omission]) -> Iterator[Line]:
    """The lines of a document that are not blank; a line ends at no break inside a quotation."""
    for ended, listed in groupby(_parts(text, quoted, omissions), lambda part: part is None):
        parts = tuple(part for part in listed if part is not None)
        if not ended and any(not isinstance(part, Blank) for part in parts):
            yield Line(parts)


def _parts(
    text: str, quoted: Sequence[Quoted], omissions: Sequence[Omission]
) -> Iterator[Part | None]:
    """The parts of a document in order; ``None`` where a line ends."""
    placed: list[tuple[int, int, Quoted | Omission]] = [
        *((one.quote.start, one.quote.stop, one) for one in quoted),
        *((one.start, one.stop, one) for one in omissions),
    ]
    at = 0
    for start, stop, one in sorted(placed, key=lambda one: one[:2]):
        yield from _broken(text[at:start], None)
        yield from [one] if isinstance(one, Quoted) else _broken(text[start:stop], one)
        at = stop
    yield from _broken(text[at:], None)


def _broken(text: str, omission: Omission | None) -> Iterator[Part | None]:
    """What is blank or left out, parted where lines end."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield None
        if line:
            yield Blank(line) if omission is None else Left(omission, line, begins=not number)


def _quoted_lines(quoted: Sequence[Quoted], omissions: Sequence[Omission]) -> Iterator[Line]:
    """What is quoted of a document that is not here, with what is left out between.

    A quotation begins a line if a line ends right before it, as the words before it show.
    """
    placed: list[tuple[int, Quoted | Left]] = [
        *((one.quote.start, one) for one in quoted),
        *((one.start, Left(one, "", begins=True)) for one in omissions),
    ]
    parts: list[Part] = []
    for _, one in sorted(placed, key=lambda one: one[0]):
        if parts and (isinstance(one, Left) or _begins_line(one.quote)):
            yield Line(tuple(parts))
            parts = []
        elif parts:
            parts.append(Blank(" "))
        parts.append(one)
    if parts:
        yield Line(tuple(parts))


def _begins_line(quote: Quote) -> bool:
    return "\n" in quote.prefix[len(quote.prefix.rstrip()) :]
