"""What the package costs beside its peers: `python tests/benchmark.py [--runs N]`.

Whole processes, ours and the peer's in turn, after a warm-up that writes the byte code. What it
prints is told in docs/performance.md. Exit status: 0, or 2 where something could not run.
"""

import argparse
import datetime as dt
import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from gsomia_data._floor import location


@dataclass(frozen=True, slots=True)
class Pair:
    """A command of ours and its peer, and how dear ours may be.

    ``budget`` is a ratio, or with ``in_ms`` a difference in milliseconds.
    """

    name: str
    ours: Sequence[str]
    peer: Sequence[str]
    budget: float
    in_ms: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took, how much memory it held at most."""

    seconds: float
    megabytes: float


class CannotRunError(Exception):
    """Why nothing was measured, in one line."""


def pairs() -> list[Pair]:
    """What is measured."""
    table = str(location.root() / "dataset" / "agreements.csv")
    gsomia, frictionless = script("gsomia-data"), script("frictionless")

    def python(code: str) -> list[str]:
        return [sys.executable, "-c", code]

    read = python(f"import pandas; pandas.read_csv({table!r})")
    load = python("import gsomia_data; gsomia_data.load('agreements')")
    validate = [frictionless, "validate", location.DESCRIPTOR]
    return [
        Pair("load : read_csv", load, read, 1.10),
        Pair("import : pass", python("import gsomia_data"), python("pass"), 30, in_ms=True),
        Pair("check : frictionless", [gsomia, "check"], validate, 0.5),
        Pair("--help : argparse", [gsomia, "--help"], python("import argparse"), 2.5),
    ]


def script(name: str) -> str:
    """The command ``name`` of this environment."""
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    if not found:
        raise CannotRunError(f"no command {name} here: pip install -r requirements/dev.txt")
    return found


def run(command: Sequence[str]) -> Run:
    """Run a command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=location.root(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CannotRunError(f"{' '.join(command)}: exit status {process.returncode}")
    return Run(seconds, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def measured(pair: Pair, runs: int) -> list[str]:
    """The cells of the pair's row."""
    run(pair.ours), run(pair.peer)
    ours, peer = zip(*((run(pair.ours), run(pair.peer)) for _ in range(runs)), strict=True)
    least, middle = (
        [choose(one.seconds for one in side) for side in (ours, peer)]
        for choose in (min, statistics.median)
    )
    ratio, more = least[0] / least[1], 1000 * (least[0] - least[1])
    kept = (more if pair.in_ms else ratio) <= pair.budget
    return [
        pair.name,
        *(f"{seconds:.3f}" for seconds in (*least, *middle)),
        f"{ratio:.2f}",
        f"{middle[0] / middle[1]:.2f}",
        f"{more:.0f}",
        f"{pair.budget:.0f} ms" if pair.in_ms else f"{pair.budget:.2f}",
        "yes" if kept else "NO",
        *(f"{max(one.megabytes for one in side):.0f}" for side in (ours, peer)),
    ]


HEAD = (
    "pair", "min s", "peer", "med s", "peer", "by min", "by med", "ms more", "budget", "kept",
    "MB", "peer",
)  # fmt: skip


def report(runs: int) -> Iterator[str]:
    """What was measured, when and where; then a line for each pair."""
    if runs < 1 or not hasattr(os, "wait4"):
        raise CannotRunError("it takes one run or more, on a Unix system")
    rows = [HEAD, *(measured(pair, runs) for pair in pairs())]
    names = ("gsomia-data", "pandas", "pydantic", "frictionless")
    yield f"{dt.datetime.now(dt.UTC).date()}, {runs} runs of each, {os.cpu_count()} processors"
    yield f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {version(name)}" for name in names)
    yield ""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        figures = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([name.ljust(widths[0]), *figures])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Whole processes beside their peers.")
    parser.add_argument("--runs", type=int, default=15, help="runs of each (default: 15)")
    try:
        told = "\n".join(report(parser.parse_args().runs))
    except (CannotRunError, OSError) as error:
        parser.exit(2, f"benchmark: {error}\n")
    sys.stdout.write(f"{told}\n")
