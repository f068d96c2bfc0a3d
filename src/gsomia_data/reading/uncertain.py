"""Uncertain dates: compared, where the answer is true, false or unknown; and in words.

Dates are EDTF text, as in the tables. A calendar day may also be a ``datetime.date``; a day, month,
quarter or year may also be a ``numpy.datetime64`` or a ``pandas.Period`` of that unit. An uncertain
date (``2016``, ``[..2016-11-30]``) is one unknown day. An interval (``1910/1945``) is all the time
from its beginning to its end.

EDTF of another form (``1984~``, ``201X``, seasons) is not read: the answer is unknown, and a
warning says so. In a Series, so is the answer for a cell that is not a date: one odd cell does not
end a Series, and never gives a true.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, overload

import numpy as np
import pandas as pd
from pandas.api.typing import NAType

from gsomia_data._floor import edtf, edtf_words
from gsomia_data._floor.edtf import Edtf, OtherFormError
from gsomia_data._floor.nearest import shown

Day: TypeAlias = str | date | np.datetime64 | pd.Period
Known: TypeAlias = bool | NAType
if TYPE_CHECKING:
    Dates: TypeAlias = pd.Series[Any]
else:  # which pandas cannot index when it runs
    Dates = pd.Series


class UnreadDateWarning(UserWarning):
    """Some dates were not read, so their answer is unknown; the message gives the first."""


@overload
def certainly_before(first: Day, second: Day) -> Known: ...
@overload
def certainly_before(first: Dates, second: Dates | Day) -> Dates: ...
@overload
def certainly_before(first: Day, second: Dates) -> Dates: ...
def certainly_before(first: Dates | Day, second: Dates | Day) -> Dates | Known:
    """Whether ``first`` is over before ``second`` begins.

    The answer is true if every day that ``first`` can mean is before every day that ``second`` can
    mean, and false if none is. Otherwise it is unknown: "2016" may or may not be before
    "2016-11-23".

    Args:
        first: A date, or a Series of dates. A date is EDTF text, a ``datetime.date``, a
            ``numpy.datetime64`` or a ``pandas.Period``.
        second: Likewise.

    Returns:
        ``True``, ``False`` or ``pandas.NA`` (unknown); for a Series, a Series of dtype
        ``boolean``. A missing date or an empty text gives ``pandas.NA``.

    Raises:
        ValueError: A single text that is not EDTF, or two Series with different indexes.
        TypeError: A single value that is neither text nor a date, or a Series of numbers.

    Warns:
        UnreadDateWarning: Some dates are EDTF of a form that is not read, such as ``1984~``, or
            cells of a Series are not dates. Their answer is ``pandas.NA``.
    """
    return _each(Edtf.before, first, second)


@overload
def certainly_after(first: Day, second: Day) -> Known: ...
@overload
def certainly_after(first: Dates, second: Dates | Day) -> Dates: ...
@overload
def certainly_after(first: Day, second: Dates) -> Dates: ...
def certainly_after(first: Dates | Day, second: Dates | Day) -> Dates | Known:
    """Whether ``first`` begins after ``second`` is over.

    The same as ``certainly_before(second, first)``.
    """
    return _each(lambda one, other: other.before(one), first, second)


@overload
def certainly_during(dates: Day, period: Day) -> Known: ...
@overload
def certainly_during(dates: Dates, period: Dates | Day) -> Dates: ...
@overload
def certainly_during(dates: Day, period: Dates) -> Dates: ...
def certainly_during(dates: Dates | Day, period: Dates | Day) -> Dates | Known:
    """Whether ``dates`` lie wholly within ``period``.

    ``certainly_during(frame["date"], "2016")`` is true for a date that can only be in 2016, false
    for one that cannot be wholly in 2016, and otherwise unknown.

    A year, a month, a day or ``[1910..1945]`` as ``period`` means all of its days. An interval
    such as ``1910/1945`` began on some day in 1910 and ended on some day in 1945. So the answer is
    true from 1911 to 1944, and unknown in 1910 and 1945. An open side can be any day: 2016 is not
    certainly in ``1953/..``.

    For the same two dates, at most one of ``certainly_before``, ``certainly_after`` and
    ``certainly_during`` is true.

    Args:
        dates: A date, or a Series of dates, as for ``certainly_before``.
        period: Likewise.

    Returns:
        As for ``certainly_before``, which also says what is raised and when there is a warning.
    """
    return _each(Edtf.during, dates, period)


@overload
def in_words(dates: Day) -> str | NAType: ...
@overload
def in_words(dates: Dates) -> Dates: ...
def in_words(dates: Dates | Day) -> Dates | str | NAType:
    """The words for an uncertain date: ``[..2016-11-30]`` is "by 30 November 2016".

    ``[2016-11-14..2016-11-30]``, one unknown day, is "some day from 14 to 30 November 2016";
    ``1910/1945``, which lasted, is "from 1910 to 1945". Dates that mean the same have the same
    words, and those that do not have others.

    Args:
        dates: A date, or a Series of dates, as for ``certainly_before``.

    Returns:
        The words, in British order; for a Series, a Series of dtype ``string``. A missing date or
        an empty text gives ``pandas.NA``.

    Raises:
        ValueError: A single text that is not EDTF.
        TypeError: A single value that is neither text nor a date, or a Series of numbers.

    Warns:
        UnreadDateWarning: As for ``certainly_before``. Such a date gives ``pandas.NA``.
    """
    (read,) = _sides(dates, caller=3)
    words = [edtf_words.in_words(one) if isinstance(one, Edtf) else pd.NA for one in read]
    if isinstance(dates, pd.Series):
        return pd.Series(words, index=dates.index, dtype="string")
    return words[0]


@dataclass(frozen=True, slots=True)
class _Unread:
    """A date that is not read."""

    place: str
    reason: str


_Read: TypeAlias = Edtf | _Unread | None
"""What a value means; ``None`` if it is missing."""


def _each(
    compare: Callable[[Edtf, Edtf], bool | None],
    first: Dates | Day,
    second: Dates | Day,
) -> Dates | Known:
    index = _index(first, second)
    sides = _sides(first, second, caller=4)
    if index is None:
        return _known(compare, sides[0][0], sides[1][0])
    rows = (
        read if isinstance(side, pd.Series) else read * len(index)
        for side, read in zip((first, second), sides, strict=True)
    )
    known = [_known(compare, one, other) for one, other in zip(*rows, strict=True)]
    return pd.Series(known, index=index, dtype="boolean")


def _sides(*sides: Dates | Day, caller: int) -> list[list[_Read]]:
    """What each side says, a Series cell by cell; a warning at the caller names what is not."""
    listed = [_cells(side) if isinstance(side, pd.Series) else [_single(side)] for side in sides]
    unread = [one for side in listed for one in side if isinstance(one, _Unread)]
    if unread:
        warnings.warn(_told(unread), UnreadDateWarning, stacklevel=caller)
    return listed


def _index(first: Dates | Day, second: Dates | Day) -> "pd.Index[Any] | None":
    """The index of the answer; ``None`` if neither side is a Series."""
    indexes = [side.index for side in (first, second) if isinstance(side, pd.Series)]
    if len(indexes) == 2 and not indexes[1].equals(indexes[0]):
        raise ValueError("the two Series do not have the same index; align them first")
    return indexes[0] if indexes else None


def _known(compare: Callable[[Edtf, Edtf], bool | None], one: _Read, other: _Read) -> Known:
    known = compare(one, other) if isinstance(one, Edtf) and isinstance(other, Edtf) else None
    return pd.NA if known is None else known


def _single(value: object) -> _Read:
    try:
        return _read(value)
    except OtherFormError as error:
        return _Unread("", str(error))


def _cells(series: Dates) -> list[_Read]:
    """The dates of a Series, in which a cell that is not a date is one that is not read."""
    if pd.api.types.is_numeric_dtype(series.dtype) and series.notna().any():
        raise TypeError(f"a Series of {series.dtype} is not of dates: give EDTF text or days")
    read: list[_Read] = []
    for label, value in series.items():
        try:
            read.append(_read(value))
        except (ValueError, TypeError) as error:
            read.append(_Unread(f" in row {shown(label)}", str(error)))
    return read


def _told(unread: list[_Unread]) -> str:
    first, count = unread[0], len(unread)
    if count > 1:
        known = f"The answer for {count} dates is unknown; the first{first.place}"
    elif first.place:
        known = f"The answer{first.place} is unknown"
    else:
        known = "The answer is unknown"
    return (
        f"{known}: {first.reason}. "
        "Read are 2016, 2016-11, 2016-11-23, A/B, ../B, A/.., [A..B], [..B] and [A..]"
    )


def _read(value: Any) -> Edtf | None:  # noqa: ANN401 - a cell can be anything
    """The date in a cell; ``None`` if it is missing."""
    if pd.api.types.is_scalar(value) and (pd.isna(value) or value == ""):
        return None
    text = value
    if isinstance(value, np.datetime64 | pd.Period):
        text = _days_of(value)
    elif isinstance(value, date):
        text = date(value.year, value.month, value.day).isoformat()
    if not isinstance(text, str):
        raise TypeError(f"{shown(value)} is not a date: give EDTF text or a calendar day")
    try:
        return edtf.parse(text)
    except OtherFormError as error:
        raise OtherFormError(f"{text!r} is EDTF of a form that is not read") from error
    except ValueError as error:
        raise ValueError(f"{text!r} is not an EDTF date: {error}") from error


def _days_of(value: np.datetime64 | pd.Period) -> str:
    """A year, month, week, day or hour of numpy or pandas as EDTF: all of its days."""
    first, beyond = (_day_of(one) for one in (value, value + 1))
    last = max(first, beyond - 1)
    return str(first) if first == last else f"[{first}..{last}]"


def _day_of(value: Any) -> Any:  # noqa: ANN401 - a type of the same library as the value
    if isinstance(value, pd.Period):
        return value.asfreq("D", "start")
    return value.astype("datetime64[D]")
