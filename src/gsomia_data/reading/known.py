"""What is known of each agreement by year. Nothing is ever known to be false."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.nearest import demand
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, row_keys, texts

FIRST, LAST = 1, 9999
"""The years that a date can name."""
COLUMNS = {
    "announced": "boolean",
    "signed": "boolean",
    "signed_this_year": "boolean",
    "in_force": "boolean",
    "agreements": "string",
}
"""What `status` gives, with the type of each column."""
_NONE = range(0)
_YEARS = ("announced", "signed", "signed_this_year", "in_force")


@dataclass(frozen=True, slots=True)
class Known:
    """An agreement between two of its parties, and the years of which something is known.

    Attributes:
        key: Key of the agreement.
        announced: The years by whose end it had been announced.
        signed: The years by whose end both had signed it.
        signed_this_year: The year in which both signed it, if its date rules out any other.
        in_force: The years on some day of which it was in force, and both had signed it.
    """

    key: str
    announced: range
    signed: range
    signed_this_year: range
    in_force: range


def between_two(files: Files, subject: str | None) -> dict[tuple[str, str], list[Known]]:
    """Each two parties to an agreement (on ``subject``), with what they are both parties to.

    Raises:
        NotThereError: ``subject`` is not a code of the column.
    """
    if subject is not None:
        demand("subject", subject, files.fields("agreements")["subject"]["categories"])
    text = texts(files)
    announced, spoken_until = _announced(text), _spoken_until(files, text)
    agreements = text("agreements").set_index("agreement_id")
    pairs: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for key, parties in text("signatories").groupby("agreement_id"):
        agreement = agreements.loc[str(key)]
        roles = dict(zip(parties["party"], parties["role"], strict=True))
        if subject not in {None, agreement["subject"]}:
            continue
        dates = [_date(agreement[name]) for name in ("signed", "in_force", "ended")]
        made_public = announced.get(str(key), _NONE)
        for pair in combinations(sorted(roles), 2):
            both_signed = all(roles[state] == "signed" for state in pair)
            signed, in_force, ended = dates if both_signed else (None, None, None)
            pairs[pair].append(
                Known(
                    str(key),
                    made_public,
                    _since(signed),
                    _certain_year(signed),
                    _in_force(signed, in_force, ended, spoken_until.get(str(key), 0)),
                )
            )
    return pairs


def status(agreements: Iterable[Known], year: int) -> dict[str, object]:
    """What is known of the parties to ``agreements`` in a year: a value for each of `COLUMNS`."""
    listed = list(agreements)
    known = {
        name: True if any(year in getattr(one, name) for one in listed) else pd.NA
        for name in _YEARS
    }
    signed = sorted({one.key for one in listed if year in one.signed})
    return {**known, "agreements": ", ".join(signed) or pd.NA}


def _in_force(
    signed: Edtf | None, in_force: Edtf | None, ended: Edtf | None, spoken_until: int
) -> range:
    """From the entry into force to the end or, if none is reported, the last word about it.

    An end on an uncertain day came no earlier than that day can be, nor than the entry into force.
    """
    begun = _since(in_force)
    if not begun or not _since(signed):
        return _NONE
    until = spoken_until
    if ended:
        days = (day.earliest for day in (in_force, ended) if day)
        until = max((day.year for day in days if day), default=0)
    return range(max(begun.start, _since(signed).start), until + 1)


def _announced(text: Texts) -> dict[str, range]:
    """The years by whose end each agreement had been announced, by its first announcement."""
    rows = text("dates").query("event == 'announced' and status == 'occurred'")
    years: dict[str, range] = {}
    for key, cell in rows[["agreement_id", "date"]].dropna().itertuples(index=False):
        years[key] = max(years.get(key, _NONE), _since(edtf.parse(cell)), key=len)
    return years


def _spoken_until(files: Files, text: Texts) -> dict[str, int]:
    """The year of the latest document that speaks of each agreement.

    A document does so if evidence on the row of the agreement, or on a row that refers to it,
    quotes it. One whose date is uncertain counts as of the first year that it can be of.
    """
    about = {
        (table, key): agreement
        for table in files.resources
        if "agreement_id" in files.fields(table)
        for key, agreement in zip(
            row_keys(files, table, text(table)), text(table)["agreement_id"], strict=True
        )
    }
    days = {
        source: edtf.parse(cell).earliest
        for source, cell in text("sources")[["source_id", "published"]].itertuples(index=False)
    }
    source_of = text("quotes").set_index("quote_id")["source_id"].to_dict()
    until: dict[str, int] = defaultdict(int)
    cells = text("evidence")[["table_name", "row_key", "quote_id"]]
    for table, row_key, quote in cells.itertuples(index=False):
        agreement, day = about.get((table, row_key), pd.NA), days.get(source_of.get(quote))
        if day and not pd.isna(agreement):
            until[agreement] = max(until[agreement], day.year)
    return until


def _date(cell: object) -> Edtf | None:
    return edtf.parse(cell) if isinstance(cell, str) else None


def _since(day: Edtf | None) -> range:
    """The years by whose end the date has come; none if it can come later than any."""
    return range(day.latest.year, LAST + 1) if day and day.latest else _NONE


def _certain_year(day: Edtf | None) -> range:
    """The one year that the date can mean; none if it can mean several."""
    if day and day.earliest and day.latest and day.earliest.year == day.latest.year:
        return range(day.latest.year, day.latest.year + 1)
    return _NONE
