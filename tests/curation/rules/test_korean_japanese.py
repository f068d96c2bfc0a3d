"""Numbers and dates of Korean and Japanese text: what is read, and what is refused.

`<...>` marks the words in a passage; it is of Wednesday, 23 November 2016, unless a test says
otherwise. The documented shapes run in `test_numbers.py` and `test_dates.py`.
"""

import re
import unicodedata
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.rules import Outcome, reread
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.dates import DATE_RULES
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.number_east_words import EAST_WORDS
from gsomia_data.curation.rules.numbers import Number, canonical, numbers
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.vocabulary import Bound
from kit.counted import assert_in_order_and_apart
from kit.examples import examples
from kit.passages import WEDNESDAY, context, words
from kit.steps import steps

SOME = examples(60)
SAID = examples(150)


def of(passage: str, lexicon: Lexicon = LEXICON) -> list[Number]:
    """The numbers of a passage that overlap the marked words."""
    place = words(passage)
    found = numbers(place.quote, lexicon)
    return [one for one in found if one.start < place.end and place.start < one.end]


def value(passage: str) -> tuple[str, Bound]:
    """What the rule `number` gives for the marked words, and the bound of the number."""
    place = words(passage)
    outcome = reread("number", place, "", context("quantities.value"))
    assert outcome.problem == ""
    (number,) = of(passage)
    assert number.value is not None
    assert outcome.values == (canonical(number.value),)
    return outcome.values[0], number.bound


def whole(passage: str) -> None:
    """The marked words are one number that is read, neither more nor less."""
    place = words(passage)
    (number,) = of(passage)
    assert (number.start, number.end) == (place.start, place.end)
    assert number.value is not None


class TestNumbersThatAreRead:
    """A number is read with its scales and its limit, whatever particle touches what it counts."""

    @pytest.mark.parametrize(
        ("passage", "gives"),
        [
            ("주최 측은 이날 <3만 명>이 모였다고 밝혔다.", "30000"),
            ("응답자의 <59%>로 나타났다.", "59"),
            ("한국갤럽이 <1,000명>을 대상으로 조사했다.", "1000"),
            ("시민 <1천200명>이 참가했다.", "1200"),
            ("정부는 <10억 달러>를 냈다.", "1000000000"),
            ("정부는 <10억달러>를 냈다.", "1000000000"),
            ("찬성 <31%>, 반대 59%로 나타났다.", "31"),
            ("찬성 31%, 반대 <59%>로 나타났다.", "59"),
            ("시민 <1만2천 명>이 왔다.", "12000"),
            ("회원은 <1.5억 명>이다.", "150000000"),
            ("미국은 <3백만 명>을 보냈다.", "3000000"),
            ("정부는 <5천억 원>을 냈다.", "500000000000"),
            ("2016년 11월 23일 <19개국>이 서명했다.", "19"),
            ("국방부는 <20km>를 날았다고 밝혔다.", "20"),
            ("국민은 <35년간> 기다렸다.", "35"),
            ("미사일 <3발>을 발사했다.", "3"),
            ("이 가운데 <3명>이 왔다.", "3"),
            ("응답자의 <１２．５％>가 반대했다.", "12.5"),
            ("<2万人>が集まった。", "20000"),
            ("日本は<30カ国>と協定を結んだ。", "30"),
            ("2012年に<19カ国>が署名した。", "19"),
            ("弾道ミサイル<3発>を発射した。", "3"),
            ("財団に<10億円>を拠出する。", "1000000000"),
            ("市民は<1万2500人>だ。", "12500"),
            ("市民は<１，０００人>だ。", "1000"),
            ("賛成<40%>、反対59%だった。", "40"),
            ("賛成40%、反対<59%>だった。", "59"),
        ],
    )
    def test_an_exact_number_is_read(self, passage: str, gives: str) -> None:
        """Its value is that of the digits and the scales."""
        assert value(passage) == (gives, Bound.EXACT)

    @pytest.mark.parametrize(
        ("passage", "gives", "bound"),
        [
            ("경찰은 <약 26만 명>으로 추산했다.", "260000", Bound.ABOUT),
            ("<약59%>가 반대했다.", "59", Bound.ABOUT),
            ("주최 측은 이날 <100만 명 이상>이 모였다고 밝혔다.", "1000000", Bound.ABOVE),
            ("<3만5천여 명>이 모였다.", "35000", Bound.ABOVE),
            ("<최소 20명 이상>이 모였다.", "20", Bound.ABOVE),
            ("<20명을 넘는> 사람이 왔다.", "20", Bound.ABOVE),
            ("한국은 <20명에 육박하는> 사람을 보냈다.", "20", Bound.BELOW),
            ("<少なくとも3万人>が集まった。", "30000", Bound.ABOVE),
            ("<3万人に迫る>市民が集まった。", "30000", Bound.BELOW),
            ("日本は<30カ国余り>と結んだ。", "30", Bound.ABOVE),
        ],
    )
    def test_a_limit_belongs_to_its_number(self, passage: str, gives: str, bound: Bound) -> None:
        """It is read with its bound, and without the limit the words are refused."""
        assert value(passage) == (gives, bound)
        number = of(passage)[0]
        quote = words(passage).quote
        digits = re.search(r"\d+", quote[number.start : number.end])
        assert digits is not None
        at = number.start + digits.start()
        only = f"{quote[:at]}<{digits[0]}>{quote[at + len(digits[0]) :]}"
        outcome = reread("number", words(only), "", context("quantities.value"))
        assert "quote all of it" in outcome.problem

    @pytest.mark.parametrize(
        "passage",
        [
            "한국은 <33번째> 나라이다.",
            "<제33차> 회의가 열렸다.",
            "한국은 <5차> 핵실험을 비난했다.",
            "<5回目>の核実験を行った。",
            "<第33回>会議が開かれた。",
            "시민 <20명 미만>이 남았다.",
            "시민 <20>명이 남았다.",
            "시민 <20%>가 남았다.",
        ],
    )
    def test_the_expression_is_whole(self, passage: str) -> None:
        """The limit, the percent and what makes a rank belong to it, not what is counted."""
        whole(passage)


