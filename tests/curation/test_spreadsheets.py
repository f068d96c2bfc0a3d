"""Tables as a spreadsheet saves them: mended by `fmt`, or named with the way out; never guessed."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gsomia_data import cli
from gsomia_data.curation.checks.turned import turned
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.schema.models import TABLES
from kit import files as kit
from kit import tiny
from kit.examples import examples
from kit.faults import edit, rows, table
from kit.files import Files, RefusedError, checked, lay_out

HEADER = ("key", "words", "note")
CELLS = st.text(st.sampled_from('",;\t\n =a1é각'), max_size=6)
MARK = b"\xef\xbb\xbf"
MENDED = {
    "CSV UTF-8 of Excel": (",", MARK, "utf-8", ["byte order mark", "line ends"]),
    "CSV (MS-DOS) of Excel, all ASCII": (",", b"", "ascii", ["line ends"]),
    "CSV UTF-8 of Excel with commas in numbers": (
        ";",
        MARK,
        "utf-8",
        ["byte order mark", "semicolons", "line ends"],
    ),
    "tabs": ("\t", b"", "utf-8", ["tabs", "line ends"]),
}
"""How a spreadsheet saves: mark between cells, first bytes, character set, what is mended."""


def saved(rows_: list[list[str]], mark: str = ",", end: str = "\r\n") -> str:
    """Rows as spreadsheets write them: rows end with CR LF, lines in a cell with LF."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator=end).writerows(rows_)
    return out.getvalue()


def resaved(data: bytes, how: str) -> bytes:
    """A table of ours, opened and saved by a spreadsheet."""
    mark, first, charset, _ = MENDED[how]
    read = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    return first + saved(read, mark).encode(charset, "replace")


@pytest.fixture(scope="module")
def good() -> Files:
    """The tiny package, not to be changed."""
    return tiny.good()


@pytest.fixture
def files(good: Files) -> Files:
    """The tiny package, to be changed."""
    return dict(good)


