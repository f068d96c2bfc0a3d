"""Every filled cell with its firmness and its witnesses; tables without the weaker cells."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data import Dataset
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.curation.checks.proof import prove
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.examples import examples
from kit.looked import Key, by, groups
from kit.real import ROOT, copy_of_the_package

CELL = ["table_name", "row_key", "column_name"]
NEEDING = [
    name for name, spec in TABLES.items() if any(c.grounding.needs_evidence for c in spec.columns)
]
Cells = Mapping[Key, Mapping[str, Any]]
"""The rows of `cells` by table, key and column."""
DEGREES: list[str | None] = [None, "judged", "inferred", "proved"]
"""From all cells to the firmest alone."""


@pytest.fixture(scope="module")
def small(good: Path) -> Cells:
    """The cells of the tiny package, by table, key and column."""
    return by(gd.open(good).cells(), CELL)


def cell(cells: Cells, name: str) -> Mapping[str, Any]:
    """The row about the cell with that table, key and column."""
    return cells[tuple(name.split())]


def filled(frame: pd.DataFrame, table: str) -> set[tuple[str, str]]:
    """Key and column of each filled cell of a loaded table."""
    keys = frame[list(TABLES[table].key)].astype(str).agg(" ".join, axis=1)
    return {(key, str(name)) for name in frame for key in keys[frame[name].notna()]}


class TestCells:
    """DESIGN section 6: one row per filled cell."""

    @pytest.mark.parametrize("table", TABLES)
    def test_each_filled_cell_once(self, data: Dataset, table: str) -> None:
        """Those of `load`, in the order of the file; also of the tables that are the proof."""
        cells = data.cells(table)
        listed = list(zip(cells["row_key"], cells["column_name"], strict=True))
        assert set(cells["table_name"]) <= {table}
        assert len(listed) == len(set(listed))
        assert set(listed) == filled(data.load(table), table)
        rows = list(dict.fromkeys(cells["row_key"]))
        header = list(TABLES[table].header)
        places = [(rows.index(key), header.index(name)) for key, name in listed]
        assert places == sorted(places)

    def test_without_a_table(self, data: Dataset) -> None:
        """Those of all tables with a column that needs words, one below the other."""
        each = [data.cells(table) for table in NEEDING]
        pd.testing.assert_frame_equal(data.cells(), pd.concat(each, ignore_index=True))

    def test_the_value_is_the_text_of_the_file(self) -> None:
        """59, not 59.0; a date as EDTF."""
        share = cell(by(gd.cells("polls"), CELL), "polls gallup-korea-2016-11-oppose percent")
        assert share["value"] == "59"

    def test_the_types(self, data: Dataset) -> None:
        """Degrees compare, the weakest first; a count that is not known is missing."""
        cells = data.cells()
        firmness = cells["firmness"].dtype
        assert isinstance(firmness, pd.CategoricalDtype)
        assert firmness.ordered
        assert list(firmness.categories) == ["judged", "inferred", "proved"]
        assert set(cells[cells["firmness"] >= "inferred"]["firmness"]) == {"inferred", "proved"}
        assert cells[["witnesses", "disagreements"]].dtypes.unique().tolist() == [pd.Int64Dtype()]
        assert isinstance(cells["grounding"].dtype, pd.CategoricalDtype)
        assert set(cells["grounding"]) <= set(data.codebook()["grounding"])

    def test_each_has_words_or_a_reason(self, data: Dataset) -> None:
        """Never both, never neither; with words it has a firmness and a witness."""
        cells = data.cells()
        own = cells[cells["why"].isna()]
        assert own["firmness"].notna().all()
        assert (own["witnesses"] >= 1).all()
        supported = data.evidence().query("relation == 'supports'")
        assert set(own[CELL].itertuples(index=False, name=None)) == set(
            supported[CELL].itertuples(index=False, name=None)
        )

    def test_an_unknown_table(self) -> None:
        """Answered with the nearest."""
        with pytest.raises(KeyError, match="did you mean polls"):
            gd.cells("poll")


@pytest.mark.parametrize("where", ["shipped", "tiny"])
def test_check_counts_the_same(where: str, good: Path) -> None:
    """The shares that `check` prints are those of the cells with words, but for `outside`."""
    root = ROOT if where == "shipped" else good
    proof = prove(Package(read(root, default_version="")))
    cells = gd.open(root).cells()
    counted = cells[cells["why"].isna() & (cells["grounding"] != "outside")]
    for table, shares in proof.tables.items():
        own = counted[counted["table_name"] == table]
        assert shares.cells == len(own), table
        for degree in FIRMEST:
            assert getattr(shares, degree) == (own["firmness"] == degree).sum(), (table, degree)


class TestWitnesses:
    """How many documents support a cell, and how many dispute it."""

    def test_editions_are_one(self, small: Cells) -> None:
        """Morning and evening say so, in one article."""
        assert cell(small, "dates harbour-signed date")["witnesses"] == 1
        share = cell(small, "polls hana-oppose percent")
        assert (share["witnesses"], share["disagreements"]) == (1, 1)

    def test_documents_are_not(self) -> None:
        """CNN and Press TV name the pollster; neither its sample."""
        cells = by(gd.cells(), CELL)
        poll = "polls gallup-korea-2016-11-oppose"
        assert cell(cells, f"{poll} pollster")["witnesses"] >= 2
        share = cell(cells, f"{poll} percent")
        assert (share["witnesses"], share["disagreements"]) == (1, 0)
        war = cell(cells, "quantities korean-war-length value")
        assert war["disagreements"] >= 1

    def test_a_copy_has_those_of_its_original(self, data: Dataset) -> None:
        """The date of a signing, that of the event."""
        cells = by(data.cells(), CELL)
        copies = [one for one in cells.values() if str(one["why"]).startswith("copied from ")]
        assert copies
        for copy in copies:
            original = cell(cells, copy["why"].removeprefix("copied from "))
            for name in ("value", "witnesses", "disagreements"):
                assert copy[name] == original[name]
            assert copy["firmness"] in DEGREES[1:]

    @pytest.mark.parametrize(
        "name",
        [
            "polls hana-oppose poll_id",
            "polls hana-oppose survey",
            "dates fjord-signing earliest",
            "actors kor iso3",
        ],
    )
    def test_missing_without_words(self, small: Cells, name: str) -> None:
        """Nobody supports a key: that is not the same as no support."""
        about = cell(small, name)
        assert pd.isna(about["witnesses"])
        assert pd.isna(about["disagreements"])


class TestDerived:
    """A computed cell is as firm as the weakest that it comes from."""

    @pytest.mark.parametrize(
        ("name", "rests_on"),
        [
            ("dates fjord-signing earliest", ["dates fjord-signing date"]),
            ("dates harbour-in-force precision", ["dates harbour-in-force date"]),
            ("quantities harbour-rounds bound", ["quantities harbour-rounds value"]),
            ("claims harbour-helps source_id", ["claims harbour-helps clause"]),
            (
                "reactions han-promise speech",
                ["reactions han-promise act", "reactions han-promise wording"],
            ),
            (
                "agreements harbour-2016 form",
                [
                    f"signatories harbour-{state} {name}"
                    for state in ("kor", "nor")
                    for name in ("agreement_id", "party")
                ],
            ),
            (
                "agreements harbour-2016 signed",
                [
                    f"dates harbour-signed {name}"
                    for name in ("date", "event", "status", "agreement_id")
                ],
            ),
            ("polls hana-oppose released", ["dates hana-released date"]),
        ],
    )
    def test_its_firmness(self, small: Cells, name: str, rests_on: Sequence[str]) -> None:
        """Whatever that rests on in turn."""
        degrees = [cell(small, one)["firmness"] for one in rests_on]
        assert cell(small, name)["firmness"] == max(degrees, key=FIRMEST.index)

    @pytest.mark.parametrize("name", ["sources {} sha256", "sources {} path", "actors kor seal"])
    def test_what_rests_on_no_words(self, small: Cells, name: str) -> None:
        """A checksum is not judged."""
        assert pd.isna(cell(small, name.format(tiny.MORNING))["firmness"])


class TestWhy:
    """Why a cell has no words, in one line."""

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("polls hana-oppose poll_id", "no evidence: the key of the row"),
            ("polls hana-oppose survey", "no evidence: written by the curators"),
            ("actors kor iso3", "no evidence: a code list"),
            (f"sources {tiny.EVENING} publisher", "no evidence: known from outside the document"),
            ("polls hana-oppose date_id", "no evidence: part of the proof itself"),
            ("dates fjord-signing earliest", "computed from date"),
            ("reactions han-promise speech", "computed from act, wording, gist"),
            ("agreements harbour-2016 form", "computed from agreement_id, party in signatories"),
            (f"sources {tiny.MORNING} characters", "computed from the document"),
            ("agreements harbour-2016 signed", "copied from dates harbour-signed date"),
        ],
    )
    def test_the_reason(self, small: Cells, name: str, why: str) -> None:
        """Of each kind of cell."""
        assert cell(small, name)["why"].startswith(why)

    def test_a_listed_name(self) -> None:
        """It needs no words."""
        cells = by(gd.cells("aliases"), CELL)
        assert "a listed name" in cell(cells, "aliases listed-kor-ko-hanguk alias")["why"]

    def test_where_the_words_of_a_copy_are(self, good: Path, small: Cells) -> None:
        """What is named there are the arguments of `evidence`."""
        why = cell(small, "agreements harbour-2016 signed")["why"]
        found = gd.open(good).evidence(*why.removeprefix("copied from ").split())
        assert "Monday" in set(found["words"])


class TestLoad:
    """`load` without the cells that are not firm enough."""

    @pytest.mark.parametrize("table", TABLES)
    def test_fewer_cells_the_firmer_they_are(self, data: Dataset, table: str) -> None:
        """Each is one of those less firm, with its value; types, rows and keys stay."""
        frames = [data.load(table, firmness=degree) for degree in DEGREES]
        for more, fewer in pairwise(frames):
            pd.testing.assert_series_equal(fewer.dtypes, more.dtypes)
            key = list(TABLES[table].key)
            pd.testing.assert_frame_equal(fewer[key], more[key])
            kept = fewer.notna()
            assert (more.notna() | ~kept).all(axis=None)
            pd.testing.assert_frame_equal(fewer.where(kept), more.where(kept))

    @pytest.mark.parametrize("table", NEEDING)
    @pytest.mark.parametrize("degree", ["judged", "inferred", "proved"])
    def test_it_agrees_with_cells(self, data: Dataset, table: str, degree: str) -> None:
        """What is missing is less firm; what stays is firm enough, or needs no words."""
        kept = filled(data.load(table, firmness=degree), table)
        for (_, key, name), about in by(data.cells(table), CELL).items():
            degrees = [None, *FIRMEST[: FIRMEST.index(degree) + 1]]
            firm = pd.isna(about["firmness"]) or about["firmness"] in degrees
            outside = about["grounding"] == "outside" or name == "published_from"
            assert ((key, name) in kept) is (firm or outside), (key, name)

    def test_what_is_computed_goes_with_it(self) -> None:
        """A date that goes takes its first day along; a date that stays keeps it."""
        dates = gd.dates(firmness="proved").set_index("date_id")
        gone, stays = dates.loc["gallup-korea-2016-11"], dates.loc["colonial-rule"]
        assert gone[["date", "earliest", "latest", "precision"]].isna().all()
        assert stays[["date", "earliest", "latest", "precision"]].notna().all()
        assert dates["title"].notna().all()
        assert gd.polls(firmness="proved")["released"].isna().all()

    def test_each_table_takes_it(self, data: Dataset) -> None:
        """As `load` does."""
        for table in TABLES:
            whole = getattr(data, table)
            if table != "evidence":
                firm = whole(firmness="proved")
                pd.testing.assert_frame_equal(firm, data.load(table, firmness="proved"))
                assert firm.attrs == {**whole().attrs, "firmness": "proved"}

    @pytest.mark.parametrize("degree", ["sure", "", 3, ["proved"], pd.Series(["proved"])])
    def test_an_unknown_degree(self, degree: Any) -> None:  # noqa: ANN401 - wrong on purpose
        """One line names the three."""
        with pytest.raises(ValueError, match=r"; there are proved, inferred, judged$") as caught:
            gd.load("polls", firmness=degree)
        assert "\n" not in str(caught.value)


Table = list[dict[str, str]]


def table(root: Path, name: str) -> Table:
    """The rows of a table."""
    text = (root / "dataset" / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write(root: Path, name: str, rows: Table) -> None:
    """Put the rows in its place."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, TABLES[name].header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (root / "dataset" / f"{name}.csv").write_bytes(text.getvalue().encode())


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[st.DataObject], Dataset]:
    """Makes a package with some of the evidence, other relations and other editions."""
    root = copy_of_the_package(tmp_path_factory.mktemp("drawn"))
    evidence = [row for row in table(root, "evidence") if row["rule"]]
    sources = table(root, "sources")
    names = [source["source_id"] for source in sources]

    def draw(data: st.DataObject) -> Dataset:
        ats = st.sets(st.integers(0, len(evidence) - 1), max_size=30)
        relations = st.sampled_from(["supports", "disputes", "approximates"])
        rows = [evidence[at] | {"relation": data.draw(relations)} for at in sorted(data.draw(ats))]
        write(root, "evidence", rows)
        editions = [data.draw(st.sampled_from(["", *names[:at]])) for at in range(len(names))]
        ofs = zip(sources, editions, strict=True)
        write(root, "sources", [row | {"edition_of": one} for row, one in ofs])
        return gd.open(root)

    return draw


