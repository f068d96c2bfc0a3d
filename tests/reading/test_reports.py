"""What each document says of a cell; where the words are, and how they limit a number."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import gsomia_data as gd
from gsomia_data import Dataset
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.curation.rules import RULES
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Bound
from kit import tiny
from kit.looked import Key, by, groups
from kit.real import copy_of_the_package

CELL = ["table_name", "row_key", "column_name"]
REPORT = [*CELL, "source_id", "relation"]
POLL = "gallup-korea-2016-11-oppose"
SHARE = ["polls", POLL, "percent"]
Reports = Mapping[Key, Mapping[str, Any]]
"""The rows of `reports` by cell, document and relation."""


@pytest.fixture(scope="module")
def small(good: Path) -> Reports:
    """The reports of the tiny package, by cell, document and relation."""
    return by(gd.open(good).reports(), REPORT)


class TestReports:
    """DESIGN section 6: one row per source and cell: what each document says, in its words."""

    def test_each_row_of_evidence_is_in_one(self, data: Dataset) -> None:
        """And each report has some: its words, its quotes and its firmest row."""
        reports, evidence = by(data.reports(), REPORT), groups(data.evidence(), REPORT)
        assert set(reports) == set(evidence)
        for place, report in reports.items():
            rows = evidence[place]
            assert Counter(report["words"].split(" … ")) == Counter(
                part for words in rows["words"] for part in words.split(" … ")
            )
            assert set(report["quote_id"].split(", ")) == set(rows["quote_id"])
            assert set(report["quote"].split("\n")) == {
                line for quote in rows["quote"] for line in quote.split("\n")
            }
            degrees = rows["firmness"].dropna()
            best = min(degrees, key=FIRMEST.index) if len(degrees) else None
            assert pd.isna(report["firmness"]) if best is None else report["firmness"] == best
            for name in ("value", "publisher", "published", "edition_of"):
                assert rows[name].fillna("").unique().tolist() == [
                    "" if pd.isna(report[name]) else report[name]
                ]

    @pytest.mark.parametrize("table", TABLES)
    def test_of_a_table(self, data: Dataset, table: str) -> None:
        """Those of all that are about it."""
        whole = data.reports()
        own = whole[whole["table_name"] == table].reset_index(drop=True)
        pd.testing.assert_frame_equal(data.reports(table), own)

    def test_the_order(self, data: Dataset) -> None:
        """Cells as in the tables; of a cell, what supports it comes first."""
        reports = data.reports()
        cells = list(by(data.cells(), CELL))
        places = [cells.index(place) for place in reports[CELL].itertuples(index=False, name=None)]
        assert places == sorted(places)
        for rows in groups(reports, CELL).values():
            assert rows["relation"].cat.codes.is_monotonic_increasing

    def test_a_document_that_says_two_things(self) -> None:
        """One row for the share that it gives, one for what it says more roughly."""
        told = by(gd.reports("polls"), REPORT)
        rough = told[*SHARE, "presstv-2016-11-23", "approximates"]
        assert (rough["says"], rough["bound"], rough["words"]) == ("50", "above", "more than half")
        exact = told[*SHARE, "presstv-2016-11-23", "supports"]
        assert (exact["says"], exact["bound"], exact["words"]) == ("59", "exact", "59 percent")

    def test_words_in_the_order_of_the_document(self, small: Reports) -> None:
        """Of one quote or of several."""
        wording = small["reactions", "han-promise", "wording", tiny.MORNING, "supports"]
        assert wording["words"] == "This accord is a promise … and it keeps our ports safe"
        party = small["signatories", "fjord-nor", "party", tiny.MORNING, "supports"]
        assert party["words"] == "Norway … The two"
        assert party["quote_id"] == f"{tiny.MORNING}-8, {tiny.MORNING}-10"
        assert party["quote"].split("\n") == [
            tiny.QUOTES[tiny.MORNING][7],
            tiny.QUOTES[tiny.MORNING][9],
        ]
        assert party["says"] == "nor"

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            (("agreements", "harbour-2016", "name", tiny.MORNING, "rewords"), "accord with Norway"),
            (("reactions", "oslo-statement", "act", tiny.EVENING, "slip"), "said in"),
        ],
    )
    def test_words_that_give_no_value(
        self, small: Reports, place: tuple[str, ...], words: str
    ) -> None:
        """They are there, without what they would say and how firmly."""
        report = small[place]
        assert report["words"] == words
        assert all(pd.isna(report[name]) for name in ("says", "bound", "firmness"))

    def test_an_edition_names_its_first(self, small: Reports) -> None:
        """Each edition has a report of its own."""
        day = ("dates", "harbour-signed", "date")
        assert small[*day, tiny.EVENING, "supports"]["edition_of"] == tiny.MORNING
        assert pd.isna(small[*day, tiny.MORNING, "supports"]["edition_of"])

    def test_the_types(self, data: Dataset) -> None:
        """Codes are those of the tables; degrees are in order; the rest is text."""
        reports, evidence = data.reports(), data.evidence()
        for name in ("relation", "firmness"):
            assert reports[name].dtype == evidence[name].dtype
        text = reports.drop(columns=["relation", "firmness"])
        assert {str(kind) for kind in text.dtypes} == {"string"}

    def test_an_unknown_table(self) -> None:
        """Answered with the nearest."""
        with pytest.raises(KeyError, match="did you mean polls"):
            gd.reports("poll")

    def test_what_check_does_not_pass(self, tmp_path: Path) -> None:
        """Evidence for a cell that is not there, in a quote that is not there."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "evidence.csv"
        path.write_bytes(
            path.read_bytes()
            .replace(b"presstv-2016-11-23-9,more than half,", b"nothing-1,more than half,")
            .replace(f"polls,{POLL},answer,".encode(), b"polls,nobody,answer,")
        )
        data = gd.open(root)
        reports = data.reports("polls")
        assert len(" … ".join(reports["words"]).split(" … ")) == len(data.evidence("polls"))
        (lost,) = reports[reports["source_id"].isna()].to_dict("records")
        assert lost["words"] == "more than half"
        assert reports[reports["row_key"] == "nobody"]["value"].isna().all()


