"""Phrases for people that the console and a notebook share. Uses the standard library only."""

from collections.abc import Sequence

DATED = {
    "text": "known from the text",
    "inferred": "inferred from the text",
    "outside": "known from outside the text",
}
"""How a date of publication is known, by the code of ``published_from``."""


def limited(bound: str, value: str) -> str:
    """A number with its bound, as "above 50"; one that is exact, or has no bound, by itself."""
    return value if bound in ("", "exact") else f"{bound} {value}"


def either(names: Sequence[str]) -> str:
    """Names to choose from: ".svg, .pdf or .png"."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
