"""The walk in CONTRIBUTING.md, done exactly as it is written."""

import re
import shlex
from pathlib import Path

import pytest

from gsomia_data.cli import main
from kit.real import ROOT, copy_of_the_package

BLOCK = re.compile(r"^```(\w+)(?: (create|append) (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.corpus
def test_the_walk_leads_to_a_package_that_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each block is done in order; what the commands print is what the page says to paste."""
    root = copy_of_the_package(tmp_path)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    walk = page.partition("## Adding a document and a fact")[2].partition("\n## ")[0]
    printed, done = "", []
    for language, verb, path, body in BLOCK.findall(walk):
        if verb == "create":
            (root / path).write_bytes(body.encode())
        elif verb == "append":
            _append(root / path, body)
            if path.endswith("quotes.csv"):
                assert body in printed
            if path.endswith("omissions.csv"):
                gaps = [row.split(",")[:3] for row in printed.splitlines()]
                assert [row.split(",")[:3] for row in body.splitlines()] == gaps
        elif language == "console":
            printed = ""
            for command in body.splitlines():
                status = _run(command, root)
                done.append((shlex.split(command)[2], status))
                printed += capsys.readouterr().out
    assert done == [
        ("fmt", 0),
        ("quote", 0),
        ("gaps", 1),
        ("fmt", 0),
        ("build", 0),
        ("check", 0),
    ]
    assert printed.splitlines()[-1].startswith("6 documents, ")


def _append(path: Path, rows: str) -> None:
    path.write_bytes(path.read_bytes() + rows.encode())


def _run(command: str, root: Path) -> int:
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "gsomia-data")
    return main([*arguments, "--dir", str(root)])
