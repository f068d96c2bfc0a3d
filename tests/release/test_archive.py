"""A source archive, which is what git exports: without the documents and without git.

Both commands of the README work there, and say what they could not compare.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gsomia_data.cli import main
from kit.real import ROOT

pytestmark = pytest.mark.git


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `git archive` would write if all changes were committed; the repository is kept."""
    folder = tmp_path_factory.mktemp("archive")
    beside = tmp_path_factory.mktemp("git")
    (beside / "objects").mkdir()
    objects = _git("rev-parse", "--path-format=absolute", "--git-path", "objects").decode().strip()
    aside = {
        "GIT_INDEX_FILE": str(beside / "index"),
        "GIT_OBJECT_DIRECTORY": str(beside / "objects"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": objects,
    }
    _git("add", "--all", **aside)
    tree = _git("write-tree", **aside).decode().strip()
    packed = _git("archive", tree, **aside)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed, check=True)  # noqa: S607
    return folder


def _git(*arguments: str, **variables: str) -> bytes:
    command = ["git", "-C", str(ROOT), *arguments]
    environment = {**os.environ, **variables}
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


def _python(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Python with the code of the archive, in its folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_is_without_documents_and_git(archive: Path) -> None:
    """Else the tests below would prove nothing."""
    assert (archive / "dataset" / "polls.csv").is_file()
    assert list((archive / "corpus").glob("*")) == []
    assert not (archive / ".git").exists()


def test_check_passes_there_and_still_finds_what_is_wrong(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What needs no document is checked as ever; the last lines name the rest."""
    root = Path(shutil.copytree(archive, tmp_path / "archive"))
    assert main(["check", "--dir", str(root)]) == 0
    said = capsys.readouterr().out
    assert "not compared, because the corpus is not here: F02, F06, Q01" in said
    assert ", not compared: the corpus is not here; " in said.splitlines()[-1]
    polls = root / "dataset" / "polls.csv"
    polls.write_bytes(polls.read_bytes().replace(b",59,", b",58,"))
    assert main(["check", "--dir", str(root)]) == 1
    assert "dataset/polls.csv:" in capsys.readouterr().out


@pytest.mark.slow
def test_check_passes_by_the_code_of_the_archive(archive: Path) -> None:
    """In its folder, as the README says."""
    done = _python(archive, "-m", "gsomia_data", "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not compared, because the corpus is not here: F02, F06, Q01" in done.stdout


@pytest.mark.slow
def test_the_tests_name_what_they_do_not_run(archive: Path) -> None:
    """Tests of the documents and of the repository are counted in the last lines."""
    done = _python(archive, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\nnot run, because the corpus is not here: " in done.stdout
    assert re.search(
        r"^not run, because this is no git repository: \d+ tests in .*test_archive\.py \(\d+\)",
        done.stdout,
        re.MULTILINE,
    )
