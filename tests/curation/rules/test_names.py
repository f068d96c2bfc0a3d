"""The rules for names: who is meant by which words, in one document (DESIGN section 4)."""

from dataclasses import replace

import pytest

from gsomia_data._floor.names import key, keys
from gsomia_data.curation.rules import Beside, Outcome, reread
from gsomia_data.curation.rules.name_shapes import SHAPES
from gsomia_data.curation.rules.names import names_of
from gsomia_data.curation.rules.shape import Shape
from kit.literal import breaches
from kit.name_rows import actor, alias
from kit.passages import WEDNESDAY, context, problem, values, words


class TestNames:
    """`alias` and `pronoun`: who is meant by which words, in one document."""

    @pytest.mark.parametrize(
        ("passage", "actor"),
        [
            ("<North Korea> said", "prk"),
            ("<the Blue House> said", "blue-house"),
            ("<The  Blue\nHouse>’s", "blue-house"),
            ("<DPRK> said", "prk"),
            ("the <DPRK> said", "prk"),
            ("The old <Korea> was", "korea"),
        ],
    )
    def test_alias(self, passage: str, actor: str) -> None:
        """A name is compared folded, with or without its article."""
        assert values("alias", passage, "reactions.actor") == (actor,)

    @pytest.mark.parametrize(
        ("kind", "name", "exact", "cut"),
        [
            ("person", "門倉直樹", "門倉直樹防衛相が述べた。", False),
            ("person", "門倉直樹", "門倉直樹丸が着いた。", True),
            ("body", "防衛省", "防衛省報道官が述べた。", True),
        ],
    )
    @pytest.mark.parametrize("table", ["actors", "reactions"])
    def test_a_title_cuts_no_person(
        self,
        kind: str,
        name: str,
        exact: str,
        cut: bool,  # noqa: FBT001 - a case
        table: str,
    ) -> None:
        """E02 finds words that are cut out of a longer name."""
        row = {"row_key": "it", "quote_id": "here-1", "words": name, "nth": "1", "says": "it"}
        cell = {"table_name": table, "column_name": "name", "rule": "verbatim"}
        if table == "reactions":
            cell |= {"column_name": "actor", "rule": "alias"}
        found = breaches(
            "E02",
            actors=[actor("it", name, kind)],
            quotes=[{"quote_id": "here-1", "source_id": "here", "exact": exact}],
            evidence=[row | cell | {"relation": "supports"}],
        )
        assert bool(found) is cut

    @pytest.mark.parametrize(
        ("sentence", "name", "whose"),
        [
            ("門倉直樹防衛相と会談する。", "門倉直樹", "kadokura"),
            ("同国のナム・ギフン国防相は", "ナム・ギフン", "nam"),
            ("韓国外相は", "韓国", ""),
            ("門倉直樹丸は", "門倉直樹", ""),
        ],
    )
    def test_a_japanese_title_touches_a_person(self, sentence: str, name: str, whose: str) -> None:
        """Behind the name of a state the same words are another actor."""
        listed = names_of(
            "here",
            [
                actor("kor", "South Korea", "state"),
                actor("kadokura", "門倉直樹"),
                actor("nam", "Nam Gi-hun"),
            ],
            [alias("ナム・ギフン", "nam", source="here"), alias("韓国", "kor")],
            (),
            (),
        )
        found = [sentence[slice(*span)] for span in listed.spans(sentence)]
        assert found == ([name] if whose else [])
        known = listed.actor(name)
        assert known is not None
        assert whose in ("", known.owner)

    @pytest.mark.parametrize(
        ("passage", "longer"),
        [
            ("North <Korea> said", "North Korea"),
            ("<North> Korea said", "North Korea"),
            ("President <Park> said", "President Park"),
            ("North\u00a0<Korea>", "North␣Korea"),
        ],
    )
    def test_cut_out(self, passage: str, longer: str) -> None:
        """Words inside a longer name prove nothing."""
        assert (
            problem("alias", passage, "reactions.actor")
            == f"they are a part of {longer!r}; quote all of it"
        )

    def test_agreement(self) -> None:
        """A reference to an agreement takes its name, and no actor's."""
        assert values("alias", "<GSOMIA> was", "reactions.agreement_id") == ("gsomia-2016",)
        assert problem("alias", "<Seoul> was", "reactions.agreement_id").startswith(
            "no agreement has"
        )
        assert values("alias", "<The accord> was", "reactions.agreement_id") == ("gsomia-2016",)
        assert problem("alias", "An <accord> was", "reactions.agreement_id").startswith(
            "no agreement has"
        )
        assert problem("alias", "<GSOMIA> was", "reactions.actor").startswith("no actor has")

    def test_unknown(self) -> None:
        """Words that are no actor's name name nobody."""
        assert problem("alias", "<Pyongyang> said", "reactions.actor").startswith("no actor has")

    @pytest.mark.parametrize("pronoun", ["He", "The ministry", "the two\u00a0governments", "they"])
    def test_pronoun(self, pronoun: str) -> None:
        """A pronoun stands for an actor that an `alias` row of the same cell names."""
        place = words(f"<{pronoun}> said so")
        known = reread("pronoun", place, "kor", context("reactions.actor", WEDNESDAY, "kor", "jpn"))
        assert known == Outcome(("kor",))
        other = reread("pronoun", place, "prk", context("reactions.actor", WEDNESDAY, "kor"))
        assert other.problem == (
            "no alias row of this cell names prk earlier in the document; if one does so later, "
            "the note must say 'antecedent follows'"
        )

    def test_without_antecedent(self) -> None:
        """A pronoun alone names nobody."""
        assert "no alias row of this cell" in problem(
            "pronoun", "<he> said", "reactions.actor", "x"
        )

    @pytest.mark.parametrize("other", ["the spokesman", "Seoul", "he said"])
    def test_not_a_pronoun(self, other: str) -> None:
        """Words outside the closed list are not pronouns, whoever was named before."""
        place = words(f"<{other}>")
        outcome = reread("pronoun", place, "kor", context("reactions.actor", WEDNESDAY, "kor"))
        assert "not in the list" in outcome.problem

    def test_names_of_a_source(self) -> None:
        """A document uses all names of actors, the listed ones and its own, no other document's."""
        names = names_of(
            "one",
            [actor("kor", "South Korea"), actor("unnamed", "")],
            [
                alias("The South", "kor", source="one"),
                alias("Seoul", "kor", source="two"),
                alias("ROK", "kor"),
            ],
            [{"agreement_id": "pact", "name": "The Pact", "acronym": ""}],
            (),
        )
        assert {one.text for one in names.actors.values()} == {"South Korea", "The South", "ROK"}
        assert {one.owner for one in names.actors.values()} == {"kor"}
        passage = "The Pact of South Korea and Seoul, Southern, the South, the ROK, South"
        found = [passage[slice(*span)] for span in names.spans(passage)]
        assert found == ["Pact", "South Korea", "the South", "ROK"]

    @pytest.mark.parametrize("other", ["the public", "The public", "the\u00a0public"])
    def test_an_alias_keeps_its_article(self, other: str) -> None:
        """The words "the public" are somebody; the adjective of "public outcry" is not."""
        names = names_of("one", [], [alias("the public", "kor-public", source="one")], [], ())
        assert names.actor(other) is not None
        assert names.actor("public") is None

    def test_capitals_count(self) -> None:
        """The North with a capital is a state; the north of a country is not."""
        names = names_of("one", [], [alias("the North", "prk", source="one")], [], ())
        assert names.actor("The North") is not None
        assert names.actor("the north") is None
        assert names.spans("the north of the North") == ((13, 22),)

    @pytest.mark.parametrize(
        ("passage", "names"),
        [
            ("the Japanese cabinet met", ["Japanese cabinet"]),
            ("日本政府 と 韓国 政府", ["日本政府", "韓国 政府"]),
            ("the Seoul government", ["Seoul"]),
        ],
    )
    def test_a_government(self, passage: str, names: list[str]) -> None:
        """That of a state follows from its name and its adjective, not from its capital."""
        listed = names_of(
            "one",
            [actor("jpn", "Japan", "state"), actor("kor", "South Korea", "state")],
            [
                alias("Japanese", "jpn", "demonym"),
                alias("日本", "jpn"),
                alias("韓国", "kor"),
                alias("Seoul", "kor", "capital"),
            ],
            [],
            (),
        )
        assert [passage[slice(*span)] for span in listed.spans(passage)] == names

    def test_a_name_of_two_means_neither(self) -> None:
        """Not the later row's: nothing is read, and both are named. One row may say it twice."""
        names = names_of(
            "one",
            [actor("lee-a", "Lee"), actor("park", "Park")],
            [alias("Lee", "lee-b", source="one"), alias("Park", "park", source="one")],
            [
                {"agreement_id": "pact-2012", "name": "The Pact", "acronym": "PACT"},
                {"agreement_id": "pact-2016", "name": "Pact", "acronym": ""},
            ],
            (),
        )
        for column_, name, said in (
            ("dates.agreement_id", "Pact", "a name of pact-2012 and pact-2016"),
            ("reactions.actor", "Lee", "a name of lee-a and lee-b"),
        ):
            where = replace(context(column_, WEDNESDAY), names=names)
            outcome = reread("alias", words(f"<{name}> grew"), "pact-2016", where)
            assert said in outcome.problem
            assert outcome.values == ()
        where = replace(context("reactions.actor", WEDNESDAY), names=names)
        assert reread("alias", words("<Park> rose"), "park", where).values == ("park",)

    @pytest.mark.parametrize(
        ("passage", "longer"),
        [
            ("a deal in <2007>", ""),
            ("the Deal of <2007>", "Deal of 2007"),
            ("the Pact of <2007>", "Pact of 2007"),
            ("the Treaty of <2007>", "Treaty of 2007"),
        ],
    )
    def test_a_description_hides_no_words(self, passage: str, longer: str) -> None:
        """The year in "a deal in 2007" is a year; that of "the Deal of 2007" is part of a name."""
        names = names_of(
            "one",
            [],
            [
                {**alias("a deal in 2007", ""), "agreement_id": "deal"},
                {**alias("Treaty of 2007", ""), "agreement_id": "treaty"},
                {**alias("Pact of 2007", ""), "agreement_id": "pact"},
                {**alias("Pact of 2007", ""), "agreement_id": "pact-too"},
            ],
            [{"agreement_id": "the-deal", "name": "the Deal of 2007", "acronym": ""}],
            (),
        )
        where = replace(context("dates.date", WEDNESDAY), names=names)
        outcome = reread("date", words(passage), "2007", where)
        part = f"they are a part of {longer!r}; quote all of it"
        assert outcome == (Outcome(problem=part) if longer else Outcome(("2007",)))

    def test_a_longer_description_is_a_longer_name(self) -> None:
        """Where a document calls one "the ministry of defense", that is not "the ministry"."""
        names = names_of(
            "one",
            [],
            [
                alias("the ministry", "kor-foreign", source="one"),
                alias("the ministry of defense", "kor-defense", source="one"),
            ],
            [],
            (),
        )
        where = replace(context("reactions.actor", WEDNESDAY), names=names)
        outcome = reread("alias", words("<the ministry> of defense said"), "kor-foreign", where)
        assert outcome.problem == "they are a part of 'the ministry of defense'; quote all of it"

    def test_a_name_in_small_letters_needs_evidence(self) -> None:
        """The word "prosecutors" is not a proper name: each document has its own."""
        actors = [actor("kor-prosecutors", "prosecutors")]
        here = names_of("one", actors, [], [], {"kor-prosecutors"})
        assert here.actor("prosecutors") is not None
        assert names_of("two", actors, [], [], ()).actor("prosecutors") is None

    @pytest.mark.parametrize(
        ("name", "other"),
        [
            ("The Blue House", "blue\u00a0house"),
            ("Korea’s envoy", "korea's Envoy"),
            ("the US", "US"),
            (" US\n", "US"),
        ],
    )
    def test_key(self, name: str, other: str) -> None:
        """The case and the blanks of a name do not count, and its article may be left out."""
        assert set(keys(name)) & set(keys(other))

    def test_acronym(self) -> None:
        """An acronym keeps its case, so that "US" is not found in "contact us"."""
        assert key("US") != key("us")
        names = names_of("one", [actor("usa", "the US")], [], [], ())
        passage = "contact us in the US"
        assert [passage[slice(*span)] for span in names.spans(passage)] == ["US"]


