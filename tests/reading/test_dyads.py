"""Pairs of states by year: what the tables tell of them, and never that there was nothing."""

import csv
import re
from collections import defaultdict
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
ON_SIGNING = {"signed": "boolean", "signed_this_year": "boolean", "in_force": "boolean"}
TOLD = {"announced": "boolean", **ON_SIGNING}
SUBJECTS = ("intelligence sharing", "comfort women", "missile defence")


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

    announced: bool
    signed: bool
    signed_this_year: bool
    in_force: bool
    agreements: str


def expected(first: int, last: int) -> Iterator[tuple[tuple[str, str, int], Told]]:
    """By another route: every two states and every year against the rows, years as text.

    The last year that a date names is the one by whose end it has come.
    """
    cow = {row["actor_id"]: int(row["cow"]) for row in rows("actors") if row["cow"]}
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
                    any(
                        event["event"] == "announced"
                        and event["status"] == "occurred"
                        and event["agreement_id"] in {row["agreement_id"] for row in common}
                        and years(event["date"])[-1] <= year
                        for event in rows("dates")
                    ),
                    bool(done),
                    any(
                        years(row["signed"])[0] == year and ".." not in row["signed"]
                        for row in done
                    ),
                    any(
                        row["in_force"]
                        and years(row["in_force"])[-1] <= year
                        and year <= (years(row["ended"]) or [told_until(row)])[0]
                        for row in done
                    ),
                    ", ".join(row["agreement_id"] for row in done),
                ),
            )


@cache
def rows_about() -> dict[str, set[tuple[str, str]]]:
    """The rows, as table and key, of each agreement: its own, and those that refer to it."""
    about = defaultdict(set)
    for path in (ROOT / "dataset").glob("*.csv"):
        for row in rows(path.stem):
            if "agreement_id" in row:
                about[row["agreement_id"]].add((path.stem, next(iter(row.values()))))
    return about


def told_until(agreement: dict[str, str]) -> int:
    """The year of the latest document that evidence on a row of the agreement quotes."""
    published = {row["source_id"]: years(row["published"])[-1] for row in rows("sources")}
    source = {row["quote_id"]: row["source_id"] for row in rows("quotes")}
    about = rows_about()[agreement["agreement_id"]]
    return max(
        published[source[row["quote_id"]]]
        for row in rows("evidence")
        if (row["table_name"], row["row_key"]) in about
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


def changed(folder: Path, cells: dict[str, str]) -> gd.Dataset:
    """The real package with other ``cells`` (table, key, column), and no document after 2016."""
    root = copy_of_the_package(folder)
    tables = {table: [*rows(table)] for table in {"sources", *(cell.split()[0] for cell in cells)}}
    tables["sources"] = [row for row in rows("sources") if row["source_id"] in DOCUMENTS]
    assert len(tables["sources"]) == len(DOCUMENTS)
    for cell, value in cells.items():
        table, key, column = cell.split()
        (at,) = [at for at, row in enumerate(tables[table]) if next(iter(row.values())) == key]
        assert column in tables[table][at]
        tables[table][at] = {**tables[table][at], column: value}
    for table, written in tables.items():
        save(root, table, written)
    return gd.open(root)


def save(root: Path, table: str, written: list[dict[str, str]]) -> None:
    """Write a table of the package at ``root``."""
    path = root / "dataset" / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows(table)[0]), "", lineterminator="\n")
        writer.writeheader()
        writer.writerows(written)


def cells(frame: pd.DataFrame, one: str, other: str, column: str) -> dict[int, object]:
    """A column of one pair by year, missing as ``None``."""
    pair = frame[(frame["state_1"] == one) & (frame["state_2"] == other)]
    assert not pair.empty
    values = [None if pd.isna(value) else value for value in pair[column]]
    return dict(zip(pair["year"].tolist(), values, strict=True))


