"""The grammar of dates as a table: each shape that a rule reads, and what is refused."""

from gsomia_data.curation.rules.date_east_table import EAST_READ, EAST_REFUSED
from gsomia_data.curation.rules.shape import Shape


def _read(expression: str, means: str, rule: str, example: str, gives: str) -> Shape:
    return Shape(expression, means, rule, example, gives, "dates.date")


def _count(expression: str, means: str, rule: str, example: str, gives: str) -> Shape:
    return Shape(expression, means, rule, example, gives, "quantities.as_of")


def _no(expression: str, why: str, example: str, says: str) -> Shape:
    return Shape(expression, why, "", example, says, "dates.date")


DATE_SHAPES: tuple[Shape, ...] = (
    _read(
        "Nov. 4, 2016 · 4 November 2016 · the 4th of November, 2016 · Friday, Nov. 4, 2016",
        "that day; a weekday beside it must agree",
        "date",
        "It was signed on <Nov. 4, 2016>, in Seoul.",
        "2016-11-04",
    ),
    _read("2016-11-04", "that day", "date", "It was filed on <2016-11-04>.", "2016-11-04"),
    _read(
        "2016년 11월 4일 · 2016年11月4日",
        "that day",
        "date",
        "한국과 일본은 <2016년 11월 4일> 서명했다.",
        "2016-11-04",
    ),
    _read(
        "平成28年11月4日 · 令和元年5月",
        "that day or month, by the eras of Japan since 1926",
        "date",
        "協定は<平成28年11月4日>に署名された。",
        "2016-11-04",
    ),
    _read(
        "New Year's Day, 2017 · Christmas Eve, 2016",
        "that day; without a year it is read as a day and a month",
        "date",
        "It took effect on <New Year's Day, 2017>, in Seoul.",
        "2017-01-01",
    ),
    _read(
        "November 2016 · early, mid, late November 2016 · the end of November 2016",
        "that month; where its parts end nobody has said",
        "date",
        "It was signed in <early November 2016>.",
        "2016-11",
    ),
    _read("2016 · late 2016", "that year", "date", "It failed in <2012> in Seoul.", "2012"),
    _read(
        "the 1990s",
        "some day in the ten years",
        "date",
        "It began in <the 1990s>.",
        "[1990-01-01..1999-12-31]",
    ),
    _read(
        "the first half of 2016 · the third quarter of 2016",
        "some day in these months",
        "within",
        "It was held in <the first half of 2016>.",
        "[2016-01-01..2016-06-30]",
    ),
    _read(
        "from A to B · A through B · A until B · A–B",
        "the stretch from the one to the other",
        "interval",
        "Japan ruled it <from 1910 to 1945>.",
        "1910/1945",
    ),
    _read(
        "until A",
        "a stretch that ended then",
        "interval",
        "The bureau kept them <until 1945>.",
        "../1945",
    ),
    _read(
        "before A", "some day before it", "within", "It was set up <before 2015>.", "[..2014-12-31]"
    ),
    _read("after A", "some day after it", "within", "It was dug <after 1905>.", "[1906-01-01..]"),
    _count(
        "between A and B (of a count)",
        "the stretch; of an event it may be a stretch, or some day in it",
        "interval",
        "It made 13 launches <between May 2016 and November 2016>.",
        "2016-05/2016-11",
    ),
    _read(
        "by A",
        "some day up to it; if it is not over on the day of publication it is a forecast, which "
        "cannot mean a day before it was made",
        "within",
        "All were destroyed <by Nov. 1, 2016>.",
        "[..2016-11-01]",
    ),
    _read(
        "by the end of A",
        "the same, to its last day",
        "within-publication",
        "It will be signed <by the end of November>, officials said.",
        "[2016-11-23..2016-11-30]",
    ),
    _read(
        "N days, months, years before A · the day after A",
        "counted in that unit from a date in the words, and as precise as it",
        "date",
        "The memo is of <the day before November 12, 2016>.",
        "2016-11-11",
    ),
    _read(
        "the eve of, N days before or after, the Nth anniversary of an event on A",
        "counted from the day of the event, which the words name",
        "date",
        "Candles were lit on <the third anniversary of the signing on Nov. 4, 2013>.",
        "2016-11-04",
    ),
    _read(
        "the week of A",
        "the week of that day, from Monday to Sunday",
        "within",
        "They met in <the week of Nov. 14, 2016>.",
        "[2016-11-14..2016-11-20]",
    ),
    _read(
        "Friday (past clause)",
        "the last such weekday before publication",
        "weekday-before",
        "They met on <Friday> in Seoul.",
        "2016-11-18",
    ),
    _read(
        "Friday (future clause) · this, next, coming Friday where only one is possible",
        "the next such weekday after publication",
        "weekday-after",
        "They will meet on <Friday> in Seoul.",
        "2016-11-25",
    ),
    _read(
        "last Friday",
        "the last one, where the Friday just gone and that of last week are the same",
        "weekday-before",
        "They met <last Friday>.",
        "2016-11-18",
    ),
    _read(
        "Friday last week · Friday next week · the Friday before last",
        "that weekday of that week; weeks begin on Monday, so a Sunday is refused",
        "from-publication",
        "They met on <Monday last week>.",
        "2016-11-14",
    ),
    _read(
        "the weekday of publication · today · immediately (of what is not over)",
        "the day of publication",
        "same-day",
        "They signed it on <Wednesday>.",
        "2016-11-23",
    ),
    _read(
        "Nov. 4 (past clause)",
        "the last such day up to publication",
        "date-before",
        "They met on <Nov. 4> in Seoul.",
        "2016-11-04",
    ),
    *EAST_READ,
    _read(
        "지난 4일 · 오는 24일",
        "the last, or the next, such day of a month",
        "date-before",
        "한국과 일본은 <지난 4일> 서명했다.",
        "2016-11-04",
    ),
    _read(
        "Nov. 4 (future clause)",
        "the next such day from publication on",
        "date-after",
        "They will meet on <Jan. 12> in Seoul.",
        "2017-01-12",
    ),
    _read(
        "January (past clause)",
        "the last such month before that of publication, which itself is refused",
        "month-before",
        "The test was carried out in <January>.",
        "2016-01",
    ),
    _read(
        "January (future clause)",
        "the next such month",
        "month-after",
        "The drill will begin in <January>.",
        "2017-01",
    ),
    _read(
        "yesterday · tomorrow · N days, weeks, months, years ago · in N days (future clause)",
        "counted in that unit from publication, and as precise as it",
        "from-publication",
        "The first attempt was abandoned <four years ago>.",
        "2012",
    ),
    _read(
        "last, this, next week, month, year · the week before last · June last year",
        "that week from Monday to Sunday, that month, that year",
        "from-publication",
        "The floor leaders clashed <last week>.",
        "[2016-11-14..2016-11-20]",
    ),
    _read(
        "earlier, later this week, month, year",
        "some day in it up to publication, or from then on",
        "from-publication",
        "A round of talks ended <earlier this month>.",
        "[2016-11-01..2016-11-23]",
    ),
    _read(
        "so far · until now · already",
        "some day up to publication",
        "by-publication",
        "It has <already> been signed.",
        "[..2016-11-23]",
    ),
    _count(
        "so far (of a count)",
        "as it was on the day of publication",
        "same-day",
        "<So far>, 32 others have signed.",
        "2016-11-23",
    ),
    _count(
        "since A (of a count) · since something happened in A",
        "from then through publication",
        "to-publication",
        "It has concluded 19 pacts <since 2010>.",
        "2010/2016-11-23",
    ),
    _count(
        "this year (of a count)",
        "from its first day through publication",
        "to-publication",
        "It has tested two devices <this year>.",
        "2016-01-01/2016-11-23",
    ),
    _read(
        "Nov. 19 to 21 · Monday through Friday",
        "a stretch whose ends are read by publication",
        "interval-from-publication",
        "The forum was held <from Nov. 19 to 21>.",
        "2016-11-19/2016-11-21",
    ),
    _read(
        "before, after, by Friday, Nov. 30, the end of the year",
        "as with a whole date, the end being read by publication",
        "within-publication",
        "Notes were exchanged <before Nov. 4>.",
        "[..2016-11-03]",
    ),
    _read(
        "the same day · the following day · N days later · the next year",
        "counted from the date that the document names last before",
        "named-day",
        "It was approved on Nov. 22 and signed <the following day>.",
        "2016-11-23",
    ),
    _no(
        "11/4/2016 · 4.11.2016",
        "day and month have no certain order",
        "It came on <11/4/2016>.",
        "day and month have no certain order",
    ),
    _no(
        "around, about, circa, nearly A",
        "no form of a cell says about when",
        "It was dug around <1944>.",
        '"around" before them',
    ),
    _no(
        "A or B · A and B",
        "two dates",
        "They met on <Nov. 4> and Nov. 5.",
        '"and" after them',
    ),
    _no(
        "last Friday, where it may be two",
        "this week's or last week's",
        "They met <last Monday>.",
        '"last" may mean this week or the week before',
    ),
    _no(
        "Friday, Nov. 5",
        "weekday and date do not agree",
        "They met on <Friday, Nov. 5, 2016>.",
        "the words do not agree",
    ),
    _no(
        "a weekday, a month or a day without a year in a clause without a certain tense",
        "would, could, was to, or no verb",
        "They would meet on <Friday>.",
        "do not say for certain",
    ),
    _no(
        "this, next, last week in quotation marks",
        "the day of the speech is not known",
        '"We will sign it <next week>," he said.',
        "inside quotation marks",
    ),
    _no(
        "before Friday's vote · since the 2016 election",
        "the limit is an event, not the date",
        "It was signed <before Friday>'s vote.",
        "names an event of that date",
    ),
    _no(
        "not until A",
        "the negation turns it round",
        "It was not signed <until 2016>.",
        "turns it round",
    ),
    _no(
        "Nov. 4 · January · Tuesday in a sentence about another time",
        "it may be of then",
        "In 1979, Park was shot on <Oct. 26> in Seoul.",
        "speaks of another time",
    ),
    _no(
        "a date of a picture, or of what is denied",
        "it is not that of an event",
        "In this photo of <Nov. 4, 2016>, Park smiles.",
        "not that of an event",
    ),
    _no(
        "the last week of May · his last year in office",
        "not the week or the year before publication",
        "The polls narrowed in the <last week> of May.",
        '"the" before them',
    ),
    _no(
        "first since 2015 · for the first time in three years",
        "a comparison, not the period of a count",
        "It will be the first visit <in six years>, officials said.",
        "the clause compares",
    ),
    _no(
        "Black Friday · Sunday Times · May 18 movement",
        "names",
        "Sales rose on Black <Friday> in Seoul.",
        "makes them a name or another date",
    ),
    _no(
        "2016 soldiers · Windows 2000",
        "a number that is not a year",
        "The division has <2016> soldiers.",
        "without a preposition before it may be something else",
    ),
    _no(
        "recent weeks · the past three years · several days ago",
        "no first day, or no count",
        "They marched in <recent weeks>.",
        "a stretch without a first day",
    ),
    *EAST_REFUSED,
)
"""In reading order; the rules themselves are in ``dates``."""
