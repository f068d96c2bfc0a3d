"""`explain`: a check in words."""

import argparse

from gsomia_data.cli.console import CannotRunError, Declare


def declare(command: Declare) -> None:
    """Declare the command."""
    explain = command("explain", _run, "explain the code of a finding", "gsomia-data explain E04")
    explain.add_argument("code", metavar="CODE", help="code of a check, such as E04")


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.build import CannotBuildError, pages

    try:
        print("\n".join(pages.explained(options.code.upper())))
    except CannotBuildError as error:
        raise CannotRunError(str(error)) from error
    except KeyError:
        from gsomia_data.curation.checks import CHECKS

        codes = ", ".join(check.code for check in CHECKS)
        raise CannotRunError(f"there is no check {options.code!r}; the codes are {codes}") from None
    return 0
