"""The schemas and the descriptor, from the models and the bytes of the tables.

A kind or constraint that Table Schema cannot express is refused, so that the schemas say all that
the models say, except for some patterns (see ``_has_pattern``).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache

from gsomia_data.curation.rules import RULES
from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.groundings import GROUNDINGS
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec

NAME = "gsomia-data"
TITLE = "GSOMIA data: the Korea-Japan military-intelligence pact and the agreements around it"
DESCRIPTION = (
    "Who signed what and when, what polls said and who reacted how, about the General Security of "
    "Military Information Agreement between South Korea and Japan (2016) and the agreements around "
    "it. Each cell of the record tables rests on exact words of a document, in `evidence` and "
    "`quotes`, or is openly a coder's judgement, or is computed from other cells."
)
AUTHOR = "gsomia-data contributors"
DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
DESCRIPTOR = "datapackage.json"
PUBLISHERS_WORDS = {
    "reactions": ("wording", "gist"),
    "claims": ("clause",),
    "quotes": ("exact", "prefix", "suffix"),
    "evidence": ("words", "says"),
    "omissions": ("opens",),
}
"""By table, the columns that hold whole clauses of the documents, which are their publishers'."""
_SCHEMA_TYPES = frozenset({"string", "integer", "number", "date"})


def schema_path(table: str) -> str:
    """Path of a table's schema, relative to the package."""
    return f"schemas/{table}.schema.json"


def schema(spec: TableSpec) -> dict[str, object]:
    """The Table Schema (Data Package v2) of a table, with our own `gsomia:` properties.

    Raises:
        TypeError: Table Schema cannot express a kind or a bound.
    """
    built: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": spec.name,
        "title": spec.declared.title,
        "description": f"One row is {spec.declared.row}.",
        "fields": [_field(column) for column in spec.columns],
        "missingValues": [""],
        "primaryKey": list(spec.key),
    }
    if spec.declared.unique:
        built["uniqueKeys"] = [list(columns) for columns in spec.declared.unique]
    foreign = [_foreign(spec, column) for column in spec.columns if column.references]
    if foreign:
        built["foreignKeys"] = foreign
    if spec.declared.listed_without:
        built["gsomia:listed_without"] = spec.declared.listed_without
    built["gsomia:label"] = spec.declared.label
    if spec.declared.short:
        built["gsomia:short_label"] = spec.declared.short
    return built


def _field(column: ColumnSpec) -> dict[str, object]:
    kind = column.kind
    if kind.schema_type not in _SCHEMA_TYPES:
        raise TypeError(f"Table Schema has no type for the kind {kind.name} of {column.name}")
    field: dict[str, object] = {
        "name": column.name,
        "type": kind.schema_type,
        "title": column.name.replace("_", " ").capitalize(),
        "description": column.meaning,
    }
    if column.declared.term:
        field["rdfType"] = column.declared.term
    if column.codes:
        field |= _codes(column.codes)
    if constraints := _constraints(column):
        field["constraints"] = constraints
    return field | {f"gsomia:{name}": value for name, value in _own(column) if value}


def _codes(codes: type[Code]) -> dict[str, object]:
    listed = [str(code) for code in codes]
    ordered = {"categoriesOrdered": True} if codes.ordered else {}
    return {"categories": listed, **ordered}


def _own(column: ColumnSpec) -> Iterator[tuple[str, object]]:
    """Our own properties by name; the caller leaves out the empty ones."""
    yield "kind", column.kind.name
    yield "grounding", str(column.grounding)
    yield "rests_on", GROUNDINGS[column.grounding]
    yield "needs_evidence", column.grounding.needs_evidence
    yield "searched", column.searched
    yield "actor_kinds", list(column.declared.actor_kinds)
    yield "codes", {str(code): code.definition for code in column.codes or ()}
    yield "cues", {code: list(phrases) for code, phrases in column.cues.items()}
    if origin := column.declared.origin:
        where = {name: str(code) for name, code in origin.where}
        source = {"table": origin.table, "column": origin.column, "reference": origin.reference}
        yield "copied_from", {**source, "through": origin.through, "where": where}
    if inputs := column.declared.inputs:
        given = asdict(inputs) | {"columns": list(inputs.columns)}
        yield "computed_from", {name: value for name, value in given.items() if value}
    if column.name == "rule":
        yield (
            "rules",
            {rule.name: {"says": rule.says, **asdict(rule.strength)} for rule in RULES.values()},
        )


