"""The command line. Parses, calls, prints, exits; the only package that may import both halves.

A command is a module of its name: what it takes, and what it does. Exit status: 0 for nothing
found, 1 for findings, 2 if it could not run. Nothing is imported before it is needed, so that
`--help` costs no more than Python itself.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from gsomia_data._floor import location
from gsomia_data._floor.terminal import visible
from gsomia_data.cli import (
    build,
    check,
    cite,
    codebook,
    compare,
    conflicts,
    diff,
    evidence,
    explain,
    export,
    find,
    fmt,
    gaps,
    path,
    plot,
    propose,
    quote,
    site,
    tables,
    timeline,
)
from gsomia_data.cli.arguments import Parser, parsed, section, sentence
from gsomia_data.cli.console import CannotRunError, prepare_streams

_GROUPS = {
    "for readers": (
        tables, codebook, evidence, conflicts, timeline, find, export, cite, plot, site, path
    ),
    "for curators": (check, fmt, build, explain, quote, propose, gaps, compare, diff),
}  # fmt: skip
"""The commands, in the order of the help."""

_NAMES = [one.__name__.rpartition(".")[2] for group in _GROUPS.values() for one in group]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    prepare_streams()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (CannotRunError, KeyboardInterrupt, MemoryError, OSError) as error:
        print(f"gsomia-data: {_why(error)}", file=sys.stderr)
    return 2


def _run(arguments: Sequence[str]) -> int:
    top = parser()
    options = parsed(top, arguments, _NAMES)
    if options.command is None:  # a script whose command is an empty variable may not pass
        top.print_help(sys.stderr)
        return 2
    status: int = options.run(options)
    sys.stdout.flush()
    return status


def _why(error: BaseException) -> str:
    """Why a command could not run, in one line."""
    if isinstance(error, KeyboardInterrupt):
        return "stopped"
    if isinstance(error, MemoryError):
        return "this needs more memory than there is"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return visible(where) + str(error.strerror or error)
    return visible(str(error))


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(location.version())  # `exit` would print it to stderr
        parser.exit(0)


def parser() -> Parser:
    """The parser with every command."""
    top = Parser(
        prog="gsomia-data",
        usage="gsomia-data COMMAND ...",
        epilog="gsomia-data COMMAND --help shows what a command takes, and an example.\n"
        "Exit status: 0 nothing found, 1 findings, 2 could not run.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    # The description lists the commands, because argparse cannot group them.
    commands = top.add_subparsers(dest="command", prog="gsomia-data", help=argparse.SUPPRESS)
    sections = ["The Korea-Japan military-intelligence pact (GSOMIA) as checked data."]
    for heading, modules in _GROUPS.items():
        group: dict[str, str] = {}

        def command(
            name: str,
            run: Callable[[argparse.Namespace], int],
            says: str,
            example: str,
            group: dict[str, str] = group,
        ) -> argparse.ArgumentParser:
            group[name] = says
            added = commands.add_parser(
                name,
                description=sentence(says),
                epilog=f"example:\n  {example}",
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
            added.set_defaults(run=run)
            return added

        for one in modules:
            one.declare(command)
        sections.append(section(heading, group))
    top.description = "\n\n".join(sections)
    return top
