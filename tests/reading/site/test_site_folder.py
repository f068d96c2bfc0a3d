"""The built explorer, read without a browser: its words, its values, its links, its weight."""

import html
import json
import os
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import gsomia_data as gd
from kit.html import Element, Page
from kit.real import ROOT
from kit.site import (
    FIRMNESSES,
    MARKER,
    PROOF,
    Contents,
    Row,
    Site,
    Span,
    environment,
    hyphenated,
    marked,
    named,
    number,
    offset,
    plain,
    raw,
    read,
    scheme,
)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
SHARED = ("site.css", "site.js", "entries.js")
PAGES = ("index", "timeline", "conflicts", "wordings", "codebook", "cite", "search")
"""The pages of which there is one each."""
DISTINCTIVE = 25
"""Omitted text of so many characters says more than its first words, which are published."""

STEP = 5
"""From one piece of it that is searched for to the next."""

# The budget, in bytes: section 9 of the design of the explorer.
A_PAGE = 150_000
A_DOCUMENT = 120_000
A_RECORD = 10_000  # the median of them
ON_AVERAGE = 12_000
CSS_AND_SCRIPT = 30_000
LARGER = {"tables/evidence-claims.html": 220_000}  # decision 153 says why
ENTRIES = 150_000
SCRIPT_LINES = 200


def evidence_parts(contents: Contents) -> dict[str, list[Row]]:
    """The rows of evidence by the page that shows them."""
    return {
        f"tables/{PROOF}-{table}.html": contents.by(PROOF, "table_name")[table]
        for table in contents.proved_tables()
    }


def table_pages(contents: Contents) -> dict[str, tuple[str, list[Row]]]:
    """The table and the rows that each page of a table shows."""
    whole = {
        f"tables/{table}.html": (table, rows)
        for table, rows in contents.rows.items()
        if table != PROOF
    }
    return whole | {path: (PROOF, rows) for path, rows in evidence_parts(contents).items()}


def body(page: Page) -> list[tuple[Element, list[Element]]]:
    """The rows of a table page, each with its cells."""
    table = page.ids["page-table"]
    return [(row, row.children) for row in table.one("tbody").all("tr")]


def frame_of(site: Site, name: str) -> list[dict[str, object]]:
    """What the reading API gives, a missing value as an empty text."""
    frame = getattr(gd.open(site.contents.root), name)()
    records: list[dict[str, object]] = (
        frame.astype(object).where(frame.notna(), "").to_dict("records")
    )
    return records


def conflict_ids(site: Site) -> dict[str, str]:
    """The kind of each conflict by its address on the page of disagreements."""
    found = {}
    for row in frame_of(site, "conflicts"):
        kind, name = str(row["kind"]), str(row["conflict"])
        if kind in {"tension", "perhaps one"}:
            found[f"tension.{name}"] = kind
        elif kind == "claims":
            aspect, _, thing = name.partition(" ")
            for full in Contents(site.contents.root).fields("claims")["aspect"]["categories"]:
                if name.startswith(f"{full} "):
                    aspect, thing = full, name.removeprefix(f"{full} ")
            found[f"claims.{hyphenated(aspect)}.{hyphenated(thing)}"] = kind
        else:
            found[name.replace(" ", ".")] = kind
    return found


