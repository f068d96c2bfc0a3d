"""The index of the search: an entry for whatever a reader may look for, and where it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gsomia_data.reading.resting import Row
from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.contents import Contents

_FOR_PROGRAMS = ("key", "machinery")
"""The groundings of columns that only programs read."""


class Entry(NamedTuple):
    """What can be found.

    Attributes:
        address: Where it is.
        title: Its name.
        kind: What it is.
        text: What else it is found by.
    """

    address: str
    title: str
    kind: str
    text: str


def entries(contents: Contents) -> Iterator[Entry]:
    """All that can be found: what the data are about first, what they are made of last.

    An entry is found by its address as well, which holds the key of the row. Its text is on one
    line.
    """
    for made in (_records, _documents, _passages, _definitions):
        for address, title, kind, text in made(contents):
            yield Entry(address, " ".join(title.split()), kind, " ".join(text.split()))


def _records(contents: Contents) -> Iterator[Entry]:
    names = _names(contents)
    for table in contents.files.resources:
        if contents.has_records(table):
            labels = contents.labels(table)
            for key, row in contents.rows[table]:
                said = [labels[key]]
                for text in (*names.get((table, key), ()), *_values(contents, table, row)):
                    if not any(text in one for one in said):
                        said.append(text)
                title, *others = said
                address = addresses.record(table, key)
                yield Entry(address, title, contents.title(table), " · ".join(others))


def _names(contents: Contents) -> Mapping[tuple[str, str], list[str]]:
    """The names that documents use for a row, which lead to it."""
    found = defaultdict[tuple[str, str], list[str]](list)
    references = contents.files.references("aliases")
    for _, row in contents.rows["aliases"]:
        for column, table in references.items():
            if row[column] and contents.has_records(table):
                found[table, row[column]].append(row["alias"])
    return found


def _values(contents: Contents, table: str, row: Row) -> Iterator[str]:
    """What a row says in words of its own: no key, no code, nothing that a program computes."""
    for column, field in contents.fields(table).items():
        computed = field["gsomia:grounding"] == "derived" and "gsomia:computed_from" in field
        spare = computed or "categories" in field or field["gsomia:grounding"] in _FOR_PROGRAMS
        if row[column] and not spare:
            yield contents.show(table, column, row[column]).text


def _documents(contents: Contents) -> Iterator[Entry]:
    for key, source in contents.sources.items():
        title, *others = dict.fromkeys(_values(contents, "sources", source.row))
        text = " · ".join(others)
        yield Entry(addresses.document(key), title, "Document", text)


def _passages(contents: Contents) -> Iterator[Entry]:
    for quote in contents.quotes.values():
        title = f"{quote.source.label}, passage {quote.passage.number}"
        yield Entry(quote.passage.address, title, "Passage", quote.exact)


def _definitions(contents: Contents) -> Iterator[Entry]:
    for table in contents.files.resources:
        title = contents.title(table)
        row = contents.files.resource(table)["description"]
        yield Entry(addresses.definition(table), title, "Table", row)
        for column, field in contents.fields(table).items():
            address = addresses.definition(table, column)
            yield Entry(address, f"{column} ({title})", "Column", field["description"])
            for code, said in field.get("gsomia:codes", {}).items():
                place = addresses.definition(table, column, code)
                yield Entry(place, f"{code} ({title}, {column})", "Code", said)
            rules: Mapping[str, Mapping[str, str]] = field.get("gsomia:rules", {})
            for rule, declared in rules.items():
                yield Entry(addresses.rule(rule), rule, "Rule", declared["says"])
