"""Excel: one workbook with a sheet about the package, one per table, and the codebook."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gsomia_data.reading.export.contents import CODEBOOK, CannotHoldError, Contents
from gsomia_data.reading.export.zip import packed

_LONGEST = 32_767
"""Maximum length of a cell, in UTF-16 code units."""
_MOST_ROWS = 1_048_576
_WIDEST = 60
_STARTS_FORMULA = tuple("=+-@\t\r\n")
_HEADER = Font(bold=True)
_TOP = Alignment(vertical="top", wrap_text=True)
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
# XML has no control characters and reads CR as LF, so the format writes them as _x000D_.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """The one file of the export, with an empty name."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    about = contents.about
    book.properties.title = about["title"]
    book.properties.creator = ", ".join(one["title"] for one in contents.descriptor["contributors"])
    book.properties.version = about["version"]
    _fill(book, "about", ("name", "value"), list(about.items()))
    for table in contents.tables:
        names = [field["name"] for field in table.fields]
        _fill(book, table.name, names, list(table.rows()))
    _fill(book, "codebook", CODEBOOK, contents.codebook)
    yield "", _bytes(book)


def _fill(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    if len(name) > 31 or len(rows) >= _MOST_ROWS:
        raise CannotHoldError("excel", name, "a sheet has 31 characters and 1,048,576 rows at most")
    sheet = book.create_sheet(name)
    for at, row in enumerate([columns, *rows], 1):
        for column, value in zip(range(1, len(row) + 1), row, strict=True):
            if value is not None:
                _put(sheet, at, column, value)
    for cell in sheet[1]:
        cell.font = _HEADER
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column in range(1, len(columns) + 1):
        cells = [columns[column - 1], *(row[column - 1] for row in rows)]
        sheet.column_dimensions[get_column_letter(column)].width = _width(cells)


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:  # noqa: ANN401 - any cell
    """Write one value. Text stays text, even if edited later: never a formula or a date."""
    cell = sheet.cell(row, column)
    where = f"{sheet.title}, cell {cell.coordinate}"
    if not isinstance(value, str):
        if abs(value) > 2**53:
            raise CannotHoldError("excel", where, "a number has at most 53 bits")
        cell.value = value
        return
    if len(value.encode("utf-16-le")) > 2 * _LONGEST:
        raise CannotHoldError("excel", where, f"a cell has at most {_LONGEST:,} characters")
    cell.value = _ESCAPED.sub(lambda match: f"_x{ord(match.group()):04X}_", value)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = _TOP
    if value.startswith(_STARTS_FORMULA):
        cell.quotePrefix = True


def _width(cells: Iterable[object]) -> int:
    lines = [line for cell in cells if cell is not None for line in str(cell).splitlines()]
    return min(_WIDEST, max(8, 2 + max(map(len, lines), default=0)))


def _bytes(book: Workbook) -> bytes:
    """The bytes of the workbook, without the time at which it was made.

    Every text is marked to keep its blanks: without lxml, openpyxl does not mark a text that
    consists of blanks only.
    """
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members = [
            (name, _TIMES.sub(b"", archive.read(name)).replace(b"<t>", b'<t xml:space="preserve">'))
            for name in archive.namelist()
        ]
    return packed(members, zipfile.ZIP_DEFLATED)
