"""One table of an export: its rows as plain values, and its schema."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

_CONVERT: dict[str, Callable[[Any], object]] = {
    "boolean": bool,
    "integer": int,
    "number": float,
    "date": lambda day: day.date().isoformat(),
}


class CannotHoldError(ValueError):
    """The format has no room for a value."""

    def __init__(self, format_: str, where: str, why: str) -> None:
        super().__init__(f"{format_} cannot hold {where}: {why}; export to another format")


@dataclass(frozen=True, slots=True)
class TableContents:
    """One table.

    Attributes:
        name: Its name.
        resource: Its entry in the descriptor.
        schema: Its Table Schema.
        frame: Its rows, typed as ``load`` types them.
        data: The bytes of its file, compared with the descriptor; empty if the export adds it.
    """

    name: str
    resource: dict[str, Any]
    schema: dict[str, Any]
    frame: pd.DataFrame
    data: bytes = b""

    @property
    def fields(self) -> list[dict[str, Any]]:
        """The columns in order."""
        fields: list[dict[str, Any]] = self.schema["fields"]
        return fields

    def cells(self, field: dict[str, Any]) -> list[Any]:
        """The cells of a column as plain values: days as ISO text, missing values as ``None``."""
        convert = _CONVERT.get(field["type"], str)
        column = self.frame[field["name"]]
        return [None if pd.isna(cell) else convert(cell) for cell in column]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as plain values."""
        return zip(*(self.cells(field) for field in self.fields), strict=True)


def is_required(field: dict[str, Any]) -> bool:
    """Whether a column is always filled."""
    return bool(field.get("constraints", {}).get("required", False))
