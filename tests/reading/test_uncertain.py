"""Uncertain dates: compared, what can be known and nothing more; and in words."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise, product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data._floor import edtf
from kit.dates import dates, ranges, readable
from kit.examples import examples

SMALL = examples(100)

# Six months, so that the days can be counted out; an open side goes on to the ends of them, and
# nothing closed touches these ends, as no calendar does.
FIRST, LAST = date(2015, 10, 1), date(2016, 3, 31)
Calendar = tuple[date, ...]
DAYS: Calendar = tuple(FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1))
NAMED = ["2015-11-29", "2015-11-30", "2015-12-01", "2015-12-02", "2015-12-31", "2016-01-01"]
POINTS = st.sampled_from([*NAMED, "2015-11", "2015-12", "2016-01", "2016-02-29"])


DATES = dates(POINTS)

Span = tuple[date, date]


def days(point: str, calendar: Calendar) -> Calendar:
    """The days of the calendar that a year, month or day names."""
    return tuple(day for day in calendar if day.isoformat().startswith(point))


def sides(text: str, calendar: Calendar) -> tuple[Calendar, Calendar]:
    """The days that the two sides of a date name; an open side names all."""
    lower, _, upper = text.strip("[]").partition("/" if "/" in text else "..")
    begins, ends = (
        days(side, calendar) if side.strip(".") else calendar for side in (lower, upper)
    )
    return begins, ends


@cache
def meanings(text: str, calendar: Calendar) -> list[Span]:
    """All that a date can mean, written out: the first and the last day of what it tells of."""
    if "/" in text:
        begins, ends = sides(text, calendar)
        return [(begin, end) for begin, end in product(begins, ends) if begin <= end]
    if "[" in text:
        lower, upper = sides(text, calendar)
        return [(day, day) for day in calendar if lower[0] <= day <= upper[-1]]
    return [(day, day) for day in days(text, calendar)]


def verdict(answers: Iterable[bool]) -> bool | None:
    """True where all say so, false where none does."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def brute_before(first: str, second: str, calendar: Calendar = DAYS) -> bool | None:
    """Each thing that the one can mean against each that the other can mean."""
    ends = {end for _, end in meanings(first, calendar)}
    begins = {begin for begin, _ in meanings(second, calendar)}
    return verdict(end < begin for end, begin in product(ends, begins))


def brute_during(inner: str, period: str, calendar: Calendar = DAYS) -> bool | None:
    """Each thing that the one can mean against each that the period can mean.

    A period that is no interval is one thing: all the days that it names, from first to last.
    """
    begins, ends = ordinals(inner, calendar)
    first, last = (one[:, None] for one in ordinals(period, calendar))
    if "/" not in period:
        first, last = first.min(), last.max()
    within = (first <= begins) & (ends <= last)
    return True if within.all() else None if within.any() else False


@cache
def ordinals(
    text: str, calendar: Calendar
) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    """First and last days as numbers, so that many can be compared at once."""
    spans = meanings(text, calendar)
    begins, ends = np.array([(one.toordinal(), two.toordinal()) for one, two in spans]).T
    return begins, ends


# Years are too long to count out. Comparing looks at the order of days alone, so the first and the
# last day of each unit and their neighbours are enough, with days far beyond on both sides.
UNITS = ["2015", "2016", "2015-12", "2016-01", "2015-12-31", "2016-01-01", "2016-06-15"]
EDGES = [
    *(date(2015, 1, 1), date(2015, 12, 1), date(2015, 12, 31), date(2016, 1, 1)),
    *(date(2016, 1, 31), date(2016, 6, 15), date(2016, 12, 31)),
]
LONG: Calendar = tuple(
    sorted(
        {edge + timedelta(step) for edge in EDGES for step in (-1, 0, 1)}
        | {date(1, 1, 1), date(1500, 6, 1), date(9999, 12, 31)}
    )
)
FORMS = [
    *UNITS,
    *(
        text
        for text in sorted({form for pair in product(UNITS, UNITS) for form in ranges(pair)})
        if readable(text)
    ),
]
"""Every form that a cell may hold, with a year, a month or a day on each side."""


