"""K: keys and references, among them the cells that evidence points to."""

from collections.abc import Iterator, Mapping

from gsomia_data._floor.names import key, keys, own_key
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import absent
from gsomia_data.curation.package.derived import sorted_rows
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES, Actor, Alias
from gsomia_data.curation.schema.specs import TableSpec
from gsomia_data.curation.schema.vocabulary import ActorKind, AliasKind

_NEEDS = ("F01", "F03", "M01")


@check(
    "K01",
    scope="keys",
    example="Two rows of `agreements.csv` have the key `gsomia-2016`.",
    way_out="Rename or delete one.",
    needs=("F01", "F03"),
)
def unique(package: Package) -> Iterator[Breach]:
    """No two rows of a table have the same key, or the same values in unique columns."""
    for name, spec in TABLES.items():
        for columns in (spec.key, *spec.declared.unique):
            seen: dict[tuple[str, ...], int] = {}
            for entry in package.rows(name):
                value = tuple(entry.cells[column] for column in columns)
                first = seen.setdefault(value, entry.line)
                if first != entry.line:
                    shown = " ".join(value)
                    message = f"line {first} already has {shown!r}"
                    yield at(name, entry, columns[-1], message, "delete or rename one")


@check(
    "K02",
    scope="keys",
    example="A new row was added at the end of a table, instead of in its place.",
    way_out="Run `gsomia-data fmt`.",
    needs=_NEEDS,
)
def ordered(package: Package) -> Iterator[Breach]:
    """Rows are in canonical order."""
    for name, spec in TABLES.items():
        entries = package.rows(name)
        wanted = sorted_rows(spec, [entry.cells for entry in entries])
        for entry, cells in zip(entries, wanted, strict=True):
            if entry.cells is not cells:
                message = f"the row {spec.key_of(cells)!r} belongs here"
                yield at(name, entry, spec.key[0], message, "run gsomia-data fmt")
                break


@check(
    "K03",
    scope="keys",
    example="A party is `japan`, which is not the key of an actor; or a party is a person.",
    way_out="Correct the reference, or add the row that it points to.",
    needs=_NEEDS,
)
def references(package: Package) -> Iterator[Breach]:
    """Each reference points to an existing row, and to an actor of a kind that the column takes."""
    for name, spec in TABLES.items():
        for column in spec.columns:
            target = column.references
            if target is None:
                continue
            known = package.keyed[target]
            for entry in package.rows(name):
                cell = entry.cells[column.name]
                if not cell:
                    continue
                if absent(package, target, cell):
                    hint = _nearest(cell, known) or f"add the row to {TABLES[target].path}"
                    message = f"there is no {cell!r} in {TABLES[target].path}"
                    yield at(name, entry, column.name, message, hint)
                elif target == "actors" and cell in known and column.declared.actor_kinds:
                    kind = known[cell].cells["kind"]
                    if kind not in column.declared.actor_kinds:
                        kinds = " or ".join(column.declared.actor_kinds)
                        message = f"{cell} is a {kind}; this column takes a {kinds}"
                        hint = "name another actor, or correct its kind"
                        yield at(name, entry, column.name, message, hint)


def _nearest(cell: str, known: Mapping[str, object]) -> str:
    import difflib  # noqa: PLC0415 - only if something is wrong already

    near = difflib.get_close_matches(cell, known, 1)
    return f"did you mean {near[0]}?" if near else ""


@check(
    "K04",
    scope="keys",
    example="A cell was emptied, but its evidence was not deleted.",
    way_out="Fill the cell again, or delete its evidence too.",
    needs=_NEEDS,
)
def pointers(package: Package) -> Iterator[Breach]:
    """Each row of evidence points to a filled cell of a column that can have evidence."""
    for witness in package.witnesses:
        table, record, field = witness.cell
        if witness.spec is None:
            names = ", ".join(spec.name for spec in TABLES.values() if _any_takes_evidence(spec))
            message = f"there is no table {table!r}"
            yield at("evidence", witness.entry, "table_name", message, f"one of: {names}")
        elif witness.column is None:
            message = f"{table} has no column {field!r}"
            hint = f"one of: {', '.join(witness.spec.header)}"
            yield at("evidence", witness.entry, "column_name", message, hint)
        elif absent(package, table, record):
            message = f"{table} has no row {record!r}"
            hint = _nearest(record, package.keyed[table]) or "delete the row, or name another"
            yield at("evidence", witness.entry, "row_key", message, hint)
        elif not _takes_evidence(witness.column.grounding):
            message = f"{table}.{field} takes no evidence: it is {witness.column.grounding}"
            yield at("evidence", witness.entry, "column_name", message, "delete the row")
        elif witness.record and not witness.record.cells[field]:
            message = (
                f"the cell is empty, but line {witness.entry.line} of evidence.csv is about it"
            )
            hint = f"fill it (that row says {witness.says!r}), or delete the evidence"
            yield at(table, witness.record, field, message, hint)