class TestBeside:
    """What is beside a name decides whether it names its actor there."""

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.expression)
    def test_shape(self, shape: Shape) -> None:
        """Each example of the documented table is read or refused as the table says."""
        found = values("alias", shape.example, shape.column)
        assert found == ((shape.gives,) if shape.gives else ())

    @pytest.mark.parametrize(
        "passage",
        [
            "<Seoul> has denied it.",
            "<Seoul> later said so.",
            "<Seoul> formally signed it.",
            "“The deal,” <Seoul> said, “holds.”",
            "The system, which <Seoul> and Tokyo agreed to deploy, failed.",
            "It will be signed among <Seoul>, Tokyo and others.",
            "Accords have been inked between Tokyo and <Seoul>.",
            "The accord was approved by <Seoul> in May.",
            "While <Seoul> wants it, others do not.",
            "<Seoul> is hoping for more.",
            "<Seoul> was still to sign it.",
            "<Seoul> on Wednesday sharply criticized it.",
            "<Seoul>, meanwhile, denounced it.",
            "<Seoul>, a close ally of both, hailed it.",
            "Both Tokyo and <Seoul> have signed it.",
            "The decision was taken by <Seoul> alone.",
            "Secrets pact signed by <Seoul>",
            "It may come to involve Korea, and <Seoul> has opted for its own.",
            "He flew to Tokyo, and <Seoul> was hoping for more.",
        ],
    )
    def test_a_capital_that_acts(self, passage: str) -> None:
        """As subject of a verb, as doer, or as party: it is its state."""
        assert values("alias", passage, "reactions.actor") == ("kor",)

    @pytest.mark.parametrize(
        ("passage", "around"),
        [
            ("He went to <Seoul>.", "after 'to' and before '.'"),
            ("Japan's ambassador to <Seoul> left.", "after 'to' and before 'left'"),
            ("Officials in <Seoul> said so.", "after 'in' and before 'said'"),
            ("A spokesman outside <Seoul> said so.", "after 'outside' and before 'said'"),
            ("People near Tokyo and <Seoul> said so.", "after 'near' and before 'said'"),
            ("<Seoul> is far from the border.", "before 'is'"),
            ("<Seoul>, in short, residents left.", "before ','"),
            ("<Seoul> residents signed it.", "before 'residents'"),
            ("<Seoul>'s ministry signed it.", 'before "\'s"'),
            ("It was signed by <Seoul> residents.", "after 'by' and before 'residents'"),
            ("A race was held between Tokyo and <Seoul>.", "after 'between' and before '.'"),
            ("He stood by <Seoul>.", "after 'by' and before '.'"),
            ("The train passed by <Seoul>.", "after 'by' and before '.'"),
            ("Flights via <Seoul>, which was closed, stopped.", "after 'via' and before ','"),
            ("<Seoul>, the capital, was calm.", "before ','"),
            ("The base was close by <Seoul>.", "after 'by' and before '.'"),
            ("It will share data with <Seoul> on a daily basis.", "after 'with' and before 'on'"),
            ("It will share data with <Seoul> as agreed.", "after 'with' and before 'as'"),
            ("He flew to Tokyo and <Seoul> has rain.", "after 'to' and before 'has'"),
            ("He flew to Tokyo, and <Seoul> is cold.", "after 'to' and before 'is'"),
            (
                "The pact of Japan, Tokyo, and <Seoul> has ended.",
                "after 'of' and before 'has'",
            ),
            (
                "The race between Tokyo, and <Seoul> has ended.",
                "after 'between' and before 'has'",
            ),
            (
                "Flights to Tokyo, and <Seoul> have stopped.",
                "after 'to' and before 'have'",
            ),
            ("<Seoul>", "alone"),
        ],
    )
    def test_a_capital_that_is_a_place(self, passage: str, around: str) -> None:
        """Behind a preposition, before a noun, or where no shape is certain, it is refused."""
        said = problem("alias", passage, "reactions.actor")
        assert said == (
            "a capital names its state only where it says or does something; here it is " + around
        )

    @pytest.mark.parametrize(
        ("passage", "column_"),
        [
            ("<South Korean> officials signed it.", "signatories.party"),
            ("the <South Korean> ministry", "reactions.actor"),
            ("a <South Korean> - Japanese pact", "signatories.party"),
            ("The envoy is <South Korean>– Japan was not told.", "signatories.party"),
            ("The envoy is <South Korean> –Japan was not told.", "signatories.party"),
            ("a <South Korean>/Japanese team", "signatories.party"),
        ],
    )
    def test_an_adjective_is_not_the_state(self, passage: str, column_: str) -> None:
        """It says of which country somebody is; the message says where it does more."""
        said = problem("alias", passage, column_)
        assert said.startswith("an adjective or a people is not the state")

    @pytest.mark.parametrize(
        ("passage", "actor_"),
        [
            ("a <Japanese>-South Korean pact", "jpn"),
            ("a Japanese–<South Korean> pact", "kor"),
            ("a <Japan>-Seoul line", "jpn"),
        ],
    )
    def test_two_states_joined_by_a_dash(self, passage: str, actor_: str) -> None:
        """Each adjective is its state there."""
        assert values("alias", passage, "signatories.party") == (actor_,)

    @pytest.mark.parametrize(
        ("passage", "beside"),
        [
            ("<Japan> Airlines said so.", "Airlines"),
            ("The Bank of <Japan> said so.", "Bank of"),
            ("United <Japan> said so.", "United"),
            ("The <Seoul>-based firm said so.", "-based"),
            ("An anti-<Japan> rally", "anti-"),
            ("<President Park> Chung-hee said so.", "Chung"),
        ],
    )
    def test_a_longer_name(self, passage: str, beside: str) -> None:
        """A word with a capital, or a dash, may make another name of it."""
        said = problem("alias", passage, "reactions.actor")
        assert said == f"{beside!r} beside them may make a longer name, or a compound, of them"

    @pytest.mark.parametrize(
        "passage",
        [
            "But <Japan> Prime Minister Abe",
            "Ambassador of <Japan>",
            "In November <Japan> said so",
            "<Japan> Wednesday said so",
            "signed by South Korea, <Japan> and others",
        ],
    )
    def test_no_longer_name(self, passage: str) -> None:
        """A title, a day, a function word or another name makes none."""
        assert values("alias", passage, "reactions.actor") == ("jpn",)

    @pytest.mark.parametrize("passage", ["Japan's <Blue House> said", "the Japanese <Blue House>"])
    def test_the_body_of_another_state(self, passage: str) -> None:
        """The state before it says whose it is."""
        assert problem("alias", passage, "reactions.actor") == (
            "the words before them make them a body of jpn, not of kor"
        )
        own = passage.replace("Japanese", "South Korean").replace("Japan's", "South Korea's")
        assert values("alias", own, "reactions.actor") == ("blue-house",)

    @pytest.mark.parametrize("passage", ["He spoke in <Japanese>.", "the <Japanese> said so"])
    def test_an_adjective_without_a_noun(self, passage: str) -> None:
        """It is a language or a people, and shows nobody's country."""
        said = problem("alias", passage, "actors.country")
        assert said == "an adjective shows a country only before a noun"

    @pytest.mark.parametrize(
        "passage",
        [
            "a rally at the <Blue House>",
            "an address at the presidential <Blue House>",
            "outside <the Blue House>",
            "He drove to the old <Blue House>",
            "He waited at old <Blue House> gates",
            "They met in the big old presidential <Blue House>",
        ],
    )
    def test_a_building(self, passage: str) -> None:
        """Behind a word for a place, the name of a body is that of its house."""
        said = problem("alias", passage, "reactions.actor")
        assert said.endswith("before them makes them a place")

    @pytest.mark.parametrize(
        "passage",
        [
            "the <Blue House> backtracked",
            "according to the <Blue House>",
            "a spokesman for the presidential <Blue House>",
            "In a statement the <Blue House> said so",
            "<Blue House> aides said so",
            "As they waited outside, <Blue House> aides said so",
        ],
    )
    def test_a_body(self, passage: str) -> None:
        """Elsewhere it is the body."""
        assert values("alias", passage, "reactions.actor") == ("blue-house",)

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("<청와대>는 밝혔다.", ""),
            ("<청와대>에서 집회가 열렸다.", "'에서' behind them makes them a place"),
            ("<青瓦台>は発表した。", ""),
            ("<青瓦台>で会談した。", "'で' behind them makes them a place"),
            ("They met at <Cheong Wa Dae>.", "'at' before them makes them a place"),
        ],
    )
    def test_an_alias_of_a_body(self, passage: str, why: str) -> None:
        """In Korean and Japanese a particle behind the name makes it that of the building."""
        aliases = [
            alias(name, "blue-house", source="one")
            for name in ("청와대", "青瓦台", "Cheong Wa Dae")
        ]
        names = names_of("one", [actor("blue-house", "Blue House", "body")], aliases, [], ())
        where = replace(context("reactions.actor", WEDNESDAY), names=names)
        outcome = reread("alias", words(passage), "blue-house", where)
        assert outcome == (Outcome(problem=why) if why else Outcome(("blue-house",)))


