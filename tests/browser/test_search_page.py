"""The search: it finds names, passages and codes, blind to what `fold` removes."""

import json
import re
import unicodedata

import pytest

from gsomia_data._floor.text import fold
from kit.browser import Site, Visit

pytestmark = pytest.mark.browser

ODD = (
    "Straße STRASSE ẞ",
    "İstanbul ıı I i",
    "soft\u00adhyphen",
    unicodedata.normalize("NFD", "청와대 대통령"),
    "ﬁnal oﬃce ﬅ",
    "“Blue House” ‘x’ a–b—c‑d",
    "ΣΊΣΥΦΟΣ ς",
    "\u2126 \u212a \u212b ſ",
    "e\u0301 é E\u0301",
    "a\u200bb\u200dc\ufeffd\u2060e",
    "tab\tline\nbreak\u00a0hard\u2003wide\u3000full",
    "\u1e9e \u01c5 \u0149 \u0390 \u03b0 \u1f52",
    "𝔊𝔖 😀 🇰🇷 𐐀",
    "ｆｕｌｌ ﾊﾝｶｸ が か\u3099",
    "A\u0327\u0301 A\u0301\u0327",
    "   ",
    "",
    "\x1c\x1d\x1e\x1f\x85 a \u2028 b \u2029 c",
)
LETTERS = [
    chr(code)
    for first, last in ((0x20, 0x52F), (0x1E00, 0x206F), (0x2100, 0x214F), (0x3000, 0x30FF))
    for code in range(first, last)
    if unicodedata.category(chr(code)) not in {"Cn", "Cc"}
]


def results(visit: Visit) -> list[tuple[str, str]]:
    """Address and title of what was found."""
    found = visit.run(
        """[...document.querySelectorAll("#page-results > li > a")]
           .map(one => [one.getAttribute("href"), one.textContent])"""
    )
    return [(str(address), str(title)) for address, title in found]


def ask(visit: Visit, words: str) -> list[tuple[str, str]]:
    """What is found for words that are typed on the page of the search."""
    visit.page.locator("form.search [name=q]").fill(words)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function(
        "words => new URLSearchParams(location.hash.slice(1)).get('q') === words", arg=words
    )
    visit.page.wait_for_timeout(50)
    return results(visit)


def entries(site: Site) -> list[list[str]]:
    """The list that is searched: address, title, kind, text."""
    text = (site.folder / "entries.js").read_text(encoding="utf-8")
    found: list[list[str]] = json.loads(text.partition("=")[2].strip().removesuffix(";"))
    return found


def test_from_the_overview(anywhere: Visit) -> None:
    """Words and Enter lead to the page of the search, whose address says what was searched."""
    anywhere.go("index.html")
    anywhere.page.locator("form.search [name=q]").fill("Gallup Korea & co")
    anywhere.page.keyboard.press("Enter")
    anywhere.page.wait_for_url(
        re.compile(r"search\.html#q=Gallup(%20|\+)Korea(%20|\+)%26(%20|\+)co$")
    )
    assert anywhere.page.locator("form.search [name=q]").input_value() == "Gallup Korea & co"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Gallup Korea", r"actors/gallup-korea\.html"),
        ("almost 60% of respondents", r"sources/cnn-[\w-]+\.html#q\d+"),
        ("59 percent", r"sources/presstv-[\w-]+\.html#q\d+"),
        ("oppose", r"codebook\.html#reactions\.stance\.oppose"),
        ("gallup-korea-2016-11-oppose", r"polls/gallup-korea-2016-11-oppose\.html"),
    ],
    ids=["a name", "a passage", "another passage", "a code", "a key"],
)
def test_what_it_finds(anywhere: Visit, words: str, where: str) -> None:
    """A name, a passage, a code, a key; the number of results is read aloud."""
    anywhere.go("search.html")
    found = ask(anywhere, words)
    assert [one for one, _ in found if re.fullmatch(where, one)], found
    count = anywhere.page.locator("p#page-count[role=status]").text_content() or ""
    assert re.search(rf"\b{len(found)}\b", count), count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("blue house", "  BLUE   House "),
        ("comfort women", "com\u00adfort WOMEN"),
        ('"comfort women"', "“comfort women”"),
        ("korea's", "Korea’s"),
    ],
)
def test_what_makes_no_difference(folder: Visit, one: str, other: str) -> None:
    """Case, blanks, typographic marks and what is not seen."""
    folder.go("search.html")
    found = ask(folder, one)
    assert found
    assert ask(folder, other) == found


def test_nothing_found_is_said(folder: Visit) -> None:
    """With a sentence, and no error; an empty search finds nothing and everything alike."""
    folder.go("search.html")
    assert ask(folder, "no text has these words") == []
    assert folder.page.locator("#page-count").text_content()


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "%", "\\", "&q=", "#", "\u202e"])
def test_hostile_words_are_words(folder: Visit, words: str) -> None:
    """They are shown or not, and never run."""
    folder.go("search.html")
    ask(folder, words)
    assert folder.page.locator("form.search [name=q]").input_value() == words
    folder.go("search.html#q=%E0%A4%A")
    assert folder.page.locator("main img").count() == 0


def test_each_result_leads_to_its_place(folder: Visit, published: Site) -> None:
    """Each address of the list is a page, with the place that it names."""
    names: dict[str, set[str]] = {}
    for address, *_ in entries(published):
        page, _, name = address.partition("#")
        if page not in names:
            text = (published.folder / page).read_text(encoding="utf-8")
            names[page] = {*re.findall(r'\bid="([^"]+)"', text)}
        assert not name or name in names[page], address
    folder.go("search.html")
    address, _ = ask(folder, "almost 60% of respondents")[0]
    folder.page.locator("#page-results a").first.click()
    folder.page.wait_for_url(f"**/{address}")


def test_the_list_is_searched_whole(folder: Visit, published: Site) -> None:
    """By its title each entry is found, if it is not one of too many to list."""
    folder.go("search.html")
    listed = entries(published)
    assert len(listed) > 500
    for address, title, *_ in listed[:: len(listed) // 40]:
        found = ask(folder, title)
        assert address in [one for one, _ in found] or len(found) >= 50, title


def test_the_script_folds_as_python_does(folder: Visit, published: Site) -> None:
    """All that is searched, odd strings, and each letter of the scripts of Europe and of Japan."""
    script = (published.folder / "site.js").read_text(encoding="utf-8")
    found = re.search(r"/\* Folding.*?\*/(.*?const fold = .*?;)\n/\*", script, re.DOTALL)
    assert found is not None
    texts = [text for _, *rest in entries(published) for text in rest]
    texts += [*ODD, *LETTERS, *(f"a{letter}b" for letter in LETTERS)]
    folded = folder.run(f"texts => {{ {found[1]}; return texts.map(fold); }}", texts)
    differing = [
        (text, [hex(ord(one)) for one in text][:8], wanted, made)
        for text, wanted, made in zip(texts, map(fold, texts), folded, strict=True)
        if wanted != made
    ]
    assert differing == []
