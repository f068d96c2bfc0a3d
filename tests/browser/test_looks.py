"""Firmness by shape, in every way of showing a page; and the page on paper."""

import csv
import io
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from gsomia_data._floor.firmness import FIRMEST
from kit.browser import Open, Place, Site, Visit, address, each_kind
from kit.real import ROOT

pytestmark = pytest.mark.browser

UNMARKED = """isPaper => [...document.querySelectorAll(
    "[data-quote] [data-w], mark")].filter(one => {
  const style = getComputedStyle(one);
  const page = getComputedStyle(document.body).backgroundColor;
  return one.checkVisibility() && one.textContent.trim() && !one.matches(".left")
    && !style.textDecorationLine.includes("underline") && style.borderBottomStyle === "none"
    && (isPaper || [page, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor));
}).map(one => one.outerHTML.slice(0, 120))"""
LINES = """names => Object.fromEntries(names.map(name => {
  const one = document.querySelector(`[data-quote] span.${name}`);
  return [name, one && getComputedStyle(one).textDecorationStyle];
}))"""


def darkness(visit: Visit, degree: str) -> float:
    """The mean shade of the first square of a degree: 0 is black, 255 is white."""
    square = visit.page.locator(f".sq.{degree} >> visible=true").first
    with Image.open(io.BytesIO(square.screenshot())) as picture:
        shades = picture.convert("L").tobytes()
    return sum(shades) / len(shades)


@pytest.mark.parametrize(
    "options",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"forced_colors": "active", "color_scheme": "light"},
        {"forced_colors": "active", "color_scheme": "dark"},
    ],
    ids=["light", "dark", "forced colours", "forced colours, dark"],
)
def test_the_squares_differ_by_shape(
    opened: Open, published: Site, options: dict[str, str]
) -> None:
    """Full, half, empty: so much more or less of the square is filled, whatever its colour."""
    with opened(published.base, device_scale_factor=4, **options) as visit:
        visit.go(address(published, "record"))
        proved, inferred, judged = (darkness(visit, degree) for degree in FIRMEST)
        assert (proved < inferred < judged) or (proved > inferred > judged)
        assert min(abs(proved - inferred), abs(inferred - judged)) > 15


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_lines_differ_by_shape(opened: Open, published: Site, media: str) -> None:
    """Solid, dashed, dotted under the words of a document."""
    with opened(published.base) as visit:
        page = visit.go(address(published, "document"))
        page.emulate_media(media=media)
        assert visit.run(LINES, FIRMEST) == {
            "proved": "solid",
            "inferred": "dashed",
            "judged": "dotted",
        }


@each_kind
@pytest.mark.parametrize("how", ["print", "forced colours"])
def test_marked_words_are_marked(opened: Open, place: Place, how: str) -> None:
    """On paper, which shows no backgrounds, by a line; with forced colours by a line or one."""
    options = {"forced_colors": "active"} if how == "forced colours" else {}
    with opened(place.base, **options) as visit:
        page = visit.go(place.address)
        if how == "print":
            page.emulate_media(media="print")
        assert visit.run(UNMARKED, how == "print") == []


def squeezed(text: str) -> str:
    """Text without what a line break or a font changes."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b-\u200d\u2060-]", "", plain)


def printed(visit: Visit, folder: Path) -> str:
    """The text of the page on paper, in the order in which it was drawn, squeezed."""
    visit.page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(folder / "page.pdf"), "-"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return squeezed(done.stdout)


@pytest.mark.parametrize("table", ["reactions", "dates", "claims", "aliases"])
def test_a_table_on_paper(opened: Open, published: Site, tmp_path: Path, table: str) -> None:
    """All rows and the names of all shown columns; no tool."""
    with opened(published.base) as visit:
        page = visit.go(f"tables/{table}.html")
        heads = page.locator("#page-table thead th >> visible=true").all()
        names = [str(one.get_attribute("data-column")) for one in heads]
        keys = page.locator("#page-table tbody th").all_inner_texts()
        tools = page.locator("#page-csv").inner_text()
        text = printed(visit, tmp_path)
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        assert len(keys) == sum(1 for _ in csv.reader(file)) - 1
    assert [one for one in names if squeezed(one) not in text] == []
    assert [one for one in keys if squeezed(one) not in text] == []
    assert squeezed(tools) not in text


def test_a_filtered_table_on_paper(opened: Open, published: Site, tmp_path: Path) -> None:
    """Only the rows that are shown, also if a script hid the others."""
    with opened(published.base) as visit:
        page = visit.go("tables/reactions.html#is.stance=oppose")
        rows = page.locator("#page-table tbody th")
        keys = {one.inner_text() for one in rows.locator("visible=true").all()}
        hidden = {str(one.text_content()) for one in rows.all() if not one.is_visible()}
        text = printed(visit, tmp_path)
    assert keys
    assert hidden
    assert [one for one in keys if squeezed(one) not in text] == []
    assert [one for one in hidden if squeezed(one) in text] == []


@pytest.mark.parametrize(
    "kind", ["document", pytest.param("whole document", marks=pytest.mark.corpus)]
)
def test_a_document_on_paper(opened: Open, place: Place, tmp_path: Path) -> None:
    """Each quotation, of which a page may hold a part, and what it bears."""
    with opened(place.base) as visit:
        page = visit.go(place.address)
        quotes = page.locator("[data-quote]").all_text_contents()
        values = page.locator("a[data-w]").all_inner_texts()
        text = printed(visit, tmp_path)
    assert len(quotes) > 10
    ends = {one: (squeezed(one)[:25], squeezed(one)[-25:]) for one in quotes}
    assert [one for one in quotes if not any(end in text for end in ends[one])] == []
    assert [one for one in values if squeezed(one) not in text] == []


def test_the_timeline_on_paper(opened: Open, published: Site, tmp_path: Path) -> None:
    """Each event is there."""
    with opened(published.base) as visit:
        page = visit.go("timeline.html")
        titles = page.locator("table.timeline tbody th").all_inner_texts()
        text = printed(visit, tmp_path)
    assert titles
    assert [one for one in titles if squeezed(one) not in text] == []
