"""F: files and bytes."""

import unicodedata
from collections.abc import Iterator

from gsomia_data.curation import csvfile, overview
from gsomia_data.curation.checks.check import Check, first_difference
from gsomia_data.curation.columns import VERBATIM
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.package import Package

_LISTED = {
    "datapackage.json",
    *(spec.path for spec in TABLES.values()),
    *(f"schemas/{name}.schema.json" for name in TABLES),
}
_ALLOWED = {*_LISTED, overview.PATH}
_UNFIT = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Categories of characters that no quote may hold, the line feed apart."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def present(package: Package) -> Iterator[Finding]:
    """The package holds each of its files, and each is a regular file."""
    snapshot = package.snapshot
    for irregular in snapshot.irregular:
        hint = "put the file itself there"
        yield Finding(irregular.path, 0, "", "F01", f"the path {irregular.message}", hint)
    bad = {irregular.path for irregular in snapshot.irregular}
    for path in sorted(_LISTED - set(snapshot.files) - bad):
        hint = "restore it" if path.startswith("dataset/") else "run gsomia-data build"
        yield Finding(path, 0, "", "F01", "the file is missing", hint)


def listed(package: Package) -> Iterator[Finding]:
    """Nothing else lies in `dataset/` and `schemas/`, but for the README of the tables."""
    for path in sorted(package.snapshot.files):
        if path.startswith(("dataset/", "schemas/")) and path not in _ALLOWED:
            hint = "every file there belongs to a table; move it elsewhere"
            yield Finding(path, 0, "", "F07", "the file is not listed", hint)


def documents(package: Package) -> Iterator[Finding]:
    """`sources.csv` lists exactly the documents of `corpus/`."""
    listed = {entry.cells["source_id"]: entry for entry in package.rows("sources")}
    found = {path for path in package.snapshot.files if path.startswith("corpus/")}
    for name, entry in listed.items():
        if f"corpus/{name}.txt" not in found:
            message = f"there is no document corpus/{name}.txt"
            hint = "restore the document; a source without its text proves nothing"
            path = TABLES["sources"].path
            yield Finding(path, entry.line, "source_id", "F02", message, hint)
    for path in sorted(found - {f"corpus/{name}.txt" for name in listed}):
        hint = "add a row to dataset/sources.csv, or move the file elsewhere"
        yield Finding(path, 0, "", "F02", "no row of sources.csv has this document", hint)


def shape(package: Package) -> Iterator[Finding]:
    """Each table is UTF-8 with LF and no BOM, has its model's header, and no ragged row."""
    for name, sheet in package.snapshot.sheets.items():
        for fault in sheet.faults:
            path = TABLES[name].path
            yield Finding(path, fault.line, fault.column, "F03", fault.message, fault.hint)


def canonical(package: Package) -> Iterator[Finding]:
    """Each table is written as `fmt` writes it: quoted only where it must be."""
    for name, sheet in package.snapshot.sheets.items():
        data = package.snapshot.files[TABLES[name].path]
        wanted = csvfile.encode(sheet.header, (entry.cells.values() for entry in sheet.entries))
        if data != wanted:
            line = first_difference(data, wanted)
            message = "the line is not written in the canonical way"
            yield Finding(TABLES[name].path, line, "", "F04", message, "run gsomia-data fmt")


def formulas(package: Package) -> Iterator[Finding]:
    """No cell that a curator words begins like a spreadsheet formula."""
    for name, spec in TABLES.items():
        kinds = {c.name: c.kind for c in spec.columns}
        for entry in package.rows(name):
            for column, cell in entry.cells.items():
                kind = kinds[column]
                if kind is VERBATIM or kind.schema_type in ("integer", "number"):
                    continue
                if cell.startswith(_FORMULA):
                    message = f"the cell begins with {cell[0]!r}, which a spreadsheet would run"
                    hint = "word it otherwise; only verbatim columns may begin so"
                    yield Finding(spec.path, entry.line, column, "F05", message, hint)


def texts(package: Package) -> Iterator[Finding]:
    """Each document is UTF-8 with LF, without BOM, NUL or other control characters."""
    for path, data in package.snapshot.files.items():
        if not path.startswith("corpus/"):
            continue
        text, faults = csvfile.text_of(data)
        if not data.strip():
            yield Finding(path, 0, "", "F06", "the document is empty", "restore it")
        for fault in faults:
            hint = "a document is kept as received: only one that came so clean can be added"
            yield Finding(path, fault.line, "", "F06", fault.message, hint)
        for at, char in enumerate(text):
            if unicodedata.category(char) in _UNFIT and char not in "\n\r\0\ufeff":
                line = text.count("\n", 0, at) + 1
                message = f"it holds the control character U+{ord(char):04X}"
                yield Finding(path, line, "", "F06", message, "convert it before adding it")
                break


CHECKS = (
    Check("F01", present, "files", "dataset/polls.csv is deleted", "Restore the file."),
    Check(
        "F03",
        shape,
        "rows",
        "a row has a comma too many; a quoted cell is never closed; the file begins with a BOM",
        "Mend the line named; `fmt` refuses a file that does not parse.",
    ),
    Check(
        "F02",
        documents,
        "keys",
        "a text lies in corpus/ that no source row names",
        "Add the row, or move the text elsewhere.",
        ("F01", "F03"),
        needs_corpus=True,
    ),
    Check(
        "F04",
        canonical,
        "rows",
        'a cell is written "kor" where kor would do',
        "Run `gsomia-data fmt`.",
        ("F03",),
    ),
    Check(
        "F05",
        formulas,
        "rows",
        "a note begins with =HYPERLINK(",
        "Word the cell otherwise.",
        ("F03",),
    ),
    Check(
        "F06",
        texts,
        "document",
        "a document holds an escape character",
        "Add only documents that are clean text, byte for byte as received.",
        needs_corpus=True,
    ),
    Check(
        "F07",
        listed,
        "files",
        "an editor left dataset/.polls.csv.swp",
        "Move the file elsewhere.",
    ),
)
