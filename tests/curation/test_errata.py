"""docs/errata.md: every slip of a document, every corrected value of a release, nothing else."""

import csv
from pathlib import Path

from markdown_it import MarkdownIt

from gsomia_data.cli import main
from gsomia_data.curation.build import errata, generated
from kit import tiny
from kit.faults import Edit, add, drop, edit
from kit.files import lay_out, package
from kit.real import ROOT

SAID_IN = f"reactions oslo-statement act {tiny.EVENING}-3 said in"


def page(*edits: Edit, changelog: str = "") -> str:
    """The page of the invented package, in which one slip is marked."""
    files = tiny.good()
    for change in edits:
        change(files)
    made, findings = generated.made_from(package(files), {errata.CHANGELOG: changelog.encode()})
    assert findings == []
    return made[errata.PATH].decode()


def shown(text: str) -> list[list[str]]:
    """The cells of the table as a reader sees them, without its heading."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and len(rows[-1]) < 6:
            parts = [one.content for one in token.children or () if one.type != "html_inline"]
            rows[-1].append("".join(parts))
    return rows[1:]


class TestSlips:
    """Each row of evidence with the relation `slip`."""

    def test_one_with_all_that_is_known_of_it(self) -> None:
        """Document, sentence, what is meant, and the cell."""
        text = page()
        assert shown(text) == [
            [
                tiny.EVENING,
                "Oslo said in a statement that the accord helps the region.",
                "for made in",
                "reactions",
                "oslo-statement",
                "act",
            ]
        ]
        assert "| Oslo <b>said in</b> a statement that" in text

    def test_one_more_appears(self) -> None:
        """In the order of the documents, as they read."""
        where = {"table_name": "polls", "row_key": "hana-oppose", "column_name": "percent"}
        words = {"quote_id": f"{tiny.EVENING}-4", "words": "half", "nth": "1", "relation": "slip"}
        found = shown(page(add("evidence", **where, **words, note="for “a half”")))
        assert [row[2] for row in found] == ["for made in", "for “a half”"]
        assert found[1][3:] == ["polls", "hana-oppose", "percent"]

    def test_none(self) -> None:
        """A package without one says so."""
        text = page(drop("evidence", SAID_IN))
        assert "\nNone.\n" in text
        assert shown(text) == []

    def test_words_that_look_like_markup(self) -> None:
        """They are shown, and stay in their cell."""
        hostile = "<script>x</script> | **a** [b](https://example.org) `c` \\| @d &lt; $e$"
        text = page(edit("evidence", SAID_IN, note=hostile, words=f"said {hostile}"))
        ((_, sentence, meant, *_),) = shown(text)
        assert (sentence, meant) == (f"said {hostile}", hostile)
        assert "<script" not in text

    def test_those_of_this_dataset(self) -> None:
        """As many as there are, each with its document."""
        with (ROOT / "dataset" / "evidence.csv").open(encoding="utf-8", newline="") as file:
            slips = [row for row in csv.DictReader(file) if row["relation"] == "slip"]
        found = shown((ROOT / errata.PATH).read_text(encoding="utf-8"))
        columns = ("note", "table_name", "row_key", "column_name")
        assert sorted(row[2:] for row in found) == sorted(
            [row[name] for name in columns] for row in slips
        )
        assert all(words["words"] in " ".join(row[1] for row in found) for words in slips)


CHANGELOG = """# Changelog

## Unreleased

### Corrected values

- Not yet.

## 0.2.0 (2027)

### Added

- A table.

### Corrected values

| table | key | column | old | new |
|---|---|---|---|---|
| polls | a | percent | 58 | 59 |

### Other

- Nothing.

## 0.1.0

### Corrected values

None: nothing was published before.
"""


class TestCorrections:
    """The sections `Corrected values` of what was released."""

    def test_before_the_first_release(self) -> None:
        """What is unreleased corrects nothing that anybody has."""
        unreleased = CHANGELOG.partition("## 0.2.0")[0]
        for changelog in ("", "# Changelog\n", unreleased):
            assert page(changelog=changelog).endswith("\nNone yet: no version has been released.\n")

    def test_each_version(self) -> None:
        """The changelog's own lines, by version, and no other section."""
        _, _, found = page(changelog=CHANGELOG).partition("lists it.\n\n")
        row = "| polls | a | percent | 58 | 59 |"
        header = "| table | key | column | old | new |\n|---|---|---|---|---|"
        nothing = "None: nothing was published before."
        assert found == f"### 0.2.0\n\n{header}\n{row}\n\n### 0.1.0\n\n{nothing}\n"


def test_a_stale_page_is_found(tmp_path: Path) -> None:
    """As any other that `build` writes."""
    root = lay_out(tiny.good(), tmp_path)
    assert main(["build", "--dir", str(root)]) == 0
    assert main(["build", "--check", "--dir", str(root)]) == 0
    (root / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    assert main(["build", "--check", "--dir", str(root)]) == 1
