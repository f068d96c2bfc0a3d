"""The rules: how exact words become the value of a cell (DESIGN section 4)."""

import calendar
import re
import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gsomia_data._floor import edtf
from gsomia_data._floor.cues import cues as find_cues
from gsomia_data._floor.text import at_boundaries, occurrences
from gsomia_data.curation.rules import PARTS, RULES, Context, Outcome, Words, reread
from gsomia_data.curation.rules.cue_shapes import SHAPES, Shape
from gsomia_data.curation.rules.dates import DATE_RULES
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.mentions import mentions
from gsomia_data.curation.rules.names import Names, key, names_of
from gsomia_data.curation.rules.numbers import DECIMALS, WHOLE, canonical, numbers
from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.kinds import NUMBER
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec
from gsomia_data.curation.schema.vocabulary import Bound
from kit.examples import examples

SMALL = examples(100)

WEDNESDAY = "2016-11-23"
ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_TOKENS = (
    "almost more than a dozen hundreds of thousands and half million 4.5 1,000 % 33rd "
    "twenty-one six ſix . , - İ 2016 November from to percent no"
)
DATE_TOKENS = (
    "from between 1910 to until and 1945 in November 4 4th , 2016 by the end of this "
    "year last next week Friday the same day So far already now may March İ 31"
)
TOKENS = (
    "signed not secret Korea North 4.5 million 60 % almost November Friday 2016 31 the same day "
    "since he “ ” … ſecret sİgned APRİL next week last year from to until in by end of this so far "
    "already \u212aorea"
)
NAMES = Names(
    {
        "korea": "korea",
        "north korea": "prk",
        "south korea": "kor",
        "seoul": "kor",
        "blue house": "blue-house",
        "president park": "park-geun-hye",
    },
    {"GSOMIA": "gsomia-2016"},
)


def column(place: str) -> ColumnSpec:
    """The column `table.name`."""
    table, _, name = place.partition(".")
    found = TABLES[table].column(name)
    assert found is not None
    return found


def context(place: str, published: str = WEDNESDAY, *antecedents: str) -> Context:
    """The context of a cell of the column `table.name`."""
    own = column(place)
    coded = tuple(
        other
        for other in TABLES[place.partition(".")[0]].columns
        if other is not own and (other.codes or other.kind.name == "boolean")
    )
    return Context(own, coded, NAMES, published, frozenset(antecedents))


def words(passage: str, before: str = "", after: str = "") -> Words:
    """The words marked `<...>` in a quote, with the text before and after it in the document."""
    start, end = passage.index("<"), passage.index(">") - 1
    quote = passage.replace("<", "").replace(">", "")
    return Words(quote, start, end, before + quote + after, len(before))


def values(rule: str, passage: str, place: str, published: str = WEDNESDAY) -> tuple[str, ...]:
    """What the marked words give; a rule that gives nothing says why."""
    outcome = reread(rule, words(passage), "", context(place, published))
    assert bool(outcome.values) is not bool(outcome.problem)
    return outcome.values


def problem(rule: str, passage: str, place: str, value: str = "") -> str:
    """Why the marked words give nothing."""
    outcome = reread(rule, words(passage), value, context(place))
    assert outcome.values == ()
    return outcome.problem


def assert_too_long(passage: str, seconds: float) -> None:
    """The passage is one number, and too long for a cell; this is soon said."""
    began = time.process_time()
    (number,) = numbers(passage)
    assert (number.start, number.end) == (0, len(passage))
    assert not number.allows(Decimal(5))
    refused = problem("number", f"<{passage}>", "quantities.value")
    assert "it is too long for a cell: 18 digits" in refused
    assert len(refused) < 250
    assert time.process_time() - began < seconds


