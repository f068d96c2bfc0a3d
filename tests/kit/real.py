"""The real package of this repository, for tests that read it or damage a copy of it."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    "dataset",
    "schemas",
    "corpus",
    "datapackage.json",
    "CITATION.cff",
    "pyproject.toml",
    "LICENSE",
    "LICENSE-DATA.md",
)


def copy_of_the_package(folder: Path) -> Path:
    """A copy of everything that `check` reads, under ``folder``; from an sdist, without corpus."""
    target = folder / "package"
    target.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists() or name != "corpus":
            shutil.copy(source, target / name)
    return target
