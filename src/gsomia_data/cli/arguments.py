"""How the commands are listed; arguments that none takes are refused in one line."""

import argparse
import os
import shlex
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from gsomia_data._floor.nearest import hint
from gsomia_data._floor.terminal import visible


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that names the help."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit status 2."""
        self.exit(2, f"{self.prog}: {visible(message)}; see {self.prog} --help\n")


def add_format(added: argparse.ArgumentParser) -> None:
    """Let a command print text for people or JSON for programs."""
    added.add_argument(
        "--format", choices=("text", "json"), default="text", help="format (default: text)"
    )


def section(heading: str, commands: Mapping[str, str]) -> str:
    """The part of the help that lists ``commands``, with what each does."""
    lines = [
        _filled(f"  {name:11}{says}", subsequent_indent=" " * 13) for name, says in commands.items()
    ]
    return "\n".join([f"{heading}:", *lines])


def sentence(says: str) -> str:
    """What a command does, as its own help says it."""
    return _filled(f"{says[0].upper()}{says[1:]}.")


def _filled(text: str, subsequent_indent: str = "") -> str:
    width = min(80, shutil.get_terminal_size().columns)
    return textwrap.fill(text, width, subsequent_indent=subsequent_indent, break_on_hyphens=False)


def parsed(parser: Parser, arguments: Sequence[str], commands: Sequence[str]) -> argparse.Namespace:
    """The options of one of ``commands``; leaves with exit status 2 if an argument is not taken."""
    name = arguments[0] if arguments else ""
    if name and not name.startswith("-") and name not in commands:
        message = f"there is no command {name!r}{hint(name, commands)} (see gsomia-data --help)"
        parser.exit(2, f"gsomia-data: {visible(message)}\n")
    options, extra = parser.parse_known_args(arguments)
    if extra:
        parser.exit(2, f"{visible(_refusal(options, arguments, extra))}\n")
    return options


def _refusal(options: argparse.Namespace, arguments: Sequence[str], extra: Sequence[str]) -> str:
    command = f"gsomia-data {options.command}"
    places = [one for one in extra if not one.startswith("-")]
    if places and hasattr(options, "dir") and _is_like_a_folder(places[0]):
        others = list(arguments)
        others.remove(places[0])
        call = shlex.join(["gsomia-data", *others, "--dir", places[0]])
        return f"{command} takes the folder as --dir: {call}"
    why = f"{command} does not take {shlex.join(extra)}"
    if places and hasattr(options, "words"):
        why += "; put several words between quotation marks"
    elif places and hasattr(options, "dir"):
        why += "; a folder is given as --dir"
    return f"{why}; see {command} --help"


def _is_like_a_folder(argument: str) -> bool:
    return os.sep in argument or Path(argument).is_dir()
