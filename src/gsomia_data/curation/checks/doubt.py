"""What the rows that are left out may be about, so that a check does not report it as missing.

A check gets the package without the rows in which a check that it needs found a fault. It can
judge the rows that it gets, but not what is missing beside them: that may be in a row that is left
out. These functions answer whether it may be.
"""

from collections.abc import Iterator

from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.package.witness import CellKey
from gsomia_data.curation.schema.models import TABLES


def left_out(package: Package, table: str) -> Iterator[Entry]:
    """Rows of a table that are left out."""
    path = TABLES[table].path
    for entry in package.whole.rows(table) if package.left_out else ():
        if (path, entry.line) in package.left_out:
            yield entry


def incomplete(package: Package, table: str) -> bool:
    """Whether a row of the table, or the key of a row, could not be read."""
    path = TABLES[table].path
    lines = {line for left, line in package.left_out if left == path}
    return bool(lines) and not lines <= {entry.line for entry in package.whole.rows(table)}


def absent(package: Package, table: str, key: str) -> bool:
    """Whether it is certain that no row of the table has this key."""
    return key not in package.whole.keyed[table] and not incomplete(package, table)


def strays(package: Package, table: str, column: str) -> bool:
    """Whether a row of the table that is left out may refer to any row."""
    target = TABLES[table].column(column)
    if incomplete(package, table) or target is None or target.references is None:
        return incomplete(package, table)
    known = package.whole.keyed[target.references]
    return any(entry.cells[column] not in known for entry in left_out(package, table))


def may_state(package: Package, cell: CellKey, value: str) -> bool:
    """Whether evidence that is left out may state the value of a cell.

    It may if it is about the cell, or gives its value and is about no known cell.
    """
    return incomplete(package, "evidence") or any(
        _pointer(entry) == cell or (entry.cells["says"] == value and not _joined(package, entry))
        for entry in left_out(package, "evidence")
    )


def may_support(package: Package, table: str, key: str) -> bool:
    """Whether evidence that is left out may be about a row.

    It may if it names the row, or a row that is not known.
    """
    return incomplete(package, "evidence") or any(
        _pointer(entry)[:2] == (table, key)
        or entry.cells["row_key"] not in package.whole.keyed.get(entry.cells["table_name"], ())
        for entry in left_out(package, "evidence")
    )


def may_use(package: Package, quote: Entry) -> bool:
    """Whether evidence that is left out may use a quote.

    It may if it names the quote, or has words of it and names no known quote.
    """
    known, key = package.whole.keyed["quotes"], quote.cells["quote_id"]
    return incomplete(package, "evidence") or any(
        entry.cells["quote_id"] == key
        or (entry.cells["quote_id"] not in known and entry.cells["words"] in quote.cells["exact"])
        for entry in left_out(package, "evidence")
    )


def may_omit(package: Package, quote: Entry) -> bool:
    """Whether an omission that is left out may lie inside a quote.

    It may if it is of the same document or of none that is known, and reaches into the quote or
    has no positions.
    """
    known, source = package.whole.keyed["sources"], quote.cells["source_id"]
    return incomplete(package, "omissions") or any(
        (entry.cells["source_id"] == source or entry.cells["source_id"] not in known)
        and _may_reach(entry, quote)
        for entry in left_out(package, "omissions")
    )


def _may_reach(omission: Entry, quote: Entry) -> bool:
    inside, left = _positions(quote), _positions(omission)
    return inside is None or left is None or (left[0] < inside[1] and inside[0] < left[1])


def _positions(entry: Entry) -> tuple[int, int] | None:
    start, end = value_in(entry, "start", int), value_in(entry, "stop", int)
    return None if start is None or end is None else (start, end)


def _pointer(entry: Entry) -> CellKey:
    return entry.cells["table_name"], entry.cells["row_key"], entry.cells["column_name"]


def _joined(package: Package, entry: Entry) -> bool:
    table, record, field = _pointer(entry)
    spec = TABLES.get(table)
    has_column = spec is not None and spec.column(field) is not None
    return has_column and record in package.whole.keyed[table]
