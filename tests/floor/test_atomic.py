"""Writing is all or nothing: whatever happens, what is there is whole, the old or the new."""

import errno
import fcntl
import itertools
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
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data
from gsomia_data import cli
from gsomia_data._floor import atomic
from gsomia_data._floor.nearest import shown
from gsomia_data.reading import export as exporting
from gsomia_data.reading.export import FormatName
from kit import tiny
from kit.examples import examples
from kit.exports import named, one_table
from kit.readers import READERS, as_in
from kit.writers import NEW, OLD, WAYS, die_at, endless, write

NAMES = tuple(exporting.FORMATS)
KINDS: tuple[FormatName, ...] = ("sqlite", "jsonl")
"""One that makes a file, one that makes a folder; both without a further library."""
MARKER = ".gsomia-data-export"
WRITTEN = ("polls", "codebook", "about")
"""The tables in an export of the small package."""


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    """Processes that are quickly there."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["writers"])
    return context


def first(way: str, target: Path) -> None:
    """Put the old texts there."""
    if way == "into":
        target.mkdir(exist_ok=True)
    write(way, target, OLD)


def read(way: str, target: Path) -> list[bytes]:
    """What is there: the texts of the files."""
    names = ("",) if way == "file" else sorted(OLD)
    return [(target / name).read_bytes() for name in names]


def texts(way: str, of: Mapping[str, bytes]) -> list[bytes]:
    """What `read` gives after a whole write."""
    return [of["a.txt"]] if way == "file" else [of[name] for name in sorted(of)]


def names(way: str, target: Path) -> tuple[list[str], list[str]]:
    """What is beside the target, and in it."""
    inside = [] if way == "file" else [str(path.relative_to(target)) for path in target.rglob("*")]
    return [path.name for path in target.parent.iterdir()], sorted(inside)


def alone(way: str) -> tuple[list[str], list[str]]:
    """What `names` gives where nothing is left beside."""
    listed = {"file": [], "into": ["in", *OLD], "folder": [MARKER, "in", *OLD]}
    return ["out"], sorted(listed[way])


@pytest.mark.parametrize("way", WAYS)
class TestKilled:
    """The target is the old or the new, whole; the next writer clears up."""

    def test_at_each_step(self, tmp_path: Path, server: ForkServerContext, way: str) -> None:
        """Before each call to the system, by SIGKILL."""
        target, seen, left = tmp_path / "out", set[bytes](), 0
        for step in itertools.count(1):
            first(way, target)
            process = server.Process(target=die_at, args=(step, way, target))
            process.start()
            process.join()
            left += bool([*tmp_path.glob("**/.gsomia-data.*.aside")])
            if not target.exists():
                assert way == "folder"
                with pytest.raises(FileExistsError, match="exists"):
                    atomic.prepare(target, is_folder=True, force=False)
            found = read(way, target)
            if way == "into":  # each file is whole; all of them is more than a disk can promise
                assert set(found) <= {*OLD.values(), *NEW.values()}
            else:
                assert found in (texts(way, OLD), texts(way, NEW))
            seen |= {*found}
            write(way, target, NEW)
            assert read(way, target) == texts(way, NEW)
            assert names(way, target) == alone(way)
            if process.exitcode == 0:
                break
        assert step > 5
        assert left > 2
        assert seen >= {*texts(way, OLD), *texts(way, NEW)}

    def test_at_random(self, tmp_path: Path, server: ForkServerContext, way: str) -> None:
        """While it writes without end."""
        target, chance, left = tmp_path / "out", random.Random(way), 0  # noqa: S311 - to run again
        for _ in range(10):
            first(way, target)
            process = server.Process(target=endless, args=(way, target))
            process.start()
            while read_or_nothing(way, target) == texts(way, OLD):
                time.sleep(0.001)
            time.sleep(chance.random() * 0.02)
            process.kill()
            process.join()
            left += bool([*tmp_path.glob("**/.gsomia-data.*.aside")])
            if target.exists():
                assert {*read(way, target)} <= {*OLD.values(), *NEW.values()}
            write(way, target, NEW)
            assert read(way, target) == texts(way, NEW)
            assert names(way, target) == alone(way)
        assert left, "none was at work when it was killed"


def read_or_nothing(way: str, target: Path) -> list[bytes]:
    """As `read`; nothing for a folder that another is replacing."""
    try:
        return read(way, target)
    except FileNotFoundError:
        assert way == "folder"
        return []


@pytest.mark.parametrize("way", WAYS)
class TestWriters:
    """What two writers and a reader see of each other; full disks."""

    def test_two_at_once(self, tmp_path: Path, server: ForkServerContext, way: str) -> None:
        """Neither fails the other or clears what it writes; a reader sees whole files."""
        target, seen = tmp_path / "out", list[bytes]()
        first(way, target)
        processes = [server.Process(target=endless, args=(way, target)) for _ in range(2)]
        for process in processes:
            process.start()
        end = time.monotonic() + 1
        while time.monotonic() < end or len(set(seen)) < len({*texts(way, OLD), *texts(way, NEW)}):
            seen += read_or_nothing(way, target)
        assert {*seen} <= {*OLD.values(), *NEW.values()}
        assert all(process.is_alive() for process in processes)
        for process in processes:
            process.kill()
            process.join()
        write(way, target, OLD)
        assert names(way, target) == alone(way)

    def test_a_full_disk_at_each_step(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        """The error names the target; nothing is left beside."""
        target = tmp_path / "out"
        calls = fail_at = 0

        def failing(function: Callable[..., object]) -> Callable[..., object]:
            def call(*given: object, **named: object) -> object:
                nonlocal calls
                calls += 1
                if calls == fail_at:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
                return function(*given, **named)

            return call

        def write_and_fsync(handle: int) -> None:
            os.stat(handle)

        monkeypatch.setattr(os, "fsync", failing(write_and_fsync))
        monkeypatch.setattr(tempfile, "mkdtemp", failing(tempfile.mkdtemp))
        for name in ("rename", "replace", "mkdir"):
            monkeypatch.setattr(Path, name, failing(getattr(Path, name)))
        step, error = 0, "first"
        while error:
            fail_at, step, error = 0, step + 1, ""
            first(way, target)
            calls, fail_at = 0, step
            try:
                write(way, target, NEW)
            except OSError as raised:
                error = str(raised)
                assert error.startswith(f"[Errno 28] No space left on device: '{target}")
            assert bool(error) == (calls >= step), "an error was hidden"
            found, mixed = read(way, target), [NEW["a.txt"], OLD["in/b.txt"]]
            assert found == texts(way, NEW) or (error and found in (texts(way, OLD), mixed))
            assert way == "into" or found != mixed
            assert names(way, target) == alone(way)
        assert step > 4

    def test_a_full_disk_changes_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        """Not even the first of several files, however late the disk is full."""
        target = tmp_path / "out"
        first(way, target)
        done = list[int]()

        def full(handle: int) -> None:
            done.append(handle)
            if way == "file" or len(done) == 2:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match=r"No space left on device: '[^']*/out(/in/b\.txt)?'"):
            write(way, target, NEW)
        assert read(way, target) == texts(way, OLD)
        assert names(way, target) == alone(way)

    def test_without_locks_nothing_is_cleared(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        """Some network disks have none; it is written all the same."""
        target = tmp_path / "out"
        first(way, target)
        left = (target if way == "into" else tmp_path) / ".gsomia-data.abcdefgh.aside"
        left.mkdir()
        monkeypatch.setattr(fcntl, "flock", unsupported)
        write(way, target, NEW)
        assert read(way, target) == texts(way, NEW)
        assert left.is_dir()

    def test_only_leftovers_of_this_user_are_cleared(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        """In a shared folder another may have put what looks like one: a folder, a link, a pipe."""
        target = tmp_path / "out"
        first(way, target)
        folder = target if way == "into" else tmp_path
        others = [
            folder / f".gsomia-data.{name}.aside" for name in ("folderxx", "linkxxxx", "mine")
        ]
        (others[0] / "old").mkdir(parents=True)
        (others[0] / "old" / "given").write_text("theirs")
        others[1].symlink_to("/etc")
        others[2].write_text("mine")
        me = os.geteuid()
        with monkeypatch.context() as patch:
            patch.setattr(os, "geteuid", lambda: me + 1)
            write(way, target, NEW)
            assert all(map(os.path.lexists, others))
        write(way, target, OLD)
        assert [os.path.lexists(path) for path in others] == [False, True, True]
        assert (folder / "given").read_text() == "theirs"


def unsupported(*_: object) -> None:
    """A disk without such calls."""
    raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick has none: a new file is written, an old one refused."""
    monkeypatch.setattr(os, "link", unsupported)
    atomic.write_file(tmp_path / "out", b"new", force=False)
    with pytest.raises(FileExistsError, match="exists; name another target"):
        atomic.write_file(tmp_path / "out", b"newer", force=False)
    assert (tmp_path / "out").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("way", WAYS)