class TestWhatIsThere:
    """Each thing has its page, and each page its place."""

    def test_each_address_of_the_layout_is_a_file(self, site: Site) -> None:
        """And nothing else is: not a page too many, not a file of another kind."""
        contents = site.contents
        expected = {f"{name}.html" for name in PAGES} | set(SHARED)
        expected |= {f"tables/{name}.html" for name in contents.resources}
        expected |= set(evidence_parts(contents))
        expected |= {f"sources/{row['source_id']}.html" for row in contents.rows["sources"]}
        for table in contents.records:
            (key,) = contents.key(table)
            expected |= {contents.address(table, row[key]) for row in contents.rows[table]}
        assert set(site.files) == expected
        assert (site.root / MARKER).is_file()

    def test_each_page_is_strict_html_in_english(self, site: Site) -> None:
        """Ids once, tags closed, headings in steps, landmarks, a name for each field and link."""
        for path, page in site.pages.items():
            assert page.root.get("lang") == "en", path
            (charset,) = page.all("meta", having="charset")
            assert charset.get("charset").lower() == "utf-8", path
            names = [one.get("name") for one in page.all("meta")]
            assert "viewport" in names, path

    def test_each_page_has_a_title_of_its_own(self, site: Site) -> None:
        """By which tabs and bookmarks tell them apart."""
        titles = Counter(page.one("title").text for page in site.pages.values())
        assert [title for title, times in titles.items() if times > 1 or not title.strip()] == []

    def test_each_page_has_its_furniture(self, site: Site) -> None:
        """The skip link is the first of the links; then the header with its navigation, main."""
        for path, page in site.pages.items():
            assert page.all("a")[0].get("href") == "#page-main", path
            assert page.ids["page-main"].tag == "main", path
            nav = page.ids["page-nav"]
            assert nav.tag == "nav", path
            assert nav.get("aria-label"), path
            assert "header" in [one.tag for one in nav.above()], path

    def test_no_id_of_the_furniture_can_be_that_of_a_column(self, site: Site) -> None:
        """On the pages of records each id is a column of the table, or begins with page-."""
        contents = site.contents
        for table in contents.records:
            for path, page in site.pages.items():
                if path.startswith(f"{table}/"):
                    others = set(page.ids) - set(contents.header[table])
                    assert [one for one in others if not one.startswith("page-")] == [], path

    def test_the_overview_leads_to_each_table_and_document(self, site: Site) -> None:
        """With the number of rows of each table."""
        page, contents = site.pages["index.html"], site.contents
        assert {"tables", "documents"} <= set(page.ids)
        led = {link.path for link in site.led["index.html"]}
        assert {f"tables/{name}.html" for name in contents.resources} <= led
        assert {f"sources/{row['source_id']}.html" for row in contents.rows["sources"]} <= led
        for name, rows in contents.rows.items():
            (line,) = [
                row
                for row in page.all("tr")
                if any(one.get("href") == f"tables/{name}.html" for one in row.all("a"))
            ]
            numbers = [one.text.strip().replace(",", "") for one in line.all("td", "th")]
            assert str(len(rows)) in numbers, name

    def test_each_page_can_be_reached_from_the_overview(self, site: Site) -> None:
        """By links alone."""
        links: dict[str, set[str]] = {path: set() for path in site.pages}
        for link in site.internal:
            links[link.page].add(link.path)
        seen, ahead = {"index.html"}, ["index.html"]
        while ahead:
            new = links[ahead.pop()] & set(site.pages) - seen
            seen |= new
            ahead.extend(new)
        assert set(site.pages) - seen == set()


