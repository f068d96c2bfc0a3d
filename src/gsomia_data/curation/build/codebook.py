"""The generated blocks of the codebook: each table with its columns, its codes and examples.

The rules of coding are written by hand, in `docs/codebook.md` itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gsomia_data._floor.cues import cues
from gsomia_data.curation.markdown import table
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.codes import Code, require_complete
from gsomia_data.curation.schema.groundings import GROUNDINGS
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec

PATH = "docs/codebook.md"


def blocks(package: Package) -> dict[str, list[str]]:
    """The lines of the blocks, by name.

    Raises:
        IncompleteCodeError: A code lacks its definition or its nearest other case.
    """
    require_complete(
        code for spec in TABLES.values() for column in spec.columns for code in column.codes or ()
    )
    groundings = table(["rests on", "a filled cell is"], GROUNDINGS.items())
    tables = [line for spec in TABLES.values() for line in ("", *_table(package, spec))]
    return {"groundings": groundings, "tables": tables[1:]}


def _table(package: Package, spec: TableSpec) -> Iterator[str]:
    yield f"## `{spec.name}`"
    yield ""
    yield f"One row is {spec.declared.row}. Key: {', '.join(f'`{name}`' for name in spec.key)}."
    yield ""
    yield f"**In:** {spec.declared.included}"
    yield ""
    yield f"**Out:** {spec.declared.excluded}"
    yield ""
    yield from table(["column", "type", "rests on", "meaning"], map(_column, spec.columns))
    for column in spec.columns:
        if column.codes:
            yield from ["", f"### `{spec.name}.{column.name}`", ""]
            if column.codes.ordered:
                yield from [f"In order: {' < '.join(column.codes)}.", ""]
            header = ["code", "definition", "example", "nearest case that is not it"]
            yield from table(header, (_code(package, spec, column, code) for code in column.codes))


def _column(column: ColumnSpec) -> tuple[str, ...]:
    kind = column.kind.schema_type if column.kind.name != "edtf" else "EDTF"
    filled = "" if column.required else " or empty"
    return f"`{column.name}`", f"{kind}{filled}", column.grounding, column.meaning


def _code(package: Package, spec: TableSpec, column: ColumnSpec, code: Code) -> tuple[str, ...]:
    used = any(entry.cells[column.name] == code for entry in package.rows(spec.name))
    kept = f"; kept though unused: {code.kept}" if code.kept and not used else ""
    return code, f"{code.definition}{kept}", _example(package, spec, column, code), code.nearest


def _example(package: Package, spec: TableSpec, column: ColumnSpec, code: Code) -> str:
    """Words of the first evidence that supports the code; otherwise the first row that has it."""
    for witness in package.witnesses:
        if witness.supports and witness.column is column and witness.says == code:
            return _words(witness.entry.cells)
    for entry in package.rows(spec.name):
        if entry.cells[column.name] == code:
            evidence = spec.name == "evidence"
            return _words(entry.cells) if evidence else f"`{spec.key_of(entry.cells)}`"
    return "none in this corpus"


def _words(cells: Mapping[str, str]) -> str:
    return f'"{cells["words"]}" (`{cells["quote_id"]}`)'


def remarks(package: Package) -> Iterator[str]:
    """What should be corrected in the vocabulary: unused codes and cues that nothing excuses.

    A code that no row uses has a reason to be kept; a code in use has none. A cue is used, or holds
    another code's cue, or is of a code that is kept.
    """
    yield from _on_codes(package)
    for spec in TABLES.values():
        for column in spec.columns:
            where = f"{spec.name}.{column.name}"
            for code, cue in _idle_cues(package, column):
                yield f"{code.place}: no evidence for {where} uses its cue {cue!r}; remove it"


def _on_codes(package: Package) -> Iterator[str]:
    used: dict[type[Code], set[str]] = defaultdict(set)
    for name, spec in TABLES.items():
        for column in spec.columns:
            if column.codes:
                used[column.codes] |= {cells[column.name] for cells in package.tables[name]}
    for codes, cells in used.items():
        for code in codes:
            if code in cells and code.kept:
                yield f"{code.place} is used; remove its kept=... and the cues that no row uses"
            elif code not in cells and not code.kept:
                yield f'{code.place} is used in no row; use it, or say why it stays: kept="..."'


def _idle_cues(package: Package, column: ColumnSpec) -> Iterator[tuple[Code, str]]:
    """The cues of a column by which no row of evidence reads a code, without those excused."""
    words = [
        witness.entry.cells["words"]
        for witness in package.witnesses
        if witness.column is column and witness.entry.cells["rule"] == "cue"
    ]
    for code in column.codes or ():
        rivals = {other: phrases for other, phrases in column.cues.items() if other != code}
        for cue in () if code.kept else code.cues:
            shown = any(cues(one, [{code: [cue]}]) for one in words)
            if not shown and not cues(cue, [rivals]):
                yield code, cue
