"""Cells on which sources disagree, with the words of every source side by side."""

from collections.abc import Iterator

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.marks import marks
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import cited, text

_COLUMNS = (
    "table_name", "row_key", "column_name", "value", "relation", "says", "words", "source_id",
    "publisher", "published", "quote_id", "quote", "rule", "note",
)  # fmt: skip


Tables = dict[str, pd.DataFrame]
Keys = dict[str, tuple[str, ...]]


@undamaged()
def conflicts(files: Files) -> pd.DataFrame:
    """The passages about each cell that a source disputes, approximates or words differently."""
    keyed = files.keys()
    tables = {name: text(files, name) for name in keyed}
    passages = [*_evidence(tables, keyed), *_notes(tables, keyed)]
    frame = pd.DataFrame(passages, columns=list(_COLUMNS)).astype("string")
    rank = {name: at for at, name in enumerate(keyed)}
    by_table = frame.sort_values(["row_key", "column_name"], kind="stable").assign(
        rank=lambda rows: rows["table_name"].map(rank)
    )
    ranked = by_table.sort_values("rank", kind="stable", ignore_index=True).drop(columns="rank")
    return cited(files, ranked, "conflicts")


def _evidence(tables: Tables, keyed: Keys) -> Iterator[dict[str, object]]:
    rows = tables["evidence"]
    cell = ["table_name", "row_key", "column_name"]
    differing = rows[rows["relation"] != "supports"][cell].drop_duplicates()
    witnesses = rows.merge(differing, on=cell).merge(_quotes(tables), on="quote_id")
    for row in witnesses.to_dict("records"):
        listed = {str(name): value for name, value in row.items() if name in _COLUMNS}
        yield {**listed, "value": _cell(tables, keyed, *(row[name] for name in cell))}


def _notes(tables: Tables, keyed: Keys) -> Iterator[dict[str, object]]:
    quotes = _quotes(tables).set_index("quote_id")
    for table, columns in keyed.items():
        frame = tables[table]
        if "note" not in frame.columns or len(columns) > 1:
            continue
        (key,) = columns
        for row in frame.dropna(subset=["note"]).to_dict("records"):
            for mark in marks(str(row["note"])):
                about = {
                    "table_name": table,
                    "row_key": row[key],
                    "column_name": mark.column,
                    "value": row[mark.column],
                    "relation": mark.kind,
                    "note": mark.text,
                }
                if mark.other:
                    yield {
                        **about,
                        "says": f"{' '.join(mark.other)}: {_cell(tables, keyed, *mark.other)}",
                    }
                    continue
                quote = {str(name): cell for name, cell in quotes.loc[mark.quote_id].items()}
                words = {"says": mark.words, "words": mark.words, "quote_id": mark.quote_id}
                yield {**about, **quote, **words}


def _quotes(tables: Tables) -> pd.DataFrame:
    quotes = tables["quotes"].rename(columns={"exact": "quote"})[["quote_id", "source_id", "quote"]]
    return quotes.merge(tables["sources"][["source_id", "publisher", "published"]], on="source_id")


def _cell(tables: Tables, keyed: Keys, table: str, row_key: str, column: str) -> object:
    frame, (key,) = tables[table], keyed[table]
    cells = frame.loc[frame[key] == row_key, column]
    return str(cells.iloc[0]) if len(cells) else pd.NA
