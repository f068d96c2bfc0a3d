"""Q: quotes against the corpus."""

import hashlib
import re
from collections.abc import Iterator

from gsomia_data._floor.alike import difference, nearest
from gsomia_data._floor.characters import LINE_BREAK
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.positions import position, unplaced
from gsomia_data.curation.rules.sentences import ends
from gsomia_data.curation.schema.models import Quote

_NEEDS = ("F03", "M01", "K01", "K03")


@check(
    "Q01",
    scope="document",
    example="One letter of a document was changed.",
    way_out="Restore it; if a better copy replaces it, run `gsomia-data fmt --accept-document ID`.",
    needs=("F01", "F03", "M01"),
    needs_corpus=True,
)
def unaltered(package: Package) -> Iterator[Breach]:
    """Each document has the SHA-256 and the number of characters given in `sources.csv`."""
    for entry in package.rows("sources"):
        name = entry.cells["source_id"]
        data = package.snapshot.files.get(f"corpus/{name}.txt")
        if data is None or name not in package.snapshot.texts:
            continue
        actual = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "characters": str(len(package.snapshot.texts[name])),
        }
        for column, value in actual.items():
            if entry.cells[column] and entry.cells[column] != value:
                message = f"corpus/{name}.txt has {column} {value}, the cell says otherwise"
                hint = f"restore the document; or, if it is right: fmt --accept-document {name}"
                yield at("sources", entry, column, message, hint)


@check(
    "Q02",
    scope="document",
    example="A quote says `South-Korea` where the document says `South Korea`.",
    way_out="Copy the words from the document; `gsomia-data quote SOURCE WORDS` prints the line.",
    needs=(*_NEEDS, "Q01"),
    needs_corpus=True,
)
def quoted(package: Package) -> Iterator[Breach]:
    """Each quote appears in its document, exactly, at its position, beside its prefix or suffix."""
    for entry, document in _unplaced(package):
        yield _ambiguous(entry, document) or _missing(entry, document)


def ambiguous(package: Package) -> Iterator[Finding]:
    """The findings on quotes whose words appear in their document, but not at a certain place."""
    breaches = (_ambiguous(*quote) for quote in _unplaced(package))
    return (quoted.finding(breach) for breach in breaches if breach)


def _unplaced(package: Package) -> Iterator[tuple[Entry, str]]:
    """Quotes that have no certain place in their document, each with the text of the document."""
    for entry in package.rows("quotes"):
        document = package.snapshot.texts.get(entry.cells["source_id"])
        if document is not None and position(document, entry) is None:
            yield entry, document


def _ambiguous(entry: Entry, document: str) -> Breach | None:
    exact = entry.cells["exact"]
    if not exact or exact not in document:
        return None
    return at("quotes", entry, "start", *unplaced(document, entry))


def _missing(entry: Entry, document: str) -> Breach:
    exact, source = entry.cells["exact"], entry.cells["source_id"]
    near = nearest(document, exact)
    if near is None:
        return at("quotes", entry, "exact", f"no similar words appear in {source}")
    line = document.count("\n", 0, near[0]) + 1
    shown = difference(document[slice(*near)], exact)
    message = f"the words do not appear in {source}; nearest, on line {line}: {shown}"
    return at("quotes", entry, "exact", message, "copy the words exactly")


@check(
    "Q03",
    scope="rows",
    example="One quote holds a whole paragraph, or goes on in the next line of the document.",
    way_out="Make each sentence a quote of its own, and each part before a line break.",
    needs=("F03", "M01"),
)
def sentence(package: Package) -> Iterator[Breach]:
    """A quote is at most one sentence, ends before a line break, and has no blank at its ends."""
    for row in package.of(Quote):
        exact = row.value.exact
        if exact != exact.strip():
            message = "the quote begins or ends with white space"
            yield at("quotes", row, "exact", message, "leave it out of the quote")
        broken = LINE_BREAK.search(exact)
        if broken:
            message = f"the line breaks after {in_quotes(exact[: broken.start()][-24:])}"
            yield at("quotes", row, "exact", message, "end the quote there; make it two quotes")
        end = next(ends(exact), len(exact))
        if exact[end:].strip() and not broken:
            message = f"a second sentence begins after {in_quotes(exact[:end].rstrip()[-24:])}"
            yield at("quotes", row, "exact", message, "make it two quotes")


@check(
    "Q04",
    scope="rows",
    example="The quote `cnn-1` is from the source `dw-2016-11-14`.",
    way_out="Name it after its source, with the next free number.",
    needs=("F03", "M01"),
)
def named(package: Package) -> Iterator[Breach]:
    """The key of a quote is its source and a number."""
    for row in package.of(Quote):
        source = row.value.source_id
        if not re.fullmatch(re.escape(source) + r"-[1-9][0-9]*", row.value.quote_id):
            message = f"the key of a quote from {source} is that source and a number"
            hint = f"such as {source}-1; keys are never used again"
            yield at("quotes", row, "quote_id", message, hint)


CHECKS = (
    unaltered,
    quoted,
    sentence,
    named,
)
