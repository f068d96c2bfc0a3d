"""What exports rely on in a descriptor and in a schema; a package without it is damaged."""

import re
from typing import Any

from gsomia_data._floor import location

_LICENCES = [{"name?": str, "title?": str, "path?": str}]
_TABLE = {
    "name": str,
    "title": str,
    "description": str,
    "path": str,
    "encoding": str,
    "bytes": int,
    "hash": str,
    "schema": str,
    "licenses?": _LICENCES,
}
_DESCRIPTOR = {
    "name": str,
    "title": str,
    "version": str,
    "description": str,
    "licenses": _LICENCES,
    "contributors": [{"title": str}],
    "resources": [_TABLE],
}
_FIELD = {
    "name": str,
    "type": str,
    "title": str,
    "description": str,
    "categories?": [str],
    "categoriesOrdered?": bool,
    "gsomia:codes?": dict,
    "constraints?": {"required?": bool, "minimum?": float, "maximum?": float},
}
_SCHEMA = {
    "fields": [_FIELD],
    "primaryKey": [str],
    "uniqueKeys?": [[str]],
    "foreignKeys?": [{"fields": [str], "reference": {"resource": str, "fields": [str]}}],
}
"""A type; a list of at least one; an object with these keys, among others (``?``: or without)."""
_WORDS = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "flag",
    list: "list",
    dict: "object",
}
_TYPES = ["string", "integer", "number", "boolean", "date"]
_TAKEN = {"about", "codebook"}
"""Names of what exports add to the tables."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say, or UTF-8."""


def descriptor(read: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON has any type
    """What was read, if it is a descriptor of tables that can be exported.

    Raises ``ValueError``.
    """
    where = location.DESCRIPTOR
    _demand(read, _DESCRIPTOR, where)
    names = [table["name"] for table in read["resources"]]
    for name in names:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in _TAKEN:
            raise ValueError(f"{where}: {name!r} is no name of a table")
    _demand_once(names, where)
    described: dict[str, Any] = read
    return described


def schema(read: Any, table: str, where: str) -> dict[str, Any]:  # noqa: ANN401 - as above
    """What was read from ``where``, if it is a schema of ``table`` that can be exported.

    Raises ``ValueError``.
    """
    _demand(read, _SCHEMA, where)
    names = [field["name"] for field in read["fields"]]
    _demand_once([name.lower() for name in names], where)  # as the standard and SQL have it
    for field in read["fields"]:
        kinds = ["string"] if "categories" in field else _TYPES
        if field["type"] not in kinds:
            raise ValueError(f"{where}: {field['name']} has no type of {', '.join(kinds)}")
        for code in field.get("gsomia:codes", {}).values():
            _demand(code, str, f"{where}: {field['name']}: a code")
    foreign = read.get("foreignKeys", [])
    keys = [read["primaryKey"], *read.get("uniqueKeys", []), *(one["fields"] for one in foreign)]
    there = [one["reference"] for one in foreign]
    keys += [one["fields"] for one in there if one["resource"] in ("", table)]
    for key in keys:
        strange = set(key) - set(names)
        if strange:
            raise ValueError(f"{where}: a key has {min(strange)!r}, which is no column")
    declared: dict[str, Any] = read
    return declared


def _demand(read: Any, shape: Any, where: str) -> None:  # noqa: ANN401 - as above
    kind = shape if isinstance(shape, type) else type(shape)
    if type(read) not in ((int, float) if kind is float else (kind,)):
        raise ValueError(f"{where} is no {_WORDS[kind]}")
    if kind is str and _CONTROLS.search(read):
        raise ValueError(f"{where} holds a control character")
    if isinstance(shape, list):
        if not read:
            raise ValueError(f"{where} is empty")
        for at, one in enumerate(read, 1):
            _demand(one, shape[0], f"{where} {at}")
    if isinstance(shape, dict):
        for key, inner in shape.items():
            name = key.removesuffix("?")
            if name in read:
                _demand(read[name], inner, f"{where}: {name}")
            elif name == key:
                raise ValueError(f"{where} has no {name!r}")


def _demand_once(names: list[str], where: str) -> None:
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{where} has {min(twice)!r} twice")
