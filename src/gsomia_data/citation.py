"""How the dataset is cited. Standard library alone; both halves stand on it.

What is not known (a DOI, a date of release) is left out, never invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of the dataset says."""

    author: str
    title: str
    version: str


def reference(descriptor: Mapping[str, Any]) -> Reference:
    """The reference to the package of a descriptor."""
    (author,) = descriptor["contributors"]
    return Reference(author["title"], descriptor["title"], descriptor["version"])


def apa(reference: Reference) -> str:
    """The reference in the style of the APA, 7th edition (10.9, data sets)."""
    title, version = reference.title, reference.version
    return f"{reference.author}. (n.d.). {title} (Version {version}) [Data set]."
