"""SQLite: one file that enforces keys, references and codes."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any

from gsomia_data._floor.damaged import DamagedError
from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import TableContents, is_required

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_BOUNDS = {"minimum": ">=", "maximum": "<="}


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """The one file of the export, made in memory."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(database, contents)
        _prove(database)
        database.execute("COMMIT")
        data = database.serialize()
    except (sqlite3.Error, OverflowError) as error:  # a duplicate key, a number beyond 64 bits
        raise DamagedError(error) from error
    finally:
        database.close()
    yield "", data


def _fill(database: sqlite3.Connection, contents: Contents) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("BEGIN")
    # Parents come first, but two rows of the same table may refer to each other.
    database.execute("PRAGMA defer_foreign_keys = ON")
    ordered = list(_parents_first(contents.all_tables))
    for table in ordered:
        _create(database, table.name, [*_columns(table), *_keys(table)])
    for table in ordered:
        _insert(database, table.name, _rows(table))


def _parents_first(tables: Iterable[TableContents]) -> Iterator[TableContents]:
    """The tables, each after those that it refers to."""
    waiting = {table.name: table for table in tables}
    while waiting:
        free = [table for table in waiting.values() if not _parents(table) & set(waiting)]
        if not free:
            raise DamagedError(f"{', '.join(waiting)} refer to each other")
        for table in free:
            yield waiting.pop(table.name)


def _parents(table: TableContents) -> set[str]:
    foreign = table.schema.get("foreignKeys", [])
    return {one["reference"]["resource"] for one in foreign} - {"", table.name}


def _rows(table: TableContents) -> list[tuple[Any, ...]]:
    """The rows, each after those of its table that it refers to; unchanged if that is a circle."""
    rows = list(table.rows())
    parents: dict[int, set[int]] = {at: set() for at in range(len(rows))}
    for foreign in table.schema.get("foreignKeys", []):
        there = foreign["reference"]
        if there["resource"] in ("", table.name):
            places = {key: at for at, key in enumerate(_keys_of(rows, table, there["fields"]))}
            for at, key in enumerate(_keys_of(rows, table, foreign["fields"])):
                parents[at] |= {places.get(key, at)} - {at}
    try:
        return [rows[at] for at in TopologicalSorter(parents).static_order()]
    except CycleError:
        return rows


def _keys_of(
    rows: Iterable[tuple[Any, ...]], table: TableContents, columns: Iterable[str]
) -> list[tuple[Any, ...]]:
    names = [field["name"] for field in table.fields]
    at = [names.index(column) for column in columns]
    return [tuple(row[i] for i in at) for row in rows]


def _create(database: sqlite3.Connection, name: str, parts: Iterable[str]) -> None:
    strict = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
    columns = ",\n  ".join(parts)
    database.execute(f"CREATE TABLE {_quoted(name)} (\n  {columns}\n){strict}")


def _insert(database: sqlite3.Connection, name: str, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {_quoted(name)} VALUES ({places})", row)  # noqa: S608


def _columns(table: TableContents) -> Iterator[str]:
    for field in table.fields:
        filled = is_required(field) or field["name"] in table.schema["primaryKey"]
        parts = [_quoted(field["name"]), _TYPES.get(field["type"], "TEXT")]
        parts += ["NOT NULL"] if filled else []
        parts += [f"CHECK ({condition})" for condition in _conditions(field)]
        yield " ".join(parts)


def _conditions(field: dict[str, Any]) -> Iterator[str]:
    """SQL conditions on the cells of a column, beyond the type; a missing value passes."""
    name = _quoted(field["name"])
    if "categories" in field:
        codes = ", ".join(_literal(code) for code in field["categories"])
        yield f"{name} IN ({codes})"
    if field["type"] == "boolean":
        yield f"{name} IN (0, 1)"
    if field["type"] == "date":
        yield f"{name} IS date({name}, '+0 days')"  # which turns February 30 into March 1
    for bound, sign in _BOUNDS.items():
        if bound in field.get("constraints", {}):
            yield f"{name} {sign} {float(field['constraints'][bound])}"


def _keys(table: TableContents) -> Iterator[str]:
    if table.schema["primaryKey"]:
        yield f"PRIMARY KEY ({_list(table.schema['primaryKey'])})"
    for columns in table.schema.get("uniqueKeys", []):
        yield f"UNIQUE ({_list(columns)})"
    for foreign in table.schema.get("foreignKeys", []):
        there = foreign["reference"]
        parent = _quoted(there["resource"] or table.name)  # empty: the table itself
        columns = _list(foreign["fields"])
        yield f"FOREIGN KEY ({columns}) REFERENCES {parent} ({_list(there['fields'])})"


def _prove(database: sqlite3.Connection) -> None:
    """Let SQLite itself check references and integrity."""
    for table, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
        raise DamagedError(f"{table}: row {row} refers to a row that {parent} does not have")
    ((answer,),) = database.execute("PRAGMA integrity_check").fetchall()
    if answer != "ok":
        raise DamagedError(answer)


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
