"""The walk in CONTRIBUTING.md, done exactly as it is written."""

from pathlib import Path

import pytest

from kit import walk
from kit.real import ROOT, copy_of_the_package


@pytest.mark.corpus
def test_the_walk_leads_to_a_package_that_passes(tmp_path: Path) -> None:
    """Each block is done in order; what the commands print is what the page says to paste."""
    root = copy_of_the_package(tmp_path)
    before = len(list((root / "corpus").iterdir()))
    done = walk.go(root, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    for step in done:
        if step.path.endswith("quotes.csv"):
            assert step.body in step.printed
        if step.path.endswith("omissions.csv"):
            printed = step.printed.partition("# dataset/omissions.csv\n")[2]
            gaps = [row.split(",")[:3] for row in printed.splitlines()]
            assert [row.split(",")[:3] for row in step.body.splitlines()] == gaps
    assert {step.path.partition("/")[2] for step in done} >= {"quotes.csv", "omissions.csv"}
    assert [command for step in done for command in step.commands] == [
        ("fmt", 0),
        ("quote", 0),
        ("gaps", 1),
        ("fmt", 0),
        ("build", 0),
        ("check", 0),
    ]
    assert done[-1].printed.splitlines()[-1].startswith(f"{before + 1} documents, ")
