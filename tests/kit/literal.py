"""A check on rows, or their firmness, that are written in the test: no file, no other check."""

from collections.abc import Mapping, Sequence

from gsomia_data.curation.checks import CHECKS
from gsomia_data.curation.findings import Finding, in_order
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.schema.models import TABLES
from kit.files import package

Rows = Sequence[Mapping[str, str]]

_BY_CODE = {check.code: check for check in CHECKS}


def breaches(
    code: str,
    /,
    *,
    documents: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    **tables: Rows,
) -> list[Finding]:
    """What one check finds in rows; the first row of each table is on line 2.

    Args:
        code: Code of the check.
        documents: Texts by source. Only a row of ``sources`` lists a source.
        files: Texts of other files by path.
        tables: Rows by table. A cell that is not given is empty, a table has no rows.

    Raises:
        KeyError: There is no such table or column.
        ValueError: A row is not valid, and the check judges valid rows only.
    """
    check = _BY_CODE[code]
    listed = _files(tables)
    texts = {f"corpus/{name}.txt": text for name, text in (documents or {}).items()}
    others = {path: text.encode() for path, text in {**texts, **(files or {})}.items()}
    judged = package({**listed, **others})
    invalid = list(_BY_CODE["M01"].run(judged)) if "M01" in check.needs else []
    if invalid:
        raise ValueError(*invalid)
    return list(in_order(check.run(judged)))


def firmness(**tables: Rows) -> list[str]:
    """How firm each row of ``evidence`` is, in the order of the rows.

    Args:
        tables: Rows by table. A cell that is not given is empty, a table has no rows.

    Raises:
        KeyError: There is no such table or column.
    """
    judged = package(_files(tables))
    return [judged.firmness(witness) for witness in judged.witnesses]


def cells(findings: Sequence[Finding]) -> list[tuple[int, str]]:
    """Line and column of each finding."""
    return [(finding.line, finding.column) for finding in findings]


def _files(tables: Mapping[str, Rows]) -> dict[str, bytes]:
    strange = tables.keys() - TABLES.keys()
    if strange:
        raise KeyError(*strange)
    return {spec.path: _written(name, tables.get(name, ())) for name, spec in TABLES.items()}


def _written(table: str, rows: Rows) -> bytes:
    header = TABLES[table].header
    for row in rows:
        if not row.keys() <= set(header):
            raise KeyError(*row.keys() - set(header))
    return csvfile.encode(header, ([row.get(column, "") for column in header] for row in rows))
