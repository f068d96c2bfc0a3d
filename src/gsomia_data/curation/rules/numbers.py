"""Numbers as newspapers write them: whole expressions, each with its value or why it has none."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import lru_cache

from gsomia_data._floor.composed import composed
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.number_cores import cores
from gsomia_data.curation.rules.number_dates import dated
from gsomia_data.curation.rules.number_east import East, eastern
from gsomia_data.curation.rules.number_expressions import LIMITS, Expression, expression
from gsomia_data.curation.rules.number_kinds import unfit
from gsomia_data.curation.rules.number_neighbours import beside
from gsomia_data.curation.rules.number_values import DECIMALS, WHOLE, canonical
from gsomia_data.curation.rules.passage import Passage, passage
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.vocabulary import Bound

__all__ = ["DECIMALS", "WHOLE", "Number", "canonical", "numbers", "numbers_in"]

_JOINTS = frozenset(
    tuple(joint.split())
    for joint in (
        *("", "to", "or", "nor", "and", "- to", "- or", "- and", ", to", ", or", ", and"),
        *("-", "- to -", "- or -", "- and -", "- by -", "- on -", "/", ":", ",", "x", "×"),
        *("through", "until", "till", "versus", "vs", "vs .", "plus", "minus", "per", "by", "for"),
        *(", maybe", ", perhaps", ", possibly", ", probably", "if not", ", if not", "but", ", but"),
        *("in", "in every", "out of", "out of every", "of every", "on"),
    )
)
"""What stands between two numbers of one expression: "5 to 10", "five or six", "300-56"."""
_OPENERS = frozenset("from between either neither".split())
_CLOSERS = frozenset("to and or nor until till through".split())
_BREAKS = frozenset(".;!?")
_REACH = 12
"""How many tokens a range may stretch over: "from 15 percent last year to 20"."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text, with the limits that its words set.

    Attributes:
        start: Position of its first character.
        end: Position after its last character.
        value: The number; ``None`` if it cannot be read, and then it allows nothing.
        bound: How the words limit it.
        lowest: Lower limit of the true number; ``None`` if there is none.
        highest: Upper limit of the true number; ``None`` if there is none.
        with_lowest: Whether the lower limit is included.
        with_highest: Whether the upper limit is included.
        refusal: Why it cannot be read; empty if it can.
    """

    start: int
    end: int
    value: Decimal | None
    bound: Bound
    lowest: Decimal | None
    highest: Decimal | None
    with_lowest: bool = True
    with_highest: bool = True
    refusal: str = ""

    def allows(self, value: Decimal) -> bool:
        """Whether ``value`` is within the limits."""
        if self.value is None:
            return False
        low = self.lowest is None or (
            value >= self.lowest if self.with_lowest else value > self.lowest
        )
        high = self.highest is None or (
            value <= self.highest if self.with_highest else value < self.highest
        )
        return low and high


@lru_cache(maxsize=4096)
def numbers(text: str, lexicon: Lexicon = LEXICON) -> tuple[Number, ...]:
    """Every number in ``text``, in order, each in its longest form, read or refused.

    Args:
        text: A sentence, or a longer passage.
        lexicon: The lists of words that are looked into.
    """
    whole = composed(text)
    if whole.text != text:
        found = numbers(whole.text, lexicon)
        return tuple(
            replace(one, start=whole.back(one.start), end=whole.back(one.end)) for one in found
        )
    return _numbers(text, lexicon)


def _numbers(text: str, lexicon: Lexicon) -> tuple[Number, ...]:
    cut = passage(text, lexicon)
    east = tuple(eastern(text, lexicon))
    whole = _western(cut, _apart([expression(cut, core) for core in cores(cut)]), east)
    dates = dated(cut, whole)
    found: list[Number] = []
    refused = _ranges(cut, whole, dates)
    at = 0
    while at < len(whole):
        last = at
        while last + 1 < len(whole) and _joined(cut, whole, dates, last):
            last += 1
        if last > at:
            share = _share(cut, whole[at], whole[last]) if last == at + 1 else None
            found.append(share or _together(cut, whole[at], whole[last]))
        else:
            one = whole[at]
            reason = one.core.refusal or dates[at] or _around(cut, one) or refused.get(at, "")
            found.append(_number(cut, one, reason or _limits_clash(one)))
        at = last + 1
    listed = [*found, *(_east_number(one) for one in east)]
    return tuple(sorted(listed, key=lambda one: one.start) if east else listed)


def numbers_in(text: str, start: int, end: int, lexicon: Lexicon = LEXICON) -> tuple[Number, ...]:
    """The numbers of ``text`` that lie in one span of it, each as its sentence has it."""
    return tuple(one for one in numbers(text, lexicon) if start <= one.start and one.end <= end)


def _around(text: Passage, one: Expression) -> str:
    return beside(text, one) or unfit(text, one)


def _western(
    text: Passage, found: Sequence[Expression], east: Sequence[East]
) -> Sequence[Expression]:
    """The expressions that share no character with a Korean or Japanese one."""
    if not east:
        return found
    ends = [one.end for one in east]

    def apart(one: Expression) -> bool:
        start, end = text.tokens[one.first].start, text.tokens[one.last - 1].end
        at = bisect_right(ends, start)
        return at == len(east) or end <= east[at].start

    return [one for one in found if apart(one)]


def _east_number(one: East) -> Number:
    if one.value is None:
        return Number(one.start, one.end, None, Bound.EXACT, None, None, refusal=one.refusal)
    return _limited(one.start, one.end, one.value, one.limit)


def _apart(found: list[Expression]) -> list[Expression]:
    """The expressions without limits that would lie in two of them."""
    kept: list[Expression] = []
    for one in found:
        if kept and one.first < kept[-1].last:
            kept[-1] = replace(kept[-1], last=kept[-1].core.last, behind="", nouns=0)
        kept.append(one)
    return kept


def _joined(text: Passage, whole: Sequence[Expression], dates: Sequence[str], at: int) -> bool:
    """Whether an expression and the next one are one, such as a range."""
    if dates[at] or dates[at + 1] or _before_a_clock(text, whole[at], whole[at + 1]):
        return False
    return text.low[whole[at].last : whole[at + 1].lead] in _JOINTS


def _before_a_clock(text: Passage, one: Expression, then: Expression) -> bool:
    """Whether the next number is a time of day behind "by": "1.5 million by 21:00"."""
    at = then.core.last
    clock = text.word(at) == ":" and text.cut.joined(at - 1) and text.kind(at + 1) == "number"
    by = text.word(then.lead - 1) == "by" and text.word(one.lead - 1) not in _OPENERS
    return clock and by


def _share(text: Passage, part: Expression, whole: Expression) -> Number | None:
    """A share in two numbers as a percentage: "four out of 10 respondents", "one in five adults".

    ``None`` if it may be something else ("five in 10 days"), or has endlessly many digits.
    """
    between = text.low[part.last : whole.lead]
    noun = text.word(whole.last)
    people = not noun or noun in text.lexicon["number: people"]
    counted = between in _OUT_OF and noun not in text.lexicon["number: stretches of time"]
    if not (counted or (between in _IN and people)):
        return None
    first, second = part.core.value, whole.core.value
    limited = part.behind or whole.before or whole.behind
    if limited or first is None or second is None or not 0 < first < second:
        return None
    value = 100 * first / second
    if value.normalize().as_tuple().exponent < -DECIMALS:  # type: ignore[operator]
        return None
    if beside(text, replace(whole, lead=part.lead)):
        return None
    start, end = text.tokens[part.first].start, text.tokens[whole.last - 1].end
    return _limited(start, end, value, part.before)


_OUT_OF = frozenset({("out", "of"), ("out", "of", "every"), ("of", "every")})
_IN = frozenset({("in",), ("in", "every")})


def _together(text: Passage, first: Expression, last: Expression) -> Number:
    start, end = text.tokens[first.first].start, text.tokens[last.last - 1].end
    why = (
        f"{text.text[start : min(end, start + 60)]!r} is a range, a choice, a score or two numbers"
    )
    return Number(start, end, None, Bound.EXACT, None, None, refusal=why)


def _ranges(text: Passage, whole: Sequence[Expression], dates: Sequence[str]) -> dict[int, str]:
    """The ends of ranges whose parts stand apart: "from 15 percent last year to 20"."""
    refused: dict[int, str] = {}
    for at, one in enumerate(whole[:-1]):
        then = whole[at + 1]
        opener, closer = text.word(one.lead - 1), text.word(then.lead - 1)
        between = text.low[one.last : then.lead]
        near = len(between) <= _REACH and not _BREAKS.intersection(between)
        dated = dates[at] or dates[at + 1]
        if _parts_of_one(text, one, then):
            refused[at] = refused[at + 1] = "two units make one measure of it and its neighbour"
        if closer == "to" and len(between) == 2 and _scored(text, then):
            refused[at] = refused[at + 1] = "'to' joins it to another number, as in a vote"
        compared = text.word(one.lead - 2) in ("up", "down") and closer == "and"
        if opener in _OPENERS and closer in _CLOSERS and near and not dated and not compared:
            why = f"'{opener} ... {closer} ...' makes it the end of a range or a choice"
            refused[at] = refused[at + 1] = why
    return refused


def _parts_of_one(text: Passage, one: Expression, then: Expression) -> bool:
    """Whether two numbers make one stretch of time: "3 hours 20 minutes"."""
    units = text.lexicon["number: stretches of time"]
    measured = text.word(one.core.last) in units and text.word(then.core.last) in units
    return measured and text.low[one.core.last + 1 : then.lead] in ((), ("and",))


def _scored(text: Passage, then: Expression) -> bool:
    """Whether nothing is counted behind a number: "by 9 votes to 4"."""
    return text.kind(then.last) != "word" or text.function(then.last)


def _limits_clash(one: Expression) -> str:
    if one.before and one.behind and one.before != one.behind:
        return "the words before it and behind it limit it in two ways"
    if one.negative and (one.before or one.behind):
        return "a negative number with a limit is not read"
    return ""


def _number(text: Passage, one: Expression, refusal: str) -> Number:
    start, end = text.tokens[one.first].start, text.tokens[one.last - 1].end
    value = one.core.value
    if value is None or refusal:
        return Number(start, end, None, Bound.EXACT, None, None, refusal=refusal)
    value = -value if one.negative else value
    return _limited(start, end, value, one.limit_name)


def _limited(start: int, end: int, value: Decimal, name: str) -> Number:
    """A number with the limit of that name; an empty name is none."""
    bound, included = LIMITS[name] if name else (Bound.EXACT, True)
    if bound is Bound.EXACT:
        return Number(start, end, value, bound, value, value)
    if bound is Bound.ABOVE:
        return Number(start, end, value, bound, value, None, with_lowest=included)
    with localcontext(prec=WHOLE + DECIMALS + 3):
        low, high = value * 9 / 10, value * 11 / 10
    if bound is Bound.BELOW:
        lowest = low if name == "almost" else None
        return Number(start, end, value, bound, lowest, value, with_highest=included)
    return Number(start, end, value, bound, low, high)
