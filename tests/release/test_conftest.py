"""What becomes of the tests that need the corpus or git, where they are not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.real import ROOT

FOUR = """
import pytest

@pytest.mark.corpus
@pytest.mark.parametrize("number", [1, 2])
def test_of_the_documents(number): assert (number, "the corpus") == (0, "here")

@pytest.mark.git
def test_of_the_repository(): pass

def test_of_the_tables(): pass
"""
NO_CORPUS = "not run, because the corpus is not here: 2 tests in test_four.py (2)\n"
NO_GIT = "not run, because this is no git repository: 1 tests in test_four.py (1)\n"


@pytest.mark.parametrize(
    ("files", "status", "last"),
    [
        (["PKG-INFO"], 0, f"{NO_CORPUS}{NO_GIT}1 passed, 3 deselected"),
        (["PKG-INFO", ".git/HEAD"], 0, f"{NO_CORPUS}2 passed, 2 deselected"),
        (["PKG-INFO", "corpus/text.txt"], 1, f"{NO_GIT}2 failed, 1 passed, 1 deselected"),
        ([], 0, f"{NO_CORPUS}{NO_GIT}1 passed, 3 deselected"),
        (["corpus/"], 0, f"{NO_CORPUS}{NO_GIT}1 passed, 3 deselected"),
        ([".git/HEAD"], 1, "2 failed, 2 passed"),
        ([".git"], 1, "2 failed, 2 passed"),
    ],
    ids=[
        "an sdist",
        "an sdist kept in git",
        "an sdist with a corpus",
        "a source archive",
        "a source archive with an empty folder",
        "a clone that lost its corpus",
        "a worktree that lost its corpus",
    ],
)
def test_only_what_is_no_clone_may_be_without(
    tmp_path: Path, files: list[str], status: int, last: str
) -> None:
    """There they are not run and counted; in a clone they run, and fail if they must."""
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.touch()
    tests = tmp_path / "tests"
    tests.mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    shutil.copytree(ROOT / "tests" / "kit", tests / "kit")
    (tests / "test_four.py").write_text(FOUR, encoding="utf-8")
    options = ["-q", "--tb=no", "-r", "N", "-W", "ignore::pytest.PytestUnknownMarkWarning"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", ".", "tests"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stdout
    assert f"\n{last} in " in done.stdout


def test_what_the_tests_leave_is_in_the_last_lines(tmp_path: Path) -> None:
    """Once, however many tests leave it."""
    tests = tmp_path / "tests"
    tests.mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    shutil.copytree(ROOT / "tests" / "kit", tests / "kit")
    (tests / "test_two.py").write_text(
        "from kit import notices\n"
        "def test_one(request): notices.leave(request.config, 'the list ends')\n"
        "def test_two(request): notices.leave(request.config, 'the list ends')\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--rootdir", ".", "tests"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("the list ends\n") == 1
