"""F: files and bytes."""

import unicodedata
from collections.abc import Iterator

from gsomia_data.curation.checks.check import Breach, check, first_difference
from gsomia_data.curation.checks.doubt import incomplete
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import LISTED
from gsomia_data.curation.schema.kinds import VERBATIM
from gsomia_data.curation.schema.models import TABLES

_UNFIT = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Categories of characters that a quote must not hold, except the line feed."""
_EXEMPT = {"\n", "\r", "\0", "\ufeff"}
"""Those that are allowed, or that ``csvfile.text_of`` reports."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@check(
    "F01",
    scope="files",
    example="`dataset/polls.csv` was deleted.",
    way_out="Restore the file.",
)
def present(package: Package) -> Iterator[Breach]:
    """Each file of the package is present, and each is a regular file."""
    snapshot = package.snapshot
    for irregular in snapshot.irregular:
        yield Breach(irregular.path, 0, "", f"the path {irregular.message}", irregular.hint)
    bad = {irregular.path for irregular in snapshot.irregular}
    for path in sorted(LISTED - set(snapshot.files) - bad):
        hint = "restore it" if path.startswith("dataset/") else "run gsomia-data build"
        yield Breach(path, 0, "", "the file is missing", hint)


@check(
    "F07",
    scope="files",
    example="An editor left `dataset/.polls.csv.swp` behind.",
    way_out="Move the file elsewhere.",
)
def listed(package: Package) -> Iterator[Breach]:
    """`dataset/` and `schemas/` hold only files of the package."""
    for path in package.snapshot.unlisted:
        hint = "move it elsewhere: this folder holds only files of tables"
        yield Breach(path, 0, "", "the file does not belong to the package", hint)


@check(
    "F02",
    scope="keys",
    example="`corpus/` holds a text that no row of `sources.csv` lists.",
    way_out="Add the row, or move the text elsewhere.",
    needs=("F01", "F03"),
    needs_corpus=True,
)
def documents(package: Package) -> Iterator[Breach]:
    """`sources.csv` lists exactly the documents of `corpus/`."""
    irregular = {problem.path for problem in package.snapshot.irregular}
    if incomplete(package, "sources") or "corpus" in irregular:
        return
    listed = {entry.cells["source_id"]: entry for entry in package.rows("sources")}
    paths = {path for path in package.snapshot.files if path.startswith("corpus/")} | irregular
    for name, entry in listed.items():
        if f"corpus/{name}.txt" not in paths:
            message = f"there is no document corpus/{name}.txt"
            hint = "restore the document; a source without its text proves nothing"
            path = TABLES["sources"].path
            yield Breach(path, entry.line, "source_id", message, hint)
    for path in sorted(paths - irregular - {f"corpus/{name}.txt" for name in listed}):
        hint = "add a row to dataset/sources.csv, or move the file elsewhere"
        yield Breach(path, 0, "", "no row of sources.csv lists this document", hint)


@check(
    "F03",
    scope="rows",
    example="A row has a comma too many, a quoted cell is never closed, or the file has a BOM.",
    way_out="Correct the line that is named; `fmt` refuses a file that does not parse.",
)
def shape(package: Package) -> Iterator[Breach]:
    """Each table is UTF-8 with LF and no BOM, has its model's header, and no ragged row."""
    for name, sheet in package.snapshot.sheets.items():
        for fault in sheet.faults:
            path = TABLES[name].path
            yield Breach(path, fault.line, fault.column, fault.message, fault.hint)


@check(
    "F04",
    scope="rows",
    example='A cell is written `"kor"`, although `kor` needs no quotation marks.',
    way_out="Run `gsomia-data fmt`.",
    needs=("F03",),
)
def canonical(package: Package) -> Iterator[Breach]:
    """Each table is written as `fmt` writes it: a cell is quoted only where it must be."""
    for name, sheet in package.snapshot.sheets.items():
        if sheet.faults:
            continue
        data = package.snapshot.files[TABLES[name].path]
        wanted = csvfile.encode(sheet.header, (entry.cells.values() for entry in sheet.entries))
        if data != wanted:
            line = first_difference(data, wanted)
            message = "the line is not written in the canonical way"
            yield Breach(TABLES[name].path, line, "", message, "run gsomia-data fmt")


@check(
    "F05",
    scope="rows",
    example="A note begins with `=HYPERLINK(`.",
    way_out="Reword the cell.",
    needs=("F03",),
)
def formulas(package: Package) -> Iterator[Breach]:
    """No cell in a curator's own words begins like a spreadsheet formula."""
    for name, spec in TABLES.items():
        kinds = {c.name: c.kind for c in spec.columns}
        for entry in package.rows(name):
            for column, cell in entry.cells.items():
                kind = kinds[column]
                if kind is VERBATIM or kind.schema_type in ("integer", "number"):
                    continue
                if cell.startswith(_FORMULA):
                    message = f"the cell begins with {cell[0]!r}, which a spreadsheet would run"
                    hint = "reword it; only the words of a document may begin like this"
                    yield Breach(spec.path, entry.line, column, message, hint)


@check(
    "F06",
    scope="document",
    example="A document holds an escape character.",
    way_out="Add only documents that are clean text, byte for byte as received.",
    needs_corpus=True,
)
def texts(package: Package) -> Iterator[Breach]:
    """Each document is UTF-8 with LF, without BOM, NUL or other control characters."""
    for path, data in package.snapshot.files.items():
        if not path.startswith("corpus/"):
            continue
        text, faults = csvfile.text_of(data)
        if not data.strip():
            yield Breach(path, 0, "", "the document is empty", "restore it")
        for fault in faults:
            hint = "documents are kept as received: add only one that is clean"
            yield Breach(path, fault.line, "", fault.message, hint)
        unfit = {char for char in set(text) if unicodedata.category(char) in _UNFIT} - _EXEMPT
        at = next((at for at, char in enumerate(text) if char in unfit), None) if unfit else None
        if at is not None:
            line = text.count("\n", 0, at) + 1
            message = f"it holds the control character U+{ord(text[at]):04X}"
            yield Breach(path, line, "", message, "convert it before adding it")


CHECKS = (
    present,
    shape,
    documents,
    canonical,
    formulas,
    texts,
    listed,
)
