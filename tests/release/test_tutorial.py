"""docs/tutorial.md, done as it is written: every block runs and prints what the page shows.

`PYTHONPATH=tests python tests/release/test_tutorial.py --write` puts what they print into the page.
"""

import contextlib
import io
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from gsomia_data._floor import location
from gsomia_data.cli import main
from kit.real import ROOT

PAGE = ROOT / "docs" / "tutorial.md"
STEP = re.compile(
    r"^```(python|console)\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL
)


def followed(page: str) -> str:
    """The page with what its blocks print now, run in order in a new folder."""
    names: dict[str, object] = {}

    def step(block: re.Match[str]) -> str:
        language, body = block.groups()
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            if language == "python":
                exec(body, names)  # noqa: S102 - the own page
            else:
                for command in body.splitlines():
                    _run(command)
        shown = f"\n```text\n{printed.getvalue()}```\n" if printed.getvalue() else ""
        return f"```{language}\n{body}```\n{shown}"

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return STEP.sub(step, page)


def _run(command: str) -> None:
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "gsomia-data")
    if arguments == ["check"]:
        # An installed package has no documents, so a copy without them says the same.
        for name in ("dataset", "schemas"):
            shutil.copytree(location.root() / name, Path("package") / name)
        shutil.copy(location.root() / location.DESCRIPTOR, "package")
        arguments += ["--dir", "package"]
    assert main(arguments) == 0, command


def test_the_tutorial_prints_what_it_shows() -> None:
    """Each block in order; what it prints stands below it, and nothing else does."""
    page = PAGE.read_text(encoding="utf-8")
    assert followed(page) == page


@pytest.mark.parametrize("shown", ["", "\n```text\n2\n```\n"])
def test_a_wrong_or_missing_output_is_found(shown: str) -> None:
    """The comparison can fail."""
    page = f"```python\nprint(1)\n```\n{shown}"
    assert followed(page) == "```python\nprint(1)\n```\n\n```text\n1\n```\n"


def test_no_output_stands_alone() -> None:
    """An output that no block prints would never be compared."""
    page = PAGE.read_text(encoding="utf-8")
    assert "```text" not in STEP.sub("", page)
    assert "$ gsomia-data" not in STEP.sub("", page)


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: PYTHONPATH=tests python tests/release/test_tutorial.py --write")
    PAGE.write_bytes(followed(PAGE.read_text(encoding="utf-8")).encode())
