"""`dataset/README.md`: for somebody who opens the folder and has only the tables before them."""

import csv
import json
import re
from pathlib import Path

import pytest

from gsomia_data.cli import main
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.files import Files, build, checked
from kit.real import ROOT

PAGE = "dataset/README.md"


@pytest.fixture(scope="module")
def page() -> str:
    """The page of this repository."""
    return (ROOT / PAGE).read_text(encoding="utf-8")


class TestWhatItSays:
    """Nothing that the files beside it do not have."""

    @pytest.mark.parametrize("name", TABLES)
    def test_a_table(self, name: str, page: str) -> None:
        """Rows and columns as in the file, in its order, and the key."""
        with (ROOT / "dataset" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        (line,) = re.findall(rf"^\| \[`{name}`\]\({name}\.csv\) \| .*$", page, re.MULTILINE)
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        assert cells[1] == f"{len(rows):,}"
        assert cells[2] == f"[{len(header)}](../docs/codebook.md#{name})"
        assert tuple(re.findall(r"`(\w+)`", cells[3])) == TABLES[name].key
        part = page.partition(f"\n### `{name}`\n")[2].partition("\n#")[0]
        assert re.findall(r"`(\w+)`", part) == header

    def test_every_join(self, page: str) -> None:
        """The references of all schemas, and no other."""
        expected = []
        for path in (ROOT / "schemas").iterdir():
            schema = json.loads(path.read_text(encoding="utf-8"))
            for foreign in schema.get("foreignKeys", ()):
                target = foreign["reference"]["resource"] or schema["name"]
                expected.append((f"{schema['name']}.{foreign['fields'][0]}", target))
        found = re.findall(r"^\| `(\w+\.\w+)` \| `(\w+)` \|$", page, re.MULTILINE)
        assert sorted(found) == sorted(expected)

    def test_its_links_lead_somewhere(self, page: str) -> None:
        """Each file is there, and has the heading."""
        links = re.findall(r"\]\(([^)#]+)(?:#(\w+))?\)", page)
        assert len(links) > 2 * len(TABLES)
        for path, anchor in links:
            text = (ROOT / "dataset" / path).read_text(encoding="utf-8")
            assert not anchor or f"\n## `{anchor}`\n" in text


class TestTheFile:
    """Written by `build`, and the only one in the folder that is no table."""

    def test_build_writes_it_and_check_allows_it(
        self, copy: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A stale or a missing one is found by both."""
        root = copy
        assert f"\n| [`polls`](polls.csv) | {len(tiny.ROWS['polls'])} | " in (
            (root / PAGE).read_text(encoding="utf-8")
        )
        assert main(["check", "--dir", str(root)]) == 0
        assert main(["build", "--check", "--dir", str(root)]) == 0
        for damage in (lambda path: path.write_bytes(b"old\n"), Path.unlink):
            damage(root / PAGE)
            capsys.readouterr()
            assert main(["build", "--check", "--dir", str(root)]) == 1
            assert f"{PAGE}: P02 is stale" in capsys.readouterr().out
            assert main(["check", "--dir", str(root)]) == 1
            assert re.match(rf"{PAGE}(:1)?: P02 ", capsys.readouterr().out)
            assert main(["build", "--dir", str(root)]) == 0

    def test_a_package_without_it(self, files: Files) -> None:
        """A package that is no checkout needs none, and gets none."""
        del files["pyproject.toml"], files[PAGE]
        assert checked(files).findings == ()
        build(files)
        assert PAGE not in files
