"""The rules for dates: which day, month, year or stretch an expression of time means.

Every passage is tried with every rule: one rule gives the value and all others name that rule, or
no rule gives any and all of them say why. Nothing else is a right answer (DESIGN section 4).
"""

import calendar
import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gsomia_data._floor import edtf
from gsomia_data._floor.text import at_boundaries
from gsomia_data.curation.rules import Outcome, Words, reread
from gsomia_data.curation.rules.clocks import HOURS
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.date_table import DATE_SHAPES
from gsomia_data.curation.rules.dates import DATE_RULES
from gsomia_data.curation.rules.lexicon import LEXICON, LISTS
from gsomia_data.curation.rules.shape import Shape
from kit.examples import examples
from kit.passages import WEDNESDAY, context, words

SMALL = examples(100)
DATE, COUNT = "dates.date", "quantities.as_of"
READ = [shape for shape in DATE_SHAPES if shape.rule]
REFUSED = [shape for shape in DATE_SHAPES if not shape.rule]
RELATIVE = [rule.name for rule in DATE_RULES if rule.relative]


def by_each_rule(
    place: Words, column: str = DATE, published: str = WEDNESDAY, zone: str = ""
) -> dict[str, Outcome]:
    """What each rule for dates makes of words, by its name."""
    around = context(column, published, zone=zone)
    return {rule.name: reread(rule.name, place, "", around) for rule in DATE_RULES}


def read(
    passage: str,
    column: str = DATE,
    published: str = WEDNESDAY,
    *,
    before: str = "",
    zone: str = "",
) -> tuple[str, str]:
    """The one rule that reads the marked words, and its value; the others name that rule."""
    outcomes = by_each_rule(words(passage, before), column, published, zone)
    given_ = [(name, *outcome.values) for name, outcome in outcomes.items() if outcome.values]
    assert len(given_) == 1, (passage, outcomes)
    ((rule, value),) = given_
    said = {outcome.problem for name, outcome in outcomes.items() if name != rule}
    assert said == {f"the rule {rule} reads them, as {value}"}
    return rule, value


def refusal(
    passage: str,
    column: str = DATE,
    published: str = WEDNESDAY,
    *,
    before: str = "",
    zone: str = "",
) -> str:
    """Why no rule reads the marked words; all say the same."""
    outcomes = by_each_rule(words(passage, before), column, published, zone)
    assert not any(outcome.values for outcome in outcomes.values()), (passage, outcomes)
    (why,) = {outcome.problem for outcome in outcomes.values()}
    return why


def value(passage: str, published: date) -> date:
    """The one day that the marked words of a document of that day mean."""
    return date.fromisoformat(read(passage, DATE, published.isoformat())[1])


class TestTheTableOfShapes:
    """What the documentation shows is what the rules do."""

    @pytest.mark.parametrize("shape", READ, ids=lambda shape: shape.expression)
    def test_a_shape_is_read_by_its_own_rule_and_by_no_other(self, shape: Shape) -> None:
        """The example gives the value that stands beside it."""
        assert read(shape.example, shape.column) == (shape.rule, shape.gives)
        assert edtf.parse_canonical(shape.gives).text == shape.gives

    @pytest.mark.parametrize("shape", REFUSED, ids=lambda shape: shape.expression)
    def test_a_refused_shape_is_refused_by_every_rule(self, shape: Shape) -> None:
        """The message says why."""
        assert shape.gives in refusal(shape.example, shape.column)

    def test_each_rule_has_a_shape(self) -> None:
        """And each shape a rule that exists."""
        assert {shape.rule for shape in READ} == {rule.name for rule in DATE_RULES}


class TestPrintedForms:
    """A date is read in the forms in which newspapers print it."""

    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("July 27, 1953", "1953-07-27"),
            ("27 July 1953", "1953-07-27"),
            ("the 4th of November 2016", "2016-11-04"),
            ("29th of June, 2012", "2012-06-29"),
            ("Nov. 4, 2016", "2016-11-04"),
            ("4 Nov 2016", "2016-11-04"),
            ("Sept. 4, 2016", "2016-09-04"),
            ("Nov. 4th, 2016", "2016-11-04"),
            ("FEBRUARY\u00a029, 2016", "2016-02-29"),
            ("Friday, Nov. 4, 2016", "2016-11-04"),
            ("Friday 4 November 2016", "2016-11-04"),
            ("2016-11-23", "2016-11-23"),
            ("2016-11-23T10:00", "2016-11-23"),
            ("2016년 11월 23일", "2016-11-23"),
            ("2016年11月23日", "2016-11-23"),
            ("Christmas Day 2015", "2015-12-25"),
            ("Christmas Eve, 2015", "2015-12-24"),
            ("New Year's Day 2015", "2015-01-01"),
            ("New Year's Eve 2015", "2015-12-31"),
        ],
    )
    def test_a_whole_date(self, printed: str, value: str) -> None:
        """It needs no day of publication."""
        assert read(f"It was signed on <{printed}>.", published="") == ("date", value)

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("It was signed in <February 2013>.", "2013-02"),
            ("It was signed in <late February 2013>.", "2013-02"),
            ("It was signed in <2012>.", "2012"),
            ("They dropped the <2012> accord.", "2012"),
            ("It began in <the 1990s>.", "[1990-01-01..1999-12-31]"),
        ],
    )
    def test_a_month_a_year_and_a_decade(self, passage: str, value: str) -> None:
        """As precise as they are printed, also inside quotation marks."""
        assert read(passage, published="") == ("date", value)
        assert read(f"“{passage[:-1]},” he said on Tuesday.") == ("date", value)

    @pytest.mark.parametrize(
        ("printed", "why"),
        [
            ("February 30, 2016", "2016-02 has no day 30"),
            ("31 November 2016", "2016-11 has no day 31"),
            ("Friday, Nov. 5, 2016", "the words do not agree"),
            ("February 30", "2016-02 has no day 30"),
            ("Friday, Nov. 5", "the words do not agree"),
            ("11/4/2016", "no certain order"),
            ("the 23rd", "the month is not printed"),
            ("22일", "leave out the month or the year"),
            ("the '90s", "the century is not printed"),
        ],
    )
    def test_no_day_of_the_calendar(self, printed: str, why: str) -> None:
        """What is no day, or may be two, is refused."""
        assert why in refusal(f"It was signed on <{printed}>.")

    @pytest.mark.parametrize(
        "passage",
        [
            "It <may> be signed.",
            "They <march> on.",
            "It was signed in <APRİL>.",
            "<Their> deal.",
            "They met <two days after the vote>.",
        ],
    )
    def test_no_date_at_all(self, passage: str) -> None:
        """Words that only look like a month, and words that do not."""
        assert refusal(passage) == "they name no date that a rule reads"

    @pytest.mark.parametrize(
        ("passage", "listed"),
        [
            ("It was signed <in 1945 or 1953>.", "'1945' and '1953'"),
            ("They met on <Monday and Tuesday>.", "'Monday' and 'Tuesday'"),
        ],
    )
    def test_two_dates_in_the_words(self, passage: str, listed: str) -> None:
        """They must be narrowed; the message lists both."""
        assert refusal(passage) == f"they name more than one date: {listed}"


