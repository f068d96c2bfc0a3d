"""Comparing uncertain dates: true, false, or unknown where the dates do not tell.

Dates are EDTF, as in the tables; a calendar day may also be a ``datetime.date``, a year, a month or
a quarter a ``numpy.datetime64`` or ``pandas.Period`` of that unit. An uncertain date (``2016``,
``[..2016-11-30]``) is one unknown day, an interval (``1910/1945``) lasted throughout.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, cast, overload

import numpy as np
import pandas as pd

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.nearest import shown

if TYPE_CHECKING:
    from pandas._libs.missing import NAType

    Day = str | date | np.datetime64 | pd.Period
    Dates = pd.Series[Any]
    Known = bool | NAType


@overload
def certainly_before(first: "Day", second: "Day") -> "Known": ...
@overload
def certainly_before(first: "Dates", second: "Dates | Day") -> "Dates": ...
@overload
def certainly_before(first: "Day", second: "Dates") -> "Dates": ...
def certainly_before(first: "Dates | Day", second: "Dates | Day") -> "Dates | Known":
    """Whether ``first`` is over before ``second`` begins.

    True where each day that ``first`` can mean is before each that ``second`` can mean, false
    where none is, else unknown (``pandas.NA``): "2016" is not known to be before "2016-11-23".
    Each argument is one date or a Series of dates; a Series gives a Series of dtype ``boolean``.
    What is missing (an empty cell too) gives what is unknown.

    Raises ``ValueError`` for text that is not an EDTF date and for Series of different index,
    ``TypeError`` for what is neither text nor a day.
    """
    return _each(Edtf.before, first, second)


@overload
def certainly_after(first: "Day", second: "Day") -> "Known": ...
@overload
def certainly_after(first: "Dates", second: "Dates | Day") -> "Dates": ...
@overload
def certainly_after(first: "Day", second: "Dates") -> "Dates": ...
def certainly_after(first: "Dates | Day", second: "Dates | Day") -> "Dates | Known":
    """Whether ``first`` begins after ``second`` is over; as ``certainly_before``, turned."""
    return _each(lambda one, other: other.before(one), first, second)


@overload
def certainly_during(dates: "Day", period: "Day") -> "Known": ...
@overload
def certainly_during(dates: "Dates", period: "Dates | Day") -> "Dates": ...
@overload
def certainly_during(dates: "Day", period: "Dates") -> "Dates": ...
def certainly_during(dates: "Dates | Day", period: "Dates | Day") -> "Dates | Known":
    """Whether ``dates`` lie wholly in ``period``.

    ``certainly_during(frame["date"], "2016")``: true where it was some time in 2016 and nothing
    else, false where it cannot have been, else unknown. A year, a month, a day or ``[1910..1945]``
    is all its days. What lasted, ``1910/1945``, began on some day of 1910 and ended on some day of
    1945: true from 1911 to 1944, unknown in 1910 and 1945. An open side may be any day: 2016 is
    not surely in ``1953/..``. Otherwise as ``certainly_before``; at most one of the three is true.
    """
    return _each(Edtf.during, dates, period)


def _each(
    compare: Callable[[Edtf, Edtf], bool | None],
    first: "Dates | Day",
    second: "Dates | Day",
) -> "Dates | Known":
    if not isinstance(first, pd.Series) and not isinstance(second, pd.Series):
        return _one(compare, first, second)
    series = first if isinstance(first, pd.Series) else second
    index = cast("Dates", series).index
    columns = []
    for side in (first, second):
        if not isinstance(side, pd.Series):
            columns.append([side] * len(index))
        elif side.index.equals(index):
            columns.append(list(side))
        else:
            raise ValueError("the two Series have not the same index; align them first")
    told = [_one(compare, one, other) for one, other in zip(*columns, strict=True)]
    return pd.Series(told, index=index, dtype="boolean")


def _one(compare: Callable[[Edtf, Edtf], bool | None], first: object, second: object) -> "Known":
    one, other = _read(first), _read(second)
    told = compare(one, other) if one and other else None
    return pd.NA if told is None else told


def _read(value: Any) -> Edtf | None:  # noqa: ANN401 - a cell is anything
    """The date in a cell; ``None`` where it is missing."""
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
    except ValueError as error:
        raise ValueError(f"{text!r} is not an EDTF date: {error}") from error


def _days_of(value: np.datetime64 | pd.Period) -> str:
    """A year of numpy or pandas as all its days, in EDTF; so a month, a week, a day, an hour."""
    first, beyond = (_day_of(one) for one in (value, value + 1))
    last = max(first, beyond - 1)
    return str(first) if first == last else f"[{first}..{last}]"


def _day_of(value: Any) -> Any:  # noqa: ANN401 - a day of the library that the value is of
    if isinstance(value, pd.Period):
        return value.asfreq("D", "start")
    return value.astype("datetime64[D]")
