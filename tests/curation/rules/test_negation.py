"""What cancels a cue, and what only looks as if it did (`rules/negation.py` and its helpers).

Each sentence has a cue in `<...>`; the message of a refusal names the word in the way.
"""

import pytest

from gsomia_data.curation.rules import Outcome, reread
from kit.passages import context, problem, values, words

ROLE, STATUS, ANSWER = "signatories.role", "dates.status", "polls.answer"


@pytest.mark.parametrize(
    "passage",
    [
        "Nearly a third are <against> it.",
        "Nearly a third of them are <against> it.",
        "Almost 60 percent are <against> it.",
    ],
)
def test_almost_and_the_like_belong_to_the_number_after_them(passage: str) -> None:
    """An article may be between them."""
    assert values("cue", passage, ANSWER) == ("oppose",)


@pytest.mark.parametrize(
    ("passage", "word"),
    [
        ("They nearly <signed> it.", "nearly"),
        ("It was almost <signed>.", "almost"),
        ("May the pact be <signed> soon.", "May"),
        ("Ministers (not envoys) <signed> it.", "not"),
        ("Nobody came, but the ministers – who had left – <signed> it.", "Nobody"),
        ('"It is not over," and Seoul <signed> it.', "not"),
    ],
)
def test_a_word_that_cancels_the_cue(passage: str, word: str) -> None:
    """Also the modal that begins a sentence as the month does."""
    assert problem("cue", passage, ROLE) == f'"{word}" before them cancels the cue'


def test_a_denial_that_ends_its_clause_may_reach_into_the_next() -> None:
    """Its own verb is left out."""
    why = problem("cue", "Tokyo did not, Seoul <signed> it.", ROLE)
    assert why == '"not" before them may reach the cue'


@pytest.mark.parametrize(
    "passage",
    [
        "The ministers, who did not shake hands, <signed> it.",
        '"We did not leave," Seoul <signed> it.',
        "Tokyo was not ready, but Seoul <signed> it.",
    ],
)
def test_a_negation_that_cannot_reach_the_cue(passage: str) -> None:
    """It stays in a relative clause, a quotation or a clause before "but"."""
    assert values("cue", passage, ROLE) == ("signed",)


def test_a_clause_without_a_verb_is_a_part_of_the_one_after_it() -> None:
    """What denies it may deny that as well."""
    why = problem("cue", "In Tokyo, not in Seoul, they <signed> it.", ROLE)
    assert why == '"not" before them may reach the cue'


@pytest.mark.parametrize(
    "passage", ["It will be agreed to, then <signed>.", "will they have <signed> it by Friday"]
)
def test_what_is_to_come_reaches_a_clause_without_its_own_subject(passage: str) -> None:
    """Also from the first word of the sentence."""
    why = problem("cue", passage, ROLE)
    assert why == '"will" before them says that it is still to come'


def test_a_condition_may_end_the_sentence() -> None:
    """The act is announced under it."""
    why = problem("cue", "It <will be signed>, but they do not say if.", ROLE)
    assert why == '"if" after them sets a condition'


def test_the_second_of_two_phrases_that_give_a_cue_another_sense() -> None:
    """The first is not taken for it."""
    why = problem("cue", "Art critics and film <critics> praised it.", "reactions.stance")
    assert why == '"film critics" is the cue in another sense'


def test_a_claim_to_something_else_is_in_the_words_after_it() -> None:
    """Right behind the cue, or further on."""
    for passage in ("The war <claimed> lives.", "The war <claimed> many lives."):
        why = problem("cue", passage, STATUS)
        assert why == '"lives" after them gives the cue another sense'


def test_what_is_said_may_hold_a_negation() -> None:
    """It denies what is said, not that it was said."""
    assert values("cue", "“It is not signed,” <said> the party.", STATUS) == ("occurred",)
    assert values("cue", "Tokyo would not sign, Seoul <said>.", STATUS) == ("occurred",)
    assert values("cue", "Park <said> that nobody had signed it.", STATUS) == ("occurred",)
    assert problem("cue", "Park <said> nothing.", STATUS) == '"nothing" after them cancels the cue'


class TestWhatIsSigned:
    """The object is an agreement, or it has another name."""

    @pytest.mark.parametrize(
        "passage",
        [
            "They <signed> the General Security of Military Information Agreement.",
            "They <signed> the Exchange of Information accord.",
            "They <signed> the “Friends” agreement.",
            "They <signed> a very long agreement.",
            "They <signed> again last week.",
        ],
    )
    def test_an_agreement(self, passage: str) -> None:
        """Its name may have "of" in it."""
        assert values("cue", passage, ROLE) == ("signed",)

    def test_an_object_of_sixteen_words(self) -> None:
        """Nothing further on is looked at."""
        long = f"They <signed> a {'big ' * 14}agreement."
        assert values("cue", long, ROLE) == ("signed",)
        assert '"big" after them' in problem("cue", long.replace("a big", "a big big"), ROLE)

    @pytest.mark.parametrize(
        ("passage", "thing"),
        [
            ("They <signed> a very long letter.", "letter"),
            ("They <signed> a bill of rights after the deal.", "bill"),
            ("They <signed> a letter again after the agreement.", "letter"),
            ("They <signed> letters & an agreement.", "letters"),
        ],
    )
    def test_something_else(self, passage: str, thing: str) -> None:
        """An agreement further on is not what was signed."""
        why = problem("cue", passage, ROLE)
        assert why == f'"{thing}" after them is not a word for an agreement'


def test_a_judgement_is_compared_with_the_cues_in_its_own_words() -> None:
    """Not with those elsewhere in the sentence."""
    for passage in ("<Many> are undecided, 59% against it.", "59% are against it, <many> unsure."):
        found = reread("judged", words(passage), "undecided", context(ANSWER))
        assert found == Outcome(("undecided",))


def test_a_cue_that_touches_the_words_is_not_cut_by_them() -> None:
    """Neither at their end nor at their beginning."""
    assert values("cue", "They <signed—>scrapped the deal later.", "dates.event") == ("signed",)
    assert values("cue", "They scrapped<—signed> the deal.", "dates.event") == ("signed",)
