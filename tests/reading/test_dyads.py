"""Pairs of states by year: what the tables tell of them, and never that there was nothing."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from kit.examples import examples
from kit.real import ROOT, copy_of_the_package

ENDS = {"state": "string", "iso3": "string", "cow": "Int64", "gw": "Int64"}
TOLD = {"signed": "boolean", "signed_this_year": "boolean", "in_force": "boolean"}


DOCUMENTS = (
    "cnn-2016-11-23-0105et",
    "cnn-2016-11-23-later",
    "dw-2016-11-14",
    "joongang-2014-12-26",
    "presstv-2016-11-23",
)
"""Those that tell of the years to 2016."""


@cache
def rows(table: str) -> list[dict[str, str]]:
    """A table as the standard library reads it."""
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Told(NamedTuple):
    """What a row must say."""

    signed: bool
    signed_this_year: bool
    in_force: bool
    agreements: str


def expected(first: int, last: int) -> Iterator[tuple[tuple[str, str, int], Told]]:
    """By another route: every two states and every year against the rows, years as text.

    The last year that a date names is the one by whose end it has come.
    """
    cow = {row["actor_id"]: int(row["cow"]) for row in rows("actors") if row["cow"]}
    told_until = max(years(row["published"])[-1] for row in rows("sources"))
    for one, other in permutations(sorted(cow, key=cow.__getitem__), 2):
        common = [row for row in rows("agreements") if {one, other} <= parties(row).keys()]
        if cow[one] > cow[other] or not common:
            continue
        for year in range(first, last + 1):
            done = [
                row
                for row in common
                if parties(row)[one] == parties(row)[other] == "signed"
                and years(row["signed"])
                and years(row["signed"])[-1] <= year
            ]
            yield (
                (one, other, year),
                Told(
                    bool(done),
                    any(
                        years(row["signed"])[0] == year and ".." not in row["signed"]
                        for row in done
                    ),
                    year <= told_until
                    and any(row["in_force"] and years(row["in_force"])[-1] <= year for row in done),
                    ", ".join(row["agreement_id"] for row in done),
                ),
            )


def years(text: str) -> list[int]:
    """The years that a date names."""
    return [int(year) for year in re.findall(r"\d{4}", text)]


def parties(agreement: dict[str, str]) -> dict[str, str]:
    """The role of each party to an agreement."""
    return {
        row["party"]: row["role"]
        for row in rows("signatories")
        if row["agreement_id"] == agreement["agreement_id"]
    }


def changed(folder: Path, table: str, *edits: tuple[str, str]) -> gd.Dataset:
    """The real package with other words in one table, and no document later than 2016."""
    root = copy_of_the_package(folder)
    path = root / "dataset" / "sources.csv"
    kept = [
        line
        for line in path.read_bytes().splitlines(keepends=True)
        if line.split(b",")[0].decode() in {"source_id", *DOCUMENTS}
    ]
    assert len(kept) == 1 + len(DOCUMENTS)
    path.write_bytes(b"".join(kept))
    path = root / "dataset" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_bytes(text.encode())
    return gd.open(root)


def cells(frame: pd.DataFrame, one: str, other: str, column: str) -> dict[int, object]:
    """A column of one pair by year, missing as ``None``."""
    pair = frame[(frame["state_1"] == one) & (frame["state_2"] == other)]
    assert not pair.empty
    values = [None if pd.isna(value) else value for value in pair[column]]
    return dict(zip(pair["year"].tolist(), values, strict=True))


class TestTheTables:
    """docs/decisions.md 25: true or missing, from the signatures, dates and roles alone."""

    def test_every_row_is_what_the_tables_tell(self) -> None:
        """Each two states that are party to one agreement, each year, and nothing more."""
        frame = gd.dyad_years(1980, 2020)
        found = {
            (row["state_1"], row["state_2"], row["year"]): Told(
                **{name: not pd.isna(row[name]) for name in TOLD},
                agreements="" if pd.isna(row["agreements"]) else row["agreements"],
            )
            for row in frame.to_dict("records")
        }
        assert found == dict(expected(1980, 2020))
        assert len(found) == len(frame)

    def test_the_known_history(self) -> None:
        """Read off the documents by a person, so that both routes cannot err together."""
        frame = gd.dyad_years(1986, 2018)
        for pair, since, exactly in (
            (("usa", "kor"), 1987, True),
            (("usa", "jpn"), 2007, True),
            (("deu", "kor"), 2014, False),
            (("rus", "kor"), 2014, False),
            (("kor", "vnm"), 2014, False),
            (("kor", "jpn"), 2016, True),
        ):
            signed = cells(frame, *pair, "signed")
            assert signed == {year: True if year >= since else None for year in range(1986, 2019)}
            this_year = cells(frame, *pair, "signed_this_year")
            assert [year for year, told in this_year.items() if told] == [since] * exactly
            in_force = cells(frame, *pair, "in_force")
            until_2016 = [year for year, told in in_force.items() if told and year <= 2016]
            assert until_2016 == ([2016] if pair == ("kor", "jpn") else [])

    def test_what_is_not_signed_does_not_count(self) -> None:
        """Expected, intended, agreed, abandoned: none of these is a signature."""
        unsigned = {row["agreement_id"] for row in rows("signatories") if row["role"] != "signed"}
        assert unsigned >= {"trilateral-2014", "gsomia-2012", "thaad-2016", "comfort-women-2015"}
        listed = gd.dyad_years(1980, 2030)["agreements"].dropna()
        assert unsigned.isdisjoint(", ".join(listed).split(", "))

    @examples(15)
    @given(first=st.integers(1, 9999), length=st.integers(1, 40), directed=st.booleans())
    def test_never_false(self, first: int, length: int, *, directed: bool) -> None:
        """In no year: no document says that a pair had no agreement. And once signed, signed."""
        last = min(first + length, 9999)
        frame = gd.dyad_years(first, last, directed=directed)
        assert set(frame["year"]) == set(range(first, last + 1))
        for name in TOLD:
            assert frame[name].dropna().all()
        assert (frame["signed"].isna() == frame["agreements"].isna()).all()
        assert frame.loc[frame["signed"].isna(), list(TOLD)].isna().all(axis=None)
        known = frame.assign(known=frame["signed"].notna())
        for _, told in known.groupby(["state_1", "state_2"]):
            assert told["known"].is_monotonic_increasing


class TestShape:
    """Ready to merge: one row per pair and year, the codes of both states, in order."""

    def test_columns_and_types(self) -> None:
        """Names, nullable types; an index from 0."""
        frame = gd.dyad_years(2010, 2016)
        ends = {f"{code}_{side}": kind for code, kind in ENDS.items() for side in (1, 2)}
        types = {**ends, "year": "Int64", **TOLD, "agreements": "string"}
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == types
        assert list(frame.index) == list(range(len(frame)))
        assert frame.attrs["name"] == "gsomia-data.dyad_years"

    @pytest.mark.parametrize("directed", [False, True])
    def test_codes_are_those_of_the_actors(self, *, directed: bool) -> None:
        """Each code is the one of its state in ``actors.csv``."""
        actors = {row["actor_id"]: row for row in rows("actors")}
        for row in gd.dyad_years(2015, 2016, directed=directed).to_dict("records"):
            for side in (1, 2):
                actor = actors[row[f"state_{side}"]]
                for code in ("iso3", "cow", "gw"):
                    assert str(row[f"{code}_{side}"]) == actor[code]

    @pytest.mark.parametrize("directed", [False, True])
    def test_one_row_per_pair_and_year_in_order(self, *, directed: bool) -> None:
        """By the COW codes, as in dyadic data sets; an undirected pair has the lower one first."""
        frame = gd.dyad_years(2000, 2016, directed=directed)
        key = frame[["cow_1", "cow_2", "year"]].to_numpy().tolist()
        assert key == sorted(key)
        assert len(set(map(tuple, key))) == len(key)
        assert directed or (frame["cow_1"] < frame["cow_2"]).all()

    def test_directed_doubles_and_mirrors(self) -> None:
        """Each undirected row stands there in both directions, with the same to tell."""
        plain, both = gd.dyad_years(2000, 2016), gd.dyad_years(2000, 2016, directed=True)
        turned = {f"{code}_{side}": f"{code}_{3 - side}" for code in ENDS for side in (1, 2)}
        mirrored = pd.concat([plain, plain.rename(columns=turned)[list(plain.columns)]])
        key = ["cow_1", "cow_2", "year"]
        pd.testing.assert_frame_equal(mirrored.sort_values(key, ignore_index=True), both)

    def test_a_merge(self) -> None:
        """With another data set by COW code and year, of plain integers as read_csv gives."""
        trade = pd.DataFrame(
            {
                "cow_1": np.array([2, 732, 710]),
                "cow_2": np.array([732, 740, 732]),
                "year": np.array([1990, 2016, 2016]),
                "trade": [1.0, 2.0, 3.0],
            }
        )
        key = ["cow_1", "cow_2", "year"]
        mine = gd.dyad_years(1980, 2016)
        merged = trade.merge(mine, how="left", on=key, validate="one_to_one")
        assert merged["trade"].tolist() == [1.0, 2.0, 3.0]
        assert merged["agreements"].fillna("unknown").tolist() == [
            "kor-usa-1987",
            "gsomia-2016",
            "unknown",
        ]
        assert len(mine.merge(trade, on=key, validate="one_to_one")) == 2

    @pytest.mark.parametrize(
        ("first", "last"), [(2017, 2016), (0, 2016), (-1, 5), (2016, 10_000), (10_000, 10_000)]
    )
    def test_years_that_are_none(self, first: int, last: int) -> None:
        """The error tells what was asked for and which years there are."""
        with pytest.raises(ValueError, match=f"from {first} to {last}: the years go from 1 to 9"):
            gd.dyad_years(first, last)

    @pytest.mark.parametrize("year", [1, 999, 2016, 9999])
    def test_one_year(self, year: int) -> None:
        """The first and the last year count; so do years from a column of a frame."""
        frame = gd.dyad_years(year, year)
        assert set(frame["year"]) == {year}
        cell: Any = np.int64(year)
        pd.testing.assert_frame_equal(gd.dyad_years(cell, cell), frame)


class TestUncertain:
    """Decision 25 on other tables: an uncertain date tells by when, and nothing before."""

    @pytest.mark.parametrize(
        ("date", "signed_from", "this_year"),
        [
            ("[..2014-12-26]", 2014, None),
            ("[2014-01-01..2014-12-26]", 2014, 2014),
            ("[2013-12-31..2014-01-01]", 2014, None),
            ("2014-05", 2014, 2014),
            ("2013-12-31", 2013, 2013),
            ("[2013..]", None, None),
            ("", None, None),
        ],
    )
    def test_when_it_was_signed(
        self, tmp_path: Path, date: str, signed_from: int | None, this_year: int | None
    ) -> None:
        """The year in which it was signed only where the date can mean no other."""
        edit = (
            ',concluded,[..2014-12-26],,,,,,,,,,,"Signed',
            f',concluded,{date},,,,,,,,,,,"Signed',
        )
        data = changed(tmp_path, "agreements", edit)
        frame = data.dyad_years(2010, 2018)
        span = range(2010, 2019)
        assert cells(frame, "deu", "kor", "signed") == {
            year: True if signed_from and year >= signed_from else None for year in span
        }
        assert cells(frame, "deu", "kor", "signed_this_year") == {
            year: True if year == this_year else None for year in span
        }

    @pytest.mark.parametrize(
        ("date", "years"),
        [
            ("2016-11-23", [2016]),
            ("2015", [2016]),  # in 2015 it was none that both had signed
            ("[..2016-12-01]", [2016]),
            ("[2016-12-01..]", []),
            ("2017-01-01", []),
            ("", []),
        ],
    )
    def test_when_it_was_in_force(self, tmp_path: Path, date: str, years: list[int]) -> None:
        """From the entry through the year of the latest document; after that no one tells."""
        data = changed(tmp_path, "agreements", ("2016-11-23,2016-11-23", f"2016-11-23,{date}"))
        told = cells(data.dyad_years(2014, 2020), "kor", "jpn", "in_force")
        assert [year for year, value in told.items() if value] == years

    @pytest.mark.parametrize(
        ("published", "until"),
        [
            ("2018-03-01", 2018),
            ("[2018-12-31..2019-01-02]", 2018),
            ("[2018..]", 2018),
            ("2015", 2016),
        ],
    )
    def test_the_latest_document(self, tmp_path: Path, published: str, until: int) -> None:
        """One whose date is uncertain tells of the first year that it can be of, for certain."""
        edit = ("CNN,,2016-11-23,outside", f"CNN,,{published},outside")
        told = cells(
            changed(tmp_path, "sources", edit).dyad_years(2014, 2025), "kor", "jpn", "in_force"
        )
        assert [year for year, value in told.items() if value] == list(range(2016, until + 1))

    @pytest.mark.parametrize("role", ["to sign", "intended", "agreed"])
    def test_both_must_have_signed(self, tmp_path: Path, role: str) -> None:
        """Where one of the two has not, nothing is told of the pair, and the pair stays."""
        edit = ("Defense Minister,signed", f"Defense Minister,{role}")
        frame = changed(tmp_path, "signatories", edit).dyad_years(2016, 2016)
        for name in (*TOLD, "agreements"):
            assert cells(frame, "kor", "jpn", name) == {2016: None}

    def test_without_parties(self, tmp_path: Path) -> None:
        """No pair is an empty frame of the same columns and types."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "signatories.csv"
        path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", "utf-8")
        empty = gd.open(root).dyad_years(2016, 2016)
        assert empty.empty
        assert empty.dtypes.equals(gd.dyad_years(2016, 2016).dtypes)

    def test_three_parties(self, tmp_path: Path) -> None:
        """An agreement of three that all have signed counts for each two of them."""
        root = changed(tmp_path, "signatories", (",to sign,", ",signed,")).root
        path = root / "dataset" / "agreements.csv"
        text = path.read_text(encoding="utf-8")
        edited = text.replace("trilateral,announced,,", "trilateral,announced,2014-12-29,")
        assert edited != text
        path.write_bytes(edited.encode())
        frame = gd.open(root).dyad_years(2014, 2014)
        assert cells(frame, "kor", "jpn", "agreements") == {2014: "trilateral-2014"}
        assert cells(frame, "usa", "jpn", "agreements") == {2014: "jpn-usa-2007, trilateral-2014"}
        assert cells(frame, "usa", "kor", "agreements") == {2014: "kor-usa-1987, trilateral-2014"}
        assert cells(frame, "usa", "kor", "signed_this_year") == {2014: True}
