"""Numbers as whole expressions: the documented shapes, and what touches them."""

from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.rules import Context, Outcome, Words, reread
from gsomia_data.curation.rules.lexicon import LEXICON, LISTS
from gsomia_data.curation.rules.names import Names
from gsomia_data.curation.rules.number_shapes import READ, SHAPES
from gsomia_data.curation.rules.numbers import Number, canonical, numbers
from gsomia_data.curation.rules.shape import Shape
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Bound
from kit.counted import assert_in_order_and_apart
from kit.examples import examples
from kit.steps import steps

SOME = examples(200)
FUNCTION = sorted(
    {word for one in LISTS if one.name.startswith("function: ") for word in one.words}
)
LIMITS = [
    (one.name, word)
    for one in LISTS
    if one.name.startswith("number before: ")
    and one.name.endswith(("above", "at least", "below", "at most", "almost", "about"))
    for word in sorted(one.words)
]
BEHIND = [
    (one.name, word)
    for one in LISTS
    if one.name in ("number behind: at least", "number behind: at most", "number behind: about")
    for word in sorted(one.words)
]
BOUNDS = {
    "above": Bound.ABOVE,
    "at least": Bound.ABOVE,
    "below": Bound.BELOW,
    "at most": Bound.BELOW,
    "almost": Bound.BELOW,
    "about": Bound.ABOUT,
}
HOSTILE = (
    "a an half of the quarter third thirds two twenty one five hundred thousand million dozens "
    "hundreds and or to - -plus + $ % percent , . 4.5 1,000 2016 33rd 20k more than at least about "
    "point first second Five SM from between over days ago in ½ ( ) ’s × K 12,34 007 國 m bn won"
).split()


def marked(passage: str) -> tuple[str, int, int]:
    """A sentence without its marks, and where they were."""
    start = passage.index("<")
    end = passage.index(">", start) - 1
    return passage[:start] + passage[start + 1 : end + 1] + passage[end + 2 :], start, end


def at(passage: str) -> Number:
    """The number whose expression is the marked one."""
    text, start, end = marked(passage)
    (found,) = (one for one in numbers(text) if (one.start, one.end) == (start, end))
    return found


def said(passage: str, place: str = "quantities.value") -> tuple[tuple[str, ...], str]:
    """What the rule gives for the marked words, and its message."""
    outcome = rule(*marked(passage), place)
    return outcome.values, outcome.problem


def rule(text: str, start: int, end: int, place: str = "quantities.value") -> Outcome:
    """What the rule gives for words of a sentence."""
    table, _, name = place.partition(".")
    column = TABLES[table].column(name)
    assert column is not None
    context = Context(column, Names({}, {}), "2016-11-23")
    return reread("number", Words(text, start, end, None, 0), "", context)


class TestShapes:
    """Each documented shape has an example."""

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.expression)
    def test_example(self, shape: Shape) -> None:
        """It is one expression, and is read or refused as the table says."""
        found = at(shape.example)
        if shape in READ:
            assert found.refusal == ""
            assert found.value is not None
            assert (canonical(found.value), found.bound) == (shape.gives, shape.bound)
            assert said(shape.example) == ((shape.gives,), "")
        else:
            assert found.value is None
            assert shape.gives in found.refusal
            values, problem = said(shape.example)
            assert values == ()
            assert problem
            assert "\n" not in problem

    def test_each_is_told_once(self) -> None:
        """No two rows say the same."""
        assert len({shape.expression for shape in SHAPES}) == len(SHAPES)


