"""The Korea-Japan military-intelligence pact (GSOMIA, 2016) and the agreements around it, as data.

    >>> import gsomia_data as gd
    >>> gd.load("polls")

Importing costs no pandas: the functions are fetched when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gsomia_data.reading.conflicts import conflicts as conflicts
    from gsomia_data.reading.frames import load as load
    from gsomia_data.reading.frames import tables as tables

    __version__: str

__all__ = ["__version__", "conflicts", "load", "tables"]

_HOME = {
    "conflicts": "gsomia_data.reading.conflicts",
    "load": "gsomia_data.reading.frames",
    "tables": "gsomia_data.reading.frames",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have any type
    if name == "__version__":
        from gsomia_data._files import version  # noqa: PLC0415 - reads metadata only on demand

        return version()
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
