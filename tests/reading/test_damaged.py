"""A package that is not what its descriptor says: one line, from whichever function meets it."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import gsomia_data as gd
from gsomia_data import Dataset
from gsomia_data.cli import main
from kit.real import copy_of_the_package

CALLS: dict[str, Callable[[Dataset], object]] = {
    "tables": Dataset.tables,
    "load": lambda data: [data.load(name) for name in gd.tables()["name"]],
    "evidence": lambda data: [data.evidence(), data.evidence("polls")],
    "conflicts": Dataset.conflicts,
    "timeline": Dataset.timeline,
    "dyad_years": lambda data: data.dyad_years(2000, 2016),
    "state_years": lambda data: data.state_years(2000, 2016),
    "codebook": Dataset.codebook,
    "find": lambda data: data.find("Blue House"),
    "cite": lambda data: data.cite(source="dw-2016-11-14"),
}
DAMAGE = [
    ("dataset/actors.csv", "iso3", "iso", "dyad_years", "actors.csv has other columns"),
    ("dataset/evidence.csv", "quote_id", "quote", "evidence", "evidence.csv has other columns"),
    ("dataset/quotes.csv", ",note\n", "\n", "find", "quotes.csv has other columns"),
    ("dataset/sources.csv", "publisher", "press", "cite", "there is no 'publisher'"),
    ("dataset/actors.csv", "\nusa,", "\njpn,", "timeline", "the key 'jpn' is there twice"),
    ("dataset/actors.csv", "\nusa,", "\n,", "timeline", "actors.csv: a row has no key"),
    ("dataset/evidence.csv", "\npolls,", "\nno_table,", "evidence", "there is no 'no_table'"),
    ("dataset/polls.csv", ",59,", ",most,", "load", "percent"),
    ("dataset/dates.csv", ",day,", ",epoch,", "timeline", "precision"),
    (
        "datapackage.json",
        '"title": "GSOMIA',
        '"title": true, "x": "',
        "conflicts",
        "title is not of the type te",
    ),
    ("datapackage.json", '"resources": [', '"resources": true, "x": [', "find", "resources is no"),
    ("datapackage.json", '"resources": [', '"others": [', "tables", "has no 'resources'"),
    ("datapackage.json", '"resources": [', '"others": [', "cite", "has no 'resources'"),
    ("datapackage.json", '"keywords": [', f'"x": {"[" * 10**5}', "codebook", "recursion"),
    ("datapackage.json", "{", "", "load", "Extra data"),
    ("schemas/polls.schema.json", '"fields"', '"columns"', "codebook", "has no 'fields'"),
    ("schemas/polls.schema.json", "gsomia:grounding", "x", "codebook", "no 'gsomia:grounding'"),
]
each_function = pytest.mark.parametrize("name", CALLS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the package, to be damaged."""
    return copy_of_the_package(tmp_path)


@pytest.fixture
def _not_for_ever() -> Iterator[None]:
    def too_long(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def refused(root: Path, name: str, told: str) -> None:
    """The function says in one line what is wrong, and that it is the package."""
    line = r"^the package is damaged \(.*\); run gsomia-data check$"
    with pytest.raises(ValueError, match=line) as caught:
        CALLS[name](gd.open(root))
    assert told in str(caught.value)


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_wrong_is_said(root: Path, damage: tuple[str, str, str, str, str]) -> None:
    """By what reads the damaged file."""
    path, old, new, name, told = damage
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    refused(root, name, told)


def with_line_ends_of_windows(*paths: Path) -> None:
    """As git may make them there."""
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


@each_function
def test_line_ends_of_windows(root: Path, name: str) -> None:
    """In the whole copy; what needs no table, and a citation, is read all the same."""
    with_line_ends_of_windows(
        root / "datapackage.json", *(root / "dataset").iterdir(), *(root / "schemas").iterdir()
    )
    if name in {"cite", "codebook"}:
        assert CALLS[name](gd.open(root)) is not None
    else:
        refused(root, name, ".csv has CRLF line ends, not LF: copy the package byte for byte")


def test_line_ends_of_windows_in_descriptor_and_schemas(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are read as ever, and `check` says of each what is wrong and what to do."""
    paths = [root / "datapackage.json", *(root / "schemas").iterdir()]
    with_line_ends_of_windows(*paths)
    for call in CALLS.values():
        assert call(gd.open(root)) is not None
    assert main(["check", "--dir", str(root)]) == 1
    said = capsys.readouterr().out
    why = "its lines end with CR LF, not with LF alone\n    -> run gsomia-data build\n"
    assert said.count(why) == len(paths)
    assert main(["build", "--dir", str(root)]) == 0
    assert main(["check", "--dir", str(root)]) == 0


@pytest.mark.usefixtures("_not_for_ever")
@pytest.mark.parametrize(
    ("part", "name"),
    [
        *(("datapackage.json", name) for name in CALLS),
        ("dataset/sources.csv", "cite"),
        ("dataset/sources.csv", "evidence"),
        ("dataset/polls.csv", "load"),
        ("schemas/polls.schema.json", "codebook"),
    ],
)
def test_a_pipe_is_not_waited_for(root: Path, name: str, part: str) -> None:
    """Nobody writes into it."""
    (root / part).unlink()
    os.mkfifo(root / part)
    refused(root, name, f"({part} is not a file)")


@each_function
def test_a_descriptor_that_leads_out(root: Path, tmp_path: Path, name: str) -> None:
    """SECURITY.md: by a link, no file of this machine becomes part of a package."""
    (root / "datapackage.json").rename(tmp_path / "another.json")
    (root / "datapackage.json").symlink_to(tmp_path / "another.json")
    refused(root, name, "leads out of the package")


@pytest.mark.parametrize(
    "wrong",
    [
        partial(gd.load, "poll"),
        partial(gd.evidence, "polls", "no such row"),
        partial(gd.evidence, key="of no table"),
        partial(gd.dyad_years, 2016, 1987),
        partial(gd.state_years, 2016, 2016, subject="no such subject"),
        partial(gd.cite, "ieee"),
        partial(gd.cite, source="nobody"),
    ],
)
def test_what_was_asked_wrongly_is_no_damage(wrong: Callable[[], object]) -> None:
    """A reader's slip is told apart from a damaged package."""
    with pytest.raises((KeyError, ValueError)) as caught:
        wrong()
    assert "damaged" not in str(caught.value)


@pytest.mark.parametrize(
    "command", ["evidence polls", "conflicts", "find Seoul", "cite --all", "plot timeline t.svg"]
)
def test_the_commands(
    root: Path,
    tmp_path: Path,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The same line, once, and exit status 2."""
    path = root / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "version": 5}), "utf-8")
    monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
    monkeypatch.chdir(tmp_path)
    assert main(command.split()) == 2
    why = "datapackage.json: version is not of the type text"
    told = f"the package is damaged ({why}); run gsomia-data check"
    assert capsys.readouterr().err == f"gsomia-data: {told}\n"


def test_a_damaged_descriptor_of_ones_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Completion goes on; a name that is not there is an error of names, and only that."""
    (root / "datapackage.json").write_text("{")
    monkeypatch.setattr("gsomia_data._floor.location.root", lambda: root)
    assert {"load", "polls"} <= set(dir(gd))
    assert not hasattr(gd, "poll")
    for call in (gd.polls, gd.tables, gd.cite, gd.conflicts):
        with pytest.raises(
            ValueError, match=r"^the package is damaged \(.*\); run gsomia-data check$"
        ):
            call()
