"""Figures that pyplot does not know, drawn alike on every machine whatever is configured there."""

import io
from contextlib import AbstractContextManager

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gsomia_data.reading.plot.formats import ImageFormat

_CONFIGURED = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],  # the first is matplotlib's own
    "svg.fonttype": "none",  # text that can be searched, copied and read aloud
    "svg.hashsalt": "gsomia-data",  # else its ids are drawn by lot
}


class Shown(Axes):
    """Axes that a notebook shows, though pyplot does not know them."""

    def _repr_svg_(self) -> str:
        return image(self, "svg").decode()


def configured() -> AbstractContextManager[None]:
    """The defaults of matplotlib and ours, for a while."""
    context: AbstractContextManager[None] = style.context(["default", _CONFIGURED])
    return context


def image(ax: Axes, format: ImageFormat) -> bytes:  # noqa: A002 - as in the face
    """The whole figure of ``ax`` as a file: no time, no machine, no path in it.

    The label of ``ax`` (no part of the picture) gives title and description, by its first line.
    """
    title, _, told = str(ax.get_label()).partition("\n")
    unwanted = ("Date", "Creator") if format == "svg" else ("Software",)
    metadata = {"Title": title, "Description": told} | dict.fromkeys(unwanted)
    file = io.BytesIO()
    with configured():
        _root(ax).savefig(
            file, format=format, dpi=200, metadata=metadata, bbox_inches="tight", pad_inches=0.06
        )
    return file.getvalue()


def _root(ax: Axes) -> Figure:
    """The figure of ``ax``, also where it is in a part of one."""
    figure = ax.figure
    while not isinstance(figure, Figure):
        figure = figure.figure
    return figure
