"""Whole expressions of time: a point, or two, with the words beside it that change it.

An expression is read as far as it reaches: "by the end of November", "from Nov. 19 to 21", "early
2016". A function word that touches it and that no shape takes up, or a listed word, makes it
refused; ``date_words`` lists what is harmless. ``date_table`` shows every shape with an example.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gsomia_data._floor.text import unlike
from gsomia_data.curation.rules.clauses import clause
from gsomia_data.curation.rules.date_points import Point, points
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.tokens import Token, Tokens, tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_REACH = 60
"""How many characters before a point are searched for words that change it."""

_S = r"\s{1,4}"
_PART = re.compile(
    rf"(?<!\w)(?:(?:the{_S})?(?P<part>beginning|start|middle|close){_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<end>end){_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<half>first|second|latter){_S}half{_S}of(?:{_S}the)?{_S}"
    rf"|(?:the{_S})?(?P<quarter>first|second|third|fourth){_S}quarter{_S}of(?:{_S}the)?{_S}"
    rf"|(?P<plain>(?:the{_S})?(?:early|late){_S}(?:in{_S}|on{_S})?(?:the{_S})?"
    rf"|(?:the{_S})?mid(?:[-‑–](?:the{_S})?|{_S})))\Z",
    re.IGNORECASE,
)
_THE = re.compile(rf"(?<!\w)the{_S}\Z", re.IGNORECASE)
_RELATION = re.compile(
    rf"(?<!\w)(?:(?:some{_S}time|sometime|shortly|well|just|long){_S})?(?P<relation>by|(?:no|not){_S}later{_S}than|on{_S}or{_S}before|"
    rf"before|prior{_S}to|after|since|(?:up{_S})?until|till|(?:as{_S}of)|between|from)"
    rf"(?:{_S}on)?{_S}\Z",
    re.IGNORECASE,
)
_HEDGED = re.compile(rf"(?<!\w)(?:shortly|well|just|long){_S}", re.IGNORECASE)
_RELATIONS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "on or before": "by",
    "before": "before",
    "prior to": "before",
    "after": "after",
    "since": "since",
    "until": "until",
    "up until": "until",
    "till": "until",
    "as of": "as of",
    "between": "between",
    "from": "from",
}
_JOIN = re.compile(
    rf",?(?:\s?[-–]\s?|{_S}(?P<join>to|through|until|till|thru|and){_S}"
    rf"(?:(?:early|late|mid){_S}|mid-|the{_S})?)",
    re.IGNORECASE,
)
_LONG_UNTIL = re.compile(
    rf"{_S}(?:to|until|till|through){_S}the{_S}end{_S}of{_S}(?:[A-Z]\w*{_S}|the{_S}){{1,6}}in{_S}\Z"
)
_QUARTERS = {"first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12)}
_EAST_HARMLESS = re.compile(
    r"(?:\s*(?:\([월화수목금토일月火水木金土日]\)|[월화수목금토]요일))?"
    r"(?:에|의|은|는|이|가|자|날|付け|付|の|に|は|が|も|と|、|。|,|\.|\)|）|」|\"|'|午前|午後|오전|오후|\Z"
    r"|\s(?!(?:전|이전|후|이후|쯤|께|경|무렵|까지|부터|현재)))"
)


@dataclass(frozen=True, slots=True)
class Date:
    """One expression of time in a passage, with what changes it.

    Attributes:
        start: Position of its first character.
        end: Position after the last one.
        first: The point, or the first of two.
        last: The last point of a stretch; ``None`` if there is one point.
        relation: by, before, after, since, until, as of, between, from; empty for none.
        months: First and last month, of a half or a quarter of a year.
        ending: Whether its last day counts ("by the end of").
        refusal: Why no rule may read it; empty if one may.
        core: Where the words that must be cited begin: at ``start``, but for a time of day or a
            weekday beside a date.
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    relation: str = ""
    months: tuple[int, int] | None = None
    ending: bool = False
    refusal: str = ""
    core: int = -1

    def cut_by(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` are only a part of it."""
        overlaps = self.start < end and start < self.end
        return overlaps and not self.in_words(start, end)

    def in_words(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` hold all that must be cited."""
        return start <= self.core and self.end <= end


@lru_cache(maxsize=4096)
def dates(text: str, lexicon: Lexicon = LEXICON) -> tuple[Date, ...]:
    """Every expression of time in ``text``, in order, each in its longest form."""
    text = unlike(text)
    cut = tokens(text)
    listed: list[Date] = []
    waiting = list(points(text))
    waiting.reverse()
    while waiting:
        point = waiting.pop()
        counted = _counted(point, text, waiting)
        if counted is None:
            continue
        floor = listed[-1].end if listed else 0
        date = _modified(_joined(counted, text, waiting), text, floor)
        core = date.start if date.start < point.start else max(date.start, point.core)
        refusal = date.refusal or date.first.why or _touching(date, cut, lexicon)
        listed.append(replace(date, refusal=refusal, core=core))
    return tuple(listed)


def _counted(point: Point, text: str, waiting: list[Point]) -> Date | None:
    """A point, or one that is counted from the point after it ("two days before Nov. 12").

    ``None`` if it is counted from something else: then it dates nothing by itself.
    """
    date = Date(point.start, point.end, point)
    if point.kind != "counted":
        return date
    between = text[point.end : waiting[-1].start] if waiting else "-"
    if re.fullmatch(rf"{_S}(?:the{_S})?", between, re.IGNORECASE):
        base = waiting.pop()
        if base.kind not in ("day", "date", "weekday", "month", "year") or base.until:
            return replace(date, end=base.end, refusal="they count from what no rule reads")
        return Date(point.start, base.end, point, last=base, relation="counted")
    if re.match(r"\s*(?:[.,;:]|\Z)", text[point.end :]):
        return replace(date, first=replace(point, kind="named"))
    return None


def _joined(date: Date, text: str, waiting: list[Point]) -> Date:
    """Two points with a dash, to, through, until or and between them."""
    if date.first.until is not None:
        return replace(date, last=date.first.until)
    if not waiting or date.relation:
        return date
    after = waiting[-1]
    between = text[date.end : after.start]
    match = _JOIN.fullmatch(between)
    if match is None and _LONG_UNTIL.fullmatch(between) is None:
        return date
    join = (match["join"] or "-").lower() if match else "until"
    if join == "and":
        opening = _RELATION.search(text[max(0, date.start - _REACH) : date.start])
        if opening is None or opening["relation"].lower() != "between":
            return date
    waiting.pop()
    return replace(date, last=after, end=after.end, relation="" if join == "and" else "to")


def _modified(date: Date, text: str, floor: int) -> Date:
    """The expression with the words before it that change it."""
    start = date.start

    def window() -> str:
        return text[max(floor, start - _REACH) : start]

    if part := _PART.search(window()):
        start = max(floor, start - _REACH) + part.start()
        if part["plain"] and date.first.kind in _DAY_KINDS:
            start = date.start  # a part of a day does not change the day
        else:
            date = replace(date, start=start)
        if part["end"]:
            date = replace(date, ending=True)
        elif half := part["half"]:
            date = _part_of_year(date, (1, 6) if half.lower() == "first" else (7, 12))
        elif quarter := part["quarter"]:
            date = _part_of_year(date, _QUARTERS[quarter.lower()])
    elif date.first.kind == "decade" and (the := _THE.search(window())):
        start = max(floor, start - _REACH) + the.start()
        date = replace(date, start=start)
    if date.first.which == "end":
        date = replace(date, ending=True)
    passage = window()
    relation = _RELATION.search(passage)
    if relation is None and (the := _THE.search(passage)):
        relation = _RELATION.search(passage[: the.start()])
        if relation is not None:
            return _with_relation(date, relation, max(floor, start - _REACH), the=True, text=text)
    if relation is not None:
        return _with_relation(date, relation, max(floor, start - _REACH), the=False, text=text)
    return date


def _part_of_year(date: Date, months: tuple[int, int]) -> Date:
    of_year = date.first.kind == "year" or (
        date.first.kind == "offset" and date.first.unit == "year" and not date.first.which
    )
    if not of_year or date.last is not None:
        return replace(date, refusal="only a year has halves and quarters that a rule reads")
    return replace(date, months=months)


def _with_relation(date: Date, match: re.Match[str], shift: int, *, the: bool, text: str) -> Date:
    word = _RELATIONS[" ".join(match["relation"].lower().split())]
    whole = replace(date, start=shift + match.start())
    if _HEDGED.match(match.group()):
        return replace(whole, refusal=f"{match.group().split()[0]!r} has no certain limit")
    noun = re.match(r"['’]s\b|\s[a-zA-Z]", text[date.end :])
    if (
        noun
        and (noun.group() != " " and (the or noun.group()[0] in "'’"))
        and word
        in (
            "before",
            "after",
            "since",
            "until",
            "by",
            "as of",
        )
        and date.first.kind in ("year", "weekday", "date", "day", "month", "bare-month")
    ):
        return replace(whole, refusal=f'"{word}" names an event of that date, not the date')
    if word == "between":
        if date.last is None or date.relation != "":
            return replace(whole, refusal='"between" has no second date beside it')
        return replace(whole, relation="between")
    if word == "from":
        if date.relation == "to" or date.first.until is not None:
            return date  # the stretch is whole without it
        return replace(whole, refusal='"from" has no second date beside it')
    if date.relation == "counted":
        return replace(whole, refusal=f'"{word}" before a date that is counted is not read')
    if date.last is not None:
        return replace(whole, refusal=f'"{word}" before two dates is not read')
    return replace(whole, relation=word)


def _touching(date: Date, cut: Tokens, lexicon: Lexicon) -> str:
    """The word in the way beside an expression; empty if there is none."""
    if date.first.kind in ("day", "month", "year", "date") and _is_eastern(date, cut):
        if not _EAST_HARMLESS.match(cut.text, date.end):
            return f"{cut.text[date.end : date.end + 2]!r} after them may change the date"
        return ""
    return _negated(date, cut, lexicon) or _before(date, cut, lexicon) or _after(date, cut, lexicon)


def _negated(date: Date, cut: Tokens, lexicon: Lexicon) -> str:
    """The negation in the clause of "until", "before" or "after", which turns them round."""
    if date.relation not in ("until", "before", "after", "by"):
        return ""
    around = clause(cut, date.start, date.end, lexicon)
    for token in cut.tokens[around.first : cut.before(date.start) + 1]:
        if token.folded in lexicon["date: turns a limit round"] or token.folded.endswith("n't"):
            return f'"{token.text}" before "{date.relation}" turns it round'
    return ""


def _is_eastern(date: Date, cut: Tokens) -> bool:
    return cut.text[date.end - 1] in "년년월월일일年月日"


def _refuse(token: Token, side: str) -> str:
    return f'"{token.text}" {side} them is a part of the expression that no rule reads'


_DAY_KINDS = ("weekday", "date", "day")
_BARE = ("year", "bare-month")
_PLAIN = ("weekday", "date", "day", "month", "year", "bare-month")


def _before(date: Date, cut: Tokens, lexicon: Lexicon) -> str:
    index = cut.before(date.start)
    token = cut.at(index)
    kind = date.first.kind
    if token is None:
        bare = kind in _BARE and not date.relation and date.first.count is None
        alone = not date.last and date.start == date.first.start and not date.first.which
        return _bare(date, cut) if bare and alone else ""
    if cut.ends[index] == date.start and token.text not in "(“\"'‘[":
        return f'they are joined to "{token.text}"'
    introduced = bool(date.relation or date.last or date.first.count is not None or date.months)
    introduced = introduced or date.start < date.first.start or bool(date.first.which)
    if token.folded == "from" and date.last is not None:
        index -= 1
        token = cut.at(index)
        if token is None or token.folded not in lexicon["date: moves what follows"]:
            return ""
        return _refuse(token, "before")
    if token.folded in lexicon["date: introduces"]:
        introduced = True
        index -= 1
        token = cut.at(index)
        if token is not None and token.kind == "word":
            if token.folded in lexicon["date: harmless before its preposition"]:
                return ""
            if _is_function(token, lexicon):
                return _refuse(token, "before")
            if token.folded in lexicon["date: moves what follows"]:
                return _refuse(token, "before")
        return ""
    if token.kind == "word":
        if token.folded in lexicon["date: determiner"]:
            if kind == "bare-month":
                return _refuse(token, "before")
            ahead = cut.at(cut.after(date.end))
            if (
                kind in ("weekday", "year")
                and (ahead is None or ahead.kind != "word" or _is_function(ahead, lexicon))
                and token.folded != "the"
            ):
                return _refuse(token, "before")
            introduced = True
        elif token.folded in lexicon["date: listed before"] and (kind in _PLAIN):
            return f'"{token.text}" before them makes them a name or another date'
        elif _is_function(token, lexicon) and token.folded not in lexicon["date: harmless before"]:
            return _refuse(token, "before")
    elif token.kind == "number" and token.text[-1].isdigit() and kind != "offset":
        return _refuse(token, "before")
    elif token.text in "~<>≈±=$€£¥₩#-/+&":
        return _refuse(token, "before")
    elif token.text in '(,:;—–“"':
        introduced = introduced or token.text == "("
    if kind in _BARE and not introduced:
        return _bare(date, cut)
    return ""


def _bare(date: Date, cut: Tokens) -> str:
    word = cut.text[date.first.start : date.first.end]
    if date.first.kind == "year":
        return "a number without a preposition before it may be something else than a year"
    ahead = cut.at(cut.after(date.end))
    if (
        ahead is not None
        and ahead.text in ("'s", "’s")
        and word not in ("May", "March", "April", "June", "August")
    ):
        return ""
    return f'"{word}" without a preposition before it may be a name or another word'


def _is_function(token: Token, lexicon: Lexicon) -> bool:
    word = token.folded
    if word.endswith("n't"):
        return True
    if word.endswith("ly") and word not in lexicon["-ly and no adverb"]:
        return True
    return any(
        word in words for name, words in lexicon.lists.items() if name.startswith("function")
    )


def _after(date: Date, cut: Tokens, lexicon: Lexicon) -> str:
    index = cut.after(date.end)
    token = cut.at(index)
    if token is None:
        return ""
    joined = cut.starts[index] == date.end
    if joined and token.kind == "mark" and token.text in "-‑–/%+~$€£¥₩&*#":
        return f'they are joined to "{token.text}"'
    if joined and token.kind != "mark" and token.folded != "'s":
        return f'they are joined to "{token.text}"'
    if token.folded == "'s":
        index += 1
        token = cut.at(index)
        if token is None:
            return ""
    if token.text in "-–" and (later := cut.at(index + 1)) and later.kind == "number":
        return _refuse(token, "after")
    if token.text == ",":
        later = cut.at(index + 1)
        if later is not None and later.folded in ("or", "if", "unless"):
            return _refuse(later, "after")
        return ""
    if token.kind == "number":
        return _refuse(token, "after")
    if token.kind != "word":
        return _dateline(date, cut, index)
    word = token.folded
    named = lexicon["date: listed after"]
    if word in named and date.first.kind in _PLAIN:
        return f'"{token.text}" after them makes them a name or another date'
    if (
        date.first.kind == "year"
        and word in lexicon["date: counted after a year"]
        and not date.last
    ):
        return f'"{token.text}" after it makes it a count, not a year'
    the = cut.at(cut.before(date.start))
    if (
        date.first.kind == "date"
        and date.last is None
        and the is not None
        and the.folded == "the"
        and token.text[0].isupper()
    ):
        return f'"{token.text}" after them makes them a part of a name'
    if word in lexicon["date: harmless after"]:
        later = cut.at(index + 1)
        if later is not None and later.folded in ("last", "next") and word in ("before", "after"):
            return _refuse(later, "after")
        if word == "and" and _names_date(cut, index + 1, lexicon):
            return _refuse(token, "after")
        if word in ("before", "after") and the is not None and the.folded == "the":
            return _refuse(token, "after")
        return ""
    return _refuse(token, "after") if _is_function(token, lexicon) else ""


def _dateline(date: Date, cut: Tokens, index: int) -> str:
    """Whether the date is that of a dateline ("TOKYO, Nov. 23 (Kyodo) --"), not of an event."""
    before = cut.at(cut.before(date.start) - 1)
    closing = cut.at(index + 2)
    agency = cut.tokens[index].text == "(" and closing is not None and closing.text == ")"
    place = before is not None and before.text.isupper() and len(before.text) > 1
    return "the date of a dateline is not that of an event" if agency or place else ""


def _names_date(cut: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a date, a number or "on" and a date follow."""
    token = cut.at(index)
    if token is not None and token.folded in ("on", "in", "the", "possibly", "perhaps", "again"):
        token = cut.at(index + 1)
    if token is None:
        return False
    if token.kind == "number":
        return True
    return next(points(token.text), None) is not None and token.text[0].isupper()
