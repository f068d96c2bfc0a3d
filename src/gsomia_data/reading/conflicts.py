"""Where sources disagree: each such cell with every source's words side by side."""

from collections.abc import Iterator

import pandas as pd

from gsomia_data._floor.location import Root
from gsomia_data._floor.marks import marks
from gsomia_data.reading.frames import cited, keys, text

_COLUMNS = (
    "table", "record", "column", "value", "relation", "says", "words", "source_id", "publisher",
    "published", "quote_id", "quote", "reading", "note",
)  # fmt: skip


Tables = dict[str, pd.DataFrame]
Keys = dict[str, tuple[str, ...]]


def conflicts(root: Root = None) -> pd.DataFrame:
    """Every cell that a source disputes, approximates or words otherwise, and what was decided.

    One row per witness, the stating ones among them: ``value`` is what the dataset decided,
    ``says`` what these words give, ``relation`` how they stand to the cell: states, approximates,
    disputes, or from the notes otherwise, reported so (an error of the source, kept) and tension
    (with another cell, named in ``says``). ``note`` gives the reason.
    """
    keyed = keys(root)
    tables = {name: text(name, root) for name in keyed}
    found = [*_evidence(tables, keyed), *_notes(tables, keyed)]
    frame = pd.DataFrame(found, columns=list(_COLUMNS)).astype("string")
    rank = {name: at for at, name in enumerate(keyed)}
    by_table = frame.sort_values(["record", "column"], kind="stable").assign(
        rank=lambda rows: rows["table"].map(rank)
    )
    ranked = by_table.sort_values("rank", kind="stable", ignore_index=True).drop(columns="rank")
    return cited(ranked, "conflicts", root)


def _evidence(tables: Tables, keyed: Keys) -> Iterator[dict[str, object]]:
    rows = tables["evidence"]
    cells = ["table", "record", "field"]
    differing = rows[rows["relation"] != "states"][cells].drop_duplicates()
    told = rows.merge(differing, on=cells).merge(_quotes(tables), on="quote_id")
    for row in told.to_dict("records"):
        yield {
            **{str(name): cell for name, cell in row.items() if name in _COLUMNS},
            "column": row["field"],
            "value": _cell(tables, keyed, row["table"], row["record"], row["field"]),
            "says": row["value"],
        }


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
                    "table": table,
                    "record": row[key],
                    "column": mark.column,
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


def _cell(tables: Tables, keyed: Keys, table: str, record: str, column: str) -> object:
    frame, (key,) = tables[table], keyed[table]
    found = frame.loc[frame[key] == record, column]
    return str(found.iloc[0]) if len(found) else pd.NA
