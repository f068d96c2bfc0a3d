"""The closed vocabularies. Everything about a code is declared here, and only here.

A code has a definition, the nearest case that is not it, its cues and, if no row uses it, the
reason why it is kept (``code``).

A cue is a string of words. If a quote contains it, the code is clear without a coder's judgement,
as in the dictionaries of event-data projects. A cue holds in its own column only. A cue that serves
a single cell counts as a judgement. What has no cue is coded by a person, who gives a reason.
"""

from gsomia_data.curation.schema.codes import Code, code


class Subject(Code):
    """What an agreement is about."""

    INTELLIGENCE = code(
        "intelligence sharing",
        "exchange or protection of military information",
        nearest="a pact on the deployment of weapons that also yields data",
        cues=("intelligence", "information-sharing"),
    )
    COMFORT_WOMEN = code(
        "comfort women",
        "women whom the Japanese military forced into sexual slavery before 1945",
        nearest="an apology without an agreement",
        cues=("sex slaves", "sexual servitude"),
    )
    MISSILE_DEFENCE = code(
        "missile defence",
        "stationing or operation of missile defence systems",
        nearest="Japan joining a system for which no pact is named",
        cues=("missile defense system",),
    )


class Instrument(Code):
    """What kind of instrument an agreement is, where a name or a source says it.

    Empty for a deal, a pact or an accord: reporters vary these words for the sound.
    """

    TREATY = code(
        "treaty",
        "a source calls it a treaty",
        nearest="a pact, which may be one: empty",
        cues=("treaties",),
    )
    AGREEMENT = code(
        "agreement",
        "its own name says agreement, or a source sets it beside treaties as an agreement",
        nearest="`the trilateral agreement`, which the same article calls a pact: empty",
        cues=("agreement", "agreements"),
    )


class Form(Code):
    """How many parties an agreement has."""

    BILATERAL = code(
        "bilateral",
        "two parties",
        nearest="an exchange between two through a third who signs too: trilateral",
    )
    TRILATERAL = code(
        "trilateral",
        "three parties",
        nearest="two accords of one state with two others: two bilateral rows",
    )


class AgreementStatus(Code):
    """How far an agreement got, according to the latest document that mentions it."""

    CONCLUDED = code(
        "concluded",
        "a source reports that it was signed, or that the parties agreed",
        nearest="a preliminary deal: the final signing is still announced",
        cues=("signed", "inked", "agreed to deploy", "struck"),
    )
    ANNOUNCED = code(
        "announced",
        "a source reports that it will be signed, and none credibly that it was",
        nearest="an outsider's forecast of a pact that was then signed: concluded",
        cues=("will be signed", "will sign", "to be signed", "is signed"),
    )
    ABANDONED = code(
        "abandoned",
        "the attempt was given up before the signing",
        nearest="a signing that was put off without being given up",
        cues=("scrapped", "backed out", "backtracked"),
    )
    UNDER_NOTICE = code(
        "under notice",
        "it was concluded, and the latest that happened to it is a notice that ends it",
        nearest="a notice that was suspended or taken back: concluded",
        kept="no document reports a notice yet; later ones may leave it running",
    )
    ENDED = code(
        "ended",
        "it was concluded, and ceased to be in force",
        nearest="an attempt that was given up before the signing: abandoned",
        kept="no document reports the end of an agreement yet; later ones may",
    )


class Role(Code):
    """What a party did about an agreement."""

    SIGNED = code(
        "signed",
        "a source says that it signed",
        nearest="a minister who is threatened `if the agreement is signed`",
        cues=("signed", "inked"),
    )
    TO_SIGN = code(
        "to sign",
        "a source says that it will sign",
        nearest="`expected to sign it in 2012`, if the attempt was given up: intended",
        cues=("will sign", "will be signed", "to be signed"),
    )
    INTENDED = code(
        "intended",
        "it was to sign an agreement that was then abandoned",
        nearest="a party that will sign next week: to sign",
        cues=("expected to sign", "attempted to form", "had originally been expected"),
    )
    AGREED = code(
        "agreed",
        "a source says that it agreed, and none that it signed",
        nearest="a headline that says `sign`: signed",
        cues=("struck", "agreed to deploy"),
    )


