"""`quote` with text of all kinds: what it prints to paste is what is in the document."""

import csv
import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from gsomia_data import cli
from gsomia_data._floor.text import at_boundaries
from gsomia_data.curation.schema.models import TABLES
from kit import pasting, tiny
from kit.faults import add

SOURCE = "bay-2016-12-05"
DOCUMENT = (
    "Bay\tNews\r\n\r\n"
    "Sailors said “no” to the mili\u00adtary\u200b deal 👩\u200d💻❤\ufe0f.\r\n"
    "Critics’ share was 59\u00a0percent, the Cafe\u0301 said.\r\n"
    f"{unicodedata.normalize('NFD', '선원들은 반대했다.')}\r\n"
    "선원들은 서울과 도쿄에서 모였다.\r\n"
    "日本政府は協定に反対した。船員は日本でも反対した。\r\n"
    "This sentence goes on\r\nin the next line.\r\n"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package and one document more, which holds what documents may hold."""
    root = tiny.write(tmp_path_factory.mktemp("quote") / "package")
    _add(root)
    return root


def _add(root: Path) -> None:
    (root / f"corpus/{SOURCE}.txt").write_bytes(DOCUMENT.encode())
    add(
        "sources",
        source_id=SOURCE,
        title="Bay News",
        publisher="Bay News",
        published="2016-12-05",
        language="en",
        kind="news article",
        rights="Property of the publisher.",
        note="The date is from the address.",
    )(root)


def printed(capsys: pytest.CaptureFixture[str], root: Path, words: str) -> tuple[int, str]:
    """Exit status and output of `quote`."""
    capsys.readouterr()
    status = cli.main(["quote", SOURCE, words, "--dir", str(root)])
    return status, capsys.readouterr().out


def pasted(out: str) -> list[dict[str, str]]:
    """The rows that are printed to paste, without what is printed about them."""
    begins = out.index(f"{SOURCE}-")
    rows = out[begins:] if out.startswith("#") else out[out.index(f"\n{SOURCE}-") + 1 :]
    lines = csv.reader(io.StringIO(rows, newline=""), strict=True)
    header = TABLES["quotes"].header
    return [dict(zip(header, cells, strict=True)) for cells in lines if len(cells) == len(header)]


class TestFound:
    """0: the words are there, but for marks, blanks, normal form and what is not seen."""

    @pytest.mark.parametrize(
        ("words", "exact"),
        [
            ("Bay\tNews", "Bay\tNews"),
            ("Bay News", "Bay\tNews"),
            ('said "no" to', "said “no” to"),
            ("the military deal", "the mili\u00adtary\u200b deal"),
            ("59 percent", "59\u00a0percent"),
            ("Critics' share was 59 percent", "Critics’ share was 59\u00a0percent"),
            ("Café said", "Cafe\u0301 said"),
            ("👩\u200d💻", "👩\u200d💻"),
            ("서울과 도쿄", "서울과 도쿄"),
            ("日本政府は協定に反対した", "日本政府は協定に反対した"),
        ],
    )
    def test_line_to_paste(
        self, words: str, exact: str, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It has the characters of the document, and a difference is shown beside it."""
        status, out = printed(capsys, package, words)
        (row,) = pasted(out)
        assert (status, row["exact"]) == (0, exact)
        assert DOCUMENT[int(row["start"]) : int(row["stop"])] == exact
        assert ("[-only in your words-]" in out) == (words != exact)
        assert row["prefix"] == DOCUMENT[: int(row["start"])][-32:].replace("\r", "")

    def test_what_cannot_be_seen_is_marked(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A no-break space is a space with a mark, and the mark is explained."""
        _, out = printed(capsys, package, "59 percent")
        assert "[-59 percent-]{+59␣percent+}" in out or "[- -]{+␣+}" in out
        assert "␣ is a no-break space" in out
        assert r"\xa0" not in out
        _, out = printed(capsys, package, "the military deal")
        assert "mili<U+00AD>tary<U+200B>" in out

    def test_a_quote_for_each_line(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A quote ends before a line break, so words of two lines are two quotes."""
        for between in ("\r\n", "\n", " "):
            status, out = printed(capsys, package, f"sentence goes on{between}in the next line")
            rows = pasted(out)
            assert status == 0
            assert [row["exact"] for row in rows] == ["sentence goes on", "in the next line"]
            assert len({row["quote_id"] for row in rows}) == 2
            assert "a quote ends before a line break" in out

    def test_json(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The same for machines."""
        capsys.readouterr()
        call = ["quote", SOURCE, "59 percent", "--dir", str(package), "--format", "json"]
        assert cli.main(call) == 0
        (place,) = json.loads(capsys.readouterr().out)["places"]
        assert "59\u00a0percent" in place["row"]
        assert "\u00a0" in place["difference"]

    def test_through_a_pipe(self, package: Path) -> None:
        """Byte for byte, whatever the locale of the terminal."""
        call = [sys.executable, "-m", "gsomia_data", "quote", SOURCE, "the military deal"]
        done = subprocess.run(
            [*call, "--dir", package], capture_output=True, check=True, env={"LC_ALL": "C", **_PATH}
        )
        assert "the mili\u00adtary\u200b deal".encode() in done.stdout
        assert b"\r" not in done.stdout


_PATH = {"PYTHONPATH": str(Path(cli.__file__).parents[2])}


class TestNear:
    """1: the words are not there; what is most like them is shown, with the line to paste."""

    @pytest.mark.parametrize(
        ("words", "exact", "shown"),
        [
            ("percant", "percent", "[-percant-]{+percent+}"),
            ("military daal", "mili\u00adtary\u200b deal", "{+"),
            ("Cafés", "Cafe\u0301", "{+"),
            ("CRITICS", "Critics", "[-CRITICS-]{+Critics+}"),
            ("서을과", "서울과", "서[-을-]{+울+}과"),
            ("반데했다", None, "반"),
            ("日本政府は協定に反村した", "日本政府は協定に反対した", "反[-村-]{+対+}した"),
            ("船貝は日本でも", "船員は日本でも", "船[-貝-]{+員+}は"),
        ],
    )
    def test_one_wrong_letter(
        self,
        words: str,
        exact: str | None,
        shown: str,
        package: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """In a short word, and in text without blanks."""
        status, out = printed(capsys, package, words)
        (row,) = pasted(out)
        start, stop = int(row["start"]), int(row["stop"])
        assert status == 1
        assert row["exact"] == (exact or row["exact"]) == DOCUMENT[start:stop]
        assert shown in out
        assert at_boundaries(DOCUMENT, start, stop)

    def test_a_difference_in_words_of_two_lines(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One line to paste for each line of the document."""
        status, out = printed(capsys, package, "sentence goes an in the next line")
        assert status == 1
        assert [row["exact"] for row in pasted(out)] == ["sentence goes on", "in the next line"]


def _cite(root: Path, quote: str, words: str, alias: str) -> None:
    """An alias of South Korea, and the evidence for it."""
    key = f"kor-{quote[-1]}"
    add("aliases", alias_id=key, alias=alias, kind="name", actor_id="kor", source_id=SOURCE)(root)
    cells = {"table_name": "aliases", "row_key": key, "quote_id": quote, "words": words, "nth": "1"}
    cells["relation"] = "supports"
    add("evidence", column_name="alias", rule="verbatim", says=alias, **cells)(root)
    note = "invented"
    add("evidence", column_name="actor_id", rule="judged", says="kor", note=note, **cells)(root)


def _codes(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Code and message of each finding."""
    capsys.readouterr()
    cli.main(["check", "--dir", str(root), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [(one["code"], one["message"]) for one in findings]


def test_from_the_document_to_a_good_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `quote` and `gaps` print is pasted as it is; the document keeps every byte.

    The words of evidence may be decomposed, hold a soft hyphen, or be followed by a particle.
    """
    root = tiny.write(tmp_path / "package")
    _add(root)
    before = (root / f"corpus/{SOURCE}.txt").read_bytes()
    assert cli.main(["fmt", "--dir", str(root)]) == 0
    quoted = (
        ("선원들은 서울과 도쿄에서 모였다.", "서울", "서울"),
        ("the Café said.", "Cafe\u0301", "Café"),
        ("to the military deal", "mili\u00adtary", "military"),
    )
    for searched, words, alias in quoted:
        (row,) = pasted(printed(capsys, root, searched)[1])
        add("quotes", **row)(root)
        _cite(root, row["quote_id"], words, alias)
    capsys.readouterr()
    assert cli.main(["gaps", "--dir", str(root)]) == 1
    found = pasting.pasted(capsys.readouterr().out)
    for row in map(pasting.omission_of, [*found["quotes"], *found["omissions"]]):
        add("omissions", **row)(root)
    assert [cli.main([command, "--dir", str(root)]) for command in ("fmt", "build")] == [0, 0]
    assert _codes(root, capsys) == []
    assert (root / f"corpus/{SOURCE}.txt").read_bytes() == before
