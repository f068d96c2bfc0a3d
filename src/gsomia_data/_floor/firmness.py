"""How firm a row of evidence is: proved, inferred or judged (docs/evidence.md).

A row is as firm as the weakest link of its chain. What the rule gives by itself is the first link;
the others cap the row at inferred:

- a date that is resolved against the day of publication rests on evidence for that day;
- a name that is not the actor's own rests on evidence for whose name it is, unless it is a listed
  name of a state;
- an actor's own name that only describes it ("activists") leaves to a coder who they are;
- a note on a date says that the words date something else, or are taken for the date;
- a name that supports a cell only because a pronoun elsewhere refers to it is inferred.

A cue that serves only one cell is a judgement, unless it is the code's own word. What the same
sentence shows is a judgement where all that shows the agreement, or all that shows another cell of
the row, is one.

Uses the standard library only; curation and reading both count with it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.cues import cues
from gsomia_data._floor.names import describes, key, keys, of_government, own_key
from gsomia_data._floor.own_word import is_own_word

FIRMEST = ("proved", "inferred", "judged")
"""The degrees of firmness, firmest first."""


def firmest(degrees: Iterable[object]) -> str | None:
    """The firmest of some degrees; ``None`` if there is none among them."""
    given = set(degrees)
    return next((degree for degree in FIRMEST if degree in given), None)


def weakest(degrees: Iterable[object]) -> str | None:
    """The weakest of some degrees; ``None`` if there is none among them."""
    given = set(degrees)
    return next((degree for degree in reversed(FIRMEST) if degree in given), None)


NEEDED = ("evidence", "quotes", "actors", "aliases", "agreements")
"""Names of the tables on which firmness depends."""

SAME_SENTENCE = "same-sentence"
"""The rule by which an agreement is the one that other evidence in its quote is about."""

_NAMING = frozenset({"name", "acronym", "status", "subject"})

Lexicon = Mapping[str, Sequence[str]]
Row = Mapping[str, str]
Cell = tuple[str, str, str]
"""Table, key of the row, column."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What a rule of evidence gives by itself.

    Attributes:
        firmness: Its firmness where no other link is weaker.
        dates: Whether it reads a date.
        relative: Whether it resolves the words against the day of publication.
    """

    firmness: str
    dates: bool
    relative: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the schemas declare about rules and cues.

    Attributes:
        rules: The strength of each rule; an unknown rule is judged.
        lexica: The cues of each code, by table and column.
    """

    rules: Mapping[str, Strength]
    lexica: Mapping[tuple[str, str], Lexicon]


def names_agreement(table: str, column: str) -> bool:
    """Whether evidence for this cell shows of which agreement the words around it are."""
    return table == "agreements" and column in _NAMING


def proves(rule: str) -> bool:
    """Whether a row of this rule may be what ``same-sentence`` rests on."""
    return rule not in ("judged", SAME_SENTENCE)


_UNKNOWN = Strength("judged", dates=False, relative=False)


def firmness(tables: Mapping[str, Sequence[Row]], vocabulary: Vocabulary) -> list[str]:
    """The firmness of each row of ``evidence``; empty if it has no rule, and so gives no value.

    Args:
        tables: The rows of the tables in ``NEEDED``, each cell as text.
        vocabulary: The rules and cues.
    """
    rows = [row for row in tables["evidence"] if row["rule"]]
    firm = iter(_of_rules(rows, tables, vocabulary))
    return [next(firm) if row["rule"] else "" for row in tables["evidence"]]


def _of_rules(
    rows: Sequence[Row], tables: Mapping[str, Sequence[Row]], vocabulary: Vocabulary
) -> list[str]:
    """The firmness of rows that have a rule."""
    links = _Links(tables)
    alone = _by_themselves(rows, vocabulary)
    required = [
        links.of(row, vocabulary.rules.get(row["rule"], _UNKNOWN)) if firm == "proved" else ()
        for row, firm in zip(rows, alone, strict=True)
    ]
    proved = _proved_cells(rows, alone, required)
    return [
        "inferred" if any(proved.isdisjoint(link) for link in needed) else firm
        for firm, needed in zip(alone, required, strict=True)
    ]


def _proved_cells(
    rows: Sequence[Row], alone: Sequence[str], required: Sequence[Sequence[set[Cell]]]
) -> set[Cell]:
    """The cells with a supporting row that is proved, through all its links.

    A chain that leads back to itself proves nothing.
    """
    proved: set[Cell] = set()
    open_ = [
        (_cell(row), needed)
        for row, firm, needed in zip(rows, alone, required, strict=True)
        if firm == "proved" and row["relation"] == "supports"
    ]
    while True:
        waiting = []
        before = len(proved)
        for cell, needed in open_:
            if any(proved.isdisjoint(link) for link in needed):
                waiting.append((cell, needed))
            else:
                proved.add(cell)
        if len(proved) == before:
            return proved
        open_ = waiting


