"""The same functions over another copy of the package."""

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
    """A package in a folder; ``root`` holds its ``datapackage.json``."""

    root: Path

    def tables(self) -> pd.DataFrame:
        """As ``gsomia_data.tables``."""
        return frames.tables(self.root)

    def evidence(
        self, table: str | None = None, key: str | None = None, column: str | None = None
    ) -> pd.DataFrame:
        """As ``gsomia_data.evidence``."""
        return evidence.evidence(table, key, column, self.root)

    def conflicts(self) -> pd.DataFrame:
        """As ``gsomia_data.conflicts``."""
        return conflicts.conflicts(self.root)

    def timeline(self) -> pd.DataFrame:
        """As ``gsomia_data.timeline``."""
        return views.timeline(self.root)

    def dyad_years(self, first: int, last: int, *, directed: bool = False) -> pd.DataFrame:
        """As ``gsomia_data.dyad_years``."""
        return dyads.dyad_years(first, last, directed=directed, root=self.root)

    def codebook(self, table: str | None = None) -> pd.DataFrame:
        """As ``gsomia_data.codebook``."""
        return views.codebook(table, self.root)

    def cite(
        self,
        format: str = "apa",  # noqa: A002 - the word that users expect
        source: str | None = None,
    ) -> str:
        """As ``gsomia_data.cite``."""
        return citing.cite(format, source, self.root)

    def find(self, words: str) -> pd.DataFrame:
        """As ``gsomia_data.find``."""
        return views.find(words, self.root)

    def export(
        self,
        format: FormatName,  # noqa: A002 - the word that users expect
        target: str | Path,
        *,
        force: bool = False,
        progress: Callable[[str], None] = silent,
    ) -> Exported:
        """As ``gsomia_data.export``."""
        return export(format, target, force=force, root=self.root, progress=progress)


def open(path: str | Path) -> Dataset:  # noqa: A001 - the word that readers expect
    """The package in the folder ``path``, or of the descriptor ``path``.

    Raises ``FileNotFoundError`` where there is no descriptor, ``TypeError`` for what is not a path.
    """
    return Dataset(location.another(path).absolute())  # for a reader who goes elsewhere later
