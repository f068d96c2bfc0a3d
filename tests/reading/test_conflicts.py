"""Where sources disagree: `conflicts`, and `diff` between two packages."""

import json
from pathlib import Path

import pandas as pd
import pytest

import gsomia_data
from gsomia_data._floor.text import occurrences
from gsomia_data.cli import main
from gsomia_data.reading.conflicts import side_by_side
from kit import tiny
from kit.real import ROOT, copy_of_the_package

POLL = "gallup-korea-2016-11-oppose"
CELL = ["table_name", "row_key", "column_name"]


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    """The conflicts of the package; tests only read them."""
    return gsomia_data.conflicts()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The conflicts of the tiny package."""
    root = tiny.write(tmp_path_factory.mktemp("conflicts"))
    return gsomia_data.open(root).conflicts()


class TestCells:
    """DESIGN section 6: cells that some source disputes, approximates or words otherwise."""

    def test_each_differing_cell_is_there_with_all_its_evidence(self, found: pd.DataFrame) -> None:
        """Every row that does not support, with those that support the same cell beside it."""
        evidence = gsomia_data.load("evidence").astype("string")
        differing = evidence[evidence["relation"].isin(["disputes", "approximates", "rewords"])]
        cells = differing[CELL].drop_duplicates()
        beside = evidence[evidence["relation"] != "slip"].merge(cells, on=CELL)
        shown = found[found["kind"].isin(["disputed", "approximated", "reworded"])]
        columns = [*CELL, "quote_id", "words", "relation"]
        assert sorted(shown[columns].to_numpy().tolist()) == sorted(
            beside[columns].to_numpy().tolist()
        )

    def test_the_supporting_side_is_always_among_them(self, found: pd.DataFrame) -> None:
        """Nobody sees a dispute without what is disputed: each side has words, or is computed."""
        sides = found.fillna({"column_name": ""}).groupby(["conflict", *CELL])["relation"]
        for side, relations in sides:
            assert {"supports", "computed"} & set(relations), side
        computed = found[found["relation"] == "computed"]
        declared = gsomia_data.codebook().merge(computed, on=["table_name", "column_name"])
        assert set(declared["grounding"]) <= {"derived"}

    def test_a_side_without_words(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What is computed says so; what a curator has not finished is there all the same."""
        root = copy_of_the_package(tmp_path)
        path = root / "dataset" / "tensions.csv"
        sides = (
            f"odd,1,tension,polls,{POLL},released,one\nodd,2,tension,polls,{POLL},survey,other\n"
        )
        path.write_bytes(path.read_bytes() + sides.encode())
        found = gsomia_data.open(root).conflicts().query("conflict == 'odd'")
        assert list(found["relation"].astype("string").fillna("")) == ["computed", ""]
        assert list(found["value"]) == ["2016-11-18", "gallup-korea-2016-11"]
        assert list(found["note"]) == ["one", "other"]
        assert found[["says", "words", "quote", "rule", "firmness"]].isna().all(axis=None)
        assert main(["conflicts", "--dir", str(root)]) == 0
        shown = capsys.readouterr().out
        assert f"polls {POLL} released: 2016-11-18\n    note: one\n    computed from other" in shown

    def test_codes_are_categories(self, found: pd.DataFrame) -> None:
        """So that each is counted, also one that no row has; magnitudes and degrees in order."""
        for column in ("kind", "relation", "rule", "bound", "firmness"):
            assert isinstance(found[column].dtype, pd.CategoricalDtype), column
            assert found[column].cat.ordered is (column in {"bound", "firmness"})
        kinds = ["disputed", "approximated", "reworded", "tension", "perhaps one", "claims"]
        assert list(found["kind"].cat.categories) == kinds
        assert (found["firmness"] >= "inferred").any()

    def test_the_firmness_is_that_of_the_evidence(self, found: pd.DataFrame) -> None:
        """Of a whole row, that of its weakest words in the quote."""
        key = [*CELL, "quote_id", "words", "nth"]
        evidence = gsomia_data.evidence()
        told = evidence.astype({"nth": "string"}).set_index(key)["firmness"].to_dict()
        for row in found.dropna(subset=["column_name"]).to_dict("records"):
            mine, theirs = row["firmness"], told[tuple(row[name] for name in key)]
            assert mine == theirs or (pd.isna(mine) and pd.isna(theirs))
        spokesman = evidence[evidence["row_key"] == "cnn-china-spokesman"]
        assert "judged" in set(spokesman["firmness"])
        (side,) = found.query("conflict == 'chinese-spokesman' and side == 1").to_dict("records")
        assert side["firmness"] == "judged"

    def test_nobody_said_fifty(self, found: pd.DataFrame) -> None:
        """Words that limit a number say so beside it; `bound` is that of the row."""
        share = found.query("conflict == 'polls gallup-korea-2016-11-oppose percent'")
        said = dict(zip(share["words"], share["says_bound"], strict=True))
        assert said["more than half"] == "above"
        assert said["59 percent"] == "exact"

    def test_where_the_words_are(self, found: pd.DataFrame) -> None:
        """Each piece is in the quote, as often before it as `nth` says."""
        for row in found.dropna(subset=["words"]).to_dict("records"):
            pieces = [row["words"]] if " " not in row["nth"] else row["words"].split(" … ")
            nths = [int(one) for one in row["nth"].split()]
            spans = [
                occurrences(row["quote"], piece)[nth - 1]
                for piece, nth in zip(pieces, nths, strict=True)
            ]
            assert spans == sorted(spans)

    def test_the_strongest_relation_names_the_kind(self, small: pd.DataFrame) -> None:
        """A share that one source disputes and another approximates is disputed."""
        share = small[small["conflict"] == "polls hana-oppose percent"]
        assert set(share["kind"]) == {"disputed"}
        assert set(share["relation"]) == {"supports", "approximates", "disputes"}
        name = small[small["conflict"] == "agreements harbour-2016 name"]
        assert set(name["kind"]) == {"reworded"}
        assert name.set_index("words").loc["accord with Norway", ["says", "rule"]].isna().all()

    def test_a_slip_is_no_conflict(self, small: pd.DataFrame) -> None:
        """An error of a source says nothing else about the cell."""
        assert "slip" not in set(small["relation"])
        assert "reactions oslo-statement act" not in set(small["conflict"])

    def test_what_the_texts_say_otherwise(self, found: pd.DataFrame) -> None:
        """The share, who dropped the pact, will sign or was signed, almost three years or three."""
        kinds = dict(zip(found["conflict"], found["kind"], strict=True))
        assert kinds[f"polls {POLL} percent"] == "approximated"
        assert kinds["dates gsomia-2012-abandoned actor"] == "approximated"
        assert kinds["agreements trilateral-2014 status"] == "disputed"
        assert kinds["quantities korean-war-length value"] == "disputed"
        assert kinds["reactions cnn-seoul-hoping gist"] == "reworded"

    def test_the_value_is_the_cell_as_it_is_written(self, found: pd.DataFrame) -> None:
        """59, not 59.0; of a number, its bound and period stand beside it."""
        share = found[found["conflict"] == f"polls {POLL} percent"]
        assert set(share["value"]) == {"59"}
        assert {"59", "60", "50"} <= set(share["says"])
        war = found[found["conflict"] == "quantities korean-war-length value"]
        assert set(war["bound"]) == {"exact"}
        tests = found[found["conflict"] == "nuclear-tests-of-2016"]
        assert set(tests["period"].dropna()) == {"2016-01", "2016-01-01/2016-11-23"}


