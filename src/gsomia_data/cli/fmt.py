"""`fmt`: writes the tables in canonical form."""

import argparse

from gsomia_data.cli.console import Declare, refuse, stop_on_sigterm
from gsomia_data.cli.folder import add_corpus, add_dir, writable


def declare(command: Declare) -> None:
    """Declare the command."""
    fmt = command(
        "fmt",
        _run,
        "write the tables in canonical form and order, and their derived cells",
        "gsomia-data fmt --accept-document dw-2016-11-14",
    )
    add_dir(fmt)
    add_corpus(fmt)
    fmt.add_argument(
        "--accept-document",
        action="append",
        default=[],
        metavar="ID",
        help="record hash and length of this document anew: it was replaced on purpose",
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data._floor import atomic
    from gsomia_data.curation.desk.fmt import formatted
    from gsomia_data.curation.schema.models import TABLES

    stop_on_sigterm()
    snapshot = writable(options).snapshot
    files, findings = formatted(snapshot, options.accept_document)
    if findings:
        return refuse(findings, "fmt")
    changed = atomic.write_into(snapshot.root, files)
    print(f"fmt: {', '.join(changed)}" if changed else "fmt: nothing to change")
    for name, sheet in snapshot.sheets.items():
        if sheet.mends:
            print(f"fmt: {TABLES[name].path} mended: {', '.join(sheet.mends)}")
    return 0
