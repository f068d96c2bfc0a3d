"""The command line: exit statuses, output that machines read, and packages that mean harm."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data import cli
from gsomia_data.curation.checks import CHECKS
from gsomia_data.curation.checks.check import Check
from gsomia_data.curation.schema.models import TABLES
from kit import pasting, tiny
from kit.examples import examples
from kit.faults import (
    Damage,
    add,
    append,
    both,
    drop,
    edit,
    folder,
    link,
    pipe,
    put,
    remove,
    rows,
    save,
    swap,
    table,
)
from kit.real import ROOT

CURATING = ("fmt", "build", "gaps", "check")
GITHUB = re.compile(r"::error file=[^:,\n]+,line=[1-9]\d*,title=[A-Z]\d\d[^:,\n]*::[^\n]+")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package; tests copy it before they touch it."""
    return tiny.write(tmp_path_factory.mktemp("cli") / "good")


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    """A copy of the tiny package to damage."""
    return Path(shutil.copytree(good, tmp_path / "package"))


class Shell:
    """Runs commands and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: object) -> int:
        """Exit status of a command; nothing that it prints may steer a terminal."""
        self._capsys.readouterr()
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(str(left.code))
        self.out, self.err = self._capsys.readouterr()
        printed = self.out + self.err
        assert not set(printed) & {chr(code) for code in (*range(10), *range(11, 32), 127)}
        assert "Traceback" not in printed
        return status


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell in which the commands run."""
    return Shell(capsys)


def contents(root: Path) -> Mapping[str, bytes]:
    """Bytes of every file."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


class TestExitStatus:
    """0 nothing found, 1 findings, 2 could not run (DESIGN 5)."""

    def test_a_good_package(self, good: Path, shell: Shell) -> None:
        """0, and the last lines say what was proved."""
        assert shell("check", "--dir", good) == 0
        assert "18 quotes" in shell.out
        assert "9 omissions" in shell.out

    def test_a_package_with_a_finding(self, copy: Path, shell: Shell) -> None:
        """1, with the place, the code and the way out."""
        remove("schemas/polls.schema.json")(copy)
        assert shell("check", "--dir", copy) == 1
        assert shell.out.startswith(
            "schemas/polls.schema.json: F01 the file is missing\n    -> run gsomia-data build\n"
        )
        assert "1 finding;" in shell.out

    @pytest.mark.parametrize("command", ["check", "fmt", "build", "gaps"])
    @pytest.mark.parametrize("name", ["nowhere", "", "a\0b", "\x1b[31m", "\udcff"])
    def test_no_such_folder(self, command: str, name: str, tmp_path: Path, shell: Shell) -> None:
        """2, in one line on stderr; an empty folder is no package either."""
        assert shell(command, "--dir", f"{tmp_path}/{name}") == 2
        assert shell.out == ""
        assert shell.err.startswith("gsomia-data: ")
        assert shell.err.count("\n") == 1

    def test_a_file_is_no_package(self, good: Path, shell: Shell) -> None:
        """2: a path to the descriptor is not the folder."""
        assert shell("check", "--dir", good / "datapackage.json") == 2

    def test_no_such_corpus(self, good: Path, tmp_path: Path, shell: Shell) -> None:
        """2: a corpus that is asked for has to be there."""
        assert shell("check", "--dir", good, "--corpus", tmp_path / "texts") == 2

    @pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["explain"]])
    def test_a_command_that_is_none(self, arguments: list[str], shell: Shell) -> None:
        """2, and the line points to the help."""
        assert shell(*arguments) == 2
        assert "--help" in shell.err

    @pytest.mark.parametrize(
        ("typed", "near"), [("chek", "check"), ("evidnce", "evidence"), ("xyz", "tables")]
    )
    def test_the_nearest_command(self, typed: str, near: str, shell: Shell) -> None:
        """2, in one line with the nearest command, or with those that there are."""
        assert shell(typed) == 2
        assert re.fullmatch(
            rf"gsomia-data: there is no command '{typed}'; (did you mean|there are) {near}, .*\n",
            shell.err,
        )

    def test_no_command(self, shell: Shell) -> None:
        """2, for nothing was done: a gate whose command is an empty variable may not pass.

        The help is on stderr, where no other program reads it.
        """
        assert shell("--help") == 0
        told = shell.out
        assert shell() == 2
        assert (shell.out, shell.err) == ("", told)

    def test_the_order_of_the_help(self, shell: Shell) -> None:
        """Commands of readers first, then those of curators, each group under its heading."""
        shell("--help")
        assert max(map(len, shell.out.splitlines())) <= 80
        named = re.findall(r"^(for \w+):$|^  (\w+) ", shell.out, re.MULTILINE)
        assert [heading or name for heading, name in named] == [
            "for readers",
            *("tables", "codebook", "evidence", "conflicts", "timeline", "find"),
            *("export", "cite", "plot", "site", "path"),
            "for curators",
            *("check", "fmt", "build", "explain", "quote", "propose", "gaps", "compare", "diff"),
        ]

    @pytest.mark.parametrize("columns", [60, 80, 200])
    def test_the_help_fits_the_terminal(
        self, columns: int, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What commands do is wrapped; examples are for pasting, so they are not."""
        monkeypatch.setenv("COLUMNS", str(columns))
        assert shell("--help") == 0
        assert max(map(len, shell.out.splitlines())) <= max(columns, 70)
        for command in ("evidence", "conflicts", "export"):
            assert shell(command, "--help") == 0
            said, _ = shell.out.split("example:")
            assert max(map(len, said.splitlines())) <= columns

    def test_a_corpus_elsewhere(self, copy: Path, tmp_path: Path, shell: Shell) -> None:
        """`--corpus` names the documents of a package that came without."""
        (copy / "corpus").rename(tmp_path / "texts")
        assert shell("check", "--dir", copy, "--corpus", tmp_path / "texts") == 0
        assert "accounted for" in shell.out
        assert shell("check", "--dir", copy) == 0
        assert "not compared, because the corpus is not here: F02" in shell.out


