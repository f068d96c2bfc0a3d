"""What pages are made of: values for people, sentences, records and documents."""

from functools import cache

import pandas as pd
import pytest

import gsomia_data as gd
from gsomia_data.reading.files import Files
from gsomia_data.reading.resting import Cell
from gsomia_data.reading.site import contents, documents, records, sentences
from gsomia_data.reading.site.records import Block
from kit.real import ROOT

POLL = "gallup-korea-2016-11-oppose"


@cache
def whole() -> contents.Contents:
    """The shipped package; nothing changes it."""
    return contents.read(Files(ROOT))


@cache
def of(table: str, key: str) -> records.Record:
    """One record."""
    made = records.records(whole(), table, records.referrers(whole()))
    return next(one for one in made if one.key == key)


def block(table: str, key: str, column: str) -> Block:
    """The block of one cell."""
    return next(one for one in of(table, key).blocks if one.column == column)


class TestValues:
    """Beside the raw text what a person reads."""

    @pytest.mark.parametrize(
        ("table", "column", "raw", "text", "about"),
        [
            ("polls", "percent", "59", "59", None),
            ("polls", "released", "2016-11-18", "18 November 2016", None),
            ("dates", "date", "[..2016-11-30]", "by 30 November 2016", None),
            ("polls", "pollster", "gallup-korea", "Gallup Korea", ("actors", "gallup-korea")),
            ("polls", "agreement_id", "gsomia-2016", "GSOMIA", ("agreements", "gsomia-2016")),
            ("polls", "question", "", "", None),
        ],
    )
    def test_a_value(
        self, table: str, column: str, raw: str, text: str, about: tuple[str, str] | None
    ) -> None:
        """Dates in words, references by the short name of their row."""
        shown = whole().show(table, column, raw)
        assert (shown.raw, shown.text, shown.about) == (raw, text, about)


class TestWitnesses:
    """The rows of evidence, with their words in their quotation."""

    def test_all_are_there(self) -> None:
        """As many as the function of the reading library gives, and each with its words."""
        said = [one for listed in whole().witnesses.values() for one in listed]
        assert len(said) == len(gd.evidence())
        for one in said:
            assert one.quote.exact[one.start : one.stop] == one.words

    def test_supporting_ones_are_first(self) -> None:
        """And among them the firmest."""
        listed = whole().witnesses[Cell("polls", POLL, "percent")]
        assert [one.words for one in listed] == ["59 percent", "almost 60%", "more than half"]

    def test_how_a_weekday_is_read(self) -> None:
        """With the day of the article, and its weekday."""
        (first, *_) = whole().witnesses[Cell("dates", "gallup-korea-2016-11", "date")]
        assert first.words == "Friday"
        assert sentences.how(whole(), first) == (
            "Read from an article of Wednesday, 23 November 2016: the last day of that name before "
            "the day of publication. Inferred, as that day is not proved, or as the note says what "
            "else is dated."
        )

    def test_what_is_said_otherwise(self) -> None:
        """With the bound: nobody said 50."""
        listed = whole().witnesses[Cell("polls", POLL, "percent")]
        assert [sentences.otherwise(one) for one in listed] == [
            "",
            "Less exactly: below 60",
            "Less exactly: above 50",
        ]