def told_by(frame: pd.DataFrame, *key: str) -> dict[object, set[str]]:
    """What is true, and the agreements, by the columns of ``key``; of several rows, all of it."""
    told: defaultdict[object, set[str]] = defaultdict(set)
    for row in frame.to_dict("records"):
        listed = "" if pd.isna(row["agreements"]) else row["agreements"]
        told[tuple(row[name] for name in key)] |= {
            *(name for name in TOLD if pd.notna(row[name])),
            *(name for name in listed.split(", ") if name),
        }
    return told


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
            announced = cells(frame, *pair, "announced")
            three = set(pair) <= {"usa", "kor", "jpn"}  # the accord of 2014 was announced, and no
            assert [year for year, told in announced.items() if told] == [  # other agreement
                year for year in announced if three and year >= 2014
            ]
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
        assert frame.loc[frame["signed"].isna(), list(ON_SIGNING)].isna().all(axis=None)
        for _, told in frame.groupby(["state_1", "state_2"]):
            for lasting in ("announced", "signed"):
                assert told[lasting].notna().is_monotonic_increasing

    def test_announced_is_not_signed(self) -> None:
        """The accord of 2014: South Korea and Japan announced it, and signed nothing by 2015."""
        frame = gd.dyad_years(2013, 2015)
        assert cells(frame, "kor", "jpn", "announced") == {2013: None, 2014: True, 2015: True}
        assert set(cells(frame, "kor", "jpn", "signed").values()) == {None}

    def test_signed_is_not_announced(self) -> None:
        """No document reports that the pact of 1987 was announced: it may have been secret."""
        frame = gd.dyad_years(1987, 1988)
        assert set(cells(frame, "usa", "kor", "signed").values()) == {True}
        assert set(cells(frame, "usa", "kor", "announced").values()) == {None}


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
        ("date", "since"),
        [
            ("2014-12", 2014),
            ("[2014-12-26..2015-01-04]", 2015),
            ("[2014-12-26..]", None),
        ],
    )
    def test_when_it_was_announced(self, tmp_path: Path, date: str, since: int | None) -> None:
        """By the end of the last year that the date can mean."""
        data = changed(tmp_path, {"dates trilateral-2014-announced date": date})
        told = cells(data.dyad_years(2010, 2018), "kor", "jpn", "announced")
        assert told == {
            year: True if since and year >= since else None for year in range(2010, 2019)
        }

    @pytest.mark.parametrize(
        ("column", "code"),
        [("status", "expected"), ("status", "claimed"), ("event", "statement")],
    )
    def test_only_an_announcement_that_occurred_counts(
        self, tmp_path: Path, column: str, code: str
    ) -> None:
        """Not one that was to come or is only claimed, and no other event."""
        data = changed(tmp_path, {f"dates trilateral-2014-announced {column}": code})
        frame = data.dyad_years(2014, 2018)
        assert set(cells(frame, "kor", "jpn", "announced").values()) == {None}

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
        data = changed(tmp_path, {"agreements kor-deu signed": date})
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
        data = changed(tmp_path, {"agreements gsomia-2016 in_force": date})
        told = cells(data.dyad_years(2014, 2020), "kor", "jpn", "in_force")
        assert [year for year, value in told.items() if value] == years

    def test_a_notice_does_not_end_it(self, tmp_path: Path) -> None:
        """An agreement under notice is in force as before; only its end ends it."""
        before, after = tmp_path / "before", tmp_path / "after"
        for folder in (before, after):
            folder.mkdir()
        under_notice = changed(after, {"agreements gsomia-2016 status": "under notice"})
        assert under_notice.dyad_years(2014, 2020).equals(
            changed(before, {}).dyad_years(2014, 2020)
        )

    @pytest.mark.parametrize(
        ("in_force", "ended", "last"),
        [
            ("2016-11-23", "2016-12-01", 2016),
            ("2016-11-23", "2019-11-22", 2019),
            ("2016-11-23", "2019", 2019),
            ("2016-11-23", "[2018-06-01..2020-06-30]", 2018),
            ("2016-11-23", "[2018-06-01..]", 2018),
            ("2016-11-23", "[..2020-06-30]", 2016),
            ("[..2016-11-23]", "[..2020-06-30]", None),
        ],
    )
    def test_when_it_ended(
        self, tmp_path: Path, in_force: str, ended: str, last: int | None
    ) -> None:
        """In force through the first year in which it can have ended; signed it remains."""
        pact = "agreements gsomia-2016"
        data = changed(tmp_path, {f"{pact} in_force": in_force, f"{pact} ended": ended})
        frame = data.dyad_years(2014, 2022)
        told = cells(frame, "kor", "jpn", "in_force")
        assert [year for year, value in told.items() if value] == [
            year for year in range(2016, 2023) if last and year <= last
        ]
        signed = cells(frame, "kor", "jpn", "signed")
        assert [year for year, value in signed.items() if value] == list(range(2016, 2023))

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
        data = changed(tmp_path, {"sources cnn-2016-11-23-later published": published})
        told = cells(data.dyad_years(2014, 2025), "kor", "jpn", "in_force")
        assert [year for year, value in told.items() if value] == list(range(2016, until + 1))

    @pytest.mark.parametrize("role", ["to sign", "intended", "agreed"])
    def test_both_must_have_signed(self, tmp_path: Path, role: str) -> None:
        """Where one of the two has not, nothing is told of the pair, and the pair stays."""
        data = changed(tmp_path, {"signatories gsomia-2016-kor role": role})
        frame = data.dyad_years(2016, 2016)
        for name in (*ON_SIGNING, "agreements"):
            assert cells(frame, "kor", "jpn", name) == {2016: None}
        assert cells(frame, "kor", "jpn", "announced") == {2016: True}

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
        parties = [f"signatories trilateral-2014-{state} role" for state in ("jpn", "kor", "usa")]
        signed = {"agreements trilateral-2014 signed": "2014-12-29"}
        data = changed(tmp_path, {**dict.fromkeys(parties, "signed"), **signed})
        frame = data.dyad_years(2014, 2014)
        assert cells(frame, "kor", "jpn", "agreements") == {2014: "trilateral-2014"}
        assert cells(frame, "usa", "jpn", "agreements") == {2014: "jpn-usa-2007, trilateral-2014"}
        assert cells(frame, "usa", "kor", "agreements") == {2014: "kor-usa-1987, trilateral-2014"}
        assert cells(frame, "usa", "kor", "signed_this_year") == {2014: True}


