"""The tables that an export adds to those of the package.

``cells`` and ``reports`` are the views of the same names, joined from several tables; ``codebook``
and ``about`` explain all others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from gsomia_data.reading.cells import cells
from gsomia_data.reading.export.table import TableContents, is_required
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts
from gsomia_data.reading.reports import reports


@dataclass(frozen=True, slots=True)
class _View:
    """What is declared of a table that is added.

    Attributes:
        row: What one row is.
        columns: The meaning of each column, in order.
        unique: Columns that are unique together.
        foreign: The columns that hold keys of other tables, by table.
        filled: Columns that are always filled.
        words: Its columns that hold words of documents, for the licence.
    """

    row: str
    columns: Mapping[str, str]
    unique: Sequence[str] = ()
    foreign: Mapping[str, str] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    words: str = ""


_CELL = {
    "table_name": "Table of the cell",
    "row_key": "Key of the cell's row",
    "column_name": "Column of the cell",
    "value": "Value of the cell, as its file has it",
}
_KEY = ("table_name", "row_key", "column_name")
_CELLS = _View(
    row="One row is one filled cell, with how firm it is.",
    columns=_CELL
    | {
        "grounding": "What the cell must rest on",
        "firmness": "Firmness of its firmest words; if computed, of the weakest cell it is from",
        "witnesses": "Number of documents whose words support it; editions count as one",
        "disagreements": "Number of documents whose words dispute it; editions count as one",
        "why": "Why no words of its own support it; empty if some do",
    },
    unique=_KEY,
    filled=frozenset({*_CELL, "grounding"}),
    words="value",
)
_REPORTS = _View(
    row="One row is what one document says of one cell, in its words.",
    columns=_CELL
    | {
        "source_id": "Document that says it",
        "publisher": "Publisher of the document",
        "published": "Date of publication (EDTF)",
        "edition_of": "Document of which this is another edition; the two are one witness",
        "relation": "Relation of the words to the cell",
        "says": "Values that the words give, with … between them; empty if they give none",
        "bound": "How the words limit a number: more than half is above 50",
        "words": "Words of each row of evidence, in document order, with … between them",
        "quote": "Quotes that hold the words, one a line",
        "quote_id": "Keys of the quotes, separated by commas",
        "firmness": "Firmness of the firmest row of evidence; empty if the words give no value",
    },
    unique=(*_KEY, "source_id", "relation"),
    foreign={"source_id": "sources"},
    filled=frozenset({*_KEY, "relation", "words"}),
    words="value, says, words and quote",
)
_CODEBOOK = _View(
    row="One row is one column, or one code of a column.",
    columns={
        "table_name": "Table of the column",
        "column_name": "Name of the column",
        "type": "Type of the column in Table Schema",
        "required": "Whether the column is always filled: yes or no",
        "meaning": "Meaning of the column",
        "code": "Code of the column, if it has codes",
        "definition": "Meaning of the code",
    },
    filled=frozenset({"table_name", "column_name", "type", "required", "meaning"}),
)
_ABOUT = _View(
    row="One row is one fact about the package.",
    columns={"name": "Label of the fact", "value": "Fact about the package"},
    unique=("name",),
    filled=frozenset({"name", "value"}),
)
_FIRMNESS = {
    "proved": "a rule reads the value from the words, and each link of its chain is proved",
    "inferred": "a cue, a pronoun or the same sentence gives the value, or a link is inferred",
    "judged": "a coder's judgement, with its reason",
}
_FROM = {"actors", "agreements", "aliases", "evidence", "quotes", "sources"}
"""The tables from which the joined ones come."""
_PUBLISHERS_WORDS = "LicenseRef-publishers-words"


def joined(files: Files, text: Texts, progress: Callable[[str], None]) -> Iterator[TableContents]:
    """``cells`` and ``reports``, if the package has the tables from which they come."""
    if files.resources.keys() >= _FROM:
        progress("joining cells and reports")
        yield _joined(files, "cells", cells(files, text=text), _CELLS)
        yield _joined(files, "reports", reports(files, text=text), _REPORTS)


def codebook(tables: Iterable[TableContents]) -> TableContents:
    """One row per column of ``tables``, or per code of a column."""
    rows: list[tuple[str | None, ...]] = []
    for table in tables:
        for column in table.fields:
            required = "yes" if is_required(column) else "no"
            about = (table.name, column["name"], column["type"], required, column["description"])
            codes = column.get("gsomia:codes") or dict.fromkeys(column.get("categories", []), "")
            rows += [(*about, code, meaning or None) for code, meaning in codes.items()] or [
                (*about, None, None)
            ]
    frame = pd.DataFrame(rows, columns=list(_CODEBOOK.columns), dtype="string")
    return _contents("codebook", frame, _CODEBOOK)


def about(facts: Mapping[str, str]) -> TableContents:
    """One row per fact about the package."""
    frame = pd.DataFrame(list(facts.items()), columns=list(_ABOUT.columns), dtype="string")
    return _contents("about", frame, _ABOUT)


def _joined(files: Files, name: str, frame: pd.DataFrame, view: _View) -> TableContents:
    """A view, with the meanings of its codes and the licences of the words in it."""
    contents = _contents(name, frame, view)
    declared = [one for table in files.resources for one in files.fields(table).values()]
    meanings = {
        "grounding": {one["gsomia:grounding"]: one["gsomia:rests_on"] for one in declared},
        "firmness": _FIRMNESS,
        "relation": files.fields("evidence")["relation"].get("gsomia:codes", {}),
    }
    for column in contents.fields:
        known = meanings.get(column["name"], {})
        if "categories" in column:
            column["gsomia:codes"] = {code: known.get(code, "") for code in column["categories"]}
    title = (
        f"The words of the sources in {view.words} belong to their publishers and are not "
        "licensed; they are quoted as evidence"
    )
    licences = [
        {**one, "title": title} if one.get("name") == _PUBLISHERS_WORDS else one
        for one in files.resource("evidence").get("licenses", [])
    ]
    if licences:
        contents.resource["licenses"] = licences
    return contents


def _contents(name: str, frame: pd.DataFrame, view: _View) -> TableContents:
    fields = [_field(column, frame[column], view) for column in view.columns]
    foreign = [
        {"fields": [column], "reference": {"resource": table, "fields": [column]}}
        for column, table in view.foreign.items()
    ]
    schema = {
        "fields": fields,
        "primaryKey": [],
        "uniqueKeys": [list(view.unique)] if view.unique else [],
        "foreignKeys": foreign,
    }
    resource = {"title": name.capitalize(), "description": view.row}
    return TableContents(name, resource, schema, frame)


def _field(name: str, column: "pd.Series[Any]", view: _View) -> dict[str, Any]:
    """A column as a field of a Table Schema; its type is that of the frame."""
    declared: dict[str, Any] = {
        "name": name,
        "type": "integer" if pd.api.types.is_integer_dtype(column.dtype) else "string",
        "title": name.replace("_", " ").capitalize(),
        "description": view.columns[name],
    }
    if isinstance(column.dtype, pd.CategoricalDtype):
        declared["categories"] = list(column.cat.categories)
        declared["categoriesOrdered"] = bool(column.cat.ordered)
    if name in view.filled:
        declared["constraints"] = {"required": True}
    return declared
