"""The lists of words that show the tense of a clause; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, split

TENSE_WORDS = (
    WordList(
        "tense: future",
        "what a clause with one of these speaks of is still to come",
        split(
            "will shall won't due scheduled planned plans plan expected expects expect slated set "
            "upcoming going hopes hope aims aim wants want intends intend prepares prepare "
            "preparing planning hoping aiming begins starts opens expires lapses resumes continues"
        ),
    ),
    WordList(
        "tense: open",
        "whether it happens, or when the clause speaks from, is left open",
        split("would could may might must should can ought if unless whether"),
    ),
    WordList(
        "tense: past auxiliary",
        "carries the past tense",
        split("was were had did wasn't weren't hadn't didn't"),
    ),
    WordList(
        "tense: perfect",
        "with a participle, what is done by now (has met), or what is to come (has planned)",
        split("has have hasn't haven't"),
    ),
    WordList(
        "tense: past",
        "the past tense, or the participle, of a verb that does not form it with -ed",
        split(
            "arose ate awoke beat became began bent bore bought bound broke brought built burnt "
            "came caught chose clung came crept cut dealt drank drew drove dug fell fed felt fled "
            "flew forbade forgot forgave fought found froze gave got grew held heard hid hit hung "
            "kept knew laid led left lent lit lost made meant met paid put quit ran rang rode rose "
            "said sang sank sat saw sent shook shone shot shrank shut slept slid sold sought spent "
            "split spoke spread sprang stole stood struck stuck swore swept swam taught threw told "
            "took tore thought understood undertook underwent went withdrew withheld withstood "
            "woke won wore wrote fallen held overthrew oversaw broadcast"
        ),
    ),
    WordList(
        "tense: -ed and no past",
        "words that end in -ed and are no verb in the past",
        split(
            "need indeed speed seed feed breed exceed proceed succeed hundred red bed shed embed "
            "united armed unarmed limited advanced combined related naked sacred wicked rugged "
            "aged so-called unidentified"
        ),
    ),
    WordList(
        "tense: noun after to",
        "a noun that may follow to without an article (returned to school on Monday)",
        split(
            "school court hospital prison jail church town parliament power headquarters "
            "congress college bed sea trial"
        ),
    ),
    WordList(
        "tense: looks ahead",
        "a verb of saying whose object may be what is to come: a date behind it may be that of "
        "either",
        split(
            "announced proposed urged promised vowed threatened suggested called demanded offered "
            "agreed warned predicted confirmed forecast decided invited pledged"
        ),
    ),
    WordList(
        "date: said in",
        "begins a phrase between a verb of saying and its date (said at a briefing on Friday)",
        split("through to via late early after before there"),
    ),
)