class TestTense:
    """A weekday, a month or a day without a year is the last or the next one by its clause."""

    @pytest.mark.parametrize(
        ("passage", "rule", "value"),
        [
            ("They met on <Friday>.", "weekday-before", "2016-11-18"),
            ("They met on <Thursday>.", "weekday-before", "2016-11-17"),
            ("They had met <Tuesday>.", "weekday-before", "2016-11-22"),
            ("The deal was signed on <Wednesday>.", "same-day", "2016-11-23"),
            ("They will meet on <Friday>.", "weekday-after", "2016-11-25"),
            ("They will meet on <Tuesday>.", "weekday-after", "2016-11-29"),
            ("A vote is due on <Friday>.", "weekday-after", "2016-11-25"),
            ("A vote is planned for <Friday>.", "weekday-after", "2016-11-25"),
            ("A vote is expected on <Friday>.", "weekday-after", "2016-11-25"),
            ("It is to be signed on <Friday>.", "weekday-after", "2016-11-25"),
            ("They met on <Jan. 24>.", "date-before", "2016-01-24"),
            ("They met on <Nov. 23>.", "date-before", "2016-11-23"),
            ("They met on <22 November>.", "date-before", "2016-11-22"),
            ("They will meet on <Nov. 22>.", "date-after", "2017-11-22"),
            ("They met in <January>.", "month-before", "2016-01"),
            ("They will meet in <December>.", "month-after", "2016-12"),
            ("They will meet in <January>.", "month-after", "2017-01"),
            ("It holds, the ministry will say on <Friday>.", "weekday-after", "2016-11-25"),
            ("They are said to have met on <Friday>.", "weekday-before", "2016-11-18"),
            ("On <Friday>, they met in Seoul.", "weekday-before", "2016-11-18"),
            ("They met in Seoul, on <Friday>.", "weekday-before", "2016-11-18"),
            ("한국은 <11월 22일> 서명했다.", "date-before", "2016-11-22"),
            ("日本は<11月22日>に署名した。", "date-before", "2016-11-22"),
        ],
    )
    def test_the_last_or_the_next(self, passage: str, rule: str, value: str) -> None:
        """Past clauses look back, clauses of plans look ahead."""
        assert read(passage) == (rule, value)

    @pytest.mark.parametrize(
        "passage",
        [
            "The deal will hold, the ministry said on <Friday>.",
            "The deal will hold, the ministry said <Friday>.",
            "They will go, officials said <Friday>, and stay.",
        ],
    )
    def test_the_verb_of_saying_takes_the_day_beside_it(self, passage: str) -> None:
        """What is said is to come, but it was said in the past."""
        assert read(passage) == ("weekday-before", "2016-11-18")

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("They would meet on <Friday>.", "do not say for certain which Friday"),
            ("They could meet on <Nov. 4>.", "do not say for certain which year"),
            ("They were to meet in <January>.", "do not say for certain which year"),
            ("The talks planned for <Friday> were moved.", "do not say for certain which Friday"),
            ("The meeting on <Friday>.", "has no tense that says which Friday"),
            ("They meet on <Nov. 4>.", "has no tense that says which year"),
            ("They would meet on <Wednesday>.", "do not say for certain which Wednesday"),
            (
                "They left, the ministry would say on <Friday>.",
                "do not say for certain which Friday",
            ),
            ("They announced a deal on <Friday>.", "do not say for certain which Friday"),
            ("They left, the ministry says on <Friday>.", "do not say for certain which Friday"),
            ("한국은 <11월 22일> 서명할 예정이다.", "do not say for certain which year"),
            ("한국은 <11월 22일> 서명.", "has no tense that says which year"),
        ],
    )
    def test_no_certain_tense(self, passage: str, why: str) -> None:
        """Neither the last nor the next one is taken."""
        assert why in refusal(passage)

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("They will meet on <Wednesday>.", "today, or a week later"),
            ("They will meet on <Nov. 23>.", "today, or a year later"),
            ("They met in <November>.", "it is the month of publication"),
        ],
    )
    def test_the_day_or_month_of_publication_itself(self, passage: str, why: str) -> None:
        """In the future it may be the next one."""
        assert why in refusal(passage)


class TestEachOfSeveral:
    """Each date of a list is certain where each has its own words; a choice is refused."""

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("They met in <2012>, 2014 and 2016.", "2012"),
            ("They met in 2012, <2014> and 2016.", "2014"),
            ("They met in 2012, 2014 and <2016>, in Seoul.", "2016"),
            ("They met in 2012, <2014>, 2015 and twice in 2016.", "2014"),
            ("They met in 2012, 2014, 2015 and twice in <2016>.", "2016"),
            ("They met on <Friday> and on Monday.", "2016-11-18"),
            ("They met on Friday and on <Monday>.", "2016-11-21"),
            ("They met in Seoul on Friday and on <Monday> went home.", "2016-11-21"),
            ("They met in Seoul on Friday and on <Monday> will go home.", "2016-11-28"),
        ],
    )
    def test_each_is_read(self, passage: str, value: str) -> None:
        """By itself, and by the verb that it belongs to."""
        assert read(passage)[1] == value

    def test_a_second_verb_without_a_tense_leaves_its_day_open(self) -> None:
        """A form of the present, or one that no list knows."""
        assert "for certain" in refusal("They met in Seoul and on <Monday> go home.")


class TestWhatMayTouchADate:
    """Words beside a date that are no part of it."""

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("They met this <Friday, Nov. 18>, in Seoul.", "2016-11-18"),
            ("They will meet this <Friday, Nov. 25>, in Seoul.", "2016-11-25"),
            ("They will meet next <Tuesday, Nov. 29>.", "2016-11-29"),
            ("They met last <Friday, Nov. 18>.", "2016-11-18"),
            ("In this <Nov. 4, 2016>, file photo, Park smiles.", "2016-11-04"),
            ("In this <Friday, Nov. 4, 2016> photo, Park smiles.", "2016-11-04"),
            ("They decided <last month> not to renew it.", "2016-10"),
            ("They met at <the beginning of this month>.", "2016-11"),
            ("It was seen at <2016-11-04T07:11> near Busan.", "2016-11-04"),
            ("It was planned for <the end of November 2016>.", "2016-11"),
            ("They won 3-0 <last Friday>.", "2016-11-18"),
            ("It grew stronger than the one <a year ago>.", "2015"),
            ("Ratings fell to 4% from 5% <last week> and 57% in 2014.", "[2016-11-14..2016-11-20]"),
            ("They met on Nov. 22 and parted only <a day later>.", "2016-11-23"),
            ("They met on Nov. 22 and signed it <later that day>.", "2016-11-22"),
            ("They met, officials said <yesterday>, to sign it today.", "2016-11-22"),
            ("It was drafted in 1965 and ratified <that May>.", "1965-05"),
            ("They will meet <two weeks from Friday>.", "2016-12-09"),
            ("They will debate it on <Friday week>.", "2016-12-02"),
            ("Fans cancelled trips to Japan in <August> alone.", "2016-08"),
            ("The bank, which cut rates on Monday, next meets on <Friday>.", "2016-11-25"),
            ("The army, which left in May, killed 12 men on <Friday>.", "2016-11-18"),
        ],
    )
    def test_they_leave_it_as_it_is(self, passage: str, value: str) -> None:
        """What points at it, counts in it, or begins the next phrase."""
        assert read(passage)[1] == value

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("They met last <Friday, Nov. 19>.", "the words do not agree"),
            ("It was moved at <November 2016>.", '"at" before them'),
            ("It was made for <2017>.", '"for" before them'),
            ("Friends <yesterday>, enemies today.", "figure of speech"),
            ("They parted <later that day>.", "no date that a rule reads"),
            ("It was signed on Dec. 22, 1965, and ratified <that December>.", "of the next one"),
            ("In 2015 they knew that <December> would be hard.", '"December" without'),
            ("The final was <a week from Thursday>.", "a day that may not be the next one"),
            ("They will meet <a week from Wednesday>.", "a day that may not be the next one"),
            ("The <Friday week> will be hot.", '"The" before them'),
            ("The ship must have sunk <by Friday>.", "for certain which Friday"),
            ("Officials said on Nov. 2 they must go <by Nov. 10>.", "for certain which year"),
            ("Troops must leave <by Monday>, he said last week.", "for certain which Monday"),
            ("Koreans cancelled trips planned in <August> alone.", "for certain which year"),
            ("The firm, which left in May, offered 12 trips on <Friday>.", "which Friday"),
            ("They met on Monday or Friday and parted <later that day>.", "no date that a rule"),
        ],
    )
    def test_what_is_not_plain_is_refused(self, passage: str, why: str) -> None:
        """Also where a word nearby would be harmless."""
        assert why in refusal(passage)

    def test_a_stretch_may_end_with_the_end_of_a_month(self) -> None:
        """So with between for the period of a count; for an event it is some day or all of it."""
        ends = "2016-05/2016-10"
        for words_ in ("from May to", "between May and", "between early May and"):
            passage = f"It tested 12 missiles <{words_} the end of October>."
            assert read(passage, COUNT)[1] == ends
        assert "some day in it" in refusal("They met <between May and the end of October>.")