class TestNumbers:
    """`number`: digits or words, ordinals, percent, and the bound that their words give."""

    @pytest.mark.parametrize(
        ("text", "value", "bound"),
        [
            ("59 percent", "59", Bound.EXACT),
            ("59 per cent", "59", Bound.EXACT),
            ("59%", "59", Bound.EXACT),
            ("59.5%", "59.5", Bound.EXACT),
            ("almost 60%", "60", Bound.BELOW),
            ("nearly\u00a060 percent", "60", Bound.BELOW),
            ("less than 30", "30", Bound.BELOW),
            ("up to 500", "500", Bound.BELOW),
            ("no more than 5", "5", Bound.BELOW),
            ("no fewer than five", "5", Bound.ABOVE),
            ("more than a dozen", "12", Bound.ABOVE),
            ("at least 20", "20", Bound.ABOVE),
            ("a dozen", "12", Bound.EXACT),
            ("two dozen", "24", Bound.EXACT),
            ("half a dozen", "6", Bound.EXACT),
            ("half a million", "500000", Bound.EXACT),
            ("dozens", "12", Bound.ABOVE),
            ("hundreds of thousands", "100000", Bound.ABOVE),
            ("tens of thousands", "10000", Bound.ABOVE),
            ("millions", "1000000", Bound.ABOVE),
            ("thirty-two", "32", Bound.EXACT),
            ("4.5 million", "4500000", Bound.EXACT),
            ("1,234,567", "1234567", Bound.EXACT),
            ("1,004", "1004", Bound.EXACT),
            ("a hundred thousand", "100000", Bound.EXACT),
            ("one hundred and five", "105", Bound.EXACT),
            ("two hundred and five thousand", "205000", Bound.EXACT),
            ("zero", "0", Bound.EXACT),
            ("about 40", "40", Bound.ABOUT),
            ("approximately 1,000", "1000", Bound.ABOUT),
        ],
    )
    def test_one(self, text: str, value: str, bound: Bound) -> None:
        """The whole text is one number, alone and between other words."""
        (number,) = numbers(text)
        assert (number.start, number.end) == (0, len(text))
        assert number.value is not None
        assert (canonical(number.value), number.bound) == (value, bound)
        assert values("number", f"It was <{text}> then.", "polls.percent") == (value,)

    @pytest.mark.parametrize(
        ("text", "allowed", "excluded"),
        [
            ("almost 60%", ["54", "59", "59.9"], ["60", "53.9", "61"]),
            ("less than 60", ["59.9", "0"], ["60"]),
            ("at most 60", ["60", "1"], ["60.1"]),
            ("more than a dozen", ["13", "100"], ["12", "1"]),
            ("at least a dozen", ["12", "13"], ["11"]),
            ("hundreds of thousands", ["100000", "900000"], ["99999"]),
            ("about 40", ["36", "40", "44"], ["35", "45"]),
            ("40", ["40"], ["39.9", "40.1"]),
        ],
    )
    def test_bound(self, text: str, allowed: list[str], excluded: list[str]) -> None:
        """The words leave room for these numbers and for no other ("almost N": 0.9 N up to N)."""
        (number,) = numbers(text)
        assert [value for value in allowed if not number.allows(Decimal(value))] == []
        assert [value for value in excluded if number.allows(Decimal(value))] == []

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("a <35-year> occupation", "35"),
            ("its <fifth> nuclear test", "5"),
            ("the <twenty-third> time", "23"),
            ("<Thirty-two> others", "32"),
            ("lost <half> of its people", "50"),
            ("<more than half> of those questioned", "50"),
            ("the <33rd country> with which", "33"),
            ("for <4.5 million people>", "4500000"),
        ],
    )
    def test_in_words(self, passage: str, value: str) -> None:
        """The words may hold more than the number, as long as they hold one number only."""
        assert values("number", passage, "quantities.value") == (value,)

    @pytest.mark.parametrize(
        ("passage", "longer"),
        [
            ("in 1<5> towns", "15"),
            ("“<59> percent”", "59 percent"),
            ("some <4.5 million people> left", "some 4.5 million"),
            ("<15>0 towns", "150"),
            ("for <4>.5 million", "4.5 million"),
            ("for 4.<5> million", "4.5 million"),
            ("for <4.5> million", "4.5 million"),
            ("almost <60%> of them", "almost 60%"),
            ("more than <a dozen>", "more than a dozen"),
            ("no <more than 5>", "no more than 5"),
            ("hundreds of <thousands>", "hundreds of thousands"),
            ("on November <4>", "November 4"),
            ("on <November> 4", "November 4"),
            ("on November 23, <2016>", "November 23, 2016"),
            ("one hundred and <five>", "one hundred and five"),
            ("thirty-<two>", "thirty-two"),
            ("half <a million>", "half a million"),
            ("<1>,000 people", "1,000"),
        ],
    )
    def test_cut_out(self, passage: str, longer: str) -> None:
        """Words inside a longer number or date prove nothing."""
        assert (
            problem("number", passage, "quantities.value")
            == f"they are a part of {longer!r}; quote all of it"
        )

    @pytest.mark.parametrize("passage", ["<secret> talks", "<ſix>", "<sİx>", "<won>", "<a>"])
    def test_none(self, passage: str) -> None:
        """Text that is not a number gives none."""
        assert problem("number", passage, "quantities.value") == "they hold no number"

    def test_two(self) -> None:
        """Words with two numbers must be narrowed."""
        passage = "<21 missile tests and two nuclear tests> this year"
        refused = problem("number", passage, "quantities.value")
        assert refused == "they hold '21' and 'two'; quote words with one number"

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("999,999,999,999,999,999", "999999999999999999"),
            ("0.123456789", "0.123456789"),
            ("999999999 billion", "999999999000000000"),
            ("1.50 million", "1500000"),
        ],
    )
    def test_as_long_as_a_cell(self, passage: str, value: str) -> None:
        """What a cell can hold is read to its last digit."""
        assert values("number", f"<{passage}>", "quantities.value") == (value,)

    @pytest.mark.parametrize(
        "passage",
        [
            "1,000,000,000,000,000,000",
            "0.1234567891",
            "12345678901234567890123456789012345",
            "9" * 10**6,
            f"1,{'000,' * 10**5}000",
            f"0.{'0' * 10**6}1",
            "a billion billion",
            "millions of millions of millions",
        ],
        ids=lambda passage: f"{passage[:30]} ({len(passage)})",
    )
    def test_longer_than_a_cell(self, passage: str) -> None:
        """A number that no cell can hold is refused, soon and in one line; it counts as one."""
        assert_too_long(passage, seconds=5)

    @pytest.mark.parametrize(
        "times", [17_000, pytest.param(170_000, marks=pytest.mark.slow)], ids=["many", "most"]
    )
    @pytest.mark.parametrize(
        ("first", "again"),
        [
            ("millions", " of millions"),
            ("1", " million"),
            ("more than one", " million"),
        ],
    )
    def test_words_of_number_without_end(self, first: str, again: str, times: int) -> None:
        """So is a number that goes on in words, in a time that grows with its length."""
        assert_too_long(first + times * again, seconds=times / 34_000)

    def test_the_limits_are_those_of_a_cell(self) -> None:
        """What is read can be written, and one digit more cannot."""
        cell = re.compile(NUMBER.pattern or "")
        assert cell.fullmatch(f"{'9' * WHOLE}.{'9' * DECIMALS}")
        assert not cell.fullmatch("9" * (WHOLE + 1))
        assert not cell.fullmatch(f"0.{'9' * (DECIMALS + 1)}")

    @SMALL
    @given(st.integers(0, 10**200), st.integers(0, 60))
    def test_one_spelling(self, digits: int, places: int) -> None:
        """A number of any length is spelled to its last digit, without zeros that say nothing."""
        with localcontext(prec=300):
            value = Decimal(digits).scaleb(-places)
        spelling = canonical(value)
        assert Decimal(spelling) == value
        assert not re.search(r"\..*0$|\.$", spelling)

    @SMALL
    @given(st.integers(0, 10**15), st.sampled_from(["{:,}", "{}", "{:,}%", "{:,} percent"]))
    def test_separators(self, value: int, form: str) -> None:
        """A number written with or without thousands separators reads back."""
        assume("," in form or value not in range(1500, 2100))  # it may be a year
        written = form.format(value)
        assert values("number", f"some say: <{written}>.", "quantities.value") == (str(value),)

    @SMALL
    @given(st.decimals(0, 10**9, allow_nan=False, places=4))
    def test_fractions(self, value: Decimal) -> None:
        """A decimal fraction reads back in its one spelling."""
        (read,) = values("number", f"<{value:,}>", "quantities.value")
        assert Decimal(read) == value
        assert canonical(Decimal(read)) == read

    @SMALL
    @given(st.integers(1, 999_999_999), st.booleans())
    def test_spelled(self, value: int, british: bool) -> None:  # noqa: FBT001 - drawn
        """A cardinal number written out in English reads back."""
        (number,) = numbers(f"they counted {spelled(value, british=british)} men")
        assert number.value == value

    @SMALL
    @given(st.integers(1, 10**9))
    def test_ordinals(self, value: int) -> None:
        """An ordinal in digits reads back."""
        suffix = (
            "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10)
        )
        assert values("number", f"the <{value}{suffix or 'th'}> time", "quantities.value") == (
            str(value),
        )

    @SMALL
    @given(
        st.lists(
            st.sampled_from(NUMBER_TOKENS.split(" ")),
            max_size=10,
        ),
        st.sampled_from([" ", "", "-", "\u00a0"]),
    )
    def test_spans(self, tokens: list[str], joint: str) -> None:
        """Numbers are in order, never overlap, end at word boundaries, and bound their value."""
        text = joint.join(tokens)
        found = numbers(text)
        ends = [at for number in found for at in (number.start, number.end)]
        assert ends == sorted(ends)
        for number in found:
            assert number.refusal or at_boundaries(text, number.start, number.end)
            assert (number.value is None) is bool(number.refusal)
            included = number.bound in (Bound.EXACT, Bound.ABOUT)
            assert number.value is None or number.allows(number.value) or not included


