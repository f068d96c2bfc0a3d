"""Names as they are compared, and the names that follow from a listed one.

Uses the standard library only; curation and reading both compare names with it.
"""

from functools import lru_cache

from gsomia_data._floor import text

GOVERNMENTS = ("government", "administration", "cabinet")
"""English words that make an adjective a name of the state: "Japanese government"."""

GOVERNMENTS_JOINED = ("정부", "政府", "政権", "内閣")
"""Korean and Japanese words that do the same, with a blank before them or without."""

DESCRIBED = frozenset({"group", "public"})
"""Kinds of actors that have no name: a description of many people is all that is printed."""


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as it is compared: folded. An acronym keeps its case: no "US" is in "contact us"."""
    joined = " ".join(name.split())
    return joined if joined.isupper() else text.fold(joined)


def without_article(name: str) -> str:
    """A name without a leading "the"."""
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)


def own_key(name: str) -> str:
    """The key of a bearer's own name, which holds with an article and without."""
    return key(without_article(name))


def keys(words: str) -> tuple[str, ...]:
    """What words may be listed as: a name as it is, or one without its article."""
    return tuple(dict.fromkeys((key(words), own_key(words))))


def of_government(name: str) -> tuple[str, ...]:
    """The names of a state's government that follow from its name or its adjective."""
    if name.isascii():
        return tuple(f"{name} {noun}" for noun in GOVERNMENTS)
    return tuple(f"{name}{blank}{noun}" for noun in GOVERNMENTS_JOINED for blank in ("", " "))


def describes(name: str, kind: str) -> bool:
    """Whether an actor's name only describes it: no word of it is the name of anybody."""
    return kind in DESCRIBED or without_article(name)[:1].islower()
