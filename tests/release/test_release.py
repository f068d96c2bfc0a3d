"""The release: its workflow is the strictest that GitHub knows, its scripts find what is missing.

All of it is in the repository alone: an sdist has no ``.ci``.
"""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from gsomia_data.curation.package.descriptor import PUBLISHERS_WORDS
from gsomia_data.curation.schema.models import TABLES
from kit.real import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = ROOT / ".ci" / "release"

pytestmark = pytest.mark.skipif(
    not SCRIPTS.is_dir(), reason="the scripts of the release are in the repository alone"
)
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def parsed(path: Path) -> dict[Any, Any]:
    """A workflow; its key ``on`` is read as true."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def jobs(name: str) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow."""
    found: dict[str, dict[str, Any]] = parsed(ROOT / ".github" / "workflows" / name)["jobs"]
    return found


def all_jobs() -> list[tuple[str, dict[str, Any]]]:
    """Each job of each workflow, with its name."""
    return [
        (f"{path.stem}/{name}", job) for path in WORKFLOWS for name, job in jobs(path.name).items()
    ]


def all_steps() -> list[dict[str, Any]]:
    """Each step of each job."""
    return [step for _, job in all_jobs() for step in job.get("steps", [])]


def project() -> dict[str, Any]:
    """The table ``project`` of pyproject.toml."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


class TestTheWorkflows:
    """What runs with rights on GitHub."""

    @pytest.mark.slow
    def test_they_follow_the_schema(self) -> None:
        """As published for GitHub's workflows."""
        pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
        done = subprocess.run(
            [*command, "vendor.github-workflows", *map(str, WORKFLOWS)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout

    def test_an_auditor_finds_nothing(self) -> None:
        """Zizmor, at its strictest, without the network."""
        zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
        if zizmor is None:
            pytest.skip("zizmor is not installed")
        command = [zizmor, "--offline", "--no-progress", "--persona", "auditor"]
        done = subprocess.run(
            [*command, *map(str, WORKFLOWS)], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout

    def test_each_action_is_pinned(self) -> None:
        """By a full hash, with its version in a comment; and an action everywhere by the same."""
        pins = set()
        for path in WORKFLOWS:
            for line in re.findall(r"^.*\buses: .*$", path.read_text("utf-8"), re.MULTILINE):
                if "uses: ./" not in line:
                    pinned = re.search(
                        r" uses: ([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line
                    )
                    assert pinned, line
                    pins.add(pinned.groups())
        assert pins
        assert len({action for action, _, _ in pins}) == len(pins)

    @each_workflow
    def test_nothing_is_permitted_at_the_top(self, path: Path) -> None:
        """Each job says what it needs."""
        assert parsed(path)["permissions"] == {}
        assert all("permissions" in job for job in parsed(path)["jobs"].values())

    def test_who_may_write_what(self) -> None:
        """The job that publishes speaks for the workflow; the last one makes the release."""
        writes = {
            (name, scope)
            for name, job in all_jobs()
            for scope, right in job["permissions"].items()
            if right == "write"
        }
        assert writes == {
            ("release/publish", "id-token"),
            ("release/publish", "attestations"),
            ("release/release", "contents"),
        }

    def test_no_job_keeps_more_than_it_needs(self) -> None:
        """No credentials on disk, no secret, no cache; each job ends, and releases wait in line."""
        checkouts = [step for step in all_steps() if "/checkout@" in step.get("uses", "")]
        assert checkouts
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)
        assert all("timeout-minutes" in job for _, job in all_jobs() if "uses" not in job)
        for path in WORKFLOWS:
            text = path.read_text(encoding="utf-8")
            assert "secrets" not in text
            assert "cache" not in text
            assert "group" in parsed(path)["concurrency"]

    def test_no_expression_stands_in_a_script(self) -> None:
        """The name of a tag would be run as code."""
        assert [step["run"] for step in all_steps() if "${{" in step.get("run", "")] == []

    def test_the_versions_of_python_are_the_classifiers(self) -> None:
        """CI asks .ci/run which Pythons there are, and .ci/run asks pyproject.toml."""
        classified = re.findall(
            r"Python :: (3\.\d+)$", "\n".join(project()["classifiers"]), re.MULTILINE
        )
        run = ["bash", str(ROOT / ".ci" / "run"), "--pythons"]
        printed = subprocess.run(run, check=True, capture_output=True, encoding="utf-8").stdout
        assert printed.split() == classified
        assert project()["requires-python"] == f">={classified[0]}"
        for path in (*WORKFLOWS, ROOT / ".ci" / "run", ROOT / "Makefile"):
            assert not re.search(r"\b3\.1\d\b", path.read_text(encoding="utf-8")), path

    def test_r_is_there_before_the_gate_looks_for_it(self) -> None:
        """On GitHub the gate is not root: the workflow installs what .ci/run would."""
        wanted = set(re.findall(r"\br-[a-z][a-z-]+", (ROOT / ".ci" / "run").read_text("utf-8")))
        ci = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
        assert wanted
        assert wanted == set(re.findall(r"\br-[a-z][a-z-]+", ci))

    def test_what_they_call_is_there(self) -> None:
        """Each script, and each file that a script of the release names."""
        texts = [
            path.read_text("utf-8") for path in (*WORKFLOWS, *SCRIPTS.iterdir()) if path.is_file()
        ]
        called = {name for text in texts for name in re.findall(r"\.ci/[\w/-]+(?:\.\w+)?", text)}
        assert {".ci/run", ".ci/release/assets.sh"} <= called
        assert [name for name in called if not (ROOT / name).exists()] == []


class TestTheOrder:
    """Nothing is published that was not checked, and it is what was checked."""

    def test_only_a_tag_starts_a_release(self) -> None:
        """No branch, no button."""
        assert parsed(ROOT / ".github" / "workflows" / "release.yml")[True] == {
            "push": {"tags": ["v*"]}
        }

    def test_what_comes_before_what(self) -> None:
        """Readiness first; the gate and the trial before a reviewer is asked; the release last."""
        needs = {name: job.get("needs", []) for name, job in jobs("release.yml").items()}
        assert needs == {
            "ready": [],
            "gate": "ready",
            "build": "ready",
            "try": "build",
            "publish": ["gate", "try"],
            "release": "publish",
        }
        assert jobs("release.yml")["publish"]["environment"] == "release"

    def test_it_is_built_once_and_compared_after(self) -> None:
        """One upload; each job that takes it compares the checksums first."""
        kinds = {
            name: [
                re.sub(r".*/|@.*", "", step["uses"])
                for step in job.get("steps", [])
                if "uses" in step
            ]
            for name, job in jobs("release.yml").items()
        }
        assert [name for name, used in kinds.items() if "upload-artifact" in used] == ["build"]
        takers = [name for name, used in kinds.items() if "download-artifact" in used]
        assert takers == ["try", "publish", "release"]
        for name in takers:
            steps = jobs("release.yml")[name]["steps"]
            taken = next(n for n, step in enumerate(steps) if "download-artifact" in str(step))
            assert "sha256sum --check --strict SHA256SUMS" in steps[taken + 1]["run"]


def git(root: Path, *arguments: str) -> None:
    """A git command there, whoever runs it."""
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", "-C", str(root), *identity, *arguments],  # noqa: S607
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    )


README = """# gsomia-data

```sh
python -m pip install gsomia-data
```

For a copy to work on: `pip install .`
"""
CHANGELOG = """# Changelog

## 0.1.0

### Added

- All of it.

### Corrected values

None: nothing was published before.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of what `ready` reads, in a repository of its own, ready to be released as 0.1.0."""
    target = tmp_path / "repository"
    shutil.copytree(SCRIPTS, target / ".ci" / "release")
    for name in ("dataset", "schemas"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "datapackage.json", target)
    (target / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    (target / "README.md").write_text(README, encoding="utf-8")
    versioned(target, "0.1.0")
    git(target, "init")
    git(target, "add", ".")
    git(target, "commit", "-m", "all of it")
    return target


def today() -> date:
    """As the script sees it."""
    return datetime.now(UTC).date()


def versioned(root: Path, version: str, day: object = None) -> None:
    """Write the version and the day of its release, today by default."""
    text = f'[project]\nname = "gsomia-data"\nversion = "{version}"\n'
    text += f'[tool.gsomia-data.released]\n"0.0.9" = 2020-01-01\n"{version}" = {day or today()}\n'
    (root / "pyproject.toml").write_text(text, encoding="utf-8")


def changed(root: Path, old: str, new: str, name: str = "CHANGELOG.md") -> None:
    """Put other words into the changelog, or another file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def ready(root: Path, *arguments: str) -> tuple[int, list[str]]:
    """Its exit code and its lines."""
    done = subprocess.run(
        [sys.executable, str(root / ".ci" / "release" / "ready.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.splitlines() or done.stderr.splitlines()


class TestReady:
    """One line for each thing missing."""

    def test_all_is_there(self, root: Path) -> None:
        """The first release has nothing to be compared with."""
        assert ready(root, "v0.1.0") == (0, ["v0.1.0 is ready"])

    def test_the_notes_are_the_section_of_the_version(self, root: Path) -> None:
        """From its heading to the next."""
        status, lines = ready(root, "--notes")
        assert (status, lines[0], lines[-1]) == (
            0,
            "### Added",
            "None: nothing was published before.",
        )

    @pytest.mark.parametrize(
        ("old", "new", "line"),
        [
            ("## 0.1.0", "## 0.2.0", "CHANGELOG.md: there is no section '## 0.1.0'"),
            (
                "## 0.1.0",
                "## Unreleased\n\n- More.\n\n## 0.1.0",
                "CHANGELOG.md: what is under 'Unreleased' belongs under '## 0.1.0'",
            ),
            (
                "### Corrected values",
                "### Changed",
                "CHANGELOG.md: '## 0.1.0' has nothing under '### Corrected values'",
            ),
            (
                "- All of it.",
                "- All of it. Nothing is\n  released yet.",
                "CHANGELOG.md: '## 0.1.0' says 'Nothing is released'",
            ),
            (
                "None: nothing was published before.\n",
                "",
                "CHANGELOG.md: '## 0.1.0' has nothing under '### Corrected values'",
            ),
        ],
        ids=["no section", "unreleased", "no corrections", "stale words", "empty corrections"],
    )
    def test_what_the_changelog_lacks(self, root: Path, old: str, new: str, line: str) -> None:
        """Each fault has its line, and there is no other."""
        changed(root, old, new)
        assert ready(root, "v0.1.0") == (1, [line])

    def test_an_empty_section_for_what_comes_is_no_fault(self, root: Path) -> None:
        """It may stand there between two releases."""
        changed(root, "## 0.1.0", "## Unreleased\n\n## 0.1.0")
        assert ready(root, "v0.1.0")[0] == 0

    @pytest.mark.parametrize("tag", ["v0.1.1", "0.1.0", "v0.1.0rc1", "V0.1.0", ""])
    def test_another_tag(self, root: Path, tag: str) -> None:
        """The tag is a v and the version, nothing else."""
        line = f"the tag is {tag!r}, but the version in pyproject.toml asks for 'v0.1.0'"
        assert ready(root, tag) == (1, [line])

    @pytest.mark.parametrize("days", [-8, 8, 400])
    def test_the_day_is_about_today(self, root: Path, days: int) -> None:
        """Review may take some days; a day of long ago was forgotten."""
        day = today() + timedelta(days)
        versioned(root, "0.1.0", day)
        line = f"the day of release {day} is not within a week of today, {today()}"
        assert ready(root, "v0.1.0") == (1, [f"pyproject.toml: {line}"])
        versioned(root, "0.1.0", today() + timedelta(days // abs(days)))
        assert ready(root, "v0.1.0")[0] == 0

    @pytest.mark.parametrize("day", ["'2026-12-01'", "1979-05-27T07:32:00", "20261201"])
    def test_no_day(self, root: Path, day: str) -> None:
        """The line to write is shown."""
        versioned(root, "0.1.0", day)
        line = f"""[tool.gsomia-data.released] has no line '"0.1.0" = {today()}'"""
        assert ready(root, "v0.1.0") == (1, [f"pyproject.toml: {line}"])
        path = root / "pyproject.toml"
        path.write_text(path.read_text("utf-8").replace('"0.1.0" =', '"0.2.0" ='), "utf-8")
        assert ready(root, "v0.1.0") == (1, [f"pyproject.toml: {line}"])

    @pytest.mark.parametrize(
        ("old", "new", "line"),
        [
            ("# gsomia-data\n", "Nothing is\npublished yet.\n", "it says 'Nothing is published'"),
            ("# gsomia-data\n", "As nothing is released:\n", "it says 'nothing is released'"),
            ("# gsomia-data\n", "It is not yet published.\n", "it says 'not yet published'"),
            ("-m pip install gsomia-data", "-m pip install .", ""),
            ("-m pip install gsomia-data", "-m pip install --user '.[plot]'", ""),
            ("-m pip install gsomia-data", "-m pip install gsomia-data-old", ""),
            (README, "# gsomia-data\n", ""),
        ],
    )
    def test_a_page_that_is_not_for_the_index(
        self, root: Path, old: str, new: str, line: str
    ) -> None:
        """README.md is what the index shows: who reads it there has no checkout."""
        changed(root, old, new, "README.md")
        line = line or "the first way to install is not 'pip install gsomia-data'"
        assert ready(root, "v0.1.0") == (1, [f"README.md: {line}"])

    def test_an_extra_may_come_first(self, root: Path) -> None:
        """It is the same package."""
        changed(root, "install gsomia-data", "install 'gsomia-data[plot]'", "README.md")
        assert ready(root, "v0.1.0")[0] == 0

    def test_a_candidate_is_never_released(self, root: Path) -> None:
        """It is rehearsed: all else is looked at as ever."""
        versioned(root, "0.1.0rc1")
        line = "pyproject.toml: '0.1.0rc1' is a candidate, which is rehearsed and never tagged"
        section = "CHANGELOG.md: there is no section '## 0.1.0rc1'"
        assert ready(root, "v0.1.0rc1") == (1, [line, section])
        assert ready(root, "--notes") == (1, [section])
        changed(root, "## 0.1.0", "## 0.1.0rc1")
        git(root, "tag", "v0.1.0")
        assert ready(root, "v0.1.0rc1") == (1, [line])

    def test_a_version_of_another_form(self, root: Path) -> None:
        """A release has three numbers."""
        versioned(root, "0.1.0.dev1")
        line = "pyproject.toml: the version '0.1.0.dev1' is not of the form 1.2.3"
        assert ready(root, "v0.1.0.dev1") == (1, [line])

    def test_all_faults_are_said_at_once(self, root: Path) -> None:
        """Nobody has to tag twice to learn of the second."""
        changed(root, "### Corrected values", "### Changed")
        status, lines = ready(root, "v0.1.1")
        assert (status, len(lines)) == (1, 2)

    def test_called_wrongly(self, root: Path) -> None:
        """It says how it is called."""
        for arguments in ((), ("--help",), ("v0.1.0", "v0.1.0")):
            status, lines = ready(root, *arguments)
            assert status == 2
            assert lines[0].startswith("Is this version ready to be released?")

    def test_a_value_changed_in_silence(self, root: Path) -> None:
        """What `diff` finds since the last release has to stand in the changelog, line by line."""
        git(root, "tag", "v0.0.9")
        git(root, "tag", "v0.0.10")
        git(root, "tag", "v0.2.0")
        git(root, "tag", "vague")
        polls = root / "dataset" / "polls.csv"
        text = polls.read_text(encoding="utf-8")
        assert text.count(",59,") == 1
        polls.write_text(text.replace(",59,", ",58,"), encoding="utf-8")
        status, lines = ready(root, "v0.1.0")
        start = "CHANGELOG.md: '### Corrected values' lacks, since v0.0.10: "
        assert status == 1
        assert all(line.startswith(start) for line in lines)
        missing = [line.removeprefix(start) for line in lines]
        assert "| polls | gallup-korea-2016-11-oppose | percent | 59 | 58 |" in missing[-1]
        changed(root, "None: nothing was published before.", "\n".join(missing))
        assert ready(root, "v0.1.0") == (0, ["v0.1.0 is ready"])

    def test_that_nothing_was_corrected_is_said_too(self, root: Path) -> None:
        """In the words of `diff`."""
        git(root, "tag", "v0.0.9")
        line = "CHANGELOG.md: '### Corrected values' lacks, since v0.0.9: No value was corrected."
        assert ready(root, "v0.1.0") == (1, [line])

    def test_outside_of_git(self, root: Path) -> None:
        """What cannot be compared is not called ready, and there is no traceback."""
        shutil.rmtree(root / ".git")
        status, lines = ready(root, "v0.1.0")
        assert status == 1
        assert "not a git repository" in lines[0]


class TestRights:
    """The publishers' words are named where the data are licensed."""

    def test_the_columns_exist_and_the_licence_names_them(self) -> None:
        """In the descriptor, by resource, and in LICENSE-DATA.md."""
        licence = (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")
        descriptor = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
        for resource in descriptor["resources"]:
            columns = PUBLISHERS_WORDS.get(resource["name"], ())
            assert set(columns) <= set(TABLES[resource["name"]].header)
            others = resource["licenses"][1:]
            assert bool(others) == bool(columns)
            assert all(column in one["title"] for one in others for column in columns)
            if columns:
                assert f"`{resource['name']}`" in licence
            assert all(f"`{column}`" in licence for column in columns)

    def test_no_other_column_holds_whole_passages(self) -> None:
        """Each column whose words a document may break is named."""
        for name, spec in TABLES.items():
            broken = {column.name for column in spec.columns if column.declared.passage}
            assert broken <= set(PUBLISHERS_WORDS.get(name, ()))


class TestWhatStandsBeside:
    """Checksums and the list of dependencies."""

    def test_the_checksums(self, tmp_path: Path) -> None:
        """Of each file but themselves, in the order of their names, as `sha256sum` reads them."""
        for name in ("b.whl", "a b.tar.gz", "-c.zip"):
            (tmp_path / name).write_text(name, encoding="utf-8")
        for _ in range(2):
            subprocess.run([SCRIPTS / "assets.sh", "checksums", tmp_path], check=True)
        listed = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert [line[66:] for line in listed] == ["-c.zip", "a b.tar.gz", "b.whl"]
        check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        subprocess.run(check, cwd=tmp_path, check=True)
        (tmp_path / "b.whl").write_text("tampered", encoding="utf-8")
        done = subprocess.run(check, cwd=tmp_path, check=False, capture_output=True)
        assert done.returncode == 1

    @pytest.mark.slow
    def test_the_list_of_dependencies(self, tmp_path: Path) -> None:
        """Each pin of the core with its version; twice the same bytes; no path of this machine."""
        pytest.importorskip("cyclonedx_py", reason="cyclonedx-bom is not installed")
        environment = tmp_path / "environment"
        pins = (ROOT / "requirements" / "core.txt").read_text(encoding="utf-8")
        names = re.findall(r"^([\w-]+)==", pins, re.MULTILINE)
        versions = installed(environment, [*names, "gsomia-data"])
        made = []
        for name in ("one.json", "two.json"):
            subprocess.run(
                [SCRIPTS / "assets.sh", "sbom", environment, tmp_path / name],
                env={**os.environ, "PYTHON": sys.executable},
                check=True,
                capture_output=True,
            )
            made.append((tmp_path / name).read_bytes())
        assert made[0] == made[1]
        assert str(tmp_path).encode() not in made[0]
        assert str(ROOT).encode() not in made[0]
        told = json.loads(made[0])
        own = versions.pop("gsomia-data")
        assert (told["bomFormat"], "serialNumber" in told) == ("CycloneDX", False)
        assert told["metadata"]["component"]["name"] == "gsomia-data"
        assert told["metadata"]["component"]["version"] == own == project()["version"]
        assert {one["name"]: one["version"] for one in told["components"]} == versions


def installed(environment: Path, names: list[str]) -> dict[str, str]:
    """An environment that says to have these, as this one does; with their versions."""
    venv.create(environment, with_pip=False)
    ask = [
        str(environment / "bin" / "python"),
        "-c",
        "import site; print(site.getsitepackages()[0])",
    ]
    site = subprocess.run(ask, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    versions = {}
    for name in names:
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # the oldest libraries do without some of them
        versions[name] = found.version
        folder = Path(site) / f"{name}-{found.version}.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(found.read_text("METADATA") or "", encoding="utf-8")
    return versions
