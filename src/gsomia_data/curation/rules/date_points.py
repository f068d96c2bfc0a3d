"""Points of time as newspapers print them: "Nov. 4, 2016", "last Friday", "three years ago".

A point is what an expression of time is built on; ``date_shapes`` adds the words that change it.
Every pattern is bounded, so that time grows with the length of the text and no faster.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from gsomia_data.curation.rules.east import LETTER

Match = re.Match[str]

_FULL = [name for name in calendar.month_name if name]
_SHORT = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_NUMBER_OF = {
    **{name.lower(): at for at, name in enumerate(_FULL, 1)},
    **{name.lower(): at for at, name in enumerate((s for s in _SHORT if s != "Sep"), 1)},
    "sep": 9,
}
_DAYS = [*calendar.day_name]
_COUNTS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}


def _cased(names: object) -> str:
    """Names as they are printed, and in capitals as in headlines, the longest first."""
    listed = sorted({form for n in names for form in (n, n.upper())}, key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(listed)


_K = r"(?<![가-힣])"  # a Korean word has a blank or a mark before it
_EAST_DAY = r"(?:[3３][01０１]|[12１２]\d|[1-9１-９])"
_NOT_DAYS = (
    r"(?!\s?(?:간|동안|째|만(?![나났남난날들])|연속|정도|이상|이내|가량|여|"
    r"間|目|以|ぶり|後|前|程|余|あまり|本|米|韓|中))"
)
"""What makes a number of days of it: 3일간, 3日間, 3일 만에."""
_B = r"(?<![^\W_])"  # neither a letter nor a digit before it
_EAST_B = r"(?<!\d)"  # words have no blank between them
_MON = rf"(?-i:(?:{_cased(_FULL)})(?!\w)|(?:{_cased(_SHORT)})(?:\.|(?!\w)))"
_MON_ALONE = rf"(?-i:(?:{_cased(_FULL)})(?!\w)|(?:{_cased(_SHORT)})\.)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d,]\d|\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)(?:st|nd|rd|th)?(?!\w)"
_WD = rf"(?-i:(?:{_cased(_DAYS)})(?!\w))"
_WD_SHORT = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_UNIT = r"(?:day|week|month|year|decade|fortnight|century|hour|minute)"
_S = r"\s{1,4}"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of time, as printed.

    Attributes:
        start: Position of its first character.
        end: Position after the last one.
        kind: What it is. ``day``, ``month``, ``year`` and ``decade`` are absolute. ``date`` (a day
            and a month), ``month-day``, ``bare-month``,
            ``weekday``, ``offset`` (units from publication), ``now``
            and ``so-far`` need the day of publication; ``ahead`` counts from it if the clause is
            about the future. ``named`` counts from the date named last, ``counted`` from the point
            after it. ``refused`` is none that a rule reads, ``vague`` a stretch without limits.
        year: The year.
        month: The month, from 1.
        day: The day of the month.
        weekday: The weekday, Monday being 0.
        count: How many units from there, negative before.
        unit: day, week, month or year.
        which: "last", "this", "next" or "coming" beside a weekday; "latest" beside a month;
            "earlier" or "later" beside a unit.
        until: The last point of a stretch that is printed as one, such as "Nov. 19-21".
        why: Why it is refused.
        core: Where it begins without a time of day, or a weekday beside a date: these may be left
            out of the words that are cited.
        begin: Where it begins without a time of day.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    count: int | None = None
    unit: str = ""
    which: str = ""
    until: "Point | None" = None
    why: str = ""
    core: int = -1
    begin: int = -1


def _month(text: str) -> int:
    return _NUMBER_OF[text.lower().rstrip(".")]


def _weekday(text: str) -> int:
    return next(at for at, name in enumerate(_DAYS) if name.lower().startswith(text.lower()[:3]))


def _day(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS[text.lower()]


def _at(match: Match, kind: str, **parts: object) -> Point:
    listed = match.re.groupindex
    core = min((match.start(k) for k in _CORE if k in listed and match[k]), default=match.start())
    day = min((match.start(k) for k in _DAYS_BEGIN if k in listed and match[k]), default=core)
    begin = min(day, core)
    return Point(*match.span(), kind, core=core, begin=begin, **parts)  # type: ignore[arg-type]


_CORE = ("which", "m", "d", "y")
"""The groups of which the first begins what must be cited; others than these begin a point."""
_DAYS_BEGIN = ("which", "w")
"""The groups that may begin a day before that."""


def _refused(why: str) -> Callable[[Match], Point]:
    return lambda match: _at(match, "refused", why=why)


def _vague(why: str) -> Callable[[Match], Point]:
    return lambda match: _at(match, "vague", why=why)


def _dated(match: Match) -> Point:
    """A day and a month, with the year and the weekday if they are there."""
    group = match.groupdict()
    parts: dict[str, object] = {"month": _month(group["m"]), "day": _day(group["d"])}
    if group.get("w"):
        parts["weekday"] = _weekday(group["w"])
    if group.get("y"):
        return _at(match, "day", year=int(group["y"]), **parts)
    if group.get("rel"):
        parts |= {"count": _STEPS[group["rel"].lower()], "unit": "year"}
    return _at(match, "date", **parts)


def _stretch(match: Match) -> Point:
    """Two days of one month."""
    group = match.groupdict()
    month, year = _month(group["m"]), int(group["y"]) if group.get("y") else None
    between = group["join"].strip() == "and" and _BETWEEN.search(match.string[: match.start()])
    if group["join"].strip() in ("and", "or", "&", ",") and not between:
        return _at(match, "refused", why=f"they name two days, joined by {group['join'].strip()!r}")
    kind = "day" if year else "date"
    first = _at(match, kind, year=year, month=month, day=_day(group["d"]))
    return replace(first, until=replace(first, day=_day(group["e"])))


_BETWEEN = re.compile(r"\bbetween\s{1,4}\Z", re.IGNORECASE)


def _monthly(match: Match) -> Point:
    group = match.groupdict()
    month = _month(group["m"])
    if group.get("y"):
        return _at(match, "month", year=int(group["y"]), month=month)
    return _at(match, "bare-month", month=month, count=_STEPS[group["rel"].lower()], unit="year")


_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "coming": 1}


def _years(match: Match) -> Point:
    """Two years with a dash."""
    first, short = int(match["y"]), match["z"]
    last = int(short) if len(short) == 4 else first - first % 100 + int(short)
    if len(short) == 2 and int(short) <= 12:
        why = "they may be a year and its month, or two years"
        if last <= first:
            return _at(match, "month", year=first, month=int(short))
        return _at(match, "refused", why=why)
    start = _at(match, "year", year=first)
    return replace(start, until=replace(start, year=last))


def _week_day(match: Match) -> Point:
    """A weekday with last, this, next, coming, or with a week beside it."""
    group = match.groupdict()
    weekday, week = _weekday(group["w"]), group.get("week")
    if group.get("ago"):
        return _at(match, "weekday", weekday=weekday, count=-_count(group["ago"]), which="ago")
    if week:
        return _at(match, "weekday", weekday=weekday, count=_STEPS[week.lower()], unit="week")
    if group.get("last2"):
        return _at(match, "weekday", weekday=weekday, which="before last")
    point = _at(match, "weekday", weekday=weekday, which=_which(group.get("which")))
    return point if point.which not in ("", "later") else replace(point, core=match.start("w"))


def _weeks_from(match: Match) -> Point:
    """Weeks behind the next such weekday: "a week from Friday", in Britain "Friday week"."""
    count = _count(match.groupdict().get("n") or "one")
    return _at(match, "weekday", weekday=_weekday(match["w"]), count=count, which="ahead")


def _which(text: str | None) -> str:
    """Last, this, next, coming or later, from the words beside a weekday."""
    words = (text or "").lower().split()
    for word in ("coming", "past"):
        if word in words:
            return word
    return words[0] if words else ""


def _offset(unit: str, count: int) -> Callable[[Match], Point]:
    return lambda match: _at(match, "offset", unit=unit, count=count)


def _stepped(match: Match) -> Point:
    """Last, this or next week, month or year, or the end of it; earlier or later in it."""
    group = match.groupdict()
    which = (group.get("when") or "").lower()
    count = _STEPS[(group.get("rel") or "this").lower()]
    return _at(match, "offset", unit=group["unit"].lower(), count=count, which=which)


def _ago(match: Match) -> Point:
    return _counted(match, "offset", -1)


def _counted(match: Match, kind: str, sign: int) -> Point:
    unit, count = match["unit"].lower(), _count(match["n"])
    if unit in ("hour", "minute", "century"):
        return _at(match, "refused", why=f"a date is not counted in the unit {unit!r}")
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "decade":
        unit, count = "year", 10 * count
    return _at(match, kind, unit=unit, count=sign * count)


def _relative_to(match: Match) -> Point:
    """So many units later or earlier, or before or after what follows."""
    group = match.groupdict()
    sign = 1 if group["way"].lower() in ("later", "after", "afterwards", "afterward") else -1
    kind = "counted" if group["way"].lower() in ("before", "after") else "named"
    return _counted(match, kind, sign)


def _neighbour(match: Match) -> Point:
    """The next, the previous or the same day."""
    which = match["which"].lower()
    count = {"same": 0, "very same": 0, "following": 1, "next": 1}.get(which, -1)
    return _at(match, "named", unit=match["unit"].lower(), count=count)


def _feast(match: Match) -> Point:
    """New Year's Day and Eve, Christmas Day and Eve."""
    words = match["name"].replace("’", "'").split()
    month, day = {
        ("New", "Day"): (1, 1),
        ("New", "Eve"): (12, 31),
        ("Christmas", "Day"): (12, 25),
        ("Christmas", "Eve"): (12, 24),
    }[words[0], words[-1]]
    year = int(match["y"]) if match["y"] else None
    return _at(match, "day" if year else "date", year=year, month=month, day=day)