class Proposal(Code):
    """What a survey asked about an agreement: what its answers are for or against."""

    CONCLUDE = code(
        "conclude",
        "to conclude the agreement, or to go on with concluding it",
        nearest="an agreement in force, asked about before it runs out: renew",
    )
    END = code(
        "end",
        "to end an agreement that was concluded, with or without a condition; to keep it is oppose",
        nearest="not to sign it in the first place: conclude, with the answer oppose",
        cues=("to end", "종료해야 한다는"),
        kept="the corpus has a survey from before the signing only; a later one may ask it",
    )
    END_ANYHOW = code(
        "end unconditionally",
        "to end it without a condition, where another answer of the survey sets one",
        nearest="a survey that knows one way of ending it only: end",
        kept="as for end: a survey may part those who would end it",
    )
    END_UNLESS = code(
        "end conditionally",
        "to end it unless something else is done first",
        nearest="to end it for a reason that is named: end",
        kept="as for end: a survey may part those who would end it",
    )
    RENEW = code(
        "renew",
        "to keep or prolong an agreement that was concluded, asked by itself",
        nearest="the answer beside ending it: end, oppose",
        kept="as for end: to keep the agreement is what else a later survey may ask",
    )


class Answer(Code):
    """Answer of a survey's respondents to what it asked about an agreement."""

    SUPPORT = code(
        "support",
        "in favour of the proposal",
        nearest="the remainder after the share against: no source gives it",
        kept="the corpus reports only the share against; other polls report both",
    )
    OPPOSE = code(
        "oppose",
        "against the proposal",
        nearest="a rally: an act of those present, not a survey",
        cues=("against", "did not want"),
    )
    UNDECIDED = code(
        "undecided",
        "no opinion, or none given",
        nearest="the remainder after two given shares: no source gives it",
        cues=("undecided", "잘 모르겠다"),
        kept="as for support: the rest of a survey is never computed",
    )


class Act(Code):
    """Kind of act by which a position was taken."""

    STATEMENT = code(
        "statement",
        "the source calls it a statement",
        nearest="words that somebody `said`, with no statement named: remark",
        cues=("statement",),
    )
    PRESS_CONFERENCE = code(
        "press conference",
        "words at a press conference",
        nearest="a spokesman's words without the occasion: remark",
        cues=("press conference",),
    )
    REMARK = code(
        "remark",
        "words ascribed to the actor with no occasion named",
        nearest="`said in a statement`: statement",
        cues=("said",),
    )
    RALLY = code(
        "rally",
        "a gathering that shows the position",
        nearest="a protest whose form is not reported: protest",
        cues=("rally",),
    )
    PROTEST = code(
        "protest",
        "a protest whose form is not reported",
        nearest="`widespread opposition`, without an act: attitude",
        kept="a source reports such a protest without saying whose it is, so no actor can be named",
    )
    THREAT = code(
        "threat",
        "announcement of harm if the agreement is made",
        nearest="a warning that others will suffer: remark",
        cues=("threatened",),
    )
    ANALYSIS = code(
        "analysis",
        "assessment by a person asked as an expert",
        nearest="an official's assessment: remark or statement",
        cues=("according to",),
    )
    POLICY = code(
        "policy",
        "a lasting aim that the source ascribes to the actor without naming an act",
        nearest="a hope in somebody's quoted words: remark",
    )
    ATTITUDE = code(
        "attitude",
        "a position that the source reports without naming an act",
        nearest="`slammed`, with the actor's words in quotation marks: remark",
    )


class Speech(Code):
    """How the source gives the actor's words: derived from act, wording and gist."""

    DIRECT = code(
        "direct",
        "words of the actor inside quotation marks, and nothing reported beside them",
        nearest="a whole sentence quoted after `highlighted the merits`: mixed",
    )
    MIXED = code(
        "mixed",
        "some words of the actor inside quotation marks, the rest reported",
        nearest="a whole sentence quoted with `he said` alone: direct",
    )
    INDIRECT = code(
        "indirect",
        "the actor's words or position, reported without quotation marks",
        nearest="a rally or protest of which no words are quoted: empty",
    )


WORDLESS = frozenset({Act.RALLY, Act.PROTEST})
"""Acts that show a position without words: with nothing quoted, nobody has spoken."""


