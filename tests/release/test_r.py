"""docs/gsomia.R: R reads every table with the declared types, and the words behind each cell.

What the pages print, docs/make.py makes.

Where R or jsonlite is not there these tests are skipped; with GSOMIA_R=1 they fail instead.
"""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import gsomia_data
from gsomia_data.curation.schema.models import TABLES
from kit import r
from kit.real import ROOT, copy_of_the_package

PAGE = (ROOT / "docs" / "r.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```r\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)
BLOCKS = BLOCK.findall(PAGE)
FUNCTIONS = (ROOT / "docs" / "gsomia.R").read_text(encoding="utf-8")
LOCALES = ("C.UTF-8", "C")

CLASSES = {
    "string": ["character"],
    "integer": ["integer"],
    "number": ["numeric"],
    "boolean": ["logical"],
    "date": ["Date"],
}

DUMP = """
gsomia <- Sys.getenv("GSOMIA_PACKAGE")
column <- function(cells) {
  list(class = class(cells), levels = levels(cells), values = cells)
}
tables <- commandArgs(trailingOnly = TRUE)
dump <- lapply(setNames(tables, tables), function(table) lapply(read_gsomia(table), column))
jsonlite::write_json(dump, "dump.json", na = "null", digits = NA)
"""

EVIDENCE = """
gsomia <- Sys.getenv("GSOMIA_PACKAGE")
tables <- commandArgs(trailingOnly = TRUE)
found <- lapply(setNames(tables, tables), gsomia_evidence)
found <- lapply(found, function(rows) replace(rows, TRUE, lapply(rows, as.character)))
jsonlite::write_json(found, "found.json", na = "null", dataframe = "columns")
"""

CALL = 'gsomia <- Sys.getenv("GSOMIA_PACKAGE")\n'


@pytest.fixture(scope="session")
def _r() -> None:
    """R with jsonlite."""
    r.demand("jsonlite")


def run(
    code: str, folder: Path, *args: str, locale: str = "C.UTF-8", package: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run R code in an empty folder; `gsomia-data` is the one of this Python."""
    folder.mkdir(exist_ok=True)
    (folder / "code.R").write_text(code, encoding="utf-8")
    scripts = str(Path(sys.executable).parent)
    env = os.environ | {
        "LC_ALL": locale,
        "PATH": os.pathsep.join([scripts, os.environ["PATH"]]),
        "GSOMIA_PACKAGE": str((package or ROOT) / "datapackage.json"),
    }
    return subprocess.run(
        ["Rscript", "--vanilla", "code.R", *args],  # noqa: S607 - the R of this machine
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def dump(folder: Path, *tables: str, locale: str, package: Path | None = None) -> dict[str, object]:
    """What `read_gsomia` gives for these tables: class, levels and values of each column."""
    done = run(FUNCTIONS + DUMP, folder, *tables, locale=locale, package=package)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    read = json.loads((folder / "dump.json").read_bytes().decode("utf-8"))
    assert isinstance(read, dict)
    return read


def expected(table: str, package: Path = ROOT) -> dict[str, object]:
    """The same by Python's own csv and json, from the file and its schema."""
    schema = json.loads((package / "schemas" / f"{table}.schema.json").read_text("utf-8"))
    with (package / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == [field["name"] for field in schema["fields"]]
    columns = zip(*rows[1:], strict=True)
    return {
        field["name"]: {
            "class": _class(field),
            "levels": field.get("categories", {}),  # jsonlite writes NULL as {}
            "values": [value(cell, field["type"]) for cell in cells],
        }
        for field, cells in zip(schema["fields"], columns, strict=True)
    }


def _class(field: dict[str, object]) -> object:
    """The class of a column in R: factors for codes, ordered where the schema says so."""
    if "categories" not in field:
        return CLASSES[str(field["type"])]
    return ["ordered", "factor"] if field.get("categoriesOrdered") else ["factor"]


def value(cell: str, type_: str) -> object:
    """A cell as a JSON value; an empty one is null."""
    if cell == "":
        return None
    if type_ == "integer":
        return int(cell)
    if type_ == "number":
        return float(cell)
    if type_ == "boolean":
        return {"true": True, "false": False}[cell]
    return cell


@pytest.fixture(scope="session", params=LOCALES)
def read_by_r(
    _r: None, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    """Every table as R reads it, once per locale."""
    return dump(tmp_path_factory.mktemp("r"), *TABLES, locale=request.param)


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_r_reads_every_table_by_its_schema(table: str, read_by_r: dict[str, object]) -> None:
    """Class, levels and every cell of every column, also in the C locale."""
    assert read_by_r[table] == expected(table)


def test_only_the_section_on_frictionless_is_not_run() -> None:
    """Every other block is R that runs or what it prints, and the page says so."""
    run_here, _, rest = PAGE.partition("\n## frictionless-r\n")
    fences = re.findall(r"^```(\w*)\n.*?^```$", run_here, re.DOTALL | re.MULTILINE)
    assert fences.count("r") == len(BLOCKS)
    assert fences.count("text") == sum(shown != "" for _, shown in BLOCKS)
    assert set(fences) == {"r", "text"}
    assert "**never run by us**" in rest
    assert "```r\n" not in rest


TEXTS = (
    "NA",
    "NULL",
    "TRUE",
    "  blank edges ",
    "두 줄\n\n# \"x\", 'y' \\n",
    "naïve — ’",
    "1e5",
    ".",
)


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
@pytest.mark.parametrize("locale", LOCALES)
def test_text_stays_text(tmp_path: Path, locale: str) -> None:
    """Words that R could take for something else, line ends, other scripts, a name with a blank."""
    package = copy_of_the_package(tmp_path)
    path = package / "dataset" / "polls.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, row, *_ = csv.reader(file)
    column = header.index("question")
    header[column] = "the question"
    schema = package / "schemas" / "polls.schema.json"
    described = schema.read_text(encoding="utf-8")
    schema.write_text(described.replace('"name": "question"', '"name": "the question"'), "utf-8")
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [[*row[:column], text, *row[column + 1 :]] for text in TEXTS]
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    read = dump(tmp_path / "r", "polls", locale=locale, package=package)
    assert read["polls"] == expected("polls", package)


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
@pytest.mark.parametrize(
    ("table", "column", "cell", "told"),
    [
        ("polls", "percent", "most", "polls.percent: a cell is not of type number"),
        ("polls", "answer", "opposed", "polls.answer: a cell is not of type string"),
        ("actors", "cow", "many", "actors.cow"),
        ("actors", "cow", "33.5", "actors.cow"),
        ("dates", "earliest", "1910-02-30", "dates.earliest: a cell is not of type date"),
        ("polls", "percent", None, "did not have"),
    ],
)
def test_a_cell_that_is_not_of_its_type_is_an_error(
    tmp_path: Path, table: str, column: str, cell: str | None, told: str
) -> None:
    """Never read as missing in silence, nor where a cell is missing."""
    package = copy_of_the_package(tmp_path)
    path = package / "dataset" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    at = header.index(column)
    filled = next(row for row in rows if row[at])
    filled[at : at + 1] = [] if cell is None else [cell]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    done = run(FUNCTIONS + DUMP, tmp_path / "r", table, package=package)
    assert done.returncode == 1
    assert told in done.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
def test_an_unknown_table_is_answered_with_the_list(tmp_path: Path) -> None:
    """The error names what there is."""
    done = run(FUNCTIONS + DUMP, tmp_path / "r", "qqq")
    assert done.returncode == 1
    assert all(table in done.stderr for table in TABLES)


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_behind_each_cell_are_those_of_python(tmp_path: Path, locale: str) -> None:
    """Every row of evidence of every table, column by column; but for what R cannot know."""
    done = run(FUNCTIONS + EVIDENCE, tmp_path / "r", *TABLES, locale=locale)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = json.loads((tmp_path / "r" / "found.json").read_bytes())
    assert set(found) == set(TABLES)
    for table, columns in found.items():
        rows = gsomia_data.evidence(table)
        assert set(columns) <= set(rows.columns)
        assert {"value", "words", "quote", "publisher", "relation", "rule"} <= set(columns)
        for name, cells in columns.items():
            due = [None if pd.isna(one) else str(one) for one in rows[name]]
            assert cells == due, (table, name)


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
def test_the_words_behind_one_cell(tmp_path: Path) -> None:
    """Of a row, of a cell; a cell without evidence has no row."""
    key = "gallup-korea-2016-11-oppose"
    row, cell = gsomia_data.evidence("polls", key), gsomia_data.evidence("polls", key, "percent")
    code = f"""
cat(gsomia_evidence("polls", "{key}")$words, sep = "\\n")
cat("", gsomia_evidence("polls", "{key}", "percent")$words, sep = "\\n")
cat("", nrow(gsomia_evidence("polls", "{key}", "poll_id")), sep = "\\n")
"""
    done = run(FUNCTIONS + CALL + code, tmp_path / "r")
    assert done.stdout.splitlines() == [*row["words"], "", *cell["words"], "", "0"]


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('gsomia_evidence("polls", "nobody")', "there is no row nobody of polls"),
        ('gsomia_evidence("polls", column = "perc")', "there is no column perc of polls; there"),
        ('gsomia_evidence("votes")', "there is no table votes; there are agreements, "),
        ('gsomia_evidence("poll")', "there is no table poll; there are agreements, "),
        ('read_gsomia("poll")', "there is no table poll; there are agreements, "),
    ],
)
def test_no_such_cell(tmp_path: Path, call: str, told: str) -> None:
    """An error, not an empty answer."""
    done = run(FUNCTIONS + CALL + call, tmp_path / "r")
    assert done.returncode == 1
    assert told in done.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("_r")
def test_a_model_has_a_coefficient_per_code(tmp_path: Path) -> None:
    """Against the first code, and no powers of an order that is not there."""
    code = 'cat(names(coef(lm(seq_along(stance) ~ stance, read_gsomia("reactions")))), sep = "\\n")'
    done = run(FUNCTIONS + CALL + code, tmp_path / "r")
    stance = gsomia_data.reactions()["stance"]
    used = [one for one in stance.cat.categories if (stance == one).any()]
    assert done.stdout.splitlines() == ["(Intercept)", *(f"stance{one}" for one in used[1:])]


@pytest.mark.parametrize(
    ("setting", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)]
)
def test_without_r_these_tests_are_skipped_or_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, outcome: type[BaseException]
) -> None:
    """Both say what is missing: Rscript, or jsonlite."""
    monkeypatch.setenv("GSOMIA_R", setting)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(outcome, match="Rscript is not installed"):
        r.demand("jsonlite")
    without = tmp_path / "Rscript"
    without.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    without.chmod(0o755)
    with pytest.raises(outcome, match="R has no package jsonlite"):
        r.demand("jsonlite")
