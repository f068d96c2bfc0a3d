"""The functions of ``gsomia_data`` as methods, for another copy of the package."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from gsomia_data._floor import location
from gsomia_data.reading import citing, conflicts, dyads, evidence, frames, views
from gsomia_data.reading.export import Exported, FormatName, export, silent
from gsomia_data.reading.tables import Tables


@dataclass(frozen=True, slots=True)
class Dataset(Tables):
    """A copy of the package, with the functions of ``gsomia_data`` as methods.

    Attributes:
        root: The folder that holds its ``datapackage.json``.
    """

    root: Path

    def tables(self) -> pd.DataFrame:
        """Same as ``gsomia_data.tables``, for this copy."""
        return frames.tables(self.root)

    def evidence(
        self, table: str | None = None, key: str | None = None, column: str | None = None
    ) -> pd.DataFrame:
        """Same as ``gsomia_data.evidence``, for this copy."""
        return evidence.evidence(table, key, column, self.root)

    def conflicts(self) -> pd.DataFrame:
        """Same as ``gsomia_data.conflicts``, for this copy."""
        return conflicts.conflicts(self.root)

    def timeline(self) -> pd.DataFrame:
        """Same as ``gsomia_data.timeline``, for this copy."""
        return views.timeline(self.root)

    def dyad_years(self, first: int, last: int, *, directed: bool = False) -> pd.DataFrame:
        """Same as ``gsomia_data.dyad_years``, for this copy."""
        return dyads.dyad_years(first, last, directed=directed, root=self.root)

    def codebook(self, table: str | None = None) -> pd.DataFrame:
        """Same as ``gsomia_data.codebook``, for this copy."""
        return views.codebook(table, self.root)

    def cite(
        self,
        format: str = "apa",  # noqa: A002 - the word that users expect
        source: str | None = None,
    ) -> str:
        """Same as ``gsomia_data.cite``, for this copy."""
        return citing.cite(format, source, self.root)

    def find(self, words: str) -> pd.DataFrame:
        """Same as ``gsomia_data.find``, for this copy."""
        return views.find(words, self.root)

    def export(
        self,
        format: FormatName,  # noqa: A002 - the word that users expect
        target: str | Path,
        *,
        force: bool = False,
        progress: Callable[[str], None] = silent,
    ) -> Exported:
        """Same as ``gsomia_data.export``, for this copy."""
        return export(format, target, force=force, root=self.root, progress=progress)


def open(path: str | Path) -> Dataset:  # noqa: A001 - the word that readers expect
    """Open another copy of the package.

    Args:
        path: Its folder, or the ``datapackage.json`` in it.

    Returns:
        A ``Dataset``, which has the functions of ``gsomia_data`` as methods.

    Raises:
        FileNotFoundError: There is no ``datapackage.json``.
        TypeError: ``path`` is not a path.
    """
    return Dataset(location.another(path).absolute())  # in case the current folder changes later
