"""Reading: `load` and `tables`, with the types that the descriptor declares."""

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import cast

import pandas as pd
import pytest

import gsomia_data
from gsomia_data.curation.schema.models import TABLES
from kit.exports import old_dates
from kit.real import ROOT, copy_of_the_package

POLL = "gallup-korea-2016-11-oppose"
DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64",
}


def schema(table: str) -> dict[str, dict[str, object]]:
    """Fields of a table's shipped schema by name."""
    path = ROOT / "schemas" / f"{table}.schema.json"
    return {field["name"]: field for field in json.loads(path.read_text("utf-8"))["fields"]}


@pytest.mark.parametrize("table", TABLES)
class TestLoad:
    """DESIGN section 6: the tables as DataFrames, nothing lost and nothing added."""

    def test_the_declared_types(self, table: gsomia_data.TableName) -> None:
        """Each column has the type of its field; codes are categories."""
        frame = gsomia_data.load(table)
        fields = schema(table)
        assert list(frame.columns) == list(fields)
        for name, field in fields.items():
            if "categories" in field:
                dtype = frame[name].dtype
                assert isinstance(dtype, pd.CategoricalDtype)
                assert dtype.ordered is field.get("categoriesOrdered", False)
                assert list(dtype.categories) == field["categories"]
            else:
                assert str(frame[name].dtype).startswith(DTYPES[str(field["type"])])

    def test_every_cell_arrives(self, table: gsomia_data.TableName) -> None:
        """Printed back, each value is its cell; an empty cell is missing, never zero or false."""
        frame = gsomia_data.load(table)
        with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(frame) == len(rows)
        for name, field in schema(table).items():
            cells = [row[name] for row in rows]
            for value, cell in zip(frame[name], cells, strict=True):
                if cell == "":
                    assert pd.isna(value)
                elif field["type"] == "boolean":
                    assert bool(value) is (cell == "true")
                elif field["type"] in ("integer", "number"):
                    assert float(value) == float(cell)
                elif field["type"] == "date":
                    assert value.date().isoformat() == cell
                else:
                    assert value == cell

    def test_each_call_gives_a_fresh_frame(self, table: gsomia_data.TableName) -> None:
        """Changing one frame changes no other."""
        first = gsomia_data.load(table)
        first.insert(0, "mine", 1)
        assert "mine" not in gsomia_data.load(table).columns

    def test_it_says_what_it_is(self, table: gsomia_data.TableName) -> None:
        """Name and version stand in ``attrs``."""
        attrs = gsomia_data.load(table).attrs
        assert attrs["name"] == f"gsomia-data.{table}"
        assert attrs["version"] == gsomia_data.__version__


class TestFace:
    """What `import gsomia_data` gives, and what it costs."""

    def test_tables_lists_every_table(self) -> None:
        """Name, rows, columns, key, and what a row is."""
        listed = gsomia_data.tables().set_index("name")
        assert list(listed.index) == list(TABLES)
        for name, spec in TABLES.items():
            assert listed.loc[name, "columns"] == len(spec.columns)
            assert listed.loc[name, "key"] == ", ".join(spec.key)
            assert listed.loc[name, "rows"] == len(
                gsomia_data.load(cast(gsomia_data.TableName, name))
            )

    def test_only_magnitudes_compare(self) -> None:
        """The greatest stance is a question without an answer; a minimum is one with an answer."""
        with pytest.raises(TypeError, match="not ordered"):
            gsomia_data.load("reactions")["stance"].max()
        bound = gsomia_data.load("quantities")["bound"]
        assert set(bound[bound >= "exact"]) == {"exact", "above"}
        assert gsomia_data.load("dates")["precision"].min() == "day"

    @pytest.mark.parametrize(
        ("asked", "answer"), [("poll", "polls"), ("agreement", "agreements"), ("qqq", "there are")]
    )
    def test_an_unknown_table_is_answered_with_the_nearest(self, asked: str, answer: str) -> None:
        """The error names what there is."""
        with pytest.raises(KeyError, match=answer):
            gsomia_data.load(asked)

    def test_an_unknown_attribute_is_an_attribute_error(self) -> None:
        """The lazy module behaves as a module."""
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            _ = gsomia_data.nothing  # type: ignore[attr-defined]
        assert {"load", "tables", "__version__"} <= set(dir(gsomia_data))

    @pytest.mark.parametrize(
        ("code", "absent"),
        [
            ("import gsomia_data", ("pandas", "pydantic", "numpy")),
            ("import gsomia_data; gsomia_data.load('polls')", ("pydantic",)),
            ("from gsomia_data.cli import main; main(['check'])", ("pandas", "numpy")),
        ],
    )
    def test_what_is_not_imported(self, code: str, absent: tuple[str, ...]) -> None:
        """DESIGN section 6: import costs no pandas, load no pydantic, check no pandas."""
        probe = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
        done = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        )
        modules = set(done.stderr.split())
        assert "gsomia_data" in modules
        assert modules.isdisjoint(absent)


