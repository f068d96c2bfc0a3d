"""Rows from bytes and back, in one CSV dialect: UTF-8, no BOM, LF, commas, minimal quoting.

What a spreadsheet writes otherwise, without a change of any cell, is read as well and named, so
that `fmt` can mend it: a byte order mark, CR LF at the end of rows, semicolons or tabs between
cells.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

MUST_QUOTE = re.compile(r'[,"\r\n]')
"""Python 3.11 does not quote a lone carriage return, but ends a row at it, as other readers do."""
LONGEST = 131_072
"""Characters that a cell can hold: the limit of ``csv``, which anybody may lift for the process."""
MARK = "\ufeff"
_LONE_RETURN = re.compile(r"\r(?!\n)")
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}
_FMT = "run gsomia-data fmt"
_MENU = (
    'as "CSV UTF-8 (Comma delimited)" in Excel, or as "Text CSV" with the character set '
    '"Unicode (UTF-8)" in LibreOffice'
)


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
        mends: What `fmt` mends here, in its words; empty if only a person can mend it.
    """

    line: int
    message: str
    hint: str
    column: str = ""
    mends: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A decoded file; its entries are complete if `fmt` can mend all of its ``faults``."""

    header: tuple[str, ...]
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]

    @property
    def mends(self) -> tuple[str, ...]:
        """What `fmt` mends in the file."""
        return tuple(fault.mends for fault in self.faults if fault.mends)

    def mended(self) -> "Sheet":
        """The same rows without the faults that `fmt` mends."""
        left = tuple(fault for fault in self.faults if not fault.mends)
        return Sheet(self.header, self.entries, left)


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
    """The text of a table, and what is wrong with its characters."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in data[:2]:
        return "", [Fault(1, "it is UTF-16 (Unicode Text), not UTF-8", f"save it again {_MENU}")]
    text, faults = decoded(data)
    if faults:
        hint = f"letters may be lost in it: take the table as it was before, and save it {_MENU}"
        return "", [replace(faults[0], hint=hint)]
    marked, text = text.startswith(MARK), text.removeprefix(MARK)
    lone = _LONE_RETURN.search(text)
    for at, name in (
        (text.find(MARK), "a byte order mark"),
        (lone.start() if lone else -1, "a carriage return without a line feed"),
        (text.find("\0"), "NUL"),
    ):
        if at >= 0:
            faults.append(Fault(text.count("\n", 0, at) + 1, f"it holds {name}", "delete it"))
    if marked:
        faults.append(Fault(1, "it begins with a byte order mark", _FMT, mends="byte order mark"))
    return text, faults


def _separator(text: str) -> tuple[str, list[Fault]]:
    """What separates the cells: the header has no comma if it is something else."""
    header = text.partition("\n")[0]
    for mark, name in _NAMES.items() if "," not in header else ():
        if mark in header:
            message = f"the cells are separated by {name}s, not by commas"
            return mark, [Fault(1, message, _FMT, mends=f"{name}s")]
    return ",", []


def _returns(text: str, entries: Iterable[Entry]) -> list[Fault]:
    """Carriage returns: at the ends of rows they are not text, in a cell they are."""
    for entry in entries:
        if any("\r" in cell for cell in entry.cells.values()):
            hint = "end lines inside a cell with LF alone; git and editors can be set to keep LF"
            return [Fault(entry.line, "a cell holds a carriage return", hint)]
    at = text.find("\r")
    if at < 0:
        return []
    message = "its lines end with carriage return and line feed (CR LF), not with LF alone"
    return [Fault(text.count("\n", 0, at) + 1, message, _FMT, mends="line ends")]


def decode(data: bytes, header: tuple[str, ...]) -> Sheet:
    """The rows of ``data``, whose header should be ``header``; nothing is raised for faults."""
    text, faults = _text_of(data)
    if any(not fault.mends for fault in faults):
        return Sheet((), (), tuple(faults))
    separator, found = _separator(text)
    faults += found
    if not text.endswith("\n"):
        line = text.count("\n") + 1
        faults.append(Fault(line, "the file does not end with a newline", "add one at the end"))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
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
                        f"look for a missing {_NAMES[separator]}, or for one that is not quoted",
                    )
                )
            else:
                entries.append(Entry(line, dict(zip(columns, cells, strict=True))))
            line = rows.line_num + 1
    except csv.Error as error:
        faults.append(_broken(line, str(error)))
    faults += _returns(text, entries)
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


def extended(data: bytes, lines: Iterable[str]) -> bytes:
    """The bytes of a table with more rows, each as ``line`` makes it."""
    return data + "".join(one + "\n" for one in lines).encode()


def line(cells: Iterable[str]) -> str:
    """One row as ``encode`` writes it, to print and paste."""
    row = list(cells)
    if len(row) == 1 and not row[0].strip():
        return f'"{row[0]}"'  # or the line would be blank, and readers skip blank lines
    return ",".join(map(_cell, row))


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if MUST_QUOTE.search(text) else text
