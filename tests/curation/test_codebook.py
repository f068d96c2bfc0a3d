"""The codebook and the vocabulary behind it: what a code needs, and what is said of it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gsomia_data.curation.schema.codes import Code, IncompleteCodeError, code, require_complete
from gsomia_data.curation.schema.models import TABLES
from kit.real import ROOT, copy_of_the_package

VOCABULARY = "src/gsomia_data/curation/schema/vocabulary.py"


class Colour(Code):
    """A vocabulary of the tests."""

    RED = code("red", "the colour of a tomato", nearest="of a carrot: orange", cues=("crimson",))
    PLAIN = "plain"  # as in any other StrEnum
    BLUE = code("blue", "the colour of the sky")
    GREEN = code("green", nearest="the sea: blue")


class TestCode:
    """One declaration says all."""

    def test_it_is_its_text_and_carries_the_rest(self) -> None:
        """What is not declared is empty."""
        red = Colour("red")
        assert red == "red"
        assert red.definition == "the colour of a tomato"
        assert (red.nearest, red.cues, red.kept) == ("of a carrot: orange", ("crimson",), "")

    @pytest.mark.parametrize(
        ("incomplete", "what", "parts"),
        [
            (
                Colour.PLAIN,
                "definition and no nearest other case",
                'definition="..." and nearest="..."',
            ),
            (Colour.BLUE, "nearest other case", 'nearest="..."'),
            (Colour.GREEN, "definition", 'definition="..."'),
        ],
    )
    def test_what_is_missing_is_named(self, incomplete: Code, what: str, parts: str) -> None:
        """In one sentence, with the place and what to write there."""
        with pytest.raises(IncompleteCodeError) as raised:
            require_complete([incomplete])
        place = f"src/{__name__}.py: Colour.{incomplete.name}"
        assert str(raised.value) == f"{place} has no {what}; write {parts} in its code(...)"

    def test_what_several_lack_is_named_at_once(self) -> None:
        """Each code once, in the order of the declarations."""
        with pytest.raises(IncompleteCodeError) as raised:
            require_complete([*Colour, *Colour])
        named = re.findall(r"Colour\.(\w+) has", str(raised.value))
        assert named == ["PLAIN", "BLUE", "GREEN"]

    def test_a_complete_one(self) -> None:
        """Cues and ``kept`` may be missing."""
        require_complete([Colour.RED])


def test_every_column_and_code_has_its_line() -> None:
    """In the table of its table, with its type, and whether it may be empty."""
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    for spec in TABLES.values():
        part = page.partition(f"\n## `{spec.name}`\n")[2].partition("\n## ")[0]
        for text in (spec.declared.row, spec.declared.included, spec.declared.excluded):
            assert text
            assert text in part
        for column in spec.columns:
            line = rf"\| `{column.name}` \| \w+( or empty)? \| {column.grounding} \| .+ \|"
            (optional,) = re.findall(line, part)
            assert (optional == "") == column.required
            codes = part.partition(f"\n### `{spec.name}.{column.name}`\n")[2].partition("\n#")[0]
            listed = re.findall(r"^\| (.+?) \|", codes, re.MULTILINE)
            assert listed[1:] == list(column.codes or ())


def run(root: Path, command: str) -> tuple[int, str, str]:
    """Exit status and output of a command, run with the code of ``root``."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "gsomia_data", command, "--dir", str(root)],
        env=os.environ | {"PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package together with its code."""
    root = copy_of_the_package(tmp_path_factory.mktemp("checkout"))
    shutil.copytree(ROOT / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs", root / "docs")
    return root


def but_used(remarks: list[str]) -> list[str]:
    """Without those on kept codes that rows use by now: of them later documents have some."""
    return [line for line in remarks if " is used; remove its kept" not in line]


@pytest.mark.corpus
class TestANewCode:
    """A curator adds a code to `vocabulary.py` and nowhere else, as CONTRIBUTING.md says."""

    @pytest.fixture
    def checkout(self, fresh: Path, tmp_path: Path) -> Path:
        """A copy of it to edit."""
        ignored = shutil.ignore_patterns("__pycache__")
        return Path(shutil.copytree(fresh, tmp_path / "package", ignore=ignored))

    def add(self, root: Path, declaration: str) -> None:
        """Declare a third form of agreements."""
        path = root / VOCABULARY
        text = path.read_text(encoding="utf-8")
        first = "    BILATERAL = code("
        assert text.count(first) == 1
        text = text.replace(first, f"    MULTI = {declaration}\n{first}")
        path.write_text(text, encoding="utf-8")

    def test_is_everywhere_after_one_edit(self, checkout: Path) -> None:
        """All that is said is that no row uses it, and what to do; and of kept codes in use."""
        self.add(checkout, 'code("multilateral", "four or more", nearest="three: trilateral")')
        status, out, err = run(checkout, "build")
        assert (status, err) == (0, "")
        written, *remarks = out.splitlines()
        (remark,) = but_used(remarks)
        assert remark == (
            f"build: {VOCABULARY}: Form.MULTI is used in no row; "
            'use it, or say why it stays: kept="..."'
        )
        assert {"docs/codebook.md", "schemas/agreements.schema.json"} <= {
            name.strip() for name in written.removeprefix("build:").split(",")
        }
        page = (checkout / "docs" / "codebook.md").read_text(encoding="utf-8")
        assert "| multilateral | four or more | none in this corpus | three: trilateral |" in page
        assert run(checkout, "check")[0] == 0

    def test_that_is_kept(self, checkout: Path) -> None:
        """The reason silences `build`, and the codebook prints it; of a used code it is stale."""
        self.add(
            checkout, 'code("multilateral", "four or more", nearest="three", kept="for later")'
        )
        path = checkout / VOCABULARY
        text = path.read_text(encoding="utf-8")
        text = text.replace('"two parties",', '"two parties", kept="for later",')
        path.write_text(text, encoding="utf-8")
        _, *remarks = run(checkout, "build")[1].splitlines()
        way_out = "remove its kept=... and the cues that no row uses"
        assert f"build: {VOCABULARY}: Form.BILATERAL is used; {way_out}" in remarks
        assert not any("Form.MULTI" in remark for remark in remarks)
        page = (checkout / "docs" / "codebook.md").read_text(encoding="utf-8")
        assert "| multilateral | four or more; kept though unused: for later |" in page
        assert "| bilateral | two parties | " in page

    def test_with_a_cue_that_nothing_shows(self, checkout: Path) -> None:
        """Of a code in use; a code that is kept brings its cues."""
        self.add(
            checkout,
            'code("multilateral", "four", nearest="three", cues=("the four",), kept="for later")',
        )
        path = checkout / VOCABULARY
        text = path.read_text(encoding="utf-8")
        text = text.replace('"two parties",', '"two parties", cues=("the two alone",),')
        path.write_text(text, encoding="utf-8")
        _, *remarks = run(checkout, "build")[1].splitlines()
        (remark,) = but_used(remarks)
        assert remark == (
            f"build: {VOCABULARY}: Form.BILATERAL: no evidence for agreements.form uses its cue "
            "'the two alone'; remove it"
        )

    def test_that_lacks_a_part(self, checkout: Path) -> None:
        """2, and `build` wrote nothing."""
        before = (checkout / "schemas" / "agreements.schema.json").read_bytes()
        self.add(checkout, 'code("multilateral", "four or more")')
        status, out, err = run(checkout, "build")
        assert (status, out) == (2, "")
        assert err == (
            f"gsomia-data: {VOCABULARY}: Form.MULTI has no nearest other case; "
            'write nearest="..." in its code(...)\n'
        )
        assert (checkout / "schemas" / "agreements.schema.json").read_bytes() == before
