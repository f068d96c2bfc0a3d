"""E: nothing is left over: each cell, part, quote, number and date has its evidence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gsomia_data._floor import text
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import left_out, may_omit, may_state, may_use
from gsomia_data.curation.checks.rows import problems
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import left_inside, omission_line, start_of
from gsomia_data.curation.package.witness import CellKey, Witness, source_of
from gsomia_data.curation.rules import PARTS
from gsomia_data.curation.rules.mentions import mentions
from gsomia_data.curation.schema.models import TABLES, Quote
from gsomia_data.curation.schema.specs import TableSpec

_NEEDS = ("F03", "M01", "K01", "K03", "K04", "K05", "Q02")


@check(
    "E01",
    scope="keys",
    example="The question of a poll is filled in, and no row of evidence gives the words for it.",
    way_out="Add the row of evidence; what no words say stays empty.",
    needs=("F03", "M01", "K01", "K04"),
)
def covered(package: Package) -> Iterator[Breach]:
    """Each filled cell that needs evidence has a row of evidence that states its value."""
    for name, spec in TABLES.items():
        for column in spec.columns:
            if not column.grounding.needs_evidence:
                continue
            for entry in (*package.rows(name), *_half_valid(package, spec)):
                if spec.listed(entry.cells):
                    continue
                cell = name, spec.key_of(entry.cells), column.name
                value = entry.cells[column.name]
                if uncovered(package, cell, value) and not may_state(package, cell, value):
                    message = f"no row of evidence states {in_quotes(value)}"
                    hint = f"gsomia-data propose {name} {cell[1]} looks for its words"
                    yield at(name, entry, column.name, message, hint)


def _half_valid(package: Package, spec: TableSpec) -> Iterator[Entry]:
    """The rows whose key can be read, though another cell cannot: their evidence is theirs."""
    for entry in left_out(package, spec.name):
        faulty = {column for column, _, _ in problems(spec, entry)}
        if faulty - {""} and faulty.isdisjoint(spec.key):
            yield entry


def uncovered(package: Package, cell: CellKey, value: str) -> bool:
    """Whether a cell has a value, and no evidence states one."""
    return bool(value) and not any(witness.supports for witness in package.by_cell[cell])


@check(
    "E06",
    scope="document",
    example="A wording has two parts, and one of them has no evidence.",
    way_out="Give each part its own row of evidence.",
    needs=(*_NEEDS, "E02"),
)
def parts(package: Package) -> Iterator[Breach]:
    """Each part of a wording or gist has its own evidence, in the order of the document."""
    for name, spec in TABLES.items():
        for column in spec.columns:
            if column.declared.passage:
                for entry in package.rows(name):
                    cell = name, spec.key_of(entry.cells), column.name
                    for why in _unlike(package, cell, entry.cells[column.name]):
                        hint = "one row for each part, in the order of the document"
                        yield at(name, entry, column.name, why, hint)


def _unlike(package: Package, cell: CellKey, value: str) -> Iterator[str]:
    """For each document whose evidence does not give the parts of a value one by one, why not."""
    rows = [witness for witness in package.by_cell[cell] if witness.supports]
    if not value or any(row.absolute is None for row in rows) or may_state(package, cell, value):
        return
    wanted = [text.fold(part) for part in value.split(PARTS)]
    for source in sorted({source_of(witness) for witness in rows}):
        mine = sorted((w.absolute, w) for w in rows if source_of(w) == source and w.absolute)
        cited = [text.fold(witness.entry.cells["words"]) for _, witness in mine]
        if cited != wanted:
            missing = next((part for part in wanted if part not in cited), "")
            why = (
                f"no evidence for {in_quotes(missing)}" if missing else "they are in another order"
            )
            yield f"the parts in {source} are not those of the {cell[2]}: {why}"


@check(
    "E07",
    scope="keys",
    example="No row of evidence names a certain quote.",
    way_out="Add evidence for what the quote says, or omit the passage and give the reason.",
    needs=("F01", "F03", "M01", "K03"),
)
def used(package: Package) -> Iterator[Breach]:
    """Each quote is used by a row of evidence."""
    cited = {witness.entry.cells["quote_id"] for witness in package.witnesses}
    for entry in package.rows("quotes"):
        if entry.cells["quote_id"] not in cited and not may_use(package, entry):
            message = "no row of evidence uses the quote"
            hint = "add evidence for what it says, or delete the row and omit the passage"
            start = start_of(package, entry)
            if start is not None:
                exact, source = entry.cells["exact"], entry.cells["source_id"]
                hint += f": {omission_line(source, start, start + len(exact), exact)}"
            yield at("quotes", entry, "quote_id", message, hint)


@check(
    "E09",
    scope="keys",
    example="A sentence gives two counts, and only one of them is coded.",
    way_out="Code the other too, omit it, or say in the quote's note why no table holds it.",
    needs=("F01", "F03", "M01", "K01", "K03", "Q02", "E01", "E02", "E04", "E05", "E07"),
)
def counted(package: Package) -> Iterator[Breach]:
    """Each number and date of a quote is in its evidence, in an omission, or its note says why."""
    used_spans: dict[str, list[text.Span]] = defaultdict(list)
    for key, omissions in left_inside(package).items():
        used_spans[key] += [piece.part for piece in omissions]
    for witness in package.witnesses:
        if witness.span:
            used_spans[witness.entry.cells["quote_id"]].append(witness.span)
    open_rows = {
        witness.entry.cells["quote_id"] for witness in package.witnesses if _open(package, witness)
    }
    for row in package.of(Quote):
        quote = row.value
        if quote.quote_id in open_rows or may_use(package, row) or may_omit(package, row):
            continue
        exact, spans = quote.exact, used_spans[quote.quote_id]
        left = [
            exact[first:last]
            for first, last in _outermost(mentions(exact).counts_and_dates)
            if not any(start <= first and last <= end for start, end in spans)
        ]
        if left and not quote.note:
            shown = ", ".join(dict.fromkeys(left))
            message = f"no row of evidence uses {in_quotes(shown)}"
            hint = "add the evidence, or say in the note why it is not a fact of the tables"
            yield at("quotes", row, "note", message, hint)


def _outermost(spans: Sequence[text.Span]) -> list[text.Span]:
    """The spans that are not a part of another: the year of a date is read with it."""
    return [
        one
        for one in spans
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    ]


def _open(package: Package, witness: Witness) -> bool:
    """Whether another cell of the row lacks evidence: an unused number may belong to it."""
    table, key, _ = witness.cell
    row = package.whole.keyed[table].get(key) if table in TABLES else None
    return row is not None and any(
        uncovered(package, (table, key, column.name), row.cells[column.name])
        for column in TABLES[table].columns
        if column.grounding.needs_evidence
    )


CHECKS = (covered, parts, used, counted)