def spelled(value: int, *, british: bool) -> str:
    """A cardinal number in English, written apart from the code that reads it."""
    for scale, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = value % scale
            joint = " and " if british and rest < 100 else " "
            count = f"{spelled(value // scale, british=british)} {name}"
            return count + (joint + spelled(rest, british=british) if rest else "")
    if value < 20:
        return ONES.split()[value - 1]
    tens = TENS.split()[value // 10 - 2]
    return f"{tens}-{spelled(value % 10, british=british)}" if value % 10 else tens


class TestDates:
    """The dates in the words, and those resolved against a publication on Wednesday 2016-11-23."""

    @pytest.mark.parametrize(
        ("rule", "passage", "value"),
        [
            ("date", "on <July 27, 1953>", "1953-07-27"),
            ("date", "on <27 July 1953>", "1953-07-27"),
            ("date", "on <the 4th of November 2016>", "2016-11-04"),
            ("date", "in <February 2013>", "2013-02"),
            ("date", "in <1987>", "1987"),
            ("date", "ON <FEBRUARY\u00a029, 2016>", "2016-02-29"),
            ("interval", "<From 1910 to 1945>", "1910/1945"),
            ("interval", "<between 1910 and 1945>", "1910/1945"),
            (
                "interval",
                "ruled <from 1910 until the end of World War Two in 1945>",
                "1910/1945",
            ),
            ("same-day", "signed <Wednesday>", "2016-11-23"),
            ("same-day", "signed <today>", "2016-11-23"),
            ("same-day", "takes place <immediately>", "2016-11-23"),
            ("weekday-before", "on <Friday>", "2016-11-18"),
            ("weekday-before", "on <Tuesday>", "2016-11-22"),
            ("weekday-before", "on <Thursday>", "2016-11-17"),
            ("weekday-after", "it will be signed on <Monday>", "2016-11-28"),
            ("weekday-after", "it will be signed on <Thursday>", "2016-11-24"),
            ("weekday-after", "it will be signed on <Tuesday>", "2016-11-29"),
            ("next-week", "signed <next week>", "[2016-11-28..2016-12-04]"),
            ("this-year", "tests <this year>", "2016"),
            ("last-year", "struck <last year>", "2015"),
            ("month-before", "<in January>", "2016-01"),
            ("month-before", "<in December>", "2015-12"),
            ("day-this-year", "on <November 4>", "2016-11-04"),
            ("day-this-year", "on <4 November>", "2016-11-04"),
            ("until-month", "signed <by the end of November>", "[..2016-11-30]"),
            ("until-month", "signed <by the end of December>", "[..2016-12-31]"),
            ("until-month", "signed <by the end of February>", "[..2017-02-28]"),
            ("until-year", "signed <by the end of this year>", "[..2016-12-31]"),
            (
                "since-month",
                "<since it tested a device in January>",
                "2016-01/2016-11-23",
            ),
            ("by-publication", "<So far>, 32 others", "[..2016-11-23]"),
            ("by-publication", "has <already> signed", "[..2016-11-23]"),
        ],
    )
    def test_resolved(self, rule: str, passage: str, value: str) -> None:
        """Each rule gives one EDTF date."""
        assert values(rule, passage, "dates.date") == (value,)
        assert edtf.parse(value).text == value

    def test_week_across_the_year(self) -> None:
        """The week after Friday 26 December 2014 ends in the next year."""
        found = values("next-week", "signed <next week>", "dates.date", "2014-12-26")
        assert found == ("[2014-12-29..2015-01-04]",)

    @pytest.mark.parametrize(
        ("rule", "passage", "reason"),
        [
            ("date", "on <February 30, 2016>", "2016-02 has no day 30"),
            ("date", "on <31 November 2016>", "2016-11 has no day 31"),
            ("day-this-year", "on <February 30>", "2016-02 has no day 30"),
            ("date", "on <Friday>", "they name no date that the rule"),
            ("date", "on <November 4>", "they name no date that the rule"),
            ("date", "<in recent weeks>", "they name no date that the rule"),
            ("date", "it <may> sign", "they name no date that the rule"),
            ("month-before", "they <march> on", "they name no date that the rule"),
            ("month-before", "in <APRİL>", "they name no date that the rule"),
            ("interval", "<from 1945 to 1910>", "it ends before it begins"),
            ("same-day", "on <Friday>", "was published on a Wednesday"),
            ("weekday-before", "on <Wednesday>", "use the rule same-day"),
            ("weekday-after", "will sign on <Wednesday>", "use the rule same-day"),
            (
                "weekday-after",
                "signed on <Monday>",
                "the words before them are not about the future",
            ),
            (
                "weekday-before",
                "will sign on <Monday>",
                "the words before them are about the future",
            ),
            ("same-day", "<So far>, it has signed", "use the rule by-publication"),
            ("month-before", "in <November>", "it is the month of publication"),
            ("since-month", "tested <in January>", 'do not begin with "since"'),
            ("this-year", "signed <by the end of this year>", "they name no date that the rule"),
            ("weekday-before", "<next week>", "they name no date that the rule"),
            ("by-publication", "<now>", "they name no date that the rule"),
            ("same-date", "on <Friday>", 'they do not hold "the same day"'),
            ("interval", "<from 1910 until> 1945", "a part of 'from 1910 until 1945'"),
            ("date", "from 1910 to <1945>", "a part of 'from 1910 to 1945'"),
            ("date", "on July 27, <1953>", "a part of 'July 27, 1953'"),
            ("month-before", "by the end of <November>", "a part of 'by the end of November'"),
            ("this-year", "by the end of <this year>", "a part of 'by the end of this year'"),
            ("month-before", "on <November> 4th", "a part of 'November 4th'"),
        ],
    )
    def test_no_date(self, rule: str, passage: str, reason: str) -> None:
        """A rule that does not fit says why, and never falls back to another."""
        assert reason in problem(rule, passage, "dates.date")

    @pytest.mark.parametrize("rule", [rule.name for rule in DATE_RULES if rule.relative])
    @pytest.mark.parametrize("published", ["", "2016-11", "2016", "[..2016-11-23]", "Wednesday"])
    def test_no_anchor(self, rule: str, published: str) -> None:
        """Relative rules need the day of publication."""
        passage = "<since Friday so far, next week, in January, November 4, last year, this year>"
        everything = passage[:-1] + " by the end of November, by the end of this year>"
        outcome = reread(rule, words(everything), "", context("dates.date", published))
        assert "needs the day of publication" in outcome.problem

    def test_no_anchor_needed(self) -> None:
        """An absolute date is read without it."""
        assert values("date", "in <1987>", "dates.date", "") == ("1987",)

    def test_two_dates(self) -> None:
        """Words with two dates give both, so that they must be narrowed."""
        assert values("date", "<in 1945 or 1953>", "dates.date") == ("1945", "1953")
        found = values("weekday-before", "<Monday and Tuesday>", "dates.date")
        assert found == ("2016-11-21", "2016-11-22")

    @pytest.mark.parametrize(
        ("before", "value"),
        [
            ("They met on July 27, 1953. ", "1953-07-27"),
            ("They met on Friday. ", "2016-11-18"),
            ("They met on Wednesday. ", "2016-11-23"),
            ("On Monday, then on Friday. ", "2016-11-18"),
            ("They met on November 4. ", "2016-11-04"),
            ("On July 27, 1953 and on November 4. ", "2016-11-04"),
        ],
    )
    def test_the_same_day(self, before: str, value: str) -> None:
        """The words "the same day" mean the day that the document names last before them."""
        place = words("On <the same day> it said, on Tuesday.", before)
        outcome = reread("same-date", place, "", context("dates.date"))
        assert outcome == Outcome((value,))

    @pytest.mark.parametrize("before", ["", "They met in 1953. ", "On November 31, 2016. "])
    def test_no_day_before(self, before: str) -> None:
        """If no day was named before, there is none."""
        place = words("On <the same day> it said.", before)
        assert reread("same-date", place, "", context("dates.date")).problem

    def test_the_same_day_without_corpus(self) -> None:
        """Without the document, what needs it is not compared."""
        place = replace(words("On <the same day>"), document=None)
        outcome = reread("same-date", place, "2016-11-18", context("dates.date"))
        assert outcome == Outcome(("2016-11-18",))


WEEKDAYS = st.sampled_from(list(calendar.day_name))
PUBLISHED = st.dates(date(1900, 1, 1), date(2099, 12, 31))


class TestDateLaws:
    """Laws of the date rules, for every day of the calendar."""

    @SMALL
    @given(PUBLISHED, st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{m} {d} {y}"]))
    def test_written_out(self, day: date, form: str) -> None:
        """Any day written out reads back."""
        written = form.format(m=calendar.month_name[day.month], d=day.day, y=day.year)
        assert values("date", f"on <{written}>.", "dates.date") == (day.isoformat(),)

    @SMALL
    @given(PUBLISHED, WEEKDAYS)
    def test_weekdays(self, published: date, weekday: str) -> None:
        """A weekday lies one to six days before or after publication, or it is publication's."""
        at = published.isoformat()
        before = values("weekday-before", f"on <{weekday}>", "dates.date", at)
        after = values("weekday-after", f"will sign on <{weekday}>", "dates.date", at)
        same = values("same-day", f"on <{weekday}>", "dates.date", at)
        if calendar.day_name[published.weekday()] == weekday:
            assert (before, after, same) == ((), (), (at,))
            return
        assert same == ()
        back = published - date.fromisoformat(before[0])
        ahead = date.fromisoformat(after[0]) - published
        assert timedelta(1) <= back <= timedelta(6)
        assert back + ahead == timedelta(7)
        assert calendar.day_name[date.fromisoformat(after[0]).weekday()] == weekday

    @SMALL
    @given(PUBLISHED, st.integers(1, 12))
    def test_months(self, published: date, month: int) -> None:
        """A month is the last one that ended before publication's, and so is the span since it."""
        name, at = calendar.month_name[month], published.isoformat()
        found = values("month-before", f"in <{name}>", "dates.date", at)
        since = values("since-month", f"<since {name}>", "dates.date", at)
        if month == published.month:
            assert found == since == ()
            return
        day = edtf.parse(found[0])
        assert day.earliest is not None
        assert day.earliest.month == month
        assert timedelta(0) < published - day.earliest < timedelta(366)
        assert since == (f"{found[0]}/{at}",)

    @SMALL
    @given(PUBLISHED, st.integers(1, 12))
    def test_deadlines(self, published: date, month: int) -> None:
        """A deadline is never past, and less than a year and a month ahead."""
        name = calendar.month_name[month]
        at = published.isoformat()
        (found,) = values("until-month", f"<by the end of {name}>", "dates.date", at)
        last = edtf.parse(found).latest
        assert last is not None
        assert last.month == month
        assert (last + timedelta(1)).day == 1
        assert timedelta(0) <= last - published < timedelta(366)

    @SMALL
    @given(PUBLISHED)
    def test_next_week(self, published: date) -> None:
        """Next week is seven days from Monday to Sunday, and begins within seven days."""
        (found,) = values("next-week", "<next week>", "dates.date", published.isoformat())
        week = edtf.parse(found)
        assert week.earliest is not None
        assert week.latest is not None
        assert (week.earliest.weekday(), week.latest - week.earliest) == (0, timedelta(6))
        assert timedelta(1) <= week.earliest - published <= timedelta(7)

    @SMALL
    @given(
        st.lists(
            st.sampled_from(DATE_TOKENS.split(" ")),
            max_size=12,
        ),
        st.sampled_from([" ", "\u00a0", "-", ""]),
    )
    def test_spans(self, tokens: list[str], joint: str) -> None:
        """Mentions are in order, never overlap, and end at word boundaries."""
        text = joint.join(tokens)
        found = mentions(text)
        ends = [at for mention in found for at in (mention.start, mention.end)]
        assert ends == sorted(ends)
        assert all(at_boundaries(text, mention.start, mention.end) for mention in found)


class TestNames:
    """`alias` and `pronoun`: who is meant by which words, in one document."""

    @pytest.mark.parametrize(
        ("passage", "actor"),
        [
            ("<North Korea> said", "prk"),
            ("<the Blue House> said", "blue-house"),
            ("<The  Blue\nHouse>’s", "blue-house"),
            ("<Seoul>'s ministry", "kor"),
            ("Imperial <Korea> was", "korea"),
        ],
    )
    def test_alias(self, passage: str, actor: str) -> None:
        """A name is compared folded, with or without its article."""
        assert values("alias", passage, "reactions.actor") == (actor,)

    @pytest.mark.parametrize(
        ("passage", "longer"),
        [
            ("North <Korea> said", "North Korea"),
            ("<North> Korea said", "North Korea"),
            ("President <Park> said", "President Park"),
            ("north\u00a0<korea>", "north\u00a0korea"),
        ],
    )
    def test_cut_out(self, passage: str, longer: str) -> None:
        """Words inside a longer name prove nothing."""
        assert (
            problem("alias", passage, "reactions.actor")
            == f"they are a part of {longer!r}; quote all of it"
        )

    def test_agreement(self) -> None:
        """A reference to an agreement takes its name, and no actor's."""
        assert values("alias", "<GSOMIA> was", "reactions.agreement_id") == ("gsomia-2016",)
        assert problem("alias", "<Seoul> was", "reactions.agreement_id").startswith(
            "no agreement has"
        )
        assert problem("alias", "<GSOMIA> was", "reactions.actor").startswith("no actor has")

    def test_unknown(self) -> None:
        """Words that are no actor's name name nobody."""
        assert problem("alias", "<Pyongyang> said", "reactions.actor").startswith("no actor has")

    @pytest.mark.parametrize("pronoun", ["He", "The ministry", "the two\u00a0governments", "they"])
    def test_pronoun(self, pronoun: str) -> None:
        """A pronoun stands for an actor that an `alias` row of the same cell names."""
        place = words(f"<{pronoun}> said so")
        known = reread("pronoun", place, "kor", context("reactions.actor", WEDNESDAY, "kor", "jpn"))
        assert known == Outcome(("kor",))
        other = reread("pronoun", place, "prk", context("reactions.actor", WEDNESDAY, "kor"))
        assert other.problem == "no alias row of this cell names prk earlier in the document"

    def test_without_antecedent(self) -> None:
        """A pronoun alone names nobody."""
        assert "no alias row of this cell" in problem(
            "pronoun", "<he> said", "reactions.actor", "x"
        )

    @pytest.mark.parametrize("other", ["the spokesman", "Seoul", "he said"])
    def test_not_a_pronoun(self, other: str) -> None:
        """Words outside the closed list are not pronouns, whoever was named before."""
        place = words(f"<{other}>")
        outcome = reread("pronoun", place, "kor", context("reactions.actor", WEDNESDAY, "kor"))
        assert "not in the list" in outcome.problem

    def test_names_of_a_source(self) -> None:
        """A document uses the names of all actors and its own aliases, no other document's."""
        names = names_of(
            "one",
            [{"name": "South Korea", "actor_id": "kor"}, {"name": "", "actor_id": "unnamed"}],
            [
                {"alias": "The South", "actor_id": "kor", "source_id": "one"},
                {"alias": "Seoul", "actor_id": "kor", "source_id": "two"},
            ],
            [{"agreement_id": "pact", "name": "The Pact", "acronym": ""}],
            (),
        )
        assert names.actors == {"south korea": "kor", "south": "kor"}
        assert names.agreements == {"pact": "pact"}
        passage = "The Pact of South Korea and Seoul, Southern"
        assert [passage[slice(*span)] for span in names.spans(passage)] == ["Pact", "South Korea"]

    def test_a_name_of_two_means_neither(self) -> None:
        """Not the later row's: nothing is read, and both are named. One row may say it twice."""
        names = names_of(
            "one",
            [{"name": "Lee", "actor_id": "lee-a"}, {"name": "Park", "actor_id": "park"}],
            [
                {"alias": "Lee", "actor_id": "lee-b", "source_id": "one"},
                {"alias": "Park", "actor_id": "park", "source_id": "one"},
            ],
            [
                {"agreement_id": "pact-2012", "name": "The Pact", "acronym": "PACT"},
                {"agreement_id": "pact-2016", "name": "Pact", "acronym": ""},
            ],
            (),
        )
        for column_, name, said in (
            ("dates.agreement_id", "pact", "a name of pact-2012 and pact-2016"),
            ("reactions.actor", "Lee", "a name of lee-a and lee-b"),
        ):
            where = replace(context(column_, WEDNESDAY), names=names)
            outcome = reread("alias", words(f"<{name}> grew"), "pact-2016", where)
            assert said in outcome.problem
            assert outcome.values == ()
        where = replace(context("reactions.actor", WEDNESDAY), names=names)
        assert reread("alias", words("<Park> rose"), "park", where).values == ("park",)

    def test_a_name_in_small_letters_needs_evidence(self) -> None:
        """The word "prosecutors" is not a proper name: each document has its own."""
        actors = [{"name": "prosecutors", "actor_id": "kor-prosecutors"}]
        assert names_of("one", actors, [], [], {"kor-prosecutors"}).actors == {
            "prosecutors": "kor-prosecutors"
        }
        assert names_of("two", actors, [], [], ()).actors == {}

    @pytest.mark.parametrize(
        ("name", "other"),
        [
            ("The Blue House", "blue\u00a0house"),
            ("Korea’s envoy", "korea's Envoy"),
            ("the US", "US"),
            (" US\n", "US"),
        ],
    )
    def test_key(self, name: str, other: str) -> None:
        """The article, the case and the blanks of a name do not count."""
        assert key(name) == key(other)

    def test_acronym(self) -> None:
        """An acronym keeps its case, so that "US" is not found in "contact us"."""
        assert key("US") != key("us")
        names = names_of("one", [{"name": "the US", "actor_id": "usa"}], [], [], ())
        passage = "contact us in the US"
        assert [passage[slice(*span)] for span in names.spans(passage)] == ["US"]


class TestSince:
    """What is true up to now is a state on that day, not an event of that day."""

    def test_so_far(self) -> None:
        """A count so far is as of the day; a signing so far is some day until then."""
        passage = "<So far>, it has signed"
        assert values("same-day", passage, "quantities.as_of") == ("2016-11-23",)
        assert values("by-publication", passage, "dates.date") == ("[..2016-11-23]",)


class TestCues:
    """`cue`: the longest cue wins, unless something in its sentence changes it."""

    @pytest.mark.parametrize(
        ("place", "passage", "code"),
        [
            ("polls.answer", "59% are <against> it", "oppose"),
            ("polls.answer", "they <did not want> it", "oppose"),
            ("signatories.role", "Seoul <signed> it", "signed"),
            ("signatories.role", "it <will be signed> soon", "to sign"),
            ("signatories.role", "<was signed on Friday>", "signed"),
            ("agreements.status", "an accord <to be signed>", "announced"),
            ("dates.event", "they <SIGNED a preliminary\u00a0deal>", "initialled"),
            ("dates.event", "its fifth <nuclear test>", "nuclear test"),
            ("dates.status", "it <will be signed>", "expected"),
            ("agreements.covers_secret", "all confidential and <secret> information", "true"),
            (
                "agreements.covers_top_secret",
                "<Top secret information is not covered>",
                "false",
            ),
        ],
    )
    def test_shown(self, place: str, passage: str, code: str) -> None:
        """A cue in the words shows its code."""
        assert values("cue", passage, place) == (code,)

    @pytest.mark.parametrize(
        ("place", "passage", "longer"),
        [
            ("signatories.role", "it will be <signed> soon", "will be signed"),
            ("signatories.role", "expected to be <signed>", "to be signed"),
            ("agreements.status", "expected to be <signed>", "to be signed"),
            ("dates.status", "it will be <signed>", "will be signed"),
            ("dates.event", "they <signed> a preliminary deal", "signed a preliminary deal"),
            (
                "agreements.covers_secret",
                "Top <secret> information is not covered",
                "Top secret information is not covered",
            ),
        ],
    )
    def test_cut_out(self, place: str, passage: str, longer: str) -> None:
        """A cue inside a longer cue or compound proves nothing."""
        expected = f"they are a part of the cue {longer!r}; quote all of it"
        assert problem("cue", passage, place) == expected

    @pytest.mark.parametrize(
        ("passage", "negation"),
        [
            ("was not <signed>", "not"),
            ("wasn’t <signed>", "wasn’t"),
            ("wasn't <signed>", "wasn't"),
            ("never was it <signed>", "never"),
            ("No deal in six years was <signed>", "No"),
            ("denied that it was <signed>", "denied"),
            ("without having <signed>", "without"),
            ("Seoul <has not signed>", "not"),
            ("It is not so, by all of them <signed>", "not"),
            ("it cannot have <signed>", "cannot"),
        ],
    )
    def test_negated(self, passage: str, negation: str) -> None:
        """A negation among the six words before a cue cancels it."""
        found = problem("cue", passage, "signatories.role")
        assert found == f'"{negation}" before them cancels the cue'

    @pytest.mark.parametrize(
        ("place", "passage", "taken"),
        [
            ("signatories.role", "they will resign if the agreement <signed> here", "if"),
            (
                "agreements.channel",
                "directly without using the US military as an <intermediary>",
                "without",
            ),
        ],
    )
    def test_the_whole_clause_counts(self, place: str, passage: str, taken: str) -> None:
        """A negation or a condition cancels the cue however far back in its clause."""
        assert problem("cue", passage, place) == f'"{taken}" before them cancels the cue'

    @pytest.mark.parametrize(
        ("place", "passage", "why"),
        [
            ("dates.status", "a threat if the agreement is <signed>", "if"),
            ("dates.status", "it is <signed>", "is"),
            ("dates.status", "it could be <signed>", "could"),
            ("dates.event", "they are expected to be <signed>", "to be"),
            ("agreements.status", "it might be <scrapped>", "might"),
            ("agreements.status", "it was to be <scrapped>", "to be"),
        ],
    )
    def test_not_done(self, place: str, passage: str, why: str) -> None:
        """What is to come, or only possible, is not done."""
        assert problem("cue", passage, place).startswith(f'"{why}" ')

    def test_a_judgement_may_not_contradict_its_cue(self) -> None:
        """Words that hold a cue cannot be judged to be another code."""
        found = problem("judged", "59% are <against> it", "polls.answer", value="support")
        assert found == "their cue shows oppose"
        agreeing = reread("judged", words("59% are <against>"), "oppose", context("polls.answer"))
        assert agreeing == Outcome(("oppose",))

    @pytest.mark.parametrize(
        "passage",
        [
            "it has no name, but it was <signed>",
            "Nothing came of it, but Seoul <signed> a pact in May",
            "another notable nation <signed>",
            "<signed> and not regretted",
            "Tokyo was not ready, and Seoul <signed> it",
            "The talks were hardly over when it was <signed>",
            "Seoul <signed> in almost 30 days",
            "Seoul <signed> GSOMIA on Friday",
        ],
    )
    def test_not_negated(self, passage: str) -> None:
        """A negator of another clause, one that begins alike and a later one cancel nothing."""
        assert values("cue", passage, "signatories.role") == ("signed",)

    def test_two_codes(self) -> None:
        """Words with cues of two codes give both, so that they must be narrowed."""
        passage = "<he said it was expected>"
        assert values("cue", passage, "dates.status") == ("expected", "occurred")

    @pytest.mark.parametrize(
        ("place", "passage"),
        [
            ("signatories.role", "<assigned> to it"),
            ("signatories.role", "<sİgned> it"),
            ("agreements.covers_top_secret", "all <top secret> information"),
            ("agreements.form", "<bilateral> deal"),
        ],
    )
    def test_no_cue(self, place: str, passage: str) -> None:
        """Other words, and compounds that only hold a cue, show no code."""
        assert problem("cue", passage, place) == "they hold no cue of this column"

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
    def test_shape(self, shape: Shape) -> None:
        """Each example of the documented table is refused or read as the table says."""
        found = values("cue", shape.example, shape.column)
        assert found == ((shape.answer,) if shape.answer else ())

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("Hardly any pact was <signed>", '"Hardly" before them cancels the cue'),
            ("Seoul fell short of a <signed> pact", '"short of" before them cancels the cue'),
            ("It was <signed> by nobody", '"nobody" after them cancels the cue'),
            ("Was it <signed>?", '"?" after them makes it a question'),
            ("A less <signed> pact", '"less" right before them can change the cue'),
            ("Seoul <signed> off on it", '"off" right after them can change the cue'),
            ("No deal, it was said, Seoul <signed>", '"No" before them may reach the cue'),
            (
                "Seoul left before it <signed>",
                '"before" before them leaves open whether it was done',
            ),
            ("It must be <signed>", '"must" before them says that it is still to come'),
            ("Seoul <signed> a flag", '"flag" after them is not a word for an agreement'),
            ("The flag was <signed> in Seoul", "no word for an agreement stands with them"),
        ],
    )
    def test_message(self, passage: str, why: str) -> None:
        """A refusal names the word in the way."""
        assert problem("cue", passage, "signatories.role") == why

    @pytest.mark.parametrize(
        "passage",
        [
            "Not a single state, officials said, <signed> it",
            "Tokyo has not read, approved, or <signed> it",
            "Tokyo has not, despite the pressure, formally <signed> it",
            "No deal between Seoul, Tokyo and Washington was <signed>",
            "No one believes that Seoul <signed> it",
            "“No one,” he said, “has <signed> it.”",
            "Seoul has not confirmed that it <signed> it",
            "Nobody came forward and was <signed>",
            "Reports that Seoul <signed> it are untrue",
        ],
    )
    def test_not_surely_apart(self, passage: str) -> None:
        """Where it is not sure in which clause a negator is, the cue is refused."""
        assert values("cue", passage, "signatories.role") == ()

    @examples(60)
    @given(
        negator=st.sampled_from(sorted(LEXICON["cue: negation"] - {"nor"})),
        subject=st.sampled_from(["Seoul", "the ministers", "South Korea and Japan"]),
        tail=st.sampled_from(["", " in Seoul", " on Friday", ", officials said"]),
    )
    def test_any_negator(self, negator: str, subject: str, tail: str) -> None:
        """A negator in the clause of a cue refuses it, wherever it stands before it."""
        for passage in (
            f"{negator} {subject} <signed> it{tail}",
            f"{subject} {negator} at all <signed> it{tail}",
            f"On Friday {negator} of the day {subject} <signed> it{tail}",
        ):
            assert values("cue", passage, "signatories.role") == ()

    @examples(60)
    @given(
        other=st.sampled_from(
            [
                "it has no name",
                "Tokyo did not complain",
                "nobody was surprised",
                "the talks could have been longer",
                "there was hardly a cloud",
            ]
        ),
        core=st.sampled_from(
            ["Seoul <signed> it", "it was <signed>", "Seoul has not <signed> it", "they <inked> it"]
        ),
    )
    def test_another_clause(self, other: str, core: str) -> None:
        """A clause of its own, before or after, changes nothing."""
        alone = values("cue", core, "signatories.role")
        for passage in (f"{other}, but {core}", f"{other}. {core}", f"{core}; {other}"):
            assert values("cue", passage, "signatories.role") == alone

    def test_a_cancelled_cue_shows_nothing(self) -> None:
        """A judgement may differ from a cue that its sentence cancels."""
        judged = reread(
            "judged", words("few were not <against> it"), "support", context("polls.answer")
        )
        assert judged == Outcome(("support",))

    @pytest.mark.parametrize(
        "passage", ["signed it, but ", "signed ", "not signed, ", "deal “signed” (no) ", "if "]
    )
    def test_long(self, passage: str) -> None:
        """Time grows with the length of the passage."""
        whole = f"<{passage * 20_000}signed>"
        began = time.process_time()
        reread("cue", words(whole), "", context("signatories.role"))
        assert time.process_time() - began < 15

    def test_cue_of_two_codes(self) -> None:
        """A phrase that two codes share shows both."""
        lexicon = {"one": ["signed"], "two": ["signed", "signed up"]}
        (cue,) = find_cues("they signed it", [lexicon])
        assert (cue.phrase, sorted(cue.codes)) == ("signed", ["one", "two"])
        (longer,) = find_cues("they signed up", [lexicon])
        assert (longer.phrase, sorted(longer.codes)) == ("signed up", ["two"])
        assert find_cues("they signed it", [{}]) == []

    @pytest.mark.parametrize(
        "code",
        [
            pytest.param((spec.name, column_.name, code), id=f"{spec.name}.{column_.name}={code}")
            for spec in TABLES.values()
            for column_ in spec.columns
            for code in column_.codes or ()
            if code.cues
        ],
    )
    def test_every_cue(self, code: tuple[str, str, Code]) -> None:
        """Each cue of the vocabulary, alone, shows its own code."""
        table, name, own = code
        for cue in own.cues:
            found = values("cue", f"<{cue}>", f"{table}.{name}")
            assert str(own) in found, cue


