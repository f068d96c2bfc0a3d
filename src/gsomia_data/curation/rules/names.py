"""Names: the words by which a document names an actor or an agreement."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from gsomia_data._floor import text
from gsomia_data._floor.names import describes, key, keys, of_government, own_key, without_article

Sort = Literal["name", "state", "person", "capital", "demonym", "body"]
"""What kind of name it is, which decides what must be beside it."""

_SORTS: dict[str, Sort] = {"capital": "capital", "demonym": "demonym"}
_OF_KIND: dict[str, Sort] = {
    "state": "state",
    "person": "person",
    "body": "body",
    "institution": "body",
}
"""What the name of an actor is, by the actor's kind; a body has that of its building."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor or an agreement.

    Attributes:
        text: The name as it is listed.
        owner: Key of the actor or agreement.
        sort: What kind of name it is.
        country: Key of the state to which the actor belongs; empty if none is known.
    """

    text: str
    owner: str
    sort: Sort = "name"
    country: str = ""


@dataclass(frozen=True)
class Names:
    """The names that one document may use.

    A name of two actors or two agreements is ambiguous and proves neither.

    Attributes:
        actors: Names of actors, by key of the name.
        agreements: Names of agreements, by key of the name.
        shared: Keys of the actors or agreements that share a name, by key of the name.
    """

    actors: Mapping[str, Name]
    agreements: Mapping[str, Name]
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def actor(self, words: str) -> Name | None:
        """The name of an actor that the words are; ``None`` if they are none."""
        return _listed(self.actors, words)

    def agreement(self, words: str) -> Name | None:
        """The name of an agreement that the words are; ``None`` if they are none."""
        return _listed(self.agreements, words)

    def sharers(self, words: str) -> tuple[str, ...]:
        """Keys of the actors or agreements that share the words as a name."""
        return next((self.shared[one] for one in keys(words) if one in self.shared), ())

    @cached_property
    def _folded(self) -> tuple[tuple[str, str, bool], ...]:
        """The key of each name, how it appears in a folded passage, whether it is of a person."""
        listed = {*self.actors, *self.agreements, *self.shared}
        return tuple((name, text.fold(name), self._of_person(name)) for name in sorted(listed))

    def _of_person(self, key_: str) -> bool:
        return key_ in self.actors and self.actors[key_].sort == "person"

    @cached_property
    def spans(self) -> Callable[[str], tuple[text.Span, ...]]:
        """The spans of the names in a passage; a longer name wins over a shorter one. Cached."""
        return lru_cache(maxsize=1024)(lambda passage: tuple(self._found(passage)))

    def _found(self, passage: str) -> Iterator[text.Span]:
        # Only few names are in one passage, and to look for all of them by pattern takes long.
        folded = text.fold(passage)
        found = [
            match.span()
            for name, as_folded, titled in self._folded
            if as_folded in folded
            for match in _finder(name, titled=titled).finditer(passage)
            if self._is_name(match.group())
        ]
        reach = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= reach:
                reach = end
                yield start, end

    def proper(self, passage: str) -> tuple[text.Span, ...]:
        """The spans of proper names in a passage: those that are not a mere description."""
        return tuple(span for span in self.spans(passage) if not self._described(passage, span))

    def _described(self, passage: str, span: text.Span) -> bool:
        words = passage[slice(*span)]
        name = self.actor(words) or self.agreement(words)
        return name is not None and describes(_without_determiner(name.text), "")

    def _is_name(self, words: str) -> bool:
        return bool(self.actor(words) or self.agreement(words) or self.sharers(words))


NO_NAMES = Names({}, {})
"""What a passage may use of which no document is known."""


def names_of(
    source: str,
    actors: Sequence[Mapping[str, str]],
    aliases: Sequence[Mapping[str, str]],
    agreements: Sequence[Mapping[str, str]],
    evidenced: Collection[str],
) -> Names:
    """The names that a source may use: all names of actors and agreements, and its own aliases.

    A name in small letters, such as "prosecutors", is not a proper name. It is valid only for an
    actor in ``evidenced``.

    Args:
        source: Key of the source.
        actors: Rows of `actors`.
        aliases: Rows of `aliases`; one without a source is a listed name and holds everywhere.
        agreements: Rows of `agreements`.
        evidenced: Keys of the actors whose name is supported by words of the source.
    """
    owners = {row["actor_id"]: row for row in actors}
    here = [row for row in aliases if row["source_id"] in ("", source)]
    of_actors = [
        *(name for row in actors for name in _own(row, evidenced)),
        *(name for row in here if row.get("actor_id") for name in _other(row, owners)),
    ]
    of_agreements = [
        *(
            (own_key(row[column]), Name(row[column], row["agreement_id"]))
            for row in agreements
            for column in ("name", "acronym")
        ),
        *(
            (key(row["alias"]), Name(row["alias"], row["agreement_id"]))
            for row in here
            if row.get("agreement_id")
        ),
    ]
    by_actor, by_agreement = _by_key(of_actors), _by_key(of_agreements)
    several = {**_several(by_actor), **_several(by_agreement)}
    return Names(_one(by_actor), _one(by_agreement), several)


def _own(row: Mapping[str, str], evidenced: Collection[str]) -> Iterator[tuple[str, Name]]:
    """An actor's own name, and that of its government if it is a state."""
    actor, name, kind = row["actor_id"], row["name"], row.get("kind", "")
    if not describes(name, "") or actor in evidenced:
        yield (
            own_key(name),
            Name(name, actor, _OF_KIND.get(kind, "name"), row.get("country", "")),
        )
    if kind == "state":
        yield from _governments(name, actor)