class TestNumbersThatAreRefused:
    """What is a part of something else, a name, or not clear gives no number."""

    @pytest.mark.parametrize(
        "passage",
        [
            "<10>~20명이 왔다.",
            "10~<20명>이 왔다.",
            "<5, 6명>이 왔다.",
            "5, <6명>이 왔다.",
            "3대<1>로 이겼다.",
            "<2016>년산 쌀이다.",
            "오후 <3시>에 만났다.",
            "<30대> 남성이 왔다.",
            "<38>선을 넘었다.",
            "SM-<3> 미사일을 샀다.",
            "헌법 <9조>를 고쳤다.",
            "제<4>원칙을 지켰다.",
            "<3>·1운동이 일어났다.",
            "3·<1>운동이 일어났다.",
            "<9·11> 테러가 났다.",
            "협약<3건>이 있다.",
            "<3.1%포인트> 떨어졌다.",
            "<3.1%p> 떨어졌다.",
            "<3년> 만에 만났다.",
            "<3시간> 30분 동안 만났다.",
            "<10명> 중 6명이 반대했다.",
            "10명 중 <6명>이 반대했다.",
            "30%에서 <59%>로 올랐다.",
            "<3명당> 1명이다.",
            "3명당 <1명>이다.",
            "반경 <30km>를 봉쇄했다.",
            "또 <20명>이 왔다.",
            "추가로 <20명>이 왔다.",
            "하루에 <20명>이 왔다.",
            "<20명>이 안 되는 사람이 왔다.",
            "<20명>도 안 왔다.",
            "<20명>밖에 없다.",
            "<20명>만 왔다.",
            "<20명> 이외에 없다.",
            "<20명>을 추가로 보냈다.",
            "<20명>의 2배가 왔다.",
            "<20명>의 약 절반이 왔다.",
            "市民は<20人>の約半数だ。",
            "<20人>を追加した。",
            "1일 <20명>이 왔다.",
            "1日に<20人>が来た。",
            "<二万人>が来た。",
            "<20명>씩 왔다.",
            "<20명>의 절반이 왔다.",
            "<20명> 이상한 사람이 왔다.",
            "<20명>을 넘었다.",
            "<59%>에 못 미쳤다.",
            "<약 30여 명>이 왔다.",
            "<2번> 출구로 나왔다.",
            "<3만> 대 1이다.",
            "회원은 <12천 명>이다.",
            "회원은 <3만5억 명>이다.",
            "회원은 <3만백 명>이다.",
            "회원은 <007명>이다.",
            "회원은 <9999만9999조 원>이다.",
            "회원은 <12,34명>이다.",
            "영하 <10도>였다.",
            "<수십> 명이 왔다.",
            "<세 번> 만났다.",
            "<3.5배>로 늘었다.",
            "<3분의 1>이다.",
            "<10〜20人>が来た。",
            "<3、4人>が来た。",
            "条約<3件>を結んだ。",
            "10人に<1人>が反対した。",
            "<10人>のうち3人が来た。",
            "<3ポイント>下がった。",
            "<30代>の男性が来た。",
            "<5・18>事件が起きた。",
            "憲法<9条>を改正した。",
            "推計<3万人>が集まった。",
            "さらに<3人>が来た。",
            "年に<3回>開いた。",
            "<20人>しか来なかった。",
            "<20人>を超えた。",
            "<20人>に満たなかった。",
            "<数十人>が来た。",
            "<10数人>が来た。",
            "<三つ>の協定がある。",
            "<3分の1>が反対した。",
            "<7割>が反対した。",
            "<3倍>に増えた。",
            "<3年>ぶりに会った。",
            "<3年>後に会った。",
            "第<2>次世界大戦が終わった。",
            "G<7>諸国が集まった。",
        ],
    )
    def test_no_value(self, passage: str) -> None:
        """Each number in the words is refused, with a reason of one line."""
        outcome = reread("number", words(passage), "", context("quantities.value"))
        assert outcome.values == ()
        assert outcome.problem
        assert "\n" not in outcome.problem
        assert all(one.value is None for one in of(passage))

    @pytest.mark.parametrize("passage", ["<3.1%포인트> 내렸다.", "<3ポイント>下がった。"])
    def test_percentage_points_are_no_percentage(self, passage: str) -> None:
        """The message says so."""
        outcome = reread("number", words(passage), "", context("polls.percent"))
        assert "not a percentage" in outcome.problem

    @pytest.mark.parametrize(
        "passage",
        [
            "국민은 약{}명이다.",
            "시민 3{}명이다.",
            "시민 3명{}이다.",
            "市民は{}3人だ。",
            "市民は3人{}だ。",
        ],
    )
    @pytest.mark.parametrize("letters", ["뷁", "鬱", "ヲ"])
    def test_what_no_list_has_refuses(self, passage: str, letters: str) -> None:
        """A letter that touches the number, its limit, or what it counts makes it unread."""
        assert all(one.value is None for one in numbers(passage.format(letters)))


