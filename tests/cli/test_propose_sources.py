"""`propose sources`: a document as rows to paste, or appended to their tables."""

import json
from pathlib import Path

import pytest

from gsomia_data import cli
from kit import pasting, tiny
from kit.faults import add, drop, rows

SOURCE = "bay-2016-12-05"
DOCUMENT = """South Korea keeps accord

South Korea kept the HWA in force on Monday. Norway has 30 “ports”, Gen. Kim said.

Read more
"""


@pytest.fixture
def root(copy: Path) -> Path:
    """The tiny package, and a document that is described and not yet quoted."""
    (copy / f"corpus/{SOURCE}.txt").write_text(DOCUMENT, encoding="utf-8")
    add(
        "sources",
        source_id=SOURCE,
        title="South Korea keeps accord",
        publisher="Bay News",
        published="2016-12-05",
        language="en",
        kind="news article",
        rights="Property of the publisher.",
        note="The date is from the address.",
    )(copy)
    assert cli.main(["fmt", "--dir", str(copy)]) == 0
    return copy


def propose(
    capsys: pytest.CaptureFixture[str], root: Path, *arguments: str
) -> tuple[int, str, str]:
    """Exit status, output and errors of `propose`."""
    capsys.readouterr()
    status = cli.main(["propose", *arguments, "--dir", str(root)])
    out, err = capsys.readouterr()
    return status, out, err


def codes(capsys: pytest.CaptureFixture[str], root: Path) -> set[str]:
    """The codes of what `check` finds once `fmt` and `build` are done."""
    assert [cli.main([command, "--dir", str(root)]) for command in ("fmt", "build")] == [0, 0]
    capsys.readouterr()
    cli.main(["check", "--dir", str(root), "--format", "json"])
    return {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}


def test_can_be_pasted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the name of each file are its lines; then only evidence is missing."""
    status, out, err = propose(capsys, root, "sources", SOURCE)
    assert (status, err) == (0, "")
    found = pasting.pasted(out)
    assert [row["exact"] for row in found["quotes"]] == [
        "South Korea keeps accord",
        "South Korea kept the HWA in force on Monday.",
        "Norway has 30 “ports”, Gen. Kim said.",
    ]
    assert [row["reason"] for row in found["omissions"]] == ["navigation"]
    for table, listed in found.items():
        for row in listed:
            add(table, **row)(root)
    assert codes(capsys, root) == {"E07", "O07"}


def test_shows_what_the_rules_find(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the line of a quote, each line with the mark of a comment."""
    _, out, _ = propose(capsys, root, "sources", SOURCE)
    lines = out.splitlines()
    begins = next(at for at, line in enumerate(lines) if line.startswith(f"{SOURCE}-2,"))
    remarks = [line for line in lines[begins:] if line.startswith("#   ")]
    assert remarks[:3] == [
        "#   name 'South Korea': alias kor",
        "#   name 'HWA': alias harbour-2016",
        "#   date 'Monday': same-day 2016-12-05",
    ]


def test_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for machines, with the table of each row."""
    status, out, _ = propose(capsys, root, "sources", SOURCE, "--format", "json")
    listed = json.loads(out)
    assert status == 0
    assert [one["table"] for one in listed] == [*["quotes"] * 3, "omissions"]
    assert listed[1]["cells"]["quote_id"] == f"{SOURCE}-2"
    assert {"words": "HWA", "what": "name"}.items() <= listed[1]["found"][1].items()
    assert listed[3]["found"] == []


def test_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --write the rows are at the ends of their tables; a second run proposes evidence."""
    before = rows(root, "quotes"), rows(root, "omissions")
    status, out, err = propose(capsys, root, "sources", SOURCE, "--write")
    tables = "dataset/quotes.csv and dataset/omissions.csv"
    following = (
        "next: read them, write the rows of the other tables, then gsomia-data propose TABLE"
    )
    assert (status, err) == (0, f"propose: 4 rows appended to {tables}; {following}\n")
    found = pasting.pasted(out)
    assert rows(root, "quotes") == [*before[0], *found["quotes"]]
    assert rows(root, "omissions") == [*before[1], *found["omissions"]]
    _, out, _ = propose(capsys, root, "sources", SOURCE)
    cells = f"sources,{SOURCE},title,{SOURCE}-1,South Korea keeps accord"
    assert out == f"# sources {SOURCE}\n{cells},1,verbatim,South Korea keeps accord,,supports,\n"
    assert codes(capsys, root) == {"E07", "O07"}