class TestNeighbours:
    """Words beside a date that move it are a part of the expression, or refuse it."""

    @pytest.mark.parametrize(
        ("passage", "rule", "value"),
        [
            ("They met on <Monday last week>.", "from-publication", "2016-11-14"),
            ("They will meet on <Monday next week>.", "from-publication", "2016-11-28"),
            ("They met on <the Friday before last>.", "from-publication", "2016-11-11"),
            ("They met <a week ago Friday>.", "from-publication", "2016-11-11"),
            ("They met in <June last year>.", "from-publication", "2015-06"),
            ("They met <the week before last>.", "from-publication", "[2016-11-07..2016-11-13]"),
            ("They met <this week>.", "from-publication", "[2016-11-21..2016-11-27]"),
            ("They will meet <next week>.", "from-publication", "[2016-11-28..2016-12-04]"),
            ("They met <last month>.", "from-publication", "2016-10"),
            ("They met <last year>.", "from-publication", "2015"),
            ("They met <yesterday>.", "from-publication", "2016-11-22"),
            ("They will meet <tomorrow>.", "from-publication", "2016-11-24"),
            ("They met <a month ago>.", "from-publication", "2016-10"),
            ("It will be signed <in three months>.", "from-publication", "2017-02"),
            ("It takes effect <immediately>.", "same-day", "2016-11-23"),
            ("They met <this Monday>.", "weekday-before", "2016-11-21"),
            ("They will meet <this Friday>.", "weekday-after", "2016-11-25"),
            ("They will meet <this coming Friday>.", "weekday-after", "2016-11-25"),
            ("They will meet <next Monday>.", "weekday-after", "2016-11-28"),
            ("They met <this Wednesday>.", "same-day", "2016-11-23"),
            ("They met <later Wednesday>.", "same-day", "2016-11-23"),
            ("They will leave <today>.", "same-day", "2016-11-23"),
            ("They met early on <Friday>.", "weekday-before", "2016-11-18"),
            ("They met on <4 November last year>.", "from-publication", "2015-11-04"),
            ("<January>'s talks were long.", "month-before", "2016-01"),
            ("Park met Abe <Nov. 22>.", "date-before", "2016-11-22"),
            ("They met on the <4 November>, in Seoul.", "date-before", "2016-11-04"),
            ("They met in <this January>.", "from-publication", "2016-01"),
            ("They met <two decades ago>.", "from-publication", "1996"),
            ("They met <two fortnights ago>.", "from-publication", "[2016-10-24..2016-10-30]"),
            ("They will meet <later this week>.", "from-publication", "[2016-11-23..2016-11-27]"),
            ("They will meet <late next month>.", "from-publication", "2016-12"),
            (
                "They met in <the first half of last year>.",
                "within-publication",
                "[2015-01-01..2015-06-30]",
            ),
            ("They met in <the first quarter of 2016>.", "within", "[2016-01-01..2016-03-31]"),
            ("They met in <the second quarter of 2016>.", "within", "[2016-04-01..2016-06-30]"),
            ("They met in <the third quarter of 2016>.", "within", "[2016-07-01..2016-09-30]"),
            ("They met in <the fourth quarter of 2015>.", "within", "[2015-10-01..2015-12-31]"),
            ("They met in <the second half of 2015>.", "within", "[2015-07-01..2015-12-31]"),
            ("They will meet <the day after tomorrow>.", "from-publication", "2016-11-25"),
            ("They met <the day before yesterday>.", "from-publication", "2016-11-21"),
            ("They met <the year before last>.", "from-publication", "2014"),
            ("They will meet in <the month after next>.", "from-publication", "2017-01"),
            (
                "They will meet <the week after next>.",
                "from-publication",
                "[2016-12-05..2016-12-11]",
            ),
            ("They met <a year ago>.", "from-publication", "2015"),
            (
                "They will meet <two weeks from now>.",
                "from-publication",
                "[2016-12-05..2016-12-11]",
            ),
            ("The memo is of <the day after Nov. 12, 2016>.", "date", "2016-11-13"),
            ("They met <thirty years ago>.", "from-publication", "1986"),
            ("They met <forty years ago>.", "from-publication", "1976"),
            ("They met <fifty years ago>.", "from-publication", "1966"),
            ("They met <sixty years ago>.", "from-publication", "1956"),
            ("They met <seventy years ago>.", "from-publication", "1946"),
            ("한국은 <지난해 11월 22일> 서명했다.", "from-publication", "2015-11-22"),
            ("한국은 <작년 11월 22일> 서명했다.", "from-publication", "2015-11-22"),
            ("한국은 <올해 11월 22일> 서명했다.", "from-publication", "2016-11-22"),
            ("日本は<昨年11月22日>に署名した。", "from-publication", "2015-11-22"),
            ("日本は<今年11月22日>に署名した。", "from-publication", "2016-11-22"),
            ("日本は<来年11月22日>に署名する。", "from-publication", "2017-11-22"),
            ("They met <last December>.", "month-before", "2015-12"),
            ("They will meet <next January>.", "month-after", "2017-01"),
            ("The memo is of <two days before Nov. 12, 2016>.", "date", "2016-11-10"),
            ("The memo is of <two years before 2016>.", "date", "2014"),
        ],
    )
    def test_the_whole_expression_is_read(self, passage: str, rule: str, value: str) -> None:
        """It gives the day that it means with all its words."""
        assert read(passage) == (rule, value)

    def test_the_day_of_a_date_may_be_cited_alone(self) -> None:
        """The weekday before it need not be among the words."""
        assert read("They met Friday, <Nov. 4>.") == ("date-before", "2016-11-04")

    @pytest.mark.parametrize(
        ("passage", "whole"),
        [
            ("They met on <Monday> last week.", "Monday last week"),
            ("They met on the <Friday> before last.", "the Friday before last"),
            ("They met in <June> last year.", "June last year"),
            ("They met last <December>.", "last December"),
            ("They will meet next <January>.", "next January"),
            ("They met last <Friday>.", "last Friday"),
            ("They met earlier <this month>.", "earlier this month"),
            ("They met on <Friday>, Nov. 4.", "Friday, Nov. 4"),
            ("They met on Nov. 4, <2016>.", "Nov. 4, 2016"),
            ("They met on <Nov. 4>, 2016.", "Nov. 4, 2016"),
            ("They met on <November> 4th.", "November 4th"),
            ("It was set up before <2015>.", "before 2015"),
            ("It will be signed by the end of <November>.", "by the end of November"),
            ("It will be signed by the end of <this year>.", "by the end of this year"),
            ("It will be signed by the <end of this year>.", "by the end of this year"),
            ("Japan ruled it from 1910 to <1945>.", "1910 to 1945"),
            ("Japan ruled it <from 1910 until> 1945.", "1910 until 1945"),
            ("The forum was held on Nov. 19 to <21>.", "Nov. 19 to 21"),
            ("It was moved from <Friday> to Monday.", "Friday to Monday"),
            ("It was signed the day before <Nov. 12, 2016>.", "the day before Nov. 12, 2016"),
            ("The attempt failed four <years ago>.", "four years ago"),
        ],
    )
    def test_words_cut_out_of_a_longer_expression_prove_nothing(
        self, passage: str, whole: str
    ) -> None:
        """The message prints all of it."""
        assert refusal(passage) == f"they are a part of {whole!r}; quote all of it"

    @pytest.mark.parametrize(
        ("passage", "way"),
        [
            ("They met every <Friday>.", '"every" before them'),
            ("It was dug around <January 2015>.", '"around" before them'),
            ("It was dug in about <January 2015>.", '"about" before them'),
            ("It was dug <around January 2015>.", '"around" before them'),
            ("It was postponed to <Friday>.", '"to" before them'),
            ("It was signed in <2014> or 2015.", '"or" after them'),
            ("It was signed on Nov. 4 or <Nov. 5>.", '"or" before them'),
            ("They met on <Nov. 4>, or later.", '"or" after them'),
            ("It was moved <from Friday to Monday>.", '"moved" before them'),
            ("Its <2012>, too, was lost.", '"Its" before them'),
            ("Division 12 <Friday> left.", '"12" before them'),
            ("They met on <Friday> 4.", '"4" after them'),
            ("On <Friday>-only trains they slept.", 'they are joined to "-"'),
            ("協定は<2016年11月>頃に署名された。", "'頃に' after them may change the date"),
            ("They met on <Monday> and Tuesday.", '"and" after them'),
            ("They met on the eve of <Monday> and on Tuesday.", '"eve" before them'),
            ("They met on <Monday> and Tuesday, and on Friday.", '"and" after them'),
            ("They will meet on <Friday> or on Monday.", '"or" after them'),
            (
                "The <Nov. 4> Incident was over.",
                '"Incident" after them may make them the name of an event',
            ),
            ("He told the <Sunday> Times.", '"Times" after them makes them a name'),
            ("They met on <June 29> of 1987.", '"of" after them'),
            ("They met on <Friday> of that week.", '"of" after them'),
            ("They met on <Friday> that week.", '"that" after them'),
            ("They met on <Friday> at the latest.", '"at" after them'),
            ("They met on <Nov. 22> in the year of the crash.", '"in" after them'),
            ("They met on <Friday> after last week.", '"after" after them'),
            ("The vote was delayed on <Friday>.", '"delayed" before them'),
            ("They met only on <Friday>.", '"only" before them'),
            ("They met ~ <Nov. 22>.", '"~" before them'),
            ("They met in 2015, <2016> or 2017.", '"," before them'),
            ("They met in <2015>, 2016 or 2017.", '"2016" after them'),
            ("They never met in 2014, <2015> and 2016.", '"never" before them'),
            ("They met except in 2014, <2015> and 2016.", '"except" before them'),
            ("They got in 2014, <2015> and 2016 dollars.", '"," before them'),
            ("In 2015, <2016> soldiers died.", '"," before them'),
            ("They met last month, not <this month>.", '"not" before them'),
            ("They met <this week> not last week.", '"not" after them'),
            ("They will meet this <Nov. 25>.", '"this" before them'),
            ("In Asia, <2016> was a bad year.", "a number without a preposition"),
            ("He was <yesterday>'s man.", '"yesterday" may be a figure of speech'),
            ("<May>'s talks were long.", '"May" without a preposition'),
            ("Seoul, <Nov. 22> (Yonhap) They met.", "the date of a dateline"),
            ("The <May 18> Movement was crushed.", '"Movement" after them makes them a name'),
            ("They fell on Black <Friday>.", '"black" before them makes them a name'),
            ("It was not signed <until Friday>.", '"not" before "until" turns it round'),
            ("Nobody had signed it <before Nov. 4>.", '"Nobody" before "before" turns it round'),
            ("It was signed <shortly before Nov. 4, 2016>.", '"shortly" has no certain limit'),
        ],
    )
    def test_a_word_in_the_way_is_named(self, passage: str, way: str) -> None:
        """What no shape takes up refuses, and the message shows it."""
        assert way in refusal(passage)

    def test_a_clause_too_long_to_search_for_a_negation(self) -> None:
        """It may hold one that turns the limit round."""
        assert read(f"It was {'very ' * 50}sad <before 2015>.") == ("within", "[..2014-12-31]")
        assert "is too long" in refusal(f"It was {'very ' * 70}sad <before 2015>.")

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("They met <last Monday>.", '"last" may mean this week or the week before'),
            ("They will meet <next Friday>.", '"next" may mean this week or the week after'),
            ("They met <last January>.", '"last" may mean this year or the year before'),
            ("They met <this Sunday>.", '"this" may mean this week or another'),
            ("They would meet <this Friday>.", "do not say for certain which Friday"),
            ("They met <later Friday>.", '"later" belongs to a day that is not'),
            ("They met <a week ago Monday>.", "that of this week or of last week"),
            ("They will meet <next December>.", '"next" may mean this year or the year after'),
            ("They met on <Nov. 4 and 5>.", "they name two days"),
            ("They met in <2011-12>.", "a year and its month, or two years"),
            ("They met in <the 2000s>.", "a decade or a century"),
            ("They met in <the first half of November>.", "only a year has halves"),
            ("They met <two hours ago>.", "a date is not counted in the unit 'hour'"),
            ("They left <in two days>.", "they may say how long it took"),
            ("They left <next week>.", "not plainly about what is to come"),
            ("They met on <Sunday last week>.", "a week may begin on its Sunday"),
            ("They met <in recent weeks>.", "a stretch without a first day"),
            ("They met <several days ago>.", "they do not say how many"),
            ("It was signed in <spring 2016>.", "a season has no certain days"),
            ("The division has <2016> soldiers.", "may be something else than a year"),
            ("SEOUL, <Nov. 22> (Yonhap) -- They met.", "the date of a dateline"),
            ("They left <yesterday>, not tomorrow.", "may be a figure of speech"),
        ],
    )
    def test_what_has_two_meanings_or_none_is_refused(self, passage: str, why: str) -> None:
        """A careful reader could not say which day it is."""
        assert why in refusal(passage)

    def test_the_wrong_rule_names_the_right_one(self) -> None:
        """A curator who chose another rule is told which reads the words, and as what."""
        found = reread("weekday-after", words("They met on <Friday>."), "", context(DATE))
        assert found.problem == "the rule weekday-before reads them, as 2016-11-18"


