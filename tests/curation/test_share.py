"""The share of one document: a package on which checks of rows and documents find the same."""

from collections.abc import Iterable

import pytest

from gsomia_data.curation.checks import CHECKS, run
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.share import share
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.faults import FAULTS, Fault
from kit.files import VERSION, Files, package
from kit.real import ROOT

LOCAL = {check.code: check for check in CHECKS if check.scope in ("rows", "document")}
del LOCAL["F04"]  # it compares all bytes of a file with all of its rows, and a share has some
DAMAGED = {fault.codes[0]: fault for fault in FAULTS if fault.codes[0] in LOCAL}


def shares(entire: Package) -> list[Package]:
    """The shares of all documents."""
    return [share(entire, row.cells["source_id"]) for row in entire.rows("sources")]


def local(findings: Iterable[Finding]) -> set[Finding]:
    """Those of the checks that work on single rows or on one document."""
    return {finding for finding in findings if finding.code in LOCAL}


class TestShare:
    """A check of rows or of a document needs no more than the share of one document."""

    def test_divides_what_belongs_to_documents(self, files: Files) -> None:
        """Each quote, omission, alias and row of evidence is in the share of one document.

        A listed name is in every share.
        """
        entire = package(files)
        for table in ("sources", "quotes", "omissions", "aliases", "evidence"):
            spec = TABLES[table]
            lines = [row.line for part in shares(entire) for row in part.rows(table)]
            expected = [
                row.line
                for row in entire.rows(table)
                for _ in range(len(shares(entire)) if spec.listed(row.cells) else 1)
            ]
            assert sorted(lines) == expected, table
        assert [set(part.snapshot.texts) for part in shares(entire)] == [
            {tiny.MORNING},
            {tiny.EVENING},
        ]

    @pytest.mark.parametrize("fault", DAMAGED.values(), ids=DAMAGED)
    def test_finds_what_the_package_has(self, fault: Fault, files: Files) -> None:
        """In the shares together these checks find exactly what they find in the package."""
        fault.apply(files)
        entire = package(files)
        found = local(run(entire).findings)
        assert fault.codes[0] in {finding.code for finding in found}
        assert {one for part in shares(entire) for one in local(run(part).findings)} == found

    def test_of_the_real_package_has_no_fault_of_its_own(self) -> None:
        """Each of these checks, run by itself, is content with each share."""
        for part in shares(Package(read(ROOT, default_version=VERSION))):
            assert [one for check in LOCAL.values() for one in check.run(part)] == []
