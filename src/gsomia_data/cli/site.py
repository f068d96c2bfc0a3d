"""`site`: all of the package as pages for a browser."""

import argparse
import shlex
from pathlib import Path

from gsomia_data._floor import location
from gsomia_data.cli.console import (
    CannotRunError,
    Declare,
    Progress,
    harmless,
    say,
    stop_on_sigterm,
)
from gsomia_data.cli.folder import add_dir, files


def declare(command: Declare) -> None:
    """Declare the command."""
    site = command(
        "site",
        _run,
        "write pages for a browser that show each value with its words",
        "gsomia-data site gsomia-site",
    )
    # TARGET comes first, because after --corpus it would be the corpus.
    site.usage = "%(prog)s TARGET [-h] [--corpus [CORPUS]] [--dir DIR] [--force]"
    site.add_argument("target", nargs="?", metavar="TARGET", help="a new folder")
    site.add_argument(
        "--corpus",
        nargs="?",
        const=True,
        metavar="CORPUS",
        help="show whole documents, from this folder; such a site may not be published "
        "(default: DIR/corpus)",
    )
    add_dir(site)
    site.add_argument("--force", action="store_true", help="replace the folder of an earlier site")


def _run(options: argparse.Namespace) -> int:
    if options.target is None:
        raise CannotRunError(_without_target(options))
    package = files(options)
    corpus = _corpus(options, package.root)
    stop_on_sigterm()
    progress = Progress()
    try:
        from gsomia_data.reading.site import build

        built = build(
            package, options.target, corpus=corpus, force=options.force, progress=progress
        )
    except ModuleNotFoundError as error:
        why = f"site needs the library {error.name}: pip install 'gsomia-data[site]'"
        raise CannotRunError(why if error.name else str(error)) from error
    except ValueError as error:
        raise CannotRunError(str(error)) from error
    finally:
        progress.clear()
    target = location.expanded(options.target)
    # Not by `say`: a path that is broken between its words could not be opened.
    print(harmless(f"{target}: {built.pages:,} pages; open {target / 'index.html'} in a browser"))
    if corpus:
        say("It holds whole documents and may not be published.")
    return 0


def _corpus(options: argparse.Namespace, root: Path) -> Path | None:
    """The folder of the documents; none if the site is made without them."""
    given = options.corpus
    if given is None:
        return None
    folder = root / "corpus" if given is True else location.expanded(given)
    if not given or not folder.is_dir():
        where = folder if given else "''"
        why = "there is no such folder of documents; name the right one: --corpus CORPUS"
        raise CannotRunError(f"{where}: {why}")
    return folder


def _without_target(options: argparse.Namespace) -> str:
    if options.corpus in {None, True, ""}:
        return "site needs a TARGET, the name of a new folder; see gsomia-data site --help"
    taken = options.corpus
    call = shlex.join(["gsomia-data", "site", taken, "--corpus"])
    return f"--corpus took {taken} as the folder of the documents; name the TARGET first: {call}"