class About(Code):
    """What the position is for or against: `stance` is towards this."""

    AGREEMENT = code(
        "agreement",
        "the agreement itself: that there is one, that it is signed, what it does",
        nearest="`the timing of the pact`: timing",
        cues=("against the signing", "critical of the deal", "critical of the pact"),
    )
    CO_OPERATION = code(
        "co-operation",
        "the working together that the agreement serves, where the position names this and not "
        "the agreement",
        nearest="words on the agreement and on what it serves: agreement",
    )
    TIMING = code(
        "timing",
        "the moment chosen for it, whatever the actor thinks of the agreement",
        nearest="a refusal that gives the moment as its reason: agreement, theme legitimacy",
        cues=("timing",),
    )
    MAKING = code(
        "making",
        "the way in which it is made: in haste, in secret, without asking those concerned",
        nearest="`against the signing`, that there be an agreement at all: agreement",
        kept="objections to secrecy or haste are common; those of the corpus are to the pact",
    )
    ENDING = code(
        "ending",
        "that it be ended or not renewed: who wants this supports; who warns of it, or welcomes "
        "that it goes on, opposes",
        nearest="praise of an agreement in force that does not name its end: agreement",
        kept="the corpus ends with the signing; the notice of a later year is about the end",
    )


class Stance(Code):
    """For or against what `about` names: the direction, whatever the reason."""

    SUPPORT = code(
        "support",
        "wants what `about` names, or says what it is good for",
        nearest="reporting that a third round led to a pact: no position",
    )
    OPPOSE = code(
        "oppose",
        "does not want what `about` names, or says what it harms",
        nearest="criticism of a president that does not touch the pact: no reaction",
        cues=("against", "critical of", "critics", "opposition"),
    )
    NEUTRAL = code(
        "neutral",
        "says that it takes no side",
        nearest="says what an agreement covers, how it works or what it is not: a claim",
        kept="nobody in the corpus says so; an abstaining party or a waiting neighbour would",
    )


class Theme(Code):
    """The reason that the actor gives, or that the source ascribes."""

    SECURITY = code(
        "security",
        "defence against threats, above all North Korea's",
        nearest="fear of confrontation among neighbours: regional stability",
        cues=("security",),
    )
    HISTORY = code(
        "history",
        "Japan's rule over Korea and its wartime wrongs",
        nearest="fear of what Japan may become: rearmament",
    )
    REARMAMENT = code(
        "rearmament",
        "fear that Japan becomes a military power again",
        nearest="`past atrocities`: history",
    )
    LEGITIMACY = code(
        "legitimacy",
        "a government in crisis has no standing to conclude it now",
        nearest="anger at how the pact was made, without the crisis: procedure",
    )
    PROCEDURE = code(
        "procedure",
        "how it is made, what it covers, how it works",
        nearest="the moment chosen by a government in crisis: legitimacy",
        kept="no position in the corpus gives it; anger at haste or secrecy would",
    )
    REGION = code(
        "regional stability",
        "peace and balance among the neighbours",
        nearest="a threat from North Korea: security",
    )
    MISSILE_DEFENCE = code(
        "missile defence",
        "with whom to defend against missiles: in the U.S. system, or with a shield of one's own",
        nearest="North Korea's missiles as the threat: security",
    )
    UNSTATED = code(
        "unstated",
        "no reason is given",
        nearest="a reason that the reporter ascribes: that reason",
    )


