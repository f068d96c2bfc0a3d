"""The tense of a clause, which decides between the last and the next day of a name.

All passages are of a document of Wednesday, 23 November 2016. What is not certain is refused.
"""

import pytest

from gsomia_data.curation.rules import reread
from gsomia_data.curation.rules.dates import DATE_RULES
from kit.passages import context, words

DATE = "dates.date"
LAST, NEXT = "2016-11-18", "2016-11-25"
"""The Fridays before and after that day."""
NO_TENSE = "has no tense that says which"
UNSURE = "do not say for certain which"


def day(passage: str) -> str:
    """The day that the marked words mean, or why no rule reads them."""
    around = context(DATE)
    outcomes = [reread(rule.name, words(passage), "", around) for rule in DATE_RULES]
    found = {value for outcome in outcomes for value in outcome.values}
    return " | ".join(found or {outcome.problem for outcome in outcomes})


class TestPast:
    """What is plainly over takes the last Friday."""

    @pytest.mark.parametrize(
        "passage",
        [
            "The work that is done was praised on <Friday>.",
            "Park, who resigned on <Friday>, left Seoul.",
            "The pact, signed on <Friday>, holds.",
            "A team of 40 met on <Friday>.",
            "Park took her plans to Tokyo on <Friday>.",
            "The ministry brought its plans to parliament on <Friday>.",
            "Critics called it a mistake on <Friday>.",
            "The May talks were resumed in Seoul on <Friday>.",
            "Park left for Seoul on <Friday>.",
            "The ministry reported 376 infections on <Friday>.",
            "The pact that would have lapsed was renewed on <Friday>.",
            "All that they had planned was done on <Friday>.",
            "The Dane who is king met Park on <Friday>.",
            "Japan struck Seoul from its list of trusted trading partners on <Friday>.",
            "The cabinet passed it behind closed doors on <Friday>.",
            "Park won Japan's general election on <Friday>.",
            "Activists put up a statue in Seoul on <Friday>.",
        ],
    )
    def test_the_verb_before_the_day(self, passage: str) -> None:
        """A noun between them ("plans") is not taken for a verb."""
        assert day(passage) == LAST

    @pytest.mark.parametrize(
        "passage",
        [
            "Park on <Friday> agreed with Abe.",
            "The Koreas on <Friday> both agreed with Tokyo.",
            "The envoys on <Friday> both met Abe.",
            "South Korean Foreign Minister Kim Sung on <Friday> agreed with Abe.",
        ],
    )
    def test_a_name_before_the_day_is_the_subject_of_the_verb_after_it(self, passage: str) -> None:
        """A title may belong to the name."""
        assert day(passage) == LAST

    @pytest.mark.parametrize(
        "passage",
        [
            "On <Friday>, they met.",
            "They will leave. On <Friday>, they met.",
            "They met, on <Friday>, and will leave on Sunday.",
        ],
    )
    def test_a_day_set_off_by_commas(self, passage: str) -> None:
        """It belongs to the clause after it, or to the one before it in its own sentence."""
        assert day(passage) == LAST

    @pytest.mark.parametrize("passage", ["Park left Seoul on <Friday>", "PARK LEFT ON <FRIDAY>"])
    def test_a_headline(self, passage: str) -> None:
        """Also in capitals."""
        assert day(passage) == LAST

    def test_a_day_before_a_verb_of_saying_is_the_day_of_that_verb(self) -> None:
        """What is said is still to come."""
        assert day("On <Friday>, the ministry said the deal will hold.") == LAST

    @pytest.mark.parametrize(
        "passage",
        [
            "In a speech on <Friday>, Park said the pact will hold.",
            "In a ruling <Friday>, the court struck it down.",
            "At a meeting on <Friday>, ministers approved a rally.",
            "In his televised address on <Friday>, Park apologised.",
        ],
    )
    def test_a_setting_is_that_of_the_act_behind_it(self, passage: str) -> None:
        """With an article or a possessive it brings up an event of its own."""
        assert day(passage) == LAST

    def test_a_day_beside_how_long_ago_it_was(self) -> None:
        """Both are of the clause behind them."""
        assert day("A month ago, on <Oct. 24>, the court ruled against it.") == "2016-10-24"

    def test_a_korean_or_japanese_day_set_off_belongs_to_the_saying(self) -> None:
        """Without the comma it may be the day of what is announced."""
        assert day("韓国政府は<11月22日>、署名したと発表した。") == "2016-11-22"
        assert UNSURE in day("韓国は<11月22日>に署名すると発表した。")


