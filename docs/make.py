"""Make the pages that print the data: run what they show, and write below it what it prints.

In a page every block `python`, `console` or `r` is run, the blocks of one language in one session,
in a new folder; what a block prints is the block `text` below it. Between `<!-- compared: A B -->`
and its end is what `gsomia-data compare A B` prints. Blocks `sh` and `R` are only shown. A file
of R beside the page can be sourced. A figure is drawn.
"""
# ruff: noqa: INP001 - a script in the folder of its pages, not a package

import argparse
import importlib.metadata
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from gsomia_data._floor import atomic, location

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "docs/tutorial.md",
    "docs/r.md",
    "docs/statistics.md",
    "docs/reliability-of-coding.md",
    "docs/figures/timeline.svg",
)
EPILOG = """\
Exit status: 0; 1 where a page cannot be made as it is; 2 where this machine lacks what a page needs
and the page is named, or --all is given.

example:
  .venv/bin/python docs/make.py docs/tutorial.md
"""

STEP = re.compile(
    r"^```(python|console|r)\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL
)
GENERATED = re.compile(
    r"^<!-- (generated|compared).*?<!-- end of \1 -->$", re.MULTILINE | re.DOTALL
)
COMPARED = re.compile(
    r"^(<!-- compared: (\S+) (\S+) -->\n).*?^(<!-- end of compared -->)$", re.MULTILINE | re.DOTALL
)
BREAK = "\x02\n"
"""Printed before each block, to separate what the blocks print."""


class NotHereError(Exception):
    """What a page needs is not on this machine; the message says what."""


class PageError(Exception):
    """A page cannot be made as it is; the message says where and why."""


class Block(NamedTuple):
    """A block that is run: language, code, and its line in the page."""

    language: str
    code: str
    line: int


def blocks(text: str) -> list[Block]:
    """The blocks of a page that are run, in order."""
    return [
        Block(step[1], step[2], text.count("\n", 0, step.start()) + 1)
        for step in STEP.finditer(text)
    ]


def loose(text: str) -> list[int]:
    """The lines at which an output begins that no block prints: it would never be made again."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[0].count("\n")

    rest = STEP.sub(blank, GENERATED.sub(blank, text))
    return [at for at, line in enumerate(rest.split("\n"), 1) if line == "```text"]


def made(page: str, text: str) -> str:
    """The page with what its blocks print now.

    Raises:
        NotHereError: Its language is not here.
        PageError: A block fails or warns, or an output has no block.
    """
    for line in loose(text):
        raise PageError(f"{page}:{line}: no block prints this output")
    found = blocks(text)
    printed: dict[int, str] = {}
    for ours, session in ((("python", "console"), _python), (("r",), _r)):
        chosen = [block for block in found if block.language in ours]
        if chosen:
            outputs = session(page, chosen)
            printed |= {block.line: out for block, out in zip(chosen, outputs, strict=True)}
    in_order = iter([printed[block.line] for block in found])

    def with_output(step: re.Match[str]) -> str:
        output = re.sub("[ \t]+$", "", next(in_order), flags=re.MULTILINE).removesuffix("\n")
        below = f"\n```text\n{output}\n```\n" if output else ""
        return f"```{step[1]}\n{step[2]}```\n{below}"

    def with_figures(block: re.Match[str]) -> str:
        command = [sys.executable, "-m", "gsomia_data", "compare", block[2], block[3]]
        return f"{block[1]}\n{_printed(page, command, ROOT)}\n{block[4]}"

    return COMPARED.sub(with_figures, STEP.sub(with_output, text))


def drawn(page: str) -> bytes:
    """The timeline, with the matplotlib that is pinned: another draws other bytes.

    Raises:
        NotHereError: That matplotlib is not here.
        PageError: It cannot be drawn.
    """
    pins = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^matplotlib==(\S+)$", pins, re.MULTILINE)
    try:
        here = importlib.metadata.version("matplotlib")
    except importlib.metadata.PackageNotFoundError:
        here = "none"
    if [here] != pinned:
        raise NotHereError(f"it is drawn with matplotlib {', '.join(pinned)}, here is {here}")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / Path(page).name
        _printed(page, [sys.executable, "-m", "gsomia_data", "plot", "timeline", str(target)], ROOT)
        return target.read_bytes()


def _python(page: str, chosen: Sequence[Block]) -> list[str]:
    """What Python blocks and commands print."""
    code = "import subprocess as _s, sys as _y\n"
    for block in chosen:
        code += f"print({BREAK[:-1]!r})\n"
        code += block.code if block.language == "python" else _commands(page, block)
    with tempfile.TemporaryDirectory() as folder:
        # An installed package has no documents, so a copy without them says the same.
        for name in ("dataset", "schemas"):
            shutil.copytree(ROOT / name, Path(folder) / "package" / name)
        shutil.copy(ROOT / location.DESCRIPTOR, Path(folder) / "package")
        (Path(folder) / "page.py").write_text(code, encoding="utf-8")
        run = [sys.executable, "-W", "error", "-u", "page.py"]
        return _outputs(page, run, Path(folder), chosen)


def _commands(page: str, block: Block) -> str:
    """The commands of a block as Python; an installation's `check` is that of the copy."""
    code = ""
    for line in block.code.splitlines():
        if not line.startswith("$ gsomia-data "):
            raise PageError(f"{page}:{block.line}: not a command of ours: {line}")
        arguments = shlex.split(line)[2:]
        arguments += ["--dir", "package"] if arguments == ["check"] else []
        code += f"_s.run([_y.executable, '-m', 'gsomia_data', *{arguments!r}], check=True)\n"
    return code


