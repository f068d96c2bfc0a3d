"""Rows from bytes and back, in one CSV dialect: UTF-8, no BOM, LF, minimal quoting."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

MUST_QUOTE = re.compile(r'[,"\r\n]')
"""Python 3.11 does not quote a lone carriage return, but ends a row at it, as other readers do."""
LONGEST = 131_072
"""Characters that a cell can hold: the limit of ``csv``, which anybody may lift for the process."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of data.

    Attributes:
        line: Line of the file on which it begins; the header is on line 1.
        cells: Its cells by column.
    """

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why bytes are not a table of this dialect.

    Attributes:
        line: Line of the file.
        message: What is wrong.
        hint: The way out.
        column: Column that is missing, if that is the fault.
    """

    line: int
    message: str
    hint: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A decoded file; its entries are complete only if ``faults`` is empty."""

    header: tuple[str, ...]
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def decoded(data: bytes) -> tuple[str, list[Fault]]:
    """The text of ``data``, with its line ends as they are; empty if it is not UTF-8."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        return "", [
            Fault(line, f"byte {error.start} (0x{byte:02X}) is not UTF-8", "save it as UTF-8")
        ]


def _text_of(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a table, and what is wrong with its bytes."""
    text, faults = decoded(data)
    for mark, name in (("\ufeff", "a byte order mark"), ("\r", "a carriage return"), ("\0", "NUL")):
        at = text.find(mark)
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            faults.append(Fault(line, f"it holds {name}", "save it as plain UTF-8 with LF"))
    return text, faults


def decode(data: bytes, header: tuple[str, ...]) -> Sheet:
    """The rows of ``data``, whose header should be ``header``; nothing is raised for faults."""
    text, faults = _text_of(data)
    if faults:
        return Sheet((), (), tuple(faults))
    if not text.endswith("\n"):
        line = text.count("\n") + 1
        faults.append(Fault(line, "the file does not end with a newline", "add one at the end"))
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns: tuple[str, ...] = ()
    entries = []
    line = 1
    try:
        for cells in rows:
            if any(len(cell) > LONGEST for cell in cells):
                faults.append(_too_long(line))
                break
            if line == 1:
                columns = tuple(cells)
                faults += _header_faults(columns, header)
            elif not cells:
                faults.append(Fault(line, "the line is blank", "delete it"))
            elif len(cells) != len(columns):
                faults.append(
                    Fault(
                        line,
                        f"the row has {len(cells)} cells, the header {len(columns)}",
                        "look for a missing comma, or for one that is not quoted",
                    )
                )
            else:
                entries.append(Entry(line, dict(zip(columns, cells, strict=True))))
            line = rows.line_num + 1
    except csv.Error as error:
        faults.append(_broken(line, str(error)))
    if not columns and not faults:
        faults.append(Fault(1, "the file is empty", f"its header is: {','.join(header)}"))
    return Sheet(columns, tuple(entries), tuple(faults))


def _too_long(line: int) -> Fault:
    return Fault(line, f"a cell is longer than {LONGEST:,} characters", "shorten or unquote it")


def _broken(line: int, error: str) -> Fault:
    if "field larger" in error:
        return _too_long(line)
    if "end of data" in error:
        message = "a quoted cell that begins on or after this line is never closed"
    else:
        message = "a quotation mark is where none is allowed"
    return Fault(line, message, 'quote the whole cell and double each mark inside: "a ""b"" c"')


def _header_faults(columns: tuple[str, ...], expected: tuple[str, ...]) -> list[Fault]:
    if columns == expected:
        return []
    hint = f"the header is: {','.join(expected)}"
    faults = [
        Fault(1, f"there is no column {name!r}", hint) for name in columns if name not in expected
    ]
    faults += [
        Fault(1, f"the column {name} is missing", hint, name)
        for name in expected
        if name not in columns
    ]
    return faults or [Fault(1, "the columns are repeated or in another order", hint)]


def encode(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Canonical bytes: only cells that need it are quoted, and lines end with LF."""
    return "".join(line(cells) + "\n" for cells in (header, *rows)).encode()


def line(cells: Iterable[str]) -> str:
    """One row as ``encode`` writes it, to print and paste."""
    row = list(cells)
    if len(row) == 1 and not row[0].strip():
        return f'"{row[0]}"'  # or the line would be blank, and readers skip blank lines
    return ",".join(map(_cell, row))


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if MUST_QUOTE.search(text) else text