class TestRecords:
    """A block per filled cell."""

    def test_each_filled_cell_has_a_block(self) -> None:
        """But the key, which the page is about."""
        (row,) = gd.polls().query("poll_id == @POLL").to_dict("records")
        blocks = [one.column for one in of("polls", POLL).blocks]
        assert ["poll_id", *blocks] == [name for name, cell in row.items() if not pd.isna(cell)]

    def test_a_copy_leads_to_its_original(self) -> None:
        """Where its words are."""
        released = block("polls", POLL, "released")
        assert released.sentences == ()
        (origin,) = released.origins
        assert origin.address == "dates/gallup-korea-2016-11.html#date"
        assert released.firmness == "inferred"

    def test_a_computed_cell_leads_to_what_it_is_computed_from(self) -> None:
        """Cells of its own row, or of others."""
        speech = block("reactions", "cnn-geng-shuang", "speech")
        assert [one.text for one in speech.origins] == ["act", "wording", "gist"]
        form = block("agreements", "gsomia-2016", "form")
        assert {one.address.partition("#")[0] for one in form.origins} == {
            "signatories/gsomia-2016-jpn.html",
            "signatories/gsomia-2016-kor.html",
        }

    def test_words_that_a_later_edition_repeats(self) -> None:
        """It is one witness, and the block leads to both places."""
        repeated = [
            (one.source.key, each.text, each.address)
            for record in records.records(whole(), "claims", {})
            for of_cell in record.blocks
            for one in of_cell.sentences
            for each in one.repeats
        ]
        assert repeated
        for source, label, address in repeated:
            assert source == "cnn-2016-11-23-0105et"
            assert label == "CNN, 23 November 2016 (another edition)"
            assert address.startswith("sources/cnn-2016-11-23-later.html#o")

    def test_rows_that_refer_to_it(self) -> None:
        """By table and column, with the cell that refers."""
        referring = {
            (one.table, one.column): one.rows for one in of("actors", "gallup-korea").referring
        }
        (poll,) = referring["polls", "pollster"]
        assert poll.address == f"polls/{POLL}.html#pollster"

    def test_the_neighbours(self) -> None:
        """In the order of the file; the first has none before it."""
        made = list(records.records(whole(), "reactions", {}))
        assert made[0].before is None
        assert made[-1].after is None
        assert made[1].before is not None
        assert made[1].before.address == f"reactions/{made[0].key}.html"


class TestDocuments:
    """A critical edition: text and apparatus."""

    def test_without_its_text(self) -> None:
        """What is quoted, and what is left out between."""
        for document in documents.documents(whole(), {}):
            parts = [part for line in document.lines for part in line.parts]
            quotes = [one.quote.key for one in parts if isinstance(one, documents.Quoted)]
            of_it = whole().of_document(document.source.key)
            assert quotes == [one.key for one in of_it]
            assert not document.whole
            left = [one for one in parts if isinstance(one, documents.Left)]
            inside = [
                each for one in parts if isinstance(one, documents.Quoted) for each in one.omissions
            ]
            omissions = gd.omissions().query("source_id == @document.source.key")
            assert len(left) + len(inside) == len(omissions)

    @pytest.mark.corpus
    def test_with_its_text(self) -> None:
        """Its lines that are not blank, to the character."""
        texts = {
            key: (ROOT / one.row["path"]).read_text("utf-8") for key, one in whole().sources.items()
        }
        for document in documents.documents(whole(), texts):
            shown = ["".join(map(text_of, line.parts)) for line in document.lines]
            written = texts[document.source.key].split("\n")
            assert shown == [line for line in written if line.strip()]

    def test_the_shortest_words_decide_the_line(self) -> None:
        """A name inside a clause that is copied whole has a line of its own."""
        (one,) = [
            one for one in documents.documents(whole(), {}) if one.source.key.startswith("presstv")
        ]
        quoted = next(
            part
            for line in one.lines
            for part in line.quoted
            if part.quote.key == "presstv-2016-11-23-11"
        )
        styles = {piece.text.strip(" ,"): piece.style for piece in quoted.pieces}
        assert styles["Washington"] == "proved"
        assert styles["Seoul and Tokyo"] == "proved thin"

    def test_an_address_that_is_not_one_of_the_web(self) -> None:
        """It is shown and leads nowhere."""
        addresses = {one.source.key: one.address for one in documents.documents(whole(), {})}
        assert addresses["dw-2016-11-14"].startswith("https://")
        assert addresses["presstv-2016-11-23"] == ""


def text_of(part: documents.Part) -> str:
    """The text of a part of a line."""
    if isinstance(part, documents.Quoted):
        return "".join(piece.text for piece in part.pieces)
    return part.text
