"""`compare`: two codings of the same documents, side by side.

Rows are partners when, in the same table, words of the same document that stand for the same
column overlap; the greatest overlap pairs first. What has no partner counts into precision and
recall; agreement is over the partners.
"""

import csv
import io
import os
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gsomia_data._floor.text import fold, occurrences
from gsomia_data.curation.markdown import table
from gsomia_data.curation.package import regular
from gsomia_data.curation.schema.columns import ColumnSpec, TableSpec
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES

RESAMPLES = 1000
SEED = 20161123
LONGEST = 131_072
"""Characters of a cell, and so of the words of evidence."""
_SKIPPED = {Grounding.KEY, Grounding.CURATORIAL, Grounding.DERIVED}

Mark = tuple[str, str, int]
"""One character of evidence: document, column, position."""


class NotACodingError(Exception):
    """The folder holds no coding; the message says what is missing."""


@dataclass(frozen=True)
class Coding:
    """Rows by table and key, and the characters on which each row rests."""

    rows: Mapping[str, Mapping[str, Mapping[str, str]]]
    marks: Mapping[tuple[str, str], frozenset[Mark]]


@dataclass(frozen=True, slots=True)
class Figures:
    """One column over the partners.

    ``units`` are partners of which at least one fills the column, ``agreed`` those with the same
    value, ``both`` those in which both fill it. ``alpha`` is Krippendorff's, nominal, over the
    latter, with its bootstrap interval; ``None`` where fewer than two values occur.
    """

    table: str
    column: str
    units: int
    agreed: int
    both: int
    coded: bool
    alpha: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which partners differ, or (empty ``column``) a row without a partner."""

    table: str
    first: str
    second: str
    column: str
    first_value: str
    second_value: str


@dataclass(frozen=True)
class Comparison:
    """Partners of two codings, by table, as pairs of keys."""

    first: Coding
    second: Coding
    partners: Mapping[str, Sequence[tuple[str, str]]]

    @cached_property
    def _agreements(self) -> Mapping[str, str]:
        return {b: a for a, b in self.partners["agreements"]}

    def values(self, table: str, column: ColumnSpec, pair: tuple[str, str]) -> tuple[str, str]:
        """What both codings say in a cell, in the first one's keys."""
        a = self.first.rows[table][pair[0]].get(column.name, "")
        b = self.second.rows[table][pair[1]].get(column.name, "")
        if column.references == "agreements" and b:
            b = self._agreements.get(b, f"another ({b})")
        return a, b

    def figures(self) -> Iterator[Figures]:
        """Agreement per column, in the order of the tables."""
        for name in RECORD_TABLES:
            for column in compared_columns(TABLES[name]):
                pairs = [self.values(name, column, pair) for pair in self.partners[name]]
                filled = [(a, b) for a, b in pairs if a or b]
                if filled:
                    yield _figures(name, column, filled)

    def differences(self) -> Iterator[Difference]:
        """Every differing cell of partners, and every row without one."""
        for name in RECORD_TABLES:
            for pair in self.partners[name]:
                for column in compared_columns(TABLES[name]):
                    a, b = self.values(name, column, pair)
                    if not same(a, b):
                        yield Difference(name, *pair, column.name, a, b)
            mine = {a for a, _ in self.partners[name]}
            theirs = {b for _, b in self.partners[name]}
            for key in self.first.rows[name]:
                if key not in mine:
                    yield Difference(name, key, "", "", "", "")
            for key in self.second.rows[name]:
                if key not in theirs:
                    yield Difference(name, "", key, "", "", "")


def compared_columns(spec: TableSpec) -> list[ColumnSpec]:
    """Columns that a coder fills: no keys, no derived and no curatorial ones."""
    return [column for column in spec.columns if column.grounding not in _SKIPPED]


def same(a: str, b: str) -> bool:
    """Equal, but for case, white space and typographic marks."""
    return fold(a) == fold(b)


def read(folder: Path) -> Coding:
    """A coding from a package or from a folder of its tables.

    Beside the record tables it holds ``evidence.csv``, either with ``quote_id`` and a
    ``quotes.csv``, or with ``source_id``, ``start`` and ``end`` of the words themselves.
    Raises ``NotACodingError``.
    """
    tables = _tables(folder)
    rows = {name: {TABLES[name].key_of(row): row for row in tables[name]} for name in RECORD_TABLES}
    quotes = {row["quote_id"]: row for row in tables.get("quotes", ())}
    marks: dict[tuple[str, str], set[Mark]] = defaultdict(set)
    for row in tables["evidence"]:
        source, start, end = _place(row, quotes)
        key = row["table_name"], row["row_key"]
        marks[key] |= {(source, row["column_name"], at) for at in range(start, end)}
    return Coding(rows, {key: frozenset(found) for key, found in marks.items()})