def effect(name: str, word: str, form: str) -> tuple[str, str]:
    """How a sentence is read with a word of a list and without it."""
    text = form.format(word)
    return read_as(text, LEXICON), read_as(text, LEXICON.without(name, word))


def read_as(text: str, lexicon: Lexicon) -> str:
    """The numbers of a text, with their bounds or the reason against them."""
    return " | ".join(
        one.refusal or f"read: {text[one.start : one.end]} {one.value} {one.bound}"
        for one in numbers(text, lexicon)
    )


KOREAN, JAPANESE = "ko", "ja"
FORMS: dict[str, dict[str, str]] = {
    "counters": {KOREAN: "국민은 3{}에 있다", JAPANESE: "国民は3{}にいる"},
    "counters that may name": {KOREAN: "국민은 3{}에 있다"},
    "counters with a limit": {KOREAN: "국민은 3{} 이상이다", JAPANESE: "国民は3{}以上だ"},
    "money": {KOREAN: "국민은 3조 {}에 있다"},
    "percent": {KOREAN: "국민은 3{}에 있다", JAPANESE: "国民は3{}にいる"},
    "ranks": {KOREAN: "국민은 3{}이다", JAPANESE: "国民は3{}だ"},
    "ranked with 제": {KOREAN: "제3{} 회의가 있다", JAPANESE: "第3{}会議がある"},
    "what is ranked": {KOREAN: "제3차 {}가 있다", JAPANESE: "第3回{}がある"},
    "looked through": {KOREAN: "국민은 {} 3명이다", JAPANESE: "国民は{}3人だ"},
    "particles before": {KOREAN: "국민{} 3명이다", JAPANESE: "国民{}3人だ"},
    "harmless": {KOREAN: "{} 3명이다", JAPANESE: "{}3人だ"},
    "particles behind": {KOREAN: "국민은 3명{} 있다", JAPANESE: "国民は3人{}いる"},
    "acts": {JAPANESE: "日本は3回{}した"},
}
"""A sentence for the words of each list, by language."""


