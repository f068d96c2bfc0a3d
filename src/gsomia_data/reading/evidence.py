"""The evidence for a cell: the words, their document, and the rule that yields the value."""

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
    """Evidence for the cells of a table, of one row, or for one cell.

    A cell that needs no evidence has no row: a key, a computed value or a remark of the curators.

    Args:
        table: Name of a table. Without it, the evidence of all tables.
        key: Key of a row of ``table``. Without it, all rows.
        column: Name of a column of ``table``. Without it, all columns.
        root: Folder of another copy of the package.

    Returns:
        One row per row of evidence:

        table_name, row_key, column_name: The cell.
        value: The value of the cell.
        relation: Whether the words support, approximate or dispute the value.
        says: The value that ``words`` give.
        words: Exact words of ``quote``.
        nth: Which occurrence of ``words`` in ``quote``, counted from 1.
        quote: The quotation.
        context: The quotation with up to 32 characters on either side.
        rule: The rule by which ``words`` give ``says``.
        firmness: proved, inferred or judged.
        source_id, title, publisher, published, published_from, url: The document, its date of
            publication, and how that date is known.
        quote_id: Key of the quotation.
        note: Remark of the curators.

    Raises:
        KeyError: Unknown table, row or column; the message suggests the closest ones.
        ValueError: A row or column without its table.
    """
    if table is None and not (key is None and column is None):
        raise RefusedError(f"{shown(key or column)} is in which table? name it first")
    rows = witnesses(table, key, column, root)
    rows = rows.merge(_values(rows["table_name"].unique(), root), on=_CELL, how="left")
    return cited(rows[_COLUMNS].astype("string"), "evidence", root)


def witnesses(table: str | None, key: str | None, column: str | None, root: Root) -> pd.DataFrame:
    """The rows of evidence for a table, a row or a cell, with their line, quote and document.

    A row without a quote has no document.

    Raises:
        KeyError: As for ``evidence``.
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
        # A table may have columns of these names, so the melted columns get other names first.
        (key,) = keys(root)[table]
        cells = text(table, root).melt(id_vars=key, var_name="its column", value_name="its value")
        cells.columns = pd.Index([*_CELL[1:], "value"])
        parts.append(cells.assign(table_name=table))
    return pd.concat(parts)
