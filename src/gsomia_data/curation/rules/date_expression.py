"""What an expression of time is, once it is read."""

from dataclasses import dataclass

from gsomia_data.curation.rules.date_points import Point


@dataclass(frozen=True, slots=True)
class Date:
    """One expression of time in a passage, with what changes it.

    Attributes:
        start: Position of its first character.
        end: Position after the last one.
        first: The point, or the first of two.
        last: The last point of a stretch; ``None`` if there is one point.
        relation: by, before, after, since, until, as of, between, from; empty for none.
        months: First and last month, of a half or a quarter of a year.
        ending: Whether its last day counts ("by the end of").
        refusal: Why no rule may read it; empty if one may.
        week: Whether the week of the day is meant.
        opened: Whether "from" is before a stretch.
        core: Where the words that must be cited begin: at ``start``, but for a time of day or a
            weekday beside a date.
        begin: Where the words begin that must not be cited without the rest: at ``start``, but for
            a time of day.
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    relation: str = ""
    months: tuple[int, int] | None = None
    ending: bool = False
    refusal: str = ""
    opened: bool = False
    week: bool = False
    core: int = -1
    begin: int = -1

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of its characters lies between ``start`` and ``end``."""
        return self.start < end and start < self.end

    def cut_by(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` are only a part of it."""
        overlaps = self.begin < end and start < self.end and self.first.kind != "vague"
        return overlaps and not self.in_words(start, end)

    def in_words(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` hold all that must be cited."""
        return start <= self.core and self.end <= end
