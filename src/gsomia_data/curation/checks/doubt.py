"""What the rows that are left out may have been about, so that nothing of theirs is missed.

A check is given the package without the rows in which a check that it needs found something. Of
the rows that are given it can say what they are, but not what is missing beside them: that may be
in a row that is left out. These functions say where it may be.
"""

from collections.abc import Iterator

from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.witness import CellKey
from gsomia_data.curation.schema.models import TABLES


def left_out(package: Package, table: str) -> Iterator[Entry]:
    """Rows of a table that are left out."""
    path = TABLES[table].path
    for entry in package.whole.rows(table) if package.left_out else ():
        if (path, entry.line) in package.left_out:
            yield entry


def incomplete(package: Package, table: str) -> bool:
    """Whether a row of the table, or its key, could not be read."""
    path = TABLES[table].path
    lines = {line for left, line in package.left_out if left == path}
    return bool(lines) and not lines <= {entry.line for entry in package.whole.rows(table)}


def absent(package: Package, table: str, key: str) -> bool:
    """Whether it is certain that no row of the table has this key."""
    return key not in package.whole.keyed[table] and not incomplete(package, table)


def strays(package: Package, table: str, column: str) -> bool:
    """Whether a row of the table that is left out may belong to any other by its reference."""
    target = TABLES[table].column(column)
    if incomplete(package, table) or target is None or target.references is None:
        return incomplete(package, table)
    known = package.whole.keyed[target.references]
    return any(entry.cells[column] not in known for entry in left_out(package, table))


def may_state(package: Package, cell: CellKey, value: str) -> bool:
    """Whether evidence that is left out is about a cell, or about none and gives its value."""
    return incomplete(package, "evidence") or any(
        _pointer(entry) == cell or (entry.cells["says"] == value and not _joined(package, entry))
        for entry in left_out(package, "evidence")
    )


def may_use(package: Package, quote: Entry) -> bool:
    """Whether evidence that is left out is of a quote, or of none and has words of it."""
    known, key = package.whole.keyed["quotes"], quote.cells["quote_id"]
    return incomplete(package, "evidence") or any(
        entry.cells["quote_id"] == key
        or (entry.cells["quote_id"] not in known and entry.cells["words"] in quote.cells["exact"])
        for entry in left_out(package, "evidence")
    )


def _pointer(entry: Entry) -> CellKey:
    return entry.cells["table_name"], entry.cells["row_key"], entry.cells["column_name"]


def _joined(package: Package, entry: Entry) -> bool:
    table, record, field = _pointer(entry)
    spec = TABLES.get(table)
    found = spec is not None and spec.column(field) is not None
    return found and record in package.whole.keyed[table]
