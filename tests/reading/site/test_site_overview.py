"""The first page of the explorer: one value by a rule, the counts, what programs read."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data._floor.firmness import FIRMEST
from gsomia_data.reading.cells import Said
from gsomia_data.reading.files import Files
from gsomia_data.reading.resting import Cell
from gsomia_data.reading.site import overview
from gsomia_data.reading.site.contents import Contents, Witness, read
from gsomia_data.reading.site.overview import Shares
from gsomia_data.reading.site.pages import pages, site
from gsomia_data.reading.site.rendering import rendered
from kit.examples import examples
from kit.real import ROOT

HOSTILE = "</script><script>alert(1)</script>: <b title='\"'>&amp;\u2028"


def only(contents: Contents, degree: str) -> Contents:
    """The package as if all words that support something had the same firmness."""
    said = {
        cell: Said({degree} if one.degrees else set(), one.support, one.dispute)
        for cell, one in contents.said.items()
    }
    return replace(contents, said=said)


def proved_numbers(contents: Contents) -> list[Cell]:
    """The cells with a proved number, in the order of the files."""
    return [
        cell
        for table, rows in contents.rows.items()
        for key, row in rows
        for name, field in contents.files.fields(table).items()
        if row[name]
        and field["type"] in ("integer", "number")
        and (cell := Cell(table, key, name)) in contents.said
        and contents.said[cell].firmness == "proved"
    ]


def once(contents: Contents) -> dict[Cell, Sequence[Witness]]:
    """One witness for each cell, a supporting one if it has one."""
    return {cell: said[:1] for cell, said in contents.witnesses.items()}


class TestExample:
    """The value that explains the dataset is chosen by a rule, not by hand."""

    def test_no_proved_number_has_more_kinds_of_witnesses(
        self, contents: Contents, root: Path
    ) -> None:
        rows = gd.open(root).evidence().astype("string").fillna("").to_dict("records")
        kinds: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        proved = set()
        for row in rows:
            field = contents.files.fields(row["table_name"])[row["column_name"]]
            if field["type"] not in ("integer", "number"):
                continue
            cell = (row["table_name"], row["row_key"], row["column_name"])
            kinds.setdefault(cell, set()).add(
                (row["relation"], row["edition_of"] or row["source_id"])
            )
            if row["relation"] == "supports" and row["firmness"] == "proved":
                proved.add(cell)
        chosen = overview.example(contents)
        assert chosen is not None
        assert chosen.cell in proved
        assert len(kinds[chosen.cell]) == max(len(kinds[cell]) for cell in proved)

    def test_it_is_shown_with_all_that_is_said_of_it(self, contents: Contents) -> None:
        chosen = overview.example(contents)
        assert chosen is not None
        assert chosen.firmness == "proved"
        assert sum(len(one.readings) for one in chosen.sentences) == len(
            {
                (one.quote.exact, one.words, one.start, one.relation)
                for one in contents.witnesses[chosen.cell]
            }
        )

    def test_the_first_of_those_with_equally_many_is_taken(self, contents: Contents) -> None:
        chosen = overview.example(replace(contents, witnesses=once(contents)))
        assert chosen is not None
        assert chosen.cell == proved_numbers(contents)[0]

    @pytest.mark.parametrize("is_edition", [True, False])
    def test_editions_of_one_article_are_one_witness(
        self, contents: Contents, *, is_edition: bool
    ) -> None:
        first, second, *_ = proved_numbers(contents)
        (one,) = once(contents)[second]
        source = one.quote.source
        other = replace(source, key="other", first=source.first if is_edition else "other")
        again = replace(one, quote=replace(one.quote, source=other))
        witnesses = once(contents) | {second: [one, again]}
        chosen = overview.example(replace(contents, witnesses=witnesses))
        assert chosen is not None
        assert chosen.cell == (first if is_edition else second)

    def test_a_package_without_a_proved_number_has_none(self, contents: Contents) -> None:
        assert overview.example(only(contents, "inferred")) is None


class TestCounts:
    """How firm the cells of each table are, as the other faces of the package count."""

    def test_they_are_those_of_cells(self, contents: Contents, root: Path) -> None:
        """`cells` also has titles and dates of documents, which need no words but may have some."""
        needing = {
            (table, name)
            for table in contents.files.resources
            for name, field in contents.files.fields(table).items()
            if field.get("gsomia:needs_evidence")
        }
        counted = Counter(
            (row["table_name"], row["firmness"])
            for row in gd.open(root).cells().query("why.isna()").to_dict("records")
            if (row["table_name"], row["column_name"]) in needing
        )
        found = overview.shares(contents)
        assert counted == {
            (table, degree): number
            for table, firm in found.items()
            for degree, number, _ in firm.counts
            if number
        }
        assert list(found) == [one for one in contents.rows if contents.rests_on_words(one)]

    def test_the_last_line_sums_them_up(self, contents: Contents) -> None:
        shown = overview.overview(contents)
        listed = [one.shares for one in shown.tables if one.shares]
        for degree in FIRMEST:
            assert getattr(shown.total, degree) == sum(getattr(one, degree) for one in listed)

    @given(st.builds(Shares, *[st.integers(0, 5000)] * 3))
    @examples(100)
    def test_a_bar_is_filled_from_end_to_end(self, shares: Shares) -> None:
        end = 0.0
        for part in shares.bar:
            assert float(part.start.rstrip("%")) == pytest.approx(end, abs=0.11)
            end = float(part.start.rstrip("%")) + float(part.length.rstrip("%"))
        assert end == pytest.approx(100 if shares.cells else 0, abs=0.11)
        assert [part.firmness for part in shares.bar] == [
            name for name, number, _ in shares.counts if number
        ]


class TestDocuments:
    """The list of documents says how much of each is quoted."""

    def test_each_document_is_listed_with_its_share(self, contents: Contents) -> None:
        listed = overview.overview(contents).documents
        assert len(listed) == len(contents.sources)
        for one, source in zip(listed, contents.sources.values(), strict=True):
            quotes = [each for each in contents.quotes.values() if each.source is source]
            share = sum(len(each.exact) for each in quotes) / int(source.row["characters"])
            assert one.passages == len(quotes)
            assert one.share == f"{100 * share:.0f}%"
            assert (one.edition_of is None) == (not source.row["edition_of"])


class Scripts(HTMLParser):
    """The scripts of a page: their attributes and their text."""

    def __init__(self, page: str) -> None:
        """The scripts of ``page``."""
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.heading = self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a script."""
        self._inside = tag
        if tag == "script":
            self.found.append((dict(attrs), ""))

    def handle_endtag(self, _tag: str) -> None:
        """Leave the element."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Note the text of a script, or of the heading."""
        if self._inside == "script":
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)
        if self._inside == "h1":
            self.heading += data


