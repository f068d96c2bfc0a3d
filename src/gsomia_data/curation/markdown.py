"""Tables in Markdown, as GitHub reads them."""

from collections.abc import Collection, Iterable, Sequence


def table(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, right: Collection[str] = ()
) -> list[str]:
    """The lines of a table; columns named in ``right`` are aligned to the right.

    A cell is Markdown, in one line, in which pipes and backslashes stand for themselves. Raises
    ``ValueError`` for a row that is longer or shorter than the header.
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
