"""Figures, by matplotlib: ``pip install 'gsomia-data[plot]'``. Importing it costs no matplotlib.

>>> import gsomia_data as gd
>>> gd.plot.timeline()
>>> gd.plot.timeline(events=gd.timeline().query("precision == 'day'"))
"""

from importlib import import_module
from typing import TYPE_CHECKING

from gsomia_data.reading.plot.formats import FORMATS, ImageFormat

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

__all__ = ["image", "timeline"]


def timeline(ax: "Axes | None" = None, *, events: "DataFrame | None" = None) -> "Axes":
    """Draw dated events, one per row, in the order of ``events`` (default: ``gd.timeline()``).

    A day is a round mark; some day in a time is a light bar over that time; what lasted is a dark,
    high bar; an open side fades into an arrow. Filled: it occurred. Half filled: it is claimed.
    Hollow: it was expected. Where the scale of time changes, the axis is cut and marked with //.

    ``events`` needs the columns ``date``, ``title`` and ``status``. Without ``ax`` the figure is a
    new one of the right size, which pyplot does not know; a notebook shows it. An ``ax`` of your
    own should be empty, 6 inches wide and 0.2 inches high per event.

    Raises ``ValueError`` where a column or a cell is missing or no event is there, and
    ``ModuleNotFoundError`` without matplotlib.
    """
    _demand()
    from gsomia_data.reading import frames, views  # noqa: PLC0415 - costs pandas
    from gsomia_data.reading.plot import drawing  # noqa: PLC0415 - costs matplotlib

    statuses = frames.codes("dates", "status")
    return drawing.timeline(ax, views.timeline() if events is None else events, statuses)


def image(ax: "Axes", format: ImageFormat) -> bytes:  # noqa: A002 - the word that users expect
    """The whole figure of ``ax`` as a file; the same bytes for the same figure.

    Text stays text in SVG; PNG has 200 dots per inch. For other formats: ``ax.figure.savefig``.

    Raises ``ValueError`` for an unknown format, ``ModuleNotFoundError`` without matplotlib.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    _demand()
    from gsomia_data.reading.plot import canvas  # noqa: PLC0415 - costs matplotlib

    return canvas.image(ax, format)


def _demand() -> None:
    try:
        import_module("matplotlib")
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "figures need the library matplotlib: pip install 'gsomia-data[plot]'"
        ) from None
