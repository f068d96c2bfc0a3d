"""The walk in CONTRIBUTING.md, done block by block in a copy."""

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import NamedTuple

from gsomia_data.cli import main

BLOCK = re.compile(r"^```(\w+)(?: (create|append) (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A block of the walk that has been done.

    Attributes:
        path: File that it created or appended to; empty for commands.
        body: What the block says.
        commands: Name and exit status of each command.
        printed: What the commands of this block, or else of the last one before it, printed.
    """

    path: str
    body: str
    commands: tuple[tuple[str, int], ...]
    printed: str


def go(root: Path, page: str) -> list[Step]:
    """Do each block of the page's walk in ``root``, in order."""
    text = page.partition("## Adding a document and a fact")[2].partition("\n## ")[0]
    done: list[Step] = []
    printed = ""
    for language, verb, path, body in BLOCK.findall(text):
        commands: list[tuple[str, int]] = []
        if verb == "create":
            (root / path).write_bytes(body.encode())
        elif verb == "append":
            (root / path).write_bytes((root / path).read_bytes() + body.encode())
        elif language == "console":
            with contextlib.redirect_stdout(io.StringIO()) as caught:
                commands = [_run(command, root) for command in body.splitlines()]
            printed = caught.getvalue()
        done.append(Step(path, body, tuple(commands), printed))
    return done


def _run(command: str, root: Path) -> tuple[str, int]:
    prompt, program, name, *arguments = shlex.split(command)
    if (prompt, program) != ("$", "gsomia-data"):
        raise ValueError(f"not a command of ours: {command}")
    return name, main([name, *arguments, "--dir", str(root)])
