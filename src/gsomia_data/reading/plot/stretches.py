"""Time in stretches, each linear with a scale of its own, and gaps between them.

The events are spread unevenly: a few in a century, many in one month. No single scale could show
both. Uses the standard library only.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gsomia_data._floor.citation import MONTHS
from gsomia_data._floor.edtf import Edtf

BEGINS = (date.min, date(2012, 1, 1), date(2016, 11, 1), date(2017, 1, 1))
"""First days: of the decades, the years from the first attempt, the signing, and what follows."""
SHARES = (0.25, 0.29, 0.46, 0.29)
"""Shares of the width, before gaps are taken off."""
GAP = 0.028
"""Share of the width."""
_LABEL = 22.5
"""Width of a label and the gap beside it, in points."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one day to another, and its place on the width, from 0 to 1."""

    first: date
    last: date
    left: float
    right: float

    @property
    def scale(self) -> float:
        """Width per day."""
        return (self.right - self.left) / (self.last - self.first).days

    @property
    def name(self) -> str:
        """The time in words."""
        first, last = (MONTHS[day.month - 1] for day in (self.first, self.last))
        if (self.last - self.first).days < 100:
            return f"{first}–{last} {self.last.year}"
        if self.first.year == self.last.year:
            return f"{self.first.year}"
        return f"{self.first.year}–{'' if self.last.month == 12 else f'{last} '}{self.last.year}"

    def ticks(self, width: float) -> list[tuple[date, str]]:
        """Days to mark, with their labels; ``width`` is that of all stretches, in points."""
        length = (self.last - self.first).days
        fitting = width / _LABEL * (self.right - self.left)
        if length < 100:
            marked = {1, 11, 21} if fitting > length / 10 else {1}
            days = [self.first + timedelta(days=number) for number in range(length + 1)]
            return [
                (day, f"{day.day} {MONTHS[day.month - 1][:3]}" if day.day == 1 else f"{day.day}")
                for day in days
                if day.day in marked
            ]
        years = range(self.first.year, self.last.year + 1)
        step = next(step for step in _STEPS if len(years) / step <= fitting)
        return [(date(year, 1, 1), f"{year}") for year in years if year % step == 0]


def extent(when: Edtf) -> tuple[date, date]:
    """The first and last day to draw; if a side is open, those of the known side."""
    first = when.earliest or when.ends_from or when.latest
    last = when.latest or when.begins_by or when.earliest
    if first is None or last is None:  # EDTF has no such date
        raise ValueError(f"{when.text} is open on both sides")
    return first, last


def stretches(dates: Iterable[Edtf]) -> list[Stretch]:
    """The stretches that hold any date, side by side."""
    extents = [extent(when) for when in dates]
    earliest, latest = min(first for first, _ in extents), max(last for _, last in extents)
    used = sorted(
        {
            at
            for first, last in extents
            for at in range(bisect(BEGINS, first) - 1, bisect(BEGINS, last))
        }
    )
    total = sum(SHARES[at] for at in used)
    room = 1 - GAP * (len(used) - 1)
    placed: list[Stretch] = []
    for at in used:
        left = placed[-1].right + GAP if placed else 0.0
        right = left + SHARES[at] / total * room
        placed.append(Stretch(*_limits(at, earliest, latest), left, right))
    return placed


def enlarged(stretch: Stretch, first: Stretch) -> str:
    """How much larger the scale of a stretch is than that of the first, to two digits."""
    return f"enlarged {float(f'{stretch.scale / first.scale:.2g}'):g} times"


def place(day: date, placed: Sequence[Stretch]) -> float:
    """Where a day is on the width, from 0 to 1.

    Raises:
        ValueError: It is in none of the stretches.
    """
    for one in placed:
        if one.first <= day <= one.last:
            return one.left + (day - one.first).days * one.scale
    raise ValueError(f"{day} is in none of the stretches")


def _limits(at: int, earliest: date, latest: date) -> tuple[date, date]:
    """First and last day of a stretch; the first starts a decade, the last ends a year."""
    first = BEGINS[at] if at else date(max(1, earliest.year // 10 * 10), 1, 1)
    if at + 1 < len(BEGINS):
        return first, BEGINS[at + 1] - timedelta(days=1)
    return first, date(latest.year, 12, 31)
