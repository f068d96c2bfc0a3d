"""CSV: a folder with the files of the package byte for byte, and one per table that is added."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import TableContents

_MUST_QUOTE = re.compile(r'[,"\r\n]')


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    for table in contents.tables:
        yield f"{table.name}.csv", table.data
    for table in (*contents.joined, *contents.explained):
        yield f"{table.name}.csv", _bytes(table)


def _bytes(table: TableContents) -> bytes:
    """A table in the dialect of the package."""
    names = [field["name"] for field in table.fields]
    return "".join(_line(row) for row in (names, *table.rows())).encode()


def _line(cells: Iterable[Any]) -> str:
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: Any) -> str:  # noqa: ANN401 - of any column
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if _MUST_QUOTE.search(text) else text