class TestMeaning:
    """ISO 8601-2 (EDTF) tells which days a date can mean; docs/decisions.md 26 what is known then.

    True where it holds for all that the two can mean, false where it holds for nothing that they
    can mean, else unknown: a three-valued logic without guesses.
    """

    @SMALL
    @example("2015-12/2015-12-02", "2015-12-31")
    @example("2015-12-02/2015-12", "2015-12-01")
    @given(DATES, DATES)
    def test_before_and_after_are_what_counting_finds(self, first: str, second: str) -> None:
        """Every begin and end that the one can mean is held against every one of the other."""
        told = edtf.parse(first).before(edtf.parse(second))
        assert told is brute_before(first, second)

    @SMALL
    @example("2015-12/2015-12-02", "[2015-12-31..]")
    @example("2015-12-02/2015-12", "[..2015-12-01]")
    @example("2015-12-15", "2015-12/2016-01")
    @example("2016-01-01", "2015-12/..")
    @example("2015-12-01", "../2016-01")
    @given(DATES, DATES)
    def test_during_is_what_counting_finds(self, first: str, second: str) -> None:
        """All that it can mean is held against all the begins and ends that the period can have."""
        told = edtf.parse(first).during(edtf.parse(second))
        assert told is brute_during(first, second)

    def test_every_form_against_every_form(self) -> None:
        """All pairs of forms: each answer is what counting finds, and at most one is true."""
        for first, second in product(FORMS, FORMS):
            one, other = edtf.parse(first), edtf.parse(second)
            told = [one.before(other), other.before(one), one.during(other)]
            counted = [
                brute_before(first, second, LONG),
                brute_before(second, first, LONG),
                brute_during(first, second, LONG),
            ]
            assert told == counted, (first, second)
            assert told.count(True) <= 1, (first, second)

    def test_the_counting_meets_each_answer(self) -> None:
        """The two laws above would hold of nothing if one answer never came."""
        texts = ["2015-12-01", "2015-12-02", "2015-12"]
        pairs = list(product(texts, texts))
        assert {brute_before(*pair) for pair in pairs} == {True, False, None}
        assert {brute_during(*pair) for pair in pairs} == {True, False, None}

    @SMALL
    @given(DATES, DATES)
    def test_not_both(self, first: str, second: str) -> None:
        """Before is antisymmetric: where the one is before the other, the other is not."""
        one, other = edtf.parse(first), edtf.parse(second)
        if one.before(other):
            assert other.before(one) is False

    @SMALL
    @example("2015-12-15", "2015-12/2016-01")
    @given(DATES, DATES)
    def test_at_most_one(self, first: str, second: str) -> None:
        """What is surely before, in or after an interval is surely not one of the others.

        Of a year "in" asks for all its days, and "before" for the one that it means: never both.
        """
        one, period = edtf.parse(first), edtf.parse(second)
        told = [one.before(period), one.during(period), period.before(one)]
        assert told.count(True) <= 1
        if "/" in second and True in told:
            assert told.count(False) == 2

    @SMALL
    @given(DATES, DATES, DATES)
    def test_in_a_chain(self, first: str, second: str, third: str) -> None:
        """Before is transitive."""
        dates = [edtf.parse(text) for text in (first, second, third)]
        if all(one.before(other) for one, other in pairwise(dates)):
            assert dates[0].before(dates[2])

    @pytest.mark.parametrize(
        ("first", "second", "before", "during"),
        [
            ("1987", "2016", True, False),
            ("2016", "2016-11-23", None, None),
            ("2016-11-23", "2016", None, True),
            ("2016-11-23", "2016-11-23", False, True),
            ("[..2014-12-26]", "2016", True, False),
            ("[..2014-12-26]", "[..2016]", None, True),
            ("2016-12-31", "[..2016-12-31]", False, True),
            ("1910/1945", "1945", None, False),
            ("1910/1945", "1945-12-31", None, False),
            ("1910/1945", "1946", True, False),
            ("1950/..", "2016", None, False),
            ("../1945", "1946", True, False),
            ("2016/2016-06", "2016-06-30", None, None),
            ("1910-03-01", "1910/1945", None, None),
            ("1911", "1910/1945", False, True),
            ("1944", "1910/1945", False, True),
            ("1945", "1910/1945", False, None),
            ("1910/1945", "1910/1945", False, None),
            ("1911/1944", "1910/1945", False, True),
            ("2100", "1953/..", False, None),
            ("1952", "1953/..", True, False),
            ("1600", "../1945", None, None),
            ("1946", "../1945", False, False),
            ("1910-03-01", "[1910..1945]", None, True),
            ("1910-03-01", "1910-01-01/1945-12-31", False, True),
        ],
    )
    def test_examples(
        self, first: str, second: str, *, before: bool | None, during: bool | None
    ) -> None:
        """Years that are too long to count out, and the ends of the open sides."""
        assert known(gd.certainly_before(first, second)) is before
        assert known(gd.certainly_after(second, first)) is before
        assert known(gd.certainly_during(first, second)) is during


