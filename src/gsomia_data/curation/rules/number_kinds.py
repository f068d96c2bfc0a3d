"""What a rank, a share, a plural or "one" needs around it to be read."""

import calendar

from gsomia_data.curation.rules.number_expressions import Expression
from gsomia_data.curation.rules.number_neighbours import begins
from gsomia_data.curation.rules.number_values import CARDINALS, PARTS, RANKS, SCALES
from gsomia_data.curation.rules.passage import Passage

_DETERMINERS = frozenset("a an the this that its their his her our my your whose 's".split())
_PLACED = frozenset("ranked rank ranks came come placed finished finish".split())
_WHOLES = frozenset("the its their his her our those these".split())
"""What stands between "half" and its whole, if not "of"."""
_OF_DAYS = frozenset("on by until till from since before after".split())
_SIZES = frozenset("size time price cost amount number distance battle length rate level".split())
_PLURAL_VERBS = frozenset("were are have".split())
_SIDES = frozenset(
    "northern southern eastern western upper lower latter better larger smaller bigger the".split()
)


def unfit(text: Passage, one: Expression) -> str:
    """Why an expression of its kind cannot be read in its place; empty if it can."""
    return _other_meaning(text, one) or _KINDS.get(one.core.kind, _nothing)(text, one)


def _nothing(text: Passage, one: Expression) -> str:
    return ""


def _other_meaning(text: Passage, one: Expression) -> str:
    """Words that limit a number in one place and mean something else in another."""
    word = text.word(one.first - 1)
    lists = text.lexicon
    if one.phrase == ("about",) and word in lists["number before: speech"]:
        return f"{word!r} before 'about' may say what is spoken or thought of"
    stretch = text.word(one.core.last) in lists["number: stretches of time"]
    if one.phrase == ("over",) and stretch and word != "for":
        return "'over' before it may mean during"
    return ""


def _noun(text: Passage, at: int) -> bool:
    """Whether a content word stands there."""
    return (text.kind(at) == "word" and not text.function(at)) or text.tied(at)


def _rank(text: Passage, one: Expression) -> str:
    core = one.core
    before, word = text.word(core.first - 1), text.word(core.first)
    alone = core.first == 0 and core.last == len(text.low)
    if alone:
        return ""
    if one.before or one.behind:
        return "a rank has no limits"
    noun = _noun(text, core.last + (text.word(core.last) == "such"))
    noun = noun or _ranks_what_is_known(text, one) or _ranks_with_another(text, core.last)
    if not noun and before not in _PLACED:
        day = before == "the" and text.word(core.first - 2) in _OF_DAYS
        return "it may be the day of a month" if day else "what it ranks does not stand behind it"
    if word in ("first", "second") and before not in _DETERMINERS | _PLACED:
        return f"{before!r} before it does not make it a rank"
    verbs = text.lexicon["number behind: verbs of shares"]
    if before in ("a", "an") and text.word(core.last) in verbs:
        return f"{text.word(core.last)!r} behind it makes it a share or a rank"
    return ""


def _ranks_what_is_known(text: Passage, one: Expression) -> bool:
    """Whether what a rank ranks was named before: "a 25th.", "the fourth this year".

    In digits "the 25th" may be a day, and in words "a third" a share, "a second" a time.
    """
    core = one.core
    before, behind = text.word(core.first - 1), text.word(core.last)
    written = text.kind(core.first) == "number"
    ended = core.last == len(text.low) or text.kind(core.last) == "mark"
    if before in ("a", "an") and written and ended and not text.tied(core.last):
        return core.value is not None and core.value > _LARGEST_PART and core.value % 10 != 0
    if before == "'s" and ended and not text.tied(core.last):
        return written and text.word(core.first - 2) not in _MONTHS
    opening = before == "the" and begins(text, core.first - 1) and behind == ","
    if opening and not written:
        return True  # "The first, in May, failed"
    phrase = behind in ("since", "between") or (
        behind in ("this", "last") and text.word(core.last + 1) in ("week", "month", "year")
    )
    said = text.word(core.first - 2) in _BEING
    return before == "the" and not written and phrase and said


def _ranks_with_another(text: Passage, at: int) -> bool:
    """Whether another adjective is joined to a rank: "sixth and most powerful test"."""
    word, then = text.word(at + 1), text.word(at + 2)
    if text.word(at) != "and" or text.kind(at + 2) != "word" or then.endswith("ly"):
        return False
    return word in ("most", "last", "final") or (word.endswith("est") and _noun(text, at + 2))


_LARGEST_PART = 10
"""Of a larger number no part is printed ("a 5th", "a 100th"), but for round ones."""
_BEING = frozenset("and be been became become is was were".split())
_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)


def _share(text: Passage, one: Expression) -> str:
    core, at = one.core, one.core.last
    last = text.word(core.last - 1)
    then = text.word(at)
    if then in _PLURAL_VERBS and not one.behind:
        return ""
    if _is_level(text, one):
        return ""
    if one.behind or not (then == "of" or (last == "half" and then in _WHOLES)):
        return "'of' and what it is a share of do not stand behind it"
    number = text.kind(at + 1) == "number" or text.word(at + 1) in {*CARDINALS, *SCALES, *PARTS}
    if number or text.word(at + 1) in ("a", "an", "what") or text.word(at + 1) in _SIZES:
        return f"'{then} {text.word(at + 1)}' behind it does not say a share of a whole"
    if not one.phrase and text.word(core.first - 1) in _SIDES:
        return f"{text.word(core.first - 1)!r} before it makes it a side or a time"
    return ""


def _is_level(text: Passage, one: Expression) -> bool:
    """Whether a share is the level of what was named: "strongest in Seoul, at three-fifths,".

    Without a limit one part alone ("at half", "at a quarter") may be a price or a time.
    """
    core = one.core
    ended = core.last == len(text.low) or text.kind(core.last) == "mark"
    several = text.word(core.first) not in ("a", "an", "one") and core.last > core.first + 1
    whole = ended and not text.tied(core.last) and not one.behind
    return whole and text.word(one.lead - 1) == "at" and bool(one.phrase or several)


def _one(text: Passage, one: Expression) -> str:
    at = one.core.last
    if one.phrase or one.behind:
        return ""
    before = text.word(one.first - 1)
    if text.tied(at):
        return ""
    if before in {*_DETERMINERS, *RANKS, "all", "these", "those"}:
        return f"{before!r} before it makes it a pronoun"
    if not _noun(text, at) or text.word(at) in text.lexicon["number behind one: refused"]:
        return "it may be a pronoun"
    return ""


def _plural(text: Passage, one: Expression) -> str:
    return "its words set a limit of their own" if one.before or one.behind else ""


def _count(text: Passage, one: Expression) -> str:
    """A small number after "at" is a time of day unless something is counted."""
    core = one.core
    level = text.word(one.lead - 2) in text.lexicon["number: levels"]
    small = core.value is not None and core.value <= 24 and not level
    if small and text.word(one.lead - 1) == "at" and not _noun(text, core.last):
        return "'at' before it may make it a time of day"
    return ""


_KINDS = {"rank": _rank, "share": _share, "one": _one, "plural": _plural, "count": _count}
