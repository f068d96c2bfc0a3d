"""The closed vocabularies: each code with its definition and its cues.

A cue is a string of words that, standing in a quote, shows the code without a coder's judgement,
as in the dictionaries of event-data projects. A cue is tested in its column alone; one that serves
a single cell counts as a judgement, and whatever has no cue is coded by a person, with a reason.
"""

from enum import StrEnum
from typing import ClassVar, Self


class Code(StrEnum):
    """A code that carries its ``definition`` and its ``cues``.

    A vocabulary is ``ordered`` only where its codes are magnitudes, the least first; else the order
    of its codes means nothing.
    """

    ordered: ClassVar[bool]
    definition: str
    cues: tuple[str, ...]

    def __init_subclass__(cls, *, ordered: bool = False) -> None:
        """A vocabulary, ``ordered`` or not."""
        cls.ordered = ordered

    def __new__(cls, code: str, definition: str, *cues: str) -> Self:
        """A member: its text, its definition, its cues."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        member.cues = cues
        return member

    @property
    def place(self) -> str:
        """Name across vocabularies: codes of two vocabularies may be the same word."""
        return f"{type(self).__name__}.{self.name}"


class Subject(Code):
    """What an agreement is about."""

    INTELLIGENCE = (
        "intelligence sharing",
        "exchange or protection of military information",
        "intelligence",
        "information-sharing",
    )
    COMFORT_WOMEN = (
        "comfort women",
        "women whom the Japanese military forced into sexual slavery before 1945",
        "sex slaves",
        "sexual servitude",
    )
    MISSILE_DEFENCE = (
        "missile defence",
        "stationing or operation of missile defence systems",
        "missile defense system",
    )


class Form(Code):
    """How many parties an agreement has."""

    BILATERAL = ("bilateral", "two parties")
    TRILATERAL = ("trilateral", "three parties")


class AgreementStatus(Code):
    """How far an agreement came, by the latest document that speaks of it."""

    CONCLUDED = (
        "concluded",
        "a source tells the signing, or the agreement of the parties, as done",
        "signed",
        "inked",
        "agreed to deploy",
        "struck",
    )
    ANNOUNCED = (
        "announced",
        "a source tells the signing as still to come, and none reliably as done",
        "will be signed",
        "will sign",
        "to be signed",
        "is signed",
    )
    ABANDONED = (
        "abandoned",
        "the attempt was given up before the signing",
        "scrapped",
        "backed out",
        "backtracked",
    )


class Channel(Code):
    """How the information passes between the parties."""

    DIRECT = ("direct", "from party to party, without a third", "directly")
    INTERMEDIARY = (
        "intermediary",
        "through a third party, named in `intermediary`",
        "intermediary",
    )


class Role(Code):
    """What a party does with an agreement."""

    SIGNED = ("signed", "a source says that it signed", "signed", "inked")
    TO_SIGN = (
        "to sign",
        "a source says that it will sign",
        "will sign",
        "will be signed",
        "to be signed",
    )
    INTENDED = (
        "intended",
        "it was to sign an agreement that was then abandoned",
        "expected to sign",
        "attempted to form",
        "had originally been expected",
    )
    AGREED = (
        "agreed",
        "a source says that it agreed, none that it signed",
        "struck",
        "agreed to deploy",
    )


class Answer(Code):
    """Answer of a survey's respondents on an agreement."""

    SUPPORT = ("support", "in favour of the agreement")
    OPPOSE = ("oppose", "against the agreement", "against", "did not want")
    UNDECIDED = ("undecided", "no opinion, or none given")


class Act(Code):
    """In what act a position was taken."""

    STATEMENT = ("statement", "a statement so called by the source", "statement")
    PRESS_CONFERENCE = ("press conference", "words at a press conference", "press conference")
    REMARK = ("remark", "words ascribed with no occasion named", "said")
    RALLY = ("rally", "a gathering to show the position", "rally")
    PROTEST = ("protest", "protest told without its form", "public outcry")
    THREAT = ("threat", "announcement of harm in case of the agreement", "threatened")
    ANALYSIS = ("analysis", "assessment of a person asked as an expert", "according to")
    POLICY = ("policy", "a standing aim that the source ascribes without naming an act")
    ATTITUDE = ("attitude", "a stand that the source reports without naming an act")


class Speech(Code):
    """Whose words the source prints."""

    DIRECT = ("direct", "a whole clause of the actor inside quotation marks")
    MIXED = ("mixed", "some words of the actor inside quotation marks, the rest reported")
    INDIRECT = ("indirect", "the actor's words or stand, reported without quotation marks")
    ACTION = ("action", "an act without words")


