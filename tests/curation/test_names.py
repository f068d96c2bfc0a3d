"""The rules for names: who is meant by which words, in one document (DESIGN section 4)."""

from dataclasses import replace

import pytest

from gsomia_data.curation.rules import Outcome, reread
from gsomia_data.curation.rules.names import key, names_of
from kit.passages import WEDNESDAY, context, problem, values, words


class TestNames:
    """`alias` and `pronoun`: who is meant by which words, in one document."""

    @pytest.mark.parametrize(
        ("passage", "actor"),
        [
            ("<North Korea> said", "prk"),
            ("<the Blue House> said", "blue-house"),
            ("<The  Blue\nHouse>’s", "blue-house"),
            ("<Seoul>'s ministry", "kor"),
            ("Imperial <Korea> was", "korea"),
        ],
    )
    def test_alias(self, passage: str, actor: str) -> None:
        """A name is compared folded, with or without its article."""
        assert values("alias", passage, "reactions.actor") == (actor,)

    @pytest.mark.parametrize(
        ("passage", "longer"),
        [
            ("North <Korea> said", "North Korea"),
            ("<North> Korea said", "North Korea"),
            ("President <Park> said", "President Park"),
            ("north\u00a0<korea>", "north\u00a0korea"),
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
        assert other.problem == "no alias row of this cell names prk earlier in the document"

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
        """A document uses the names of all actors and its own aliases, no other document's."""
        names = names_of(
            "one",
            [{"name": "South Korea", "actor_id": "kor"}, {"name": "", "actor_id": "unnamed"}],
            [
                {"alias": "The South", "actor_id": "kor", "source_id": "one"},
                {"alias": "Seoul", "actor_id": "kor", "source_id": "two"},
            ],
            [{"agreement_id": "pact", "name": "The Pact", "acronym": ""}],
            (),
        )
        assert names.actors == {"south korea": "kor", "south": "kor"}
        assert names.agreements == {"pact": "pact"}
        passage = "The Pact of South Korea and Seoul, Southern"
        assert [passage[slice(*span)] for span in names.spans(passage)] == ["Pact", "South Korea"]

    def test_a_name_of_two_means_neither(self) -> None:
        """Not the later row's: nothing is read, and both are named. One row may say it twice."""
        names = names_of(
            "one",
            [{"name": "Lee", "actor_id": "lee-a"}, {"name": "Park", "actor_id": "park"}],
            [
                {"alias": "Lee", "actor_id": "lee-b", "source_id": "one"},
                {"alias": "Park", "actor_id": "park", "source_id": "one"},
            ],
            [
                {"agreement_id": "pact-2012", "name": "The Pact", "acronym": "PACT"},
                {"agreement_id": "pact-2016", "name": "Pact", "acronym": ""},
            ],
            (),
        )
        for column_, name, said in (
            ("dates.agreement_id", "pact", "a name of pact-2012 and pact-2016"),
            ("reactions.actor", "Lee", "a name of lee-a and lee-b"),
        ):
            where = replace(context(column_, WEDNESDAY), names=names)
            outcome = reread("alias", words(f"<{name}> grew"), "pact-2016", where)
            assert said in outcome.problem
            assert outcome.values == ()
        where = replace(context("reactions.actor", WEDNESDAY), names=names)
        assert reread("alias", words("<Park> rose"), "park", where).values == ("park",)

    def test_a_name_in_small_letters_needs_evidence(self) -> None:
        """The word "prosecutors" is not a proper name: each document has its own."""
        actors = [{"name": "prosecutors", "actor_id": "kor-prosecutors"}]
        assert names_of("one", actors, [], [], {"kor-prosecutors"}).actors == {
            "prosecutors": "kor-prosecutors"
        }
        assert names_of("two", actors, [], [], ()).actors == {}

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
        """The article, the case and the blanks of a name do not count."""
        assert key(name) == key(other)

    def test_acronym(self) -> None:
        """An acronym keeps its case, so that "US" is not found in "contact us"."""
        assert key("US") != key("us")
        names = names_of("one", [{"name": "the US", "actor_id": "usa"}], [], [], ())
        passage = "contact us in the US"
        assert [passage[slice(*span)] for span in names.spans(passage)] == ["US"]
