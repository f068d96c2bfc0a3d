"""The tokens of a passage (`rules/tokens.py`)."""

from gsomia_data.curation.rules.tokens import tokens


def test_tokens_without_a_blank_between_them_are_joined() -> None:
    """Also the last two; nothing is joined to what is outside the passage."""
    cut = tokens("a pre-war")
    assert [token.text for token in cut.tokens] == ["a", "pre", "-", "war"]
    assert [cut.joined(left) for left in range(-1, 4)] == [False, False, True, True, False]
