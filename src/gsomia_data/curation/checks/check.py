"""What a check is: a code, a one-line claim, and a pure generator of findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from gsomia_data.curation.csvfile import Entry
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.package import Package

Scope = Literal["files", "rows", "document", "keys"]


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    ``scope`` says on what its work depends: the files as such, single rows, one document with its
    rows, or keys across the package.
    ``partly_corpus`` says that without a corpus some of its work is left out.
    ``needs`` are codes that must have found nothing; else this check is skipped.
    """

    code: str
    run: Callable[[Package], Iterator[Finding]]
    scope: Scope
    bad: str
    way_out: str
    needs: tuple[str, ...] = ()
    needs_corpus: bool = False
    partly_corpus: bool = False

    @property
    def claim(self) -> str:
        """What holds when the check finds nothing: the docstring of its function."""
        return " ".join((self.run.__doc__ or "").split())

    @property
    def family(self) -> str:
        """The letter under which the check is listed."""
        return self.code[0]


def at(  # noqa: PLR0913, PLR0917 - the six parts of a finding
    table: str, entry: Entry, column: str, code: str, message: str, hint: str = ""
) -> Finding:
    """A finding on one cell."""
    return Finding(TABLES[table].path, entry.line, column, code, message, hint)


def first_difference(found: bytes, wanted: bytes) -> int:
    """The first line, from 1, in which two files differ; the last common one if one goes on."""
    ours, theirs = found.split(b"\n"), wanted.split(b"\n")
    same = [a == b for a, b in zip(ours, theirs, strict=False)]
    return same.index(False) + 1 if False in same else len(same)
