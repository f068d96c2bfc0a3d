"""How firm a row of evidence is: proved, inferred or judged (docs/evidence.md).

The reading says so, but for two rules that look at the other rows: a cue that serves one cell
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
    rows: Sequence[Row], lexica: Mapping[tuple[str, str], Lexicon], proof: Mapping[str, str]
) -> list[str]:
    """Proved, inferred or judged for each row of ``evidence``.

    ``lexica`` gives the cues of each code by table and column, ``proof`` what a reading proves by
    itself; an unknown reading is a judgement.
    """
    lone = _lone_cues(rows, lexica)
    readings = defaultdict(set)
    told = defaultdict(set)
    for row in rows:
        readings[row["table"], row["record"], row["field"]].add(row["reading"])
        told[row["table"], row["record"], row["quote_id"]].add(row["field"])

    def firm(at: int, row: Row) -> str:
        if at in lone:
            return "judged"
        pronoun = "refers" in readings[row["table"], row["record"], row["field"]]
        alone = told[row["table"], row["record"], row["quote_id"]] == {row["field"]}
        if row["reading"] == "alias" and pronoun and alone:
            return "inferred"
        return proof.get(row["reading"], "judged")

    return [firm(at, row) for at, row in enumerate(rows)]


def _lone_cues(rows: Sequence[Row], lexica: Mapping[tuple[str, str], Lexicon]) -> set[int]:
    """Positions of the rows whose cues each serve one cell only."""
    cells = defaultdict(set)
    places = defaultdict(list)
    for at, row in enumerate(rows):
        if row["reading"] == "cue":
            lexicon = lexica.get((row["table"], row["field"]), {})
            for phrase in {cue.phrase for cue in cues(row["words"], [lexicon])}:
                use = row["table"], row["field"], phrase
                cells[use].add(row["record"])
                places[use].append(at)
    shared = {at for use, found in places.items() if len(cells[use]) > 1 for at in found}
    return {at for found in places.values() for at in found} - shared
