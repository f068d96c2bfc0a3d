"""The check `gsomia` for frictionless, which imports this module in every run: so import little."""

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
    """All checks of gsomia-data, run once, and again when a file is no longer what it was."""

    type = "gsomia"
    Errors = _ERRORS
    _judged: Any = (None,)

    def validate_start(self) -> Iterator[Error]:
        """Tell what is found in this table; in the first that opens, also what is in none."""
        try:
            found = list(self._errors())
        except Exception as problem:  # noqa: BLE001 - frictionless would end in a traceback
            found = [_Table(note=f"gsomia cannot run: {problem} ({type(problem).__name__})")]
        for error in found:  # a message is markup to the console: [b] is lost, [/b] a traceback
            error.message = re.sub(r"(\\*)\[(?=[a-z#/@])", r"\1\1\\[", error.message)
            yield error

    def _errors(self) -> Iterator[Error]:
        from gsomia_data._floor import location  # noqa: PLC0415 - it may be missing
        from gsomia_data.curation import checks  # noqa: PLC0415
        from gsomia_data.curation.package import joined, snapshot  # noqa: PLC0415
        from gsomia_data.curation.schema import models  # noqa: PLC0415

        here, whole, corpus = self.resource.path, self.resource.package, self.custom.get("corpus")
        paths = {name: table.path for name, table in models.TABLES.items()}
        if not whole or here not in paths.values():
            raise ValueError(f"{here} is no table of gsomia-data; validate its datapackage.json")
        root, documents = Path(whole.basepath or "").resolve(), Path(corpus) if corpus else None
        now = snapshot.read(root, documents, default_version=location.version())
        if now != self._judged[0] or whole is not self._judged[1].package:
            self._judged = now, self.resource, checks.run(joined.Package(now))
        _, first, report = self._judged
        listed = {one.path for one in whole.resources}
        own = {paths[n]: s for n, s in now.sheets.items() if s.header and paths[n] in listed}
        for finding in report.findings:
            if finding.path == here if finding.path in own else first is self.resource:
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


class GsomiaPlugin(Plugin):  # noqa: D101 - its name is what frictionless looks for
    def select_check_class(self, name: str | None = None) -> type[Check] | None:  # noqa: D102
        version = [int(part) for part in re.findall(r"\d+", settings.VERSION)]
        if name == "gsomia" and version < [5, 18, 1]:
            raise FrictionlessException("gsomia needs frictionless 5.18.1: older ones drop it")
        return GsomiaCheck if name == "gsomia" else None

    # Asked for where a report is read back.
    def select_error_class(self, name: str | None = None) -> type[Error] | None:  # noqa: D102
        return next((one for one in _ERRORS if vars(one)["type"] == name), None)
