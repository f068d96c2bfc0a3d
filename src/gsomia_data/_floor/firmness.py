"""How firm a row of evidence is: proved, inferred or judged (docs/evidence.md).

A row is as firm as the weakest link of its chain. What the rule gives by itself is the first link;
the others cap the row at inferred:

- a date that is resolved against the day of publication rests on evidence for that day;
- a name that is not the actor's own rests on evidence for whose name it is;
- a note on a date says that the words date something else, or are taken for the date;
- a name that supports a cell only because a pronoun elsewhere refers to it is inferred.

A cue that serves only one cell is a judgement, unless it is the code's own word.

Uses the standard library only; curation and reading both count with it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.cues import cues
from gsomia_data._floor.names import key
from gsomia_data._floor.own_word import is_own_word

FIRMEST = ("proved", "inferred", "judged")
"""The degrees of firmness, firmest first."""

NEEDED = ("evidence", "quotes", "actors", "aliases", "agreements")
"""Names of the tables on which firmness depends."""

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


_UNKNOWN = Strength("judged", dates=False, relative=False)


def firmness(tables: Mapping[str, Sequence[Row]], vocabulary: Vocabulary) -> list[str]:
    """The firmness of each row of ``evidence``.

    Args:
        tables: The rows of the tables in ``NEEDED``, each cell as text.
        vocabulary: The rules and cues.
    """
    rows = tables["evidence"]
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
        self._actors = {(row["actor_id"], key(row["name"])) for row in tables["actors"]}
        self._agreements = {
            (row["agreement_id"], key(row[column]))
            for row in tables["agreements"]
            for column in ("name", "acronym")
        }
        self._aliases: dict[tuple[str, str, str], set[Cell]] = defaultdict(set)
        for row in tables["aliases"]:
            named = row["source_id"], row["actor_id"], key(row["alias"])
            self._aliases[named].add(("aliases", row["alias_id"], "actor_id"))

    def of(self, row: Row, rule: Strength) -> tuple[set[Cell], ...]:
        """The links of a row: of each, one of the cells must be proved."""
        source = self._source.get(row["quote_id"], "")
        if row["rule"] == "alias":
            return self._of_name(source, row["says"], key(row["words"]))
        # `published_from` is `text` where a row supports the date; here it must be proved as well.
        return ({("sources", source, "published")},) if rule.relative else ()

    def _of_name(self, source: str, bearer: str, name: str) -> tuple[set[Cell], ...]:
        if (bearer, name) in self._actors:
            return ()
        aliases = self._aliases.get((source, bearer, name), set())
        return () if not aliases and (bearer, name) in self._agreements else (aliases,)


def _by_themselves(rows: Sequence[Row], vocabulary: Vocabulary) -> list[str]:
    """The firmness of each row without the cells on which it rests."""
    lone = _lone_cues(rows, vocabulary.lexica)
    referred = _referred(rows)

    def firm(at: int, row: Row) -> str:
        rule = vocabulary.rules.get(row["rule"], _UNKNOWN)
        if at in lone:
            return "judged"
        if rule.firmness == "proved" and (referred(row) or (rule.dates and row["note"])):
            return "inferred"
        return rule.firmness

    return [firm(at, row) for at, row in enumerate(rows)]


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
                if is_own_word(_in_words(row["says"], row["column_name"]), phrase):
                    own.add(at)
    shared = {at for use, positions in places.items() if len(cells[use]) > 1 for at in positions}
    return {at for positions in places.values() for at in positions} - shared - own


def _in_words(code: str, column: str) -> str:
    """A code in words: of a flag, the name of the column is the word for true, none for false."""
    if code in ("true", "false"):
        return column.removeprefix("covers_") if code == "true" else ""
    return code


def _cell(row: Row) -> Cell:
    return row["table_name"], row["row_key"], row["column_name"]
