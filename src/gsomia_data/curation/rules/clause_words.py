"""The words at which a clause ends, and the abbreviations at which it does not."""

from gsomia_data.curation.rules.wordlist import WordList, split

CLAUSE_WORDS = (
    WordList(
        "clause: opener",
        "opens a clause of its own wherever it is; newspapers do not use it otherwise",
        split(
            "although because but if lest though unless when where whereas whether which while "
            "who whom whose"
        ),
    ),
    WordList(
        "clause: opener before a subject",
        "opens a clause where a subject follows; else it joins words, or is a preposition",
        split("after and as before once or since so that until yet"),
    ),
    WordList(
        "clause: subject",
        "is the subject of a clause at its beginning",
        split("he i it she there they we"),
    ),
    WordList(
        "clause: saying",
        "what is said is a clause of its own, after the verb or before it",
        split(
            "added announced argued asked claimed confirmed declared denied disclosed explained "
            "insisted noted quoted reported revealed said say saying says stated stressed told "
            "warned wrote"
        ),
    ),
    WordList(
        "clause: abbreviation",
        "the point after it does not end the sentence",
        split(
            "adm apr aug capt col dec dr feb gen gov jan lt maj mr mrs ms nov oct prof rep rev sen "
            "sept sgt st"
        ),
    ),
)
"""By what they do."""
