"""What becomes of the tests that need the corpus or git, where they are not, and of slow ones."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.notrun import lines, missing, reason
from kit.real import ROOT

NO_CORPUS = "the corpus is not here"
NO_GIT = "this is no git repository"


@pytest.mark.parametrize(
    ("files", "lacking"),
    [
        (["PKG-INFO"], (NO_CORPUS, NO_GIT)),
        (["PKG-INFO", ".git/HEAD"], (NO_CORPUS, "")),
        (["PKG-INFO", "corpus/text.txt"], ("", NO_GIT)),
        ([], (NO_CORPUS, NO_GIT)),
        (["corpus/"], (NO_CORPUS, NO_GIT)),
        ([".git/HEAD"], ("", "")),
        ([".git"], ("", "")),
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
    tmp_path: Path, files: list[str], lacking: tuple[str, str]
) -> None:
    """There the tests are not run; in a clone they run, and fail if they must."""
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.touch()
    found = missing(tmp_path)
    assert (found["corpus"], found["git"]) == lacking
    assert reason(["slow", "corpus"], found) == lacking[0]
    assert reason(["git"], found) == lacking[1]
    assert reason(["slow"], found) == ""


def test_each_reason_is_one_line_with_its_files() -> None:
    """The number of tests, in all and of each file."""
    assert list(lines({("late", "b.py"): 1, ("late", "a.py"): 2, ("early", "b.py"): 3})) == [
        "not run, because early: 3 tests in b.py (3)",
        "not run, because late: 3 tests in a.py (2), b.py (1)",
    ]


FIVE = """
import pytest
from kit import notices

@pytest.mark.corpus
@pytest.mark.parametrize("number", [1, 2])
def test_of_the_documents(number): raise AssertionError

@pytest.mark.git
def test_of_the_repository(): pass

@pytest.mark.slow
def test_that_takes_long(): raise AssertionError

@pytest.mark.parametrize("number", [1, 2])
def test_of_the_tables(number, request): notices.leave(request.config, "the list ends")
"""


@pytest.mark.parametrize(
    "processes",
    [pytest.param([], marks=pytest.mark.slow), ["-p", "xdist", "-n", "2"]],
    ids=["one process", "worker processes"],
)
def test_the_last_lines_name_what_was_not_run(tmp_path: Path, processes: list[str]) -> None:
    """Here, in a source archive, tests of every kind would fail; and what tests leave, once."""
    tests = tmp_path / "tests"
    tests.mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    shutil.copytree(ROOT / "tests" / "kit", tests / "kit")
    (tests / "test_five.py").write_text(FIVE, encoding="utf-8")
    options = [
        "-q",
        "--color=no",
        "-m",
        "not slow",
        "-W",
        "ignore::pytest.PytestUnknownMarkWarning",
        *processes,
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", ".", "tests"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
        # Not what the run around this one was given; nor plugins that take long to load.
        env=os.environ | {"PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    assert done.returncode == 0, done.stdout
    *_, seconds, passed = done.stdout.splitlines()
    for line in (
        "the list ends",
        f"not run, because {NO_CORPUS}: 2 tests in test_five.py (2)",
        f"not run, because {NO_GIT}: 1 tests in test_five.py (1)",
        "not run, because they take long (make test-slow runs them): 1 tests in test_five.py (1)",
    ):
        assert done.stdout.count(f"{line}\n") == 1, done.stdout
    assert re.fullmatch(r"\d+ s of processor time", seconds)
    assert passed.startswith("2 passed")
