"""Reading words by a rule: the values that they give, or why they give none."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from gsomia_data._floor.composed import composed
from gsomia_data._floor.firmness import SAME_SENTENCE
from gsomia_data._floor.terminal import in_quotes
from gsomia_data._floor.text import Span, fold, quotations
from gsomia_data.curation.rules.apply_dates import read_date
from gsomia_data.curation.rules.cues import read_cue, read_judged
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.name_beside import why_not
from gsomia_data.curation.rules.numbers import canonical, numbers, numbers_in
from gsomia_data.curation.rules.rule import ANTECEDENT_FOLLOWS, Context, Outcome, Words
from gsomia_data.curation.rules.tokens import Token, tokens
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.columns import Passage
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.vocabulary import REFERRING

_POINTS = re.compile(r"[\s-]+(?:percentage|points\b)", re.IGNORECASE)
_SHOWN = 60
"""How many characters of a number a message shows."""

PARTS = " … "
"""What joins the parts of a value whose words a document breaks (``Column.passage``)."""


def reread(name: str, words: Words, value: str, context: Context) -> Outcome:
    """The values that words give by a rule.

    Args:
        name: Name of the rule.
        words: The words in their place.
        value: Value that the row of evidence gives. Only ``verbatim``, ``pronoun`` and ``judged``
            look at it.
        context: All that the rule may look at besides the words.
    """
    words, context = _composed(words, context)
    names = context.names.spans if name == "alias" else context.names.proper
    whole = enclosing(words, names(words.quote), context.lexicon)
    if whole:
        return Outcome(problem=f"they are a part of {in_quotes(whole)}; quote all of it")
    reader = _READERS.get(name)
    return reader(words, value, context) if reader else read_date(name, words, value, context)


def _composed(words: Words, context: Context) -> tuple[Words, Context]:
    """The same words with whole letters, if their document has letters in parts."""
    quote, document = composed(words.quote), composed(words.document or "")
    if not quote.places and not document.places:
        return words, context
    spans = tuple((quote.at(first), quote.at(last)) for first, last in context.beside.spans)
    return replace(
        words,
        quote=quote.text,
        start=quote.at(words.start),
        end=quote.at(words.end),
        document=None if words.document is None else document.text,
        at=document.at(words.at) if words.document is not None else words.at,
    ), replace(context, beside=replace(context.beside, spans=spans))


def enclosing(words: Words, names: Iterable[Span], lexicon: Lexicon = LEXICON) -> str:
    """The longer name, number or date of which the words are a part; empty if there is none."""
    dated = [one for one in dates(words.quote, lexicon) if one.overlaps(words.start, words.end)]
    for date in dated:
        if date.cut_by(words.start, words.end):
            return words.quote[date.start : date.end]
    counted = [
        (number.start, number.end)
        for number in numbers(words.quote, lexicon)
        if not any(date.overlaps(number.start, number.end) for date in dated)
    ]
    for start, end in (*names, *counted):
        overlaps = start < words.end and words.start < end
        if overlaps and not (words.start <= start and end <= words.end):
            return words.quote[start:end]
    return ""


def _read_verbatim(words: Words, value: str, context: Context) -> Outcome:
    passage = context.column.declared.passage
    parts = value.split(PARTS) if passage else [value]
    if fold(words.text) not in map(fold, parts):
        return Outcome((words.text,))
    problem = ""
    if words.document is not None and passage is Passage.QUOTED:
        problem = _misquoted(words, words.document)
    elif words.document is not None and passage is Passage.REPORTED:
        problem = _quoted(words, words.document)
    return Outcome(problem=problem) if problem else Outcome((value,))


def _misquoted(words: Words, document: str) -> str:
    """Why the words are not a whole quotation of the document; empty if they are one."""
    start, end = words.span
    around = [
        document[first:last]
        for first, last in quotations(document)
        if first <= start and end <= last
    ]
    if not around:
        return "they are not between quotation marks in the document"
    if not any(fold(part).rstrip(".,") == fold(words.text).rstrip(".,") for part in around):
        return f"they are only a part of the quotation {in_quotes(around[0])}"
    return ""


def _quoted(words: Words, document: str) -> str:
    """Why the words are not all the reporter's; empty if none is inside quotation marks."""
    start, end = words.span
    for first, last in quotations(document):
        if first < end and start < last:
            shown = in_quotes(document[max(first, start) : min(last, end)])
            return f"{shown} in them is between quotation marks; leave it to the wording"
    return ""