def form_of(name: str, word: str) -> str:
    """The sentence that shows a word of a list."""
    kind = name.removeprefix("east number: ")
    kind = kind.removeprefix("east number before: ").removeprefix("east number behind: ")
    if kind == "particles":
        kind = f"particles {'before' if 'before' in name else 'behind'}"
    language = KOREAN if re.search("[가-힣a-z%㎞㎏]", word) else JAPANESE
    return FORMS[kind][language]


READS = sorted(
    (one.name, word)
    for one in EAST_WORDS
    for word in one.words
    if not re.search("refused|points|(above|least|below|most|about)$", one.name)
)
REFUSES = sorted(
    (one.name, word) for one in EAST_WORDS for word in one.words if "refused" in one.name
)
LIMITS = sorted(
    (one.name, word)
    for one in EAST_WORDS
    for word in one.words
    if re.search("(above|least|below|most|about)$", one.name)
)
BOUNDS = {
    "above": Bound.ABOVE,
    "at least": Bound.ABOVE,
    "below": Bound.BELOW,
    "at most": Bound.BELOW,
    "almost": Bound.BELOW,
    "about": Bound.ABOUT,
}


def outcomes(passage: str, published: str = WEDNESDAY, before: str = "") -> dict[str, Outcome]:
    """What each rule for dates makes of the marked words, by its name."""
    around = context("dates.date", published)
    place = words(passage, before)
    return {rule.name: reread(rule.name, place, "", around) for rule in DATE_RULES}


def dated(passage: str, published: str = WEDNESDAY, before: str = "") -> tuple[str, str]:
    """The one rule that reads the marked words, and its value."""
    found = outcomes(passage, published, before)
    ((rule, given_value),) = [(name, *one.values) for name, one in found.items() if one.values]
    return rule, given_value


