"""A visit sees what a page does wrong: the other tests of this folder rest on that."""

import re
from pathlib import Path

import pytest

from kit.browser import POLICY, Open, served

pytestmark = pytest.mark.browser

HEAD = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def visit_home(opened: Open, base: str) -> None:
    """Open the first page, and close the window."""
    with opened(base) as visit:
        visit.go("index.html")


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<script>1</script>", "Content Security Policy"),
        ("<p style='color: red'>a</p>", "Content Security Policy"),
        ("<img src=https://example.org/a.png>", "asked for https://example.org/a.png"),
        ("<script src=throws.js></script>", "error: "),
        ("<script src=warns.js></script>", "console: warning: careful"),
        ("<link rel=stylesheet href=nowhere.css>", "nowhere.css"),
    ],
    ids=["inline script", "inline style", "elsewhere", "an error", "a warning", "a missing file"],
)
def test_a_fault_is_seen(tmp_path: Path, opened: Open, page: str, seen: str) -> None:
    """From a folder; what is wrong fails the test that made the visit."""
    (tmp_path / "index.html").write_text(HEAD + page, encoding="utf-8")
    (tmp_path / "throws.js").write_text("nobody()", encoding="utf-8")
    (tmp_path / "warns.js").write_text("console.warn('careful')", encoding="utf-8")
    with pytest.raises(AssertionError, match=re.escape(seen)):
        visit_home(opened, f"{tmp_path.as_uri()}/")


def test_the_server_sends_the_policy(tmp_path: Path, opened: Open) -> None:
    """A page without a policy of its own is held to that of the header."""
    (tmp_path / "index.html").write_text("<!doctype html><script>1</script>", encoding="utf-8")
    with served(tmp_path) as base, pytest.raises(AssertionError, match="Content Security Policy"):
        visit_home(opened, base)