class TestFuture:
    """What is plainly to come takes the next Friday."""

    @pytest.mark.parametrize(
        "passage",
        [
            "Park is also meeting Abe on <Friday>.",
            "A vote set for <Friday> may split the party.",
            "Seoul plans to sign it on <Friday>.",
            "Seoul expects Tokyo to sign on <Friday>.",
            "They discussed talks planned for <Friday>.",
            "They will meet again on <Friday>, as they agreed in May.",
            "The vote is on <Friday>.",
            "Park is formally meeting Abe on <Friday>.",
            "The bank next meets on <Friday>.",
            "In a speech on <Friday>, Park will call for calm.",
            "Seoul, expected to sign it on <Friday>, holds talks.",
        ],
    )
    def test_a_plan(self, passage: str) -> None:
        """With an auxiliary, or with "to" or "for"."""
        assert day(passage) == NEXT

    @pytest.mark.parametrize(
        "passage", ["Park to leave Seoul on <Friday>", "PARK TO LEAVE ON <FRIDAY>"]
    )
    def test_a_headline(self, passage: str) -> None:
        """An infinitive is its verb."""
        assert day(passage) == NEXT


class TestUnsure:
    """What may belong to the past or to the future is refused."""

    @pytest.mark.parametrize(
        "passage",
        [
            "Park vowed to leave Seoul on <Friday>",
            "Seoul unveiled plans to cut troops on <Friday>.",
            "Seoul offered them talks on <Friday>.",
            "Seoul invited them to talks on <Friday>.",
            "They plan a rally to protest over the crash on <Friday>.",
            "The rules set on <Friday> may split the party.",
            "They skipped planned talks on <Friday>.",
            "A vote was planned for <Friday>.",
            "In Seoul, hard-fought talks on <Friday> will go on.",
            "It was delayed due to rain on <Friday>.",
            "In the north, Seoul-backed units on <Friday> will go home.",
            "In his speech on <Friday>, he hoped to win.",
            "At a meeting on <Friday>, Park was expected to sign.",
            "In a session on <Friday>, Kim would win.",
            "In an interview on <Friday>, ministers say it holds.",
            "At a meeting on <Friday>, Kim looked set to win.",
            "Tokyo awaited the arrival of foreign relief ships on <Friday>.",
            "The deal struck with allies begins on <Friday>.",
            "Japan struck Seoul from its list of allies starting on <Friday>.",
            "The union printed a timetable of rolling railway strikes on <Friday>.",
            "Japan named a panel about mass street rallies on <Friday>.",
            "Park prepared Japan's general election on <Friday>.",
            "Seoul called off the talks on <Friday>.",
            "Seoul thanked them for a letter on <Friday>.",
            "On <Friday>, Park said, they will meet.",
            "The court has scheduled after the vote a hearing on <Friday>.",
            "Nurses struck over wages cut on <Friday>.",
            "In Seoul, displaced families on <Friday> will return home.",
        ],
    )
    def test_the_day_may_belong_to_either_of_two(self, passage: str) -> None:
        """To the verb, or to its object or what is said of that."""
        assert UNSURE in day(passage)

    @pytest.mark.parametrize(
        ("passage", "near"),
        [("They will meet {}late on <Friday>.", 11), ("They met {}late on <Friday>.", 12)],
    )
    def test_a_day_far_from_its_verb(self, passage: str, near: int) -> None:
        """Fourteen words may be between "will", or the verb, and the day."""
        assert day(passage.format("very " * near)) in (LAST, NEXT)
        assert UNSURE in day(passage.format("very " * (near + 1)))

    @pytest.mark.parametrize(
        "passage",
        [
            "On <Friday>.",
            "They left in haste. On <Friday>.",
            "They left; on <Friday>.",
            "On <Friday>, in Seoul.",
            "In the election on <Friday>, polls gave Moon a lead.",
            "In a blow to a rally on <Friday>, police shut it down.",
            "In a runoff on <Friday>, Kim looked set to win.",
            "In a vote on <Friday>, much depended on turnout.",
            "In a plan for a vote on <Friday>, they agreed.",
        ],
    )
    def test_a_day_without_a_clause(self, passage: str) -> None:
        """Only a comma joins it to the clause beside it."""
        assert NO_TENSE in day(passage)

    @pytest.mark.parametrize(
        "passage", ["They quit <Friday>.", "The vote is on <Friday>'s list of the house."]
    )
    def test_a_clause_without_a_tense(self, passage: str) -> None:
        """A form that may be of the present, or what is always so."""
        assert NO_TENSE in day(passage)

    def test_a_subject_of_seven_words_is_too_long_for_a_name(self) -> None:
        """It may be two names."""
        assert UNSURE in day(
            "Former South Korean Foreign Minister Kim Sung on <Friday> agreed with it."
        )
