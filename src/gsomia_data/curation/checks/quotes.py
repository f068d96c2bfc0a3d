"""Q: quotes against the corpus."""

import hashlib
import re
from collections.abc import Iterator

from gsomia_data import text
from gsomia_data.curation.checks.check import Check, at
from gsomia_data.curation.csvfile import Entry
from gsomia_data.curation.derive import position, unplaced
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import Package

_NEEDS = ("F03", "M01", "K01", "K03")
_NEXT_SENTENCE = re.compile(r"(?<!\bU\.S)(?<!\bMr)(?<!\bMs)[.!?][\"'”’]?\s+[\"'“‘]?[A-Z]|\n\s*\n")


def documents(package: Package) -> Iterator[Finding]:
    """Each document has the SHA-256 and the number of characters that `sources.csv` says."""
    for entry in package.rows("sources"):
        name = entry.cells["source_id"]
        data = package.snapshot.files.get(f"corpus/{name}.txt")
        if data is None or name not in package.snapshot.texts:
            continue
        found = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "characters": str(len(package.snapshot.texts[name])),
        }
        for column, value in found.items():
            if entry.cells[column] and entry.cells[column] != value:
                message = f"corpus/{name}.txt has {column} {value}, here stands another"
                hint = f"restore the document; or, if it is right: fmt --accept-document {name}"
                yield at("sources", entry, column, "Q01", message, hint)


def quoted(package: Package) -> Iterator[Finding]:
    """Each quote stands in its document, exactly, at its position, beside its prefix or suffix."""
    for entry in package.rows("quotes"):
        cells = entry.cells
        document = package.snapshot.texts.get(cells["source_id"])
        if document is None:
            continue
        if position(document, cells) is None:
            yield _missing(entry, document)


def _missing(entry: Entry, document: str) -> Finding:
    exact = entry.cells["exact"]
    source = entry.cells["source_id"]
    if exact and exact in document:
        return at("quotes", entry, "start", "Q02", *unplaced(document, entry.cells))
    near = text.nearest(document, exact)
    if near is None:
        return at("quotes", entry, "exact", "Q02", f"nothing like it stands in {source}", "")
    line = document.count("\n", 0, near[0]) + 1
    shown = text.difference(document[slice(*near)], exact)
    message = f"the words do not stand in {source}; nearest, on line {line}: {shown}"
    return at("quotes", entry, "exact", "Q02", message, "copy the words exactly as they stand")


def sentence(package: Package) -> Iterator[Finding]:
    """A quote is at most one sentence, begins and ends with a character that is no blank."""
    for entry in package.rows("quotes"):
        exact = entry.cells["exact"]
        if exact != exact.strip():
            message = "the quote begins or ends with a blank"
            yield at("quotes", entry, "exact", "Q03", message, "leave the blanks outside")
        match = _NEXT_SENTENCE.search(exact)
        if match:
            message = f"a second sentence begins after {exact[: match.start() + 1][-24:]!r}"
            yield at("quotes", entry, "exact", "Q03", message, "make it two quotes")


def named(package: Package) -> Iterator[Finding]:
    """The key of a quote is its source and a number."""
    for entry in package.rows("quotes"):
        cells = entry.cells
        if not re.fullmatch(re.escape(cells["source_id"]) + r"-[1-9][0-9]*", cells["quote_id"]):
            message = f"the key of a quote of {cells['source_id']} begins with that source"
            hint = f"such as {cells['source_id']}-1; keys are never used again"
            yield at("quotes", entry, "quote_id", "Q04", message, hint)


CHECKS = (
    Check(
        "Q01",
        documents,
        "document",
        "one letter of a document is changed",
        "Restore it; `fmt --accept-document ID` where a better copy of the document replaces it.",
        ("F01", "F03", "M01"),
        needs_corpus=True,
    ),
    Check(
        "Q02",
        quoted,
        "document",
        "a quote says `South-Korea` where the document says `South Korea`",
        "Copy the words as they stand; `gsomia-data quote SOURCE WORDS` prints the line.",
        (*_NEEDS, "Q01"),
        needs_corpus=True,
    ),
    Check(
        "Q03",
        sentence,
        "rows",
        "one quote holds a whole paragraph",
        "Make each sentence a quote of its own.",
        ("F03", "M01"),
    ),
    Check(
        "Q04",
        named,
        "rows",
        "the quote cnn-1 is of dw-2016-11-14",
        "Name it by its source and the next free number.",
        ("F03", "M01"),
    ),
)
