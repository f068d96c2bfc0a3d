"""Dates in words: what each form is called, and that no words can mean two dates."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gsomia_data._floor import edtf
from gsomia_data._floor.edtf_words import in_words
from kit.dates import dates
from kit.examples import examples

MANY = examples(300)

# Few days, close to each other and to the ends of months and years, so that two dates often share
# a side, or mean the same by another spelling.
NEAR = [date(2016, 11, 1) + timedelta(days) for days in (-1, 0, 13, 29, 30, 60, 61)]
DAYS = st.one_of(st.sampled_from(NEAR), st.dates()).map(date.isoformat)
POINTS = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
DATES = dates(POINTS)


def words(text: str) -> str:
    """The words for the date that a text spells."""
    return in_words(edtf.parse(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1987", "1987"),
        ("2016-11", "November 2016"),
        ("2016-11-23", "23 November 2016"),
        ("2016-03-04", "4 March 2016"),
        ("1910/1945", "from 1910 to 1945"),
        ("2016-01/2016-03", "from January to March 2016"),
        ("2015-12/2016-03", "from December 2015 to March 2016"),
        ("2016-01/2016-11-23", "from January 2016 to 23 November 2016"),
        ("2016/2016-11-23", "from 2016 to 23 November 2016"),
        ("2016-11-14/2016-11-30", "from 14 to 30 November 2016"),
        ("2016-11-14/2016-12-14", "from 14 November to 14 December 2016"),
        ("2015-11-14/2016-11-14", "from 14 November 2015 to 14 November 2016"),
        ("../1945", "from an unknown day to 1945"),
        ("1910/..", "from 1910 to an unknown day"),
        ("2016/2016", "a period within 2016"),
        ("[..2016-11-30]", "by 30 November 2016"),
        ("[..2014]", "by 31 December 2014"),
        ("[2016-11-30..]", "30 November 2016 or later"),
        ("[2016-11-14..2016-11-30]", "some day from 14 to 30 November 2016"),
        ("[2014-12-29..2015-01-04]", "some day from 29 December 2014 to 4 January 2015"),
        ("[1910..1945]", "some day from 1 January 1910 to 31 December 1945"),
        ("[2016-11-01..2016-11-30]", "November 2016"),
        ("0987", "AD 987"),
        ("0045-11/0046-12", "from November AD 45 to December AD 46"),
    ],
)
def test_each_form(text: str, told: str) -> None:
    """A set is one unknown day, a span lasts, and an open side is unknown."""
    assert words(text) == told


@MANY
@given(DATES, DATES)
@example("[2016-11-01..2016-11-30]", "2016-11")
@example("2016-11/2016-11", "2016-11")
@example("[2016-11-14..2016-11-30]", "2016-11-14/2016-11-30")
@example("2016/2016-11", "2016-01/2016-11")
@example("../2016-11-30", "[..2016-11-30]")
@example("0001", "0001/0001")
def test_same_words_same_meaning(one: str, other: str) -> None:
    """Two dates have the same words if, and only if, they mean the same."""
    same = edtf.canonical(edtf.parse(one)) == edtf.canonical(edtf.parse(other))
    assert (words(one) == words(other)) is same


@MANY
@given(DATES)
def test_nothing_is_lost(text: str) -> None:
    """Every number of the one spelling is in the words, unless the words before have it too."""
    spelling = edtf.canonical(edtf.parse(text))
    wanted = {int(number) for number in re.findall(r"\d+", spelling)}
    named = [int(number) for number in re.findall(r"\d+", words(text))]
    months = [month for month in MONTHS if month in words(text)]
    assert wanted <= {*named, *(MONTHS.index(month) + 1 for month in months)}


MONTHS = (
    "January February March April May June July August September October November December"
).split()