class TestEvidence:
    """Positions, bounds and types of the rows of evidence."""

    def test_the_words_are_where_it_says(self, data: Dataset) -> None:
        """In the quote, in code points, half open; the one of several that is meant."""
        evidence = data.evidence()
        for row in evidence.to_dict("records"):
            assert row["quote"][row["start"] : row["stop"]] == row["words"]
            assert row["quote"][: row["start"]].count(row["words"]) >= row["nth"] - 1
        assert {str(evidence[name].dtype) for name in ("nth", "start", "stop")} == {"Int64"}

    def test_words_that_are_not_there(self, tmp_path: Path) -> None:
        """They have no place."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "evidence.csv"
        path.write_bytes(path.read_bytes().replace(b",more than half,1,", b",more than half,2,"))
        share = gd.open(root).evidence(*SHARE)
        lost = share["words"] == "more than half"
        assert share["start"].isna().equals(lost.astype(bool))
        assert share["stop"].isna().equals(lost.astype(bool))

    def test_a_bound_is_that_of_the_words(self) -> None:
        """Nobody said 50."""
        share = gd.evidence(*SHARE)
        bounds = dict(zip(share["words"], share["bound"], strict=True))
        assert bounds == {"59 percent": "exact", "almost 60%": "below", "more than half": "above"}

    def test_fmt_reads_it(self, good: Path) -> None:
        """From the words that a curator gives, whatever their relation to the cell."""
        evidence = gd.open(good).evidence().query("rule == 'number'")
        bounds = dict(zip(evidence["words"], evidence["bound"], strict=True))
        assert bounds == {
            "47 percent": "exact",
            "Almost half": "below",
            "49 percent": "exact",
            "1,000": "exact",
            "more than 30": "above",
        }

    def test_each_number_has_one_and_nothing_else_has(self, data: Dataset) -> None:
        """In the order of the codebook; of a quantity it is that of the row."""
        evidence = data.evidence()
        numbers = evidence["rule"] == "number"
        assert evidence["bound"].notna().equals(numbers.astype(bool))
        assert evidence["bound"].cat.categories.tolist() == [str(bound) for bound in Bound]
        assert evidence["bound"].cat.ordered
        own = data.quantities().set_index("quantity_id")["bound"]
        values = evidence.query("column_name == 'value' and relation == 'supports'")
        assert values["bound"].tolist() == own[values["row_key"]].tolist()

    def test_codes_are_categories(self, data: Dataset) -> None:
        """With all codes that are declared, used or not."""
        evidence = data.evidence()
        assert evidence["rule"].cat.categories.tolist() == list(RULES)
        for table, name in (("evidence", "relation"), ("sources", "published_from")):
            assert evidence[name].dtype == data.load(table)[name].dtype
        assert evidence["firmness"].cat.categories.tolist() == ["judged", "inferred", "proved"]
        assert evidence["firmness"].cat.ordered

    def test_an_unknown_code(self, tmp_path: Path) -> None:
        """Not turned into a missing value in silence, as by `load`."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "evidence.csv"
        path.write_bytes(path.read_bytes().replace(b",1,number,50,", b",1,numbr,50,"))
        with pytest.raises(ValueError, match=r"rule: .*numbr.* not codes"):
            gd.open(root).evidence(*SHARE)