class Stance(Code):
    """For or against the agreement: the direction, whatever the reason."""

    SUPPORT = ("support", "wants the agreement, or says what it is good for")
    OPPOSE = (
        "oppose",
        "does not want the agreement, or says what it harms",
        "against",
        "critical of",
        "critics",
        "opposition",
    )
    NEUTRAL = ("neutral", "speaks about the agreement, its limits or its making, taking no side")


class Theme(Code):
    """The reason that the actor gives, or that the source ascribes."""

    SECURITY = ("security", "defence against threats, above all North Korea's", "security")
    HISTORY = ("history", "Japan's rule over Korea and its war-time wrongs")
    REARMAMENT = ("rearmament", "fear that Japan becomes a military power again")
    TIMING = ("legitimacy", "a government in crisis has no standing to conclude it now")
    PROCEDURE = ("procedure", "how it is made, what it covers, how it works")
    REGION = ("regional stability", "peace and balance among the neighbours")
    MISSILE_DEFENCE = ("missile defence", "whether it leads into the U.S. missile defence system")
    UNSTATED = ("unstated", "no reason is given")


class Event(Code):
    """What happened, or was to happen, on a date."""

    INITIALLED = (
        "initialled",
        "a preliminary text was signed or agreed",
        "signed a preliminary deal",
        "preliminary deal",
        "tentative pact",
    )
    SIGNED = (
        "signed",
        "the agreement was signed, or was to be",
        "signed",
        "signing",
        "sign",
        "will be signed",
        "will sign",
    )
    CONCLUDED = ("concluded", "agreed; no source says that it was signed", "struck")
    IN_FORCE = ("entered into force", "the agreement took effect", "takes place immediately")
    ABANDONED = (
        "abandoned",
        "the attempt was given up",
        "scrapped",
        "backed out",
        "backtracked",
    )
    ANNOUNCED = ("announced", "a party made a coming agreement public")
    DEADLINE = ("deadline", "what was agreed is to be done by then", "by the end of")
    POLL = ("poll released", "a survey's result was published", "survey")
    STATEMENT = (
        "statement",
        "an actor spoke in public",
        "statement",
        "press conference",
        "address to the nation",
    )
    ARTICLE = ("article", "a news agency published an article", "article")
    PROTEST = ("protest", "a rally or other public protest", "rally")
    NUCLEAR_TEST = (
        "nuclear test",
        "North Korea exploded a nuclear device",
        "nuclear test",
        "thermonuclear device",
    )
    COLONIAL_RULE = (
        "colonial rule",
        "Japan ruled over Korea",
        "colonial rule",
        "ruled over",
        "controlled the Korean peninsula",
    )
    WAR_ENDED = ("war ended", "a war came to its end", "marked the end of")
    CRISIS = ("political crisis", "a turn in a government's struggle to stay in office")


class DateStatus(Code):
    """Whether the event took place, by the words of the source."""

    OCCURRED = ("occurred", "told as done", "signed", "said")
    EXPECTED = (
        "expected",
        "told as still to come, or as having been planned",
        "expected",
        "will be signed",
        "will sign",
        "will likely",
    )
    CLAIMED = ("claimed", "told as an actor's claim only", "claimed")


class DatePrecision(Code, ordered=True):
    """How exactly a date is known: the more exact first.

    Day, month and year by their length. A span can be longer, but it is the time that the event
    filled; of `within`, which can be as long, no day is certain.
    """

    DAY = ("day", "one calendar day")
    MONTH = ("month", "one calendar month")
    YEAR = ("year", "one calendar year")
    SPAN = ("span", "it lasted from the earliest to the latest day")
    WITHIN = ("within", "on some day from the earliest to the latest")


class Measure(Code):
    """What was counted or measured."""

    TREATIES = ("treaty partners", "countries with a military-intelligence treaty", "treaties with")
    AGREEMENTS = (
        "agreement partners",
        "countries with a similar agreement, counted beside the treaties",
        "agreements with",
    )
    ROUNDS = ("rounds of talks", "rounds of talks held so far", "round of discussions")
    PREPARATION = ("time in preparation", "how long an agreement was prepared", "in the pipeline")
    NUCLEAR_TESTS = ("nuclear tests", "nuclear tests carried out", "nuclear test", "nuclear tests")
    MISSILE_TESTS = ("missile tests", "missile tests carried out", "missile tests")
    MISSILE_LAUNCHES = ("missile launches", "missiles launched", "missile launches")
    RULE = ("length of rule", "how long Japan ruled over Korea", "occupied", "colonization")
    WAR = ("length of war", "how long the Korean War lasted", "of war", "conflict")
    DISPLACED = ("people displaced", "people who left their homes", "left their homes")
    POPULATION_LOST = ("population lost", "part of the pre-war population lost", "had lost")
    PROTESTERS = ("protesters", "people in the streets", "taken to the streets")