READING = (
    *("tables", "codebook polls", "evidence polls", "conflicts", "timeline", "find poll"),
    *("cite ris --all", "export zip out.zip", "path"),
)
PLOT = "plot timeline out.svg"
WORKING = ("check", "fmt", "build", "gaps", f"quote {tiny.EVENING} percent")


class TestFolder:
    """A package is named by `--dir`, whatever the command (DESIGN 7)."""

    @pytest.mark.parametrize("command", [*READING, PLOT])
    def test_readers_read_that_package(
        self,
        command: str,
        good: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        shell: Shell,
    ) -> None:
        """The same as if it were the package of the program."""
        words = command.split()
        monkeypatch.chdir(tmp_path)
        status = shell(*words, "--dir", good)
        there = [path.read_bytes() for path in tmp_path.iterdir()]
        printed = (shell.out, shell.err)
        monkeypatch.setattr("gsomia_data._floor.location.root", lambda: good)
        again = ["--force"] if there else []
        assert status == shell(*words, *again) == 0
        assert printed == (shell.out, shell.err)
        assert there == [path.read_bytes() for path in tmp_path.iterdir()]
        if command == "codebook polls":  # it is the same in every package
            return
        monkeypatch.undo()
        monkeypatch.chdir(tmp_path)
        shell(*words, *again)
        assert (printed, there) != (
            (shell.out, shell.err),
            [path.read_bytes() for path in tmp_path.iterdir()],
        )

    @pytest.mark.parametrize("command", [*READING, PLOT, *WORKING])
    def test_a_folder_without_the_option(self, command: str, copy: Path, shell: Shell) -> None:
        """2, one line that can be pasted, and nothing is written."""
        before = contents(copy.parent)
        assert shell(*command.split(), copy) == 2
        name = f"gsomia-data {command.split(maxsplit=1)[0]}"
        if command != "evidence polls":  # there it is taken for a KEY
            call = f"gsomia-data {command} --dir {copy}"
            line = f"{name} takes the folder as --dir: {call}\n"
            assert (shell.out, shell.err) == ("", line)
        assert contents(copy.parent) == before

    @pytest.mark.parametrize(
        ("command", "told"),
        [
            ("check nowhere", "check does not take nowhere; a folder is given as --dir"),
            ("find Blue House", "find does not take House; put several words between quotation"),
            ("explain E04 E05", "explain does not take E05; see gsomia-data explain --help"),
            ("check --deep", "check does not take --deep; see gsomia-data check --help"),
        ],
    )
    def test_one_argument_too_many(self, command: str, told: str, shell: Shell) -> None:
        """2, in one line that says where it belongs."""
        assert shell(*command.split()) == 2
        assert shell.out == ""
        assert shell.err.startswith(f"gsomia-data {told}")
        assert shell.err.count("\n") == 1

    @pytest.mark.parametrize("command", [*READING, PLOT])
    @pytest.mark.parametrize("name", ["nowhere", "", "a\0b", "\x1b[31m", "\udcff"])
    def test_no_such_folder(self, command: str, name: str, tmp_path: Path, shell: Shell) -> None:
        """2, in one line on stderr, for readers too."""
        assert shell(*command.split(), "--dir", f"{tmp_path}/{name}") == 2
        assert shell.out == ""
        assert re.fullmatch(r"gsomia-data: [^\n]*name the folder of a package\n", shell.err)


class TestFormats:
    """One finding, three renderings (DESIGN 5)."""

    def test_json_says_what_text_says(self, copy: Path, shell: Shell) -> None:
        """The document parses, and holds as many findings as the text has lines with a code."""
        edit("polls", "hana-oppose", percent="46")(copy)
        assert shell("check", "--dir", copy, "--format", "json") == 1
        findings = json.loads(shell.out)["findings"]
        assert shell("check", "--dir", copy) == 1
        assert [f"{one['path']}:{one['line']}".removesuffix(":0") for one in findings] == [
            line.split(": ")[0]
            for line in shell.out.splitlines()
            if re.search(r": [A-Z]\d\d ", line)
        ]

    def test_json_of_a_good_package_holds_the_proof(self, good: Path, shell: Shell) -> None:
        """The figures of the last lines, for machines."""
        assert shell("check", "--dir", good, "--format", "json") == 0
        proof = json.loads(shell.out)["proof"]
        assert (proof["documents"], proof["quotes"], proof["differing"]) == (2, 18, 2)
        cells = {name: shares["cells"] for name, shares in proof["sums"].items()}
        assert cells["record"] + cells["claims"] + cells["supporting"] == cells["all"]
        assert cells["supporting"] == sum(
            proof["tables"][name]["cells"] for name in ("actors", "aliases")
        )

    @pytest.mark.parametrize(
        "damage",
        [
            edit("polls", "hana-oppose", percent="46", note="100%: see a,b"),
            put("dataset/a,b:%0A::error file=x::y\n\r.csv", b""),
            edit("dates", "harbour-signed", title="%0A::error::\x1b[31m"),
        ],
        ids=["a cell", "a file's name", "a cell with commands"],
    )
    def test_github_lines_are_commands(self, damage: Damage, copy: Path, shell: Shell) -> None:
        """Each finding is one command of one line, whatever stands in the data."""
        damage(copy)
        assert shell("check", "--dir", copy, "--format", "json") == 1
        count = len(json.loads(shell.out)["findings"])
        assert shell("check", "--dir", copy, "--format", "github") == 1
        commands = [line for line in shell.out.splitlines() if line.startswith("::")]
        assert len(commands) == count
        assert all(map(GITHUB.fullmatch, commands)), commands