class TestAnotherTime:
    """A day without its year is not read where the text speaks of another year."""

    OF_THEN = "the sentence speaks of another time"

    @pytest.mark.parametrize(
        "passage",
        [
            "Last year they met in Tokyo, and on <Nov. 4> they signed it.",
            "Last month they quarrelled, but they met on <Friday>.",
            "They met in 2015 and again on <Friday>.",
        ],
    )
    def test_in_its_own_sentence(self, passage: str) -> None:
        """For a weekday a month is another time as well."""
        assert self.OF_THEN in refusal(passage)

    @pytest.mark.parametrize("before", ["In 2012 they quarrelled. ", "2015 was a bad year. "])
    def test_in_the_sentence_before(self, before: str) -> None:
        """A weekday is near enough to be of the week of publication."""
        assert self.OF_THEN in refusal("They met on <Nov. 4>.", before=before)
        assert read("They met on <Friday>.", before=before) == ("weekday-before", "2016-11-18")

    @pytest.mark.parametrize("when", ["This year", "Last month", "After 2012"])
    def test_a_time_in_which_the_day_may_lie(self, when: str) -> None:
        """It is the year of publication, or has no end before it."""
        passage = f"{when} they met in Tokyo, and on <Nov. 4> they signed it."
        assert read(passage) == ("date-before", "2016-11-04")