def known(answer: object) -> bool | None:
    """An answer of the functions as those of `edtf`; anything but the three is an error."""
    assert answer is pd.NA or isinstance(answer, bool | np.bool_)
    return None if answer is pd.NA else bool(answer)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "before": gd.certainly_before,
    "after": gd.certainly_after,
    "during": gd.certainly_during,
}
CELLS = st.one_of(DATES, st.sampled_from([None, np.nan, pd.NaT, pd.NA, ""]))


def each(function: Callable[..., Any], pairs: Iterable[tuple[object, object]]) -> Iterator[object]:
    """The answers to pairs of single dates."""
    return (function(*pair) for pair in pairs)


@pytest.mark.parametrize("name", FUNCTIONS)
class TestSeries:
    """A Series is compared cell by cell, as pandas compares: the index is the first one's."""

    @examples(30)
    @given(pairs=st.lists(st.tuples(CELLS, CELLS), max_size=6))
    def test_as_one_by_one(self, name: str, pairs: list[tuple[object, object]]) -> None:
        """Each cell is answered as its pair alone; the dtype holds the unknown."""
        index = pd.Index([f"row {number}" for number in range(len(pairs))], name="key")
        first, second = (
            pd.Series([pair[at] for pair in pairs], index=index, dtype="object") for at in (0, 1)
        )
        told = FUNCTIONS[name](first, second)
        expected = pd.Series(
            list(each(FUNCTIONS[name], pairs)), index=index, dtype=pd.BooleanDtype()
        )
        pd.testing.assert_series_equal(told, expected)

    @examples(30)
    @given(cells=st.lists(CELLS, max_size=4), date_=CELLS)
    def test_with_a_single_date(self, name: str, cells: list[object], date_: object) -> None:
        """On either side, one date stands against each cell."""
        column = pd.Series(cells, index=range(7, 7 + len(cells)), dtype="object")
        for told, pairs in (
            (FUNCTIONS[name](column, date_), [(cell, date_) for cell in cells]),
            (FUNCTIONS[name](date_, column), [(date_, cell) for cell in cells]),
        ):
            assert told.index.equals(column.index)
            assert told.dtype == "boolean"
            assert list(map(known, told)) == list(map(known, each(FUNCTIONS[name], pairs)))

    @pytest.mark.parametrize("missing", [None, np.nan, pd.NaT, pd.NA, ""])
    def test_missing_is_unknown(self, name: str, missing: object) -> None:
        """On both sides, whatever pandas calls missing, and an empty cell of a CSV file."""
        assert FUNCTIONS[name](missing, "2016") is pd.NA
        assert FUNCTIONS[name]("2016", missing) is pd.NA
        assert FUNCTIONS[name](missing, missing) is pd.NA

    @pytest.mark.parametrize(
        "day",
        [
            date(2016, 11, 23),
            datetime(2016, 11, 23, 23, 59, tzinfo=UTC),
            pd.Timestamp("2016-11-23 12:00"),
        ],
    )
    def test_a_day_of_the_calendar(self, name: str, day: date) -> None:
        """Is the same as its text, whatever its hour."""
        for other in ("2016", "2016-11-23", "2016-11-24", "2016-11-22"):
            expected = FUNCTIONS[name]("2016-11-23", other)
            assert FUNCTIONS[name](day, other) is expected
            assert FUNCTIONS[name](pd.Series([day]), other).tolist() == [expected]

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (np.datetime64("2016"), "2016"),
            (np.datetime64("2016-11"), "2016-11"),
            (np.datetime64("2016-11-23"), "2016-11-23"),
            (np.datetime64("2016-11-23T23:59:59"), "2016-11-23"),
            (np.datetime64("2016-11-23", "ns"), "2016-11-23"),
            (np.datetime64("2016-11-23", "W"), "[2016-11-17..2016-11-23]"),  # from a Thursday on
            (np.datetime64("0033"), "0033"),
            (pd.Period("2016"), "2016"),
            (pd.Period("1500"), "1500"),
            (pd.Period("2016-11"), "2016-11"),
            (pd.Period("2016-11-23"), "2016-11-23"),
            (pd.Period("2016-11-23 23:59"), "2016-11-23"),
            (pd.Period("2016Q4"), "[2016-10-01..2016-12-31]"),
            (pd.Period("2016-11-23", "W"), "[2016-11-21..2016-11-27]"),
        ],
        ids=repr,
    )
    def test_with_a_unit(self, name: str, value: object, text: str) -> None:
        """A year of numpy or pandas is that year, not its first of January; so for each unit."""
        begin, end = edtf.parse(text).earliest, edtf.parse(text).latest
        assert begin is not None
        assert end is not None
        days = [begin - timedelta(1), begin, end, end + timedelta(1)]
        for other in (*map(date.isoformat, days), text, text.strip("[]")[:4]):
            assert FUNCTIONS[name](value, other) is FUNCTIONS[name](text, other)
            assert FUNCTIONS[name](other, value) is FUNCTIONS[name](other, text)
        expected = FUNCTIONS[name](pd.Series([text]), text)
        assert FUNCTIONS[name](pd.Series([value], dtype="object"), text).equals(expected)
        if isinstance(value, pd.Period):
            assert FUNCTIONS[name](pd.Series([value]), text).equals(expected)

    @pytest.mark.parametrize(
        "column",
        [
            pd.Series(pd.to_datetime(["2016-11-23", "2015-01-02", "NaT"])),
            pd.Series(["2016-11-23", "2015-01-02", None]).astype("datetime64[s]"),
            pd.Series(
                pd.to_datetime(["2016-11-23", "2015-01-02", "NaT"]).tz_localize("Asia/Seoul")
            ),
            pd.Series(pd.PeriodIndex(["2016-11-23", "2015-01-02", None], freq="D")),
            pd.Series([date(2016, 11, 23), np.datetime64("2015-01-02"), pd.NaT], dtype="object"),
            pd.Series(["2016-11-23", "2015-01-02", None], dtype="category"),
            pd.Series(["2016-11-23", "2015-01-02", None], dtype="string"),
        ],
        ids=lambda column: str(column.dtype),
    )
    def test_a_column_of_days(self, name: str, column: "pd.Series[Any]") -> None:
        """Whatever pandas holds them in, they are these days; a time zone keeps its own day."""
        days = pd.Series(["2016-11-23", "2015-01-02", None], dtype="object")
        for other in ("2016-11-23", "2015", "2016"):
            told = FUNCTIONS[name](column, other)
            pd.testing.assert_series_equal(told, FUNCTIONS[name](days, other))

    @pytest.mark.parametrize("other", ["1984~", "201X", "2016-21", "/2006", "[1667,1668]", "-0044"])
    def test_edtf_of_another_form(self, name: str, other: str) -> None:
        """It is compared with nothing, and one warning says so where the function is called."""
        for pair in ((other, "2016"), ("2016", other)):
            with pytest.warns(gd.UnreadDateWarning) as told:
                assert FUNCTIONS[name](*pair) is pd.NA
            (one,) = told
            assert one.filename == __file__
            reason = f"The answer is unknown: {other!r} is EDTF of a form that is not read. "
            assert str(one.message).startswith(reason)

    def test_an_odd_cell_does_not_end_a_series(self, name: str) -> None:
        """Its answer is unknown, the others are known, and one warning names the first."""
        cells = ["2015", "last week", "1984~", 2016, "2017-01-01"]
        column = pd.Series(cells, index=list("abcde"), dtype="object")
        with pytest.warns(gd.UnreadDateWarning) as told:
            answers = FUNCTIONS[name](column, "2016-05-05")
        assert list(answers.isna()) == [False, True, True, True, False]
        assert known(answers["a"]) is FUNCTIONS[name]("2015", "2016-05-05")
        (one,) = told
        assert one.filename == __file__
        reason = (
            "The answer for 3 dates is unknown; the first in row 'b': 'last week' is not an EDTF"
        )
        assert str(one.message).startswith(reason)
        with pytest.warns(gd.UnreadDateWarning, match="The answer in row 'c' is unknown: '1984~'"):
            FUNCTIONS[name]("2016", column[["a", "c"]])

    def test_one_warning_for_both_sides(self, name: str) -> None:
        """A single date beside a column counts once."""
        with pytest.warns(gd.UnreadDateWarning, match="for 2 dates is unknown; the first") as told:
            answers = FUNCTIONS[name](pd.Series(["2015", "1984?", "2016"]), "201X")
        assert answers.isna().all()
        assert len(told) == 1

    @pytest.mark.parametrize("cells", [[2015, 2016], [2016.0, None], [True, False]], ids=repr)
    def test_a_column_of_numbers(self, name: str, cells: list[object]) -> None:
        """It is the wrong column, and an error says so."""
        with pytest.raises(TypeError, match="is not of dates: give EDTF text or days"):
            FUNCTIONS[name](pd.Series(cells), "2016")

    def test_of_no_year_there_is(self, name: str) -> None:
        """Numpy counts on beyond the calendar; there the text is refused."""
        with pytest.raises(ValueError, match="is not an EDTF date: "):
            FUNCTIONS[name](np.datetime64("12016"), "2016")

    def test_another_index(self, name: str) -> None:
        """Rows that do not belong together are not compared, even where there are as many."""
        one = pd.Series(["2015", "2016"])
        for index in ([1, 0], [1, 2]):
            with pytest.raises(ValueError, match="do not have the same index; align them first"):
                FUNCTIONS[name](one, pd.Series(["2016", "2016"], index=index))
        with pytest.raises(ValueError, match="do not have the same index"):
            FUNCTIONS[name](one, one.iloc[:1])

    @pytest.mark.parametrize("bad", ["November 2016", "2016-1-1", "2016-02-30", " "])
    def test_no_date(self, name: str, bad: str) -> None:
        """A single text that is not EDTF is an error that names it, beside a column too."""
        for pair in ((bad, "2016"), ("2016", bad), (pd.Series(["2016"]), bad)):
            with pytest.raises(ValueError, match=f"'{bad}' is not an EDTF date: "):
                FUNCTIONS[name](*pair)

    @pytest.mark.parametrize(
        "wrong",
        [
            *(2016, 2016.0, b"2016", ["2016"], ["2015", "2016"]),
            *(np.array(["2015", "2016"]), pd.Index(["2015", "2016"])),
            pd.DataFrame({"date": ["2015", "2016"]}),
        ],
        ids=repr,
    )
    def test_another_type(self, name: str, wrong: object) -> None:
        """What is neither text nor a day is refused, not guessed at: a list or a frame too."""
        for pair in ((wrong, "2016"), ("2016", wrong)):
            with pytest.raises(TypeError, match="is not a date: give EDTF text or a calendar day"):
                FUNCTIONS[name](*pair)

    def test_no_row(self, name: str) -> None:
        """An empty column gives an empty answer of the same type."""
        told = FUNCTIONS[name](pd.Series([], dtype="string"), "2016")
        assert told.empty
        assert told.dtype == "boolean"


