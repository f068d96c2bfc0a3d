"""A text in normal form C, and its positions in the text as it was received."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor.composed import composed
from kit.examples import examples

Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
LETTERS = st.text("aé각が한ガ ー\r\n₩", max_size=30)


@examples(60)
@given(LETTERS, st.sampled_from(FORMS), st.integers(0, 30))
def test_positions_go_there_and_back(letters: str, form: Form, cut: int) -> None:
    """Whatever the form of the text, a cut between two letters stays between them."""
    head, tail = letters[:cut], letters[cut:]
    given_head = unicodedata.normalize(form, head)
    received = given_head + unicodedata.normalize(form, tail)
    whole = composed(received)
    assert whole.text == unicodedata.normalize("NFC", received)
    assert whole.at(len(given_head)) == len(unicodedata.normalize("NFC", head))
    assert whole.back(whole.at(len(given_head))) == len(given_head)


@pytest.mark.parametrize("text", ["", "plain", "한국은", "が"])
def test_a_text_with_whole_letters_is_itself(text: str) -> None:
    """Nothing is computed for what most documents are."""
    composed.cache_clear()  # an equal text may have come from elsewhere
    assert composed(text).text is text
    assert not composed(text).places
