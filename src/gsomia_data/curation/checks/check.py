"""What a check is: a code, a one-line claim, and a pure generator of breaches of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES

Scope = Literal["files", "rows", "document", "keys", "finished"]


@dataclass(frozen=True, slots=True)
class Breach:
    """A place where the claim of a check does not hold: a finding that has no code yet."""

    path: str
    line: int
    column: str
    message: str
    hint: str = ""


def at(table: str, entry: Entry, column: str, message: str, hint: str = "") -> Breach:
    """A breach in one cell."""
    return Breach(TABLES[table].path, entry.line, column, message, hint)


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    Attributes:
        code: Code of its findings.
        judge: Generator of the breaches; its docstring is the claim.
        scope: What its work depends on: the files as such, single rows, one document with its
            rows, keys across the package, or a package in which no other check finds anything.
        example: A sentence that describes a package in which the claim does not hold.
        way_out: What to do about a breach.
        needs: Codes of other checks; this one does not judge the rows in which they find faults.
        needs_corpus: Whether it does nothing without the corpus.
        partly_corpus: Whether it leaves out part of its work without the corpus.
    """

    code: str
    judge: Callable[[Package], Iterator[Breach]]
    scope: Scope
    example: str
    way_out: str
    needs: tuple[str, ...]
    needs_corpus: bool
    partly_corpus: bool

    @property
    def claim(self) -> str:
        """What holds when the check finds nothing: the docstring of its function."""
        return " ".join((self.judge.__doc__ or "").split())

    @property
    def family(self) -> str:
        """The letter under which the check is listed."""
        return self.code[0]

    def run(self, package: Package) -> Iterator[Finding]:
        """Judge the package; each breach becomes a finding with the code of this check."""
        return map(self.finding, self.judge(package))

    def finding(self, breach: Breach) -> Finding:
        """The breach under the code of this check."""
        place = breach.path, breach.line, breach.column
        return Finding(*place, self.code, breach.message, breach.hint)


def check(  # noqa: PLR0913 - a check is declared in one place
    code: str,
    *,
    scope: Scope,
    example: str,
    way_out: str,
    needs: tuple[str, ...] = (),
    needs_corpus: bool = False,
    partly_corpus: bool = False,
) -> Callable[[Callable[[Package], Iterator[Breach]]], Check]:
    """Turn the decorated generator into a check; its docstring is the claim."""
    return lambda judge: Check(
        code, judge, scope, example, way_out, needs, needs_corpus, partly_corpus
    )


def first_difference(found: bytes, wanted: bytes) -> int:
    """The first line, counted from 1, in which two files differ.

    If one file is the beginning of the other, this is the last line of the shorter one.
    """
    ours, theirs = found.split(b"\n"), wanted.split(b"\n")
    same = [a == b for a, b in zip(ours, theirs, strict=False)]
    return same.index(False) + 1 if False in same else len(same)
