"""What all commands share: how they are declared, how they fail, how they print."""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gsomia_data._floor.damaged import DamagedError, undamaged
from gsomia_data._floor.nearest import NotThereError
from gsomia_data._floor.terminal import controls, visible

if TYPE_CHECKING:
    from pandas import DataFrame

    from gsomia_data.curation.findings import Finding


WIDEST = 100
"""Longer lines are hard to read, however wide the terminal."""


class CannotRunError(Exception):
    """Why a command could not run, in one line with the way out."""


class Declare(Protocol):
    """Declares one command; its `--help` shows the example."""

    def __call__(
        self, name: str, run: Callable[[argparse.Namespace], int], says: str, example: str
    ) -> argparse.ArgumentParser:
        """Return the parser of the command, which takes its arguments."""


def prepare_streams() -> None:
    """Force UTF-8 and LF, as in the files, and survive a missing stdout or stderr."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the process
    if sys.stderr is None:
        sys.stderr = sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def stop_on_sigterm() -> None:
    """Let SIGTERM stop a command as Ctrl-C does, so that it leaves nothing half-written."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def harmless(text: str) -> str:
    """``text`` to paste, as it is: only what would control a terminal is escaped.

    No document that `check` accepts holds such a character.
    """
    return "".join(visible(char) if controls(char) else char for char in text)


def say(text: str, indent: int = 0, hanging: int = 0) -> None:
    """Print ``text`` as one line; on a terminal, broken between words at its width.

    It is for people to read: a no-break blank is a blank here. What cannot be seen, or would
    control the terminal, is shown by its code. ``hanging`` is how much further the lines after the
    first are indented.
    """
    blanks = " " * indent
    line = visible(text.replace("\xa0", " "))
    if sys.stdout.isatty():
        import shutil
        import textwrap

        width = min(shutil.get_terminal_size().columns, WIDEST)
        line = textwrap.fill(
            line,
            max(width, indent + hanging + 20),
            initial_indent=blanks,
            subsequent_indent=blanks + " " * hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        print(line)
    else:
        print(blanks + line)


def refuse(findings: "Sequence[Finding]", command: str) -> int:
    """Print why ``command`` wrote nothing; return the exit status."""
    for finding in findings:
        print(finding.text(), file=sys.stderr)
    print(f"gsomia-data: {command} wrote nothing", file=sys.stderr)
    return 1


@contextmanager
def readable(own: type[Exception] = NotThereError) -> Iterator[None]:
    """Turn an error of the block, which reads the tables, into one line.

    Args:
        own: An error whose message is that line already, as is ``NotThereError``.

    Raises:
        CannotRunError: A name is unknown, or the package is damaged.
    """
    try:
        with undamaged():
            yield
    except (NotThereError, own) as error:
        raise CannotRunError(str(error.args[0])) from error
    except DamagedError as error:
        raise CannotRunError(str(error)) from error


def records(rows: "DataFrame") -> list[dict[str, str]]:
    """Rows of a frame as text; a missing value is empty."""
    listed = _filled(rows, "")
    return [{name: str(cell) for name, cell in row.items()} for row in listed]


def print_json(rows: "DataFrame") -> None:
    """Print a frame as a list of objects. A day is an ISO date, a missing value null."""
    listed = _filled(rows, None)
    print(json.dumps(listed, ensure_ascii=True, indent=2, default=lambda day: str(day.date())))


def _filled(rows: "DataFrame", missing: str | None) -> list[dict[str, object]]:
    """The rows, with ``missing`` for each missing value, which a column of codes could not hold."""
    listed = rows.astype(object).where(rows.notna(), missing).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in listed]


_SOON = 0.5
"""Seconds; work that takes less time shows no progress."""


class Progress:
    """One line on the terminal that names the current step, if the work takes long."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, step: str) -> None:
        """Name the step that begins."""
        if sys.stderr.isatty() and time.monotonic() - self._began > _SOON:
            self._shown = True
            print(f"\r\x1b[K{visible(step)} ...", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
