"""Reading codes: by a cue in the words, or by a coder's judgement."""

from gsomia_data._floor.cues import Cue, cues
from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.rules.negation import cancelled
from gsomia_data.curation.rules.rule import Context, Outcome, Words
from gsomia_data.curation.rules.surroundings import surroundings
from gsomia_data.curation.rules.tokens import tokens


def read_cue(words: Words, value: str, context: Context) -> Outcome:
    """The codes whose cues are in the words, if nothing in their sentence changes them."""
    inside = []
    for cue in cues(words.quote, [context.column.cues]):
        if words.start <= cue.start and cue.end <= words.end:
            inside.append(cue)
        elif cue.start < words.end and words.start < cue.end:
            longer = words.quote[cue.start : cue.end]
            return Outcome(
                problem=f"they are a part of the cue {in_quotes(longer)}; quote all of it"
            )
    for cue in inside:
        if why := _cancelled(cue, words, context):
            return Outcome(problem=why)
    codes = _codes(inside)
    if not codes:
        return Outcome(problem="they hold no cue of this column")
    return Outcome(tuple(sorted(codes)))


def read_judged(words: Words, value: str, context: Context) -> Outcome:
    """The coder's value, unless a cue in the words shows another."""
    inside = [
        cue
        for cue in cues(words.quote, [context.column.cues])
        if words.start <= cue.start and cue.end <= words.end
    ]
    codes = _codes([cue for cue in inside if not _cancelled(cue, words, context)])
    if codes and value not in codes:
        return Outcome(problem=f"their cue shows {' or '.join(sorted(codes))}")
    return Outcome((value,))


def _cancelled(cue: Cue, words: Words, context: Context) -> str:
    names, quote = context.names, words.quote
    named = tuple(span for span in names.spans(quote) if names.agreement(quote[slice(*span)]))
    if any(start <= cue.start and cue.end <= end for start, end in named):
        return ""  # what a name says, it says whatever is done with its bearer
    around = surroundings(tokens(quote), context.lexicon, named)
    return cancelled(cue, around, act=context.column.name == "act")


def _codes(inside: list[Cue]) -> set[str]:
    return {code for cue in inside for code in cue.codes}
