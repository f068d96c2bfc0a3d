"""The words beside an expression of time: which of them are harmless, and which are in the way.

Each test looks at one side and gives the reason to refuse, the empty text if all is well there, or
``None`` if it has nothing to say; the first that has decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gsomia_data.curation.rules.clauses import clause
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_points import points
from gsomia_data.curation.rules.function_words import is_function
from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_DAYS_AND_YEARS = ("weekday", "date", "day", "month", "year", "bare-month")
_BARE = ("year", "bare-month")
_FIRST_NAMES = ("May", "March", "April", "June", "August")
"""Months that begin a sentence as a name or a verb; the others do not."""

_LONGEST_CLAUSE = 60
"""How many words before a limit are searched for a negation; a longer clause refuses."""

_EAST_HARMLESS = re.compile(
    r"(?:\s*(?:\([월화수목금토일月火水木金土日]\)|[월화수목금토]요일))?"
    r"(?:에|의|은|는|이|가|자|날|付け|付|の|に|は|が|も|と|、|。|,|\.|\)|）|」|\"|'|午前|午後|오전|오후|\Z"
    r"|\s(?!(?:전|이전|후|이후|쯤|께|경|무렵|까지|부터|현재)))"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an expression.

    Attributes:
        date: The expression.
        cut: The passage.
        lexicon: The lists of words.
        index: Index of the token that touches it there.
        introduced: Whether something before it says that it is a date.
    """

    date: Date
    cut: Tokens
    lexicon: Lexicon
    index: int
    introduced: bool = False

    @property
    def token(self) -> Token | None:
        return self.cut.at(self.index)

    def next(self, steps: int = 1) -> Token | None:
        return self.cut.at(self.index + steps)

    @property
    def word(self) -> str:
        return self.token.folded if self.token else ""

    def has(self, name: str) -> bool:
        return self.word in self.lexicon[name]


_Test = Callable[[_Side], str | None]


def touching(date: Date, cut: Tokens, lexicon: Lexicon) -> str:
    """Why a word beside an expression stops its reading; empty if none does."""
    if cut.text[date.end - 1] in "년월일年月日":
        if _EAST_HARMLESS.match(cut.text, date.end):
            return ""
        return f"{cut.text[date.end : date.end + 2]!r} after them may change the date"
    before = _Side(date, cut, lexicon, cut.before(date.start), _is_introduced(date))
    after = _Side(date, cut, lexicon, cut.after(date.end))
    return _turned(before) or _first(_BEFORE, before) or _first(_AFTER, after)


def _first(tests: tuple[_Test, ...], side: _Side) -> str:
    return next((why for why in (test(side) for test in tests) if why is not None), "")


def _in_the_way(token: Token | None, where: str) -> str:
    text = token.text if token else ""
    return f'"{text}" {where} them is a part of an expression that no rule reads'


def _turned(side: _Side) -> str:
    """The negation in the clause of "until", "before", "after" or "by", which turns it round."""
    if side.date.relation not in ("until", "before", "after", "by"):
        return ""
    first = clause(side.cut, side.date.start, side.date.end, side.lexicon).first
    if side.index - first > _LONGEST_CLAUSE:
        return f'the clause before "{side.date.relation}" is too long to be searched for a negation'
    for token in side.cut.tokens[first : side.index + 1]:
        if token.folded in side.lexicon["date: turns a limit round"] or _is_negative(token):
            return f'"{token.text}" before "{side.date.relation}" turns it round'
    return ""


def _is_negative(token: Token) -> bool:
    return token.folded.endswith("n't")


def _is_introduced(date: Date) -> bool:
    """Whether the expression itself shows that it is a date, not a name or a number."""
    first = date.first
    beside = first.count is not None or bool(first.which) or date.start < first.start
    return beside or date.last is not None or bool(date.relation or date.months)


# before


def _at_the_beginning(side: _Side) -> str | None:
    return None if side.token else _alone(side)


def _joined_before(side: _Side) -> str | None:
    token = side.token
    joined = token is not None and token.end == side.date.start
    if token and joined and token.text not in "(“\"'‘[「（":
        return f'they are joined to "{token.text}"'
    return None


def _range(side: _Side) -> str | None:
    """The "from" before a stretch belongs to it, but for what is moved from one date to another."""
    if side.word != "from" or side.date.last is None:
        return None
    moved = replace(side, index=side.index - 1)
    return _in_the_way(moved.token, "before") if moved.has("date: moves what follows") else ""


def _introduced(side: _Side) -> str | None:
    """A preposition such as "on"; the word before it touches the expression."""
    if not side.has("date: introduces"):
        return None
    outer = replace(side, index=side.index - 1)
    token = outer.token
    if token is None or token.kind != "word" or outer.has("date: harmless before its preposition"):
        return ""
    if is_function(token.folded, side.lexicon) or outer.has("date: moves what follows"):
        return _in_the_way(token, "before")
    return ""


def _determined(side: _Side) -> str | None:
    """An article or a possessive, where the date describes the noun after it."""
    if not side.has("date: determiner"):
        return None
    kind = side.date.first.kind
    if kind == "bare-month":
        return _in_the_way(side.token, "before")
    ahead = side.cut.at(side.cut.after(side.date.end))
    noun = (
        ahead is not None and ahead.kind == "word" and not is_function(ahead.folded, side.lexicon)
    )
    if kind in ("weekday", "year") and side.word != "the" and not noun:
        return _in_the_way(side.token, "before")
    return ""


