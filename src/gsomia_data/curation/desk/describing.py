"""The description of a document that is in the corpus and has no row of `sources` yet.

What the text shows is filled in, as far as it can be seen; the rest stays empty for the curator,
and `check` demands what must not be empty.
"""

import re
from collections.abc import Iterator, Mapping

from gsomia_data._floor.characters import HAN, HANGUL, HIRAGANA, KATAKANA
from gsomia_data.curation.desk.page_parts import SENTENCE, Page, parts
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.rules import Context, Words, reread
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.names import NO_NAMES
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import SourceKind

_HEAD = 5
"""How many parts of a page may be above its text: menu, title, author, day, place."""
_BY = re.compile(r"By (\S.*)", re.IGNORECASE)
_LETTERS = (("ko", f"[{HANGUL}]"), ("ja", f"[{HIRAGANA}{KATAKANA}{HAN}]"))


def line(row: Mapping[str, str]) -> str:
    """A row of `sources` as a line to complete."""
    return csvfile.line(row[name] for name in TABLES["sources"].header)


def described(package: Package, source: str) -> dict[str, str]:
    """The row of `sources` for a document, by column.

    Raises:
        KeyError: The source has no document.
    """
    text = package.snapshot.texts[source]
    shown = [text[one.start : one.stop] for one in parts(Page(text)) if one.kind is SENTENCE]
    head = shown[:_HEAD]
    cells = {
        "source_id": source,
        "title": next(iter(head), ""),
        "byline": next((found[1] for one in head if (found := _BY.fullmatch(one))), ""),
        "published": next(_days(head), ""),
        "language": _language(text),
        "kind": str(next(iter(SourceKind))),
    }
    return {name: cells.get(name, "") for name in TABLES["sources"].header}


def _days(head: list[str]) -> Iterator[str]:
    """The days with a year near the top, by the rule that needs no day of publication."""
    column = TABLES["dates"].column("date")
    for text in head:
        for one in dates(text):
            words = Words(text, one.start, one.end, text, 0)
            if column is not None and one.first.day is not None:
                yield from reread("date", words, "", Context(column, NO_NAMES, "")).values


def _language(text: str) -> str:
    """The language of most letters: Korean, Japanese, or English by its article; else empty."""
    letters = sum(char.isalpha() for char in text)
    for language, own in _LETTERS:
        if 2 * len(re.findall(own, text)) > letters:
            return language
    return "en" if re.search(r"\bthe\b", text) else ""
