# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""What a type checker must know of the public interface: read by mypy and pyright, never run.

Right calls have the type that is asserted; a misuse that the checker lets pass leaves its
``type: ignore`` unused, which is an error in strict mode. Each public name is in it
(test_types.py).
"""

from datetime import date
from pathlib import Path
from typing import Any, assert_type

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from pandas.api.typing import NAType

import gsomia_data as gd
from gsomia_data import Dataset, TableName, UnreadDateWarning

# What `import *` gives.
from gsomia_data import __all__ as public


def tables(name: TableName) -> None:
    """Each table by name and by function."""
    assert_type(gd.__version__, str)
    assert_type(public, list[str])
    assert_type(gd.tables(), pd.DataFrame)
    assert_type(gd.load("polls"), pd.DataFrame)
    assert_type(gd.load("evidence"), pd.DataFrame)
    assert_type(gd.load(name), pd.DataFrame)
    for listed in map(str, gd.tables()["name"]):
        assert_type(listed, str)
        assert_type(gd.load(listed), pd.DataFrame)
        assert_type(gd.codebook(listed), pd.DataFrame)
    for one in ["polls", "dates"]:
        assert_type(gd.load(one), pd.DataFrame)
        assert_type(gd.evidence(one), pd.DataFrame)
    for degree in ("proved", "inferred"):
        assert_type(gd.load("polls", firmness=degree), pd.DataFrame)
    assert_type(gd.agreements(firmness="proved"), pd.DataFrame)
    assert_type(gd.agreements(), pd.DataFrame)
    assert_type(gd.signatories(), pd.DataFrame)
    assert_type(gd.polls(), pd.DataFrame)
    assert_type(gd.reactions(), pd.DataFrame)
    assert_type(gd.dates(), pd.DataFrame)
    assert_type(gd.quantities(), pd.DataFrame)
    assert_type(gd.claims(), pd.DataFrame)
    assert_type(gd.actors(), pd.DataFrame)
    assert_type(gd.aliases(), pd.DataFrame)
    assert_type(gd.sources(), pd.DataFrame)
    assert_type(gd.quotes(), pd.DataFrame)
    assert_type(gd.omissions(), pd.DataFrame)
    assert_type(gd.tensions(), pd.DataFrame)


def views() -> None:
    """What joins the tables."""
    assert_type(gd.evidence(), pd.DataFrame)
    assert_type(gd.evidence("polls", "key", column="percent"), pd.DataFrame)
    assert_type(gd.cells(), pd.DataFrame)
    assert_type(gd.cells("polls"), pd.DataFrame)
    assert_type(gd.reports("polls"), pd.DataFrame)
    assert_type(gd.conflicts(), pd.DataFrame)
    assert_type(gd.timeline(), pd.DataFrame)
    assert_type(gd.dyad_years(1987, 2016, directed=True, subject="code"), pd.DataFrame)
    assert_type(gd.state_years(1987, 2016, subject="code"), pd.DataFrame)
    assert_type(gd.codebook(), pd.DataFrame)
    assert_type(gd.codebook("polls"), pd.DataFrame)
    assert_type(gd.rules(), pd.DataFrame)
    assert_type(gd.schema("polls"), dict[str, Any])
    assert_type(gd.label("polls", "key"), str)
    assert_type(gd.find("Blue House"), pd.DataFrame)
    assert_type(gd.cite(), str)
    assert_type(gd.cite("bibtex", source="key"), str)


def exports(folder: Path) -> None:
    """Where they are, and their rows."""
    done = gd.export("zip", folder / "x.zip", force=True)
    assert_type(done.path, Path)
    gd.export("tsv", folder)  # type: ignore[arg-type]


def figures(ax: Axes, events: pd.DataFrame, data: Dataset) -> None:
    """Axes of matplotlib; bytes for a file."""
    assert_type(gd.plot.timeline(), Axes)
    assert_type(gd.plot.timeline(ax, events=events), Axes)
    assert_type(gd.plot.timeline(events=events, width=3.5), Axes)
    assert_type(gd.plot.timeline(dataset=data), Axes)
    assert_type(gd.plot.image(ax, "png"), bytes)
    assert_type(gd.plot.image(ax, "pdf"), bytes)
    gd.plot.image(ax, "jpg")  # type: ignore[arg-type]


def comparisons(column: "pd.Series[str]", day: date, cell: Any) -> None:  # noqa: ANN401 - a cell
    """One date against one is a truth value or unknown, a column in it gives a column."""
    assert_type(gd.certainly_before("2016", "2017"), bool | NAType)
    assert_type(gd.certainly_after(day, "2017"), bool | NAType)
    assert_type(gd.certainly_during("2016-11", pd.Timestamp(day)), bool | NAType)
    assert_type(gd.certainly_during(np.datetime64("2016"), pd.Period("2016")), bool | NAType)
    assert_type(gd.certainly_before(column, "2017"), "pd.Series[Any]")
    assert_type(gd.certainly_after("2017", column), "pd.Series[Any]")
    assert_type(gd.certainly_during(column, column), "pd.Series[Any]")
    gd.certainly_before(cell, "2017")
    warned: type[UserWarning] = UnreadDateWarning
    assert warned
    assert_type(gd.in_words("[..2016-11-30]"), str | NAType)
    assert_type(gd.in_words(day), str | NAType)
    assert_type(gd.in_words(column), "pd.Series[Any]")


def elsewhere(data: Dataset, name: TableName) -> None:
    """Another copy of the package has the same."""
    assert_type(gd.open("folder"), Dataset)
    assert_type(gd.open(Path("folder")), Dataset)
    assert_type(data.root, Path)
    assert_type(data.load("polls"), pd.DataFrame)
    assert_type(data.load(name), pd.DataFrame)
    assert_type(data.polls(), pd.DataFrame)
    assert_type(data.omissions(), pd.DataFrame)
    assert_type(data.tables(), pd.DataFrame)
    assert_type(data.evidence("polls"), pd.DataFrame)
    assert_type(data.cells("polls"), pd.DataFrame)
    assert_type(data.reports(), pd.DataFrame)
    assert_type(data.conflicts(), pd.DataFrame)
    assert_type(data.timeline(), pd.DataFrame)
    assert_type(data.dyad_years(1987, 2016), pd.DataFrame)
    assert_type(data.state_years(1987, 2016), pd.DataFrame)
    assert_type(data.codebook("polls"), pd.DataFrame)
    assert_type(data.rules(), pd.DataFrame)
    assert_type(data.schema("polls"), dict[str, Any])
    assert_type(data.label("polls", "key"), str)
    assert_type(data.find("Blue House"), pd.DataFrame)
    assert_type(data.cite("apa"), str)


def misuse(data: Dataset, column: "pd.Series[str]") -> None:
    """What would fail when it is run, found before."""
    gd.nothing()  # type: ignore[attr-defined]
    gd.poll()  # type: ignore[attr-defined]
    gd.load(1)  # type: ignore[arg-type]
    gd.load()  # type: ignore[call-arg]
    gd.load("polls", "folder")  # type: ignore[call-arg]
    gd.load("polls", firmness=1)  # type: ignore[arg-type]
    gd.dyad_years("2010", 2016)  # type: ignore[arg-type]
    gd.dyad_years(2010)  # type: ignore[call-arg]
    gd.dyad_years(2010, 2016, True)  # type: ignore[call-arg]  # noqa: FBT003 - the misuse
    gd.state_years(2010, 2016, "code")  # type: ignore[call-arg]
    gd.evidence(1)  # type: ignore[arg-type]
    gd.find(None)  # type: ignore[arg-type]
    gd.label("polls")  # type: ignore[call-arg]
    gd.schema()  # type: ignore[call-arg]
    gd.open(1)  # type: ignore[arg-type]
    gd.certainly_before(2016, "2017")  # type: ignore[call-overload]
    gd.certainly_after(["2016"], "2017")  # type: ignore[call-overload]
    gd.certainly_during("2016")  # type: ignore[call-overload]
    gd.certainly_before(column)  # type: ignore[call-overload]
    gd.certainly_before("2016", "2017") + "text"  # type: ignore[operator]
    gd.in_words(2016)  # type: ignore[call-overload]
    data.nothing()  # type: ignore[attr-defined]
    data.poll()  # type: ignore[attr-defined]
    data.load(1)  # type: ignore[arg-type]
    data.polls("folder")  # type: ignore[call-arg]
    data.dyad_years("2010", 2016)  # type: ignore[arg-type]
    data.root = Path()  # type: ignore[misc]
