"""What the explorer costs, beside its limits: `python tests/site_budget.py [--runs N]`.

The site of this package is built in processes of its own, each in turn with one that only imports
pandas; processor time counts, because a site is written to disk. With Playwright and Chromium it
also searches and sorts the largest table. What it prints is explained in docs/performance.md. Exit
status: 0, or 2 where something could not run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from gsomia_data._floor import location

_CHROMIUM = "/usr/bin/chromium"
_SEARCH = """() => {
  const field = document.querySelector('#page-q'), began = performance.now();
  field.value = 'seoul';
  field.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.getBoundingClientRect();
  return performance.now() - began;
}"""
_SORT = """() => {
  const heading = document.querySelector('th:nth-child(2) button.sort'), began = performance.now();
  heading.click();
  document.body.getBoundingClientRect();
  return performance.now() - began;
}"""


@dataclass(frozen=True, slots=True)
class Line:
    """A limit, and what was measured; no figure where it could not be."""

    name: str
    limit: float
    measured: float | None
    unit: str

    def __str__(self) -> str:
        """As it is printed."""
        if self.measured is None:
            return f"{self.name:44}{self.limit:>10,.4g}{'not measured':>14}  {self.unit}"
        kept = "yes" if self.measured <= self.limit else "NO"
        return f"{self.name:44}{self.limit:>10,.4g}{self.measured:>14,.4g}  {self.unit:8}{kept}"


def processor(command: list[str]) -> float:
    """The processor time of a command, in seconds."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise OSError(said.decode().strip() or f"{command[0]}: exit status {process.returncode}")
    return used.ru_utime + used.ru_stime


def built(target: Path, runs: int) -> Iterator[Line]:
    """What it takes to build the site at ``target``."""
    site = [sys.executable, "-m", "gsomia_data", "site", str(target), "--force"]
    pandas = [sys.executable, "-c", "import pandas"]
    processor(site), processor(pandas)
    ours, peer = zip(*((processor(site), processor(pandas)) for _ in range(runs)), strict=True)
    yield Line("processor time of a build, least", 1.5, min(ours), "s")
    yield Line("  as a multiple of importing pandas", 4, min(ours) / min(peer), "")


def sizes(target: Path) -> Iterator[Line]:
    """How large the pages are."""
    pages = {one: one.stat().st_size / 1000 for one in target.rglob("*.html")}
    documents = [size for one, size in pages.items() if one.parent.name == "sources"]
    apart = {"tables", "sources", target.name}
    records = [size for one, size in pages.items() if one.parent.name not in apart]
    shared = sum((target / name).stat().st_size for name in ("site.css", "site.js")) / 1000
    yield Line("HTML of the largest page", 150, max(pages.values()), "kB")
    yield Line("  of the largest document", 120, max(documents), "kB")
    yield Line("  of the median record", 10, median(records), "kB")
    yield Line("  of a page on average", 12, sum(pages.values()) / len(pages), "kB")
    yield Line("style and script", 30, shared, "kB")
    yield Line("search index", 150, (target / "entries.js").stat().st_size / 1000, "kB")
    lines = (target / "site.js").read_text("utf-8").splitlines()
    yield Line("lines of the script", 200, len(lines), "lines")


def shown(target: Path) -> Iterator[Line]:
    """How long a reader waits in the largest table; the least of some tries."""
    tables = target / "tables"
    largest = max(tables.glob("*.html"), key=lambda one: one.read_text("utf-8").count("<tr"))
    taken = _in_chromium(largest)
    for what, script in (("search", _SEARCH), ("sort", _SORT)):
        yield Line(f"{what} of {largest.name}", 50, taken and taken(script), "ms")


def _in_chromium(page: Path) -> Callable[[str], float] | None:
    """What runs a script in a page, in a new browser each time; none without Playwright."""
    try:
        # It is no part of what the other tests need.
        from playwright.sync_api import (  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
            sync_playwright,
        )
    except ModuleNotFoundError:
        return None

    def taken(script: str) -> float:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
            opened = browser.new_page()
            tries = []
            for _ in range(3):
                opened.goto(page.as_uri())
                tries.append(float(opened.evaluate(script)))
                opened.reload()
            browser.close()
        return min(tries)

    return taken if Path(_CHROMIUM).exists() else None


def report(runs: int) -> Iterator[str]:
    """A line for each limit."""
    yield f"{'what':44}{'limit':>10}{'measured':>14}  {'':8}kept"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        for part in (built(target, runs), sizes(target), shown(target)):
            yield from map(str, part)
    rows = sum(1 for _ in (location.root() / "dataset" / "evidence.csv").open(encoding="utf-8")) - 1
    yield f"of {rows:,} lines of evidence"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What the explorer costs, beside its limits.")
    parser.add_argument("--runs", type=int, default=5, help="builds that are timed (default: 5)")
    try:
        for line in report(parser.parse_args().runs):
            sys.stdout.write(f"{line}\n")
    except OSError as error:
        parser.exit(2, f"site_budget: {error}\n")
