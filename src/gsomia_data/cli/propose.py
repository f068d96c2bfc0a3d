"""`propose`: rows that a machine can draft, for a curator to judge."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gsomia_data.cli.console import CannotRunError, Declare, refuse, stop_on_sigterm
from gsomia_data.cli.folder import add_corpus, add_dir, package, writable
from gsomia_data.cli.proposals import as_data, print_rows

if TYPE_CHECKING:
    from gsomia_data.curation.desk.drafting import Proposal
    from gsomia_data.curation.package.joined import Package

_SOURCES = """\
propose sources proposes a quote for each sentence of a document that no quote and no omission
holds yet, and an omission for what it recognises as a part of the page. Below each quote is what
the rules find in it; these lines begin with # and are not pasted."""


def declare(command: Declare) -> None:
    """Declare the command."""
    propose = command(
        "propose",
        _run,
        "propose rows for what is not in the tables yet, as lines to paste",
        "gsomia-data propose sources dw-2016-11-14",
    )
    propose.epilog = f"{propose.epilog}\n\n{_SOURCES}"
    propose.add_argument("table", metavar="TABLE", help="sources")
    propose.add_argument(
        "key", metavar="KEY", nargs="?", help="key of the row (default: each row of TABLE)"
    )
    propose.add_argument(
        "--write", action="store_true", help="append the rows to their tables as well"
    )
    propose.add_argument(
        "--format", choices=("text", "json"), default="text", help="format (default: text)"
    )
    add_dir(propose)
    add_corpus(propose)


def _run(options: argparse.Namespace) -> int:
    if options.table == "sources":
        return _propose_sources(options)
    raise CannotRunError(f"nothing is proposed for {options.table!r}; name sources")


def _propose_sources(options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk.drafting import drafted
    from gsomia_data.curation.desk.fmt import refusals

    stop_on_sigterm()
    searched = writable(options) if options.write else package(options)
    if findings := refusals(searched):
        return refuse(findings, "propose")
    proposals = [one for source in _sources(searched, options) for one in drafted(searched, source)]
    if options.format == "json":
        print(json.dumps([_as_data(searched, one) for one in proposals], indent=2))
    else:
        print_rows(searched, proposals, lambda one: _found(searched, one))
    if not proposals:
        print("nothing to propose: a quote or an omission holds each character", file=sys.stderr)
    elif options.write:
        _write(searched, proposals)
    return 0


def _sources(searched: "Package", options: argparse.Namespace) -> "Sequence[str]":
    """The documents that are asked for.

    Raises:
        CannotRunError: One is not in the corpus, or has no row in `sources`.
    """
    texts, rows = searched.snapshot.texts, searched.keyed["sources"]
    named = [options.key] if options.key else sorted(texts)
    known = ", ".join(sorted(texts)) or "none: the corpus is not here"
    if not named:
        raise CannotRunError("the corpus is not here; name --corpus DIR")
    for source in named:
        if source not in texts:
            raise CannotRunError(f"there is no document {source!r}; known are {known}")
        if source not in rows:
            message = f"dataset/sources.csv has no row for {source!r}; describe the document first"
            raise CannotRunError(message)
    return named


def _found(searched: "Package", one: "Proposal") -> Iterator[str]:
    """What the rules find in a quote that is proposed, line by line."""
    from gsomia_data.curation.desk.reading_aid import aid

    if one.table == "quotes":
        yield from (found.text() for found in aid(searched, one.source, one.start, one.stop))


def _as_data(searched: "Package", one: "Proposal") -> dict[str, object]:
    from dataclasses import asdict

    from gsomia_data.curation.desk.reading_aid import aid

    found = aid(searched, one.source, one.start, one.stop) if one.table == "quotes" else ()
    return {**as_data(searched, one), "found": [asdict(finding) for finding in found]}


def _write(searched: "Package", proposals: "Sequence[Proposal]") -> None:
    from gsomia_data._floor import atomic
    from gsomia_data.curation.desk.drafting import appended

    changed = atomic.write_into(searched.snapshot.root, appended(searched, proposals))
    rows = "1 row" if len(proposals) == 1 else f"{len(proposals)} rows"
    print(
        f"propose: {rows} appended to {' and '.join(changed)}; "
        "next: read them, then gsomia-data fmt and gsomia-data check",
        file=sys.stderr,
    )
