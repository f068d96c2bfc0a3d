"""How firm a row of evidence is: proved, inferred or judged (docs/evidence.md).

The rule of the row decides, with two exceptions that depend on other rows. A cue that supports
only one cell is a judgement. A name that supports a cell only because a pronoun elsewhere refers
to it is inferred.

Uses the standard library only; curation and reading both count with it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gsomia_data._floor.cues import cues

Lexicon = Mapping[str, Sequence[str]]
EvidenceRow = Mapping[str, str]


def firmness(
    rows: Sequence[EvidenceRow],
    lexica: Mapping[tuple[str, str], Lexicon],
    by_rule: Mapping[str, str],
) -> list[str]:
    """The firmness of each row of ``evidence``: proved, inferred or judged.

    Args:
        rows: The rows of ``evidence``.
        lexica: The cues of each code, by table and column.
        by_rule: The firmness of each rule by itself; an unknown rule is judged.
    """
    lone = _lone_cues(rows, lexica)
    rules = defaultdict(set)
    columns = defaultdict(set)
    for row in rows:
        rules[row["table_name"], row["row_key"], row["column_name"]].add(row["rule"])
        columns[row["table_name"], row["row_key"], row["quote_id"]].add(row["column_name"])

    def firm(at: int, row: EvidenceRow) -> str:
        if at in lone:
            return "judged"
        pronoun = "pronoun" in rules[row["table_name"], row["row_key"], row["column_name"]]
        alone = columns[row["table_name"], row["row_key"], row["quote_id"]] == {row["column_name"]}
        if row["rule"] == "alias" and pronoun and alone:
            return "inferred"
        return by_rule.get(row["rule"], "judged")

    return [firm(at, row) for at, row in enumerate(rows)]


def _lone_cues(rows: Sequence[EvidenceRow], lexica: Mapping[tuple[str, str], Lexicon]) -> set[int]:
    """Positions of the rows whose cues each support only one cell."""
    cells = defaultdict(set)
    places = defaultdict(list)
    for at, row in enumerate(rows):
        if row["rule"] == "cue":
            lexicon = lexica.get((row["table_name"], row["column_name"]), {})
            for phrase in {cue.phrase for cue in cues(row["words"], [lexicon])}:
                use = row["table_name"], row["column_name"], phrase
                cells[use].add(row["row_key"])
                places[use].append(at)
    shared = {at for use, positions in places.items() if len(cells[use]) > 1 for at in positions}
    return {at for positions in places.values() for at in positions} - shared
