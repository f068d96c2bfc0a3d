"""The rules for dates: how an expression of time becomes an EDTF date.

A relative expression is resolved against the day of publication. The list of rules is closed: an
expression that no rule covers gives no date.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.mentions import Mention


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule for one kind of date.

    Attributes:
        name: Name of the rule, as in the column `rule` of `evidence`.
        says: What the rule gives, in words.
        kinds: Kinds of mentions that it reads.
        resolve: Gives the EDTF text of a mention in words, by the day of publication; raises
            ``ValueError`` with the reason if the rule does not fit them.
        relative: Whether the day of publication counts.
    """

    name: str
    says: str
    kinds: frozenset[str]
    resolve: Callable[[Mention, str, date], str]
    relative: bool = True


def _absolute(mention: Mention, words: str, published: date) -> str:
    parts = mention.parts
    if mention.kind == "iso-day":
        return edtf.parse(parts["iso"]).text
    text = parts["year"]
    if "month" in parts:
        text += f"-{mention.month:02}"
    if "day" in parts:
        text += f"-{int(parts['day']):02}"
    return edtf.parse(text).text


def _interval(mention: Mention, words: str, published: date) -> str:
    return edtf.parse(f"{mention.parts['first']}/{mention.parts['last']}").text


def _same_day(mention: Mention, words: str, published: date) -> str:
    if mention.kind == "weekday" and mention.weekday != published.weekday():
        day = calendar.day_name[published.weekday()]
        raise ValueError(f"the document was published on a {day}")
    return published.isoformat()


def _weekday_before(mention: Mention, words: str, published: date) -> str:
    back = (published.weekday() - mention.weekday) % 7
    return _other_day(published, -back)


def _weekday_after(mention: Mention, words: str, published: date) -> str:
    ahead = (mention.weekday - published.weekday()) % 7
    return _other_day(published, ahead)


def _other_day(published: date, days: int) -> str:
    if days == 0:
        raise ValueError("it is the weekday of publication: use the rule same-day")
    return (published + timedelta(days)).isoformat()


def _next_week(mention: Mention, words: str, published: date) -> str:
    monday = published + timedelta(7 - published.weekday())
    return f"[{monday}..{monday + timedelta(6)}]"


def _this_year(mention: Mention, words: str, published: date) -> str:
    return f"{published.year:04}"


def _this_year_to_date(mention: Mention, words: str, published: date) -> str:
    return f"{published.year:04}-01-01/{published.isoformat()}"


def _last_year(mention: Mention, words: str, published: date) -> str:
    return f"{published.year - 1:04}"


def _month_before(mention: Mention, words: str, published: date) -> str:
    month = mention.month
    if month == published.month:
        raise ValueError("it is the month of publication: the words do not say of which year")
    return f"{published.year - (month > published.month):04}-{month:02}"


def _day_this_year(mention: Mention, words: str, published: date) -> str:
    text = f"{published.year:04}-{mention.month:02}-{int(mention.parts['day']):02}"
    return edtf.parse(text).text


def _until_month(mention: Mention, words: str, published: date) -> str:
    month = mention.month
    year = published.year + (month < published.month)
    return f"[..{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}]"


def _until_year(mention: Mention, words: str, published: date) -> str:
    return f"[..{published.year:04}-12-31]"


def _since_month(mention: Mention, words: str, published: date) -> str:
    if not re.match(r"since\b", words, re.IGNORECASE):
        raise ValueError('the words do not begin with "since"')
    return f"{_month_before(mention, words, published)}/{published.isoformat()}"


def _by_publication(mention: Mention, words: str, published: date) -> str:
    return f"[..{published.isoformat()}]"


def _kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


DATE_RULES: tuple[DateRule, ...] = (
    DateRule(
        "date",
        "the calendar date, month or year in the words",
        _kinds("iso-day", "day", "month", "year"),
        _absolute,
        relative=False,
    ),
    DateRule(
        "interval",
        '"from ... to ...": the span from the first year to the last',
        _kinds("interval"),
        _interval,
        relative=False,
    ),
    DateRule(
        "same-day",
        "the day of publication: today, now, immediately, so far, or its own weekday",
        _kinds("weekday", "now", "by-now"),
        _same_day,
    ),
    DateRule(
        "weekday-before",
        "the last such weekday before the day of publication",
        _kinds("weekday"),
        _weekday_before,
    ),
    DateRule(
        "weekday-after",
        "the first such weekday after the day of publication",
        _kinds("weekday"),
        _weekday_after,
    ),
    DateRule(
        "next-week",
        "some day from Monday to Sunday of the week after publication",
        _kinds("next-week"),
        _next_week,
    ),
    DateRule("this-year", "the year of publication", _kinds("this-year"), _this_year),
    DateRule(
        "this-year-to-date",
        "from the first day of the year of publication through the day of publication",
        _kinds("this-year"),
        _this_year_to_date,
    ),
    DateRule("last-year", "the year before publication", _kinds("last-year"), _last_year),
    DateRule(
        "month-before",
        "the last such month before the month of publication",
        _kinds("bare-month"),
        _month_before,
    ),
    DateRule(
        "day-this-year",
        "the day and month in the words, in the year of publication",
        _kinds("month-day"),
        _day_this_year,
    ),
    DateRule(
        "until-month",
        "some day up to the end of the next such month, that of publication included",
        _kinds("end-of-month"),
        _until_month,
    ),
    DateRule(
        "until-year",
        "some day up to the end of the year of publication",
        _kinds("end-of-year"),
        _until_year,
    ),
    DateRule(
        "since-month",
        '"since ... in January": from the last such month through the day of publication',
        _kinds("bare-month"),
        _since_month,
    ),
    DateRule(
        "by-publication",
        "some day up to publication: so far, until now, already",
        _kinds("by-now"),
        _by_publication,
    ),
)
"""The rules that read one mention; ``same-date`` also needs the text before it."""
