"""The documented shapes of a number in Korean or Japanese: what is read, and what is refused."""

from gsomia_data.curation.rules.shape import Shape
from gsomia_data.curation.schema.vocabulary import Bound

_COLUMN = "quantities.value"


def _read(says: str, example: str, value: str, bound: Bound = Bound.EXACT) -> Shape:
    return Shape(says, "", "number", example, value, _COLUMN, bound)


def _refused(says: str, example: str, names: str) -> Shape:
    return Shape(says, "", "", example, names, _COLUMN)


EAST_READ = (
    _read("Korean: digits before a counter", "시민 <1,000>명을 조사했다.", "1000"),
    _read("Korean: digits with a scale", "이날 <3만> 명이 모였다.", "30000"),
    _read("Korean: several scales", "정부는 <2억 5천만> 원을 냈다.", "250000000"),
    _read("Korean: a scale and digits", "시민 <3만5000>명이 모였다.", "35000"),
    _read("Korean: 조 before money", "예산은 <9조> 원이다.", "9000000000000"),
    _read("Korean: the sign of a currency", "일본은 $<10억>을 냈다.", "1000000000"),
    _read("Korean: a percentage", "응답자의 <59%>가 반대했다.", "59"),
    _read("Korean: a percentage in words", "지지율은 <34.5퍼센트>였다.", "34.5"),
    _read("Korean: a unit", "미사일은 <500>km를 날았다.", "500"),
    _read("Korean: a rank with 제, of what is listed", "<제33차> 회의가 열렸다.", "33"),
    _read("Korean: a rank behind the number", "한국은 <33번째> 나라이다.", "33"),
    _read("Korean: behind those of an age", "만 18세 이상 <1천4>명을 조사했다.", "1004"),
    _read("Korean: an estimate", "경찰 추산 <8천여> 명이 모였다.", "8000", Bound.ABOVE),
    _read("Korean: 약, 대략", "경찰은 <약 26만> 명으로 봤다.", "260000", Bound.ABOUT),
    _read("Korean: 가량, 정도, 안팎", "시민 <20명 가량>이 왔다.", "20", Bound.ABOUT),
    _read("Korean: 최소, 적어도", "<최소 20>명이 다쳤다.", "20", Bound.ABOVE),
    _read("Korean: 이상", "시민 <100만 명 이상>이 모였다.", "1000000", Bound.ABOVE),
    _read("Korean: 여, 남짓", "한국은 <30여> 개국과 맺었다.", "30", Bound.ABOVE),
    _read("Korean: 넘는, 초과: N excluded", "시민 <20명이 넘는> 사람이 왔다.", "20", Bound.ABOVE),
    _read("Korean: 최대", "<최대 20>명이 다쳤다.", "20", Bound.BELOW),
    _read("Korean: 이하", "병력은 <20명 이하>이다.", "20", Bound.BELOW),
    _read("Korean: 미만: N excluded", "병력은 <20명 미만>이다.", "20", Bound.BELOW),
    _read("Korean: 가까이, 거의", "시민 <20명 가까이>가 왔다.", "20", Bound.BELOW),
    _read("Japanese: digits before a counter", "日本は<30>カ国と結んだ。", "30"),
    _read("Japanese: digits with a scale", "<2万>人が集まった。", "20000"),
    _read("Japanese: several scales", "日本は<1兆2000億>円を出す。", "1200000000000"),
    _read("Japanese: behind those of an age", "18歳以上の<2013>人に尋ねた。", "2013"),
    _read("Japanese: full-width digits beside others", "<１万5000>人が集まった。", "15000"),
    _read("Japanese: a percentage, also full-width", "反対は<１２％>だった。", "12"),
    _read("Japanese: a rank with 第, of what is listed", "<第33回>会議が開かれた。", "33"),
    _read("Japanese: a rank behind the number", "<5回目>の核実験を行った。", "5"),
    _read("Japanese: 約, およそ", "参加者は<約3万>人だった。", "30000", Bound.ABOUT),
    _read("Japanese: 程度, 前後", "<3万人程度>が集まった。", "30000", Bound.ABOUT),
    _read("Japanese: 少なくとも", "<少なくとも3万>人が集まった。", "30000", Bound.ABOVE),
    _read("Japanese: 以上", "<3万人以上>が集まった。", "30000", Bound.ABOVE),
    _read("Japanese: 余り, 余", "<3万人余り>が集まった。", "30000", Bound.ABOVE),
    _read(
        "Japanese: 超, を超える: N excluded", "<3万人を超える>市民が来た。", "30000", Bound.ABOVE
    ),
    _read("Japanese: 最大", "<最大20>人が来た。", "20", Bound.BELOW),
    _read("Japanese: 以下", "兵士は<20人以下>だ。", "20", Bound.BELOW),
    _read("Japanese: 未満: N excluded", "兵士は<20人未満>だ。", "20", Bound.BELOW),
    _read("Japanese: 近く, に近い", "<3万人近く>が集まった。", "30000", Bound.BELOW),
)
"""What is read."""

