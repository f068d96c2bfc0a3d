"""Drafting: rows of `quotes` and `omissions` for the text that none of them holds yet.

What is recognised as a part of the page is an omission; the same words as those of a quote are a
duplicate; all else is a quote, for the curator to judge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gsomia_data._floor.text import Span, fold, uncovered
from gsomia_data.curation.checks.omissions import fact_in
from gsomia_data.curation.desk.page_parts import SENTENCE, Page, Part, parts
from gsomia_data.curation.desk.quoting import Match, line_of, next_number, quote_cells
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import omission_cells, pieces
from gsomia_data.curation.rules.names import NO_NAMES
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import OmissionReason

Table = Literal["quotes", "omissions"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row that is proposed.

    Attributes:
        table: The table to which it belongs.
        source: Key of the document.
        start: Position of its first character.
        stop: Position after the last one.
        words: The words in between.
        reason: Reason of the omission; ``None`` for a quote.
        note: Note of the omission.
        duplicate_of: Key of the quote that has the same words.
        key: Key of the quote.
        cut: Whether it is what another row leaves of a sentence.
    """

    table: Table
    source: str
    start: int
    stop: int
    words: str
    reason: OmissionReason | None = None
    note: str = ""
    duplicate_of: str = ""
    key: str = ""
    cut: bool = False


def drafted(package: Package, source: str, *, cut: Table = "quotes") -> tuple[Proposal, ...]:
    """The rows for what no quote and no omission of a document holds, in order.

    Args:
        package: The package; the row of the document in `sources` may be missing.
        source: Key of the document.
        cut: The table of what another row leaves of a sentence. In `omissions` its reason is not
            known.

    Raises:
        KeyError: The source has no document.
    """
    found: list[Proposal] = []
    said = _said(package, source)
    number = next_number(package, source)
    for one in _unheld(package, source):
        if one.reason is not None:
            found.append(one)
        elif one.cut and cut == "omissions":
            found.append(replace(one, table="omissions"))
        elif (same := said.get(fold(one.words))) and not one.cut:
            found.append(_duplicate(one, same))
        else:
            found.append(replace(one, key=f"{source}-{number}"))
            said.setdefault(fold(one.words), f"{source}-{number}")
            number += 1
    return tuple(found)


def sentences(package: Package, source: str) -> list[Match]:
    """The sentences of a document that no row holds yet, as passages that can be quoted.

    Raises:
        KeyError: The source has no document.
    """
    document = package.snapshot.texts[source]
    return [
        Match(one.start, line_of(document, one.start), line(package, one), "")
        for one in drafted(package, source)
        if one.table == "quotes"
    ]


def line(package: Package, proposal: Proposal) -> str:
    """The line of a proposal to paste into its table."""
    return csvfile.line(cells(package, proposal).values())


def cells(package: Package, proposal: Proposal) -> dict[str, str]:
    """The cells of a proposal by column, in the order of its table."""
    document = package.snapshot.texts[proposal.source]
    start, stop = proposal.start, proposal.stop
    if proposal.table == "quotes":
        given = quote_cells(document, proposal.key, proposal.source, start, stop)
    else:
        given = omission_cells(proposal.source, start, stop, proposal.words)
        given |= {"duplicate_of": proposal.duplicate_of, "note": proposal.note}
        given |= {"reason": proposal.reason.value} if proposal.reason else {}
    return {name: given.get(name, "") for name in TABLES[proposal.table].header}


def appended(package: Package, proposals: Sequence[Proposal]) -> dict[str, bytes]:
    """The bytes of `quotes` and `omissions`, by path, with the proposals at their ends."""
    written = {}
    for table in ("quotes", "omissions"):
        mine = [one for one in proposals if one.table == table]
        path = TABLES[table].path
        if mine:
            lines = (line(package, one) for one in mine)
            written[path] = csvfile.extended(package.snapshot.files[path], lines)
    return written


def _unheld(package: Package, source: str) -> Iterator[Proposal]:
    """What no row holds of each part of a document; a part of a sentence is marked as cut."""
    document = package.snapshot.texts[source]
    names = package.names.get(source, NO_NAMES)
    held = [(piece.start, piece.end) for piece in pieces(package).get(source, [])]
    for part, (start, stop) in _free(document, parts(_page(package, source)), held):
        words = document[start:stop]
        reason = part.kind.reason
        is_cut = part.kind is SENTENCE and (start, stop) != (part.start, part.stop)
        note = part.kind.note if reason and fact_in(words, names) else ""
        table: Table = "omissions" if reason else "quotes"
        yield Proposal(table, source, start, stop, words, reason, note, cut=is_cut)


def _free(
    document: str, listed: Sequence[Part], held: Sequence[Span]
) -> Iterator[tuple[Part, Span]]:
    """The spans of each part outside those that are held, without white space at their edges."""
    for part in listed:
        taken = [
            (max(0, first - part.start), min(last, part.stop) - part.start)
            for first, last in held
            if first < part.stop and part.start < last
        ]
        for first, last in uncovered(document[part.start : part.stop], taken):
            yield part, (part.start + first, part.start + last)


def _page(package: Package, source: str) -> Page:
    row = package.keyed["sources"].get(source)
    known: Mapping[str, str] = row.cells if row else {}
    text = package.snapshot.texts[source]
    return Page(text, known.get("title", ""), known.get("publisher", ""))


def _said(package: Package, source: str) -> dict[str, str]:
    """The keys of the quotes of a document and its other editions, by their folded words.

    Its own come first.
    """
    rows = package.tables["sources"]
    first = {row["source_id"]: row["edition_of"] or row["source_id"] for row in rows}
    mine = first.get(source, source)
    quotes = [row for row in package.tables["quotes"] if first.get(row["source_id"], "") == mine]
    own_first = sorted(quotes, key=lambda row: row["source_id"] != source)
    said: dict[str, str] = {}
    for row in own_first:
        said.setdefault(fold(row["exact"]), row["quote_id"])
    return said


def _duplicate(one: Proposal, same: str) -> Proposal:
    note = f"the same words are quoted as {same}"
    reason = OmissionReason.DUPLICATE
    return replace(one, table="omissions", reason=reason, note=note, duplicate_of=same)
