"""The wheel: what is published is what was checked, byte for byte (DESIGN promise 4)."""

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from real import ROOT

INSIDE = "gsomia_data/_package/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


def data_files() -> dict[str, bytes]:
    """Tables, schemas and descriptor of the repository by path."""
    paths = [
        ROOT / "datapackage.json",
        *(ROOT / "dataset").iterdir(),
        *(ROOT / "schemas").iterdir(),
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


def test_the_wheel_carries_the_bytes_of_the_repository(built: Path) -> None:
    """Every table, every schema, the descriptor; and not one file more."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {
            name.removeprefix(INSIDE): archive.read(name)
            for name in archive.namelist()
            if name.startswith(INSIDE)
        }
        names = archive.namelist()
    assert carried == data_files()
    assert not [name for name in names if "corpus" in name and name.endswith(".txt")]


def test_the_sdist_carries_no_document(built: Path) -> None:
    """The texts are their publishers'."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    assert any(name.endswith("dataset/polls.csv") for name in names)
    assert not [name for name in names if "/corpus/" in name]


def python_says(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What an interpreter answers, run in ``folder``."""
    command = [str(python), *arguments]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def test_it_works_where_it_is_installed(built: Path, tmp_path: Path) -> None:
    """Installed into an environment of its own, away from the sources: load and check."""
    (wheel,) = built.glob("*.whl")
    home = tmp_path / "an environment"
    venv.create(home, system_site_packages=False, with_pip=False)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = python_says(python, tmp_path, "-c", ask).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202 - built by the fixture above
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    (Path(site) / "libraries.pth").write_text(f"{libraries}\n")
    load = (
        "import gsomia_data as gd; print(gd.__file__); print(len(gd.load('polls')), gd.__version__)"
    )
    done = python_says(python, tmp_path, "-c", load)
    assert done.returncode == 0, done.stderr
    where, told = done.stdout.splitlines()
    assert Path(where).is_relative_to(site)
    assert told.startswith("1 ")
    checked = python_says(python, tmp_path, "-m", "gsomia_data", "check")
    assert checked.returncode == 0, checked.stdout
    assert "not compared, because the corpus is not here" in checked.stdout
    compared = python_says(
        python, tmp_path, "-m", "gsomia_data", "check", "--corpus", str(ROOT / "corpus")
    )
    assert compared.returncode == 0, compared.stdout
    assert "not compared" not in compared.stdout
    for name in ("_package/dataset/polls.csv", "edtf.py"):
        path = Path(site) / "gsomia_data" / name
        whole = path.read_bytes()
        path.write_bytes(whole + b"\n")
        altered = python_says(python, tmp_path, "-m", "gsomia_data", "check", "--format", "json")
        path.write_bytes(whole)
        found = {(one["code"], one["path"]) for one in json.loads(altered.stdout)["findings"]}
        assert altered.returncode == 1
        assert ("P05", f"gsomia_data/{name}") in found
    refused = python_says(python, tmp_path, "-m", "gsomia_data", "build")
    assert refused.returncode == 2
    assert "the installed package is not written" in refused.stderr