class TestLimitsAndStretches:
    """Before, after, by, since, until, and from one date to another."""

    @pytest.mark.parametrize(
        ("passage", "rule", "value"),
        [
            ("It was set up <before 2015>.", "within", "[..2014-12-31]"),
            ("It was set up <before March 1, 2016>.", "within", "[..2016-02-29]"),
            ("It was set up <after December 2015>.", "within", "[2016-01-01..]"),
            ("It was done <by the end of 2015>.", "within", "[..2015-12-31]"),
            ("It had been done <by Nov. 4>.", "within-publication", "[..2016-11-04]"),
            ("It will be done <by Friday>.", "within-publication", "[2016-11-23..2016-11-25]"),
            (
                "It will be done <by the end of November>.",
                "within-publication",
                "[2016-11-23..2016-11-30]",
            ),
            (
                "It will be done <by the end of February>.",
                "within-publication",
                "[2016-11-23..2017-02-28]",
            ),
            (
                "It will be done <by the end of this year>.",
                "within-publication",
                "[2016-11-23..2016-12-31]",
            ),
            ("They had kept it <until Nov. 4>.", "interval-from-publication", "../2016-11-04"),
            ("Japan ruled it <from 1910 to 1945>.", "interval", "1910/1945"),
            ("Japan ruled it <1910-1945>.", "interval", "1910/1945"),
            ("Japan ruled it <2011-13>.", "interval", "2011/2013"),
            ("It was the <2015-16> season.", "interval", "2015/2016"),
            ("It lasted <from Nov. 30 to Dec. 2, 2015>.", "interval", "2015-11-30/2015-12-02"),
            ("It lasted <from Dec. 30 to Jan. 2, 2016>.", "interval", "2015-12-30/2016-01-02"),
            ("It lasted <from November to December 2015>.", "interval", "2015-11/2015-12"),
            (
                "Japan ruled it <from 1910 until the end of World War Two in 1945>.",
                "interval",
                "1910/1945",
            ),
            ("It was held <Nov. 19-21>.", "interval-from-publication", "2016-11-19/2016-11-21"),
            (
                "It was held <Monday through Friday last week>.",
                "interval-from-publication",
                "2016-11-14/2016-11-18",
            ),
        ],
    )
    def test_of_an_event(self, passage: str, rule: str, value: str) -> None:
        """Some day on one side of the limit, or all the time of the stretch."""
        assert read(passage) == (rule, value)

    @pytest.mark.parametrize(
        ("passage", "rule", "value"),
        [
            ("Two were tested <since January>.", "to-publication", "2016-01/2016-11-23"),
            (
                "Two were tested <since it tested a device in January>.",
                "to-publication",
                "2016-01/2016-11-23",
            ),
            ("Two were tested <this year>.", "to-publication", "2016-01-01/2016-11-23"),
            ("Two will be tested <this year>.", "from-publication", "2016"),
            ("Two were tested <as of Nov. 4>.", "date-before", "2016-11-04"),
            ("Two were tested <between 1910 and 1945>.", "interval", "1910/1945"),
            ("<Between 1910 and 1945>, two were tested.", "interval", "1910/1945"),
            ("<So far>, two have been tested.", "same-day", "2016-11-23"),
        ],
    )
    def test_of_a_count(self, passage: str, rule: str, value: str) -> None:
        """The period that the count covers."""
        assert read(passage, COUNT) == (rule, value)

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("It was signed <since 2010>.", '"since" says how long something has lasted'),
            ("It was signed <as of Nov. 4>.", '"as of" dates a count, not an event'),
            ("It was signed <between 1910 and 1945>.", "a stretch, or some day in it"),
            ("It was signed <from 1910>.", '"from" has no second date'),
            ("It was signed <between 1910>.", '"between" has one date'),
            ("It was signed <before Friday>'s vote.", '"before" names an event of that date'),
            ("It was signed <after the 2012> election.", '"after" names an event of that date'),
            ("Japan ruled it <from 1945 to 1910>.", "the first date in them is after the last"),
            ("All were destroyed <by 2016>.", "the clause is past, and they hold the day"),
            ("They signed it <by Wednesday>.", "the clause is past, and they hold the day"),
            ("It was signed <before last week>.", '"before" before a stretch is not read'),
            ("It was signed <before Nov. 4 to 6>.", '"before" before two dates is not read'),
            ("It was signed <before the 1990s>.", '"before" before a stretch is not read'),
            ("It was signed <by the first half of 2016>.", "a part of a year is not read"),
            ("It was dug <two days before the 1990s>.", "they count from what no rule reads"),
            ("It was dug <two days before 2016>.", "which is not as precise"),
        ],
    )
    def test_a_limit_that_says_nothing_of_the_day(self, passage: str, why: str) -> None:
        """It is refused, with the word that does it."""
        assert why in refusal(passage)


class TestReportedSentences:
    """Sentences that gave a wrong day, of documents of other days."""

    @pytest.mark.parametrize(
        ("published", "passage", "rule", "value"),
        [
            (
                "2016-12-07",
                "A rally in Seoul was held on <Friday, Nov. 4>.",
                "date-before",
                "2016-11-04",
            ),
            ("2016-12-07", "A rally in Tokyo was held <before 2015>.", "within", "[..2014-12-31]"),
            ("2019-11-22", "They met on <Monday last week>.", "from-publication", "2019-11-11"),
            ("2019-11-22", "They met <last Friday>.", "weekday-before", "2019-11-15"),
            (
                "2019-11-22",
                "The memo is of <the day before November 12, 2018>.",
                "date",
                "2018-11-11",
            ),
            (
                "2014-12-26",
                "It will be signed <next week>.",
                "from-publication",
                "[2014-12-29..2015-01-04]",
            ),
        ],
    )
    def test_the_day_that_is_meant(
        self, published: str, passage: str, rule: str, value: str
    ) -> None:
        """And by which rule."""
        assert read(passage, published=published) == (rule, value)


