"""Where the limits of loading, of the timeline and of exports lie: the last value on each side."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

import gsomia_data
from gsomia_data._floor.damaged import DamagedError
from gsomia_data.reading.export import excel
from gsomia_data.reading.export.table import CannotHoldError
from kit.exports import one_table, refresh

Rows = list[dict[str, str]]


def changed(package: Path, table: str, change: Callable[[Rows], None]) -> gsomia_data.Dataset:
    """The package with other rows in a table."""
    path = package / "dataset" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    refresh(package)
    return gsomia_data.open(package)


@pytest.mark.parametrize(
    ("written", "fits"),
    [("0.123456789", True), ("0.1234567891", False), ("9" * 18, True), ("9" * 19, False)],
)
def test_how_long_a_number_may_be(copy: Path, written: str, fits: bool) -> None:  # noqa: FBT001 - a parameter
    """Eighteen digits before the point and nine after it fit the type of the column."""
    dataset = changed(copy, "polls", lambda rows: rows[0].update(percent=written))
    if fits:
        assert dataset.polls()["percent"].to_list() == [float(Decimal(written))]
    else:
        with pytest.raises(ValueError, match="not every cell is of the type number"):
            dataset.polls()


@pytest.mark.parametrize("relation", ["approximates", "disputes"])
def test_the_timeline_names_the_sources_that_support_the_date(copy: Path, relation: str) -> None:
    """A source that disputes it, or comes near it, is not among them."""

    def differ(rows: Rows) -> None:
        for row in rows:
            if row["row_key"] == "harbour-signed" and row["rule"] == "weekday-before":
                row["relation"] = relation

    before = gsomia_data.open(copy).timeline().set_index("date_id")["sources"]
    after = changed(copy, "evidence", differ).timeline().set_index("date_id")["sources"]
    assert before["harbour-signed"] == "ledger-2016-11-21, ledger-2016-11-22"
    assert after["harbour-signed"] == "ledger-2016-11-21"


@pytest.mark.parametrize(("length", "label"), [(80, "x" * 80), (81, "x" * 79 + "…")])
def test_a_label_of_stata_has_eighty_characters(
    copy: Path, tmp_path: Path, length: int, label: str
) -> None:
    """A description of eighty is a label whole; one more is cut."""
    path = copy / "schemas" / "polls.schema.json"
    text = path.read_text(encoding="utf-8")
    (meaning,) = (
        gsomia_data.open(copy).codebook("polls").query("column_name == 'poll_id'")["meaning"]
    )
    assert text.count(f'"{meaning}"') == 1
    path.write_text(text.replace(meaning, "x" * length), encoding="utf-8")
    gsomia_data.open(copy).export("stata", tmp_path / "out")
    with pd.io.stata.StataReader(tmp_path / "out" / "polls.dta") as reader:
        assert reader.variable_labels()["poll_id"] == label


@pytest.mark.parametrize(("room", "fits"), [(501, True), (500, False)])
def test_a_sheet_has_room_for_a_header_too(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    room: int,
    fits: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Of five hundred polls in a sheet with so many rows; a real one has 1,048,576."""
    monkeypatch.setattr(excel, "_MOST_ROWS", room)
    dataset = gsomia_data.open(one_table(tmp_path / "small", ["x"] * 500))
    if fits:
        assert dataset.export("excel", tmp_path / "out.xlsx").rows["polls"] == 500
    else:
        with pytest.raises(CannotHoldError, match="polls"):
            dataset.export("excel", tmp_path / "out.xlsx")


@pytest.mark.parametrize(("percent", "fits"), [("0", True), ("100", True), ("100.1", False)])
def test_the_bounds_of_a_column_are_allowed_in_sqlite(
    copy: Path,
    tmp_path: Path,
    percent: str,
    fits: bool,  # noqa: FBT001 - a parameter
) -> None:
    """From zero to a hundred percent, both included."""
    dataset = changed(copy, "polls", lambda rows: rows[0].update(percent=percent))
    if fits:
        assert dataset.export("sqlite", tmp_path / "out.sqlite").rows["polls"] == 1
    else:
        with pytest.raises(DamagedError, match="percent"):
            dataset.export("sqlite", tmp_path / "out.sqlite")
