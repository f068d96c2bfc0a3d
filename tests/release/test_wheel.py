"""The wheel and the sdist: what is published is what was checked, byte for byte (promise 4).

And it works wherever it is installed. Where the system lets us neither take the network away nor
make a folder read-only, the tests that do so are skipped; with GSOMIA_UNSHARE=1 they fail instead.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from markdown_it import MarkdownIt
from markdown_it.token import Token

import gsomia_data as gd
from gsomia_data.cli import main
from kit.real import ROOT, copy_of_the_package

INSIDE = "gsomia_data/_package/"


def build(sources: Path, folder: Path, *, umask: int = -1) -> Path:
    """The folder, with a wheel and an sdist built in it as `make dist` builds them."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(sources)],
        check=True,
        capture_output=True,
        umask=umask,
    )
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built in this process by the same backend."""
    folder = tmp_path_factory.mktemp("dist")
    for builder in (SdistBuilder(str(ROOT)), WheelBuilder(str(ROOT))):
        assert list(builder.build(directory=str(folder), versions=["standard"]))
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
    """Every table, every schema, the descriptor, the functions for R; and not one file more."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {
            name.removeprefix(INSIDE): archive.read(name)
            for name in archive.namelist()
            if name.startswith(INSIDE)
        }
        names = archive.namelist()
    assert carried == data_files() | {"gsomia.R": (ROOT / "docs" / "gsomia.R").read_bytes()}
    assert not [name for name in names if "corpus" in name and name.endswith(".txt")]


def test_the_sdist_carries_no_document(built: Path) -> None:
    """The texts are their publishers'."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    assert any(name.endswith("dataset/polls.csv") for name in names)
    assert not [name for name in names if "/corpus/" in name]


def description(built: Path) -> str:
    """The README as a package index shows it, the same from the wheel and from the sdist."""
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as zipped, tarfile.open(sdist) as tarred:
        (name,) = (name for name in zipped.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = zipped.read(name)
        info = tarred.extractfile(f"{sdist.name.removesuffix('.tar.gz')}/PKG-INFO")
        assert info is not None
        assert info.read() == metadata
    headers, _, page = metadata.decode().partition("\n\n")
    assert "\nDescription-Content-Type: text/markdown" in headers
    return page


def rendered(page: str) -> list[Token]:
    """The parts of a page, as a package index renders it, those inside a line included."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    return [one for token in tokens for one in (token, *(token.children or ()))]


def words(tokens: list[Token], *kinds: str) -> list[str]:
    """What the parts of these kinds hold, without links and pictures."""
    inside = [
        (tokens[at - 1].type, token) for at, token in enumerate(tokens) if token.type == "inline"
    ]
    return [
        "".join(one.content for one in token.children or () if one.type != "image")
        for kind, token in inside
        if kind in kinds
    ]


def test_the_readme_on_a_package_index(built: Path) -> None:
    """No link and no picture leads into the repository; headings, tables and code are whole."""
    page = description(built)
    assert not re.search(r"\]\((?!https://)", page)
    shown, here = (rendered(text) for text in (page, (ROOT / "README.md").read_text("utf-8")))
    links = {one.attrs.get("href", one.attrs.get("src")) for one in shown} - {None}
    assert "https://datapackage.org" in links
    assert [link for link in links if not str(link).startswith("https://")] == []
    for kinds in (("heading_open",), ("th_open", "td_open")):
        assert words(shown, *kinds) == words(here, *kinds) != []
    code = [[one.content for one in tokens if one.type == "fence"] for tokens in (shown, here)]
    assert code[0] == code[1] != []
    said, meant = ([line for line in words(one, "paragraph_open") if line] for one in (shown, here))
    assert said == meant


@pytest.mark.slow
def test_the_same_sources_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Built again, by `build` from the sdist: another folder, other times, other rights, no git."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    sources = tmp_path / sdist.name.removesuffix(".tar.gz")
    for path in sources.rglob("*"):
        os.utime(path)
        path.chmod(0o700 if path.is_dir() else 0o600)
    again = build(sources, tmp_path / "again", umask=0o077)
    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (built, again)
    )
    assert len(first) == 2
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def is_safe(name: str) -> bool:
    """Unpacked, the member lies below the folder, on every system."""
    return name == str(PurePosixPath(name)) and not re.search(r"^/|\.\.|[\\:\0]", name)


@pytest.mark.parametrize("name", ["/etc/a", "a/../../b", "..", "C:b", "a\\b", "./a", "a//b"])
def test_what_is_no_safe_path(name: str) -> None:
    """Absolute, upwards, on a drive, or another spelling of a path."""
    assert not is_safe(name)


def test_every_member_has_a_safe_path(built: Path) -> None:
    """Plain files, no link, none twice, not even in another case."""
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as zipped, tarfile.open(sdist) as tarred:
        kinds = {stat.S_IFMT(info.external_attr >> 16) for info in zipped.infolist()}
        assert kinds <= {0, stat.S_IFREG}
        assert all(member.isreg() for member in tarred)
        listings = [zipped.namelist(), tarred.getnames()]
    for names in listings:
        assert [name for name in names if not is_safe(name)] == []
        assert len({name.casefold() for name in names}) == len(names)
    folder = sdist.name.removesuffix(".tar.gz")
    assert {name.split("/")[0] for name in listings[1]} == {folder}