class TestLimits:
    """The words that limit a number are a part of it."""

    @pytest.mark.parametrize(("name", "word"), LIMITS)
    def test_before(self, name: str, word: str) -> None:
        """Each is read with its number, bounds it, and cannot be left out."""
        limit = name.removeprefix("number before: ")
        text = f"They counted {word} 20 sites."
        (found,) = numbers(text)
        assert text[found.start : found.end] == f"{word} 20"
        assert found.value == 20
        assert found.bound is BOUNDS[limit]
        assert found.allows(Decimal(20)) is (limit in ("at least", "at most", "about"))
        outcome = rule(text, text.index("20"), text.index("20") + 2)
        assert outcome.problem == f"they are a part of '{word} 20'; quote all of it"

    @pytest.mark.parametrize(("name", "word"), LIMITS)
    def test_taken_out(self, name: str, word: str) -> None:
        """Without its entry the number is not read as exact, unless only content words are left."""
        text = f"They counted {word} 20 sites."
        (found,) = numbers(text, LEXICON.without(name, word))
        content = word in ("exceeding", "surpassing", "topping", "estimated", "shy of") or not any(
            part in FUNCTION for part in word.split()
        )
        assert found.refusal or found.bound is not Bound.EXACT or content

    @pytest.mark.parametrize(("name", "word"), BEHIND)
    def test_behind(self, name: str, word: str) -> None:
        """Each is read with its number."""
        limit = name.removeprefix("number behind: ")
        tail = word.replace("- ", "-") if word[0] in "-+" else f" {word}"
        found = at(f"They counted <20{tail}>.")
        assert found.value == 20
        assert found.bound is BOUNDS[limit]

    @pytest.mark.parametrize(
        ("passage", "reason"),
        [
            ("They counted <at least 20 or fewer>.", "in two ways"),
            ("They counted <about -3> degrees.", "is not read"),
            ("They saw <nearly dozens> of them.", "a limit of their own"),
            ("They saw not <as many as 20> sites.", "'not' before it"),
            ("They saw rarely <more than 20> sites.", "'rarely' before it"),
            ("They had talks <about 20> islets.", "may say what is spoken"),
            ("<Third> they left.", "what it ranks does not stand behind it"),
            ("They met in the <third>.", "what it ranks does not stand behind it"),
            ("They met on the <fourth>.", "it may be the day of a month"),
            ("They met <second> envoys.", "'met' before it does not make it a rank"),
            ("They left <half> of 20 loaves.", "'of 20' behind it"),
            ("They left <half> of twenty loaves.", "'of twenty' behind it"),
            ("They left <half> of what was left.", "'of what' behind it"),
            ("It is <half> the size of Seoul.", "'the size' behind it"),
            ("They sat in the lower <half> of the table.", "'lower' before it makes it a side"),
            ("Upper <half> of the table sat.", "'upper' before it makes it a side"),
            ("They met at <24>.", "'at' before it may make it a time of day"),
            ("They lost <twenty - five> men.", "two numbers"),
            ("They waited <2 and a half> years.", "a part in words follows"),
            ("They waited <2 and half> years.", "a part in words follows"),
            ("They waited <2 and half> a year.", "a part in words follows"),
            ("They saw about<20> sites.", "'about' is joined to it"),
            ("It cost another US$<20>.", "'another' before it"),
            ("It cost 20 dollars, or $<30>.", "'or' before it"),
            ("It cost 5 won or $<4>.", "'or' before it"),
            ("It cost 5 won, or ₩<4>.", "'or' before it"),
            ("They got seats, or $<4>.", "'or' before it"),
            ("It was down <20> points.", "'points' behind it"),
            ("They saw not the <20> sites.", "'not' before it"),
            ("They saw men / <20> women.", "'/' before it"),
            ("They came, <Five> men.", "a part of a name"),
            ("It is <20 times or more> as big.", "'times' behind it"),
            ("It grew <20> fold.", "'fold' behind it"),
            ("They invited <20> & their families.", "'&' behind it"),
            ("They saw <20>* men.", "'*' is joined to it"),
            ("They left <two> centuries ago.", "'ago' behind it"),
            ("They came <20> nights later.", "'later' behind it"),
            ("He stayed <20> men more.", "'more' behind it"),
            ("They met at <10> Main Street.", "'Street' behind it"),
            ("They met at <10> Upper Main Street.", "'Street' behind it"),
            ("They have not fired <20> missiles.", "'not' before it"),
            ("They saw <20> men or 30.", "'or 30' behind it"),
            ("They saw <20> men or thirty.", "'or thirty' behind it"),
            ("They ranked it as No. <2> there.", "'no' before it"),
            ("It was the <one>-man show.", "'-man' behind it"),
            ("It was a <20>-some crowd.", "'-some' behind it"),
            ("They sent men (<20>) there.", "a point in a list"),
            ("<1>. Scope.", "a point in a list"),
            ("He met J. <Five> there.", "a part of a name"),
            ("They left <half> all their men.", "'all' behind it"),
            ("They sat by <10> Upper North Main Street.", "'Street' behind it"),
            ("It was a <30>-all draw.", "'-all' behind it"),
            ("It was a <20>-x plan.", "'-x' behind it"),
            ("It was a <6>-Party talk.", "'-Party' behind it"),
            ("They asked <four or more out of 10> men.", "two numbers"),
            ("They asked <four out of about 10> men.", "two numbers"),
            ("They asked <four out of 10 or more> men.", "two numbers"),
            ("They asked <one in 12,34> adults.", "two numbers"),
            ("They asked <12,34 in 50> adults.", "two numbers"),
            ("They asked <zero out of 10> men.", "two numbers"),
            ("They asked <10 out of 10> men.", "two numbers"),
            ("They asked <10 out of four> men.", "two numbers"),
            ("They bought <one in five> trucks.", "two numbers"),
            ("They saw <20 or more five>-star hotels.", "two numbers"),
            ("It took 3 hours <20> minutes.", "two units"),
            ("They lost between 5 men and <10> women.", "'between ... and ...'"),
            ("They sent 9 votes to <4> of them.", "'to' joins it"),
            (
                "It rose from <15> votes in the many long rounds of a hot summer night to 20.",
                "'from ... to ...'",
            ),
            ("She won <5m> votes.", "a scale only before a currency"),
            ("They sank <20m> tons.", "a scale only before a currency"),
            ("They walked <20k> there.", "a scale only before a currency"),
            ("It rose by <a quarter percent>.", "a percent sign follows it"),
            ("It came to <two> point ten.", "'point' behind it"),
            ("They ate <two halves> of it.", "not those of a share"),
            ("They met <five> a day.", "'a' behind it"),
            ("They ate <½> of it.", "not a number in plain digits"),
            ("It grew by <twenty ten percent>.", "not those of one number"),
            ("They met the <third hundred> men.", "not those of one number"),
            ("They met <two dozen and five> men.", "not those of one number"),
            ("<20 men met at least> twice.", "'at' behind it"),
            ("<20 men left at most> in part.", "'at' behind it"),
            ("They came <zero third>.", "not those of one number"),
            ("They ate <zero thirds> of it.", "not those of a share"),
            ("He had <twenty—five> of them new—ships.", "two numbers"),
        ],
    )
    def test_refused(self, passage: str, reason: str) -> None:
        """Limits that contradict, or that something else changes, are not read."""
        assert reason in at(passage).refusal

    def test_against_a_number(self) -> None:
        """A limit that touches the number before it belongs to neither."""
        text = "They met, 20about 2016."
        assert [text[one.start : one.end] for one in numbers(text)] == ["20about", "2016"]


