"""Figures outside pyplot, drawn alike on every machine, whatever its configuration."""

import io
from collections.abc import Mapping
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
    "pdf.fonttype": 42,  # TrueType: journals refuse the other kind, Type 3
}
_RESOLUTION = 200
"""Dots per inch of a PNG."""
_METADATA: Mapping[ImageFormat, tuple[str, tuple[str, ...]]] = {
    "svg": ("Description", ("Date", "Creator")),
    "pdf": ("Subject", ("CreationDate", "Creator", "Producer")),
    "png": ("Description", ("Software",)),
}
"""What a format calls the description, and what matplotlib would add to it."""


class NotebookAxes(Axes):
    """Axes that notebooks display, although pyplot does not know them."""

    def _repr_svg_(self) -> str:
        return image(self, "svg").decode()

    def _repr_pdf_(self) -> bytes:
        """For LaTeX: `nbconvert` would otherwise make it of the SVG, by Inkscape."""
        return image(self, "pdf")

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """For what cannot show SVG; with its width and height on the screen."""
        data = image(self, "png")
        size = {"width": data[16:20], "height": data[20:24]}
        pixels = {name: int.from_bytes(of, "big") * 96 // _RESOLUTION for name, of in size.items()}
        return data, pixels


def configured() -> AbstractContextManager[None]:
    """A context with the defaults of matplotlib and our own settings."""
    context: AbstractContextManager[None] = style.context(["default", _CONFIGURED])
    return context


def image(ax: Axes, format: ImageFormat) -> bytes:  # noqa: A002 - as in the public function
    """The whole figure of ``ax`` as a file, without traces of time, machine or path.

    The label of ``ax``, which is not drawn, is the title (first line) and the description.
    """
    title, _, description = str(ax.get_label()).partition("\n")
    described, unwanted = _METADATA[format]
    metadata = {"Title": title, described: description} | dict.fromkeys(unwanted)
    file = io.BytesIO()
    with configured():
        _root(ax).savefig(
            file,
            format=format,
            dpi=_RESOLUTION,
            metadata=metadata,
            bbox_inches="tight",
            pad_inches=0.06,
        )
    return file.getvalue()


def width(ax: Axes) -> float:
    """The width of ``ax`` in points."""
    return float(ax.get_window_extent().width / ax.figure.dpi * 72)


def _root(ax: Axes) -> Figure:
    """The figure of ``ax``, even if ``ax`` is in a subfigure."""
    figure = ax.figure
    while not isinstance(figure, Figure):
        figure = figure.figure
    return figure