def _takes_evidence(grounding: Grounding) -> bool:
    return grounding.needs_evidence or grounding is Grounding.OUTSIDE


def _any_takes_evidence(spec: TableSpec) -> bool:
    return any(_takes_evidence(column.grounding) for column in spec.columns)


@check(
    "K05",
    scope="keys",
    example="The alias `Seoul` is listed twice for one document.",
    way_out="Keep one row per name and document; delete an alias that is the name of an actor.",
    needs=_NEEDS,
)
def names(package: Package) -> Iterator[Breach]:
    """In one document a name means one actor or agreement, and no alias repeats another name."""
    first: dict[str, str] = {}
    for entry in package.rows("actors"):
        owner = first.setdefault(own_key(entry.cells["name"]), entry.cells["actor_id"])
        if owner != entry.cells["actor_id"]:
            message = f"{owner} has the same name"
            yield at("actors", entry, "name", message, "give each actor a name of its own")
    everywhere = _everywhere(package)
    aliases: dict[tuple[str, str], int] = {}
    for entry in package.rows("aliases"):
        cells = entry.cells
        folded = key(cells["alias"])
        line = aliases.setdefault((folded, cells["source_id"]), entry.line)
        if line != entry.line:
            message = f"line {line} has the same name"
            yield at("aliases", entry, "alias", message, "keep one row for each name and document")
        found = (everywhere[one] for one in keys(cells["alias"]) if one in everywhere)
        owner, listed_on = next(found, ("", 0))
        if owner and listed_on != entry.line:
            message = f"this is the name of {owner}, which holds in every document"
            yield at("aliases", entry, "alias", message, "delete the alias")


def _everywhere(package: Package) -> dict[str, tuple[str, int]]:
    """The names that hold in every document: their owner, and their line if they are aliases."""
    spec = TABLES["aliases"]
    listed = (row for row in package.rows("aliases") if spec.listed(row.cells))
    known = {key(row.cells["alias"]): (row.cells["actor_id"], row.line) for row in listed}
    return known | {
        own_key(row.cells["name"]): (row.cells["actor_id"], 0) for row in package.rows("actors")
    }


@check(
    "K06",
    scope="keys",
    example="An alias has neither an actor nor an agreement, or the name of a person no document.",
    way_out="Fill in one of the two; give the alias the document in which it holds.",
    needs=_NEEDS,
)
def bearers(package: Package) -> Iterator[Breach]:
    """An alias names one actor or one agreement, and without a document it names a state."""
    states = {row.value.actor_id for row in package.of(Actor) if row.value.kind is ActorKind.STATE}
    for row in package.of(Alias):
        alias = row.value
        if bool(alias.actor_id) == bool(alias.agreement_id):
            message = "an alias names one actor or one agreement"
            yield at(
                "aliases", row, "actor_id", message, "fill in one of actor_id and agreement_id"
            )
        elif alias.source_id is None and alias.actor_id not in states:
            if alias.actor_id and alias.actor_id not in package.keyed["actors"]:
                continue  # K03 says so, or the row is left out
            message = f"{alias.alias!r} has no document; only a listed name of a state has none"
            yield at("aliases", row, "source_id", message, "name the document in which it holds")
        elif alias.kind is not AliasKind.NAME and alias.agreement_id:
            message = f"the name of an agreement is not a {alias.kind}"
            yield at("aliases", row, "kind", message, f"write {AliasKind.NAME}")


CHECKS = (
    unique,
    ordered,
    references,
    pointers,
    names,
    bearers,
)
