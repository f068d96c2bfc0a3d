"""Datasette: a folder that ``datasette`` serves, with the database and what it says of itself."""

import json
from collections.abc import Iterator
from typing import Any

from gsomia_data.reading.export import sqlite
from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import TableContents

LABELS = {
    "actors": "name",
    "agreements": "label",
    "dates": "title",
    "quotes": "quote_id",
    "sources": "title",
}
"""The column by which a row is named where another table refers to it."""
_FACETS = {
    "cells": ("table_name", "firmness"),
    "reports": ("table_name", "publisher", "relation", "firmness"),
}
_SORT = {"dates": "earliest"}
_WORDS_OF_A_ROW = {
    "title": "Words behind a row",
    "description": "What each document says of each cell of one row, in its words.",
    "sql": """select column_name, value, firmness, relation, says, words, quote,
  publisher, published
from reports
where table_name = :table_name and row_key = :row_key
order by rowid""",
}
_NAME = "gsomia"
"""Name of the database, which is part of every address."""


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    ((_, database),) = sqlite.files(contents)
    yield f"{_NAME}.db", database
    text = json.dumps(_metadata(contents), ensure_ascii=False, indent=2)
    yield "metadata.json", f"{text}\n".encode()


def _metadata(contents: Contents) -> dict[str, Any]:
    about = contents.about
    described = {
        "title": about["title"],
        "description": _plain(f"{about['description']} Cite as: {about['citation']}"),
        "source": f"{about['name']} {about['version']}",
        **_licence(contents.descriptor["licenses"][0]),
    }
    tables = {table.name: _table(table) for table in contents.all_tables}
    queries = {"queries": {"words_of_a_row": _WORDS_OF_A_ROW}} if contents.joined else {}
    return {**described, "databases": {_NAME: {**described, **queries, "tables": tables}}}


def _table(table: TableContents) -> dict[str, Any]:
    licences = table.resource.get("licenses", [])
    described = [table.resource["description"], *(f"{one['title']}." for one in licences[1:])]
    names = {field["name"] for field in table.fields}
    chosen = {
        "label_column": LABELS.get(table.name),
        "sort": _SORT.get(table.name),
        "facets": [one for one in _FACETS.get(table.name, ()) if one in names],
    }
    return {
        "title": table.resource["title"],
        "description": _plain(" ".join(described)),
        **(_licence(licences[0]) if licences else {}),
        "columns": {field["name"]: _plain(field["description"]) for field in table.fields},
        **{key: value for key, value in chosen.items() if value},
    }


def _licence(licence: dict[str, str]) -> dict[str, str]:
    name, path = licence.get("title") or licence.get("name"), licence.get("path")
    return {key: one for key, one in (("license", name), ("license_url", path)) if one}


def _plain(text: str) -> str:
    """Without the marks around names, which Datasette would show."""
    return text.replace("`", "")