class TestExplain:
    """`explain CODE` prints the claim, a bad example and the way out (DESIGN 5)."""

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
    def test_every_code(self, check: Check, shell: Shell) -> None:
        """In capitals or not."""
        assert shell("explain", check.code.lower()) == 0
        assert shell.out.startswith(f"{check.claim}\n")
        assert f"\n- Example: {check.example}\n" in shell.out
        assert check.way_out in shell.out

    @pytest.mark.parametrize("code", ["E99", "", "\x1b[31m", "E0\0"])
    def test_a_code_that_is_none(self, code: str, shell: Shell) -> None:
        """2, and all codes are named."""
        assert shell("explain", code) == 2
        assert all(check.code in shell.err for check in CHECKS)


@pytest.mark.parametrize("command", [["explain", "E04"], ["build", "--check", "--dir", ROOT]])
def test_without_docstrings(command: list[str | Path]) -> None:
    """2, in one line: `python -OO` takes away the claims that these commands print."""
    run = [sys.executable, "-OO", "-m", "gsomia_data", *command]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"gsomia-data: [^\n]*without -OO[^\n]*\n", done.stderr)


class TestQuote:
    """`quote SOURCE WORDS` finds words and prints the line to paste (DESIGN 7)."""

    def test_exact_words(self, good: Path, shell: Shell) -> None:
        """The printed line is a row of `quotes.csv` with the next free number."""
        assert shell("quote", tiny.EVENING, "49 percent", "--dir", good) == 0
        note, _, line = shell.out.partition("\n")
        start = tiny.DOCUMENTS[tiny.EVENING].index("49 percent")
        assert note == f"# line 8, character {start}; overlaps {tiny.EVENING}-5"
        (cells,) = csv.reader(io.StringIO(line, newline=""))
        assert cells[:5] == [
            f"{tiny.EVENING}-8",
            tiny.EVENING,
            "49 percent",
            str(start),
            str(start + 10),
        ]

    def test_words_that_stand_twice(self, good: Path, shell: Shell) -> None:
        """Both places are printed, each with what holds it already, under keys of their own."""
        assert shell("quote", tiny.MORNING, tiny.TWICE, "--dir", good) == 0
        first, second = (line for line in shell.out.splitlines() if line.startswith("#"))
        assert "; overlaps the omission at " in first
        rows = [line for line in shell.out.splitlines() if line.startswith(tiny.MORNING)]
        assert len({row.partition(",")[0] for row in rows}) == len(rows) == 2
        assert second.endswith(f"; overlaps {tiny.MORNING}-11")

    def test_words_that_a_quote_leaves_out(self, good: Path, shell: Shell) -> None:
        """They are held by the quote, whatever an omission inside it says of them."""
        assert shell("quote", tiny.EVENING, "a crowded hall", "--dir", good) == 0
        (found,) = (line for line in shell.out.splitlines() if line.startswith("#"))
        assert found.endswith(f"; overlaps {tiny.EVENING}-7")

    def test_as_json(self, good: Path, shell: Shell) -> None:
        """Places, or the nearest passage."""
        assert shell("quote", tiny.MORNING, tiny.TWICE, "--dir", good, "--format", "json") == 0
        found = json.loads(shell.out)
        assert len(found["places"]) == 2
        assert found["nearest"] is None
        count = "Another count had 48 percent."
        assert shell("quote", tiny.EVENING, count, "--dir", good, "--format", "json") == 1
        assert "{+49+}" in json.loads(shell.out)["nearest"]["difference"]

    def test_a_near_miss(self, good: Path, shell: Shell) -> None:
        """1, with the line of the nearest passage and the difference."""
        assert shell("quote", tiny.EVENING, "Another count had 48 percent.", "--dir", good) == 1
        assert "on line 8" in shell.out
        assert "Another count had [-48-]{+49+} percent." in shell.out

    def test_nothing_like_it(self, good: Path, shell: Shell) -> None:
        """1: no passage shares a word."""
        assert shell("quote", tiny.EVENING, "zebra", "--dir", good) == 1
        assert shell.out == f"no similar words appear in {tiny.EVENING}\n"

    @pytest.mark.parametrize("words", ["", " ", "\n", "\x1b", "…"])
    def test_words_that_are_none(self, words: str, good: Path, shell: Shell) -> None:
        """No words, no place, no fault of the program."""
        assert shell("quote", tiny.EVENING, words, "--dir", good) in (0, 1)

    def test_an_unknown_document(self, good: Path, shell: Shell) -> None:
        """2, and the documents are named."""
        assert shell("quote", "ledger", "49 percent", "--dir", good) == 2
        assert tiny.EVENING in shell.err


