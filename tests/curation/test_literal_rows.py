"""Single checks on rows that are written here: clauses that need no package around them."""

import pytest

from kit.literal import breaches, cells

Row = dict[str, str]


def agreement(**dates: str) -> Row:
    """An agreement, signed and in force on these days."""
    return {"agreement_id": "a", **dates}


def alias(name: str, source: str = "s") -> Row:
    """A name that a document has for the actor `kor`."""
    return {"alias_id": f"kor-{name}", "alias": name, "actor_id": "kor", "source_id": source}


class TestTheHelper:
    """A slip in a test is an error, not a check that finds nothing."""

    def test_an_unknown_table(self) -> None:
        """A table that is not of the package."""
        with pytest.raises(KeyError, match="votes"):
            breaches("C01", votes=[{}])

    def test_an_unknown_column(self) -> None:
        """A column that the table does not have."""
        with pytest.raises(KeyError, match="share"):
            breaches("C01", polls=[{"share": "47"}])


class TestKeys:
    """K05: in one document a name means one actor, and an alias is not the name of an actor."""

    ACTORS = ({"actor_id": "kor", "name": "South Korea"}, {"actor_id": "nor", "name": "Norway"})

    @pytest.mark.parametrize("name", ["Norway", "norway", "the Norway"])
    def test_an_alias_that_is_the_name_of_another_actor(self, name: str) -> None:
        """However it is written; the finding says whose name it is."""
        (found,) = breaches("K05", actors=self.ACTORS, aliases=[alias("Seoul"), alias(name)])
        assert (found.path, found.line, found.column) == ("dataset/aliases.csv", 3, "alias")
        assert found.message.startswith("this is the name of nor")

    def test_an_alias_that_is_the_name_of_its_own_actor(self) -> None:
        """It adds nothing: the name holds in every document."""
        (found,) = breaches("K05", actors=self.ACTORS, aliases=[alias("South Korea")])
        assert found.message.startswith("this is the name of kor")

    def test_an_alias_in_two_documents(self) -> None:
        """Once for each document is right, twice for one is not."""
        rows = [alias("Seoul", "s"), alias("Seoul", "t")]
        assert breaches("K05", actors=self.ACTORS, aliases=rows) == []
        assert cells(breaches("K05", actors=self.ACTORS, aliases=[*rows, rows[0]])) == [
            (4, "alias")
        ]


class TestRows:
    """M01: a value of the right type must also be written in its one canonical form."""

    @pytest.mark.parametrize(
        ("column", "written", "canonical"),
        [
            ("percent", "47.0", "47"),
            ("percent", "+47", "47"),
            ("percent", "4.7e1", "47"),
            ("respondents", "01000", "1000"),
            ("respondents", "1_000", "1000"),
            ("respondents", " 1000", "1000"),
        ],
    )
    def test_a_number_in_another_spelling(self, column: str, written: str, canonical: str) -> None:
        """Python reads both as one number; only one of them is a cell."""
        assert float(written) == float(canonical)
        assert (2, column) in cells(breaches("M01", polls=[{column: written}]))
        assert (2, column) not in cells(breaches("M01", polls=[{column: canonical}]))

    @pytest.mark.parametrize("flag", ["True", "1", "yes", "TRUE"])
    def test_a_flag_in_another_spelling(self, flag: str) -> None:
        """`true` and `false`, and nothing that pydantic would take for them."""
        column = "covers_secret"
        assert (2, column) in cells(breaches("M01", agreements=[{column: flag}]))
        assert (2, column) not in cells(breaches("M01", agreements=[{column: "true"}]))


class TestFiles:
    """F05: only the words of a document may begin like a formula."""

    def test_a_note_and_a_quote(self) -> None:
        """The note is found, the quote is not."""
        quotes = [{"exact": "+82 is the code of Korea", "note": "+82"}]
        assert cells(breaches("F05", quotes=quotes)) == [(2, "note")]


class TestQuotes:
    """Q02: a quote is at a certain place in its document."""

    @pytest.mark.parametrize(
        ("exact", "start", "found"),
        [
            ("They signed", "", []),
            ("They  signed", "", [(3, "exact")]),
            ("signed", "", [(3, "start")]),
            ("signed", "5", []),
            ("signed", "18", []),
            ("signed", "6", [(3, "start")]),
        ],
    )
    def test_a_place(self, exact: str, start: str, found: list[tuple[int, str]]) -> None:
        """Words that appear once need no help; words that appear twice need their position."""
        right = {"source_id": "s", "exact": "Oslo"}
        row = {"source_id": "s", "exact": exact, "start": start}
        text = "They signed. Oslo signed too."
        assert cells(breaches("Q02", quotes=[right, row], documents={"s": text})) == found


class TestSense:
    """C01: an agreement is signed before it is in force, and does not follow itself."""

    @pytest.mark.parametrize(
        ("signed", "in_force", "found"),
        [
            ("2016-11-23", "2015", [(2, "in_force")]),
            ("2016-11-23", "2016-11-22", [(2, "in_force")]),
            ("2016-11-23", "2016-11-23", []),
            ("2016-11-23", "2016", []),
            ("2016-11-23", "", []),
            ("", "2015", []),
        ],
    )
    def test_in_force_before_the_signing(
        self, signed: str, in_force: str, found: list[tuple[int, str]]
    ) -> None:
        """Found only where the dates leave no doubt."""
        row = agreement(signed=signed, in_force=in_force)
        assert cells(breaches("C01", agreements=[row])) == found

    def test_a_circle_of_one(self) -> None:
        """An agreement that is its own predecessor."""
        assert cells(breaches("C01", agreements=[agreement(predecessor="a")])) == [
            (2, "predecessor")
        ]