class TestMended:
    """What is no text of a cell is mended: byte order mark, line ends, marks between cells."""

    @examples(100)
    @given(
        listed=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4),
        mark=st.sampled_from(",;\t"),
        end=st.sampled_from(["\n", "\r\n"]),
        first=st.sampled_from([b"", MARK]),
    )
    @example(listed=[["a,b", "c;d", "e\nf"]], mark=";", end="\r\n", first=MARK)
    def test_the_same_cells_are_read(
        self, listed: list[list[str]], mark: str, end: str, first: bytes
    ) -> None:
        """Quoted commas, semicolons and line breaks survive; each mend is named."""
        data = first + saved([list(HEADER), *listed], mark, end).encode()
        sheet = csvfile.decode(data, HEADER)
        assert [list(entry.cells.values()) for entry in sheet.entries] == listed
        assert sheet.mended().faults == ()
        assert set(sheet.mends) == {
            *(["byte order mark"] if first else []),
            *(["line ends"] if end == "\r\n" else []),
            *({";": ["semicolons"], "\t": ["tabs"]}.get(mark, [])),
        }

    @pytest.mark.parametrize("how", MENDED)
    def test_fmt_writes_the_table_that_was_opened(self, how: str, files: Files) -> None:
        """Every table that its character set can hold, resaved, is the same again."""
        before = dict(files)
        for spec in TABLES.values():
            if before[spec.path].isascii() or how != "CSV (MS-DOS) of Excel, all ASCII":
                files[spec.path] = resaved(before[spec.path], how)
        assert files != before
        kit.fmt(files)
        assert files == before

    @pytest.mark.parametrize("how", MENDED)
    def test_check_finds_each_once_and_names_fmt(self, how: str, files: Files) -> None:
        """A published table has none of it."""
        files[table("actors")] = resaved(files[table("actors")], how)
        *found, stale = checked(files).findings
        assert stale.code == "P01"
        assert [(one.code, one.hint) for one in found] == [("F03", "run gsomia-data fmt")] * len(
            MENDED[how][3]
        )
        assert ("semicolons" in str(found)) == ("semicolons" in MENDED[how][3])

    def test_the_command_says_what_it_mended(
        self, files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Beside the table that it wrote."""
        files[table("polls")] = resaved(files[table("polls")], "CSV UTF-8 of Excel")
        root = lay_out(files, tmp_path)
        assert cli.main(["fmt", "--dir", str(root)]) == 0
        path = table("polls")
        assert capsys.readouterr().out == (
            f"fmt: {path}\nfmt: {path} mended: byte order mark, line ends\n"
        )


class TestRefused:
    """What may be text, or has lost some, is refused, and no table is written."""

    @pytest.mark.parametrize(
        ("text", "charset", "words"),
        [
            ("{}", "utf-16", ["UTF-16", "CSV UTF-8 (Comma delimited)", "Text CSV"]),
            ("{}", "utf-16-le", ["UTF-16", "CSV UTF-8 (Comma delimited)", "Text CSV"]),
            ("é{}", "cp1252", ["(0xE9) is not UTF-8", "CSV UTF-8 (Comma delimited)"]),
            ("각{}", "cp949", ["is not UTF-8", "Unicode (UTF-8)", "as it was before"]),
            ('{}\r\n"b\r\nc"{,}\r\n', "utf-8", ["a cell holds a carriage return", "LF alone"]),
            ("{}\ra{,}\r", "utf-8", ["a carriage return without a line feed"]),
            ("{}\r\na;b\r\n", "utf-8", ["the row has 1 cells"]),
        ],
        ids=["UTF-16", "no mark", "Windows-1252", "Korean", "CR LF in a cell", "CR", "two marks"],
    )
    def test_in_one_finding_with_the_way_out(
        self, text: str, charset: str, words: list[str], files: Files
    ) -> None:
        """The menu entry to save by, where that is the way."""
        header = TABLES["agreements"].header
        filled = text.replace("{}", ",".join(header)).replace("{,}", "," * (len(header) - 1))
        files[table("agreements")] = filled.encode(charset)
        before = dict(files)
        with pytest.raises(RefusedError) as refused:
            kit.fmt(files)
        (found,) = [one for one in refused.value.args if one.hint != "run gsomia-data fmt"]
        assert files == before
        for part in words:
            assert part in f"{found.message} {found.hint}"


TURNED = {
    "23/11/2016": "2016-11-23",
    "11/23/2016": "2016-11-23",
    "23.11.2016": "2016-11-23",
    "2016/11/23": "2016-11-23",
    "2016. 11. 23.": "2016-11-23",
    "23-Nov-16": "2016-11-23",
    "23-Nov-87": "1987-11-23",
    "Nov-16": "2016-11",
    "42697": "2016-11-23",
    "2016-11-23 00:00:00": "2016-11-23",
    "04/03/2016": "2016-03-04 or 2016-04-03",
    "1.23E+05": "",
    "TRUE": "",
}
"""What a spreadsheet makes of a date, and what the date was; nothing if that is lost."""


class TestTurnedDates:
    """A date that a spreadsheet turned is found as such and left as it is."""

    @pytest.mark.parametrize("cell", TURNED)
    def test_is_named_with_what_it_looks_like(self, cell: str, files: Files) -> None:
        """A day that may be a month is named both ways."""
        edit("dates", "harbour-signed", date=cell)(files)
        kit.freshen(files)
        (found,) = checked(files).findings
        assert (found.code, found.column) == ("M01", "date")
        assert "a spreadsheet turned" in found.message
        assert found.message.partition("looks like ")[2] == TURNED[cell]
        assert [row["date"] for row in rows(files, "dates")].count(cell) == 1

    @pytest.mark.parametrize("cell", ["31/02/2016", "soon", "2016-11-31", "Sol-16", "123456"])
    def test_nothing_is_guessed_of_what_is_no_such_date(self, cell: str, files: Files) -> None:
        """It is a finding like any other."""
        edit("dates", "harbour-signed", date=cell)(files)
        (found,) = _of_dates(files)
        assert "spreadsheet" not in found

    @examples(60)
    @given(day=st.dates())
    def test_no_date_of_ours_is_one_that_was_turned(self, day: date) -> None:
        """Not even as a guess for itself."""
        assert turned(str(day)) is None

    def test_a_row_that_a_spreadsheet_left_empty_is_one_finding(self, files: Files) -> None:
        """It ends a table with rows of commas where cells were deleted."""
        files[table("dates")] += b"," * (len(TABLES["dates"].header) - 1) + b"\n"
        assert list(_of_dates(files)) == ["every cell of the row is empty"]


def _of_dates(files: Files) -> Iterator[str]:
    for finding in checked(files).findings:
        if finding.path == table("dates") and not re.match("P", finding.code):
            yield finding.message