class TestDatesThatAreRead:
    """A date is read where it can mean only one day, month or year."""

    @pytest.mark.parametrize(
        ("passage", "rule", "gives"),
        [
            ("한국은 <2016년 11월 23일>에는 서명했다.", "date", "2016-11-23"),
            ("한국은 <지난 2012년> 미뤘다.", "date", "2012"),
            ("한국은 <2012년 6월> 미뤘다.", "date", "2012-06"),
            ("日本は<2012年>に延期した。", "date", "2012"),
            ("日本は<2012年6月>に延期した。", "date", "2012-06"),
            ("한국은 <11월 22일>(화) 서명했다.", "date-before", "2016-11-22"),
            ("한국은 <11월 22일> 화요일 서명했다.", "date-before", "2016-11-22"),
            ("日本は<11月22日>（火）に署名した。", "date-before", "2016-11-22"),
            ("한국은 <22일> 서명했다.", "date-before", "2016-11-22"),
            ("日本は<22日>、協定を終了すると発表した。", "date-before", "2016-11-22"),
            ("한국은 <23일> 서명했다.", "date-before", "2016-11-23"),
            ("両政府は<23日>、署名した。", "date-before", "2016-11-23"),
            ("한국은 <지난 25일> 서명했다.", "date-before", "2016-10-25"),
            ("한국은 <오는 25일> 서명한다.", "date-after", "2016-11-25"),
            ("日本は<来月22日>に署名する。", "from-publication", "2016-12-22"),
            ("한국은 <다음 달 22일> 서명한다.", "from-publication", "2016-12-22"),
            ("日本は<先月22日>に署名した。", "from-publication", "2016-10-22"),
            ("한국은 <오는 1월 5일> 서명한다.", "date-after", "2017-01-05"),
            ("한국은 <지난 12월 5일> 서명했다.", "date-before", "2015-12-05"),
            ("한국은 <6월> 협의했다.", "month-before", "2016-06"),
            ("한국은 <지난 6월> 협의했다.", "month-before", "2016-06"),
            ("日本は<6月>に協議した。", "month-before", "2016-06"),
            ("한국은 <금요일> 서명했다.", "weekday-before", "2016-11-18"),
            ("日本は<先週金曜日>に署名した。", "from-publication", "2016-11-18"),
            ("한국은 <지난주> 서명했다.", "from-publication", "[2016-11-14..2016-11-20]"),
            ("日本は<先月>、署名した。", "from-publication", "2016-10"),
            ("한국은 <작년> 서명했다.", "from-publication", "2015"),
            ("日本は<昨日>、署名した。", "from-publication", "2016-11-22"),
            ("日本は<きょう>、署名した。", "same-day", "2016-11-23"),
            ("한국은 <내일> 서명한다.", "from-publication", "2016-11-24"),
            ("한국은 <22일> 만났다.", "date-before", "2016-11-22"),
            ("한국은 <25일> 서명할 방침이라고 밝혔다.", "date-after", "2016-11-25"),
            ("한국은 <25일> 서명하기로 했다.", "date-after", "2016-11-25"),
            ("한국은 <25일> 끝날 예정이던 협정을 연장했다.", "date-after", "2016-11-25"),
            ("日本は<25日>に署名する予定だ。", "date-after", "2016-11-25"),
            ("日本は<25日>に署名する見通しだと述べた。", "date-after", "2016-11-25"),
            ("日本は<25日>、署名する方針を決めた。", "date-after", "2016-11-25"),
            ("한국은 토요일인 <19일> 서명했다.", "date-before", "2016-11-19"),
            ("日本は<土曜日の19日>に署名した。", "date-before", "2016-11-19"),
            ("日本は<22日>夜、署名した。", "date-before", "2016-11-22"),
            ("日本は<23日>未明に署名した。", "date-before", "2016-11-23"),
            ("日本は<２２日>に署名した。", "date-before", "2016-11-22"),
            ("首相は<22日>、「署名しない」と述べた。", "date-before", "2016-11-22"),
            ("한국은 <22일> 물가를 3.1% 올렸다.", "date-before", "2016-11-22"),
            ("한국은 <22일> 서명했지만 공개하지 않았다.", "date-before", "2016-11-22"),
            ("日本は<22日>に署名したが、公開しなかった。", "date-before", "2016-11-22"),
            ("한국은 <2012년 6월> 무산된 뒤 2016년 서명하지 않았다.", "date", "2012-06"),
            (
                "한국은 <11월 10∼15일> 협의했다.",
                "interval-from-publication",
                "2016-11-10/2016-11-15",
            ),
            (
                "日本は<10月16、17両日>、協議した。",
                "interval-from-publication",
                "2016-10-16/2016-10-17",
            ),
            (
                "한국은 <25∼28일> 협의할 예정이다.",
                "interval-from-publication",
                "2016-11-25/2016-11-28",
            ),
        ],
    )
    def test_a_date_has_one_value(self, passage: str, rule: str, gives: str) -> None:
        """One rule reads it."""
        assert dated(passage) == (rule, gives)

    @pytest.mark.parametrize(
        ("passage", "gives"),
        [
            ("<이날> 서명했다.", "2016-11-22"),
            ("<전날> 합의했다.", "2016-11-21"),
            ("<다음 날> 서명했다.", "2016-11-23"),
            ("<同日>、署名した。", "2016-11-22"),
            ("<翌日>、署名した。", "2016-11-23"),
        ],
    )
    def test_a_day_counts_from_the_day_named_last(self, passage: str, gives: str) -> None:
        """The document names it in the sentence before."""
        before = "한국과 일본은 2016년 11월 22일 만났다.\n"
        assert dated(passage, before=before) == ("named-day", gives)


class TestLettersInParts:
    """A document that was saved in normal form D is read as it is; positions are its own."""

    @pytest.mark.parametrize(
        "passage",
        [
            "정부는 지난 8월 23일 3만5천여 명을 만났다.",
            "カフェで平成28年11月23日、約１万5000人が会った。",
            "café에서 2016년 11월 19∼21일 33번째 회의가 열렸다.",
        ],
    )
    def test_dates_and_numbers_are_the_same(self, passage: str) -> None:
        """Each covers the same letters, and has the same value."""
        parts = unicodedata.normalize("NFD", passage)

        def found(text: str) -> list[tuple[str, object]]:
            covered: list[tuple[int, int, object]]
            covered = [(one.start, one.end, one.value) for one in numbers(text)]
            covered += [(one.start, one.end, one.first.day) for one in dates(text)]
            return [(unicodedata.normalize("NFC", text[a:b]), value) for a, b, value in covered]

        assert parts != passage
        assert found(parts) == found(passage)

    @pytest.mark.parametrize(
        "passage", ["한국은 <22일> 서명했다.", "カフェで<ことし8月22日>に会った。"]
    )
    def test_a_rule_gives_the_same(self, passage: str) -> None:
        """Words, quote and document may all be in parts."""
        parts = unicodedata.normalize("NFD", passage)
        before = unicodedata.normalize("NFD", "한국과 각국. ")
        assert dated(parts, before=before) == dated(passage)