class TestGaps:
    """`gaps` prints what is not accounted for, as lines to paste (DESIGN 7)."""

    def test_of_a_good_package(self, good: Path, shell: Shell) -> None:
        """Nothing to paste on stdout, 0."""
        assert shell("gaps", "--dir", good) == 0
        assert shell.out == ""

    def test_can_be_pasted(self, copy: Path, shell: Shell) -> None:
        """With a reason and a note in each line the package is good again."""
        start = str(tiny.DOCUMENTS[tiny.EVENING].index("to the public in"))
        save(copy, "omissions", [row for row in rows(copy, "omissions") if row["start"] == start])
        both(
            drop("quotes", f"{tiny.EVENING}-5"),
            drop("evidence", f"polls hana-oppose percent {tiny.EVENING}-5"),
        )(copy)
        assert shell("gaps", "--dir", copy) == 1
        found = pasting.pasted(shell.out)
        assert [row["exact"] for row in found["quotes"]] == [
            "Hana Research was founded in 1998.",
            "Another count had 49 percent.",
        ]
        left = {(row["opens"], row["reason"]) for row in found["omissions"]}
        assert left == {
            ("The Ledger | Menu", "navigation"),
            ("Picture:", "caption"),
            (tiny.TWICE[:24], "duplicate"),
            ("By", "REASON"),
            ("Share this story", "navigation"),
            ("South Korea signs accord", "duplicate"),
        }
        assert len(found["omissions"]) == 7  # the menu is in both
        for row in found["omissions"]:
            add("omissions", **{**row, "reason": row["reason"].replace("REASON", "credit")})(copy)
        for row in map(pasting.omission_of, found["quotes"]):
            add("omissions", **row)(copy)
        assert [shell(command, "--dir", copy) for command in ("fmt", "build", "check")] == [0, 0, 0]

    def test_inside_a_quote_there_is_no_gap(self, copy: Path, shell: Shell) -> None:
        """With an omission inside a quote or without, each character is accounted for."""
        start = tiny.DOCUMENTS[tiny.EVENING].index("to the public in")
        drop("omissions", f"{tiny.EVENING} {start}")(copy)
        assert shell("gaps", "--dir", copy) == 0
        assert shell.out == ""

    def test_as_json(self, copy: Path, shell: Shell) -> None:
        """The same places for machines."""
        drop("omissions", f"{tiny.MORNING} 0")(copy)
        assert shell("gaps", "--dir", copy, "--format", "json") == 1
        words = "The Ledger | Menu"
        (gap,) = json.loads(shell.out)
        assert (gap["table"], gap["source_id"]) == ("omissions", tiny.MORNING)
        assert (gap["start"], gap["stop"], gap["words"]) == (0, len(words), words)
        assert gap["cells"]["reason"] == "navigation"
        assert gap["line"] == f"{tiny.MORNING},0,{len(words)},{words},navigation,,"

    def test_without_a_corpus(self, copy: Path, shell: Shell) -> None:
        """2: there is nothing to compare with."""
        shutil.rmtree(copy / "corpus")
        assert shell("gaps", "--dir", copy) == 2
        assert "--corpus" in shell.err


class TestEvidence:
    """`evidence` answers a name that is not there with the nearest (DESIGN 7)."""

    @pytest.mark.parametrize(
        ("arguments", "near"),
        [
            (["poll"], "polls"),
            (["polls", "hana-opose"], "hana-oppose"),
            (["aktors", "kor"], "actors"),
            (["polls", "zzzz"], "there are hana-oppose"),
            (["polls", ""], "there are hana-oppose"),
            (["polls", "hana-oppose", "percents"], "percent"),
        ],
    )
    def test_names_what_is_near(
        self, arguments: list[str], near: str, good: Path, shell: Shell
    ) -> None:
        """2, and the nearest name, else those that there are."""
        assert shell("evidence", *arguments, "--dir", good) == 2
        assert near in shell.err

    @pytest.mark.parametrize("name", TABLES)
    def test_every_table(self, name: str, good: Path, shell: Shell) -> None:
        """Each table can be shown, also as JSON."""
        assert shell("evidence", name, "--dir", good) == 0
        assert shell("evidence", name, "--dir", good, "--format", "json") == 0
        assert [row["row_key"] for row in json.loads(shell.out)]


