"""The mark of an event: its form shows how exactly the date is known, its filling the status.

    round mark       on this day
    light bar        on some day in this time
    dark, high bar   all this time; light at an uncertain beginning or end
    fading arrow     this side is open: no first (or no last) day is known

Filled: it occurred. Half filled: it is claimed. Hollow: it was expected. Colour only repeats this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.dates import date2num
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import Transform

from gsomia_data._floor.edtf import Edtf
from gsomia_data.reading.plot import stretches
from gsomia_data.reading.plot.marks import FILLINGS, Filling, Side, opens

RANGE, SPAN = 0.44, 0.66
"""Heights of bars, in rows."""
LIGHT, DARK = 0.4, 1.0
"""Strength of the colour: of uncertain time, and of certain time."""
ARROW, HEAD = 40.0, 7.0
"""Lengths in points, because an open side has no length in days."""
_HALF, _OUTLINE = 3.2, 0.8
"""Half the height of an arrow, and the width of its outline, in points."""
_PIECES = 20


@dataclass(frozen=True, slots=True)
class Style:
    """Colour and filling of a mark."""

    colour: str
    filled: Filling

    def tone(self, strength: float) -> tuple[float, ...]:
        """The colour mixed with white; opaque, for formats without transparency."""
        return tuple(1 - strength * (1 - part) for part in to_rgb(self.colour))

    @property
    def share(self) -> float:
        """The share of the height that is filled, from below."""
        return {"full": 1.0, "bottom": 0.5, "none": 0.0}[self.filled]


NEUTRAL = Style("#555555", "full")
_STATUS = tuple(map(Style, ("#0072B2", "#D55E00", "#009E73"), FILLINGS))
"""Occurred, expected, claimed; colours of Okabe and Ito, safe for colour-blind readers."""


def styles(statuses: Sequence[str]) -> dict[str, Style]:
    """The style of each status of an event; ``statuses`` are in the order of the schema.

    Raises:
        ValueError: There is a status more, which has no style yet.
    """
    for status in statuses[len(_STATUS) :]:
        where = "src/gsomia_data/reading/plot/shapes.py"
        raise ValueError(f"{where}: there is no style for the status {status!r}; add it to _STATUS")
    return dict(zip(statuses, _STATUS, strict=True))


def number(day: date) -> float:
    """A day as matplotlib counts it."""
    return float(date2num(day))  # type: ignore[no-untyped-call]


def mark(
    when: Edtf, row: int, style: Style, data: Transform, points: Transform
) -> Iterator[Artist]:
    """The parts of the mark of one event; ``points`` begin at its open side."""
    first, last = map(number, stretches.extent(when))
    side = opens(when)
    if side:
        yield from arrow(side, style, points)
    if when.precision == "span":
        yield from _span(when, row, style, data)
    elif side:
        yield edge(first if side == 1 else last, row, style)
    elif when.precision == "day":
        yield dot(first, row, style)
    else:
        yield from bar((first, last), row, RANGE, LIGHT, style, data)


def dot(x: float, y: float, style: Style) -> Line2D:
    """The mark of one day."""
    return Line2D(
        [x],
        [y],
        linestyle="none",
        marker="o",
        markersize=5.2,
        markeredgewidth=1.1,
        color=style.colour,
        fillstyle=style.filled,
        markerfacecoloralt="white",
    )


def edge(x: float, y: float, style: Style) -> Line2D:
    """The first or last day of an event whose other side is open."""
    return Line2D([x, x], [y - SPAN / 2, y + SPAN / 2], color=style.colour, linewidth=1.8)


def bar(  # noqa: PLR0913, PLR0917 - place and looks
    x: tuple[float, float], y: float, height: float, strength: float, style: Style, data: Transform
) -> Iterator[Artist]:
    """A bar from the first to the last day: background, filling, outline. Rows count down."""
    corner, width = (x[0], y + height / 2), x[1] - x[0]
    line = style.tone(max(strength, 0.8))
    yield Rectangle(corner, width, -height, fc="white", ec="none", transform=data)
    filled = -height * style.share
    yield Rectangle(corner, width, filled, fc=style.tone(strength), ec="none", transform=data)
    yield Rectangle(corner, width, -height, fc="none", ec=line, lw=0.7, transform=data)


def _span(when: Edtf, row: int, style: Style, data: Transform) -> Iterator[Artist]:
    """A span: dark while it certainly lasted, light while it may have begun or ended."""
    first, last = map(number, stretches.extent(when))
    yield from bar((first, last), row, SPAN, LIGHT, style, data)
    if when.begins_by and when.ends_from and when.begins_by < when.ends_from:
        sure = number(when.begins_by), number(when.ends_from)
        yield from bar(sure, row, SPAN, DARK, style, data)


def arrow(side: Side, style: Style, points: Transform) -> Iterator[Artist]:
    """An arrow that fades towards the open side; its pieces overlap, so that no seams show."""
    for piece in range(_PIECES, 0, -1):
        tone = style.tone(0.8 - 0.68 * piece / _PIECES)
        long = side * ARROW * piece / _PIECES
        yield Rectangle((0, -_HALF), long, 2 * _HALF, fc=tone, ec="none", transform=points)
    if style.share < 1:
        bottom = -_HALF + max(_OUTLINE, 2 * _HALF * style.share)
        inside = _HALF - _OUTLINE - bottom
        yield Rectangle((0, bottom), side * ARROW, inside, fc="white", ec="none", transform=points)
    wide = 1.5 * _HALF
    head = [(side * (ARROW + HEAD), 0), (side * ARROW, wide), (side * ARROW, -wide)]
    tone = style.tone(0.3 * style.share)
    yield Polygon(head, fc=tone, ec=style.tone(LIGHT), lw=0.7, transform=points)
