"""When a row is sealed: by `build`, once nothing else is found; until then it may be corrected."""

import pytest

from kit import tiny
from kit.faults import add, drop, edit, rows, slip
from kit.files import Files, build, checked, fmt

NORGE = "nor-norge"


@pytest.fixture
def files() -> Files:
    """The tiny package with a new row that is right: another listed name of a state."""
    files = tiny.good()
    add("aliases", alias_id=NORGE, alias="Norge", kind="name", actor_id="nor")(files)
    return files


def codes(files: Files) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in checked(files).findings]


def seal_of(files: Files) -> str:
    """The seal of the new row."""
    (row,) = (row for row in rows(files, "aliases") if row["alias_id"] == NORGE)
    return row["seal"]


def test_a_row_that_is_still_being_written_has_no_seal(files: Files) -> None:
    """`fmt` writes none; `check` finds what `build` puts right, and nothing about seals."""
    fmt(files)
    assert seal_of(files) == ""
    assert set(codes(files)) == {"P01", "P02"}
    slip("aliases", NORGE, alias="Noreg")(files)
    fmt(files)
    assert set(codes(files)) == {"P01", "P02"}


def test_build_seals_it_once_nothing_else_is_found(files: Files) -> None:
    """Then `fmt` and `build` change nothing more."""
    fmt(files)
    build(files)
    assert len(seal_of(files)) == 8
    assert codes(files) == []
    before = dict(files)
    fmt(files)
    build(files)
    assert files == before


def test_a_change_after_that_is_found(files: Files) -> None:
    """Also once everything is made fresh; an emptied seal says that it is intended."""
    for command in (fmt, build):
        command(files)
    first = seal_of(files)
    slip("aliases", NORGE, alias="Noreg")(files)
    for command in (fmt, build):
        command(files)
    assert codes(files) == ["D03"]
    assert seal_of(files) == first
    edit("aliases", NORGE)(files)
    for command in (fmt, build):
        command(files)
    assert codes(files) == []
    assert seal_of(files) not in ("", first)


def test_a_package_with_a_fault_elsewhere_is_not_sealed(files: Files) -> None:
    """Its rows can be corrected after `build` as well, and no finding asks for a seal."""
    drop("evidence", "quantities harbour-rounds unit")(files)
    for command in (fmt, build):
        command(files)
    assert seal_of(files) == ""
    assert codes(files) == ["E01"]
    slip("aliases", NORGE, alias="Noreg")(files)
    for command in (fmt, build):
        command(files)
    assert codes(files) == ["E01"]