class TestTensions:
    """Sides of tensions, and rows that are perhaps one, each with its words and its note."""

    def test_each_side_is_there(self, found: pd.DataFrame) -> None:
        """Whatever its kind; with its own note, and words that support it."""
        tensions = gsomia_data.load("tensions").astype("string")
        shown = found[found["kind"].isin(["tension", "perhaps one"])]
        columns = ["conflict", "kind", *CELL, "note"]
        sides = tensions.rename(columns={"tension_id": "conflict"})[columns].fillna("")
        assert sorted(sides.to_numpy().tolist()) == sorted(
            shown[columns].astype("string").fillna("").drop_duplicates().to_numpy().tolist()
        )
        assert shown[["words", "quote", "publisher", "published"]].notna().all(axis=None)

    def test_each_side_has_its_number_its_label_and_its_others(self, found: pd.DataFrame) -> None:
        """A single other side by table, row and column; several listed, or by a merge."""
        numbers = gsomia_data.tensions()
        sides = found.dropna(subset=["side"]).drop_duplicates(["conflict", "side"])
        assert len(sides) == len(numbers)
        two = found.query("conflict == 'length-of-rule' and side == 1").iloc[0]
        assert two["label"] == "Japan rules over Korea (occurred from 1910 to 1945)"
        assert two["others"] == "quantities jpn-rule value"
        other = ["other_table_name", "other_row_key", "other_column_name"]
        assert list(two[other]) == ["quantities", "jpn-rule", "value"]
        several = found.query("conflict == 'effect-of-the-pact' and side == 3").iloc[0]
        assert several["others"] == "reactions presstv-mnd-statement; reactions cnn-geng-shuang"
        assert several[other].isna().all()
        rows = found.query("conflict == 'rally' and side == 2").iloc[0]
        assert list(rows[other].fillna("")) == ["reactions", "cnn-protesters-rally", ""]
        claims = found[found["kind"] == "claims"]
        assert claims["others"].notna().all()
        assert claims["side"].isna().all()
        assert found[found["kind"] == "disputed"]["others"].isna().all()

    def test_each_two_sides_beside_each_other(self, found: pd.DataFrame) -> None:
        """As `help(gd.conflicts)` does it."""
        sides = found.query("kind == 'tension'")
        pairs = sides.merge(sides, on="conflict", suffixes=("", "_beside"))
        pairs = pairs.query("side < side_beside and conflict == 'effect-of-the-pact'")
        beside = pairs[["side", "side_beside"]].drop_duplicates().to_numpy().tolist()
        assert sorted(beside) == [[1, 2], [1, 3], [2, 3]]

    def test_a_cell_has_its_value_and_each_of_its_witnesses(self, small: pd.DataFrame) -> None:
        """As in a conflict about one cell."""
        side = small[(small["conflict"] == "fjord-norway") & (small["table_name"] == "signatories")]
        (row,) = side.to_dict("records")
        assert (row["value"], row["says"], row["words"]) == ("intended", "intended", "scrapped")
        assert row["note"] == "it was only to sign"

    def test_a_row_has_its_words_of_each_quote_in_order(self, small: pd.DataFrame) -> None:
        """Words that touch are one piece, others are joined by " … "."""
        side = small[(small["conflict"] == "fjord-signing") & (small["row_key"] == "fjord-claim")]
        (row,) = side.to_dict("records")
        assert row["words"] == "South Korea claimed … Norway signed … Fjord Pact … 2012"
        assert row["quote"].startswith("South Korea claimed that Norway")
        assert pd.isna(row["column_name"])
        assert pd.isna(row["value"])

    @pytest.mark.parametrize(
        "pair",
        [
            {"cnn-protesters-rally", "presstv-protesters-rally"},
            {"cnn-mnd-statement", "presstv-mnd-statement"},
            {"cnn-china-spokesman", "cnn-geng-shuang"},
            {"dw-opposition-decry", "dw-democratic-party-statement"},
        ],
        ids=sorted,
    )
    def test_reactions_that_are_perhaps_one(self, pair: set[str]) -> None:
        """In one group; counted without doubles, one of the two is left."""
        tensions = gsomia_data.tensions().query("kind == 'perhaps one'")
        (group,) = tensions[tensions["row_key"].isin(pair)]["tension_id"].unique()
        assert set(tensions[tensions["tension_id"] == group]["row_key"]) >= pair
        again = gsomia_data.tensions().query("kind == 'perhaps one' and side > 1")["row_key"]
        once = gsomia_data.reactions().query("reaction_id not in @again")
        assert len(pair & set(once["reaction_id"])) == 1
        assert len(again) > 1


