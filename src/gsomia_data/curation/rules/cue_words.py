"""The words that change a cue, those that leave it alone, and the other senses of cues.

What is harmless beside a cue is listed, not what is harmful: a function word that touches a cue and
is in none of these lists makes the rule refuse.
"""

from gsomia_data.curation.rules.wordlist import WordList, lines, split

GAP = "…"
"""Stands for any words of the same clause between a cue and a word after it."""

KEPT = "kept: "
"""Begins the name of the list of phrases in which a cue keeps its sense."""

SENSE = "sense: "
"""Begins the name of the list of phrases in which a cue has another sense."""

CANCELLING = (
    WordList(
        "cue: negation",
        "says that it is not so; so does every word that ends in n't",
        split("cannot neither never no nobody none nor not nothing nowhere without"),
    ),
    WordList(
        "cue: weak negation",
        "says that it is hardly so, or falls short of it",
        lines(
            """anything but
            barely
            far from
            few
            hardly
            less than
            let alone
            little
            much less
            rarely
            scarcely
            seldom
            short of"""
        ),
    ),
    WordList(
        "cue: failure",
        "says that an act was not done, or was given up",
        lines(
            """abandoned
            avoid
            avoided
            banned
            blocked
            called for
            called off
            canceled
            cancelled
            decided against
            declined
            declines
            except
            excluded
            excludes
            excluding
            failed
            failing
            fails
            failure
            halted
            held off
            instead of
            opposed
            postponed
            prevented
            rather than
            refusal
            refused
            refuses
            refusing
            ruled out
            shelved
            stopped
            suspended
            unable
            unwilling"""
        ),
    ),
    WordList(
        "cue: denial",
        "says that a report of it is not true",
        split(
            "baseless denial denied denies deny denying dismissed dismisses disputed doubt doubted "
            "false groundless rejected rejects untrue"
        ),
    ),
    WordList(
        "cue: nearly",
        "says that it is close to being so; before a number it belongs to the number",
        lines(
            """all but
            almost
            close to
            nearly
            on the brink of
            on the verge of
            virtually"""
        ),
    ),
    WordList(
        "cue: unreal",
        "says that it is only possible, wished or imagined",
        lines(
            """allegedly
            as though
            could
            had it
            had they
            may
            maybe
            might
            myth
            ought
            perhaps
            possibly
            presumably
            pretended
            probably
            purportedly
            rumors
            rumours
            should
            supposedly
            were it
            were they
            wished
            wishes
            would"""
        ),
    ),
    WordList(
        "cue: condition",
        "sets a condition, or leaves open whether it is so",
        split("assuming if lest provided unless whether"),
    ),
)
"""Before a cue they cancel it, if they can reach it."""

PLANNED = WordList(
    "cue: to come",
    "says that an act is still to come, so that it is not done",
    lines(
        """can
        must
        shall
        to be
        to get
        to have
        to see
        will"""
    ),
)
PLANNED_ACT = WordList(
    "cue: planned",
    "says that an act is planned",
    lines(
        """demanded
        demands
        expected
        hoped
        hopes
        plan a
        planned
        planning
        plans a
        scheduled
        wanted
        wants"""
    ),
)

DONE = WordList(
    "cue: done",
    "reports an act as done; what is to come is another code, or none",
    lines(
        """agreed to deploy
        backed out
        backtracked
        claimed
        controlled the korean peninsula
        court ordered
        decided to end
        gave notice
        had lost
        inked
        left their homes
        marked the end of
        occupied
        ruled over
        said
        scrapped
        signed
        signed a preliminary deal
        struck
        suspended the notice
        taken to the streets
        threatened"""
    ),
)
DONE_ACT = WordList(
    "cue: done, as an act",
    "names an act; in the column `act` it must have been done, elsewhere it is only of that kind",
    lines(
        """press conference
        rally
        statement"""
    ),
)

EVENT = WordList(
    "cue: event",
    "names an event, of which it may be told behind it that it was not held",
    lines(
        """missile launches
        missile tests
        nuclear test
        nuclear tests
        press conference
        rally
        signing
        statement"""
    ),
)
OPEN_TIME = WordList(
    "cue: open time",
    "says until when or after what; what follows in its clause need not have come about",
    split("before once till until"),
)
PREFIX = WordList(
    "cue: prefix",
    "turns the word after its hyphen into another",
    split("anti counter half non pre pro un"),
)
PART = WordList(
    "cue: opener of a part",
    "opens a clause that is a part of the one before it, so that a negator there reaches into it",
    split("that where which who whom whose"),
)

SHARE = WordList(
    "cue: share",
    "counts like a number, so that almost, hardly and the like limit it and not the cue",
    split("all every half"),
)
NOT_FINITE = WordList(
    "cue: not finite",
    "makes no clause complete by itself",
    split("be been being having"),
)

BEHIND = WordList(
    "cue: negation behind",
    "denies the object or the doer of the cue before it",
    lines(
        """by no
        neither
        no one
        nobody
        none
        nothing"""
    ),
)

