"""Names as they are compared.

Uses the standard library only; curation and reading both compare names with it.
"""

from gsomia_data._floor import text


def key(name: str) -> str:
    """A name as it is compared: folded and without a leading article.

    An acronym keeps its case, so that "US" is not found in "contact us".
    """
    words = name.split()
    bare = " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)
    return bare if bare.isupper() else text.fold(bare)
