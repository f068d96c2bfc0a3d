"""Views that join the tables: the timeline, the codebook, a search."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import shown
from gsomia_data._floor.text import fold
from gsomia_data.reading.frames import cited, keys, load, schema, text

_HIT = ("table_name", "row_key", "column_name", "text")


@undamaged()
def timeline(root: Root = None) -> pd.DataFrame:
    """Dated events in chronological order, with labels, names and sources.

    The order is by ``earliest``, or by ``latest`` if the first possible day is unknown.

    Args:
        root: Folder of another copy of the package.

    Returns:
        One row per event: the columns of ``dates`` (see ``help(gd.dates)``), and:

        agreement: Label of the agreement.
        actor_name: Name of the actor.
        sources: Keys of the documents whose words support the date, separated by commas.
    """
    dates = load("dates", root)
    labels = text("agreements", root).set_index("agreement_id")["label"]
    names = text("actors", root).set_index("actor_id")["name"]
    dated = text("evidence", root).query(
        "table_name == 'dates' and column_name == 'date' and relation == 'supports'"
    )
    dated = dated.merge(text("quotes", root)[["quote_id", "source_id"]], on="quote_id")
    sources = dated.groupby("row_key")["source_id"].agg(lambda ids: ", ".join(sorted(set(ids))))
    dates["agreement"] = dates["agreement_id"].map(labels)
    dates["actor_name"] = dates["actor"].map(names)
    dates["sources"] = dates["date_id"].map(sources)
    rank = dates["earliest"].fillna(dates["latest"])
    ordered = dates.iloc[rank.argsort(kind="stable")].reset_index(drop=True)
    return cited(ordered, "timeline", root)


@undamaged()
def codebook(table: str | None = None, root: Root = None) -> pd.DataFrame:
    """Definitions of the columns and codes of a table, or of all tables.

    Args:
        table: Name of a table. Without it, all tables.
        root: Folder of another copy of the package.

    Returns:
        One row per column; for a column with codes, one row per code:

        table_name, column_name: The column.
        type: Its type.
        meaning: Its definition.
        grounding: What kind of evidence its cells need, as a code.
        rests_on: The same in words.
        required: Whether it is always filled.
        code: A code of the column.
        definition: Definition of the code.

    Raises:
        KeyError: Unknown table; the message suggests the closest ones.
    """
    listed = []
    for name, field in _fields(keys(root) if table is None else [table], root):
        about = {
            "table_name": name,
            "column_name": field["name"],
            "type": field["type"],
            "meaning": field["description"],
            "grounding": field["gsomia:grounding"],
            "rests_on": field["gsomia:rests_on"],
            "required": field.get("constraints", {}).get("required", False),
        }
        codes = field.get("gsomia:codes", {}) or {"": ""}
        listed += [
            {**about, "code": code or pd.NA, "definition": definition or pd.NA}
            for code, definition in codes.items()
        ]
    frame = pd.DataFrame(listed).astype({"code": "string", "definition": "string"})
    return cited(frame, "codebook", root)


def _fields(tables: Iterable[str], root: Root) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in tables:
        for field in schema(table, root)["fields"]:
            yield table, field


@undamaged()
def find(words: str, root: Root = None) -> pd.DataFrame:
    """Search names, labels, titles, quotes, notes and definitions for ``words``.

    The search ignores case, white space and typographic marks. It does not use patterns.

    Args:
        words: The words to search for, as "Blue House".
        root: Folder of another copy of the package.

    Returns:
        One row per hit:

        table_name: The table.
        row_key: Key of the row; empty for a hit in the definition of a column or code.
        column_name: The column.
        text: The whole text in which ``words`` appear.

    Raises:
        TypeError: ``words`` is not text.
    """
    if not isinstance(words, str):
        raise TypeError(f'{shown(words)} is not text to search for: give words, as "Blue House"')
    wanted = fold(words)
    hits = [hit for hit in _texts(root) if wanted and wanted in fold(str(hit["text"]))]
    frame = pd.DataFrame(hits, columns=list(_HIT)).astype("string")
    return cited(frame, "find", root)


def _texts(root: Root) -> Iterator[dict[str, object]]:
    """Every text that is searched, with its place."""
    for table, key in keys(root).items():
        declared = schema(table, root)["fields"]
        for field in declared:
            for code, definition in field.get("gsomia:codes", {}).items():
                yield _hit(table, "", field["name"], f"{code}: {definition}")
            yield _hit(table, "", field["name"], field["description"])
        searched = [field["name"] for field in declared if field.get("gsomia:searched")]
        for row in text(table, root).to_dict("records"):
            row_key = " ".join(str(row[name]) for name in key)
            for column in searched:
                if not pd.isna(row[column]):
                    yield _hit(table, row_key, column, row[column])


def _hit(*cells: object) -> dict[str, object]:
    return dict(zip(_HIT, cells, strict=True))
