"""The one CSV dialect (RFC 4180 with LF, UTF-8, no BOM; DESIGN section 5, family F)."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gsomia_data.curation.package import csvfile
from kit.examples import examples

SMALL = examples(100)
HEADER = ("key", "words", "note")

CELLS = st.text(
    st.one_of(
        st.sampled_from('",\n \t\u00a0\u00ad\u200b\u2028\x0b=é각'),
        st.characters(exclude_characters="\r\0\ufeff", exclude_categories=["Cs"]),
    ),
    max_size=12,
)
ANYTHING = st.text(
    st.one_of(
        st.sampled_from('",\n\r \t\u00a0\u00ad\u200b\u200d\u2028\x0b\x85=#\\é각\u1100\u1161'),
        st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"]),
    ),
    max_size=8,
)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(ANYTHING, min_size=width, max_size=width), max_size=5)
)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6)


class TestRoundTrip:
    """What `encode` writes, `decode` reads back: the cells, and the lines where rows begin."""

    @SMALL
    @given(ROWS)
    def test_cells(self, rows: list[tuple[str, str, str]]) -> None:
        """Cells with quotes, commas, line feeds and separators of other kinds come back."""
        sheet = csvfile.decode(csvfile.encode(HEADER, rows), HEADER)
        assert sheet.faults == ()
        assert sheet.header == HEADER
        assert [tuple(entry.cells.values()) for entry in sheet.entries] == rows

    @SMALL
    @given(ROWS)
    def test_lines(self, rows: list[tuple[str, str, str]]) -> None:
        """A row has the line on which it begins: one more for each line feed in the cells above."""
        sheet = csvfile.decode(csvfile.encode(HEADER, rows), HEADER)
        expected, line = [], 2
        for row in rows:
            expected.append(line)
            line += 1 + "".join(row).count("\n")
        assert [entry.line for entry in sheet.entries] == expected

    @SMALL
    @given(ROWS)
    def test_second_opinion(self, rows: list[tuple[str, str, str]]) -> None:
        """The standard library writes the same bytes in the same dialect."""
        stream = io.StringIO(newline="")
        csv.writer(stream, lineterminator="\n").writerows([HEADER, *rows])
        assert csvfile.encode(HEADER, rows) == stream.getvalue().encode()

    @SMALL
    @given(TABLES)
    @example([[" "], [""]])
    @example([["\r", "a\r\nb"], [" ", ""]])
    def test_every_reader_gives_the_cells_back(self, rows: list[list[str]]) -> None:
        """Strict readers of the standard library, pandas in the shipped dialect, and ours."""
        header = HEADER[: len(rows[0])] if rows else HEADER
        data = csvfile.encode(header, rows)
        assert list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True)) == [
            list(header),
            *rows,
        ]
        frame = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, na_filter=False)
        assert frame.to_numpy().tolist() == rows
        if not any("\r" in cell for row in rows for cell in row):
            entries = csvfile.decode(data, header).entries
            assert [list(entry.cells.values()) for entry in entries] == rows

    @SMALL
    @given(TABLES)
    def test_all_is_quoted_that_the_standard_library_quotes(self, rows: list[list[str]]) -> None:
        """Besides, a lone carriage return (Python 3.11 leaves it bare) and a row that is blank."""
        for row in rows:
            stream = io.StringIO(newline="")
            csv.writer(stream, lineterminator="\n").writerow(row)
            same = stream.getvalue() == csvfile.line(row) + "\n"
            assert same or any("\r" in cell for cell in row) or "".join(row).isspace()

    @SMALL
    @given(st.tuples(CELLS, CELLS, CELLS))
    def test_line_to_paste(self, row: tuple[str, str, str]) -> None:
        """`line` prints a row as `encode` writes it."""
        assert csvfile.encode(HEADER, [row]).decode() == f"key,words,note\n{csvfile.line(row)}\n"

    @pytest.mark.parametrize(
        ("cell", "written"),
        [
            ("plain", "plain"),
            ("", ""),
            (" edge ", " edge "),
            ("a,b", '"a,b"'),
            ('say "no"', '"say ""no"""'),
            ("two\nlines", '"two\nlines"'),
            ("carriage\rreturn", '"carriage\rreturn"'),
            ("a\ttab, no", '"a\ttab, no"'),
            ("a\ttab", "a\ttab"),
            ("\u200bzero\u2028", "\u200bzero\u2028"),
        ],
    )
    def test_minimal_quoting(self, cell: str, written: str) -> None:
        """A cell is quoted only if it must be."""
        assert csvfile.line([cell, "x"]) == f"{written},x"

    @pytest.mark.parametrize("cell", ["", " ", "\t"])
    def test_a_row_is_never_a_blank_line(self, cell: str) -> None:
        """Readers skip blank lines, so the only cell of a row is quoted if it is blank."""
        assert csvfile.line([cell]) == f'"{cell}"'


