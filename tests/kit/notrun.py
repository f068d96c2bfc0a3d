"""Which tests are not run, and why; `conftest.py` asks, and prints the lines."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gsomia_data.curation.package.snapshot import has_documents
from kit import chromium

TOO_LONG = "they take long (make test-slow runs them)"


def missing(root: Path) -> dict[str, str]:
    """By marker, why its tests cannot run in ``root``; empty where they can, and then may fail.

    A clone has everything; an sdist and a source archive come without the documents and git. A
    browser is a matter of the machine.
    """
    in_git = (root / ".git").exists() and shutil.which("git")
    return {
        "corpus": "" if has_documents(root) else "the corpus is not here",
        "git": "" if in_git else "this is no git repository",
        "browser": chromium.excuse(),
    }


def reason(markers: Iterable[str], lacking: Mapping[str, str]) -> str:
    """Why a test with these markers cannot run; empty if it can."""
    found = set(markers)
    return next((why for marker, why in lacking.items() if why and marker in found), "")


def lines(not_run: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """A line for each reason, with its files; ``not_run`` counts by reason and file."""
    for why in sorted({why for why, _ in not_run}):
        files = {name: number for (other, name), number in sorted(not_run.items()) if other == why}
        listed = ", ".join(f"{name} ({number})" for name, number in files.items())
        yield f"not run, because {why}: {sum(files.values())} tests in {listed}"
