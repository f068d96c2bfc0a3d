"""The rules: how exact words become the value of a cell, redone by every check.

Each rule is deterministic. ``reread`` answers all values that the words give under the named
rule; a row of evidence holds where exactly one comes out and it is the row's own value.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gsomia_data._floor import edtf
from gsomia_data._floor.cues import cues as find_cues
from gsomia_data._floor.text import Span, fold, quotations
from gsomia_data.curation.rules import cues as cue_module
from gsomia_data.curation.rules.dates import DATE_RULES, DateRule, Mention, mentions
from gsomia_data.curation.rules.names import Names, key
from gsomia_data.curation.rules.numbers import DECIMALS, WHOLE, canonical, numbers
from gsomia_data.curation.schema.columns import ColumnSpec
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.vocabulary import REFERRING

Firmness = Literal["proved", "inferred", "judged"]
PARTS = " … "
"""What joins the parts of a broken quotation in ``reactions.wording``."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words where they stand: their span in the quote, and the quote's place in its document.

    ``document`` is ``None`` where the corpus is not there; what needs it is then not compared.
    """

    quote: str
    start: int
    end: int
    document: str | None
    at: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.quote[self.start : self.end]

    @property
    def span(self) -> Span:
        """Their span in the document."""
        return self.at + self.start, self.at + self.end


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at beside the words themselves.

    ``antecedents`` are the actors that an ``alias`` row names for the same cell, earlier or here;
    ``siblings`` the other flags of the table, whose longer cues take precedence.
    """

    column: ColumnSpec
    siblings: Sequence[ColumnSpec]
    names: Names
    published: str
    antecedents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out: the possible values, or why none did."""

    values: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by name: what it says, how firm its proof is, and the groundings it may serve."""

    name: str
    says: str
    firmness: Firmness
    groundings: frozenset[Grounding]


_ACTORS = {Grounding.ACTOR, Grounding.ACTOR_OR_JUDGED}
_DATES = frozenset({Grounding.DATE, Grounding.OUTSIDE})


def _rule(name: str, says: str, firmness: Firmness, *groundings: Grounding) -> Rule:
    return Rule(name, says, firmness, frozenset(groundings))


RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        _rule(
            "verbatim",
            "the words themselves, but for case, white space and typographic marks",
            "proved",
            Grounding.VERBATIM,
            Grounding.OUTSIDE,
        ),
        _rule("number", "the number in the words", "proved", Grounding.NUMBER),
        *(Rule(rule.name, rule.says, "proved", _DATES) for rule in DATE_RULES),
        Rule("same-date", '"the same day": the day named last before it', "proved", _DATES),
        _rule(
            "alias",
            "the actor or agreement that has the words as its name in that document",
            "proved",
            *_ACTORS,
            Grounding.AGREEMENT,
        ),
        _rule(
            "pronoun",
            "a pronoun or description whose antecedent an `alias` row of the same cell names",
            "inferred",
            *_ACTORS,
        ),
        _rule("cue", "the code whose cue the words hold", "inferred", Grounding.CODE),
        _rule(
            "judged",
            "a coder's judgement by the codebook; the row's note says why",
            "judged",
            Grounding.CODE,
            Grounding.AGREEMENT,
            Grounding.ACTOR_OR_JUDGED,
            Grounding.JUDGED,
        ),
    )
}
_RULES: dict[str, DateRule] = {rule.name: rule for rule in DATE_RULES}


def reread(name: str, words: Words, value: str, context: Context) -> Outcome:
    """Values that ``words`` give under the rule ``name``.

    ``value`` is looked at only by ``verbatim`` (to compare), ``refers`` and ``judged``.
    """
    cut = enclosing(words, context.names)
    if cut:
        return Outcome(problem=f"they are cut out of {cut!r}")
    if name in _RULES or name == "same-date":
        return _read_date(name, words, value, context)
    return _OTHERS[name](words, value, context)


def enclosing(words: Words, names: Names) -> str:
    """The longer name, number or date that the words are cut out of, or nothing."""
    spans = [
        *names.spans(words.quote),
        *((number.start, number.end) for number in numbers(words.quote)),
        *((mention.start, mention.end) for mention in mentions(words.quote)),
    ]
    for start, end in spans:
        overlaps = start < words.end and words.start < end
        if overlaps and not (words.start <= start and end <= words.end):
            return words.quote[start:end]
    return ""


def _read_verbatim(words: Words, value: str, context: Context) -> Outcome:
    parts = value.split(PARTS) if context.column.name == "wording" else [value]
    if fold(words.text) not in map(fold, parts):
        return Outcome((words.text,))
    if context.column.name == "wording" and words.document is not None:
        start, end = words.span
        quoted = quotations(words.document)
        held = [
            words.document[first:last] for first, last in quoted if first <= start < end <= last
        ]
        if not held:
            return Outcome(problem="they do not stand between quotation marks in the document")
        if not any(fold(part).rstrip(".,") == fold(words.text).rstrip(".,") for part in held):
            return Outcome(problem=f"they are only a part of the quotation {held[0]!r}")
    return Outcome((value,))


def _read_number(words: Words, value: str, context: Context) -> Outcome:
    found = {number.value for number in numbers(words.text)}
    if not found:
        return Outcome(problem="no number stands in them")
    if None in found:
        limits = f"{WHOLE} digits before the point and {DECIMALS} after it"
        return Outcome(problem=f"a number in them is longer than a cell can be: {limits}")
    return Outcome(tuple(sorted(canonical(value) for value in found if value is not None)))


