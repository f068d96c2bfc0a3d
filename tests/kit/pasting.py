"""What `gaps` and `propose` print, read back as rows of the tables into which it is pasted."""

import csv
import io

from gsomia_data.curation.schema.models import TABLES


def pasted(printed: str) -> dict[str, list[dict[str, str]]]:
    """The rows below the name of each file, by table; other lines that begin with # are left out.

    Raises:
        ValueError: A line is no row of its table.
    """
    rows: dict[str, list[dict[str, str]]] = {"quotes": [], "omissions": []}
    table = ""
    for cells in csv.reader(io.StringIO(printed, newline=""), strict=True):
        if cells[0].startswith("# dataset/"):
            table = cells[0].removeprefix("# dataset/").removesuffix(".csv")
        elif not cells[0].startswith("#"):
            rows[table].append(dict(zip(TABLES[table].header, cells, strict=True)))
    return rows


def omission_of(row: dict[str, str]) -> dict[str, str]:
    """The row of `omissions` for a sentence that a curator leaves out."""
    places = {name: row[name] for name in ("source_id", "start", "stop")}
    return {**places, "reason": "no column", "note": "left out"}