class TestTheSameSentence:
    """`same-sentence`: the agreement that other evidence in the quote is about."""

    SIGNED = Beside(frozenset({"gsomia-2016"}), ((12, 18),), own_row=True)
    PASSAGE = "South Korea <signed> a pact with Japan."

    @staticmethod
    def outcome(passage: str, beside: Beside) -> Outcome:
        """What the rule gives beside this evidence."""
        where = replace(context("signatories.agreement_id", WEDNESDAY), beside=beside)
        return reread("same-sentence", words(passage), "gsomia-2016", where)

    def test_read(self) -> None:
        """One agreement, shown by the words that are cited, and another cell of the row."""
        assert self.outcome(self.PASSAGE, self.SIGNED) == Outcome(("gsomia-2016",))

    @pytest.mark.parametrize(
        ("passage", "beside", "why"),
        [
            (PASSAGE, Beside(), "no other cell of this row has evidence by a rule in this quote"),
            (PASSAGE, Beside(own_row=True), "no row of evidence in this quote proves the name"),
            (
                PASSAGE,
                replace(SIGNED, agreements=frozenset({"b-2012", "gsomia-2016"})),
                "this quote is about b-2012 and gsomia-2016",
            ),
            (
                "South Korea <signed> a pact, not the accord.",
                replace(SIGNED, agreements=frozenset({"b-2012"})),
                "this sentence also names gsomia-2016",
            ),
            (
                "South Korea signed a <pact> with Japan.",
                SIGNED,
                "they are not words by which the agreement is proved",
            ),
        ],
    )
    def test_refused(self, passage: str, beside: Beside, why: str) -> None:
        """Two agreements, another name, other words, or nothing that shows one."""
        outcome = self.outcome(passage, beside)
        assert outcome.values == ()
        assert why in outcome.problem


