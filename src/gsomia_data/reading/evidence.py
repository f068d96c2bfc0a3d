"""Where a number comes from: the words behind a cell, their document, and the rule between."""

import difflib
from pathlib import Path

import pandas as pd

from gsomia_data.reading.frames import keys, schema, text

_COLUMNS = (
    "table", "record", "column", "value", "relation", "says", "words", "quote", "context",
    "reading", "proof", "source_id", "title", "publisher", "published", "published_from", "url",
    "quote_id", "note",
)  # fmt: skip


def evidence(
    table: str, record: str | None = None, column: str | None = None, root: Path | None = None
) -> pd.DataFrame:
    """What the cells of a table, of one row or of one cell rest on: one row per witness.

    ``value`` is the cell, ``says`` what the ``words`` of the ``quote`` give by the ``reading``,
    ``relation`` how the two stand (states, approximates, disputes), ``proof`` how firm the reading
    is, ``context`` the quote with the 32 characters around it; then the document, with its date
    and how that is known. A cell without evidence has no row: it is a key, derived or curatorial.

    Raises ``KeyError`` for a table, row or column that is not there, naming the nearest.
    """
    keyed = keys(root)
    frame = text(table, root)
    if record is not None:
        known = frame[list(keyed[table])].agg(" ".join, axis=1)
        _must_be(record, list(known), f"{table} has no row")
    if column is not None:
        _must_be(column, list(frame.columns), f"{table} has no column")
    rows = text("evidence", root).query("table == @table")
    if record is not None:
        rows = rows[rows["record"] == record]
    if column is not None:
        rows = rows[rows["field"] == column]
    quotes = text("quotes", root).fillna("").rename(columns={"exact": "quote"})
    quotes["context"] = quotes["prefix"] + quotes["quote"] + quotes["suffix"]
    told = rows.merge(quotes[["quote_id", "source_id", "quote", "context"]], on="quote_id")
    sources = ["source_id", "title", "publisher", "published", "published_from", "url"]
    told = told.merge(text("sources", root)[sources], on="source_id", how="left")
    readings = next(
        field for field in schema("evidence", root)["fields"] if field["name"] == "reading"
    )["gsomia:readings"]
    told = told.rename(columns={"field": "column", "value": "says"})
    told["proof"] = told["reading"].map({name: one["proof"] for name, one in readings.items()})
    # A table may have columns named like ours, so the cells are named apart first.
    cells = frame.melt(id_vars=keyed[table][0], var_name="its column", value_name="its value")
    cells.columns = pd.Index(["record", "column", "value"])
    told = told.merge(cells, on=["record", "column"], how="left")
    return told[list(_COLUMNS)].astype("string")


def _must_be(name: str, known: list[str], otherwise: str) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.4) or known[:8]
        raise KeyError(f"{otherwise} {name!r}; there are {', '.join(near)}")
