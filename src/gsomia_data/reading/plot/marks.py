"""What the marks of a timeline mean, whoever draws them. Uses the standard library only."""

from collections.abc import Sequence
from typing import Literal

from gsomia_data._floor.edtf import Edtf

Side = Literal[-1, 1]
Filling = Literal["full", "bottom", "none"]

MADE = frozenset({"signed", "concluded", "entered into force"})
"""The codes of `event` by which an agreement comes about; if they occurred, the title is bold."""
BOLD = "signed, concluded or in effect"
"""What a bold title means."""
FORMS = {
    "day": "on this day",
    "range": "on some day in this time",
    "span": "all this time",
    "-1": "up to here; no first day is known",
    "1": "from here on; no last day is known",
}
"""What each form of a mark means."""
FILLINGS: tuple[Filling, ...] = ("full", "none", "bottom")
"""How a mark is filled: it occurred, it was expected, it is claimed."""


def fillings(statuses: Sequence[str]) -> dict[str, Filling]:
    """The filling of each status of an event; ``statuses`` are in the order of the schema.

    Raises:
        ValueError: There is a status more, which has no filling yet.
    """
    for status in statuses[len(FILLINGS) :]:
        where = "src/gsomia_data/reading/plot/marks.py"
        raise ValueError(f"{where}: there is no filling for the status {status!r}; add it")
    return dict(zip(statuses, FILLINGS, strict=True))


def opens(when: Edtf) -> Side | None:
    """The side that is open: left or right."""
    if when.earliest is None:
        return -1
    return 1 if when.latest is None else None


def forms(when: Edtf) -> set[str]:
    """The forms that the mark of a date has."""
    open_side = {str(opens(when))} - {"None"}
    if when.precision in {"day", "span"}:
        return {when.precision} | open_side
    return open_side or {"range"}
