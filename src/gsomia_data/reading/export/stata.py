"""Stata: a folder with a labelled .dta file (format 118) per table."""

import io
import warnings
from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import Any

import pandas as pd
from pandas.errors import InvalidColumnName, PossiblePrecisionLoss, ValueLabelTypeMismatch

from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import CannotHoldError, TableContents

_LONGEST = 2045
"""Maximum bytes of a text of fixed width; longer texts are strL."""
_LABEL = 80
_DAY_ZERO = datetime(1960, 1, 1)  # noqa: DTZ001 - Stata's calendar; the file must have a time
_CHANGES = (InvalidColumnName, PossiblePrecisionLoss, ValueLabelTypeMismatch)
"""The warnings by which pandas reports that it changed a name or a value."""
_FLAGS: dict[float, str] = {0: "false", 1: "true"}
_RESERVED = frozenset(
    """
    _all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _se _skip strL using
    with aggregate array boolean break case catch class colvector complex const continue default
    delegate delete do else eltypedef end enum explicit export external for friend function global
    goto inline local NULL pragma protected quad rowvector short typedef typename virtual
    """.split()
)
"""Words of Stata and Mata that pandas refuses as names."""


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    for table in contents.all_tables:
        columns = {_name(field["name"]): _column(table, field) for field in table.fields}
        if len(columns) < len(table.fields):
            names = ", ".join(name for name in columns if name.endswith("_"))
            raise CannotHoldError("stata", table.name, f"two columns would have one name ({names})")
        labels = {_name(field["name"]): _label(field["description"]) for field in table.fields}
        codes: dict[Hashable, dict[float, str]] = {
            _name(field["name"]): values for field in table.fields if (values := _labels(field))
        }
        days = [_name(field["name"]) for field in table.fields if field["type"] == "date"]
        frame = pd.DataFrame(columns)
        try:
            data = _bytes(frame, _title(contents, table.name), labels, codes, days)
        except _CHANGES as warning:
            why = "a column would have another name or value"
            raise CannotHoldError("stata", table.name, why) from warning
        yield f"{table.name}.dta", data


def _bytes(
    frame: pd.DataFrame,
    title: str,
    labels: dict[str, str],
    codes: "dict[Hashable, dict[float, str]]",
    days: list[str],
) -> bytes:
    try:
        return _written(frame, title, labels, codes, days)
    except pd.errors.OutOfBoundsDatetime:  # pandas 2 counts in nanoseconds, which begin in 1677
        dated = frame.assign(**{name: _python_days(frame[name]) for name in days})
        return _written(dated, title, labels, codes, days)


def _python_days(column: "pd.Series[Any]") -> "pd.Series[Any]":
    days = [day if day is pd.NaT else day.to_pydatetime() for day in column]
    return pd.Series(days, index=column.index, dtype=object)


def _written(
    frame: pd.DataFrame,
    title: str,
    labels: dict[str, str],
    codes: "dict[Hashable, dict[float, str]]",
    days: list[str],
) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        for change in _CHANGES:
            warnings.simplefilter("error", change)
        frame.to_stata(
            buffer,
            version=118,
            byteorder="<",
            write_index=False,
            time_stamp=_DAY_ZERO,
            data_label=title,
            variable_labels=labels,
            value_labels=codes,
            convert_dates=dict.fromkeys(days, "td"),
            convert_strl=[name for name in frame if name not in days and _needs_strl(frame[name])],
        )
    return buffer.getvalue()


def _title(contents: Contents, table: str) -> str:
    return _label(f"{contents.about['name']} {contents.about['version']}: {table}")


def _name(name: str) -> str:
    if len(name) > 32:
        raise CannotHoldError("stata", f"the column {name}", "a name has at most 32 characters")
    if not name.isidentifier():
        raise CannotHoldError("stata", f"the column {name}", "a name has letters, digits and _")
    return f"{name}_" if name in _RESERVED else name


def _label(text: str) -> str:
    """As many words of ``text`` as fit into a label."""
    text = text.removesuffix(".")
    if len(text) <= _LABEL:
        return text
    return f"{text[: _LABEL - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def _labels(field: dict[str, Any]) -> dict[float, str]:
    if "categories" in field:
        return dict(enumerate(field["categories"], 1))
    return _FLAGS if field["type"] == "boolean" else {}


def _column(table: TableContents, field: dict[str, Any]) -> "pd.Series[Any]":
    """A column in Stata's types: codes from 1, booleans as 0 and 1, missing text as empty."""
    column: pd.Series[Any] = table.frame[field["name"]]
    if "categories" in field:
        codes: pd.Series[Any] = column.cat.codes.astype("Int64") + 1
        return codes.mask(codes == 0)
    if field["type"] == "boolean":
        return column.astype("Int8")
    if field["type"] == "integer":
        if (column.abs() > 2**53).any():
            where = f"{table.name}.{field['name']}"
            raise CannotHoldError("stata", where, "a number has at most 53 bits")
        return column
    if field["type"] == "number":
        return pd.Series(column.to_numpy("float64", na_value=float("nan")))
    if field["type"] == "date":
        return column
    return column.fillna("").astype(object)


def _needs_strl(column: "pd.Series[Any]") -> bool:
    """Whether a text is too long for a fixed width, or ends in blanks, which R's haven drops."""
    return column.dtype == object and any(
        len(cell.encode()) > _LONGEST or cell.endswith(" ") for cell in column
    )