def claim(key: str, aspect: str, source: str, **about: str) -> dict[str, str | None]:
    """A claim of a document."""
    thing = dict.fromkeys(("agreement_id", "date_id", "actor", "object"))
    return {"claim_id": key, "aspect": aspect, "source_id": source, **thing, **about}


class TestClaims:
    """Claims of one aspect about one thing, from different documents."""

    SOURCES = pd.DataFrame(
        [("a", None), ("b", None), ("c", "b"), ("d", "c")],
        columns=["source_id", "edition_of"],
        dtype="string",
    )

    def beside(self, *claims: dict[str, str | None]) -> dict[str, list[str]]:
        """The groups of these claims."""
        return side_by_side(pd.DataFrame(claims, dtype="string"), self.SOURCES)

    def test_two_documents_on_one_event(self) -> None:
        """Side by side, also where one of them names the agreement too; another event is not."""
        assert self.beside(
            claim("x", "cause", "a", date_id="dropped"),
            claim("y", "cause", "b", date_id="dropped", agreement_id="pact"),
            claim("z", "cause", "b", date_id="signed", agreement_id="pact"),
        ) == {"cause dropped": ["x", "y"]}

    def test_one_document_alone(self) -> None:
        """Two claims of one document, or of editions of one article, are not two witnesses."""
        first = claim("x", "purpose", "b", agreement_id="pact")
        for source in ("b", "c", "d"):
            assert self.beside(first, claim("y", "purpose", source, agreement_id="pact")) == {}
        assert self.beside(first, claim("y", "purpose", "a", agreement_id="pact"))

    def test_two_aspects(self) -> None:
        """What it is for and what it covers are two questions."""
        purpose = claim("x", "purpose", "a", agreement_id="pact")
        assert self.beside(purpose, claim("y", "content", "b", agreement_id="pact")) == {}

    def test_whoever_else_acts_in_an_agreement(self) -> None:
        """Two names for the way between are what differs, so they do not part the claims."""
        first = claim("x", "channel", "a", agreement_id="pact", object="usa")
        second = claim("y", "channel", "b", agreement_id="pact", object="pentagon")
        assert self.beside(first, second) == {"channel pact": ["x", "y"]}

    def test_relations_of_two_actors(self) -> None:
        """They are the same from either side, and others to another actor."""
        first = claim("x", "relations", "a", actor="kor", object="jpn")
        turned = claim("y", "relations", "b", actor="jpn", object="kor")
        other = claim("z", "relations", "b", actor="kor", object="usa")
        assert self.beside(first, turned, other) == {"relations jpn kor": ["x", "y"]}


