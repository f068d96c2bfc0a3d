"""`make docs`: what a page shows is run, and what it prints now is written below it.

On invented pages only. Whether the pages of this repository are fresh is no test's question: the
last step of CI makes them, and fails where git then sees a difference.
"""

import contextlib
import io
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from kit import r
from kit.real import ROOT

MAKE = ROOT / "docs" / "make.py"
PAGES = re.findall(r'^    "(\S+)",$', MAKE.read_text(encoding="utf-8"), re.MULTILINE)


SCRIPT = runpy.run_path(str(MAKE), run_name="make")


class Done(NamedTuple):
    """What the script answers."""

    returncode: int
    stdout: str
    stderr: str


def make(*arguments: object) -> Done:
    """Run the script in this process."""
    command = [str(MAKE), *map(str, arguments)]
    with (
        patch.object(sys, "argv", command),
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as error,
    ):
        return Done(SCRIPT["main"](), out.getvalue(), error.getvalue())


def made(folder: Path, text: str) -> str:
    """An invented page, as it is when it has been made."""
    page = folder / "page.md"
    page.write_bytes(text.encode())
    done = make(page)
    assert (done.returncode, done.stderr) == (0, "")
    changed = page.read_bytes().decode()
    assert done.stdout == f"{page}: {'nothing has changed' if changed == text else 'made'}\n"
    assert list(folder.iterdir()) == [page]
    return changed


def refused(folder: Path, text: str) -> str:
    """The one line that says why an invented page is not made; the page stays as it is."""
    page = folder / "page.md"
    page.write_bytes(text.encode())
    done = make(page)
    assert (done.returncode, done.stdout) == (1, "")
    assert page.read_bytes() == text.encode()
    (line,) = done.stderr.splitlines()
    return line.removeprefix(str(page))


TWO = "```python\nx = 1\n```\n\nAnd then:\n\n```python\nprint(x + 1)\n```\n{}\nThe end.\n"
FRESH = "\n```text\n2\n```\n"


@pytest.mark.parametrize(
    "shown", ["", "\n```text\n3\n```\n", FRESH], ids=["missing", "wrong", "fresh"]
)
def test_an_output_is_put_in_or_replaced(tmp_path: Path, shown: str) -> None:
    """Blocks of a page are one session; what is not printed is not touched."""
    assert made(tmp_path, TWO.format(shown)) == TWO.format(FRESH)


def test_an_output_of_a_block_that_prints_nothing_goes(tmp_path: Path) -> None:
    """It was printed once."""
    text = "```python\nx = 1\n```\n"
    assert made(tmp_path, f"{text}\n```text\n1\n```\n\nEnd.\n") == f"{text}\nEnd.\n"


def test_blanks_at_the_end_of_a_line_and_a_missing_line_end(tmp_path: Path) -> None:
    """No editor changes the page later."""
    text = '```python\nprint("a  \\n\\u2028b", end="")\n```\n'
    assert made(tmp_path, text) == f"{text}\n```text\na\n\u2028b\n```\n"


def test_a_command_is_run_too(tmp_path: Path) -> None:
    """In the order of the page; `check` is that of an installation, without the documents."""
    text = (
        "```python\nprint(1)\n```\n\n```console\n$ gsomia-data explain Q01\n"
        "$ gsomia-data check\n```\n\n```sh\nmake mischief\n```\n"
    )
    page = made(tmp_path, text)
    first, second = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert first == "1\n"
    assert "Q01" in second
    assert "not compared, because the corpus is not here" in second


def test_compared_codings(tmp_path: Path) -> None:
    """The block between its marks is what `compare` prints."""
    coding, folder = tmp_path / "coding", tmp_path / "page"
    coding.mkdir()
    folder.mkdir()
    for name in (*RECORD_TABLES, "evidence"):
        (coding / f"{name}.csv").write_text(",".join(TABLES[name].key) + "\n", encoding="utf-8")
    begin, end = f"<!-- compared: {coding} {coding} -->\n", "<!-- end of compared -->\n"
    page = made(folder, f"before\n\n{begin}\nold\n\n{end}\nafter\n")
    assert page.startswith(f"before\n\n{begin}\n| table | rows of A |")
    assert page.endswith(f"\n0 differences\n\n{end}\nafter\n")
    assert "old" not in page


def test_r_blocks(tmp_path: Path) -> None:
    """One session of R."""
    r.demand("jsonlite")
    text = "```r\nx <- 1\n```\n\n```r\nx + 1\n```\n{}"
    assert made(tmp_path, text.format("")) == text.format("\n```text\n[1] 2\n```\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One.\n\n```text\n2\n```\n", ":3: no block prints this output"),
        (f"{TWO.format(FRESH)}\n```text\n2\n```\n", ":17: no block prints this output"),
        ("```sh\nls\n```\n\n```text\n2\n```\n", ":5: no block prints this output"),
        ("```python\n1\n```\n\n```python\n1 / 0\n```\n", ":5: ZeroDivisionError: division by zero"),
        (
            "```python\nimport warnings\nwarnings.warn('old')\n```\n",
            ":1: UserWarning: old",
        ),
        ("```console\n$ rm -r /\n```\n", ":1: not a command of ours: $ rm -r /"),
        ("```console\n$ gsomia-data explain Z99\n```\n", ":1: "),
        (
            "<!-- compared: nowhere nowhere -->\n<!-- end of compared -->\n",
            ": gsomia-data: nowhere/",
        ),
    ],
)
def test_a_page_that_cannot_be_made(tmp_path: Path, text: str, told: str) -> None:
    """One line with the place and the reason, exit status 1."""
    assert refused(tmp_path, text).startswith(told)


def test_an_output_in_a_generated_block_is_builds(tmp_path: Path) -> None:
    """What `build` writes is not asked for a block that prints it."""
    block = "\n```text\n1\n```\n\n"
    text = f"<!-- generated by `gsomia-data build`: x -->\n{block}<!-- end of generated -->\n"
    assert made(tmp_path, text) == text


def test_without_r_a_page_of_r_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for by its name it is an error: exit status 2."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    page = tmp_path / "page.md"
    page.write_text("```r\n1\n```\n", encoding="utf-8")
    done = make(page)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{page}: not made: Rscript is not installed\n"


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    """One line; by the script itself, whose exit status is that of what it does."""
    done = subprocess.run(
        [sys.executable, str(MAKE), str(tmp_path / "page.md")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No such file" in done.stderr


def test_its_pages_are_there() -> None:
    """The list of the script names files of this repository."""
    assert PAGES
    assert [page for page in PAGES if not (ROOT / page).is_file()] == []
