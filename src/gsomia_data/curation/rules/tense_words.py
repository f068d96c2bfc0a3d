"""The lists of words that show the tense of a clause; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, lines, split

TENSE_WORDS = (
    WordList(
        "tense: will",
        "what follows is still to come",
        split("shall will won't"),
    ),
    WordList(
        "tense: on schedule",
        "in the present tense it is said of what has its day, and never of what is over",
        lines(
            """expires
            lapses
            resumes
            takes effect
            take effect
            takes office
            take office
            comes into
            come into
            enters into
            enter into
            goes to the polls
            go to the polls
            kicks off
            kick off
            next meets
            next meet"""
        ),
    ),
    WordList(
        "tense: planned",
        "with is, are, has, or before for, of what is still to come; with was it is left open",
        split("due expected planned scheduled set slated supposed"),
    ),
    WordList(
        "tense: foreseen",
        "with is or are, of what is still to come (is bound to meet on Friday)",
        split("bound forecast poised predicted projected"),
    ),
    WordList(
        "tense: plans",
        "before to, of what is still to come",
        split("aim aims expect expects going hope hopes intend intends plan plans want wants"),
    ),
    WordList(
        "tense: open",
        "whether it happens, or when the clause speaks from, is left open",
        split("can cannot could may might must ought should would"),
    ),
    WordList(
        "tense: past",
        "the past of a verb that does not form it with -ed, and no noun or adjective",
        split(
            "arose ate became began bent blew bought broke brought built came caught chose clung "
            "crept dealt drank drew drove dug fell flew forbade forgave forgot fought found froze "
            "gave got grew heard held hid kept knew laid left lent lost made meant met overthrew "
            "paid ran rang rode rose said sang sank sat saw sent shone shook shrank slid sold "
            "sought spent spoke sprang stole stood struck swam swept swore taught thought threw "
            "told took tore understood undertook underwent upheld went withdrew withheld "
            "withstood woke won wore wrote"
        ),
    ),
    WordList(
        "tense: past and noun",
        "a past form, or a participle, that is a noun, an adjective or a present as well: "
        "it counts only behind an auxiliary",
        split("beat bet bid burst cost cut hit hurt let lit put quit read shot shut split spread"),
    ),
    WordList(
        "tense: participle",
        "a participle that is not a past form: it counts only behind an auxiliary",
        split(
            "arisen beaten become begun bitten blown born borne broken chosen come done drawn "
            "driven drunk eaten fallen flown forbidden forgiven forgotten frozen given gone "
            "grown hidden known overthrown ridden risen run rung seen shaken shown shrunk "
            "spoken stolen sung sunk sworn swum taken thrown torn undergone undertaken "
            "withdrawn woken worn written"
        ),
    ),
    WordList(
        "tense: state",
        "with was it may be a state that was to come",
        split("closed shut"),
    ),
    WordList(
        "tense: -ed and no past",
        "words that end in -ed and are not past verbs",
        split(
            "advanced aged armed bed bleed breed combined creed embed exceed feed greed indeed "
            "limited naked need proceed red reed related rugged sacred seed shed speed succeed "
            "unarmed unidentified united weed wicked"
        ),
    ),
    WordList(
        "tense: noun after to",
        "a noun that may follow to without an article (returned to school on Monday)",
        split(
            "bed church college congress court hospital jail parliament power prison school sea "
            "town trial"
        ),
    ),
    WordList(
        "tense: looks ahead",
        "a past verb whose object may be what is to come, so that a date behind the object "
        "may be that of either (approved a rally on Friday)",
        split(
            "accepted agreed allowed anticipated approved arranged awaited backed "
            "banned booked called canceled cancelled decided declined delayed demanded dropped "
            "feared forbade gave invited moved offered "
            "opposed ordered organised organized permitted pledged postponed predicted prepared "
            "prohibited promised proposed rejected requested rescheduled ruled sold sought "
            "suggested supported suspended threatened urged vowed wanted welcomed"
        ),
    ),
    WordList(
        "tense: setting",
        "an act of speech or of an office, in which what follows was done (in a speech on Friday)",
        split(
            "address announcement article briefing broadcast call column commentary conference "
            "decision editorial interview letter meeting message note opinion order report "
            "resolution ruling session speech statement verdict"
        ),
    ),
    WordList(
        "tense: no event",
        "people or things, which have no date: behind a longer object the date is that of the verb",
        split(
            "allies businesses cities companies countries doors factories firms governments "
            "islands lawmakers leaders members ministers nations officers officials partners "
            "people prisoners schools ships soldiers states troops vessels warships weapons"
        ),
    ),
    WordList(
        "date: said in",
        "begins a phrase between a verb of saying and its date (said at a briefing on Friday)",
        split("after at before during early from in inside late on outside there through to via"),
    ),
)
"""In the order in which the grammar asks for them."""
