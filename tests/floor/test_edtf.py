"""EDTF: the one spelling of an uncertain date, and the days that it can mean (DESIGN section 3)."""

import re
from collections import defaultdict
from datetime import date
from itertools import product
from time import struct_time

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf_forms import is_edtf
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


class TestRefused:
    """What is not read is refused with the reason in plain words."""

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


UNITS = [
    *("2015", "2016", "2015-12", "2016-01", "2016-02", "2016-12"),
    *("2015-12-31", "2016-01-01", "2016-01-31", "2016-02-01", "2016-02-29", "2016-12-31"),
]


def _spellings() -> list[str]:
    """Every form with every unit of a small calendar on each side."""
    pairs = list(product(UNITS, UNITS))
    forms = [
        *UNITS,
        *(form for one in UNITS for form in (f"../{one}", f"{one}/..", f"[..{one}]", f"[{one}..]")),
        *(form for one, other in pairs for form in (f"{one}/{other}", f"[{one}..{other}]")),
    ]
    return [text for text in forms if _is_read(text)]


def _is_read(text: str) -> bool:
    try:
        edtf.parse(text)
    except ValueError:
        return False
    return True


def _meaning(when: edtf.Edtf) -> tuple[object, ...]:
    """All that a comparison can know of a date; a span of one day is that day."""
    lasts = when.precision == "span" and when.earliest != when.latest
    return lasts, when.earliest, when.begins_by, when.ends_from, when.latest


class TestOneSpelling:
    """What means the same has one canonical spelling, and that is one of its spellings."""

    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("[2016..2016]", "2016"),
            ("[2016-01..2016-12]", "2016"),
            ("[2016-01-01..2016-12-31]", "2016"),
            ("[2016-11-01..2016-11-30]", "2016-11"),
            ("[2016-11-23..2016-11-23]", "2016-11-23"),
            ("2016-11-23/2016-11-23", "2016-11-23"),
            ("2016-12-31/2016", "2016-12-31"),
            ("[1990..1999]", "[1990-01-01..1999-12-31]"),
            ("[..2014]", "[..2014-12-31]"),
            ("[2016-01..]", "[2016-01-01..]"),
            ("[..2016-11]", "[..2016-11-30]"),
            ("2016-12/2016", "2016-12/2016-12"),
            ("2016/2016-01-15", "2016-01/2016-01-15"),
            ("2016/2016", "2016/2016"),
            ("1910/1945", "1910/1945"),
            ("2016-01/2016-11-23", "2016-01/2016-11-23"),
            ("../1945", "../1945"),
            ("1953/..", "1953/.."),
        ],
    )
    def test_examples(self, text: str, canonical: str) -> None:
        """A span within one year stays a span: it is not some day of that year."""
        assert edtf.canonical(edtf.parse(text)) == canonical
        assert edtf.parse_canonical(canonical).text == canonical

    def test_the_same_meaning_has_the_same_spelling(self) -> None:
        """Counted out for each form; what means something else is spelled in another way."""
        spelled = defaultdict(set)
        for text in _spellings():
            when = edtf.parse(text)
            spelled[_meaning(when)].add(edtf.canonical(when))
        assert all(len(texts) == 1 for texts in spelled.values())
        assert len(set.union(*spelled.values())) == len(spelled)

    @SMALL
    @given(DATES)
    def test_the_canonical_spelling_means_the_same(self, text: str) -> None:
        """And it is its own canonical spelling."""
        when = edtf.parse(text)
        again = edtf.parse(edtf.canonical(when))
        assert _meaning(again) == _meaning(when)
        assert edtf.canonical(again) == again.text

    @pytest.mark.parametrize("text", ["[2016-11..2016-11]", "2016-12/2016", "[..2014]"])
    def test_another_spelling_in_a_cell(self, text: str) -> None:
        """It is refused, and the message gives the one to write."""
        with pytest.raises(ValueError, match="which means the same") as told:
            edtf.parse_canonical(text)
        assert edtf.canonical(edtf.parse(text)) in str(told.value)


def _qualified(text: str) -> st.SearchStrategy[str]:
    """A date with the marks of doubt of levels 1 and 2 somewhere between its parts."""
    parts = text.replace("-", " -", 2).split() if not text.startswith("-") else [text]
    marks = st.lists(
        st.sampled_from(["", "", "?", "~", "%"]), min_size=len(parts), max_size=len(parts)
    )
    return marks.map(lambda found: "".join(map("".join, zip(parts, found, strict=True))))


def _masked(text: str) -> st.SearchStrategy[str]:
    """A date with its last digits left open."""
    return st.integers(0, 4).map(
        lambda count: "".join(
            "X" if char.isdigit() and at >= len(text) - count else char
            for at, char in enumerate(text)
        )
    )


