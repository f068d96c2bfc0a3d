"""The cues of a column, what holds a cue without showing its code, and what denies one."""

import re
from collections.abc import Mapping, Sequence

from gsomia_data._floor import text
from gsomia_data.curation.schema.columns import ColumnSpec
from gsomia_data.curation.schema.vocabulary import FLAG_CUES, NEGATIONS

HOLDING = (
    "top secret",
    "top-secret",
    "be signed",
    "is signed",
    "are signed",
    "be inked",
    "be struck",
    "be scrapped",
)
"""Compounds that show no code but hold a cue: what is to be signed is not signed."""

_BEFORE = 6
_CLAUSE = re.compile(r'[,;:()“”"—]')
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def lexicon(column: ColumnSpec) -> Mapping[str, Sequence[str]]:
    """The cues of each code of a column."""
    if column.codes:
        return {str(code): code.cues for code in column.codes}
    return FLAG_CUES.get(column.name, {})


def negation(passage: str, start: int) -> str:
    """The negation or condition in the clause or the six words before ``start``, or nothing."""
    clause = _CLAUSE.split(passage[:start])[-1]
    count = max(_BEFORE, len(_WORD.findall(clause)))
    words = [match.group() for match in _WORD.finditer(passage[:start])][-count:]
    for word in words:
        folded = text.fold(word)
        if folded in NEGATIONS or folded.endswith("n't"):
            return word
    return ""
