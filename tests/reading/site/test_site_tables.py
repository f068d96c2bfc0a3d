"""The pages of tables: what a reader sees of a cell, what is hidden, filtered, sorted."""

import re
from functools import cache
from pathlib import Path

import pytest

from gsomia_data._floor import edtf
from gsomia_data.reading import site
from gsomia_data.reading.files import Files
from gsomia_data.reading.site import contents, tables
from kit.real import ROOT

STYLE = Path(site.__file__).parent / "static" / "site.css"


@cache
def whole() -> contents.Contents:
    """The shipped package; nothing changes it."""
    return contents.read(Files(ROOT))


@cache
def pages() -> dict[str, tables.Table]:
    """Its table pages, by the name of the file that a reader can save."""
    return {one.file: one for one in tables.tables(whole())}


def cell(page: str, key: str, column: str) -> tables.Cell:
    """The cell of the row that begins with a key."""
    table = pages()[page]
    at = [one.name for one in table.columns].index(column)
    return next(row[at] for row in table.rows if row[0].raw == key)


class TestCells:
    """A cell, with its raw value, for people, where it leads."""

    def test_a_cell_leads_to_its_words(self) -> None:
        """With its firmness, and where documents differ."""
        found = cell("polls", "gallup-korea-2016-11-oppose", "percent")
        assert found.raw == found.text == "59"
        assert found.address == "polls/gallup-korea-2016-11-oppose.html#percent"
        assert found.firmness == "proved"
        assert found.differs == "conflicts.html#polls.gallup-korea-2016-11-oppose.percent"

    def test_a_reference_has_the_name_of_its_row(self) -> None:
        """And leads to its own cell, not away."""
        found = cell("polls", "gallup-korea-2016-11-oppose", "pollster")
        assert (found.raw, found.text) == ("gallup-korea", "Gallup Korea")
        assert found.address == "polls/gallup-korea-2016-11-oppose.html#pollster"

    def test_a_day_stays_on_one_line(self) -> None:
        """Its raw value has no such blanks."""
        found = cell("polls", "gallup-korea-2016-11-oppose", "released")
        assert (found.raw, found.text) == ("2016-11-18", "18\u00a0November\u00a02016")

    def test_the_key_leads_to_the_record(self) -> None:
        """It rests on no words."""
        found = cell("actors", "chn", "actor_id")
        assert (found.address, found.firmness) == ("actors/chn.html", "")

    def test_the_proof_has_raw_text(self) -> None:
        """With links to the passage, the record's cell, the omission, the tension."""
        rows = {
            name: {column.name: one for column, one in zip(page.columns, page.rows[0], strict=True)}
            for name, page in pages().items()
        }
        quote = rows["quotes"]["quote_id"]
        assert re.fullmatch(r"sources/[a-z0-9-]+\.html#q\d+", quote.address)
        assert re.fullmatch(r"sources/.*\.html#o\d+", rows["omissions"]["source_id"].address)
        about = rows["evidence-polls"]
        column = about["column_name"].raw
        assert about["row_key"].address == f"polls/{about['row_key'].raw}.html#{column}"
        assert "#q" in about["quote_id"].address
        assert rows["tensions"]["tension_id"].address.startswith("conflicts.html#tension.")
        proof = [page for page in pages().values() if not whole().rests_on_words(page.name)]
        assert {page.name for page in proof} == {"quotes", "evidence", "omissions", "tensions"}
        assert all(one.raw == one.text for page in proof for row in page.rows for one in row)
        assert not any(page.firm for page in proof)