class TestVerbatim:
    """`verbatim`: the words, except for case, white space and typographic marks."""

    def _reread(self, passage: str, value: str, place: str, before: str = "") -> Outcome:
        return reread("verbatim", words(passage, before, "” he said."), value, context(place))

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("the <Defence  Minister>", "defence minister"),
            ("the <President’s envoy>", "President's envoy"),
            ("the <vice\nminister>", "vice minister"),
        ],
    )
    def test_equal(self, passage: str, value: str) -> None:
        """Words that differ from the value only in case, blanks and marks give it."""
        assert self._reread(passage, value, "signatories.title") == Outcome((value,))

    def test_different(self) -> None:
        """Other words give themselves, not the value."""
        outcome = self._reread("the <vice minister>", "minister", "signatories.title")
        assert outcome == Outcome(("vice minister",))

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("the minister of <Korea>", "North Korea"),
            ("the <deputy> of it", "deputy minister"),
        ],
    )
    def test_a_part_is_not_the_whole(self, passage: str, value: str) -> None:
        """If parts are not joined, a part of the value does not give it."""
        assert self._reread(passage, value, "signatories.title").values != (value,)

    def test_inside_quotation_marks(self) -> None:
        """A wording is between quotation marks in the document."""
        value = "we oppose it"
        place = "reactions.wording"
        assert self._reread("<we oppose it>", value, place, "He said: “") == Outcome((value,))
        outside = self._reread("<we oppose it>", value, place, "“No,” he said, ")
        assert "between quotation marks" in outside.problem
        half = self._reread("<we “oppose it>", "we “oppose it", place)
        assert "between quotation marks" in half.problem

    def test_a_piece_of_a_quotation_is_not_its_wording(self) -> None:
        """A piece can reverse the meaning; only a last comma or full stop may be left out."""
        document = "“Sharing does not mean we are joining it,” he said."
        ((start, end),) = occurrences(document, "we are joining it")
        place = Words(document, start, end, document, 0)
        outcome = reread("verbatim", place, "we are joining it", context("reactions.wording"))
        assert "only a part of the quotation" in outcome.problem

    def test_only_wording(self) -> None:
        """Other columns need no quotation marks."""
        outcome = self._reread("of <top rank>", "top rank", "agreements.scope", "It is ")
        assert outcome == Outcome(("top rank",))

    def test_without_corpus(self) -> None:
        """Without the document, quotation marks are not compared."""
        place = replace(words("<we oppose it>"), document=None)
        outcome = reread("verbatim", place, "we oppose it", context("reactions.wording"))
        assert outcome == Outcome(("we oppose it",))

    @pytest.mark.parametrize("part", ["We oppose it,", "and we always will."])
    def test_parts(self, part: str) -> None:
        """A broken quotation keeps its parts, each of which gives the whole value."""
        document = "“We oppose it,” he said, “and we always will.”"
        value = PARTS.join(["We oppose it,", "and we always will."])
        assert value == "We oppose it, … and we always will."
        ((start, end),) = occurrences(document, part)
        place = Words(document, start, end, document, 0)
        assert reread("verbatim", place, value, context("reactions.wording")) == Outcome((value,))

    def test_parts_only_in_wording(self) -> None:
        """In another column the mark that joins parts is text like any other."""
        outcome = self._reread("of <rank>", "rank … file", "agreements.scope")
        assert outcome == Outcome(("rank",))

    def test_not_across_the_break(self) -> None:
        """Words that run across the break of a quotation are not a part of it."""
        document = "“We oppose it,” he said, “and we always will.”"
        whole = Words(document, 1, len(document) - 1, document, 0)
        outcome = reread("verbatim", whole, whole.text, context("reactions.wording"))
        assert "between quotation marks" in outcome.problem


