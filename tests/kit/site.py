"""Built explorers to test, each made once, with the package that each was made from.

What a test wants to know of a package it reads here with Python's own csv and json.
"""

import csv
import json
import os
import posixpath
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

import pytest

from kit import tiny
from kit.exports import refresh
from kit.files import Files, build, fmt, lay_out
from kit.html import Element, MalformedError, Page
from kit.real import ROOT

if TYPE_CHECKING:
    from gsomia_data.reading.site import contents as made

FIRMNESSES = ("proved", "inferred", "judged")
MARKER = ".gsomia-data-export"
PROOF = "evidence"
"""The table that is split by the table that it is about."""
NO_RECORDS = ("sources", "quotes")
"""Tables of documents; a document has a page of its own kind."""
EMOJI = "\U0001f1f0\U0001f1f7\U0001f600"
"""Three characters, each of two units in a script."""
BLANKS = "\n\t "

Row = dict[str, str]


_LETTER = r"[^\W\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]"
EDGE = f"(?:(?<!{_LETTER})|(?!{_LETTER}))"
"""Where words begin or end: not between two letters, unless one is Korean or Japanese."""


class Span(NamedTuple):
    """Words of a quote, with the row of evidence that has them."""

    quote: str
    start: int
    stop: int
    evidence: Row

    @property
    def name(self) -> str:
        """Its name in the page of its document."""
        return f"q{number(self.quote)}-w{self.start}-{self.stop}"


