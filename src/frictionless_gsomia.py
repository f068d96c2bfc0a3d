"""The check `gsomia` for frictionless.

Frictionless imports this module in every run, so the module imports little.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frictionless import Check, Error, FrictionlessException, Plugin, errors, settings

_Table, _Row, _Cell = _ERRORS = [
    type(base.__name__, (base,), {"type": f"gsomia-{base.type}", "template": "{note}"})
    for base in (errors.TableError, errors.RowError, errors.CellError)
]


_MISSING = "missing documents (gsomia:corpus=DIR)"


class GsomiaCheck(Check):
    """All checks of gsomia-data; run once, and again if a file has changed."""

    type = "gsomia"
    Errors = _ERRORS
    _judged: Any = (None,)

    def validate_start(self) -> Iterator[Error]:
        """Report the findings in this table; the first table also reports those in no table."""
        try:
            reported = list(self._errors())
        except Exception as problem:  # noqa: BLE001 - else a traceback of frictionless
            reported = [_Table(note=f"gsomia cannot run: {problem} ({type(problem).__name__})")]
        for error in reported:  # the console reads markup: [b] is lost, [/b] is a traceback
            error.message = re.sub(r"(\\*)\[(?=[a-z#/@])", r"\1\1\\[", error.message)
            yield error

    def _errors(self) -> Iterator[Error]:
        from gsomia_data._floor import location  # noqa: PLC0415 - may be missing
        from gsomia_data.curation import checks  # noqa: PLC0415
        from gsomia_data.curation.package import joined, snapshot  # noqa: PLC0415
        from gsomia_data.curation.schema import models  # noqa: PLC0415

        here, package, corpus = self.resource.path, self.resource.package, self.custom.get("corpus")
        paths = {name: table.path for name, table in models.TABLES.items()}
        if not package or here not in paths.values():
            raise ValueError(f"{here} is not a table of gsomia-data; validate its datapackage.json")
        root, documents = Path(package.basepath or "").resolve(), Path(corpus) if corpus else None
        now = snapshot.read(root, documents, default_version=location.version())
        if now != self._judged[0] or package is not self._judged[1].package:
            self._judged = now, self.resource, checks.run(joined.Package(now))
        _, first, report = self._judged
        listed = {resource.path for resource in package.resources}
        own = {paths[n]: s for n, s in now.sheets.items() if s.header and paths[n] in listed}
        for finding in report.findings:
            mine = finding.path == here if finding.path in own else first is self.resource
            if mine:
                yield _error(finding, own.get(finding.path))
        needs = report.not_compared
        if needs:
            yield _Table(note=f"not checked because of {_MISSING}: {', '.join(needs)}")
        for cause, limit in report.limits.items() if first is self.resource else ():
            codes = ", ".join(limit.checks)
            yield _Table(note=f"not checked in full because of {cause}: {codes}")


def _error(finding: Any, sheet: Any) -> Any:  # noqa: ANN401
    if not finding.line or not sheet or sheet.faults:
        return _Table(note=finding.text())
    row = sum(entry.line <= finding.line for entry in sheet.entries)  # 0: the header
    cells = list(sheet.entries[row - 1].cells.values()) if row else list(sheet.header)
    place = {"note": finding.text(), "cells": cells, "row_number": row + 1}
    if finding.column not in sheet.header:
        return _Row(**place)
    at = sheet.header.index(finding.column)
    return _Cell(**place, cell=cells[at], field_name=finding.column, field_number=at + 1)


class GsomiaPlugin(Plugin):  # noqa: D101 - frictionless looks for this name
    def select_check_class(self, name: str | None = None) -> type[Check] | None:  # noqa: D102
        version = [int(part) for part in re.findall(r"\d+", settings.VERSION)]
        if name == "gsomia" and version < [5, 18, 1]:
            raise FrictionlessException("gsomia needs frictionless 5.18.1: older ones drop it")
        return GsomiaCheck if name == "gsomia" else None

    # Frictionless calls this when it reads a report back.
    def select_error_class(self, name: str | None = None) -> type[Error] | None:  # noqa: D102
        return next((error for error in _ERRORS if vars(error)["type"] == name), None)
