"""A cue is the code's own word if nobody had to decide what it means (docs/evidence.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor.own_word import ENDINGS, SMALL_WORDS, is_own_word
from gsomia_data.curation.schema.models import TABLES
from kit.examples import examples

WORDS = st.text("adelnpsty", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("code", "cue"),
    [
        ("people", "people"),
        ("colonial rule", "Colonial  Rule"),
        ("direct", "directly"),
        ("missile launch", "missile launches"),
        ("threat", "threats"),
        ("announce", "announced"),
        ("announce", "announcing"),
        ("plan", "planned"),
        ("order", "ordered"),
        ("refer", "referred"),
        ("to sign", "to be signed"),
        ("signed", "will be signed"),
        ("entered into force", "has entered into force"),
        ("top_secret", "top-secret"),
    ],
)
def test_own(code: str, cue: str) -> None:
    """The words of the code, with plain endings and among small words."""
    assert is_own_word(code, cue)


@pytest.mark.parametrize(
    ("code", "cue"),
    [
        ("concluded", "struck"),
        ("intermediary", "bypass"),
        ("support", "unsupported"),
        ("support", "withdrew support"),
        ("support", "no support"),
        ("signed", "not signed"),
        ("direct", "director"),
        ("direct", "direction"),
        ("art", "article"),
        ("to sign", "will sign"),
        ("secret", "top secret"),
        ("top secret", "secret"),
        ("nuclear tests", "nuclear test"),
        ("war ended", "ended the war"),
        ("plan", "planed"),
        ("to", "toes"),
        ("", "is"),
        ("signed", ""),
    ],
)
def test_not_own(code: str, cue: str) -> None:
    """Another word, a word missing, a letter that is no ending, another order."""
    assert not is_own_word(code, cue)


@given(st.lists(WORDS, min_size=1, max_size=3), st.sampled_from(sorted(SMALL_WORDS)))
@examples(50)
def test_small_words_do_not_count(words: list[str], small: str) -> None:
    """A code is its own word, also after a small one."""
    code = " ".join(words)
    assert is_own_word(code, code)
    assert is_own_word(code, f"{small} {code}") or small in words


@given(WORDS, st.text("abcdefghijklmnopqrstuvwxyz", max_size=4))
@examples(200)
def test_only_endings(word: str, more: str) -> None:
    """What follows a word is nothing or ends in a listed ending."""
    if is_own_word(word, word + more):
        assert not more or more.endswith(ENDINGS)


def test_every_form_of_today() -> None:
    """The cues that are the code's own word, so that a new one is seen by a person."""
    own = {
        f"{spec.name}.{column.name} {code}: {cue}"
        for spec in TABLES.values()
        for column in spec.columns
        for code, listed in column.cues.items()
        for cue in listed
        if column.codes and is_own_word(code, cue)
    }
    assert own == {
        "agreements.instrument agreement: agreement",
        "agreements.instrument agreement: agreements",
        "claims.aspect channel: channel",
        "claims.aspect purpose: purpose",
        "claims.aspect relations: relations",
        "claims.aspect threat: threats",
        "dates.event article: article",
        "dates.event colonial rule: colonial rule",
        "dates.event nuclear test: nuclear test",
        "dates.event signed: signed",
        "dates.event signed: will be signed",
        "dates.event statement: statement",
        "dates.status claimed: claimed",
        "dates.status expected: expected",
        "polls.answer undecided: undecided",
        "polls.proposal end: to end",
        "quantities.measure missile launches: missile launches",
        "quantities.measure missile tests: missile tests",
        "quantities.measure nuclear tests: nuclear tests",
        "quantities.unit days: days",
        "quantities.unit countries: countries",
        "quantities.unit launches: launches",
        "quantities.unit people: people",
        "quantities.unit tests: tests",
        "quantities.unit years: years",
        "reactions.about timing: timing",
        "reactions.act press conference: press conference",
        "reactions.act rally: rally",
        "reactions.act statement: statement",
        "reactions.theme security: security",
        "signatories.role signed: signed",
        "signatories.role to sign: to be signed",
    }
