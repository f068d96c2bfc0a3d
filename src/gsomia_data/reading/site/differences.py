"""Which cells and rows a disagreement is about, and where it is shown."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gsomia_data.reading.resting import Cell, Row
from gsomia_data.reading.site import addresses


class Difference(NamedTuple):
    """A disagreement of a cell, or of a whole row: its kind, and where it is shown."""

    kind: str
    address: str


KINDS = {
    "disputed": addresses.conflict,
    "approximated": addresses.conflict,
    "tension": addresses.conflict,
    "perhaps one": addresses.conflict,
    "claims": addresses.wording,
    "reworded": addresses.wording,
}
"""What gives the address of a disagreement, by its kind: what differs, or only its words."""
SERIOUS = ("disputed", "approximated", "tension")
"""The kinds in which the values themselves differ."""


def cell(row: Row) -> Cell:
    """The side of a row of the conflicts; without a column, the whole row."""
    return Cell(row["table_name"], row["row_key"], row["column_name"])


def name(row: Row, record: Callable[[str, str], Row]) -> str:
    """The name of the disagreement that a row of the conflicts belongs to.

    Args:
        row: The row, each cell as text.
        record: Gives a row of a table by its key.
    """
    conflict, kind = row["conflict"], row["kind"]
    if kind == "claims":
        aspect = record("claims", row["row_key"])["aspect"]
        return addresses.of_claims(aspect, conflict.removeprefix(f"{aspect} "))
    if kind in ("tension", "perhaps one"):
        return addresses.of_tension(conflict)
    return addresses.of_cell(*cell(row))


def differences(
    conflicts: Sequence[Row], record: Callable[[str, str], Row]
) -> Mapping[Cell, Sequence[Difference]]:
    """The disagreements of each cell, the most serious first; of a whole row, without a column."""
    found = defaultdict[Cell, set[Difference]](set)
    for row in conflicts:
        place = KINDS[row["kind"]](name(row, record))
        found[cell(row)].add(Difference(row["kind"], place))
    kinds = list(KINDS)
    return {
        of: sorted(listed, key=lambda one: (kinds.index(one.kind), one.address))
        for of, listed in found.items()
    }