class Unit(Code):
    """In what a quantity is counted."""

    COUNTRIES = ("countries", "states", "countries", "others")
    ROUNDS = ("rounds", "rounds of talks", "round")
    TESTS = ("tests", "tests", "test", "tests")
    LAUNCHES = ("launches", "missiles launched", "launches")
    YEARS = ("years", "years", "year", "years")
    PEOPLE = ("people", "persons", "people", "north koreans")
    PERCENT = ("percent", "hundredths of the whole", "half")


class Bound(Code, ordered=True):
    """How the words limit a number: by where the true number can lie, the lower first.

    `about` lies on both sides. It stands before `exact`, so that `bound >= "exact"` is the question
    whether the number is a minimum.
    """

    BELOW = ("below", "less than the number; after `almost`, from nine tenths of it")
    ABOUT = ("about", "the number, give or take a tenth")
    EXACT = ("exact", "the number itself")
    ABOVE = ("above", "more than the number")


class ActorKind(Code):
    """What an actor is."""

    STATE = ("state", "a state")
    BODY = ("body", "a government, ministry or other public body")
    PARTY = ("party", "a political party, or the parties of one side together")
    PERSON = ("person", "a named person")
    MEDIUM = ("medium", "a news organisation")
    POLLSTER = ("pollster", "an institute that asks and publishes")
    PUBLIC = ("public", "an unorganised public, or a crowd")
    GROUP = ("group", "organised people outside parties and the state")
    INSTITUTION = ("institution", "a university or the like")


class SourceKind(Code):
    """What a document is."""

    NEWS = ("news article", "an article of a news organisation")


class PublishedFrom(Code):
    """How the date of publication is known."""

    TEXT = ("text", "it stands in the document")
    OUTSIDE = ("outside", "it is known from outside the document")


class Relation(Code):
    """How the words of an evidence row stand to the cell."""

    STATES = ("states", "the words give the cell's value")
    APPROXIMATES = (
        "approximates",
        "the words give a bound, a span or a whole that holds the cell's value",
    )
    DISPUTES = ("disputes", "the words give another value")


class OmissionReason(Code):
    """Why words of a document are in no quote."""

    NAVIGATION = ("navigation", "furniture of the page: menus, players, counters, links")
    HEADING = ("heading", "a heading that says nothing that the text does not say")
    CREDIT = ("credit", "who wrote, contributed, photographed")
    CAPTION = ("caption", "caption of a picture or video that is about something else")
    DUPLICATE = ("duplicate", "the same words as the quote named in `duplicate_of`")
    BACKGROUND = ("background", "history or circumstances without an event of the tables")
    OTHER_SUBJECT = ("other subject", "about something that no table is about")
    VAGUE_TIME = ("vague time", "an event whose time the words do not give")
    NO_COLUMN = ("no column", "about an agreement, but no column holds it")
    NO_POSITION = (
        "opinion without a position",
        "an opinion or expectation with no holder, or on no agreement",
    )


FLAG_CUES: dict[str, dict[str, tuple[str, ...]]] = {
    "covers_confidential": {"true": ("confidential",), "false": ()},
    "covers_secret": {"true": ("secret",), "false": ()},
    "covers_top_secret": {
        "true": (),
        "false": ("top secret information is not covered", "does not cover top secret information"),
    },
}
"""Cues of the boolean columns: by column, of true and of false."""

NEGATIONS = frozenset(
    "not no never without denied denies deny refused refuses refuse cannot neither nor if unless "
    "whether".split()
)
"""Words that take away a cue after them, in its clause or six words on (also every n't)."""

REFERRING = frozenset(
    {
        "he", "she", "it", "they", "the two", "both countries", "the two countries",
        "the two governments", "the three nations", "the two asian nations", "the ministry",
        "the ministry official", "the official", "the regime", "the source", "the party",
        "the government", "the agreement's parties", "the country",
    }
)  # fmt: skip
"""Pronouns and descriptions that stand for an actor named before; never aliases."""

KEPT: dict[str, str] = {
    Answer.SUPPORT.place: "the corpus reports only the share against; other polls report both",
    Answer.UNDECIDED.place: "as for support: the rest of a survey is never computed",
    Bound.ABOUT.place: "the readings know `about` and `around`; no count of the corpus uses them",
}
"""Codes that no row uses, by ``Code.place``, each with the reason why it is kept."""
