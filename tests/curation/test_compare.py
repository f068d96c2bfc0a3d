"""Two codings side by side: alignment, agreement, alpha, and the second coding of this dataset."""

import csv
import json
import math
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.cli import main
from gsomia_data.curation.desk import agreement, compare
from gsomia_data.curation.desk.coding import read
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from kit.examples import examples
from kit.real import ROOT

SECOND = ROOT / "docs" / "second-coding"
CLAIMS = SECOND / "claims"
PAGE = ROOT / "docs" / "reliability-of-coding.md"


def coding(folder: Path, stances: dict[str, tuple[str, int]]) -> Path:
    """A coding with one reaction per entry: key -> (stance, position of its word)."""
    folder.mkdir()
    for name in RECORD_TABLES:
        rows: list[list[str]] = []
        if name == "reactions":
            rows = [[key, stance] for key, (stance, _) in stances.items()]
            header = ["reaction_id", "stance"]
        else:
            header = list(TABLES[name].key)
        (folder / f"{name}.csv").write_bytes(csvfile.encode(header, rows))
    header = ["table_name", "row_key", "column_name", "source_id", "start", "stop"]
    marks = [
        ["reactions", key, "stance", "doc", str(at), str(at + 5)]
        for key, (_, at) in stances.items()
    ]
    (folder / "evidence.csv").write_bytes(csvfile.encode(header, marks))
    return folder


