"""By keys alone: from the overview to the words behind a number, and to who says otherwise."""

import csv
import io
import re
from pathlib import Path

import pytest

from kit.browser import PHONE, WIDE, Open, Site, Visit
from kit.real import ROOT

pytestmark = pytest.mark.browser

POLL = "gallup-korea-2016-11-oppose"
CELL = f"polls/{POLL}.html#percent"
SKIP_TO_TABLE = "a[href='#page-region']"
IN_VIEW = """name => {
  const box = document.getElementById(name).getBoundingClientRect();
  return box.height > 0 && box.top >= -1 && box.top < innerHeight - 24;
}"""
LIT = """name => {
  const bears = [...document.querySelectorAll(`[data-w~="${name}"]`)];
  const lit = [...document.querySelectorAll(".lit")];
  const quote = bears[0].closest("[data-quote]");
  const words = bears.filter(one => one.closest("[data-quote]") === quote);
  const places = [quote, ...bears].map(one => one.getBoundingClientRect().top);
  return {
    quote: quote.dataset.quote,
    words: words.map(one => one.textContent).join(""),
    all: bears.every(one => lit.includes(one)),
    others: lit.filter(one => !bears.includes(one)).map(one => one.textContent),
    apparatus: bears.length - words.length,
    seen: places.every(top => top >= 0 && top < innerHeight - 24),
  };
}"""


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, as the file has them."""
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tab_to(visit: Visit, selector: str, most: int = 80) -> int:
    """Press Tab until something that the selector matches has the focus: how often."""
    for presses in range(1, most + 1):
        visit.page.keyboard.press("Tab")
        if visit.run("chosen => document.activeElement.matches(chosen)", selector):
            return presses
    return pytest.fail(f"{most} presses of Tab do not reach {selector} on {visit.page.url}")


def enter(visit: Visit, address: str) -> None:
    """Press Enter on a link, which must lead to an address that matches."""
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile(re.escape(visit.base) + address + "$"))


def here(visit: Visit) -> str:
    """The part of the address behind the hash."""
    return str(visit.page.url).partition("#")[2]


def demand_words(visit: Visit, table: str, key: str, column: str) -> None:
    """Exactly the words that bear a cell are lit, in view, and so is their apparatus."""
    name = here(visit)
    found = visit.run(LIT, name)
    start, stop = map(int, name.partition("-w")[2].split("-"))
    (exact,) = (row["exact"] for row in rows("quotes") if row["quote_id"] == found["quote"])
    bearing = {
        row["words"]
        for row in rows("evidence")
        if (row["table_name"], row["row_key"], row["column_name"], row["quote_id"])
        == (table, key, column, found["quote"])
    }
    assert found["words"] == exact[start:stop]
    assert found["words"] in bearing
    assert (found["all"], found["others"], found["seen"]) == (True, [], True)
    assert found["apparatus"] >= 1


def to_the_cell(visit: Visit) -> None:
    """From the overview to the cell of a table that says 59."""
    visit.go("index.html")
    tab_to(visit, "#page-nav a[href$='#tables']", 8)
    enter(visit, "index.html#tables")
    tab_to(visit, "a[href='tables/polls.html']", 30)
    enter(visit, "tables/polls.html")
    tab_to(visit, SKIP_TO_TABLE, 30)
    visit.page.keyboard.press("Enter")
    tab_to(visit, f"a[href='../{CELL}']", 30)
    assert visit.run("document.activeElement.querySelector('.v').textContent") == "59"


def test_from_the_overview_to_the_words_and_back(anywhere: Visit) -> None:
    """Overview, tables, polls, 59, its sentence, its apparatus, another cell of it, back."""
    visit = anywhere
    to_the_cell(visit)
    enter(visit, CELL)
    assert visit.run(IN_VIEW, "percent")
    tab_to(visit, "#percent a[href*='/sources/'][href*='-w']", 6)
    enter(visit, r"sources/[\w-]+\.html#q\d+-w\d+-\d+")
    demand_words(visit, "polls", POLL, "percent")
    passage = here(visit)[1:].partition("-")[0]
    document = visit.page.url
    tab_to(visit, f"a[href='#a{passage}']", 3)
    enter(visit, rf"sources/[\w-]+\.html#a{passage}")
    assert visit.run(IN_VIEW, f"a{passage}")
    tab_to(visit, f"[id=a{passage}] a[href*='.html#']:not([href$='/{CELL}'])", 15)
    enter(visit, r"(?!sources/)[a-z]+/[\w-]+\.html#\w+")
    assert visit.run(IN_VIEW, here(visit))
    visit.page.go_back()
    visit.page.go_back()
    assert visit.page.url == document
    demand_words(visit, "polls", POLL, "percent")


def test_from_the_words_back_to_the_cell(anywhere: Visit) -> None:
    """The words, the number of their passage, what it bears, the cell."""
    visit = anywhere
    visit.go(CELL)
    tab_to(visit, "#percent a[href*='/sources/'][href*='-w']", 6)
    enter(visit, r"sources/[\w-]+\.html#q\d+-w\d+-\d+")
    passage = here(visit)[1:].partition("-")[0]
    tab_to(visit, f"a[href='#a{passage}']", 3)
    enter(visit, rf"sources/[\w-]+\.html#a{passage}")
    tab_to(visit, f"[id=a{passage}] a[href$='/{CELL}']", 15)
    enter(visit, CELL)
    assert visit.run(IN_VIEW, "percent")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_from_a_cell_to_who_says_otherwise(
    opened: Open, published: Site, size: tuple[int, int]
) -> None:
    """The mark in a table leads to the disagreement; so does the cell; from there to the words."""
    name, key, column = disputed(published)
    with opened(published.base, size) as visit:
        visit.go(f"tables/{name}.html")
        tab_to(visit, SKIP_TO_TABLE, 30)
        visit.page.keyboard.press("Enter")
        tab_to(visit, f"a.differs[href*='#{name}.{key}.{column}']", 600)
        enter(visit, re.escape(f"conflicts.html#{name}.{key}.{column}"))
        assert visit.run(IN_VIEW, here(visit))
        visit.go(f"{name}/{key}.html#{column}")
        tab_to(visit, f"[id={column}] a[href*='conflicts.html#']", 30)
        enter(visit, re.escape(f"conflicts.html#{name}.{key}.{column}"))
        assert visit.run(IN_VIEW, here(visit))
        tab_to(visit, f"[id='{here(visit)}'] a[href*='sources/'][href*='-w']", 30)
        enter(visit, r"sources/[\w-]+\.html#q\d+-w\d+-\d+")
        found = visit.run(LIT, here(visit))
        assert (found["all"], found["seen"]) == (True, True)


def disputed(site: Site) -> tuple[str, str, str]:
    """Table, key and column of a cell that has the mark: the first of the smallest such table."""
    mark = re.compile(r'class="differs"[^>]* href="../conflicts\.html#([a-z]+)\.([\w-]+)\.(\w+)"')
    pages = sorted((site.folder / "tables").glob("*.html"), key=lambda path: path.stat().st_size)
    for path in pages:
        for found in mark.finditer(path.read_text(encoding="utf-8")):
            if found[1] == path.stem:
                return found[1], found[2], found[3]
    return pytest.fail("no cell of any table is marked as disputed")


def test_to_a_filtered_table_as_a_file(anywhere: Visit, tmp_path: Path) -> None:
    """A filter is chosen and the view downloaded: the shown rows and columns, named as a part."""
    visit = anywhere
    visit.go("tables/reactions.html")
    tab_to(visit, "select[data-column=stance]", 50)
    visit.page.keyboard.press("ArrowDown")
    chosen = visit.run("document.activeElement.value")
    assert chosen
    tab_to(visit, "#page-csv", 30)
    with visit.page.expect_download() as download:
        visit.page.keyboard.press("Enter")
    assert download.value.suggested_filename == "reactions-part.csv"
    download.value.save_as(tmp_path / "part.csv")
    text = (tmp_path / "part.csv").read_bytes().decode("utf-8")
    columns = text.partition("\n")[0].split(",")
    assert {"reaction_id", "stance"} <= {*columns}
    assert "note" not in columns
    wanted = io.StringIO()
    writer = csv.DictWriter(wanted, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in rows("reactions") if row["stance"] == chosen)
    assert text == wanted.getvalue()
