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
from gsomia_data._floor.nearest import RefusedError, shown
from gsomia_data.reading.files import Files
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
def dyad_years(files: Files, first: int, last: int, *, directed: bool = False) -> pd.DataFrame:
    """Pairs of states that are parties to the same agreement, one row per pair and year."""
    first, last = _year(first), _year(last)
    if not 1 <= first <= last <= 9999:
        raise RefusedError(
            f"from {first} to {last}: the years go from 1 to 9999, the earlier one first"
        )
    actors = load(files, "actors").set_index("actor_id")
    published = [edtf.parse(day).earliest for day in text(files, "sources")["published"]]
    known_until = max((day.year for day in published if day), default=0)
    rows: list[dict[str, Any]] = []
    for pair, agreements in sorted(_pairs(files).items()):
        lower_first = sorted(pair, key=lambda state: (actors.loc[state, "cow"], state))
        for one, other in [lower_first, lower_first[::-1]] if directed else [lower_first]:
            codes = {f"{code}_1": actors.loc[one, code] for code in _CODES}
            codes |= {f"{code}_2": actors.loc[other, code] for code in _CODES}
            for year in range(first, last + 1):
                status = _status(agreements, year, known_until)
                rows.append({"state_1": one, "state_2": other, **codes, "year": year, **status})
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    ordered = frame.sort_values(["cow_1", "cow_2", "year"], kind="stable", ignore_index=True)
    return cited(files, ordered, "dyad_years")


def _pairs(files: Files) -> dict[tuple[str, str], list[_Signed]]:
    """Each pair of parties to an agreement, with the agreements that both have signed."""
    agreements = text(files, "agreements").set_index("agreement_id")[["signed", "in_force"]]
    pairs: dict[tuple[str, str], list[_Signed]] = defaultdict(list)
    for key, parties in text(files, "signatories").groupby("agreement_id"):
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
