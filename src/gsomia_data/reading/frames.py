"""Tables as DataFrames, with the types that the published schemas declare.

Types come from the descriptor and the schemas alone: if these were wrong, loading would fail.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from gsomia_data._floor import citation
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.reading.files import Files

Texts = Callable[[str], pd.DataFrame]
"""Gives a table, by its name, with every cell as text."""

DEGREE = pd.CategoricalDtype(list(reversed(FIRMEST)), ordered=True)
"""Firmness: judged is less than inferred, inferred less than proved."""

_SPELLED = {
    "boolean": "true|false",
    "integer": r"-?\d{1,18}",
    "number": r"-?\d{1,18}(?:\.\d{1,9})?",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
"""How the schema spells them; a longer number does not fit the types of the columns."""


@undamaged()
def load(files: Files, table: str) -> pd.DataFrame:
    """A table with the declared types; its ``attrs`` say what it is and how it is cited."""
    return framed(files, table, text(files, table))


def framed(files: Files, table: str, written: pd.DataFrame) -> pd.DataFrame:
    """What ``load`` gives of a table whose cells, as text, are ``written``."""
    resource, fields = files.resource(table), files.fields(table)
    frame = pd.DataFrame({name: typed(written[name], field) for name, field in fields.items()})
    cited(files, frame, table).attrs["title"] = resource["title"]
    return frame


def cited(files: Files, frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """``frame``, with its name, version and citation in ``attrs``."""
    package = files.descriptor
    frame.attrs = {
        "name": f"{package['name']}.{name}",
        "version": package["version"],
        "citation": citation.apa(citation.dataset(package)),
    }
    return frame


def texts(files: Files) -> Texts:
    """The tables as ``text`` gives them, each read once; for one call, which changes none."""
    return cache(lambda table: text(files, table))


def text(files: Files, table: str) -> pd.DataFrame:
    """One table with every cell as text; an empty cell is a missing value."""
    return parsed(files, table, files.data(table))


def parsed(files: Files, table: str, place: Path | BytesIO) -> pd.DataFrame:
    """What ``text`` gives of a table whose bytes are at ``place``."""
    resource, declared = files.resource(table), files.schema(table)
    path = resource["path"]
    try:
        frame = pd.read_csv(
            place,
            compression=None,
            dtype="string",
            keep_default_na=False,
            na_values=[""],
            encoding=resource["encoding"],
            lineterminator="\n",
        )
    except ValueError as error:  # pandas does not name the file
        raise ValueError(f"{path}: {error}") from error
    _demand_declared(frame, declared, path)
    return frame


def row_keys(files: Files, table: str, frame: pd.DataFrame) -> list[str]:
    """The key of each row of ``frame``, which is ``text(table)``; parts are separated by blanks."""
    columns = frame[files.schema(table)["primaryKey"]].fillna("")
    return [" ".join(row) for row in columns.itertuples(index=False)]


def lines(frame: pd.DataFrame) -> list[int]:
    """The line in the file on which each row of ``frame``, which is ``text(table)``, begins."""
    breaks = pd.DataFrame({name: frame[name].fillna("").str.count("\n") for name in frame})
    begins = (breaks.sum(axis=1) + 1).cumsum().shift(fill_value=0) + 2
    return [int(line) for line in begins]


def _demand_declared(frame: pd.DataFrame, declared: dict[str, Any], path: str) -> None:
    """Refuse other columns than the declared ones, and a key that is empty or there twice."""
    columns = list(frame.columns)
    if columns and columns[-1].endswith("\r"):
        raise ValueError(f"{path} has CRLF line ends, not LF: copy the package byte for byte")
    if columns != [field["name"] for field in declared["fields"]]:
        raise ValueError(f"{path} has other columns than its schema")
    keys_ = frame[declared["primaryKey"]]
    bad = keys_[keys_.isna().any(axis=1) | keys_.duplicated()]
    if len(bad):
        key = " ".join(bad.iloc[0].fillna("").tolist()).strip()
        raise ValueError(
            f"{path}: the key {key!r} is there twice" if key else f"{path}: a row has no key"
        )


def coded(column: "pd.Series[Any]", known: pd.CategoricalDtype) -> "pd.Series[Any]":
    """A column of text as categories.

    Raises:
        ValueError: A cell is none of them.
    """
    strange = set(column.dropna()) - set(known.categories)
    if strange:
        raise ValueError(f"{column.name}: {sorted(strange)} are not codes of this column")
    return column.astype(known)


def typed(column: "pd.Series[Any]", field: dict[str, Any]) -> "pd.Series[Any]":
    """A column of text with the type that its field declares.

    Raises:
        ValueError: A cell is not of the type.
    """
    if "categories" in field:
        ordered = field.get("categoriesOrdered", False)
        return coded(column, pd.CategoricalDtype(field["categories"], ordered))
    spelled = _SPELLED.get(field["type"])
    if spelled and not column.dropna().str.fullmatch(spelled).all():
        raise ValueError(f"{field['name']}: not every cell is of the type {field['type']}")
    if field["type"] == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    if field["type"] == "date":
        # Nanoseconds, which pandas 2 would choose for text, begin in 1677.
        return column.astype("datetime64[s]")
    if field["type"] == "integer":
        return pd.to_numeric(column).astype("Int64")
    if field["type"] == "number":
        return pd.to_numeric(column).astype("Float64")
    return column
