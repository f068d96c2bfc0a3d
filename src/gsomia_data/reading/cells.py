"""Every filled cell: what it rests on, how firmly, on how many documents, or why on none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import firmest, weakest
from gsomia_data.reading.editions import first_editions
from gsomia_data.reading.evidence import witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import DEGREE, Texts, cited, texts
from gsomia_data.reading.resting import Cell, Resting, Row

_TYPES: dict[str, Any] = {
    "table_name": "string",
    "row_key": "string",
    "column_name": "string",
    "value": "string",
    "grounding": "category",
    "firmness": DEGREE,
    "witnesses": "Int64",
    "disagreements": "Int64",
    "why": "string",
}


@undamaged()
def cells(files: Files, table: str | None = None, text: Texts | None = None) -> pd.DataFrame:
    """The filled cells of a table, or of all tables whose cells need words.

    ``text`` gives the tables if they are read already.
    """
    text = text or texts(files)
    resting, said = Resting(files, text), what_is_said(files, text)
    tables = [one for one in files.resources if needs_words(files, one)]
    listed = [
        _record(resting, said, cell, row, field)
        for name in (tables if table is None else [table])
        for cell, row, field in filled(files, resting, name)
    ]
    declared = [one for name in files.resources for one in files.fields(name).values()]
    groundings = dict.fromkeys(one["gsomia:grounding"] for one in declared)
    types = {**_TYPES, "grounding": pd.CategoricalDtype(list(groundings))}
    return cited(files, pd.DataFrame(listed, columns=list(types)).astype(types), "cells")


@dataclass(frozen=True, slots=True)
class Said:
    """What the documents say of a cell; editions of one article are one document.

    Attributes:
        degrees: The firmness of each row of evidence that supports it.
        support: The documents whose words support it.
        dispute: The documents whose words dispute it.
    """

    degrees: set[str] = field(default_factory=set)
    support: set[str] = field(default_factory=set)
    dispute: set[str] = field(default_factory=set)

    @property
    def firmness(self) -> str | None:
        """That of the firmest row; ``None`` if no words support it."""
        return firmest(self.degrees)


def what_is_said(
    files: Files, text: Texts, rows: pd.DataFrame | None = None
) -> Mapping[Cell, Said]:
    """What is said of each cell; of one without evidence nothing.

    ``rows`` are all rows of evidence, if they are read already.
    """
    first = first_editions(text("sources"))
    said = defaultdict[Cell, Said](Said)
    rows = witnesses(files, text, None, None, None) if rows is None else rows
    columns = ["table_name", "row_key", "column_name", "relation", "firmness", "source_id"]
    for *place, relation, degree, source in rows[columns].fillna("").itertuples(index=False):
        about, document = said[Cell(*place)], first.get(source, source)
        if relation == "supports":
            about.degrees.add(degree)
            about.support.add(document)
        elif relation == "disputes":
            about.dispute.add(document)
    return dict(said)


def filled(
    files: Files, resting: Resting, table: str
) -> Iterator[tuple[Cell, Row, Mapping[str, Any]]]:
    """Each filled cell of a table, with its row and its field, in the order of the file."""
    fields = files.fields(table)
    for key, row in resting.rows(table):
        for name, declared in fields.items():
            if row[name]:
                yield Cell(table, key, name), row, declared


def firmness(
    resting: Resting,
    said: Mapping[Cell, Said],
    cell: Cell,
    row: Row,
    declared: Mapping[str, Any],
) -> str | None:
    """How firm a cell is; a derived one, as the weakest that it comes from; ``None``: no words."""
    if cell in said:
        return said[cell].firmness
    inputs = resting.inputs(cell.table, cell.key, row, declared)
    return weakest(said[one].firmness for one in inputs if one in said)


def _record(
    resting: Resting,
    said: Mapping[Cell, Said],
    cell: Cell,
    row: Row,
    declared: Mapping[str, Any],
) -> tuple[object, ...]:
    sources = [one for one in (cell, *resting.originals(row, declared)) if one in said]
    counts: Iterable[object] = (pd.NA, pd.NA)
    if sources:
        counts = (
            len(set().union(*(said[one].support for one in sources))),
            len(set().union(*(said[one].dispute for one in sources))),
        )
    return (
        *cell,
        row[cell.column],
        declared["gsomia:grounding"],
        firmness(resting, said, cell, row, declared),
        *counts,
        pd.NA if cell in said and said[cell].support else resting.why(cell.table, row, declared),
    )


def needs_words(files: Files, table: str) -> bool:
    """Whether some column of a table needs evidence."""
    return any(one.get("gsomia:needs_evidence") for one in files.fields(table).values())
