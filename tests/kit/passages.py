"""Passages in which `<...>` marks the words that are cited, and what the rules read of them.

The passages are of a document of Wednesday, 23 November 2016, unless a test says otherwise.
"""

from gsomia_data.curation.rules import Context, Words, reread
from gsomia_data.curation.rules.names import names_of
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec

WEDNESDAY = "2016-11-23"
NAMES = names_of(
    "here",
    [
        {"actor_id": "korea", "name": "Korea", "kind": ""},
        {"actor_id": "prk", "name": "North Korea", "kind": "state"},
        {"actor_id": "kor", "name": "South Korea", "kind": "state"},
        {"actor_id": "jpn", "name": "Japan", "kind": "state"},
        {"actor_id": "blue-house", "name": "Blue House", "kind": "body", "country": "kor"},
        {"actor_id": "park-geun-hye", "name": "President Park", "kind": "person"},
        {"actor_id": "jpn-mod", "name": "防衛省", "kind": "body"},
        {"actor_id": "kadokura-naoki", "name": "門倉直樹", "kind": "person"},
    ],
    [
        {"alias": alias, "kind": kind, "actor_id": actor, "agreement_id": "", "source_id": ""}
        for alias, kind, actor in (
            ("Seoul", "capital", "kor"),
            ("서울", "capital", "kor"),
            ("South Korean", "demonym", "kor"),
            ("Tokyo", "capital", "jpn"),
            ("Japanese", "demonym", "jpn"),
            ("DPRK", "abbreviation", "prk"),
        )
    ]
    + [
        {
            "alias": "the accord",
            "kind": "name",
            "actor_id": "",
            "agreement_id": "gsomia-2016",
            "source_id": "here",
        }
    ],
    [{"agreement_id": "gsomia-2016", "name": "", "acronym": "GSOMIA"}],
    (),
)
"""The names of a document: of listed states, of a body, of an agreement and its short form."""


def column(place: str) -> ColumnSpec:
    """The column `table.name`."""
    table, _, name = place.partition(".")
    found = TABLES[table].column(name)
    assert found is not None
    return found


def context(place: str, published: str = WEDNESDAY, *antecedents: str, zone: str = "") -> Context:
    """The context of a cell of the column `table.name`."""
    own = column(place)
    return Context(own, NAMES, published, frozenset(antecedents), zone=zone)


def words(passage: str, before: str = "", after: str = "") -> Words:
    """The words marked `<...>` in a quote, with the text before and after it in the document."""
    start, end = passage.index("<"), passage.index(">") - 1
    quote = passage.replace("<", "").replace(">", "")
    return Words(quote, start, end, before + quote + after, len(before))


def values(rule: str, passage: str, place: str, published: str = WEDNESDAY) -> tuple[str, ...]:
    """What the marked words give; a rule that gives nothing says why."""
    outcome = reread(rule, words(passage), "", context(place, published))
    assert bool(outcome.values) is not bool(outcome.problem)
    return outcome.values


def problem(rule: str, passage: str, place: str, value: str = "") -> str:
    """Why the marked words give nothing."""
    outcome = reread(rule, words(passage), value, context(place))
    assert outcome.values == ()
    return outcome.problem
