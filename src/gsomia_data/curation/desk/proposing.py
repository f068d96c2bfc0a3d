"""`propose`: evidence for the cells of a record, as lines for `evidence.csv`.

What a rule can read is proposed as `check` will want it; where only a judgement is left, the line
has ``WORDS`` and ``REASON`` to be replaced; and each cell for which nothing was found says why.
Every line has passed the checks of evidence, together with all others.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gsomia_data._floor.terminal import in_quotes, silent
from gsomia_data._floor.text import Span
from gsomia_data.curation.checks import evidence, rereading, sense
from gsomia_data.curation.checks.evidence import OWN_SOURCE, REASON, WORDS
from gsomia_data.curation.desk.candidates import Candidate, Cell, Unread, candidates
from gsomia_data.curation.desk.choosing import Scene, choose
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import Record
from gsomia_data.curation.package.witness import Witness, source_of
from gsomia_data.curation.rules import RULES
from gsomia_data.curation.rules.dates import DATE_RULES
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES, Quote
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec

_EVIDENCE = TABLES["evidence"]


class UnknownError(Exception):
    """A table, row, source or quote is not in the package; the message says which are."""


@dataclass(frozen=True, slots=True)
class Open:
    """A filled cell for which no line is proposed, and why."""

    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one row.

    Attributes:
        table: Name of its table.
        key: Its key.
        lines: Rows of evidence, in the order of the file.
        open: The cells for which there is no line.
    """

    table: str
    key: str
    lines: tuple[Mapping[str, str], ...]
    open: tuple[Open, ...]


def line(cells: Mapping[str, str]) -> str:
    """A row of evidence as a line to paste."""
    return csvfile.line(cells[name] for name in _EVIDENCE.header)


@dataclass(frozen=True, slots=True)
class Where:
    """Where to look for words.

    Attributes:
        sources: Documents; if empty, those that name what the row is about.
        quotes: Quotes, all of which are about the row; if empty, all of the documents.
    """

    sources: Collection[str] = ()
    quotes: Collection[str] = ()

    def holds(self, quote: Record[Quote]) -> bool:
        """Whether a quote is looked into."""
        value = quote.value
        of_source = not self.sources or value.source_id in self.sources
        return of_source and (not self.quotes or value.quote_id in self.quotes)


ANYWHERE = Where()


def is_finished(cells: Mapping[str, str]) -> bool:
    """Whether a proposed row waits for nothing from a curator."""
    return cells["words"] != WORDS and cells["note"] != REASON


def appended(package: Package, rows: Iterable[Mapping[str, str]]) -> dict[str, bytes]:
    """The bytes of `evidence.csv` with more rows, by its path."""
    return {
        _EVIDENCE.path: csvfile.extended(package.snapshot.files[_EVIDENCE.path], map(line, rows))
    }