def test_the_current_folder_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package lying in the current folder is not the one that is loaded."""
    (tmp_path / "datapackage.json").write_text("{}")
    (tmp_path / "dataset").mkdir()
    monkeypatch.chdir(tmp_path)
    assert POLL in set(gsomia_data.load("polls")["poll_id"])


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("actors", b",KOR,732,", b",KOR,732.5,"),
        ("polls", b",oppose,59,", b",oppose,most,"),
        ("polls", b",oppose,59,", b",opposed,59,"),
    ],
)
def test_a_cell_that_is_not_of_its_type_is_an_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    table: gsomia_data.TableName,
    old: bytes,
    new: bytes,
) -> None:
    """Never turned into a missing value in silence."""
    root = copy_of_the_package(tmp_path)
    path = root / "dataset" / f"{table}.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
    with pytest.raises(ValueError, match=r"column|type"):
        gsomia_data.load(table)


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1499-12-31", "1500-01-01", "1500-02-28", "2300-05-01"]
)
def test_a_day_of_any_year(tmp_path: Path, day: str) -> None:
    """DESIGN section 6: on every supported pandas, whatever a nanosecond counts to."""
    events = gsomia_data.open(old_dates(tmp_path / "old", [day])).load("dates")
    for name in ("earliest", "latest"):
        assert events[name].dtype == "datetime64[s]"
        assert events[name][0].date() == date.fromisoformat(day)
    assert gsomia_data.certainly_before(events["earliest"], "2400").all()


@pytest.mark.parametrize(
    "cell", ["2016-02-30", "2016-11", "2016", "20161123", "11/23/2016", "today"]
)
def test_what_is_not_a_day_is_an_error(tmp_path: Path, cell: str) -> None:
    """A damaged day is not repaired in silence."""
    package = old_dates(tmp_path / "old", [cell])
    with pytest.raises(ValueError, match=r"earliest|day is out of range"):
        gsomia_data.open(package).load("dates")


class TestHostileDescriptor:
    """SECURITY.md: a descriptor may not make other files of this machine part of its data."""

    @pytest.mark.parametrize("path", ["../secret.csv", "dataset/../../secret.csv", "link.csv"])
    @pytest.mark.parametrize("table", ["polls", "sources"])
    def test_a_path_that_leads_out_is_refused(self, tmp_path: Path, table: str, path: str) -> None:
        """By `..`, by a link; for tables and for citations."""
        root = copy_of_the_package(tmp_path)
        (tmp_path / "secret.csv").write_bytes((root / "dataset" / f"{table}.csv").read_bytes())
        (root / "link.csv").symlink_to(tmp_path / "secret.csv")
        file = root / "datapackage.json"
        read = json.loads(file.read_text("utf-8"))
        (resource,) = (one for one in read["resources"] if one["name"] == table)
        resource["path"] = path
        file.write_text(json.dumps(read), "utf-8")
        with pytest.raises(ValueError, match="leads out of the package"):
            gsomia_data.open(root).load(table)
        if table == "sources":
            with pytest.raises(ValueError, match="leads out of the package"):
                gsomia_data.open(root).cite(source="dw-2016-11-14")

    def test_an_absolute_schema_is_refused(self, tmp_path: Path) -> None:
        """Schemas are files of the package too."""
        root = copy_of_the_package(tmp_path)
        file = root / "datapackage.json"
        text = file.read_text("utf-8")
        whole = (root / "schemas" / "polls.schema.json").as_posix()
        file.write_text(text.replace("schemas/polls.schema.json", whole), "utf-8")
        with pytest.raises(ValueError, match="leads out of the package"):
            gsomia_data.open(root).polls()

    def test_nothing_is_unpacked(self, tmp_path: Path) -> None:
        """A name that ends in .gz makes no archive of a table."""
        root = copy_of_the_package(tmp_path)
        (root / "dataset" / "polls.csv").rename(root / "dataset" / "polls.csv.gz")
        file = root / "datapackage.json"
        file.write_text(file.read_text("utf-8").replace("/polls.csv", "/polls.csv.gz"), "utf-8")
        assert gsomia_data.open(root).polls().equals(gsomia_data.polls())


def test_a_number_that_fits_no_column_is_an_error(tmp_path: Path) -> None:
    """Thirty digits are no integer of sixty-four bits."""
    root = copy_of_the_package(tmp_path)
    path = root / "dataset" / "actors.csv"
    path.write_bytes(path.read_bytes().replace(b",732,732,", b",7" + b"3" * 30 + b",732,"))
    with pytest.raises(ValueError, match="cow"):
        gsomia_data.open(root).actors()


def test_a_folder_may_be_text() -> None:
    """Its name is as good as its path."""
    assert gsomia_data.open(str(ROOT)) == gsomia_data.open(ROOT)