class TestTheDocument:
    """`named-day` counts from the date that the document names last before the words."""

    @pytest.mark.parametrize(
        ("before", "value"),
        [
            ("They met on July 27, 1953. ", "1953-07-27"),
            ("They met on Friday. ", "2016-11-18"),
            ("They met on Wednesday. ", "2016-11-23"),
            ("They met on Monday. They left on Friday. ", "2016-11-18"),
            ("They met on July 27, 1953. They left. ", "1953-07-27"),
            ("They met on Monday and parted on November 4. ", "2016-11-04"),
            ("They met on Nov. 4. It is signed now, and so far so good. ", "2016-11-04"),
        ],
    )
    def test_the_date_of_an_earlier_sentence(self, before: str, value: str) -> None:
        """The last one counts, and none that comes after the words."""
        passage = "It was signed <the same day>, not on Tuesday."
        assert read(passage, before=before) == ("named-day", value)

    def test_the_date_of_the_same_sentence_comes_first(self) -> None:
        """It is nearer than those of the sentences before."""
        passage = "It was approved on Nov. 8 and signed <two days later>."
        assert read(passage, before="They met on Nov. 4. ") == ("named-day", "2016-11-10")

    @pytest.mark.parametrize(
        "before",
        ["", "They met. ", "They met on November 31, 2016. ", "They would meet on Friday. "],
    )
    def test_no_date_before(self, before: str) -> None:
        """Where none is named, or the last one is refused, there is none to count from."""
        why = refusal("It was signed <the same day>.", before=before)
        assert why == "no date that a rule reads is named before them"

    def test_after_without_a_date_counts_from_it_too(self) -> None:
        """As "later" does."""
        assert read("They left <two days after>.", before="They met on Nov. 4. ") == (
            "named-day",
            "2016-11-06",
        )

    def test_a_year_is_too_coarse_for_days(self) -> None:
        """Years are counted from it, days are not."""
        before = "They met in 2012. "
        assert read("They left <two years later>.", before=before) == ("named-day", "2014")
        why = refusal("They left <two days later>.", before=before)
        assert why == "they count days from 2012, which is not as precise"

    def test_without_the_corpus(self) -> None:
        """Only the quote is there: a day that it does not name is not compared."""
        quote = replace(words("It was signed <the same day>."), document=None)
        outcomes = by_each_rule(quote)
        assert outcomes.pop("named-day") == Outcome(("",))
        assert {one.problem for one in outcomes.values()} == {
            "no date that a rule reads is named before them"
        }
        quote = replace(words("They met on Nov. 4 and left <the next day>."), document=None)
        assert by_each_rule(quote)["named-day"] == Outcome(("2016-11-05",))

    def test_a_date_that_is_counted_from_another(self) -> None:
        """Each is one step from the one before, in a sentence of its own."""
        before = "They met on Nov. 4. They parted two days later. "
        passage = "They met again <the following day>."
        assert read(passage, before=before) == ("named-day", "2016-11-07")

    def test_the_longest_chain_that_a_reader_follows(self) -> None:
        """Ten links."""
        chain = 9 * "They left the following day. "
        passage = "They left <the following day>."
        assert read(passage, before=f"They met on Nov. 4. {chain}") == ("named-day", "2016-11-14")
        chain = 8 * "They left the following day. "
        passage = "They left the following day and parted <the next day>."
        assert read(passage, before=f"They met on Nov. 4. {chain}") == ("named-day", "2016-11-14")

    @pytest.mark.parametrize("born", ["Born", "A man born"])
    def test_a_birthday_is_no_day_to_count_from(self, born: str) -> None:
        """What follows is told of another time."""
        why = refusal(f"{born} on July 5, 1960, left <the next day>.")
        assert why == "no date that a rule reads is named before them"

    @pytest.mark.parametrize("times", [10, 1000])
    def test_a_longer_chain_than_a_reader_follows_is_refused(self, times: int) -> None:
        """However long it is, it is no error."""
        chain = times * "They left the following day. "
        why = refusal(f"They met on Nov. 4. {chain}They left <the following day>.")
        assert why == "no date that a rule reads is named before them"


class TestTheDayOfPublication:
    """A rule whose words do not hold the year needs the day of publication."""

    @pytest.mark.parametrize("rule", [name for name in RELATIVE if name != "named-day"])
    @pytest.mark.parametrize("published", ["", "2016-11", "2016", "[..2016-11-23]", "Wednesday"])
    def test_no_day_of_publication(self, rule: str, published: str) -> None:
        """A month, a year or some day up to a limit is none."""
        shape = next(shape for shape in READ if shape.rule == rule)
        assert "needs the day of publication" in refusal(shape.example, shape.column, published)

    @pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
    @pytest.mark.parametrize("shape", READ, ids=lambda shape: shape.expression)
    def test_the_ends_of_the_calendar(self, shape: Shape, published: str) -> None:
        """A rule gives a date of the calendar or a reason."""
        for outcome in by_each_rule(words(shape.example), shape.column, published).values():
            assert bool(outcome.values) is not bool(outcome.problem)
            assert all(edtf.parse_canonical(found) for found in outcome.values)


