"""The explorer to open in Chromium, each kind of its pages, and what a visit may not do."""

import functools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from gsomia_data.reading.files import Files
from kit.chromium import missing, started
from kit.real import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy that each page has, and that a server may send as a header."""
WIDE, PHONE = (1280, 900), (390, 844)
"""Sizes of a window."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder with the policy as a header, and says nothing."""

    def do_GET(self) -> None:
        """Answer a browser that asks each host for an icon that there is none."""
        if self.path == "/favicon.ico":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Send the headers of releasing.md."""
        self.send_header("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by its class
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder is served on this machine."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class Visit:
    """A window on a site, and all that its pages did wrong: what they asked for, what they said."""

    def __init__(self, page: "Page", base: str) -> None:
        """See the site at ``base`` in this window."""
        self.page = page
        self.base = base
        self.wrong: list[str] = []
        self.asked: list[str] = []
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))

    def go(self, address: str) -> "Page":
        """Open an address of the site, afresh, as if it were typed."""
        if self.page.url.partition("#")[0] == (self.base + address).partition("#")[0]:
            self.page.goto("about:blank")  # else only the part behind the hash would change
        self.page.goto(self.base + address)
        return self.page

    def run(self, script: str, argument: object = None) -> Any:  # noqa: ANN401 - JSON has any type
        """What a script answers in the page."""
        return self.page.evaluate(script, argument)

    def _request(self, request: "Request") -> None:
        self.asked.append(request.url)
        if not request.url.startswith((self.base, "blob:")):
            self.wrong.append(f"asked for {request.url}")

    def _failed(self, request: "Request") -> None:
        # What a click leaves behind, and a download, are ended without harm.
        if "ERR_ABORTED" not in str(request.failure):
            self.wrong.append(f"failed: {request.url}: {request.failure}")

    def _said(self, message: "ConsoleMessage") -> None:
        self.wrong.append(f"console: {message.type}: {message.text}")


class Site(NamedTuple):
    """An explorer that was built: its folder, and whether it has the whole documents."""

    folder: Path
    whole: bool

    @property
    def base(self) -> str:
        """Its address as a folder."""
        return f"{self.folder.as_uri()}/"


KINDS = (
    "overview",
    "table",
    "filtered table",
    "parts of a table",
    "record",
    "cell",
    "document",
    "timeline",
    "conflicts",
    "codebook",
    "cite",
    "search",
    "results",
)
"""Every kind of page, and what a link to a place in one shows."""
WHOLE_KINDS = ("whole document",)
"""Those that only the form with documents has."""


def address(site: Site, kind: str) -> str:
    """A large page of a kind, with the place in it that the kind is about."""

    def by_size(pattern: str) -> list[str]:
        found = sorted(site.folder.glob(pattern), key=lambda path: path.stat().st_size)
        return [path.relative_to(site.folder).as_posix() for path in found]

    def words(page: str) -> str:
        text = (site.folder / page).read_text(encoding="utf-8")
        found = re.search(r'id="(q[0-9]+-w[0-9]+-[0-9]+)"', text)
        assert found is not None
        return f"{page}#{found.group(1)}"

    smallest, *_, largest = by_size("sources/*.html")
    return {
        "overview": "index.html",
        "table": "tables/dates.html",
        "filtered table": "tables/reactions.html#q=a&is.stance=oppose&sort=-date",
        "parts of a table": "tables/evidence.html",
        "record": by_size("agreements/*.html")[-1],
        "cell": by_size("polls/*.html")[-1] + "#percent",
        "document": words(largest),
        "whole document": words(smallest),
        "timeline": "timeline.html",
        "conflicts": "conflicts.html",
        "codebook": "codebook.html",
        "cite": "cite.html",
        "search": "search.html",
        "results": "search.html#q=japan",
    }[kind]


def built(target: Path, *, whole: bool) -> Site:
    """The explorer of the package of this repository, in a new folder."""
    from gsomia_data.reading.site import build  # noqa: PLC0415 - jinja2 is an extra

    build(Files(ROOT), target, corpus=ROOT / "corpus" if whole else None)
    return Site(target, whole)


Open = Callable[..., AbstractContextManager[Visit]]
"""``opened(base, size=..., **options)``: a window of its own; options are those of a context."""


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """A browser for the session."""
    if reason := missing():
        pytest.fail(f"{reason}, and GSOMIA_BROWSER=1 demands it")
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The form without documents."""
    return built(tmp_path_factory.mktemp("published") / "site", whole=False)


@pytest.fixture(scope="session")
def private(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The form with whole documents."""
    return built(tmp_path_factory.mktemp("private") / "site", whole=True)


ALL_KINDS = (*KINDS, *(pytest.param(one, marks=pytest.mark.corpus) for one in WHOLE_KINDS))
each_kind = pytest.mark.parametrize("kind", ALL_KINDS)


class Place(NamedTuple):
    """A page of one kind: the address of its site, and its own in it."""

    base: str
    address: str


@pytest.fixture
def place(request: pytest.FixtureRequest, kind: str) -> Place:
    """A page of a kind, in a folder."""
    site: Site = request.getfixturevalue("private" if kind in WHOLE_KINDS else "published")
    return Place(site.base, address(site, kind))


@pytest.fixture
def opened(chromium: "Browser") -> Open:
    """Opens windows; each fails at its end if a page in it did anything wrong."""

    @contextmanager
    def window(base: str, size: tuple[int, int] = WIDE, **options: Any) -> Iterator[Visit]:  # noqa: ANN401
        width, height = size
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(5000)
        visit = Visit(context.new_page(), base)
        try:
            yield visit
        finally:
            context.close()
        assert visit.wrong == [], "\n".join(visit.wrong)

    return window


@pytest.fixture
def folder(opened: Open, published: Site) -> Iterator[Visit]:
    """A window on the form without documents, opened from its folder."""
    with opened(published.base) as visit:
        yield visit


@pytest.fixture(params=["from a folder", "from a server"])
def anywhere(request: pytest.FixtureRequest, opened: Open, published: Site) -> Iterator[Visit]:
    """A window on the form without documents: from its folder, and from a server."""
    if request.param == "from a folder":
        with opened(published.base) as visit:
            yield visit
    else:
        with served(published.folder) as base, opened(base) as visit:
            yield visit
