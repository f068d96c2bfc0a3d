"""An export is all or nothing: whatever happens, the target is whole, or what it was before."""

import errno
import multiprocessing
import os
import pty
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

import gsomia_data
from exports import endless, one_table
from gsomia_data import cli
from gsomia_data.reading import export as exporting
from gsomia_data.reading.export import FormatName, aside
from test_export import READERS, as_in

NAMES = tuple(exporting.FORMATS)
KINDS: tuple[FormatName, ...] = ("sqlite", "jsonl")
"""One that makes a file, one that makes a folder; both without a further library."""
COMMAND = [sys.executable, "-m", "gsomia_data", "export"]
RUNS = 20


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[gsomia_data.Dataset, ...]:
    """An old and a new package that differ in one table."""
    folder = tmp_path_factory.mktemp("packages")
    texts = ["old", "new " * 5_000]
    return tuple(gsomia_data.open(one_table(folder / text[:3], [text])) for text in texts)


@pytest.fixture
def _small(packages: tuple[gsomia_data.Dataset, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """One table alone, to be quick."""
    monkeypatch.setattr("gsomia_data._files.root", lambda: packages[0].root)


@pytest.fixture(params=["renameat2", "without"])
def _system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system with and without the call that exchanges two folders."""
    if request.param == "without":
        monkeypatch.setattr(aside, "_LINUX", False)


def whole(target: Path, format_: FormatName, *packages: gsomia_data.Dataset) -> int:
    """Which of the packages ``target`` is an export of."""
    read = READERS[format_](target, "polls")
    exports = [as_in(format_, "polls", package.root) for package in packages]
    assert read in exports
    return exports.index(read)


def state(path: Path) -> tuple[int, int] | None:
    """What changes when ``path`` is replaced."""
    try:
        return path.stat().st_ino, path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        command, capture_output=True, text=True, check=False, **options
    )


def one_line(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """Exit status 2 and one line on stderr that says why."""
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"gsomia-data[^\n]*: [^\n]+\n", done.stderr)
    assert all(part in done.stderr for part in parts), done.stderr


class Shell:
    """The command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run `export`."""
        self._capsys.readouterr()
        status = cli.main(["export", *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return subprocess.CompletedProcess([], status, out, err)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    """A shell; the handling of signals is as before afterwards."""
    before = signal.getsignal(signal.SIGTERM)
    yield Shell(capsys)
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("format_", NAMES)
def test_it_says_what_was_written(tmp_path: Path, format_: FormatName, shell: Shell) -> None:
    """The path, tables and rows; files can be read by all whom the umask lets."""
    target = tmp_path / "out"
    done = shell(format_, target)
    tables = gsomia_data.tables()
    told = f"{target}: {len(tables)} tables, {tables['rows'].sum():,} rows\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, told, "")
    umask = os.umask(0)
    os.umask(umask)
    for path in [target, *(target.iterdir() if target.is_dir() else [])]:
        assert path.stat().st_mode & 0o777 == (0o777 if path.is_dir() else 0o666) & ~umask


@pytest.mark.usefixtures("_system", "_small")
class TestTarget:
    """What may be replaced, and what not."""

    @pytest.mark.parametrize("format_", NAMES)
    def test_what_exists_is_refused_without_force(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        format_: FormatName,
        shell: Shell,
    ) -> None:
        """With the way out; with it, replaced; again and again."""
        target = tmp_path / "out"
        assert shell(format_, target).returncode == 0
        before = state(target)
        one_line(shell(format_, target), str(target), "exists", "--force")
        assert state(target) == before
        for _ in range(2):
            assert shell(format_, target, "--force").returncode == 0
            assert state(target) != before
        whole(target, format_, packages[0])
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize("format_", KINDS)
    def test_another_copy_is_replaced_whole(
        self, tmp_path: Path, packages: tuple[gsomia_data.Dataset, ...], format_: FormatName
    ) -> None:
        """Nothing of the old one stays."""
        for at, package in enumerate(packages):
            package.export(format_, tmp_path / "out", force=True)
            assert whole(tmp_path / "out", format_, *packages) == at

    @pytest.mark.parametrize(
        "strange", ["notes.txt", "mine.jsonl", "link", "folder", "polls.parquet"]
    )
    def test_a_folder_with_anything_else_is_never_replaced(
        self, tmp_path: Path, strange: str, shell: Shell
    ) -> None:
        """Also with force: it may be somebody's work."""
        target = tmp_path / "out"
        gsomia_data.export("jsonl", target)
        if strange == "link":
            (target / "polls.jsonl").rename(tmp_path / "polls.jsonl")
            (target / "polls.jsonl").symlink_to(tmp_path / "polls.jsonl")
        elif strange == "folder":
            (target / "polls.jsonl").unlink()
            (target / "polls.jsonl").mkdir()
        else:
            (target / strange).write_text("mine")
        before = sorted(target.iterdir())
        one_line(shell("jsonl", target, "--force"), "not of this export", "name another target")
        assert sorted(target.iterdir()) == before

    def test_an_empty_folder_is_replaced_with_force(self, tmp_path: Path, shell: Shell) -> None:
        """Nothing is lost."""
        (tmp_path / "out").mkdir()
        one_line(shell("jsonl", tmp_path / "out"), "exists")
        assert shell("jsonl", tmp_path / "out", "--force").returncode == 0

    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_what_is_refused_with_force_too(
        self, tmp_path: Path, force: list[str], shell: Shell
    ) -> None:
        """Links, the other kind, missing folders, no name: each in one line, nothing touched."""
        file, folder, link = tmp_path / "file", tmp_path / "folder", tmp_path / "link"
        file.write_text("mine")
        folder.mkdir()
        link.symlink_to(file)
        (tmp_path / "dangling").symlink_to("nowhere")
        os.mkfifo(tmp_path / "pipe")
        before = sorted(tmp_path.rglob("*"))
        one_line(shell("sqlite", link, *force), "is a link")
        one_line(shell("sqlite", tmp_path / "dangling", *force), "is a link")
        one_line(shell("sqlite", folder, *force), "is no file")
        one_line(shell("sqlite", tmp_path / "pipe", *force), "is no file")
        one_line(shell("sqlite", os.devnull, *force), "is no file")
        one_line(shell("jsonl", file, *force), "is no folder")
        for target in (f"{tmp_path}/new/", f"{file}/.", f"{folder}/"):
            one_line(shell("sqlite", target, *force), f"{target} names a folder")
        one_line(shell("sqlite", tmp_path / "none" / "x", *force), "no folder", "make it first")
        one_line(shell("sqlite", file / "x", *force), "no folder")
        for target in (".", "..", "/", f"{tmp_path}/.."):
            one_line(shell("jsonl", target, *force), "name a new file or folder")
        assert sorted(tmp_path.rglob("*")) == before
        assert file.read_text() == "mine"

    @pytest.mark.parametrize("place", ["datapackage.json", "dataset", "dataset/x", "schemas/x"])
    def test_the_package_itself_is_no_target(
        self, tmp_path: Path, packages: tuple[gsomia_data.Dataset, ...], place: str
    ) -> None:
        """Neither over it nor into it."""
        root = shutil.copytree(packages[0].root, tmp_path / "package")
        before = {path: path.is_file() and path.read_bytes() for path in root.rglob("*")}
        for format_ in KINDS:
            with pytest.raises(FileExistsError):
                gsomia_data.open(root).export(format_, root / place, force=True)
        assert {path: path.is_file() and path.read_bytes() for path in root.rglob("*")} == before

    @pytest.mark.parametrize("format_", KINDS)
    @pytest.mark.parametrize("what", ["file", "folder", "full folder"])
    def test_what_appears_meanwhile_is_not_replaced(
        self, tmp_path: Path, format_: FormatName, what: str
    ) -> None:
        """Without force not even if it was not there at the start."""
        target = tmp_path / "out"

        def appear(step: str) -> None:
            if step.startswith("writing") and not target.exists():
                if what == "file":
                    target.write_text("mine")
                else:
                    target.mkdir()
                if what == "full folder":
                    (target / "mine").write_text("mine")

        with pytest.raises(FileExistsError, match=r"(exists|is no file|is no fold).* another targ"):
            exporting.export(format_, target, progress=appear)
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
        assert target.is_dir() or target.read_text() == "mine"

    @pytest.mark.parametrize("format_", KINDS)
    def test_what_appears_in_the_last_moment(
        self, tmp_path: Path, format_: FormatName, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The step that moves looks itself."""
        target = tmp_path / "out"
        move = aside._move  # noqa: SLF001

        def late(*given: object) -> None:
            target.mkdir()
            (target / "mine").write_text("mine")
            move(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(aside, "_move", late)
        with pytest.raises(FileExistsError, match="exists; name another target"):
            exporting.export(format_, target)
        assert [path.name for path in tmp_path.rglob("*")] == ["out", "mine"]

    def test_a_file_put_into_the_old_folder_in_the_last_moment_is_kept(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        monkeypatch: pytest.MonkeyPatch,
        shell: Shell,
    ) -> None:
        """It is where the line says, also after the next run; the export itself is done."""
        target = tmp_path / "out"
        gsomia_data.export("jsonl", target)
        move = aside._move  # noqa: SLF001

        def late(*given: object) -> None:
            (target / "mine").write_text("mine")
            move(*given)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(aside, "_move", late)
            done = shell("jsonl", target, "--force")
            assert done.returncode == 0
            assert done.stdout.startswith(f"{target}: 1 tables")
            assert re.fullmatch(
                r"gsomia-data: [^\n]* was put there meanwhile [^\n]*\n", done.stderr
            )
            (kept,) = tmp_path.rglob("mine")
            assert f" is in {kept.parent.parent}\n" in done.stderr
            with pytest.warns(UserWarning, match="is written; what else") as told:
                gsomia_data.export("jsonl", target, force=True)
            assert [one.filename for one in told] == [__file__]
        gsomia_data.export("jsonl", target, force=True)
        assert kept.read_text() == "mine"
        assert len(list(tmp_path.rglob("mine"))) == 2
        whole(target, "jsonl", packages[0])

    @pytest.mark.parametrize("format_", KINDS)
    def test_what_was_private_stays_private(self, tmp_path: Path, format_: FormatName) -> None:
        """The new one has the modes of the old one, the files in a folder too."""
        target = tmp_path / "out"
        gsomia_data.export(format_, target)
        private = {target: 0o700, target / "polls.jsonl": 0o640} if target.is_dir() else {}
        for path, mode in (private or {target: 0o600}).items():
            path.chmod(mode)
        before = state(target)
        gsomia_data.export(format_, target, force=True)
        assert state(target) != before
        for path, mode in (private or {target: 0o600}).items():
            assert path.stat().st_mode & 0o7777 == mode

    @pytest.mark.parametrize("format_", KINDS)
    @pytest.mark.parametrize("letter", ["x", "한"])
    def test_a_long_name(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        format_: FormatName,
        letter: str,
    ) -> None:
        """As long as the disk allows; what a killed run left is found all the same."""
        target = tmp_path / (letter * (255 // len(letter.encode())))
        folder = Path(tempfile.mkdtemp(prefix=aside._prefix(target), suffix=".aside", dir=tmp_path))  # noqa: SLF001
        (folder / "new").write_text("half")
        gsomia_data.export(format_, target)
        gsomia_data.export(format_, target, force=True)
        whole(target, format_, packages[0])
        assert list(tmp_path.iterdir()) == [target]


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    """Processes that have the libraries from their start."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["gsomia_data.reading.export.contents"])
    return context


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("format_", KINDS)
def test_killed_at_random_moments(
    tmp_path: Path,
    packages: tuple[gsomia_data.Dataset, ...],
    server: ForkServerContext,
    format_: FormatName,
    exchange: bool,  # noqa: FBT001
) -> None:
    """The target is the old or the new one, whole; the next run clears up and touches no more."""
    target = tmp_path / "out"
    others = [
        tmp_path / ".out.mine.aside",
        tmp_path / ".outer.abcdefgh.aside",
        tmp_path / "x.aside",
    ]
    for other in others:
        other.mkdir()
        (other / "new").write_text("mine")
    roots = [str(package.root) for package in packages]
    chance = random.Random(f"{format_} {exchange}")  # noqa: S311 - to run again
    left = 0
    packages[0].export(format_, target)
    for _ in range(RUNS):
        process = server.Process(
            target=endless, args=(format_, str(target), roots), kwargs={"exchange": exchange}
        )
        process.start()
        first = state(target)
        while state(target) == first:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.05)
        process.kill()
        process.join()
        left += len(list(tmp_path.glob(".out.????????.aside")))
        if exchange or target.exists():
            whole(target, format_, *packages)
        else:  # between the steps of a system that cannot exchange: the next run gives it back
            with pytest.raises(FileExistsError, match="exists"):
                packages[0].export(format_, target)
            whole(target, format_, *packages)
        packages[0].export(format_, target, force=True)
        assert whole(target, format_, *packages) == 0
        assert sorted(tmp_path.iterdir()) == sorted([target, *others])
    assert left, "none was at work when it was killed"
    assert all((other / "new").read_text() == "mine" for other in others)


def test_killed_between_the_steps(
    tmp_path: Path, packages: tuple[gsomia_data.Dataset, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two folders cannot be exchanged, the old one is given back by the next run."""
    target = tmp_path / "out"
    packages[0].export("jsonl", target)
    left = tmp_path / ".out.abcdefgh.aside"
    shutil.copytree(target, left / "new")
    target.rename(left / "old")
    with pytest.raises(FileExistsError, match="exists"):
        packages[1].export("jsonl", target)
    assert whole(target, "jsonl", *packages) == 0
    monkeypatch.setattr(aside, "_LINUX", False)
    packages[1].export("jsonl", target, force=True)
    assert whole(target, "jsonl", *packages) == 1
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("whose", ["mine", "another's"])
@pytest.mark.parametrize("what", ["export", "strange", "link in it", "link", "pipe", "file"])
def test_only_an_export_of_mine_is_given_back(
    tmp_path: Path,
    packages: tuple[gsomia_data.Dataset, ...],
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    whose: str,
) -> None:
    """In a shared folder another may have put what looks like it."""
    target, left = tmp_path / "out", tmp_path / ".out.abcdefgh.aside"
    left.mkdir()
    if what == "link":
        (left / "old").symlink_to(tmp_path)
    elif what == "pipe":
        os.mkfifo(left / "old")
    elif what == "file":
        (left / "old").write_text("old")
    else:
        packages[1].export("jsonl", left / "old")
        if what == "strange":
            (left / "old" / "notes.txt").write_text("mine")
        if what == "link in it":
            (left / "old" / "dates.jsonl").symlink_to("/etc/passwd")
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + (whose != "mine"))
    if whose == "mine" and what in ("export", "file"):
        with pytest.raises(FileExistsError, match="exists" if what == "export" else "is no folder"):
            packages[0].export("jsonl", target)
        assert not os.path.lexists(left / "old")
        return
    packages[0].export("jsonl", target)
    assert whole(target, "jsonl", *packages) == 0
    assert whose == "mine" or os.path.lexists(left / "old")


@pytest.mark.parametrize("format_", KINDS)
@pytest.mark.parametrize("exchange", [True, False])
def test_each_step_may_fail(
    tmp_path: Path,
    packages: tuple[gsomia_data.Dataset, ...],
    monkeypatch: pytest.MonkeyPatch,
    format_: FormatName,
    exchange: bool,  # noqa: FBT001
) -> None:
    """A full disk at the n-th call, for every n; with and without the exchange of folders."""
    old, new = packages
    target = tmp_path / "out"
    calls = fail_at = 0

    def failing(function: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == fail_at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return function(*given, **named)

        return call

    monkeypatch.setattr(aside, "_LINUX", exchange)
    monkeypatch.setattr(aside, "_renameat2", failing(aside._renameat2))  # noqa: SLF001
    for home, names in ((os, ["fsync"]), (Path, ["rename", "replace", "mkdir"])):
        for name in names:
            monkeypatch.setattr(home, name, failing(getattr(home, name)))
    monkeypatch.setattr(tempfile, "mkdtemp", failing(tempfile.mkdtemp))
    monkeypatch.setattr(aside, "_write", failing(aside._write))  # noqa: SLF001
    step = 0
    while step <= calls:  # the last round has no step that fails
        fail_at, step = 0, step + 1
        old.export(format_, target, force=True)
        calls, fail_at = 0, step
        error = ""
        try:
            new.export(format_, target, force=True)
        except OSError as raised:
            error = str(raised)
        assert error in ("", f"[Errno 28] No space left on device: {str(target)!r}")
        assert bool(error) == (calls >= step)
        assert whole(target, format_, old, new) in ((0, 1) if error else (1,))
        assert list(tmp_path.iterdir()) == [target]
    assert step > 5


def test_a_full_disk(tmp_path: Path) -> None:
    """One line, and the old one stays; here the system ends the file."""
    target = tmp_path / "x.sqlite"
    target.write_bytes(b"old")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    one_line(run("sqlite", target, "--force", preexec_fn=small), f"{target}: File too large")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.sqlite", b"old")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("format_", KINDS)
def test_stopped(tmp_path: Path, number: signal.Signals, format_: FormatName) -> None:
    """One line, exit status 2, nothing left aside; at each step."""
    code = """
import os, signal, sys, time
from gsomia_data import cli
from gsomia_data.reading.export import aside
def stop(*_):
    os.kill(os.getpid(), int(sys.argv[1]))
    time.sleep(5)
setattr(aside, sys.argv[2], stop)
sys.exit(cli.main(["export", *sys.argv[3:]]))
"""

    def stopped(step: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-c",
            code,
            str(int(number)),
            step,
            format_,
            str(tmp_path / step),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(2) as pool:
        for done in pool.map(stopped, ("_write", "_move")):
            one_line(done, "gsomia-data: stopped")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", KINDS)
def test_two_at_once(
    tmp_path: Path,
    packages: tuple[gsomia_data.Dataset, ...],
    server: ForkServerContext,
    format_: FormatName,
) -> None:
    """A reader sees one of the two, never a mixture; neither clears what the other is building."""
    target = tmp_path / "out"
    packages[0].export(format_, target)
    roots = [str(package.root) for package in packages]
    processes = [
        server.Process(
            target=endless, args=(format_, str(target), order), kwargs={"exchange": True}
        )
        for order in (roots, roots[::-1])
    ]
    for process in processes:
        process.start()
    seen = set[int]()
    end = time.monotonic() + 2
    while time.monotonic() < end or len(seen) < 2:
        try:
            seen.add(whole(target, format_, *packages))
        except FileNotFoundError:  # the folder that was opened is removed by now
            assert format_ == "jsonl"
    assert all(process.is_alive() for process in processes)
    for process in processes:
        process.kill()
        process.join()
    packages[0].export(format_, target, force=True)
    assert list(tmp_path.iterdir()) == [target]


def test_one_of_two_wins(tmp_path: Path) -> None:
    """Without force the second says that the target exists."""
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: run("jsonl", tmp_path / "out"), range(2)))
    won, lost = sorted(done, key=lambda one: one.returncode)
    assert won.returncode == 0
    one_line(lost, "exists")
    assert len(list(tmp_path.iterdir())) == 1


def test_what_another_run_builds_is_not_cleared(
    tmp_path: Path, packages: tuple[gsomia_data.Dataset, ...]
) -> None:
    """It holds a lock as long as it lives."""

    def meanwhile(step: str) -> None:
        if step == "writing polls.jsonl":
            packages[1].export("jsonl", tmp_path / "out")

    with pytest.raises(FileExistsError, match="exists"):
        exporting.export("jsonl", tmp_path / "out", root=packages[0].root, progress=meanwhile)
    assert whole(tmp_path / "out", "jsonl", *packages) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_locks_nothing_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network disks have none; the export works all the same."""
    left = tmp_path / ".out.abcdefgh.aside"
    left.mkdir()

    def none(_: Path) -> int:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(aside, "_lock", none)
    gsomia_data.export("jsonl", tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == [left.name, "out"]


def test_a_folder_that_may_not_be_written(tmp_path: Path, shell: Shell) -> None:
    """One line with the reason; root may write nearly everywhere."""
    folder = tmp_path if os.geteuid() else Path("/sys")
    tmp_path.chmod(0o555)
    one_line(shell("sqlite", folder / "x"), f"{folder / 'x'}: ")


@pytest.mark.parametrize(("format_", "library"), [("parquet", "pyarrow"), ("excel", "openpyxl")])
def test_a_missing_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, library: str, shell: Shell
) -> None:
    """The line says what to install."""
    monkeypatch.setitem(sys.modules, library, None)
    one_line(
        shell(format_, tmp_path / "x"),
        f"needs the library {library}: pip install 'gsomia-data[export]'",
    )
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_package_in_the_command_line(
    tmp_path: Path,
    packages: tuple[gsomia_data.Dataset, ...],
    monkeypatch: pytest.MonkeyPatch,
    shell: Shell,
) -> None:
    """One line that sends to `check`."""
    root = shutil.copytree(packages[0].root, tmp_path / "package")
    (root / "dataset" / "polls.csv").unlink()
    monkeypatch.setattr("gsomia_data._files.root", lambda: root)
    one_line(shell("jsonl", tmp_path / "x"), "the package is damaged", "run gsomia-data check")


def test_an_unknown_format_in_the_command_line(tmp_path: Path) -> None:
    """One line with the list."""
    one_line(run("csv", tmp_path / "x"), "invalid choice: 'csv'", *NAMES, "--help")


def test_progress_on_a_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell
) -> None:
    """One line that is taken away again, only where the work lasts and a terminal shows it."""
    from gsomia_data.cli import export  # noqa: PLC0415

    monkeypatch.setattr(export, "_SOON", 0)
    assert shell("jsonl", tmp_path / "quiet").stderr == ""
    leader, follower = pty.openpty()
    with os.fdopen(follower, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        assert cli.main(["export", "jsonl", str(tmp_path / "a")]) == 0
        monkeypatch.setattr(export, "_SOON", 60)
        assert cli.main(["export", "jsonl", str(tmp_path / "b")]) == 0
        terminal.flush()
        shown = os.read(leader, 65_536).decode()
    os.close(leader)
    steps = shown.removesuffix("\r\x1b[K").split("\r\x1b[K")[1:]
    assert steps[0] == "reading agreements ..."
    assert steps[-1] == "writing omissions.jsonl ..."
    assert "\n" not in shown
    assert len(steps) == 2 * len(gsomia_data.tables())
