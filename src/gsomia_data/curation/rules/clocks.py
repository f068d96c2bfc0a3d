"""Clocks: whether a weekday is the same day for the publisher and where things happen.

The events of this dataset happen by the clock of Korea and Japan, nine hours before UTC. A
publisher on another clock may print a weekday by his own, or by theirs.
"""

from datetime import date
from types import MappingProxyType

PLACE = 9
"""Hours of the clock of Korea and Japan before UTC; neither has summer time."""

HOURS = MappingProxyType(
    {
        "ET": -5, "EST": -5, "EDT": -4, "CT": -6, "PT": -8, "PST": -8, "PDT": -7,
        "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "KST": 9, "JST": 9,
        "Eastern Time": -5, "Korean time": 9, "Japan time": 9, "AEST": 10, "AEDT": 11,
    }
)  # fmt: skip
"""Hours before UTC of the clocks that newspapers name."""


def shifted(zone: str, published: date) -> frozenset[int]:
    """The weekdays, Monday being 0, that are read otherwise by the two clocks.

    Where the place is ahead of the publisher, the day after publication may have begun there, and
    its weekday may be that of a week ago; where it is behind, so may the weekday of publication.
    A zone that is not listed may be either; no zone is taken for the clock of the place.
    """
    if not zone:
        return frozenset()
    hours = HOURS.get(zone)
    days = {published.weekday()} if hours is None or hours > PLACE else set()
    if hours is None or hours < PLACE:
        days.add((published.weekday() + 1) % 7)
    return frozenset(days)
