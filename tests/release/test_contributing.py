"""The walk in CONTRIBUTING.md, done exactly as it is written."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from kit import walk
from kit.real import ROOT, copy_of_the_package

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = [
    *[("propose", 0)] * 9,
    *[("fmt", 0), ("build", 0), ("check", 1)],
    ("propose", 0),
    *[("fmt", 0), ("build", 0), ("check", 0)],
]
TABLES = [
    "sources",
    *["actors", "aliases", "dates", "polls", "reactions", "claims", "tensions"],
    *["evidence", "evidence", "omissions"],
]


def rows(text: str) -> list[list[str]]:
    """The lines of a block, or of what is printed, as cells."""
    return list(csv.reader(io.StringIO(text)))


def unfinished(printed: str) -> list[list[str]]:
    """The rows of evidence that `propose` leaves to a curator."""
    lines = [line for line in printed.splitlines() if line.endswith(",REASON")]
    return [row for row in rows("\n".join(lines)) if row[9:10] == ["supports"]]


def finished_by(row: Sequence[str], proposed: Sequence[str]) -> bool:
    """Whether a row is the proposed one, with WORDS and REASON replaced and nothing else."""
    return all(
        one not in {"", "WORDS", "REASON"} if asked in {"WORDS", "REASON"} else one == asked
        for one, asked in zip(row, proposed, strict=True)
    )


@pytest.mark.corpus
def test_the_walk_leads_to_a_package_that_passes(tmp_path: Path) -> None:
    """Each block is done in order; commands print what is shown, and rows are those they print."""
    root = copy_of_the_package(tmp_path)
    before = len(list((root / "corpus").iterdir()))
    done = walk.go(root, PAGE)
    assert [command for step in done for command in step.commands] == COMMANDS
    for shown, printed in (output for step in done for output in step.outputs if output[0]):
        assert walk.is_as_shown(shown, printed), printed
    assert [Path(step.path).stem for step in done if step.path][1:] == TABLES
    judged, witness, omitted = [step for step in done if step.path][-3:]
    asked = unfinished(judged.printed)
    assert len(rows(judged.body)) == len(asked)
    for row, proposed in zip(rows(judged.body), asked, strict=True):
        assert finished_by(row, proposed)
    assert [row[9] for row in rows(witness.body)] == ["approximates"]
    for row in rows(omitted.body):
        assert f",{','.join(row[1:3])}," in omitted.printed
    assert done[-1].outputs[-1][1].splitlines()[-1].startswith(f"{before + 1} documents, ")


@pytest.mark.parametrize(
    ("shown", "holds"),
    [
        ("one\ntwo\nthree\n", True),
        ("one\n…\nthree\n", True),
        ("…\nthree\n", True),
        ("one\nt…o\n…\n", True),
        ("one\n", False),
        ("one\nthree\n", False),
        ("…\ntw\n…\n", False),
        ("three\n…\n", False),
    ],
)
def test_what_is_shown_is_what_is_printed(shown: str, *, holds: bool) -> None:
    """Only where the page says so with an ellipsis is a part left out."""
    assert walk.is_as_shown(shown, "one\ntwo\nthree\n") is holds