class TestDatesThatAreRefused:
    """What is a part of a longer date, a range, or not certain gives no date."""

    @pytest.mark.parametrize(
        "passage",
        [
            "한국은 11월 <22일> 서명했다.",
            "日本は11月<22日>に署名した。",
            "한국은 <2012년> 6월 29일 서명했다.",
            "한국은 2012년 <6월> 29일 서명했다.",
            "<2016년>산 쌀이다.",
            "<2016년>도 예산이다.",
            "<2012년>이후 만났다.",
            "<2012년> 말까지 미뤘다.",
            "<2012년>에서 2016년까지 미뤘다.",
            "2012~<2016년>에 미뤘다.",
            "2012년부터 <2016년>에 미뤘다.",
            "2012년과 <2016년>에 미뤘다.",
            "<2012년>과 2016년에 미뤘다.",
            "20, <21일>에 만났다.",
            "20~<21일>에 만났다.",
            "약 <2012년>에 미뤘다.",
            "늦어도 <2012년>에 미뤘다.",
            "<5000년> 역사를 배웠다.",
            "<2000년> 역사를 배웠다.",
            "단기 <4349년>에 만났다.",
            "한국은 <3일>간 만났다.",
            "한국은 <1일> 20명을 만났다.",
            "日本は<1日>に20人と会った。",
            "한국은 <3일> 만에 만났다.",
            "한국은 <3일> 전 만났다.",
            "한국은 <3일>에 한 번 만났다.",
            "한국은 매월 <22일> 만났다.",
            "한국은 <25일> 만났다.",
            "한국은 <22일> 서명할 예정이다.",
            "한국은 <22일> 열릴 회의를 준비했다.",
            "한국은 <22일> 서명한다고 밝혔다.",
            "한국은 <22일> 서명.",
            "한국은 지난 <23일> 서명했다.",
            "한국은 <22일>(수) 서명했다.",
            "한국은 <11월 22일>(수) 서명했다.",
            "한국은 <11월 22일> 서명하지 않았다.",
            "한국은 10월 5일 합의하고 <22일> 서명했다.",
            "한국은 2012년 합의하고 <22일> 서명했다.",
            "한국은 지난달 합의하고 <22일> 서명했다.",
            "한국은 <11월> 서명했다.",
            "한국은 <12월> 서명했다.",
            "한국은 <6월> 서명할 예정이다.",
            "한국은 <6월> 항쟁을 기린다.",
            "한국은 5~<6월>에 협의했다.",
            "한국은 <6월>호를 냈다.",
            "日本は<6月>下旬に協議した。",
            "日本は<6月>中に協議した。",
            "한국은 <금요일> 서명할 예정이다.",
            "한국은 <오늘>날 강하다.",
            "<2012年>ごろ延期した。",
            "<2012年>度予算だ。",
            "<2012年>までに延期した。",
            "<2012年>、2016年に延期した。",
            "2012年から<2016年>に延期した。",
            "2012〜<2016年>に延期した。",
            "約<2012年>に延期した。",
            "日本は<22日>に署名する予定だ。",
            "日本は<22日>に署名しなかった。",
            "日本は<3日>間会った。",
            "日本は20、<21日>に会った。",
            "<3日>本企業が来た。",
            "首相は「<今日>、署名した」と述べた。",
            "日本は<明日>香村に行った。",
            "한국은 <25일> 계획을 발표했다.",
            "한국은 <22일> 끝날 예정이던 협정을 연장했다.",
            "한국은 매달 <25일> 끝날 예정이던 협정을 연장했다.",
            "한국은 <금요일인 19일> 서명했다.",
            "수리에 <10~15일> 걸렸다.",
            "수리에 <22일> 걸렸다.",
            "한국은 <25∼28일> 협의했다.",
            "한국은 <22∼25일> 협의할 예정이다.",
            "日本は<22日>朝鮮を訪れた。",
            "日本は<22日>夜間に訪れた。",
            "日本は<22日>、23日に署名した。",
            "日本は<22日>、23日午前9時に会談した。",
            "日本は平成28年<11月22日>に署名した。",
            "日本は昨年<12月2日>に署名した。",
            "日本は16、<17の両日>に協議した。",
            "日本は<16、17日>に協議した。",
            "지난 8월 정부는 종료한다고 <22일> 발표했다.",
            "한국은 <22일> 논의가 끝난 뒤 서명하지 않았다.",
            "한국은 <22일> 서명하지 않았고 공개했다.",
        ],
    )
    def test_no_date(self, passage: str) -> None:
        """No rule reads the words, and each says why in one line."""
        for outcome in outcomes(passage).values():
            assert outcome.values == ()
            assert outcome.problem
            assert "\n" not in outcome.problem

    def test_a_day_behind_a_month_of_the_sentence_before(self) -> None:
        """It may be a day of that month, and of no other is it read."""
        before = "한국은 10월 5일 합의했다.\n"
        assert not any(one.values for one in outcomes("<22일> 서명했다.", before=before).values())
        assert dated("<22일> 서명했다.", before="한국은 11월 5일 합의했다.\n")[1] == "2016-11-22"

    @pytest.mark.parametrize(
        ("before", "gives"),
        [
            ("日本は10月5日に合意した。今月8日に会った。", "2016-11-22"),
            ("한국은 10월 5일 합의하고 11월 8일 만났다.", "2016-11-22"),
            ("협정은 2012년 10월 23일 서명한 뒤 1년씩 연장된다. ", "2016-11-22"),
            ("한국은 10월 5일 합의하고 11월 서명을 논의했다. ", ""),
            ("협정은 2012년 10월 23일 서명했다. ", ""),
        ],
    )
    def test_the_month_is_that_of_the_last_day_before(self, before: str, gives: str) -> None:
        """A sentence that says in the present how things are names no month for the next one."""
        form = "日本は<22日>に会った。" if "日本" in before else "한국은 <22일> 서명했다."
        found = {one for each in outcomes(form, before=before).values() for one in each.values}
        assert found == ({gives} if gives else set())

    def test_a_day_long_ago_behind_how_things_are(self) -> None:
        """Only a day of the last week is surely of this month behind another one."""
        before = "협정은 2012년 10월 23일 서명한 뒤 1년씩 연장된다. "
        found = outcomes("한국은 <3일> 서명했다.", before=before)
        assert not any(outcome.values for outcome in found.values())

    @pytest.mark.parametrize("letters", ["뷁", "鬱", "ヲ"])
    @pytest.mark.parametrize(
        "form",
        ["한국은 <2012년>{} 미뤘다.", "한국은 <22일>{} 만났다.", "日本は<11月22日>{}会った。"],
    )
    def test_what_no_list_has_refuses(self, form: str, letters: str) -> None:
        """A letter that touches a date makes it unread."""
        found = outcomes(form.format(letters))
        assert not any(outcome.values for outcome in found.values())


