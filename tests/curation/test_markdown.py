"""Markdown tables: whatever a cell holds, a reader of Markdown sees that table."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gsomia_data.curation.markdown import table

TEXT = st.text("ab|\\ \n\t0", max_size=8) | st.from_regex(r"[a-z|\\ ]*", fullmatch=True)


def shown(lines: list[str]) -> list[list[str]]:
    """The cells that a Markdown parser finds, row by row."""
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append("".join(part.content for part in token.children or ()))
    return rows


def plain(text: str) -> str:
    """A cell is one line without blanks at its edges."""
    return " ".join(text.split())


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=4))
def test_every_cell_is_shown_as_it_is(rows: list[list[str]]) -> None:
    """Pipes, backslashes, line ends and blanks make no other cell and no other text."""
    head = ["one", "two|2", "three\\"]
    expected = [[plain(cell) for cell in row] for row in (head, *rows)]
    assert shown(table(head, rows)) == expected


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_a_pipe_is_always_escaped(cells: list[str]) -> None:
    """By an odd number of backslashes: parsers differ in how they read an even one."""
    line = table(["x"] * len(cells), [cells])[-1]
    bars = [len(match[1]) % 2 for match in re.finditer(r"(\\*)\|", line)]
    assert bars.count(0) == len(cells) + 1


def test_what_is_written() -> None:
    """A row per line; numbers to the right."""
    assert table(["name", "rows"], [["polls", 2], ["a | b", ""]], right=["rows"]) == [
        "| name | rows |",
        "|---|---:|",
        "| polls | 2 |",
        "| a \\| b |  |",
    ]


def test_a_row_of_another_length_is_refused() -> None:
    """A cell too many would be dropped in silence by who shows it."""
    with pytest.raises(ValueError, match="2 cells under 1"):
        table(["name"], [["polls", "2"]])
