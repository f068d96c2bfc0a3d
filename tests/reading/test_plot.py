"""The timeline as a figure: every event is in it, and what is uncertain looks so."""

import base64
import errno
import html
import io
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import nbformat
import numpy as np
import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgba
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Annotation
from nbconvert import LatexExporter
from PIL import Image

import gsomia_data as gd
from gsomia_data.cli import main
from gsomia_data.reading.plot import shapes
from gsomia_data.reading.plot.formats import ImageFormat
from gsomia_data.reading.plot.marks import BOLD, MADE
from kit.real import ROOT, copy_of_the_package

STYLES = shapes.styles(list(gd.load("dates")["status"].cat.categories))
EVENTS = gd.timeline()
MARK = 4
"""The layer of the marks."""


def test_a_status_without_a_style_is_named_with_the_place_to_add_it() -> None:
    """A code is added to the vocabulary; what it needs besides is one sentence."""
    sentence = "plot/shapes.py: there is no style for the status 'denied'; add it to _STATUS"
    with pytest.raises(ValueError, match=re.escape(sentence)):
        shapes.styles([*STYLES, "denied"])


@pytest.fixture(scope="module")
def drawn() -> Axes:
    """The timeline of all events; tests only read it."""
    return gd.plot.timeline()


@pytest.fixture(scope="module")
def svg(drawn: Axes) -> bytes:
    """Its file."""
    return gd.plot.image(drawn, "svg")


