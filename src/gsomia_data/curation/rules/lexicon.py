"""All lists of words that the rules look into."""

from gsomia_data.curation.rules.clause_words import CLAUSE_WORDS
from gsomia_data.curation.rules.cue_words import CUE_WORDS
from gsomia_data.curation.rules.date_words import DATE_WORDS
from gsomia_data.curation.rules.function_words import FUNCTION_WORDS
from gsomia_data.curation.rules.name_words import NAME_WORDS
from gsomia_data.curation.rules.number_words import NUMBER_WORDS
from gsomia_data.curation.rules.tense_words import TENSE_WORDS
from gsomia_data.curation.rules.wordlist import lexicon

LISTS = (
    *FUNCTION_WORDS,
    *CLAUSE_WORDS,
    *DATE_WORDS,
    *TENSE_WORDS,
    *NUMBER_WORDS,
    *CUE_WORDS,
    *NAME_WORDS,
)
"""Each list with its reason, in reading order."""

LEXICON = lexicon(LISTS)
"""The lists as the rules read them."""
