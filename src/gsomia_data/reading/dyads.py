"""Pairs of states, and single states, by year: what is known of their agreements."""

import operator
from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.nearest import RefusedError, shown
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import cited, load
from gsomia_data.reading.known import COLUMNS, FIRST, LAST, Known, between_two, status

_CODES = {"iso3": "string", "cow": "Int64", "gw": "Int64"}
_STATE = {"state": "string", **_CODES, "year": "Int64", **COLUMNS}
_PAIR = {
    "state_1": "string",
    "state_2": "string",
    **{f"{code}_{side}": kind for code, kind in _CODES.items() for side in (1, 2)},
    "year": "Int64",
    **COLUMNS,
}


@undamaged()
def dyad_years(
    files: Files, first: int, last: int, *, directed: bool = False, subject: str | None = None
) -> pd.DataFrame:
    """Pairs of states that are parties to the same agreement, one row per pair and year."""
    years, actors = _years(first, last), load(files, "actors").set_index("actor_id")
    rows: list[dict[str, Any]] = []
    for pair, agreements in between_two(files, subject).items():
        lower_first = sorted(pair, key=lambda state: (actors.loc[state, "cow"], state))
        for ends in permutations(lower_first) if directed else [lower_first]:
            codes: dict[str, Any] = {}
            for side, state in enumerate(ends, 1):
                codes[f"state_{side}"] = state
                codes |= {f"{code}_{side}": actors.loc[state, code] for code in _CODES}
            rows += _by_year(codes, agreements, years)
    frame = pd.DataFrame(rows, columns=list(_PAIR)).astype(_PAIR)
    ordered = frame.sort_values(["cow_1", "cow_2", "year"], kind="stable", ignore_index=True)
    return cited(files, ordered, "dyad_years")


@undamaged()
def state_years(files: Files, first: int, last: int, *, subject: str | None = None) -> pd.DataFrame:
    """States that are parties to an agreement, one row per state and year.

    What is known of a state is what is known of it and some other state.
    """
    years, actors = _years(first, last), load(files, "actors").set_index("actor_id")
    by_state: dict[str, list[Known]] = defaultdict(list)
    for pair, agreements in between_two(files, subject).items():
        for state in pair:
            by_state[state] += agreements
    rows: list[dict[str, Any]] = []
    for state, agreements in by_state.items():
        codes = {"state": state, **{code: actors.loc[state, code] for code in _CODES}}
        rows += _by_year(codes, agreements, years)
    frame = pd.DataFrame(rows, columns=list(_STATE)).astype(_STATE)
    ordered = frame.sort_values(["cow", "year"], kind="stable", ignore_index=True)
    return cited(files, ordered, "state_years")


def _by_year(
    codes: dict[str, Any], agreements: Iterable[Known], years: range
) -> list[dict[str, Any]]:
    """The rows of one pair or state."""
    return [{**codes, "year": year, **status(agreements, year)} for year in years]


def _years(first: object, last: object) -> range:
    """The years from ``first`` to ``last``.

    Raises:
        TypeError: One is not a whole number.
        RefusedError: They are not in order, or are not years of a date.
    """
    lower, upper = _year(first), _year(last)
    if not FIRST <= lower <= upper <= LAST:
        raise RefusedError(
            f"from {lower} to {upper}: the years go from {FIRST} to {LAST}, the earlier one first"
        )
    return range(lower, upper + 1)


def _year(value: object) -> int:
    try:
        return operator.index(value)  # type: ignore[arg-type]  # it refuses other types itself
    except TypeError:
        raise TypeError(f"{shown(value)} is not a year: give a whole number") from None