OTHER_DATES = st.one_of(
    POINTS.flatmap(_qualified),
    POINTS.flatmap(_masked),
    st.builds("{}-{}".format, YEARS, st.integers(21, 41)),
    YEARS.filter(lambda year: year != "0000").map("-{}".format),
    st.integers(10000, 10**9).map("Y{}".format),
    st.builds("Y{}E{}".format, st.integers(-99, 99), st.integers(1, 9)),
    st.builds("{}S{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}T{:%H:%M:%S}{}".format, DAYS, st.times(), st.sampled_from(["", "Z", "+09:00"])),
)
OTHER_SIDES = st.one_of(POINTS.flatmap(_qualified), POINTS.flatmap(_masked), st.just(".."))
OTHER_EDTF = st.one_of(
    OTHER_DATES,
    st.builds("{}/{}".format, OTHER_SIDES, OTHER_SIDES),
    st.builds("{}/".format, POINTS),
    st.builds("/{}".format, POINTS),
    st.builds("[{},{}]".format, POINTS, POINTS),
    st.builds("{{{},{}..{}}}".format, POINTS, POINTS, POINTS),
    st.builds("[..{},{}]".format, POINTS, POINTS),
    st.text("0123456789-/.[]{},~?%XYES", max_size=12),
)


_LEAP = re.compile(r"-[?~%]?02[?~%]?-[?~%]?(?:29|3X)")
_RANGE = re.compile(r"([0-9-]{4,10})(?:/|\.\.)([0-9-]{4,10})")


def _parses(text: str) -> bool:
    """Whether an independent library takes a text for EDTF."""
    try:
        parse_edtf(text)
    except (EDTFParseException, TypeError, AttributeError, ValueError, KeyError, OverflowError):
        return False
    return True


class TestOtherForms:
    """All of EDTF is known as EDTF (https://www.loc.gov/standards/datetime/, levels 0 to 2)."""

    @pytest.mark.parametrize(
        "text",
        """
        1984~ 1984? 1984% 201X 20XX XXXX 2016-XX 2016-11-XX 1985-XX-XX 1984-1X XXXX-12-XX 1560-XX-25
        2016-21 2001-34 /2006 2006/ ../.. ../1984~ 2004-06~/2005 1984?/2004-06~ 2004-06-XX/2004-07
        [1667,1668] {1667,1668} [1667,1668..1670] [..1984,1990] [1760-01,1760-12..]
        {..1984} {1984..} [1984~,1985] {201X,1984} {1960,1961-12} Y170000002 Y-170000002 Y-17E7
        Y17E7S3 1950S2 Y171010000S3 -0044 -0044-03-15 0000 2016-11-23T10:00:00 2016-11-23T10:00:00Z
        2016-11-23T10:00:00+09:00 2004-06~-11 ?2004-06-~11 2004-~06-11 %2004-06
        """.split(),
    )
    def test_examples(self, text: str) -> None:
        """Each is refused as a form that is not read, never as something that is not EDTF."""
        assert is_edtf(text)
        with pytest.raises(edtf.OtherFormError, match="it is EDTF of a form that is not read here"):
            edtf.parse(text)

    @pytest.mark.parametrize(
        "text",
        """
        May 16 2016-1 2016-13 2016-00 2016-02-30 2015-02-29 2016-11-31 2016-42 2016-3X 2016-11-4X
        2016-21-01 1984?? 1984~? 20161123 12016 Y2016 -0000 2016-W10 2016-11-23T10:00
        2016-11-23T25:00:00 2016-02-30T10:00:00 / // [] {} [..] [,] {1667,} [1667..1668..1669]
        [1984,..1990] [1667..,1668] 1945/1910 [2016-11..2016-10] {2016,1945..1910} 2004/May
        1910/1945/1950 unknown 2004/open 2004-06-uu 1984~/2004-13 [1667 2016\n
        """.split(" ")[1:-1],
    )
    def test_what_is_not_edtf(self, text: str) -> None:
        """Other writing, old drafts, days that the calendar lacks, and ends before beginnings."""
        assert not is_edtf(text)

    @SMALL
    @given(DATES)
    def test_what_is_read_is_edtf(self, text: str) -> None:
        """The forms of the dataset are some of all forms."""
        assert is_edtf(text)

    @examples(200)
    @given(OTHER_EDTF)
    def test_second_opinion(self, text: str) -> None:
        """What an independent library takes for EDTF is EDTF here, but for its two slips.

        It takes 29 February of any year (of 2015, too), and an interval or a range that ends before
        it begins. Neither names a day of any calendar.
        """
        if _parses(text) and not is_edtf(text):
            assert _LEAP.search(text) or any(
                lower[: len(upper)] > upper[: len(lower)] for lower, upper in _RANGE.findall(text)
            )


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
