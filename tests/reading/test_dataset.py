"""A package that is opened: what it reads and how often, and that it reads itself alone."""

import inspect
import json
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args, get_type_hints

import pandas as pd
import pytest

import gsomia_data as gd
from gsomia_data import Dataset
from kit.real import ROOT, copy_of_the_package

POLL = "gallup-korea-2016-11-oppose"
FRAMES: dict[str, Callable[[Dataset], pd.DataFrame]] = {
    "tables": Dataset.tables,
    "cells": Dataset.cells,
    "reports": Dataset.reports,
    "load": lambda data: data.load("polls"),
    "polls": Dataset.polls,
    "evidence": Dataset.evidence,
    "conflicts": Dataset.conflicts,
    "timeline": Dataset.timeline,
    "dyad_years": lambda data: data.dyad_years(2000, 2016),
    "state_years": lambda data: data.state_years(2000, 2016),
    "codebook": Dataset.codebook,
    "rules": Dataset.rules,
    "find": lambda data: data.find("Blue House"),
}
CALLS = [
    "gd.tables()",
    "gd.load('polls')",
    "gd.polls()",
    "gd.agreements(firmness='inferred')",
    "gd.cells()",
    "gd.cells('agreements')",
    "gd.reports()",
    "gd.reports('polls')",
    "gd.evidence()",
    "gd.evidence('polls', 'gallup-korea-2016-11-oppose', 'percent')",
    "gd.conflicts()",
    "gd.timeline()",
    "gd.dyad_years(2000, 2016)",
    "gd.state_years(2000, 2016, subject='comfort women')",
    "gd.codebook()",
    "gd.rules()",
    "gd.schema('polls')",
    "gd.label('reactions', 'cnn-geng-shuang')",
    "gd.find('Blue House')",
    "gd.find('DPRK')",
    "gd.cite()",
    "gd.cite(source='dw-2016-11-14')",
    "gd.export('jsonl', 'out', force=True)",
    "gd.plot.timeline()",
]
COUNTING = """
import json, os, sys
import matplotlib.figure, pandas
import gsomia_data as gd
import gsomia_data.reading.dataset
opened = []
sys.addaudithook(lambda event, about: event == "open" and opened.append(str(about[0])))
for call in sys.argv[1:]:
    if os.fork():
        _, status = os.wait()
        assert status == 0, call
        continue
    for _ in range(2):
        opened.clear()
        exec(call)
        print(json.dumps([call, opened]), flush=True)
    os._exit(0)
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Counter[str]]]:
    """How often each call opens each file, as Python's audit hook counts: at first, and again.

    Each call has a process of its own, in which nothing was read before.
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", COUNTING, *CALLS],
        cwd=tmp_path_factory.mktemp("calls"), capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    counted: dict[str, list[Counter[str]]] = {call: [] for call in CALLS}
    for call, paths in map(json.loads, done.stdout.splitlines()):
        counted[call].append(Counter(Path(path).name for path in paths))
    return counted


@pytest.mark.parametrize("call", CALLS)
def test_what_is_declared_is_read_once(opened: dict[str, list[Counter[str]]], call: str) -> None:
    """The descriptor and each schema, and by a second call not at all."""
    first, second = opened[call]
    assert first["datapackage.json"] == 1
    schemas = {name for name in first if name.endswith(".schema.json")}
    assert all(first[name] == 1 for name in schemas)
    assert bool(schemas) is not call.startswith("gd.cite")
    assert not {name for name in second if name.endswith(".json")}


@pytest.mark.parametrize("call", CALLS)
def test_what_changes_is_read_by_each_call(
    opened: dict[str, list[Counter[str]]], call: str
) -> None:
    """No table twice in one call; the same ones by the next."""
    tables = [
        {name: count for name, count in counted.items() if name.endswith(".csv")}
        for counted in opened[call]
    ]
    assert set(tables[0].values()) <= {1}
    assert tables[0] == tables[1]
    declared = {"gd.codebook()", "gd.rules()", "gd.schema('polls')", "gd.cite()"}
    assert bool(tables[0]) is (call not in declared)