def _r(page: str, chosen: Sequence[Block]) -> list[str]:
    """What R blocks print."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        raise NotHereError("Rscript is not installed")
    probe = [rscript, "--vanilla", "-e", "library(jsonlite)"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:  # noqa: S603 - own R
        raise NotHereError("R has no package jsonlite")
    code = "".join(f'cat("\\002\\n")\n{block.code}' for block in chosen)
    with tempfile.TemporaryDirectory() as folder:
        for one in (ROOT / page).parent.glob("*.R"):  # what the page sources
            shutil.copy(one, folder)
        (Path(folder) / "page.R").write_text(code, encoding="utf-8")
        return _outputs(page, [rscript, "--vanilla", "page.R"], Path(folder), chosen)


def _outputs(page: str, command: list[str], folder: Path, chosen: Sequence[Block]) -> list[str]:
    """What each block prints, run by one command; the first that fails is named."""
    done = _run(command, folder)
    outputs = done.stdout.split(BREAK)[1:]
    if done.returncode or done.stderr:
        line = chosen[max(len(outputs), 1) - 1].line
        raise PageError(f"{page}:{line}: {_why(done)}")
    return outputs


def _printed(page: str, command: list[str], folder: Path) -> str:
    done = _run(command, folder)
    if done.returncode:
        raise PageError(f"{page}: {_why(done)}")
    return done.stdout


def _why(done: "subprocess.CompletedProcess[str]") -> str:
    """The last line on stderr of a command that failed, or its exit status."""
    return (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]


def _run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command as on any machine: this Python, this checkout, width and language."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    same = {
        "COLUMNS": "80",
        "LINES": "24",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT / "src"),
        "PATH": path,
    }
    return subprocess.run(  # noqa: S603 - the pages' own code
        command,
        cwd=folder,
        env=os.environ | same,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def make(page: str) -> bool:
    """Make one page; whether it changed."""
    path = ROOT / page  # an absolute path stays itself
    if path.suffix == ".svg":
        data = drawn(page)
    else:
        data = made(page, path.read_text(encoding="utf-8")).encode()
    return bool(atomic.write_into(path.parent, {path.name: data}))


def main() -> int:
    """Make the pages that are asked for, or all."""
    parser = argparse.ArgumentParser(
        description=str(__doc__),
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help=f"default: {', '.join(PAGES)}")
    parser.add_argument("--all", action="store_true", help="a page that is not made is an error")
    options = parser.parse_args()
    status = 0
    for page in options.pages or PAGES:
        try:
            changed = make(page)
        except NotHereError as error:
            sys.stderr.write(f"{page}: not made: {error}\n")
            status = max(status, 2 if options.all or options.pages else 0)
        except (PageError, OSError, UnicodeDecodeError) as error:
            sys.stderr.write(f"{error}\n")
            status = max(status, 1)
        else:
            sys.stdout.write(f"{page}: {'made' if changed else 'nothing has changed'}\n")
            sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
