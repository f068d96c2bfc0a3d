"""The checks: small named claims over one frozen package, listed in reading order.

Checks judge and never repair; nothing here opens a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gsomia_data.curation.checks import (
    coverage,
    derived,
    evidence,
    files,
    keys,
    notes,
    omissions,
    publication,
    quotes,
    rereading,
    rows,
    sense,
)
from gsomia_data.curation.checks.check import Check
from gsomia_data.curation.findings import Finding, in_order
from gsomia_data.curation.package.joined import Package, Place
from gsomia_data.curation.schema.models import TABLES

FAMILIES: dict[str, str] = {
    "F": "files and bytes",
    "M": "rows against the models",
    "K": "keys and references",
    "Q": "quotes against the corpus",
    "E": "evidence",
    "O": "omissions and the partition of the documents",
    "D": "derived cells and seals",
    "C": "sense across tables",
    "N": "marks in notes",
    "P": "the package",
}

CHECKS: tuple[Check, ...] = (
    *files.CHECKS,
    *rows.CHECKS,
    *keys.CHECKS,
    *quotes.CHECKS,
    *evidence.CHECKS,
    *rereading.CHECKS,
    *coverage.CHECKS,
    *omissions.CHECKS,
    *derived.CHECKS,
    *sense.CHECKS,
    *notes.CHECKS,
    *publication.CHECKS,
)

_BY_PATH = {spec.path: spec for spec in TABLES.values()}

_known: set[str] = set()
for _check in CHECKS:
    if _check.code in _known or not _known.issuperset(_check.needs):
        raise ImportError(f"{_check.code} is listed twice, or before a check that it needs")
    _known.add(_check.code)


@dataclass(frozen=True, slots=True)
class Limit:
    """What one check found so faulty that other checks could not judge it."""

    places: int
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, in order; what they kept from being judged, by the code that found them.

    ``not_compared`` names the checks for which there were no documents.
    """

    findings: tuple[Finding, ...]
    limits: dict[str, Limit]
    not_compared: tuple[str, ...]


Causes = dict[Place, str]
"""Places that are spoiled, each with the code of the check that found so first."""


def run(checked: Package) -> Report:
    """Run every check on all rows that the checks that it needs found in order.

    A finding spoils its row. A check is given the package without the rows that were spoiled for
    the checks that it needs, so it never reads what is known to be faulty, and judges all others:
    a fault hides no fault elsewhere. Where no row could be read, as in a table that does not
    parse, or a key is not valid, its table is incomplete. What a check misses is no finding where
    it may be in a row that was left out (``checks.doubt``), for that has a finding already. A
    changed document spoils the rows that are cut from it. A check of whole files, which has no
    rows to leave out, is skipped.
    """
    findings: set[Finding] = set()
    spoiled: dict[str, Causes] = {}
    limited: dict[str, Causes] = {}
    not_compared: list[str] = []
    for check in CHECKS:
        left = _merged(spoiled[code] for code in check.needs)
        spoiled[check.code] = left
        if check.partly_corpus and not checked.snapshot.corpus_here:
            not_compared.append(f"{check.code} (in part)")
        if check.needs_corpus and not checked.snapshot.corpus_here:
            not_compared.append(check.code)
            continue
        if left:
            limited[check.code] = left
        if left and check.scope == "files":
            continue
        found = set(check.run(checked.without(left)))
        findings |= found
        spoiled[check.code] = _merged([left, _spoils(check, found, checked)])
    return Report(in_order(findings), _limits(limited), tuple(not_compared))


def _merged(several: Iterable[Causes]) -> Causes:
    merged: Causes = {}
    for causes in several:
        merged = causes | merged
    return merged


def _spoils(check: Check, found: Iterable[Finding], package: Package) -> Causes:
    """The rows of the findings, and what cannot be judged with them."""
    places: set[Place] = set()
    for finding in found:
        spec = _BY_PATH.get(finding.path)
        if spec is None:
            continue
        places.add((finding.path, finding.line))
        if check.scope == "rows" and finding.column in spec.key and len(spec.key) == 1:
            places.add((finding.path, 0))
        if check.scope == "document" and spec.name == "sources":
            places.update(_of_document(finding, package))
    return dict.fromkeys(places, check.code)


def _of_document(finding: Finding, package: Package) -> Iterator[Place]:
    (name,) = (
        entry.cells["source_id"] for entry in package.rows("sources") if entry.line == finding.line
    )
    yield f"corpus/{name}.txt", 0
    for table in ("quotes", "omissions"):
        for entry in package.rows(table):
            if entry.cells["source_id"] == name:
                yield TABLES[table].path, entry.line


def _limits(limited: dict[str, Causes]) -> dict[str, Limit]:
    causes = _merged(limited.values())
    return {
        cause: Limit(
            sum(first == cause for first in causes.values()),
            tuple(code for code, left in limited.items() if cause in left.values()),
        )
        for cause in sorted(set(causes.values()))
    }
