"""Templates for the names of rows: what they show, and what is not a template."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor.labels import parse, shorten
from kit.examples import examples


@pytest.mark.parametrize(
    ("template", "cells", "label"),
    [
        ("{a}", {"a": "x"}, "x"),
        ("{a|b}: {c}", {"a": "x", "b": "y", "c": "z"}, "x: z"),
        ("{a|b}: {c}", {"a": "", "b": "y", "c": "z"}, "y: z"),
        ("{a}[, {b}]!", {"a": "x", "b": "y"}, "x, y!"),
        ("{a}[, {b}]!", {"a": "x", "b": ""}, "x!"),
        ("{a}[ ({b}, {c})]", {"a": "x", "b": "y", "c": ""}, "x"),
        ("[{a} ][{b|c} ]{d}", {"a": "", "b": "", "c": "y", "d": "z"}, "y z"),
        ("{a}[ (again){?b}]", {"a": "x", "b": "y"}, "x (again)"),
        ("{a}[ (again){?b}]", {"a": "x", "b": ""}, "x"),
        ("[{a!exact} ]{b}", {"a": "exact", "b": "35"}, "35"),
        ("[{a!exact} ]{b}", {"a": "above", "b": "35"}, "above 35"),
        ("{a}: {b}", {"a": "x", "b": ""}, "x:"),
        ("{a}", {"a": "[{b}]\n c"}, "[{b}] c"),
    ],
)
def test_what_is_shown(template: str, cells: dict[str, str], label: str) -> None:
    """The first cell that is filled; what is optional only if all in it are; on one line."""
    found = parse(template)
    assert found.columns() == set(cells)
    assert found.fill(cells) == label


def test_what_is_named_is_not_always_shown() -> None:
    """`{?column}` is named only."""
    assert parse("{a|b}[ x{?c}]").columns(shown=True) == {"a", "b"}


@pytest.mark.parametrize(
    "text", ["", "plain", "{a", "a}", "{a}[", "{a}]", "[{a}[{b}]]", "{}", "{A}", "{a|}", "{a b}"]
)
def test_what_is_no_template(text: str) -> None:
    """A bracket without a partner, or no cell at all."""
    with pytest.raises(ValueError, match=r"without a partner|has no \{column\}"):
        parse(text)


@examples(200)
@given(st.text(st.sampled_from("ab ,한\n"), max_size=300))
def test_cut_at_a_word(text: str) -> None:
    """A long text keeps its first words, whole; a short one is only put on one line."""
    line, cut = " ".join(text.split()), shorten(text)
    if len(line) <= 100:
        assert cut == line
    else:
        kept = cut.removesuffix(" …")
        assert kept != cut
        assert line.startswith(kept)
        assert len(cut) <= 102
        assert line[len(kept)] in " ," or " " not in line[:101]
