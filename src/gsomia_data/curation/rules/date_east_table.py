"""Dates in Korean and Japanese as a table: each shape that a rule reads, and what is refused."""

from gsomia_data.curation.rules.shape import Shape


def _read(expression: str, means: str, rule: str, example: str, gives: str) -> Shape:
    return Shape(expression, means, rule, example, gives, "dates.date")


def _no(expression: str, why: str, example: str, says: str) -> Shape:
    return Shape(expression, why, "", example, says, "dates.date")


EAST_READ: tuple[Shape, ...] = (
    _read(
        "2012년 · 지난 2012년 · 2012年 · 2012년 6월",
        "that year, or that month",
        "date",
        "한국은 <2012년>에 협정을 미뤘다.",
        "2012",
    ),
    _read(
        "11월 4일(금) · 11月4日（金） (past clause)",
        "the last such day; a weekday behind it must agree",
        "date-before",
        "日本は<11月4日>（金）に署名した。",
        "2016-11-04",
    ),
    _read(
        "22일 · 22日 (past clause)",
        "that day of the month, up to publication, if no other month is named before it",
        "date-before",
        "日本は<22日>、署名した。",
        "2016-11-22",
    ),
    _read(
        "25일 · 25日 (예정, 방침, 하기로 했다 · 予定, 方針, 見通し)",
        "that day of the month of publication, if it is still to come",
        "date-after",
        "한국은 <25일> 서명할 예정이다.",
        "2016-11-25",
    ),
    _read(
        "토요일인 19일 · 土曜日の19日",
        "that day; the weekday must agree",
        "date-before",
        "한국은 <토요일인 지난 19일> 서명했다.",
        "2016-11-19",
    ),
    _read(
        "종료한다고 22일 발표했다",
        "the day of the report, whatever month is named in what is said",
        "date-before",
        "한국은 10월 4일 보낸 통보를 정지한다고 <22일> 발표했다.",
        "2016-11-22",
    ),
    _read(
        "22日、23日午前0時 · 22일, 23일 0시",
        "two days, for the midnight belongs to another clause",
        "date-before",
        "日本は<22日>、23日午前０時に失効する協定を延長した。",
        "2016-11-22",
    ),
    _read(
        "19∼21일 · 16、17の両日 (past clause)",
        "from the first of these days of the month to the last",
        "interval-from-publication",
        "日本は<16、17の両日>、協議した。",
        "2016-11-16/2016-11-17",
    ),
    _read(
        "2016년 11월 19∼21일 · 2016年11月16、17の両日",
        "from the first of these days to the last",
        "interval",
        "한국은 <2016년 11월 19∼21일> 협의했다.",
        "2016-11-19/2016-11-21",
    ),
    _read(
        "平成28年11月22日 · 令和元年",
        "that day, month or year of the calendar",
        "date",
        "日本は<平成28年11月22日>に署名した。",
        "2016-11-22",
    ),
    _read(
        "今年８月23日 · ことし８月23日 · 昨年12月 · 올해 8월 23일",
        "that day or month of this, last or next year",
        "from-publication",
        "日本は<ことし８月23日>に通告した。",
        "2016-08-23",
    ),
    _read(
        "6월 · 6月 (past clause) · 지난 6월",
        "the last such month before that of publication, which itself is refused",
        "month-before",
        "日本は<6月>に協議した。",
        "2016-06",
    ),
    _read(
        "오는 1월 · 来る1月",
        "the next such month",
        "month-after",
        "한국은 <오는 1월> 서명한다.",
        "2017-01",
    ),
    _read(
        "지난달 4일 · 先月4日 · 来月4日",
        "that day of the last, this or next month",
        "from-publication",
        "한국은 <지난달 4일> 합의했다.",
        "2016-10-04",
    ),
    _read(
        "오는 12월 4일 · 지난 10월 4일",
        "the next, or the last, such day",
        "date-after",
        "한국은 <오는 12월 4일> 서명한다.",
        "2016-12-04",
    ),
    _read(
        "화요일 · 金曜日 (past clause) · 지난주 금요일",
        "as a weekday in English",
        "weekday-before",
        "日本は<金曜日>に署名した。",
        "2016-11-18",
    ),
    _read(
        "어제 · 昨日 · 내일 · 지난주 · 先週 · 이달 · 先月 · 작년 · 昨年",
        "counted in that unit from publication",
        "from-publication",
        "한국은 <어제> 서명했다.",
        "2016-11-22",
    ),
    _read(
        "오늘 · きょう",
        "the day of publication",
        "same-day",
        "한국은 <오늘> 서명했다.",
        "2016-11-23",
    ),
    _read(
        "이날 · 同日 · 전날 · 前日 · 이튿날 · 翌日",
        "counted from the date that the document names last before",
        "named-day",
        "한국은 2016년 11월 22일 합의하고 <이튿날> 서명했다.",
        "2016-11-23",
    ),
)
"""What is read."""

EAST_REFUSED: tuple[Shape, ...] = (
    _no(
        "2016년산 · 2012년 이후 · 2012년 말까지 · 2012年ごろ",
        "what touches it, or is behind it, makes another date or no date of it",
        "한국은 <2012년> 말까지 미뤘다.",
        "after them may change the date",
    ),
    _no(
        "2012~2016년 · 22, 23일 · 약 2012년 · 約2012年",
        "a part of a range or a choice, or a date that is not certain",
        "한국은 2012~<2016년>에 협의했다.",
        "before them may change the date",
    ),
    _no(
        "22일 · 22日 in a clause that is neither plainly in the past nor plainly ahead",
        "the month is not printed",
        "한국은 <22일> 서명할 예정이다.",
        "leave out the month or the year",
    ),
    _no(
        "22일 · 22日 behind another month",
        "it may be of that month",
        "日本は10月5日に合意し、<22日>に署名した。",
        "speaks of another time",
    ),
    _no(
        "3∼4일",
        "it may be a count of days",
        "한국은 <3∼4일> 협의했다.",
        "may be a count of days",
    ),
    _no(
        "16、18の両日",
        "no stretch",
        "日本は<16、18の両日>、協議した。",
        "with others in between",
    ),
    _no(
        "이날 · 同日 (past clause) behind a day to come",
        "another day is meant",
        "한국은 2016년 11월 25일 협의하자고 했다. <이날> 서명했다.",
        "was still to come",
    ),
    _no(
        "11월 4일(수)",
        "weekday and date do not agree",
        "한국은 <11월 4일>(수) 서명했다.",
        "the words do not agree",
    ),
    _no(
        "11월 4일 ... 않았다 · 11月4日...なかった",
        "its clause denies that it happened",
        "한국은 <11월 4일> 서명하지 않았다.",
        "did not happen then",
    ),
    _no(
        "今日 · 昨日 in corner brackets",
        "the day of the speech is not known",
        "首相は「<昨日>、署名した」と述べた。",
        "inside quotation marks",
    ),
)
"""What is refused."""
