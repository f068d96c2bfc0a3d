"""The words around a number, by what they do to it: the data of the rule `number`.

A list of `number before:` or `number behind:` words is taken up into the expression; harmless words
stay outside it. Every other function word that touches a number makes the rule refuse.
"""

from gsomia_data.curation.rules.number_east_words import EAST_WORDS
from gsomia_data.curation.rules.number_limits import LIMITS
from gsomia_data.curation.rules.number_refusals import REFUSED
from gsomia_data.curation.rules.wordlist import WordList, lines, split

_HARMLESS = (
    WordList(
        "number before: looked through",
        "picks out what is counted without changing the count; what is before it is looked at",
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
        "denies or weakens the whole phrase in which the number is: `not by 20 days`",
        split(
            "not never no nor neither hardly scarcely barely almost nearly perhaps maybe possibly "
            "probably presumably supposedly least most twice may might could would should can "
            "must ought to rarely estimated closer nearer"
        ),
    ),
    WordList(
        "number before: through a verb",
        "denies or doubts the verb on which the number hangs: `has not fired 20`",
        split(
            "not never nor neither hardly scarcely barely rarely seldom nearly almost may might "
            "could didn't doesn't don't hasn't haven't hadn't won't wouldn't can't couldn't cannot"
        ),
    ),
    WordList(
        "number behind: harmless",
        "begins the next clause or phrase, or says where, when or of whom",
        split(
            "of in on at for with from to into by across against among amid during under within "
            "after before since until through throughout near outside inside along around behind "
            "between via despite without over and but as because although though when where while "
            "which who whose that is are was were be been being has have had do did does will "
            "the this these those his her their its our he she they we it now already also still "
            "then so such other together both apart ahead last next worth"
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
        "number: limits elsewhere",
        "in the words that are cited, apart from the number, it limits it",
        split("highest least lowest maximum minimum most"),
    ),
    WordList(
        "number: people",
        "whom a share in two numbers counts (one in five adults)",
        split(
            "adults americans citizens households japanese koreans lawmakers men people "
            "respondents residents south students voters women workers"
        ),
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

NUMBER_WORDS = (*LIMITS, *_HARMLESS, *REFUSED, *_UNITS, *EAST_WORDS)
"""By what they do."""
