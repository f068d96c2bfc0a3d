"""The words beside an expression of time: which of them are harmless, and which are in the way.

Each test looks at one side and gives the reason to refuse, the empty text if all is well there, or
``None`` if it has nothing to say; the first that has decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gsomia_data.curation.rules.clauses import clause
from gsomia_data.curation.rules.date_east_beside import touching_east
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_points import points
from gsomia_data.curation.rules.east import LETTER
from gsomia_data.curation.rules.function_words import is_function
from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_DAYS_AND_YEARS = ("weekday", "date", "day", "month", "year", "bare-month")
_BARE = ("year", "bare-month")
_FIRST_NAMES = ("May", "March", "April", "June", "August")
"""Months that begin a sentence as a name or a verb; the others do not."""

_LONGEST_CLAUSE = 60
"""How many words before a limit are searched for a negation; a longer clause refuses."""

DATELINE = "the date of a dateline is not that of an event"
"""Why the date of a dateline is refused."""

_LONGEST_PLACE = 4
"""How many tokens the place of a dateline has at most."""


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
    if LETTER.match(cut.text[date.end - 1]):
        return touching_east(cut.text, date.start, date.end)
    before = _Side(date, cut, lexicon, cut.before(date.start), _is_introduced(date))
    if (first := _first_of_years(before)) is not None:
        return (
            _denied_list(cut, first, lexicon) or _introduced(replace(before, index=first - 1)) or ""
        )
    after = _Side(date, cut, lexicon, cut.after(date.end))
    refusal = _turned(before) or _first(_BEFORE, before) or _first(_AFTER, after)
    if not refusal and after.word == "'s":
        refusal = _first(_BEHIND_POSSESSIVE, replace(after, index=after.index + 1))
    return refusal


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


def _first_of_years(side: _Side) -> int | None:
    """Index of the first year of a list in which each one is certain; ``None`` if there is none.

    As in "in 2006, 2009 and 2013", but not in "in 2006, 2009 or 2013", "in 2015, 2016 soldiers".
    """
    if side.date.first.kind != "year" or side.date.last or side.date.relation:
        return None
    cut, first = side.cut, side.cut.after(side.date.start)
    last, count = first, 1
    while (before := _step_in_list(cut, first, -1)) is not None:
        first, count = before, count + 1
    while (behind := _step_in_list(cut, last, 1)) is not None:
        last, count = behind, count + 1
    opening, closing = cut.at(first - 1), cut.at(last + 1)
    if count < _PAIR or opening is None or opening.folded != "in":
        return None
    joined = any(token.folded == "and" for token in cut.tokens[first:last])
    ended = closing is None or closing.text in ".,;:)" or (joined and closing.folded in _AFTER_LIST)
    longer = count > _PAIR and closing is not None and closing.folded == "and"
    return first if (joined and ended) or longer else None


def _denied_list(cut: Tokens, first: int, lexicon: Lexicon) -> str:
    """The negation before a list of years, which is of each of them."""
    around = clause(cut, cut.starts[first], cut.ends[first], lexicon)
    for token in cut.tokens[around.first : first]:
        listed = ("date: turns a limit round", "date: of a picture or a denial")
        if any(token.folded in lexicon[name] for name in listed) or _is_negative(token):
            return _in_the_way(token, "before")
    return ""


_PAIR = 2
_AFTER_LIST = frozenset("by in under at but when after before because with for without".split())
"""Words that may follow a list of years: none of them is counted by the last one."""


def _step_in_list(cut: Tokens, index: int, step: int) -> int | None:
    """Index of the year beside that of ``index``, with a comma or "and" between the two."""
    at, seen = index + step, False
    while (token := cut.at(at)) is not None and token.folded in (",", "and"):
        at, seen = at + step, True
    year = token is not None and token.kind == "number" and len(token.text) == len("2016")
    return at if seen and year and _kind_of(cut, token) == "year" else None  # type: ignore[arg-type]


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
    counts = moved.has("date: rises and falls") and side.date.first.kind == "year"
    function = moved.token is not None and is_function(moved.word, side.lexicon)
    counts = counts or (function and not moved.has("date: harmless before its preposition"))
    if counts or moved.has("date: moves what follows"):
        return _in_the_way(moved.token, "before")
    return ""


def _introduced(side: _Side) -> str | None:
    """A preposition such as "on"; the word before it touches the expression."""
    parted = side.date.start < side.date.first.start and not side.date.relation
    timed = side.word == "at" and (parted or _has_its_time(side.date, side.cut.text))
    if not side.has("date: introduces") and not timed:
        return None
    if not _fits(side):
        return _in_the_way(side.token, "before")
    outer = replace(side, index=side.index - 1)
    token = outer.token
    if token is None or token.kind != "word" or outer.has("date: harmless before its preposition"):
        return "" if _repeats_on(side, side.index - 1) else _joins_dates(outer)
    if token.folded in ("ended", "ending"):
        period = replace(outer, index=outer.index - 1)
        return _in_the_way(token, "before") if period.has("date: moves what follows") else ""
    if is_function(token.folded, side.lexicon) or outer.has("date: moves what follows"):
        return _in_the_way(token, "before")
    return ""


def _has_its_time(date: Date, text: str) -> bool:
    """Whether a time of day, or the beginning of a month, is a part of it: "at" fits there."""
    shown = text[date.first.start : date.first.end].lower()
    return date.first.begin > date.first.start or bool(_AT.match(shown))


_AT = re.compile(r"(?:the\s+)?(?:start|beginning|end|close)\s|[\d-]+t\d")


def _fits(side: _Side) -> bool:
    """Whether a preposition can introduce such an expression: not "of tomorrow", "for March"."""
    first = side.date.first
    if side.word == "of" and first.kind == "offset" and first.unit == "day":
        return False
    planned = replace(side, index=side.index - 1).has("tense: planned")
    months = ("bare-month", "month", "year") if planned else ()
    if side.word == "for" and first.kind not in ("weekday", "date", "day", *months):
        return False
    ahead = side.cut.at(side.cut.after(side.date.end))
    counted = first.kind == "year" and side.date.last is None
    return not (counted and _is_plural(ahead, side.lexicon))


def _joins_dates(side: _Side) -> str:
    """Two dates joined by "and": "on Tuesday and on Thursday", "on Tuesday and Thursday"."""
    before = side.next(-1)
    if side.word not in ("and", "or", "&", ",") or before is None:
        return ""
    year = before.kind == "number" and len(before.text) == len("2016") and side.word == ","
    weekday = before.kind == "word" and _kind_of(side.cut, before) == "weekday"
    number = before.kind == "number" and side.word != ","
    listed = year and side.date.first.kind == "year"
    return _in_the_way(side.token, "before") if listed or number or weekday else ""


def _repeats_on(side: _Side, at: int) -> bool:
    """Whether "and" joins two weekdays, each with its "on": "on Friday and on Monday"."""
    words = side.cut.tokens[max(0, at - 2) : at + 3]
    if [token.folded for token in words[::2]] != ["on", "and", words[-1].folded]:
        return False
    days = {_kind_of(side.cut, token) for token in (words[1], words[-1])}
    return words[3].folded == "on" and days == {"weekday"}


def _is_plural(token: Token | None, lexicon: Lexicon) -> bool:
    """Whether a noun in the plural follows, so that four digits may count it."""
    if token is None or token.kind != "word" or token.text[0].isupper():
        return False
    plural = token.folded.endswith("s") and not token.folded.endswith(("ss", "us", "is"))
    return plural and not is_function(token.folded, lexicon)


def _determined(side: _Side) -> str | None:
    """An article or a possessive, where the date describes the noun after it."""
    if not side.has("date: determiner"):
        return None
    kind = side.date.first.kind
    last = kind == "offset" and not side.date.relation
    if kind == "bare-month" or last or side.date.first.which in ("last", "this", "next"):
        return _in_the_way(side.token, "before")
    ahead = side.cut.at(side.cut.after(side.date.end))
    noun = (
        ahead is not None and ahead.kind == "word" and not is_function(ahead.folded, side.lexicon)
    )
    if side.word == "her" and kind in ("weekday", "date", "day") and not noun:
        return ""  # a pronoun: "arrested her Friday"
    if (kind == "weekday" or (kind == "year" and side.word != "the")) and not noun:
        return _in_the_way(side.token, "before")
    if kind == "year" and side.date.last is None and _is_plural(ahead, side.lexicon):
        return _in_the_way(side.token, "before")
    return ""


def _listed_before(side: _Side) -> str | None:
    ended = side.word in ("ended", "ending") and replace(side, index=side.index - 1).has(
        "date: moves what follows"
    )
    day = side.date.first.kind in ("weekday", "date", "day", "offset")
    if ended or (day and side.has("date: moves what follows") and side.word != "night"):
        return _in_the_way(side.token, "before")
    if side.has("date: listed before") and side.date.first.kind in _DAYS_AND_YEARS:
        return f'"{side.word}" before them makes them a name or another date'
    return None


def _function_before(side: _Side) -> str | None:
    token = side.token
    counts = side.date.first.kind in ("offset", "named")
    if counts and side.has("date: harmless before a count"):
        return ""
    if side.has("date: counts before a stretch") and _follows_a_number(side):
        return ""
    if side.word in ("this", "last", "next") and _is_dated(side):
        return ""
    if token is None or token.kind != "word" or not is_function(token.folded, side.lexicon):
        return None
    if not side.has("date: harmless before"):
        return _in_the_way(token, "before")
    return _joins_dates(side) or None


def _follows_a_number(side: _Side) -> bool:
    """Whether a number before an expression cannot be a part of it.

    As in "the fourth this year", "the one a year ago", "seven billion between 2012 and 2016".
    """
    words = side.cut.text[side.date.start :].split(maxsplit=1)
    own = words[0].lower() in ("a", "this", "last", "next")
    return (side.date.first.kind == "offset" and own) or side.date.relation == "between"


def _is_dated(side: _Side) -> bool:
    """Whether "this" or "last" only points at a day: "this Friday, Nov. 25", "this 2016-11-23"."""
    first = side.date.first
    beside = first.kind in ("date", "day") and first.weekday is not None
    return side.date.last is None and (beside or (side.word == "this" and first.kind == "day"))


def _name_before(side: _Side) -> str | None:
    """A name right before a weekday may belong to it ("Sheffield Wednesday")."""
    token = side.token
    if token is None or side.date.first.kind != "weekday" or side.introduced:
        return None
    index = side.index
    while index > side.index - _LONGEST_NAME and _is_name(side.cut.at(index)):
        index -= 1
    opening = side.cut.at(index)
    named = index < side.index and token.folded not in side.lexicon["date: harmless before"]
    placed = opening is not None and opening.folded in ("in", "at", "from", "to", "near", "told")
    if named and not placed:
        return f'"{token.text}" before them may make them a name'
    return None


_LONGEST_NAME = 6
"""How many words a name before a weekday has at most."""


def _is_name(token: Token | None) -> bool:
    return token is not None and token.kind == "word" and token.text[0].isupper()


def _mark_before(side: _Side) -> str | None:
    token = side.token
    if side.word == "," and (listed := _joins_dates(side)):
        return listed
    if token is None or token.kind == "word":
        return None
    pointed = side.date.first.kind == "offset" or side.date.first.which in ("last", "next")
    if token.kind == "number" and not pointed:
        return _in_the_way(token, "before")
    if token.kind == "mark" and token.text in "~<>≈±=$€£¥₩#-/+&":
        return _in_the_way(token, "before")
    return "" if token.text == "(" else None


def _alone(side: _Side) -> str | None:
    """A year or a month that nothing shows to be one."""
    kind = side.date.first.kind
    dashed = side.date.first.until is not None
    stretch = kind == "year" and side.date.last is not None and not dashed
    stretch = stretch and side.date.relation != "between"
    if kind not in _BARE or (side.introduced and not stretch):
        return ""
    if stretch and side.word == "from":
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
    _name_before,
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
    if ahead is None:
        return ""
    later = side.next(2)
    choice = ahead.folded == "or"
    day = ahead.kind == "number" and len(ahead.text) <= len("31")
    listed = (side.date.first.kind == "year" and ahead.kind == "number") or (
        side.date.first.kind in ("date", "weekday") and day
    )
    numbered = ahead.folded == "the" and later is not None and later.kind == "number"
    same = _kind_of(side.cut, ahead) == side.date.first.kind and side.date.first.kind in _REPEATED
    return _in_the_way(ahead, "after") if choice or listed or numbered or same else ""


_REPEATED = ("weekday", "bare-month")


def _kind_of(cut: Tokens, token: Token) -> str:
    """The kind of the point that begins with a word; empty if none does."""
    passage = cut.text[token.start : token.start + _LONGEST_POINT]
    return next((point.kind for point in points(passage) if point.start == 0), "")


_LONGEST_POINT = 24
"""How many characters are looked at to see whether a date begins there."""


def _event_after(side: _Side) -> str | None:
    """A limit that is an event, not its date: "before Friday's vote", "since the 2016 election"."""
    relation, token = side.date.relation, side.token
    if relation not in _LIMITS or token is None or token.kind != "word":
        return None
    shown = side.cut.text[side.date.start : side.date.first.start].lower()
    plain = (token.text[0].islower() or side.date.first.kind == "year") and not is_function(
        token.folded, side.lexicon
    )
    if token.folded == "'s" or (plain and token.folded not in _DAY_PARTS) or shown.endswith("the "):
        return f'"{relation}" names an event of that date, not the date'
    return None


_LIMITS = frozenset({"before", "after", "since", "until", "by", "as of"})
_DAY_PARTS = frozenset("morning noon afternoon evening night midnight at".split())


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
    ahead = side.next()
    if token.text == "(" and ahead is not None and _kind_of(side.cut, ahead):
        return _in_the_way(ahead, "after")
    agency = token.text == "(" and closing is not None and closing.text == ")"
    capitals = place is not None and place.text.isupper() and len(place.text) > 1
    capitals = capitals and not side.cut.text.isupper()
    first = side.cut.before(side.date.start) <= _LONGEST_PLACE and token.text in "-–—"
    return DATELINE if agency or capitals or first else ""


def _listed_after(side: _Side) -> str | None:
    kind, text = side.date.first.kind, side.token.text if side.token else ""
    named = side.has("date: name after") and text[:1].isupper()
    if (named or side.has("date: listed after")) and kind in _DAYS_AND_YEARS:
        return f'"{text}" after them makes them a name or another date'
    counted = side.has("date: counted after a year") or (
        side.date.last is not None and _is_plural(side.token, side.lexicon)
    )
    if kind == "year" and counted:
        return f'"{text}" after it makes it a count, not a year'
    if kind == "year" and side.date.last is None and text[:1].isupper() and _has_article(side):
        return f'"{text}" after it makes it a part of a name'
    month = side.cut.text[side.date.first.start : side.date.first.end]
    if kind == "bare-month" and month in _FIRST_NAMES and text[:1].isupper():
        return f'"{text}" after it may make it a first name'
    if kind == "weekday" and text in ("Night", "Morning", "Evening", "Afternoon"):
        return f'"{text}" after it makes it a part of a name'
    return None


def _figure(side: _Side) -> str | None:
    """A day that is a figure of speech or a name: "yesterday's man", "the Today programme"."""
    if side.date.first.kind != "offset" or side.date.first.unit != "day":
        return None
    before = side.cut.before(side.date.start)
    shown = side.cut.text[side.date.first.start : side.date.first.end]
    opening = side.cut.at(before)
    within = opening is not None and opening.kind == "word"
    index = side.cut.after(side.date.end)
    possessive = side.cut.at(index)
    figure = possessive is not None and possessive.folded == "'s"
    if figure or (within and shown[0].isupper()):
        return f'"{shown}" may be a figure of speech or a name here'
    return None


def _name_after(side: _Side) -> str | None:
    """A day that names something ("the May 18 Movement")."""
    token = side.token
    if token is None or token.kind != "word" or is_function(token.folded, side.lexicon):
        return None
    if side.date.first.kind == "date" and side.date.last is None and _has_article(side):
        return f'"{token.text}" after them may make them the name of an event'
    return None


def _has_article(side: _Side) -> bool:
    before = side.cut.at(side.cut.before(side.date.start))
    return before is not None and before.folded == "the"


def _function_after(side: _Side) -> str | None:
    token = side.token
    if token is None or token.kind != "word" or not is_function(token.folded, side.lexicon):
        return ""
    if side.word == "not" and _begins_infinitive(side):
        return ""
    if not side.has("date: harmless after"):
        return _in_the_way(token, "after")
    ahead = side.next()
    if side.word in ("before", "after"):
        another = ahead is not None and ahead.folded in ("last", "next")
        return _in_the_way(token, "after") if another or _has_article(side) else ""
    if side.word == "and" and _is_date(side) and not _repeats_on(side, side.index):
        return _in_the_way(token, "after")
    return _of_a_week(side)


def _begins_infinitive(side: _Side) -> bool:
    """Whether "not" belongs to an infinitive: "decided last month not to renew it"."""
    ahead, later = side.next(), side.next(2)
    return ahead is not None and ahead.folded == "to" and later is not None and later.text.islower()


def _of_a_week(side: _Side) -> str:
    """A week or a year named behind: "Friday of that week", "June 29 of 1987", "a week ago"."""
    words = [t.folded for t in side.cut.tokens[side.index + 1 : side.index + 4]]
    following, first = side.next(), side.date.first
    number = following is not None and following.kind == "number" and first.year is None
    moved = (
        (number and side.word in ("of", "in", "the"))
        or (side.word == "at" and words[:1] == ["the"] and {"earliest", "latest"} & set(words))
        or (side.word == "of" and (first.which in ("last", "this", "next")))
        or (side.word == "of" and first.kind == "offset")
        or (side.word in ("of", "in") and {"week", "weeks", "month", "year"} & set(words))
        or (side.word == "that" and {"week", "month", "year", "day"} & set(words[:1]))
        or (side.word in ("a", "the", "some") and {"ago", "later", "earlier"} & set(words))
    )
    return _in_the_way(side.token, "after") if moved else ""


def _is_date(side: _Side) -> bool:
    """Whether a date or a number follows, perhaps after "on"; a percentage is not a date."""
    ahead = side.next()
    if ahead is not None and ahead.folded in _BEFORE_ANOTHER:
        ahead = side.next(2)
    share = side.next(2)
    if share is not None and share.folded in ("%", "percent"):
        return False
    return ahead is not None and (ahead.kind == "number" or bool(_kind_of(side.cut, ahead)))


_BEFORE_ANOTHER = frozenset("on in the possibly perhaps again early late mid".split())


_AFTER: tuple[_Test, ...] = (
    _figure,
    _at_the_end,
    _event_after,
    _joined_after,
    _comma,
    _number_after,
    _dateline,
    _listed_after,
    _name_after,
    _function_after,
)

_BEHIND_POSSESSIVE: tuple[_Test, ...] = (_at_the_end, _number_after, _listed_after, _function_after)
