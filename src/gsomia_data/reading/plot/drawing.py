"""The timeline: one row per event, with time in stretches of different scale."""

import textwrap
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Literal

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from gsomia_data._floor import edtf
from gsomia_data._floor.citation import MONTHS
from gsomia_data._floor.edtf import Edtf
from gsomia_data.reading.plot import canvas, legends, shapes
from gsomia_data.reading.plot.shapes import Style, number
from gsomia_data.reading.plot.stretches import Stretch, extent, stretches

_NEEDED = ("date", "title", "status")
_INK, _PALE, _FAINT = "#222222", "#666666", "#E2E2E2"
_TITLE, _LABEL, _TICK, _PRINT = 6.5, 6.0, 5.5, 5.0
"""Font sizes in points."""
_WIDTH = 7.2
"""In inches: the width of a page."""
_GRID: dict[str, Any] = {"color": _FAINT, "linewidth": 0.5, "clip_on": False}
"""Not clipped: nothing leaves the axes, and the ids of clips depend on the version of numpy."""
_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
"""Background of text, so that no line runs through it."""
_REACH = shapes.ARROW + shapes.HEAD


@dataclass(frozen=True, slots=True)
class DrawnEvent:
    """What is drawn for a row of ``events``."""

    when: Edtf
    title: str
    status: str
    style: Style


def timeline(ax: Axes | None, frame: pd.DataFrame, statuses: Sequence[str]) -> Axes:
    """Draw the events of ``frame`` on ``ax`` or on a new figure.

    ``statuses`` are the codes for the status of an event, in the order of the schema.
    """
    styles = shapes.styles(statuses)
    events = _events(frame, styles)
    with canvas.configured() if ax is None else nullcontext():
        drawn = ax or _page(events)
        placed = stretches(one.when for one in events)
        _scale(drawn, placed)
        _cuts(drawn, placed)
        _rows(drawn, events, cut=len(placed) > 1)
        for row, event in enumerate(events):
            _event(drawn, row, event)
        present = {event.status for event in events}
        fillings = {status: style for status, style in styles.items() if status in present}
        below = legends.draw(drawn, [one.when for one in events], fillings)
        _source(drawn, below, str(frame.attrs.get("citation", "")), cut=len(placed) > 1)
    lines = (f"{_in_words(one.when)}: {one.title} ({one.status})" for one in events)
    drawn.set_label("\n".join(["Timeline of dated events", *lines]))
    return drawn


def _events(frame: pd.DataFrame, styles: Mapping[str, Style]) -> list[DrawnEvent]:
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise ValueError(f"events has no column {', '.join(missing)}; give rows of gd.timeline()")
    if frame.empty:
        raise ValueError("events has no rows, so there is nothing to draw")
    rows = frame[list(_NEEDED)].itertuples(index=False, name=None)
    return [_read(*cells, styles=styles) for cells in rows]


def _read(
    when: object, title: object, status: object, *, styles: Mapping[str, Style]
) -> DrawnEvent:
    if not isinstance(when, str) or not isinstance(title, str):
        raise ValueError(f"an event has no date or no title: {when}, {title}")  # noqa: TRY004
    if not isinstance(status, str) or status not in styles:
        raise ValueError(f"{title!r} has the status {status!r}; there are {', '.join(styles)}")
    try:
        return DrawnEvent(edtf.parse(when), title, status, styles[status])
    except edtf.OtherFormError as error:
        raise ValueError(f"{title!r}: {when!r} cannot be drawn: {error}") from error
    except ValueError as error:
        raise ValueError(f"{title!r}: {when!r} is not an EDTF date: {error}") from error


def _page(events: Sequence[DrawnEvent]) -> Axes:
    """Axes on a figure of the right size."""
    left = 0.15 + 0.054 * max(len(_in_words(one.when)) for one in events)
    right, above, below = 0.1, 0.1, 0.95
    height = 0.19 * (len(events) + 1.5) + above + below
    figure = Figure(figsize=(_WIDTH, height))
    inner = ((_WIDTH - left - right) / _WIDTH, (height - above - below) / height)
    ax = canvas.NotebookAxes(figure, (left / _WIDTH, below / height, *inner))
    figure.add_axes(ax)
    return ax


def _scale(ax: Axes, placed: Sequence[Stretch]) -> None:
    """Set up the time axis and its ticks; other dates can be drawn on it as usual."""
    days = [number(day) for one in placed for day in (one.first, one.last)]
    width = [x for one in placed for x in (one.left, one.right)]
    there, back = partial(np.interp, xp=days, fp=width), partial(np.interp, xp=width, fp=days)
    ax.xaxis_date()
    ax.set_xscale("function", functions=(there, back))
    ax.set_xlim(days[0], days[-1])
    ticks = [tick for one in placed for tick in one.ticks()]
    ax.set_xticks([number(day) for day, _ in ticks], [label for _, label in ticks])
    ax.tick_params("x", length=3, width=0.6, pad=5, color=_PALE, labelsize=_TICK, labelcolor=_INK)
    ax.grid(visible=True, axis="x", **_GRID)
    ax.set_axisbelow(True)