def test_stopped_by_hand_between_the_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, number: signal.Signals
) -> None:
    """What was moved away is back at once."""
    target = tmp_path / "out"
    first(way, target)

    rename = Path.rename

    def interrupted(old: Path, new: Path) -> None:
        if new in (target, target / "a.txt") and old.parent.name != "old":
            raise KeyboardInterrupt(number)
        rename(old, new)

    monkeypatch.setattr(Path, "rename", interrupted)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(way, target, NEW)
    assert read(way, target) == texts(way, OLD)
    assert names(way, target) == alone(way)


SITE = {"index.html": b"all", "a/x.html": b"x", "a/y.html": b"y", "a/b/z.html": b"z"}
"""A tree; the folder `a/b` is below one that has files of its own."""


def put(target: Path, files: Mapping[str, bytes], *, force: bool = True) -> None:
    """Write a tree as a command does."""
    place = atomic.prepare(target, is_folder=True, force=force)
    atomic.write_folder(place, files.items(), "tests", force=force)


def put_names(folder: Path, names: list[str]) -> None:
    """Write a tree of these files; if it is refused, nothing is there or beside."""
    try:
        place = atomic.prepare(folder / "out", is_folder=True, force=False)
        atomic.write_folder(place, [(name, b"x") for name in names], "tests", force=False)
    finally:
        for path in folder.iterdir():
            assert path.name == "out"
            assert {str(one.relative_to(path)) for one in path.rglob("*") if one.is_file()} == {
                MARKER,
                *names,
            }
            shutil.rmtree(path)


