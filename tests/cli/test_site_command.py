"""`site`: what the command takes, what it prints, what it leaves when it fails or is stopped."""

import io
import re
import shutil
import signal
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from gsomia_data import cli
from gsomia_data._floor import atomic
from gsomia_data.cli import console
from gsomia_data.reading.files import Files
from kit import tiny

PAGES = {"index.html": b"all", "polls/x.html": b"x", "site.css": b""}


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


class Built(NamedTuple):
    """What the builder answers."""

    path: Path
    pages: int


@dataclass
class Builder:
    """In the place of the one that makes the pages: it notes what it was given."""

    given: list[tuple[Path, object, Path | None, bool]] = field(default_factory=list)
    error: Exception | None = None

    def build(
        self,
        files: Files,
        target: str | Path,
        *,
        corpus: Path | None = None,
        force: bool = False,
        progress: Callable[[str], None],
    ) -> Built:
        """Write a small site."""
        self.given.append((files.root, target, corpus, force))
        place = atomic.prepare(target, is_folder=True, force=force)
        if self.error:
            raise self.error
        for name in PAGES:
            progress(name)
        atomic.write_folder(place, PAGES.items(), "tests", force=force)
        return Built(place, 1234)


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The builder that the command finds."""
    found = Builder()
    module = types.ModuleType("gsomia_data.reading.site")
    module.build = found.build  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return found


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """The handling of signals is as before afterwards."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny package with its documents, and an empty current folder beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tiny.write(tmp_path / "package")


class Shell:
    """Runs the command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> str:
        """What it prints if it succeeds."""
        self._capsys.readouterr()
        status = cli.main(["site", *map(str, arguments)])
        out, err = self._capsys.readouterr()
        assert (status, err) == (0, "")
        return out

    def refused(self, *arguments: object) -> str:
        """The one line in which it says why it did nothing."""
        self._capsys.readouterr()
        status = cli.main(["site", *map(str, arguments)])
        out, err = self._capsys.readouterr()
        assert (status, out, err.count("\n")) == (2, "", 1)
        return err.removeprefix("gsomia-data: ").removesuffix("\n")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell in which the command runs."""
    return Shell(capsys)


