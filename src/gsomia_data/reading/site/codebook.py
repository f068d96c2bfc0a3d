"""The codebook: what each table, column and code is, how firm values are, and the rules."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.contents import Contents, Field
from gsomia_data.reading.site.records import Link

_TYPES = {
    "slug": "name in small letters, digits and hyphens",
    "name": "name of a column",
    "text": "text",
    "verbatim": "words of a document",
    "iso3": "ISO 3166-1 alpha-3 code",
    "url": "web address",
    "path": "path of a file",
    "sha256": "SHA-256 in hexadecimal digits",
    "seal": "checksum",
    "integer": "whole number",
    "number": "number",
    "edtf": "date, as exact as it is known (EDTF)",
    "date": "calendar day",
}
"""The types of values in words, by kind."""
_IN_PARTS = "evidence"
"""The table whose page has no rows: it is shown in parts."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code.

    Attributes:
        code: The code.
        place: Its name on the page.
        meaning: What it means.
        cues: The words that point to it.
        rows: The rows that have it, and where they are.
    """

    code: str
    place: str
    meaning: str
    cues: tuple[str, ...]
    rows: Link


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its name.
        place: Its name on the page.
        meaning: What it is.
        type: What its values are.
        refers_to: The table that they are keys of, if they are.
        required: Whether each row has one.
        rests_on: What its values rest on.
        codes: Its codes, if it has some.
    """

    name: str
    place: str
    meaning: str
    type: str
    refers_to: Link | None
    required: bool
    rests_on: str
    codes: tuple[Code, ...]

    @property
    def has_cues(self) -> bool:
        """Whether words point to one of its codes."""
        return any(one.cues for one in self.codes)


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: Its name.
        link: Its name for people, and its page.
        row: What one row is.
        rows: The number of its rows.
        key: The columns of its key.
        unique: The columns of each other key.
        refers_to: The tables that it refers to.
        columns: Its columns.
    """

    name: str
    link: Link
    row: str
    rows: int
    key: str
    unique: tuple[str, ...]
    refers_to: tuple[Link, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of evidence.

    Attributes:
        name: Its name.
        says: What the value is.
        firmness: How firm a value is by this rule alone.
        relative: Whether it needs the day of publication.
    """

    name: str
    says: str
    firmness: str
    relative: bool


@dataclass(frozen=True, slots=True)
class Codebook:
    """The tables and the rules of a package."""

    tables: tuple[Table, ...]
    rules: tuple[Rule, ...]


def codebook(contents: Contents) -> Codebook:
    """The tables and the rules of a package, as its schemas declare them."""
    declared = contents.files.fields("evidence")["rule"]["gsomia:rules"]
    rules = (
        Rule(name, one["says"], one["firmness"], one["relative"]) for name, one in declared.items()
    )
    return Codebook(
        tuple(_table(contents, name) for name in contents.files.resources), tuple(rules)
    )


def _table(contents: Contents, name: str) -> Table:
    schema = contents.files.schema(name)
    references = contents.files.references(name)
    return Table(
        name,
        Link(contents.title(name), addresses.table(name)),
        contents.files.resource(name)["description"],
        len(contents.rows[name]),
        " + ".join(schema["primaryKey"]),
        tuple(" + ".join(one) for one in schema.get("uniqueKeys", [])),
        tuple(Link(one, f"#{addresses.named(one)}") for one in dict.fromkeys(references.values())),
        tuple(
            _column(contents, name, field, references.get(column))
            for column, field in contents.files.fields(name).items()
        ),
    )


def _column(contents: Contents, table: str, field: Field, target: str | None) -> Column:
    name = field["name"]
    return Column(
        name,
        addresses.named(table, name),
        field["description"],
        _type(field, target),
        Link(target, f"#{addresses.named(target)}") if target else None,
        field.get("constraints", {}).get("required", False),
        _rests_on(field),
        tuple(_codes(contents, table, field)),
    )


def _type(field: Field, target: str | None) -> str:
    """What the values of a column are, as the beginning of a sentence."""
    words = _in_words(field, target)
    return f"{words[0].upper()}{words[1:]}"


def _in_words(field: Field, target: str | None) -> str:
    if target is not None:
        return "key of"
    if field.get("gsomia:codes"):
        return "one of these codes"
    words: str = _TYPES.get(field["gsomia:kind"]) or field["type"]
    limits = field.get("constraints", {})
    if "minimum" not in limits:
        return words
    end = f"to {limits['maximum']}" if "maximum" in limits else "on"
    return f"{words} from {limits['minimum']} {end}"


def _rests_on(field: Field) -> str:
    """What the values of a column rest on; of computed ones, from what they come."""
    if copied := field.get("gsomia:copied_from"):
        return f"a copy of `{copied['table']}.{copied['column']}`"
    computed: Mapping[str, Any] = field.get("gsomia:computed_from", {})
    if says := computed.get("says"):
        return f"computed from {says}"
    if columns := computed.get("columns"):
        origin = f"{computed['table']}." if "table" in computed else ""
        return f"computed from {', '.join(f'`{origin}{one}`' for one in columns)}"
    rests_on: str = field["gsomia:rests_on"]
    return rests_on


def _codes(contents: Contents, table: str, field: Field) -> Iterator[Code]:
    column = field["name"]
    used = Counter(row[column] for _, row in contents.rows[table])
    cues = field.get("gsomia:cues", {})
    for code, meaning in field.get("gsomia:codes", {}).items():
        rows = used[code]
        shown = f"{rows:,} row{'s' if rows != 1 else ''}"
        place = f"{addresses.table(table)}#is.{column}={quote(code, safe='')}"
        yield Code(
            code,
            addresses.named(table, column, code),
            meaning,
            tuple(cues.get(code, ())),
            Link(shown, place) if rows and table != _IN_PARTS else Link(shown),
        )
