"""Views of the tables and of what is declared: timeline, codebook, rules, schemas, a search."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from gsomia_data._floor import edtf
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.nearest import shown
from gsomia_data._floor.text import fold
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import DEGREE, Texts, cited, framed, texts

_HIT = ("table_name", "row_key", "column_name", "text")


@undamaged()
def tables(files: Files) -> pd.DataFrame:
    """The tables, one per row, with the time and the documents that they cover."""
    table = texts(files)
    documents = _documents(table) if {"evidence", "quotes"} <= files.resources.keys() else None
    listed = [
        {
            "name": name,
            "rows": len(table(name)),
            "columns": len(files.fields(name)),
            "key": ", ".join(key),
            **dict(zip(("first", "last"), _covered(files.fields(name), table(name)), strict=True)),
            "documents": pd.NA if documents is None else documents.get(name, 0),
            "row": files.resource(name)["description"],
        }
        for name, key in files.keys().items()
    ]
    types = {"first": "string", "last": "string", "documents": "Int64"}
    return cited(files, pd.DataFrame(listed).astype(types), "tables")


def _documents(table: Texts) -> Mapping[str, int]:
    """The number of documents that evidence quotes, by the table that it is for."""
    source = table("quotes").set_index("quote_id")["source_id"]
    cited = table("evidence")
    counts = cited["quote_id"].map(source).groupby(cited["table_name"]).nunique()
    return {str(name): int(count) for name, count in counts.items()}


def _covered(fields: Mapping[str, Any], table: pd.DataFrame) -> tuple[str | None, str | None]:
    """The first and the last day that the dates of a table name; ``None`` without a date."""
    dates = [name for name, field in fields.items() if field["gsomia:kind"] in ("edtf", "date")]
    read = [edtf.parse(cell) for name in dates for cell in table[name].dropna().unique()]
    days = [day for one in read for day in (one.earliest, one.latest) if day]
    return (min(days).isoformat(), max(days).isoformat()) if days else (None, None)


@undamaged()
def timeline(files: Files, text: Texts | None = None) -> pd.DataFrame:
    """Dated events in chronological order, with labels, names and sources.

    ``text`` gives the tables if they are read already.
    """
    text = text or texts(files)
    dates = framed(files, "dates", text("dates"))
    labels = text("agreements").set_index("agreement_id")["label"]
    names = text("actors").set_index("actor_id")["name"]
    dated = text("evidence").query(
        "table_name == 'dates' and column_name == 'date' and relation == 'supports'"
    )
    dated = dated.merge(text("quotes")[["quote_id", "source_id"]], on="quote_id")
    sources = dated.groupby("row_key")["source_id"].agg(lambda ids: ", ".join(sorted(set(ids))))
    dates["agreement"] = dates["agreement_id"].map(labels)
    dates["actor_name"] = dates["actor"].map(names)
    dates["said_by_name"] = dates["said_by"].map(names)
    dates["sources"] = dates["date_id"].map(sources)
    rank = dates["earliest"].fillna(dates["latest"])
    ordered = dates.assign(rank=rank).sort_values(["rank", "latest", "event"], ignore_index=True)
    return cited(files, ordered.drop(columns="rank"), "timeline")


@undamaged()
def codebook(files: Files, table: str | None = None) -> pd.DataFrame:
    """Definitions of the columns and codes of a table, or of all tables."""
    listed = []
    for name, field in _fields(files, files.resources if table is None else [table]):
        about = {
            "table_name": name,
            "column_name": field["name"],
            "type": field["gsomia:kind"],
            "meaning": field["description"],
            "grounding": field["gsomia:grounding"],
            "rests_on": field["gsomia:rests_on"],
            "required": field.get("constraints", {}).get("required", False),
            "refers_to": files.references(name).get(field["name"]),
        }
        codes = field.get("gsomia:codes", {}) or {None: None}
        listed += [{**about, "code": code, "definition": said} for code, said in codes.items()]
    types: dict[str, Any] = dict.fromkeys(listed[0], "string")
    types |= {"required": "boolean", **_closed(files)}
    return cited(files, pd.DataFrame(listed).astype(types), "codebook")


def _closed(files: Files) -> dict[str, pd.CategoricalDtype]:
    """The types and groundings of the columns of all tables."""
    fields = [field for _, field in _fields(files, files.resources)]
    names = {"type": "gsomia:kind", "grounding": "gsomia:grounding"}
    return {
        column: pd.CategoricalDtype(list(dict.fromkeys(field[name] for field in fields)))
        for column, name in names.items()
    }


@undamaged()
def rules(files: Files) -> pd.DataFrame:
    """The rules of evidence: what each reads, and what it gives."""
    declared = files.fields("evidence")["rule"]["gsomia:rules"]
    listed = [
        (name, f"The value is {one['says']}.", one["firmness"], one["dates"], one["relative"])
        for name, one in declared.items()
    ]
    frame = pd.DataFrame(listed, columns=list(_RULE)).astype(_RULE)
    return cited(files, frame, "rules")


_RULE: dict[str, Any] = {
    "rule": "string",
    "sentence": "string",
    "firmness": DEGREE,
    "reads_date": "boolean",
    "needs_publication": "boolean",
}
"""The columns of `rules`, with their types."""


@undamaged()
def schema(files: Files, table: str) -> dict[str, Any]:
    """The Table Schema of a table, as a dictionary of the caller's own."""
    return copy.deepcopy(files.schema(table))


def _fields(files: Files, tables: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in tables:
        for field in files.schema(table)["fields"]:
            yield table, field


@undamaged()
def find(files: Files, words: str) -> pd.DataFrame:
    """Every text in which ``words`` appear, with its place; after an alias also whom it names."""
    if not isinstance(words, str):
        raise TypeError(f'{shown(words)} is not text to search for: give words, as "Blue House"')
    wanted, text = fold(words), texts(files)
    hits = [hit for hit in _texts(files, text) if wanted and wanted in fold(str(hit["text"]))]
    named = [hit for hit in _named(text, hits) if hit not in hits]
    frame = pd.DataFrame([*hits, *named], columns=list(_HIT)).astype("string")
    return cited(files, frame, "find")


_BEARERS = {"actor_id": ("actors", "name"), "agreement_id": ("agreements", "label")}
"""Where the name of those is whom an alias names, by the column that refers to them."""


def _named(text: Texts, hits: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """The actors and agreements that the aliases among the hits name, each once."""
    found = {hit["row_key"] for hit in hits if hit["table_name"] == "aliases"}
    if not found:
        return
    aliases = text("aliases")
    aliases = aliases[aliases["alias_id"].isin(found)]
    for column, (table, name) in _BEARERS.items():
        named = text(table).set_index(column)[name]
        for bearer in aliases[column].dropna().unique():
            yield _hit(table, bearer, name, named.get(bearer, ""))


def _texts(files: Files, text: Texts) -> Iterator[dict[str, object]]:
    """Every text that is searched, with its place."""
    for table, key in files.keys().items():
        declared = files.schema(table)["fields"]
        for field in declared:
            for code, definition in field.get("gsomia:codes", {}).items():
                yield _hit(table, "", field["name"], f"{code}: {definition}")
            yield _hit(table, "", field["name"], field["description"])
        searched = [field["name"] for field in declared if field.get("gsomia:searched")]
        for row in text(table).to_dict("records"):
            row_key = " ".join(str(row[name]) for name in key)
            for column in searched:
                if not pd.isna(row[column]):
                    yield _hit(table, row_key, column, row[column])


def _hit(*cells: object) -> dict[str, object]:
    return dict(zip(_HIT, cells, strict=True))