class Event(Code):
    """What happened, or was to happen, on a date."""

    PRELIMINARY = code(
        "preliminary",
        "a preliminary deal was signed or agreed",
        nearest="the final signing: signed",
        cues=("signed a preliminary deal", "preliminary deal", "tentative pact"),
    )
    SIGNED = code(
        "signed",
        "the agreement was signed, or was to be",
        nearest="a preliminary deal that was signed: preliminary",
        cues=("signed", "signing", "sign", "will be signed", "will sign"),
    )
    CONCLUDED = code(
        "concluded",
        "the parties agreed; no source says that they signed",
        nearest="a deal whose signing is reported: signed",
        cues=("struck",),
    )
    IN_FORCE = code(
        "entered into force",
        "the agreement took effect",
        nearest="`will share`: not a dated event",
        cues=("takes place immediately",),
    )
    END_DECIDED = code(
        "end decided",
        "a party decided within itself to end the agreement",
        nearest="what it then says to the other party: notice given",
        cues=("decided to end",),
        kept="no document reports it yet; later ones may date decision and notice apart",
    )
    NOTICE_GIVEN = code(
        "notice given",
        "a party gave the other notice that the agreement will end",
        nearest="a decision that the other party has not been told of: end decided",
        cues=("gave notice",),
        kept="no document reports a notice yet; later ones may",
    )
    NOTICE_SUSPENDED = code(
        "notice suspended",
        "the party that gave notice stopped its effect or took it back, so the agreement goes on",
        nearest="a year that passes without a notice: renewed",
        cues=("suspended the notice",),
        kept="no document reports a notice yet; later ones may",
    )
    RENEWED = code(
        "renewed",
        "the agreement was prolonged, by its own terms or by its parties",
        nearest="how it is renewed each time: a claim, term",
        kept="the corpus ends in the year of the signing; later documents may report it",
    )
    ENDED = code(
        "ended",
        "the agreement ceased to be in force, or was to",
        nearest="a notice that it will end, which may still be withdrawn: notice given",
        cues=("lapse",),
        kept="no document reports the end of an agreement yet; later ones may",
    )
    ABANDONED = code(
        "abandoned",
        "the attempt was given up",
        nearest="the signing expected for the same year: signed, expected",
        cues=("scrapped", "backed out", "backtracked"),
    )
    ANNOUNCED = code(
        "announced",
        "a party made a coming agreement public",
        nearest="a ministry's praise of a pact already signed: statement",
    )
    DEADLINE = code(
        "deadline",
        "the day by which what was agreed is to be done",
        nearest="a forecast `by the end of November`: signed, expected",
        cues=("by the end of",),
    )
    POLL = code(
        "poll released",
        "the result of a survey was published",
        nearest="the days on which people were asked: `polls.fieldwork`",
        cues=("survey",),
    )
    STATEMENT = code(
        "statement",
        "an actor spoke in public",
        nearest="a public statement that makes a coming pact known: announced",
        cues=("statement", "press conference", "address to the nation"),
    )
    ARTICLE = code(
        "article",
        "a news agency published an article",
        nearest="the article that is the source itself: `sources.published`",
        cues=("article",),
    )
    PROTEST = code(
        "protest",
        "a rally or other public protest",
        nearest="a crowd `in recent weeks`: not a dated event but a quantity",
        cues=("rally",),
    )
    NUCLEAR_TEST = code(
        "nuclear test",
        "North Korea exploded a nuclear device",
        nearest="a missile test or launch: a quantity where it is counted",
        cues=("nuclear test", "thermonuclear device"),
    )
    COLONIAL_RULE = code(
        "colonial rule",
        "Japan ruled over Korea",
        nearest="`35 years` without the years: a quantity",
        cues=("colonial rule", "ruled over", "controlled the Korean peninsula"),
    )
    WAR_ENDED = code(
        "war ended",
        "a war came to an end",
        nearest="a war as the end of another span (`until the end of World War Two`)",
        cues=("marked the end of",),
    )
    CRISIS = code(
        "political crisis",
        "a turn in a government's struggle to stay in office",
        nearest="a scandal `already` under way: not a dated event",
    )
    TRADE_MEASURE = code(
        "trade measure",
        "a state restricted or eased trade with another, or decided to",
        nearest="a complaint or talks about it: a claim, relations",
        cues=("export controls", "export curbs", "white list"),
        kept="the corpus has none; the dispute of a later year began with such measures",
    )
    RULING = code(
        "court ruling",
        "a court decided a matter between the parties or their people",
        nearest="a prosecutor's step against a president: political crisis",
        cues=("court ordered",),
        kept="the corpus has none; the dispute of a later year began with a ruling",
    )


class DateStatus(Code):
    """Whether the event took place, by the words of the source."""

    OCCURRED = code(
        "occurred",
        "reported as having happened",
        nearest="`will be signed`: expected, whatever came of it",
        cues=("signed", "said"),
    )
    EXPECTED = code(
        "expected",
        "reported as still to come, or as having been planned",
        nearest="`claimed to have`: claimed",
        cues=("expected", "will be signed", "will sign", "will likely"),
    )
    CLAIMED = code(
        "claimed",
        "reported only as an actor's claim",
        nearest="what a source reports as a fact on an official's word: occurred",
        cues=("claimed",),
    )


