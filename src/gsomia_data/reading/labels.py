"""Names of rows for people, by the template that the schema of each table declares."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd

from gsomia_data._floor import labels as templates
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.edtf_words import words_or_text
from gsomia_data._floor.nearest import demand
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, row_keys, texts

Labels = Callable[[str], Mapping[str, str]]
"""Gives the labels of a table by the keys of its rows."""


@undamaged()
def label(files: Files, table: str, key: str) -> str:
    """The name of one row for people.

    Raises:
        NotThereError: Unknown table or row.
    """
    known = labels(files, table)
    demand(f"row of {table}", key, known)
    return known[key]


@undamaged()
def labels(files: Files, table: str) -> Mapping[str, str]:
    """The names of all rows of a table by their keys; parts of a key are separated by blanks.

    Raises:
        NotThereError: Unknown table.
    """
    return every(files, texts(files))(table)


def every(files: Files, text: Texts) -> Labels:
    """What gives the labels of a table; in them, what a row refers to has its short label."""
    shortened = short(files, text)
    return cache(lambda table: _made(files, text, table, _LABEL, shortened))


def short(files: Files, text: Texts) -> Labels:
    """What gives short labels, for where other text shows what they are about.

    Of a table to whose rows others refer, those rows that share one have their label instead.
    """
    made: dict[str, Mapping[str, str]] = {}

    def of(table: str, inside: tuple[str, ...] = ()) -> Mapping[str, str]:
        if table in inside:
            raise ValueError(f"a label of {table} would be part of itself")
        if table not in made:
            made[table] = _distinct(files, text, table, lambda one: of(one, (*inside, table)))
        return made[table]

    return of


_LABEL, _SHORT = "gsomia:label", "gsomia:short_label"


def _distinct(files: Files, text: Texts, table: str, of: Labels) -> Mapping[str, str]:
    """The short labels of a table; if others refer to it, none that rows share."""
    shortened = _made(files, text, table, _SHORT, of)
    shared = {label for label, count in Counter(shortened.values()).items() if count > 1}
    if not shared or not any(table in files.references(one).values() for one in files.resources):
        return shortened
    whole = _made(files, text, table, _LABEL, of)
    return {key: whole[key] if label in shared else label for key, label in shortened.items()}


def labelled(files: Files, text: Texts, frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` with the label of the row behind the place of each cell that it has.

    A row that is not there has the key as its label.
    """
    of = every(files, text)
    places = zip(frame["table_name"], frame["row_key"], strict=True)
    given = [of(table).get(key, key) for table, key in places]
    frame.insert(
        list(frame.columns).index("row_key") + 1,
        "label",
        pd.Series(given, frame.index, dtype="string"),
    )
    return frame


def _made(files: Files, text: Texts, table: str, which: str, of: Labels) -> Mapping[str, str]:
    """The labels of a table by a template of its schema, or else by that of its labels."""
    schema = files.schema(table)
    template = templates.parse(schema.get(which, schema[_LABEL]))
    refers = {
        name: of(target)
        for name, target in files.references(table).items()
        if name in template.columns(shown=True)
    }
    fields, frame = files.fields(table), text(table)
    dates = {name for name, field in fields.items() if field.get("gsomia:kind") == "edtf"}
    columns = template.columns()

    def shown(name: str, cell: str) -> str:
        if cell and name in refers:
            return refers[name].get(cell, cell)
        return words_or_text(cell) if name in dates else templates.shorten(cell)

    rows = frame.fillna("").to_dict("records")
    return {
        key: template.fill({name: shown(name, str(row[name])) for name in columns}) or key
        for key, row in zip(row_keys(files, table, frame), rows, strict=True)
    }
