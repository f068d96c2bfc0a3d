"""Reading codes: by a cue in the words, or by a coder's judgement."""

import re

from gsomia_data._floor.cues import Cue, cues
from gsomia_data._floor.text import fold
from gsomia_data.curation.rules.rule import Context, Outcome, Words
from gsomia_data.curation.schema.vocabulary import HOLDING, NEGATIONS

_NO_CODE = ""
"""Stands for the code of phrases that hold a cue of the column without being one."""

_BEFORE = 6
_CLAUSE = re.compile(r'[,;:()“”"—]')
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def read_cue(words: Words, value: str, context: Context) -> Outcome:
    """The codes whose cues are in the words."""
    holding = [*HOLDING]
    if context.column.kind.name == "boolean":
        flags = [column for column in context.siblings if column.kind.name == "boolean"]
        holding += [cue for flag in flags for cue_list in flag.cues.values() for cue in cue_list]
    inside = []
    for cue in cues(words.quote, [context.column.cues, {_NO_CODE: holding}]):
        if _is_inside(cue, words):
            inside.append(cue)
        elif cue.start < words.end and words.start < cue.end:
            longer = words.quote[cue.start : cue.end]
            return Outcome(problem=f"they are a part of the cue {longer!r}; quote all of it")
    for cue in inside:
        negation = _negation(words.quote, cue.start)
        if negation:
            return Outcome(problem=f'"{negation}" before them cancels the cue')
    codes = _codes(inside)
    if not codes:
        return Outcome(problem="they hold no cue of this column")
    return Outcome(tuple(sorted(codes)))


def read_judged(words: Words, value: str, context: Context) -> Outcome:
    """The coder's value, unless a cue in the words shows another."""
    listed = cues(words.quote, [context.column.cues, {_NO_CODE: HOLDING}])
    codes = _codes([cue for cue in listed if _is_inside(cue, words)])
    if codes and value not in codes:
        return Outcome(problem=f"their cue shows {' or '.join(sorted(codes))}")
    return Outcome((value,))


def _is_inside(cue: Cue, words: Words) -> bool:
    return words.start <= cue.start and cue.end <= words.end


def _codes(inside: list[Cue]) -> set[str]:
    return {code for cue in inside for code in cue.codes} - {_NO_CODE}


def _negation(passage: str, start: int) -> str:
    """The negation or condition in the clause or the six words before ``start``; else empty."""
    clause = _CLAUSE.split(passage[:start])[-1]
    count = max(_BEFORE, len(_WORD.findall(clause)))
    words = [match.group() for match in _WORD.finditer(passage[:start])][-count:]
    for word in words:
        folded = fold(word)
        if folded in NEGATIONS or folded.endswith("n't"):
            return word
    return ""
