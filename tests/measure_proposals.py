"""How much of the evidence `propose` finds again. Run it as `python tests/measure_proposals.py`.

The evidence of one row at a time is taken away, and proposed again from the row and its documents
alone, then from the row and its quotes. Printed are, by table: the share of the rows of evidence
that need no judgement which come back exactly (quote, words, place, rule, value and relation), and
the share of the proposals, without those that ask for a judgement, that the tables do not have.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gsomia_data._floor import location
from gsomia_data.curation.desk.proposing import Where, propose
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.models import TABLES

_EVIDENCE = TABLES["evidence"]
_SAME = (*_EVIDENCE.key, "rule", "says", "relation")


@dataclass
class Tally:
    """What came back, of how much, and what was proposed, of which how much is superfluous."""

    wanted: int = 0
    back: int = 0
    proposed: int = 0
    superfluous: int = 0

    def add(self, wanted: set[tuple[str, ...]], proposed: set[tuple[str, ...]]) -> None:
        """Count one row."""
        self.wanted += len(wanted)
        self.back += len(wanted & proposed)
        self.proposed += len(proposed)
        self.superfluous += len(proposed - wanted)

    def line(self, name: str) -> str:
        """The figures as a line."""
        back = f"{self.back}/{self.wanted}"
        over = f"{self.superfluous}/{self.proposed}"
        return (
            f"{name:<13} came back {back:>9} {self.back / max(self.wanted, 1):5.1%}   "
            f"superfluous {over:>8} {self.superfluous / max(self.proposed, 1):5.1%}"
        )


def rows_of(package: Package, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The rows with evidence, or those with some in one of the documents."""
    found: dict[tuple[str, str], None] = {}
    for witness in package.witnesses:
        source = witness.quote.cells["source_id"] if witness.quote else ""
        if witness.spec is not None and (not documents or source in documents):
            found[witness.cell[:2]] = None
    yield from found


def without(package: Package, table: str, key: str) -> tuple[Package, list[dict[str, str]]]:
    """The package without the evidence of a row, and that evidence."""
    header = _EVIDENCE.header
    rows = [row.cells for row in package.rows("evidence")]
    taken = [cells for cells in rows if (cells["table_name"], cells["row_key"]) == (table, key)]
    left = [[cells[name] for name in header] for cells in rows if cells not in taken]
    data = csvfile.encode(header, left)
    return Package(package.snapshot.changed({_EVIDENCE.path: data})), taken


def same(cells: Mapping[str, str]) -> tuple[str, ...]:
    """What must be alike."""
    return tuple(cells[name] for name in _SAME)


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--dir", type=Path, default=location.root(), help="folder of the package")
    parser.add_argument(
        "--source", action="append", default=[], help="only rows with evidence in this document"
    )
    parser.add_argument("--show", action="store_true", help="print what differs")
    options = parser.parse_args()
    package = Package(read(options.dir, default_version=location.version()))
    listed = list(rows_of(package, options.source))
    for given in (False, True):
        tallies: dict[str, Tally] = {}
        total = Tally()
        for at, (table, key) in enumerate(listed):
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{at + 1}/{len(listed)} {table} {key:<60}")
            wanted, proposed = measured(package, table, key, given=given)
            for tally in (tallies.setdefault(table, Tally()), total):
                tally.add(wanted, proposed)
            if options.show:
                for what, rows in (("missing", wanted - proposed), ("over", proposed - wanted)):
                    sys.stdout.writelines(f"{what:<8} {' | '.join(row)}\n" for row in sorted(rows))
        lines = [one.line(name) for name, one in tallies.items()]
        what = "quotes" if given else "documents"
        sys.stdout.write(
            "\n".join(["", f"given the row and its {what}:", *lines, total.line("all")])
        )
        sys.stdout.write("\n")
    return 0


def measured(
    package: Package, table: str, key: str, *, given: bool
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """The evidence of a row that needs no judgement, and what is proposed without it."""
    left, taken = without(package, table, key)
    quotes = {row["quote_id"] for row in taken}
    sources = {package.keyed["quotes"][name].cells["source_id"] for name in quotes}
    (found,) = propose(left, table, key, Where(sources, quotes if given else ()))
    return (
        {same(row) for row in taken if row["rule"] not in {"", "judged"}},
        {same(row) for row in found.lines if row["rule"] != "judged"},
    )


if __name__ == "__main__":
    sys.exit(main())