def _read_number(words: Words, value: str, context: Context) -> Outcome:
    found = numbers_in(words.quote, words.start, words.end, context.lexicon)
    if not found:
        return Outcome(problem="they hold no number")
    if len(found) > 1:
        first, second = (_shown(words.quote[one.start : one.end]) for one in found[:2])
        return Outcome(problem=f"they hold {first} and {second}; quote words with one number")
    (number,) = found
    if number.value is None:
        shown = _shown(words.quote[number.start : number.end])
        return Outcome(problem=f"{shown} in them is not read as a number: {number.refusal}")
    for token in _beside(words, number.start, number.end):
        if token.folded in context.lexicon["number: limits elsewhere"]:
            return Outcome(
                problem=f'"{token.text}" in the words limits the number; no rule reads it'
            )
    if context.column.name == "percent" and _POINTS.match(words.quote, number.end):
        return Outcome(problem="percentage points are a difference, not a percentage")
    return Outcome((canonical(number.value),))


def _beside(words: Words, start: int, end: int) -> list[Token]:
    """The tokens of the words that are not those of the number."""
    cut = tokens(words.quote)
    inside = cut.tokens[cut.after(words.start) : cut.before(words.end) + 1]
    return [token for token in inside if token.end <= start or end <= token.start]


def _shown(written: str) -> str:
    return in_quotes(written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…")


def _read_alias(words: Words, value: str, context: Context) -> Outcome:
    names, of_agreement = context.names, context.column.grounding is Grounding.AGREEMENT
    found = names.agreement(words.text) if of_agreement else names.actor(words.text)
    if found is None:
        if sharers := names.sharers(words.text):
            listed = " and ".join(sharers)
            return Outcome(problem=f"they are a name of {listed}; quote words that name only one")
        bearer = "agreement" if of_agreement else "actor"
        return Outcome(problem=f"no {bearer} has this name in that document")
    why = why_not(found, words, context)
    return Outcome(problem=why) if why else Outcome((found.owner,))


def _read_same_sentence(words: Words, value: str, context: Context) -> Outcome:
    beside, names = context.beside, context.names
    if not beside.own_row:
        return Outcome(problem="no other cell of this row has evidence by a rule in this quote")
    if not beside.agreements:
        return Outcome(
            problem="no row of evidence in this quote proves the name, acronym, status or subject "
            "of an agreement"
        )
    if len(beside.agreements) > 1:
        listed = " and ".join(sorted(beside.agreements))
        return Outcome(
            problem=f"this quote is about {listed}; cite words that name the one that is meant"
        )
    (agreement,) = beside.agreements
    named = {names.agreement(words.quote[slice(*span)]) for span in names.spans(words.quote)}
    others = sorted({name.owner for name in named if name} - {agreement})
    if others:
        return Outcome(problem=f"this sentence also names {' and '.join(others)}")
    if not any(start <= words.start and words.end <= end for start, end in beside.spans):
        return Outcome(problem="they are not words by which the agreement is proved; quote these")
    return Outcome((agreement,))


def _read_pronoun(words: Words, value: str, context: Context) -> Outcome:
    if fold(words.text) not in REFERRING:
        return Outcome(problem="they are not in the list of pronouns and descriptions")
    if value not in context.antecedents:
        return Outcome(
            problem=f"no alias row of this cell names {value} earlier in the document; if one "
            f"does so later, the note must say {ANTECEDENT_FOLLOWS!r}"
        )
    return Outcome((value,))


_READERS: dict[str, Callable[[Words, str, Context], Outcome]] = {
    "verbatim": _read_verbatim,
    "number": _read_number,
    "alias": _read_alias,
    SAME_SENTENCE: _read_same_sentence,
    "pronoun": _read_pronoun,
    "cue": read_cue,
    "judged": read_judged,
}
"""The rules that are not in ``DATE_RULES``."""