def article(source: str, edition_of: Mapping[str, str]) -> frozenset[str]:
    """The documents that are one article with this one, found by going all ways at once."""
    together = {source}
    while True:
        more = {one for one, of in edition_of.items() if of in together or one in together}
        more |= {edition_of[one] for one in more} - {""}
        if more <= together:
            return frozenset(together)
        together |= more


@examples(40)
@given(choices=st.data())
def test_of_any_evidence(drawn: Callable[[st.DataObject], Dataset], choices: st.DataObject) -> None:
    """Firmness is that of the firmest support; no article is counted twice, and none left out."""
    data = drawn(choices)
    cells = by(data.cells(), CELL)
    names = data.sources()[["source_id", "edition_of"]].fillna("")
    edition_of = dict(names.itertuples(index=False, name=None))
    for place, rows in groups(data.evidence(), CELL).items():
        about = cells[place]
        for relation, name in (("supports", "witnesses"), ("disputes", "disagreements")):
            documents = set(rows[rows["relation"] == relation]["source_id"])
            articles = {article(one, edition_of) for one in documents}
            assert about[name] == len(articles)
        supports = rows[rows["relation"] == "supports"]["firmness"].dropna()
        best = min(supports, key=FIRMEST.index) if len(supports) else None
        assert best is None or about["firmness"] == best
        assert pd.isna(about["why"]) is (best is not None)
    firm = [filled(data.load("dates", firmness=degree), "dates") for degree in DEGREES]
    assert firm[0] >= firm[1] >= firm[2] >= firm[3]
