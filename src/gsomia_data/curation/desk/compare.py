"""`compare`: two codings of the same documents, side by side.

Rows of one table are partners if words that support the same column overlap in the same document,
or if they have one key and one of them has no evidence: it was coded from a register of such keys.
Precision and recall count the rows without a partner; agreement is measured over the partners.
A row that rests only on documents in which the other coding has no evidence is not compared, nor is
a table or a column that one coding does not have: it may be younger than that coding.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gsomia_data.curation.desk.agreement import Figures, figures_of, same
from gsomia_data.curation.desk.coding import Character, Coding
from gsomia_data.curation.markdown import table
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec

_SKIPPED = {Grounding.KEY, Grounding.CURATORIAL, Grounding.DERIVED}


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which partners differ, or a row without a partner.

    Attributes:
        table: Name of the table.
        first: Key of the row in the first coding; empty if only the second has it.
        second: Key of the row in the second coding; empty if only the first has it.
        column: Column that differs; empty for a row without a partner.
        first_value: Value in the first coding.
        second_value: Value in the second coding.
    """

    table: str
    first: str = ""
    second: str = ""
    column: str = ""
    first_value: str = ""
    second_value: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two codings, and the rows of them that are partners.

    Attributes:
        first: First coding.
        second: Second coding.
        partners: Pairs of keys, by table that both have.
    """

    first: Coding
    second: Coding
    partners: Mapping[str, Sequence[tuple[str, str]]]

    @cached_property
    def _agreements(self) -> Mapping[str, str]:
        return {b: a for a, b in self.partners.get("agreements", ())}

    def values(self, table: str, column: ColumnSpec, pair: tuple[str, str]) -> tuple[str, str]:
        """The values of a cell in both codings; agreements by the keys of the first."""
        a = self.first.rows[table][pair[0]].get(column.name, "")
        b = self.second.rows[table][pair[1]].get(column.name, "")
        if column.references == "agreements" and b:
            b = self._agreements.get(b) or (b if b in self._unpaired else f"another ({b})")
        return a, b

    @cached_property
    def _unpaired(self) -> frozenset[str]:
        """Agreements of the first without a partner: their keys are those of a register."""
        return frozenset(self.first.rows.get("agreements", ())) - set(self._agreements.values())

    def figures(self) -> Iterator[Figures]:
        """Agreement per column, in the order of the tables."""
        for name in self.partners:
            for column in self._columns(name):
                pairs = [self.values(name, column, pair) for pair in self.partners[name]]
                filled = [(a, b) for a, b in pairs if a or b]
                if filled:
                    yield figures_of(name, column, filled)

    def differences(self) -> Iterator[Difference]:
        """Every cell in which partners differ, and every row without a partner."""
        for name in self.partners:
            columns = self._columns(name)
            for pair in self.partners[name]:
                for column in columns:
                    a, b = self.values(name, column, pair)
                    if not same(a, b):
                        yield Difference(name, *pair, column.name, a, b)
            yield from self._without_partner(name)

    def _columns(self, name: str) -> list[ColumnSpec]:
        """The columns to compare that the rows of both codings have."""
        rows = [
            row
            for a, b in self.partners[name]
            for row in (self.first.rows[name][a], self.second.rows[name][b])
        ]
        columns = compared_columns(TABLES[name])
        return [column for column in columns if all(column.name in row for row in rows)]

    def _without_partner(self, name: str) -> Iterator[Difference]:
        paired_first = {a for a, _ in self.partners[name]}
        paired_second = {b for _, b in self.partners[name]}
        for key in self.first.rows[name]:
            if key not in paired_first:
                yield Difference(name, first=key)
        for key in self.second.rows[name]:
            if key not in paired_second:
                yield Difference(name, second=key)


def compared_columns(spec: TableSpec) -> list[ColumnSpec]:
    """Columns that a coder fills: neither keys nor derived nor curatorial columns."""
    return [column for column in spec.columns if column.grounding not in _SKIPPED]


def compare(first: Coding, second: Coding) -> Comparison:
    """Pair the rows of two codings, in the documents of both: the greatest overlap first."""
    first, second = first.within(second.documents), second.within(first.documents)
    both = [name for name in RECORD_TABLES if name in first.rows and name in second.rows]
    return Comparison(first, second, {name: _partners(name, first, second) for name in both})


def _partners(name: str, first: Coding, second: Coding) -> list[tuple[str, str]]:
    """Pairs by overlap, then those of one key of which one row has no evidence."""
    words_a = {a: first.characters.get((name, a), frozenset()) for a in first.rows[name]}
    words_b = {b: second.characters.get((name, b), frozenset()) for b in second.rows[name]}
    scores = [
        (_overlap(at_a, at_b), a, b) for a, at_a in words_a.items() for b, at_b in words_b.items()
    ]
    ranked = sorted(scores, key=lambda scored: (-scored[0], *scored[1:]))
    close = [(a, b) for score, a, b in ranked if score > 0]
    by_key = [
        (key, key) for key in words_a if key in words_b and not (words_a[key] and words_b[key])
    ]
    taken: set[tuple[str, str]] = set()
    pairs = []
    for a, b in close + by_key:
        if not {("a", a), ("b", b)} & taken:
            taken |= {("a", a), ("b", b)}
            pairs.append((a, b))
    return sorted(pairs)


def _overlap(a: frozenset[Character], b: frozenset[Character]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def page(comparison: Comparison) -> Iterator[str]:
    """The lines of the comparison: two Markdown tables."""
    sizes = ["rows of A", "rows of B", "partners", "precision", "recall"]
    yield from table(["table", *sizes], _sizes(comparison), right=sizes)
    yield ""
    counts = ["units", "agreed", "both filled", "alpha"]
    header = ["table", "column", *counts, "95 % interval"]
    yield from table(header, map(_agreement, comparison.figures()), right=counts)


def _sizes(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    for name in comparison.partners:
        a, b = len(comparison.first.rows[name]), len(comparison.second.rows[name])
        n = len(comparison.partners[name])
        yield name, a, b, n, _share(n, a), _share(n, b)


def _agreement(row: Figures) -> tuple[object, ...]:
    alpha, interval = "", ""
    if row.coded:
        alpha = "undefined" if row.alpha is None else f"{row.alpha:.2f}"
    if row.interval:
        interval = f"{row.interval[0]:.2f} to {row.interval[1]:.2f}"
    agreed = f"{row.agreed} ({_share(row.agreed, row.units)})"
    return row.table, row.column, row.units, agreed, row.both, alpha, interval


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "none"
