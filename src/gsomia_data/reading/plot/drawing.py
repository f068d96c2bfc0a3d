"""The timeline: one row per event, with time in stretches of different scale."""

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
from gsomia_data.reading.plot import canvas, legends, shapes, text
from gsomia_data.reading.plot.marks import MADE, opens
from gsomia_data.reading.plot.shapes import Style, number
from gsomia_data.reading.plot.stretches import Stretch, enlarged, extent, stretches

_NEEDED = ("date", "title", "status")
_INK, _PALE, _FAINT = "#222222", "#666666", "#E2E2E2"
_NARROWEST = 1.5
"""In inches: what the axes need beside the dates."""
_ROW, _LINE = 0.19, 0.12
"""Heights in inches: of a row, which has room for two lines beside one, and of a line."""
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
    bold: bool


def timeline(ax: Axes | None, frame: pd.DataFrame, statuses: Sequence[str], width: float) -> Axes:
    """Draw the events of ``frame`` on ``ax`` or on a new figure, ``width`` inches wide.

    ``statuses`` are the codes for the status of an event, in the order of the schema.
    """
    styles = shapes.styles(statuses)
    events = _events(frame, styles)
    if not isinstance(ax, Axes | None):
        raise TypeError("the first argument is the axes to draw on; events are events=...")
    with canvas.configured() if ax is None else nullcontext():
        drawn = ax or _page(events, width)
        placed = stretches(one.when for one in events)
        _scale(drawn, placed)
        _cuts(drawn, placed)
        _rows(drawn, events, cut=len(placed) > 1)
        for row, event in enumerate(events):
            _event(drawn, row, event)
        present = {event.status for event in events}
        fillings = {status: style for status, style in styles.items() if status in present}
        bold = any(event.bold for event in events)
        below = legends.draw(drawn, [one.when for one in events], fillings, bold=bold)
        below += _source(drawn, below, str(frame.attrs.get("citation", "")), cut=len(placed) > 1)
        if ax is None:
            _heighten(drawn, events, below / 72)
    lines = (f"{_in_words(one.when)}: {one.title} ({one.status})" for one in events)
    drawn.set_label("\n".join(["Timeline of dated events", *lines]))
    return drawn


def _events(frame: pd.DataFrame, styles: Mapping[str, Style]) -> list[DrawnEvent]:
    if not isinstance(frame, pd.DataFrame):
        raise TypeError("events is not a DataFrame; give rows of gd.timeline()")
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise ValueError(f"events has no column {', '.join(missing)}; give rows of gd.timeline()")
    if frame.empty:
        raise ValueError("events has no rows, so there is nothing to draw")
    kinds = frame["event"] if "event" in frame.columns else [None] * len(frame)
    rows = zip(*(frame[name] for name in _NEEDED), kinds, strict=True)
    return [_read(*cells, styles=styles) for cells in rows]


def _read(
    when: object, title: object, status: object, kind: object, *, styles: Mapping[str, Style]
) -> DrawnEvent:
    if not isinstance(when, str) or not isinstance(title, str):
        raise ValueError(f"an event has no date or no title: {when}, {title}")  # noqa: TRY004
    if not isinstance(status, str) or status not in styles:
        raise ValueError(f"{title!r} has the status {status!r}; there are {', '.join(styles)}")
    try:
        made = kind in MADE and status == "occurred"
        return DrawnEvent(edtf.parse(when), title, status, styles[status], made)
    except edtf.OtherFormError as error:
        raise ValueError(f"{title!r}: {when!r} cannot be drawn: {error}") from error
    except ValueError as error:
        raise ValueError(f"{title!r}: {when!r} is not an EDTF date: {error}") from error


def _page(events: Sequence[DrawnEvent], width: float) -> Axes:
    """Axes on a figure of this width, with room for the dates beside them."""
    left = 0.15 + max(text.width(_in_words(one.when)) for one in events) / 72
    if width < left + _NARROWEST:
        least = left + _NARROWEST
        raise ValueError(f"a width of {width} inches has no room: these events need {least:.1f}")
    figure = Figure(figsize=(width, 1))
    ax = canvas.NotebookAxes(figure, (left / width, 0, 1 - (left + 0.1) / width, 1))
    figure.add_axes(ax)
    return ax


def _heighten(ax: Axes, events: Sequence[DrawnEvent], below: float) -> None:
    """Give the page of ``ax`` the height that its rows need, and what is ``below`` them."""
    lines = [len(_title(ax, one)[0]) for one in events]
    closest = max((one + other for one, other in pairwise(lines)), default=0)
    rows = max(_ROW, _LINE * (closest / 2 + 0.05)) * (len(events) + 1.5)
    height = 0.1 + rows + below
    place = ax.get_position()
    figure = ax.figure
    assert isinstance(figure, Figure)  # noqa: S101 - made by _page
    figure.set_figheight(height)
    ax.set_position((place.x0, below / height, place.width, rows / height))


