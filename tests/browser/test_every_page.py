"""Each kind of page: quiet, within the window, with visible focus, with and without scripts."""

import re
from pathlib import Path

import pytest

from kit.browser import KINDS, PHONE, WIDE, Open, Place, Site, address, each_kind, served

pytestmark = pytest.mark.browser

NARROW = (320, 640)
FITS = """() => {
  const root = document.documentElement;
  return root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth
    && getComputedStyle(root).overflowX === "visible"
    && getComputedStyle(document.body).overflowX === "visible";
}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const cuts = [style.overflowX, style.overflowY].some(way => way === "hidden" || way === "clip");
  const unseen = one.clientWidth <= 1 || one.clientHeight <= 1;  // for screen readers alone
  return cuts && !unseen && one.checkVisibility() && one.textContent.trim()
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 120))"""
FOCUS = """() => {
  const look = one => {
    const style = getComputedStyle(one);
    return [style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor,
      style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth].join("; ");
  };
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex]:not([tabindex='-1'])")];
  const wrong = [];
  let seen = 0;
  for (const one of all) {
    if (!one.checkVisibility({visibilityProperty: true})) continue;
    document.activeElement.blur();
    const before = look(one);
    one.focus();
    if (document.activeElement !== one) continue;
    seen += 1;
    const box = one.getBoundingClientRect();
    if (look(one) === before || box.right <= 0 || box.width * box.height === 0)
      wrong.push(one.outerHTML.slice(0, 120));
  }
  return {seen, wrong};
}"""
COVERED = """() => {
  const one = document.activeElement;
  if (one === document.body || one.matches("[role=region]")) return "";
  const boxes = [...one.getClientRects()];
  const parts = [.05, .5, .95];
  const free = boxes.some(box => parts.some(across => parts.some(down => {
    const top = document.elementFromPoint(box.x + box.width * across, box.y + box.height * down);
    return top && (one.contains(top) || top.contains(one) && top.matches("a, label"));
  })));
  return free ? "" : one.outerHTML.slice(0, 120);
}"""
SMALL = """least => [...document.querySelectorAll(
    "a[href], button, input, select, summary, .differs, label:has(input)")].filter(one => {
  if (!one.checkVisibility({visibilityProperty: true}) || one.closest(".skip")) return false;
  if (getComputedStyle(one).display === "inline" && !one.matches("input, a.differs")) return false;
  const box = (one.closest("label") || one).getBoundingClientRect();
  return box.right > 0 && (box.width < least || box.height < least);
}).map(one => {
  const box = one.getBoundingClientRect();
  return `${one.outerHTML.slice(0, 120)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`;
})"""
MOVES = """() => [document.documentElement, ...document.querySelectorAll("*")].filter(one => {
  const style = getComputedStyle(one);
  return style.animationName !== "none" || style.scrollBehavior !== "auto"
    || style.transitionDuration.split(", ").some(time => parseFloat(time) > 0);
}).map(one => one.outerHTML.slice(0, 120))"""


@each_kind
def test_it_opens_without_a_complaint(opened: Open, place: Place) -> None:
    """No request to elsewhere, no error, nothing against the policy; only its own files."""
    with opened(place.base) as visit:
        visit.go(place.address)
        assert visit.page.locator("h1").count() == 1
        own = {url.removeprefix(place.base).partition("#")[0] for url in visit.asked}
        allowed = {place.address.partition("#")[0], "site.css", "site.js"}
        assert own - allowed <= ({"entries.js"} if "search.html" in own else set())
        assert allowed <= own


@pytest.mark.parametrize("kind", KINDS)
def test_it_opens_from_a_server(opened: Open, published: Site, kind: str) -> None:
    """With the policy as a header as well."""
    with served(published.folder) as base, opened(base) as visit:
        visit.go(address(published, kind))
        assert visit.page.locator("h1").is_visible()


def test_a_name_that_is_no_code_is_no_error(opened: Open, published: Site) -> None:
    """Behind the hash of a document, of a record, of the other pages."""
    with opened(published.base) as visit:
        for kind in KINDS:
            visit.go(address(published, kind).partition("#")[0] + "#%E0%A4%A")
            for name in ("q0-w1-2", '"]', "a b", "\\", "%"):
                visit.run("name => { location.hash = name; }", name)
                visit.page.wait_for_timeout(10)