BEFORE = WordList(
    "cue: harmless before",
    "leaves a cue as it is right after it",
    split(
        "a all already also an and at been both did each first for from had has have he her "
        "his in it just later many of on other our she some that the their then these they "
        "this those was we were with"
    ),
)
BEFORE_THING = WordList(
    "cue: harmless before a thing",
    "leaves a cue as it is right after it, unless the cue reports an act as done",
    split("against amid are as be despite do during into is out over to under"),
)
AFTER = WordList(
    "cue: harmless after",
    "leaves a cue as it is right before it",
    split(
        "a about after again against all also among an and are as at before between both by "
        "during earlier for from had half has have here however in into is it its last later "
        "more next of on or our outside over since some soon that the their them this those "
        "through to together under until was were will with without"
    ),
)

SENSES = (
    WordList(
        "sense: against",
        "against an end of it, or in a contest; what else is not an agreement is refused as such",
        lines("warned against\nwarns against\nwon against"),
    ),
    WordList(
        "sense: opposition",
        "the parties that are not in government, whatever they think of an agreement",
        lines(
            """main opposition
            opposition candidate
            opposition lawmaker
            opposition lawmakers
            opposition leader
            opposition leaders
            opposition parties
            opposition party
            the opposition"""
        ),
    ),
    WordList("sense: critics", "reviewers", lines("art critics\nfilm critics")),
    WordList(
        "sense: intelligence",
        "a machine's mind, or an agency's name",
        lines("artificial intelligence\nintelligence quotient\nintelligence test"),
    ),
    WordList(
        "sense: security",
        "a body, an office or a branch, not a reason",
        lines(
            """security adviser
            security council
            security forces
            security guards
            social security"""
        ),
    ),
    WordList("sense: article", "a part of a treaty", lines("article nine\nin article")),
    WordList(
        "sense: rally",
        "of a market",
        lines("extended a rally\nmarket rally\nrally in shares\nstock rally"),
    ),
    WordList("sense: expected", "what happened, happened as foreseen", lines("as expected")),
    WordList("sense: survey", "of land", lines("geological survey\nsurvey ship")),
    WordList("sense: statement", "of accounts", lines("bank statement\nfinancial statement")),
    WordList(
        "sense: sign",
        "a mark or a hint",
        lines("a sign\nsign of\nthe sign"),
    ),
    WordList("sense: said", "hearsay", lines("was said to\nwere said to")),
    WordList(
        "sense: claimed",
        "took, or demanded as its own",
        lines("claimed … islands\nclaimed … lives\nclaimed responsibility\nclaimed victory"),
    ),
    WordList("sense: conflict", "of duties", lines("conflict of interest")),
    WordList("sense: of war", "a captive or a crime", lines("of war crimes\nprisoners of war")),
    WordList("sense: half", "a kinship", lines("half brother")),
    WordList("sense: threatened", "in danger", lines("threatened by\nthreatened species")),
    WordList("sense: directly", "by vote", lines("directly elected")),
    WordList("sense: according to", "as was meant", lines("according to plan")),
    WordList("sense: test", "of something else", lines("blood test\ndrug test\ntest of")),
    WordList(
        "sense: people",
        "a state's or an army's name",
        lines("people's army\npeople's republic"),
    ),
)
"""By cue: phrases in which it does not mean its code; ``…`` stands for words between."""

KEPT_SENSES = (
    WordList(
        "kept: opposition",
        "says to what or of whom, so that it is resistance and not the parties",
        lines(
            """opposition against
            opposition among
            opposition from
            opposition in
            opposition over
            opposition to"""
        ),
    ),
)
"""By cue: phrases in which it keeps its sense, whatever stands before it."""

OBJECTS = (
    WordList(
        "cue: of an agreement",
        "is done to an agreement; to something else it is not the event of the code",
        lines(
            """against
            decided to end
            gave notice
            inked
            lapse
            scrapped
            sign
            signed
            struck
            to be signed
            to end
            will be signed
            will sign"""
        ),
    ),
    WordList(
        "cue: of an agreement, or of nothing",
        "may be without an object: the ministers signed on Friday",
        lines("against\nsign\nsigned\nwill sign"),
    ),
    WordList(
        "cue: agreement",
        "a word for an agreement, or a pronoun that may mean one",
        split(
            "accord accords agreement agreements bargain compromise convention deal deals "
            "it memorandum pact pacts plan protocol signing treaties treaty"
        ),
    ),
    WordList("cue: passive", "what the verb is done to is before it", split("been was were")),
    WordList("cue: time", "says when, and is not an object", split("today week yesterday")),
)
"""What a cue is done to."""

CUE_WORDS = (
    *CANCELLING,
    PLANNED,
    PLANNED_ACT,
    DONE,
    DONE_ACT,
    EVENT,
    OPEN_TIME,
    PREFIX,
    PART,
    SHARE,
    NOT_FINITE,
    BEHIND,
    BEFORE,
    BEFORE_THING,
    AFTER,
    *SENSES,
    *KEPT_SENSES,
    *OBJECTS,
)
"""In reading order."""