@pytest.mark.usefixtures("builder")
class TestSays:
    """What is printed at the end."""

    @pytest.mark.parametrize("target", ["out", "./out", "out/", "two  words", "-".join("x" * 90)])
    def test_the_page_to_open(self, package: Path, target: str, shell: Shell) -> None:
        """Its path can be used as it is, relative to the current folder."""
        line = shell("--dir", package, "--", target)
        said = re.fullmatch(r"(.+): 1,234 pages; open (.+) in a browser\n", line)
        assert said
        assert Path(said[1]) == Path(target)
        assert Path(said[2]).read_bytes() == b"all"

    def test_a_path_with_a_home_folder(
        self, package: Path, tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A browser does not know what `~` means."""
        monkeypatch.setenv("HOME", str(tmp_path))
        assert f"open {tmp_path}/out/index.html in" in shell("~/out", "--dir", package)

    def test_a_path_is_not_broken(self, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """However narrow the terminal."""
        terminal = Terminal()
        monkeypatch.setattr("sys.stdout", terminal)
        monkeypatch.setenv("COLUMNS", "40")
        target = "two  words " * 8 + "x"
        assert cli.main(["site", target, "--dir", str(package)]) == 0
        assert f"open {target}/index.html in" in terminal.getvalue()

    def test_that_documents_may_not_be_published(self, package: Path, shell: Shell) -> None:
        """A second line, only where the site holds whole documents."""
        assert shell("a", "--dir", package).count("\n") == 1
        _, second = shell("b", "--dir", package, "--corpus").splitlines()
        assert second == "It holds whole documents and may not be published."


class TestTakes:
    """What is passed on."""

    @pytest.mark.parametrize(
        "arguments",
        ["out --dir D", "--dir D out", "--force out --dir D", "--dir D --force out"],
    )
    def test_the_package_and_the_target(
        self, package: Path, arguments: str, builder: Builder, shell: Shell
    ) -> None:
        """In whatever order."""
        shell(*(str(package) if word == "D" else word for word in arguments.split()))
        assert builder.given == [(package, "out", None, "--force" in arguments)]

    @pytest.mark.parametrize(
        "arguments", ["out --corpus", "--corpus -- out", "out --corpus --force"]
    )
    def test_the_documents_of_the_package(
        self, package: Path, arguments: str, builder: Builder, shell: Shell
    ) -> None:
        """Which are meant by the option alone, wherever the current folder is."""
        shell("--dir", package, *arguments.split())
        assert [corpus for _, _, corpus, _ in builder.given] == [package / "corpus"]

    @pytest.mark.parametrize("form", ["--corpus={}", "--corpus {}"])
    def test_documents_elsewhere(
        self, package: Path, tmp_path: Path, form: str, builder: Builder, shell: Shell
    ) -> None:
        """Which are named."""
        (package / "corpus").rename(tmp_path / "texts")
        shell("out", "--dir", package, *form.format(tmp_path / "texts").split())
        assert [corpus for _, _, corpus, _ in builder.given] == [tmp_path / "texts"]

    def test_force_replaces_an_earlier_site_alone(self, package: Path, shell: Shell) -> None:
        """Whole; a file in it that is not of the site is named by its path."""
        shell("out", "--dir", package)
        assert "exists" in shell.refused("out", "--dir", package)
        shell("out", "--dir", package, "--force")
        Path("out/sources/mine.html").write_text("mine", encoding="utf-8")
        refused = shell.refused("out", "--dir", package, "--force")
        assert "out holds 'sources/mine.html', which is not part of the export" in refused


@pytest.mark.usefixtures("builder")
class TestRefuses:
    """One line, exit status 2, and nothing is written."""

    @pytest.fixture(autouse=True)
    def _nothing(self, package: Path) -> Iterator[None]:
        yield
        assert list(Path().iterdir()) == []
        assert package.is_dir()

    def test_no_target(self, package: Path, shell: Shell) -> None:
        """It says what a target is."""
        for corpus in ([], ["--corpus"]):
            said = shell.refused("--dir", package, *corpus)
            assert (
                said == "site needs a TARGET, the name of a new folder; see gsomia-data site --help"
            )

    def test_a_target_that_corpus_took(self, package: Path, shell: Shell) -> None:
        """It says what to write instead, and this can be pasted."""
        said = shell.refused("--dir", package, "--corpus", "my site")
        assert said == (
            "--corpus took my site as the folder of the documents; name the TARGET first: "
            "gsomia-data site 'my site' --corpus"
        )

    @pytest.mark.parametrize("name", ["nowhere", "", "a\0b", "\x1b[31m", "\udcff"])
    def test_no_such_documents(self, package: Path, name: str, shell: Shell) -> None:
        """Whether they are named or not."""
        shutil.rmtree(package / "corpus")
        said = shell.refused("out", "--dir", package, f"--corpus={name}")
        assert ": there is no such folder of documents; name the right one" in said
        said = shell.refused("out", "--dir", package, "--corpus")
        assert said.startswith(f"{package / 'corpus'}: there is no such folder of documents")

    @pytest.mark.parametrize("name", ["nowhere", "", "a\0b", "\x1b[31m", "\udcff"])
    def test_no_such_package(self, name: str, tmp_path: Path, shell: Shell) -> None:
        """It says what a package has."""
        assert "datapackage.json" in shell.refused("out", "--dir", f"{tmp_path}/{name}")

    def test_what_the_builder_refuses(self, package: Path, builder: Builder, shell: Shell) -> None:
        """A damaged package, a full disk: as it says it."""
        for error in (
            ValueError("the package is damaged"),
            OSError("No space left"),
        ):
            builder.error = error
            assert shell.refused("out", "--dir", package) == str(error)

    def test_a_second_folder(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """It says that a package is named by an option."""
        with pytest.raises(SystemExit, match="2"):
            cli.main(["site", "out", str(package)])
        line = f"gsomia-data site takes the folder as --dir: gsomia-data site out --dir {package}\n"
        assert capsys.readouterr() == ("", line)


def test_a_missing_library(package: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says what to install."""
    monkeypatch.delitem(sys.modules, "gsomia_data.reading.site.rendering", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    said = shell.refused("out", "--dir", package)
    assert said == "site needs the library jinja2: pip install 'gsomia-data[site]'"
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("builder")
def test_progress_on_a_terminal_alone(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that is taken away again."""
    monkeypatch.setattr(console, "_SOON", 0)
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert cli.main(["site", "out", "--dir", str(package)]) == 0
    assert terminal.getvalue() == "".join(f"\r\x1b[K{step} ..." for step in PAGES) + "\r\x1b[K"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped(package: Path, number: signal.Signals) -> None:
    """One line, exit status 2, the earlier site as it was and nothing beside it."""
    place = atomic.prepare("out", is_folder=True, force=False)
    atomic.write_folder(place, PAGES.items(), "tests", force=False)
    before = {path: path.stat().st_ino for path in Path().rglob("*")}
    code = """
import os, signal, sys, time, types
from gsomia_data import cli
from gsomia_data._floor import atomic
signal.signal(signal.SIGINT, signal.default_int_handler)
def build(files, target, **options):
    place = atomic.prepare(target, is_folder=True, force=True)
    atomic.write_folder(place, slow(), "tests", force=True)
def slow():
    yield "a/index.html", b"new"
    os.kill(os.getpid(), int(sys.argv[1]))
    time.sleep(5)
    yield "b/index.html", b"new"
module = types.ModuleType("gsomia_data.reading.site")
module.build = build
sys.modules[module.__name__] = module
sys.exit(cli.main(sys.argv[2:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(int(number)), "site", "out", "--force", "--dir", package],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "gsomia-data: stopped\n")
    assert {path: path.stat().st_ino for path in Path().rglob("*")} == before
