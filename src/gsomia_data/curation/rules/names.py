"""Names: the words by which a document names an actor or an agreement."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from gsomia_data._floor import text


@dataclass(frozen=True)
class Names:
    """The names that one document may use.

    A name of two actors or two agreements is ambiguous and proves neither.

    Attributes:
        actors: Key of the actor, by folded name.
        agreements: Key of the agreement, by folded name.
        shared: Keys of the actors or agreements that share a name, by folded name.
    """

    actors: Mapping[str, str]
    agreements: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _finder(self) -> re.Pattern[str] | None:
        phrases = sorted({*self.actors, *self.agreements, *self.shared}, key=len, reverse=True)
        if not phrases:
            return None
        return re.compile("|".join(map(_pattern, phrases)), re.IGNORECASE)

    @cached_property
    def spans(self) -> Callable[[str], tuple[text.Span, ...]]:
        """The spans of the names in a passage; a longer name wins over a shorter one. Cached."""
        finder = self._finder

        @lru_cache(maxsize=1024)
        def spans(passage: str) -> tuple[text.Span, ...]:
            return tuple(match.span() for match in finder.finditer(passage)) if finder else ()

        return spans


NO_NAMES = Names({}, {})
"""What a passage may use of which no document is known."""


def names_of(
    source: str,
    actors: Sequence[Mapping[str, str]],
    aliases: Sequence[Mapping[str, str]],
    agreements: Sequence[Mapping[str, str]],
    evidenced: Collection[str],
) -> Names:
    """The names that a source may use: those of all actors and agreements, and its own aliases.

    A name in small letters, such as "prosecutors", is not a proper name. It is valid only for an
    actor in ``evidenced``.

    Args:
        source: Key of the source.
        actors: Rows of `actors`.
        aliases: Rows of `aliases`.
        agreements: Rows of `agreements`.
        evidenced: Keys of the actors whose name is supported by words of the source.
    """
    proper = [
        (row["name"], row["actor_id"])
        for row in actors
        if _is_proper(row["name"]) or row["actor_id"] in evidenced
    ]
    given = [(row["alias"], row["actor_id"]) for row in aliases if row["source_id"] == source]
    pacts = [
        (row[column], row["agreement_id"]) for row in agreements for column in ("name", "acronym")
    ]
    by_name, pacts_by_name = _by_name([*proper, *given]), _by_name(pacts)
    several = {**_several(by_name), **_several(pacts_by_name)}
    return Names(_one(by_name), _one(pacts_by_name), several)


def _one(owners_of: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {name: owners[0] for name, owners in owners_of.items() if len(owners) == 1}


def _several(owners_of: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {name: owners for name, owners in owners_of.items() if len(owners) > 1}


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The keys of a name, each once and in order, by folded name; empty names are left out."""
    owners_of: dict[str, dict[str, None]] = {}
    for name, owner in pairs:
        if name:
            owners_of.setdefault(key(name), {})[owner] = None
    return {name: tuple(owners) for name, owners in owners_of.items()}


def _is_proper(name: str) -> bool:
    return not name.removeprefix("the ")[:1].islower()


def key(name: str) -> str:
    """A name as it is compared: folded and without a leading article.

    An acronym keeps its case, so that "US" is not found in "contact us".
    """
    words = name.split()
    bare = " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)
    return bare if bare.isupper() else text.fold(bare)


def _pattern(name: str) -> str:
    return f"(?-i:{text.pattern(name)})" if name.isupper() else text.pattern(name)
