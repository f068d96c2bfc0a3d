"""`fmt`: canonical CSV, canonical order, derived cells. It alone writes tables.

It never changes a curated cell, refuses tables that cannot be read or are ambiguous, and changes
nothing when it is run again. It takes tables as a spreadsheet writes them (``csvfile``).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from types import MappingProxyType

from gsomia_data.curation.checks.check import Breach
from gsomia_data.curation.checks.files import documents, present, shape
from gsomia_data.curation.checks.quotes import ambiguous
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.derived import sorted_rows
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import Snapshot
from gsomia_data.curation.schema.models import TABLES


def _mended(snapshot: Snapshot) -> Snapshot:
    """The package without the faults of its files that `fmt` mends: it writes the same rows."""
    sheets = {name: sheet.mended() for name, sheet in snapshot.sheets.items()}
    return replace(snapshot, sheets=MappingProxyType(sheets))


def formatted(
    snapshot: Snapshot, accept: Collection[str] = ()
) -> tuple[dict[str, bytes], list[Finding]]:
    """Canonical bytes of every table by path, or the findings that make `fmt` refuse.

    Args:
        snapshot: The package.
        accept: Sources whose document was replaced on purpose; their hash and length are computed
            again.
    """
    snapshot = _mended(snapshot)
    package = Package(snapshot)
    refused = refusals(package, accept)
    if refused:
        return {}, refused
    tables = {
        name: [dict(entry.cells) for entry in snapshot.sheets[name].entries] for name in TABLES
    }
    for row in tables["sources"]:
        if row["source_id"] in accept:
            row["sha256"] = row["characters"] = ""
    for cell, value in package.derived.always.items():
        tables[cell.table][cell.row][cell.column] = value
    for cell, value in package.derived.once.items():
        row = tables[cell.table][cell.row]
        row[cell.column] = row[cell.column] or value
    return {
        spec.path: csvfile.encode(
            spec.header, ([row[c] for c in spec.header] for row in sorted_rows(spec, tables[name]))
        )
        for name, spec in TABLES.items()
    }, []


def refusals(package: Package, accept: Collection[str] = ()) -> list[Finding]:
    """The findings because of which nothing is written: tables that cannot be read come first."""
    return _unreadable(package) or [*ambiguous(package), *_not_accepted(package, accept)]


def _unreadable(package: Package) -> list[Finding]:
    paths = {spec.path for spec in TABLES.values()}
    findings = (*present.run(package), *shape.run(package))
    return [finding for finding in findings if finding.path in paths]


def _not_accepted(package: Package, accept: Collection[str]) -> Iterator[Finding]:
    for name in accept:
        if name not in package.keyed["sources"]:
            message = f"there is no source {name!r}"
            yield documents.finding(Breach(TABLES["sources"].path, 0, "source_id", message))
    for name in accept:
        if name not in package.snapshot.texts:
            message = "the document is not here"
            yield documents.finding(Breach(f"corpus/{name}.txt", 0, "", message, "put it there"))