class TestWords:
    """What a document says is shown as it says it."""

    def test_a_quote_is_exact_wherever_it_is_shown(self, site: Site) -> None:
        """Character by character; without the element around it nothing is claimed."""
        for path, page in site.pages.items():
            for one in page.all(having="data-quote"):
                quote = site.contents.quotes[one.get("data-quote")]
                assert one.text == quote["exact"], (path, quote["quote_id"])

    def test_each_quote_is_once_on_the_page_of_its_document(self, site: Site) -> None:
        """In the order of the document, at the address of its number."""
        by_source = site.contents.by("quotes", "source_id")
        for source in site.contents.rows["sources"]:
            page = site.pages[f"sources/{source['source_id']}.html"]
            quotes = sorted(by_source.get(source["source_id"], []), key=lambda q: int(q["start"]))
            shown = [one.get("data-quote") for one in page.all(having="data-quote")]
            passages = [one for one in shown if one.startswith(source["source_id"])]
            # The cells of the document may show a quote again, with their marks.
            given = [one["quote_id"] for one in quotes]
            assert in_order(given, passages), source["source_id"]
            for quote in quotes:
                assert f"q{number(quote['quote_id'])}" in page.ids, quote["quote_id"]

    def test_the_lines_are_those_of_the_document(self, documented: Site) -> None:
        """So what is quoted, what is left out and the blanks are together the whole of it."""
        for source in documented.contents.rows["sources"]:
            page = documented.pages[f"sources/{source['source_id']}.html"]
            lines = [one.text for one in page.all(of="line")]
            text = documented.document(source)
            assert lines == [line for line in text.split("\n") if line.strip()]

    def test_what_is_not_quoted_is_left_out_and_named(self, documented: Site) -> None:
        """Each letter of a document is in a quote or in an omission that the page names."""
        contents = documented.contents
        for source in contents.rows["sources"]:
            text, named_ = documented.document(source), set[int]()
            for table in ("quotes", "omissions"):
                for row in contents.by(table, "source_id").get(source["source_id"], []):
                    named_.update(range(int(row["start"]), int(row["stop"])))
            assert [
                text[at] for at in range(len(text)) if at not in named_ and text[at].strip()
            ] == []

    def test_each_omission_is_on_its_page_with_its_reason(self, site: Site) -> None:
        """At the address of where it starts."""
        for row in site.contents.rows["omissions"]:
            page = site.pages[f"sources/{row['source_id']}.html"]
            place = page.ids[f"o{row['start']}"]
            around = [
                place,
                *(one for one in place.above() if one.tag not in {"main", "body", "html"}),
            ]
            assert any(row["reason"] in one.text for one in around), row

    def test_a_duplicate_leads_to_its_original(self, site: Site) -> None:
        """To the passage that has the same words."""
        for row in site.contents.rows["omissions"]:
            if original := row["duplicate_of"]:
                page = f"sources/{row['source_id']}.html"
                target = site.contents.quotes[original]["source_id"]
                led = {(one.path, one.fragment) for one in site.led[page]}
                assert (f"sources/{target}.html", f"q{number(original)}") in led, row

    def test_each_words_of_evidence_have_their_segments(self, site: Site) -> None:
        """Joined they are the words, nothing more; the address of the words is on the first."""
        for span in site.contents.spans:
            quote = site.contents.quotes[span.quote]
            page = site.pages[f"sources/{quote['source_id']}.html"]
            first = page.ids[span.name]
            (passage,) = [
                one for one in (first, *first.above()) if one.get("data-quote") == span.quote
            ]
            text, segments = named(passage, span.name)
            assert text == span.evidence["words"], span
            assert segments, span
            # Two spans may begin together, and an element has one id.
            assert offset(passage, first) == offset(passage, segments[0]) == span.start, span

    def test_each_name_of_words_is_that_of_evidence(self, site: Site) -> None:
        """In the text and in the apparatus; the apparatus names each of them."""
        for source in site.contents.rows["sources"]:
            page = site.pages[f"sources/{source['source_id']}.html"]
            spans = {
                one.name
                for one in site.contents.spans
                if site.contents.quotes[one.quote]["source_id"] == source["source_id"]
            }
            inside, outside = set[str](), set[str]()
            for one in page.all(having="data-w"):
                in_text = any("data-quote" in over.attributes for over in (one, *one.above()))
                (inside if in_text else outside).update(one.get("data-w").split())
            omissions = site.contents.by("omissions", "source_id")[source["source_id"]]
            left_out_ = {f"o{row['start']}" for row in omissions}
            assert inside - left_out_ == spans, source["source_id"]
            assert outside - left_out_ == spans, source["source_id"]

    def test_the_apparatus_of_a_passage_leads_to_each_of_its_cells(self, site: Site) -> None:
        """From the passage to what it bears."""
        led = {(one.page, one.path, one.fragment) for one in site.internal}
        for span in site.contents.spans:
            row, source = span.evidence, site.contents.quotes[span.quote]["source_id"]
            page = f"sources/{source}.html"
            assert f"a{number(span.quote)}" in site.pages[page].ids
            cell = site.contents.address(row["table_name"], row["row_key"])
            assert (page, cell, row["column_name"]) in led, row

    @pytest.mark.corpus
    def test_what_is_left_out_is_nowhere_without_the_documents(self, shipped: Site) -> None:
        """In no file, page or script, however it is written there; first words are published."""
        secret = list(left_out(shipped.contents))
        assert len(secret) > 20
        for path, data in shipped.files.items():
            text = in_plain(path, data, shipped)
            assert [one for one in secret if one in text] == [], path

    @pytest.mark.corpus
    def test_what_is_left_out_is_found_where_it_is(self, whole: Site) -> None:
        """So the search of the test above can fail."""
        text = " ".join(in_plain(path, data, whole) for path, data in whole.files.items())
        secret = list(left_out(whole.contents))
        assert len([one for one in secret if one in text]) > len(secret) / 2


def in_order(wanted: list[str], found: list[str]) -> bool:
    """Whether all that is wanted is found, in that order, among others."""
    ahead: Iterator[str] = iter(found)
    return all(one in ahead for one in wanted)


def left_out(contents: Contents) -> Iterator[str]:
    """Pieces of what is omitted in the documents of the repository, none of them published."""
    for row in contents.rows["omissions"]:
        (source,) = contents.by("sources", "source_id")[row["source_id"]]
        path = contents.root / source["path"]
        if path.is_file():
            text = plain(path.read_bytes().decode()[int(row["start"]) : int(row["stop"])])
            for at in range(0, len(text) - DISTINCTIVE + 1, STEP):
                piece = text[at : at + DISTINCTIVE]
                if piece.strip() not in contents.published:
                    yield piece


def in_plain(path: str, data: bytes, site: Site) -> str:
    """All that a file says, with what is escaped resolved: with its tags and without."""
    text = html.unescape(data.decode())
    given = [text, re.sub(r"<[^>]*>", "", text)]
    if path == "entries.js":
        given += [one for entry in entries(site) for one in entry]
    return "\n".join(map(plain, given))


