"""Pairs of states by year: what was signed and what was in force, as far as the corpus tells."""

import operator
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from gsomia_data._floor import edtf
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import RefusedError, shown
from gsomia_data.reading.frames import cited, load, text

_CODES = {"iso3": "string", "cow": "Int64", "gw": "Int64"}
_COLUMNS = {
    "state_1": "string",
    "state_2": "string",
    **{f"{code}_{side}": kind for code, kind in _CODES.items() for side in (1, 2)},
    "year": "Int64",
    "signed": "boolean",
    "signed_this_year": "boolean",
    "in_force": "boolean",
    "agreements": "string",
}


@dataclass(frozen=True, slots=True)
class _Signed:
    """An agreement that both states of a pair have signed: when, and since when it is in force."""

    key: str
    signed: Edtf
    in_force: Edtf | None


@undamaged()
def dyad_years(first: int, last: int, *, directed: bool = False, root: Root = None) -> pd.DataFrame:
    """Each pair of states that are party to one agreement, by year from ``first`` to ``last``.

    ``state_1`` has the lower number in the Correlates of War; ``directed`` gives each pair in
    both directions. The ``iso3``, ``cow`` and ``gw`` codes of both are there to merge by.

    - ``signed``: by the end of the year, both had signed an agreement;
    - ``signed_this_year``: both signed one in this year; its date can mean no other year;
    - ``in_force``: one that both had signed was in force: from its stated entry into force through
      the year of the latest document, since no document tells of the years after;
    - ``agreements``: the keys of those that were signed by then.

    To merge with a table that follows the Correlates of War:
    ``theirs.merge(dyad_years(1990, 2016), how="left", left_on=["ccode1", "ccode2", "year"],
    right_on=["cow_1", "cow_2", "year"])``.

    A value is true or missing, never false: where no document tells of an agreement, there may
    have been one. So a pair or a year that is not here is as unknown as a missing value.

    The codes are those of the days of the documents. Go back with care: in the list of the
    Correlates of War, Germany is 260, not 255, from 1955 to 1990, and Japan is no member of the
    system from 1945 to 1952.

    Raises ``TypeError`` where a year is not a whole number, ``ValueError`` where ``last`` is before
    ``first`` or a year is not from 1 to 9999.
    """
    first, last = _year(first), _year(last)
    if not 1 <= first <= last <= 9999:
        raise RefusedError(
            f"from {first} to {last}: the years go from 1 to 9999, the first one first"
        )
    actors = load("actors", root).set_index("actor_id")
    published = [edtf.parse(day).earliest for day in text("sources", root)["published"]]
    told_until = max((day.year for day in published if day), default=0)
    rows: list[dict[str, Any]] = []
    for pair, agreements in sorted(_pairs(root).items()):
        lower_first = sorted(pair, key=lambda state: (actors.loc[state, "cow"], state))
        for one, other in [lower_first, lower_first[::-1]] if directed else [lower_first]:
            codes = {f"{code}_1": actors.loc[one, code] for code in _CODES}
            codes |= {f"{code}_2": actors.loc[other, code] for code in _CODES}
            for year in range(first, last + 1):
                told = _told(agreements, year, told_until)
                rows.append({"state_1": one, "state_2": other, **codes, "year": year, **told})
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    ordered = frame.sort_values(["cow_1", "cow_2", "year"], kind="stable", ignore_index=True)
    return cited(ordered, "dyad_years", root)


def _pairs(root: Root) -> dict[tuple[str, str], list[_Signed]]:
    """Each pair of parties to one agreement, with what both have signed."""
    agreements = text("agreements", root).set_index("agreement_id")[["signed", "in_force"]]
    pairs: dict[tuple[str, str], list[_Signed]] = defaultdict(list)
    for key, parties in text("signatories", root).groupby("agreement_id"):
        roles = dict(zip(parties["party"], parties["role"], strict=True))
        signed, in_force = (_date(cell) for cell in agreements.loc[str(key)])
        for pair in combinations(sorted(roles), 2):
            found = pairs[pair]
            if signed and all(roles[state] == "signed" for state in pair):
                found.append(_Signed(str(key), signed, in_force))
    return pairs


def _told(agreements: list[_Signed], year: int, told_until: int) -> dict[str, object]:
    by_then = [one for one in agreements if _year_by(one.signed) <= year]
    this_year = edtf.parse(f"{year:04}")
    begun = [one for one in by_then if one.in_force and _year_by(one.in_force) <= year]
    return {
        "signed": True if by_then else pd.NA,
        "signed_this_year": True
        if any(this_year.contains(one.signed) for one in by_then)
        else pd.NA,
        "in_force": True if begun and year <= told_until else pd.NA,
        "agreements": ", ".join(one.key for one in by_then) or pd.NA,
    }


def _year(value: object) -> int:
    try:
        return operator.index(value)  # type: ignore[arg-type]  # it says itself what it takes
    except TypeError:
        raise TypeError(f"{shown(value)} is not a year: give a whole number") from None


def _date(cell: object) -> Edtf | None:
    return edtf.parse(cell) if isinstance(cell, str) else None


def _year_by(day: Edtf) -> int:
    """The year by whose end it has come; none where the date is open."""
    return day.latest.year if day.latest else 10_000