def _tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tables of a coding, read as warily as a package; ``quotes`` only where it is there."""
    place = folder / "dataset"
    if place.is_symlink():
        raise NotACodingError(f"{place}: it is a link; name the folder itself")
    place = place if place.is_dir() else folder
    paths = {name: place / f"{name}.csv" for name in (*RECORD_TABLES, "evidence", "quotes")}
    if not os.path.lexists(paths["quotes"]):
        del paths["quotes"]
    files, irregular = regular.read(paths.items())
    for one in irregular:
        raise NotACodingError(f"{paths[one.path]}: the file {one.message}; {one.hint}")
    return {name: _table(paths[name], name, data) for name, data in files.items()}


def _table(path: Path, name: str, data: bytes) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
        header = set(reader.fieldnames or ())
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotACodingError(f"{path}: cannot be read as a table: {error}") from None
    needed = (
        {"table_name", "row_key", "column_name"} if name == "evidence" else set(TABLES[name].key)
    )
    if not needed <= header:
        raise NotACodingError(f"{path}: it does not have the columns {', '.join(sorted(needed))}")
    if any(None in row or None in row.values() for row in rows):
        raise NotACodingError(f"{path}: a row has more or fewer cells than the header")
    keyed = [TABLES[name].key_of(row) for row in rows] if name in RECORD_TABLES else []
    if len(set(keyed)) < len(keyed):
        raise NotACodingError(f"{path}: two rows have the same key")
    return rows


def _place(row: Mapping[str, str], quotes: Mapping[str, Mapping[str, str]]) -> tuple[str, int, int]:
    try:
        if "source_id" in row:
            return row["source_id"], *_positions(row)
        quote = quotes[row["quote_id"]]
        at = max(1, int(row["nth"]))
        first, last = occurrences(quote["exact"], row["words"])[at - 1]
        start = int(quote["start"])
        return quote["source_id"], start + first, start + last
    except (KeyError, ValueError, IndexError):
        told = " ".join(str(row.get(name, "")) for name in ("table_name", "row_key", "column_name"))
        raise NotACodingError(f"evidence.csv: the words of {told} have no place") from None


def _positions(row: Mapping[str, str]) -> tuple[int, int]:
    start, end = int(row["start"]), int(row["stop"])
    if not start < end <= start + LONGEST:
        raise ValueError("no words, or longer than a cell")
    return start, end


def compare(first: Coding, second: Coding) -> Comparison:
    """Pair the rows of two codings."""
    partners = {}
    for name in RECORD_TABLES:
        scores = [
            (_overlap(first.marks.get((name, a)), second.marks.get((name, b))), a, b)
            for a in first.rows[name]
            for b in second.rows[name]
        ]
        taken: set[tuple[str, str]] = set()
        found = []
        for score, a, b in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
            if score > 0 and not {("a", a), ("b", b)} & taken:
                taken |= {("a", a), ("b", b)}
                found.append((a, b))
        partners[name] = sorted(found)
    return Comparison(first, second, partners)


def _overlap(a: frozenset[Mark] | None, b: frozenset[Mark] | None) -> float:
    if not a or not b:
        return 0.0
    return len(a & b) / len(a | b)


def _figures(table: str, column: ColumnSpec, filled: Sequence[tuple[str, str]]) -> Figures:
    both = [(fold(a), fold(b)) for a, b in filled if a and b]
    coded = column.codes is not None or column.kind.name == "boolean"
    measured = alpha(both) if coded else None
    return Figures(
        table,
        column.name,
        units=len(filled),
        agreed=sum(same(a, b) for a, b in filled),
        both=len(both),
        coded=coded,
        alpha=measured,
        interval=_interval(both) if measured is not None else None,
    )


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha, nominal; ``None`` where fewer than two values occur."""
    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return None
    import krippendorff  # noqa: PLC0415 - an extra: only this command needs it

    codes = [[values.index(pair[coder]) for pair in pairs] for coder in (0, 1)]
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


def _interval(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Percentile bootstrap over units, 95 percent; the same figures in every run.

    Resamples in which one value occurs have no alpha and are left out.
    """
    chance = random.Random(SEED)  # noqa: S311 - resampling, no secret
    drawn = [alpha(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES)]
    found = sorted(value for value in drawn if value is not None)
    return found[int(0.025 * len(found))], found[int(0.975 * len(found)) - 1]


def told(comparison: Comparison) -> Iterator[str]:
    """The comparison as lines of two Markdown tables."""
    sizes = ["rows of A", "rows of B", "partners", "precision", "recall"]
    yield from table(["table", *sizes], _sizes(comparison), right=sizes)
    yield ""
    counts = ["units", "agreed", "both filled", "alpha"]
    header = ["table", "column", *counts, "95 % interval"]
    yield from table(header, map(_agreement, comparison.figures()), right=counts)


def _sizes(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    for name in RECORD_TABLES:
        a, b = len(comparison.first.rows[name]), len(comparison.second.rows[name])
        n = len(comparison.partners[name])
        yield name, a, b, n, _share(n, a), _share(n, b)


def _agreement(one: Figures) -> tuple[object, ...]:
    shown, interval = "", ""
    if one.coded:
        shown = "undefined" if one.alpha is None else f"{one.alpha:.2f}"
    if one.interval:
        interval = f"{one.interval[0]:.2f} to {one.interval[1]:.2f}"
    agreed = f"{one.agreed} ({_share(one.agreed, one.units)})"
    return one.table, one.column, one.units, agreed, one.both, shown, interval


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "none"