class TestOneSpelling:
    """What the rules give is as the tables spell it, whatever the day of publication."""

    @examples(100)
    @example(next(one for one in READ if one.expression.startswith("earlier")), date(2016, 11, 1))
    @given(st.sampled_from(READ), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    def test_of_each_shape(self, shape: Shape, published: date) -> None:
        """A week that has just begun is one day, a month that has just ended is a month."""
        found = by_each_rule(words(shape.example), shape.column, published.isoformat())
        for value in (value for outcome in found.values() for value in outcome.values):
            assert edtf.parse_canonical(value).text == value


class TestClocks:
    """A weekday that is another day by the publisher's clock than in Korea and Japan is refused."""

    OTHER = "the weekday is another day where it happened than for the publisher"

    @pytest.mark.parametrize("zone", ["ET", "PST", "GMT", "CEST"])
    def test_a_publisher_behind(self, zone: str) -> None:
        """There it may already have been the day after that of publication."""
        assert refusal("They met on <Thursday>.", zone=zone) == self.OTHER
        assert refusal("They met <last Thursday>.", zone=zone) == self.OTHER
        assert read("They met on <Wednesday>.", zone=zone) == ("same-day", "2016-11-23")
        assert read("They met on <Tuesday>.", zone=zone) == ("weekday-before", "2016-11-22")

    @pytest.mark.parametrize("zone", ["AEST", "AEDT"])
    def test_a_publisher_ahead(self, zone: str) -> None:
        """There it may still have been the day before."""
        assert refusal("They met on <Wednesday>.", zone=zone) == self.OTHER
        assert read("They met on <Thursday>.", zone=zone) == ("weekday-before", "2016-11-17")

    @pytest.mark.parametrize("zone", ["", "KST", "JST"])
    def test_a_publisher_on_the_clock_of_the_place(self, zone: str) -> None:
        """So is a publisher that prints no clock."""
        assert read("They met on <Wednesday>.", zone=zone) == ("same-day", "2016-11-23")
        assert read("They met on <Thursday>.", zone=zone) == ("weekday-before", "2016-11-17")

    def test_an_unknown_clock_may_be_ahead_or_behind(self) -> None:
        """Both weekdays are refused."""
        assert "XYZ" not in HOURS
        assert refusal("They met on <Wednesday>.", zone="XYZ") == self.OTHER
        assert refusal("They met on <Thursday>.", zone="XYZ") == self.OTHER
        assert read("They met on <Friday>.", zone="XYZ") == ("weekday-before", "2016-11-18")

    def test_a_date_beside_the_weekday_decides(self) -> None:
        """Then the weekday only has to agree."""
        assert read("They met on <Thursday, Nov. 17>.", zone="ET") == ("date-before", "2016-11-17")


class TestQuotedSpeech:
    """What a speaker counts from the day of the speech is not counted from publication."""

    @pytest.mark.parametrize(
        "quoted",
        ["We will sign it <tomorrow>", "We will sign it <next week>", "We met <last year>"],
    )
    def test_days_that_are_counted_from_the_speech(self, quoted: str) -> None:
        """Nobody has said when the speech was."""
        why = "they are inside quotation marks: the day of the speech is not known"
        assert refusal(f"“{quoted},” he said.") == why
        assert refusal(f'"{quoted}," he said.') == why

    def test_a_part_of_the_month_of_the_speech(self) -> None:
        """Nor what a speaker says of it."""
        assert "inside quotation marks" in refusal("“We met <earlier this month>,” he said.")
        assert "inside quotation marks" in refusal("“It is signed <so far>,” he said.")

    def test_a_day_that_opens_the_quotation(self) -> None:
        """It is the speaker's too."""
        assert "inside quotation marks" in refusal("“<Tomorrow> we will sign it,” he said.")

    def test_outside_the_quotation_marks(self) -> None:
        """The reporter's own words are read as ever."""
        passage = "“We will sign it,” he said <last week>."
        assert read(passage) == ("from-publication", "[2016-11-14..2016-11-20]")

    def test_a_weekday_is_read_as_the_reporters_own(self) -> None:
        """Unless another day is named beside the quotation."""
        assert read("“We met on <Friday>,” he said.") == ("weekday-before", "2016-11-18")
        why = refusal("“We met on <Friday>,” he said on Tuesday.")
        assert "inside quotation marks" in why
        found = read("“We met on <Friday>,” he said on Wednesday.")
        assert found == ("weekday-before", "2016-11-18")


WEEKDAYS = st.sampled_from(list(calendar.day_name))
PUBLISHED = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MONTHS = {at: [name] for at, name in enumerate(calendar.month_name) if name}
for at_, short in enumerate(calendar.month_abbr):
    if short not in ("", "May"):
        MONTHS[at_] += ["Sept.", "Sept", "Sep"] if short == "Sep" else [f"{short}.", short]
ORDERS = (
    "{m} {d}, {y}",
    "{m} {d} {y}",
    "{m} {th}, {y}",
    "{d} {m} {y}",
    "{th} of {m}, {y}",
    "the {th} of {m} {y}",
    "{w}, {m} {d}, {y}",
    "{w} {d} {m} {y}",
    "{y}-{m0:02}-{d:02}",
    "{y}년 {m0}월 {d}일",
    "{y}年{m0}月{d}日",
)
FUNCTION_WORDS = sorted(
    {word for one in LISTS if one.name.startswith("function: ") for word in one.words}
)
BESIDE = (
    ("It was signed {} <{}> {} in Seoul.", "Nov. 4, 2016", DATE),
    ("They met {} <{}> {} in Seoul.", "Friday", DATE),
    ("They met on {} <{}> {} in Seoul.", "Friday", DATE),
    ("They will meet {} on <{}> {} in Seoul.", "Friday", DATE),
    ("They met {} on <{}> {} in Seoul.", "Nov. 4", DATE),
    ("They met in {} <{}> {} in Seoul.", "January", DATE),
    ("They met {} in <{}> {} in Seoul.", "2012", DATE),
    ("They met {} <{}> {} in Seoul.", "last week", DATE),
    ("They met {} <{}> {} in Seoul.", "three years ago", DATE),
    ("They met {} <{}> {} in Seoul.", "before 2015", DATE),
    ("They met {} <{}> {} in Seoul.", "by Nov. 1, 2016", DATE),
    ("They ruled it {} <{}> {} in Seoul.", "from 1910 to 1945", DATE),
    ("They signed pacts {} <{}> {} in Seoul.", "since 2010", COUNT),
)
"""A sentence with room for a word before and after an expression."""
OTHER_SENTENCES = (
    "They left on Monday.",
    "Nobody came.",
    "They will go in May.",
    "It was not so in 2015.",
    "“We will go,” she said on Thursday.",
    "The talks would begin on Saturday.",
    "Was it signed?",
    "They plan it for Nov. 30, 2016!",
    "No.",
)
DATE_TOKENS = (
    "from between 1910 to until and 1945 in November 4 4th , 2016 by the end of this early Nov. "
    "year last next week Friday the same day So far already now may March İ 31 two days before "
    "after later ago - “ ” said will not 2016年11月4日 11월 's or quarter half yesterday"
).split()
PROSE = st.tuples(
    st.lists(st.one_of(st.sampled_from(DATE_TOKENS), st.text(max_size=3)), min_size=1, max_size=12),
    st.sampled_from([" ", "\u00a0", "-", ""]),
).map(lambda drawn: drawn[1].join(drawn[0]))


def ordinal(day: int) -> str:
    """The day of a month as "4th"."""
    last = 0 if day in (11, 12, 13) else day % 10
    return f"{day}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


def found_in(passage: str, column: str) -> set[str]:
    """The values that the rules give for the marked words; empty where they refuse."""
    outcomes = by_each_rule(words(passage), column).values()
    return {value for outcome in outcomes for value in outcome.values}


class TestLaws:
    """What holds for every date, and for any text."""

    @SMALL
    @given(PUBLISHED, st.sampled_from(ORDERS), st.data())
    def test_a_printed_day_reads_back(self, day: date, order: str, data: st.DataObject) -> None:
        """Rule `date`, in every form and order."""
        printed = order.format(
            y=day.year,
            m=data.draw(st.sampled_from(MONTHS[day.month])),
            m0=day.month,
            d=day.day,
            th=ordinal(day.day),
            w=calendar.day_name[day.weekday()],
        )
        assert read(f"It was signed on <{printed}>, in Seoul.") == ("date", day.isoformat())

    @SMALL
    @given(PUBLISHED, WEEKDAYS)
    def test_a_weekday_is_less_than_a_week_away(self, published: date, weekday: str) -> None:
        """Rules `weekday-before`, `weekday-after` and `same-day`."""
        before = value(f"They met on <{weekday}>.", published)
        assert calendar.day_name[before.weekday()] == weekday
        assert timedelta(0) <= published - before < timedelta(7)
        if before == published:
            assert refusal(f"They will meet on <{weekday}>.", published=published.isoformat())
        else:
            after = value(f"They will meet on <{weekday}>.", published)
            assert after - before == timedelta(7)

    @SMALL
    @given(PUBLISHED, WEEKDAYS, st.sampled_from(["last", "next"]))
    def test_last_and_next_are_read_only_where_one_day_is_meant(
        self, published: date, weekday: str, which: str
    ) -> None:
        """Rules `weekday-before` and `weekday-after`: of two weeks, both must give the same day."""
        monday = published - timedelta(published.weekday())
        at = list(calendar.day_name).index(weekday)
        step = -1 if which == "last" else 1
        near = next(
            day
            for day in (published + timedelta(step * n) for n in range(1, 8))
            if day.weekday() == at
        )
        far = monday + timedelta(7 * step + at)
        outcomes = by_each_rule(
            words(f"They {'met' if step < 0 else 'will meet'} <{which} {weekday}>."),
            published=published.isoformat(),
        )
        given_ = {found for outcome in outcomes.values() for found in outcome.values}
        assert given_ == ({near.isoformat()} if near == far else set())

    @SMALL
    @given(PUBLISHED, st.integers(1, 12))
    def test_a_month_is_less_than_a_year_away(self, published: date, month: int) -> None:
        """Rules `month-before` and `month-after`; the month of publication may be either."""
        name, at = calendar.month_name[month], published.isoformat()
        past, future = f"They met in <{name}>.", f"They will meet in <{name}>."
        if month == published.month:
            assert refusal(past, published=at) == refusal(future, published=at)
            return
        if month == published.month % 12 + 1:
            assert "nearer than the last" in refusal(past, published=at)
            return
        before = edtf.parse(read(past, published=at)[1]).earliest
        after = edtf.parse(read(future, published=at)[1]).earliest
        assert before is not None
        assert after is not None
        assert (before.month, after.month) == (month, month)
        assert before < published < after
        assert after.year - before.year == 1

    @SMALL
    @given(PUBLISHED, st.integers(1, 12))
    def test_a_deadline_ends_with_its_month(self, published: date, month: int) -> None:
        """Rule `within-publication`: a forecast begins on the day on which it was made."""
        passage = f"It will be signed <by the end of {calendar.month_name[month]}>."
        rule, found = read(passage, published=published.isoformat())
        limits = edtf.parse(found)
        assert rule == "within-publication"
        assert limits.earliest == published
        assert limits.latest is not None
        assert limits.latest.month == month
        assert (limits.latest + timedelta(1)).day == 1
        assert timedelta(0) <= limits.latest - published < timedelta(366)

    @SMALL
    @given(PUBLISHED, st.sampled_from([("last", -1), ("this", 0), ("next", 1)]))
    def test_a_week_is_from_monday_to_sunday(self, published: date, which: tuple[str, int]) -> None:
        """Rule `from-publication`."""
        verb = "will meet" if which[1] > 0 else "met"
        _, found = read(f"They {verb} <{which[0]} week>.", published=published.isoformat())
        week = edtf.parse(found)
        assert week.earliest is not None
        assert week.latest is not None
        assert (week.earliest.weekday(), week.latest - week.earliest) == (0, timedelta(6))
        assert week.earliest <= published - timedelta(-7 * which[1]) <= week.latest

    @SMALL
    @given(st.sampled_from(BESIDE), st.sampled_from(OTHER_SENTENCES), st.booleans(), st.booleans())
    def test_another_sentence_changes_no_value(
        self,
        beside: tuple[str, str, str],
        other: str,
        first: bool,  # noqa: FBT001 - drawn
        broken: bool,  # noqa: FBT001 - drawn
    ) -> None:
        """Every rule but `named-day` reads its own sentence.

        One before it that speaks of another time can only make the rule refuse.
        """
        sentence, expression, column = beside
        own = " ".join(sentence.format("", expression, "").split())
        joint = "\n\n" if broken else " "
        both = joint.join([other, own] if first else [own, other])
        assert found_in(own, column) != set()
        assert found_in(both, column) in (found_in(own, column), set())

    @pytest.mark.parametrize("word", sorted(LEXICON["date: introduces"] - {"for"}))
    def test_a_preposition_that_introduces_a_date_changes_nothing(self, word: str) -> None:
        """Each word of the list "date: introduces"."""
        assert read(f"It was signed {word} <Nov. 4, 2016>.") == ("date", "2016-11-04")
        assert read(f"They met {word} <Friday>.") == ("weekday-before", "2016-11-18")

    @pytest.mark.parametrize("word", sorted(LEXICON["date: harmless before"]))
    def test_a_harmless_word_before_a_date_changes_nothing(self, word: str) -> None:
        """Each word of the list "date: harmless before"."""
        assert read(f"It was signed {word} <Nov. 4, 2016>.") == ("date", "2016-11-04")

    @pytest.mark.parametrize("word", sorted(LEXICON["date: harmless after"]))
    def test_a_harmless_word_after_a_date_changes_nothing(self, word: str) -> None:
        """Each word of the list "date: harmless after"."""
        assert read(f"It was signed on <Nov. 4, 2016> {word} Seoul.") == ("date", "2016-11-04")

    @examples(200)
    @given(st.sampled_from(BESIDE), st.sampled_from(FUNCTION_WORDS), st.booleans())
    def test_a_function_word_beside_an_expression_never_makes_it_another_date(
        self,
        beside: tuple[str, str, str],
        word: str,
        before: bool,  # noqa: FBT001 - drawn
    ) -> None:
        """Fail closed: the value stays, or every rule refuses."""
        sentence, expression, column = beside
        room = (word, "") if before else ("", word)
        plain = " ".join(sentence.format("", expression, "").split())
        changed = " ".join(sentence.format(room[0], expression, room[1]).split())
        assert found_in(changed, column) <= found_in(plain, column)

    @SMALL
    @given(
        st.sampled_from(FUNCTION_WORDS), st.sampled_from(["Friday", "Nov. 4, 2016", "last week"])
    )
    def test_a_function_word_that_no_list_calls_harmless_refuses(
        self, word: str, expression: str
    ) -> None:
        """Fail closed, for the word before an expression without a preposition."""
        listed = (
            "date: introduces",
            "date: harmless before",
            "date: harmless before a count",
            "date: counts before a stretch",
            "date: determiner",
        )
        found = found_in(f"It was signed {word} <{expression}> in Seoul.", DATE)
        points = (word, expression) == ("this", "Nov. 4, 2016")  # at a day that is named in full
        assert found == set() or points or any(word in LEXICON[name] for name in listed)

    @SMALL
    @given(PROSE)
    def test_expressions_are_in_order_and_apart_and_end_with_a_word(self, text: str) -> None:
        """What is one expression is not a part of another; only Eastern dates have no blanks."""
        found = dates(text)
        assert all(one.start < one.end for one in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
        for one in found:
            if not set(text[one.start : one.end + 1]) & set("年月日년월일"):
                assert at_boundaries(text, one.start, one.end)

    @examples(200)
    @given(PROSE, st.data(), st.sampled_from([DATE, COUNT]), st.sampled_from(["", "ET", "x"]))
    def test_any_text_gives_one_value_by_one_rule_or_a_reason(
        self, text: str, data: st.DataObject, column: str, zone: str
    ) -> None:
        """All rules: they never raise, and no two of them read the same words."""
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        document = data.draw(st.sampled_from([text, None]))
        published = data.draw(st.sampled_from([WEDNESDAY, "", "0001-01-01", "9999-12-31"]))
        outcomes = by_each_rule(Words(text, start, end, document, 0), column, published, zone)
        for outcome in outcomes.values():
            assert bool(outcome.values) is not bool(outcome.problem)
            assert all(edtf.parse_canonical(found) for found in outcome.values)
        assert sum(len(outcome.values) for outcome in outcomes.values()) <= 1


HOSTILE = (
    "Friday ",
    "Nov. 4 to ",
    "from ",
    "the end of ",
    "before Friday ",
    "two days before ",
    "not before Friday ",
    "the following day ",
    "“ Friday ”",
    '"Friday',
    "in 2016, ",
    "2016년 ",
    "said on Friday, ",
    "some time ",
    "99",
    "the early ",
)


class TestTime:
    """A long text is read in a time that grows with its length."""

    @pytest.mark.parametrize(
        "again", [HOSTILE[0], *(pytest.param(one, marks=pytest.mark.slow) for one in HOSTILE[1:])]
    )
    def test_four_times_the_length_takes_less_than_eight_times_the_time(self, again: str) -> None:
        """Whether the words are its first or its last ones; a busy machine is tried again."""
        assert any(
            self._time(again, 4000, attempt) < 8 * self._time(again, 1000, attempt)
            for attempt in range(3)
        )

    def _time(self, again: str, times: int, attempt: int) -> float:
        """The processor time of two readings in a text that no reading has seen before."""
        text = f"Friday, {again * times} and at try {attempt} they met on Friday"
        began = time.process_time()
        for start in (0, len(text) - len("Friday")):
            reread("weekday-before", Words(text, start, start + 6, text, 0), "", context(DATE))
        return time.process_time() - began
