"""Addresses: what they are made of, and which keys cannot be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.reading.site import addresses


def test_they_are_promises() -> None:
    """Each form once; papers and mails hold them, so that none may change."""
    passage = addresses.passage("presstv-2016-11-23-9", "presstv-2016-11-23")
    assert passage.address == "sources/presstv-2016-11-23.html#q9"
    assert passage.words(83, 93) == "q9-w83-93"
    assert addresses.record("polls", "x-oppose", "percent") == "polls/x-oppose.html#percent"
    assert addresses.table("polls") == "tables/polls.html"
    assert addresses.part("evidence", "polls") == "tables/evidence-polls.html"
    assert addresses.document("x", addresses.omission("17")) == "sources/x.html#o17"
    assert addresses.event("gsomia-2016-signed") == "timeline.html#gsomia-2016-signed"
    cell = addresses.of_cell("polls", "x-oppose", "percent")
    assert addresses.conflict(cell) == "conflicts.html#polls.x-oppose.percent"
    assert addresses.conflict(addresses.of_tension("t")) == "conflicts.html#tension.t"
    claims = addresses.of_claims("prior practice", "gsomia-2016")
    assert addresses.conflict(claims) == "conflicts.html#claims.prior-practice.gsomia-2016"
    code = addresses.definition("claims", "aspect", "prior practice")
    assert code == "codebook.html#claims.aspect.prior-practice"
    assert addresses.rule("same-day") == "codebook.html#rule.same-day"


@pytest.mark.parametrize(
    "key",
    ["", "../../x", "..", "a/b", ".hidden", "x.html#y", "X", "a--b", "-a", "a-", "ä", "a b", "a\n"],
)
def test_a_key_that_cannot_be_a_page(key: str) -> None:
    """It is refused by name and table."""
    with pytest.raises(ValueError, match=r"reactions: the key .* cannot be the name of a page"):
        addresses.slug(key, "reactions")


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_a_key_that_the_schema_allows(key: str) -> None:
    """The pattern of the keys in the schemas."""
    assert addresses.slug(key, "reactions") == key


@pytest.mark.parametrize("key", ["x", "x-", "x-a", "x-1a", "y-1", "x-１"])
def test_a_quotation_without_a_number(key: str) -> None:
    """Its passage could not be named."""
    with pytest.raises(ValueError, match="is not 'x', a hyphen and a number"):
        addresses.passage(key, "x")
