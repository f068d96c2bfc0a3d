"""Editions of one article, which are one witness."""

import pandas as pd


def first_editions(sources: pd.DataFrame) -> dict[str, str]:
    """The first edition of the article that each document is an edition of; else the document.

    Args:
        sources: The documents, each cell as text.
    """
    later = sources.dropna(subset=["edition_of"])
    earlier = dict(zip(later["source_id"], later["edition_of"], strict=True))
    first: dict[str, str] = {}
    for source in sources["source_id"]:
        seen = [source]
        while (before := earlier.get(seen[-1])) is not None and before not in seen:
            seen.append(before)
        first[source] = seen[-1]
    return first