def propose(
    package: Package,
    table: str,
    key: str = "",
    where: Where = ANYWHERE,
    progress: Callable[[str], None] = silent,
) -> Iterator[Proposed]:
    """Evidence for each filled cell that has none, row by row.

    With a key and sources, also for the cells that have none from these sources.

    Args:
        package: The package.
        table: Name of the table.
        key: Key of the row; empty for every row that lacks evidence.
        where: Where to look.
        progress: Function that is called with each row before it is looked at.

    Raises:
        UnknownError: There is no such table, row, source or quote.
    """
    spec = _spec(table)
    rows = _rows(package, spec, key)
    _known(where.sources, package.keyed["sources"], "source")
    _known(where.quotes, package.keyed["quotes"], "quote")
    looked_into = [quote for quote in package.of(Quote) if where.holds(quote)]
    found: list[_Found] = []
    for row in rows:
        progress(f"{table} {spec.key_of(row.cells)}")
        cells = _filled(spec, row)
        read, unread = _look(package, cells, _of_row(spec, row, looked_into))
        scene = _scene(package, cells)
        scene = replace(scene, given=bool(where.quotes), asked=bool(key and where.sources))
        if where == ANYWHERE:
            read = _about(read, scene)
        chosen = choose(read, scene)
        found.append(_Found(row, tuple(chosen), tuple(read), tuple(unread)))
    accepted = _accepted(package, [c.evidence for one in found for c in one.chosen])
    for one in found:
        lacking = _lacking(package, spec, one.row)
        wanted = _lacking(package, spec, one.row, where.sources) if key else lacking
        made = _proposed(spec, one, (wanted, lacking), accepted)
        if key or made.lines or made.open:
            yield made


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for a row: all candidates, those chosen, and what no rule reads."""

    row: Entry
    chosen: tuple[Candidate, ...]
    read: tuple[Candidate, ...]
    unread: tuple[Unread, ...]


def _spec(table: str) -> TableSpec:
    spec = TABLES.get(table)
    if spec is None or not any(map(_takes_evidence, spec.columns)):
        known = ", ".join(n for n, one in TABLES.items() if any(map(_takes_evidence, one.columns)))
        raise UnknownError(f"{table!r} is not a table whose cells need evidence; these do: {known}")
    return spec


def _rows(package: Package, spec: TableSpec, key: str) -> list[Entry]:
    if not key:
        return [row for row in package.rows(spec.name) if _lacking(package, spec, row)]
    row = package.keyed[spec.name].get(key)
    if row is None:
        raise UnknownError(f"there is no row {key!r} in dataset/{spec.name}.csv")
    return [row]


def _known(wanted: Iterable[str], known: Collection[str], what: str) -> None:
    for name in wanted:
        if name not in known:
            raise UnknownError(f"there is no {what} {name!r}")


def _takes_evidence(column: ColumnSpec) -> bool:
    return column.grounding.needs_evidence or column.grounding is Grounding.OUTSIDE


def _filled(spec: TableSpec, row: Entry) -> list[Cell]:
    """The cells that need evidence, or may have it where the document itself says so."""
    if spec.listed(row.cells):
        return []
    return [
        Cell(spec, row, column)
        for column in spec.columns
        if row.cells[column.name] and _takes_evidence(column)
    ]


def _lacking(
    package: Package, spec: TableSpec, row: Entry, sources: Collection[str] = ()
) -> list[Cell]:
    """Those of them that no evidence supports, or none from these sources."""
    key = spec.key_of(row.cells)
    return [
        cell
        for cell in _filled(spec, row)
        if not any(
            one.supports and (not sources or source_of(one) in sources)
            for one in package.by_cell.get((spec.name, key, cell.column.name), ())
        )
    ]


def _proposed(
    spec: TableSpec,
    found: _Found,
    cells: tuple[Sequence[Cell], Sequence[Cell]],
    accepted: Mapping[str, dict[str, str]],
) -> Proposed:
    """The lines for the cells that are wanted, and why others that lack evidence get none."""
    asked, lacking = cells
    wanted = {cell.column.name for cell in asked}
    rows = [accepted.get(_EVIDENCE.key_of(one.evidence)) for one in found.chosen]
    lines = [row for row in rows if row is not None and row["column_name"] in wanted]
    read = {row["column_name"] for row in lines}
    homes = Counter(one.quote.value.quote_id for one in found.chosen)
    open_ = []
    for cell in lacking:
        if cell.column.name in read or not cell.column.grounding.needs_evidence:
            continue
        if homes and cell.column.grounding in RULES["judged"].groundings:
            (home, _), *_ = homes.most_common(1)
            lines.append(_judgement(cell, home))
        open_.append(Open(cell.column.name, _why(cell, found, homes)))
    order = {name: at for at, name in enumerate(spec.header)}
    lines.sort(key=lambda row: (order[row["column_name"]], row["quote_id"]))
    return Proposed(spec.name, spec.key_of(found.row.cells), tuple(lines), tuple(open_))


def _of_row(
    spec: TableSpec, row: Entry, quotes: Sequence[Record[Quote]]
) -> Sequence[Record[Quote]]:
    """The quotes that may be evidence for a row."""
    if spec.name not in OWN_SOURCE:
        return quotes
    return [quote for quote in quotes if quote.value.source_id == row.cells["source_id"]]


def _look(
    package: Package, cells: Iterable[Cell], quotes: Sequence[Record[Quote]]
) -> tuple[list[Candidate], list[Unread]]:
    found: list[Candidate] = []
    unread: list[Unread] = []
    for cell in cells:
        for quote in quotes:
            for one in candidates(package, cell, quote):
                if isinstance(one, Unread):
                    unread.append(one)
                else:
                    found.append(one)
    return found, unread


def _about(found: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates of the documents that name an actor or agreement of the row, or quote it."""
    rules = ("alias", "verbatim")
    about = {
        one.quote.value.source_id
        for one in found
        if one.rule in rules or one.quote.value.quote_id in scene.mentions
    }
    return [one for one in found if one.quote.value.source_id in about]


def _scene(package: Package, cells: Sequence[Cell]) -> Scene:
    agreement = next((cell.row.cells.get("agreement_id", "") for cell in cells), "")
    counted = Counter(quote.value.source_id for quote in package.of(Quote))
    editions = {name: one.cells["edition_of"] for name, one in package.keyed["sources"].items()}
    mentions = dict(_mentions(package, agreement)) if agreement else {}
    shared = frozenset(cell.column.name for cell in cells if _is_shared(package, cell))
    return Scene(tuple(cells), mentions, counted, editions, shared)


def _is_shared(package: Package, cell: Cell) -> bool:
    """Whether another row of the table has the same in the cell."""
    rows = package.rows(cell.table.name)
    return sum(row.cells[cell.column.name] == cell.value for row in rows) > 1


