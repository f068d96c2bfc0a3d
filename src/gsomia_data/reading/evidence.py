"""Where a number comes from: the words behind a cell, their document, and the rule between."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from gsomia_data._floor.firmness import firmness
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import demand, shown
from gsomia_data.reading.frames import cited, fields, keys, text

_COLUMNS = (
    "table", "record", "column", "value", "relation", "says", "words", "occurrence", "quote",
    "context",
    "reading", "proof", "source_id", "title", "publisher", "published", "published_from", "url",
    "quote_id", "note",
)  # fmt: skip


def evidence(
    table: str | None = None,
    record: str | None = None,
    column: str | None = None,
    root: Root = None,
) -> pd.DataFrame:
    """What the cells of a table, of one row or of one cell rest on: one row per witness.

    ``value`` is the cell, ``says`` what the ``words`` of the ``quote`` give by the ``reading``
    (``occurrence`` tells which, where the words stand there more than once),
    ``relation`` how the two stand (states, approximates, disputes), ``proof`` how firm the reading
    is, ``context`` the quote with the 32 characters around it; then the document, with its date
    and how that is known. A cell without evidence has no row: it is a key, derived or curatorial.
    Without a table, the witnesses of all.

    Raises ``KeyError`` for a table, row or column that is not there, naming the nearest, and
    ``ValueError`` for a row or column without its table.
    """
    if table is None and not (record is None and column is None):
        raise ValueError(f"{shown(record or column)} is in which table? name it first")
    rows = _with_proof(root)
    if table is not None:
        frame = text(table, root)
        rows = rows[rows["table"] == table]
        if record is not None:
            known = frame[list(keys(root)[table])].agg(" ".join, axis=1)
            demand(f"row of {table}", record, known)
            rows = rows[rows["record"] == record]
        if column is not None:
            demand(f"column of {table}", column, frame.columns)
            rows = rows[rows["field"] == column]
    told = rows.rename(columns={"field": "column", "value": "says"})
    told = told.merge(_quotes(root), on="quote_id")
    sources = ["source_id", "title", "publisher", "published", "published_from", "url"]
    told = told.merge(text("sources", root)[sources], on="source_id", how="left")
    cells = ["table", "record", "column"]
    told = told.merge(_values(told["table"].unique(), root), on=cells, how="left")
    return cited(told[list(_COLUMNS)].astype("string"), "evidence", root)


def unsupported(
    table: str, record: str | None = None, column: str | None = None, root: Root = None
) -> list[str]:
    """Why a cell has no evidence, and where the words are that it is computed from; in lines."""
    if record is None or column is None:
        return ["no evidence: keys, derived and curatorial cells need none"]
    frame = text(table, root)
    cell = frame.loc[frame[keys(root)[table][0]] == record, column].iloc[0]
    if pd.isna(cell):
        return [f"{table} {record} {column} is empty: no source tells it"]
    field = fields(table, root)[column]
    lines = [f"{table} {record} {column}: {cell}"]
    if field["gsomia:grounding"] != "derived":
        return [*lines, f"no evidence: {field['gsomia:rests_on']}"]
    lines.append(f"computed: {field['description']}")
    if copied := field.get("gsomia:copied_from"):
        lines += [
            f"its words: gsomia-data evidence {copied['table']} {key} {copied['column']}"
            for key in _origins(record, copied, root)
        ]
    return lines


def _origins(record: str, copied: dict[str, Any], root: Root) -> list[str]:
    """Keys of the rows from which a cell of the row ``record`` is copied."""
    rows = text(copied["table"], root)
    for column, code in {copied["reference"]: record, **copied["where"]}.items():
        rows = rows[rows[column] == code]
    return list(rows[keys(root)[copied["table"]][0]])


def _with_proof(root: Root) -> pd.DataFrame:
    """The rows of evidence, each with what it proves."""
    rows = text("evidence", root)
    declared = {name: fields(name, root) for name in keys(root)}
    lexica = {
        (table, name): field["gsomia:cues"]
        for table, known in declared.items()
        for name, field in known.items()
        if "gsomia:cues" in field
    }
    readings = declared["evidence"]["reading"]["gsomia:readings"]
    proof = {name: reading["proof"] for name, reading in readings.items()}
    cells = [dict(zip(rows.columns, row, strict=True)) for row in rows.fillna("").to_numpy()]
    return rows.assign(proof=firmness(cells, lexica, proof))


def _quotes(root: Root) -> pd.DataFrame:
    quotes = text("quotes", root).fillna("").rename(columns={"exact": "quote"})
    quotes["context"] = quotes["prefix"] + quotes["quote"] + quotes["suffix"]
    return quotes[["quote_id", "source_id", "quote", "context"]]


def _values(tables: Iterable[str], root: Root) -> pd.DataFrame:
    """The cells of ``tables``: table, record, column and value."""
    parts = [pd.DataFrame(columns=["record", "column", "value"], dtype="string").assign(table="")]
    for table in tables:
        # A table may have columns named like ours, so the cells are named apart first.
        (key,) = keys(root)[table]
        cells = text(table, root).melt(id_vars=key, var_name="its column", value_name="its value")
        cells.columns = pd.Index(["record", "column", "value"])
        parts.append(cells.assign(table=table))
    return pd.concat(parts)
