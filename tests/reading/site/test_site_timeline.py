"""The page of the dated events: order, marks and their places."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data._floor import edtf
from gsomia_data.reading.files import Files
from gsomia_data.reading.plot import marks
from gsomia_data.reading.plot.stretches import place, stretches
from gsomia_data.reading.site.contents import read
from gsomia_data.reading.site.timeline import Timeline, ticks, timeline, track
from kit.real import ROOT

SPREAD = [edtf.parse(text) for text in ("1910/1945", "2012", "2016-11-23", "2019-08-22")]
PLACED = stretches(SPREAD)


@pytest.fixture(scope="module")
def page() -> Timeline:
    """The page of the real package."""
    return timeline(read(Files(ROOT)))


def test_the_rows_are_in_the_order_of_the_reading_library(page: Timeline) -> None:
    """There is no second rule of order."""
    assert [one.key for one in page.events] == gd.timeline()["date_id"].tolist()


def test_what_makes_an_agreement_is_bold_and_what_did_not_occur_says_so(page: Timeline) -> None:
    """As in the figure."""
    frame = gd.timeline()
    occurred = frame["status"] == "occurred"
    assert [one.made for one in page.events] == (
        frame["event"].isin(marks.MADE) & occurred
    ).tolist()
    assert [not one.status for one in page.events] == occurred.tolist()


def test_a_day_is_a_round_mark_and_a_year_a_light_bar_of_its_width() -> None:
    """A span is dark where it certainly lasted."""
    day = track(edtf.parse("2016-11-23"), "full", PLACED)
    assert day.day
    assert not day.bars
    (year,) = track(edtf.parse("2012"), "full", PLACED).bars
    width = place(date(2012, 12, 31), PLACED) - place(date(2012, 1, 1), PLACED)
    assert float(year.width.rstrip("%")) == pytest.approx(100 * width, abs=0.01)
    span = track(edtf.parse("1910/1945"), "full", PLACED).bars
    assert [one.kind for one in span] == ["light", "dark"]


def test_an_open_side_begins_at_the_known_day_and_has_no_bar() -> None:
    """Its length would invent days."""
    until, since = (edtf.parse(text) for text in ("[..2014-12-26]", "[2014-12-26..]"))
    known = track(edtf.parse("2014-12-26"), "full", PLACED).day
    for when, side in ((until, "left"), (since, "right")):
        drawn = track(when, "none", PLACED)
        assert (drawn.opens, drawn.edge, drawn.bars) == (side, known, ())


def test_a_claim_is_half_filled_and_an_expectation_hollow() -> None:
    """A hollow bar is there in both, and its lower half is filled in one."""
    half = track(edtf.parse("2016-01"), "half", PLACED).bars
    assert [(one.kind, one.y) for one in half] == [("hollow", -5.0), ("light", 0)]
    assert [one.kind for one in track(edtf.parse("2016-01"), "none", PLACED).bars] == ["hollow"]


def test_labels_of_neighbouring_stretches_do_not_touch() -> None:
    """The tick stays; its label is left out."""
    labels = [[one.label for one in listed] for listed in ticks(PLACED, 210)]
    assert "" in [listed[-1] for listed in labels]
    assert all(all(listed[:-1]) for listed in labels)


@given(st.integers(0, (PLACED[-1].last - PLACED[0].first).days - 1))
def test_a_later_day_is_further_right(number: int) -> None:
    """In a stretch and over a cut, and never outside of the track."""
    day = PLACED[0].first + timedelta(days=number)
    assert 0 <= place(day, PLACED) < place(day + timedelta(days=1), PLACED) <= 1 + 1e-9


def test_a_day_outside_of_the_axis_is_refused() -> None:
    """It is not drawn somewhere else."""
    with pytest.raises(ValueError, match="none of the stretches"):
        place(date(1800, 1, 1), PLACED)


def test_the_page_needs_no_matplotlib() -> None:
    """In a process of its own, as other tests import it."""
    code = "import sys, gsomia_data.reading.site.timeline; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
