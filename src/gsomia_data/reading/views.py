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
    """The dated events in order, with the agreement's label, the actor's name and the sources.

    They are ordered by ``earliest``, or by ``latest`` where the first day is open. ``date`` keeps
    the uncertainty as EDTF, ``precision`` says how exactly it is known, ``status`` whether the
    event took place. ``sources`` lists the documents whose words support the date.
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
    """The columns of a table, or of all: type, meaning, what they rest on; one row per code beside.

    Raises ``KeyError`` for a table that is not there, naming the nearest.
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
    """Where ``words`` appear: in names, labels, titles, quotes, notes and definitions.

    Case, white space and typographic marks make no difference; ``words`` are not a pattern.

    One row per hit: ``table_name``, ``row_key``, ``column_name`` and the ``text`` found. A hit in
    the definition of a column or of a code has no ``row_key``.

    Raises ``TypeError`` where ``words`` are not text.
    """
    if not isinstance(words, str):
        raise TypeError(f'{shown(words)} is not text to look for: give words, as "Blue House"')
    wanted = fold(words)
    hits = [hit for hit in _texts(root) if wanted and wanted in fold(str(hit["text"]))]
    frame = pd.DataFrame(hits, columns=list(_HIT)).astype("string")
    return cited(frame, "find", root)


def _texts(root: Root) -> Iterator[dict[str, object]]:
    """Every text that is looked through, and where it is."""
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
