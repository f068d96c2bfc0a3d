"""Single checks on rows that are written here: clauses that need no package around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.package.derived import seal
from gsomia_data.curation.schema import vocabulary as v
from gsomia_data.curation.schema.models import TABLES
from kit.examples import examples
from kit.literal import breaches, cells

Row = dict[str, str]


def agreement(key: str = "a", **cells: str) -> Row:
    """A valid agreement with these cells."""
    required = {"label": "An accord", "subject": "intelligence sharing", "status": "concluded"}
    return {"agreement_id": key, **required, **cells}


def alias(name: str, source: str = "s") -> Row:
    """A name that a document has for the actor `kor`."""
    slug = name.lower().replace(" ", "-")
    return {
        "alias_id": f"kor-{slug}",
        "alias": name,
        "kind": "name",
        "actor_id": "kor",
        "source_id": source,
    }


def quote(exact: str, **cells: str) -> Row:
    """A quote of the document `s`."""
    return {"quote_id": "q", "source_id": "s", "exact": exact, **cells}


def witness(cell: str, words: str, says: str, **cells: str) -> Row:
    """A row of evidence for a cell: table, key and column."""
    table, row, column = cell.split()
    place = {"table_name": table, "row_key": row, "column_name": column, "quote_id": "q"}
    return {**place, "words": words, "nth": "1", "says": says, "relation": "supports", **cells}


SOURCE = {
    "source_id": "s",
    "title": "Accord signed",
    "publisher": "The Ledger",
    "published": "2016-11-23",
    "language": "en",
    "kind": "news article",
    "rights": "invented for the tests",
}
"""The document `s`."""
POLL = {
    "poll_id": "p",
    "survey": "s",
    "agreement_id": "a",
    "proposal": "conclude",
    "pollster": "gallup",
    "answer": "oppose",
    "percent": "59",
}
"""A share of 59 percent."""
REACTION = {
    "reaction_id": "r",
    "agreement_id": "a",
    "actor": "kor",
    "act": "statement",
    "about": "agreement",
    "stance": "support",
    "theme": "unstated",
}
"""A position of South Korea on the agreement `a`."""
EVENT = {
    "date_id": "d",
    "date": "2016-11-23",
    "event": "statement",
    "title": "South Korea speaks",
    "status": "occurred",
    "agreement_id": "a",
    "actor": "kor",
}
"""A statement of South Korea on it."""


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

    def test_an_invalid_row(self) -> None:
        """A row that a check of valid rows would pass over; M01 itself takes any row."""
        with pytest.raises(ValueError, match="subject"):
            breaches("C01", agreements=[{"agreement_id": "a", "predecessor": "a"}])
        assert breaches("M01", agreements=[{"agreement_id": "a"}])


class TestKeys:
    """K05: in one document a name means one actor, and an alias is not the name of an actor."""

    ACTORS = (
        {"actor_id": "kor", "name": "South Korea", "kind": "state"},
        {"actor_id": "nor", "name": "Norway", "kind": "state"},
    )

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


class TestAliases:
    """K06 and E08: what an alias names, and what a listed name does not need."""

    ACTORS = (
        {"actor_id": "kor", "name": "South Korea", "kind": "state"},
        {"actor_id": "han", "name": "Han Bora", "kind": "person"},
    )
    AGREEMENTS = (
        {
            "agreement_id": "pact",
            "label": "The pact",
            "subject": "intelligence sharing",
            "status": "concluded",
        },
    )

    @staticmethod
    def row(**cells_: str) -> dict[str, str]:
        """An alias of one document, but for the cells that are given."""
        row = {"alias_id": "a", "alias": "the pact", "kind": "name", "source_id": "s"}
        return {**row, **cells_}

    @pytest.mark.parametrize(
        ("given", "column", "said"),
        [
            ({"actor_id": "kor"}, "", ""),
            ({"agreement_id": "pact"}, "", ""),
            ({"actor_id": "kor", "source_id": ""}, "", ""),
            ({}, "actor_id", "an alias names one actor or one agreement"),
            ({"actor_id": "kor", "agreement_id": "pact"}, "actor_id", "an alias names one actor"),
            ({"actor_id": "han", "source_id": ""}, "source_id", "only a listed name of a state"),
            ({"agreement_id": "pact", "source_id": ""}, "source_id", "'the pact' has no document"),
            ({"agreement_id": "pact", "kind": "capital"}, "kind", "is not a capital"),
        ],
    )
    def test_what_an_alias_names(self, given: dict[str, str], column: str, said: str) -> None:
        """One actor or one agreement; without a document only a state, by a listed name."""
        rows = [self.row(**given)]
        found = breaches("K06", actors=self.ACTORS, agreements=self.AGREEMENTS, aliases=rows)
        assert cells(found) == ([(2, column)] if column else [])
        assert all(said in finding.message for finding in found)

    def test_a_listed_name_takes_no_evidence(self) -> None:
        """It is held against a published list; evidence would be of one document."""
        evidence = {
            "table_name": "aliases",
            "row_key": "a",
            "column_name": "alias",
            "quote_id": "s-1",
            "words": "the pact",
            "nth": "1",
            "rule": "verbatim",
            "says": "the pact",
            "relation": "supports",
        }
        quote = {"quote_id": "s-1", "source_id": "s", "exact": "the pact"}
        for source, found in (("s", []), ("", [(2, "row_key")])):
            rows = [self.row(actor_id="kor", source_id=source)]
            breached = breaches(
                "E08", actors=self.ACTORS, aliases=rows, quotes=[quote], evidence=[evidence]
            )
            assert cells(breached) == found
            uncovered = breaches("E01", actors=self.ACTORS, aliases=rows)
            assert ("alias" in {one.column for one in uncovered}) is bool(source)


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


class TestFiles:
    """F05: only the words of a document may begin like a formula."""

    def test_a_note_and_a_quote(self) -> None:
        """The note is found, the quote is not."""
        quotes = [quote("+82 is the code of Korea", note="+82")]
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
        rows = [quote("Oslo"), quote(exact, start=start)]
        text = "They signed. Oslo signed too."
        assert cells(breaches("Q02", quotes=rows, documents={"s": text})) == found


class TestQuotedSentence:
    """Q03: a quote is at most one sentence."""

    @pytest.mark.parametrize(
        ("exact", "found"),
        [
            ("On Nov. 23 Gen. Kim met a U.S. Army officer.", []),
            ("“Why should they?” he asked.", []),
            ("They met at 6 p.m. They left.", [(2, "exact")]),
            ("“Why?” he asked. “It is over.”", [(2, "exact")]),
            ("협정을 지켰다. 한국은 환영했다.", [(2, "exact")]),
        ],
    )
    def test_one_sentence(self, exact: str, found: list[tuple[int, str]]) -> None:
        """The point of an abbreviation ends none; that before a capital or a Korean word does."""
        assert cells(breaches("Q03", quotes=[quote(exact)])) == found


class TestEvidence:
    """E05: evidence states the value of its cell, disputes it, or bounds it."""

    @pytest.mark.parametrize(
        ("words", "says", "relation", "found"),
        [
            ("59 percent", "59", "supports", []),
            ("58 percent", "58", "supports", [("dataset/polls.csv", "percent")]),
            ("almost 59 percent", "59", "supports", [("dataset/evidence.csv", "relation")]),
            ("58 percent", "58", "disputes", []),
            ("59 percent", "59", "disputes", [("dataset/evidence.csv", "relation")]),
            ("more than 58 percent", "58", "approximates", []),
            ("more than 59 percent", "59", "approximates", [("dataset/evidence.csv", "relation")]),
            ("59 percent", "59", "approximates", [("dataset/evidence.csv", "relation")]),
            ("more than 59 percent", "59", "disputes", []),
        ],
    )
    def test_of_a_share_of_59_percent(
        self, words: str, says: str, relation: str, found: list[tuple[str, str]]
    ) -> None:
        """A wrong value is found in the cell, a wrong relation in the evidence."""
        row = witness("polls p percent", words, says, rule="number", relation=relation)
        breached = breaches("E05", polls=[POLL], evidence=[row])
        assert [(one.path, one.column) for one in breached] == found


class TestOmissions:
    """O01 to O03: quotes and omissions cover a document once, and nothing beyond it."""

    @pytest.mark.parametrize(
        ("start", "stop", "found"),
        [
            ("13", "17", []),
            ("13", "16", [("O01", 2, "")]),
            ("14", "17", [("O01", 2, "")]),
            ("11", "17", [("O02", 2, "start")]),
            ("12", "17", [("O03", 2, "start")]),
            ("13", "18", [("O01", 2, ""), ("O03", 2, "stop")]),
        ],
    )
    def test_an_omission_after_a_quote(
        self, start: str, stop: str, found: list[tuple[str, int, str]]
    ) -> None:
        """A letter too few is left over, a letter too many is in two pieces or in none."""
        left = {"source_id": "s", "start": start, "stop": stop, "reason": "navigation"}
        breached = [
            (one.code, one.line, one.column)
            for code in ("O01", "O02", "O03")
            for one in breaches(
                code,
                documents={"s": "They signed.\nMenu"},
                sources=[SOURCE],
                quotes=[quote("They signed.")],
                omissions=[left],
            )
        ]
        assert breached == found

    @pytest.mark.parametrize(
        ("spans", "found"),
        [
            ([(2, 4)], []),
            ([(0, 4), (4, 8)], []),
            ([(0, 6), (1, 2), (4, 8)], [(3, "line 2 of omissions"), (4, "line 2 of omissions")]),
            ([(0, 10)], [(2, "line 2 of quotes")]),
            ([(8, 11)], [(2, "line 2 of quotes")]),
        ],
        ids=["a part", "two parts", "overlapping", "all of it", "across its edge"],
    )
    def test_omissions_in_a_quote(
        self, spans: list[tuple[int, int]], found: list[tuple[int, str]]
    ) -> None:
        """A part of a quote may be left out, once; not all of it, and nothing across its edge."""
        pieces = [
            {"source_id": "s", "start": str(start), "stop": str(stop), "reason": "background"}
            for start, stop in spans
        ]
        overlapping = breaches(
            "O02",
            documents={"s": "abcdefghij, and on"},
            quotes=[quote("abcdefghij", start="0", stop="10")],
            omissions=pieces,
        )
        assert [(one.path, one.line, one.message) for one in overlapping] == [
            ("dataset/omissions.csv", line, f"it overlaps {what}.csv") for line, what in found
        ]

    @pytest.mark.parametrize(
        ("start", "stop", "found"), [("6", "19", []), ("6", "9", [(2, "note")])]
    )
    def test_a_count_that_is_left_out(
        self, start: str, stop: str, found: list[tuple[int, str]]
    ) -> None:
        """It needs neither evidence nor a note of its quote: the omission has one (O05)."""
        left = {"source_id": "s", "start": start, "stop": stop, "reason": "background"}
        judged = breaches(
            "E09",
            sources=[SOURCE],
            quotes=[quote("Talks after 30 years ended.", start="0", stop="27")],
            omissions=[left | {"note": "how long they had not met"}],
        )
        assert cells(judged) == found


class TestDerived:
    """D01: a derived cell says what is computed. D03: a sealed row is as it was sealed."""

    @pytest.mark.parametrize(
        ("latest", "found"), [("2016-11-30", []), ("2016-12-01", [(2, "latest")])]
    )
    def test_the_last_day_of_a_month(self, latest: str, found: list[tuple[int, str]]) -> None:
        """A day too late, as a slip may have it."""
        row = {
            "date_id": "d",
            "date": "2016-11",
            "event": "signed",
            "title": "The accord is signed",
            "status": "occurred",
            "earliest": "2016-11-01",
            "latest": latest,
            "precision": "month",
        }
        assert cells(breaches("D01", dates=[row])) == found

    @given(
        act=st.sampled_from(v.Act),
        speech=st.sampled_from(["", *v.Speech]),
        wording=st.sampled_from(["", "Yes"]),
        gist=st.sampled_from(["", "agreed"]),
    )
    @examples(60)
    def test_the_speech_of_a_reaction(
        self, act: v.Act, speech: str, wording: str, gist: str
    ) -> None:
        """Quoted words are direct, or mixed with a gist; a gist alone is indirect, but of a rally.

        A rally or protest of which nothing is quoted has no speech.
        """
        silent = act in ("rally", "protest") and not wording
        told = {("Yes", "agreed"): "mixed", ("Yes", ""): "direct", ("", "agreed"): "indirect"}
        wanted = "" if silent else told.get((wording, gist), "")
        row = {**REACTION, "act": act, "speech": speech, "wording": wording, "gist": gist}
        found = cells(breaches("D01", reactions=[row]))
        assert found == ([] if speech == wanted else [(2, "speech")])

    def test_a_code_that_is_changed_after_it_was_sealed(self) -> None:
        """The seal is of every cell; an empty one seals nothing."""
        row = {"actor_id": "kor", "name": "South Korea", "kind": "state", "cow": "732"}
        spec = TABLES["actors"]
        sealed = {**row, "seal": seal(spec, {**dict.fromkeys(spec.header, ""), **row})}
        assert breaches("D03", actors=[sealed]) == []
        assert cells(breaches("D03", actors=[{**sealed, "cow": "731"}])) == [(2, "seal")]
        assert breaches("D03", actors=[{**row, "cow": "731"}]) == []


def side(number: str, row: str, column: str = "", **cells: str) -> Row:
    """A side of a tension between polls."""
    place = {"table_name": "polls", "row_key": row, "column_name": column}
    tension = {"tension_id": "shares", "side": number, "kind": "tension", "note": "a share"}
    return {**tension, **place, **cells}


class TestTensions:
    """T01 to T04: sides that exist, of one kind, with evidence; rows that are perhaps one."""

    POLLS = (POLL, {**POLL, "poll_id": "r", "answer": "support", "percent": "41"})
    EVIDENCE = (witness("polls p percent", "59", "59"), witness("polls r percent", "41", "41"))

    @pytest.mark.parametrize(
        ("second", "found"),
        [
            (side("2", "r", "percent"), []),
            (side("2", "r"), []),
            (side("2", "q", "percent"), [(3, "row_key")]),
            (side("2", "r", "question"), [(3, "column_name")]),
            (side("2", "r", "share"), [(3, "column_name")]),
            (side("2", "r", table_name="votes"), [(3, "table_name")]),
        ],
    )
    def test_what_is_no_side(self, second: Row, found: list[tuple[int, str]]) -> None:
        """A table, row or column that does not exist; an empty cell."""
        sides = [side("1", "p", "percent"), second]
        assert cells(breaches("T01", polls=self.POLLS, tensions=sides)) == found

    @pytest.mark.parametrize(
        ("sides", "found"),
        [
            ([side("1", "p"), side("2", "r")], []),
            ([side("1", "p")], [(2, "tension_id")]),
            ([side("1", "p"), side("2", "r", kind="perhaps one")], [(3, "kind")]),
            ([side("1", "p"), side("3", "r")], [(3, "side")]),
            ([side("2", "p"), side("3", "r")], [(2, "side")]),
        ],
    )
    def test_sides_that_do_not_match(self, sides: list[Row], found: list[tuple[int, str]]) -> None:
        """One alone, two kinds, a number that is left out."""
        assert cells(breaches("T02", polls=self.POLLS, tensions=sides)) == found

    @pytest.mark.parametrize(
        ("column", "row", "found"),
        [
            ("percent", "r", []),
            ("", "r", []),
            ("answer", "r", [(3, "column_name")]),
            ("", "s", [(3, "row_key")]),
        ],
    )
    def test_a_side_without_evidence(
        self, column: str, row: str, found: list[tuple[int, str]]
    ) -> None:
        """A cell that nothing supports, and a row in which nothing is supported."""
        sides = [side("1", "p", "percent"), side("2", row, column)]
        polls = [*self.POLLS, {**POLL, "poll_id": "s", "answer": "undecided"}]
        found_ = breaches("T03", polls=polls, evidence=self.EVIDENCE, tensions=sides)
        assert cells(found_) == found

    def test_words_that_dispute_a_side_are_not_its_evidence(self) -> None:
        """A side needs words that say what it says."""
        disputed = {**self.EVIDENCE[1], "relation": "disputes", "says": "40"}
        evidence = [self.EVIDENCE[0], disputed]
        for column in ("percent", ""):
            sides = [side("1", "p", "percent"), side("2", "r", column)]
            found = breaches("T03", polls=self.POLLS, evidence=evidence, tensions=sides)
            assert cells(found) == [(3, "column_name" if column else "row_key")]

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({}, []),
            ({"column_name": "percent"}, [(3, "column_name")]),
            ({"table_name": "agreements", "row_key": "a"}, [(3, "table_name")]),
            ({"row_key": "s"}, [(5, "row_key")]),
        ],
    )
    def test_what_is_not_perhaps_one(self, change: Row, found: list[tuple[int, str]]) -> None:
        """A cell; rows of two tables; a row that is in another group too."""
        one = {"kind": "perhaps one"}
        sides = [side("1", "p", **one), {**side("2", "r", **one), **change}]
        others = [side("1", "t", tension_id="x", **one), side("2", "s", tension_id="x", **one)]
        polls = [{**POLL, "poll_id": key, "survey": key} for key in "prst"]
        tensions = [*sides, *others]
        found_ = breaches("T04", polls=polls, agreements=[agreement()], tensions=tensions)
        assert cells(found_) == found


class TestThePackage:
    """P03: the descriptor has the version of the project."""

    @pytest.mark.parametrize(("described", "found"), [("0.2.0", []), ("0.1.0", [(0, "")])])
    def test_two_versions(self, described: str, found: list[tuple[int, str]]) -> None:
        """The project's is the one that counts."""
        files = {
            "pyproject.toml": '[project]\nversion = "0.2.0"\n',
            "datapackage.json": f'{{"version": "{described}"}}',
        }
        assert cells(breaches("P03", files=files)) == found


