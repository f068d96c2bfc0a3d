"""The checks: small named claims about one frozen package, listed in reading order.

Checks judge and never repair; nothing here opens a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gsomia_data.curation.checks import (
    account,
    claims,
    coverage,
    derived,
    evidence,
    files,
    keys,
    omissions,
    publication,
    quotes,
    rereading,
    rows,
    sense,
    tensions,
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
    "C": "consistency across tables",
    "T": "tensions",
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
    *account.CHECKS,
    *derived.CHECKS,
    *sense.CHECKS,
    *claims.CHECKS,
    *tensions.CHECKS,
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
    """What other checks did not judge, because one check found faults in it.

    Attributes:
        places: Number of faulty rows and files.
        checks: Codes of the checks that did not judge them.
    """

    places: int
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of all checks.

    Attributes:
        findings: All findings, in order.
        limits: What could not be judged, by the code of the check that found the faults.
        not_compared: Checks that had no documents to compare with.
    """

    findings: tuple[Finding, ...]
    limits: dict[str, Limit]
    not_compared: tuple[str, ...]


Causes = dict[Place, str]
"""Faulty places, each with the code of the check that found the fault first."""


def run(checked: Package) -> Report:
    """Run every check on the rows in which the checks that it needs find no fault.

    A finding spoils its row. Each check gets the package without the rows that are spoiled for
    the checks that it needs. So it never reads a row that is known to be faulty, and judges all
    others: a fault hides no fault elsewhere. A check of whole files, which has no rows to leave
    out, is skipped. So is a check of the finished package, the last of all, once anything is found.

    A table is incomplete if it does not parse or a key in it is not valid. Nothing is reported as
    missing that may be in a row that was left out (``checks.doubt``): that row has a finding
    already. A changed document spoils the rows that are cut from it.
    """
    findings: set[Finding] = set()
    spoiled: dict[str, Causes] = {}
    limited: dict[str, Causes] = {}
    not_compared: list[str] = []
    views: dict[frozenset[Place], Package] = {}  # a view computes its joins once, for many checks
    for check in CHECKS:
        if check.scope == "finished" and findings:
            continue
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
        view = views.setdefault(frozenset(left), checked.without(left))
        new = set(check.run(view))
        findings |= new
        spoiled[check.code] = _merged([left, _spoiled_by(check, new, checked)])
    return Report(in_order(findings), _limits(limited), tuple(not_compared))


def _merged(several: Iterable[Causes]) -> Causes:
    merged: Causes = {}
    for causes in several:
        merged = causes | merged
    return merged


def _spoiled_by(check: Check, findings: Iterable[Finding], package: Package) -> Causes:
    """The rows of the findings of a check, and what depends on these rows."""
    places: set[Place] = set()
    for finding in findings:
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
