"""T: tensions between cells or rows, and rows that are perhaps one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import absent, incomplete, left_out, may_state, may_support
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import Record
from gsomia_data.curation.schema.models import TABLES, Tension
from gsomia_data.curation.schema.vocabulary import TensionKind

_NEEDS = ("F01", "F03", "M01", "K01")


@check(
    "T01",
    scope="keys",
    example="A side is the row `missile-tests` of `quantities`, which has no such row.",
    way_out="Name an existing row, and a filled cell of it or no column.",
    needs=_NEEDS,
)
def placed(package: Package) -> Iterator[Breach]:
    """Each side of a tension is an existing row, or a filled cell of one."""
    for entry in package.rows("tensions"):
        table, key, column = _side(entry)
        spec = TABLES.get(table)
        if spec is None:
            message, hint = f"there is no table {table!r}", f"one of: {', '.join(TABLES)}"
            yield at("tensions", entry, "table_name", message, hint)
        elif absent(package, table, key):
            message = f"{table} has no row {key!r}"
            yield at("tensions", entry, "row_key", message, "name another row, or delete the side")
        elif column and spec.column(column) is None:
            message, hint = f"{table} has no column {column!r}", f"one of: {', '.join(spec.header)}"
            yield at("tensions", entry, "column_name", message, hint)
        elif column and key in package.keyed[table] and not package.keyed[table][key].cells[column]:
            message = f"the cell {table} {key} {column} is empty"
            yield at("tensions", entry, "column_name", message, "name a filled cell")


@check(
    "T02",
    scope="keys",
    example="A tension has one side; or one side is a tension, and the other perhaps one.",
    way_out="Add the other side, number the sides 1, 2, ..., and give all of them one kind.",
    needs=_NEEDS,
)
def matched(package: Package) -> Iterator[Breach]:
    """A tension has two sides or more, numbered from 1 without a gap, all of one kind."""
    for name, sides in _groups(package).items():
        if _may_be_more(package, name):
            continue
        if len(sides) == 1:
            message = f"{name} has no other side"
            yield at("tensions", sides[0], "tension_id", message, "add it, or delete this one")
            continue
        for number, row in enumerate(sides, 1):
            if row.value.side != number:
                message = f"side {number} of {name} is missing"
                yield at("tensions", row, "side", message, "number the sides 1, 2, ...")
                break
        for row in sides[1:]:
            if row.value.kind is not sides[0].value.kind:
                message = f"side {sides[0].value.side} of {name} is a {sides[0].value.kind}"
                yield at("tensions", row, "kind", message, "give all sides one kind")


@check(
    "T03",
    scope="keys",
    example="A side is a cell that no row of evidence supports.",
    way_out="Add evidence for the side, or name a cell that has some.",
    needs=(*_NEEDS, "K04", "T01"),
)
def evidenced(package: Package) -> Iterator[Breach]:
    """Each side has evidence of its own: a cell is supported, a row has a cell that is."""
    supported = {witness.cell for witness in package.witnesses if witness.supports}
    rows = {cell[:2] for cell in supported}
    for entry in package.rows("tensions"):
        table, key, column = _side(entry)
        record = package.whole.keyed[table].get(key)
        if not column and (table, key) not in rows and not may_support(package, table, key):
            message = f"no row of evidence supports a cell of {table} {key}"
            yield at("tensions", entry, "row_key", message, "name a row that has evidence")
        elif (
            column
            and (table, key, column) not in supported
            and record is not None
            and not may_state(package, (table, key, column), record.cells[column])
        ):
            message = f"no row of evidence supports {table} {key} {column}"
            yield at("tensions", entry, "column_name", message, "name a cell that has evidence")


@check(
    "T04",
    scope="keys",
    example="A reaction and an event are perhaps one, or one rally is in two such groups.",
    way_out="Name whole rows of one table; join two groups that share a row.",
    needs=(*_NEEDS, "T01", "T02"),
)
def perhaps_one(package: Package) -> Iterator[Breach]:
    """Rows that are perhaps one are whole rows of one table, and each is in one such group."""
    joined: dict[tuple[str, str], str] = {}
    for name, sides in _groups(package).items():
        for row in sides:
            side = row.value
            if side.kind is not TensionKind.PERHAPS_ONE:
                continue
            other = joined.setdefault((side.table_name, side.row_key), name)
            if side.column_name:
                message = "a cell cannot be perhaps one with another; a row can"
                yield at("tensions", row, "column_name", message, "leave it empty")
            elif side.table_name != sides[0].value.table_name:
                message = f"side {sides[0].value.side} is a row of {sides[0].value.table_name}"
                yield at("tensions", row, "table_name", message, "name rows of one table")
            elif other != name:
                message = f"{side.row_key} is in {other} already"
                yield at("tensions", row, "row_key", message, "join the two groups")


def _side(entry: Entry) -> tuple[str, str, str]:
    cells = entry.cells
    return cells["table_name"], cells["row_key"], cells["column_name"]


def _groups(package: Package) -> Mapping[str, list[Record[Tension]]]:
    groups: dict[str, list[Record[Tension]]] = defaultdict(list)
    for row in sorted(package.of(Tension), key=lambda row: row.value.side):
        groups[row.value.tension_id].append(row)
    return groups


def _may_be_more(package: Package, name: str) -> bool:
    """Whether a row that is left out may be a side of the tension: it says so, or is alone."""
    known = {row.value.tension_id for row in package.of(Tension)}
    return incomplete(package, "tensions") or any(
        entry.cells["tension_id"] == name or entry.cells["tension_id"] not in known
        for entry in left_out(package, "tensions")
    )


CHECKS = (placed, matched, evidenced, perhaps_one)