class TestSense:
    """C01 to C04, C07, C09, C10, C12: dates in order and in time, surveys, acts, statuses."""

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

    @pytest.mark.parametrize(
        ("ended", "found"),
        [
            ("2015", [(2, "ended"), (2, "ended")]),
            ("2016-11-23", [(2, "ended")]),
            ("2016-11-24", []),
            ("2016-11", []),
            ("[2015-01-01..]", []),
            ("2019", []),
            ("", []),
        ],
    )
    def test_ended_before_it_was_signed_or_in_force(
        self, ended: str, found: list[tuple[int, str]]
    ) -> None:
        """One finding for each date that it contradicts, where the dates leave no doubt."""
        row = agreement(signed="2016-11-23", in_force="2016-11-24", ended=ended)
        assert cells(breaches("C01", agreements=[row])) == found

    def test_ended_before_a_signing_without_an_entry_into_force(self) -> None:
        """The end is held against the signing too."""
        row = agreement(signed="2016-11-23", ended="2016-11-22")
        (found,) = breaches("C01", agreements=[row])
        assert found.message == "ended 2016-11-22, before it was signed 2016-11-23"

    def test_a_circle_of_one(self) -> None:
        """An agreement that is its own predecessor."""
        assert cells(breaches("C01", agreements=[agreement(predecessor="a")])) == [
            (2, "predecessor")
        ]

    @pytest.mark.parametrize(("day", "found"), [("2015", []), ("2017", [(2, "status")])])
    def test_the_last_of_several_sources_counts(
        self, day: str, found: list[tuple[int, str]]
    ) -> None:
        """One of 2014 may speak of it before, if one of 2016 does after."""
        of = {"early": "2014-12-26", "late": "2016-11-23"}
        sources = [{**SOURCE, "source_id": name, "published": day} for name, day in of.items()]
        quotes = [quote("in that year", quote_id=name, source_id=name) for name in of]
        evidence = [
            witness("dates d date", "that year", day, rule="date", quote_id=name) for name in of
        ]
        date = {"date_id": "d", "date": day, "event": "signed", "title": "T", "status": "occurred"}
        breached = breaches("C02", dates=[date], sources=sources, quotes=quotes, evidence=evidence)
        assert cells(breached) == found

    @pytest.mark.parametrize(
        ("status", "found"),
        [("expected", []), ("claimed", []), ("occurred", [(2, "said_by")])],
    )
    def test_only_what_may_not_have_been_has_somebody_who_says_so(
        self, status: str, found: list[tuple[int, str]]
    ) -> None:
        """What occurred needs nobody's word; a claim about an own act has both cells."""
        date = {"date_id": "d", "date": "2016", "event": "signed", "title": "T", "status": status}
        row = {**date, "actor": "kor", "said_by": "kor"}
        assert cells(breaches("C10", dates=[row])) == found

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({}, []),
            ({"event": "statement"}, [(2, "date_id")]),
            ({"status": "expected"}, [(2, "date_id")]),
            ({"agreement_id": "other"}, [(2, "date_id")]),
            ({"actor": "other"}, [(2, "date_id")]),
        ],
    )
    def test_the_event_of_a_poll_is_its_release(
        self, change: Row, found: list[tuple[int, str]]
    ) -> None:
        """Another event gives no date of release; without an event, one that fits is missed."""
        released = {"date_id": "d", "date": "2016-11-18", "title": "T", "status": "occurred"}
        event = {**released, "event": "poll released", "agreement_id": "a", "actor": "gallup"}
        named = {**POLL, "date_id": "d"}
        assert cells(breaches("C09", polls=[named], dates=[event | change])) == found
        missed = [] if found else [(2, "date_id")]
        assert cells(breaches("C09", polls=[POLL], dates=[event | change])) == missed

    @pytest.mark.parametrize(("survey", "found"), [("s", [(3, "date_id")]), ("later", [])])
    def test_the_release_of_another_survey_is_not_missed(
        self, survey: str, found: list[tuple[int, str]]
    ) -> None:
        """A poll may have no date, though another of the pollster has; not so the same survey."""
        event = {"date_id": "d", "date": "2016-11-18", "title": "T", "status": "occurred"}
        event |= {"event": "poll released", "agreement_id": "a", "actor": "gallup"}
        other = {**POLL, "poll_id": "other", "survey": survey}
        polls = [{**POLL, "date_id": "d"}, other]
        assert cells(breaches("C09", polls=polls, dates=[event])) == found

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({}, []),
            ({"event": "announced"}, []),
            ({"status": "claimed"}, [(2, "date_id")]),
            ({"agreement_id": "other"}, [(2, "date_id")]),
            ({"agreement_id": ""}, [(2, "date_id")]),
            ({"actor": "other"}, [(2, "date_id")]),
            ({"actor": ""}, [(2, "date_id")]),
        ],
    )
    def test_the_event_of_a_reaction_is_the_same_act(
        self, change: Row, found: list[tuple[int, str]]
    ) -> None:
        """It occurred, and its actor and agreement are those of the reaction, of whatever kind."""
        named = {**REACTION, "date_id": "d"}
        assert cells(breaches("C07", reactions=[named], dates=[EVENT | change])) == found

    @pytest.mark.parametrize(
        ("act", "event", "found"),
        [
            ("rally", "protest", []),
            ("protest", "statement", [(2, "date_id")]),
            ("rally", "announced", [(2, "date_id")]),
            ("remark", "protest", []),
        ],
    )
    def test_the_event_of_a_rally_is_a_protest(
        self, act: str, event: str, found: list[tuple[int, str]]
    ) -> None:
        """Who speaks at a protest makes a remark."""
        named = {**REACTION, "date_id": "d", "act": act}
        dates = [{**EVENT, "event": event}]
        assert cells(breaches("C07", reactions=[named], dates=dates)) == found

    @pytest.mark.parametrize(
        ("change", "quoted", "others", "found"),
        [
            ({}, "q", [], [(2, "date_id")]),
            ({"event": "protest"}, "q", [], [(2, "date_id")]),
            ({}, "other", [], []),
            ({"actor": "other"}, "q", [], []),
            ({"event": "announced"}, "q", [], []),
            ({}, "q", ["d"], []),
        ],
    )
    def test_an_act_in_the_same_sentence_is_not_left_out(
        self, change: Row, quoted: str, others: list[str], found: list[tuple[int, str]]
    ) -> None:
        """A statement or protest of the same actor on the same agreement, if no row has it yet."""
        evidence = [
            witness("reactions r act", "said", "statement", rule="cue"),
            witness("dates d event", "said", "statement", rule="cue", quote_id=quoted),
        ]
        rows = [REACTION, *({**REACTION, "reaction_id": f"of-{d}", "date_id": d} for d in others)]
        breached = breaches("C07", reactions=rows, dates=[EVENT | change], evidence=evidence)
        assert cells(breached) == found

    @pytest.mark.parametrize(("quoted", "found"), [("q", []), ("other", [(2, "date_id")])])
    def test_the_event_of_a_reaction_is_in_the_same_sentence(
        self, quoted: str, found: list[tuple[int, str]]
    ) -> None:
        """Another rally of the same people on the same pact is another act."""
        evidence = [
            witness("reactions r act", "said", "statement", rule="cue"),
            witness("dates d event", "said", "statement", rule="cue", quote_id=quoted),
        ]
        named = {**REACTION, "date_id": "d"}
        assert cells(breaches("C07", reactions=[named], dates=[EVENT], evidence=evidence)) == found

    @pytest.mark.parametrize(
        ("events", "status", "found"),
        [
            (["signed"], "concluded", []),
            (["announced", "signed"], "concluded", []),
            (["signed", "ended"], "ended", []),
            (["statement"], "announced", []),
            ([], "abandoned", []),
            (["signed"], "announced", [(2, "status")]),
            (["announced"], "concluded", [(2, "status")]),
            (["signed", "ended"], "concluded", [(2, "status")]),
            (["announced", "abandoned"], "announced", [(2, "status")]),
        ],
    )
    def test_the_status_is_that_of_the_latest_event(
        self, events: list[str], status: str, found: list[tuple[int, str]]
    ) -> None:
        """Of those that occurred, in the order of an agreement's life; other events say nothing."""
        dates = [{**EVENT, "date_id": one, "event": one, "agreement_id": "a"} for one in events]
        expected = {**EVENT, "date_id": "later", "event": "abandoned", "agreement_id": "a"}
        rows = [*dates, {**expected, "status": "expected"}]
        assert cells(breaches("C12", agreements=[agreement(status=status)], dates=rows)) == found

    @pytest.mark.parametrize(
        ("given", "suspended", "fitting"),
        [
            ("2019-08-23", "2019-11-22", {"concluded"}),
            ("2019-08", "2019-11-22", {"concluded"}),
            ("2021", "2019-11-22", {"under notice"}),
            ("2019-11-22", "2019-11-22", {"concluded", "under notice"}),
            ("2019", "2019-11-22", {"concluded", "under notice"}),
            ("2019-08-23", "", {"under notice"}),
            ("", "2019-11-22", {"concluded"}),
        ],
    )
    @pytest.mark.parametrize("status", ["concluded", "under notice", "ended"])
    def test_under_notice_only_while_the_notice_is_the_latest(
        self, given: str, suspended: str, fitting: set[str], status: str
    ) -> None:
        """A suspended notice leaves it concluded; where no date shows the last, either may be."""
        life = {"signed": "2016-11-23", "notice given": given, "notice suspended": suspended}
        dates = [
            {**EVENT, "date_id": event.replace(" ", "-"), "event": event, "date": day}
            for event, day in life.items()
            if day
        ]
        found = breaches("C12", agreements=[agreement(status=status)], dates=dates)
        assert (cells(found) == []) is (status in fitting)

    @pytest.mark.parametrize(
        ("days", "fitting"),
        [
            ({"notice given": "2019-08-23", "renewed": "2019-11-23"}, "concluded"),
            ({"renewed": "2018-11-23", "notice given": "2019-08-23"}, "under notice"),
            ({"end decided": "2019-08-22"}, "concluded"),
            ({"notice given": "2019-08-23", "ended": "2019-11-23"}, "ended"),
        ],
    )
    def test_the_status_after_the_signing(self, days: dict[str, str], fitting: str) -> None:
        """A renewal leaves it concluded, a decision alone changes nothing, an end is the end."""
        dates = [
            {**EVENT, "date_id": event.replace(" ", "-"), "event": event, "date": day}
            for event, day in {"signed": "2016-11-23", **days}.items()
        ]
        for status in ("concluded", "under notice", "ended"):
            found = breaches("C12", agreements=[agreement(status=status)], dates=dates)
            assert cells(found) == ([] if status == fitting else [(2, "status")])

    def test_a_party_to_an_agreement_under_notice_has_signed_it(self) -> None:
        """It may not be a party that is still to sign."""
        parties = [
            {"signatory_id": f"a-{state}", "agreement_id": "a", "party": state, "role": role}
            for state, role in (("kor", "signed"), ("jpn", "to sign"))
        ]
        (found,) = breaches(
            "C04", agreements=[agreement(status="under notice")], signatories=parties
        )
        assert found.message == "a party has the role 'to sign', but the agreement is under notice"

    def test_two_proposals_of_one_survey(self) -> None:
        """Those who would end it may be parted by a condition; each proposal has its hundred."""
        asked = {"end": "54", "end unconditionally": "37", "end conditionally": "17"}
        rows = [
            {
                **POLL,
                "poll_id": f"p{n}",
                "proposal": proposal,
                "answer": "support",
                "percent": share,
            }
            for n, (proposal, share) in enumerate(asked.items())
        ]
        assert cells(breaches("C03", polls=rows)) == []
        assert cells(breaches("K01", polls=rows)) == []
        again = {**rows[0], "poll_id": "again", "percent": ""}
        assert breaches("K01", polls=[*rows, again]) != []

    @pytest.mark.parametrize(("other", "found"), [("41", []), ("41.1", [(3, "percent")])])
    def test_exactly_a_hundred(self, other: str, found: list[tuple[int, str]]) -> None:
        """It is allowed; a tenth more is not."""
        rows = [POLL, {**POLL, "poll_id": "other", "percent": other}]
        assert cells(breaches("C03", polls=rows)) == found
