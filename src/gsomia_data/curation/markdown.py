"""Tables and literal text in Markdown, as GitHub reads them."""

import re
from collections.abc import Collection, Iterable, Sequence


def table(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, right: Collection[str] = ()
) -> list[str]:
    """The lines of a table.

    Args:
        header: The headings.
        rows: Cells in Markdown; pipes and backslashes in them are escaped, white space is joined.
        right: Headings of the columns that are aligned to the right.

    Raises:
        ValueError: A row is longer or shorter than the header.
    """
    rule = "".join("---:|" if name in right else "---|" for name in header)
    return [_line(header), f"|{rule}", *(_line(_fitting(header, row)) for row in rows)]


def _fitting(header: Sequence[str], row: Sequence[object]) -> Sequence[object]:
    if len(row) != len(header):
        raise ValueError(f"a row of {len(row)} cells under {len(header)} headings: {row}")
    return row


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(_cell(str(cell)) for cell in cells) + " |"


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())


_MARKUP = re.compile(r"[\\`*_~\[\]<>&|#!@$:]|(?<=www)\.", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def literal(text: str) -> str:
    """``text`` inside a line, shown as it is: no emphasis, link, tag, formula or mention.

    Its white space is joined. What could be markup becomes a character reference, which survives a
    ``table``.
    """
    return _MARKUP.sub(lambda mark: f"&#{ord(mark.group())};", _BLANKS.sub(" ", text))