def test_each_function_is_counted() -> None:
    """Each that reads the tables; those of single tables are all made alike."""
    functions = {name for name in dir(Dataset) if not name.startswith("_")} - {"root"}
    counted = {call.removeprefix("gd.").partition("(")[0] for call in CALLS}
    assert functions - set(get_args(gd.TableName)) <= counted


class TestAnotherCopy:
    """Everything that a copy gives is its own."""

    @pytest.fixture
    def data(self, tmp_path: Path) -> Dataset:
        """A copy of another version, in which the poll has another share."""
        root = copy_of_the_package(tmp_path)
        path = root / "datapackage.json"
        described = json.loads(path.read_text("utf-8")) | {"version": "9.8.7"}
        path.write_text(json.dumps(described), "utf-8")
        polls = root / "dataset" / "polls.csv"
        polls.write_text(polls.read_text("utf-8").replace(",oppose,59,", ",oppose,61,"), "utf-8")
        return gd.open(root)

    @pytest.mark.parametrize("name", FRAMES)
    def test_each_frame_is_of_its_version(self, data: Dataset, name: str) -> None:
        """And those of the installed package stay what they are."""
        assert FRAMES[name](data).attrs["version"] == "9.8.7"
        assert FRAMES[name](gd.open(ROOT)).attrs["version"] != "9.8.7"

    def test_its_values(self, data: Dataset) -> None:
        """In its tables, and beside its evidence."""
        for polls in (data.polls(), data.load("polls")):
            assert polls.set_index("poll_id")["percent"][POLL] == 61
        assert data.evidence("polls", POLL, "percent")["value"].unique().tolist() == ["61"]
        assert gd.evidence("polls", POLL, "percent")["value"].unique().tolist() == ["59"]

    def test_its_citation(self, data: Dataset) -> None:
        """Names its version."""
        assert "9.8.7" in data.cite()
        assert "9.8.7" not in gd.cite()

    def test_its_statuses(self, data: Dataset) -> None:
        """A figure knows the codes of the package that it is drawn of."""
        for path in (data.root / "schemas" / "dates.schema.json", data.root / "dataset/dates.csv"):
            path.write_text(path.read_text("utf-8").replace("occurred", "happened"), "utf-8")
        drawn = gd.plot.timeline(dataset=data)
        assert "(happened)" in str(drawn.get_label())
        assert "(occurred)" not in str(drawn.get_label())


@pytest.mark.parametrize("path", ["datapackage.json", "schemas/polls.schema.json"])
def test_what_could_not_be_read_is_tried_again(tmp_path: Path, path: str) -> None:
    """A package that was repaired need not be opened anew."""
    root = copy_of_the_package(tmp_path)
    good = (root / path).read_bytes()
    (root / path).write_bytes(b"{")
    data = gd.open(root)
    with pytest.raises(ValueError, match="the package is damaged"):
        data.polls()
    (root / path).write_bytes(good)
    assert data.polls().equals(gd.polls())


def test_a_call_changes_nothing_for_the_next(good: Path) -> None:
    """Whatever a reader does to a frame, its columns and its attributes."""
    before = {name: call(gd.open(good)) for name, call in FRAMES.items()}
    data = gd.open(good)
    for call in FRAMES.values():
        frame = call(data)
        frame.attrs.clear()
        for column in list(frame):
            del frame[column]
    for name, call in FRAMES.items():
        pd.testing.assert_frame_equal(call(data), before[name])
        assert call(data).attrs == before[name].attrs


def test_functions_go_to_other_processes() -> None:
    """As `multiprocessing` sends them: the function, and the package with what it has read."""
    for function in (gd.load, gd.open(ROOT).load):
        sent = pickle.loads(pickle.dumps(function))  # noqa: S301 - our own
        assert sent("polls").equals(gd.polls())


@pytest.mark.parametrize(
    "function",
    [
        *(one for one in (getattr(gd, name) for name in dir(gd)) if inspect.isroutine(one)),
        *(getattr(gd.plot, name) for name in gd.plot.__all__),
    ],
)
def test_annotations_are_there_when_run(function: Callable[..., object]) -> None:
    """As tools read them that check arguments or make forms for them; all of them, each a type."""
    hints = get_type_hints(function)
    assert set(hints) == {*inspect.signature(function).parameters, "return"}
