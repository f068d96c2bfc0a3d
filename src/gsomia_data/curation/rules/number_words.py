"""The words around a number, by what they do to it: the data of the rule `number`.

A list of `number before:` or `number behind:` words is taken up into the expression; harmless words
stay outside it. Every other function word that touches a number makes the rule refuse.
"""

from gsomia_data.curation.rules.number_limits import LIMITS
from gsomia_data.curation.rules.wordlist import WordList, lines, split

_HARMLESS = (
    WordList(
        "number before: looked through",
        "picks out what is counted without changing the count; what stands before it is looked at",
        split(
            "a an the this that these those its their his her our your my all only just exactly "
            "precisely also already now still then merely whose 's"
        ),
    ),
    WordList(
        "number before: harmless",
        "begins a clause or a phrase, or joins a verb to its number, and leaves the number alone",
        lines("""
            for
            with
            without
            in
            by
            at
            on
            to
            of
            from
            into
            across
            against
            among
            amongst
            including
            after
            before
            during
            through
            throughout
            toward
            towards
            worth
            and
            when
            where
            while
            because
            although
            though
            which
            who
            is
            are
            was
            were
            been
            being
            has
            have
            had
            having
            him
            them
            us
            it
            we
            so far
        """),
    ),
    WordList(
        "number before: particles",
        "ends a verb of two words, such as `set aside`; harmless behind a content word",
        split("aside away back down off out up forward together along home"),
    ),
    WordList(
        "number before: through a preposition",
        "denies or weakens the whole phrase in which the number stands: `not by 20 days`",
        split(
            "not never no nor neither hardly scarcely barely almost nearly perhaps maybe possibly "
            "probably presumably supposedly least most twice may might could would should can "
            "must ought to rarely estimated"
        ),
    ),
    WordList(
        "number behind: harmless",
        "begins the next clause or phrase, or says where, when or of whom",
        split(
            "of in on at for with from to into by across against among amid during under within "
            "after before since until through throughout near outside inside along around behind "
            "between via despite without over and but as because although though when where while "
            "which who whom whose that is are was were be been being has have had do did does will "
            "the this these those his her their its our he she they we it now already also still "
            "then so such other together both apart ahead last next"
        ),
    ),
)

_REFUSED = (
    WordList(
        "number before: refused",
        "makes of the number a part, a repetition, an addition, an average or a comparison",
        split(
            "additional extra average averaged averaging median mean double triple quadruple twice "
            "thrice half top bottom initial couple nearest approaching approached approaches "
            "virtually practically reportedly allegedly apparently seemingly potentially "
            "purportedly theoretically effectively dial hotline times divided multiplied minimum "
            "maximum mid supposed suspected rumored rumoured planned proposed projected expected "
            "good odd spare rarely"
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

_UNITS = (
    WordList(
        "number: currencies",
        "is a unit of money, so that `m`, `k` and `bn` before it are scales",
        split(
            "won yen dollar dollars euro euros pound pounds yuan krw jpy usd eur gbp cny $ ₩ ¥ € £"
        ),
    ),
    WordList(
        "number: joined units",
        "is a unit written against its digits: 500km",
        split("km kg cm mm ft mph kph kmh kw mw gw gb tb mb hz mhz ghz kt"),
    ),
    WordList(
        "number: stretches of time",
        "counts time, so that `over` before it may mean during",
        split(
            "second seconds minute minutes hour hours day days night nights weekend weekends week "
            "weeks month months year years decade decades century centuries"
        ),
    ),
    WordList(
        "number: counts to a day",
        "counts from the number of days or years to a day",
        split("ago later earlier hence"),
    ),
)

NUMBER_WORDS = (*LIMITS, *_HARMLESS, *_REFUSED, *_UNITS)
"""By what they do."""
