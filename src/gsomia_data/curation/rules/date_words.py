"""The lists of words that the grammar of dates looks into; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, split

DATE_WORDS = (
    WordList(
        "date: introduces",
        "a preposition that leaves the date as it is; without one a bare year or month is not sure",
        split("on in of during for"),
    ),
    WordList(
        "date: harmless before its preposition",
        "words that may be before such a preposition and leave the date alone: they end another "
        "phrase (arrived here on Friday, broke it off on Friday, which on Friday)",
        split(
            "it them him her us me there here back up out off down away together again was were is "
            "are be been had has have and but which who that when where while over apart first "
            "i he she they we you later earlier aside late early also in on through by about "
            "himself herself themselves itself forward alone inside outside"
        ),
    ),
    WordList(
        "date: determiner",
        "may be before a date that describes a noun (the Friday rally, its 2016 deal)",
        split("the a an its his her their our 's"),
    ),
    WordList(
        "date: harmless before",
        "function words that may touch a date without a preposition and leave it as it is",
        split(
            "it them him her us me there here back up out off down away together again was were is "
            "are be been had has have and but which who that when where while i he she they we "
            "you himself herself themselves early late"
        ),
    ),
    WordList(
        "date: harmless after",
        "begins the next phrase or clause and leaves the date as it is",
        split(
            "in at on for with by from to of over against about amid among as near outside inside "
            "during following after before when while where because since that and but which who "
            "whose he she it they we i was were is are will would had has have did does can could "
            "may the a an his her its their this these those some all more both no through into "
            "under without within between despite during around behind above across along amidst "
            "toward towards upon via per under than although though so what whether must should "
            "his him them there here late early later earlier two three several many most not "
            "been be being do"
        )
        - {"than", "more", "not", "later", "earlier", "two", "three", "several", "many", "through"}
        | {"if", "unless", "yet"},
    ),
    WordList(
        "date: moves what follows",
        "a word before the preposition of a date that makes it something else than the day",
        split(
            "postponed moved rescheduled delayed pushed brought shifted anniversary eve night midnight day days week weeks weekend month months fortnight year years quarter"
        ),
    ),
    WordList(
        "date: turns a limit round",
        "with it an event is not before the limit but on it or after it (not until Friday)",
        split("not no never nobody none nothing without neither nor hardly barely"),
    ),
    WordList(
        "date: listed before",
        "a content word that makes a name or another date of what follows",
        split(
            "black good super ash holy easter palm bloody cyber fat whit shrove maundy fiscal "
            "financial midnight previous following preceding same spring summer autumn winter"
        ),
    ),
    WordList(
        "date: rises and falls",
        "what goes from one number in four digits to another",
        split("rose fell grew climbed dropped increased declined slid jumped gained went"),
    ),
    WordList(
        "date: listed after",
        "a content word that makes a name or another date of what is before it",
        split(
            "times telegraph mirror mail express herald post journal mass agreement movement "
            "uprising anniversary week weekend fools day mornings afternoons evenings nights gmt utc "
            "hours"
        ),
    ),
    WordList(
        "date: counted after a year",
        "a noun that is counted, so that the number before it is no year",
        split(
            "people troops soldiers won yen dollars tests missiles residents workers protesters "
            "students percent kilometers kilometres km miles meters metres tons tonnes men women "
            "victims times years days hours points votes seats pages homes houses"
        ),
    ),
    WordList(
        "date: makes since a comparison",
        "with it since says of what something is the first or the greatest, not what is counted",
        split(
            "first only most least best worst biggest largest highest lowest deadliest strongest "
            "longest worst greatest smallest latest"
        )
        - {"latest"}
        | split("second third fourth fifth sixth seventh"),
    ),
    WordList(
        "-ly and no adverb",
        "words that end in -ly and are no adverbs",
        split(
            "family july italy assembly reply supply ally rally monopoly bully fly homily anomaly "
            "daily weekly monthly yearly quarterly friendly deadly costly elderly likely lonely "
            "orderly timely early only apply comply rely imply multiply"
        )
        - {"early", "only", "likely"},
    ),
)
