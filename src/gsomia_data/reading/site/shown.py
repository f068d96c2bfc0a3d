"""A cell as people read it, beside its raw text: a date in words, a reference as a label."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf_words import in_words
from gsomia_data.reading.files import Files
from gsomia_data.reading.labels import Labels

_LARGE = re.compile(r"[1-9]\d{4,}")
"""A whole number that is easier to read in groups of digits; a year is none."""
_TRUTH = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value.

    Attributes:
        raw: As the file has it.
        text: For people; often the same.
        about: Table and key of the row that it refers to, if it does.
    """

    raw: str
    text: str
    about: tuple[str, str] | None = None


def shower(files: Files, labels: Labels) -> Callable[[str, str, str], Shown]:
    """What shows the raw text of a cell, which it takes with its table and its column."""
    fields = {table: files.fields(table) for table in files.resources}
    references = {table: files.references(table) for table in files.resources}

    def show(table: str, column: str, raw: str) -> Shown:
        target = references[table].get(column)
        if target is not None and raw in (known := labels(target)):
            return Shown(raw, known[raw], (target, raw))
        return Shown(raw, _text(fields[table][column], raw))

    return show


def _text(field: Mapping[str, Any], raw: str) -> str:
    if field["gsomia:kind"] in ("edtf", "date"):
        return in_words(edtf.parse(raw)) if raw else ""
    if field["gsomia:kind"] in ("integer", "number") and _LARGE.fullmatch(raw):
        return f"{int(raw):,}"
    return _TRUTH.get(raw, raw) if field["type"] == "boolean" else raw
