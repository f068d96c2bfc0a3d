"""The page of the disagreements: what the dataset took, and what every document says of it.

Which sides a disagreement has is the matter of ``gsomia_data.reading.conflicts``; here they are put
beside each other, each with its words marked in their sentence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gsomia_data._floor.edtf_words import words_or_text
from gsomia_data._floor.phrases import limited
from gsomia_data._floor.text import merged, occurrences
from gsomia_data.reading.resting import Cell, Row
from gsomia_data.reading.site import differences
from gsomia_data.reading.site.contents import Contents, Witness
from gsomia_data.reading.site.records import Link
from gsomia_data.reading.site.sentences import OTHERWISE
from gsomia_data.reading.site.spans import Segment, Span, segments

KINDS = {
    "disputed": ("Disputed", "Some words say another value than the one in the dataset."),
    "approximated": ("Less exactly", "Some words give the value less exactly than the dataset."),
    "tension": (
        "In tension",
        "Values and statements that do not fit, or have to be read together.",
    ),
    "perhaps one": ("Perhaps one", "Rows that may be one and the same thing, reported twice."),
    "claims": ("Side by side", "What different documents say about one matter of one thing."),
    "reworded": ("In other words", "Some words put the value in another way."),
}
"""The heading of each kind and what it is, in the order of the page."""
HOW = {
    "supports": "Supports",
    **OTHERWISE,
    "computed": "Computed from other cells",
    "": "No words yet",
}
"""What is said of a passage, by its relation to the side."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one passage says of a side.

    Attributes:
        how: Whether its words support the value of the side, say another, and so on.
        supports: Whether they support it.
        says: What they say, with a bound; empty if they give no value, or their own text is it.
        firmness: How firm that is; empty if they give no value.
        segments: The quotation, cut: a segment with a name is marked. Empty if there are no words;
            only the words, if a side above has the quotation.
        note: The remark of the curators on the words.
        document: The document, and where the words are in it.
        editions: Where another edition of the article has the same words.
    """

    how: str
    supports: bool
    says: str
    firmness: str
    segments: tuple[Segment, ...]
    note: str
    document: Link
    editions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement.

    Attributes:
        label: The row, and where the side is shown.
        table: Its table.
        column: Its column; empty if the side is the whole row.
        value: The value that the dataset has, with a bound.
        quoted: Whether words below are the value.
        firmness: How firm that is.
        period: The day or period of the row, in words.
        note: What the side says, in words of the curators.
        lines: What the passages say, those first that support the value.
    """

    label: Link
    table: str
    column: str
    value: str
    quoted: bool
    firmness: str
    period: str
    note: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A disagreement.

    Attributes:
        name: Its name on the page.
        title: What it is about.
        sides: Its sides; one, if it is about one cell.
    """

    name: str
    title: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The disagreements of one kind; ``name`` is that of their part of its page."""

    page: str
    name: str
    title: str
    says: str
    disagreements: tuple[Disagreement, ...]


def disagreements(contents: Contents) -> tuple[Kind, ...]:
    """The disagreements of a package, by kind."""
    groups: dict[str, dict[str, list[Row]]] = {kind: {} for kind in KINDS}
    for row in contents.conflicts:
        groups[row["kind"]].setdefault(row["conflict"], []).append(row)
    return tuple(
        Kind(
            differences.KINDS[kind]("").rstrip("#"),
            f"page-{kind.replace(' ', '-')}",
            *KINDS[kind],
            tuple(_disagreement(contents, kind, name, listed) for name, listed in found.items()),
        )
        for kind, found in groups.items()
        if found
    )


def _disagreement(
    contents: Contents, kind: str, conflict: str, rows: Sequence[Row]
) -> Disagreement:
    shown: set[str] = set()
    of_sides = groupby(rows, differences.cell)
    sides = tuple(_side(contents, cell, list(listed), shown) for cell, listed in of_sides)
    title = _title(contents, kind, conflict, rows[0])
    return Disagreement(differences.name(rows[0], contents.row), title, sides)


def _title(contents: Contents, kind: str, conflict: str, row: Row) -> str:
    if kind == "claims":
        return _of_claims(contents, conflict, row)
    if kind in ("tension", "perhaps one"):
        words = conflict.replace("-", " ")
        return f"{words[0].upper()}{words[1:]}"
    return row["label"]


def _of_claims(contents: Contents, conflict: str, row: Row) -> str:
    """The title of claims, whose conflict is named by their aspect and their thing."""
    claim = contents.row("claims", row["row_key"])
    aspect = claim["aspect"]
    thing = conflict.removeprefix(f"{aspect} ")
    about = dict.fromkeys(
        contents.show("claims", column, claim[column]).text
        for column in contents.files.references("claims")
        if claim[column] in thing.split()
    )
    return f"{aspect[0].upper()}{aspect[1:]}: {' and '.join(about)}"


