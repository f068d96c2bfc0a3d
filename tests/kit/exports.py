"""The cells that an export must give back, by Python's own csv and json; and small packages."""

import csv
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gsomia_data.reading.export import FORMATS, FormatName
from kit.real import ROOT

if TYPE_CHECKING:
    import pandas as pd

Cells = dict[str, list[object]]

HOSTILE = (
    "=1+1",
    "+1",
    "-x",
    "@SUM(A1)",
    "\tTAB",
    "\nLF",
    "'quoted",
    "NA",
    "NaN",
    "null",
    "None",
    "TRUE",
    "1e5",
    "007",
    "2016-11",
    "11/23/2016",
    "  edges ",
    "no\xa0break",
    "두 줄\n\n# \"x\", 'y' \\n",
    "emoji 🇰🇷",
    "naïve — ’…",
    "_x000D_",
    "&amp; <b>",
    "line\u2028end",
    "long " + "한" * 1_000,
    "longer " + "x" * 10_000,
)


def named(format_: FormatName, stem: str) -> str:
    """A name for an export: with the ending that a file must have."""
    endings = FORMATS[format_].endings
    return f"{stem}{endings[0]}" if endings else stem


def fields(table: str, root: Path = ROOT) -> dict[str, dict[str, object]]:
    """The columns of a table by name."""
    text = (root / "schemas" / f"{table}.schema.json").read_text(encoding="utf-8")
    return {field["name"]: field for field in json.loads(text)["fields"]}


def expected(table: str, root: Path = ROOT) -> Cells:
    """Each column as plain values; a day is ISO text, what is missing is ``None``."""
    with (root / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        name: [value(row[name], str(field["type"])) for row in rows]
        for name, field in fields(table, root).items()
    }


def value(cell: str, type_: str) -> object:
    """A cell by its declared type."""
    if cell == "":
        return None
    if type_ == "boolean":
        return {"true": True, "false": False}[cell]
    return {"integer": int, "number": float}.get(type_, str)(cell)


def by_column(names: Iterable[str], rows: Iterable[Iterable[object]]) -> Cells:
    """Rows as columns."""
    listed = list(names)
    columns = list(zip(*rows, strict=True)) or [()] * len(listed)
    return {name: list(cells) for name, cells in zip(listed, columns, strict=True)}


def by_row(cells: Cells) -> Iterator[dict[str, object]]:
    """Columns as rows."""
    for row in zip(*cells.values(), strict=True):
        yield dict(zip(cells, row, strict=True))


def plain(frame: "pd.DataFrame") -> Cells:
    """The columns of a frame as plain values; what is missing is ``None``."""
    return {
        str(name): list(column)
        for name, column in frame.astype(object).where(frame.notna(), None).items()
    }


def exact(cells: Cells) -> dict[str, list[str]]:
    """The cells so that 1, 1.0 and True differ when compared."""
    return {name: [repr(cell) for cell in column] for name, column in cells.items()}


def alone(folder: Path, table: str) -> Path:
    """A package of one table of the real package, which refers to no other."""
    shutil.rmtree(folder, ignore_errors=True)
    package = folder / "package"
    descriptor = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = (one for one in descriptor["resources"] if one["name"] == table)
    schema = json.loads((ROOT / resource["schema"]).read_text(encoding="utf-8"))
    schema.pop("foreignKeys", None)
    for part in (resource["path"], resource["schema"]):
        (package / part).parent.mkdir(parents=True)
    shutil.copy(ROOT / resource["path"], package / resource["path"])
    (package / resource["schema"]).write_text(json.dumps(schema), encoding="utf-8")
    described = json.dumps(descriptor | {"resources": [resource]})
    (package / "datapackage.json").write_text(described, encoding="utf-8")
    return package


def one_table(folder: Path, texts: Iterable[str]) -> Path:
    """A package of the table `polls` alone, with these ``texts`` as its questions."""
    package = alone(folder, "polls")
    write_questions(package, texts)
    return package


def write_questions(package: Path, texts: Iterable[str]) -> None:
    """One poll per text."""
    path = package / "dataset" / "polls.csv"
    with path.open(encoding="utf-8", newline="") as file:
        poll = next(iter(csv.DictReader(file)))
    rows = [
        poll | {"poll_id": f"p-{at}", "survey": f"s-{at}", "question": text}
        for at, text in enumerate(texts)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        # Python 3.11 would leave a bare CR unquoted.
        writer = csv.DictWriter(file, list(poll), lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    refresh(package)


def old_dates(folder: Path, days: Iterable[str]) -> Path:
    """A package of the table `dates` alone: one event on each of the days."""
    package = alone(folder, "dates")
    path = package / "dataset" / "dates.csv"
    with path.open(encoding="utf-8", newline="") as file:
        event = next(iter(csv.DictReader(file)))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(event), lineterminator="\n")
        writer.writeheader()
        for at, day in enumerate(days):
            known = {"date": day, "earliest": day, "latest": day, "precision": "day"}
            writer.writerow(event | known | {"date_id": f"d-{at}"})
    refresh(package)
    return package


def refresh(package: Path) -> None:
    """Let the descriptor say what the CSV files are now."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    for resource in descriptor["resources"]:
        data = (package / resource["path"]).read_bytes()
        resource["bytes"] = len(data)
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
    path.write_text(json.dumps(descriptor), encoding="utf-8")
