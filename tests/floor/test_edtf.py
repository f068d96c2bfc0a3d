"""EDTF: the one spelling of an uncertain date, and the days that it can mean (DESIGN section 3)."""

from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor import edtf
from kit.examples import examples

SMALL = examples(100)

DAYS = st.dates().map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
POINTS = st.one_of(DAYS, MONTHS, YEARS)


def _ranges(pair: tuple[str, str]) -> list[str]:
    lower, upper = pair
    closed = [f"{lower}/{upper}"]
    if len(lower) == len(upper) == len("2016-11-23"):
        closed.append(f"[{lower}..{upper}]")
    return [*closed, f"../{upper}", f"{lower}/..", f"[..{upper}]", f"[{lower}..]"]


RANGES = (
    st.tuples(POINTS, POINTS)
    .filter(lambda pair: pair[0][:4] < pair[1][:4])
    .flatmap(lambda pair: st.sampled_from(_ranges(pair)))
)
DATES = st.one_of(POINTS, RANGES)


class TestMeaning:
    """EDTF (ISO 8601-2) levels 0 to 2: each spelling has a first day, a last day, a precision."""

    @pytest.mark.parametrize(
        ("text", "earliest", "latest", "precision"),
        [
            ("1987", date(1987, 1, 1), date(1987, 12, 31), "year"),
            ("2013-02", date(2013, 2, 1), date(2013, 2, 28), "month"),
            ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
            ("2016-11-23", date(2016, 11, 23), date(2016, 11, 23), "day"),
            ("1910/1945", date(1910, 1, 1), date(1945, 12, 31), "span"),
            ("2016-01/2016-11-23", date(2016, 1, 1), date(2016, 11, 23), "span"),
            ("../1945", None, date(1945, 12, 31), "span"),
            ("1910/..", date(1910, 1, 1), None, "span"),
            ("[..2016-11-30]", None, date(2016, 11, 30), "within"),
            ("[2016-11..]", date(2016, 11, 1), None, "within"),
            ("[2014-12-29..2015-01-04]", date(2014, 12, 29), date(2015, 1, 4), "within"),
        ],
    )
    def test_examples(
        self, text: str, earliest: date | None, latest: date | None, precision: str
    ) -> None:
        """The examples of the design mean the days that they name."""
        found = edtf.parse(text)
        assert (found.text, found.earliest, found.latest) == (text, earliest, latest)
        assert found.precision == precision

    @SMALL
    @given(st.dates())
    def test_a_day_is_itself(self, day: date) -> None:
        """Every day of the calendar is read as that day."""
        found = edtf.parse(day.isoformat())
        assert (found.earliest, found.latest, found.precision) == (day, day, "day")

    @SMALL
    @given(DATES)
    def test_in_order(self, text: str) -> None:
        """A date keeps its text, and never ends before it begins."""
        found = edtf.parse(text)
        assert found.text == text
        assert (found.earliest or date.min) <= (found.latest or date.max)

    @examples(40)
    @given(DATES)
    def test_second_opinion(self, text: str) -> None:
        """An independent library finds the same first and last day."""
        mine, theirs = edtf.parse(text), parse_edtf(text)
        assert mine.earliest == _day(theirs.lower_strict())
        assert mine.latest == _day(theirs.upper_strict())


def _day(found: object) -> date | None:
    return date(*found[:3]) if isinstance(found, struct_time) else None


class TestOneSpelling:
    """A date has one spelling: what is not canonical is refused with the reason in plain words."""

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "is written"),
            ("2016-1-3", "is written"),
            ("2016-11-23T00:00", "is written"),
            ("16-11-23", "is written"),
            ("2016~", "is written"),
            ("2016-11-23\n", "is written"),
            (" 2016", "is written"),
            ("٢٠١٦", "is written"),
            ("20161123", "is written"),
            ("November 2016", "is written"),
            ("0000", "no year 0000"),
            ("2016-00", "no month 00"),
            ("2016-13", "no month 13"),
            ("2016-02-30", "2016-02 has no day 30"),
            ("2015-02-29", "2015-02 has no day 29"),
            ("2016-11-00", "2016-11 has no day 00"),
            ("1945/1910", "ends before it begins"),
            ("[2016-11-24..2016-11-23]", "ends before it begins"),
            ("1910/", "an interval is written"),
            ("/1945", "an interval is written"),
            ("../..", "an interval is written"),
            ("1910/1945/1950", "is written"),
            ("1910../1945", "is written"),
            ("19..10/1945", "is written"),
            ("..../1945", "is written"),
            ("[..]", "a set is written"),
            ("[]", "a set is written"),
            ("[2016]", "a set is written"),
            ("[2016-11-01,2016-11-30]", "a set is written"),
            ("[1910/1945]", "a set is written"),
            ("[2016..2017", "is written"),
            ("[2016...2017]", "is written"),
        ],
    )
    def test_refused(self, text: str, reason: str) -> None:
        """The other spellings are errors, never guesses."""
        with pytest.raises(ValueError, match=reason):
            edtf.parse(text)

    @SMALL
    @given(st.text(alphabet="0123456789-/.[]~?u ٣", max_size=24))
    def test_total(self, text: str) -> None:
        """Any text is either a date that keeps its text, or a ValueError."""
        try:
            found = edtf.parse(text)
        except ValueError:
            return
        assert found.text == text


class TestContains:
    """One date contains another when it can mean every day that the other can mean."""

    @pytest.mark.parametrize(
        ("outer", "inner", "expected"),
        [
            ("2016", "2016-11-23", True),
            ("2016-11-23", "2016", False),
            ("[..2016-11-30]", "2016-11-30", True),
            ("[..2016-11-30]", "2016-12-01", False),
            ("[..2016-11-30]", "[2016-11-01..]", False),
            ("[..2016-11-30]", "../2016-11-29", True),
            ("1910/..", "[1911..]", True),
            ("1910/..", "../1945", False),
            ("1910/1945", "1946", False),
            ("1910/1945", "1910/1945", True),
        ],
    )
    def test_examples(self, outer: str, inner: str, *, expected: bool) -> None:
        """An open side contains everything on that side, and nothing closed contains it."""
        assert edtf.parse(outer).contains(edtf.parse(inner)) is expected

    @SMALL
    @given(DATES, DATES, DATES)
    def test_order(self, first: str, second: str, third: str) -> None:
        """Containing is reflexive and transitive, and mutual only between equal spans."""
        a, b, c = (edtf.parse(text) for text in (first, second, third))
        assert a.contains(a)
        assert not (a.contains(b) and b.contains(c)) or a.contains(c)
        same = (a.earliest, a.latest) == (b.earliest, b.latest)
        assert (a.contains(b) and b.contains(a)) is same