class TestNeighbours:
    """A function word that touches a number and that no shape takes up refuses."""

    @pytest.mark.parametrize("word", FUNCTION)
    def test_before(self, word: str) -> None:
        """Each is harmless by a list, is a limit, or is named in the message."""
        text = f"Xx xx xx {word} 20 sites"
        found = next(one for one in numbers(text) if one.end == text.index("20") + 2)
        listed = LEXICON["number before: harmless"] | LEXICON["number before: looked through"]
        taken = found.start < text.index("20") or word in LEXICON["number before: particles"]
        dated = "a part of the date" in found.refusal  # "may 20"
        assert taken or dated or word in listed or f"{word!r} before it" in found.refusal

    @pytest.mark.parametrize("word", FUNCTION)
    def test_behind(self, word: str) -> None:
        """So behind it."""
        text = f"Xx xx xx 20 {word} xx"
        found = next(one for one in numbers(text) if one.start == text.index("20"))
        listed = LEXICON["number behind: harmless"]
        taken = found.end > text.index("20") + 2
        dated = "a part of the date" in found.refusal
        assert taken or dated or word in listed or f"{word!r} behind it" in found.refusal

    @pytest.mark.parametrize("word", sorted(LEXICON["number before: harmless"]))
    def test_harmless_before(self, word: str) -> None:
        """A harmless word is read past; without its entry it refuses."""
        text = f"They xx {word} 20 sites."
        assert numbers(text)[0].refusal == ""
        shorter = LEXICON.without("number before: harmless", word)
        assert "before it" in numbers(text, shorter)[0].refusal

    @pytest.mark.parametrize("word", sorted(LEXICON["number behind: harmless"]))
    def test_harmless_behind(self, word: str) -> None:
        """So behind it."""
        text = f"They xx 20 {word} xx."
        assert numbers(text)[0].refusal == ""
        shorter = LEXICON.without("number behind: harmless", word)
        refused = numbers(text, shorter)[0].refusal
        assert f"{word!r} behind it" in refused or word in ("himself", "themselves", "apart")

    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("number before: refused", "They xx {} 20 sites."),
            ("number before: refused before of", "They xx a {} of 20 sites."),
            ("number before: names", "They xx {} 20 there."),
            ("number before: through a preposition", "They xx {} in 20 sites."),
            ("number behind: refused", "They xx 20 {} there."),
            ("number behind a hyphen: refused", "They xx 20-{} sites."),
        ],
    )
    def test_listed(self, name: str, form: str) -> None:
        """Each word of a list refuses."""
        for word in sorted(LEXICON[name]):
            found = numbers(form.format(word))
            assert not [one for one in found if one.value and one.bound is Bound.EXACT], word

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("only <20> sites", "20"),
            ("the treaties with <15> countries", "15"),
            ("and agreements with <14> others", "14"),
            ("a total of <4.5 million> people", "4500000"),
            ("all <300> members", "300"),
            ("they set aside <20> sites", "20"),
            ("for the past <20> years", "20"),
            ("it cost 1.04 trillion won, or $<920 million>", "920000000"),
            ("the <third> such test", "3"),
            ("the <one>-year deal", "1"),
            ("at <20> sites", "20"),
            ("<Five> men came", "5"),
            ("he said: “<Five> men came”", "5"),
            ("in 2016, <20> men came", "20"),
            ("they gave <20> planes to 15 countries", "20"),
            ("the toll stood at <20>", "20"),
            ("it cost <a half million> won", "500000"),
            ("it grew, up <4 percent>", "4"),
            ("it was <minus 5> degrees", "-5"),
            ("it was cold (<-5> degrees)", "-5"),
            ("they paid him <US$20> for it", "20"),
            ("they saw <20 young men or more>", "20"),
            ("the <11th> test", "11"),
            ("the <112th> test", "112"),
            ("<20k> people came", "20000"),
            ("<20k> tons sank", "20000"),
            ("they paid <5m> won", "5000000"),
            ("<third>", "3"),
            ("they came <third>", "3"),
            ("their <second> envoy came", "2"),
            ("they met <third> envoys", "3"),
            ("they lost <half> of the men", "50"),
            ("they met at <25>", "25"),
            ("they saw <~20> sites", "20"),
            ("they met <c.20> envoys", "20"),
            ("US$<20> was enough", "20"),
            ("it cost <20>€ then", "20"),
            ("he said, “<Five> men came”", "5"),
            ("They left. <Five> men came", "5"),
            ("They left. <20> men came", "20"),
            ("Set aside <20> seats", "20"),
            ("in Seoul <20 percent> agreed", "20"),
            ("they met in Seoul <five> times", "5"),
            ("they saw <20> men later", "20"),
            ("they saw <20> street vendors", "20"),
            ("they saw <20> men at least thirty women", "20"),
            ("they lost <five> men a quarter of the time", "5"),
            ("they met <five> and left", "5"),
            ("they sent (<five>) men", "5"),
            ("They met us. <Five> men came", "5"),
            ("<Five> Koreans came", "5"),
            ("<20 or more> may come", "20"),
            ("they saw <20>, more than ever", "20"),
            ("they grew (<20%>) there", "20"),
            ("it was cold: <-5>. The wind rose", "-5"),
            ("it was also just now exactly only <20> men", "20"),
            ("they gave $<4-million> to it", "4000000"),
            ("they made a <20-percent> cut", "20"),
            ("they saw <20 heavily armed young men or more> there", "20"),
            ("<20 men at least> were hurt", "20"),
            ("they hurt <20 men at least>, and left", "20"),
            ("the <two hundred third> test", "203"),
            ("they met <one thousand and five> men", "1005"),
            ("they met <one hundred> and left", "100"),
            ("the <one hundred and fifth> test", "105"),
            ("they waited <two-and-a-half> years", "2.5"),
            ("they lost <five> with a million at stake", "5"),
            ("they sent <five> against thousand-strong crowds", "5"),
            ("they waited <two and half> years", "2.5"),
            ("they paid KRW <5m> for it", "5000000"),
            ("they sold <20> at half price", "20"),
            ("they won <five> with half the votes", "5"),
            ("they won <five> with two thirds of the votes", "5"),
            ("they asked <four of every 10> men", "40"),
            ("they asked <one in 2,048> adults", "0.048828125"),
            ("they asked <one in five>", "20"),
            ("they asked <about four out of 10> men", "40"),
            ("they fled from <20> towns up until 2016", "20"),
            ("from 2016 on it grew to <20> sites", "20"),
            ("he came from <20> towns. It led to 30 deaths", "20"),
            ("it took <3> hours for 20 minutes of talk", "3"),
            ("they won by <9> votes to 4 men", "9"),
            (
                "it rose from <15> votes in the many long rounds of a long hot summer night to 20",
                "15",
            ),
            ("they saw <20> – all men", "20"),
            ("they saw <20>—all of them new", "20"),
            ("<half> their men left", "50"),
        ],
    )
    def test_read(self, passage: str, value: str) -> None:
        """What a careful reader finds certain."""
        assert said(passage) == ((value,), "")

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("$5k", "5000"),
            ("$5m", "5000000"),
            ("$5b", "5000000000"),
            ("$5t", "5000000000000"),
            ("$5mn", "5000000"),
            ("$5bn", "5000000000"),
            ("5tn", "5000000000000"),
            ("5 mn", "5000000"),
            ("2 trillion", "2000000000000"),
            ("millions", "1000000"),
            ("billions", "1000000000"),
            ("trillions", "1000000000000"),
            ("tens of thousands", "10000"),
            ("three quarters", "75"),
            ("three tenths", "30"),
            ("an eighth", "12.5"),
            ("a twentieth", "5"),
            ("a hundredth", "1"),
            ("half a dozen", "6"),
            ("half of a million", "500000"),
            ("three quarters of a million", "750000"),
            ("two and a quarter million", "2250000"),
            ("a million and a half", "1500000"),
            ("a thousand one hundred", "1100"),
            ("one thousand million", "1000000000"),
            ("one hundred twenty", "120"),
            ("2½", "2.5"),
            ("5 per cent", "5"),
            ("12,345,678", "12345678"),
        ],
    )
    def test_scales_and_parts(self, written: str, value: str) -> None:
        """A limit that the word itself sets is its number."""
        assert said(f"it had <{written}> of the won") == ((value,), "")

    @pytest.mark.parametrize(
        "passage",
        [
            "<1234,567> men",
            "<1,2345> men",
            "<0,123> men",
            "<twenty ten> men",
            "<two halves> of it",
            "<20 or more> than that",
            "<20 or more> of 30 men",
            "<million> men",
            "<half a hundred thousand> men",
            "<twenty thirds> of it",
            "<two million and a half> men",
            "<2 and a half> years",
            "<one million two thousand million> won",
            "the <Six>-Party talks",
            "the Big <Three> met",
            "World War <Two> ended",
            "an F-<35>A flew",
            "the G<7> met",
            "Resolution <2270> passed",
            "No. <2> came",
            "the No <2> came",
            "a Boeing <737> flew",
            "an iPhone <7> rang",
            "the <1970>s",
            "version <1.5.2> came",
            "<12,34> men",
            "at <5> p.m. they met",
            "<10> Downing Street",
            "the <21st> century",
            "the <7th> Fleet",
            "the <second> of them",
            "every <second> man",
            "a <third> said no",
            "the other <half> of it",
            "half of <one percent>",
            "the <first 20> tests",
            "no <one> came",
            "<One> day he left",
            "the area code +<82> rang",
            "the ratio of <3:1> held",
            "it fell from <10 percent> then to 5 percent",
            "between <5 and 10> men",
            "10 per <1,000> men",
            "<1>. The parties agree",
            "<20> men or 30",
            "<33th> men",
            "it cost <20m> there",
            "by <9> votes to 4",
            "they have not fired <20> missiles",
            "they might hold <20> missiles",
            "it may cost <1,000, maybe 2,000>",
            "it lasted <20> years longer",
            "the toll neared <20> there",
            "a good <20> sites",
            "his <first> lady came",
            "<Five> Eyes members came",
            "it lasted <two> days and three nights",
            "<½> of it",
            "<two and a third> years",
            "<nineteen fifty-three> years",
            "<five-six> men",
        ],
    )
    def test_not_read(self, passage: str) -> None:
        """What is a name, a date, a part, or not one number."""
        text, start, end = marked(passage)
        found = [one for one in numbers(text) if one.start < end and start < one.end]
        assert [one.value for one in found] == [None]

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("The fee was <1499>.", "1499"),
            ("The fee was <2100>.", "2100"),
            ("It cost $<2000> then.", "2000"),
            ("It cost <2000> won.", "2000"),
            ("They sent <2000> troops.", "2000"),
            ("They sent <2000> police.", "2000"),
            ("They sent <an estimated 2000>-strong force.", "2000"),
            ("It weighs <32.1500> tons.", "32.15"),
            ("It weighs <1500.32> tons.", "1500.32"),
        ],
    )
    def test_not_a_year(self, passage: str, value: str) -> None:
        """Four digits are a number where they count, are paid, or are no year of our time."""
        assert said(passage) == ((value,), "")

    @pytest.mark.parametrize(
        "passage",
        [
            "The fee was <1500>.",
            "The fee was <2099>.",
            "They cited <1988> data.",
            "They held <1988> Olympics events.",
            "They kept Seoul <1988> medals.",
            "They called <1988> his best year.",
            "They lost the <1988> elections.",
            "In the fall <2000> troops left.",
            "He won <1988> Olympics medals.",
            "They met on <4> November.",
            "They met on <4> November of that year.",
            "<4> November was a Friday.",
        ],
    )
    def test_a_year_or_a_day(self, passage: str) -> None:
        """Elsewhere they may be a year: what is not surely counted is refused."""
        assert "it is a part of the date" in at(passage).refusal

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("It signed a <25th>.", "25"),
            ("It was the country's <33rd>.", "33"),
            ("It was the <first> between them.", "1"),
            ("It was the <fourth> this month.", "4"),
            ("The <first>, in May, failed.", "1"),
            ("It was weakest in Seoul, at <just under a quarter>.", "25"),
            ("They saw its <first> and biggest test.", "1"),
            ("The index rose <1.1> points.", "1.1"),
            ("The index is down <3> percent.", None),
            ("The index is down <3 percent>.", "3"),
            ("A line-up of <22> was named.", "22"),
            ("They sent <20> a week ago.", "20"),
            ("It fell, down from <5%> last week and 57% in 2014.", "5"),
            ("It fell, down from 5% last week and <57%> in 2014.", "57"),
            ("It grew from a year earlier to <49 billion> won.", "49000000000"),
            ("It left, so <28> members went.", "28"),
            ("They paid each of <five> women.", "5"),
            ("It closed at <1,061.2> per dollar.", "1061.2"),
            ("It rose from a close of <1,070.5>.", "1070.5"),
            ("The <five> earlier tests failed.", "5"),
            ("It broke between the <two> armies.", "2"),
            ("They counted <1.5 million> by 21:00 on Friday.", "1500000"),
        ],
    )
    def test_what_may_touch_a_number(self, passage: str, value: str | None) -> None:
        """What begins another phrase, or says what is counted, is no part of the number."""
        assert said(passage)[0] == ((value,) if value else ())

    @pytest.mark.parametrize(
        "passage",
        [
            "It fell by a <5th>.",
            "It fell by a <third>.",
            "They met on the <25th>.",
            "They met on the <fourth> this month.",
            "It took the <second> this year.",
            "It was the <4th> this month.",
            "They held their <first> and most importantly free vote.",
            "They won by <5> points.",
            "The rate rose <25> basis points.",
            "They were made up of <22> men.",
            "They sent <20,000> a week.",
            "It ranged from <5%> last week and 57% in 2014.",
            "It grew from 20 billion a year earlier to <49 billion> won.",
            "It was so <28> members went.",
            "They sold it at <half>.",
            "They met at <a quarter>.",
            "They ran at <three-quarters> speed.",
            "It was the <first>, he said.",
            "The <4th>, he said, was long.",
            "They drew <5> per mille.",
            "It lost 20 percent, or <10 percent>, in May.",
            "It lost 20 seats, or <10 percent> in May.",
            "They made <five> earlier.",
            "It lay between the <two> and four camps.",
            "It lay between <two> armies.",
            "From <5> by 21:00 it grew to 10.",
            "They asked <about 1 in 3> Koreans.",
        ],
    )
    def test_what_changes_a_number_still_refuses_it(self, passage: str) -> None:
        """The same words where they move, part or choose."""
        assert said(passage)[0] == ()

    def test_points_are_no_percentage(self) -> None:
        """Also where the word percentage is left out."""
        _, problem = said("It rose <1.1> points", "polls.percent")
        assert problem == "percentage points are a difference, not a percentage"

    def test_points(self) -> None:
        """Percentage points are a number, but not a percentage."""
        assert said("fell <3> percentage points") == (("3",), "")
        _, problem = said("fell <3> percentage points", "polls.percent")
        assert problem == "percentage points are a difference, not a percentage"


class TestAnyText:
    """Whatever the text."""

    @SOME
    @given(
        st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), max_size=14),
        st.sampled_from([" ", "", "-"]),
    )
    def test_sorted_and_apart(self, parts: list[str], joint: str) -> None:
        """The spans are sorted and apart; each number has a value or a reason."""
        assert_in_order_and_apart(joint.join(parts))

    @pytest.mark.parametrize(
        "again",
        [
            *(
                "5 ",
                "five and ",
                "million ",
                "$",
                "-",
                "hundreds of ",
                "two point ",
                "more than ",
                "5-",
            ),
            *(
                "from 5 ",
                "or more ",
                "half a ",
                "the ",
                "one hundred ",
                "9",
                "(",
                "20 men or more ",
            ),
        ],
    )
    def test_work_grows_with_length(self, again: str) -> None:
        """Twice the text takes at most about twice the steps."""
        texts = [again * (size // len(again)) for size in (2_000, 4_000)]
        counts = [steps(partial(numbers, text)) for text in texts]
        assert counts[1] < 2.5 * counts[0] + 500