class TestTheCommand:
    """`gsomia-data conflicts` prints what `gd.conflicts()` has."""

    def test_text_and_json(self, found: pd.DataFrame, capsys: pytest.CaptureFixture[str]) -> None:
        """The same conflicts, with the words of each side, and nothing escaped."""
        assert main(["conflicts"]) == 0
        text = capsys.readouterr().out
        assert main(["conflicts", "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert len(rows) == len(found)
        for row in rows:
            place = " ".join(row[name] for name in CELL).rstrip()
            value = row["value"].replace("\xa0", " ")
            assert (f"{place}: {value}" if value else place) in text
            assert f"{row['publisher']} ({row['source_id']}), {row['published']}: " in text
            for part in ("conflict", "kind", "words", "quote", "note", "bound", "period"):
                assert row[part].replace("\xa0", " ") in text
        assert "\xa0" not in text
        assert "␣" not in text


class TestDiff:
    """CHANGELOG.md, "Corrected values": table, key, column, old, new, evidence."""

    def test_a_corrected_value(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One cell changed is one line, with the quotes that it rests on."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().replace(b",oppose,59,", b",oppose,58,"))
        assert main(["diff", str(old), str(ROOT)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[2:] == [
            "| polls | gallup-korea-2016-11-oppose | percent | 58 | 59 | presstv-2016-11-23-9 |"
        ]

    def test_a_row_that_was_added(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A row has no column; each of the table is one."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        assert main(["diff", str(old), str(ROOT), "--format", "json"]) == 0
        told = {
            (change["key"], change["column"], change["new"])
            for change in json.loads(capsys.readouterr().out)
        }
        assert told == {(key, "", "added") for key in gsomia_data.polls()["poll_id"]}
        assert (POLL, "", "added") in told

    def test_nothing_changed(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A package against itself."""
        assert main(["diff", str(ROOT), str(ROOT)]) == 0
        assert capsys.readouterr().out == "No value was corrected.\n"

    def test_a_column_that_is_new(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Two releases can be compared although a table has gained a column."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        header = path.read_bytes().splitlines(keepends=True)[0]
        path.write_bytes(header.replace(b"percent,", b""))
        assert main(["diff", str(old), str(ROOT), "--format", "json"]) == 0
        added = {one["key"] for one in json.loads(capsys.readouterr().out) if one["new"] == "added"}
        assert added == set(gsomia_data.polls()["poll_id"])

    def test_a_column_that_went(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each cell that it filled is a line, with the quotes of the old package if it has any."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().replace(b",survey,", b",wave,"))
        assert main(["diff", str(old), str(ROOT)]) == 0
        line = f"| polls | {POLL} | wave | gallup-korea-2016-11 |  | column removed |"
        assert line in capsys.readouterr().out.splitlines()

    def test_a_table_that_is_new(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each of its rows was added, if the old package does not list the table."""
        old = copy_of_the_package(tmp_path)
        (old / "dataset" / "polls.csv").unlink()
        assert main(["diff", str(old), str(ROOT)]) == 2
        assert "polls.csv cannot be read: it is missing" in capsys.readouterr().err
        path = old / "datapackage.json"
        path.write_bytes(path.read_bytes().replace(b'"dataset/polls.csv"', b'"dataset/other.csv"'))
        assert main(["diff", str(old), str(ROOT)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[2:] == [
            f"| polls | {key} |  |  | added |  |" for key in sorted(gsomia_data.polls()["poll_id"])
        ]

    def test_a_broken_package(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One line, exit 2."""
        old = copy_of_the_package(tmp_path)
        (old / "dataset" / "polls.csv").write_bytes(b"\xff")
        assert main(["diff", str(old), str(ROOT)]) == 2
        assert "polls.csv cannot be read" in capsys.readouterr().err