def _constraints(column: ColumnSpec) -> dict[str, object]:
    kind = column.kind
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if _has_pattern(column):
        constraints["pattern"] = kind.pattern
    for bound in ("minimum", "maximum"):
        limit = getattr(column.declared, bound)
        if limit is not None:
            if kind.schema_type not in {"integer", "number"}:
                raise TypeError(f"Table Schema cannot express the {bound} of {column.name}")
            constraints[bound] = limit
    if column.codes:
        constraints["enum"] = [str(code) for code in column.codes]
    return constraints


def _has_pattern(column: ColumnSpec) -> bool:
    """Whether the schema gives the pattern of the kind.

    A reference has the form of the key to which it leads. Where a cell may be empty, a pattern
    would break ``Package.publish`` of frictionless: its REGEXP in SQLite fails on NULL.
    """
    is_text = column.kind.pattern is not None and column.kind.schema_type == "string"
    return is_text and column.required and not column.references


def _foreign(spec: TableSpec, column: ColumnSpec) -> dict[str, object]:
    target = TABLES[str(column.references)]
    resource = "" if target.name == spec.name else target.name
    (key,) = target.key
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [key]}}


def schemas_and_descriptor(
    files: Mapping[str, bytes],
    sources: Sequence[Mapping[str, str]],
    version: str,
    released: str,
) -> dict[str, bytes]:
    """Bytes of every schema and of the descriptor, by path.

    Args:
        files: Bytes of the tables by path; the descriptor leaves out a missing table.
        sources: Rows of `sources`.
        version: Version of the package.
        released: Day of its release; empty if it has none.
    """
    # RFC 3339, as the profile demands: a time, though only the day is known.
    created = {"created": f"{released}T00:00:00Z"} if released else {}
    encoded = dict(_schemas())
    encoded[DESCRIPTOR] = _json(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": NAME,
            "title": TITLE,
            "description": DESCRIPTION,
            "version": version,
            **created,
            "licenses": [DATA_LICENCE],
            "contributors": [{"title": AUTHOR, "roles": ["author"]}],
            "sources": [_source(row) for row in sources],
            "keywords": ["GSOMIA", "South Korea", "Japan", "military intelligence", "agreements"],
            "resources": [
                _resource(spec, files[spec.path]) for spec in TABLES.values() if spec.path in files
            ],
        }
    )
    return encoded


@cache
def _schemas() -> Mapping[str, bytes]:
    return {schema_path(spec.name): _json(schema(spec)) for spec in TABLES.values()}


def _source(row: Mapping[str, str]) -> dict[str, str]:
    """A source, named by its key in `sources`: two editions have one title and one address."""
    title = f"{row['publisher']}: {row['title']} ({row['published']})"
    source = {"name": row["source_id"], "title": title}
    return {**source, "path": row["url"]} if row["url"] else source


def _resource(spec: TableSpec, data: bytes) -> dict[str, object]:
    licences: list[dict[str, str]] = [DATA_LICENCE]
    if columns := PUBLISHERS_WORDS.get(spec.name):
        *others, last = columns
        listed = f"{', '.join(others)} and {last}" if others else last
        title = (
            f"The words of the sources in {listed} belong to their publishers and are not "
            "licensed; they are quoted as evidence"
        )
        licences.append({"name": "LicenseRef-publishers-words", "title": title})
    return {
        "name": spec.name,
        "title": spec.declared.title,
        "description": f"One row is {spec.declared.row}.",
        "type": "table",
        "profile": "tabular-data-resource",
        "path": spec.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "licenses": licences,
        "schema": schema_path(spec.name),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def citation(version: str, released: str) -> bytes:
    """Bytes of `CITATION.cff`: the dataset, with the contributors as one author."""
    lines = [
        "# generated by `gsomia-data build`; do not edit",
        "cff-version: 1.2.0",
        "type: dataset",
        "message: If you use these data, please cite them.",
        f'title: "{TITLE}"',
        f"version: {version}",
        *([f"date-released: {released}"] if released else []),
        "authors:",
        f"  - name: {AUTHOR}",
        "license: CC-BY-4.0",
    ]
    return ("\n".join(lines) + "\n").encode()