class TestValues:
    """What the tables say is shown as they say it."""

    def test_the_raw_values_of_a_table_are_those_of_its_file(self, site: Site) -> None:
        """Cell for cell, in the order of the file, without the seal; evidence in its parts."""
        for path, (table, rows) in table_pages(site.contents).items():
            page, shown = site.pages[path], site.contents.shown(table)
            heads = page.ids["page-table"].one("thead").all("th", having="data-column")
            assert [one.get("data-column") for one in heads] == shown, path
            values = [[raw(cell) for cell in cells] for _, cells in body(page)]
            assert values == [[row[name] for name in shown] for row in rows], path

    def test_the_parts_of_the_evidence_are_the_whole(self, site: Site) -> None:
        """Each row is in one part, and the page of the table leads to all parts."""
        parts = evidence_parts(site.contents)
        assert sum(map(len, parts.values())) == len(site.contents.rows[PROOF])
        led = {one.path for one in site.led[f"tables/{PROOF}.html"]}
        assert set(parts) <= led

    def test_a_table_is_a_table(self, site: Site) -> None:
        """Caption, heads with scope and type, a region that the keyboard reaches, sort buttons."""
        for path, (table, _) in table_pages(site.contents).items():
            page = site.pages[path]
            shown = page.ids["page-table"]
            assert shown.tag == "table"
            assert shown.get("data-name")
            assert shown.one("caption").get("id") == "page-caption", path
            around = shown.parent
            assert around is not None
            assert "scroll" in around.classes, path
            assert around.get("role") == "region", path
            assert around.get("tabindex") == "0", path
            assert around.get("aria-labelledby") == "page-caption", path
            for head in shown.one("thead").all("th"):
                assert head.get("scope") == "col", path
                assert head.get("data-type") in {"text", "number"}, path
                head.one("button")
            for row, cells in body(page):
                assert [one.tag for one in cells] == ["th"] + ["td"] * (len(cells) - 1), path
                assert cells[0].get("scope") == "row", (path, row)
            hidden = shown.get("data-hidden").split()
            assert set(hidden) <= set(site.contents.shown(table)), path
            assert [one for one in shown.classes if one.startswith("hide")] == [
                f"hide{at}"
                for at, name in enumerate(site.contents.shown(table), 1)
                if name in hidden
            ], path

    def test_a_column_of_numbers_is_marked_as_one(self, site: Site) -> None:
        """So that the script sorts 9 before 10."""
        for path, (table, _) in table_pages(site.contents).items():
            fields = site.contents.fields(table)
            for head in site.pages[path].ids["page-table"].one("thead").all("th"):
                kind = fields[head.get("data-column")]["type"]
                is_number = head.get("data-type") == "number"
                assert is_number is (kind in {"integer", "number"}), (path, head)

    def test_the_filters_offer_the_values_with_their_numbers(self, site: Site) -> None:
        """The numbers are those of the rows."""
        for path, (table, rows) in table_pages(site.contents).items():
            page, shown = site.pages[path], site.contents.shown(table)
            tools = page.ids["page-tools"]
            assert "hidden" in tools.attributes, path
            for select in tools.all("select", having="data-column"):
                column = select.get("data-column")
                options = select.all("option")
                assert options[0].get("value") == "", path
                counts = {
                    value: n for value, n in Counter(r[column] for r in rows).items() if value
                }
                offered = {
                    one.get("value"): int(re.findall(r"\((\d[\d,]*)\)$", one.text.strip())[0])
                    for one in options[1:]
                    if one.get("value")
                }
                assert offered == counts, (path, column)
            boxes = tools.all("input", having="data-column")
            assert {one.get("data-column") for one in boxes} <= set(shown), path
            for name in ("q", "columns", "reset", "copy", "csv", "count"):
                assert f"page-{name}" in page.ids, (path, name)

    def test_a_cell_is_as_firm_as_cells_says(self, site: Site) -> None:
        """By its class, and by a word for who does not see it."""
        firm = {
            (row["table_name"], row["row_key"], row["column_name"]): row["firmness"]
            for row in frame_of(site, "cells")
        }
        assert {"proved", "judged"} <= set(firm.values())
        for path, (table, rows) in table_pages(site.contents).items():
            shown, (key, *_) = site.contents.shown(table), site.contents.key(table)
            for row, (_, cells) in zip(rows, body(site.pages[path]), strict=True):
                for name, cell in zip(shown, cells, strict=True):
                    given = [one for one in FIRMNESSES if one in cell.classes]
                    wanted = firm.get((table, row[key], name), "") if table != PROOF else ""
                    if table == PROOF:
                        continue
                    assert given == ([wanted] if wanted else []), (path, row[key], name)
                    spoken = [one.text.strip(" ,") for one in cell.all(of="vh")]
                    assert not wanted or wanted in spoken, (path, row[key], name)

    def test_a_cell_with_words_leads_to_them(self, site: Site) -> None:
        """To its place on the page of its row."""
        for path, (table, rows) in table_pages(site.contents).items():
            shown, (key, *_) = site.contents.shown(table), site.contents.key(table)
            if table not in {*site.contents.records, "sources"}:
                continue
            for row, (_, cells) in zip(rows, body(site.pages[path]), strict=True):
                for name, cell in zip(shown, cells, strict=True):
                    address = f"../{site.contents.address(table, row[key])}#{name}"
                    if (table, row[key], name) in site.contents.about and row[name]:
                        led = [one.get("href") for one in cell.all("a")]
                        assert address in led, (path, row[key], name)

    def test_a_disputed_cell_leads_to_the_disagreement(self, site: Site) -> None:
        """Each that words dispute does; and no cell says so without a reason."""
        disputed = {
            (row["table_name"], row["row_key"], row["column_name"])
            for row in site.contents.rows[PROOF]
            if row["relation"] == "disputes"
        }
        assert disputed
        conflicting = {
            (row["table_name"], row["row_key"], row["column_name"])
            for row in frame_of(site, "conflicts")
        } | {
            (row["table_name"], row["row_key"], row["column_name"])
            for row in frame_of(site, "cells")
            if row["disagreements"]
        }
        marked_ = set()
        for path, (table, rows) in table_pages(site.contents).items():
            if table == PROOF:
                continue
            shown, (key, *_) = site.contents.shown(table), site.contents.key(table)
            for row, (_, cells) in zip(rows, body(site.pages[path]), strict=True):
                for name, cell in zip(shown, cells, strict=True):
                    for link in cell.all("a", of="differs"):
                        place = (table, row[key], name)
                        marked_.add(place)
                        if place in disputed:
                            wanted = f"../conflicts.html#{'.'.join(place)}"
                            assert link.get("href") == wanted
                        assert link.one(of="vh").text.strip()
        assert disputed <= marked_
        assert marked_ <= conflicting

    def test_each_conflict_is_at_its_address(self, site: Site) -> None:
        """Of a cell, of a tension, of claims."""
        assert set(conflict_ids(site)) <= set(site.pages["conflicts.html"].ids)

    def test_each_event_is_on_the_timeline(self, site: Site) -> None:
        """As a row at its address, with its title."""
        page = site.pages["timeline.html"]
        for row in site.contents.rows["dates"]:
            assert page.ids[row["date_id"]].tag == "tr"
            assert plain(row["title"]) in plain(page.ids[row["date_id"]].text)

    def test_each_column_code_and_rule_is_in_the_codebook(self, site: Site) -> None:
        """At its address, with its definition."""
        page = site.pages["codebook.html"]
        text = plain(page.root.text)
        for table in site.contents.resources:
            assert table in page.ids
            for name, field in site.contents.fields(table).items():
                assert f"{table}.{name}" in page.ids
                assert plain(field["description"]).replace("`", "") in text.replace("`", "")
                for code in field.get("categories", []):
                    assert f"{table}.{name}.{hyphenated(code)}" in page.ids
                for rule in field.get("gsomia:rules", {}):
                    assert f"rule.{rule}" in page.ids

    def test_the_page_on_citing_cites_the_dataset(self, site: Site) -> None:
        """And the articles."""
        text = plain(site.pages["cite.html"].root.text)
        for row in site.contents.rows["sources"]:
            assert plain(row["title"]) in text