class DatePrecision(Code, ordered=True):
    """How exactly a date is known, the most exact first.

    Day, month and year are ordered by their length. A span can be longer, but the event filled all
    of it. `within` can be as long, but none of its days is certain.
    """

    DAY = code(
        "day",
        "one calendar day",
        nearest="a weekday that no rule resolves: no event",
    )
    MONTH = code(
        "month",
        "one calendar month",
        nearest="`by the end of November`: within",
    )
    YEAR = code(
        "year",
        "one calendar year",
        nearest="several years that the event filled: span",
    )
    SPAN = code(
        "span",
        "the event began on a day of the first part and ended on one of the last",
        nearest="`some day next week`: within",
    )
    WITHIN = code(
        "within",
        "the event was on some day from the earliest to the latest",
        nearest="`from 1910 to 1945`: span",
    )


class Measure(Code):
    """What was counted or measured."""

    TREATIES = code(
        "treaty partners",
        "countries with a military-intelligence treaty",
        nearest="the rank of one partner: partners exchanging information",
        cues=("treaties with",),
    )
    AGREEMENTS = code(
        "agreement partners",
        "countries with a similar agreement, counted beside the treaties",
        nearest="partners with a treaty: treaty partners",
        cues=("agreements with",),
    )
    EXCHANGE_RANK = code(
        "rank among partners exchanging information",
        "position of a partner in a state's count of partners that exchange military information",
        nearest="position among countries with any military deal: rank among military deals",
    )
    DEAL_RANK = code(
        "rank among military deals",
        "position of a partner in a state's count of countries with a military deal",
        nearest="`closest`, `first`: a claim of rank",
    )
    ROUNDS = code(
        "rounds of talks",
        "rounds of talks held so far",
        nearest="`after years of discussions`: no number",
        cues=("round of discussions",),
    )
    PREPARATION = code(
        "time in preparation",
        "how long an agreement was prepared",
        nearest="the year of an earlier attempt: a date",
        cues=("in the pipeline",),
    )
    NUCLEAR_TESTS = code(
        "nuclear tests",
        "nuclear tests carried out",
        nearest="missile tests",
        cues=("nuclear test", "nuclear tests"),
    )
    MISSILE_TESTS = code(
        "missile tests",
        "missile tests carried out",
        nearest="launches, as another source words it: missile launches",
        cues=("missile tests",),
    )
    MISSILE_LAUNCHES = code(
        "missile launches",
        "missiles launched",
        nearest="tests, as another source words it: missile tests",
        cues=("missile launches",),
    )
    RULE = code(
        "length of rule",
        "how long Japan ruled over Korea",
        nearest="`from 1910 to 1945`: a date",
        cues=("occupied", "colonization"),
    )
    WAR = code(
        "length of war",
        "how long the Korean War lasted",
        nearest="the years of a photograph: omitted",
        cues=("of war", "conflict"),
    )
    DISPLACED = code(
        "people displaced",
        "people who left their homes",
        nearest="`the lives of millions`: a figure of speech, not a count",
        cues=("left their homes",),
    )
    POPULATION_LOST = code(
        "population lost",
        "part of the pre-war population lost",
        nearest="people who left: people displaced",
        cues=("had lost",),
    )
    NOTICE = code(
        "notice period",
        "how long before its end a party must give notice",
        nearest="how long before its end something happened: a claim, making",
        cues=("days' notice",),
        kept="no document of the corpus speaks of a notice; later ones may",
    )
    PROTESTERS_AGREEMENT = code(
        "protesters on an agreement",
        "people in the streets for or against an agreement",
        nearest="people in the streets against a president: protesters against the president",
        kept="the corpus counts no such crowd; another document may",
    )
    PROTESTERS = code(
        "protesters against the president",
        "people in the streets who call for the resignation of the president",
        nearest="respondents of a poll: `polls.respondents`",
        cues=("taken to the streets",),
    )


