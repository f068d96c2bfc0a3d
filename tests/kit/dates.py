"""Uncertain dates for hypothesis, as EDTF text."""

from hypothesis import strategies as st

from gsomia_data._floor import edtf


def ranges(pair: tuple[str, str]) -> list[str]:
    """Each kind of span and set between two dates, readable or not."""
    lower, upper = pair
    return [
        *(f"{lower}/{upper}", f"[{lower}..{upper}]"),
        *(f"../{upper}", f"{lower}/..", f"[..{upper}]", f"[{lower}..]"),
    ]


def readable(text: str) -> bool:
    """Whether it is a date that is read here."""
    try:
        edtf.parse(text)
    except ValueError:
        return False
    return True


def dates(points: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The points, and each kind of span and set between two of them."""
    between = st.tuples(points, points).flatmap(lambda pair: st.sampled_from(ranges(pair)))
    return st.one_of(points, between.filter(readable))