_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era of Japan."""
_NEAR_YEARS = {
    **dict.fromkeys(("昨年", "去年", "지난해", "작년"), -1),
    **dict.fromkeys(("今年", "ことし", "올해"), 0),
    **dict.fromkeys(("来年", "내년"), 1),
}
_NEAR_MONTHS = {
    **dict.fromkeys(("先月", "지난달"), -1),
    **dict.fromkeys(("今月", "이달"), 0),
    **dict.fromkeys(("来月", "다음달", "내달"), 1),
}
_NEAR_WEEKS = {
    **dict.fromkeys(("先週", "지난주"), -1),
    **dict.fromkeys(("今週", "이번주"), 0),
    **dict.fromkeys(("来週", "다음주"), 1),
}
_NEAR_DAYS = {
    **dict.fromkeys(("昨日", "きのう", "어제"), -1),
    **dict.fromkeys(("今日", "きょう", "오늘"), 0),
    **dict.fromkeys(("明日", "あす", "내일"), 1),
}
_NAMED_DAYS = {
    **dict.fromkeys(("이날", "同日", "この日"), 0),
    **dict.fromkeys(("전날", "前日"), -1),
    **dict.fromkeys(("이튿날", "다음날", "翌日"), 1),
}
_WHICH = {"지난": "last", "去る": "last", "오는": "coming", "来る": "coming", "다음": "next"}
_EAST_WEEKDAYS = {sign: at % 7 for at, sign in enumerate("월화수목금토일月火水木金土日")}


def _era(match: Match) -> Point:
    """A date by the era of Japan: 平成28年11月23日 is 2016-11-23."""
    years = 1 if match["n"] == "元" else int(match["n"])
    kind = "day" if match["d"] else "month" if match["m"] else "year"
    month, day = (int(match[k]) if match[k] else None for k in ("m", "d"))
    return _whole(match, kind, year=_ERAS[match["era"]] + years, month=month, day=day)


def _whole(match: Match, kind: str, **parts: object) -> Point:
    """A point whose words must be cited from the first one on."""
    return replace(_at(match, kind, **parts), core=match.start(), begin=match.start())


def _near_year(match: Match) -> Point:
    """A month, or a day of it, of last, this or next year: 昨年12月."""
    kind = "date" if match["d"] else "bare-month"
    count, day = _NEAR_YEARS[match["rel"]], int(match["d"]) if match["d"] else None
    return _whole(match, kind, month=int(match["m"]), day=day, count=count, unit="year")


def _near_month(match: Match) -> Point:
    """A day of last, this or next month: 先月22日."""
    count = _NEAR_MONTHS["".join(match["rel"].split())]
    return _whole(match, "month-day", day=int(match["d"]), count=count, unit="month")


def _day_alone(match: Match) -> Point:
    """A day of the month; the word before it may set which: 지난 22일 is the last 22nd.

    A weekday before it must agree, and may be left out of the words: 토요일인 지난 16일.
    """
    which = _WHICH[match["rel"]] if match["rel"] else ""
    before = match["v"] or match["j"]
    weekday = _EAST_WEEKDAYS[before] if before else _beside(match)
    point = _at(match, "month-day", day=int(match["d"]), which=which, weekday=weekday)
    core = match.start("rel" if match["rel"] else "d")
    return replace(point, core=core, begin=match.start())


_TWO_DIGITS = 10
"""From this day on nobody takes `19∼21일` for a length of time."""


def _east_days(match: Match) -> Point:
    """Some days of a month one after the other: 19∼21일, 今月16、17の両日.

    The month before them is that of both; without one, theirs is that of publication.
    """
    group = match.groupdict()
    first, last = int(match["d"]), int(match["e"] or match["both"])
    rel = "".join((group.get("rel") or "").split())
    if rel:
        parts: dict[str, object] = {"count": _NEAR_MONTHS[rel], "unit": "month"}
        kind = "month-day"
    elif group.get("m"):
        parts = {"month": int(match["m"]), "year": int(match["y"]) if group.get("y") else None}
        kind = "day" if group.get("y") else "date"
    else:
        parts, kind = {}, "month-day"
    point = _whole(match, kind, day=first, **parts)
    if group.get("both") and last != first + 1:
        return _whole(match, "refused", why="they name two days, with others in between")
    if last <= first:
        return _whole(match, "refused", why="the first day in them is not before the last")
    if point.month is None and not rel and first < _TWO_DIGITS:
        return _whole(match, "refused", why="they may be a count of days")
    return replace(point, until=replace(point, day=last))


def _month_alone(match: Match) -> Point:
    """A month; the word before it may set which: 지난 6월 is the last June."""
    which = _WHICH[match["rel"]] if match["rel"] else ""
    which = "latest" if which == "last" else which
    return _at(match, "bare-month", month=int(match["m"]), which=which)


def _east_step(steps: dict[str, int], unit: str, kind: str = "offset") -> Callable[[Match], Point]:
    """A day, a week, a month or a year that counts from publication or from the day named last."""
    return lambda m: _at(m, kind, unit=unit, count=steps["".join(m.group().split())])


def _east_weekday(match: Match) -> Point:
    """A weekday, with last, coming or next, or with a week before it."""
    weekday, week = _EAST_WEEKDAYS[match["v"] or match["j"]], match["week"]
    if week:
        count = _NEAR_WEEKS["".join(week.split())]
        return _at(match, "weekday", weekday=weekday, count=count, unit="week")
    return _at(match, "weekday", weekday=weekday, which=_WHICH.get(match["rel"] or "", ""))


def _beside(match: Match) -> int | None:
    """The weekday that is printed behind a date: 11월 22일(화)."""
    found = _EAST_WEEKDAY.match(match.string, match.end())
    return _EAST_WEEKDAYS[found["s"] or found["l"]] if found else None


_EAST_WEEKDAY = re.compile(
    r"\s?(?:[(（](?P<s>[월화수목금토일月火水木金土日])[)）]|(?P<l>[월화수목금토일月火水木金土日])(?:요일|曜日))"
)


def _eastern(match: Match) -> Point:
    """A Korean or Japanese calendar date."""
    group = match.groupdict()
    year, month, day = (int(group[k]) if group.get(k) else None for k in ("y", "m", "d"))
    if year and month and day:
        kind = "day"
    elif year and month:
        kind = "month"
    elif year:
        kind = "year"
    else:
        kind = "date" if month and day else "refused"
    why = "" if kind != "refused" else "they leave out the month or the year"
    which = _WHICH[group["rel"]] if group.get("rel") else ""
    weekday = _beside(match) if day else None
    return _at(match, kind, year=year, month=month, day=day, why=why, which=which, weekday=weekday)


_JOIN = rf"(?P<join>\s?[-–]\s?|{_S}(?:to|through|till|until|and|or|&){_S})"
_DATED = rf"(?:{_WD},?{_S}(?:the{_S})?(?:{_MON}\s{{0,4}}{_DAY}|{_DAY}{_S}{_MON}))"
"""A weekday with its date: "this" before it adds nothing, and is not a part of it."""
_RELYEAR = rf"(?:,?{_S}(?:of{_S})?(?P<rel>last|this|next){_S}year)"
_WDC = rf"(?:(?P<w>{_WD}|{_WD_SHORT}\.?),?{_S}(?:the{_S})?)"
_TIME = (
    rf"(?:(?:\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?|noon|midday)(?:{_S}[A-Z]{{2,4}}T?)?,?{_S}"
    rf"(?:on{_S})?)?"
)

_FORMS: tuple[tuple[str, Callable[[Match], Point]], ...] = (
    (
        (
            r"(?P<y>1[5-9]\d\d|20\d\d)-(?P<mm>\d\d)-(?P<dd>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?"
            r"(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
        ),
        lambda m: _at(m, "day", year=int(m["y"]), month=int(m["mm"]), day=int(m["dd"])),
    ),
    (
        r"\d{1,4}/\d{1,2}(?:/\d{2,4})?(?![\w/])|\d{1,2}[.-]\d{1,2}[.-](?:1[5-9]|20)\d\d(?![\w-])",
        _refused("day and month have no certain order in figures"),
    ),
    (
        (
            rf"(?:(?:(?P<y>1[5-9]\d\d|20\d\d)\s?[년年]\s?)?(?P<m>\d{{1,2}})\s?[월月]\s?"
            rf"|(?P<rel>先月|今月|来月|{_K}(?:지난\s?달|이달|다음\s?달|내달))\s?)?(?<![\d.,])"
            rf"(?P<d>{_EAST_DAY})(?:\s?[일日])?(?:\s?[-–~〜～∼]\s?(?P<e>{_EAST_DAY})\s?[일日]{_NOT_DAYS}"
            rf"|\s?[、,·・]\s?(?P<both>{_EAST_DAY})\s?(?:日?の?両日|일\s양일))"
        ),
        _east_days,
    ),
    (
        r"(?P<era>昭和|平成|令和)(?P<n>元|\d{1,2})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?",
        _era,
    ),
    (
        r"(?P<rel>昨年|去年|今年|ことし|来年|지난해|작년|올해|내년)\s?(?P<m>\d{1,2})\s?[월月](?:\s?(?P<d>\d{1,2})\s?[일日])?",
        _near_year,
    ),
    (
        rf"(?P<rel>先月|今月|来月|{_K}(?:지난\s?달|이달|다음\s?달|내달))\s?(?P<d>{_EAST_DAY})\s?[일日]{_NOT_DAYS}",
        _near_month,
    ),
    (
        (
            r"(?:(?P<rel>지난|오는)\s)?(?P<y>1[5-9]\d\d|20\d\d|\d{4}(?=\s?[년年]\s?\d{1,2}\s?[월月]))\s?[년年]"
            r"(?:\s?(?P<m>\d{1,2})\s?[월月](?:\s?(?P<d>\d{1,2})\s?[일日])?)?"
        ),
        _eastern,
    ),
    (
        r"(?:(?P<rel>지난|오는|去る|来る)\s?)?(?P<m>\d{1,2})\s?[월月]\s?(?P<d>\d{1,2})\s?[일日]",
        _eastern,
    ),
    (
        (
            rf"(?:{_K}(?P<v>[월화수목금토일])요일인\s|(?P<j>[月火水木金土日])曜日の)?"
            rf"(?:(?P<rel>지난|오는|去る|来る)\s?)?(?<![\d.,])(?P<d>{_EAST_DAY})\s?[일日]{_NOT_DAYS}"
        ),
        _day_alone,
    ),
    (
        r"(?:(?P<rel>지난|오는|去る|来る)\s?)?(?<![\d.,])(?P<m>1[0-2]|[1-9])\s?[월月](?!\s?\d)",
        _month_alone,
    ),
    (r"\d{1,2}\s?[월月](?!\w)", _eastern),
    (
        (
            rf"(?:(?P<week>先週|今週|来週|{_K}(?:지난\s?주|이번\s?주|다음\s?주))の?\s?|(?P<rel>{_K}(?:지난|오는|다음))\s)?"
            rf"(?:{_K}(?P<v>[월화수목금토일])요일|(?P<j>[月火水木金土日])曜日)"
        ),
        _east_weekday,
    ),
    (rf"昨日|きのう|今日|きょう|明日|あす|{_K}(?:어제|오늘|내일)", _east_step(_NEAR_DAYS, "day")),
    (rf"先週|今週|来週|{_K}(?:지난\s?주|이번\s?주|다음\s?주)", _east_step(_NEAR_WEEKS, "week")),
    (rf"先月|今月|来月|{_K}(?:지난\s?달|이달|다음\s?달|내달)", _east_step(_NEAR_MONTHS, "month")),
    (rf"昨年|去年|今年|ことし|来年|{_K}(?:지난해|작년|올해|내년)", _east_step(_NEAR_YEARS, "year")),
    (
        rf"同日|この日|前日|翌日|{_K}(?:이날|전날|이튿날|다음\s?날)",
        _east_step(_NAMED_DAYS, "day", "named"),
    ),
    # a stretch of days in one month
    (
        rf"(?P<m>{_MON})\s{{0,4}}(?P<d>{_DAY}){_JOIN}(?P<e>{_DAY})(?:,?{_S}(?P<y>{_YEAR}))?",
        _stretch,
    ),
    (
        (
            rf"(?P<d>{_DAY}){_JOIN}(?:the{_S})?(?P<e>{_DAY}){_S}(?:of{_S})?(?P<m>{_MON})"
            rf"(?:,?{_S}(?P<y>{_YEAR}))?(?!\w)"
        ),
        _stretch,
    ),
    # days
    (
        rf"{_TIME}{_WDC}?(?P<m>{_MON})\s{{0,4}}(?P<d>{_DAY})(?:,?{_S}(?P<y>{_YEAR})|{_RELYEAR})?",
        _dated,
    ),
    (
        (
            rf"{_TIME}{_WDC}?(?P<d>{_DAY}){_S}(?:of{_S})?(?P<m>{_MON})"
            rf"(?:,?{_S}(?P<y>{_YEAR})|{_RELYEAR})?(?!\w)"
        ),
        _dated,
    ),
    # months
    (rf"(?P<m>{_MON}),?{_S}(?:of{_S}|in{_S})?(?P<y>{_YEAR})", _monthly),
    (rf"(?P<m>{_MON}){_RELYEAR}", _monthly),
    (
        rf"(?P<which>last|this|next|past|coming){_S}(?P<m>{_cased(_FULL)})(?!\w)",
        lambda m: _at(m, "bare-month", month=_month(m["m"]), which=m["which"].lower()),
    ),
    # years
    (rf"(?P<y>{_YEAR})\s?[-–]\s?(?P<z>{_YEAR}|\d\d(?!\d))(?![-–]\d)", _years),
    (
        r"(?P<y>1[5-9]\d|20\d)0(?:s|['’]s)(?!\w)",
        lambda m: _at(m, "decade", year=int(m["y"] + "0")),
    ),
    # weekdays
    (
        (
            rf"{_TIME}(?P<w>{_WD})(?:{_S}(?:night|morning|afternoon|evening))?,?{_S}(?:of{_S}|in{_S})?(?P<week>last|this|next|the{_S}coming)"
            rf"{_S}week(?!\w)"
        ),
        _week_day,
    ),
    (
        rf"(?P<week>last|this|next){_S}week(?:['’]s|{_S}on)?{_S}(?P<w>{_WD})(?!\w)",
        _week_day,
    ),
    (rf"(?:the{_S})?(?P<w>{_WD}){_S}(?P<last2>before){_S}last(?!\w)", _week_day),
    (rf"(?P<ago>a|one|two|three){_S}weeks?{_S}ago,?{_S}(?:on{_S})?(?P<w>{_WD})(?!\w)", _week_day),
    (rf"(?P<w>{_WD}),?{_S}(?P<ago>a|one|two|three){_S}weeks?{_S}ago(?!\w)", _week_day),
    (rf"(?P<n>a|one|two|three){_S}weeks?{_S}from{_S}(?P<w>{_WD})(?!\w)", _weeks_from),
    (rf"(?P<w>{_WD}){_S}week(?![\w-])", _weeks_from),
    (
        (
            rf"{_TIME}(?:(?P<which>last|this{_S}coming|this{_S}past|this|next|the{_S}coming|"
            rf"coming|later(?:{_S}on)?){_S}(?!{_DATED}))?(?P<w>{_WD})(?!\w)"
        ),
        _week_day,
    ),
    # days with a name
    (
        (
            rf"(?-i:(?P<name>New{_S}Year['’]s{_S}(?:Day|Eve)|Christmas{_S}(?:Day|Eve)))"
            rf"(?:,?{_S}(?P<y>{_YEAR}))?(?!\w)"
        ),
        _feast,
    ),
    # from the day of publication
    (rf"the{_S}day{_S}before{_S}yesterday(?!\w)", _offset("day", -2)),
    (rf"the{_S}day{_S}after{_S}tomorrow(?!\w)", _offset("day", 2)),
    (r"yesterday(?!\w)|last\s{1,4}night(?!\w)", _offset("day", -1)),
    (r"tomorrow(?!\w)", _offset("day", 1)),
    (
        r"today(?!\w)|tonight(?!\w)|this\s{1,4}(?:morning|afternoon|evening)(?!\w)",
        _offset("day", 0),
    ),
    (
        (
            rf"(?P<when>earlier|later|early|late|mid){_S}(?:in{_S}|on{_S})?(?P<rel>this|last|next){_S}"
            r"(?P<unit>week|month|year)(?!\w)"
        ),
        _stepped,
    ),
    (
        rf"(?:the{_S})?(?P<unit>week|month|year){_S}(?:before{_S}last|after{_S}next)(?!\w)",
        lambda m: _at(
            m, "offset", unit=m["unit"].lower(), count=-2 if "before" in m.group().lower() else 2
        ),
    ),
    (rf"(?P<rel>last|this|next){_S}(?P<unit>week|month|year)(?!\w)", _stepped),
    (
        rf"(?:the{_S})?(?:end|close){_S}of{_S}(?P<rel>the|this|last|next){_S}(?P<unit>week|month|year)(?!\w)",
        lambda m: replace(_stepped(m), which="end"),
    ),
    (
        (
            rf"(?:the{_S})?(?:start|beginning|middle){_S}of{_S}(?P<rel>the|this|last|next){_S}"
            r"(?P<unit>week|month|year)(?!\w)"
        ),
        _stepped,
    ),
    (
        rf"(?:the{_S})?year(?:['’]s{_S}|-)end(?!\w)",
        lambda m: _at(m, "offset", unit="year", count=0, which="end"),
    ),
    (rf"(?P<n>{_N}){_S}(?P<unit>{_UNIT})s?{_S}ago(?!\w)", _ago),
    (
        rf"(?P<n>{_N}){_S}(?P<unit>{_UNIT})s?{_S}from{_S}now(?!\w)",
        lambda m: _counted(m, "offset", 1),
    ),
    (
        rf"(?P<n>{_N}){_S}(?P<unit>{_UNIT})s?{_S}(?P<way>later|earlier|before|after|afterwards?)(?!\w)",
        _relative_to,
    ),
    (
        rf"the{_S}(?P<unit>day|week|month|year){_S}(?P<way>before|after)(?!\w)",
        lambda m: _at(
            m, "counted", unit=m["unit"].lower(), count=-1 if m["way"].lower() == "before" else 1
        ),
    ),
    (
        (
            rf"(?:the|that){_S}(?P<which>very{_S}same|same|following|next|previous|preceding){_S}"
            r"(?P<unit>day|week|month|year)(?!\w)"
        ),
        _neighbour,
    ),
    (
        rf"that{_S}(?P<m>{_cased(_FULL)})(?=[.,;:)]|\Z)",
        lambda m: _at(m, "named", unit="year", count=0, month=_month(m["m"])),
    ),
    (
        rf"(?:later|earlier){_S}(?:on{_S})?that{_S}(?:same{_S})?day(?!\w)",
        lambda m: _at(m, "named", unit="day", count=0),
    ),
    (
        rf"in{_S}(?P<n>{_N}){_S}(?P<unit>{_UNIT})s?(?:['’]{_S}time)?(?!\w)",
        lambda m: _counted(m, "ahead", 1),
    ),
    (
        rf"so{_S}far(?!\w)|until{_S}now(?!\w)|already(?!\w)|to{_S}date(?!\w)",
        lambda m: _at(m, "so-far"),
    ),
    (r"immediately(?=\s{0,2}(?:[.,;:!?”\"'’]|\Z))", lambda m: _at(m, "now")),
    # what only looks like a date, or is too vague for one
    (
        (
            rf"(?:several|some|many|a{_S}few|a{_S}couple{_S}of|few|a{_S}number{_S}of){_S}{_UNIT}s?{_S}"
            r"(?:ago|later|earlier|before|after)(?!\w)"
        ),
        _vague("they do not say how many"),
    ),
    (
        (
            rf"(?:the{_S})?(?:past|last|next|coming|recent){_S}(?:(?:{_N}|few|several){_S})?"
            rf"(?:{_UNIT}s|weekend|decade|century|spring|summer|autumn|fall|winter)(?!\w)"
        ),
        _vague("they name a stretch without a first day"),
    ),
    (r"['’]\d0s(?!\w)", _refused("the century is not printed")),
    (
        rf"(?:(?:the|this|last|next){_S})?(?:spring|summer|autumn|winter){_S}(?:of{_S})?(?:{_YEAR})",
        _refused("a season has no certain days"),
    ),
    (
        rf"the{_S}(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?={_S}(?:and|or|of{_S}(?:this|last|next))|[.,;:]|$)",
        _refused("the month is not printed"),
    ),
    # a month or a year alone
    (rf"(?P<m>{_MON_ALONE})(?!\w)", lambda m: _at(m, "bare-month", month=_month(m["m"]))),
    (rf"(?P<y>{_YEAR})(?!\w)", lambda m: _at(m, "year", year=int(m["y"]))),
)
_NAMED = re.compile(r"\(\?P<\w+>")


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    """All forms in one pattern, so that a text is searched once; made when it is first needed."""
    listed = (
        f"(?P<s{at}>{_EAST_B if LETTER.search(form) else _B}(?:{_NAMED.sub('(?:', form)}))"
        for at, (form, _) in enumerate(_FORMS)
    )
    return re.compile("|".join(listed), re.IGNORECASE | re.MULTILINE)


@cache
def _form(at: int) -> re.Pattern[str]:
    """One form, with the names of its parts."""
    return re.compile(_FORMS[at][0], re.IGNORECASE | re.MULTILINE)


_STARTS = re.compile(
    r"(?<![^\W_])\w|(?<!\d)\d|[昭平令昨今来去先翌同前明月火水木金土日きあこ]|['’](?=\d)"
)
"""Where a form can begin: at a word, at a number, and at a character of Korean or Japanese."""


def points(text: str) -> Iterator[Point]:
    """Every point of time in ``text``, in order; the first form that fits at a place wins."""
    done = 0
    finder = _finder()
    for start in _STARTS.finditer(text):
        match = finder.match(text, start.start()) if start.start() >= done else None
        if match is None:
            continue
        done = match.end()
        at = int((match.lastgroup or "s0")[1:])
        whole = _form(at).match(text, match.start())
        if whole is not None:
            yield _FORMS[at][1](whole)
