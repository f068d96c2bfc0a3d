"""A table without the cells that are not firm enough."""

from collections.abc import Iterator, Sequence

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data._floor.nearest import RefusedError, shown
from gsomia_data.reading import frames
from gsomia_data.reading.cells import filled, what_is_said
from gsomia_data.reading.files import Files
from gsomia_data.reading.resting import Cell, Resting


@undamaged()
def load(files: Files, table: str, firmness: str | None = None) -> pd.DataFrame:
    """A table with the declared types; with a firmness, less firm cells are missing.

    Raises:
        NotThereError: Unknown table.
        RefusedError: Unknown firmness.
    """
    if firmness is None:
        return frames.load(files, table)
    enough = _at_least(firmness)
    text = frames.texts(files)
    written = text(table)
    weak = set(_weak(files, text, table, enough))
    keys = frames.row_keys(files, table, written)
    hidden = pd.DataFrame(
        {name: [(table, key, name) in weak for key in keys] for name in written}, written.index
    )
    frame = frames.framed(files, table, written.mask(hidden))
    frame.attrs["firmness"] = firmness
    return frame


def _at_least(degree: object) -> Sequence[str]:
    if not (isinstance(degree, str) and degree in FIRMEST):
        raise RefusedError(f"there is no firmness {shown(degree)}; there are {', '.join(FIRMEST)}")
    return FIRMEST[: FIRMEST.index(degree) + 1]


def _weak(files: Files, text: frames.Texts, table: str, enough: Sequence[str]) -> Iterator[Cell]:
    """The cells that need words and have none so firm; and those computed from such a cell."""
    resting, said = Resting(files, text), what_is_said(files, text)

    def is_weak(cell: Cell) -> bool:
        needs = files.fields(cell.table)[cell.column].get("gsomia:needs_evidence", False)
        return needs and (cell not in said or said[cell].firmness not in enough)

    for cell, row, field in filled(files, resting, table):
        own = [cell] if resting.needs_words(table, row, field) else []
        if any(map(is_weak, own or resting.inputs(table, cell.key, row, field))):
            yield cell