def test_no_page_scrolls_sideways(opened: Open, published: Site) -> None:
    """320 px wide: of each folder the largest pages, and those with the longest names."""
    pages = set(published.folder.glob("*.html")) | set(published.folder.glob("tables/*.html"))
    for folder in published.folder.iterdir():
        found = list(folder.glob("*.html"))
        pages |= {*sorted(found, key=lambda path: path.stat().st_size)[-3:]}
        pages |= {*sorted(found, key=lambda path: len(path.name))[-2:]}
    wide = []
    with opened(published.base, NARROW) as visit:
        for path in sorted(pages):
            page = path.relative_to(published.folder).as_posix()
            visit.go(page)
            if not visit.run(FITS):
                wide.append(page)
    assert wide == []


@each_kind
def test_it_reflows_at_400_percent(opened: Open, place: Place) -> None:
    """A window of 1280 x 1024 then has the room of 320 x 256."""
    with opened(place.base, (320, 256), device_scale_factor=4) as visit:
        visit.go(place.address)
        assert visit.run(FITS)


@each_kind
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_wider_spacing_cuts_nothing(opened: Open, place: Place, size: tuple[int, int]) -> None:
    """Text with the spacing that readers may set for themselves (WCAG 1.4.12)."""
    with opened(place.base, size, bypass_csp=True) as visit:
        page = visit.go(place.address)
        page.add_style_tag(content=SPACED)
        assert visit.run(FITS)
        assert visit.run(CUT) == []


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_visible(opened: Open, place: Place, scheme: str) -> None:
    """Everything that Tab can reach looks otherwise when it is reached, and is in the window."""
    with opened(place.base, color_scheme=scheme) as visit:
        page = visit.go(place.address)
        page.keyboard.press("Tab")
        found = visit.run(FOCUS)
        assert found["wrong"] == []
        assert found["seen"] > 5


@each_kind
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_focus_is_not_covered(opened: Open, place: Place, size: tuple[int, int]) -> None:
    """Whatever stays in place while the page moves does not hide all of what has the focus."""
    with opened(place.base, size) as visit:
        page = visit.go(place.address)
        covered = []
        for _ in range(40):
            page.keyboard.press("Tab")
            if visit.run(COVERED):
                page.wait_for_timeout(300)  # a region that scrolls may need a moment
                covered.append(visit.run(COVERED))
        assert [one for one in covered if one] == []


@each_kind
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_targets_are_large_enough(opened: Open, place: Place, size: tuple[int, int]) -> None:
    """24 px both ways, but for links in a line of text; the mark of a disputed cell too."""
    with opened(place.base, size) as visit:
        visit.go(place.address)
        visit.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert visit.run(SMALL, 24) == []


@each_kind
def test_nothing_moves(opened: Open, place: Place) -> None:
    """For who asked for less motion; and a link goes to its place at once."""
    with opened(place.base, reduced_motion="reduce") as visit:
        visit.go(place.address)
        assert visit.run(MOVES) == []


@each_kind
def test_without_scripts(opened: Open, place: Place) -> None:
    """The page is there; what only a script could do is not shown."""
    with opened(place.base, java_script_enabled=False) as visit:
        page = visit.go(place.address)
        assert page.locator("h1").is_visible()
        assert page.locator("#page-nav a").first.is_visible()
        for selector in ("#page-tools", "button:not(.sort):not(form button)"):
            shown = [one for one in page.locator(selector).all() if one.is_visible()]
            assert [one.evaluate("one => one.outerHTML.slice(0, 120)") for one in shown] == []


def test_links_without_scripts(opened: Open, published: Site) -> None:
    """From a table to the cell to the words in the document, each in view."""
    with opened(published.base, java_script_enabled=False) as visit:
        page = visit.go("tables/polls.html")
        page.locator("td a[href$='#percent']").click()
        page.wait_for_url("**/polls/*.html#percent")
        assert page.locator("#percent").first.is_visible()
        page.locator("#percent a[href*='sources/']").first.click()
        page.wait_for_url(re.compile(r"/sources/[\w-]+\.html#q\d+-w\d+-\d+$"))
        name = page.url.partition("#")[2]
        top = page.locator(f"[id='{name}']").bounding_box()
        assert top is not None
        assert 0 <= top["y"] < WIDE[1]


def test_a_copy_of_the_folder_works(opened: Open, published: Site, tmp_path: Path) -> None:
    """Under a name with blanks, Hangul and characters that addresses escape."""
    there = tmp_path / "내 자료 #1 (100%)"
    there.symlink_to(published.folder)
    with opened(f"{there.as_uri()}/") as visit:
        page = visit.go("tables/reactions.html#is.stance=oppose")
        page.locator("#page-q").fill("japan")
        page.wait_for_timeout(400)
        page.locator("#page-table tbody a >> visible=true").first.click()
        page.wait_for_url("**/reactions/*.html*")
