"""Every address of the site. They are promises: papers and mails will hold them.

An address is relative to the folder of the site. No page but these has one, and a key that cannot
be part of one is refused, because keys become file names.
"""

import re
from typing import NamedTuple

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
OVERVIEW, TIMELINE, CONFLICTS = "index.html", "timeline.html", "conflicts.html"
WORDINGS = "wordings.html"
CODEBOOK, CITE, SEARCH = "codebook.html", "cite.html", "search.html"
STYLE, SCRIPT, ENTRIES = "site.css", "site.js", "entries.js"


class Passage(NamedTuple):
    """A quotation as a part of its document: the document and the number of the passage."""

    source: str
    number: str

    @property
    def name(self) -> str:
        """The name of the passage on the page of its document."""
        return f"q{self.number}"

    @property
    def address(self) -> str:
        """Where the passage is."""
        return f"{document(self.source)}#{self.name}"

    def words(self, start: int, stop: int) -> str:
        """The name of words of the passage, by where they start and stop in it."""
        return f"{self.name}-w{start}-{stop}"


def passage(quote_id: str, source_id: str) -> Passage:
    """The passage that a quotation is: its number is the last part of its key.

    Raises:
        ValueError: The key is not that of the document and a number.
    """
    number = quote_id.removeprefix(f"{source_id}-")
    if number == quote_id or not re.fullmatch(r"[0-9]+", number):
        raise ValueError(
            f"quotes: the key {quote_id!r} is not {source_id!r}, a hyphen and a number"
        )
    return Passage(source_id, number)


def slug(key: str, table: str) -> str:
    """``key``, if it can be the name of a page.

    Raises:
        ValueError: It has other characters than small letters, digits and hyphens between them.
    """
    if not _SLUG.fullmatch(key):
        raise ValueError(
            f"{table}: the key {key!r} cannot be the name of a page: small letters, digits and "
            "hyphens between them can"
        )
    return key


def table(name: str) -> str:
    """The page of a table."""
    return f"tables/{name}.html"


def part(name: str, of: str) -> str:
    """The page of those rows of a table that are about another table."""
    return f"tables/{name}-{of}.html"


def record(table: str, key: str, column: str = "") -> str:
    """The page of a row, or the place of a cell on it."""
    return f"{table}/{key}.html" + (f"#{column}" if column else "")


def document(source: str, name: str = "") -> str:
    """The page of a document, or a place on it."""
    return f"sources/{source}.html" + (f"#{name}" if name else "")


def omission(start: str) -> str:
    """The name of an omission on the page of its document, by where it starts in the document."""
    return f"o{start}"


def event(key: str) -> str:
    """The place of an event in the timeline."""
    return f"{TIMELINE}#{key}"


def conflict(name: str) -> str:
    """The place of a disagreement; ``name`` is one of those below."""
    return f"{CONFLICTS}#{name}"


def wording(name: str) -> str:
    """The place of what documents only put in other words; ``name`` is one of those below."""
    return f"{WORDINGS}#{name}"


def of_cell(table: str, key: str, column: str) -> str:
    """The name of the disagreement about a cell."""
    return f"{table}.{key}.{column}"


def of_tension(tension: str) -> str:
    """The name of a tension."""
    return f"tension.{tension}"


def of_claims(aspect: str, thing: str) -> str:
    """The name of what documents claim of one aspect of a thing."""
    return f"claims.{_joined(aspect)}.{_joined(thing)}"


def definition(table: str, column: str = "", code: str = "") -> str:
    """The place of a table, a column or a code in the codebook."""
    return f"{CODEBOOK}#{named(table, column, code)}"


def named(table: str, column: str = "", code: str = "") -> str:
    """The name of a table, a column or a code in the codebook."""
    return ".".join(_joined(one) for one in (table, column, code) if one)


def rule(name: str) -> str:
    """The place of a rule of evidence in the codebook."""
    return f"{CODEBOOK}#rule.{name}"


def search(words: str) -> str:
    """The search for words that need no escape."""
    return f"{SEARCH}#q={words}"


def _joined(text: str) -> str:
    return "-".join(text.split())
