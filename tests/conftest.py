"""The last lines of a run name what was not run, and say what the run cost."""

import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kit import notices, notrun
from kit.examples import choose
from kit.real import ROOT

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController

pytest_plugins = ["kit.fixtures", "kit.site", "kit.browser"]

NOT_RUN = pytest.StashKey[Counter[tuple[str, str]]]()
"""How many tests were not run, by reason and file."""
MISSING = notrun.missing(ROOT)


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is left out, and nothing is spent, yet; a run of the slow tests is thorough."""
    choose(config.option.markexpr)
    config.stash[NOT_RUN] = Counter()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what cannot run."""
    not_run = {item: why for item in items if (why := _cannot(item))}
    items[:] = [item for item in items if item not in not_run]
    config.hook.pytest_deselected(items=list(not_run))
    _note(config, not_run)


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Note the tests that were left out because they take long."""
    config = items[0].config if items else None
    if config and config.option.markexpr == "not slow":
        slow = [item for item in items if item.get_closest_marker("slow") and not _cannot(item)]
        _note(config, dict.fromkeys(slow, notrun.TOO_LONG))


def _cannot(item: pytest.Item) -> str:
    return notrun.reason((marker.name for marker in item.iter_markers()), MISSING)


def _note(config: pytest.Config, not_run: dict[pytest.Item, str]) -> None:
    config.stash[NOT_RUN].update((why, item.path.name) for item, why in not_run.items())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker process hands over what it knows."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        not_run = session.config.stash[NOT_RUN]
        output["not_run"] = [[*where, number] for where, number in not_run.items()]
        output["notices"] = notices.left(session.config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: "WorkerController") -> None:
    """Take over what a worker process knows; each of them collects, and leaves out, the same."""
    output = getattr(node, "workeroutput", {})
    for why, name, number in output.get("not_run", []):
        node.config.stash[NOT_RUN][why, name] = number
    for line in output.get("notices", []):
        notices.leave(node.config, line)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """The last lines: what the tests leave to be known, what was not run, the processor time."""
    for line in notices.left(config):
        terminalreporter.write_line(line)
    not_run = config.stash[NOT_RUN]
    for line in notrun.lines(not_run):
        terminalreporter.write_line(line)
    # Of this process, of the workers, which have ended by now, and of what they started.
    terminalreporter.write_line(f"{sum(os.times()[:4]):.0f} s of processor time")