def _cuts(ax: Axes, placed: Sequence[Stretch]) -> None:
    """Draw the axis line, cut at each change of scale, and a heading above each stretch."""
    for spine in ax.spines.values():
        spine.set_visible(False)
    low = ax.get_xaxis_transform()
    line: dict[str, Any] = {"transform": low, "color": _PALE, "clip_on": False}
    for one in placed:
        ends = [number(one.first), number(one.last)]
        ax.plot(ends, [0, 0], linewidth=0.8, **line)
        if len(placed) > 1:
            heading = ax.text(ends[0], 1, _heading(one, placed[0]), transform=low, va="top")
            heading.set(fontsize=_TICK, color=_INK, bbox=_PAPER)
    for one, other in pairwise(placed):
        gap = [number(one.last), number(other.first)]
        ax.axvspan(*gap, color="white", linewidth=0, zorder=1, clip_on=False)
        (slashes,) = ax.plot(gap, [0, 0], linestyle="none", zorder=3, **line)
        slashes.set(marker=[(-0.5, -1), (0.5, 1)], markersize=5.5, markeredgewidth=0.9)


def _heading(stretch: Stretch, first: Stretch) -> str:
    """The name of the stretch, and how much it is enlarged (to two digits)."""
    times = float(f"{stretch.scale / first.scale:.2g}")
    return stretch.name if stretch is first else f"{stretch.name}\nenlarged {times:g} times"


def _rows(ax: Axes, events: Sequence[DrawnEvent], *, cut: bool) -> None:
    """Set up one row per event, the first at the top, labelled with its date."""
    ax.set_ylim(len(events) - 0.4, -1.9 if cut else -0.6)  # the headings are above the first row
    ax.set_yticks(range(len(events)), [_in_words(one.when) for one in events])
    rooms = [_places(ax, one)[0] for one in events if shapes.opens(one.when) == -1]
    beyond = max(0.0, _REACH - min(rooms, default=_REACH))  # an arrow may leave the axes
    ax.tick_params("y", length=0, pad=6 + beyond, labelsize=_LABEL, labelcolor=_INK)
    ax.grid(visible=True, axis="y", linestyle=(0, (1, 2)), **_GRID)


def _in_words(when: Edtf) -> str:
    """A date in words, as exact as it is known."""
    mark = "/" if when.precision == "span" else ".."
    lower, _, upper = when.text.strip("[]").partition(mark)
    one, other = _point(lower.strip(".")), _point(upper.strip("."))
    if when.precision == "span":
        return f"{one}–{other}"
    if when.precision != "within":
        return one
    if one and other:
        return f"{_without(one, other)}…{other}"
    return f"by {other}" if other else f"not before {one}"


def _without(one: str, other: str) -> str:
    """The first of two days without the month and the year that it shares with the other."""
    first, last = one.split(), other.split()
    while len(first) > 1 and first[-1] == last[-1]:
        first.pop()
        last.pop()
    return " ".join(first)


def _point(text: str) -> str:
    year, *rest = text.split("-")
    month = [MONTHS[int(part) - 1][:3] for part in rest[:1]]
    return " ".join([*(f"{int(part)}" for part in rest[1:]), *month, year])


def _event(ax: Axes, row: int, event: DrawnEvent) -> None:
    """Draw the mark of an event, and its title on the side with more room."""
    first, last = map(number, extent(event.when))
    side = shapes.opens(event.when)
    points = _points(ax, last if side == 1 else first, row)
    for artist in shapes.mark(event.when, row, event.style, ax.transData, points):
        artist.set_zorder(4)
        ax.add_artist(artist)
        artist.set_clip_on(False)  # a mark on the first or last day is drawn whole
    towards, inside = _side(ax, event)
    gap = 6 + (_REACH if towards == side and not inside else 0)
    ax.annotate(
        event.title,
        (first if inside or towards == -1 else last, row),
        xytext=(towards * gap, 0),
        textcoords="offset points",
        ha="right" if towards == -1 else "left",
        va="center_baseline",
        fontsize=_TITLE,
        color=_INK,
        parse_math=False,  # "US$" is not a formula
        bbox=_PAPER,
        zorder=5 if inside else 3,
    )


def _places(ax: Axes, event: DrawnEvent) -> tuple[float, float, float]:
    """The room left of the mark, its length, and the room right of it, in points."""
    width = ax.get_window_extent().width / ax.figure.dpi * 72
    ends = [number(day) for day in extent(event.when)]
    left, right = ax.xaxis.get_transform().transform(ends) * width
    return left, right - left, width - right


def _side(ax: Axes, event: DrawnEvent) -> tuple[Literal[-1, 1], bool]:
    """The side of the mark on which the title is written, and whether it is in the mark.

    It is in the mark only if there is no room on either side.
    """
    left, length, right = _places(ax, event)
    needed = 10 + 0.6 * _TITLE * len(event.title)
    if max(left, right) < needed < length:
        return 1, True
    return (-1 if left > right else 1), False


def _points(ax: Axes, x: float, y: float) -> Transform:
    """A transform from points, counted from a place in the data."""
    inch = Affine2D().scale(1 / 72) + ax.figure.dpi_scale_trans
    return inch + ScaledTranslation(x, y, ax.transData)  # type: ignore[arg-type]


def _source(ax: Axes, below: float, citation: str, *, cut: bool) -> None:
    """Write the notes below: the changes of scale and the citation."""
    note = "The axis is cut at // and each stretch of it has its own linear scale." if cut else ""
    lines = [note, *textwrap.wrap(f"Data: {citation}" if citation else "", 165)]
    ax.annotate(
        "\n".join(filter(None, lines)),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -below),
        textcoords="offset points",
        va="top",
        fontsize=_PRINT,
        color=_PALE,
        parse_math=False,
    )
