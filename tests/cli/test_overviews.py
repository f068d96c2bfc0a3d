"""`tables`, `codebook` and `timeline`: what there is, what it means, and what happened when."""

import io
import json
import re
from pathlib import Path

import pytest

import gsomia_data
from gsomia_data.cli import main
from kit.faults import both, edit

NO_BREAK = "\N{NO-BREAK SPACE}"


class Terminal(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> str:
    """What a command prints of a package."""
    assert main([*arguments, "--dir", str(root)]) == 0
    out, error = capsys.readouterr()
    assert error == ""
    return out


def test_tables(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each table, below a line that names the columns."""
    heading, *lines = printed(capsys, good, "tables").splitlines()
    assert heading.split()[:2] == ["table", "rows"]
    assert heading.endswith("  one row is")
    there = gsomia_data.open(good).tables().to_dict("records")
    for line, row in zip(lines, there, strict=True):
        assert line.split()[:2] == [row["name"], str(row["rows"])]
        assert f"One row is {line[heading.index('one row is') :]}" == row["row"]


def test_codebook(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each column has its type, its meaning and what it rests on, each code its definition."""
    lines = printed(capsys, good, "codebook", "polls").splitlines()
    for row in gsomia_data.open(good).codebook("polls").to_dict("records"):
        always = ", always filled" if row["required"] else ""
        line = f"  {row['column_name']} ({row['type']}{always}): {row['meaning']}"
        assert lines.count(line) == 1
        assert lines[lines.index(line) + 1] == f"    rests on: {row['rests_on']}"
    assert "      oppose: against the proposal" in lines
    assert "NA" not in "".join(lines)


def test_codebook_of_all_tables(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each table under its name."""
    lines = printed(capsys, good, "codebook").splitlines()
    names = [line for line in lines if not line.startswith(" ")]
    assert names == list(gsomia_data.open(good).tables()["name"])


def test_no_such_table(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2, in one line with those that there are."""
    assert main(["codebook", "zzz", "--dir", str(good)]) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.startswith("gsomia-data: there is no table 'zzz'; there are agreements, ")


def test_timeline(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A block for each event, in order; what an event does not have is not printed."""
    out = printed(capsys, good, "timeline")
    keys = re.findall("^    key: (.+)$", out, re.MULTILINE)
    assert keys == list(gsomia_data.open(good).timeline()["date_id"])
    blocks = dict(zip(keys, re.split("(?<=\n)(?! )", out), strict=False))
    assert blocks["harbour-signed"].splitlines() == [
        "21 November 2016: The accord is signed (occurred)",
        "    agreement: Harbour accord of 2016",
        "    sources: ledger-2016-11-21, ledger-2016-11-22",
        "    key: harbour-signed",
    ]
    assert "    actor: Hana Research\n" in blocks["hana-released"]
    assert "    said by: South Korea\n" in blocks["fjord-claim"]


@pytest.mark.parametrize("command", ["tables", "timeline", "codebook"])
def test_json(command: str, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All rows and columns: numbers are numbers, days are ISO dates, and missing is null."""
    rows = json.loads(printed(capsys, good, command, "--format", "json"))
    frame = getattr(gsomia_data.open(good), command)()
    assert len(rows) == len(frame)
    for row, there in zip(rows, frame.to_dict("records"), strict=True):
        assert list(row) == list(frame.columns)
        for name, cell in there.items():
            if frame[name].isna().all() or cell is None or cell != cell or str(cell) == "<NA>":  # noqa: PLR0124 - missing
                assert row[name] is None
            elif name in ("earliest", "latest"):
                assert row[name] == str(cell.date())
            else:
                assert row[name] == cell


@pytest.mark.parametrize("command", ["tables", "timeline", "codebook", "codebook claims"])
def test_the_width_of_a_terminal(command: str, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 100 columns however wide it is, and as many as it has."""
    for columns, widest in (("300", 100), ("60", 60)):
        monkeypatch.setenv("COLUMNS", columns)
        terminal = Terminal()
        monkeypatch.setattr("sys.stdout", terminal)
        assert main([*command.split(), "--dir", str(good)]) == 0
        assert max(map(len, terminal.getvalue().splitlines())) <= widest


def test_text_that_would_steer_a_terminal(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is shown by its codes; a no-break blank is a blank."""
    both(
        edit("dates", "fjord-signing", title=f"a\x1b[31m{NO_BREAK}b\u202e"),
        edit("agreements", "fjord-2013", label="x\ny\x9b"),
    )(copy)
    out = printed(capsys, copy, "timeline")
    assert r"a\x1b[31m b<U+202E> (" in out
    assert r"    agreement: x\ny\x9b" in out
    rows = printed(capsys, copy, "timeline", "--format", "json")
    assert json.loads(rows)
    assert "\x1b" not in rows


@pytest.mark.parametrize("command", ["find promise", "evidence reactions"])
def test_a_no_break_blank_is_a_blank(
    command: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In what is printed for people; JSON has the text as it is."""
    edit("quotes", "ledger-2016-11-21-6", exact=f"“This{NO_BREAK}accord is a promise,”")(copy)
    assert "“This accord is a promise,”" in printed(capsys, copy, *command.split())
    assert r"This\u00a0accord" in printed(capsys, copy, *command.split(), "--format", "json")
