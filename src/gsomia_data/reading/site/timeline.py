"""The page of the dated events: a row for each, with its mark on a track of time.

A mark is as in the figure of ``gsomia_data.plot``: its form shows how exactly the date is known,
its filling whether the event occurred. Places are shares of the width, so that one drawing fits a
wide page and a phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf import Edtf
from gsomia_data.reading import views
from gsomia_data.reading.plot import marks
from gsomia_data.reading.plot.stretches import Stretch, enlarged, extent, place, stretches
from gsomia_data.reading.resting import Cell, Row
from gsomia_data.reading.site.contents import Contents
from gsomia_data.reading.site.records import Link

_WIDE, _SLIM = 400.0, 210.0
"""Widths of the track in points: beside the titles, and on a phone below them."""
_LABEL = 26.0
"""The width of a label, in points."""
_BAR, _SPAN = 10.0, 15.0
"""Heights of bars, in pixels."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis: its place, and its label."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of the axis.

    Attributes:
        name: The time in words.
        left, right: Where it begins and ends.
        enlarged: How much larger its scale is than the first; empty for the first.
        wide: Its ticks if there is room.
        slim: Its ticks on a phone.
    """

    name: str
    left: str
    right: str
    enlarged: str
    wide: tuple[Tick, ...]
    slim: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on a track; ``kind`` is light, dark, or hollow, ``y`` counts from the middle."""

    kind: str
    x: str
    width: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Track:
    """The mark of an event.

    Attributes:
        filling: full, half or none.
        bars: Its bars, those at the back first.
        day: Where its round mark is; empty if it has none.
        opens: Its open side: left or right; empty if none is.
        edge: Where the open side begins; empty if none is open.
        upright: Whether there is an upright line at the edge.
    """

    filling: str
    bars: tuple[Bar, ...]
    day: str = ""
    opens: str = ""
    edge: str = ""
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event.

    Attributes:
        key: Its key.
        when: Its date in words, and where that cell is.
        firmness: How firm the date is.
        title: Its title, and where its record is.
        made: Whether an agreement was signed, concluded or took effect by it.
        status: Whether it is expected or claimed; empty if it occurred.
        agreement: The agreement to which it belongs; without a text if it belongs to none.
        said_by: Who forecasts or claims it; without a text if nobody does.
        track: Its mark.
    """

    key: str
    when: Link
    firmness: str
    title: Link
    made: bool
    status: str
    agreement: Link
    said_by: Link
    track: Track


@dataclass(frozen=True, slots=True)
class Timeline:
    """The page.

    Attributes:
        events: The events, in the order of the reading library.
        scales: The stretches of the axis.
        forms: The forms of marks that there are, each with its name and its meaning.
        statuses: The statuses that there are, each with its filling and its meaning.
        bold: What a bold title means; empty if none is bold.
    """

    events: tuple[Event, ...]
    scales: tuple[Scale, ...]
    forms: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str, str], ...]
    bold: str


def timeline(contents: Contents) -> Timeline:
    """The dated events of a package."""
    rows = dict(contents.rows["dates"])
    keys = [str(key) for key in views.timeline(contents.files, contents.text)["date_id"]]
    dates = {key: edtf.parse(rows[key]["date"]) for key in keys}
    placed = stretches(dates.values()) if dates else []
    status = contents.files.fields("dates")["status"]
    fillings = {
        code: _FILLED[filling]
        for code, filling in marks.fillings(list(status["gsomia:codes"])).items()
    }
    events = tuple(
        _event(contents, key, rows[key], track(dates[key], fillings[rows[key]["status"]], placed))
        for key in keys
    )
    present = {form for when in dates.values() for form in marks.forms(when)}
    used = {rows[key]["status"] for key in keys}
    return Timeline(
        events,
        tuple(scales(placed)),
        tuple(
            (_NAMED.get(form, form), said) for form, said in marks.FORMS.items() if form in present
        ),
        tuple(
            (code, filling, status["gsomia:codes"][code])
            for code, filling in fillings.items()
            if code in used
        ),
        marks.BOLD if any(one.made for one in events) else "",
    )


def scales(placed: Sequence[Stretch]) -> Iterator[Scale]:
    """The stretches of the axis, as the page draws them."""
    wide, slim = ticks(placed, _WIDE), ticks(placed, _SLIM)
    for at, one in enumerate(placed):
        large = "" if one is placed[0] else enlarged(one, placed[0])
        yield Scale(one.name, _share(one.left), _share(one.right), large, wide[at], slim[at])


def ticks(placed: Sequence[Stretch], width: float) -> list[tuple[Tick, ...]]:
    """The ticks of each stretch; one has no label if that of the next stretch would touch it."""
    listed = [[(place(day, placed), label) for day, label in one.ticks(width)] for one in placed]
    for ticked, after in pairwise(listed):
        if ticked and after and (after[0][0] - ticked[-1][0]) * width < _LABEL:
            ticked[-1] = ticked[-1][0], ""
    return [tuple(Tick(_share(x), label) for x, label in ticked) for ticked in listed]


def track(when: Edtf, filling: str, placed: Sequence[Stretch]) -> Track:
    """The mark of a date; ``filling`` is full, half or none."""
    first, last = extent(when)
    side = marks.opens(when)
    bars: list[Bar] = []
    if when.precision == "span":
        bars += _bars((first, last), _SPAN, "light", filling, placed)
        if when.begins_by and when.ends_from and when.begins_by < when.ends_from:
            bars += _bars((when.begins_by, when.ends_from), _SPAN, "dark", filling, placed)
    elif side is None and when.precision == "day":
        return Track(filling, (), _share(place(first, placed)))
    elif side is None:
        bars += _bars((first, last), _BAR, "light", filling, placed)
    if side is None:
        return Track(filling, tuple(bars))
    edge = _share(place(last if side == 1 else first, placed))
    upright = when.precision != "span"
    if upright:  # the day that is known is the same on both sides
        edge = _share(place(first if side == 1 else last, placed))
    return Track(filling, tuple(bars), "", _SIDES[side], edge, upright)


def _event(contents: Contents, key: str, row: Row, drawn: Track) -> Event:
    def link(column: str) -> Link:
        shown = contents.show("dates", column, row[column])
        return Link(shown.text, contents.link(shown))

    cell = Cell("dates", key, "date")
    field = contents.files.fields("dates")["date"]
    return Event(
        key,
        Link(link("date").text, contents.cell(cell)),
        contents.firmness(cell, row, field),
        Link(row["title"], contents.page("dates", key)),
        drawn.filling == "full" and row["event"] in marks.MADE,
        "" if drawn.filling == "full" else row["status"],
        link("agreement_id"),
        link("said_by"),
        drawn,
    )


def _bars(
    days: tuple[date, date], height: float, kind: str, filling: str, placed: Sequence[Stretch]
) -> Iterator[Bar]:
    """A bar from a day to another: whole if it is filled, else hollow, below half filled."""
    left, right = (place(day, placed) for day in days)
    x, width = _share(left), _share(right - left)
    if filling == "full":
        yield Bar(kind, x, width, -height / 2, height)
        return
    yield Bar("hollow", x, width, -height / 2, height)
    if filling == "half":
        yield Bar(kind, x, width, 0, height / 2)


def _share(part: float) -> str:
    """A share of the width, as SVG writes it."""
    return f"{100 * part:.2f}".rstrip("0").rstrip(".") + "%"


_FILLED = {"full": "full", "bottom": "half", "none": "none"}
_SIDES = {-1: "left", 1: "right"}
_NAMED = {"-1": "left", "1": "right"}
"""Names of the forms whose names are signs."""
