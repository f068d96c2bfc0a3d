"""A text cut at the edges of spans: nothing is lost, and each span can be put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.reading.site.spans import Span, segments


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text of any characters, astral ones too, and spans on it that may cross."""
    text = draw(st.text(min_size=1, max_size=40))
    edge = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edge, edge), max_size=8))
    spans = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    return text, [Span(start, stop, f"w{start}-{stop}") for start, stop in spans]


@given(texts_with_spans())
def test_the_segments_joined_are_the_text(case: tuple[str, list[Span]]) -> None:
    """EXPLORER 8: for any set of spans."""
    text, spans = case
    assert "".join(one.text for one in segments(text, spans)) == text


@given(texts_with_spans())
def test_the_segments_of_a_span_joined_are_its_words(case: tuple[str, list[Span]]) -> None:
    """EXPLORER 8; they are neighbours, and it begins with the first of them."""
    text, spans = case
    cut = segments(text, spans)
    for span in spans:
        having = [at for at, one in enumerate(cut) if span.name in one.names]
        assert having == list(range(having[0], having[-1] + 1))
        assert "".join(cut[at].text for at in having) == text[span.start : span.stop]
        assert [at for at in having if span.name in cut[at].begins] == having[:1]


def test_spans_that_cross() -> None:
    """No nested tags could show them."""
    text = "expected to sign it in 2012"
    cut = segments(text, [Span(0, 16, "a"), Span(12, 27, "b")])
    assert [(one.text, one.names, one.begins) for one in cut] == [
        ("expected to ", ("a",), ("a",)),
        ("sign", ("a", "b"), ("b",)),
        (" it in 2012", ("b",), ()),
    ]


def test_words_that_begin_at_one_place() -> None:
    """Each has a name of its own, and both begin there."""
    (first, second) = segments("South Korea", [Span(0, 5, "a"), Span(0, 11, "b")])
    assert first.begins == ("a", "b")
    assert second.names == ("b",)


@pytest.mark.parametrize("span", [(0, 0), (-1, 2), (3, 9)])
def test_a_span_that_is_not_within_the_text(span: tuple[int, int]) -> None:
    """It is refused: nothing would be marked, or something else."""
    with pytest.raises(ValueError, match="is not within the text"):
        segments("words", [Span(*span, "a")])
