"""Names: which actor or agreement a document means by which words."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gsomia_data._floor import text


@dataclass(frozen=True)
class Names:
    """The names that one document may use: folded name -> keys of the actors or agreements.

    A name of more than one is ambiguous: it proves none of them.
    """

    actors: Mapping[str, tuple[str, ...]]
    agreements: Mapping[str, tuple[str, ...]]

    @cached_property
    def _finder(self) -> re.Pattern[str] | None:
        phrases = sorted({*self.actors, *self.agreements}, key=len, reverse=True)
        if not phrases:
            return None
        return re.compile("|".join(map(_pattern, phrases)), re.IGNORECASE)

    @cached_property
    def spans(self) -> Callable[[str], tuple[text.Span, ...]]:
        """Where names stand in a passage, the longer before the shorter; remembered."""
        finder = self._finder

        @lru_cache(maxsize=1024)
        def spans(passage: str) -> tuple[text.Span, ...]:
            return tuple(match.span() for match in finder.finditer(passage)) if finder else ()

        return spans


def names_of(
    source: str,
    actors: Sequence[Mapping[str, str]],
    aliases: Sequence[Mapping[str, str]],
    agreements: Sequence[Mapping[str, str]],
    shown: Collection[str],
) -> Names:
    """Names valid in ``source``: each actor's name, and the aliases of that source.

    A name in small letters ("prosecutors") is no proper name: it holds only where ``shown``, the
    keys of the actors whose name is evidenced by words of ``source``, has its actor.
    """
    own = [
        (row["name"], row["actor_id"])
        for row in actors
        if _is_proper(row["name"]) or row["actor_id"] in shown
    ]
    given = [(row["alias"], row["actor_id"]) for row in aliases if row["source_id"] == source]
    pacts = [
        (row[column], row["agreement_id"]) for row in agreements for column in ("name", "acronym")
    ]
    return Names(_by_name([*own, *given]), _by_name(pacts))


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Everybody who has a name, in order and once, by the folded name; an empty name is none."""
    found: dict[str, dict[str, None]] = {}
    for name, who in pairs:
        if name:
            found.setdefault(key(name), {})[who] = None
    return {name: tuple(owners) for name, owners in found.items()}


def _is_proper(name: str) -> bool:
    return not name.removeprefix("the ")[:1].islower()


def key(name: str) -> str:
    """A name as it is compared: folded, without a leading article; an acronym as it stands.

    So "US" is not found in "contact us".
    """
    words = name.split()
    bare = " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)
    return bare if bare.isupper() else text.fold(bare)


def _pattern(name: str) -> str:
    return f"(?-i:{text.pattern(name)})" if name.isupper() else text.pattern(name)
