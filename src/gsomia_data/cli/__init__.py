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
    quote,
)
from gsomia_data.cli.arguments import Parser, parsed
from gsomia_data.cli.console import CannotRunError, prepare_streams

_READING = (evidence, conflicts, find, export, cite, plot, path)
_CURATING = (check, fmt, build, explain, quote, gaps, compare, diff)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    prepare_streams()
    try:
        options = parsed(parser(), sys.argv[1:] if arguments is None else arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except CannotRunError as error:
        print(f"gsomia-data: {visible(str(error))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("gsomia-data: stopped", file=sys.stderr)
        return 2
    except MemoryError:
        print("gsomia-data: this needs more memory than there is", file=sys.stderr)
        return 2
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"gsomia-data: {visible(where)}{error.strerror or error}", file=sys.stderr)
        return 2
    return status


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        parser.exit(0, f"{location.version()}\n")


def parser() -> Parser:
    """The parser with every command."""
    top = Parser(
        prog="gsomia-data",
        description="The Korea-Japan military-intelligence pact (GSOMIA) as checked data.",
        epilog="Exit status: 0 nothing found, 1 findings, 2 could not run.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = top.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", required=True
    )

    def command(
        name: str, run: Callable[[argparse.Namespace], int], says: str, example: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=says,
            description=f"{says[0].upper()}{says[1:]}.",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(run=run)
        return added

    for one in (*_READING, *_CURATING):
        one.declare(command)
    return top