def _scale(ax: Axes, placed: Sequence[Stretch]) -> None:
    """Set up the time axis and its ticks; other dates can be drawn on it as usual."""
    days = [number(day) for one in placed for day in (one.first, one.last)]
    width = [x for one in placed for x in (one.left, one.right)]
    there, back = partial(np.interp, xp=days, fp=width), partial(np.interp, xp=width, fp=days)
    ax.xaxis_date()
    ax.set_xscale("function", functions=(there, back))
    ax.set_xlim(days[0], days[-1])
    ticks = [tick for one in placed for tick in one.ticks(canvas.width(ax))]
    ax.set_xticks([number(day) for day, _ in ticks], [label for _, label in ticks])
    ax.tick_params(
        "x", length=3, width=0.6, pad=5, color=_PALE, labelsize=text.SIZE, labelcolor=_INK
    )
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
            room = (one.right - one.left) * canvas.width(ax)
            lines = [line for part in _heading(one, placed[0]) for line in text.lines(part, room)]
            heading = ax.text(ends[0], 1, "\n".join(lines), transform=low, va="top")
            heading.set(fontsize=text.SIZE, color=_INK, bbox=_PAPER)
    for one, other in pairwise(placed):
        gap = [number(one.last), number(other.first)]
        ax.axvspan(*gap, color="white", linewidth=0, zorder=1, clip_on=False)
        (slashes,) = ax.plot(gap, [0, 0], linestyle="none", zorder=3, **line)
        slashes.set(marker=[(-0.5, -1), (0.5, 1)], markersize=5.5, markeredgewidth=0.9)


def _heading(stretch: Stretch, first: Stretch) -> list[str]:
    """The name of the stretch, and how much it is enlarged."""
    return [stretch.name] if stretch is first else [stretch.name, enlarged(stretch, first)]


def _rows(ax: Axes, events: Sequence[DrawnEvent], *, cut: bool) -> None:
    """Set up one row per event, the first at the top, labelled with its date."""
    ax.set_ylim(len(events) - 0.4, -1.9 if cut else -0.6)  # the headings are above the first row
    ax.set_yticks(range(len(events)), [_in_words(one.when) for one in events])
    rooms = [_places(ax, one)[0] for one in events if opens(one.when) == -1]
    beyond = max(0.0, _REACH - min(rooms, default=_REACH))  # an arrow may leave the axes
    ax.tick_params("y", length=0, pad=6 + beyond, labelsize=text.SIZE, labelcolor=_INK)
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
    side = opens(event.when)
    points = _points(ax, last if side == 1 else first, row)
    for artist in shapes.mark(event.when, row, event.style, ax.transData, points):
        artist.set_zorder(4)
        ax.add_artist(artist)
        artist.set_clip_on(False)  # a mark on the first or last day is drawn whole
    lines, towards, inside = _title(ax, event)
    gap = _gap(event, towards, inside=inside)
    ax.annotate(
        "\n".join(lines),
        (first if inside or towards == -1 else last, row),
        xytext=(towards * gap, 0),
        textcoords="offset points",
        ha="right" if towards == -1 else "left",
        va="center_baseline" if len(lines) == 1 else "center",
        fontsize=text.SIZE,
        fontweight="bold" if event.bold else "normal",
        linespacing=1.0,
        color=_INK,
        parse_math=False,  # "US$" is not a formula
        bbox=_PAPER,
        zorder=5 if inside else 3,
    )


def _places(ax: Axes, event: DrawnEvent) -> tuple[float, float, float]:
    """The room left of the mark, its length, and the room right of it, in points."""
    width = canvas.width(ax)
    ends = [number(day) for day in extent(event.when)]
    left, right = ax.xaxis.get_transform().transform(ends) * width
    return left, right - left, width - right


def _title(ax: Axes, event: DrawnEvent) -> tuple[list[str], Literal[-1, 1], bool]:
    """The lines of the title, the side of the mark where they are, and whether inside the mark.

    They are in the mark only if there is no room on either side.
    """
    left, length, right = _places(ax, event)
    needed = 10 + text.width(event.title, bold=event.bold)
    if max(left, right) < needed < length:
        return [event.title], 1, True
    towards: Literal[-1, 1] = -1 if left > right else 1
    room = max(left, right) - _gap(event, towards, inside=False)
    return text.lines(event.title, room, bold=event.bold), towards, False


def _gap(event: DrawnEvent, towards: int, *, inside: bool) -> float:
    """The distance between mark and title, in points: an arrow lies between them."""
    return 6 + (_REACH if towards == opens(event.when) and not inside else 0)


def _points(ax: Axes, x: float, y: float) -> Transform:
    """A transform from points, counted from a place in the data."""
    inch = Affine2D().scale(1 / 72) + ax.figure.dpi_scale_trans
    return inch + ScaledTranslation(x, y, ax.transData)  # type: ignore[arg-type]


def _source(ax: Axes, below: float, citation: str, *, cut: bool) -> float:
    """Write the notes below: the changes of scale and the citation.

    Returns:
        Their height in points.
    """
    note = "The axis is cut at // and each stretch of it has its own linear scale." if cut else ""
    width = canvas.width(ax)
    paragraphs = [note, f"Data: {citation}" if citation else ""]
    lines = [line for one in paragraphs if one for line in text.lines(one, width)]
    ax.annotate(
        "\n".join(lines),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -below),
        textcoords="offset points",
        va="top",
        fontsize=text.SIZE,
        color=_PALE,
        parse_math=False,
    )
    return 1.4 * text.SIZE * len(lines)
