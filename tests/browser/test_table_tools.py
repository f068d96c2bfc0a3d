"""The tools of a table: sort, filter, search, columns, permanent link, the view as a file."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kit.browser import Open, Site, Visit
from kit.real import ROOT

pytestmark = pytest.mark.browser

DESCRIPTOR = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
TABLES = [one["name"] for one in DESCRIPTOR["resources"]]
SEAL = "seal"
PAUSE = 400
"""Milliseconds after which the address has the state of the view."""

RAW = """
const raw = cell => {
  const data = cell.querySelector("data[value]");
  const shown = cell.querySelector(".v");
  return data ? data.getAttribute("value") : shown ? shown.textContent : "";
};
const table = document.getElementById("page-table");
const rows = [...table.tBodies[0].rows].filter(row => row.checkVisibility());
const heads = [...table.tHead.rows[0].cells];
"""
VIEW = f"""() => {{ {RAW}
  return {{
    keys: rows.map(row => raw(row.cells[0])),
    columns: heads.filter(one => one.checkVisibility()).map(one => one.dataset.column),
    cells: rows.map(row => [...row.cells].filter(one => one.checkVisibility()).length),
    sorts: heads.filter(one => one.hasAttribute("aria-sort"))
      .map(one => [one.dataset.column, one.getAttribute("aria-sort")]),
    search: document.getElementById("page-q").value,
    filters: [...document.querySelectorAll("#page-tools select")]
      .map(one => [one.dataset.column, one.value]),
    boxes: [...document.querySelectorAll("#page-columns input")]
      .map(one => [one.dataset.column, one.checked]),
    count: document.getElementById("page-count").textContent,
  }};
}}"""
SORT = f"""name => {{
  const head = () => document.querySelector(`#page-table th[data-column="${{name}}"]`);
  const read = () => {{ {RAW}
    const at = heads.indexOf(head());
    return {{
      values: rows.map(row => raw(row.cells[at])),
      keys: rows.map(row => row.cells[at].dataset.sort ?? raw(row.cells[at])),
      sorts: heads.filter(one => one.hasAttribute("aria-sort"))
        .map(one => [one.dataset.column, one.getAttribute("aria-sort")]),
    }};
  }};
  head().querySelector("button.sort").click();
  const first = read();
  head().querySelector("button.sort").click();
  return {{type: head().dataset.type, first, second: read()}};
}}"""


def pages(site: Site, table: str) -> list[str]:
    """The pages of a table; the one of evidence is in parts."""
    whole = site.folder / "tables" / f"{table}.html"
    assert whole.exists()
    if "page-table" in whole.read_text(encoding="utf-8"):
        return [whole.name]
    return sorted(path.name for path in whole.parent.glob(f"{table}-*.html"))


def columns(table: str) -> list[str]:
    """The columns of a table, without the seal."""
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [name for name in next(csv.reader(file)) if name != SEAL]


def as_csv(table: str, part: str = "") -> bytes:
    """The file of a table without the seal; or the rows of it that are about another table."""
    data = (ROOT / "dataset" / f"{table}.csv").read_bytes()
    names = columns(table)
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in lines if not part or row["table_name"] == part)
    made = text.getvalue().encode("utf-8")
    if not part and SEAL not in data.decode("utf-8").partition("\n")[0].split(","):
        assert made == data
    return made


def everything(table: str) -> str:
    """The part of an address that shows all columns."""
    return "cols=" + ",".join(columns(table))


def view(visit: Visit) -> dict[str, Any]:
    """What the table shows."""
    found: dict[str, Any] = visit.run(VIEW)
    return found


def counted(visit: Visit) -> tuple[int, int]:
    """How many rows of how many there are, as the page says it."""
    text = view(visit)["count"]
    found = re.search(r"(\d+) of (\d+) rows", text)
    assert found, text
    return int(found[1]), int(found[2])


def download(visit: Visit, folder: Path) -> tuple[str, bytes]:
    """The view as a file: its name, and what is in it."""
    with visit.page.expect_download() as found:
        visit.page.locator("#page-csv").click()
    found.value.save_as(folder / "view.csv")
    return found.value.suggested_filename, (folder / "view.csv").read_bytes()


@pytest.mark.parametrize("table", TABLES)
def test_the_file_of_the_full_view_is_the_dataset(
    folder: Visit, published: Site, tmp_path: Path, table: str
) -> None:
    """Byte for byte, without the seal; of evidence, the parts together are all rows."""
    rows = 0
    for name in pages(published, table):
        folder.go(f"tables/{name}#{everything(table)}")
        stem = name.removesuffix(".html")
        file, data = download(folder, tmp_path)
        assert file == f"{stem}.csv"
        assert data == as_csv(table, stem.removeprefix(table).removeprefix("-"))
        rows += counted(folder)[0]
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        assert rows == sum(1 for _ in csv.reader(lines)) - 1


def in_order(values: list[str], keys: list[str], kind: str, *, reverse: bool) -> bool:
    """Whether values are sorted as numbers, or by their keys, which agree with whole days."""
    if kind == "number":
        numbers = [float(value) for value in values]
        return numbers == sorted(numbers, reverse=reverse)
    days = [value for value in values if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
    return all(one == sorted(one, reverse=reverse) for one in (keys, days))


@pytest.mark.parametrize("table", TABLES)
def test_each_column_sorts_by_value(folder: Visit, published: Site, table: str) -> None:
    """Numbers as numbers, dates as dates, the other way round at the second press, empty last."""
    for name in pages(published, table):
        folder.go(f"tables/{name}#{everything(table)}")
        for column in columns(table):
            found = folder.run(SORT, column)
            up, down = found["first"], found["second"]
            assert up["sorts"] == [[column, "ascending"]]
            assert down["sorts"] == [[column, "descending"]]
            for one in (up, down):
                values = [value for value in one["values"] if value]
                assert one["values"][: len(values)] == values, (name, column)
                keys = one["keys"][: len(values)]
                where = (name, column, one)
                assert in_order(values, keys, found["type"], reverse=one is down), where


@pytest.mark.parametrize("table", ["dates", "reactions", "claims"])
def test_each_choice_of_a_filter_shows_the_rows_that_it_counts(folder: Visit, table: str) -> None:
    """The number beside a choice, the rows, and the count that is read aloud agree."""
    folder.go(f"tables/{table}.html")
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert counted(folder) == (len(rows), len(rows))
    filters = folder.page.locator("#page-tools select[data-column]")
    assert filters.count() > 0
    for one in filters.all():
        column = str(one.get_attribute("data-column"))
        choices = one.locator("option").all()
        for choice in choices[1:]:
            value = str(choice.get_attribute("value"))
            wanted = [row for row in rows if row[column] == value]
            one.select_option(value)
            assert str(choice.text_content()).endswith(f"({len(wanted)})")
            assert view(folder)["keys"] == [next(iter(row.values())) for row in wanted]
            assert counted(folder) == (len(wanted), len(rows))
        one.select_option("")
    assert counted(folder) == (len(rows), len(rows))


@pytest.mark.parametrize("table", TABLES)
def test_a_phone_shows_the_same_columns(opened: Open, published: Site, table: str) -> None:
    """And a tablet, and paper: none is lost with the room."""
    for name in pages(published, table):
        with opened(published.base) as visit:
            page = visit.go(f"tables/{name}")
            wide = view(visit)["columns"]
            for width in (320, 600, 1000):
                page.set_viewport_size({"width": width, "height": 800})
                assert view(visit)["columns"] == wide
            page.emulate_media(media="print")
            assert view(visit)["columns"] == wide


def test_the_count_is_a_status(folder: Visit) -> None:
    """So it is read aloud when it changes; it also says by what the rows are sorted."""
    folder.go("tables/dates.html")
    assert folder.page.locator("#page-count").get_attribute("role") == "status"
    folder.page.locator("th[data-column=date] button.sort").click()
    said = view(folder)["count"]
    assert "date" in said
    assert "ascending" in said


def test_search_in_a_table(folder: Visit) -> None:
    """Without regard to case; it looks into the rows, and empty again it shows all."""
    folder.go("tables/actors.html")
    _, all_rows = counted(folder)
    folder.page.locator("#page-q").fill("YOMIURI")
    with (ROOT / "dataset" / "actors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    folder.page.locator("#page-q").fill(rows[0][1].upper())
    assert rows[0][0] in view(folder)["keys"]
    assert 0 < counted(folder)[0] < all_rows
    folder.page.locator("#page-q").fill("no row has this")
    assert counted(folder) == (0, all_rows)
    folder.page.locator("#page-q").fill("")
    assert counted(folder) == (all_rows, all_rows)


def test_columns_go_and_come(folder: Visit, tmp_path: Path) -> None:
    """From the head and from each row; the file is then a part; Reset brings the first view."""
    folder.go("tables/reactions.html")
    at_first = view(folder)
    hidden = folder.page.locator("#page-table").get_attribute("data-hidden")
    assert hidden
    assert at_first["columns"] == [one for one in columns("reactions") if one not in hidden.split()]
    folder.page.locator("#page-columns summary").click()
    for box in ("stance", "note"):
        folder.page.locator(f"#page-columns input[data-column={box}]").click()
    shown = view(folder)
    assert {*at_first["columns"]} ^ {*shown["columns"]} == {"stance", "note"}
    assert {*shown["cells"]} == {len(shown["columns"])}
    name, data = download(folder, tmp_path)
    assert name == "reactions-part.csv"
    assert data.decode("utf-8").partition("\n")[0].split(",") == shown["columns"]
    folder.page.locator("#page-reset").click()
    assert view(folder) == at_first


def arrange(visit: Visit) -> dict[str, Any]:
    """Search, filter, sort and hide on the page of reactions; what it then shows."""
    visit.go("tables/reactions.html")
    visit.page.locator("#page-q").press_sequentially("japan")
    filled = visit.page.locator("#page-tools select[data-column=stance]")
    filled.select_option("oppose")
    visit.page.locator("th[data-column=actor] button.sort").click()
    visit.page.locator("th[data-column=actor] button.sort").click()
    visit.page.locator("#page-columns summary").click()
    visit.page.locator("#page-columns input[data-column=theme]").click()
    visit.page.locator("#page-columns summary").click()
    visit.page.wait_for_timeout(PAUSE)
    shown = view(visit)
    assert len(shown["keys"]) > 1
    assert counted(visit)[0] < counted(visit)[1]
    return shown


def test_a_permanent_link_restores_the_view(anywhere: Visit, opened: Open) -> None:
    """In another window: the search, the filter, the sort, the columns."""
    shown = arrange(anywhere)
    state = anywhere.page.url.removeprefix(anywhere.base)
    with opened(anywhere.base) as other:
        other.go(state)
        assert view(other) == shown


def test_a_link_as_it_is_promised(folder: Visit) -> None:
    """Written by hand, by the names in the documentation."""
    folder.go("tables/reactions.html#q=a&is.stance=oppose&sort=-actor&cols=reaction_id,actor")
    shown = view(folder)
    assert shown["columns"] == ["reaction_id", "actor"]
    assert shown["sorts"] == [["actor", "descending"]]
    assert shown["search"] == "a"
    assert ["stance", "oppose"] in shown["filters"]
    assert shown["keys"]


@pytest.mark.parametrize(
    "state",
    ["q=%E0%A4%A", "sort=nothing", "is.nothing=a", "cols=nothing", "is.stance=nothing", "%", "&&="],
)
def test_a_damaged_link_still_shows_a_table(folder: Visit, state: str) -> None:
    """No error; and Reset leads out of it."""
    folder.go(f"tables/reactions.html#{state}")
    folder.page.locator("#page-reset").click()
    shown, total = counted(folder)
    assert shown == total > 0
    assert "stance" in view(folder)["columns"]


def test_back_restores_the_view(anywhere: Visit) -> None:
    """After a visit to a record."""
    shown = arrange(anywhere)
    anywhere.page.locator("#page-table tbody a").locator("visible=true").first.click()
    anywhere.page.wait_for_url("**/reactions/*.html*")
    anywhere.page.go_back()
    assert view(anywhere) == shown


def test_typing_adds_nothing_to_the_history(anywhere: Visit) -> None:
    """Back leaves the table, not the last letter."""
    anywhere.go("index.html")
    anywhere.go("tables/reactions.html")
    before = anywhere.run("history.length")
    anywhere.page.locator("#page-q").press_sequentially("intelligence", delay=40)
    anywhere.page.wait_for_timeout(PAUSE)
    assert anywhere.run("history.length") == before
    assert "q=intelligence" in anywhere.page.url
    anywhere.page.go_back()
    assert anywhere.page.url == f"{anywhere.base}index.html"


def test_typing_fast_and_long_is_no_error(anywhere: Visit) -> None:
    """Browsers refuse a page that changes its address too often."""
    anywhere.go("tables/reactions.html")
    anywhere.run(
        """async () => {
          const search = document.getElementById("page-q");
          for (let turn = 0; turn < 300; turn += 1) {
            search.value = "a".repeat(turn % 7);
            search.dispatchEvent(new Event("input", {bubbles: true}));
            if (turn % 10 === 0) await new Promise(done => setTimeout(done, 5));
          }
        }"""
    )
    anywhere.page.wait_for_timeout(PAUSE)
    assert view(anywhere)["search"] == "a" * (299 % 7)


def test_the_button_copies_the_link(opened: Open, published: Site) -> None:
    """Also at once after typing."""
    grants = {"permissions": ["clipboard-read", "clipboard-write"]}
    with opened(published.base, **grants) as visit:
        visit.go("tables/reactions.html")
        visit.page.locator("#page-q").fill("china")
        visit.page.locator("#page-copy").click()
        copied = visit.run("navigator.clipboard.readText()")
        assert copied.startswith(f"{published.base}tables/reactions.html#")
        assert "q=china" in copied
