"""The list of rules for dates, and what a rule looks at and gives."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from gsomia_data.curation.rules.date_points import Point
from gsomia_data.curation.rules.tense import Tense


class RefusedError(ValueError):
    """A rule does not read an expression; the message says why."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule for dates may look at besides the expression.

    Attributes:
        published: Day of publication; ``None`` if it is not known.
        tense: The tense of the clause of the expression.
        counts: Whether the column asks for the period that a count covers, not for an event.
        quoted: Whether the expression is inside quotation marks.
        named: Gives the EDTF text of the date that the document names last before the expression,
            and the text is empty if it names none.
        alone: Whether no other expression of the sentence counts from today.
        background: Whether the sentence speaks of another time that it names, so that a month or a
            day without a year may be of then.
        compares: Whether the clause compares ("the first since"), so that it counts nothing.
        over: Whether the clause is about what was over by then ("had met").
        denied: The word of the clause that says that nothing happened then; empty if none does.
        ahead: Whether a Korean or Japanese verb says that it is, or was, to come then.
        shifted: Weekdays that are another day on the clock of the place than on the publisher's.
    """

    published: date | None
    tense: Tense
    counts: bool = False
    quoted: bool = False
    named: Callable[[], str] = field(default=lambda: "")
    alone: bool = True
    background: bool = False
    compares: bool = False
    over: bool = False
    denied: str = ""
    ahead: bool = False
    shifted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule for dates.

    Attributes:
        name: Name of the rule, as in the column `rule` of `evidence`.
        says: What the rule gives, in words.
        relative: Whether the day of publication counts.
    """

    name: str
    says: str
    relative: bool = True


DATE_RULES: tuple[DateRule, ...] = (
    DateRule("date", "the day, month, year or decade that the words name", relative=False),
    DateRule("interval", "the time from the first date in the words to the last", relative=False),
    DateRule("within", "some day before, after, by or between dates in the words", relative=False),
    DateRule(
        "same-day",
        'the day of publication, named by its weekday or as "today", "now" or "immediately"',
    ),
    DateRule("weekday-before", "the last day of that name before the day of publication"),
    DateRule("weekday-after", "the first day of that name after the day of publication"),
    DateRule("date-before", "the last day of that number and month up to the day of publication"),
    DateRule("date-after", "the first day of that number and month from the day of publication on"),
    DateRule("month-before", "the last month of that name before the month of publication"),
    DateRule("month-after", "the first month of that name after the month of publication"),
    DateRule(
        "from-publication",
        'a day, week, month or year counted from the day of publication, as "yesterday" or '
        '"last year"',
    ),
    DateRule(
        "by-publication",
        'some day up to the day of publication, as "so far", "until now" or "already"',
    ),
    DateRule(
        "to-publication",
        'the time from the date in the words to the day of publication, as "since" and a date',
    ),
    DateRule(
        "interval-from-publication",
        "the time between two dates in the words, read with the day of publication",
    ),
    DateRule(
        "within-publication",
        "some day before, after or by a date in the words, read with the day of publication",
    ),
    DateRule(
        "named-day",
        "a day counted from the date that the document names last, as "
        '"the same day" or "two days later"',
    ),
)
"""All rules for dates, in reading order."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and the rule that reads it."""

    rule: str
    value: str


def published_on(around: Around) -> date:
    """The day of publication.

    Raises:
        RefusedError: It is not known.
    """
    if around.published is None:
        raise RefusedError("the rule needs the day of publication, which is not known")
    return around.published


def sided(around: Around, what: str) -> Tense:
    """Past or future.

    Raises:
        RefusedError: The clause does not say which.
    """
    if around.background and around.tense != "future":
        raise RefusedError(f"the sentence speaks of another time: the {what} may be of then")
    if around.tense in ("past", "future"):
        return around.tense
    if around.tense == "none":
        raise RefusedError(f"the clause has no tense that says which {what} is meant")
    raise RefusedError(f"the words around them do not say for certain which {what} is meant")


def agree(point: Point, day: date | None) -> None:
    """See that a weekday beside a date is that of the date.

    Raises:
        RefusedError: It is another.
    """
    if point.weekday is not None and day is not None and day.weekday() != point.weekday:
        raise RefusedError(
            f"{day.isoformat()} is a {calendar.day_name[day.weekday()]}: the words do not agree"
        )


def shift(published: date, unit: str, count: int) -> str:
    """So many units from a day, as precise as the unit."""
    if unit == "day":
        return (published + timedelta(count)).isoformat()
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * count)
        return f"[{monday.isoformat()}..{(monday + timedelta(6)).isoformat()}]"
    if unit == "month":
        months = 12 * published.year + published.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{published.year + count:04}"
