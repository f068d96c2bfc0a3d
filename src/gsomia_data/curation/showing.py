"""`show`: rows of a table, each cell with the words that it rests on beside it."""

from collections.abc import Iterator

from gsomia_data.curation.package.joined import Package, Witness, source_of
from gsomia_data.curation.schema.models import TABLES


def shown(package: Package, table: str, key: str | None) -> list[dict[str, object]]:
    """Rows of ``table`` as plain values, evidence included.

    Raises ``KeyError`` where there is no such table or key.
    """
    spec = TABLES[table]
    entries = package.keyed[table]
    if key is not None:
        entries = {key: entries[key]}
    return [
        {
            "key": name,
            "line": entry.line,
            "cells": [
                {
                    "column": column.name,
                    "value": entry.cells[column.name],
                    "grounding": str(column.grounding),
                    "evidence": [
                        _evidence(package, witness)
                        for witness in package.by_cell.get((table, name, column.name), [])
                    ],
                }
                for column in spec.columns
                if entry.cells[column.name]
            ],
        }
        for name, entry in entries.items()
    ]


def _evidence(package: Package, witness: Witness) -> dict[str, str]:
    cells = witness.entry.cells
    names = ("quote_id", "words", "rule", "value", "relation", "note")
    quote = witness.quote.cells["exact"] if witness.quote else ""
    if witness.span:
        start, end = witness.span
        quote = f"{quote[:start]}[{quote[start:end]}]{quote[end:]}"
    return {
        **{name: cells[name] for name in names},
        "proof": package.firmness(witness),
        "source": source_of(witness),
        "quote": quote,
    }


def told(rows: list[dict[str, object]]) -> Iterator[str]:
    """The rows as lines for a person."""
    for row in rows:
        yield f"{row['key']}  (line {row['line']})"
        cells = row["cells"]
        assert isinstance(cells, list)  # noqa: S101 - built by `shown`
        for cell in cells:
            yield f"  {cell['column']}: {cell['value']}"
            for one in cell["evidence"]:
                relation = "" if one["relation"] == "supports" else f" {one['relation']}"
                yield f"      {one['quote_id']} {one['reading']} ({one['proof']}){relation}"
                yield f"        {one['quote']}"
                if one["relation"] != "supports":
                    yield f"        reads: {one['value']}"
                if one["note"]:
                    yield f"        note: {one['note']}"
        yield ""