class TestFmt:
    """`fmt` changes form, order and derived cells only, and is idempotent (DESIGN 5)."""

    @pytest.mark.parametrize("command", ["fmt", "build"])
    def test_twice_is_once(self, command: str, copy: Path, shell: Shell) -> None:
        """A second run changes nothing, and says so."""
        before = contents(copy)
        assert shell(command, "--dir", copy) == 0
        assert shell.out == f"{command}: nothing to change\n"
        assert contents(copy) == before

    def test_finds_the_one_form(self, copy: Path, shell: Shell) -> None:
        """Rows in another order, every cell quoted: the same bytes."""
        before = contents(copy)
        for name in TABLES:
            listed = rows(copy, name)[::-1]
            made = io.StringIO(newline="")
            writer = csv.DictWriter(
                made, TABLES[name].header, quoting=csv.QUOTE_ALL, lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(listed)
            (copy / table(name)).write_text(made.getvalue(), "utf-8", newline="")
        assert shell("fmt", "--dir", copy) == 0
        assert contents(copy) == before

    def test_restores_derived_cells(self, copy: Path, shell: Shell) -> None:
        """An edit of a derived cell is undone."""
        before = contents(copy)
        both(
            edit("agreements", "harbour-2016", form="trilateral", signed="", in_force="1999"),
            edit("dates", "fjord-signing", earliest="2013-01-01", precision="day"),
            edit("quotes", f"{tiny.MORNING}-7", start="", stop="7", prefix="x"),
            edit("quotes", f"{tiny.MORNING}-8", start="7", suffix=""),
            edit("quotes", f"{tiny.MORNING}-9", start="", stop="", prefix="", suffix=""),
            edit("omissions", f"{tiny.MORNING} 0", opens="x"),
        )(copy)
        assert shell("fmt", "--dir", copy) == 0
        assert contents(copy) == before

    def test_from_what_a_curator_writes(self, tmp_path: Path, shell: Shell) -> None:
        """Documents and curated cells suffice; the result is the good package."""
        root = tiny.curated(tmp_path / "new")
        assert [shell(command, "--dir", root) for command in ("fmt", "build", "check")] == [0, 0, 0]

    @pytest.mark.parametrize(
        ("damage", "code"),
        [
            (swap(table("polls"), ",47,", ',"47,'), "F03"),
            (swap(table("polls"), ",47,", ",47,,"), "F03"),
            (put(table("dates"), b"\xff\xfe"), "F03"),
            (remove(table("aliases")), "F01"),
            (edit("quotes", f"{tiny.MORNING}-11", start=""), "Q02"),
            (edit("quotes", f"{tiny.MORNING}-7", prefix="x", suffix="x"), "Q02"),
            (edit("quotes", f"{tiny.MORNING}-7", start="", prefix="", suffix="x"), "Q02"),
        ],
        ids=[
            "never closed",
            "ragged",
            "not UTF-8",
            "missing",
            "a quote with two places",
            "a quote of another passage",
            "a quote of another passage, without start",
        ],
    )
    def test_refuses(self, damage: Damage, code: str, copy: Path, shell: Shell) -> None:
        """1, nothing on stdout, and no file is written, not even a good one."""
        both(damage, edit("agreements", "harbour-2016", form=""))(copy)
        before = contents(copy)
        assert shell("fmt", "--dir", copy) == 1
        assert shell.out == ""
        assert f" {code} " in shell.err
        assert shell.err.endswith("fmt wrote nothing\n")
        assert contents(copy) == before

    def test_keeps_a_start_where_the_words_stand(self, copy: Path, shell: Shell) -> None:
        """Of two places the curator's is kept, unless the words around are those of the other."""
        start = str(tiny.DOCUMENTS[tiny.MORNING].index(tiny.TWICE))
        edit("quotes", f"{tiny.MORNING}-11", start=start)(copy)
        assert shell("fmt", "--dir", copy) == 1
        assert f"at {start} neither prefix nor suffix is beside them" in shell.err
        edit("quotes", f"{tiny.MORNING}-11", prefix="", suffix="")(copy)
        assert shell("fmt", "--dir", copy) == 0
        (row,) = [row for row in rows(copy, "quotes") if row["exact"] == tiny.TWICE]
        assert row["start"] == start

    def test_moves_no_quote_to_other_words(self, copy: Path, shell: Shell) -> None:
        """Where a document was edited: the place is listed, `check` finds it too."""
        words = "Another count had 49 percent."
        document = f"corpus/{tiny.EVENING}.txt"
        swap(document, words, "Another had 48.")(copy)
        swap(document, "The Ledger | Menu\n", f"The Ledger | Menu\n\n{words}\n")(copy)
        before = (copy / "dataset/quotes.csv").read_bytes()
        assert shell("fmt", "--dir", copy, "--accept-document", tiny.EVENING) == 1
        assert ": start: Q02 the words are at 19; at 19 neither prefix nor" in shell.err
        assert (copy / "dataset/quotes.csv").read_bytes() == before
        edit("sources", tiny.EVENING, sha256="", characters="")(copy)
        assert shell("check", "--dir", copy) == 1
        assert "Q02 the words are at 19; at 19 neither" in shell.out
        edit("quotes", f"{tiny.EVENING}-5", prefix="", suffix="")(copy)
        assert shell("fmt", "--dir", copy, "--accept-document", tiny.EVENING) == 0
        assert next(row["start"] for row in rows(copy, "quotes") if row["exact"] == words) == "19"

    def test_moves_a_quote_with_the_words_around_it(self, copy: Path, shell: Shell) -> None:
        """Words before all shift all quotes; at the place itself one side may differ."""
        document = f"corpus/{tiny.EVENING}.txt"
        swap(document, "Almost half were", "Some said: Almost half were")(copy)
        assert shell("fmt", "--dir", copy, "--accept-document", tiny.EVENING) == 0
        found = {row["quote_id"]: row for row in rows(copy, "quotes")}
        text = (copy / document).read_text("utf-8")
        for key, row in found.items():
            if key.startswith(tiny.EVENING):
                assert text.startswith(row["exact"], int(row["start"]))
        assert found[f"{tiny.EVENING}-4"]["prefix"].endswith("Some said: ")

    def test_takes_a_document_anew_only_when_told(self, copy: Path, shell: Shell) -> None:
        """A document that changed is a finding until `--accept-document` names it."""
        swap(f"corpus/{tiny.MORNING}.txt", "in 1998.", "in 1999.")(copy)
        assert shell("fmt", "--dir", copy) == 0
        assert shell.out == "fmt: nothing to change\n"
        assert shell("check", "--dir", copy) == 1
        assert "fmt --accept-document" in shell.out
        assert shell("fmt", "--dir", copy, "--accept-document", tiny.MORNING) == 0
        assert [shell(command, "--dir", copy) for command in ("build", "check")] == [0, 0]

    def test_accepts_no_document_that_is_not_here(self, copy: Path, shell: Shell) -> None:
        """Without the text, its hash would be emptied and any text taken for it later."""
        (copy / "corpus" / f"{tiny.MORNING}.txt").unlink()
        before = (copy / "dataset" / "sources.csv").read_bytes()
        assert shell("fmt", "--dir", copy, "--accept-document", tiny.MORNING) == 1
        assert "the document is not here" in shell.err
        assert (copy / "dataset" / "sources.csv").read_bytes() == before

    def test_accepts_no_unknown_document(self, copy: Path, shell: Shell) -> None:
        """1, and nothing is written."""
        before = contents(copy)
        assert shell("fmt", "--dir", copy, "--accept-document", "ledger") == 1
        assert "there is no source 'ledger'" in shell.err
        assert contents(copy) == before

    def test_leaves_no_file_beside(self, tmp_path: Path, shell: Shell) -> None:
        """What is written aside is moved into its place."""
        root = tiny.curated(tmp_path / "new")
        assert shell("fmt", "--dir", root) == 0
        assert {path.name for path in (root / "dataset").iterdir()} == {
            f"{name}.csv" for name in TABLES
        }


class TestBuild:
    """`build` writes what is generated, or with `--check` says what would change (DESIGN 5)."""

    def test_check_writes_nothing(self, copy: Path, shell: Shell) -> None:
        """1 and the stale files; the files stay as they are."""
        swap("schemas/polls.schema.json", "Actor that conducted the survey", "Who?")(copy)
        (copy / "docs" / "checks.md").unlink()
        before = contents(copy)
        assert shell("build", "--dir", copy, "--check") == 1
        assert "schemas/polls.schema.json: P02 is stale" in shell.out
        assert "docs/checks.md: P02 is stale" in shell.out
        assert contents(copy) == before

    def test_check_of_a_fresh_package(self, good: Path, shell: Shell) -> None:
        """0."""
        assert shell("build", "--dir", good, "--check") == 0

    def test_restores_what_is_generated(self, copy: Path, shell: Shell) -> None:
        """Deleted schemas, descriptor and citation file come back, byte for byte."""
        before = contents(copy)
        shutil.rmtree(copy / "schemas")
        for name in ("datapackage.json", "CITATION.cff", "docs/checks.md"):
            remove(name)(copy)
        assert shell("build", "--dir", copy) == 0
        assert contents(copy) == before

    def test_fills_the_blocks_of_a_readme(self, copy: Path, shell: Shell) -> None:
        """Text outside the marks is kept."""
        begin, end = (
            "<!-- generated by `gsomia-data build`: proof -->",
            "<!-- end of generated -->",
        )
        put("README.md", f"before\n{begin}\nold\n{end}\nafter\n".encode())(copy)
        assert shell("build", "--dir", copy) == 0
        text = (copy / "README.md").read_text("utf-8")
        assert text.startswith(f"before\n{begin}\n\n")
        assert "18 quotes" in text
        assert text.endswith(f"\n\n{end}\nafter\n")
        assert "old" not in text

    def test_keeps_the_rules_of_a_codebook(self, copy: Path, shell: Shell) -> None:
        """They are written by hand; each table is filled in between."""
        begin, end = (
            "<!-- generated by `gsomia-data build`: tables -->",
            "<!-- end of generated -->",
        )
        put("docs/codebook.md", f"A rule.\n{begin}\nold\n{end}\nAnother rule.\n".encode())(copy)
        assert shell("build", "--dir", copy) == 0
        text = (copy / "docs" / "codebook.md").read_text("utf-8")
        assert text.startswith(f"A rule.\n{begin}\n\n## `agreements`\n\nOne row is ")
        assert text.endswith(f"\n\n{end}\nAnother rule.\n")
        assert re.findall("^## `(.+)`$", text, re.MULTILINE) == list(TABLES)
        assert "\nold\n" not in text
        assert shell("build", "--dir", copy, "--check") == 0

    @pytest.mark.parametrize("name", ["README.md", "docs/codebook.md"])
    def test_names_a_page_that_is_no_text(self, name: str, copy: Path, shell: Shell) -> None:
        """2, and nothing is written."""
        put(name, b"\xff")(copy)
        before = contents(copy)
        assert shell("build", "--dir", copy) == 2
        assert shell.err == f"gsomia-data: {name} is not UTF-8; save it as UTF-8\n"
        assert contents(copy) == before

    def test_keeps_a_readme_that_it_cannot_prove(self, copy: Path, shell: Shell) -> None:
        """Without the documents the figures that were proved with them stay, and are not stale."""
        begin, end = (
            "<!-- generated by `gsomia-data build`: proof -->",
            "<!-- end of generated -->",
        )
        put("README.md", f"{begin}\nold\n{end}\n".encode())(copy)
        assert shell("build", "--dir", copy) == 0
        before = (copy / "README.md").read_bytes()
        shutil.rmtree(copy / "corpus")
        assert shell("build", "--dir", copy, "--check") == 0
        assert shell("build", "--dir", copy) == 0
        assert (copy / "README.md").read_bytes() == before

    @pytest.mark.parametrize("name", [table("polls"), "schemas"])
    def test_writes_through_no_link(self, name: str, copy: Path, shell: Shell) -> None:
        """1: a link in the package may lead anywhere."""
        link(name)(copy)
        outside = copy.with_name("package-outside")
        before = contents(outside) if outside.is_dir() else outside.read_bytes()
        swap("pyproject.toml", "0.1.0", "0.2.0")(copy)
        assert shell("build", "--dir", copy) == 1
        assert shell.err.endswith("build wrote nothing\n")
        assert (contents(outside) if outside.is_dir() else outside.read_bytes()) == before


def _nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def _all_tables(data: bytes) -> Damage:
    return both(*(put(table(name), data) for name in TABLES))


def _headers_only(root: Path) -> None:
    for name in TABLES:
        save(root, name, [])


def _name_of_bytes(root: Path) -> None:
    (root / "dataset" / "\udcff\x1b\n.csv").write_bytes(b"")


_JUNK = bytes(range(256)) * 8
_MEMBERS = [
    "datapackage.json",
    "pyproject.toml",
    "CITATION.cff",
    "schemas/polls.schema.json",
    f"corpus/{tiny.MORNING}.txt",
    *(table(name) for name in TABLES),
]
_HUGE = "9" * 5_000
HOSTILE: dict[str, Damage] = {
    **{f"junk in {name}": put(name, _JUNK) for name in _MEMBERS},
    **{f"{name} empty": put(name, b"") for name in _MEMBERS},
    **{f"{name} a folder": folder(name) for name in _MEMBERS},
    **{f"{name} a pipe": pipe(name) for name in _MEMBERS},
    **{f"{name} a link out": link(name) for name in _MEMBERS},
    **{f"{name} a link out": link(name) for name in ("dataset", "schemas", "corpus", "docs")},
    "a link to itself": both(
        remove(table("polls")), lambda root: (root / table("polls")).symlink_to("polls.csv")
    ),
    "a descriptor 100,000 deep": put("datapackage.json", _nested(100_000)),
    **{
        f"a version {depth} deep": put("datapackage.json", b'{"version":' + _nested(depth) + b"}")
        for depth in (50, 300, 900, 980, 2_000)
    },
    "a project 5,000 deep": put("pyproject.toml", b"[project]\nversion = " + _nested(5_000)),
    "a descriptor that is a list": put("datapackage.json", b"[1, 2]"),
    "a descriptor of other types": put(
        "datapackage.json",
        b'{"version": {"a": NaN}, "resources": [1, {"path": 3}, {"path": "../../etc/passwd"},'
        b' {"path": "dataset/polls.csv", "hash": [], "bytes": "x"}]}',
    ),
    "a descriptor with a lone surrogate": put("datapackage.json", b'{"version": "\\ud800\\u001b"}'),
    "a descriptor with a huge number": put(
        "datapackage.json", b'{"version": ' + b"9" * 9_999 + b"}"
    ),
    "all tables deleted": both(*(remove(table(name)) for name in TABLES)),
    "all tables empty": _all_tables(b""),
    "all tables one line feed": _all_tables(b"\n"),
    "all tables junk": _all_tables(_JUNK),
    "all tables headers only": _headers_only,
    "no schemas": lambda root: shutil.rmtree(root / "schemas"),
    "no dataset": lambda root: shutil.rmtree(root / "dataset"),
    "a header twice": swap(table("polls"), "poll_id,survey", "poll_id,poll_id"),
    "a header of commas": put(table("polls"), b",,,,\n,,,,\n"),
    "a cell of 10 MB": edit("polls", "hana-oppose", note="x" * 10_000_000),
    "a file's name that is no text": _name_of_bytes,
    "ESC in a name": edit("actors", "nor", name="\x1b[31mNorway\x1b[0m"),
    "ESC in a key": edit("actors", "nor", actor_id="\x1b[31m"),
    "ESC in a quote": edit("quotes", f"{tiny.MORNING}-7", exact="A \x1b[31mpoll"),
    "ESC in a value": edit("evidence", "polls hana-oppose respondents", says="\x9b31m47"),
    "ESC in a document": append(f"corpus/{tiny.MORNING}.txt", b"\x1b]0;title\x07 more"),
    "a right-to-left override": edit("dates", "fjord-signing", title="\u202egnp.exe"),
    **{
        f"{column} of {name} huge": edit(name, key, **{column: _HUGE})
        for name, key, column in (
            ("quotes", f"{tiny.MORNING}-7", "start"),
            ("quotes", f"{tiny.MORNING}-7", "quote_id"),
            ("quotes", f"{tiny.MORNING}-7", "stop"),
            ("omissions", f"{tiny.MORNING} 0", "start"),
            ("omissions", f"{tiny.MORNING} 0", "stop"),
            ("evidence", "polls hana-oppose respondents", "nth"),
            ("evidence", "polls hana-oppose respondents", "says"),
            ("polls", "hana-oppose", "percent"),
            ("dates", "fjord-signing", "date"),
            ("actors", "kor", "cow"),
        )
    },
    "a huge number in words": both(
        edit("quotes", f"{tiny.MORNING}-7", quote_id=f"{tiny.MORNING}-{_HUGE}"),
        edit("evidence", "polls hana-oppose respondents", words=_HUGE),
    ),
    "evidence of nonsense": add(
        "evidence",
        table_name="..",
        row_key="__class__",
        column_name="%s{0}",
        quote_id="x",
        words="x",
        nth="0",
        rule="__init__",
        says="x",
        relation="eats",
    ),
    "evidence of evidence": add(
        "evidence",
        table_name="evidence",
        row_key="x",
        column_name="words",
        quote_id=f"{tiny.MORNING}-1",
        words="x",
        nth="1",
        rule="judged",
        says="x",
        relation="supports",
        note="x",
    ),
    "empty evidence": add("evidence"),
    "an empty row in every table": both(*(add(name) for name in TABLES)),
    "an omission of a document without a source": both(
        put("corpus/stray.txt", b"Norway"),
        add("omissions", source_id="stray", start="0", stop="3", reason="credit"),
    ),
    "a source that is a path": edit("sources", tiny.EVENING, source_id="../../../etc/passwd"),
    "a circle of predecessors": both(
        edit("agreements", "harbour-2016", predecessor="fjord-2013"),
        edit("agreements", "fjord-2013", predecessor="harbour-2016"),
    ),
    "a circle of editions": edit("sources", tiny.MORNING, edition_of=tiny.EVENING),
    "a README that is not UTF-8": both(put("README.md", b"\xff"), remove("CITATION.cff")),
}
"""Damage that means harm: whatever a package holds, the tools answer and say so."""


_ANSWERS: tuple[tuple[str, ...], ...] = (
    ("check", "--format", "json"),
    ("gaps",),
    ("quote", tiny.MORNING, "47 percent"),
    ("quote", tiny.MORNING, "48 percent"),
    ("build", "--check"),
    ("fmt",),
    ("build",),
    ("evidence", "polls"),
    ("evidence", "quotes"),
    ("tables",),
    ("codebook", "--format", "json"),
    ("timeline",),
    ("timeline", "--format", "json"),
    ("cite", "ris", "--all"),
)
"""Commands that read a package; whatever is in it, each answers with one of the three statuses."""


_NOT_ALIKE = [
    name for name in HOSTILE if not any(table(other) in name for other in {*TABLES} - {"polls"})
]


class TestHostilePackages:
    """Never a traceback, a hang or a good answer for bad input (DESIGN 5)."""

    @pytest.mark.parametrize(("number", "name"), list(enumerate(_NOT_ALIKE)), ids=_NOT_ALIKE)
    def test_check_finds_it(self, number: int, name: str, copy: Path, shell: Shell) -> None:
        """Or it cannot run; one other command in turn answers too. One table is like another."""
        HOSTILE[name](copy)
        assert shell("check", "--dir", copy) in (1, 2)
        assert shell(*_ANSWERS[number % len(_ANSWERS)], "--dir", copy) in (0, 1, 2)

    @pytest.mark.slow
    @pytest.mark.parametrize("name", HOSTILE)
    def test_no_command_falls(self, name: str, copy: Path, shell: Shell) -> None:
        """Every command, one after the other on the same package."""
        HOSTILE[name](copy)
        status = shell("check", "--dir", copy, "--format", "json")
        assert status == 2 or json.loads(shell.out)["findings"]
        for arguments in _ANSWERS:
            assert shell(*arguments, "--dir", copy) in (0, 1, 2)

    def test_what_cannot_be_read_is_found(self, copy: Path, shell: Shell) -> None:
        """A file without permission is a finding (to whom the permission matters)."""
        path = copy / table("polls")
        path.chmod(0)
        assert shell("check", "--dir", copy) == (0 if os.access(path, os.R_OK) else 1)

    def test_an_empty_dataset_is_no_good_package(self, tmp_path: Path, shell: Shell) -> None:
        """Twelve tables are missing, not proved."""
        (tmp_path / "dataset").mkdir()
        assert shell("check", "--dir", tmp_path) == 1

    @settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_no_bytes_make_a_command_fall(
        self,
        data: st.DataObject,
        good: Path,
        tmp_path_factory: pytest.TempPathFactory,
        shell: Shell,
    ) -> None:
        """Bytes of a table or document replaced at random: every command answers."""
        root = tmp_path_factory.mktemp("fuzz") / "package"
        shutil.copytree(good, root)
        names = [*_MEMBERS, f"corpus/{tiny.EVENING}.txt"]
        for _ in range(data.draw(st.integers(1, 4))):
            path = root / data.draw(st.sampled_from(names))
            before = path.read_bytes()
            at = data.draw(st.integers(0, len(before)))
            piece = data.draw(
                st.binary(max_size=4)
                | st.sampled_from([b",", b'"', b"\n", b",,\n", b"99999999999", b"-1", "é".encode()])
            )
            path.write_bytes(before[:at] + piece + before[at + data.draw(st.integers(0, 9)) :])
        for command in CURATING:
            assert shell(command, "--dir", root) in (0, 1, 2)
        for arguments in (("evidence", "polls"), ("timeline",)):
            assert shell(*arguments, "--dir", root) in (0, 1, 2)
        shutil.rmtree(root)


def test_the_version_can_be_captured(capsys: pytest.CaptureFixture[str]) -> None:
    """`$(gsomia-data --version)` is the version: it goes to stdout, alone."""
    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr() == (f"{gd.__version__}\n", "")
