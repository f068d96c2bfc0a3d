"""What holds of the numbers of any text."""

from gsomia_data.curation.rules.numbers import numbers


def assert_in_order_and_apart(text: str) -> None:
    """The spans are sorted and apart; each number has a value or a reason."""
    end = 0
    for one in numbers(text):
        assert end <= one.start < one.end <= len(text)
        assert (one.value is None) is bool(one.refusal)
        end = one.end