def elsewhere(folder: Path, name: str) -> bytes:
    """The file as the command makes it on another day, in another process; little is imported."""
    code = """
import sys
from gsomia_data.cli import main
import gsomia_data as gd
gd.plot
assert not {"matplotlib", "pandas"} & set(sys.modules)
from gsomia_data import *
timeline()
assert "matplotlib" not in sys.modules
assert main(["plot", "timeline", sys.argv[1]]) == 0
assert "matplotlib.pyplot" not in sys.modules
"""
    environment = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-W", "ignore", "-c", code, name]
    subprocess.run(command, check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    return (folder / name).read_bytes()


def frame(*rows: tuple[str, str]) -> pd.DataFrame:
    """Events of a date and a status each."""
    return pd.DataFrame(
        [(when, f"event {at}", status) for at, (when, status) in enumerate(rows)],
        columns=["date", "title", "status"],
    )


SOME = frame(
    ("1910/1945", "expected"),
    ("2013", "claimed"),
    ("2016-11-23", "occurred"),
    ("[..2016-11-30]", "expected"),
)
"""Each form and each filling, and each scale of time."""


def days(*texts: str) -> list[float]:
    """Days as matplotlib counts them."""
    return [float(date2num(date.fromisoformat(text))) for text in texts]  # type: ignore[no-untyped-call]


def xs(line: Artist) -> list[float]:
    """Where a line has its points in time."""
    assert isinstance(line, Line2D)
    return [float(x) for x in np.asarray(line.get_xdata(), float)]


def marks(ax: Axes, row: int = 0) -> Iterator[Artist]:
    """What is drawn in a row, in units of time and rows: bars, points and edges, not arrows."""
    for artist in ax.get_children():
        if artist.get_zorder() != MARK:
            continue
        if isinstance(artist, Line2D):
            heights = np.asarray(artist.get_ydata(), float)
            if heights.min() <= row <= heights.max():
                yield artist
        elif isinstance(artist, Rectangle) and artist.get_data_transform() == ax.transData:
            yield from [artist] * (abs(artist.get_y() - row) < 0.5)


def bars(ax: Axes, row: int = 0) -> list[tuple[float, float]]:
    """Left and right end of each bar in a row."""
    found = [one for one in marks(ax, row) if isinstance(one, Rectangle)]
    return sorted({(one.get_x(), one.get_x() + one.get_width()) for one in found})


def heads(ax: Axes) -> list[Polygon]:
    """The heads of the arrows, whose first corner is the tip."""
    return [one for one in ax.get_children() if type(one) is Polygon and one.get_zorder() == MARK]


def arrows(ax: Axes) -> list[float]:
    """The tips of the arrows, in points from where they begin."""
    return [float(one.get_xy()[0][0]) for one in heads(ax)]


def titles(ax: Axes) -> list[Annotation]:
    """The titles of the events."""
    found = [one for one in ax.get_children() if isinstance(one, Annotation)]
    return [one for one in found if one.xycoords == "data"]


class TestEveryEvent:
    """Nothing is left out, and nothing covers another."""

    def test_each_title_is_there_once(self, drawn: Axes) -> None:
        """In the order of the frame, one row each, beside its date."""
        assert [one.get_text().replace("\n", " ") for one in titles(drawn)] == list(EVENTS["title"])
        assert [one.xy[1] for one in titles(drawn)] == list(range(len(EVENTS)))
        assert len(drawn.get_yticklabels()) == len(EVENTS)

    def test_each_title_is_text_in_the_file(self, drawn: Axes, svg: bytes) -> None:
        """To be searched and read aloud; and each event is told in the description."""
        text = svg.decode()
        described = text[text.index("<dc:description>") : text.index("</dc:description>")]
        for one in titles(drawn):
            title = html.escape(one.get_text(), quote=False)
            assert title.replace("\n", " ") in described
            for line in title.split("\n"):
                assert f">{line}</text>" in text
        assert "<title>Timeline of dated events</title>" in text
        assert "clip" not in text  # the ids of clips depend on the version of numpy

    @pytest.mark.parametrize("precision", EVENTS["precision"].unique())
    def test_each_mark_is_where_its_date_is(self, drawn: Axes, precision: str) -> None:
        """As the table has it: exactly from ``earliest`` to ``latest``."""
        for row, event in EVENTS[EVENTS["precision"] == precision].iterrows():
            assert isinstance(row, int)
            ends = days(*(str(day.date()) for day in event[["earliest", "latest"]].dropna()))
            found = list(marks(drawn, row))
            assert found
            if precision == "day" or len(ends) == 1:
                (line,) = found
                assert set(xs(line)) == set(ends)
            else:
                assert bars(drawn, row)[0] == tuple(ends)

    def test_no_text_covers_another_or_is_cut(self) -> None:
        """Titles, dates, headings, ticks, legends and source, measured."""
        assert (
            _covered(gd.plot.timeline()) == []
        )  # one of its own: to measure it changes its canvas

    def test_no_letter_is_too_small_for_print(self, svg: bytes) -> None:
        """Journals ask for 7 points; the figure is as wide as a page, so nobody scales it down."""
        sizes = {float(one) for one in re.findall(r"<text [^>]*?([\d.]+)px", svg.decode())}
        assert sizes
        assert min(sizes) >= 7
        (width,) = re.findall(r'<svg [^>]*?width="([\d.]+)pt"', svg.decode())
        assert float(width) <= 7.2 * 72

    def test_what_makes_an_agreement_stands_out(self, drawn: Axes) -> None:
        """Its title is bold, and the legend says why; a frame without `event` has none."""
        steps = EVENTS["event"].isin(["signed", "concluded", "entered into force"])
        bold = steps & (EVENTS["status"] == "occurred")
        assert [one.get_fontweight() == "bold" for one in titles(drawn)] == bold.tolist()
        by_key = dict(zip(EVENTS["date_id"], bold, strict=True))
        assert by_key["gsomia-2016-signed"]
        assert not by_key["gsomia-2016-expected"]
        assert BOLD in _legend(drawn)
        plain = gd.plot.timeline(events=EVENTS.drop(columns="event"))
        assert {one.get_fontweight() for one in titles(plain)} == {"normal"}
        assert BOLD not in _legend(plain)
        assert set(EVENTS["event"].cat.categories) >= MADE

    def test_on_one_day_the_signing_comes_before_what_follows_from_it(self) -> None:
        """By the first possible day, then the last, then the order of the codes."""
        keys = EVENTS["date_id"].tolist()
        after = ["gsomia-2016-in-force", "rally-cnn-2016-11-23", "thaad-2016-deadline"]
        places = [keys.index(key) for key in ["gsomia-2016-signed", *after]]
        assert places == sorted(places)
        assert keys.index("gsomia-2016-preliminary") < keys.index("gsomia-2016-expected")

    def test_one_column(self) -> None:
        """Titles are broken into lines; nothing covers another, and it is not wider."""
        chosen = EVENTS[EVENTS["agreement_id"] == "gsomia-2016"]
        ax = gd.plot.timeline(events=chosen, width=3.5)
        assert max(one.get_text().count("\n") for one in titles(ax)) > 0
        assert [one.get_text().replace("\n", " ") for one in titles(ax)] == list(chosen["title"])
        assert _covered(ax) == []
        with Image.open(io.BytesIO(gd.plot.image(ax, "png"))) as image:
            assert image.width / 200 <= 3.5

    @pytest.mark.parametrize("width", [-1, 0, 1, 2])
    def test_too_narrow(self, width: float) -> None:
        """The error says what is enough."""
        with pytest.raises(ValueError, match=r"has no room: these events need ([\d.]+)") as caught:
            gd.plot.timeline(width=width)
        enough = float(str(caught.value).split()[-1]) + 0.1
        assert gd.plot.image(gd.plot.timeline(width=enough), "svg")

    def test_rows_that_a_reader_chooses(self) -> None:
        """Only these, in their order; a stretch without an event is left out."""
        chosen = EVENTS[EVENTS["date"].str.startswith("2016-11")].iloc[::-1]
        ax = gd.plot.timeline(events=chosen)
        assert [one.get_text() for one in titles(ax)] == chosen["title"].tolist()
        first, last = days("2016-11-01", "2016-12-31")
        assert ax.get_xlim() == (first, last)
        assert gd.load("dates").attrs["version"] in _source(ax)
        assert "//" not in _source(ax)


def _covered(ax: Axes) -> list[tuple[object, object]]:
    """The texts and legends that overlap, in pairs; each is inside the figure."""
    figure = ax.figure
    assert isinstance(figure, Figure)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    legends = [one for one in ax.get_children() if type(one).__name__ == "Legend"]
    told = [*titles(ax), *ax.get_yticklabels(), *ax.get_xticklabels(), *ax.texts, *legends]
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    boxes = list({id(one): one.get_window_extent(renderer) for one in told}.values())
    for one in boxes:
        assert figure.bbox.containsx(one.x0)
        assert figure.bbox.containsx(one.x1)
        assert figure.bbox.containsy(one.y0)
        assert figure.bbox.containsy(one.y1)
    return [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one.overlaps(other)
    ]


def _source(ax: Axes) -> str:
    (told,) = (one for one in ax.texts if getattr(one, "xycoords", "") == "axes fraction")
    return told.get_text()


class TestUncertain:
    """What is uncertain looks so."""

    def test_a_day_is_a_point(self) -> None:
        """And no bar."""
        ax = gd.plot.timeline(events=frame(("2016-11-23", "occurred")))
        (dot,) = marks(ax)
        assert isinstance(dot, Line2D)
        assert dot.get_marker() == "o"
        assert xs(dot) == days("2016-11-23")

    @pytest.mark.parametrize(
        ("when", "ends"),
        [
            ("2016-11", ("2016-11-01", "2016-11-30")),
            ("2012", ("2012-01-01", "2012-12-31")),
            ("[2014-12-29..2015-01-04]", ("2014-12-29", "2015-01-04")),
            ("[2011..2018-02]", ("2011-01-01", "2018-02-28")),
        ],
    )
    def test_some_day_in_a_time_is_a_light_bar(self, when: str, ends: tuple[str, str]) -> None:
        """From the first to the last possible day, across cuts too; no point in it."""
        ax = gd.plot.timeline(events=frame((when, "occurred")))
        drawn = list(marks(ax))
        assert bars(ax) == [tuple(days(*ends))]
        assert not any(isinstance(one, Line2D) for one in drawn)
        assert arrows(ax) == []
        dark = STYLES["occurred"].tone(shapes.DARK)
        assert not any(
            one.get_facecolor()[:3] == dark for one in drawn if isinstance(one, Rectangle)
        )

    def test_what_lasted_is_dark_where_it_is_certain(self) -> None:
        """Light in the years in which it began and ended."""
        ax = gd.plot.timeline(events=frame(("1910/1945", "occurred")))
        assert bars(ax) == [
            tuple(days("1910-01-01", "1945-12-31")),
            tuple(days("1910-12-31", "1945-01-01")),
        ]

    @pytest.mark.parametrize("status", STYLES)
    @pytest.mark.parametrize(
        ("when", "edge", "side"),
        [("[..2014-12-26]", "2014-12-26", -1), ("[2014-12-26..]", "2014-12-26", 1)],
    )
    def test_an_open_side_has_no_edge(self, when: str, edge: str, side: int, status: str) -> None:
        """One sharp line at the known day; the arrow is drawn in points, so it ends on no day."""
        ax = gd.plot.timeline(events=frame((when, status)))
        (line,) = marks(ax)
        assert set(xs(line)) == set(days(edge))
        assert arrows(ax) == [side * (shapes.ARROW + shapes.HEAD)]
        assert bars(ax) == []

    @pytest.mark.parametrize(
        ("when", "ends", "side"),
        [
            ("../1945", ("1945-01-01", "1945-12-31"), -1),
            ("1910/..", ("1910-01-01", "1910-12-31"), 1),
        ],
    )
    def test_an_open_span(self, when: str, ends: tuple[str, str], side: int) -> None:
        """Its known end is a bar, the other one an arrow."""
        ax = gd.plot.timeline(events=frame((when, "occurred")))
        assert bars(ax)[0] == tuple(days(*ends))
        assert arrows(ax) == [side * (shapes.ARROW + shapes.HEAD)]

    def test_the_arrow_begins_at_the_edge(self) -> None:
        """Wherever the axes are, and however large."""
        ax = gd.plot.timeline(events=frame(("[..2014-12-26]", "occurred"), ("2016", "expected")))
        figure = ax.figure
        (x,) = days("2014-12-26")
        for size in ((7, 3), (12, 9)):
            assert isinstance(figure, Figure)
            figure.set_size_inches(*size)
            FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
            (head,) = heads(ax)
            tip = head.get_transform().transform(head.get_xy()[0])
            from_edge = tip - ax.transData.transform((x, 0))
            points = from_edge * 72 / figure.dpi
            assert points == pytest.approx([-shapes.ARROW - shapes.HEAD, 0])

    @pytest.mark.parametrize(
        ("when", "told"),
        [
            ("1910/1945", "1910–1945"),
            ("1910/..", "1910–"),
            ("../1945-08", "–Aug 1945"),
            ("2013-02", "Feb 2013"),
            ("2016-11-03", "3 Nov 2016"),
            ("[..2016-11-30]", "by 30 Nov 2016"),
            ("[2016..]", "not before 2016"),
            ("[2014-12-29..2015-01-04]", "29 Dec 2014…4 Jan 2015"),
        ],
    )
    def test_the_date_beside_is_as_exact_as_it_is_known(self, when: str, told: str) -> None:
        """No day is invented."""
        ax = gd.plot.timeline(events=frame((when, "occurred")))
        assert [one.get_text() for one in ax.get_yticklabels()] == [told]


class TestStatus:
    """Occurred, claimed, expected: told by the filling, not by colour alone."""

    @pytest.mark.parametrize(
        ("status", "filled"), [("occurred", "full"), ("claimed", "bottom"), ("expected", "none")]
    )
    def test_a_point(self, status: str, filled: str) -> None:
        """Full, half, hollow."""
        ax = gd.plot.timeline(events=frame(("2016-11-23", status)))
        (dot,) = marks(ax)
        assert isinstance(dot, Line2D)
        assert dot.get_fillstyle() == filled

    @pytest.mark.parametrize(
        ("status", "share"), [("occurred", 1), ("claimed", 0.5), ("expected", 0)]
    )
    @pytest.mark.parametrize("when", ["2016", "1910/1945"])
    def test_a_bar(self, when: str, status: str, share: float) -> None:
        """So much of its height is coloured."""
        ax = gd.plot.timeline(events=frame((when, status)))
        drawn = [one for one in marks(ax) if isinstance(one, Rectangle)]
        inside = [
            one for one in drawn if to_rgba(one.get_edgecolor())[3] == 0
        ]  # without the outline
        coloured = {one.get_height() for one in inside if to_hex(one.get_facecolor()) != "#ffffff"}
        height = min(one.get_height() for one in drawn)
        assert [one / height for one in coloured if one] == (
            [pytest.approx(share)] if share else []
        )

    def test_the_legend_tells_what_is_drawn(self) -> None:
        """Each form and each filling, and none that is not there."""
        assert _legend(gd.plot.timeline(events=SOME)) == [
            "on this day",
            "on some day in this time",
            "all this time",
            "up to here; no first day is known",
            *STYLES,
        ]
        assert _legend(gd.plot.timeline(events=frame(("[2016..]", "expected")))) == [
            "from here on; no last day is known",
            "expected",
        ]


def _legend(ax: Axes) -> list[str]:
    legends: list[Any] = [one for one in ax.get_children() if type(one).__name__ == "Legend"]
    legends.sort(key=lambda one: -one.get_bbox_to_anchor().y0)
    return [text.get_text() for one in legends for text in one.get_texts()]


class TestTime:
    """The axis: cut where its scale changes, never backwards."""

    def test_it_never_runs_backwards(self, drawn: Axes) -> None:
        """Each later day lies further right, within a stretch and across the cuts."""
        first, last = map(int, drawn.get_xlim())
        places = drawn.xaxis.get_transform().transform(list(range(first, last + 1)))
        assert all(one < other for one, other in pairwise(places))

    def test_the_cuts_are_told(self) -> None:
        """By a heading above each stretch, the factor to two digits, and a line below."""
        ax = gd.plot.timeline(events=SOME)
        told = [one.get_text() for one in ax.texts]
        assert "1910–2011" in told
        assert any(re.fullmatch(r"2012–October 2016\nenlarged \d+ times", one) for one in told)
        assert "The axis is cut at //" in _source(ax)

    @pytest.mark.parametrize(
        "when",
        [
            "0001",
            "9999",
            *(
                pytest.param(when, marks=pytest.mark.slow)
                for when in ("1066", "1987-06-29", "2011", "2017-01-01")
            ),
        ],
    )
    def test_any_time(self, when: str) -> None:
        """Alone, and beside other times."""
        alone = frame((when, "occurred"))
        both = pd.concat([alone, SOME])
        for events in (alone, both):
            ax = gd.plot.timeline(events=events)
            assert len(titles(ax)) == len(events)
            assert gd.plot.image(ax, "svg")

    def test_a_reader_draws_dates_on_it(self) -> None:
        """As on any axis of time."""
        ax = gd.plot.timeline(events=SOME)
        ax.axvline(date(2016, 11, 9))  # type: ignore[arg-type]
        assert gd.plot.image(ax, "svg")
        place = ax.xaxis.get_transform().transform(days("2016-11-09"))
        assert ax.transData.transform((days("2016-11-09")[0], 0))[0] == pytest.approx(
            ax.transAxes.transform((place[0], 0))[0]
        )


class TestEvents:
    """What a reader gives."""

    @pytest.mark.parametrize("column", ["date", "title", "status"])
    def test_a_missing_column(self, column: str) -> None:
        """Named in the error."""
        with pytest.raises(ValueError, match=f"no column {column}"):
            gd.plot.timeline(events=EVENTS.drop(columns=column))

    def test_no_frame(self) -> None:
        """The error says what to give."""
        with pytest.raises(TypeError, match="events is not a DataFrame"):
            gd.plot.timeline(events="gsomia-2016")  # type: ignore[arg-type]

    def test_no_rows(self) -> None:
        """An error, not an empty figure."""
        with pytest.raises(ValueError, match="nothing to draw"):
            gd.plot.timeline(events=EVENTS.head(0))

    @pytest.mark.parametrize(
        ("column", "cell", "told"),
        [
            ("date", pd.NA, "no date or no title"),
            ("date", "23 November", "not an EDTF date"),
            ("date", "1984~", "cannot be drawn: it is EDTF of a form that is not read here"),
            ("title", pd.NA, "no date or no title"),
            ("status", pd.NA, "there are occurred"),
            ("status", "planned", "there are occurred"),
        ],
    )
    def test_a_cell_that_cannot_be_drawn(self, column: str, cell: object, told: str) -> None:
        """An error that shows it; no event is left out in silence."""
        events = EVENTS[["date", "title", "status"]].astype("object")
        events[column] = [cell, *events[column][1:]]
        with pytest.raises(ValueError, match=told):
            gd.plot.timeline(events=events)

    def test_a_title_is_no_formula(self) -> None:
        """Two dollar signs, an ampersand and a bracket stay what they are."""
        events = frame(("2016", "occurred"))
        events["title"] = "US$ 1 & A$ 2 <b>_x_"
        drawn = gd.plot.image(gd.plot.timeline(events=events), "svg").decode()
        assert ">US$ 1 &amp; A$ 2 &lt;b&gt;_x_</text>" in drawn

    def test_a_frame_that_says_not_whose_it_is(self, drawn: Axes) -> None:
        """Then the figure does not say so either."""
        ax = gd.plot.timeline(events=frame(("2016", "occurred")))
        assert "Data:" not in _source(ax)
        assert "Data: gsomia-data contributors" in _source(drawn)


class TestFigure:
    """A figure of its own, or the one that is given; nothing global is touched."""

    def test_the_given_axes_are_used(self) -> None:
        """And given back."""
        figure = Figure(figsize=(8, 8))
        ax = figure.subplots()
        assert gd.plot.timeline(ax, events=SOME) is ax
        assert figure.axes == [ax]
        assert len(titles(ax)) == len(SOME)
        part: Any = Figure(figsize=(8, 8)).subfigures(1, 2)
        assert gd.plot.image(gd.plot.timeline(part[1].subplots(), events=SOME), "png")

    def test_nothing_global_is_changed(self) -> None:
        """Not the settings; and what is set elsewhere changes no file."""

        def settings() -> dict[str, object]:
            return {name: mpl.rcParams[name] for name in mpl.rcParams if name != "backend"}

        before = settings()
        first = gd.plot.image(gd.plot.timeline(events=SOME), "svg")
        assert settings() == before
        theirs: Any = {"font.size": 30, "axes.facecolor": "red", "lines.linewidth": 9}
        with mpl.rc_context({**theirs, "svg.fonttype": "path", "savefig.transparent": True}):
            assert gd.plot.image(gd.plot.timeline(events=SOME), "svg") == first

    @pytest.mark.parametrize("format_", ["svg", "pdf", pytest.param("png", marks=pytest.mark.slow)])
    def test_the_same_bytes(self, format_: ImageFormat, drawn: Axes, tmp_path: Path) -> None:
        """On another day, in another process with another hash seed; none of them in the file."""
        made = gd.plot.image(drawn, format_)
        assert elsewhere(tmp_path, f"t.{format_}") == made
        assert str(date.today().year).encode() not in made.split(b"</metadata>")[0][:400]  # noqa: DTZ011
        assert mpl.__version__.encode() not in made

    def test_a_notebook_shows_it(self) -> None:
        """In three formats; no pyplot needed. `nbconvert --to latex` needs no Inkscape."""
        shown = gd.plot.timeline(events=SOME)
        data, about = DisplayFormatter().format(shown)  # type: ignore[no-untyped-call]
        assert data["image/svg+xml"].encode() == gd.plot.image(shown, "svg")
        png = gd.plot.image(shown, "png")
        pdf = gd.plot.image(shown, "pdf")
        assert (data["image/png"], data["application/pdf"]) == (png, pdf)
        with Image.open(io.BytesIO(png)) as image:
            assert about["image/png"]["width"] == pytest.approx(image.width / 200 * 96, abs=1)
            assert about["image/png"]["height"] == pytest.approx(image.height / 200 * 96, abs=1)
        for name in ("image/png", "application/pdf"):  # as a kernel sends it
            data[name] = base64.b64encode(data[name]).decode()
        output = nbformat.v4.new_output("display_data", data, metadata=about)  # type: ignore[no-untyped-call]
        cell = nbformat.v4.new_code_cell("gd.plot.timeline()", outputs=[output])  # type: ignore[no-untyped-call]
        notebook = nbformat.v4.new_notebook(cells=[cell])  # type: ignore[no-untyped-call]
        exporter: Any = LatexExporter
        latex, beside = exporter().from_notebook_node(notebook)
        (shown_file,) = re.findall(r"\{(output_\S+)\}", latex)
        assert beside["outputs"][shown_file] == pdf

    def test_completion_offers_what_is_public(self) -> None:
        """And not what the module imports."""
        assert dir(gd.plot) == ["image", "timeline"]

    def test_a_pdf(self, drawn: Axes) -> None:
        """Its text is text, in fonts that are in the file and that journals take."""
        pdf = gd.plot.image(drawn, "pdf")
        assert b"/Type0" in pdf
        assert b"/Type3" not in pdf
        assert b"/Title (Timeline of dated events)" in pdf

    def test_an_unknown_format(self, drawn: Axes) -> None:
        """The error lists those that are there."""
        with pytest.raises(ValueError, match="svg, pdf, png"):
            gd.plot.image(drawn, "jpg")  # type: ignore[arg-type]

    def test_the_documentation_runs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """docs/figures.md, block by block."""
        text = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        names: dict[str, object] = {}
        for block in re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
            exec(block, names)  # noqa: S102 - the own documentation
        assert (tmp_path / "weeks.pdf").read_bytes().startswith(b"%PDF")


class TestCommand:
    """`gsomia-data plot`: a whole file, or one line and exit status 2."""

    @pytest.fixture(autouse=True)
    def small(self, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A package of few events, which are soon drawn, is the installed one."""
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: good)

    def refused(self, capsys: pytest.CaptureFixture[str], out: Path, *told: str) -> None:
        """One line that tells why, no file beside."""
        before = sorted(out.parent.iterdir()) if out.parent.is_dir() else []
        assert main(["plot", "timeline", str(out)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        (line,) = said.err.splitlines()
        for words in told:
            assert words in line
        assert before == (sorted(out.parent.iterdir()) if out.parent.is_dir() else [])

    def test_a_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """With what `image` gives; nothing is left aside."""
        out = tmp_path / "timeline.svg"
        assert main(["plot", "timeline", str(out)]) == 0
        assert str(out) in capsys.readouterr().out
        assert out.read_bytes() == gd.plot.image(gd.plot.timeline(), "svg")
        assert list(tmp_path.iterdir()) == [out]

    def test_a_png(self, tmp_path: Path) -> None:
        """200 dots per inch, with title and description, without the name of the program."""
        assert main(["plot", "timeline", str(tmp_path / "t.PNG")]) == 0
        with Image.open(tmp_path / "t.PNG") as image:
            assert image.info["dpi"] == pytest.approx((200, 200), rel=0.001)
            assert image.info["Title"] == "Timeline of dated events"
            assert all(title in image.info["Description"] for title in gd.timeline()["title"])
            assert "Software" not in image.info

    def test_an_existing_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Stays as it is without `--force`."""
        out = tmp_path / "timeline.svg"
        out.write_text("mine")
        self.refused(capsys, out, "exists", "--force")
        assert out.read_text() == "mine"
        assert main(["plot", "timeline", str(out), "--force"]) == 0
        assert out.read_bytes().startswith(b"<?xml")

    @pytest.mark.parametrize("name", ["timeline.jpg", "timeline", "timeline.svg.gz", "svg", ".svg"])
    def test_an_unknown_format(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        """The line says which there are."""
        self.refused(capsys, tmp_path / name, ".svg, .pdf or .png")

    def test_no_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The line names it."""
        self.refused(capsys, tmp_path / "none" / "t.svg", "there is no folder")

    def test_a_folder_that_may_not_be_written(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The line says so, of the file that was asked for."""

        def refuse(*_: object, **__: object) -> str:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "somewhere")

        monkeypatch.setattr("tempfile.mkdtemp", refuse)
        out = tmp_path / "t.svg"
        self.refused(capsys, out, f"{out}: Permission denied")

    def test_no_matplotlib(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The line says what to install; everything else works without it."""
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        self.refused(capsys, tmp_path / "t.svg", "pip install 'gsomia-data[plot]'")
        with pytest.raises(ModuleNotFoundError, match="plot"):
            gd.plot.timeline()
        assert len(gd.timeline())

    def test_a_damaged_package(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The line sends to `check`."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "dates.csv"
        path.write_bytes(path.read_bytes().replace(b",occurred,", b",happened,"))
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
        self.refused(capsys, tmp_path / "t.svg", "the package is damaged", "run gsomia-data check")


def test_the_extra_brings_matplotlib() -> None:
    """The extra that the error names is there."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (needed,) = declared["project"]["optional-dependencies"]["plot"]
    assert needed.startswith("matplotlib>=")


def test_events_in_the_place_of_axes() -> None:
    """As one does who takes them for the first argument."""
    with pytest.raises(TypeError, match="events are events="):
        gd.plot.timeline(gd.timeline())  # type: ignore[arg-type]