GOOD_PART = st.from_regex(r"[a-z0-9가-힣é-]{1,8}(\.html)?", fullmatch=True).filter(
    lambda part: not re.match(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", part)
)
GOOD = st.lists(GOOD_PART, min_size=1, max_size=4).map("/".join)
DEVICES = ("con", "prn", "aux", "nul", "com1", "com9", "com²", "lpt1", "LPT³", "conin$", "NUL")
BAD_PART = st.one_of(
    st.sampled_from(["", ".", "..", "...", "x.", "x ", " ", "c:", "c:x", "x:y", "\\", "..\\x"]),
    st.builds(
        "{}{}".format, st.sampled_from(DEVICES), st.sampled_from(["", ".html", " .x", ".a.b"])
    ),
    st.builds("x{}y".format, st.sampled_from('<>:"|?*\\\n\r\0\x1f\x7f\udc80')),
    st.sampled_from(["x" * 256, "한" * 86]),
)


class TestTree:
    """A folder that holds folders, as the pages of a site do."""

    def test_what_is_written_is_what_was_given(self, tmp_path: Path) -> None:
        """The marker lists the files by their paths in the order given, and no folder."""
        put(tmp_path / "out", SITE, force=False)
        marker = "\n".join(["tests", *SITE, ""]).encode()
        found = {
            str(path.relative_to(tmp_path / "out")): path.read_bytes()
            for path in (tmp_path / "out").rglob("*")
            if path.is_file()
        }
        assert found == SITE | {MARKER: marker}
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    def test_each_file_and_each_folder_is_on_the_disk_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Before it is moved into place; afterwards the folder that it was moved to."""
        flushed, moved = list[int](), list[int]()
        rename = Path.rename

        def flush(handle: int) -> None:
            flushed.append(os.fstat(handle).st_ino)

        def move(old: Path, new: Path) -> None:
            moved.append(len(flushed))
            rename(old, new)

        monkeypatch.setattr(os, "fsync", flush)
        monkeypatch.setattr(Path, "rename", move)
        put(tmp_path / "out", SITE, force=False)
        inside = [path.stat().st_ino for path in [tmp_path / "out", *tmp_path.glob("out/**/*")]]
        assert len(inside) == 8
        assert {*inside} == {*flushed[: moved[0]]}
        assert flushed[moved[0] :] == [tmp_path.stat().st_ino]

    def test_what_the_new_one_lacks_disappears(self, tmp_path: Path) -> None:
        """Files and folders of an earlier, larger one, and of one in which a file was a folder."""
        put(tmp_path / "out", SITE | {"old/x.html": b"", "a/c": b""})
        put(tmp_path / "out", SITE | {"old": b"", "a/c/d": b""})
        put(tmp_path / "out", {"a/x.html": b"newer"})
        out = str(tmp_path / "out")
        marker = {f"{out}/{MARKER}": b"tests\na/x.html\n"}
        expected = {out: None, f"{out}/a": None, f"{out}/a/x.html": b"newer"}
        assert contents(tmp_path) == expected | marker

    @pytest.mark.parametrize(
        ("place", "what"),
        [
            ("mine", "file"),
            ("a/mine", "file"),
            ("a/b/mine", "file"),
            ("a/b/mine", "folder"),
            ("mine", "full folder"),
            ("a/b/mine", "full folder"),
            ("a/b/mine", "link"),
            ("a/b/mine", "pipe"),
            ("a/x.html", "link"),
            ("a/x.html", "folder"),
            ("a/x.html", "pipe"),
            ("a/b", "link"),
            ("a/b", "file"),
            (f"a/{MARKER}", "file"),
        ],
    )
    def test_what_is_not_of_the_export_is_not_replaced(
        self, tmp_path: Path, place: str, what: str
    ) -> None:
        """However deep it is; it is named by its path, and nothing is touched."""
        put(tmp_path / "out", SITE)
        (tmp_path / "outside").mkdir()
        path = tmp_path / "out" / place
        if path.is_dir():
            path.rename(tmp_path / "outside" / "z")
        path.unlink(missing_ok=True)
        if what == "file":
            path.write_text("mine")
        elif what == "link":
            path.symlink_to(tmp_path / "outside")
        elif what == "pipe":
            os.mkfifo(path)
        else:
            path.mkdir()
        if what == "full folder":
            (path / "index.html").write_text("mine")
        before = contents(tmp_path)
        with pytest.raises(FileExistsError, match=f"out holds {re.escape(repr(place))}, which is"):
            put(tmp_path / "out", {"index.html": b"new"})
        assert contents(tmp_path) == before

    def test_what_appears_deep_inside_in_the_last_moment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The tree is back where it was."""
        put(tmp_path / "out", SITE)
        rename, came = Path.rename, list[Path]()

        def late(old: Path, new: Path) -> None:
            if not came:
                came.append(old / "a/b/mine")
                came[0].write_text("mine")
            rename(old, new)

        monkeypatch.setattr(Path, "rename", late)
        with pytest.raises(FileExistsError, match="holds 'a/b/mine'"):
            put(tmp_path / "out", {"index.html": b"new"})
        assert (tmp_path / "out/a/b/mine").read_text() == "mine"
        assert (tmp_path / "out/index.html").read_bytes() == b"all"
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    def test_a_folder_that_was_private_stays_private(self, tmp_path: Path) -> None:
        """Whatever is inside; a folder that could not be removed again is not made."""
        put(tmp_path / "out", SITE)
        modes = {"a": 0o750, "a/b": 0o500, "a/x.html": 0o640}
        for name, mode in modes.items():
            (tmp_path / "out" / name).chmod(mode)
        put(tmp_path / "out", SITE)
        found = {name: (tmp_path / "out" / name).stat().st_mode & 0o7777 for name in modes}
        assert found == modes | {"a/b": 0o700}

    @examples(100)
    @given(names=st.lists(GOOD, min_size=1, max_size=4))
    def test_names_that_each_system_has(
        self, tmp_path_factory: pytest.TempPathFactory, names: list[str]
    ) -> None:
        """Are written, unless two are the same, or one is a folder of another."""
        pairs = itertools.permutations(names, 2)
        if any(f"{one}/".startswith(f"{two}/") for one, two in pairs):
            with pytest.raises(ValueError, match="cannot both be written on every system"):
                put_names(tmp_path_factory.mktemp("names"), names)
        else:
            put_names(tmp_path_factory.mktemp("names"), names)

    @examples(200)
    @given(
        before=st.lists(GOOD_PART, max_size=2), bad=BAD_PART, after=st.lists(GOOD_PART, max_size=2)
    )
    def test_names_that_some_system_lacks(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        before: list[str],
        bad: str,
        after: list[str],
    ) -> None:
        """Are refused by name, wherever the part is; nothing is written."""
        name = "/".join([*before, bad, *after])
        folder = tmp_path_factory.mktemp("names")
        with pytest.raises(ValueError, match="cannot be the path of a file: ") as error:
            put_names(folder, ["index.html", name])
        assert str(error.value).startswith(shown(name))
        assert list(folder.iterdir()) == []

    @pytest.mark.parametrize(
        "name",
        ["/etc/x", "//x", "../x", "a/../../x", "C:/x", "C:\\x", "\\\\host\\x", "a//b", "a/", ""],
    )
    def test_names_that_lead_elsewhere(self, tmp_path: Path, name: str) -> None:
        """Are refused by name."""
        with pytest.raises(ValueError, match=re.escape(f"{name!r} cannot be the path of a file")):
            put_names(tmp_path, ["index.html", name])

    @pytest.mark.parametrize("name", [MARKER, MARKER.upper(), f"{MARKER}/x"])
    def test_the_marker_is_no_file_of_an_export(self, tmp_path: Path, name: str) -> None:
        """Neither is a folder of its name."""
        with pytest.raises(ValueError, match="cannot both be written on every system"):
            put_names(tmp_path, [name])

    @examples(100)
    @given(
        name=GOOD.filter(lambda name: any(sign.isalpha() for sign in name)),
        change=st.sampled_from(
            [
                lambda name: name,
                str.upper,
                str.title,
                lambda name: unicodedata.normalize("NFD", name),
                lambda name: unicodedata.normalize("NFD", name.upper()),
            ]
        ),
        deeper=st.sampled_from(["", "/x"]),
    )
    def test_two_names_that_are_one_on_some_system(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        name: str,
        change: Callable[[str], str],
        deeper: str,
    ) -> None:
        """A Mac and Windows ignore case, a Mac the normal form: of files and of folders."""
        names = [f"{name}{deeper}", f"{change(name)}{deeper}"]
        for order in (names, names[::-1]):
            with pytest.raises(ValueError, match="cannot both be written on every system"):
                put_names(tmp_path_factory.mktemp("names"), order)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("a/x", "A/y"), ("a/b/x", "a/B/y"), ("a", "a/b"), ("a/b", "A"), ("k", "K")],
    )
    def test_folders_that_are_one_on_some_system(
        self, tmp_path: Path, one: str, other: str
    ) -> None:
        """The files in them are not the same, but links to them would lead nowhere elsewhere."""
        for names in ([one, other], [other, one]):
            with pytest.raises(ValueError, match="cannot both be written") as error:
                put_names(tmp_path, names)
            assert repr(names[1]) in str(error.value)


