"""Seals: `build` writes one into each row that has none, once the package is finished.

A row that is still being written has no seal, so its corrections are not findings. `build` knows
when that ends: it publishes the rows, and no check finds anything in them.
"""

from collections.abc import Iterator, Mapping

from gsomia_data.curation.checks import run
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.derived import seal
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import TableSpec


def sealed(package: Package) -> dict[str, bytes]:
    """The tables in which a seal is missing, with it, by path; none if a check finds anything.

    Findings about what `build` is about to write do not count. No seal is replaced, and nothing
    else is changed: a table in another form is a finding.
    """
    tables = dict(_with_seals(package))
    found = run(package).findings if tables else ()
    return {} if any(map(_of_the_data, found)) else tables


def _of_the_data(finding: Finding) -> bool:
    return finding.code[0] != "P" and finding.path.startswith(("dataset", "corpus"))


def _with_seals(package: Package) -> Iterator[tuple[str, bytes]]:
    for name, spec in TABLES.items():
        rows = package.rows(name) if spec.sealed else ()
        if not all(row.cells["seal"] for row in rows):
            cells = (_with_seal(spec, row.cells) for row in rows)
            yield spec.path, csvfile.encode(spec.header, (row.values() for row in cells))


def _with_seal(spec: TableSpec, row: Mapping[str, str]) -> dict[str, str]:
    return {**row, "seal": row["seal"] or seal(spec, row)}