def _read_date(name: str, words: Words, value: str, context: Context) -> Outcome:
    if name == "same-date":
        return _same_date(words, value, context)
    rule = _RULES[name]
    found = mentions(words.text)
    fitting = [mention for mention in found if mention.kind in rule.kinds]
    if not fitting:
        return Outcome(problem=f"nothing in them is {rule.says}")
    published = _published(context)
    if published is None and rule.relative:
        return Outcome(problem="the day of publication is not known, so the rule has no anchor")
    unfit = _unfit(name, fitting, words, context)
    if unfit:
        return Outcome(problem=unfit)
    try:
        values = {
            edtf.parse(rule.resolve(mention, words.text, published or date.min)).text
            for mention in fitting
        }
    except (ValueError, OverflowError) as error:
        return Outcome(problem=str(error))
    return Outcome(tuple(sorted(values)))


_FUTURE = re.compile(r"\b(?:will|shall|next|to be)\b", re.IGNORECASE)


def _unfit(name: str, fitting: Sequence[Mention], words: Words, context: Context) -> str:
    """Why the rule does not fit the tense or the column, or nothing."""
    before = words.quote[: words.start + fitting[0].start]
    if name == "weekday-before" and _FUTURE.search(before):
        return "the words before them speak of what is to come"
    if name == "weekday-after" and not _FUTURE.search(before):
        return "nothing before them speaks of what is to come"
    if name == "same-day" and fitting[0].kind == "by-now" and context.column.name == "date":
        return "an event up to now is no event of the day: read it as by-publication"
    return ""


def _same_date(words: Words, value: str, context: Context) -> Outcome:
    if not any(mention.kind == "same-date" for mention in mentions(words.text)):
        return Outcome(problem='"the same day" does not stand in them')
    if words.document is None:
        return Outcome((value,))
    before = [
        mention
        for mention in mentions(words.document[: words.span[0]])
        if mention.kind in ("day", "month-day", "weekday")
    ]
    published = _published(context)
    if not before or published is None:
        return Outcome(problem="no day is named before them")
    last = before[-1]
    for name in ("date", "day-this-year", "same-day", "weekday-before"):
        if last.kind in _RULES[name].kinds:
            try:
                return Outcome((_RULES[name].resolve(last, "", published),))
            except (ValueError, OverflowError):
                continue
    return Outcome(problem="the day named before them cannot be read")


def _published(context: Context) -> date | None:
    try:
        day = edtf.parse(context.published)
    except ValueError:
        return None
    return day.earliest if day.precision == "day" else None


def _read_alias(words: Words, value: str, context: Context) -> Outcome:
    agreement = context.column.grounding is Grounding.AGREEMENT
    known = context.names.agreements if agreement else context.names.actors
    found = known.get(key(words.text), ())
    if not found:
        return Outcome(problem="nobody has this name in that document")
    if len(found) > 1:
        both = " and ".join(found)
        return Outcome(problem=f"they are a name of both {both}; take words that name one alone")
    return Outcome(found)


def _read_pronoun(words: Words, value: str, context: Context) -> Outcome:
    if fold(words.text) not in REFERRING:
        return Outcome(problem="they are not in the list of pronouns and descriptions")
    if value not in context.antecedents:
        return Outcome(problem=f"no alias row of this cell names {value} earlier in the document")
    return Outcome((value,))


def _read_cue(words: Words, value: str, context: Context) -> Outcome:
    own = cue_module.lexicon(context.column)
    others = [
        {f"{column.name}={code}": cues for code, cues in cue_module.lexicon(column).items()}
        for column in context.siblings
        if column.kind.name == "boolean" and context.column.kind.name == "boolean"
    ]
    inside = []
    for cue in find_cues(words.quote, [own, *others, {"=": cue_module.HOLDING}]):
        if words.start <= cue.start and cue.end <= words.end:
            inside.append(cue)
        elif cue.start < words.end and words.start < cue.end:
            longer = words.quote[cue.start : cue.end]
            return Outcome(problem=f"they are cut out of the cue {longer!r}")
    codes: set[str] = set()
    for cue in inside:
        taken = cue_module.negation(words.quote, cue.start)
        if taken:
            return Outcome(problem=f'"{taken}" before them takes the cue away')
        codes |= {code for code in cue.codes if "=" not in code}
    if not codes:
        return Outcome(problem="no cue of this column stands in them")
    return Outcome(tuple(sorted(codes)))


def _read_judged(words: Words, value: str, context: Context) -> Outcome:
    lexicon = cue_module.lexicon(context.column)
    found = find_cues(words.quote, [lexicon, {"=": cue_module.HOLDING}])
    inside = [cue for cue in found if words.start <= cue.start and cue.end <= words.end]
    shown = {code for cue in inside for code in cue.codes if "=" not in code}
    if shown and value not in shown:
        return Outcome(problem=f"their cue shows {' or '.join(sorted(shown))}")
    return Outcome((value,))


_OTHERS: dict[str, Callable[[Words, str, Context], Outcome]] = {
    "verbatim": _read_verbatim,
    "number": _read_number,
    "alias": _read_alias,
    "pronoun": _read_pronoun,
    "cue": _read_cue,
    "judged": _read_judged,
}
