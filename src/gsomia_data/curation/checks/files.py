"""F: files and bytes."""

import re
from collections.abc import Iterator

from gsomia_data._floor.characters import unfit
from gsomia_data.curation.checks.check import Breach, check, first_difference
from gsomia_data.curation.checks.doubt import incomplete
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import LISTED
from gsomia_data.curation.schema.kinds import VERBATIM
from gsomia_data.curation.schema.models import TABLES

_LONE_RETURN = re.compile(r"\r(?!\n)")
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
    way_out=(
        "Correct the line that is named; `fmt` refuses a file that does not parse. It mends what a "
        "spreadsheet writes: a BOM, CR LF, semicolons or tabs between the cells."
    ),
)
def shape(package: Package) -> Iterator[Breach]:
    """Each table is UTF-8 with commas, LF and no BOM, has its model's header and no ragged row."""
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
    example="A document holds an escape character, or a control that reorders its letters.",
    way_out="Leave the document out, or add another copy of it; none is converted or repaired.",
    needs_corpus=True,
)
def texts(package: Package) -> Iterator[Breach]:
    """Each document is UTF-8 and without controls, but for TAB and line breaks (LF or CR LF).

    Soft hyphens, characters without width and decomposed letters stay as they were received.
    """
    for path, data in package.snapshot.files.items():
        if not path.startswith("corpus/"):
            continue
        if not data.strip():
            yield Breach(path, 0, "", "the document is empty", "restore it")
        for line, message in _unfit(data):
            hint = "add another copy of the document: none is converted or repaired"
            yield Breach(path, line, "", message, hint)


def _unfit(data: bytes) -> Iterator[tuple[int, str]]:
    """What a document may not hold: the line of the first of a kind, and what it is."""
    text, faults = csvfile.decoded(data)
    yield from ((fault.line, fault.message) for fault in faults)
    first = {char: text.index(char) for char in set(text) if unfit(char)}
    lone = _LONE_RETURN.search(text)
    if lone:
        first["\r"] = lone.start()
    for char, at in sorted(first.items(), key=lambda place: place[1]):
        what = unfit(char) or "a carriage return without a line feed,"
        yield text.count("\n", 0, at) + 1, f"it holds {what} U+{ord(char):04X}"


CHECKS = (
    present,
    shape,
    documents,
    canonical,
    formulas,
    texts,
    listed,
)