class TestLists:
    """Each word of each list has an effect."""

    @pytest.mark.parametrize(("name", "word"), READS)
    def test_a_harmless_word_is_read_past(self, name: str, word: str) -> None:
        """Without its entry the number is refused."""
        with_it, without = effect(name, word, form_of(name, word))
        assert "read:" in with_it
        assert "read:" not in without

    @pytest.mark.parametrize(("name", "word"), REFUSES)
    def test_a_listed_word_refuses(self, name: str, word: str) -> None:
        """Without its entry the number is read."""
        korean = re.search("[가-힣]", word)
        if "before" in name:
            form = "국민은, {} 3명이다" if korean else "国民は、{}3人だ"
        else:
            form = "국민은 3명이 {} 있다" if korean else "国民は3人を{}"
        with_it, without = effect(name, word, form)
        assert "read:" not in with_it
        assert "read:" in without

    @pytest.mark.parametrize("word", sorted(LEXICON["east number: points"]))
    def test_points_are_a_difference(self, word: str) -> None:
        """Each is named as such, and without its entry the number is refused as another thing."""
        with_it, without = effect("east number: points", word, "국민은 3{} 내렸다")
        assert "difference" in with_it
        assert "read:" not in without
        assert with_it != without

    @pytest.mark.parametrize(("name", "word"), LIMITS)
    def test_a_limit_bounds_its_number(self, name: str, word: str) -> None:
        """Without its entry it is refused, or is another number."""
        korean = re.search("[가-힣]", word)
        if "before" in name:
            form = "국민은 {} 20명이다" if korean else "国民は{}20人だ"
        else:
            form = "국민은 20명 {} 사람에 있다" if korean else "国民は20人{}の人だ"
        (number,) = numbers(form.format(word))
        assert number.value == Decimal(20)
        assert number.bound is BOUNDS[name.partition("e: " if "before" in name else "d: ")[2]]
        with_it, without = effect(name, word, form)
        assert with_it != without


