"""The page that says how to cite: each reference in each format, and what is missing in it."""

import re
from html import unescape
from pathlib import Path

import pytest

import gsomia_data as gd
from gsomia_data._floor.citation import FORMATS
from gsomia_data.reading.site import addresses, overview
from gsomia_data.reading.site.cite import citations
from gsomia_data.reading.site.contents import Contents
from gsomia_data.reading.site.pages import pages, site
from gsomia_data.reading.site.rendering import rendered


@pytest.fixture(scope="module")
def page(contents: Contents) -> str:
    """The page as HTML."""
    listed = [one for one in pages(contents, {}) if one.path == addresses.CITE]
    ((_, text),) = rendered(site(contents.files.descriptor), listed, whole=False)
    return text.decode()


class TestCite:
    """References can be copied as they are, and nothing in them is invented."""

    def test_references_are_those_that_cite_gives(self, contents: Contents, root: Path) -> None:
        data = gd.open(root)
        shown = citations(contents)
        assert [one.text for one in shown.dataset.formats] == [data.cite(form) for form in FORMATS]
        assert len(shown.documents) == len(contents.sources)
        for one, key in zip(shown.documents, contents.sources, strict=True):
            assert [each.text for each in one.formats] == [data.cite(form, key) for form in FORMATS]

    def test_what_is_copied_is_the_reference_itself(self, contents: Contents, page: str) -> None:
        shown = citations(contents)
        texts = {
            f"#{each.place}": each.text
            for one in (shown.dataset, *shown.documents)
            for each in one.formats
        }
        assert sorted(re.findall(r'data-copy="([^"]*)"', page)) == sorted(texts)
        for target, text in texts.items():
            found = re.findall(rf'<(?:p|pre) class="reference" id="{target[1:]}">([^<]*)<', page)
            assert [unescape(one) for one in found] == [text]

    def test_buttons_are_hidden_until_a_script_can_copy(self, page: str) -> None:
        buttons = re.findall(r"<button[^>]*>", page)
        assert buttons
        assert all(" hidden" in one for one in buttons)

    def test_what_a_reference_lacks_is_said(self, contents: Contents) -> None:
        shown = citations(contents)
        assert "a DOI" in shown.dataset.missing
        assert ("the year of its release" in shown.dataset.missing) == (
            "(n.d.)" in shown.dataset.formats[0].text
        )
        for one, source in zip(shown.documents, contents.sources.values(), strict=True):
            assert ("its author" in one.missing) == (not source.row["byline"])
            assert ("its address" in one.missing) == (not source.row["url"])

    def test_a_cell_is_cited_by_table_row_and_column(self, contents: Contents, page: str) -> None:
        example = overview.example(contents)
        assert example is not None
        table, key, column = example.cell
        assert f"Table {table}, row {key}, column {column}." in page
        assert f'href="{example.address}"' in page