class Contents:
    """The rows of a package, as the CSV files have them."""

    def __init__(self, root: Path) -> None:
        """The package in the folder ``root``."""
        self.root = root
        descriptor = json.loads((root / "datapackage.json").read_bytes())
        self.resources = {one["name"]: one for one in descriptor["resources"]}
        self.schemas: dict[str, dict[str, Any]] = {
            name: json.loads((root / one["schema"]).read_bytes())
            for name, one in self.resources.items()
        }
        self.rows: dict[str, list[Row]] = {}
        self.header: dict[str, list[str]] = {}
        for name, one in self.resources.items():
            with (root / one["path"]).open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            self.header[name] = header
            self.rows[name] = [dict(zip(header, row, strict=True)) for row in rows]

    def shown(self, table: str) -> list[str]:
        """The columns of a table that a reader sees."""
        return [name for name in self.header[table] if name != "seal"]

    def fields(self, table: str) -> dict[str, dict[str, Any]]:
        """The fields of the schema of a table, by column."""
        return {one["name"]: one for one in self.schemas[table]["fields"]}

    def key(self, table: str) -> list[str]:
        """The columns of the key of a table."""
        return list(self.schemas[table]["primaryKey"])

    @property
    def records(self) -> list[str]:
        """The tables whose rows have a page each."""
        return [
            name
            for name in self.resources
            if name not in NO_RECORDS
            and len(self.key(name)) == 1
            and any(one.get("gsomia:needs_evidence") for one in self.fields(name).values())
        ]

    def address(self, table: str, key: str) -> str:
        """The page of a row."""
        return f"{table}/{key}.html"

    def by(self, table: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by the value of a column."""
        found = defaultdict[str, list[Row]](list)
        for row in self.rows[table]:
            found[row[column]].append(row)
        return dict(found)

    @cached_property
    def quotes(self) -> dict[str, Row]:
        """The quotes by their keys."""
        return {row["quote_id"]: row for row in self.rows["quotes"]}

    @cached_property
    def spans(self) -> list[Span]:
        """Where the words of each row of evidence are in its quote."""
        spans = []
        for row in self.rows[PROOF]:
            whole = f"{EDGE}{re.escape(row['words'])}{EDGE}"
            found = list(re.finditer(whole, self.quotes[row["quote_id"]]["exact"]))
            spans.append(Span(row["quote_id"], *found[int(row["nth"]) - 1].span(), row))
        return spans

    @cached_property
    def about(self) -> dict[tuple[str, str, str], list[Span]]:
        """The words about each cell."""
        found = defaultdict[tuple[str, str, str], list[Span]](list)
        for one in self.spans:
            row = one.evidence
            found[row["table_name"], row["row_key"], row["column_name"]].append(one)
        return dict(found)

    def proved_tables(self) -> list[str]:
        """The tables that evidence is about, in the order of the package."""
        about = {row["table_name"] for row in self.rows[PROOF]}
        return [name for name in self.resources if name in about]

    @cached_property
    def published(self) -> str:
        """All that the tables say, each run of blanks as one."""
        cells = (cell for rows in self.rows.values() for row in rows for cell in row.values())
        return "\n".join(map(plain, cells))


def number(quote: str) -> str:
    """The number at the end of the key of a quote."""
    return quote.rpartition("-")[2]


def plain(text: str) -> str:
    """Text with each run of blanks as one."""
    return " ".join(text.split())


class Link(NamedTuple):
    """A link of a page, and where it leads: a path in the site, and a fragment."""

    page: str
    element: Element
    path: str
    fragment: str


class Site:
    """A built site, read as files and as pages."""

    def __init__(self, root: Path, package: Path, corpus: Path | None = None) -> None:
        """The site in ``root``, which was made from ``package``."""
        self.root = root
        self.contents = Contents(package)
        self.corpus = corpus

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The bytes of each file by its path, without the marker."""
        return {path: data for path, data in read(self.root).items() if path != MARKER}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by path; none that is not strict HTML."""
        pages = {}
        for path, data in self.files.items():
            if path.endswith(".html"):
                try:
                    pages[path] = Page(data.decode())
                except (MalformedError, UnicodeDecodeError) as error:
                    raise MalformedError(f"{path}: {error}") from error
        return pages

    @cached_property
    def internal(self) -> list[Link]:
        """The links that stay in the site."""
        return [
            Link(path, one, *_resolved(path, one.get("href")))
            for path, page in self.pages.items()
            for one in page.all("a", having="href")
            if not scheme(one.get("href"))
        ]

    @cached_property
    def led(self) -> dict[str, list[Link]]:
        """These links by the page that has them."""
        found = defaultdict[str, list[Link]](list)
        for one in self.internal:
            found[one.page].append(one)
        return dict(found)

    def document(self, source: Row) -> str:
        """The text of a document, read from the corpus."""
        assert self.corpus is not None
        path = self.corpus / Path(source["path"]).name
        return path.read_bytes().decode()

    def reaches(self, address: str) -> bool:
        """Whether an address with a fragment is in the site."""
        path, _, fragment = address.partition("#")
        return path in self.files and (not fragment or fragment in self.pages[path].ids)

    def section(self, page: str, name: str) -> Element:
        """The block of the cell of a column: what has the id, or the section that begins there."""
        found = self.pages[page].ids[name]
        if found.tag in {"section", "article", "div"}:
            return found
        return next(
            (one for one in found.above() if one.tag in {"section", "article", "div"}), found
        )


def _resolved(page: str, href: str) -> tuple[str, str]:
    address, _, fragment = href.partition("#")
    path = posixpath.normpath(f"{posixpath.dirname(page) or '.'}/{unquote(address)}")
    return path if address else page, unquote(fragment)


def scheme(href: str) -> str:
    """The scheme of an address as browsers read it, who overlook blanks and line ends.

    That of an address that begins with two slashes is ``//``.
    """
    seen = href.translate(dict.fromkeys(map(ord, "\t\n\r"))).lstrip("".join(map(chr, range(33))))
    if seen.replace("\\", "/").startswith("//"):
        return "//"
    before, colon, _ = seen.partition(":")
    is_scheme = before[:1].isalpha() and all(one.isalnum() or one in "+-." for one in before)
    return before.lower() if colon and is_scheme else ""


def read(root: Path) -> dict[str, bytes]:
    """All files under ``root`` by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def built(package: Path, target: Path, corpus: Path | None = None) -> Site:
    """Build the site of ``package`` at ``target``."""
    from gsomia_data.reading import site  # noqa: PLC0415 - imports what only these tests need
    from gsomia_data.reading.files import Files as Package  # noqa: PLC0415

    done = site.build(Package(package), target, corpus=corpus)
    assert done.path == target
    made = Site(target, package, corpus)
    assert done.pages == sum(path.endswith(".html") for path in made.files)
    return made


def raw(cell: Element) -> str:
    """The raw value of a cell of a table page."""
    for one in cell.all("data", having="value"):
        return one.get("value")
    if "v" in cell.get("class").split():
        assert not cell.children, f"{cell} holds more than text"
        return cell.text
    inner = [one for one in cell.all(of="v") if not one.all(of="v")]
    if not inner:
        return ""
    (only,) = inner
    assert not only.children, f"{only} holds more than text"
    return only.text


def marked(quote: Element) -> set[int]:
    """The positions in the text of an element that are marked."""
    found, at = set[int](), 0
    for piece, holder in quote.flow():
        if isinstance(piece, str):
            in_mark = any(one.tag == "mark" for one in (holder, *holder.above()))
            found.update(range(at, at + len(piece)) if in_mark else ())
            at += len(piece)
    return found


def named(quote: Element, name: str) -> tuple[str, list[Element]]:
    """The text of the segments of a quote that carry a name, and these segments."""
    segments = [one for one in quote.all(having="data-w") if name in one.get("data-w").split()]
    return "".join(one.text for one in segments), segments


def offset(quote: Element, place: Element) -> int:
    """How many characters of an element are before another that is in it."""
    before = takewhile(lambda piece: piece is not place, (piece for piece, _ in quote.flow()))
    return sum(len(piece) for piece in before if isinstance(piece, str))


def environment(**about: str) -> dict[str, str]:
    """Of a process that imports the code that is tested, from whatever folder."""
    path = os.pathsep.join(os.path.abspath(one) for one in sys.path if one)  # noqa: PTH100
    return {**os.environ, "PYTHONPATH": path, **about}


def hyphenated(text: str) -> str:
    """A name as part of an address."""
    return text.replace(" ", "-")


def edited(package: Path, table: str, change: Callable[[list[Row]], Iterable[Row]]) -> None:
    """Change the rows of a table of a package; the descriptor follows."""
    path = package / Contents(package).resources[table]["path"]
    header, rows = Contents(package).header[table], Contents(package).rows[table]
    with path.open("w", encoding="utf-8", newline="") as file:
        # Python 3.11 would leave a bare CR unquoted.
        writer = csv.DictWriter(file, header, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(change(rows))
    refresh(package)


def everywhere(package: Path, change: Callable[[str, str, str], str]) -> None:
    """Change each cell of each table of a package, by table, column and value."""
    for table in Contents(package).resources:
        edited(
            package,
            table,
            lambda rows, table=table: [  # type: ignore[misc]
                {name: change(table, name, cell) for name, cell in row.items()} for row in rows
            ],
        )


@cache
def _astral() -> Mapping[str, bytes]:
    """The tiny package with an emoji before each quote, so that no two ways to count agree."""
    documents, quotes = dict(tiny.DOCUMENTS), dict(tiny.QUOTES)
    with pytest.MonkeyPatch.context() as patch:
        for source, exacts in tiny.QUOTES.items():
            for exact in exacts:
                before, _, after = documents[source].rpartition(exact)
                documents[source] = f"{before}{EMOJI}{exact}{after}"
            quotes[source] = tuple(EMOJI + exact for exact in exacts)
        patch.setattr(tiny, "DOCUMENTS", documents)
        patch.setattr(tiny, "QUOTES", quotes)
        patch.setattr(tiny, "TWICE", EMOJI + tiny.TWICE)
        files: Files = tiny.draft()
        fmt(files)
        build(files)
    return files


def astral(folder: Path) -> Path:
    """Write that package into ``folder``; answer ``folder``."""
    return lay_out(_astral(), folder)


@pytest.fixture(scope="module", params=["shipped", "tiny"])
def root(request: pytest.FixtureRequest, good: Path) -> Path:
    """The folder of the package of this repository, and of the tiny one; tests only read them."""
    return ROOT if request.param == "shipped" else good


@pytest.fixture(scope="module")
def contents(root: Path) -> "made.Contents":
    """What pages of the explorer are made of."""
    from gsomia_data.reading.files import Files as Package  # noqa: PLC0415 - as in built
    from gsomia_data.reading.site.contents import read  # noqa: PLC0415

    return read(Package(root))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the package of this repository, without documents."""
    return built(ROOT, tmp_path_factory.mktemp("shipped") / "site")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same with the documents."""
    return built(ROOT, tmp_path_factory.mktemp("whole") / "site", ROOT / "corpus")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the tiny package with an emoji before each quote, with the documents."""
    folder = tmp_path_factory.mktemp("small")
    package = astral(folder / "package")
    return built(package, folder / "site", package / "corpus")


WITH_DOCUMENTS = [pytest.param("whole", marks=pytest.mark.corpus), "small"]


@pytest.fixture(scope="session", params=["shipped", *WITH_DOCUMENTS])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of these; tests only read them."""
    made: Site = request.getfixturevalue(request.param)
    return made


@pytest.fixture(scope="session", params=WITH_DOCUMENTS)
def documented(request: pytest.FixtureRequest) -> Site:
    """Each site with documents."""
    made: Site = request.getfixturevalue(request.param)
    return made
