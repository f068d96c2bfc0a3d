"""The rules: how exact words become the value of a cell (DESIGN section 4)."""

import re
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gsomia_data._floor.cues import cues as find_cues
from gsomia_data._floor.text import at_boundaries, occurrences
from gsomia_data.curation.rules import PARTS, RULES, Outcome, Words, reread
from gsomia_data.curation.rules.cue_shapes import SHAPES
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.numbers import DECIMALS, WHOLE, canonical, numbers
from gsomia_data.curation.rules.shape import Shape
from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.kinds import NUMBER
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Bound
from kit.examples import examples
from kit.passages import context, problem, values, words

SMALL = examples(100)

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_TOKENS = (
    "almost more than a dozen hundreds of thousands and half million 4.5 1,000 % 33rd "
    "twenty-one six ſix . , - İ 2016 November from to percent no"
)
TOKENS = (
    "signed not secret Korea North 4.5 million 60 % almost November Friday 2016 31 the same day "
    "since he “ ” … ſecret sİgned APRİL next week last year from to until in by end of this so far "
    "already \u212aorea"
)


def assert_too_long(passage: str) -> None:
    """The passage is one number, and too long for a cell."""
    (number,) = numbers(passage)
    assert (number.start, number.end) == (0, len(passage))
    assert not number.allows(Decimal(5))
    refused = problem("number", f"<{passage}>", "quantities.value")
    assert "it is too long for a cell: 18 digits" in refused
    assert len(refused) < 250


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

    @pytest.mark.parametrize(
        ("passage", "unit"), [("5<円>を払った。", "円"), ("It cost <$>20.", "$")]
    )
    def test_words_against_a_number(self, passage: str, unit: str) -> None:
        """Words that only touch a number are not a part of it."""
        outcome = reread("verbatim", words(passage), unit, context("quantities.unit"))
        assert outcome == Outcome((unit,))

    @pytest.mark.parametrize("passage", ["<secret> talks", "<ſix>", "<sİx>", "<won>", "<a>"])
    def test_none(self, passage: str) -> None:
        """Text that is not a number gives none."""
        assert problem("number", passage, "quantities.value") == "they hold no number"

    def test_two(self) -> None:
        """Words with two numbers must be narrowed."""
        for passage in (
            "<21 missile tests and two nuclear tests> this year",
            "<21 missile tests, two nuclear tests and nine launches> this year",
        ):
            refused = problem("number", passage, "quantities.value")
            assert refused == "they hold '21' and 'two'; quote words with one number"

    @pytest.mark.parametrize(
        ("passage", "why"),
        [
            ("It has <20 ships> most of which are old.", ""),
            ("It has <20 ships, most of which are old>.", '"most" in the words limits the number'),
            ("It has <the highest number, 20>.", '"highest" in the words limits the number'),
        ],
    )
    def test_a_limit_in_the_words(self, passage: str, why: str) -> None:
        """A limit apart from its number counts in the words that are cited, not behind them."""
        outcome = reread("number", words(passage), "20", context("quantities.value"))
        assert outcome == (Outcome(problem=f"{why}; no rule reads it") if why else Outcome(("20",)))

    @pytest.mark.parametrize(("length", "shown"), [(60, "9" * 60), (61, "9" * 60 + "…")])
    def test_a_long_number_in_a_message(self, length: int, shown: str) -> None:
        """A message shows at most 60 characters of it."""
        refused = problem("number", f"<{'9' * length}>", "quantities.value")
        assert refused.startswith(f"{shown!r} in them is not read as a number")

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
        assert_too_long(passage)

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
        assert_too_long(first + times * again)

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
            ("dates.event", "they <SIGNED a preliminary\u00a0deal>", "preliminary"),
            ("dates.event", "its fifth <nuclear test>", "nuclear test"),
            ("dates.status", "it <will be signed>", "expected"),
            ("claims.aspect", "<Top secret information is not covered>", "exclusion"),
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
                "claims.aspect",
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
            ("claims.aspect", "all <top secret> information"),
            ("agreements.form", "<bilateral> deal"),
        ],
    )
    def test_no_cue(self, place: str, passage: str) -> None:
        """Other words, and compounds that only hold a cue, show no code."""
        assert problem("cue", passage, place) == "they hold no cue of this column"

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.expression)
    def test_shape(self, shape: Shape) -> None:
        """Each example of the documented table is refused or read as the table says."""
        found = values("cue", shape.example, shape.column)
        assert found == ((shape.gives,) if shape.gives else ())

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
        "again",
        [
            "signed it, but ",
            *(
                pytest.param(one, marks=pytest.mark.slow)
                for one in ("signed ", "not signed, ", "deal “signed” (no) ", "if ")
            ),
        ],
    )
    def test_four_times_the_length_takes_less_than_eight_times_the_time(self, again: str) -> None:
        """However often a cue, and what may change it, appears; a busy machine is tried again."""
        assert any(
            self._time(again, 4000, attempt) < 8 * self._time(again, 1000, attempt)
            for attempt in range(3)
        )

    def _time(self, again: str, times: int, attempt: int) -> float:
        """The processor time of a reading in a text that no reading has seen before."""
        whole = f"<{again * times}at try {attempt} signed>"
        began = time.process_time()
        reread("cue", words(whole), "", context("signatories.role"))
        return time.process_time() - began

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
        outcome = self._reread("of <top rank>", "top rank", "signatories.title", "It is ")
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

    def test_parts_only_where_a_document_breaks_its_words(self) -> None:
        """In another column the mark that joins parts is text like any other."""
        outcome = self._reread("of <rank>", "rank … file", "signatories.title")
        assert outcome == Outcome(("rank",))

    @pytest.mark.parametrize(
        ("document", "gist", "quoted"),
        [
            ("He called the deal “a disgrace,” again.", "called the deal", ""),
            ("He called the deal “a disgrace,” again.", "a disgrace", "a disgrace"),
            (
                "He called the deal “a disgrace,” again.",
                "called the deal “a disgrace",
                "a disgrace",
            ),
            ("He called it “a disgrace for all,” again.", "for all,” again", "for all,"),
            ('He called it "a disgrace" again.', "disgrace", "disgrace"),
            ("“No,” he said, and left in “anger”.", "he said, and left in", ""),
        ],
    )
    def test_a_gist_is_outside_quotation_marks(self, document: str, gist: str, quoted: str) -> None:
        """The reporter's words hold no word of the actor, not even a part of a quotation."""
        start = document.index(gist)
        place = Words(document, start, start + len(gist), document, 0)
        outcome = reread("verbatim", place, gist, context("reactions.gist"))
        if quoted:
            assert outcome.problem.startswith(f"'{quoted}' in them is between quotation marks")
        else:
            assert outcome == Outcome((gist,))

    def test_the_parts_of_a_gist(self) -> None:
        """What names the actor or the day may be left out between them."""
        document = "The timing has angered opposition parties, coming in a crisis."
        value = PARTS.join(["The timing has angered", "coming in a crisis"])
        for part in value.split(PARTS):
            start = document.index(part)
            place = Words(document, start, start + len(part), document, 0)
            outcome = reread("verbatim", place, value, context("reactions.gist"))
            assert outcome == Outcome((value,))

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

    def test_rules_are_documented(self) -> None:
        """Each rule has a description, a firmness and the groundings that it may serve."""
        assert {rule.firmness for rule in RULES.values()} == {"proved", "inferred", "judged"}
        for name, rule in RULES.items():
            assert rule.name == name
            assert re.search(r"\w+ \w+", rule.says)
            assert rule.groundings