SCALES = {"ko": ("조", "억", "만", "천", "백", "십"), "ja": ("兆", "億", "万", "千", "百", "十")}


def in_scales(number: int, language: str, joint: str) -> str:
    """A whole number with all its scales: 1억2345만6789."""
    groups = []
    for power, scale in zip((12, 8, 4, 0), (*SCALES[language][:3], ""), strict=True):
        group = number // 10**power % 10**4
        groups += [f"{group}{scale}"] if group else []
    return joint.join(groups) or "0"


def spelled(number: int, language: str) -> str:
    """The same with the scales inside its groups: 1억2천3백4십5만6천7백8십9."""
    parts = []
    for power, scale in zip((12, 8, 4, 0), (*SCALES[language][:3], ""), strict=True):
        group = number // 10**power % 10**4
        small = [
            f"{group // 10**at % 10}{name}"
            for at, name in zip((3, 2, 1, 0), (*SCALES[language][3:], ""), strict=True)
            if group // 10**at % 10
        ]
        parts += ["".join(small) + scale] if small else []
    return "".join(parts) or "0"


class TestAnyNumber:
    """Whatever the number."""

    @SAID
    @given(st.integers(0, 10**16 - 1), st.sampled_from([" ", "", "fine"]))
    def test_a_number_in_korean_scales_reads_back(self, n: int, joint: str) -> None:
        """The value is the number that was spelled."""
        said = spelled(n, "ko") if joint == "fine" else in_scales(n, "ko", joint)
        (number,) = numbers(f"정부는 {said} 원을 냈다.")
        assert (number.value, number.bound) == (Decimal(n), Bound.EXACT)

    @SAID
    @given(st.integers(0, 10**16 - 1), st.sampled_from(["plain", "wide", "fine"]))
    def test_a_number_in_japanese_scales_reads_back(self, n: int, form: str) -> None:
        """The value is the number that was spelled, also in full-width digits."""
        said = spelled(n, "ja") if form == "fine" else in_scales(n, "ja", "")
        if form == "wide":
            said = said.translate({ord(str(d)): chr(ord("０") + d) for d in range(10)})
        (number,) = numbers(f"政府は{said}円を出した。")
        assert (number.value, number.bound) == (Decimal(n), Bound.EXACT)

    @SOME
    @given(
        st.lists(
            st.sampled_from(
                "3 20 만 억 조 천 명 이 을 % ％ 약 이상 최소 중 년 월 일 万 人 が 約 "
                "以上 年 月 日 제 차 번째 第 回 目 、 。 ~ · - ( ) "
                "수십 数十 세 五 $ p ポイント 1,000 2016 ３ five or to".split()
            ),
            max_size=14,
        ),
        st.sampled_from(["", " "]),
    )
    def test_numbers_are_in_order_and_apart(self, parts: list[str], joint: str) -> None:
        """Each has a value or a reason."""
        assert_in_order_and_apart(joint.join(parts))

    @pytest.mark.parametrize(
        "again",
        [
            *("3만 명이 ", "3만", "5 ", "약 ", "3、", "2016년 ", "제3", "수십 ", "만"),
            *("3万人が", "3年", "約3人", "十", "5, 국", "3명 이 넘는 ", "$3억", "3억 ", "국3"),
            *("22일 ", "오늘 ", "金曜日", "22日、", "지난주 금요일 "),
        ],
    )
    def test_work_grows_with_length(self, again: str) -> None:
        """Twice the text takes at most about twice the steps."""
        texts = [f"국 {again * (size // len(again))}" for size in (300, 600)]
        counts = [steps(partial(numbers, text)) for text in texts]
        assert counts[1] < 2.5 * counts[0] + 500
