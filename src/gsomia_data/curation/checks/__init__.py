"""The checks: small named claims over one frozen package, listed in reading order.

Checks judge and never repair; nothing here opens a file.
"""

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
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package.joined import Package

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

_known: set[str] = set()
for _check in CHECKS:
    if _check.code in _known or not _known.issuperset(_check.needs):
        raise ImportError(f"{_check.code} is listed twice, or before a check that it needs")
    _known.add(_check.code)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, sorted; and the checks that were skipped, each with the code that failed."""

    findings: tuple[Finding, ...]
    skipped: dict[str, str]
    not_compared: tuple[str, ...]


def run(checked: Package) -> Report:
    """Run every check whose prerequisites found nothing."""
    findings: list[Finding] = []
    skipped: dict[str, str] = {}
    not_compared: list[str] = []
    failed: set[str] = set()
    for check in CHECKS:
        blocking = next((code for code in check.needs if code in failed or code in skipped), None)
        if check.partly_corpus and not checked.snapshot.corpus_here:
            not_compared.append(f"{check.code} (in part)")
        if check.needs_corpus and not checked.snapshot.corpus_here:
            not_compared.append(check.code)
            continue
        if blocking:
            skipped[check.code] = skipped.get(blocking, blocking)
            continue
        found = list(check.run(checked))
        if found:
            failed.add(check.code)
            findings += found
    return Report(tuple(sorted(set(findings))), skipped, tuple(not_compared))
