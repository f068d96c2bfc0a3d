"""The words beside a number that make something else of it, so that it is not read."""

from gsomia_data.curation.rules.wordlist import WordList, split

REFUSED = (
    WordList(
        "number before: refused",
        "makes of the number a part, a repetition, an addition, an average or a comparison",
        split(
            "additional extra average averaged averaging median mean double triple quadruple twice "
            "thrice half top bottom initial couple nearest approaching approached approaches "
            "virtually practically reportedly allegedly apparently seemingly potentially "
            "purportedly theoretically effectively dial hotline times divided multiplied minimum "
            "maximum mid supposed suspected rumored rumoured planned proposed projected expected "
            "good odd spare rarely neared nears nearing exceeded exceeds surpassed surpasses "
            "topped tops nearer"
        ),
    ),
    WordList(
        "number before: refused before of",
        "a noun that moves the number which `of` ties to it",
        split(
            "excess maximum minimum upwards north south shy short region order neighborhood "
            "neighbourhood vicinity average median mean fraction part parts multiple multiples "
            "factor ratio probability chance odds limit ceiling cap target goal "
            "quota threshold floor version couple pair"
        ),
    ),
    WordList(
        "number before: names",
        "makes the number a name: article 9, number two, type 88",
        split(
            "article page pages chapter paragraph section clause resolution channel number no nos "
            "route line room gate type phase level grade version model flight bus class category "
            "stage step tier track day week game act part point option plan figure table volume "
            "vol verse platform terminal highway unit battalion area zone block building apartment "
            "suite exit hall studio ward district issue item annex appendix protocol title episode "
            "season form lot pier runway squadron reactor group big war art pp p fig sec ch ground "
            "square year"
        ),
    ),
    WordList(
        "number before: speech",
        "takes `about` for what is spoken or thought of, not for a number nearby",
        split(
            "talk talks talked talking told tell tells ask asks asked speak speaks spoke spoken "
            "concern concerns concerned worry worried worries think thinks thought know knows knew "
            "learn learned learnt question questions questioned report reports information doubt "
            "doubts concerning complain complained heard hear know something lied lie wrote write "
            "debate debated debates discussion discussions said says details fears worries"
        ),
    ),
    WordList(
        "number behind: refused",
        "makes of the number a multiple, a difference, a time of day, a name or an ordinal day",
        split(
            "point points basis times fold x "
            "o'clock oclock am pm a.m. p.m. gmt utc kst jst est hrs sharp something somethings "
            "apiece respectively version tolerance"
        ),
    ),
    WordList(
        "number behind a hyphen: refused",
        "makes a compound in which the number does not count",
        split(
            "something somethings fold party sided time timer off way hand handed class rate world "
            "dash star track tier stop upmanship liner eyes nil all faced sum tolerance"
        ),
    ),
    WordList(
        "number behind a rank: refused",
        "makes a title, a name or an idiom of it",
        split(
            "lady ladies aid hand party parties person world class degree name names language "
            "strike strikes minister secretary lieutenant sight glance thought thoughts wind rate "
            "refusal century parallel"
        ),
    ),
    WordList(
        "number behind a capital: refused",
        "makes a name of it at the head of a sentence: `Five Eyes`",
        split("party parties power powers eyes"),
    ),
    WordList(
        "number behind a noun: refused",
        "makes of the count before it an addition or a difference: `20 years more`",
        split("more fewer less longer shorter extra"),
    ),
    WordList(
        "number: levels",
        "says before `at` that a level follows, not a time of day: `stood at 20`",
        split("stood stands standing remained remains put valued"),
    ),
    WordList(
        "number behind: streets",
        "makes the number the number of a house",
        split("street avenue road square lane drive boulevard st ave rd blvd ro gil downing"),
    ),
    WordList(
        "number behind: verbs of shares",
        "what people in a poll do: `a third said` is a share, `a third round` is a rank",
        split(
            "said say says believe believed think thought support supported supports oppose "
            "opposed opposes want wanted favor favored favour favoured backed disapproved approved "
            "voted agreed disagreed answered responded came went expressed chose prefer preferred "
            "felt trusted saw see live lived died left fled"
        ),
    ),
    WordList(
        "number behind one: refused",
        "makes of `one` an indefinite day, side or thing",
        split(
            "another day thing way side hand point time moment person might could would can should "
            "must may"
        ),
    ),
)
"""By the side on which they stand and by what they make of it."""
