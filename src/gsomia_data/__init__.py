"""The Korea-Japan military-intelligence pact (GSOMIA, 2016) and the agreements around it, as data.

    >>> import gsomia_data as gd
    >>> gd.tables()
    >>> gd.load("polls")  # or gd.polls()

Importing costs no pandas: the functions are fetched when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gsomia_data.reading.conflicts import conflicts as conflicts
    from gsomia_data.reading.dataset import Dataset as Dataset
    from gsomia_data.reading.dataset import open as open  # noqa: A004 - as readers expect it
    from gsomia_data.reading.dates import certainly_after as certainly_after
    from gsomia_data.reading.dates import certainly_before as certainly_before
    from gsomia_data.reading.dates import certainly_during as certainly_during
    from gsomia_data.reading.dyads import dyad_years as dyad_years
    from gsomia_data.reading.evidence import evidence as evidence
    from gsomia_data.reading.frames import tables as tables
    from gsomia_data.reading.named import *  # noqa: F403 - a function per table
    from gsomia_data.reading.named import load as load
    from gsomia_data.reading.views import codebook as codebook
    from gsomia_data.reading.views import find as find
    from gsomia_data.reading.views import timeline as timeline

    __version__: str

_HOME = {
    "Dataset": "dataset",
    "certainly_after": "dates",
    "certainly_before": "dates",
    "certainly_during": "dates",
    "codebook": "views",
    "conflicts": "conflicts",
    "dyad_years": "dyads",
    "evidence": "evidence",
    "find": "views",
    "load": "named",
    "open": "dataset",
    "tables": "frames",
    "timeline": "views",
}

__all__ = [
    "Dataset",
    "__version__",
    "certainly_after",
    "certainly_before",
    "certainly_during",
    "codebook",
    "conflicts",
    "dyad_years",
    "evidence",
    "find",
    "load",
    "open",
    "tables",
    "timeline",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have any type
    if name == "__version__":
        from gsomia_data._files import version  # noqa: PLC0415 - reads metadata only on demand

        return version()
    if name in _HOME or name in _tables():
        return getattr(import_module(f"gsomia_data.reading.{_HOME.get(name, 'named')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *_tables()})


def _tables() -> list[str]:
    """Names of the tables; each is a function."""
    from gsomia_data._files import table_names  # noqa: PLC0415 - reads the descriptor on demand

    return table_names()
