"""The functions for tables are code that `build` writes from the models."""

import shutil
from pathlib import Path

import pytest

from gsomia_data.cli import main
from gsomia_data.curation.build.tables_module import FACE, PATH
from kit.real import ROOT


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PATH, b"Actor that conducted the survey", b"Actor that asked"),
        (FACE, b"polls = _default.polls", b"polls = _default.poll"),
        (FACE, b"    polls = _default.polls\n", b""),
        (FACE, b'    "polls",\n', b""),
    ],
)
def test_build_finds_a_changed_line(
    copy: Path, capsys: pytest.CaptureFixture[str], path: str, old: bytes, new: bytes
) -> None:
    """`build --check` compares each module with the models; `build` restores it, byte for byte."""
    module = copy / path
    module.parent.mkdir(parents=True)
    shutil.copy(ROOT / path, module)
    good = module.read_bytes()
    assert main(["build", "--dir", str(copy)]) == 0
    assert main(["build", "--check", "--dir", str(copy)]) == 0
    capsys.readouterr()
    changed = good.replace(old, new)
    assert changed != good
    module.write_bytes(changed)
    assert main(["build", "--check", "--dir", str(copy)]) == 1
    assert f"{path}: P02 is stale" in capsys.readouterr().out
    assert main(["build", "--dir", str(copy)]) == 0
    assert module.read_bytes() == good
