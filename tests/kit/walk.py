"""The walk in CONTRIBUTING.md, done block by block in a copy.

A block of the walk says in its first line what it is:

- ``text create PATH``: a new file with these bytes;
- ``csv append PATH``: these lines go to the end of the file;
- ``console``: a line with ``$`` before it is a command, and what is below it is what it prints.
  ``…`` is for any characters of a line, or alone for any lines; a command with nothing below it
  shows nothing.
"""

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import NamedTuple

from gsomia_data.cli import main

BLOCK = re.compile(r"^```(\w+)(?: (create|append) (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
REST = "…"


class Step(NamedTuple):
    """A block of the walk that has been done.

    Attributes:
        path: File that it created or appended to; empty for commands.
        body: What the block says.
        commands: Name and exit status of each command.
        outputs: What the block shows below each command, and what the command printed.
        printed: What all commands up to here have printed.
    """

    path: str
    body: str
    commands: tuple[tuple[str, int], ...]
    outputs: tuple[tuple[str, str], ...]
    printed: str


def go(root: Path, page: str) -> list[Step]:
    """Do each block of the page's walk in ``root``, in order."""
    text = page.partition("## Adding a document and a fact")[2].partition("\n## ")[0]
    done: list[Step] = []
    printed = ""
    for language, verb, path, body in BLOCK.findall(text):
        commands: list[tuple[str, int]] = []
        outputs: list[tuple[str, str]] = []
        if verb == "create":
            (root / path).write_bytes(body.encode())
        elif verb == "append":
            (root / path).write_bytes((root / path).read_bytes() + body.encode())
        elif language == "console":
            for command, shown in COMMAND.findall(body):
                with contextlib.ExitStack() as caught:
                    output = io.StringIO()
                    caught.enter_context(contextlib.redirect_stdout(output))
                    caught.enter_context(contextlib.redirect_stderr(output))
                    commands.append(_run(command, root))
                outputs.append((shown, output.getvalue()))
                printed += output.getvalue()
        done.append(Step(path, body, tuple(commands), tuple(outputs), printed))
    return done


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether a command printed what the page shows below it."""
    lines = (
        r"(?:.*\n)*" if line == REST else re.escape(line).replace(REST, ".*") + r"\n"
        for line in shown.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


def _run(command: str, root: Path) -> tuple[str, int]:
    program, name, *arguments = shlex.split(command)
    if program != "gsomia-data":
        raise ValueError(f"not a command of ours: {command}")
    return name, main([name, *arguments, "--dir", str(root)])