def contents(root: Path) -> dict[str, bytes | None]:
    """Everything under ``root``, the folders too."""
    return {str(one): one.read_bytes() if one.is_file() else None for one in root.rglob("*")}


def default_signals() -> None:
    """For a child: a shell lets what it starts in the background ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, whose coverage is not measured.

    Coverage writes a file at the end, which fails where the test lets no file grow.
    """
    command = [sys.executable, "-m", "gsomia_data", *map(str, arguments)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        command, capture_output=True, encoding="utf-8", check=False, env=env, **options
    )


def one_line(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """Exit status 2 and one line on stderr that says why."""
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"gsomia-data[^\n]*: [^\n]+\n", done.stderr), done.stderr
    assert all(part in done.stderr for part in parts), done.stderr


class Shell:
    """The command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command."""
        self._capsys.readouterr()
        status = cli.main([*map(str, arguments)])
        out, err = self._capsys.readouterr()
        return subprocess.CompletedProcess([], status, out, err)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    """A shell; the handling of signals is as before afterwards."""
    before = signal.getsignal(signal.SIGTERM)
    yield Shell(capsys)
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package, with the files of a checkout that `build` writes too."""
    root = tiny.write(tmp_path_factory.mktemp("good") / "package")
    (root / "src/gsomia_data/reading").mkdir(parents=True)
    (root / "src/gsomia_data/reading/tables.py").write_text("old")
    (root / "docs/metadata").mkdir(parents=True, exist_ok=True)
    assert cli.main(["build", "--dir", str(root)]) == 0
    return root


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    """A copy of it to damage."""
    return Path(shutil.copytree(good, tmp_path / "package"))


class TestPackage:
    """`fmt` and `build` write several files of one package."""

    def test_leftovers_are_cleared(self, copy: Path, shell: Shell) -> None:
        """Of whatever version, and whether or not the file changes; nobody else's files."""
        left = copy / "dataset/.polls.csv.abcd1234.aside"
        left.write_text("half")
        (copy / ".gsomia-data.abcd1234.aside").mkdir()
        (copy / ".gsomia-data.abcd1234.aside/0").write_text("half")
        mine = [copy / ".notes.abcd1234.aside", copy / ".gsomia-data.mine.aside"]
        for path in mine:
            path.write_text("mine")
        assert shell("check", "--dir", copy).returncode == 1
        assert shell("fmt", "--dir", copy).stdout == "fmt: nothing to change\n"
        assert shell("check", "--dir", copy).returncode == 0
        assert {path.name for path in copy.glob(".*")} == {path.name for path in mine}

    @pytest.mark.parametrize(
        "inside", ["src", "src/gsomia_data", "src/gsomia_data/reading", "docs/metadata", "empty"]
    )
    def test_nothing_is_written_through_a_link(
        self, copy: Path, tmp_path: Path, shell: Shell, inside: str
    ) -> None:
        """Not even what has its place inside, nor into an empty folder; `--check` says the same."""
        outside, place = tmp_path / "outside", copy / inside.replace("empty", "docs/metadata")
        place.rename(outside)
        for path in [path for path in outside.rglob("*") if path.is_file()]:
            path.unlink() if inside == "empty" else path.write_text("mine")
        place.symlink_to(outside)
        (copy / "schemas/polls.schema.json").write_text("stale")
        before = contents(tmp_path)
        for option in ([], ["--check"]):
            done = shell("build", "--dir", copy, *option)
            one_line(done, f"{place}", f"leads out of {copy} through a link")
        assert contents(tmp_path) == before

    def test_a_package_behind_a_link_is_written(self, copy: Path, shell: Shell) -> None:
        """And a link in it that stays inside does no harm."""
        (copy.parent / "link").symlink_to(copy)
        (copy / "schemas/polls.schema.json").unlink()
        assert "polls" in shell("build", "--dir", copy.parent / "link").stdout
        (copy / "docs/metadata").rename(copy / "meta")
        (copy / "docs/metadata").symlink_to("../meta")
        (copy / "meta/croissant.json").unlink()
        assert "croissant" in shell("build", "--dir", copy).stdout

    def test_a_folder_in_the_place_of_a_file(self, copy: Path, shell: Shell) -> None:
        """One line, and nothing else is written."""
        (copy / "docs/metadata/croissant.json").unlink()
        (copy / "docs/metadata/croissant.json").mkdir()
        (copy / "schemas/polls.schema.json").unlink()
        before = contents(copy)
        one_line(shell("build", "--dir", copy), "croissant.json: Is a directory")
        assert contents(copy) == before

    def test_modes(self, copy: Path, shell: Shell) -> None:
        """What is replaced keeps its mode, what is new has that of the umask."""
        polls, dates = (copy / f"schemas/{name}.schema.json" for name in ("polls", "dates"))
        polls.write_text("stale")
        polls.chmod(0o640)
        dates.unlink()
        umask = os.umask(0o027)
        try:
            assert shell("build", "--dir", copy).returncode == 0
        finally:
            os.umask(umask)
        assert [path.stat().st_mode & 0o7777 for path in (polls, dates)] == [0o640, 0o640]
        assert (copy / "schemas/actors.schema.json").stat().st_mode & 0o777 != 0o640

    @pytest.mark.slow
    def test_several_at_once(self, copy: Path) -> None:
        """None fails another, and the result is what one makes."""
        for name in ("polls", "agreements"):
            path = copy / f"dataset/{name}.csv"
            path.write_text(re.sub(r"(?m)^([^,\n]+),", r'"\1",', path.read_text()))
        for path in (copy / "schemas").iterdir():
            path.write_text("stale")
        with ThreadPoolExecutor(4) as pool:
            done = list(pool.map(lambda name: run(name, "--dir", copy), ["fmt", "build"] * 2))
        assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * 4
        assert run("build", "--dir", copy).returncode == 0
        assert run("check", "--dir", copy).returncode == 0

    @pytest.mark.parametrize(
        ("command", "number"),
        [
            ("fmt", signal.SIGTERM),
            ("build", signal.SIGINT),
            pytest.param("fmt", signal.SIGINT, marks=pytest.mark.slow),
            pytest.param("build", signal.SIGTERM, marks=pytest.mark.slow),
        ],
    )
    def test_stopped(self, copy: Path, command: str, number: signal.Signals) -> None:
        """One line, exit status 2, everything as before."""
        (copy / "dataset/polls.csv").write_bytes(
            (copy / "dataset/polls.csv").read_bytes().replace(b"hana-oppose", b'"hana-oppose"')
        )
        (copy / "schemas/polls.schema.json").write_text("stale")
        before = contents(copy)
        one_line(stopped(number, "os.fsync", command, "--dir", str(copy)), "gsomia-data: stopped")
        assert contents(copy) == before

    def test_a_full_disk(self, copy: Path) -> None:
        """One line, and everything as before; here the system ends the file."""
        for path in (copy / "schemas").iterdir():
            path.write_text("stale")
        before = contents(copy)
        largest = copy / "schemas/reactions.schema.json"
        done = run("build", "--dir", copy, preexec_fn=limit(3_000))
        one_line(done, f"{copy}/", ": File too large")
        assert contents(copy) == before
        assert largest.exists()


