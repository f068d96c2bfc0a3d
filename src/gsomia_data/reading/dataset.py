"""The same functions over another copy of the package."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from gsomia_data import _files
from gsomia_data.reading import conflicts, dyads, evidence, frames, views


@dataclass(frozen=True, slots=True)
class Dataset:
    """A package in a folder; ``root`` holds its ``datapackage.json``."""

    root: Path

    def load(self, table: str) -> pd.DataFrame:
        """As ``gsomia_data.load``."""
        return frames.load(table, self.root)

    def tables(self) -> pd.DataFrame:
        """As ``gsomia_data.tables``."""
        return frames.tables(self.root)

    def evidence(
        self, table: str | None = None, record: str | None = None, column: str | None = None
    ) -> pd.DataFrame:
        """As ``gsomia_data.evidence``."""
        return evidence.evidence(table, record, column, self.root)

    def conflicts(self) -> pd.DataFrame:
        """As ``gsomia_data.conflicts``."""
        return conflicts.conflicts(self.root)

    def timeline(self) -> pd.DataFrame:
        """As ``gsomia_data.timeline``."""
        return views.timeline(self.root)

    def dyad_years(self, first: int, last: int, *, directed: bool = False) -> pd.DataFrame:
        """As ``gsomia_data.dyad_years``."""
        return dyads.dyad_years(first, last, directed=directed, root=self.root)

    def codebook(self, table: str) -> pd.DataFrame:
        """As ``gsomia_data.codebook``."""
        return views.codebook(table, self.root)

    def find(self, words: str) -> pd.DataFrame:
        """As ``gsomia_data.find``."""
        return views.find(words, self.root)

    def __getattr__(self, name: str) -> Callable[[], pd.DataFrame]:
        """``dataset.polls()``: each table is a function here too."""
        if not name.startswith("_") and name in frames.keys(self.root):
            return partial(frames.load, name, self.root)
        raise AttributeError(f"the package in {self.root} has no table {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *frames.keys(self.root)})


def open(path: str | Path) -> Dataset:  # noqa: A001 - the word that readers expect
    """The package in the folder ``path``, or of the descriptor ``path``.

    Raises ``FileNotFoundError`` where there is no descriptor.
    """
    place = Path(path)
    root = place.parent if place.name == _files.DESCRIPTOR else place
    if not (root / _files.DESCRIPTOR).is_file():
        raise FileNotFoundError(
            f"{root} holds no {_files.DESCRIPTOR}; name the folder of a package"
        )
    return Dataset(root)
