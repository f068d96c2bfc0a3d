"""The lists of words that add no content to a passage; each with its reason.

Only the account of a quote asks for them. They change no reading of a value.
"""

from gsomia_data.curation.rules.function_words import FUNCTION_WORDS
from gsomia_data.curation.rules.wordlist import WordList, split

ACCOUNT_WORDS = (
    WordList(
        "account: agreement",
        "a word for an agreement: which one it is, other evidence of the sentence says",
        split(
            "accord accords agreement agreements arrangement arrangements convention deal deals "
            "gsomia memorandum mou pact pacts protocol treaties treaty"
        ),
    ),
    WordList(
        "account: function",
        "a function word that no rule has to ask for, because it changes no date, number or cue",
        split(
            "'s furthermore hers how lest mine moreover myself nevertheless nonetheless ours "
            "ourselves theirs whereas whereby wherein whom why yes yours yourself yourselves"
        ),
    ),
)
"""Both lists."""

_EMPTY = frozenset[str]().union(*(one.words for one in (*FUNCTION_WORDS, *ACCOUNT_WORDS)))


def adds_nothing(word: str) -> bool:
    """Whether a folded word is a function word, one that is shortened, or an agreement's word."""
    return word in _EMPTY or word.endswith("n't") or word.partition("'")[0] in _EMPTY
