"""The function words of English, a closed class.

They are the words that grammars list (Huddleston and Pullum, The Cambridge Grammar of the English
Language, 2002), but for those that newspapers do not print. A function word that touches a date, a
number or a cue, and that no documented shape takes up, makes the rule refuse.
"""

from gsomia_data.curation.rules.wordlist import Lexicon, WordList, split

FUNCTION_WORDS = (
    WordList(
        "function: preposition",
        "sets a mention before, after, near or outside something",
        split(
            "aboard about above across after against along alongside amid amidst among amongst "
            "around as aside at before behind below beneath beside besides between beyond by "
            "circa concerning considering despite down during except excluding following for "
            "from given in including inside into like minus near notwithstanding of off on onto "
            "opposite out outside over past pending per plus post pre prior pro regarding since "
            "than through throughout till to toward towards under underneath unlike until up "
            "upon versus via vs with within without worth"
        ),
    ),
    WordList(
        "function: determiner",
        "picks out, counts or denies what it is before",
        split(
            "a all an another any both certain each either every few fewer half her his its least "
            "less little many more most much my neither no none other our own same several some "
            "such that the their these this those various what whatever which whichever your"
        ),
    ),
    WordList(
        "function: modal",
        "makes a clause possible, wished or future",
        split("can cannot could may might must ought shall should will would"),
    ),
    WordList(
        "function: auxiliary",
        "carries the tense of another verb",
        split("am are be been being did do does had has have having is was were"),
    ),
    WordList(
        "function: conjunction",
        "joins, contrasts or sets a condition",
        split(
            "albeit although and because but if nor once or so though unless when whenever "
            "where wherever whether while yet"
        ),
    ),
    WordList(
        "function: pronoun",
        "begins or ends a clause",
        split(
            "anybody anyone anything everybody everyone everything he herself him himself i it "
            "itself me nobody nothing oneself she somebody someone something them themselves "
            "they us we who whoever whose you"
        ),
    ),
    WordList(
        "function: adverb",
        "moves, weakens or denies what it touches",
        split(
            "again ago ahead almost alone already also altogether always anyway apart away back "
            "barely beforehand clearly close earlier earliest early else elsewhere enough even "
            "ever exactly far first forth forward further hardly hence here however indeed "
            "instead just last late later latest likewise long maybe meanwhile merely mostly "
            "nearly never next not now nowhere often only onward onwards otherwise perhaps "
            "possibly precisely presumably probably quite rather really roughly scarcely seldom "
            "shortly simply sometime sometimes somewhat soon sooner still supposedly then "
            "thence there thereabouts thereafter thereby therefore thus together too twice "
            "upward upwards usually very well"
        ),
    ),
    WordList(
        "function: number word",
        "counts, or is a part of a longer number",
        split(
            "billion dozen eight eighteen eighth eighty eleven fifteen fifth fifty five forty "
            "four fourteen fourth hundred million nine nineteen ninety ninth one second seven "
            "seventeen seventh seventy six sixteen sixth sixty ten tenth third thirteen thirty "
            "thousand three trillion twelve twenty two zero"
        ),
    ),
)
"""By class."""


def is_function(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is a function word: a listed one, an adverb in -ly, or one in n't."""
    if word.endswith("n't"):
        return True
    if word.endswith("ly") and word not in lexicon["-ly and no adverb"]:
        return True
    return any(word in lexicon[one.name] for one in FUNCTION_WORDS)
