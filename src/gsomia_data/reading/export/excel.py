"""Excel: one workbook with a sheet about the package, and one per table; readable in print too.

Rows get their heights here: not every program fits them to wrapped text when it opens a file.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gsomia_data.reading.export import layout
from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import CannotHoldError, TableContents
from gsomia_data.reading.export.zip import packed

_LONGEST = 32_767
"""Maximum length of a cell, in UTF-16 code units."""
_MOST_ROWS = 1_048_576
_LINE = 15
"""Height of a line in points."""
_TALLEST = 409
"""Maximum height of a row in points."""
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
    facts = contents.about
    book.properties.title = facts["title"]
    book.properties.creator = ", ".join(one["title"] for one in contents.descriptor["contributors"])
    book.properties.version = facts["version"]
    codebook, about = contents.explained
    for table in (about, *contents.data, codebook):
        _fill(book, table)
    yield "", _bytes(book)


def _fill(book: Workbook, table: TableContents) -> None:
    columns = [field["name"] for field in table.fields]
    rows = list(table.rows())
    if len(table.name) > 31 or len(rows) >= _MOST_ROWS:
        why = "a sheet has 31 characters and 1,048,576 rows at most"
        raise CannotHoldError("excel", table.name, why)
    sheet = book.create_sheet(table.name)
    for at, row in enumerate([columns, *rows], 1):
        for column, value in zip(range(1, len(row) + 1), row, strict=True):
            if value is not None:
                _put(sheet, at, column, value)
    for cell in sheet[1]:
        cell.font = _HEADER
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    widths = layout.widths(columns, rows)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for at, row in enumerate(rows, 2):
        lines = max(layout.lines(cell, width) for cell, width in zip(row, widths, strict=True))
        if lines > 1:
            sheet.row_dimensions[at].height = min(_TALLEST, _LINE * lines)
    _set_up_print(sheet)


def _set_up_print(sheet: Worksheet) -> None:
    """Landscape, one page wide, with lines between the cells and the header on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many as there are
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.4, bottom=0.7, footer=0.3)
    footer = HeaderFooterItem()
    footer.center.text = "&A, page &P of &N"
    sheet.HeaderFooter.oddFooter = footer


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:  # noqa: ANN401 - any cell
    """Write one value. Text stays text, even if edited later: never a formula or a date."""
    cell = sheet.cell(row, column)
    cell.alignment = _TOP
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
    if value.startswith(_STARTS_FORMULA):
        cell.quotePrefix = True


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
