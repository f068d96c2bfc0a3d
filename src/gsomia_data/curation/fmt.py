"""`fmt`: canonical CSV, canonical order, derived cells. The only writer of tables.

It never changes the text of a curated cell, refuses what does not parse or is ambiguous, and a
second run changes nothing.
"""

from collections.abc import Collection

from gsomia_data.curation import csvfile
from gsomia_data.curation.derive import derive, position, sorted_rows, unplaced
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.snapshot import Snapshot


def formatted(
    snapshot: Snapshot, accept: Collection[str] = ()
) -> tuple[dict[str, bytes], list[Finding]]:
    """Canonical bytes of every table by path, or the findings for which `fmt` refuses.

    ``accept`` names sources whose document was replaced on purpose: their hash and length are
    taken anew.
    """
    refused = _unreadable(snapshot)
    if refused:
        return {}, refused
    tables = {
        name: [dict(entry.cells) for entry in snapshot.sheets[name].entries] for name in TABLES
    }
    refused = _unplaced(snapshot)
    refused += [
        Finding(TABLES["sources"].path, 0, "source_id", "F02", f"there is no source {name!r}")
        for name in accept
        if name not in {row["source_id"] for row in tables["sources"]}
    ]
    refused += [
        Finding(f"corpus/{name}.txt", 0, "", "F02", "the document is not here", "put it there")
        for name in accept
        if name not in snapshot.texts
    ]
    if refused:
        return {}, refused
    for row in tables["sources"]:
        if row["source_id"] in accept:
            row["sha256"] = row["characters"] = ""
    texts = snapshot.texts
    documents = {name: snapshot.files[f"corpus/{name}.txt"] for name in texts}
    derived = derive(tables, texts, documents)
    for cell, value in derived.always.items():
        tables[cell.table][cell.row][cell.column] = value
    for cell, value in derived.once.items():
        row = tables[cell.table][cell.row]
        row[cell.column] = row[cell.column] or value
    return {
        spec.path: csvfile.encode(
            spec.header, ([row[c] for c in spec.header] for row in sorted_rows(spec, tables[name]))
        )
        for name, spec in TABLES.items()
    }, []


def _unreadable(snapshot: Snapshot) -> list[Finding]:
    found = []
    irregular = {one.path: f"the path {one.message}" for one in snapshot.irregular}
    for name, spec in TABLES.items():
        sheet = snapshot.sheets.get(name)
        if sheet is None:
            why = irregular.get(spec.path, "the file is missing")
            found.append(Finding(spec.path, 0, "", "F01", why, "restore it"))
        else:
            found += [
                Finding(spec.path, fault.line, fault.column, "F03", fault.message, fault.hint)
                for fault in sheet.faults
            ]
    return found


def _unplaced(snapshot: Snapshot) -> list[Finding]:
    """Quotes whose place is not certain; words that are absent are left to `check`."""
    found = []
    for entry in snapshot.entries("quotes"):
        cells = entry.cells
        exact, document = cells["exact"], snapshot.texts.get(cells["source_id"], "")
        if exact and exact in document and position(document, cells) is None:
            message, hint = unplaced(document, cells)
            path = TABLES["quotes"].path
            found.append(Finding(path, entry.line, "start", "Q02", message, hint))
    return found