EAST_REFUSED = (
    _refused("Korean: a range", "<10>~20명이 왔다.", "'~2'"),
    _refused("Korean: a score", "찬성 <3>대1로 이겼다.", "'대1'"),
    _refused("Korean: from one to another", "<30>%에서 59%로 올랐다.", "another number"),
    _refused("Korean: a share in two numbers", "10명 중 <6>명이 반대했다.", "another number"),
    _refused("Korean: percentage points", "<3.1>%포인트 떨어졌다.", "not a percentage"),
    _refused("Korean: a vague count", "<수십> 명이 왔다.", "how many"),
    _refused("Korean: a number without digits", "<세> 번 만났다.", "without digits"),
    _refused("Korean: a time of day", "오후 <3>시에 만났다.", "'오후'"),
    _refused("Korean: an age or a decade", "<30>대 남성이 왔다.", "'대'"),
    _refused("Korean: a part of a date", "<2016>년 11월 4일 만났다.", "a part of the date"),
    _refused("Korean: years that may be a year", "그는 <87>년 그곳에 갔다.", "a year"),
    _refused("Korean: an article of a law", "국민은 <9조>를 고쳤다.", "what is counted"),
    _refused("Korean: a name with 제", "제<2>차 세계대전이 끝났다.", "a name"),
    _refused("Korean: a name with a mark", "국민은 <3>·1운동을 안다.", "'·1'"),
    _refused("Korean: a number that may name", "<2>번 출구로 나왔다.", "number of something"),
    _refused("Korean: a multiple", "시민이 <3>배로 늘었다.", "'배로'"),
    _refused("Korean: a time counted to a day", "한국은 <3>개월 전에 맺었다.", "'전'"),
    _refused("Korean: what is close to it by a verb", "시민이 <20>명에 육박했다.", "'육박'"),
    _refused("Korean: an average", "평균 <20>명이 왔다.", "'평균'"),
    _refused("Japanese: a range", "<10>〜20人が来た。", "'〜2'"),
    _refused("Japanese: two numbers", "3、<4>人が来た。", "'、'"),
    _refused("Japanese: a share in two numbers", "10人に<1>人が来た。", "another number"),
    _refused("Japanese: percentage points", "<3>ポイント下がった。", "not a percentage"),
    _refused("Japanese: a vague count", "<数十>人が来た。", "how many"),
    _refused("Japanese: a number without digits", "<三>つの協定がある。", "without digits"),
    _refused("Japanese: an age or a decade", "<30>代の男性が来た。", "'代の'"),
    _refused("Japanese: an article of a law", "憲法<9>条を改正した。", "'憲法'"),
    _refused("Japanese: a tenth as a unit", "市民の<7>割が反対した。", "'割が'"),
    _refused("Japanese: an addition", "さらに<3>人が来た。", "'さらに'"),
    _refused("Japanese: what is denied by its particle", "<20>人しか来なかった。", "'しか'"),
)
"""What is refused."""