def _mentions(package: Package, agreement: str) -> Iterator[tuple[str, list[Span]]]:
    """Where each quote names an agreement."""
    for quote in package.of(Quote):
        names, exact = package.names[quote.value.source_id], quote.value.exact
        named = [(span, names.agreement(exact[slice(*span)])) for span in names.spans(exact)]
        spans = [span for span, name in named if name is not None and name.owner == agreement]
        if spans:
            yield quote.value.quote_id, spans


def _accepted(package: Package, rows: Sequence[Mapping[str, str]]) -> Mapping[str, dict[str, str]]:
    """The rows that checks accept together, by their key, each with the note that it needs."""
    present = {_EVIDENCE.key_of(row.cells) for row in package.rows("evidence")}
    left = {_EVIDENCE.key_of(cells): dict(cells) for cells in rows}
    left = {key: cells for key, cells in left.items() if key not in present}
    while left:
        with_them = _with(package, left.values())
        added = {
            _EVIDENCE.key_of(row.cells): with_them.witness(row)
            for row in with_them.rows("evidence")
            if _EVIDENCE.key_of(row.cells) in left
        }
        unlike = _unlike(with_them)
        refused = [
            key
            for key, one in added.items()
            if _is_refused(with_them, one) or unlike.get(one.entry.line, "note") != "note"
        ]
        if not refused:
            for key, one in added.items():
                if with_them.firmness(one) == "judged" or one.entry.line in unlike:
                    left[key]["note"] = REASON
            break
        for key in refused:
            del left[key]
    return left


def _unlike(package: Package) -> Mapping[int, str]:
    """The columns in which evidence does not fit the other tables, by its line."""
    found = (finding for check in sense.CHECKS for finding in check.run(package))
    return {one.line: one.column for one in found if one.path == _EVIDENCE.path}


def _is_refused(package: Package, witness: Witness) -> bool:
    """Whether a check of evidence finds a fault in the row, but that it needs a reason."""
    faults = (
        *evidence.misplaced(package, witness),
        *evidence.misquoted(witness),
        *(one for one in evidence.forbidden(package, witness) if one.column != "note"),
        *rereading.misread(package, witness),
        *rereading.unrelated(package, witness),
    )
    return bool(faults)


def _with(package: Package, rows: Iterable[Mapping[str, str]]) -> Package:
    """The package with more evidence."""
    return Package(package.snapshot.changed(appended(package, rows)))


def _judgement(cell: Cell, quote: str) -> dict[str, str]:
    """A line that only a person can finish."""
    return cell.evidence(quote) | {"words": WORDS, "rule": "judged", "note": REASON}


def _why(cell: Cell, found: _Found, homes: Collection[str]) -> str:
    """Why a cell gets no line, by the words that come nearest to it."""
    for one in found.unread:
        where = one.candidate.quote.value.quote_id
        if one.candidate.column is cell.column and (where in homes or not homes):
            return f"{in_quotes(one.candidate.words)} in {where}: {one.why}"
    away = [
        one
        for one in found.read
        if one.column is cell.column and one.rule in _PLAIN and _is_beside(one, found)
    ]
    if away:
        where = away[0].quote.value.quote_id
        return f"{in_quotes(away[0].words)} is in {where}; if it is about this row: --quote {where}"
    return _NOTHING[cell.column.grounding].format(value=in_quotes(cell.value))


def _is_beside(one: Candidate, found: _Found) -> bool:
    """Whether words are in a quote next to one that is about the row, or none is known to be."""
    quote = one.quote.value
    homes = [other.quote.value for other in found.chosen]
    gaps = [
        max(home.start or 0, quote.start or 0) - min(home.stop or 0, quote.stop or 0)
        for home in homes
        if home.source_id == quote.source_id
    ]
    return not homes or any(gap <= _NEXT for gap in gaps)


_NEXT = 3
"""How many characters are between two sentences, or two paragraphs, at most."""
_PLAIN = frozenset({"alias", "cue", "verbatim", "number", *(rule.name for rule in DATE_RULES)})
"""The rules whose words do not rest on other rows."""
_UNNAMED = "no quote of the row names {value}"
_MISSING = "the evidence of its name, or an alias of the document, may be missing"
_NOTHING = {
    Grounding.CODE: "no quote of the row holds a cue of {value}",
    Grounding.JUDGED: "only a judgement can give {value}",
    Grounding.NUMBER: "no quote holds the number {value}",
    Grounding.DATE: "no quote holds a date that is read as {value}",
    Grounding.ACTOR: f"{_UNNAMED}; {_MISSING}",
    Grounding.ACTOR_OR_JUDGED: _UNNAMED,
    Grounding.AGREEMENT: f"{_UNNAMED}; {_MISSING}",
    Grounding.VERBATIM: "no quote has the words {value}",
}
"""Why nothing was found, where no words come near."""
