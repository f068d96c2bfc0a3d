"""How proposed rows are printed: by the file into which they are pasted, or as JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from gsomia_data._floor.terminal import visible
from gsomia_data.cli.console import harmless

if TYPE_CHECKING:
    from gsomia_data.curation.desk.drafting import Proposal
    from gsomia_data.curation.package.joined import Package


def print_rows(
    package: "Package",
    proposals: "Sequence[Proposal]",
    remarks: "Callable[[Proposal], Iterator[str]] | None" = None,
) -> None:
    """Print the lines to paste, under the name of their file; remarks are below their line."""
    from gsomia_data.curation.desk.drafting import line
    from gsomia_data.curation.schema.models import TABLES

    for table in ("quotes", "omissions"):
        mine = [one for one in proposals if one.table == table]
        if mine:
            print(f"# {TABLES[table].path}")
        for one in mine:
            print(harmless(line(package, one)))
            for remark in remarks(one) if remarks else ():
                print(f"#   {visible(remark)}")


def as_data(package: "Package", one: "Proposal") -> dict[str, object]:
    """A proposal for JSON: its table, its place, its cells and its line."""
    from gsomia_data.curation.desk.drafting import cells, line

    return {
        "table": one.table,
        "source_id": one.source,
        "start": one.start,
        "stop": one.stop,
        "words": one.words,
        "cells": cells(package, one),
        "line": line(package, one),
    }