class TestRecords:
    """The page of a row: a block for each cell, with the words that bear it."""

    def test_each_filled_cell_has_a_block_with_its_raw_value(self, site: Site) -> None:
        """Whoever follows an address to a column finds the column."""
        for table in site.contents.records:
            (key,) = site.contents.key(table)
            for row in site.contents.rows[table]:
                path = site.contents.address(table, row[key])
                for name, value in row.items():
                    if value and name not in {key, "seal"}:
                        block = site.section(path, name)
                        values = {one.get("value") for one in block.all("data")}
                        assert value in values or value in block.text, (path, name)

    def test_no_empty_cell_has_a_block(self, site: Site) -> None:
        """They are counted, not listed."""
        for table in site.contents.records:
            (key,) = site.contents.key(table)
            for row in site.contents.rows[table]:
                page = site.pages[site.contents.address(table, row[key])]
                assert [name for name, value in row.items() if not value and name in page.ids] == []

    def test_the_words_of_each_row_of_evidence_are_marked(self, site: Site) -> None:
        """In the block of its cell, in the sentence that has them, and no others."""
        for (table, key, column), spans in site.contents.about.items():
            page = site.contents.address(table, key)
            block = site.section(page, column)
            texts = {quote: row["exact"] for quote, row in site.contents.quotes.items()}
            shown = dict[str, set[int]]()
            for one in block.all(having="data-quote"):
                shown.setdefault(one.get("data-quote"), set()).update(marked(one))
            wanted = dict[str, set[int]]()
            for span in spans:
                places = [quote for quote in shown if texts[quote] == texts[span.quote]]
                assert places, (page, column, span.quote)
                place = span.quote if span.quote in shown else places[0]
                wanted.setdefault(place, set()).update(range(span.start, span.stop))
            for quote, places_ in wanted.items():
                assert shown[quote] == places_, (page, column, quote)

    def test_the_words_lead_to_their_place_in_the_document(self, site: Site) -> None:
        """From each block to each passage that is about its cell, with the words lit."""
        for (table, key, column), spans in site.contents.about.items():
            page = site.contents.address(table, key)
            links = set(site.section(page, column).all("a", having="href"))
            led = {f"{one.path}#{one.fragment}" for one in site.led[page] if one.element in links}
            for quote in {span.quote for span in spans}:
                source = site.contents.quotes[quote]["source_id"]
                names = {span.name for span in spans if span.quote == quote}
                wanted = {f"sources/{source}.html#{name}" for name in names}
                assert wanted & led, (page, column, quote)

    def test_a_block_says_how_firm_its_cell_is(self, site: Site) -> None:
        """By a square, as everywhere."""
        for row in frame_of(site, "cells"):
            table, key, column = (str(row[n]) for n in ("table_name", "row_key", "column_name"))
            if table in site.contents.records and row["firmness"]:
                block = site.section(site.contents.address(table, key), column)
                squares = [set(one.classes) for one in block.all(of="sq")]
                assert squares, (table, key, column)
                assert str(row["firmness"]) in squares[0], (table, key, column)


