"""`propose TABLE KEY`: evidence as lines to paste, or appended to its table."""

import json
from pathlib import Path

import pytest

from gsomia_data import cli
from kit.faults import rows, save


@pytest.fixture
def root(copy: Path) -> Path:
    """The tiny package, where a poll has no evidence."""
    save(copy, "evidence", (row for row in rows(copy, "evidence") if row["table_name"] != "polls"))
    return copy


def test_lines_to_paste(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is one of evidence.csv, and those that begin with # say why a cell has none."""
    assert cli.main(["propose", "polls", "hana-oppose", "--dir", str(root)]) == 0
    out, err = capsys.readouterr()
    head, *lines = out.splitlines()
    assert (head, err) == ("# polls hana-oppose", "")
    assert (
        "polls,hana-oppose,percent,ledger-2016-11-21-7,47 percent,1,number,47,exact,supports,"
        in lines
    )
    assert "#   proposal: no quote of the row holds a cue of 'conclude'" in lines


def test_json_has_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets the lines by column, and the open cells with the reason."""
    arguments = ["propose", "polls", "--format", "json", "--quote", "ledger-2016-11-21-7"]
    assert cli.main([*arguments, "--dir", str(root)]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["table"], one["key"]) == ("polls", "hana-oppose")
    assert {"column_name": "respondents", "words": "1,000", "rule": "number"}.items() <= next(
        line for line in one["lines"] if line["column_name"] == "respondents"
    ).items()
    assert [cell["column"] for cell in one["open"]] == ["proposal"]


def test_write_appends_what_waits_for_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines that need a judgement are counted, and left to the curator."""
    before = rows(root, "evidence")
    assert cli.main(["propose", "polls", "--write", "--dir", str(root)]) == 0
    assert "that need a judgement not written" in capsys.readouterr().err
    added = rows(root, "evidence")[len(before) :]
    assert {row["column_name"] for row in added} >= {"pollster", "percent", "respondents"}
    assert not any("REASON" in row.values() or "WORDS" in row.values() for row in added)


def test_nothing_to_propose(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said where each cell has its evidence."""
    assert cli.main(["propose", "polls", "--dir", str(copy)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "nothing to propose: each cell has its evidence\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["parties"], "'parties' is not a table whose cells need evidence"),
        (["polls", "nobody"], "there is no row 'nobody' in dataset/polls.csv"),
        (["polls", "--source", "nowhere"], "there is no source 'nowhere'"),
    ],
)
def test_what_is_not_there(
    copy: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """One line on stderr, and status 2."""
    assert cli.main(["propose", *arguments, "--dir", str(copy)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1
