"""The Korea-Japan military-intelligence pact (GSOMIA, 2016) and the agreements around it, as data.

    >>> import gsomia_data as gd
    >>> gd.tables()
    >>> gd.load("polls")  # or gd.polls()

Importing costs no pandas: the functions are fetched when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gsomia_data import plot as plot
    from gsomia_data.reading.citing import cite as cite
    from gsomia_data.reading.conflicts import conflicts as conflicts
    from gsomia_data.reading.dataset import Dataset as Dataset
    from gsomia_data.reading.dataset import open as open  # noqa: A004 - as readers expect it
    from gsomia_data.reading.dates import certainly_after as certainly_after
    from gsomia_data.reading.dates import certainly_before as certainly_before
    from gsomia_data.reading.dates import certainly_during as certainly_during
    from gsomia_data.reading.dyads import dyad_years as dyad_years
    from gsomia_data.reading.evidence import evidence as evidence
    from gsomia_data.reading.export import export as export
    from gsomia_data.reading.frames import tables as tables
    from gsomia_data.reading.named import *  # noqa: F403 - a function per table
    from gsomia_data.reading.named import TableName as TableName
    from gsomia_data.reading.named import load as load
    from gsomia_data.reading.views import codebook as codebook
    from gsomia_data.reading.views import find as find
    from gsomia_data.reading.views import timeline as timeline

    __version__: str

_HOME = {
    "Dataset": "dataset",
    "TableName": "named",
    "certainly_after": "dates",
    "certainly_before": "dates",
    "certainly_during": "dates",
    "cite": "citing",
    "codebook": "views",
    "conflicts": "conflicts",
    "dyad_years": "dyads",
    "evidence": "evidence",
    "export": "export",
    "find": "views",
    "load": "named",
    "open": "dataset",
    "tables": "frames",
    "timeline": "views",
}

# Without `open`: `from gsomia_data import *` must not take the built-in one away.
__all__ = [
    "Dataset",
    "TableName",
    "__version__",
    "certainly_after",
    "certainly_before",
    "certainly_during",
    "cite",
    "codebook",
    "conflicts",
    "dyad_years",
    "evidence",
    "export",
    "find",
    "load",
    "plot",
    "tables",
    "timeline",
]


if not TYPE_CHECKING:  # else type checkers would take any misspelt name for one that is there

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from gsomia_data._files import version  # noqa: PLC0415 - reads metadata on demand

            return version()
        if name == "plot":
            return import_module("gsomia_data.plot")
        if name in _HOME or name in _tables():
            return getattr(import_module(f"gsomia_data.reading.{_HOME.get(name, 'named')}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *_HOME, *_tables()})


def _tables() -> list[str]:
    """Names of the tables; each is a function."""
    from gsomia_data._files import table_names  # noqa: PLC0415 - reads the descriptor on demand

    return table_names()