class TestLinks:
    """Whatever a page leads to is there."""

    def test_each_internal_link_leads_to_a_file_and_a_fragment(self, site: Site) -> None:
        """The state of a table or of a search is no fragment; its columns are there."""
        broken = []
        for link in site.internal:
            if link.path == "search.html" and link.fragment.startswith("q="):
                continue
            is_table = link.path.startswith("tables/") and "=" in link.fragment
            if is_table and link.path in site.pages:
                known = site.pages[link.path].ids["page-table"].all("th", having="data-column")
                columns = {one.get("data-column") for one in known}
                if states(link.fragment) <= columns:
                    continue
            if not site.reaches(f"{link.path}#{link.fragment}"):
                broken.append((link.page, link.element.get("href")))
        assert broken == []

    def test_links_in_the_site_are_relative(self, site: Site) -> None:
        """So that it opens from a folder, and below any address of a server."""
        for link in site.internal:
            assert not link.element.get("href").startswith("/"), link
            assert "\\" not in link.element.get("href"), link

    def test_links_to_elsewhere_are_of_the_web(self, site: Site) -> None:
        """No other scheme is ever a link; each address of a document is one."""
        for path, page in site.pages.items():
            for one in page.all("a", "area", having="href"):
                assert scheme(one.get("href")) in {"", "http", "https"}, (path, one)
        for row in site.contents.rows["sources"]:
            if row["url"]:
                page = site.pages[f"sources/{row['source_id']}.html"]
                assert row["url"] in {one.get("href") for one in page.all("a")}

    def test_nothing_is_loaded_from_elsewhere(self, site: Site) -> None:
        """Styles, scripts and pictures are files of the site."""
        loading = {"link": "href", "script": "src", "img": "src", "use": "href", "image": "href"}
        for path, page in site.pages.items():
            for tag, attribute in loading.items():
                for one in page.all(tag, having=attribute):
                    where = one.get(attribute)
                    assert not scheme(where), (path, one)
                    if not where.startswith("#"):
                        place = os.path.normpath(f"{Path(path).parent}/{where}")
                        assert place in site.files, (path, one)
            for name in ("srcset", "poster", "background", "action", "formaction", "ping", "data"):
                assert page.all(having=name) == [], (path, name)
            assert page.all("base", "iframe", "object", "embed", "audio", "video") == [], path

    def test_each_page_loads_the_styles_and_the_script(self, site: Site) -> None:
        """And only the search loads its index, before the script."""
        for path, page in site.pages.items():
            up = "../" * path.count("/")
            sheets = [one.get("href") for one in page.all("link") if one.get("rel") == "stylesheet"]
            assert sheets == [f"{up}site.css"], path
            scripts = page.all("script", having="src")
            assert all("defer" in one.attributes for one in scripts), path
            assert all(one.get("type") != "module" for one in scripts), path
            wanted = [f"{up}site.js"]
            assert [one.get("src") for one in scripts] == (
                [f"{up}entries.js", *wanted] if path == "search.html" else wanted
            ), path


