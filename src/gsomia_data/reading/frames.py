"""Tables as DataFrames, with the types that the published schemas declare.

Types come from the descriptor and the schemas alone: if these were wrong, loading would fail.
"""

import json
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pandas as pd

from gsomia_data._floor import citation, location
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.location import Root
from gsomia_data._floor.nearest import demand
from gsomia_data.reading import shape

_SPELLED = {
    "boolean": "true|false",
    "integer": r"-?\d{1,18}",
    "number": r"-?\d{1,18}(?:\.\d{1,9})?",
}
"""How the schema spells them; a longer number does not fit the types of the columns."""


@undamaged()
def load(table: str, root: Root = None) -> pd.DataFrame:
    """Load one table as a new DataFrame.

    An empty cell is a missing value, never zero or false. The columns have these types:

    - text: ``string``
    - codes: ``category``, ordered only for magnitudes (`precision` and `bound`)
    - integers: ``Int64``
    - other numbers: ``Float64``
    - true or false: ``boolean``
    - calendar days: ``datetime64``
    - uncertain dates: ``string``, as EDTF

    Args:
        table: Name of the table.
        root: Folder of another copy of the package.

    Returns:
        The table. Its ``attrs`` hold ``name``, ``version``, ``title`` and ``citation``.

    Raises:
        KeyError: Unknown table; the message suggests the closest ones.
        ValueError: A cell does not have the declared type.
        FileNotFoundError: There is no package in ``root``.
        TypeError: ``root`` is not a path.
    """
    package = descriptor(root)
    resource = _resource(table, package)
    declared = _schema(resource, root)
    written = _text(resource, declared, root)
    frame = pd.DataFrame(
        {field["name"]: _typed(written[field["name"]], field) for field in declared["fields"]}
    )
    frame.attrs = {**_cited(table, package), "title": resource["title"]}
    return frame


def cited(frame: pd.DataFrame, name: str, root: Root) -> pd.DataFrame:
    """``frame``, with its name, version and citation in ``attrs``."""
    frame.attrs = _cited(name, descriptor(root))
    return frame


@undamaged()
def tables(root: Root = None) -> pd.DataFrame:
    """List the tables.

    Args:
        root: Folder of another copy of the package.

    Returns:
        One row per table:

        name: Name of the table.
        rows: Number of rows.
        columns: Number of columns.
        key: Columns of the primary key, separated by commas.
        row: What one row of the table is.
    """
    listed = []
    for resource in descriptor(root)["resources"]:
        declared = _schema(resource, root)
        listed.append(
            {
                "name": resource["name"],
                "rows": len(_text(resource, declared, root)),
                "columns": len(declared["fields"]),
                "key": ", ".join(declared["primaryKey"]),
                "row": resource["description"],
            }
        )
    return cited(pd.DataFrame(listed), "tables", root)


def descriptor(root: Root = None) -> dict[str, Any]:
    """The published ``datapackage.json``."""
    return shape.descriptor(_json(location.folder(root), location.DESCRIPTOR))


def schema(table: str, root: Root = None) -> dict[str, Any]:
    """The published Table Schema of a table."""
    return _schema(_resource(table, descriptor(root)), root)


def fields(table: str, root: Root = None) -> dict[str, dict[str, Any]]:
    """The fields of the Table Schema of a table, by column."""
    return {field["name"]: field for field in schema(table, root)["fields"]}


def codes(table: str, column: str, root: Root = None) -> list[str]:
    """The codes of a column in the order of the schema."""
    return list(fields(table, root)[column]["categories"])


def text(table: str, root: Root = None) -> pd.DataFrame:
    """One table with every cell as text; an empty cell is a missing value."""
    resource = _resource(table, descriptor(root))
    return _text(resource, _schema(resource, root), root)


def _text(resource: dict[str, Any], declared: dict[str, Any], root: Root) -> pd.DataFrame:
    path = resource["path"]
    place = location.file(location.folder(root), path)
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


def keys(root: Root = None) -> dict[str, tuple[str, ...]]:
    """The columns of the primary key, by table, in the order of the descriptor."""
    return {
        resource["name"]: tuple(_schema(resource, root)["primaryKey"])
        for resource in descriptor(root)["resources"]
    }


def row_keys(table: str, frame: pd.DataFrame, root: Root = None) -> list[str]:
    """The key of each row of ``frame``, which is ``text(table)``; parts are separated by blanks."""
    columns = frame[list(keys(root)[table])].fillna("")
    return [" ".join(row) for row in columns.itertuples(index=False)]


def lines(frame: pd.DataFrame) -> list[int]:
    """The line in the file on which each row of ``frame``, which is ``text(table)``, begins."""
    breaks = pd.DataFrame({name: frame[name].fillna("").str.count("\n") for name in frame})
    begins = (breaks.sum(axis=1) + 1).cumsum().shift(fill_value=0) + 2
    return [int(line) for line in begins]


def _schema(resource: dict[str, Any], root: Root) -> dict[str, Any]:
    path = resource["schema"]
    return shape.schema(_json(location.folder(root), path), resource["name"], path)


def _cited(name: str, package: dict[str, Any]) -> dict[Hashable, Any]:
    return {
        "name": f"{package['name']}.{name}",
        "version": package["version"],
        "citation": citation.apa(citation.dataset(package)),
    }


def _resource(table: str, package: dict[str, Any]) -> dict[str, Any]:
    resources: dict[str, dict[str, Any]] = {one["name"]: one for one in package["resources"]}
    demand("table", table, resources)
    return resources[table]


def _json(root: Path, path: str) -> Any:  # noqa: ANN401 - JSON has any type
    return json.loads(location.file(root, path).read_text(encoding="utf-8"))


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


def _typed(column: "pd.Series[Any]", field: dict[str, Any]) -> "pd.Series[Any]":
    if "categories" in field:
        ordered = field.get("categoriesOrdered", False)
        known = pd.CategoricalDtype(field["categories"], ordered)
        strange = set(column.dropna()) - set(field["categories"])
        if strange:
            raise ValueError(f"{field['name']}: {sorted(strange)} are not codes of this column")
        return column.astype(known)
    spelled = _SPELLED.get(field["type"])
    if spelled and not column.dropna().str.fullmatch(spelled).all():
        raise ValueError(f"{field['name']}: not every cell is of the type {field['type']}")
    if field["type"] == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    if field["type"] == "date":
        return pd.to_datetime(column, format="%Y-%m-%d")
    if field["type"] == "integer":
        return pd.to_numeric(column).astype("Int64")
    if field["type"] == "number":
        return pd.to_numeric(column).astype("Float64")
    return column