class TestSorting:
    """A key only where the raw text would be out of order."""

    def test_dates_are_in_order(self) -> None:
        """By the first day, else the last, whatever their form."""
        table = pages()["dates"]
        at = [one.name for one in table.columns].index("date")
        found = sorted((row[at] for row in table.rows), key=lambda one: one.sort or one.raw)
        read = [edtf.parse(one.raw) for one in found]
        days = [one.earliest or one.latest for one in read]
        assert None not in days
        assert days == sorted(days)  # type: ignore[type-var]

    @pytest.mark.parametrize(
        ("raw", "key"),
        [("2016-11-23", ""), ("2016", ""), ("1910/1945", "1910-01-01")],
    )
    def test_a_date_has_a_key_only_if_it_needs_one(self, raw: str, key: str) -> None:
        """A point in time is in order as it is written."""
        table = pages()["dates"]
        at = [one.name for one in table.columns].index("date")
        listed = {row[at].raw: row[at].sort for row in table.rows}
        assert listed.get(raw, key) == key
        assert listed["1910/1945"] == "1910-01-01"

    def test_a_set_without_a_first_day_is_sorted_by_its_last(self) -> None:
        """As there is no other."""
        listed = {one.raw: one.sort for row in pages()["dates"].rows for one in row}
        last = [raw for raw in listed if raw.startswith("[..")]
        assert last
        assert all(listed[raw] == raw[3:-1] for raw in last)


class TestColumns:
    """What is hidden at first follows from the schema."""

    def test_remarks_and_what_programs_compute_are_hidden(self) -> None:
        """And empty columns; but not what names a row."""
        assert {"note", "question", "fieldwork", "country"} <= set(pages()["polls"].hidden)
        assert {"prefix", "suffix", "start", "stop"} <= set(pages()["quotes"].hidden)
        assert {"sha256", "path", "note"} <= set(pages()["sources"].hidden)
        assert {"earliest", "latest"} <= set(pages()["dates"].hidden)
        assert "table_name" in pages()["evidence-polls"].hidden
        for name, column in [
            ("tensions", "note"),
            ("agreements", "label"),
            ("dates", "title"),
            ("omissions", "opens"),
            ("quotes", "exact"),
            ("reactions", "speech"),
        ]:
            assert column not in pages()[name].hidden, (name, column)

    def test_the_key_is_never_hidden(self) -> None:
        """A reader could not tell the rows apart."""
        for page in pages().values():
            key = set(whole().files.schema(page.name)["primaryKey"]) - {tables.BY}
            assert not key & set(page.hidden), page.file

    def test_the_style_can_hide_each_column(self) -> None:
        """There is a rule for each number that a page may have."""
        rules = set(re.findall(r"\.hide(\d+) tr>:nth-child\(\1\)", STYLE.read_text("utf-8")))
        most = max(len(page.columns) for page in pages().values())
        assert {str(at) for at in range(1, most + 1)} <= rules

    def test_long_texts_have_room(self) -> None:
        """More than codes."""
        width = {one.name: one.width for one in pages()["claims"].columns}
        assert (width["claim_id"], width["clause"]) == ("key", "long")
        assert {one.name: one.width for one in pages()["polls"].columns}["answer"] == "short"


class TestFilters:
    """Columns of few known things."""

    def test_what_can_be_chosen(self) -> None:
        """Codes in the order of the codebook, with their numbers; no hidden column."""
        found = {one.column: one.options for one in pages()["reactions"].filters}
        assert {"agreement_id", "act", "stance", "theme"} <= set(found)
        assert "date_id" not in found
        stances = [raw for raw, _, _ in found["stance"]]
        declared = whole().files.fields("reactions")["stance"]["categories"]
        assert stances == [one for one in declared if one in stances]
        rows = len(pages()["reactions"].rows)
        assert sum(number for *_, number in found["stance"]) == rows

    def test_one_value_is_no_choice(self) -> None:
        """A column whose rows are all alike has no filter."""
        options = [one.options for page in pages().values() for one in page.filters]
        assert options
        assert all(len(one) > 1 for one in options)


def test_the_parts_of_the_evidence_are_all_of_it() -> None:
    """Each row once, in the part of its table."""
    found = tables.parts(whole())
    assert sum(one.rows for one in found) == len(whole().rows[tables.SPLIT])
    assert "tables/evidence-polls.html" in [one.link.address for one in found]
    for file, page in pages().items():
        if page.name == tables.SPLIT:
            at = [one.name for one in page.columns].index(tables.BY)
            assert {row[at].raw for row in page.rows} == {file.removeprefix("evidence-")}
