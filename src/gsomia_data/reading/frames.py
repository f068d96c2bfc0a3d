"""Tables as DataFrames, with the types that the shipped descriptor declares.

The descriptor and the schemas are the only source of types here: if they lied, loading would break.
"""

import difflib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from gsomia_data import _files

_SPELLED = {"boolean": "true|false", "integer": r"-?\d+", "number": r"-?\d+(?:\.\d+)?"}


def load(table: str) -> pd.DataFrame:
    """One table as a fresh DataFrame.

    Text is ``string``, codes are ordered ``category``, integers ``Int64``, numbers ``Float64``,
    flags ``boolean``, calendar days ``datetime64``; what is missing is missing, never zero or
    false. Uncertain dates (EDTF) stay text. ``attrs`` carries the name, the version and the title.

    Raises ``KeyError`` for an unknown table, naming the nearest; ``ValueError`` where a cell does
    not have its declared type.
    """
    frame, descriptor, resource = _read(table)
    fields = _json(_files.root() / resource["schema"])["fields"]
    frame = pd.DataFrame({field["name"]: _typed(frame[field["name"]], field) for field in fields})
    frame.attrs = {
        "name": f"{descriptor['name']}.{table}",
        "version": descriptor["version"],
        "title": resource["title"],
    }
    return frame


def tables() -> pd.DataFrame:
    """The tables: ``name``, ``rows``, ``columns``, ``key`` and what one ``row`` is."""
    root = _files.root()
    listed = []
    for resource in _json(root / _files.DESCRIPTOR)["resources"]:
        schema = _json(root / resource["schema"])
        listed.append(
            {
                "name": resource["name"],
                "rows": len(load(resource["name"])),
                "columns": len(schema["fields"]),
                "key": ", ".join(schema["primaryKey"]),
                "row": resource["description"],
            }
        )
    return pd.DataFrame(listed)


def text(table: str) -> pd.DataFrame:
    """One table with every cell as it is written; what is empty is missing."""
    return _read(table)[0]


def _read(table: str) -> tuple[pd.DataFrame, dict[str, Any], dict[str, Any]]:
    """A table as text, the descriptor, and the table's resource in it."""
    root = _files.root()
    descriptor = _json(root / _files.DESCRIPTOR)
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    if table not in resources:
        near = difflib.get_close_matches(str(table), resources, 1, 0.4)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(resources)}"
        raise KeyError(f"there is no table {table!r}; {hint}")
    resource = resources[table]
    frame = pd.read_csv(
        root / resource["path"],
        dtype="string",
        keep_default_na=False,
        na_values=[""],
        encoding=resource["encoding"],
        lineterminator="\n",
    )
    return frame, descriptor, resource


def keys() -> dict[str, tuple[str, ...]]:
    """Columns of the primary key of each table, in the order of the descriptor."""
    root = _files.root()
    return {
        resource["name"]: tuple(_json(root / resource["schema"])["primaryKey"])
        for resource in _json(root / _files.DESCRIPTOR)["resources"]
    }


def _json(path: Path) -> Any:  # noqa: ANN401 - JSON has any type
    return json.loads(path.read_text(encoding="utf-8"))


def _typed(column: "pd.Series[Any]", field: dict[str, Any]) -> "pd.Series[Any]":
    if "categories" in field:
        known = pd.CategoricalDtype(field["categories"], ordered=True)
        strange = set(column.dropna()) - set(field["categories"])
        if strange:
            raise ValueError(f"{field['name']}: {sorted(strange)} are no codes of this column")
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
