"""The shape that exports need in a descriptor and a schema; without it, a package is damaged."""

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
    "created?": str,
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
    "gsomia:listed_without?": str,
    "gsomia:label?": str,
    "gsomia:short_label?": str,
    "foreignKeys?": [{"fields": [str], "reference": {"resource": str, "fields": [str]}}],
}
"""Shapes: a type; a list of at least one item; an object with these keys (``?``: optional)."""
_WORDS = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "boolean",
    list: "list",
    dict: "object",
}
_TYPES = ["string", "integer", "number", "boolean", "date"]
_TAKEN = {"about", "cells", "codebook", "reports"}
"""Names of the tables that exports add."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML or UTF-8 cannot express."""


def descriptor(read: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON has any type
    """``read``, if it has the shape of a descriptor whose tables can be exported.

    Raises:
        ValueError: It does not; the message says where.
    """
    where = location.DESCRIPTOR
    _demand(read, _DESCRIPTOR, where)
    names = [table["name"] for table in read["resources"]]
    for name in names:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in _TAKEN:
            raise ValueError(f"{where}: {name!r} cannot be the name of a table")
    _demand_once(names, where)
    described: dict[str, Any] = read
    return described


def schema(read: Any, table: str, where: str) -> dict[str, Any]:  # noqa: ANN401 - as above
    """``read``, if it has the shape of a schema with which ``table`` can be exported.

    Raises:
        ValueError: It does not; the message begins with ``where``.
    """
    _demand(read, _SCHEMA, where)
    names = [field["name"] for field in read["fields"]]
    _demand_once([name.lower() for name in names], where)  # Table Schema and SQL ignore case
    for field in read["fields"]:
        kinds = ["string"] if "categories" in field else _TYPES
        if field["type"] not in kinds:
            raise ValueError(
                f"{where}: the type of {field['name']} is not one of {', '.join(kinds)}"
            )
        for code in field.get("gsomia:codes", {}).values():
            _demand(code, str, f"{where}: {field['name']}: a code")
    foreign = read.get("foreignKeys", [])
    keys = [read["primaryKey"], *read.get("uniqueKeys", []), *(one["fields"] for one in foreign)]
    references = [one["reference"] for one in foreign]
    keys += [one["fields"] for one in references if one["resource"] in ("", table)]
    for key in keys:
        strange = set(key) - set(names)
        if strange:
            raise ValueError(f"{where}: a key has {min(strange)!r}, which is not a column")
    declared: dict[str, Any] = read
    return declared


def _demand(read: Any, shape: Any, where: str) -> None:  # noqa: ANN401 - as above
    kind = shape if isinstance(shape, type) else type(shape)
    if type(read) not in ((int, float) if kind is float else (kind,)):
        raise ValueError(f"{where} is not of the type {_WORDS[kind]}")
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
        raise ValueError(f"{where} has {min(twice)!r} more than once")
