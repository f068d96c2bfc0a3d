"""Figures, drawn by matplotlib: ``pip install 'gsomia-data[plot]'``.

>>> import gsomia_data as gd
>>> gd.plot.timeline()
>>> gd.plot.timeline(events=gd.timeline().query("precision == 'day'"))

Importing this module does not import matplotlib.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gsomia_data.reading.plot.formats import FORMATS, ImageFormat

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

    from gsomia_data.reading.dataset import Dataset
else:  # for `typing.get_type_hints`, as none of them is imported before a figure is drawn
    Axes = DataFrame = Dataset = Any

__all__ = ["image", "timeline"]


def timeline(
    ax: Axes | None = None,
    *,
    events: DataFrame | None = None,
    dataset: Dataset | None = None,
    width: float = 7.2,
) -> Axes:
    """Draw dated events, one per row.

    The shape of a mark shows how exactly the date is known:

    - round mark: on this day
    - light bar: on some day in this time
    - dark, high bar: all this time
    - fading arrow: the first or last day is unknown

    Its filling shows the status: filled, it occurred; half filled, it is claimed; hollow, it was
    expected. A bold title is that of an event by which an agreement was signed, concluded or took
    effect. If the scale of time changes, the axis is cut and marked with //.

    Args:
        ax: Empty axes to draw on, 6 inches wide and 0.2 inches high per event. Without them, the
            timeline is a new figure of the right size, which notebooks display in all formats.
        events: The events in order, with the columns ``date``, ``title`` and ``status``; by
            default those of ``dataset.timeline()``. Without a column ``event`` no title is bold.
        dataset: The package that knows the statuses; by default the installed one.
        width: Of a new figure, in inches: by default that of a page. In less width, as 3.5 for a
            column, titles are broken into lines, and few events look best.

    Returns:
        The axes. ``gd.plot.image`` makes a file of them.

    Raises:
        TypeError: ``ax`` is not an Axes, or ``events`` is not a DataFrame.
        ValueError: There are no events, a column or cell is missing or invalid, or the width is too
            small for the dates.
        ModuleNotFoundError: matplotlib is not installed.
    """
    _demand()
    from gsomia_data.reading.dataset import default  # noqa: PLC0415 - imports pandas
    from gsomia_data.reading.plot import drawing  # noqa: PLC0415 - imports matplotlib

    data = dataset or default()
    codes = data.codebook("dates")
    statuses = [str(code) for code in codes.loc[codes["column_name"] == "status", "code"]]
    return drawing.timeline(ax, data.timeline() if events is None else events, statuses, width)


def image(ax: Axes, format: ImageFormat) -> bytes:  # noqa: A002 - the word that users expect
    """The figure of ``ax`` as the bytes of a file.

    The same figure always gives the same bytes. For other formats, use ``ax.figure.savefig``.

    Args:
        ax: The axes that ``timeline`` returned.
        format: ``svg`` or ``pdf``, in which text stays text, or ``png``, with 200 dots per inch.

    Raises:
        ValueError: Unknown format; the message lists the formats.
        ModuleNotFoundError: matplotlib is not installed.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    _demand()
    from gsomia_data.reading.plot import canvas  # noqa: PLC0415 - imports matplotlib

    return canvas.image(ax, format)


def _demand() -> None:
    try:
        import_module("matplotlib")
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "figures need the library matplotlib: pip install 'gsomia-data[plot]'"
        ) from None


def __dir__() -> list[str]:
    return __all__
