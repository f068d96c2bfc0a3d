"""Pairs of states by year: what they had signed and what was in force, as far as is known."""

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
    """An agreement that both states of a pair signed, its date and its entry into force."""

    key: str
    signed: Edtf
    in_force: Edtf | None


@undamaged()
def dyad_years(first: int, last: int, *, directed: bool = False, root: Root = None) -> pd.DataFrame:
    """Pairs of states that are parties to the same agreement, one row per pair and year.

    A value is true or missing, never false: an agreement that no document reports may still exist.
    For the same reason, a pair that is not listed is unknown.

    To merge with a table that uses Correlates of War codes::

        theirs.merge(
            gd.dyad_years(1990, 2016),
            how="left",
            left_on=["ccode1", "ccode2", "year"],
            right_on=["cow_1", "cow_2", "year"],
        )

    The codes are those valid when the documents were published; take care with earlier years. In
    the Correlates of War list, Germany is 260, not 255, from 1955 to 1990, and Japan is not a
    member of the system from 1945 to 1952.

    Args:
        first: The first year.
        last: The last year, included.
        directed: Whether to list each pair in both directions. Otherwise ``state_1`` is the state
            with the lower Correlates of War code.
        root: Folder of another copy of the package.

    Returns:
        One row per pair and year:

        state_1, state_2: The states, as keys of ``actors``.
        iso3_1, iso3_2: ISO 3166-1 alpha-3 codes.
        cow_1, cow_2: Correlates of War codes.
        gw_1, gw_2: Gleditsch and Ward codes.
        year: The year.
        signed: Both states had signed an agreement by the end of the year.
        signed_this_year: Both signed an agreement in this year, and its date rules out any other
            year.
        in_force: An agreement that both had signed was in force. Known from its reported entry
            into force up to the year of the latest document, as no document covers later years.
        agreements: Keys of the agreements signed by the end of the year, separated by commas.

    Raises:
        TypeError: A year is not a whole number.
        ValueError: ``last`` is before ``first``, or a year is not between 1 and 9999.
    """
    first, last = _year(first), _year(last)
    if not 1 <= first <= last <= 9999:
        raise RefusedError(
            f"from {first} to {last}: the years go from 1 to 9999, the earlier one first"
        )
    actors = load("actors", root).set_index("actor_id")
    published = [edtf.parse(day).earliest for day in text("sources", root)["published"]]
    known_until = max((day.year for day in published if day), default=0)
    rows: list[dict[str, Any]] = []
    for pair, agreements in sorted(_pairs(root).items()):
        lower_first = sorted(pair, key=lambda state: (actors.loc[state, "cow"], state))
        for one, other in [lower_first, lower_first[::-1]] if directed else [lower_first]:
            codes = {f"{code}_1": actors.loc[one, code] for code in _CODES}
            codes |= {f"{code}_2": actors.loc[other, code] for code in _CODES}
            for year in range(first, last + 1):
                status = _status(agreements, year, known_until)
                rows.append({"state_1": one, "state_2": other, **codes, "year": year, **status})
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    ordered = frame.sort_values(["cow_1", "cow_2", "year"], kind="stable", ignore_index=True)
    return cited(ordered, "dyad_years", root)


def _pairs(root: Root) -> dict[tuple[str, str], list[_Signed]]:
    """Each pair of parties to an agreement, with the agreements that both have signed."""
    agreements = text("agreements", root).set_index("agreement_id")[["signed", "in_force"]]
    pairs: dict[tuple[str, str], list[_Signed]] = defaultdict(list)
    for key, parties in text("signatories", root).groupby("agreement_id"):
        roles = dict(zip(parties["party"], parties["role"], strict=True))
        signed, in_force = (_date(cell) for cell in agreements.loc[str(key)])
        for pair in combinations(sorted(roles), 2):
            signed_by_both = pairs[pair]  # a pair is listed even if it has signed nothing
            if signed and all(roles[state] == "signed" for state in pair):
                signed_by_both.append(_Signed(str(key), signed, in_force))
    return pairs


def _status(agreements: list[_Signed], year: int, known_until: int) -> dict[str, object]:
    """What is known of a pair in a year, by column."""
    by_then = [one for one in agreements if _year_by(one.signed) <= year]
    this_year = edtf.parse(f"{year:04}")
    begun = [one for one in by_then if one.in_force and _year_by(one.in_force) <= year]
    return {
        "signed": True if by_then else pd.NA,
        "signed_this_year": True
        if any(this_year.contains(one.signed) for one in by_then)
        else pd.NA,
        "in_force": True if begun and year <= known_until else pd.NA,
        "agreements": ", ".join(one.key for one in by_then) or pd.NA,
    }


def _year(value: object) -> int:
    try:
        return operator.index(value)  # type: ignore[arg-type]  # it refuses other types itself
    except TypeError:
        raise TypeError(f"{shown(value)} is not a year: give a whole number") from None


def _date(cell: object) -> Edtf | None:
    return edtf.parse(cell) if isinstance(cell, str) else None


def _year_by(day: Edtf) -> int:
    """The year by whose end the date has come; later than any year if the date is open."""
    return day.latest.year if day.latest else 10_000