class TestInAPackage:
    """What the rows of a package make of the words."""

    TEXT = "The government signed it. So South Korea and Japan have a pact."

    @staticmethod
    def said(column_: str, words_: str, rule: str, says: str, **more: str) -> dict[str, str]:
        """A row of evidence for the one signatory; its quote is the document."""
        row = {
            "table_name": "signatories",
            "row_key": "p",
            "column_name": column_,
            "quote_id": "s-1",
            "words": words_,
            "nth": "1",
            "rule": rule,
            "says": says,
            "relation": "supports",
        }
        return {**row, **more}

    def problems(self, *evidence: dict[str, str]) -> list[str]:
        """What E04 says of the evidence."""
        found = breaches(
            "E04",
            documents={"s": self.TEXT},
            sources=[SOURCE],
            quotes=[{"quote_id": "s-1", "source_id": "s", "exact": self.TEXT, "start": "0"}],
            actors=[{"actor_id": "kor", "name": "South Korea", "kind": "state"}],
            agreements=[AGREEMENT],
            signatories=[
                {"signatory_id": "p", "agreement_id": "a", "party": "kor", "role": "signed"}
            ],
            evidence=evidence,
        )
        return [finding.message for finding in found]

    def test_an_antecedent_that_follows(self) -> None:
        """A pronoun may be resolved by a later name only where its note says so."""
        name = self.said("party", "South Korea", "alias", "kor")
        pronoun = self.said("party", "The government", "pronoun", "kor")
        (refused,) = self.problems(name, pronoun)
        assert "no alias row of this cell names kor earlier" in refused
        assert self.problems(name, {**pronoun, "note": "antecedent follows: the state"}) == []

    def test_the_agreement_of_the_sentence(self) -> None:
        """Evidence for its status in the quote says which agreement a party belongs to."""
        row = self.said("agreement_id", "signed", "same-sentence", "a")
        party = self.said("party", "South Korea", "alias", "kor")
        status = {
            **self.said("status", "signed", "cue", "concluded"),
            "table_name": "agreements",
            "row_key": "a",
        }
        assert self.problems(status, party, row) == []
        (refused,) = self.problems(party, row)
        assert "no row of evidence in this quote proves" in refused
        (refused,) = self.problems({**status, "relation": "disputes"}, party, row)
        assert "no row of evidence in this quote proves" in refused
        (refused,) = self.problems(status, row)
        assert "no other cell of this row" in refused


SOURCE = {
    "source_id": "s",
    "title": "A title",
    "publisher": "The Ledger",
    "published": "2016-11-23",
    "language": "en",
    "kind": "news article",
    "rights": "invented",
}
AGREEMENT = {
    "agreement_id": "a",
    "label": "The pact",
    "subject": "intelligence sharing",
    "status": "concluded",
}