class TestFaults:
    """Whatever is wrong with the bytes is reported with its line and a way out; none is raised."""

    @pytest.mark.parametrize(
        ("data", "line", "message"),
        [
            (b"\xef\xbb\xbfkey,words,note\n", 1, "byte order mark"),
            ("key,words,note\na,\ufeff,\n".encode(), 2, "byte order mark"),
            (b"key,words,note\r\na,b,c\r\n", 1, "carriage return"),
            (b'key,words,note\na,b,c\nd,"e\rf",g\n', 3, "carriage return"),
            (b"key,words,note\na,b,c\n\0,b,c\n", 3, "NUL"),
            (b"key,words,note\na,b,c\nd,\xff,f\n", 3, "byte 23 (0xFF) is not UTF-8"),
            ("key,words,note\na,é,c\n".encode("latin-1"), 2, "(0xE9) is not UTF-8"),
            (b"key,words,note\na,\xed\xa0\x80,c\n", 2, "is not UTF-8"),
            (b"key,words,note\na,b,c", 2, "the file does not end with a newline"),
            (b'key,words,note\na,b,c\nd,"e,f\ng,h,i\n', 3, "never closed"),
            (b'key,words,note\n"a"b,c,d\n', 2, "a quotation mark is where none is"),
            (b"key,words,note\na,b,c\nd,e\n", 3, "the row has 2 cells, the header 3"),
            (b'key,words,note\na,"b\nb",c\nd,e,f,g\n', 4, "the row has 4 cells, the header 3"),
            (b"key,words,note\na,b,c\n\nd,e,f\n", 3, "the line is blank"),
            (b"key,words,note\na,b,c\n\n", 3, "the line is blank"),
            (b"key,words,note\na," + b"x" * 131_073 + b",c\n", 2, "longer than 131,072"),
        ],
    )
    def test_named(self, data: bytes, line: int, message: str) -> None:
        """Each fault of the bytes is reported once, on its own line, with a hint."""
        (fault,) = csvfile.decode(data, HEADER).faults
        assert fault.line == line
        assert message in fault.message
        assert fault.hint

    @pytest.mark.parametrize("limit", [131_072, 10**9])
    def test_the_longest_cell(self, limit: int) -> None:
        """One character more is a fault, also where another library has lifted the limit."""
        before = csv.field_size_limit(limit)
        try:
            for length, found in ((131_072, []), (131_073, [2])):
                data = b"key,words,note\na," + b"x" * length + b",c\n"
                assert [one.line for one in csvfile.decode(data, HEADER).faults] == found
        finally:
            csv.field_size_limit(before)

    @pytest.mark.parametrize(
        ("header", "faults"),
        [
            ("key,words", [("note", "the column note is missing")]),
            ("key,words,remark", [("", "no column 'remark'"), ("note", "note is missing")]),
            ("key,note,words", [("", "repeated or in another order")]),
            ("key,words,note,note", [("", "repeated or in another order")]),
            ("key,words,note,", [("", "there is no column ''")]),
            ("Key,words,note", [("", "there is no column 'Key'"), ("key", "key is missing")]),
            (
                "",
                [("key", "key is missing"), ("words", "is missing"), ("note", "is missing")],
            ),
        ],
    )
    def test_header(self, header: str, faults: list[tuple[str, str]]) -> None:
        """A header that is not the model's is reported column by column, on line 1."""
        found = csvfile.decode(f"{header}\n".encode(), HEADER).faults
        assert [(fault.line, fault.column) for fault in found] == [(1, name) for name, _ in faults]
        for fault, (_, message) in zip(found, faults, strict=True):
            assert message in fault.message
            assert fault.hint == "the header is: key,words,note"

    def test_empty(self) -> None:
        """An empty file is reported as one that does not end with a newline."""
        (fault,) = csvfile.decode(b"", HEADER).faults
        assert fault.line == 1
        assert fault.hint

    def test_all_are_reported(self) -> None:
        """One fault does not hide the next."""
        faults = csvfile.decode(b"key,words\na\n\nb,c,d\ne,f", HEADER).faults
        assert sorted(fault.line for fault in faults) == [1, 2, 3, 4, 5]

    @SMALL
    @given(st.one_of(st.binary(max_size=60), st.text('a,"\n\r\0é', max_size=60).map(str.encode)))
    def test_total(self, data: bytes) -> None:
        """Any bytes give either faults or rows that are written back with the same cells."""
        sheet = csvfile.decode(data, HEADER)
        if sheet.faults:
            assert all(1 <= fault.line <= data.count(b"\n") + 1 for fault in sheet.faults)
            return
        written = csvfile.encode(HEADER, (entry.cells.values() for entry in sheet.entries))
        assert csvfile.decode(written, HEADER).entries == sheet.entries
