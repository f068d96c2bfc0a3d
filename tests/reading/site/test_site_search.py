"""The index of the search, and that the script folds text as Python does."""

import json
import re
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from gsomia_data._floor.text import fold
from gsomia_data.reading import site
from gsomia_data.reading.files import Files
from gsomia_data.reading.site import contents, search
from kit.real import ROOT

SCRIPT = Path(site.__file__).parent / "static" / "site.js"
NODE = shutil.which("node")


@cache
def whole() -> contents.Contents:
    """The shipped package; nothing changes it."""
    return contents.read(Files(ROOT))


@cache
def entries() -> tuple[search.Entry, ...]:
    """All that can be found in it."""
    return tuple(search.entries(whole()))


def folded(texts: list[str]) -> list[str]:
    """What the script makes of texts, run by Node."""
    assert NODE is not None
    source = SCRIPT.read_text(encoding="utf-8")
    found = re.search(r"/\* Folding.*?(?=/\* The words)", source, re.DOTALL)
    assert found
    program = (
        f"{found[0]}\nlet data = ''; process.stdin.on('data', one => data += one)"
        ".on('end', () => console.log(JSON.stringify(JSON.parse(data).map(fold))));"
    )
    done = subprocess.run(
        [NODE, "-e", program],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    answered: list[str] = json.loads(done.stdout)
    return answered


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
class TestFolding:
    """What a reader types is found whatever its form, in a browser as in Python."""

    def test_each_entry_is_folded_alike(self) -> None:
        """All text of the index."""
        texts = [part for one in entries() for part in one]
        assert folded(texts) == [fold(text) for text in texts]

    def test_each_letter_is_folded_alike(self) -> None:
        """Of Latin, Greek, Cyrillic, Cherokee, Korean, Japanese, and the forms of letters."""
        ranges = [(1, 0x700), (0x10A0, 0x1400), (0x1D00, 0x2200), (0x3000, 0x3200)]
        ranges += [(0xA640, 0xA800), (0xAB30, 0xD7B0), (0xF900, 0x10000), (0x10400, 0x10500)]
        every = (chr(at) for start, stop in ranges for at in range(start, stop))
        letters = [one for one in every if unicodedata.category(one) not in ("Cn", "Cs")]
        assert folded(letters) == [fold(one) for one in letters]

    def test_words_are_folded_alike(self) -> None:
        """A sigma at the end of a word, sharp s, dotless i, marks, blanks, hidden hyphens."""
        texts = [
            " ΟΔΟΣ ὀδός",
            "Straße\u00a0STRASSE",
            "İstanbul ısı",
            "e\u0301 É",
            "a\u00adb\u200bc",
        ]
        texts += ["“Don’t”—no\x1cyes\x85", "\ufeffx\ufeff y", "ǰ ΐ", "ﬁne", "서울 서울"]
        assert folded(texts) == [fold(text) for text in texts]


class TestEntries:
    """What can be found, and where it is."""

    def test_a_record_a_document_a_passage(self) -> None:
        """By what they say."""
        found = {one.address: one for one in entries()}
        poll = found["polls/gallup-korea-2016-11-oppose.html"]
        assert "Gallup Korea" in poll.title
        assert poll.kind == "Polls"
        passage = found["sources/presstv-2016-11-23.html#q9"]
        assert "59 percent" in passage.text
        assert found["sources/dw-2016-11-14.html"].kind == "Document"

    def test_definitions(self) -> None:
        """Tables, columns, codes and rules."""
        found = {one.address: one for one in entries()}
        code = found["codebook.html#reactions.stance.oppose"]
        declared = whole().files.fields("reactions")["stance"]["gsomia:codes"]["oppose"]
        assert (code.kind, code.text) == ("Code", declared)
        assert found["codebook.html#dates.event.poll-released"].title.startswith("poll released")
        assert "codebook.html#rule.number" in found

    def test_a_name_leads_to_whom_it_names(self) -> None:
        """In any language."""
        china = next(one for one in entries() if one.address == "actors/chn.html")
        assert "중국" in china.text

    def test_an_entry_is_on_one_line(self) -> None:
        """No end of a line reaches the script."""
        assert all(len(part.splitlines()) <= 1 for one in entries() for part in one)

    def test_no_entry_is_there_twice(self) -> None:
        """Nor is one without a title or a kind."""
        addresses = [one.address for one in entries()]
        assert len(set(addresses)) == len(addresses)
        assert all(one.title and one.kind for one in entries())