def test_unknown_is_not_false() -> None:
    """Decision 26: in an `if`, the unknown is an error, never a no."""
    with pytest.raises(TypeError, match="NA is ambiguous"):
        bool(gd.certainly_before("2016", "2016-11-23"))


def test_a_column_selects_what_is_known() -> None:
    """As a mask, pandas takes the unknown for not selected; the rest of a column stays."""
    dates = gd.load("dates")
    told = gd.certainly_during(dates["date"], "2016")
    chosen = dates[told]["date"].tolist()
    assert "2016-11-23" in chosen
    assert all(text.lstrip("[").startswith("2016") for text in chosen)
    assert not any("2015" in text or "2017" in text for text in chosen)
    after = gd.certainly_after(dates["earliest"], date(2016, 11, 22))
    assert after[dates["date"] == "2016-11-23"].all()
    assert after[dates["earliest"].isna()].isna().all()


class TestInWords:
    """Dates in words; `tests/floor/test_edtf_words.py` has the forms."""

    def test_one_date(self) -> None:
        """Whatever holds it."""
        missing: Any = None
        assert gd.in_words("[..2016-11-30]") == "by 30 November 2016"
        for day in (date(2016, 11, 23), pd.Timestamp("2016-11-23"), np.datetime64("2016-11-23")):
            assert gd.in_words(day) == "23 November 2016"
        assert gd.in_words(pd.Period("2016Q1")) == "some day from 1 January to 31 March 2016"
        assert gd.in_words("") is pd.NA
        assert gd.in_words(missing) is pd.NA

    def test_a_series(self) -> None:
        """Each cell in its row; the column of the tables needs no other step."""
        told = gd.in_words(pd.Series(["1987", None, "1910/1945"], index=[3, 1, 2], name="date"))
        expected = pd.Series(["1987", None, "from 1910 to 1945"], index=[3, 1, 2], dtype="string")
        pd.testing.assert_series_equal(told, expected)
        dates = gd.dates().set_index("date_id")["date"]
        assert gd.in_words(dates)["gsomia-2016-signed"] == "23 November 2016"
        assert gd.in_words(dates).notna().all()
        assert gd.in_words(pd.Series([], dtype="string")).dtype == "string"

    def test_what_is_not_read(self) -> None:
        """Missing, with one warning where the function is called; a text that is no date raises."""
        column = pd.Series(["2015", "1984~", "last week"], index=list("abc"))
        with pytest.warns(
            gd.UnreadDateWarning, match="for 2 dates is unknown; the first in"
        ) as told:
            assert list(gd.in_words(column).isna()) == [False, True, True]
        (one,) = told
        assert one.filename == __file__
        with pytest.warns(gd.UnreadDateWarning, match="'201X' is EDTF of a form that is not read"):
            assert gd.in_words("201X") is pd.NA
        with pytest.raises(ValueError, match="'November 2016' is not an EDTF date"):
            gd.in_words("November 2016")
        with pytest.raises(TypeError, match="2016 is not a date"):
            gd.in_words(2016)  # type: ignore[call-overload]
        with pytest.raises(TypeError, match="is not of dates"):
            gd.in_words(pd.Series([2016]))