class Installed(NamedTuple):
    """The wheel in an environment of its own, with nothing else of this repository."""

    home: Path
    python: Path
    site: Path

    def python_says(
        self,
        *arguments: str,
        through: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        **variables: str,
    ) -> subprocess.CompletedProcess[str]:
        """What its interpreter answers in an empty folder.

        It is called ``through`` another command, ``without`` some variables of the environment
        and with others.
        """
        folder = self.home / "empty"
        kept = {name: os.environ[name] for name in {*os.environ} - {"PYTHONPATH", *without}}
        done = subprocess.run(
            [*through, str(self.python), *arguments],
            cwd=folder,
            env={**kept, "PYTHONDONTWRITEBYTECODE": "1", **variables},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert list(folder.iterdir()) == []
        return done


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, unpacked below a folder with a space and Hangul in its name."""
    (wheel,) = built.glob("*.whl")
    home = tmp_path_factory.mktemp("빈 환경")
    venv.create(home, system_site_packages=False, with_pip=False)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    said = subprocess.run(ask, check=True, capture_output=True, encoding="utf-8")
    site = Path(said.stdout.strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202 - built by the fixture above
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "libraries.pth").write_text(f"{libraries}\n")
    (home / "empty").mkdir()
    return Installed(home, python, site)


@pytest.mark.slow
def test_it_works_where_it_is_installed(installed: Installed) -> None:
    """Away from the sources: what is loaded lies there, and is compared with RECORD."""
    load = "import gsomia_data as gd; print(gd.__file__); print(list(gd.load('polls')['poll_id']))"
    done = installed.python_says("-c", load)
    assert done.returncode == 0, done.stderr
    where, told = done.stdout.splitlines()
    assert Path(where).is_relative_to(installed.site)
    assert "gallup-korea-2016-11-oppose" in told
    data, code = "gsomia_data/_package/dataset/polls.csv", "gsomia_data/_floor/edtf.py"
    for name in (data, code, "frictionless_gsomia.py"):
        path = installed.site / name
        whole = path.read_bytes()
        path.write_bytes(whole + b"\n")
        altered = installed.python_says("-m", "gsomia_data", "check", "--format", "json")
        path.write_bytes(whole)
        found = {(one["code"], one["path"]) for one in json.loads(altered.stdout)["findings"]}
        assert altered.returncode == 1
        assert ("P05", name) in found
    refused = installed.python_says("-m", "gsomia_data", "build")
    assert refused.returncode == 2
    assert "the installed package is never changed" in refused.stderr


@pytest.mark.slow
@pytest.mark.corpus
def test_it_is_checked_against_the_documents(installed: Installed) -> None:
    """With `--corpus` nothing is left uncompared."""
    compared = installed.python_says("-m", "gsomia_data", "check", "--corpus", str(ROOT / "corpus"))
    assert compared.returncode == 0, compared.stdout
    assert "not compared" not in compared.stdout


ARCHIVE = """
import sys

sys.path.insert(0, sys.argv[1])
import gsomia_data as gd

folder, target = sys.argv[2:]
refused = []
for name in sorted({*dir(gd), "plot.timeline"}):
    try:
        function = gd
        for part in name.split("."):
            function = getattr(function, part)
        if name == "plot.timeline":
            function()
    except FileNotFoundError as error:
        refused.append(name)
        print(error)
tables = set(gd._TABLES)
assert tables | {"load", "evidence", "cite", "export", "plot.timeline"} <= set(refused), refused
data = gd.open(folder)
assert "gallup-korea-2016-11-oppose" in set(data.polls()["poll_id"])
assert "gsomia-data contributors" in data.cite()
data.export("sqlite", target)
"""
USE = """
import tempfile
from pathlib import Path

import gsomia_data as gd
from gsomia_data.cli import main

assert "gallup-korea-2016-11-oppose" in set(gd.load("polls")["poll_id"])
with tempfile.TemporaryDirectory() as folder:
    assert gd.export("sqlite", Path(folder) / "copy.sqlite").path.stat().st_size > 0
for command in ("check", "evidence polls gallup-korea-2016-11-oppose percent", "path"):
    assert main(command.split()) == 0, command
"""
READ_ONLY = """
mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 1
touch "$0/written" 2>/dev/null && exit 1
exec "$@"
"""
OFFLINE = """
import os, socket, sys
assert [name for _, name in socket.if_nameindex()] == ["lo"]
os.execv(sys.argv[1], sys.argv[1:])
"""


def unshared(kind: str) -> tuple[str, ...]:
    """Calls a command in a name space of its own, so that what is mounted or missing is so there.

    The test is skipped, or fails (GSOMIA_UNSHARE=1), where that is not permitted.
    """
    as_root = () if getattr(os, "geteuid", int)() == 0 else ("--map-root-user",)
    prefix = ("unshare", *as_root, kind)
    if shutil.which("unshare") and not subprocess.run([*prefix, "true"], check=False).returncode:
        return prefix
    reason = f"not permitted here: {' '.join(prefix)}"
    return pytest.fail(reason) if os.environ.get("GSOMIA_UNSHARE") == "1" else pytest.skip(reason)


def read_only(folder: Path) -> tuple[str, ...]:
    """Calls a command that cannot write into the folder, whoever it is."""
    return (*unshared("--mount"), "sh", "-c", READ_ONLY, str(folder))


def offline() -> tuple[str, ...]:
    """Calls a command that has no network, not even to its own machine."""
    return (*unshared("--net"), sys.executable, "-c", OFFLINE)


@pytest.mark.slow
def test_what_it_answers(installed: Installed) -> None:
    """Rows, the words behind a cell, the path of a file; and what it could not compare."""
    done = installed.python_says("-c", USE)
    assert done.returncode == 0, done.stderr
    assert "not compared, because the corpus is not here: F02" in done.stdout
    assert "59 percent" in done.stdout
    path = Path(done.stdout.splitlines()[-1])
    assert path.read_bytes() == (ROOT / "datapackage.json").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["read-only", "offline", "C locale", "no home"])
def test_it_answers_the_same(installed: Installed, place: str) -> None:
    """Where nobody can write, with no network, no locale, no home; and nothing is written."""
    before = {path: path.stat().st_mtime_ns for path in installed.home.rglob("*")}
    done = {
        "read-only": lambda: installed.python_says("-c", USE, through=read_only(installed.home)),
        "offline": lambda: installed.python_says("-c", USE, through=offline()),
        "C locale": lambda: installed.python_says(
            "-c", USE, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
        ),
        "no home": lambda: installed.python_says("-c", USE, without=("HOME", "USERPROFILE")),
    }[place]()
    assert done.returncode == 0, done.stderr
    assert done.stdout == installed.python_says("-c", USE).stdout
    assert before == {path: path.stat().st_mtime_ns for path in installed.home.rglob("*")}


@pytest.mark.slow
def test_the_first_example_of_the_readme(installed: Installed) -> None:
    """What a reader pastes first needs neither a checkout nor the network."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.search(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert first is not None
    done = installed.python_says("-c", first.group(1), through=offline())
    assert done.returncode == 0, done.stderr


def test_a_wheel_as_an_archive(built: Path, tmp_path: Path) -> None:
    """Where Python imports from a zip, as on Spark and Glue.

    Each call that reads the package says in one sentence why it cannot, and what to do; a copy in a
    folder is read by the same code.
    """
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "자료 사본.sqlite"
    done = subprocess.run(
        [sys.executable, "-I", "-c", ARCHIVE, str(wheel), str(ROOT), str(target)],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    why = f"no table can be read inside the archive {wheel}"
    way_out = "unpack it, install it by pip, or give the folder of another copy to open()"
    assert set(done.stdout.splitlines()) == {f"{why}; {way_out}"}
    assert target.stat().st_size > 0


def test_a_copy_below_blanks_and_hangul(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever its folder is called, a copy is read, checked, exported and exported again."""
    above = tmp_path / "내 문서 (사본) & mehr"
    above.mkdir()
    root = copy_of_the_package(above)
    data = gd.open(root)
    assert "gallup-korea-2016-11-oppose" in set(data.polls()["poll_id"])
    data.export("sqlite", above / "한 파일.sqlite")
    data.export("jsonl", above / "한 폴더")
    data.export("zip", above / "한 묶음.zip")
    for command in (["check"], ["build"], ["cite"], ["conflicts"]):
        assert main([*command, "--dir", str(root)]) == 0, capsys.readouterr()
    (above / "풀린 것").mkdir()
    with zipfile.ZipFile(above / "한 묶음.zip") as archive:
        archive.extractall(above / "풀린 것")  # noqa: S202 - made above
    assert gd.open(above / "풀린 것").polls().equals(data.polls())


@pytest.mark.slow
def test_a_folder_that_nobody_can_write_into(tmp_path: Path) -> None:
    """A copy is read and checked there; what would write says so in one line."""
    root = copy_of_the_package(tmp_path)
    with (root / "schemas" / "polls.schema.json").open("a", encoding="utf-8") as schema:
        schema.write("\n")  # so that `build` has something to write
    for command, status, said in (
        ("cite", 0, ""),
        ("check", 1, ""),
        ("build", 2, f"gsomia-data: {root}: Read-only file system\n"),
        (f"export zip {root}/a.zip", 2, "Read-only file system\n"),
    ):
        cli = [sys.executable, "-m", "gsomia_data", *command.split(), "--dir", str(root)]
        done = subprocess.run(
            [*read_only(root), *cli],
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == status, done.stderr
        assert done.stderr.endswith(said)
        assert done.stderr.count("\n") == bool(said)