def _other(
    row: Mapping[str, str], owners: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, Name]]:
    """An alias of an actor, and the names of a government that follow from it."""
    alias, actor = row["alias"], row["actor_id"]
    owner = owners.get(actor, {})
    kind = owner.get("kind", "")
    sort = _SORTS.get(row.get("kind", ""), _OF_KIND.get(kind, "name"))
    yield key(alias), Name(alias, actor, sort, owner.get("country", ""))
    if kind == "state" and sort != "capital":
        yield from _governments(alias, actor)


def _without_determiner(name: str) -> str:
    """A name without "a", "that" or the like: "a deal in 2007" only describes a deal."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.islower() else name


def _governments(name: str, actor: str) -> Iterator[tuple[str, Name]]:
    for one in of_government(name):
        yield key(one), Name(one, actor)


def _listed(names: Mapping[str, Name], words: str) -> Name | None:
    """The first name that the words are, written with its capitals."""
    found = (names[one] for one in keys(words) if one in names)
    return next((name for name in found if _has_capitals(name.text, words)), None)


def _has_capitals(name: str, words: str) -> bool:
    """Whether each word that has a capital in the name has one: "the north" is no "the North"."""
    pairs = zip(without_article(name).split(), without_article(words).split(), strict=False)
    return all(not own[:1].isupper() or word[:1].isupper() for own, word in pairs)


Owners = Mapping[str, tuple[Name, ...]]


def _one(names: Owners) -> Mapping[str, Name]:
    return {one: owned[0] for one, owned in names.items() if len(owned) == 1}


def _several(names: Owners) -> Mapping[str, tuple[str, ...]]:
    listed = {one: tuple(name.owner for name in owned) for one, owned in names.items()}
    return {one: owners for one, owners in listed.items() if len(owners) > 1}


def _by_key(pairs: Iterable[tuple[str, Name]]) -> Owners:
    """The names of a key, one of each owner and in order; empty names are left out."""
    owned: dict[str, dict[str, Name]] = {}
    for one, name in pairs:
        if one:
            owned.setdefault(one, {}).setdefault(name.owner, name)
    return {one: tuple(names.values()) for one, names in owned.items()}


@lru_cache(maxsize=4096)
def _finder(name: str, *, titled: bool) -> re.Pattern[str]:
    return re.compile(text.pattern(name, titled=titled), 0 if name.isupper() else re.IGNORECASE)