class Unit(Code):
    """Unit in which a quantity is counted."""

    COUNTRIES = code(
        "countries",
        "states, counted as partners or parties",
        nearest="`three nations` that are parties: `agreements.form`",
        cues=("countries", "others"),
    )
    ROUNDS = code(
        "rounds",
        "rounds of talks",
        nearest="rounds without a number",
        cues=("round",),
    )
    TESTS = code(
        "tests",
        "tests carried out",
        nearest="launches",
        cues=("test", "tests"),
    )
    LAUNCHES = code(
        "launches",
        "missiles launched",
        nearest="tests",
        cues=("launches",),
    )
    DAYS = code(
        "days",
        "days of a duration",
        nearest="a day of the calendar: a date",
        cues=("days",),
        kept="the corpus measures in years; a notice is measured in days",
    )
    YEARS = code(
        "years",
        "years of a duration",
        nearest="a calendar year: a date",
        cues=("year", "years"),
    )
    PEOPLE = code(
        "people",
        "persons",
        nearest="percent of people: percent",
        cues=("people", "north koreans"),
    )
    RANK = code(
        "rank",
        "a position in a count: 33 is the 33rd",
        nearest="the count itself: countries",
    )
    PERCENT = code(
        "percent",
        "hundredths of the whole",
        nearest="a share of a poll: `polls.percent`",
        cues=("half",),
    )


class Aspect(Code):
    """The matter that a claim is on. Each aspect is about one kind of thing (``ABOUT``)."""

    PURPOSE = code(
        "purpose",
        "what an agreement is to serve, in the words of a party or of the source; object: the "
        "target",
        nearest="what an actor says that it will bring: a reaction, support",
        cues=("purpose",),
    )
    CONTENT = code(
        "content",
        "what an agreement covers: matter, or grade of information",
        nearest="`not covered`: exclusion",
    )
    EXCLUSION = code(
        "exclusion",
        "what an agreement is said not to cover",
        nearest="`limited to`: content",
        cues=("not covered", "does not cover"),
    )
    CHANNEL = code(
        "channel",
        "by what way, through whom and between which bodies information passes under an "
        "agreement; object: the intermediary, unless the clause denies that there is one",
        nearest="the way before it: prior practice",
        cues=("directly", "intermediary", "channel"),
    )
    PRIOR_PRACTICE = code(
        "prior practice",
        "how the parties did it until an agreement; object: the intermediary",
        nearest="an earlier agreement: a row of `agreements`",
    )
    PROCEDURE = code(
        "procedure",
        "what must happen each time under an agreement: requests, approvals, conditions; object: "
        "the body that it goes through",
        nearest="how it came about: making",
    )
    TERM = code(
        "term",
        "how long an agreement lasts by its own terms, and what renews or ends it",
        nearest="whether it will last, as somebody sees it: prospects",
        cues=("renews automatically each year",),
        kept="no document of the corpus speaks of it; later ones may",
    )
    MAKING = code(
        "making",
        "how, by whose hands, how fast and in what circumstances an agreement was negotiated, "
        "signed, dropped, ended or kept",
        nearest="the reason: cause; when: a date",
        cues=("discussions", "ceremony"),
    )
    CAUSE = code(
        "cause",
        "why an event came about, as the source has it",
        nearest="what followed: consequence; an actor's own reason: `reactions.theme`",
        cues=("due to", "in response to"),
    )
    CONSEQUENCE = code(
        "consequence",
        "what is said to have followed, to follow, or not to follow from an agreement; object: "
        "whom it touches",
        nearest="what it is for: purpose",
    )
    PROSPECTS = code(
        "prospects",
        "whether an agreement will come about, be carried out or last",
        nearest="a dated forecast: a date that is expected",
    )
    RANK = code(
        "rank",
        "the place of an agreement among others in words: first, closest, landmark",
        nearest="a numbered rank: a quantity",
        cues=("first", "closest", "landmark"),
    )
    RECEPTION = code(
        "reception",
        "approval or criticism of an agreement with no holder named",
        nearest="with a holder: a reaction",
        cues=("controversial",),
    )
    RELATIONS = code(
        "relations",
        "how states or peoples relate to each other; object: the other side",
        nearest="an act with a date: a date",
        cues=("relations", "still lingers"),
    )
    THREAT = code(
        "threat",
        "weapons and programmes of an actor, and the danger seen in them",
        nearest="a counted test: a quantity",
        cues=("threats",),
    )
    STANDING = code(
        "standing",
        "office, membership or ownership of an actor in the source's words, and how firmly an "
        "office is held; object: the body served or joined",
        nearest="a title as held when signing: `signatories.title`",
        cues=("spokesman", "president", "defense minister"),
    )


