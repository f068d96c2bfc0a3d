"""docs/deciding.md: its examples are words of the corpus, and its pointers lead somewhere."""

import re

import pytest

import gsomia_data
from kit.real import ROOT

PAGE = (ROOT / "docs" / "deciding.md").read_text(encoding="utf-8")
CITED = re.findall(r'"([^|\n]+?)"\s\(`([a-z0-9-]+)`\)', PAGE)


def anchors(page: str) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}


@pytest.mark.parametrize(("words", "quote"), CITED)
def test_an_example_has_the_words_of_its_quote(words: str, quote: str) -> None:
    """Whoever looks the key up finds the sentence."""
    quotes = gsomia_data.quotes().set_index("quote_id")["exact"]
    assert words in " ".join(quotes[quote].split())


def test_each_key_of_the_page_belongs_to_an_example() -> None:
    """No key is beside words that the pattern above does not see."""
    assert len(CITED) == len(re.findall(r"\(`[a-z]+-\d[a-z0-9-]+`\)", PAGE)) > 0


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#\s]+)#", PAGE))))
def test_each_pointer_leads_to_a_heading(link: str) -> None:
    """A heading that is renamed takes its pointers along."""
    page = (ROOT / "docs" / link).resolve().relative_to(ROOT)
    pointed = re.findall(rf"\]\({re.escape(link)}#([^)\s]+)\)", PAGE)
    assert set(pointed) <= anchors(str(page))
