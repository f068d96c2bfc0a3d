"""R's haven reads the Stata files: values, labels of columns and of codes, days, missing values.

Where R or haven is not there these tests are skipped; with GSOMIA_R=1 they fail instead.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import gsomia_data
from kit import r
from kit.exports import HOSTILE, expected, fields, one_table
from kit.readers import TABLES

DUMP = """
column <- function(cells) {
  plain <- if (inherits(cells, "Date")) format(cells) else as.vector(unclass(cells))
  list(label = attr(cells, "label"), codes = as.list(attr(cells, "labels")),
       day = inherits(cells, "Date"), values = plain)
}
tables <- commandArgs(trailingOnly = TRUE)
dump <- lapply(setNames(tables, tables), function(table) {
  lapply(haven::read_dta(file.path("stata", paste0(table, ".dta"))), column)
})
jsonlite::write_json(dump, "dump.json", na = "null", digits = NA, auto_unbox = FALSE)
"""


@pytest.fixture(scope="module")
def _haven() -> None:
    """R with haven and jsonlite."""
    r.demand("haven", "jsonlite")


def run(folder: Path, code: str, *arguments: str) -> str:
    """What R code prints in ``folder``, without a warning."""
    (folder / "code.R").write_text(code, encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", "code.R", *arguments],  # noqa: S607 - the R of this machine
        cwd=folder,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def read_by_haven(folder: Path, *tables: str) -> dict[str, dict[str, dict[str, Any]]]:
    """Each table of the export in ``folder`` as haven reads it."""
    assert run(folder, DUMP, *tables) == ""
    read: dict[str, dict[str, dict[str, Any]]] = json.loads((folder / "dump.json").read_bytes())
    return read


def wanted(table: str) -> dict[str, list[object]]:
    """The cells as numbers of codes, flags as 0 and 1, missing text as empty text."""
    cells = expected(table)
    for name, field in fields(table).items():
        codes = field.get("categories")
        for at, cell in enumerate(cells[name]):
            if isinstance(codes, list) and cell is not None:
                cells[name][at] = codes.index(cell) + 1
            elif field["type"] == "boolean" and cell is not None:
                cells[name][at] = int(bool(cell))
            elif field["type"] == "string" and not codes and cell is None:
                cells[name][at] = ""
    return cells


@pytest.mark.slow
@pytest.mark.usefixtures("_haven")
def test_haven_reads_every_table(tmp_path: Path) -> None:
    """Every cell, each label, each code with its number, days as days."""
    gsomia_data.export("stata", tmp_path / "stata")
    read = read_by_haven(tmp_path, *TABLES)
    for table in TABLES:
        columns = dict(read[table].items())
        values = {name: column["values"] for name, column in columns.items()}
        assert values == wanted(table)
        for name, field in fields(table).items():
            (label,) = columns[name]["label"]
            assert re.match(re.escape(label.removesuffix("…")), str(field["description"]))
            codes = field.get("categories", [])
            assert isinstance(codes, list)
            numbers = {code: [number] for number, code in enumerate(codes, 1)}
            flags = {"false": [0], "true": [1]} if field["type"] == "boolean" else {}
            assert (columns[name]["codes"] or {}) == (numbers or flags)
            assert columns[name]["day"] == [field["type"] == "date"]


@pytest.mark.slow
@pytest.mark.usefixtures("_haven")
def test_haven_reads_hostile_text(tmp_path: Path) -> None:
    """Other scripts, line ends, text beyond a fixed width."""
    root = one_table(tmp_path / "small", HOSTILE)
    gsomia_data.open(root).export("stata", tmp_path / "stata")
    read = read_by_haven(tmp_path, "polls")
    assert read["polls"]["question"]["values"] == list(HOSTILE)


@pytest.mark.slow
@pytest.mark.usefixtures("_haven")
def test_a_model_of_the_stata_file_has_a_coefficient_per_code(tmp_path: Path) -> None:
    """`as_factor` gives the codes without an order, so R contrasts each with the first."""
    gsomia_data.export("stata", tmp_path / "stata")
    code = """
rows <- haven::as_factor(haven::read_dta("stata/reactions.dta"))
cat(names(coef(lm(seq_along(stance) ~ stance, rows))), sep = "\\n")
"""
    stance = gsomia_data.reactions()["stance"]
    used = [one for one in stance.cat.categories if (stance == one).any()]
    names = ["(Intercept)", *(f"stance{one}" for one in used[1:])]
    assert run(tmp_path, code).splitlines() == names
