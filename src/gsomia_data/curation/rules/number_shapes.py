"""The documented shapes of a number: what the rule `number` reads, and what it refuses."""

from gsomia_data.curation.rules.number_east_shapes import EAST_READ, EAST_REFUSED
from gsomia_data.curation.rules.shape import Shape
from gsomia_data.curation.schema.vocabulary import Bound

_COLUMN = "quantities.value"


def _read(says: str, example: str, value: str, bound: Bound = Bound.EXACT) -> Shape:
    return Shape(says, "", "number", example, value, _COLUMN, bound)


def _refused(says: str, example: str, names: str) -> Shape:
    return Shape(says, "", "", example, names, _COLUMN)


READ = (
    _read("digits, with or without commas", "It has <1,234> members.", "1234"),
    _read("a decimal fraction", "It weighs <2.5> tons.", "2.5"),
    _read("digits with a scale", "It cost <46.7 trillion> won.", "46700000000000"),
    _read("a short scale beside a currency", "It cost $<4.5m> last year.", "4500000"),
    _read("digits with a unit against them", "It flew <500km> to the east.", "500"),
    _read("digits with a part against them", "It is <4½> miles wide.", "4.5"),
    _read("a negative number", "It shrank at a rate of <-2.5 percent>.", "-2.5"),
    _read("a share in two numbers", "They asked <one in five> voters.", "20"),
    _read(
        "a share in two numbers with a limit", "<Nearly 1 in 2> voters agreed.", "50", Bound.BELOW
    ),
    _read("a percentage", "It fell by <59 percent>.", "59"),
    _read(
        "percentage points: the number before them", "It fell by <3.1> percentage points.", "3.1"
    ),
    _read("words", "They made <two hundred and five> tests.", "205"),
    _read("words with a point", "It grew by <two point five percent>.", "2.5"),
    _read("a whole and a part", "It lasted <two and a half> years.", "2.5"),
    _read("a scale and a part", "They dropped <a million and a half> leaflets.", "1500000"),
    _read("a part of a scale", "They spent <half a million> won.", "500000"),
    _read("a dozen", "It fired <two dozen> missiles.", "24"),
    _read("a rank, in digits or words, before what it ranks", "Japan is its <33rd> partner.", "33"),
    _read("a rank of what was named before", "It was the <fourth> this year.", "4"),
    _read("a rank with another beside it", "It held its <sixth> and most powerful test.", "6"),
    _read("points with a decimal fraction", "The index was up <12.16> points.", "12.16"),
    _read("the same in percent", "It lost 20 seats, or <10 percent>, in May.", "10"),
    _read("a rank in a compound", "It is the <third>-largest city.", "3"),
    _read("a number in a compound", "It ended a <35>-year occupation.", "35"),
    _read("a share of a whole, as a percentage", "It lost <half> of its people.", "50"),
    _read(
        "a share as subject of a plural verb", "<Almost half> were against it.", "50", Bound.BELOW
    ),
    _read("a share that is a level", "It was weakest in Seoul, at <three-fifths>.", "60"),
    _read("a share with finitely many digits", "It lost <two-fifths> of its people.", "40"),
    _read("one thing that is counted", "He met <one> minister there.", "1"),
    _read(
        "four digits that count a plural noun",
        "They sent <about 2000> troops.",
        "2000",
        Bound.ABOUT,
    ),
    _read("more than N: N excluded", "It made <in excess of 20> tests.", "20", Bound.ABOVE),
    _read("N or more: N included", "They saw <at least 20> tests.", "20", Bound.ABOVE),
    _read("the limit behind the number", "They saw <20-plus> tests.", "20", Bound.ABOVE),
    _read("the limit behind the noun", "They saw <20 tests or more> there.", "20", Bound.ABOVE),
    _read("less than N: N excluded", "It has <fewer than 20> members.", "20", Bound.BELOW),
    _read("N or less: N included", "They saw <as many as 20> tests.", "20", Bound.BELOW),
    _read("almost N: from nine tenths of N", "It took <almost three> years.", "3", Bound.BELOW),
    _read(
        "about N: from nine to eleven tenths", "It has <an estimated 20> sites.", "20", Bound.ABOUT
    ),
    _read(
        "a plural without a number: that many or more",
        "They saw <hundreds of thousands> of people.",
        "100000",
        Bound.ABOVE,
    ),
    *EAST_READ,
)
"""What is read."""

REFUSED = (
    _refused("a range", "It made <5 to 10> tests.", "a range"),
    _refused("a range whose parts are apart", "It rose from <15> votes then to 20.", "from"),
    _refused("a choice", "It made <five or six> tests.", "a choice"),
    _refused("a score or a vote", "They won by <300 to 56>.", "a score"),
    _refused(
        "two numbers that are not a share", "They slept <five out of 10> days.", "two numbers"
    ),
    _refused("a measure in two units", "It took <3> hours 20 minutes.", "two units"),
    _refused("a share with digits without end", "They won <two-thirds> of it.", "without end"),
    _refused("half of no whole", "They cut it by <half>.", "a share of"),
    _refused("a name with capitals", "They met the Group of <Seven>.", "'Seven'"),
    _refused("a name with letters or a hyphen", "They bought an SM-<3> missile.", "'-'"),
    _refused("a number behind a noun that it names", "They changed Article <9>.", "'article'"),
    _refused("a rank in a name", "They met at the <38th> parallel.", "'parallel'"),
    _refused("a rank without what it ranks", "It became the <33rd>.", "what it ranks"),
    _refused("a part of a date", "They met on November <4>.", "the date"),
    _refused("a year", "They met in <2016>.", "the date"),
    _refused("a time of day", "They met at <five>.", "time of day"),
    _refused("the number of a point in a list", "(<2>) The parties agree.", "a list"),
    _refused("a pronoun", "He is <one> of them.", "pronoun"),
    _refused("a vague count", "They saw a few <hundred> people.", "not those of one number"),
    _refused("an addition or a part", "They made another <20> tests.", "'another'"),
    _refused("a multiple", "It is <three> times as big.", "'times'"),
    _refused("a time counted to a day", "They met <three> years ago.", "a part of the date"),
    _refused("over a stretch of time", "It happened <over three> days.", "during"),
    _refused("what is denied", "It was not by <20> days.", "'not'"),
    _refused("what is only possible", "They may have <20> bombs.", "'may'"),
    _refused("another function word", "It was within <20> miles.", "'within'"),
    _refused("a number longer than a cell", "It has <9999999999999999999> parts.", "too long"),
    _refused("digits written like a code", "They called <007> there.", "a code"),
    *EAST_REFUSED,
)
"""What is refused."""

SHAPES = (*READ, *REFUSED)
"""All of them."""
