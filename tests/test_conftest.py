"""What becomes of the tests that need the corpus, where it is not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from real import ROOT

TWO = """
import pytest

@pytest.mark.corpus
@pytest.mark.parametrize("number", [1, 2])
def test_of_the_documents(number): assert (number, "the corpus") == (0, "here")

def test_of_the_tables(): pass
"""


@pytest.mark.parametrize(
    ("files", "status", "last"),
    [
        (
            ["PKG-INFO"],
            0,
            (
                "not run, because the corpus is not here: 2 tests in test_two.py (2)\n"
                "1 passed, 2 deselected"
            ),
        ),
        (["PKG-INFO", "corpus/text.txt"], 1, "2 failed, 1 passed"),
        ([], 1, "2 failed, 1 passed"),
    ],
    ids=["an sdist", "an sdist with a corpus", "a checkout that lost its corpus"],
)
def test_only_an_sdist_may_be_without(
    tmp_path: Path, files: list[str], status: int, last: str
) -> None:
    """There they are not run and counted; everywhere else they run, and fail if they must."""
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    tests = tmp_path / "tests"
    tests.mkdir()
    for name in ("conftest.py", "real.py"):
        shutil.copy(ROOT / "tests" / name, tests)
    (tests / "test_two.py").write_text(TWO)
    options = ["-q", "--tb=no", "-r", "N", "-W", "ignore::pytest.PytestUnknownMarkWarning"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", ".", "tests"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == status, done.stdout
    assert f"\n{last} in " in done.stdout
