"""Legends below the axes; they explain only marks that are drawn."""

from collections.abc import Iterable, Mapping

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.legend import Legend
from matplotlib.legend_handler import HandlerBase
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from gsomia_data._floor.edtf import Edtf
from gsomia_data.reading.plot import shapes

FORMS = {
    "day": "on this day",
    "range": "on some day in this time",
    "span": "all this time",
    "-1": "up to here; no first day is known",
    "1": "from here on; no last day is known",
}
"""What each form of a mark means."""
_LONGEST = 4
"""How many forms fit on a line."""


class _Arrow(Patch):
    """The entry of an arrow in a legend."""

    def __init__(self, side: shapes.Side) -> None:
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


def draw(ax: Axes, dates: Iterable[Edtf], fillings: Mapping[str, shapes.Style]) -> float:
    """Draw the legend of forms, then that of fillings.

    Returns:
        How many points below the axes the next free line is.
    """
    present = {form for when in dates for form in _forms(when)}
    forms = _handles()
    entries = [(FORMS[form], forms[form]) for form in FORMS if form in present]
    dots = [(status, shapes.dot(0, 0, style)) for status, style in fillings.items()]
    below = 22.0
    for line in (entries[:_LONGEST], entries[_LONGEST:], dots):
        if line:
            _line(ax, below, dict(line))
            below += 14
    return below + 2


def _forms(when: Edtf) -> set[str]:
    open_side = {str(shapes.opens(when))} - {"None"}
    if when.precision in {"day", "span"}:
        return {when.precision} | open_side
    return open_side or {"range"}


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
        columnspacing=1.6,
        handlelength=2.6,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        fontsize=6,
        handler_map={_Arrow: _DrawnArrow()},
    )
    ax.add_artist(line)
    line.set_clip_on(False)  # it is outside the axes
