"""Where sources disagree: `conflicts`, the marks in notes, and `diff` between two packages."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data
from gsomia_data._floor.marks import Mark, marks
from gsomia_data.cli import main
from kit.real import ROOT, copy_of_the_package

POLL = "gallup-korea-2016-11-oppose"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)


class TestMarks:
    """docs/decisions.md: a mark is read as it is written; other notes have none."""

    def test_the_three_kinds(self) -> None:
        """Kind, column, quote and words, or the other cell; each up to the next mark."""
        note = (
            'Otherwise (scope, dw-1): "all of it". Tension (value; dates a-b status): they differ. '
            'Reported so (event, cnn-2): "takes place", for takes effect. Perhaps.'
        )
        assert marks(note) == [
            Mark("otherwise", "scope", '"all of it".', "dw-1", "all of it"),
            Mark("tension", "value", "they differ.", other=("dates", "a-b", "status")),
            Mark(
                "reported so",
                "event",
                '"takes place", for takes effect. Perhaps.',
                "cnn-2",
                "takes place",
            ),
        ]

    @given(TEXT)
    def test_any_note(self, note: str) -> None:
        """Whatever the note, reading it does not fall, and what is found stands in it."""
        assert all(mark.text in note for mark in marks(note))


class TestConflicts:
    """DESIGN section 6: cells that some source disputes, approximates or words otherwise."""

    def test_each_differing_row_of_evidence_is_there(self) -> None:
        """Every row that does not state, with those that state the same cell beside it."""
        evidence = gsomia_data.load("evidence")
        found = gsomia_data.conflicts()
        differing = evidence[evidence["relation"] != "supports"]
        cells = set(
            zip(
                differing["table_name"], differing["row_key"], differing["column_name"], strict=True
            )
        )
        beside = evidence[
            [
                cell in cells
                for cell in zip(
                    evidence["table_name"],
                    evidence["row_key"],
                    evidence["column_name"],
                    strict=True,
                )
            ]
        ]
        told = found[
            found["relation"].isin(["supports", "approximates", "disputes", "rewords", "slip"])
        ]
        assert len(told) == len(beside)
        assert set(told["words"]) == set(beside["words"])

    def test_what_the_issue_names(self) -> None:
        """The share, who dropped the pact, will sign or was signed, the two ranks."""
        found = gsomia_data.conflicts()
        cells = {
            (row["table_name"], row["row_key"], row["column_name"], row["relation"])
            for row in found.to_dict("records")
        }
        assert {
            ("polls", "gallup-korea-2016-11-oppose", "percent", "approximates"),
            ("dates", "gsomia-2012-abandoned", "actor", "approximates"),
            ("agreements", "trilateral-2014", "status", "disputes"),
            ("agreements", "trilateral-2014", "korea_partner_rank", "tension"),
            ("agreements", "gsomia-2016", "korea_partner_rank", "tension"),
            ("agreements", "gsomia-2016", "scope", "disputes"),
            ("sources", "joongang-2014-12-26", "title", "reported so"),
        } <= cells

    def test_the_value_is_the_cell_as_it_is_written(self) -> None:
        """59, not 59.0."""
        found = gsomia_data.conflicts()
        share = found[(found["row_key"] == POLL) & (found["column_name"] == "percent")]
        assert set(share["value"]) == {"59"}
        assert set(share["says"]) == {"59", "60", "50"}

    def test_the_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Text and JSON tell the same cells."""
        assert main(["conflicts"]) == 0
        text = capsys.readouterr().out
        assert main(["conflicts", "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert len(rows) == len(gsomia_data.conflicts())
        for row in rows:
            assert (
                f"{row['table_name']} {row['row_key']} {row['column_name']}: {row['value']}" in text
            )


class TestDiff:
    """CHANGELOG.md, "Corrected values": table, key, column, old, new, evidence."""

    def test_a_corrected_value(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One cell changed is one line, with the quotes that it rests on."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().replace(b",oppose,59,", b",oppose,58,"))
        assert main(["diff", str(old), str(ROOT)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[2:] == [
            "| polls | gallup-korea-2016-11-oppose | percent | 58 | 59 | presstv-2016-11-23-9 |"
        ]

    def test_a_row_that_was_added(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A row has no column; each of the table is one."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        assert main(["diff", str(old), str(ROOT), "--format", "json"]) == 0
        told = {
            (change["key"], change["column"], change["new"])
            for change in json.loads(capsys.readouterr().out)
        }
        assert told == {(key, "", "added") for key in gsomia_data.polls()["poll_id"]}
        assert (POLL, "", "added") in told

    def test_nothing_changed(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A package against itself."""
        assert main(["diff", str(ROOT), str(ROOT)]) == 0
        assert capsys.readouterr().out == "No value was corrected.\n"

    def test_a_column_that_is_new(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Two releases can be compared although a table has gained a column."""
        old = copy_of_the_package(tmp_path)
        path = old / "dataset" / "polls.csv"
        header = path.read_bytes().splitlines(keepends=True)[0]
        path.write_bytes(header.replace(b"percent,", b""))
        assert main(["diff", str(old), str(ROOT), "--format", "json"]) == 0
        added = {one["key"] for one in json.loads(capsys.readouterr().out) if one["new"] == "added"}
        assert added == set(gsomia_data.polls()["poll_id"])

    def test_a_broken_package(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One line, exit 2."""
        old = copy_of_the_package(tmp_path)
        (old / "dataset" / "polls.csv").write_bytes(b"\xff")
        assert main(["diff", str(old), str(ROOT)]) == 2
        assert "polls.csv cannot be read" in capsys.readouterr().err
