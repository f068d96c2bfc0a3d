"""The page of a table: all its rows, each cell with its raw value, its firmness and its words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gsomia_data._floor import edtf
from gsomia_data._floor import labels as templates
from gsomia_data.reading import resting
from gsomia_data.reading.resting import Row
from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.contents import Contents, Field
from gsomia_data.reading.site.records import Link

SPLIT, BY = "evidence", "table_name"
"""The table that is too long for one page, and the column that says to which part a row belongs."""
_FEWEST, _MOST, _MOST_CODES = 2, 14, 30
"""How many values a column has that readers can choose from; of codes, more are easily read."""
_LONG, _WIDE, _MIDDLE = 60, 30, 12
"""Above how many characters of its longest cell a column gets more room."""
_ONE_LINE = 17
"""How many characters of a date stay on one line: those of a day."""


class Column(NamedTuple):
    """A column of a table page.

    Attributes:
        name: Its name.
        meaning: What it is.
        type: How it is sorted: as "text" or as "number".
        width: How wide it is: key, long, wide, middle or short.
        hidden: Whether it is hidden at first.
    """

    name: str
    meaning: str
    type: str
    width: str
    hidden: bool


class Cell(NamedTuple):
    """A cell of a table page.

    Attributes:
        raw: As the file has it.
        text: For people; often the same.
        address: Where it leads; empty if nowhere.
        firmness: How firm it is; empty if it rests on no words.
        differs: Where the documents differ about it; empty if they do not.
        sort: What it is sorted by, if that is not its raw value.
    """

    raw: str
    text: str
    address: str = ""
    firmness: str = ""
    differs: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A column whose values a reader can choose from: raw value, text and number of rows."""

    column: str
    options: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A page of a table.

    Attributes:
        name: Name of the table.
        file: Name of the CSV file of a view of it, without the ending.
        path: Where the page is.
        title: Its title.
        row: What one row is.
        columns: Its columns, in the order of the file.
        rows: Its rows, in the order of the file.
        filters: The columns by which it can be filtered.
        firm: Whether some cells have a firmness, which the legend explains.
    """

    name: str
    file: str
    path: str
    title: str
    row: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    filters: tuple[Filter, ...]
    firm: bool

    @property
    def hidden(self) -> tuple[str, ...]:
        """The columns that are hidden at first."""
        return tuple(one.name for one in self.columns if one.hidden)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes that hide them."""
        return tuple(f"hide{at}" for at, one in enumerate(self.columns, 1) if one.hidden)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the table that is split: the table that its rows are about, and how many."""

    link: Link
    rows: int


def links(contents: Contents) -> tuple[Link, ...]:
    """The pages of all tables, in the order of the package."""
    return tuple(Link(contents.title(name), addresses.table(name)) for name in _names(contents))


def tables(contents: Contents) -> Iterator[Table]:
    """The tables that have one page each, and the parts of the one that has several."""
    for name in _names(contents):
        if name == SPLIT:
            for of, rows in _split(contents).items():
                yield _table(contents, name, rows, of)
        else:
            yield _table(contents, name, contents.rows[name])


def parts(contents: Contents) -> tuple[Part, ...]:
    """The parts of the table that is split, in the order of the tables that they are about."""
    return tuple(
        Part(Link(contents.title(of), addresses.part(SPLIT, of)), len(rows))
        for of, rows in _split(contents).items()
    )


def _names(contents: Contents) -> Sequence[str]:
    return tuple(contents.files.resources)


def _split(contents: Contents) -> Mapping[str, list[tuple[str, Row]]]:
    found: dict[str, list[tuple[str, Row]]] = {name: [] for name in _names(contents)}
    for key, row in contents.rows[SPLIT]:
        found[row[BY]].append((key, row))
    return {name: rows for name, rows in found.items() if rows}


def _table(contents: Contents, name: str, rows: Sequence[tuple[str, Row]], of: str = "") -> Table:
    fields = contents.fields(name)
    row_of = _for_people if contents.rests_on_words(name) else _as_it_is
    cells = tuple(tuple(row_of(contents, name, key, row)) for key, row in rows)
    columns = tuple(_columns(contents, name, cells, constant=BY if of else ""))
    title = contents.title(name)
    return Table(
        name,
        f"{name}-{of}" if of else name,
        addresses.part(name, of) if of else addresses.table(name),
        f"{title}: {contents.title(of)}" if of else title,
        contents.files.resource(name)["description"].rstrip("."),
        columns,
        cells,
        tuple(
            made
            for at, column in enumerate(columns)
            if not column.hidden and _is_chosen_from(contents, name, fields[column.name])
            if (made := _filter(fields[column.name], [row[at] for row in cells]))
        ),
        any(cell.firmness for row in cells for cell in row),
    )


def _columns(
    contents: Contents, table: str, rows: Sequence[Sequence[Cell]], constant: str
) -> Iterator[Column]:
    schema = contents.files.schema(table)
    named = templates.parse(schema["gsomia:label"]).columns()
    references = contents.files.references(table)
    for at, (name, field) in enumerate(contents.fields(table).items()):
        longest = max((len(row[at].text) for row in rows), default=0)
        aside = name not in named and name not in schema["primaryKey"]
        yield Column(
            name,
            field["description"],
            "number" if field["type"] in ("integer", "number") else "text",
            "key" if at == 0 else _width(field, longest),
            not longest
            or name == constant
            or (aside and _is_aside(contents, table, field, is_reference=name in references)),
        )


def _width(field: Field, longest: int) -> str:
    if field["gsomia:kind"] in ("text", "verbatim") and longest > _LONG:
        return "long"
    if longest > _WIDE:
        return "wide"
    return "middle" if longest > _MIDDLE else "short"


def _is_aside(contents: Contents, table: str, field: Field, *, is_reference: bool) -> bool:
    """Whether few readers want a column, if the row is not named by it.

    Remarks are such; what a program computes, unless it is a code or a reference, since it repeats
    what others say; and what the proof needs in a table that is not part of it.
    """
    grounding = field["gsomia:grounding"]
    if grounding == "curatorial":
        return not field.get("constraints", {}).get("required")
    if grounding == "derived":
        is_computed = "gsomia:computed_from" in field
        return is_computed and not is_reference and "categories" not in field
    return grounding == "machinery" and contents.rests_on_words(table)


def _for_people(contents: Contents, table: str, key: str, row: Row) -> Iterator[Cell]:
    """The cells of a row that has a page."""
    page = contents.page(table, key)
    for column, field in contents.fields(table).items():
        raw = row[column]
        if not raw:
            yield _EMPTY
        elif field["gsomia:grounding"] == "key":
            yield Cell(raw, raw, page)
        else:
            cell = resting.Cell(table, key, column)
            shown = contents.show(table, column, raw).text
            is_date = field["gsomia:kind"] in ("edtf", "date")
            yield Cell(
                raw,
                shown.replace(" ", "\u00a0") if is_date and len(shown) <= _ONE_LINE else shown,
                f"{page}#{column}",
                contents.firmness(cell, row, field),
                contents.differs(cell),
                _date_key(raw) if is_date else "",
            )


def _as_it_is(contents: Contents, table: str, key: str, row: Row) -> Iterator[Cell]:
    """The cells of a row that is a part of the proof."""
    own = _own(contents, table, key, row)
    references = contents.files.references(table)
    for column, field in contents.fields(table).items():
        raw = row[column]
        address = own.get(column, "")
        if not address and raw and column in references:
            address = _page(contents, references[column], raw)
        sort = _date_key(raw) if field["gsomia:kind"] == "edtf" and raw else ""
        yield Cell(raw, raw, address, sort=sort) if raw else _EMPTY


def _own(contents: Contents, table: str, key: str, row: Row) -> Mapping[str, str]:
    """Where the cells lead by which a row of the proof says what it is about."""
    if table == "quotes":
        return {"quote_id": contents.page(table, key)}
    if table == "omissions":
        name = addresses.omission(row["start"])
        return {"source_id": addresses.document(row["source_id"], name)}
    about: dict[str, str] = {}
    if table == "tensions":
        about["tension_id"] = addresses.conflict(addresses.of_tension(row["tension_id"]))
    if BY in row and (page := _page(contents, row[BY], row["row_key"])):
        place = resting.Cell(row[BY], row["row_key"], row["column_name"])
        about["row_key"] = contents.cell(place) if place.column else page
    return about


def _page(contents: Contents, table: str, key: str) -> str:
    """Where a row is shown; empty if it is not there."""
    known = table in contents.files.resources and key in contents.labels(table)
    return contents.page(table, key) if known else ""


def _is_chosen_from(contents: Contents, table: str, field: Field) -> bool:
    """Whether a column holds one of few known things: a code, a truth, a reference, a column."""
    return (
        "categories" in field
        or field["type"] == "boolean"
        or field["gsomia:kind"] == "name"
        or "gsomia:rules" in field
        or field["name"] in contents.files.references(table)
    )


def _filter(field: Field, cells: Sequence[Cell]) -> Filter | None:
    counts = Counter((cell.raw, cell.text) for cell in cells if cell.raw)
    if not _FEWEST <= len(counts) <= (_MOST_CODES if "categories" in field else _MOST):
        return None
    codes = {code: at for at, code in enumerate(field.get("categories", ()))}
    ordered = sorted(
        counts.items(), key=lambda one: (codes.get(one[0][0], len(codes)), one[0][1].casefold())
    )
    return Filter(field["name"], tuple((raw, text, n) for (raw, text), n in ordered))


@cache
def _date_key(raw: str) -> str:
    """What a date is sorted by, if not by its own text: its first day, else its last."""
    when = edtf.parse(raw)
    day = when.earliest or when.latest
    if day is None:
        return ""
    return "" if day.isoformat().startswith(raw) else day.isoformat()


_EMPTY = Cell("", "")
