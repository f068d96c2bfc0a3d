"""What each document says of a cell, in its words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import firmest
from gsomia_data.reading.evidence import values, witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import DEGREE, Texts, cited, row_keys, texts, typed

_CELL = ["table_name", "row_key", "column_name"]
_SOURCE = ["source_id", "publisher", "published", "edition_of"]
_COLUMNS = [
    *_CELL, "value", *_SOURCE, "relation", "says", "bound", "words", "quote", "quote_id",
    "firmness",
]  # fmt: skip
_BETWEEN = " … "

_Row = Mapping[str, Any]


@undamaged()
def reports(files: Files, table: str | None = None, text: Texts | None = None) -> pd.DataFrame:
    """One row per cell, document and relation, of a table or of all.

    ``text`` gives the tables if they are read already.
    """
    text = text or texts(files)
    rows = witnesses(files, text, table, None, None)
    rows = rows.assign(value=values(files, text, rows))
    rank = _ranks(files, text)
    in_document = rows.sort_values(["place", "start"], kind="stable").to_dict("records")
    said = defaultdict[tuple[int, ...], list[_Row]](list)
    for row in cast(list[_Row], in_document):
        said[rank(row)].append(row)
    listed = [_report(said[place]) for place in sorted(said)]
    frame = pd.DataFrame(listed, columns=_COLUMNS).astype("string").astype({"firmness": DEGREE})
    frame["relation"] = typed(frame["relation"], files.fields("evidence")["relation"])
    return cited(files, frame, "reports")


def _report(rows: Sequence[_Row]) -> dict[str, object]:
    """The rows of evidence of one document, which have one cell and one relation, as one."""
    return {
        **{name: rows[0][name] for name in (*_CELL, "value", *_SOURCE, "relation")},
        "says": _joined(_BETWEEN, _distinct(row["says"] for row in rows)),
        "bound": _joined(_BETWEEN, _distinct(row["bound"] for row in rows)),
        "words": _joined(_BETWEEN, [row["words"] for row in rows]),
        "quote": _joined("\n", _distinct(row["quote"] for row in rows)),
        "quote_id": _joined(", ", _distinct(row["quote_id"] for row in rows)),
        "firmness": firmest(row["firmness"] for row in rows),
    }


def _distinct(texts: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(one for one in texts if isinstance(one, str)))


def _joined(between: str, texts: list[str]) -> object:
    return between.join(texts) if texts else pd.NA


def _ranks(files: Files, text: Texts) -> Callable[[_Row], tuple[int, ...]]:
    """The place of a row of evidence among others, by its cell, its relation and its document.

    Tables, rows, columns and documents are in the order of their files; what is not there is last.
    """
    tables = _order(files.resources)
    relations = _order(files.fields("evidence")["relation"]["categories"])
    documents = _order(text("sources")["source_id"])

    @cache
    def inside(table: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
        return _order(row_keys(files, table, text(table))), _order(files.fields(table))

    def rank(row: _Row) -> tuple[int, ...]:
        table, key, column = (row[name] for name in _CELL)
        rows, columns = inside(table)
        source = documents.get(row["source_id"], len(documents))
        cell = tables[table], rows.get(key, len(rows)), columns.get(column, len(columns))
        return *cell, relations[row["relation"]], source

    return rank


def _order(names: Iterable[str]) -> Mapping[str, int]:
    return {name: at for at, name in enumerate(names)}
