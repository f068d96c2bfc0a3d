"""Names of rows for people, by the template that the schema of each table declares."""

from collections.abc import Callable, Mapping

import pandas as pd

from gsomia_data._floor import edtf
from gsomia_data._floor import labels as templates
from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.edtf_words import in_words
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
    """What gives the labels of a table; those that another label needs are made once."""
    made: dict[str, dict[str, str]] = {}

    def of(table: str, inside: tuple[str, ...] = ()) -> Mapping[str, str]:
        if table in inside:
            raise ValueError(f"a label of {table} would be part of itself")
        if table not in made:
            template = templates.parse(files.schema(table)["gsomia:label"])
            refers = {
                name: of(target, (*inside, table))
                for name, target in files.references(table).items()
                if name in template.columns(shown=True)
            }
            made[table] = _made(files, text, table, template, refers)
        return made[table]

    return of


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


def _made(
    files: Files,
    text: Texts,
    table: str,
    template: templates.Template,
    refers: Mapping[str, Mapping[str, str]],
) -> dict[str, str]:
    fields, frame = files.fields(table), text(table)
    dates = {name for name, field in fields.items() if field.get("gsomia:kind") == "edtf"}
    columns = template.columns()

    def shown(name: str, cell: str) -> str:
        if cell and name in refers:
            return refers[name].get(cell, cell)
        return _dated(cell) if name in dates else templates.shorten(cell)

    rows = frame.fillna("").to_dict("records")
    return {
        key: template.fill({name: shown(name, str(row[name])) for name in columns}) or key
        for key, row in zip(row_keys(files, table, frame), rows, strict=True)
    }


def _dated(value: str) -> str:
    """A date in words; a cell that is not a date, as it is."""
    try:
        return in_words(edtf.parse(value))
    except ValueError:
        return value