class _Links:
    """The cells on which a row of evidence rests besides its words."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self._source = {row["quote_id"]: row["source_id"] for row in tables["quotes"]}
        self._actors: dict[tuple[str, str], bool] = {}
        kinds = {row["actor_id"]: row.get("kind", "") for row in tables["actors"]}
        for row in tables["actors"]:
            actor, name, kind = row["actor_id"], row["name"], kinds[row["actor_id"]]
            for one in (name, *(of_government(name) if kind == "state" else ())):
                self._actors[actor, own_key(one)] = describes(name, kind)
        self._agreements = {
            (row["agreement_id"], own_key(row[column]))
            for row in tables["agreements"]
            for column in ("name", "acronym")
        }
        self._listed: set[tuple[str, str]] = set()
        self._aliases: dict[tuple[str, str, str], set[Cell]] = defaultdict(set)
        for row in tables["aliases"]:
            column = "actor_id" if row["actor_id"] else "agreement_id"
            owner, cell = row[column], ("aliases", row["alias_id"], column)
            state = kinds.get(owner) == "state" and row.get("kind") != "capital"
            for one in (row["alias"], *(of_government(row["alias"]) if state else ())):
                if row["source_id"]:
                    self._aliases[row["source_id"], owner, key(one)].add(cell)
                else:
                    self._listed.add((owner, key(one)))

    def of(self, row: Row, rule: Strength) -> tuple[set[Cell], ...]:
        """The links of a row: of each, one of the cells must be proved."""
        source = self._source.get(row["quote_id"], "")
        if row["rule"] == "alias":
            return self._of_name(source, row["says"], keys(row["words"]))
        # `published_from` is `text` where a row supports the date; here it must be proved as well.
        return ({("sources", source, "published")},) if rule.relative else ()

    def _of_name(self, source: str, bearer: str, names: Sequence[str]) -> tuple[set[Cell], ...]:
        for name in names:
            if (bearer, name) in self._actors:
                return (set(),) if self._actors[bearer, name] else ()
            if (bearer, name) in self._listed:
                return ()
        aliases = {
            cell for name in names for cell in self._aliases.get((source, bearer, name), set())
        }
        own = any((bearer, name) in self._agreements for name in names)
        return () if not aliases and own else (aliases,)


def _by_themselves(rows: Sequence[Row], vocabulary: Vocabulary) -> list[str]:
    """The firmness of each row without the cells on which it rests."""
    lone = _lone_cues(rows, vocabulary.lexica)
    referred = _referred(rows)
    shown = _shown([row for at, row in enumerate(rows) if at not in lone])

    def firm(at: int, row: Row) -> str:
        rule = vocabulary.rules.get(row["rule"], _UNKNOWN)
        if at in lone or (row["rule"] == SAME_SENTENCE and not shown(row)):
            return "judged"
        if rule.firmness == "proved" and (referred(row) or (rule.dates and row["note"])):
            return "inferred"
        return rule.firmness

    return [firm(at, row) for at, row in enumerate(rows)]


def _shown(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Whether more than judgements in its quote show the agreement and another cell of a row."""
    agreements, cells = set(), defaultdict(set)
    for row in rows:
        if row["relation"] == "supports" and proves(row["rule"]):
            table, key_, column = _cell(row)
            cells[row["quote_id"], table, key_].add(column)
            if names_agreement(table, column):
                agreements.add((row["quote_id"], key_))

    def shown(row: Row) -> bool:
        own = cells[row["quote_id"], row["table_name"], row["row_key"]] - {row["column_name"]}
        return bool(own) and (row["quote_id"], row["says"]) in agreements

    return shown


def _referred(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Whether a name supports its cell only because a pronoun elsewhere refers to it."""
    rules = defaultdict(set)
    columns = defaultdict(set)
    for row in rows:
        rules[_cell(row)].add(row["rule"])
        columns[row["table_name"], row["row_key"], row["quote_id"]].add(row["column_name"])

    def referred(row: Row) -> bool:
        said = columns[row["table_name"], row["row_key"], row["quote_id"]]
        alone = said == {row["column_name"]}
        return row["rule"] == "alias" and "pronoun" in rules[_cell(row)] and alone

    return referred


def _lone_cues(rows: Sequence[Row], lexica: Mapping[tuple[str, str], Lexicon]) -> set[int]:
    """Positions of the rows whose cues serve one cell each, none of them as the code's own word."""
    cells = defaultdict(set)
    places = defaultdict(list)
    own = set()
    for at, row in enumerate(rows):
        if row["rule"] == "cue":
            lexicon = lexica.get((row["table_name"], row["column_name"]), {})
            for phrase in {cue.phrase for cue in cues(row["words"], [lexicon])}:
                use = row["table_name"], row["column_name"], phrase
                cells[use].add(row["row_key"])
                places[use].append(at)
                if is_own_word(row["says"], phrase):
                    own.add(at)
    shared = {at for use, positions in places.items() if len(cells[use]) > 1 for at in positions}
    return {at for positions in places.values() for at in positions} - shared - own


def _cell(row: Row) -> Cell:
    return row["table_name"], row["row_key"], row["column_name"]
