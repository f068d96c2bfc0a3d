"""Markdown tables: whatever a cell holds, a reader of Markdown sees that table."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gsomia_data.curation.markdown import literal, table

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


@given(st.text("ab |\\`*_~[]()<>&#!@$:/.;\n1\"'", max_size=20) | st.text(max_size=20))
@example("**a** _b_ `c` ~~d~~")
@example("[a](https://example.org) ![b](c) <https://example.org> www.example.org")
@example("<script>alert(1)</script> <!-- a --> &lt;")
@example("a | b \\| c \\")
@example("@somebody $x$ :smile: #1")
def test_literal_text_is_no_markup(text: str) -> None:
    """A parser finds one cell with this text and nothing in it but text."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    lines = table(["one"], [[f"a{literal(text)}b"]])
    inline = [token for token in parser.parse("\n".join(lines)) if token.type == "inline"]
    _, cell = inline
    assert {part.type for part in cell.children or ()} <= {"text", "text_special"}
    told = "".join(part.content for part in cell.children or ())
    assert plain(told) == plain(f"a{text}b").replace("\0", "\ufffd")
    assert not re.search(r"https?://|www\.|[@$]", lines[-1])


def test_plain_words_stay_readable() -> None:
    """In the source of the page too."""
    words = "“The pact” – signed, 59 percent (or so); Seoul's 협정."
    assert literal(words) == words
