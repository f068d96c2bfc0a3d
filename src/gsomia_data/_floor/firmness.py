"""How firm a row of evidence is: proved, inferred or judged (docs/evidence.md).

Its rule decides, with two exceptions that depend on the other rows: a cue that serves one cell
only is a judgement, and a name that serves a cell only as what a pronoun elsewhere refers to is
inferred.
Standard library alone; both halves count with this module.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gsomia_data._floor.cues import cues

Lexicon = Mapping[str, Sequence[str]]
Row = Mapping[str, str]


def firmness(
    rows: Sequence[Row], lexica: Mapping[tuple[str, str], Lexicon], by_rule: Mapping[str, str]
) -> list[str]:
    """Proved, inferred or judged for each row of ``evidence``.

    ``lexica`` gives the cues of each code by table and column, ``by_rule`` the firmness
    of each rule by itself; an unknown rule is a judgement.
    """
    lone = _lone_cues(rows, lexica)
    rules = defaultdict(set)
    columns = defaultdict(set)
    for row in rows:
        rules[row["table_name"], row["row_key"], row["column_name"]].add(row["rule"])
        columns[row["table_name"], row["row_key"], row["quote_id"]].add(row["column_name"])

    def firm(at: int, row: Row) -> str:
        if at in lone:
            return "judged"
        pronoun = "pronoun" in rules[row["table_name"], row["row_key"], row["column_name"]]
        alone = columns[row["table_name"], row["row_key"], row["quote_id"]] == {row["column_name"]}
        if row["rule"] == "alias" and pronoun and alone:
            return "inferred"
        return by_rule.get(row["rule"], "judged")

    return [firm(at, row) for at, row in enumerate(rows)]


def _lone_cues(rows: Sequence[Row], lexica: Mapping[tuple[str, str], Lexicon]) -> set[int]:
    """Positions of the rows whose cues each serve one cell only."""
    cells = defaultdict(set)
    places = defaultdict(list)
    for at, row in enumerate(rows):
        if row["rule"] == "cue":
            lexicon = lexica.get((row["table_name"], row["column_name"]), {})
            for phrase in {cue.phrase for cue in cues(row["words"], [lexicon])}:
                use = row["table_name"], row["column_name"], phrase
                cells[use].add(row["row_key"])
                places[use].append(at)
    shared = {at for use, found in places.items() if len(cells[use]) > 1 for at in found}
    return {at for found in places.values() for at in found} - shared