ABOUT: dict[Aspect, str] = {
    Aspect.CAUSE: "date_id",
    Aspect.RELATIONS: "actor",
    Aspect.THREAT: "actor",
    Aspect.STANDING: "actor",
}
"""Column that says what a claim is about, by aspect; ``agreement_id`` for the others."""

WITH_OBJECT = frozenset(
    {
        Aspect.PURPOSE,
        Aspect.CHANNEL,
        Aspect.PRIOR_PRACTICE,
        Aspect.PROCEDURE,
        Aspect.CONSEQUENCE,
        Aspect.RELATIONS,
        Aspect.STANDING,
    }
)
"""Aspects that give the column ``object`` a meaning."""


class Bound(Code, ordered=True):
    """How the words limit a number, ordered by the values that they allow, the lowest first.

    `about` allows values on both sides. It comes before `exact`, so that `bound >= "exact"` asks
    whether the number is a minimum.
    """

    BELOW = code(
        "below",
        "less than the number; after `almost`, from nine tenths of it",
        nearest="`about`: about",
    )
    ABOUT = code(
        "about",
        "the number, give or take a tenth",
        nearest="`almost`: below",
        kept="the rules know `about` and `around`; no count of the corpus uses them",
    )
    EXACT = code(
        "exact",
        "the number itself",
        nearest="`around`: about",
    )
    ABOVE = code(
        "above",
        "more than the number",
        nearest="`a dozen`: exact",
    )


class ActorKind(Code):
    """What an actor is."""

    STATE = code(
        "state",
        "a sovereign state",
        nearest="its government, if the words name the government: body",
    )
    BODY = code(
        "body",
        "a government, ministry or other public body",
        nearest="the opposition parties: party",
    )
    PARTY = code(
        "party",
        "a political party, or the parties of one side together",
        nearest="activists: group",
    )
    PERSON = code(
        "person",
        "a named person",
        nearest="an official without a name: no row",
    )
    MEDIUM = code(
        "medium",
        "a news organisation",
        nearest="the publisher of a source: `sources.publisher`",
    )
    POLLSTER = code(
        "pollster",
        "an institute that conducts and publishes surveys",
        nearest="a newspaper that reports a poll: medium",
    )
    PUBLIC = code(
        "public",
        "an unorganised public, or a crowd",
        nearest="organised advocates: group",
    )
    GROUP = code(
        "group",
        "an organised group outside parties and the state",
        nearest="a crowd at a rally: public",
    )
    INSTITUTION = code(
        "institution",
        "a university or a similar institution",
        nearest="a ministry: body",
    )


class AliasKind(Code):
    """What another name is; it decides what the name proves."""

    NAME = code(
        "name",
        "another name, a part of one, or the words that a document uses as one",
        nearest="the adjective of a state: demonym",
    )
    ABBREVIATION = code(
        "abbreviation",
        "letters that are read for a name",
        nearest="the acronym of an agreement: a column of `agreements`",
    )
    DEMONYM = code(
        "demonym",
        "the adjective of a state, or the name of its people: it names the state only before "
        "government, administration or cabinet, or between two states; else it proves a country",
        nearest="an adjective that two states share (Korean): a row of one document",
    )
    CAPITAL = code(
        "capital",
        "the capital of a state, which names the state only where it says or does something",
        nearest="the capital as a place: no evidence for an actor",
    )


class SourceKind(Code):
    """What a document is."""

    NEWS = code(
        "news article",
        "an article of a news organisation",
        nearest="an agency's article that another article mentions: not a source",
    )


class PublishedFrom(Code):
    """How the date of publication is known."""

    TEXT = code(
        "text",
        "the document gives it as the day of its publication",
        nearest="a date in the publisher's address: outside",
    )
    INFERRED = code(
        "inferred",
        "a day that the document gives for something else is taken for it",
        nearest="a line that dates the article itself: text",
    )
    OUTSIDE = code(
        "outside",
        "it is known from outside the document",
        nearest="the date of a picture in the document, taken for it: inferred",
    )


