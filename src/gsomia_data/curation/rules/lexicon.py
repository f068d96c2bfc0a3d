"""All lists of words that the rules look into."""

from gsomia_data.curation.rules.function_words import FUNCTION_WORDS
from gsomia_data.curation.rules.number_words import NUMBER_WORDS
from gsomia_data.curation.rules.wordlist import lexicon

LISTS = (*FUNCTION_WORDS, *NUMBER_WORDS)
"""Each list with its reason, in reading order."""

LEXICON = lexicon(LISTS)
"""The lists as the rules read them."""