def limit(size: int) -> "object":
    """For a child: no file may be longer."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def stopped(number: signal.Signals, at: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line, stopped by a signal when it comes to the function ``at``."""
    code = """
import importlib, os, sys, time
from gsomia_data import cli
def stop(*_):
    os.kill(os.getpid(), int(sys.argv[1]))
    time.sleep(5)
home, _, name = sys.argv[2].rpartition(".")
setattr(importlib.import_module(home), name, stop)
sys.exit(cli.main(sys.argv[3:]))
"""
    command = [sys.executable, "-c", code, str(int(number)), at, *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=default_signals,
    )


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[gsomia_data.Dataset, ...]:
    """An old and a new package that differ in one table."""
    folder = tmp_path_factory.mktemp("packages")
    questions = ["old", "new " * 5_000]
    return tuple(gsomia_data.open(one_table(folder / text[:3], [text])) for text in questions)


def whole(target: Path, format_: FormatName, *packages: gsomia_data.Dataset) -> int:
    """Which of the packages ``target`` is an export of."""
    found = READERS[format_](target, "polls")
    exports = [as_in(format_, "polls", package.root) for package in packages]
    assert found in exports
    return exports.index(found)


class TestExport:
    """What an export may replace, what it says."""

    @pytest.fixture(autouse=True)
    def _small(
        self, packages: tuple[gsomia_data.Dataset, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One table alone, to be quick."""
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: packages[0].root)

    @pytest.mark.parametrize("format_", NAMES)
    def test_what_exists_is_replaced_with_force_alone(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        format_: FormatName,
        shell: Shell,
    ) -> None:
        """The line says what was written; who may read it depends on the umask alone."""
        target = tmp_path / named(format_, "out")
        done = shell("export", format_, target)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"{target}: 1 tables, 1 rows\n"
        umask = os.umask(0)
        os.umask(umask)
        for path in [target, *target.rglob("*")]:
            assert path.stat().st_mode & 0o7777 == (0o777 if path.is_dir() else 0o666) & ~umask
        before = contents(tmp_path)
        one_line(shell("export", format_, target), f"{target} exists", "--force")
        assert contents(tmp_path) == before
        for at, package in enumerate(packages[::-1]):
            package.export(format_, target, force=True)
            assert whole(target, format_, *packages) == 1 - at
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize(
        ("strange", "why"),
        [
            ("notes.txt", "holds 'notes.txt', which is not part of the export"),
            ("folder", "holds 'polls.jsonl', which is not part of the export"),
            ("link", "holds 'polls.jsonl', which is not part of the export"),
            ("unmarked", f"is not an export (it has no file {MARKER})"),
            ("marked by a link", f"is not an export (it has no file {MARKER})"),
        ],
    )
    def test_a_folder_with_anything_else_is_never_replaced(
        self, tmp_path: Path, strange: str, why: str, shell: Shell
    ) -> None:
        """Also with force: it may be somebody's work."""
        target = tmp_path / "out"
        gsomia_data.export("jsonl", target)
        name = MARKER if "marked" in strange else "polls.jsonl"
        if strange == "notes.txt":
            (target / strange).write_text("mine")
        else:
            (target / name).rename(tmp_path / name)
        if strange == "folder":
            (target / name).mkdir()
        elif "link" in strange:
            (target / name).symlink_to(tmp_path / name)
        before = contents(tmp_path)
        one_line(shell("export", "jsonl", target, "--force"), f"{target} {why}; name another")
        assert contents(tmp_path) == before

    def test_an_empty_folder_is_replaced_with_force(self, tmp_path: Path, shell: Shell) -> None:
        """Nothing is lost; and so is what is left of an export."""
        (tmp_path / "out").mkdir()
        one_line(shell("export", "jsonl", tmp_path / "out"), "exists")
        assert shell("export", "jsonl", tmp_path / "out", "--force").returncode == 0
        (tmp_path / "out" / "polls.jsonl").unlink()
        assert shell("export", "parquet", tmp_path / "out", "--force").returncode == 0
        found = {path.name for path in (tmp_path / "out").iterdir()}
        assert found == {MARKER, "polls.parquet", "codebook.parquet", "about.parquet"}

    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_what_is_refused_with_force_too(
        self, tmp_path: Path, force: list[str], shell: Shell
    ) -> None:
        """Links, the other kind, missing folders, no name: each in one line, nothing touched."""
        file, folder, link = (tmp_path / f"{name}.db" for name in ("file", "folder", "link"))
        file.write_text("mine")
        (tmp_path / "mine").write_text("mine")
        folder.mkdir()
        link.symlink_to(file)
        (tmp_path / "dangling.db").symlink_to("nowhere")
        (tmp_path / "into").symlink_to(folder)
        os.mkfifo(tmp_path / "pipe.db")
        before = sorted(tmp_path.rglob("*"))
        for format_, name, why in (
            ("sqlite", link, "is a link"),
            ("sqlite", tmp_path / "dangling.db", "is a link"),
            ("jsonl", tmp_path / "into", "is a link"),
            ("sqlite", folder, "is not a file"),
            ("sqlite", tmp_path / "pipe.db", "is not a file"),
            ("sqlite", os.devnull, "name it null.sqlite"),
            ("jsonl", tmp_path / "mine", "is not a folder"),
            ("sqlite", f"{tmp_path}/new.db/", "names a folder"),
            ("sqlite", f"{file}/.", "names a folder"),
            ("sqlite", tmp_path / "none" / "x.db", "there is no folder"),
            ("sqlite", file / "x.db", "there is no folder"),
            ("jsonl", ".", "name a new file or folder"),
            ("jsonl", "", "the name of the target is empty"),
            ("sqlite", "", "the name of the target is empty"),
            ("jsonl", "/", "name a new file or folder"),
            ("jsonl", f"{tmp_path}/..", "name a new file or folder"),
        ):
            one_line(shell("export", format_, name, *force), why)
        one_line(shell("plot", "timeline", f"{link}.svg/", *force), "names a folder")
        assert sorted(tmp_path.rglob("*")) == before
        assert file.read_text() == "mine"

    @pytest.mark.parametrize("place", ["datapackage.json", "dataset", "dataset/x", "schemas/x"])
    def test_the_package_itself_is_no_target(
        self, tmp_path: Path, packages: tuple[gsomia_data.Dataset, ...], place: str
    ) -> None:
        """Neither over it nor into it."""
        root = shutil.copytree(packages[0].root, tmp_path / "package")
        before = contents(root)
        for format_ in KINDS:
            target = root / place
            if format_ == "sqlite" and target.suffix != ".json":
                target = target / "x.db" if target.is_dir() else target.with_suffix(".db")
            with pytest.raises((FileExistsError, ValueError)):
                gsomia_data.open(root).export(format_, target, force=True)
        assert contents(root) == before

    @pytest.mark.parametrize("format_", KINDS)
    @pytest.mark.parametrize("what", ["file", "folder", "full folder"])
    @pytest.mark.parametrize("force", [True, False])
    def test_what_appears_meanwhile_is_not_replaced(
        self,
        tmp_path: Path,
        format_: FormatName,
        what: str,
        force: bool,  # noqa: FBT001
    ) -> None:
        """Also with force, unless it could have been there at the start."""
        target = tmp_path / named(format_, "out")
        could = (format_, what) in {("sqlite", "file"), ("jsonl", "folder")}

        def appear(step: str) -> None:
            if step.startswith("writing") and not target.exists():
                if what == "file":
                    target.write_text("mine")
                else:
                    target.mkdir()
                if what == "full folder":
                    (target / "mine").write_text("mine")

        if force and could:
            gsomia_data.export(format_, target, force=True, progress=appear)
            return
        with pytest.raises(FileExistsError, match=r"(exists|is not a).*name another target"):
            gsomia_data.export(format_, target, force=force, progress=appear)
        assert list(tmp_path.iterdir()) == [target]
        assert target.is_dir() or target.read_text() == "mine"

    @pytest.mark.parametrize("force", [True, False])
    def test_what_appears_in_the_last_moment(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        force: bool,  # noqa: FBT001
    ) -> None:
        """A file in the folder that is just being moved away: it is back where it was."""
        target = tmp_path / "out"
        if force:
            gsomia_data.export("jsonl", target)
        rename, came = Path.rename, list[Path]()

        def late(old: Path, new: Path) -> None:
            if target in (old, new) and not came:
                came.append(target)
                target.mkdir(exist_ok=True)
                (target / "mine").write_text("mine")
            rename(old, new)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", late)
            with pytest.raises(FileExistsError, match="holds 'mine'" if force else "exists; name"):
                gsomia_data.export("jsonl", target, force=force)
        assert (target / "mine").read_text() == "mine"
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize("format_", KINDS)
    def test_what_was_private_stays_private(self, tmp_path: Path, format_: FormatName) -> None:
        """The new one has the modes of the old one, the files in a folder too."""
        target = tmp_path / named(format_, "out")
        gsomia_data.export(format_, target)
        private = {target: 0o700, target / "polls.jsonl": 0o640} if target.is_dir() else {}
        for path, mode in (private or {target: 0o600}).items():
            path.chmod(mode)
        before = target.stat().st_ino
        gsomia_data.export(format_, target, force=True)
        assert target.stat().st_ino != before
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
        """As long as the disk allows."""
        most = 255 - len(named(format_, ""))
        target = tmp_path / named(format_, letter * (most // len(letter.encode())))
        gsomia_data.export(format_, target)
        gsomia_data.export(format_, target, force=True)
        whole(target, format_, packages[0])
        assert list(tmp_path.iterdir()) == [target]

    def test_readers_do_not_mind_the_marker(self, tmp_path: Path) -> None:
        """A program that reads all files of a folder leaves out what begins with a dot."""
        from pyarrow import dataset  # noqa: PLC0415 - one of these tests alone needs it

        gsomia_data.export("parquet", tmp_path / "out")
        read = {Path(name).stem for name in dataset.dataset(tmp_path / "out").files}
        assert read == {"polls", "codebook", "about"}

    @pytest.mark.slow
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    @pytest.mark.parametrize("format_", KINDS)
    def test_stopped(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        number: signal.Signals,
        format_: FormatName,
    ) -> None:
        """One line, exit status 2, nothing left beside."""
        target = tmp_path / named(format_, "out")
        packages[1].export(format_, target)
        one_line(
            stopped(number, "os.fsync", "export", format_, str(target), "--force"),
            "gsomia-data: stopped",
        )
        assert whole(target, format_, *packages) == 1
        assert list(tmp_path.iterdir()) == [target]

    def test_a_folder_that_may_not_be_written(self, tmp_path: Path, shell: Shell) -> None:
        """One line with the reason; root may write nearly everywhere."""
        folder = tmp_path if os.geteuid() else Path("/sys")
        tmp_path.chmod(0o555)
        one_line(shell("export", "sqlite", folder / "x.db"), f"{folder / 'x.db'}: ")

    @pytest.mark.parametrize(
        ("format_", "library"), [("parquet", "pyarrow"), ("excel", "openpyxl")]
    )
    def test_a_missing_library(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        format_: FormatName,
        library: str,
        shell: Shell,
    ) -> None:
        """The line says what to install."""
        monkeypatch.setitem(sys.modules, library, None)
        one_line(
            shell("export", format_, tmp_path / named(format_, "x")),
            f"needs the library {library}: pip install 'gsomia-data[export]'",
        )
        assert list(tmp_path.iterdir()) == []

    def test_a_damaged_package(
        self,
        tmp_path: Path,
        packages: tuple[gsomia_data.Dataset, ...],
        monkeypatch: pytest.MonkeyPatch,
        shell: Shell,
    ) -> None:
        """One line that sends to `check`."""
        root = shutil.copytree(packages[0].root, tmp_path / "package")
        (root / "dataset" / "polls.csv").unlink()
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
        done = shell("export", "jsonl", tmp_path / "x")
        one_line(done, "the package is damaged", "run gsomia-data check")

    def test_progress_on_a_terminal_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell
    ) -> None:
        """One line that is taken away again, only where the work lasts and a terminal shows it."""
        from gsomia_data.cli import console  # noqa: PLC0415

        monkeypatch.setattr(console, "_SOON", 0)
        assert shell("export", "jsonl", tmp_path / "quiet").stderr == ""
        leader, follower = pty.openpty()
        with os.fdopen(follower, "w", encoding="utf-8") as terminal:
            monkeypatch.setattr(sys, "stderr", terminal)
            assert cli.main(["export", "jsonl", str(tmp_path / "a")]) == 0
            monkeypatch.setattr(console, "_SOON", 60)
            assert cli.main(["export", "jsonl", str(tmp_path / "b")]) == 0
            terminal.flush()
            printed = os.read(leader, 65_536).decode()
        os.close(leader)
        steps = ["reading polls", *(f"writing {name}.jsonl" for name in WRITTEN)]
        assert printed == "".join(f"\r\x1b[K{step} ..." for step in steps) + "\r\x1b[K"


class TestProcesses:
    """The command line in processes of its own."""

    def test_a_full_disk(self, tmp_path: Path) -> None:
        """One line, and the old one stays; here the system ends the file."""
        target = tmp_path / "x.sqlite"
        target.write_bytes(b"old")
        done = run("export", "sqlite", target, "--force", preexec_fn=limit(30_000))
        one_line(done, f"{target}: File too large")
        assert contents(tmp_path) == {str(target): b"old"}

    @pytest.mark.slow
    def test_one_of_two_wins(self, tmp_path: Path) -> None:
        """Without force the second says that the target exists."""
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(lambda _: run("export", "jsonl", tmp_path / "out"), range(2)))
        won, lost = sorted(done, key=lambda one: one.returncode)
        assert won.returncode == 0
        one_line(lost, "exists")
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    def test_an_unknown_format(self, tmp_path: Path) -> None:
        """One line with the list."""
        one_line(run("export", "tsv", tmp_path / "x"), "invalid choice: 'tsv'", *NAMES, "--help")