class TestSafety:
    """Nothing runs but the script of the site; nothing says where it was made."""

    def test_each_page_has_the_strict_policy(self, site: Site) -> None:
        """Before anything that it rules."""
        for path, page in site.pages.items():
            (policy,) = [
                one
                for one in page.all("meta", having="http-equiv")
                if one.get("http-equiv").lower() == "content-security-policy"
            ]
            assert policy.get("content") == CSP, path
            head = page.one("head").children
            ruled = [at for at, one in enumerate(head) if one.tag in {"link", "script"}]
            assert head.index(policy) < min(ruled), path

    def test_no_page_has_a_style_or_a_script_in_it(self, site: Site) -> None:
        """But JSON-LD on the overview, which is JSON."""
        for path, page in site.pages.items():
            for one in page.elements:
                bad = [name for name in one.attributes if name == "style" or name[:2] == "on"]
                assert bad == [], (path, one)
                values = [
                    value for name, value in one.attributes.items() if name in {"href", "src"}
                ]
                assert "javascript" not in map(scheme, values), (path, one)
            assert page.all("style") == [], path
            inline = [one for one in page.all("script") if "src" not in one.attributes]
            assert [one.get("type") for one in inline] == (
                ["application/ld+json"] if path == "index.html" else []
            ), path
            for one in page.all("script", having="src"):
                assert not one.text.strip(), path

    def test_the_machines_are_told_what_the_dataset_is(self, site: Site) -> None:
        """The JSON-LD of the overview is JSON, about a dataset."""
        (data,) = [
            json.loads(one.text)
            for one in site.pages["index.html"].all("script")
            if one.get("type") == "application/ld+json"
        ]
        assert data["@type"] == "Dataset"
        assert str(data["@context"]).startswith("https://schema.org")
        assert data["name"]
        assert data["description"]

    def test_the_script_makes_no_markup_and_no_request(self, site: Site) -> None:
        """What it does not call, no data can misuse."""
        script, styles = site.files["site.js"].decode(), site.files["site.css"].decode()
        never = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|"
        never += (
            r"\bfetch\b|XMLHttpRequest|\bimport\b|https?:|setTimeout\(\s*[\"'`]|createContextual"
        )
        assert re.findall(never, script) == []
        assert re.findall(r"@import|url\((?!#)|https?:|expression\(|@font-face", styles) == []

    def test_only_what_has_documents_is_marked_as_not_for_the_public(self, site: Site) -> None:
        """On every page, for people and for robots."""
        for path, page in site.pages.items():
            robots = [one.get("content") for one in page.all("meta") if one.get("name") == "robots"]
            marks = page.one("body").all("footer")[-1].all(of="unpublished")
            assert robots == (["noindex"] if site.corpus else []), path
            assert len(marks) == (1 if site.corpus else 0), path
            assert all(plain(one.text) for one in marks), path
            assert len(page.all(of="unpublished")) == len(marks), path

    def test_no_file_says_where_or_when_it_was_made(self, site: Site) -> None:
        """No folder of this machine, no day of the build."""
        places = [str(ROOT), str(site.root), str(site.root.parent), str(Path.home()), "/tmp/"]  # noqa: S108
        now = datetime.now(tz=UTC)
        days = [now.strftime("%Y-%m-%d"), f"{now.day} {now.strftime('%B %Y')}"]
        published = site.contents.published + json.dumps(
            json.loads((site.contents.root / "datapackage.json").read_bytes())
        )
        never = [one for one in [*places, *days] if len(one) > 1 and one not in published]
        for path, data in read(site.root).items():
            assert [one for one in never if one.encode() in data] == [], path


class TestSearch:
    """What the search knows."""

    def test_each_entry_leads_to_a_place_in_the_site(self, site: Site) -> None:
        """Address, title, kind and text; none is empty but the text."""
        for entry in entries(site):
            address, title, kind, text = entry
            assert all(isinstance(one, str) for one in entry)
            assert title.strip(), entry
            assert kind.strip(), entry
            assert isinstance(text, str)
            assert site.reaches(address), entry

    def test_each_record_document_passage_and_column_is_found(self, site: Site) -> None:
        """By its address."""
        contents, found = site.contents, {entry[0] for entry in entries(site)}
        for table in contents.records:
            (key,) = contents.key(table)
            for row in contents.rows[table]:
                assert contents.address(table, row[key]) in {one.split("#")[0] for one in found}
        for row in contents.rows["sources"]:
            assert f"sources/{row['source_id']}.html" in found
        for row in contents.rows["quotes"]:
            assert f"sources/{row['source_id']}.html#q{number(row['quote_id'])}" in found
        for table in contents.resources:
            for name in contents.shown(table):
                assert f"codebook.html#{table}.{name}" in found

    def test_a_passage_is_found_by_its_words(self, site: Site) -> None:
        """Its entry has all of them."""
        text = {entry[0]: " ".join(entry).casefold() for entry in entries(site)}
        for row in site.contents.rows["quotes"]:
            given = text[f"sources/{row['source_id']}.html#q{number(row['quote_id'])}"]
            for word in re.findall(r"[A-Za-z0-9]+", row["exact"]):
                assert word.casefold() in given, (row["quote_id"], word)


def entries(site: Site) -> list[list[str]]:
    """The entries of the search index."""
    script = site.files["entries.js"].decode().strip()
    assert script.startswith("const entries = [")
    data: list[list[str]] = json.loads(script.removeprefix("const entries = ").removesuffix(";"))
    return data


