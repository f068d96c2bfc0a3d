"""Tests that need what is not here are not run, and the last lines name them.

A clone has everything; an sdist and a source archive come without the documents and without git.
"""

import shutil
from collections import Counter

import pytest
from hypothesis import settings

from gsomia_data.curation.package.snapshot import has_documents
from kit.real import ROOT

# Several suites may run beside each other: that a machine is busy is no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

pytest_plugins = ["kit.fixtures"]

NOT_RUN = pytest.StashKey[Counter[tuple[str, str]]]()
MISSING = {
    "corpus": "" if has_documents(ROOT) else "the corpus is not here",
    "git": "" if (ROOT / ".git").exists() and shutil.which("git") else "this is no git repository",
}
"""By marker, why its tests cannot run; empty where they can. Where they can, they may fail."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what cannot run."""
    not_run = {item: why for item in items if (why := _missing(item))}
    items[:] = [item for item in items if item not in not_run]
    config.hook.pytest_deselected(items=list(not_run))
    config.stash[NOT_RUN] = Counter((why, item.path.name) for item, why in not_run.items())


def _missing(item: pytest.Item) -> str:
    return next((why for mark, why in MISSING.items() if why and item.get_closest_marker(mark)), "")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """The last lines name what was not run."""
    not_run = config.stash.get(NOT_RUN, Counter())
    for why in sorted({why for why, _ in not_run}):
        files = {name: number for (other, name), number in sorted(not_run.items()) if other == why}
        listed = ", ".join(f"{name} ({number})" for name, number in files.items())
        terminalreporter.write_line(
            f"not run, because {why}: {sum(files.values())} tests in {listed}"
        )
