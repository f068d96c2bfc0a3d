"""The face of the package: what completion, help, type checkers and another copy show of it."""

import ast
import inspect
import json
import pydoc
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest

import gsomia_data as gd
from gsomia_data.cli import main
from gsomia_data.curation.build.tables_module import TAKEN
from kit.real import ROOT, copy_of_the_package

TABLES = [path.name.partition(".")[0] for path in (ROOT / "schemas").iterdir()]
FUNCTIONS = sorted(name for name in dir(gd) if inspect.isroutine(getattr(gd, name)))
POLL = "gallup-korea-2016-11-oppose"
METHODS = [name for name in FUNCTIONS if hasattr(gd.Dataset, name)]
OF_DATES = {name for name in FUNCTIONS if name.startswith("certainly_")} | {"in_words"}


def of(owner: object, name: str) -> Callable[..., Any]:
    """The public function or method of that name."""
    found: Callable[..., Any] = getattr(owner, name)
    return found


def plain(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def python(code: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A fresh interpreter in ``folder``."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


class TestCompletion:
    """PEP 562: `dir` of the module lists what it fetches on demand."""

    def test_dir_lists_every_name(self) -> None:
        """Each table and each function, once, in order, and each is there."""
        listed = dir(gd)
        assert listed == sorted(set(listed))
        assert {*TABLES, *gd.__all__, "open"} == set(listed)
        for name in listed:
            assert getattr(gd, name) is not None

    def test_nothing_is_public_in_reading_alone(self) -> None:
        """Each name that type checkers read is there when run, and the other way round.

        Typing spec, "Library interface": imported names are private, but for `import X as X`, and
        so are names that begin with `_`.
        """
        source = Path(gd.__file__).read_text(encoding="utf-8")
        (block, *_) = [one for one in ast.parse(source).body if isinstance(one, ast.If)]
        imports = [one for one in block.body if isinstance(one, ast.ImportFrom)]
        names = {one.name for each in imports for one in each.names if one.name == one.asname}
        targets = [one.targets[0] for one in block.body if isinstance(one, ast.Assign)]
        names |= {one.id for one in targets if isinstance(one, ast.Name) and one.id[0] != "_"}
        assert names | {"__version__"} == set(dir(gd))

    def test_a_python_prompt_completes(self, tmp_path: Path) -> None:
        """As at the Tab key; only what is completed is fetched."""
        done = python(
            "import sys, rlcompleter, gsomia_data as gd\n"
            "dir(gd), gd.__version__\n"
            "print('pandas' in sys.modules)\n"
            "complete = rlcompleter.Completer({'gd': gd}).complete\n"
            "for text in ('gd.po', 'gd.loa', 'gd.dya', 'gd.__v'):\n"
            "    print(*filter(None, (complete(text, at) for at in range(2))))\n"
            "data = gd.open(gd._floor.location.root())\n"
            "complete = rlcompleter.Completer({'data': data}).complete\n"
            "print(*filter(None, (complete('data.po', at) for at in range(2))))\n",
            tmp_path,
        )
        assert done.stderr == ""
        lines = [re.sub(r"\(\)?", "", line) for line in done.stdout.splitlines()]
        assert lines == [
            "False",
            "gd.polls",
            "gd.load",
            "gd.dyad_years",
            "gd.__version__",
            "data.polls",
        ]

    def test_a_slip_is_answered_with_the_nearest(self, tmp_path: Path) -> None:
        """In the last line of the traceback, where people look."""
        slips = {
            "gd.poll()": "has no attribute 'poll'. Did you mean: 'polls'?",
            "gd.timelines()": "has no attribute 'timelines'. Did you mean: 'timeline'?",
            "data.poll()": "'poll'. Did you mean: 'polls'?",
            "data.load('poll')": "did you mean polls",
            "gd.load('Agreement')": "did you mean agreements",
        }
        done = python(
            "import sys, gsomia_data as gd, gsomia_data._floor.location\n"
            "data = gd.open(gd._floor.location.root())\n"
            f"for slip in {[*slips]}:\n"
            "    try:\n"
            "        exec(slip)\n"
            "    except Exception:\n"
            "        print('after', slip, file=sys.stderr)\n"
            "        sys.__excepthook__(*sys.exc_info())\n",
            tmp_path,
        )
        _, *tracebacks = re.split(r"^after ", done.stderr, flags=re.MULTILINE)
        assert len(tracebacks) == len(slips)
        for traceback, (slip, told) in zip(tracebacks, slips.items(), strict=True):
            assert traceback.startswith(f"{slip}\n")
            assert told in traceback.splitlines()[-1]

    def test_star_import(self, tmp_path: Path) -> None:
        """Gives what `__all__` lists, and leaves the built-in `open` what it is."""
        (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
        done = python(
            "from gsomia_data import *\n"
            "import gsomia_data\n"
            "print(all(globals()[name] == getattr(gsomia_data, name)"
            " for name in gsomia_data.__all__))\n"
            f"print(open('mine.txt').read(), '{POLL}' in set(load('polls')['poll_id']))\n",
            tmp_path,
        )
        assert done.stdout.split() == ["True", "mine", "True"], done.stderr


@pytest.mark.parametrize("table", TABLES)
class TestTables:
    """docs/decisions.md 24: each table is a function, and the function tells of its columns."""

    def test_the_function_gives_the_table(self, table: str) -> None:
        """Here and over another copy; `evidence` gives its rows with their documents."""
        bare = of(gd, "load")(table)
        data = gd.open(ROOT)
        pd.testing.assert_frame_equal(of(data, "load")(table), bare)
        if table not in TAKEN:
            for frame in (of(gd, table)(), of(data, table)()):
                pd.testing.assert_frame_equal(frame, bare)
                assert frame.attrs == bare.attrs

    def test_help_names_each_column_and_code(self, table: str) -> None:
        """As the shipped schema tells them."""
        path = ROOT / "schemas" / f"{table}.schema.json"
        fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
        if table in TAKEN:  # a view, which has its own columns and its own test
            return
        told = plain(pydoc.plain(pydoc.render_doc(of(gd, table))))
        at = 0
        for field in fields:
            at = told.index(f" {field['name']} (", at)
            column = told[at:]
            begin = column.index("): ") + len("): ")
            assert column[begin:].startswith(plain(field["description"]))
            required = field.get("constraints", {}).get("required", False)
            assert ("always filled" in column[:begin]) is required
            if "gsomia:codes" in field:
                ordered = " in order" if field.get("categoriesOrdered") else ""
                codes = f"Codes{ordered}: {', '.join(field['gsomia:codes'])}."
                assert column[begin:].startswith(f"{plain(field['description'])}. {codes}")

    def test_it_says_how_it_is_cited(self, table: str) -> None:
        """Author, title and version as the descriptor has them; nothing that is not known."""
        package = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
        (resource,) = (one for one in package["resources"] if one["name"] == table)
        attrs = of(gd, "load")(table).attrs
        assert attrs["title"] == resource["title"]
        _cited(attrs, table)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("cells", ()),
        ("codebook", ()),
        ("conflicts", ()),
        ("dyad_years", (2016, 2016)),
        ("evidence", ()),
        ("find", ("Blue House",)),
        ("rules", ()),
        ("reports", ()),
        ("state_years", (2016, 2016)),
        ("tables", ()),
        ("timeline", ()),
    ],
)
def test_help_names_each_column_of_a_view(name: str, arguments: tuple[object, ...]) -> None:
    """Below `Returns`, at the start of a line; the timeline refers to `dates` for the rest."""
    view = of(gd, name)
    returns = (view.__doc__ or "").partition("Returns:")[2].partition("Raises:")[0]
    lines = re.findall(r"^ +([a-z_0-9, ]+): ", returns, re.MULTILINE)
    described = [column for line in lines for column in line.split(", ")]
    columns = list(view(*arguments))
    if name == "timeline":
        columns = [column for column in columns if column not in gd.load("dates")]
    assert sorted(described) == sorted(columns)


def _cited(attrs: dict[Any, Any], name: str) -> None:
    package = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    assert attrs["name"] == f"gsomia-data.{name}"
    assert attrs["version"] == package["version"]
    (author,) = package["contributors"]
    for part in (author["title"], package["title"], f"Version {package['version']}", "n.d."):
        assert part in attrs["citation"]
    rest = attrs["citation"].replace(package["title"], "").replace(package["version"], "")
    assert not re.search(r"\d{4}|doi", rest, re.IGNORECASE)


class TestViews:
    """DESIGN section 6: every frame carries name, version and citation, and is a fresh one."""

    @pytest.mark.parametrize(
        ("name", "arguments"),
        [
            ("tables", ()),
            ("cells", ()),
            ("cells", ("polls",)),
            ("reports", ()),
            ("reports", ("quotes",)),
            ("evidence", ()),
            ("conflicts", ()),
            ("timeline", ()),
            ("dyad_years", (2016, 2016)),
            ("state_years", (2016, 2016)),
            ("codebook", ("polls",)),
            ("codebook", ("evidence",)),
            ("codebook", ()),
            ("rules", ()),
            ("find", ("Blue House",)),
            ("find", ("zebra",)),
        ],
    )
    def test_what_each_says_of_itself(self, name: str, arguments: tuple[object, ...]) -> None:
        """Its own name, not that of a table that it was made from; the same elsewhere."""
        frame = of(gd, name)(*arguments)
        _cited(frame.attrs, name)
        pd.testing.assert_frame_equal(of(gd.open(ROOT), name)(*arguments), frame)

    def test_evidence_of_everything(self) -> None:
        """Every row of ``evidence.csv`` is there once, with its document."""
        key = ["table_name", "row_key", "column_name", "quote_id", "rule", "words"]
        bare = gd.load("evidence")
        told = gd.evidence()
        assert told["publisher"].notna().all()
        assert len(told) == len(bare)
        pd.testing.assert_frame_equal(
            told[key].astype("string").sort_values(key, ignore_index=True),
            bare[key].astype("string").sort_values(key, ignore_index=True),
        )

    @pytest.mark.parametrize(
        ("key", "column"), [(None, "percent"), ("kor-deu", None), (None, ""), ("kor", "name")]
    )
    def test_evidence_of_a_row_of_no_table(self, key: str | None, column: str | None) -> None:
        """An error, not the evidence of everything."""
        with pytest.raises(ValueError, match="in which table"):
            gd.evidence(key=key, column=column)

    @pytest.mark.parametrize("words", ["Seoul's", "Seoul’s", "SEOUL'S"])
    def test_words_as_a_keyboard_gives_them(self, words: str) -> None:
        """Documents print ’ and “; what is typed straight is found as well."""
        texts = gd.find(words)["text"]
        assert texts.str.contains("Seoul’s").any()

    @pytest.mark.parametrize("words", [".*", "[a-z]", "Seoul|Tokyo", "^", "\\w"])
    def test_words_are_no_pattern(self, words: str) -> None:
        """What has a meaning in a regular expression has none here."""
        assert all(words in text for text in gd.find(words)["text"])
        assert len(gd.find("(GSOMIA)")) > 0


class TestElsewhere:
    """DESIGN section 6: `open` gives the same interface over another copy of the package."""

    @pytest.mark.parametrize("name", METHODS)
    def test_the_same_signature_and_help(self, name: str) -> None:
        """Nobody need look up twice what a function does."""
        function, method = of(gd, name), of(gd.open(ROOT), name)
        assert inspect.signature(method) == inspect.signature(function)
        told = pydoc.plain(pydoc.render_doc(method))
        assert told == pydoc.plain(pydoc.render_doc(function))
        # Python 3.13 breaks a long signature into lines.
        assert "".join(str(inspect.signature(function)).split()) in "".join(told.split())
        assert len(inspect.getdoc(function) or "") > 100

    def test_the_same_names(self) -> None:
        """Each function that reads the tables is a method, and nothing else is."""
        methods = {name for name in dir(gd.Dataset) if not name.startswith("_")} - {"root"}
        assert methods == set(FUNCTIONS) - {"open"} - OF_DATES

    def test_the_names_of_the_tables(self) -> None:
        """For annotations: the tables of the descriptor in their order."""
        assert list(get_args(gd.TableName)) == gd.tables()["name"].tolist()

    def test_a_reader_who_goes_elsewhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A path that was given from one folder holds after a change to another."""
        copy_of_the_package(tmp_path)
        monkeypatch.chdir(tmp_path)
        data = gd.open("package")
        monkeypatch.chdir(tmp_path.parent)
        assert data.polls().equals(gd.polls())


LOOSE: Any = gd  # the calls are wrong on purpose
WRONG: list[tuple[Callable[[], object], type[Exception], str]] = [
    *[
        (partial(LOOSE.load, name), KeyError, "there is no table .*; there are agreements, sign")
        for name in (3, None, ["polls"], pd.Series(["polls"]), {"polls"})
    ],
    (partial(LOOSE.load, "polls", 3), TypeError, r"load\(\) takes 2 positional arguments"),
    (partial(LOOSE.polls, "folder"), TypeError, r"polls\(\) takes 1 positional argument"),
    (partial(LOOSE.open, b"x"), TypeError, "b'x' is not a folder"),
    (partial(LOOSE.open, ["x"]), TypeError, "is not a folder"),
    (partial(LOOSE.open, "nowhere"), FileNotFoundError, "nowhere holds no datapackage.json; name"),
    (partial(LOOSE.evidence, 5), KeyError, "there is no table 5; there are agreements"),
    (partial(LOOSE.evidence, ["polls"]), KeyError, r"there is no table \['polls'\]; there are"),
    (partial(LOOSE.evidence, gd.load("polls")), KeyError, "there is no table .*; there are"),
    (partial(LOOSE.evidence, "polls", 5), KeyError, "no row of polls 5; there are [a-z]"),
    (
        partial(LOOSE.evidence, "polls", ["x"]),
        KeyError,
        "no row of polls .*; there are [a-z]",
    ),
    (
        partial(LOOSE.evidence, "polls", gd.load("polls")["poll_id"]),
        KeyError,
        "no row of polls .*; there are [a-z]",
    ),
    (
        partial(LOOSE.evidence, "polls", None, 5),
        KeyError,
        "no column of polls 5; there are poll_id",
    ),
    *[
        (partial(view, name), KeyError, "there is no table .*; there are agreements")
        for view in (LOOSE.cells, LOOSE.reports)
        for name in (5, ["polls"])
    ],
    (partial(LOOSE.load, "polls", firmness=2), ValueError, "no firmness 2; there are proved, inf"),
    (partial(LOOSE.codebook, "poll"), KeyError, "no table 'poll'; did you mean polls"),
    (partial(LOOSE.codebook, ["polls"]), KeyError, "no table .*; there are agreements"),
    (partial(LOOSE.schema, "poll"), KeyError, "no table 'poll'; did you mean polls"),
    (partial(LOOSE.schema, None), KeyError, "no table None; there are agreements"),
    (partial(LOOSE.label, "poll", "x"), KeyError, "no table 'poll'; did you mean polls"),
    (partial(LOOSE.label, "polls", "gallup"), KeyError, f"no row of polls 'gallup'; .* {POLL}"),
    (partial(LOOSE.label, "polls", ["x"]), KeyError, "no row of polls .*; there are [a-z]"),
    *[
        (
            partial(LOOSE.find, words),
            TypeError,
            'is not text to search for: give words, as "Blue House"',
        )
        for words in (None, 7, ["Seoul"], b"Seoul")
    ],
    (partial(LOOSE.dyad_years, "a", 2), TypeError, "'a' is not a year: give a whole number"),
    (
        partial(LOOSE.dyad_years, 2016, 2016.5),
        TypeError,
        "2016.5 is not a year: give a whole number",
    ),
    (
        partial(LOOSE.dyad_years, 2016, 1987),
        ValueError,
        "from 2016 to 1987: the years go from 1 to 9999, the earlier one first",
    ),
    (partial(LOOSE.dyad_years, 0, 1), ValueError, "from 0 to 1: the years go from 1 to 9999"),
    (partial(LOOSE.state_years, "a", 2), TypeError, "'a' is not a year: give a whole number"),
    *[
        (
            partial(view, 2015, 2016, subject=name),
            KeyError,
            f"there is no subject {re.escape(repr(name))}; {hint}",
        )
        for view in (LOOSE.dyad_years, LOOSE.state_years)
        for name, hint in (
            ("missile defense", "did you mean missile defence"),
            (7, "there are intelligence sharing, "),
            (["comfort women"], "there are intelligence sharing, "),
        )
    ],
    *[
        (partial(LOOSE.cite, name), ValueError, "there is no format .*; there are apa, bibtex, ris")
        for name in (7, None, "ieee", ["apa"])
    ],
    (partial(LOOSE.cite, "apa", 7), KeyError, "there is no source 7; there are [a-z]"),
    (partial(LOOSE.cite, "apa", ["cnn"]), KeyError, "there is no source .*; there are [a-z]"),
    *[
        (
            partial(LOOSE.export, name, "x"),
            ValueError,
            "there is no format .*; there are parquet, exc",
        )
        for name in (7, None, "tsv", ["zip"])
    ],
    (partial(LOOSE.export, "zip", 3), TypeError, "3 is not a path: give the name of a new file"),
    (partial(LOOSE.export, "zip", None), TypeError, "None is not a path"),
    (partial(LOOSE.open, 3), TypeError, "3 is not a folder: give the path of a package"),
    (partial(LOOSE.open, None), TypeError, "None is not a folder"),
    (
        partial(LOOSE.certainly_before, 2016, "2017"),
        TypeError,
        "2016 is not a date: give EDTF text",
    ),
    (partial(LOOSE.certainly_after, "2017", []), TypeError, "is not a date: give EDTF text"),
    (
        partial(LOOSE.certainly_during, "2017", "May"),
        ValueError,
        "'May' is not an EDTF date: a date",
    ),
    (partial(LOOSE.in_words, "May"), ValueError, "'May' is not an EDTF date: a date"),
    (partial(LOOSE.in_words, ["2016"]), TypeError, "is not a date: give EDTF text"),
]


@pytest.mark.parametrize(("call", "kind", "told"), WRONG)
def test_a_wrong_argument(
    call: Callable[[], object],
    kind: type[Exception],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line says what is wrong, and what would be right."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(kind) as caught:
        call()
    (line,) = str(caught.value.args[0]).splitlines()
    assert re.search(told, line)
    assert not list(tmp_path.iterdir())


class TestTheHomeFolder:
    """POSIX shells leave the tilde of ``--dir=~/x`` and of a path in quotes to the program."""

    @pytest.fixture(autouse=True)
    def home(self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A home with a small package in it, which is the installed one; seen from elsewhere."""
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: copy)
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.chdir(tmp_path / "elsewhere")
        return tmp_path

    @pytest.mark.parametrize("place", ["~/package", Path("~/package")])
    def test_a_package_in_it(self, home: Path, place: str | Path) -> None:
        """As `open` finds it."""
        assert gd.open(place).root == home / "package"
        assert len(gd.open(place).polls())

    @pytest.mark.parametrize("target", ["~/x.zip", Path("~/x.zip")])
    def test_a_target_in_it(self, home: Path, target: str | Path) -> None:
        """Of an export."""
        assert gd.export("zip", target).path == home / "x.zip"
        assert (home / "x.zip").is_file()

    @pytest.mark.parametrize(
        "command",
        ["export zip ~/made.zip", "plot timeline ~/made.svg", "plot timeline ~/made.png"],
    )
    def test_a_target_of_a_command(self, home: Path, command: str) -> None:
        """Of figures too."""
        assert main(command.split()) == 0
        assert [one for one in home.iterdir() if one.name.startswith("made")]

    @pytest.mark.parametrize(
        "command",
        [
            "check --dir ~/package",
            "check --corpus ~/package/corpus --dir ~/package",
            "fmt --dir=~/package",
            "diff ~/package ~/package",
            "compare ~/package ~/package",
        ],
    )
    def test_a_folder_of_a_command(self, command: str) -> None:
        """In each place where a command takes one."""
        assert main(command.split()) == 0

    def test_no_such_user(self, capsys: pytest.CaptureFixture[str]) -> None:
        """As in a shell: then the name is that of a folder."""
        with pytest.raises(FileNotFoundError, match="~nobody-there"):
            gd.open("~nobody-there")
        assert main(["check", "--dir", "~nobody-there"]) == 2
        assert "~nobody-there: there is no such folder" in capsys.readouterr().err


def test_type_checkers_are_invited() -> None:
    """PEP 561: they read the annotations of a package only where it has this file."""
    assert (Path(gd.__file__).parent / "py.typed").is_file()