def first_page(contents: Contents) -> str:
    """The first page as HTML."""
    listed = [one for one in pages(contents, {}) if one.path == "index.html"]
    ((_, text),) = rendered(site(contents.files.descriptor), listed, whole=False)
    return text.decode()


class TestMetadata:
    """What programs that look for datasets read in the first page."""

    def test_it_is_json_of_what_the_descriptor_knows(self, contents: Contents) -> None:
        scripts = Scripts(first_page(contents)).found
        (text,) = [text for about, text in scripts if about.get("type") == "application/ld+json"]
        read_back = json.loads(text)
        descriptor = contents.files.descriptor
        assert read_back["@type"] == "Dataset"
        assert read_back["name"] == descriptor["title"]
        assert read_back["version"] == descriptor["version"]
        assert read_back["license"] == descriptor["licenses"][0]["path"]
        assert "url" not in read_back
        assert "distribution" not in read_back

    def test_it_agrees_with_the_published_file(self) -> None:
        published = json.loads((ROOT / "docs/metadata/schema-org.jsonld").read_bytes())
        made = overview.metadata(Files(ROOT).descriptor)
        assert made == {name: published[name] for name in made}

    def test_what_is_not_known_is_left_out(self, contents: Contents) -> None:
        known = contents.files.descriptor
        bare = {name: value for name, value in known.items() if name != "keywords"}
        made = overview.metadata({**bare, "licenses": [{"name": "own"}]})
        assert "keywords" not in made
        assert "license" not in made

    def test_a_hostile_title_stays_text(self, copy: Path) -> None:
        path = copy / "datapackage.json"
        descriptor = json.loads(path.read_bytes())
        path.write_text(json.dumps({**descriptor, "title": HOSTILE, "description": HOSTILE}))
        page = Scripts(first_page(read(Files(copy))))
        inline = [(about, text) for about, text in page.found if text]
        assert len(page.found) == 2
        assert len(inline) == 1
        assert json.loads(inline[0][1])["name"] == HOSTILE
        assert page.heading == HOSTILE.partition(": ")[2]
