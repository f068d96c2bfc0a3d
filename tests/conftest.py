"""Tests that need the corpus are not run from an sdist, which has none, and it is said so."""

from collections import Counter

import pytest
from hypothesis import settings

from real import ROOT

# Several suites may run beside each other: that a machine is busy is no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

NOT_RUN = pytest.StashKey[Counter[str]]()
# A checkout has its corpus: where it is missing there, the tests fail.
WITHOUT_CORPUS = (ROOT / "PKG-INFO").is_file() and not (ROOT / "corpus").is_dir()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what is marked ``corpus``, where it cannot run."""
    if not WITHOUT_CORPUS:
        return
    needing = [item for item in items if item.get_closest_marker("corpus")]
    items[:] = [item for item in items if not item.get_closest_marker("corpus")]
    config.hook.pytest_deselected(items=needing)
    config.stash[NOT_RUN] = Counter(item.path.name for item in needing)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """The last lines name what was not run."""
    not_run = config.stash.get(NOT_RUN, Counter())
    if not_run:
        files = ", ".join(f"{name} ({number})" for name, number in sorted(not_run.items()))
        terminalreporter.write_line(
            f"not run, because the corpus is not here: {not_run.total()} tests in {files}"
        )