@pytest.fixture(scope="module")
def with_a_later_document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with a quote from a document of 2040, which is not evidence of anything yet."""
    root = changed(tmp_path_factory.mktemp("later"), {}).root
    kept = [row for row in rows("sources") if row["source_id"] in DOCUMENTS]
    save(root, "sources", [*kept, {"source_id": "later", "published": "2040"}])
    save(root, "quotes", [*rows("quotes"), {"quote_id": "later-1", "source_id": "later"}])
    return root


@examples(24)
@given(cell=st.sampled_from([(row["table_name"], row["row_key"]) for row in rows("evidence")]))
def test_a_document_lengthens_only_what_it_speaks_of(
    with_a_later_document: Path, cell: tuple[str, str]
) -> None:
    """What is in force lasts to a document that is quoted about it, and to no other."""
    evidence = {"table_name": cell[0], "row_key": cell[1], "quote_id": "later-1", "nth": "1"}
    evidence |= {"column_name": "note", "words": "words", "relation": "supports"}
    save(with_a_later_document, "evidence", [*rows("evidence"), evidence])
    frame = gd.open(with_a_later_document).dyad_years(2017, 2041)
    longer = frame[frame["in_force"].notna()]
    speaks = cell in rows_about()["gsomia-2016"]
    assert longer["year"].tolist() == (list(range(2017, 2041)) if speaks else [])
    assert set(longer["iso3_1"] + longer["iso3_2"]) <= {"KORJPN"}


class TestSubject:
    """Only agreements on one subject."""

    def test_the_subjects_are_those_of_the_tables(self) -> None:
        """The list of this test is whole."""
        assert set(SUBJECTS) == set(gd.agreements()["subject"].cat.categories)

    @examples(8)
    @given(year=st.integers(1980, 2030), directed=st.booleans())
    def test_what_is_true_is_true_of_some_subject(self, year: int, *, directed: bool) -> None:
        """And of no subject is anything true that is not true without one."""
        by_subject: defaultdict[object, set[str]] = defaultdict(set)
        for subject in SUBJECTS:
            part = gd.dyad_years(year, year + 1, directed=directed, subject=subject)
            for at, told in told_by(part, "state_1", "state_2", "year").items():
                by_subject[at] |= told
        every = gd.dyad_years(year, year + 1, directed=directed)
        assert told_by(every, "state_1", "state_2", "year") == by_subject

    def test_only_parties_to_one_on_it_are_listed(self) -> None:
        """Of the deal on the comfort women, two; no other pair and no other state."""
        pairs = gd.dyad_years(2015, 2015, subject="comfort women")
        assert pairs[["state_1", "state_2"]].to_numpy().tolist() == [["kor", "jpn"]]
        states = gd.state_years(2015, 2015, subject="comfort women")
        assert states["state"].tolist() == ["kor", "jpn"]


class TestStates:
    """The same by state: what is true of a state and some other state."""

    @examples(16)
    @given(year=st.integers(1980, 2030), subject=st.sampled_from([None, *SUBJECTS]))
    def test_true_if_true_of_some_pair(self, year: int, subject: str | None) -> None:
        """Of no other state and in no other year; with the agreements of all its pairs."""
        pairs = gd.dyad_years(year, year + 1, directed=True, subject=subject)
        states = gd.state_years(year, year + 1, subject=subject)
        assert told_by(states, "state", "year") == told_by(pairs, "state_1", "year")
        assert not states.duplicated(["state", "year"]).any()

    def test_columns_types_and_order(self) -> None:
        """Each code once; by the COW code and year; cited by its own name."""
        frame = gd.state_years(2014, 2016)
        types = {**ENDS, "year": "Int64", **TOLD, "agreements": "string"}
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == types
        key = frame[["cow", "year"]].to_numpy().tolist()
        assert key == sorted(key)
        assert list(frame.index) == list(range(len(frame)))
        assert frame.attrs["name"] == "gsomia-data.state_years"
        actors = {row["actor_id"]: row for row in rows("actors")}
        for row in frame.to_dict("records"):
            for code in ("iso3", "cow", "gw"):
                assert str(row[code]) == actors[row["state"]][code]

    def test_each_party_is_listed(self) -> None:
        """Whatever it did about the agreement."""
        assert set(gd.state_years(2016, 2016)["state"]) == {
            row["party"] for row in rows("signatories")
        }

    @pytest.mark.parametrize(("first", "last"), [(2017, 2016), (0, 2016), (2016, 10_000)])
    def test_years_that_are_none(self, first: int, last: int) -> None:
        """Refused as for pairs."""
        with pytest.raises(ValueError, match=f"from {first} to {last}: the years go from 1 to 9"):
            gd.state_years(first, last)
