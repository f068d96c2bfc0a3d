"""Where a number comes from: the words behind a cell, their document, and the rule between."""

from collections.abc import Iterable

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import firmness
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import RefusedError, demand, shown
from gsomia_data.reading.frames import cited, fields, keys, lines, row_keys, text

_CELL = ["table_name", "row_key", "column_name"]
_SOURCE = ["source_id", "title", "publisher", "published", "published_from", "url"]
_COLUMNS = [
    *_CELL, "value", "relation", "says", "words", "nth", "quote", "context", "rule", "firmness",
    *_SOURCE, "quote_id", "note",
]  # fmt: skip


@undamaged()
def evidence(
    table: str | None = None,
    key: str | None = None,
    column: str | None = None,
    root: Root = None,
) -> pd.DataFrame:
    """What the cells of a table, of one row or of one cell rest on: one row per witness.

    - ``table_name``, ``row_key``, ``column_name``: the cell, and ``value``: what it holds;
    - ``relation``: whether the words support, approximate or dispute it;
    - ``says``: the value that the words give by the ``rule``, and ``firmness``: proved, inferred
      or judged;
    - ``words``: exact words of the ``quote``, and ``nth``: which occurrence of them in it;
    - ``context``: the quote with the 32 characters on either side;
    - ``source_id`` to ``url``: the document, its date and how the date is known.

    A cell without evidence has no row: it is a key, derived or curatorial. Without a table, the
    witnesses of all tables.

    Raises ``KeyError`` for a table, row or column that is not there, naming the nearest, and
    ``ValueError`` for a row or column without its table.
    """
    if table is None and not (key is None and column is None):
        raise RefusedError(f"{shown(key or column)} is in which table? name it first")
    found = witnesses(table, key, column, root)
    found = found.merge(_values(found["table_name"].unique(), root), on=_CELL, how="left")
    return cited(found[_COLUMNS].astype("string"), "evidence", root)


def witnesses(table: str | None, key: str | None, column: str | None, root: Root) -> pd.DataFrame:
    """The rows of evidence on a table, a row or a cell, each with its line, quote and document.

    A row that has no quote has no document. Raises ``KeyError`` as ``evidence`` does.
    """
    rows = _with_firmness(root)
    if table is not None:
        frame = text(table, root)
        rows = rows[rows["table_name"] == table]
        if key is not None:
            demand(f"row of {table}", key, row_keys(table, frame, root))
            rows = rows[rows["row_key"] == key]
        if column is not None:
            demand(f"column of {table}", column, frame.columns)
            rows = rows[rows["column_name"] == column]
    quoted = rows.merge(_quotes(root), on="quote_id", how="left")
    return quoted.merge(text("sources", root)[_SOURCE], on="source_id", how="left")


def _with_firmness(root: Root) -> pd.DataFrame:
    """The rows of evidence, each with its firmness and its line in the file."""
    rows = text("evidence", root)
    declared = {name: fields(name, root) for name in keys(root)}
    lexica = {
        (table, name): field["gsomia:cues"]
        for table, known in declared.items()
        for name, field in known.items()
        if "gsomia:cues" in field
    }
    rules = declared["evidence"]["rule"]["gsomia:rules"]
    by_rule = {name: rule["firmness"] for name, rule in rules.items()}
    cells = [dict(zip(rows.columns, row, strict=True)) for row in rows.fillna("").to_numpy()]
    return rows.assign(firmness=firmness(cells, lexica, by_rule), line=lines(rows))


def _quotes(root: Root) -> pd.DataFrame:
    quotes = text("quotes", root).fillna("").rename(columns={"exact": "quote"})
    quotes["context"] = quotes["prefix"] + quotes["quote"] + quotes["suffix"]
    return quotes[["quote_id", "source_id", "quote", "context"]]


def _values(tables: Iterable[str], root: Root) -> pd.DataFrame:
    """The cells of ``tables``, each with its value."""
    parts = [pd.DataFrame(columns=[*_CELL, "value"], dtype="string")]
    for table in tables:
        # A table may have columns named like ours, so the cells are named apart first.
        (key,) = keys(root)[table]
        cells = text(table, root).melt(id_vars=key, var_name="its column", value_name="its value")
        cells.columns = pd.Index([*_CELL[1:], "value"])
        parts.append(cells.assign(table_name=table))
    return pd.concat(parts)
