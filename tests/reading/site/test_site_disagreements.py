"""The page of the disagreements: every conflict, every side, every passage."""

import pytest

import gsomia_data as gd
from gsomia_data.reading.files import Files
from gsomia_data.reading.site.contents import Contents, read
from gsomia_data.reading.site.disagreements import KINDS, Kind, disagreements
from kit.real import ROOT


@pytest.fixture(scope="module")
def contents() -> Contents:
    """The real package."""
    return read(Files(ROOT))


@pytest.fixture(scope="module")
def page(contents: Contents) -> tuple[Kind, ...]:
    """Its disagreements."""
    return disagreements(contents)


def test_each_kind_that_the_library_knows_has_a_heading() -> None:
    """A kind more would be an error in the page."""
    assert set(gd.conflicts()["kind"].cat.categories) == set(KINDS)


def test_every_conflict_has_one_section_with_all_its_sides(page: tuple[Kind, ...]) -> None:
    """The names are unique, so that an address leads to one place."""
    frame = gd.conflicts()
    shown = [one for kind in page for one in kind.disagreements]
    assert len({one.name for one in shown}) == len(shown) == frame["conflict"].nunique()
    sides = frame[["conflict", "table_name", "row_key", "column_name"]].drop_duplicates()
    assert sum(len(one.sides) for one in shown) == len(sides)


def test_each_cell_that_links_here_has_its_section(
    contents: Contents, page: tuple[Kind, ...]
) -> None:
    """Tables and records lead to it by the name of the cell."""
    places = {f"{kind.page}#{one.name}" for kind in page for one in kind.disagreements}
    linked = {one.address for listed in contents.differences.values() for one in listed}
    assert places
    assert linked == places


def test_what_supports_the_value_comes_first(page: tuple[Kind, ...]) -> None:
    """On each side."""
    for kind in page:
        for one in kind.disagreements:
            for side in one.sides:
                supports = [line.supports for line in side.lines]
                assert supports == sorted(supports, reverse=True), one.name


def test_every_passage_is_marked_and_leads_to_its_words(page: tuple[Kind, ...]) -> None:
    """No line has words without a mark or without an address."""
    lines = [
        line
        for kind in page
        for one in kind.disagreements
        for side in one.sides
        for line in side.lines
    ]
    assert len(lines) > 300
    for line in lines:
        assert any(one.names for one in line.segments)
        assert line.document.address.startswith("sources/")


def test_no_passage_of_the_library_is_lost(page: tuple[Kind, ...]) -> None:
    """The lines and the further editions are all rows of the frame."""
    shown = sum(
        1 + len(line.editions)
        for kind in page
        for one in kind.disagreements
        for side in one.sides
        for line in side.lines
    )
    assert shown == len(gd.conflicts())


def test_bounds_are_said(page: tuple[Kind, ...]) -> None:
    """Words for almost 60 are below it, those for more than half above 50."""
    name = "polls.gallup-korea-2016-11-oppose.percent"
    (one,) = (one for kind in page for one in kind.disagreements if one.name == name)
    assert {(line.how, line.says) for line in one.sides[0].lines} == {
        ("Supports", "59"),
        ("Less exactly", "below 60"),
        ("Less exactly", "above 50"),
    }
