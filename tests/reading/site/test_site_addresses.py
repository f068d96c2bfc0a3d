"""The addresses of the explorer, which papers hold, lead where they always led."""

import json
import re

import pytest

from kit.real import ROOT
from kit.site import Contents, Site

LIST = ROOT / "tests" / "data" / "addresses.txt"
ADDRESSES = [
    line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")
]
BROKEN = (
    "an address that was published may not go: whoever cites it must still find what it names. "
    "If a row was renamed or a column moved, keep the old address as well."
)
KINDS = {
    "overview": r"index\.html(#(tables|documents))?",
    "table": r"tables/\w+\.html",
    "state of a table": r"tables/\w+\.html#(q|is\.\w+|sort|cols)=.+",
    "evidence for a table": r"tables/evidence-\w+\.html(#.*)?",
    "record": r"(?!tables|sources)\w+/[a-z0-9-]+\.html",
    "cell": r"(?!tables|sources)\w+/[a-z0-9-]+\.html#[a-z0-9_]+",
    "document": r"sources/[a-z0-9-]+\.html",
    "cell of a document": r"sources/[a-z0-9-]+\.html#[a-z_0-9]*[a-z_]",
    "passage": r"sources/[a-z0-9-]+\.html#q\d+",
    "words": r"sources/[a-z0-9-]+\.html#q\d+-w\d+-\d+",
    "cells of a passage": r"sources/[a-z0-9-]+\.html#a\d+",
    "omission": r"sources/[a-z0-9-]+\.html#o\d+",
    "timeline": r"timeline\.html",
    "event": r"timeline\.html#[a-z0-9-]+",
    "disagreements": r"conflicts\.html",
    "disagreement about a cell": r"conflicts\.html#(?!tension|claims\.)\w+\.[a-z0-9-]+\.\w+",
    "tension": r"conflicts\.html#tension\.[a-z0-9-]+",
    "claims": r"conflicts\.html#claims\.[a-z-]+\.[a-z0-9-]+",
    "other wordings": r"wordings\.html",
    "other wording of a cell": r"wordings\.html#\w+\.[a-z0-9-]+\.\w+",
    "claims beside each other": r"wordings\.html#claims\.[a-z-]+\.[a-z0-9-]+",
    "codebook": r"codebook\.html",
    "table in the codebook": r"codebook\.html#\w+",
    "column in the codebook": r"codebook\.html#(?!rule)\w+\.\w+",
    "code": r"codebook\.html#\w+\.\w+\.[a-z0-9-]+",
    "rule": r"codebook\.html#rule\.[a-z-]+",
    "citation": r"cite\.html",
    "search": r"search\.html",
    "search for words": r"search\.html#q=.+",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_leads_to_what_it_names(shipped: Site, address: str) -> None:
    """To the page; on it, to the place. The state of a table names columns and codes of it."""
    path, _, fragment = address.partition("#")
    assert path in shipped.files, f"{address}: there is no such page; {BROKEN}"
    if "=" not in fragment:
        assert shipped.reaches(address), f"{address}: the page has no such place; {BROKEN}"
    elif path.startswith("tables/"):
        demand_state(shipped, path, fragment)


def demand_state(site: Site, path: str, fragment: str) -> None:
    """The columns and the values of the state of a table are on its page."""
    page = site.pages[path]
    heads = page.ids["page-table"].all("th", having="data-column")
    columns = {one.get("data-column") for one in heads}
    selects = {one.get("data-column"): one for one in page.all("select", having="data-column")}
    for part in fragment.split("&"):
        name, _, value = part.partition("=")
        if name == "cols":
            assert set(value.split(",")) <= columns, f"{path}#{fragment}: {BROKEN}"
        elif name == "sort":
            assert value.removeprefix("-") in columns, f"{path}#{fragment}: {BROKEN}"
        elif name.startswith("is."):
            options = selects[name.removeprefix("is.")].all("option")
            assert value in {one.get("value") for one in options}, f"{path}#{fragment}: {BROKEN}"
        else:
            assert name == "q"


@pytest.mark.corpus
@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.startswith("sources/")])
def test_an_address_in_a_document_does_not_depend_on_its_text(whole: Site, address: str) -> None:
    """It leads to the same place in the site with the documents."""
    assert whole.reaches(address), f"{address}: {BROKEN}"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_address_is_listed(kind: str) -> None:
    """So that none can change unnoticed."""
    assert any(re.fullmatch(KINDS[kind], one) for one in ADDRESSES)


def test_the_list_has_each_address_once() -> None:
    """And each is of a kind that is known."""
    assert len(set(ADDRESSES)) == len(ADDRESSES) > 40
    for one in ADDRESSES:
        assert any(re.fullmatch(pattern, one) for pattern in KINDS.values()), one


def test_the_list_has_each_table() -> None:
    """Each table with a page has an address, and each with records a record."""
    tables = {
        one["name"] for one in json.loads((ROOT / "datapackage.json").read_bytes())["resources"]
    }
    records = set(Contents(ROOT).records)
    assert records <= {one.split("/")[0] for one in ADDRESSES if "/" in one}
    assert {one.split("/")[0] for one in ADDRESSES if "/" in one} <= tables | {"tables"}
