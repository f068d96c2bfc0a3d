"""The evidence for a cell: the words, their document, and the rule that yields the value."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import FIRMEST, NEEDED, Strength, Vocabulary, firmness
from gsomia_data._floor.nearest import RefusedError, demand, shown
from gsomia_data._floor.text import occurrences
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, cited, lines, row_keys, texts, typed

DEGREE = pd.CategoricalDtype(list(FIRMEST[::-1]), ordered=True)
"""The type of a column of degrees of firmness: the weakest is the least."""
_CELL = ["table_name", "row_key", "column_name"]
_SOURCE = [
    "source_id", "title", "publisher", "published", "published_from", "edition_of", "url",
]  # fmt: skip
_COLUMNS = [
    *_CELL, "value", "relation", "says", "bound", "words", "nth", "start", "stop", "quote",
    "context", "rule", "firmness", *_SOURCE, "quote_id", "note",
]  # fmt: skip


@undamaged()
def evidence(
    files: Files, table: str | None = None, key: str | None = None, column: str | None = None
) -> pd.DataFrame:
    """The rows of evidence for a table, a row or a cell, with the value of the cell."""
    if table is None and not (key is None and column is None):
        raise RefusedError(f"{shown(key or column)} is in which table? name it first")
    text = texts(files)
    rows = witnesses(files, text, table, key, column)
    rows = rows.assign(value=values(files, text, rows))[_COLUMNS]
    declared = files.fields("evidence")
    fields = {name: declared[name] for name in ("relation", "bound", "nth")}
    fields["rule"] = {**declared["rule"], "categories": list(declared["rule"]["gsomia:rules"])}
    fields["published_from"] = files.fields("sources")["published_from"]
    rows = rows.assign(**{name: typed(rows[name], field) for name, field in fields.items()})
    return cited(files, rows.astype({"firmness": DEGREE}), "evidence")


def witnesses(
    files: Files, text: Texts, table: str | None, key: str | None, column: str | None
) -> pd.DataFrame:
    """The rows of evidence for a table, a row or a cell, with their line, quote and document.

    Each has the span of its words in the quote, and the ``place`` of the quote in the document. A
    row without a quote has no document. Cells are text, but for these numbers.

    Raises:
        KeyError: As for ``evidence``.
    """
    if table is not None:
        demand("table", table, files.resources)
    rows = _with_firmness(files, text)
    if table is not None:
        frame = text(table)
        rows = rows[rows["table_name"] == table]
        if key is not None:
            demand(f"row of {table}", key, row_keys(files, table, frame))
            rows = rows[rows["row_key"] == key]
        if column is not None:
            demand(f"column of {table}", column, frame.columns)
            rows = rows[rows["column_name"] == column]
    quoted = rows.merge(_quotes(text), on="quote_id", how="left")
    spans = [_span(*row) for row in quoted[["quote", "words", "nth"]].itertuples(index=False)]
    begins, ends = zip(*spans, strict=True) if spans else ((), ())
    quoted["start"] = pd.Series(begins, quoted.index, dtype="Int64")
    quoted["stop"] = pd.Series(ends, quoted.index, dtype="Int64")
    return quoted.merge(text("sources")[_SOURCE], on="source_id", how="left")


def _span(quote: object, words: str, nth: str) -> tuple[object, object]:
    """The span of words in their quote; missing if they do not appear there so often."""
    spans = occurrences(quote, words) if isinstance(quote, str) else []
    at = int(nth) - 1 if nth.isdecimal() and len(nth) < 5 else -1
    return spans[at] if 0 <= at < len(spans) else (pd.NA, pd.NA)


def _with_firmness(files: Files, text: Texts) -> pd.DataFrame:
    """The rows of evidence, each with its firmness and its line in the file."""
    rows = text("evidence")
    declared = {name: files.fields(name) for name in files.resources}
    lexica = {
        (table, name): field["gsomia:cues"]
        for table, known in declared.items()
        for name, field in known.items()
        if "gsomia:cues" in field
    }
    rules = declared["evidence"]["rule"]["gsomia:rules"]
    strengths = {
        name: Strength(rule["firmness"], rule["dates"], rule["relative"])
        for name, rule in rules.items()
    }
    tables = {name: _cells(text(name)) for name in NEEDED}
    firm = firmness(tables, Vocabulary(strengths, lexica))
    given = pd.Series([one or None for one in firm], rows.index, dtype="string")
    return rows.assign(firmness=given, line=lines(rows))


def _cells(frame: pd.DataFrame) -> list[dict[str, str]]:
    """The cells of each row by column; an empty one is an empty text."""
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.fillna("").to_numpy()]


def _quotes(text: Texts) -> pd.DataFrame:
    quotes = text("quotes").fillna("").rename(columns={"exact": "quote"})
    quotes["context"] = quotes["prefix"] + quotes["quote"] + quotes["suffix"]
    quotes["place"] = pd.to_numeric(quotes["start"], errors="coerce").astype("Int64")
    return quotes[["quote_id", "source_id", "quote", "context", "place"]]


def values(files: Files, text: Texts, rows: pd.DataFrame) -> "pd.Series[Any]":
    """The value of the cell of each row of evidence; missing if there is no such cell."""
    keys = files.keys()
    known: dict[str, dict[Hashable, Any]] = {}
    for table in rows["table_name"].unique():
        (key,) = keys[table]
        known[table] = text(table).set_index(key).to_dict("index")
    cells = zip(*(rows[name] for name in _CELL), strict=True)
    values = [known[table].get(row, {}).get(column, pd.NA) for table, row, column in cells]
    return pd.Series(values, rows.index, dtype="string")
