"""The package as the checks see it: a snapshot and its joins, each computed once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from gsomia_data._floor.edtf import Edtf
from gsomia_data._floor.firmness import (
    SAME_SENTENCE,
    Vocabulary,
    firmness,
    names_agreement,
    proves,
)
from gsomia_data._floor.names import key, own_key
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import Derived, derive
from gsomia_data.curation.package.records import Record, record, value_in, value_of
from gsomia_data.curation.package.snapshot import Snapshot
from gsomia_data.curation.package.witness import CellKey, Witness, source_of
from gsomia_data.curation.rules import RULES, Beside, Context, Words
from gsomia_data.curation.rules.names import Names, names_of
from gsomia_data.curation.rules.rule import ANTECEDENT_FOLLOWS
from gsomia_data.curation.rules.sentences import sentence
from gsomia_data.curation.schema.columns import Row
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES, Quote
from gsomia_data.curation.schema.specs import TableSpec

R = TypeVar("R", bound=Row)

Place = tuple[str, int]
"""Path of a file of the package, and a line in it; line 0 is the whole file."""


@dataclass(frozen=True)
class Package:
    """A snapshot and its joins, without the rows that are left out.

    Attributes:
        snapshot: The bytes and rows.
        left_out: Places of the rows that are left out.
        entire: The package with every row; ``None`` if this is it.
    """

    snapshot: Snapshot
    left_out: frozenset[Place] = frozenset()
    entire: "Package | None" = None

    @property
    def whole(self) -> "Package":
        """The package with every row."""
        return self.entire or self

    def without(self, places: Iterable[Place]) -> "Package":
        """The same package without the rows at ``places``."""
        left_out = frozenset(places)
        return Package(self.snapshot, left_out, self.whole) if left_out else self.whole

    @cached_property
    def tables(self) -> Mapping[str, list[Mapping[str, str]]]:
        """Cells of every row, by table; a broken table is empty."""
        return {name: [entry.cells for entry in self.rows(name)] for name in TABLES}

    def rows(self, table: str) -> tuple[Entry, ...]:
        """The rows of a table, valid or not; none if its columns are not those of the model."""
        return self._rows[table]

    def of(self, model: type[R]) -> tuple[Record[R], ...]:
        """The valid rows of a model, in file order, with their values."""
        rows = self._rows[model.declared.name]
        return cast(tuple[Record[R], ...], tuple(row for row in rows if isinstance(row, Record)))

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Entry, ...]]:
        """Rows by table, read once: without some of them they are the same rows."""
        return {name: tuple(self._read(spec)) for name, spec in TABLES.items()}

    def _read(self, spec: TableSpec) -> Iterator[Entry]:
        if self.entire:
            for row in self.entire.rows(spec.name):
                if (spec.path, row.line) not in self.left_out:
                    yield row
            return
        sheet = self.snapshot.sheets.get(spec.name)
        if sheet is not None and sheet.header == spec.header:
            yield from (record(spec, entry) for entry in sheet.entries)

    @cached_property
    def keyed(self) -> Mapping[str, Mapping[str, Entry]]:
        """First row of each key, by table and key."""
        keyed: dict[str, dict[str, Entry]] = {}
        for name, spec in TABLES.items():
            keyed[name] = {}
            for entry in self.rows(name):
                keyed[name].setdefault(spec.key_of(entry.cells), entry)
        return keyed

    @cached_property
    def witnesses(self) -> tuple[Witness, ...]:
        """Every row of evidence, joined."""
        return tuple(self.witness(entry) for entry in self.rows("evidence"))

    def witness(self, entry: Entry) -> Witness:
        """A row of evidence, joined; it may be one that the package does not have."""
        spec = TABLES.get(entry.cells["table_name"])
        return Witness(
            entry,
            spec,
            spec.column(entry.cells["column_name"]) if spec else None,
            self.keyed[spec.name].get(entry.cells["row_key"]) if spec else None,
            self.keyed["quotes"].get(entry.cells["quote_id"]),
        )

    @cached_property
    def by_cell(self) -> Mapping[CellKey, list[Witness]]:
        """Evidence of each cell, in file order."""
        witnesses: dict[CellKey, list[Witness]] = defaultdict(list)
        for witness in self.witnesses:
            witnesses[witness.cell].append(witness)
        return witnesses

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """The names that each document may use; those in rows that are left out yield to others."""
        tables = {name: self._with_names(name) for name in ("actors", "aliases", "agreements")}
        evidenced: dict[str, set[str]] = defaultdict(set)
        for witness in self.whole.witnesses:
            table, key, column = witness.cell
            if (table, column) == ("actors", "name"):
                evidenced[source_of(witness)].add(key)
        return {
            name: names_of(
                name, tables["actors"], tables["aliases"], tables["agreements"], evidenced[name]
            )
            for name in self.whole.keyed["sources"]
        }

    def _with_names(self, table: str) -> list[Mapping[str, str]]:
        given = [row for row in self.tables[table] if _names(row)]
        taken = {name for row in given for name in _names(row)}
        left_out = [row for row in self.whole.tables[table] if not taken.intersection(_names(row))]
        return [*given, *filter(_names, left_out)]

    @cached_property
    def derived(self) -> Derived:
        """Derived cells as they should be, by the index of the row in its table."""
        texts = self.snapshot.texts
        documents = {name: self.snapshot.files[f"corpus/{name}.txt"] for name in texts}
        return derive(self._rows, texts, documents)

    def words(self, witness: Witness) -> Words | None:
        """The words of a row of evidence in their place; ``None`` if they have none."""
        quote = value_of(witness.quote, Quote)
        if quote is None or witness.span is None:
            return None
        document = self.snapshot.texts.get(quote.source_id)
        start, exact, prefix = quote.start or 0, quote.exact, quote.prefix or ""
        # A quote may be cut anywhere: read its whole sentence or, without a corpus, its context.
        text, here = document or "", start
        if not text.startswith(exact, start):
            text, here = prefix + exact + (quote.suffix or ""), len(prefix)
        first, last = sentence(text, here, here + len(exact))
        shift = here - first
        span = witness.span[0] + shift, witness.span[1] + shift
        return Words(text[first:last], *span, document, start - shift)

    def context(self, witness: Witness) -> Context | None:
        """What the rule of a row of evidence may look at; ``None`` if a join fails.

        A rule of dates needs the day of publication, and no other rule does.
        """
        if witness.column is None or witness.spec is None or witness.quote is None:
            return None
        source = witness.quote.cells["source_id"]
        row = self.whole.keyed["sources"].get(source)
        if row is None or (self.published(source) is None and _is_of_dates(witness)):
            return None
        return Context(
            witness.column,
            self.names[source],
            row.cells["published"],
            self._antecedents(witness),
            zone=row.cells.get("zone", ""),
            beside=self._beside(witness),
        )

    def _antecedents(self, witness: Witness) -> frozenset[str]:
        here = witness.absolute
        if witness.quote is None or here is None:
            return frozenset()
        source = witness.quote.cells["source_id"]
        return frozenset(
            other.says
            for other in self.by_cell[witness.cell]
            if other.entry.cells["rule"] == "alias"
            and other.quote is not None
            and other.quote.cells["source_id"] == source
            and other.absolute is not None
            and (other.absolute[0] <= here[1] or ANTECEDENT_FOLLOWS in witness.entry.cells["note"])
        )

    def _beside(self, witness: Witness) -> Beside:
        """What other rows prove in the quote of a row of the rule ``same-sentence``."""
        if witness.entry.cells["rule"] != SAME_SENTENCE or witness.span is None:
            return Beside()
        words, (table, key, column) = self.words(witness), witness.cell
        if words is None:
            return Beside()
        shift = words.start - witness.span[0]
        here = [
            (other, (span[0] + shift, span[1] + shift))
            for other in self.proving.get(witness.entry.cells["quote_id"], ())
            if (span := other.span) is not None
        ]
        naming = [(o, span) for o, span in here if names_agreement(o.cell[0], o.cell[2])]
        return Beside(
            frozenset(other.cell[1] for other, _ in naming),
            tuple(span for _, span in naming),
            any(other.cell[:2] == (table, key) and other.cell[2] != column for other, _ in here),
        )

    @cached_property
    def proving(self) -> Mapping[str, list[Witness]]:
        """The rows by which a rule proves a cell, by quote."""
        proving: dict[str, list[Witness]] = defaultdict(list)
        for witness in self.witnesses:
            if witness.supports and proves(witness.entry.cells["rule"]):
                proving[witness.entry.cells["quote_id"]].append(witness)
        return proving

    def published(self, source: str) -> Edtf | None:
        """The date on which a source was published; ``None`` if its row or the date is missing."""
        row = self.whole.keyed["sources"].get(source)
        return value_in(row, "published", Edtf) if row else None

    def whole_of(self, actor: str) -> str:
        """The state to which an actor belongs; empty if no words say it."""
        entry = self.keyed["actors"].get(actor)
        return entry.cells["country"] if entry is not None else ""

    def firmness(self, witness: Witness) -> str:
        """How firm one row of evidence is: proved, inferred or judged."""
        return self.whole._firm[witness.entry.line]  # noqa: SLF001 - of its own class

    @cached_property
    def _firm(self) -> Mapping[int, str]:
        lexica = {
            (spec.name, column.name): column.cues
            for spec in TABLES.values()
            for column in spec.columns
        }
        rules = {name: rule.strength for name, rule in RULES.items()}
        listed = firmness(self.tables, Vocabulary(rules, lexica))
        return {entry.line: firm for entry, firm in zip(self.rows("evidence"), listed, strict=True)}


def _is_of_dates(witness: Witness) -> bool:
    rule = RULES.get(witness.entry.cells["rule"])
    return rule is None or Grounding.DATE in rule.groundings


def _names(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """The names in a row, each with its document if it holds in one; none if one is blank."""
    own = [row[column] for column in ("name", "acronym") if row.get(column)]
    other = [row["alias"]] if row.get("alias") else []
    if not all(name.strip() for name in (*own, *other)):
        return []
    keys = (*map(own_key, own), *map(key, other))
    return [(one, row.get("source_id", "")) for one in keys]