class Relation(Code):
    """Relation of the words in a row of evidence to the cell."""

    SUPPORTS = code(
        "supports",
        "the words give the cell's value",
        nearest="`almost 60%` for 59: approximates",
    )
    APPROXIMATES = code(
        "approximates",
        "the words give a bound, a period or a whole that includes the cell's value",
        nearest="other words for the same value: supports, or rewords",
    )
    DISPUTES = code(
        "disputes",
        "the words give another value",
        nearest="an earlier stage of the same matter: not a dispute",
    )
    REWORDS = code(
        "rewords",
        "the words say the same in a wording that the column did not take",
        nearest="words that a rule reads as the cell's own value: supports",
    )
    SLIP = code(
        "slip",
        "the words are an error or clumsiness of the source, kept as it is printed",
        nearest="a clear statement that excludes the value: disputes",
    )

    @property
    def gives_value(self) -> bool:
        """Whether the words give a value, by a rule; the others carry none."""
        return self not in (Relation.REWORDS, Relation.SLIP)


class TensionKind(Code):
    """How the sides of a tension relate to each other."""

    TENSION = code(
        "tension",
        "the sides can hardly all be true as reported",
        nearest="two values of one cell: evidence that disputes it",
    )
    PERHAPS_ONE = code(
        "perhaps one",
        "the rows may be one and the same thing, reported twice",
        nearest="one statement in two sources, named as the same: one row",
    )


class OmissionReason(Code):
    """Why words of a document are in no quote, or are left out inside one."""

    NAVIGATION = code(
        "navigation",
        "parts of the web page: menus, players, counters, links",
        nearest="a heading of the article: heading",
    )
    HEADING = code(
        "heading",
        "a heading that repeats what the text says",
        nearest="a headline that is the title: quoted",
    )
    CREDIT = code(
        "credit",
        "the credit of an author, a contributor or a photographer",
        nearest="a by-line that names the authors: quoted for `sources.byline`",
    )
    CAPTION = code(
        "caption",
        "caption of a picture or video that is about something else",
        nearest="a caption that shows the signing: quoted",
    )
    DUPLICATE = code(
        "duplicate",
        "the same words as the quote named in `duplicate_of`",
        nearest="a sentence that differs in one word: quoted again",
    )
    BACKGROUND = code(
        "background",
        "history or circumstances that are not an event of the tables",
        nearest="history with a year: a date",
    )
    OTHER_SUBJECT = code(
        "other subject",
        "a subject that no table covers",
        nearest="a position on another agreement of the tables: a reaction",
        kept="no passage of the corpus is on such a subject alone",
    )
    VAGUE_TIME = code(
        "vague time",
        "an event whose time the words do not give",
        nearest="`so far`, which the day of publication bounds: a date",
        kept="what the corpus has of this kind is in claims; another document may have more",
    )
    NO_COLUMN = code(
        "no column",
        "a fact on an agreement, a survey or an event for which no table has a place",
        nearest="another wording of a filled cell: evidence that rewords it",
        kept="the corpus has none; the margin of error of a survey would be one",
    )
    NO_POSITION = code(
        "opinion without a position",
        "an opinion or a proposal that is not about an agreement, an event or an actor of the "
        "tables",
        nearest="an opinion on an agreement without a named holder: a claim, reception",
        kept="the corpus has none; a proposal of talks on something else would be one",
    )
    SAYING = code(
        "saying",
        "the verb of saying or showing, and how, where or to whom it was said or shown",
        nearest="who says it, or a denial: the holder's cell, or part of the words",
        kept="for what a quote says beyond its evidence",
    )
    COLOUR = code(
        "colour",
        "words that judge or heighten a fact of their sentence, and add none",
        nearest="a judgement of an agreement, by whomever: a reaction or a claim",
        kept="for what a quote says beyond its evidence",
    )
    VAGUE_COUNT = code(
        "vague count",
        "a count or measure that the words leave open",
        nearest="`more than half`, which sets a bound: a value with its bound",
    )


REFERRING = frozenset(
    {
        "he", "she", "it", "they", "the two", "both countries", "the two countries",
        "the two governments", "the three nations", "the two asian nations", "the ministry",
        "the ministry official", "the official", "the regime", "the party",
        "the government", "the agreement's parties", "the country",
    }
)  # fmt: skip
"""Pronouns and descriptions that refer to an actor named earlier; they are never aliases."""
