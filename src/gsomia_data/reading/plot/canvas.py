"""Figures outside pyplot, drawn alike on every machine, whatever its configuration."""

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
    "svg.hashsalt": "gsomia-data",  # otherwise its ids are random
}


class NotebookAxes(Axes):
    """Axes that notebooks display, although pyplot does not know them."""

    def _repr_svg_(self) -> str:
        return image(self, "svg").decode()


def configured() -> AbstractContextManager[None]:
    """A context with the defaults of matplotlib and our own settings."""
    context: AbstractContextManager[None] = style.context(["default", _CONFIGURED])
    return context


def image(ax: Axes, format: ImageFormat) -> bytes:  # noqa: A002 - as in the public function
    """The whole figure of ``ax`` as a file, without traces of time, machine or path.

    The label of ``ax``, which is not drawn, is the title (first line) and the description.
    """
    title, _, description = str(ax.get_label()).partition("\n")
    unwanted = ("Date", "Creator") if format == "svg" else ("Software",)
    metadata = {"Title": title, "Description": description} | dict.fromkeys(unwanted)
    file = io.BytesIO()
    with configured():
        _root(ax).savefig(
            file, format=format, dpi=200, metadata=metadata, bbox_inches="tight", pad_inches=0.06
        )
    return file.getvalue()


def _root(ax: Axes) -> Figure:
    """The figure of ``ax``, even if ``ax`` is in a subfigure."""
    figure = ax.figure
    while not isinstance(figure, Figure):
        figure = figure.figure
    return figure
