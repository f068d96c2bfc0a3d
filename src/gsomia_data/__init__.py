"""The Korea-Japan military-intelligence pact (GSOMIA, 2016) and the agreements around it, as data.

    >>> import gsomia_data as gd
    >>> gd.load("polls")

Importing costs no pandas: the functions are fetched when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gsomia_data.reading.conflicts import conflicts as conflicts
    from gsomia_data.reading.dataset import Dataset as Dataset
    from gsomia_data.reading.dataset import open as open  # noqa: A004 - as readers expect it
    from gsomia_data.reading.evidence import evidence as evidence
    from gsomia_data.reading.frames import load as load
    from gsomia_data.reading.frames import tables as tables
    from gsomia_data.reading.views import codebook as codebook
    from gsomia_data.reading.views import find as find
    from gsomia_data.reading.views import timeline as timeline

    __version__: str

_HOME = {
    "Dataset": "dataset",
    "codebook": "views",
    "conflicts": "conflicts",
    "evidence": "evidence",
    "find": "views",
    "load": "frames",
    "open": "dataset",
    "tables": "frames",
    "timeline": "views",
}

__all__ = [
    "Dataset",
    "__version__",
    "codebook",
    "conflicts",
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
    if name in _HOME:
        return getattr(import_module(f"gsomia_data.reading.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
