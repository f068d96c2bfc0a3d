"""The lists of words that the grammar of dates looks into; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, split

DATE_WORDS = (
    WordList(
        "date: introduces",
        "a preposition that leaves the date as it is; without one a bare year or month is not sure",
        split("during for in of on"),
    ),
    WordList(
        "date: harmless before its preposition",
        "words that may be before such a preposition and leave the date alone: they end "
        "another phrase (arrived here on Friday, broke it off on Friday, which on Friday)",
        split(
            "about again alone also and apart are aside away back be been but by down earlier "
            "early first forward had has have he her here herself him himself i in inside is it "
            "itself late later me off on out outside over she that them themselves there they "
            "through together twice up us was we were when where which while who you"
        ),
    ),
    WordList(
        "date: determiner",
        "may be before a date that describes a noun (the Friday rally, its 2016 deal)",
        split("'s a an her his its our the their"),
    ),
    WordList(
        "date: harmless before",
        "function words that may touch a date without a preposition and leave it as it is",
        split(
            "again and are away back be been but down early had has have he here herself him "
            "himself i is it late me off out she that them themselves there they together up us "
            "was we were when where which while who you"
        ),
    ),
    WordList(
        "date: harmless before a count",
        "stresses how near it is (just three days ago) and leaves the date as it is",
        split("just only"),
    ),
    WordList(
        "date: counts before a stretch",
        "counts what happened in it (seven this year, the one a year ago) and is not a part of it",
        split(
            "billion eight eighth five fifth four fourth million nine ninth one seven seventh six "
            "sixth ten tenth third thousand three two"
        ),
    ),
    WordList(
        "date: harmless after",
        "begins the next phrase or clause and leaves the date as it is",
        split(
            "a about above across after against all alone along although amid amidst among an and "
            "are around as at be because been before behind being between both but by can could "
            "despite did do does during early following for from had has have he her here his i "
            "if in inside into is it its late may might most must near no of off on outside over "
            "per shall she should since so some that the their there these they this those though "
            "to toward towards under unless upon via was we were what when where whether which "
            "while who whose will with within without would yet"
        ),
    ),
    WordList(
        "date: moves what follows",
        "a word before the preposition of a date that makes it something else than the day",
        split(
            "anniversary brought day days delayed eve fortnight midnight month months moved "
            "night postponed pushed quarter rescheduled shifted week weekend weeks year years"
        ),
    ),
    WordList(
        "date: moves what is cited",
        "inside the words that are cited, before the date, it says that another day is meant",
        split(
            "after anniversary before between by day days eve following from months since till "
            "until week weeks years"
        ),
    ),
    WordList(
        "date: of a picture or a denial",
        "what the clause dates is a picture, or is said not to have been",
        split(
            "denied denies deny disputed footage image images photo photograph photographs photos "
            "picture pictures video"
        ),
    ),
    WordList(
        "date: turns a limit round",
        "with it an event is not before the limit but on it or after it (not until Friday)",
        split("barely hardly neither never no nobody none nor not nothing without"),
    ),
    WordList(
        "date: listed before",
        "a content word that makes a name or another date of what follows",
        split(
            "ash autumn black bloody consecutive cyber easter fat good maundy palm preceding "
            "previous shrove spring straight successive summer super whit winter"
        ),
    ),
    WordList(
        "date: rises and falls",
        "what goes from one number in four digits to another",
        split("climbed declined dropped fell gained grew increased jumped rose slid went"),
    ),
    WordList(
        "date: listed after",
        "a content word that makes a name or another date of what is before it",
        split(
            "afternoons anniversary day eve evenings fools gmt hours mornings movement nights "
            "uprising utc week weekend"
        ),
    ),
    WordList(
        "date: name after",
        "with a capital it makes a name of the day before it (the Sunday Times)",
        split("agreement express herald journal mail mass mirror telegraph times"),
    ),
    WordList(
        "date: counted after a year",
        "a noun that is counted, so that the number before it is not a year",
        split(
            "days dollars homes houses kilometers kilometres km men meters metres miles "
            "missiles pages people percent points protesters residents seats soldiers students "
            "tests tonnes tons troops victims votes women won workers years yen"
        ),
    ),
    WordList(
        "date: makes since a comparison",
        "with it since says of what something is the first or the greatest, not what is counted",
        split(
            "best biggest fifth first fourth greatest highest largest least longest lowest most "
            "only second seventh sixth smallest strongest third worst"
        ),
    ),
    WordList(
        "-ly and no adverb",
        "words that end in -ly and are not adverbs",
        split(
            "ally anomaly apply assembly bully comply costly daily deadly elderly family fly "
            "friendly homily imply italy july lonely monopoly monthly multiply orderly "
            "quarterly rally rely reply supply timely weekly yearly"
        ),
    ),
)
"""In the order in which the grammar asks for them."""
