"""The lists of words that show the tense of a clause; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, split

TENSE_WORDS = (
    WordList("tense: will", "what follows is still to come", split("will shall won't")),
    WordList(
        "tense: on schedule",
        "in the present tense it is said of what has its day, and never of what is over",
        split("expires lapses resumes"),
    ),
    WordList(
        "tense: planned",
        "with is, are, has, or before for, of what is still to come; with was it is left open",
        split("due scheduled planned expected slated set supposed"),
    ),
    WordList(
        "tense: plans",
        "before to, of what is still to come",
        split("plans plan expects expect hopes hope aims aim wants want intends intend going"),
    ),
    WordList(
        "tense: open",
        "whether it happens, or when the clause speaks from, is left open",
        split("would could may might must should can cannot ought"),
    ),
    WordList(
        "tense: past",
        "the past of a verb that does not form it with -ed, and no noun or adjective",
        split(
            "arose ate became began bent bought broke brought built came caught chose clung crept "
            "dealt drank drew drove fell fed fled flew forbade forgot forgave fought found froze "
            "gave got grew held hid kept knew laid led lent lost made meant met paid ran rang rode "
            "rose said sang sank sat saw sent shone shook shrank slid sold sought spoke sprang "
            "stole stood struck swore swept swam taught threw told took tore thought understood "
            "undertook underwent went withdrew withheld withstood woke won wore wrote overthrew "
            "left heard spent died"
        ),
    ),
    WordList(
        "tense: past and noun",
        "a past form, or a participle, that is a noun, an adjective or a present as well: it counts "
        "only behind an auxiliary",
        split("cut shot hit put quit shut split read cost spread bid beat burst hurt let lit bet"),
    ),
    WordList(
        "tense: participle",
        "a participle that is no past form: it counts only behind an auxiliary",
        split(
            "arisen beaten begun bitten blown borne born broken chosen done drawn driven drunk "
            "eaten fallen flown forbidden forgiven forgotten frozen given gone grown hidden known "
            "ridden risen rung seen shaken shown shrunk sunk spoken stolen sworn sung swum taken "
            "thrown torn undergone undertaken withdrawn woken worn written overthrown become come "
            "run"
        ),
    ),
    WordList(
        "tense: state",
        "with was it may be a state that was to come",
        split("closed shut supposed open"),
    ),
    WordList(
        "tense: -ed and no past",
        "words that end in -ed and are no verb in the past",
        split(
            "need indeed speed seed feed breed exceed proceed succeed hundred red bed shed embed "
            "united armed unarmed limited advanced combined related naked sacred wicked rugged "
            "aged so-called unidentified bleed weed reed creed greed"
        ),
    ),
    WordList(
        "tense: noun after to",
        "a noun that may follow to without an article (returned to school on Monday)",
        split(
            "school court hospital prison jail church town parliament power headquarters work "
            "congress college bed sea trial"
        )
        - {"work"},
    ),
    WordList(
        "tense: looks ahead",
        "a past verb whose object may be what is to come, so that a date behind the object may be "
        "that of either (announced a rally on Friday)",
        split(
            "announced proposed urged promised vowed threatened suggested called demanded offered "
            "agreed warned predicted confirmed forecast decided invited pledged cancelled canceled "
            "postponed delayed moved rescheduled planned scheduled sought requested rejected banned "
            "ordered gave approved backed suspended accepted declined prepared organized organised "
            "booked permitted allowed forbade asked wanted hoped expected supported opposed "
            "welcomed set dropped ruled prohibited sold"
        ),
    ),
    WordList(
        "date: said in",
        "begins a phrase between a verb of saying and its date (said at a briefing on Friday)",
        split("in at on during through to via late early after before there from"),
    ),
)
