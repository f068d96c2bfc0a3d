"""The lists of words that decide what a name means where it is; each with its reason."""

from gsomia_data.curation.rules.wordlist import WordList, split

NAME_WORDS = (
    WordList(
        "name: acts",
        "a verb in the present that is not also a noun, so that the capital before it acts",
        split("accuses agrees believes denies insists opposes rejects seeks wants"),
    ),
    WordList(
        "name: -ed and no act",
        "says where something is or belongs, so that the capital before it is a place",
        split("based educated headquartered led listed located published trained"),
    ),
    WordList(
        "name: made between",
        "is done to an agreement, so that the capitals it is done between are its parties",
        split("agreed concluded initialed initialled inked negotiated reached signed struck"),
    ),
    WordList(
        "name: title",
        "with a capital beside a name it is the title of somebody, and not a part of a longer name",
        split(
            "ambassador chairman chancellor chief defence defense deputy emperor foreign general "
            "king minister premier president prime representative secretary senator spokesman "
            "spokeswoman vice"
        ),
    ),
    WordList(
        "name: before a body",
        "a body follows, and not the building in which it sits",
        split("against among between by for from of than with"),
    ),
)
"""In the order in which the rule asks for them."""