@pytest.fixture
def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interval of few resamples: of what is drawn a thousand times, all times are alike."""
    monkeypatch.setattr(agreement, "RESAMPLES", 40)


class TestAlignment:
    """Rows are partners by overlapping words for the same column of the same document."""

    def test_the_greatest_overlap_pairs_first(self, tmp_path: Path) -> None:
        """Keys do not matter; a row without overlap has no partner."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0), "y": ("support", 4)})
        second = coding(tmp_path / "b", {"y": ("oppose", 1), "z": ("support", 50)})
        found = compare.compare(read(first), read(second))
        assert found.partners["reactions"] == [("x", "y")]
        missing = [(one.first, one.second) for one in found.differences() if not one.column]
        assert missing == [("y", ""), ("", "z")]

    def test_what_only_one_has_read_is_not_compared(self, tmp_path: Path) -> None:
        """A row on a document in which the other has no evidence is neither right nor missed."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0), "later": ("support", 50)})
        second = coding(tmp_path / "b", {"x": ("oppose", 0)})
        evidence = first / "evidence.csv"
        evidence.write_bytes(evidence.read_bytes().replace(b"doc,50", b"later doc,50"))
        for a, b in ((first, second), (second, first)):
            assert list(compare.compare(read(a), read(b)).differences()) == []
        found = compare.compare(read(first), read(first))
        assert found.partners["reactions"] == [("later", "later"), ("x", "x")]

    @pytest.mark.usefixtures("few_resamples")
    def test_a_column_of_one_coding_is_not_compared(self, tmp_path: Path) -> None:
        """Who codes without a column has not left its cells empty."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0)})
        second = coding(tmp_path / "b", {"x": ("oppose", 0)})
        table = csvfile.encode(["reaction_id", "stance", "theme"], [["x", "support", "history"]])
        (first / "reactions.csv").write_bytes(table)
        for a, b in ((first, second), (second, first)):
            found = compare.compare(read(a), read(b))
            assert [one.column for one in found.differences()] == ["stance"]
            assert [one.column for one in found.figures()] == ["stance"]

    def test_rows_of_a_register_are_partners_by_their_key(self, tmp_path: Path) -> None:
        """Who codes from a list of keys has no evidence for a row whose cells stay empty."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0), "y": ("support", 10)})
        second = coding(tmp_path / "b", {"x": ("oppose", 0), "y": ("support", 10)})
        evidence = second / "evidence.csv"
        evidence.write_bytes(evidence.read_bytes().replace(b"reactions,y,", b"reactions,x,"))
        for a, b in ((first, second), (second, first)):
            found = compare.compare(read(a), read(b))
            assert found.partners["reactions"] == [("x", "x"), ("y", "y")]

    def test_one_key_on_other_words_is_not_a_partner(self, tmp_path: Path) -> None:
        """Where both rows have evidence, the words decide and not the name of the row."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0)})
        second = coding(tmp_path / "b", {"x": ("oppose", 50)})
        assert compare.compare(read(first), read(second)).partners["reactions"] == []

    @pytest.mark.usefixtures("few_resamples")
    def test_an_agreement_of_the_register_is_itself(self, tmp_path: Path) -> None:
        """Also where the other did not code the table; an unknown key is another agreement."""
        first = coding(tmp_path / "a", {"x": ("oppose", 0), "y": ("oppose", 10)})
        second = coding(tmp_path / "b", {"x": ("oppose", 0), "y": ("oppose", 10)})
        header = ["reaction_id", "agreement_id"]
        for folder, key in ((first, "pact"), (second, "other")):
            rows = [["x", "pact"], ["y", key]]
            (folder / "reactions.csv").write_bytes(csvfile.encode(header, rows))
        (first / "agreements.csv").write_bytes(csvfile.encode(["agreement_id"], [["pact"]]))
        (second / "agreements.csv").unlink()
        found = [
            (one.first, one.first_value, one.second_value)
            for one in compare.compare(read(first), read(second)).differences()
        ]
        assert found == [("y", "pact", "another (other)")]

    @pytest.mark.usefixtures("few_resamples")
    def test_a_coding_against_itself(self) -> None:
        """Every row is its own partner and nothing differs."""
        mine = read(ROOT)
        found = compare.compare(mine, mine)
        for name in RECORD_TABLES:
            assert all(a == b for a, b in found.partners[name])
            assert len(found.partners[name]) == len(mine.rows[name])
        assert list(found.differences()) == []
        for one in found.figures():
            assert one.agreed == one.units
            assert one.alpha is None or math.isclose(one.alpha, 1)

    def test_a_folder_that_is_not_a_coding(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One line, exit 2."""
        assert main(["compare", str(tmp_path), str(ROOT)]) == 2
        assert "evidence.csv" in capsys.readouterr().err
        (tmp_path / "evidence.csv").write_text("table_name,row_key,column_name\n", "utf-8")
        assert main(["compare", str(tmp_path), str(ROOT)]) == 2
        assert "it has none of the tables agreements, " in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["reactions", "evidence"])
    def test_an_empty_file_is_not_a_table(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        """A file without a header is refused: it does not even say that there are no rows."""
        folder = coding(tmp_path / "a", {"x": ("oppose", 0)})
        (folder / f"{name}.csv").write_bytes(b"")
        assert main(["compare", str(folder), str(ROOT)]) == 2
        assert f"{name}.csv: it does not have the columns" in capsys.readouterr().err


class Compared(NamedTuple):
    """What the command answers."""

    returncode: int
    stdout: str
    stderr: str


Compare = Callable[[Path, Path], Compared]


@pytest.fixture
def compared(capsys: pytest.CaptureFixture[str]) -> Compare:
    """Runs the command in this process."""

    def run(first: Path, second: Path) -> Compared:
        capsys.readouterr()
        status = main(["compare", str(first), str(second)])
        return Compared(status, *capsys.readouterr())

    return run


def compared_apart(first: Path, second: Path) -> Compared:
    """The command in its own process, which is ended if it hangs."""
    done = subprocess.run(
        [sys.executable, "-m", "gsomia_data", "compare", str(first), str(second)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return Compared(done.returncode, done.stdout, done.stderr)


class TestAHostileFolder:
    """`compare` reads as carefully as `check`: one line, exit 2 (SECURITY.md)."""

    @pytest.mark.parametrize("name", ["polls", "evidence", "quotes"])
    @pytest.mark.parametrize(
        ("kind", "why"),
        [
            ("pipe", "the file is not a regular file"),
            ("link", "the file is a link"),
            ("folder", "the file is not a regular file"),
            ("sparse", "the file is larger than 64,000,000 bytes"),
            ("missing", "the file is not there"),
        ],
    )
    def test_an_irregular_file(
        self, name: str, kind: str, why: str, tmp_path: Path, compared: Compare
    ) -> None:
        """No pipe is waited for, no link followed, nothing read without a limit."""
        folder = coding(tmp_path / "a", {"x": ("oppose", 0)})
        shutil.copy(ROOT / "dataset" / "quotes.csv", folder)
        path = folder / f"{name}.csv"
        path.rename(tmp_path / "outside.csv")
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "link":
            path.symlink_to(tmp_path / "outside.csv")
        elif kind == "folder":
            path.mkdir()
        elif kind == "sparse":
            with path.open("wb") as file:
                file.truncate(10**13)
        if kind == "missing" and name != "evidence":
            assert compared(folder, folder).returncode == 0
        else:
            done = (compared_apart if kind == "pipe" else compared)(folder, folder)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith(f"gsomia-data: {path}: {why}")
            assert done.stderr.count("\n") == 1

    def test_many_sparse_files(self, tmp_path: Path, compared: Compare) -> None:
        """Each is small enough, but all together are not."""
        folder = coding(tmp_path / "a", {"x": ("oppose", 0)})
        for name in RECORD_TABLES:
            with (folder / f"{name}.csv").open("wb") as file:
                file.truncate(60_000_000)
        done = compared(folder, folder)
        assert done.returncode == 2
        assert "leave no room in 256,000,000 bytes" in done.stderr

    @pytest.mark.parametrize("stop", ["9" * 12, "0", "-1", "9" * 5000])
    def test_words_that_end_nowhere(self, stop: str, tmp_path: Path, compared: Compare) -> None:
        """Words longer than a cell, or none at all, have no position."""
        folder = coding(tmp_path / "a", {"x": ("oppose", 0)})
        path = folder / "evidence.csv"
        path.write_bytes(path.read_bytes().replace(b"doc,0,5", f"doc,0,{stop}".encode()))
        done = compared(folder, folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert "the words of reactions x stance have no position" in done.stderr

    def test_a_folder_that_is_a_link(self, tmp_path: Path, compared: Compare) -> None:
        """Its target does not belong to this package."""
        coding(tmp_path / "elsewhere", {"x": ("oppose", 0)})
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "dataset").symlink_to(tmp_path / "elsewhere")
        done = compared(tmp_path / "a", tmp_path / "a")
        assert done.returncode == 2
        assert f"{tmp_path}/a/dataset: it is a link" in done.stderr


class TestAlpha:
    """Krippendorff 2011: alpha = 1 - observed disagreement / expected disagreement."""

    def test_by_hand(self) -> None:
        """Coders 'aab' and 'abb': 2 of 6 pairable values disagree, expected 18 of 30."""
        pairs = [("a", "a"), ("a", "b"), ("b", "b")]
        assert agreement.alpha(pairs) == pytest.approx(1 - (2 / 6) / (18 / 30))

    def test_one_value_is_undefined(self) -> None:
        """If nothing varies, agreement cannot be distinguished from habit."""
        assert agreement.alpha([("a", "a")] * 9) is None

    @examples(50)
    @given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2))
    def test_order_does_not_count(self, pairs: list[tuple[str, str]]) -> None:
        """Neither the order of the coders nor that of the units changes it."""
        value = agreement.alpha(pairs)
        turned = agreement.alpha([(b, a) for a, b in reversed(pairs)])
        assert (value is None) == (turned is None)
        assert value is None or turned == pytest.approx(value)


@cache
def second_compared(first: Path, second: Path) -> compare.Comparison:
    """A coding beside a second one."""
    return compare.compare(read(first), read(second))


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("second", [SECOND, CLAIMS], ids=["all-tables", "claims"])
class TestTheSecondCoding:
    """The settling in docs/reliability-of-coding.md; docs/make.py makes the figures."""

    def test_no_difference_is_open(self, second: Path) -> None:
        """Each difference, before and after, is settled with a reason; no settlement is stale.

        A row on which a later document speaks is no longer the one that was coded twice.
        """
        documents, now = read(second).documents, read(ROOT)
        later = {
            place
            for place, at in now.characters.items()
            if not {source for source, _, _ in at} <= documents
        }
        settled = rows_of(second / "settled.csv")
        listed = [
            (row["stage"], *(row[name] for name in ("table", "first", "second", "column")))
            for row in settled
        ]
        found = [
            (stage, one.table, one.first, one.second, one.column)
            for stage, folder in (("before", second / "before"), ("after", ROOT))
            for one in second_compared(folder, second).differences()
        ]

        def as_coded(one: tuple[str, ...]) -> bool:
            return one[0] == "before" or (one[1], one[2]) not in later

        assert list(filter(as_coded, listed)) == list(filter(as_coded, found))
        assert [one for one in listed if one[0] == "before"]
        assert all(row["reason"] for row in settled)
        after = {row["settled"] for row in settled if row["stage"] == "after"}
        assert after <= {"first", "neither"}

    @pytest.mark.corpus
    def test_its_words_are_in_the_documents(self, second: Path) -> None:
        """The second coding rests on the same corpus."""
        for row in rows_of(second / "evidence.csv"):
            path = ROOT / "corpus" / f"{row['source_id']}.txt"
            document = path.read_bytes().decode()
            assert document[int(row["start"]) : int(row["stop"])] == row["words"]

    @pytest.mark.usefixtures("few_resamples")
    def test_the_command(self, second: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Text and JSON say the same."""
        before = str(second / "before")
        assert main(["compare", before, str(second), "--differences"]) == 0
        text = capsys.readouterr().out
        assert main(["compare", before, str(second), "--format", "json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert f"{len(printed['differences'])} differences" in text
        coded = {name for name in RECORD_TABLES if (second / f"{name}.csv").exists()}
        assert {one["table"] for one in printed["figures"]} == coded


def test_the_page_counts_what_was_settled() -> None:
    """How many differences were settled for whom, before the tables changed."""
    settled = rows_of(CLAIMS / "settled.csv")
    times = Counter(row["settled"] for row in settled if row["stage"] == "before")
    told = (
        f"{times['first']} for the first coding, {times['second']} for the second, "
        f"{times['neither']} for neither"
    )
    assert told in " ".join(PAGE.read_text(encoding="utf-8").split())


Words = set[tuple[str, int]]
Groups = dict[tuple[str, str], list[Words]]


def groups(folder: Path) -> Groups:
    """Words of each side, by kind and group: its own span, or the evidence of its cell or row."""
    evidence = read(folder).characters
    found: Groups = {}
    for row in rows_of(folder / "tensions.csv"):
        if "start" in row:
            words = {(row["source_id"], at) for at in range(int(row["start"]), int(row["stop"]))}
        else:
            marks = evidence[row["table_name"], row["row_key"]]
            words = {(doc, at) for doc, column, at in marks if row["column_name"] in ("", column)}
        found.setdefault((row["kind"], row["tension_id"]), []).append(words)
    return found


def two_sides_meet(first: list[Words], second: list[Words]) -> bool:
    """Whether two sides of the one group overlap two sides of the other."""
    meeting = [
        (i, j) for i, ours in enumerate(first) for j, theirs in enumerate(second) if ours & theirs
    ]
    return any(i != k and j != m for (i, j), (k, m) in combinations(meeting, 2))


@cache
def tension_pairs() -> tuple[tuple[str, str, str], ...]:
    """Kind, group of the first coding, group of the second; empty where one has no partner."""
    first, second = groups(CLAIMS / "before"), groups(CLAIMS)
    found = [
        (kind, ours, theirs)
        for kind, ours in first
        for other, theirs in second
        if kind == other and two_sides_meet(first[kind, ours], second[other, theirs])
    ]
    met = {(kind, ours) for kind, ours, _ in found}
    found += [(kind, ours, "") for kind, ours in first if (kind, ours) not in met]
    met = {(kind, theirs) for kind, _, theirs in found}
    found += [(kind, "", theirs) for kind, theirs in second if (kind, theirs) not in met]
    return tuple(sorted(found))


class TestTensionsCodedTwice:
    """`tensions` is not a record table: its groups are compared by the words of their sides."""

    def test_the_pairs_are_those_that_are_listed(self) -> None:
        """tensions_pairs.csv has every group of both codings."""
        listed = rows_of(CLAIMS / "tensions_pairs.csv")
        found = tuple((row["kind"], row["first"], row["second"]) for row in listed)
        assert found == tension_pairs()

    @pytest.mark.parametrize("kind", ["tension", "perhaps one"])
    def test_the_page_has_their_figures(self, kind: str) -> None:
        """Precision is the share of the first's groups with a partner, recall of the second's."""
        pairs = [pair for pair in tension_pairs() if pair[0] == kind]
        cells: list[str] = [kind]
        for at in (1, 2):
            coded = {pair[at] for pair in pairs} - {""}
            met = {pair[at] for pair in pairs if all(pair)}
            cells += [str(len(coded)), str(len(met)), f"{len(met) / len(coded):.2f}"]
        assert f"| {' | '.join(cells)} |" in PAGE.read_text(encoding="utf-8")

    @pytest.mark.corpus
    def test_the_words_of_the_second_are_in_the_documents(self) -> None:
        """Each side is a passage of a document."""
        for row in rows_of(CLAIMS / "tensions.csv"):
            document = (ROOT / "corpus" / f"{row['source_id']}.txt").read_bytes().decode()
            assert document[int(row["start"]) : int(row["stop"])] == row["words"]
