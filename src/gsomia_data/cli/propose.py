"""`propose`: rows that a machine can draft, for a curator to judge."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from gsomia_data._floor.terminal import visible
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import (
    CannotRunError,
    Declare,
    Progress,
    harmless,
    refuse,
    stop_on_sigterm,
)
from gsomia_data.cli.folder import add_corpus, add_dir, no_document, package, writable
from gsomia_data.cli.proposals import as_data, print_rows

if TYPE_CHECKING:
    from gsomia_data.curation.desk.drafting import Proposal
    from gsomia_data.curation.desk.proposing import Proposed
    from gsomia_data.curation.package.joined import Package

_NOTES = """\
propose TABLE [KEY] proposes evidence for each filled cell that has none: lines for
dataset/evidence.csv that check accepts. Where only a judgement is left, replace WORDS by the
words that carry it and REASON by the reason; lines that begin with # say why, and are not pasted.

propose sources ID proposes the row of sources for a document that has none. Then it proposes a
quote for each sentence that no quote and no omission holds yet, and an omission for what it
recognises as a part of the page, with what the rules find in each sentence. If nothing is left, it
proposes evidence for the cells of the source."""


def declare(command: Declare) -> None:
    """Declare the command."""
    propose = command(
        "propose",
        _run,
        "propose evidence for a record, or quotes for a document, as lines to paste",
        "gsomia-data propose polls gallup-korea-2016-11-oppose --source presstv-2016-11-23",
    )
    propose.epilog = f"{propose.epilog}\n\n{_NOTES}"
    propose.add_argument("table", metavar="TABLE", help="table of the record, or sources")
    propose.add_argument(
        "key", metavar="KEY", nargs="?", default="", help="key of the row (default: each row)"
    )
    for name, what in (
        ("source", "look only into this document"),
        ("quote", "look only into this quote, which is about the record"),
    ):
        propose.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="ID",
            help=f"{what}; may be repeated",
        )
    propose.add_argument(
        "--write",
        action="store_true",
        help="append the rows to their tables as well, but for those that need a judgement",
    )
    add_format(propose)
    add_dir(propose)
    add_corpus(propose)


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk.fmt import refusals

    stop_on_sigterm()
    searched = writable(options) if options.write else package(options)
    if findings := refusals(searched):
        return refuse(findings, "propose")
    if options.table != "sources":
        return _propose_evidence(searched, options)
    named = _sources(searched, options)
    if new := [source for source in named if source not in searched.keyed["sources"]]:
        return _propose_descriptions(searched, new, options)
    if drafts := _drafts(searched, named):
        return _propose_quotes(searched, drafts, options)
    return _propose_evidence(searched, options)


def _propose_descriptions(
    searched: "Package", new: "Sequence[str]", options: argparse.Namespace
) -> int:
    from gsomia_data.curation.desk.describing import described, line

    rows = [described(searched, source) for source in new]
    if options.format == "json":
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        print("# dataset/sources.csv")
        for row in rows:
            print(harmless(line(row)))
    print(
        "propose: complete the row, publisher and rights above all, and append it; nothing is "
        "written before",
        file=sys.stderr,
    )
    return 0


def _propose_evidence(searched: "Package", options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk.proposing import UnknownError, Where, propose

    where = Where(tuple(options.source), tuple(options.quote))
    progress = Progress()
    try:
        found = list(propose(searched, options.table, options.key, where, progress))
    except UnknownError as error:
        raise CannotRunError(str(error)) from None
    finally:
        progress.clear()
    if options.format == "json":
        from dataclasses import asdict

        print(json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=False))
    else:
        _print_evidence(found)
    if not found:
        print("nothing to propose: each cell has its evidence", file=sys.stderr)
    elif options.write:
        _write_evidence(searched, found)
    return 0


def _print_evidence(found: "Iterable[Proposed]") -> None:
    from gsomia_data.curation.desk.proposing import line

    for one in found:
        print(f"# {one.table} {one.key}")
        for cells in one.lines:
            print(harmless(line(cells)))
        for cell in one.open:
            print(f"#   {cell.column}: {visible(cell.why)}")


def _write_evidence(searched: "Package", found: "Sequence[Proposed]") -> None:
    from gsomia_data._floor import atomic
    from gsomia_data.curation.desk.proposing import appended, is_finished

    rows = [cells for one in found for cells in one.lines]
    finished = [cells for cells in rows if is_finished(cells)]
    if finished:
        atomic.write_into(searched.snapshot.root, appended(searched, finished))
    left = len(rows) - len(finished)
    judged = f"; {left} that need a judgement not written" if left else ""
    print(
        f"propose: {_rows(len(finished))} appended to dataset/evidence.csv{judged}; "
        "next: read them, then gsomia-data fmt and gsomia-data check",
        file=sys.stderr,
    )


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def _propose_quotes(
    searched: "Package", proposals: "Sequence[Proposal]", options: argparse.Namespace
) -> int:
    if options.format == "json":
        print(json.dumps([_as_data(searched, one) for one in proposals], indent=2))
    else:
        print_rows(searched, proposals, lambda one: _found(searched, one))
    if options.write:
        _write(searched, proposals)
    return 0


def _drafts(searched: "Package", sources: "Sequence[str]") -> "Sequence[Proposal]":
    from gsomia_data.curation.desk.drafting import drafted

    return [one for source in sources for one in drafted(searched, source)]


def _sources(searched: "Package", options: argparse.Namespace) -> "Sequence[str]":
    """The documents that are asked for.

    Raises:
        CannotRunError: One is not in the corpus.
    """
    texts = searched.snapshot.texts
    named = [options.key] if options.key else sorted(texts)
    if not named:
        raise CannotRunError("the corpus is not here; name --corpus DIR")
    for source in named:
        if source not in texts:
            raise no_document(searched, source)
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
    print(
        f"propose: {_rows(len(proposals))} appended to {' and '.join(changed)}; "
        "next: read them, write the rows of the other tables, then gsomia-data propose TABLE",
        file=sys.stderr,
    )