class TestJudged:
    """`judged`: a judgement gives whatever value it was given, but needs whole words."""

    def test_value(self) -> None:
        """Nothing is proved: the row's own value comes back."""
        outcome = reread("judged", words("<oppose it>"), "oppose", context("reactions.stance"))
        assert outcome == Outcome(("oppose",))
        assert RULES["judged"].firmness == "judged"

    def test_whole_words(self) -> None:
        """Even a judgement may not rest on a part of a name."""
        assert "a part of" in problem("judged", "North <Korea>", "reactions.stance", "oppose")


PROSE = st.lists(
    st.one_of(
        st.sampled_from(TOKENS.split(" ")),
        st.text(max_size=4),
    ),
    max_size=10,
).map(" ".join)
PLACES = st.sampled_from(
    [
        f"{spec.name}.{column_.name}"
        for spec in TABLES.values()
        for column_ in spec.columns
        if column_.grounding.needs_evidence
    ]
)
PUBLICATIONS = st.one_of(
    st.dates().map(date.isoformat), st.sampled_from(["", "0001", "0001-01-01", "9999-12-31", "x"])
)


class TestTotal:
    """A rule gives values or the reason why there are none, and never raises."""

    @pytest.mark.parametrize("rule", RULES)
    @examples(40)
    @given(data=st.data())
    def test_any_text(self, rule: str, data: st.DataObject) -> None:
        """Arbitrary words, columns, values and days of publication give an outcome."""
        passage = data.draw(PROSE)
        assume(passage)
        start = data.draw(st.integers(0, len(passage) - 1))
        end = data.draw(st.one_of(st.just(len(passage)), st.integers(start + 1, len(passage))))
        document = data.draw(st.sampled_from([passage, None]))
        place = data.draw(PLACES)
        value = data.draw(st.one_of(st.text(max_size=5), st.just("kor")))
        given_ = context(place, data.draw(PUBLICATIONS), "kor")
        outcome = reread(rule, Words(passage, start, end, document, 0), value, given_)
        assert bool(outcome.values) is not bool(outcome.problem)
        assert list(outcome.values) == sorted(set(outcome.values))

    @pytest.mark.parametrize("rule", DATE_RULES, ids=lambda rule: rule.name)
    @pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
    def test_ends_of_the_calendar(self, rule: object, published: str) -> None:
        """At the ends of the calendar a rule gives a date of the calendar or a reason."""
        name = getattr(rule, "name", "")
        for phrase in ("Tuesday", "next week", "last year", "in December", "in January"):
            for passage in (f"<{phrase}>", f"<by the end {phrase}>", f"<since {phrase}>"):
                outcome = reread(name, words(passage), "", context("dates.date", published))
                assert all(edtf.parse(value).text == value for value in outcome.values)

    def test_rules_are_documented(self) -> None:
        """Each rule has a description, a firmness and the groundings that it may serve."""
        assert {rule.firmness for rule in RULES.values()} == {"proved", "inferred", "judged"}
        for name, rule in RULES.items():
            assert rule.name == name
            assert re.search(r"\w+ \w+", rule.says)
            assert rule.groundings