def _listed_before(side: _Side) -> str | None:
    if side.has("date: listed before") and side.date.first.kind in _DAYS_AND_YEARS:
        return f'"{side.word}" before them makes them a name or another date'
    return None


def _function_before(side: _Side) -> str | None:
    token = side.token
    if token is None or token.kind != "word" or not is_function(token.folded, side.lexicon):
        return None
    return None if side.has("date: harmless before") else _in_the_way(token, "before")


def _mark_before(side: _Side) -> str | None:
    token = side.token
    if token is None or token.kind == "word":
        return None
    if token.kind == "number" and side.date.first.kind != "offset":
        return _in_the_way(token, "before")
    if token.kind == "mark" and token.text in "~<>≈±=$€£¥₩#-/+&":
        return _in_the_way(token, "before")
    return "" if token.text == "(" else None


def _alone(side: _Side) -> str | None:
    """A year or a month that nothing shows to be one."""
    kind = side.date.first.kind
    if kind not in _BARE or side.introduced:
        return ""
    if kind == "year":
        return "a number without a preposition before it may be something else than a year"
    word = side.cut.text[side.date.first.start : side.date.first.end]
    ahead = side.cut.at(side.cut.after(side.date.end))
    if ahead is not None and ahead.folded == "'s" and word not in _FIRST_NAMES:
        return ""
    return f'"{word}" without a preposition before it may be a name or another word'


_BEFORE: tuple[_Test, ...] = (
    _at_the_beginning,
    _joined_before,
    _range,
    _introduced,
    _determined,
    _listed_before,
    _function_before,
    _mark_before,
    _alone,
)


# after


def _at_the_end(side: _Side) -> str | None:
    return None if side.token else ""


def _joined_after(side: _Side) -> str | None:
    token = side.token
    if token is None or token.start != side.date.end or token.folded == "'s":
        return None
    if token.kind != "mark" or token.text in "-‑–/%+~$€£¥₩&*#":
        return f'they are joined to "{token.text}"'
    return None


def _comma(side: _Side) -> str | None:
    """A choice goes on behind a comma."""
    if side.word != ",":
        return None
    ahead = side.next()
    choice = ahead is not None and ahead.folded == "or"
    return _in_the_way(ahead, "after") if choice else ""


def _number_after(side: _Side) -> str | None:
    token, ahead = side.token, side.next()
    dash = token is not None and token.text in "-–" and ahead is not None and ahead.kind == "number"
    number = token is not None and token.kind == "number"
    return _in_the_way(token, "after") if number or dash else None


def _dateline(side: _Side) -> str | None:
    """The date of "TOKYO, Nov. 23 (Kyodo) --" is that of the report."""
    token = side.token
    if token is None or token.kind != "mark":
        return None
    place, closing = side.cut.at(side.cut.before(side.date.start) - 1), side.next(2)
    agency = token.text == "(" and closing is not None and closing.text == ")"
    capitals = place is not None and place.text.isupper() and len(place.text) > 1
    return "the date of a dateline is not that of an event" if agency or capitals else ""


def _listed_after(side: _Side) -> str | None:
    kind, text = side.date.first.kind, side.token.text if side.token else ""
    if side.has("date: listed after") and kind in _DAYS_AND_YEARS:
        return f'"{text}" after them makes them a name or another date'
    counted = side.has("date: counted after a year") and kind == "year" and side.date.last is None
    return f'"{text}" after it makes it a count, not a year' if counted else None


def _name_after(side: _Side) -> str | None:
    """A day that names something ("the May 18 Movement")."""
    named = side.date.first.kind == "date" and side.date.last is None and _has_article(side)
    if side.token and named and side.token.text[0].isupper():
        return f'"{side.token.text}" after them makes them a part of a name'
    return None


def _has_article(side: _Side) -> bool:
    before = side.cut.at(side.cut.before(side.date.start))
    return before is not None and before.folded == "the"


def _function_after(side: _Side) -> str | None:
    token = side.token
    if token is None or token.kind != "word" or not is_function(token.folded, side.lexicon):
        return ""
    if not side.has("date: harmless after"):
        return _in_the_way(token, "after")
    ahead = side.next()
    if side.word in ("before", "after"):
        another = ahead is not None and ahead.folded in ("last", "next")
        return _in_the_way(token, "after") if another or _has_article(side) else ""
    if side.word == "and" and _is_date(side):
        return _in_the_way(token, "after")
    return ""


def _is_date(side: _Side) -> bool:
    """Whether a date or a number follows, perhaps after "on"."""
    ahead = side.next()
    if ahead is not None and ahead.folded in ("on", "in", "the", "possibly", "perhaps", "again"):
        ahead = side.next(2)
    if ahead is None:
        return False
    return ahead.kind == "number" or any(point.start == 0 for point in points(ahead.text))


_AFTER: tuple[_Test, ...] = (
    _at_the_end,
    _joined_after,
    _comma,
    _number_after,
    _dateline,
    _listed_after,
    _name_after,
    _function_after,
)
