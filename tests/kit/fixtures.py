"""The fixtures that several files of tests share; tests/conftest.py makes pytest load them."""

from pathlib import Path

import pytest

import gsomia_data as gd
from kit import tiny
from kit.files import Files
from kit.real import ROOT


@pytest.fixture
def files() -> Files:
    """The tiny package in memory, to damage."""
    return tiny.good()


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package in a folder; tests only read it."""
    return tiny.write(tmp_path_factory.mktemp("tiny") / "good")


@pytest.fixture(scope="session", params=["shipped", "tiny"])
def data(request: pytest.FixtureRequest, good: Path) -> gd.Dataset:
    """The package of this repository, and the tiny one; tests only read them."""
    return gd.open(ROOT if request.param == "shipped" else good)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tiny package in a folder of the test's own, to damage."""
    return tiny.write(tmp_path / "package")