def states(fragment: str) -> set[str]:
    """The columns that the state of a table names.

    Raises:
        AssertionError: It has a key that is no part of a state.
    """
    columns = set[str]()
    for part in fragment.split("&"):
        name, _, value = part.partition("=")
        if name == "sort":
            columns.add(value.removeprefix("-"))
        elif name == "cols":
            columns |= set(value.split(","))
        elif name.startswith("is."):
            columns.add(name.removeprefix("is."))
        else:
            assert name == "q", fragment
    return columns


def weights(site: Site) -> dict[str, int]:
    """The bytes of each page."""
    return {path: len(data) for path, data in site.files.items() if path.endswith(".html")}


class TestWeight:
    """The budget of the design, section 9, for the dataset of this repository."""

    def test_the_pages_keep_to_their_budget(self, shipped: Site) -> None:
        """Each of them, and the record in the middle."""
        pages = weights(shipped)
        over = {path: size for path, size in pages.items() if size > LARGER.get(path, A_PAGE)}
        assert over == {}
        tables = shipped.contents.records
        records = [size for path, size in pages.items() if path.split("/")[0] in tables]
        assert statistics.median(records) <= A_RECORD

    def test_the_pages_keep_to_their_budget_on_average(self, shipped: Site) -> None:
        """All of them together are soon copied."""
        assert statistics.mean(weights(shipped).values()) <= ON_AVERAGE

    @pytest.mark.parametrize("name", ["shipped", pytest.param("whole", marks=pytest.mark.corpus)])
    def test_the_documents_keep_to_their_budget(
        self, name: str, request: pytest.FixtureRequest
    ) -> None:
        """With their text and without."""
        site: Site = request.getfixturevalue(name)
        sizes = {path: len(data) for path, data in site.files.items() if path[:8] == "sources/"}
        assert {path: size for path, size in sizes.items() if size > A_DOCUMENT} == {}

    def test_styles_and_script_keep_to_their_budget(self, shipped: Site) -> None:
        """Together, as they are sent."""
        assert len(shipped.files["site.css"]) + len(shipped.files["site.js"]) <= CSS_AND_SCRIPT

    def test_the_index_of_the_search_keeps_to_its_budget(self, shipped: Site) -> None:
        """Only the page of the search loads it."""
        assert len(shipped.files["entries.js"]) <= ENTRIES

    def test_the_script_is_one_to_read(self, shipped: Site) -> None:
        """It has few lines."""
        assert len(shipped.files["site.js"].decode().splitlines()) <= SCRIPT_LINES


BUILD = """
import sys
sys.modules.update(dict.fromkeys({missing!r}))
from pathlib import Path
from gsomia_data.reading import site
from gsomia_data.reading.files import Files
site.build(Files(Path({package!r})), Path(sys.argv[1]), corpus=None)
print(*sorted(name for name, module in sys.modules.items() if module))
"""


class TestAlike:
    """A build gives the same bytes, wherever and whenever it is made."""

    @pytest.mark.parametrize(
        "about",
        [
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8"},
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"HOME": "/nonexistent", "COLUMNS": "20", "NO_COLOR": "1"},
        ],
        ids=["seed and zone", "another seed and zone", "no locale", "no home"],
    )
    def test_another_process_makes_the_same_bytes(
        self, shipped: Site, tmp_path: Path, about: dict[str, str]
    ) -> None:
        """Under another seed, zone and locale, from another folder, without matplotlib."""
        # Not pyarrow: pandas 2.2.0 has read it already when it finds that it is missing.
        missing = ("matplotlib", "pydantic", "frictionless")
        code = BUILD.format(missing=missing, package=str(ROOT))
        away = tmp_path / "away"
        away.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "again")],
            env=environment(**about),
            cwd=away,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        assert list(away.iterdir()) == []
        assert read(tmp_path / "again") == read(shipped.root)

    def test_a_build_imports_nothing_that_it_does_not_need(self, tmp_path: Path) -> None:
        """No pydantic, no matplotlib, nothing of the curation half; the templates come late."""
        code = BUILD.format(missing=(), package=str(ROOT))
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "site")],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        loaded = set(done.stdout.split())
        assert "jinja2" in loaded
        never = ("pydantic", "matplotlib", "gsomia_data.curation", "openpyxl")
        assert [name for name in loaded if name.startswith(never)] == []


def test_the_spans_of_the_packages_cross() -> None:
    """So the tests above meet what nested tags could not show."""
    by_quote: dict[str, list[Span]] = {}
    for one in Contents(ROOT).spans:
        by_quote.setdefault(one.quote, []).append(one)
    assert any(
        first.start < second.start < first.stop < second.stop
        for spans in by_quote.values()
        for first in spans
        for second in spans
    )