def test_of_all_documents(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a key: whatever no row holds in any of them."""
    drop("omissions", f"{tiny.MORNING} 0")(root)
    _, out, _ = propose(capsys, root, "sources")
    assert {row["source_id"] for row in pasting.pasted(out)["omissions"]} == {
        SOURCE,
        tiny.MORNING,
    }


def test_writes_nothing_into_a_broken_table(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings say why, as those of `fmt` do."""
    path = root / "dataset/quotes.csv"
    broken = path.read_bytes() + b'"'
    path.write_bytes(broken)
    omitted = (root / "dataset/omissions.csv").read_bytes()
    status, out, err = propose(capsys, root, "sources", SOURCE, "--write")
    assert (status, out) == (1, "")
    assert err.endswith("gsomia-data: propose wrote nothing\n")
    assert path.read_bytes() == broken
    assert (root / "dataset/omissions.csv").read_bytes() == omitted


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sources", "ledger"), "there is no document 'ledger'; known are"),
        (("quotes", SOURCE), "'quotes' is not a table whose cells need evidence"),
    ],
)
def test_what_it_cannot_do(
    arguments: tuple[str, ...], says: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """2, and one line that names the way out."""
    status, out, err = propose(capsys, root, *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "Home | News\n\nThe accord goes on\n\nBy Ada Quill\n\nMay 3, 2018\n\nIt is the end.\n",
            "The accord goes on,,Ada Quill,2018-05-03,,,,en,news article,,,,,,,",
        ),
        ("협정이 이어진다\n\n정부가 밝혔다.\n", "협정이 이어진다,,,,,,,ko,news article,,,,,,,"),
        ("協定が続く\n\n政府が発表した。\n", "協定が続く,,,,,,,ja,news article,,,,,,,"),
        (
            "L'accord continue\n\nIl est en vigueur.\n",
            "L'accord continue,,,,,,,,news article,,,,,,,",
        ),
    ],
)
def test_describes_a_document(
    text: str, cells: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document without a row gets one to complete: nothing is guessed that does not appear."""
    (root / "corpus/new.txt").write_text(text, encoding="utf-8")
    status, out, err = propose(capsys, root, "sources", "new", "--write")
    assert (status, out) == (0, f"# dataset/sources.csv\nnew,{cells}\n")
    assert "complete the row, publisher and rights above all" in err
    assert "new" not in {row["source_id"] for row in rows(root, "sources")}


def test_describes_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same by column."""
    (root / "corpus/new.txt").write_text("The accord goes on\n", encoding="utf-8")
    _, out, _ = propose(capsys, root, "sources", "new", "--format", "json")
    (row,) = json.loads(out)
    assert (row["source_id"], row["title"], row["publisher"]) == ("new", "The accord goes on", "")


class TestQuoteAll:
    """`quote SOURCE --all` prints the line of each sentence that no row holds yet."""

    def test_lines(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """They are the quotes that `propose sources` prints."""
        _, out, _ = propose(capsys, root, "sources", SOURCE)
        proposed = pasting.pasted(out)["quotes"]
        assert cli.main(["quote", SOURCE, "--all", "--dir", str(root)]) == 0
        printed = capsys.readouterr().out
        assert pasting.pasted(f"# dataset/quotes.csv\n{printed}")["quotes"] == proposed

    def test_as_json(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """In the form of words that are found."""
        command = ["quote", SOURCE, "--all", "--format", "json", "--dir", str(root)]
        assert cli.main(command) == 0
        found = json.loads(capsys.readouterr().out)
        assert [one["line"] for one in found["places"]] == [1, 3, 3]
        assert found["nearest"] is None

    def test_all_are_held(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing to paste, and stderr says so."""
        assert cli.main(["quote", tiny.MORNING, "--all", "--dir", str(root)]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"each sentence of {tiny.MORNING} is in a quote or an omission\n"

    @pytest.mark.parametrize("words", [[], ["HWA", "--all"]])
    def test_words_or_all(
        self, words: list[str], root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """2: one of them is named, not both and not none."""
        assert cli.main(["quote", SOURCE, *words, "--dir", str(root)]) == 2
        assert "or --all" in capsys.readouterr().err
