"""Legends below the axes; they explain only marks that are drawn."""

from collections.abc import Iterable, Iterator, Mapping

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.legend import Legend
from matplotlib.legend_handler import HandlerBase
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from gsomia_data._floor.edtf import Edtf
from gsomia_data.reading.plot import canvas, shapes, text
from gsomia_data.reading.plot.marks import BOLD, FORMS, Side, forms

_HANDLE, _BETWEEN = 2.6, 1.6
"""Widths of the mark of an entry and of the gap after it, in sizes of the font."""


class _Arrow(Patch):
    """The entry of an arrow in a legend."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.side = side


class _DrawnArrow(HandlerBase):
    def create_artists(  # noqa: PLR0913, PLR0917 - the signature of matplotlib
        self,
        legend: Legend,  # noqa: ARG002
        orig_handle: Artist,
        xdescent: float,
        ydescent: float,
        width: float,
        height: float,
        fontsize: float,  # noqa: ARG002
        trans: Transform,
    ) -> list[Artist]:
        """The arrow itself, scaled to the width of a legend entry."""
        assert isinstance(orig_handle, _Arrow)  # noqa: S101 - by the handler map
        side = orig_handle.side
        origin = -xdescent + (width if side == -1 else 0)
        small = Affine2D().scale(width / (shapes.ARROW + shapes.HEAD), 0.8)
        place = small.translate(origin, height / 2 - ydescent) + trans
        ends = [-1 - ydescent, height + 1 - ydescent]
        edge = Line2D([origin] * 2, ends, color=shapes.NEUTRAL.colour, lw=1.8, transform=trans)
        return [*shapes.arrow(side, shapes.NEUTRAL, place), edge]


class _Bold(Patch):
    """The entry of a bold title in a legend."""


class _DrawnBold(HandlerBase):
    def create_artists(  # noqa: PLR0913, PLR0917 - the signature of matplotlib
        self,
        legend: Legend,  # noqa: ARG002
        orig_handle: Artist,  # noqa: ARG002
        xdescent: float,
        ydescent: float,
        width: float,
        height: float,
        fontsize: float,
        trans: Transform,
    ) -> list[Artist]:
        """A word in bold."""
        place = (width / 2 - xdescent, height / 2 - ydescent)
        word = Text(*place, "title", fontsize=fontsize, fontweight="bold", ha="center")
        word.set(va="center_baseline", transform=trans)
        return [word]


def draw(
    ax: Axes, dates: Iterable[Edtf], fillings: Mapping[str, shapes.Style], *, bold: bool
) -> float:
    """Draw the legend of forms, then that of fillings and of bold titles.

    Returns:
        How many points below the axes the next free line is.
    """
    present = {form for when in dates for form in forms(when)}
    handles = _handles()
    meanings = [(FORMS[form], handles[form]) for form in FORMS if form in present]
    dots = [(status, shapes.dot(0, 0, style)) for status, style in fillings.items()]
    title: list[tuple[str, Artist]] = [(BOLD, _Bold())] if bold else []
    below = 22.0
    for part in (meanings, [*dots, *title]):
        for line in _lines(part, canvas.width(ax)):
            _line(ax, below, dict(line))
            below += 14
    return below + 2


def _lines(
    entries: Iterable[tuple[str, Artist]], room: float
) -> Iterator[list[tuple[str, Artist]]]:
    """The entries in lines that are not wider than ``room``."""
    line: list[tuple[str, Artist]] = []
    used = 0.0
    for entry in entries:
        wide = text.width(entry[0]) + (_HANDLE + 0.8 + _BETWEEN) * text.SIZE
        if line and used + wide > room:
            yield line
            line, used = [], 0.0
        line.append(entry)
        used += wide
    if line:
        yield line


def _handles() -> dict[str, Artist]:
    grey = shapes.NEUTRAL
    return {
        "day": shapes.dot(0, 0, grey),
        "range": Patch(fc=grey.tone(shapes.LIGHT), ec=grey.tone(0.8), lw=0.7),
        "span": Patch(fc=grey.tone(shapes.DARK), ec=grey.colour, lw=0.7),
        "-1": _Arrow(-1),
        "1": _Arrow(1),
    }


def _line(ax: Axes, points: float, entries: Mapping[str, Artist]) -> None:
    """A legend on one line, ``points`` below the axes."""
    below = ScaledTranslation(0, -points / 72, ax.figure.dpi_scale_trans)
    line = Legend(
        ax,
        list(entries.values()),
        list(entries),
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=ax.transAxes + below,
        ncols=len(entries),
        columnspacing=_BETWEEN,
        handlelength=_HANDLE,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        fontsize=text.SIZE,
        handler_map={_Arrow: _DrawnArrow(), _Bold: _DrawnBold()},
    )
    ax.add_artist(line)
    line.set_clip_on(False)  # it is outside the axes