def _side(contents: Contents, cell: Cell, rows: Sequence[Row], shown: set[str]) -> Side:
    """A side; ``shown`` are the quotations above it, to which its own are added."""
    about = rows[0]
    table, key, column = cell
    value, firmness = "", ""
    if column:
        value = contents.show(table, column, about["value"]).text
        firmness = contents.firmness_of(cell)
    of_words = [_witnesses(contents, cell, row) for row in rows]
    remarks = {one.note for found in of_words for one in found}
    address = contents.cell(cell) if column else contents.page(table, key)
    lines = tuple(_lines(cell, list(zip(rows, of_words, strict=True)), shown))
    quoted = value in {row["words"] for row in rows}
    return Side(
        Link(about["label"], address),
        table,
        column,
        limited(about["bound"], value) if value else "",
        quoted,
        firmness,
        words_or_text(about["period"]) if about["period"] else "",
        next((row["note"] for row in rows if row["note"] not in remarks), ""),
        lines,
    )


_WORDS = "words"
"""The name of all marked segments, which have no address here."""
_Found = tuple[Row, Sequence[Witness]]
"""What a passage says, with the rows of evidence that its words are."""


def _lines(cell: Cell, found: Sequence[_Found], shown: set[str]) -> Iterator[Line]:
    """The lines of a side, those first that support it; another edition has none of its own."""
    ordered = sorted(found, key=lambda one: one[0]["relation"] not in ("supports", "computed", ""))
    lines = defaultdict[tuple[str, ...], list[_Found]](list)
    for row, witnesses in ordered:
        article = witnesses[0].quote.source.first if witnesses else ""
        said = (row["relation"], row["says"], row["says_bound"], row["words"], row["quote"])
        lines[article, *said].append((row, witnesses))
    for same in lines.values():
        yield _line(cell, same, shown)


def _line(cell: Cell, same: Sequence[_Found], shown: set[str]) -> Line:
    (row, witnesses), *others = same
    how, supports = HOW.get(row["relation"], row["relation"]), row["relation"] == "supports"
    if not witnesses:
        nothing: tuple[Segment, ...] = ()
        return Line(how, supports, "", "", nothing, "", Link(""), ())
    says = witnesses[0].says.text if not supports or row["says"] != row["words"] else ""
    quote = witnesses[0].quote
    cut = segments(quote.exact, _spans(quote.exact, witnesses))
    if not cell.column and quote.exact in shown:
        cut = _shortened(cut)
    shown.add(quote.exact)
    links = [Link(found[0].quote.source.label, _address(found)) for _, found in (same[0], *others)]
    return Line(
        how,
        supports,
        limited(row["says_bound"], says) if says else "",
        row["firmness"],
        cut,
        row["note"] if row["note"] in {one.note for one in witnesses} else "",
        links[0],
        tuple(one for one in links[1:] if one != links[0]),
    )


def _shortened(cut: Sequence[Segment]) -> tuple[Segment, ...]:
    """The marked segments, with … for what is between them."""
    marked = [one for one in cut if one.names]
    between = Segment(" … ")
    return tuple(part for one in marked for part in (between, one))[1:]


def _witnesses(contents: Contents, cell: Cell, row: Row) -> Sequence[Witness]:
    """The rows of evidence behind what a passage says: one; of a whole row, all in the quote."""
    of_quote = contents.of_quote(row["quote_id"]) if row["quote_id"] else ()
    if not cell.column:
        return [
            one for one in of_quote if one.cell[:2] == cell[:2] and one.relation == row["relation"]
        ]
    return [
        one
        for one in of_quote
        if (one.cell, one.words, one.relation) == (cell, row["words"], row["relation"])
        and _nth(one) == row["nth"]
    ][:1]


def _nth(witness: Witness) -> str:
    """Which occurrence of its words in its quotation a witness is, counted from 1."""
    found = occurrences(witness.quote.exact, witness.words)
    return str(found.index((witness.start, witness.stop)) + 1)


def _spans(text: str, witnesses: Iterable[Witness]) -> list[Span]:
    """Where the words are; those that touch or overlap, or have a blank between them, are one."""
    spans = ((one.start, one.stop) for one in witnesses)
    return [Span(*span, _WORDS) for span in merged(text, spans)]


def _address(witnesses: Sequence[Witness]) -> str:
    """Where the words are in their document: a single piece itself, else the passage."""
    if len({one.name for one in witnesses}) == 1:
        return witnesses[0].address
    return witnesses[0].quote.passage.address
