"""Imports run one way: no cycle, also not through an import inside a function.

The contracts in pyproject.toml see to the direction between folders; these tests see to what
a contract on folders cannot see: cycles inside one, and a folder that no contract names.
"""

import ast
import tomllib
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from kit.real import ROOT

SOURCES = ROOT / "src" / "gsomia_data"


def modules(folder: Path) -> dict[str, Path]:
    """The modules of a package by name."""

    def name(path: Path) -> str:
        parts = path.relative_to(folder.parent).with_suffix("").parts
        return ".".join(parts).removesuffix(".__init__")

    return {name(path): path for path in sorted(folder.rglob("*.py"))}


def imported(path: Path, known: Mapping[str, Path]) -> set[str]:
    """The modules of ``known`` that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if name in known else str(node.module) for name in inner}
    return names & set(known)


def order(folder: Path) -> list[str]:
    """The modules of a package, each after those that it imports; ``CycleError`` without one."""
    known = modules(folder)
    graph = {name: imported(path, known) - {name} for name, path in known.items()}
    return list(TopologicalSorter(graph).static_order())


def test_no_module_imports_itself_by_way_of_another() -> None:
    """A walk from import to import never comes back."""
    assert "gsomia_data.cli" in order(SOURCES)


def test_an_import_inside_a_function_counts(tmp_path: Path) -> None:
    """The test above sees an import wherever it is written."""
    package = tmp_path / "house"
    package.mkdir()
    (package / "hall.py").write_text("def door():\n    from house import room\n")
    (package / "room.py").write_text("from house.hall import door\n")
    with pytest.raises(CycleError):
        order(package)


@pytest.mark.parametrize("half", ["gsomia_data", "gsomia_data.curation"])
def test_each_folder_is_in_an_import_contract(half: str) -> None:
    """A new folder cannot escape the contracts by not being named in them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = {
        f"{container}{layer.strip()}"
        for contract in contracts
        if contract["type"] == "layers"
        for container in [f"{one}." for one in contract.get("containers", [])] or [""]
        for line in contract["layers"]
        for layer in line.split("|")
    }
    folder = SOURCES.parent.joinpath(*half.split("."))
    rooms = {f"{half}.{path.parent.name}" for path in folder.glob("*/__init__.py")}
    assert rooms
    assert rooms <= layers
