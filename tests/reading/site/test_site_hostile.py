"""A package that wishes ill, or is broken: shown as text or refused by name, never run."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data.cli import main
from kit import tiny
from kit.examples import examples
from kit.site import (
    PROOF,
    Contents,
    Row,
    Site,
    astral,
    built,
    edited,
    environment,
    everywhere,
    number,
    raw,
    read,
    scheme,
)

KIND = "gsomia:kind"
FREE = {"text", "verbatim"}
"""Kinds of columns that hold words of any form."""
MARKUP = "</script><img src=x onerror=alert(1)>"
HOSTILE = (
    MARKUP,
    "</title></textarea></style><script>alert(1)</script>",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
    "<!-- --> <![CDATA[ ]]> <!doctype x> <?php ?>",
    "{{ 7*7 }}{% raw %}{# #}${7*7}",
    "&lt;b&gt; &amp; &#60; &nbsp; &copy &",
    "`\\u003c \\' \\\" \\n $&",
    "\u2028\u2029 ends of lines of scripts",
    "__proto__",
)
BIDI = "\u202e\u2066left to right\u2069\u202c \u200f\u061c"
CONTROL = "\x01\x08\x0b\x0c\x1b[2J\x7f\x85"


def slowly(text: str) -> object:
    """One of the words for a run of the slow tests."""
    return pytest.param(
        text, marks=pytest.mark.slow, id=text[:12].encode("unicode_escape").decode()
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The tiny package with an emoji before each quote, to damage."""
    return astral(tmp_path / "package")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the site is to be, alone in its folder."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "site"


def free(contents: Contents, table: str) -> set[str]:
    """The columns of a table that hold words of any form, and are not matched with others."""
    fields = contents.fields(table)
    columns = {name for name, field in fields.items() if field[KIND] in FREE}
    return columns - ({"words", "exact", "says"} if table in {PROOF, "quotes"} else set())


def worded(package: Path, text: str) -> None:
    """Put ``text`` into each cell of free words, before the words of each quote too."""
    contents = Contents(package)

    def change(table: str, name: str, cell: str) -> str:
        if (table, name) == ("quotes", "exact"):
            return text + cell
        return text if cell and name in free(contents, table) else cell

    everywhere(package, change)


def refused(package: Path, target: Path, corpus: Path | None = None) -> str:
    """Why the package is refused: one line; nothing is written."""
    with pytest.raises(ValueError, match=r"\A[^\n]+\Z") as caught:
        built(package, target, corpus)
    assert list(target.parent.iterdir()) == []
    return str(caught.value)


def refused_or_shown(package: Path, target: Path, corpus: Path | None = None) -> Site | None:
    """The site, all of whose pages are strict; nothing if the package is refused in one line."""
    try:
        site = built(package, target, corpus)
    except ValueError as error:
        why: ValueError = error
    else:
        assert_harmless(site)
        return site
    assert "\n" not in str(why)
    assert type(why).__module__.startswith("gsomia_data"), "a bug of ours, not a refusal"
    assert list(target.parent.iterdir()) == []
    return None


def assert_harmless(site: Site) -> None:
    """No page has more than ours: no script, no style, no handler, no foreign element."""
    for path, page in site.pages.items():
        inline = [one for one in page.all("script") if "src" not in one.attributes]
        assert [one.get("type") for one in inline] == (
            ["application/ld+json"] if path == "index.html" else []
        ), path
        for one in inline:
            json.loads(one.text)
        for one in page.elements:
            assert one.tag not in {"style", "iframe", "object", "textarea", "b"}, (path, one)
            bad = [name for name in one.attributes if name == "style" or name[:2] == "on"]
            assert bad == [], (path, one)
            assert scheme(one.get("href")) in {"", "http", "https"}, (path, one)
            assert not scheme(one.get("src")), (path, one)
    script = site.files["entries.js"].decode()
    data = script.strip().removeprefix("const entries = ").removesuffix(";")
    assert isinstance(json.loads(data), list)


def assert_exact(site: Site) -> None:
    """Each quote and each value of a table is as the files have it."""
    contents = site.contents
    shown = set()
    for path, page in site.pages.items():
        for one in page.all(having="data-quote"):
            shown.add(one.get("data-quote"))
            assert one.text == contents.quotes[one.get("data-quote")]["exact"], path
    assert shown == set(contents.quotes)
    for table, rows in contents.rows.items():
        if table != PROOF:
            page = site.pages[f"tables/{table}.html"]
            cells = [
                [raw(cell) for cell in row.children]
                for row in page.ids["page-table"].one("tbody").all("tr")
            ]
            assert cells == [[row[name] for name in contents.shown(table)] for row in rows], table


class TestWords:
    """Words are shown letter by letter; none is markup, template or script."""

    @pytest.mark.parametrize("text", [MARKUP, BIDI, *map(slowly, HOSTILE[1:])])
    def test_hostile_words_are_text(self, package: Path, target: Path, text: str) -> None:
        """In each cell of words and before each quote."""
        worded(package, text)
        site = built(package, target)
        assert_harmless(site)
        assert_exact(site)
        said = "".join(page.root.text for page in site.pages.values())
        assert said.count(text) > 100
        assert not any(page.all("img", having="onerror") for page in site.pages.values())

    def test_no_template_is_read_in_the_data(self, package: Path, target: Path) -> None:
        """Braces are braces."""
        worded(package, "{{ 7*7 }}")
        site = built(package, target)
        assert all(b"{{ 7*7 }}" in site.files[f"tables/{n}.html"] for n in ("polls", "dates"))

    def test_hostile_words_of_the_package_are_text(self, package: Path, target: Path) -> None:
        """Title and descriptions in descriptor and schemas, contributors."""
        path = package / "datapackage.json"
        descriptor = json.loads(path.read_bytes())
        descriptor |= {"title": MARKUP, "description": MARKUP, "keywords": [MARKUP]}
        for resource in descriptor["resources"]:
            resource |= {"title": MARKUP, "description": MARKUP}
            schema_path = package / resource["schema"]
            schema = json.loads(schema_path.read_bytes())
            for field in schema["fields"]:
                field |= {"title": MARKUP, "description": MARKUP}
                if "gsomia:codes" in field:
                    field["gsomia:codes"] = dict.fromkeys(field["gsomia:codes"], MARKUP)
            schema_path.write_text(json.dumps(schema), "utf-8")
        path.write_text(json.dumps(descriptor), "utf-8")
        site = refused_or_shown(package, target)
        assert site is not None
        assert MARKUP in site.pages["index.html"].root.text

    @pytest.mark.parametrize(
        "text", ["\x00", CONTROL, "\r", "\ud7ff\uffff\ufdd0", "\ufeff", "\ufffd"]
    )
    def test_characters_that_html_does_not_have(
        self, package: Path, target: Path, text: str
    ) -> None:
        """A browser would change or drop them, so they are refused or shown as what they are."""
        worded(package, f"a{text}b")
        refused_or_shown(package, target)

    def test_bidi_controls_end_with_their_cell(self, package: Path, target: Path) -> None:
        """A cell that turns the direction of writing does not turn the rest of its page."""
        worded(package, "\u202e")
        site = refused_or_shown(package, target)
        if site:
            styles = site.files["site.css"].decode().replace(" ", "")
            isolated = any(page.all("bdi") for page in site.pages.values())
            assert (
                isolated or "unicode-bidi:isolate" in styles or "unicode-bidi:plaintext" in styles
            )

    @settings(
        examples(20),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(
        text=st.text(
            st.sampled_from("<>&\"'{}%#/\\=`!-[]?;: \n\tax\u00a0\u202e\U0001f600\u0301한")
            | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]),
            min_size=1,
            max_size=30,
        ).filter(lambda text: bool(text.strip()))
    )
    def test_any_words_are_shown_exactly(
        self, tmp_path_factory: pytest.TempPathFactory, text: str
    ) -> None:
        """In the cells of the tables and before each quote, byte for byte of the file."""
        folder = tmp_path_factory.mktemp("any")
        package = astral(folder / "package")
        worded(package, text)
        site = built(package, folder / "site")
        assert_harmless(site)
        assert_exact(site)
        shutil.rmtree(folder)


class TestAddressesOfDocuments:
    """The address of a document is a link if it is one of the web, else text."""

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            " javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\tscript:alert(1)",
            "\x01javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example/x",
            "\\\\evil.example\\x",
            "https://[",
            "https:javascript:alert(1)",
            "http://\u202eevil.example",
            "ftp://old.example/",
            'https://ok.example/" onclick="alert(1)',
            "not an address",
        ],
    )
    def test_no_other_address_is_a_link(self, package: Path, target: Path, url: str) -> None:
        """It is refused or shown; nothing of it leaves the site but by http and https."""
        edited(package, "sources", lambda rows: [{**row, "url": url} for row in rows])
        site = refused_or_shown(package, target)
        if site:
            page = site.pages[f"sources/{tiny.MORNING}.html"]
            assert url in page.root.text or url in {one.get("href") for one in page.all("a")}
            led = {one.get("href") for path in site.pages.values() for one in path.all("a")}
            foreign = {one for one in led if scheme(one)}
            assert not any("evil" in one and not one.startswith("http") for one in led)
            assert url not in foreign or url.startswith(("http://", "https://"))

    @pytest.mark.parametrize(
        "url",
        [
            "https://ok.example/?a=1&b=<2>&copy=3#x",
            "http://ok.example/한?q='\"",
        ],
    )
    def test_an_address_of_the_web_is_a_link(self, package: Path, target: Path, url: str) -> None:
        """With all of its characters."""
        edited(package, "sources", lambda rows: [{**row, "url": url} for row in rows])
        site = built(package, target)
        page = site.pages[f"sources/{tiny.MORNING}.html"]
        assert url in {one.get("href") for one in page.all("a")}


def renamed(package: Path, old: str, new: str) -> None:
    """Give a row another key, wherever it is named."""

    def change(_table: str, _name: str, cell: str) -> str:
        if cell == old:
            return new
        head, _, tail = cell.rpartition("-")
        return f"{new}-{tail}" if head == old and tail.isdecimal() else cell

    everywhere(package, change)


BAD_KEYS = (
    "../../x",
    "..",
    ".",
    "/etc/passwd",
    "a/b",
    "a\\b",
    ".hidden",
    "x.html#y",
    "x?y",
    "x%2fy",
    "con.",
    "C:x",
    "a b",
    "-a",
    "a\nb",
    "<b>",
    "é",
    "\u202ex",
    "~root",
)


class TestKeys:
    """A key becomes the name of a file; one that cannot be is refused by name."""

    @pytest.mark.parametrize("key", BAD_KEYS)
    @pytest.mark.parametrize("old", ["hana-oppose", tiny.EVENING])
    def test_a_key_that_is_no_name_is_refused(
        self, package: Path, target: Path, old: str, key: str
    ) -> None:
        """Of a record, of a document; with the corpus it leads to no other file either."""
        renamed(package, old, key)
        said = refused(package, target)
        assert key in said or repr(key)[1:-1] in said or key[:40] in said
        assert [one.name for one in package.parent.iterdir() if one.name != "package"] == ["out"]

    def test_a_key_that_is_too_long_for_a_file(self, package: Path, target: Path) -> None:
        """No file system has such names; nothing is written."""
        renamed(package, "hana-oppose", "x" * 300)
        with pytest.raises((ValueError, OSError), match=r"\A[^\n]+\Z"):
            built(package, target)
        assert list(target.parent.iterdir()) == []

    @pytest.mark.parametrize("key", ["con", "nul", "aux", "com1", "index", "prn-x"])
    def test_a_key_that_windows_reserves(self, package: Path, target: Path, key: str) -> None:
        """A folder with `con.html` cannot be copied there; a longer name can."""
        renamed(package, "hana-oppose", key)
        if key in {"index", "prn-x"}:
            assert f"polls/{key}.html" in built(package, target).files
        else:
            assert key in refused(package, target)

    @pytest.mark.parametrize("twin", ["Kor", "KOR"])
    def test_keys_that_differ_in_case_alone_are_refused(
        self, package: Path, target: Path, twin: str
    ) -> None:
        """One file would be the other where names do not differ in case."""
        edited(
            package,
            "actors",
            lambda rows: [*rows, {**rows[0], "actor_id": twin, "name": "x", "iso3": ""}],
        )
        assert twin in refused(package, target)

    def test_a_key_that_is_there_twice_is_refused(self, package: Path, target: Path) -> None:
        """The second page would replace the first."""
        edited(package, "polls", lambda rows: [*rows, *rows])
        assert "hana-oppose" in refused(package, target)

    @pytest.mark.parametrize("table", ["../x", "tables", "sources/x", "page-x"])
    def test_a_table_that_is_no_folder(self, package: Path, target: Path, table: str) -> None:
        """The name of a table is part of addresses too."""
        path = package / "datapackage.json"
        descriptor = json.loads(path.read_bytes())
        for resource in descriptor["resources"]:
            resource["name"] = table if resource["name"] == "polls" else resource["name"]
        path.write_text(json.dumps(descriptor), "utf-8")
        renamed(package, "polls", table)
        if refused_or_shown(package, target):
            assert {one.name for one in target.parent.iterdir()} == {"site"}
            assert "/" not in table

    @pytest.mark.parametrize("ending", ["x", "", "1x", "-1", "１", "²", "1.5", "01 "])
    def test_a_quote_without_a_number_is_refused(
        self, package: Path, target: Path, ending: str
    ) -> None:
        """Its number is its address."""
        old, new = f"{tiny.MORNING}-7", f"{tiny.MORNING}-{ending}"
        everywhere(package, lambda _, __, cell: new if cell == old else cell)
        assert new in refused(package, target)

    @pytest.mark.parametrize("other", [f"{tiny.MORNING}-07", f"{tiny.EVENING}-1", "elsewhere-7"])
    def test_a_quote_whose_number_is_not_its_own(
        self, package: Path, target: Path, other: str
    ) -> None:
        """Two passages of a document never have one address."""
        old = f"{tiny.MORNING}-{8 if other.endswith('07') else 7}"
        everywhere(package, lambda _, __, cell: other if cell == old else cell)
        site = refused_or_shown(package, target)
        if site:
            quotes = site.contents.by("quotes", "source_id")[tiny.MORNING]
            names = {f"q{number(one['quote_id'])}" for one in quotes}
            assert len(names) == len(quotes)
            assert names <= set(site.pages[f"sources/{tiny.MORNING}.html"].ids)


def rewritten(data: bytes) -> bytes:
    """A document with one letter changed."""
    return data.replace(b"poll", b"pool", 1)


class TestDocuments:
    """A document that is not the one that was quoted is never shown."""

    @pytest.mark.parametrize(
        "change",
        [
            rewritten,
            lambda data: data + b"\n",
            lambda data: data.replace(b"\n", b"\r\n"),
            lambda _: b"",
            lambda data: b"\xef\xbb\xbf" + data,
        ],
        ids=["a letter", "a line", "line ends", "empty", "mark of order"],
    )
    def test_a_changed_document_is_refused_by_name(
        self, package: Path, target: Path, change: Callable[[bytes], bytes]
    ) -> None:
        """By its hash; without the documents the site is built all the same."""
        path = package / "corpus" / f"{tiny.MORNING}.txt"
        path.write_bytes(change(path.read_bytes()))
        assert tiny.MORNING in refused(package, target, package / "corpus")
        built(package, target)

    def test_a_missing_document_is_refused_by_name(self, package: Path, target: Path) -> None:
        """No site has some documents whole and others not."""
        (package / "corpus" / f"{tiny.EVENING}.txt").unlink()
        with pytest.raises((ValueError, OSError), match=tiny.EVENING):
            built(package, target, package / "corpus")
        assert list(target.parent.iterdir()) == []

    def test_a_missing_folder_of_documents_is_refused(self, package: Path, target: Path) -> None:
        """It is named."""
        with pytest.raises((ValueError, OSError), match="nowhere"):
            built(package, target, package / "nowhere")
        assert list(target.parent.iterdir()) == []

    def test_a_pipe_is_not_waited_for(self, package: Path, target: Path) -> None:
        """Nobody writes into it."""
        path = package / "corpus" / f"{tiny.EVENING}.txt"
        path.unlink()
        os.mkfifo(path)
        before = signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
        signal.alarm(60)
        try:
            with pytest.raises((ValueError, OSError), match=tiny.EVENING):
                built(package, target, package / "corpus")
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)

    def test_the_documents_may_be_anywhere(self, package: Path, target: Path) -> None:
        """The pages are those of the package with its documents in it."""
        shutil.move(package / "corpus", package.parent / "elsewhere")
        built(package, target, package.parent / "elsewhere")

    @pytest.mark.parametrize("data", [b"\xff\xfe", b"a\x00b", b"a\rb\r\nc", "\u2028\x85".encode()])
    def test_a_document_that_is_no_text(self, package: Path, target: Path, data: bytes) -> None:
        """Its hash is right, its bytes are not: refused or shown."""
        path = package / "corpus" / f"{tiny.MORNING}.txt"
        path.write_bytes(path.read_bytes() + data)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        edited(
            package,
            "sources",
            lambda rows: [
                {**row, "sha256": sha256 if row["source_id"] == tiny.MORNING else row["sha256"]}
                for row in rows
            ],
        )
        refused_or_shown(package, target, package / "corpus")

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("table", "cells"),
        [
            ("quotes", {"start": "0", "stop": "9"}),
            ("quotes", {"start": "999999", "stop": "1000009"}),
            ("quotes", {"start": "-5", "stop": "-1"}),
            ("quotes", {"start": "", "stop": ""}),
            ("omissions", {"start": "40", "stop": "20"}),
            ("omissions", {"start": "0", "stop": "999999"}),
            ("omissions", {"duplicate_of": "nobody-1"}),
            ("omissions", {"source_id": "nobody"}),
        ],
    )
    @pytest.mark.parametrize("with_documents", ["", "with documents"])
    def test_positions_that_are_wrong(
        self, package: Path, target: Path, table: str, cells: Row, with_documents: str
    ) -> None:
        """Refused or shown; what is shown is exact."""

        def change(rows: list[Row]) -> Iterable[Row]:
            return [{**row, **cells} if at == 3 else row for at, row in enumerate(rows)]

        edited(package, table, change)
        site = refused_or_shown(package, target, package / "corpus" if with_documents else None)
        if site:
            for page in site.pages.values():
                for one in page.all(having="data-quote"):
                    assert one.text == site.contents.quotes[one.get("data-quote")]["exact"]


def changed_evidence(cells: Row) -> Callable[[list[Row]], Iterable[Row]]:
    """Change one row of evidence, about a number."""

    def change(rows: list[Row]) -> Iterable[Row]:
        at = next(
            at
            for at, row in enumerate(rows)
            if (row["row_key"], row["column_name"]) == ("hana-oppose", "percent")
        )
        return [*rows[:at], {**rows[at], **cells}, *rows[at + 1 :]]

    return change


@pytest.mark.slow
class TestEvidence:
    """Evidence that leads nowhere makes no page that says it does."""

    # pandas warns of an unknown code where later versions of it refuse one.
    @pytest.mark.filterwarnings("ignore:Constructing a Categorical")
    @pytest.mark.parametrize(
        "cells",
        [
            {"row_key": "nobody"},
            {"table_name": "no_table"},
            {"table_name": "quotes"},
            {"column_name": "no_column"},
            {"quote_id": f"{tiny.MORNING}-99"},
            {"quote_id": "nobody-1"},
            {"quote_id": ""},
            {"words": "words that are not there"},
            {"words": ""},
            {"nth": "2"},
            {"nth": "999"},
            {"nth": "0"},
            {"nth": "-1"},
            {"nth": "one"},
            {"rule": "no rule"},
            {"relation": "no relation"},
            {"bound": "no bound"},
        ],
        ids=lambda cells: " ".join(f"{name}={value}" for name, value in cells.items()),
    )
    def test_evidence_that_leads_nowhere(
        self, package: Path, target: Path, cells: dict[str, str]
    ) -> None:
        """Refused or shown; no link is broken, no word is marked that was not named."""
        edited(package, PROOF, changed_evidence(cells))
        site = refused_or_shown(package, target)
        if site:
            broken = [
                (link.page, link.path, link.fragment)
                for link in site.internal
                if "=" not in link.fragment and not site.reaches(f"{link.path}#{link.fragment}")
            ]
            assert broken == []

    @pytest.mark.parametrize(
        ("table", "column"),
        [
            ("quotes", "source_id"),
            ("polls", "pollster"),
            ("polls", "agreement_id"),
            ("dates", "agreement_id"),
            ("sources", "edition_of"),
            ("tensions", "row_key"),
            ("tensions", "table_name"),
            ("tensions", "column_name"),
            ("claims", "source_id"),
            ("agreements", "predecessor"),
        ],
    )
    def test_a_reference_that_leads_nowhere(
        self, package: Path, target: Path, table: str, column: str
    ) -> None:
        """Refused or shown as text, never as a broken link."""
        edited(package, table, lambda rows: [{**row, column: "nobody"} for row in rows])
        site = refused_or_shown(package, target)
        if site:
            assert [
                (link.page, link.path, link.fragment)
                for link in site.internal
                if "=" not in link.fragment and not site.reaches(f"{link.path}#{link.fragment}")
            ] == []

    @pytest.mark.parametrize(
        ("table", "cells"),
        [
            ("dates", {"date": "never"}),
            ("dates", {"date": "2016-99"}),
            ("dates", {"earliest": "", "latest": ""}),
            ("dates", {"earliest": "9999-12-31", "latest": "0001-01-01"}),
            ("polls", {"percent": "most"}),
            ("polls", {"percent": "1e400"}),
            ("sources", {"published": "yesterday"}),
            ("sources", {"published": ""}),
            ("agreements", {"predecessor": "harbour-2016"}),
            ("agreements", {"status": "no code"}),
            ("sources", {"edition_of": tiny.MORNING}),
        ],
    )
    def test_a_value_that_is_none(
        self, package: Path, target: Path, table: str, cells: Row
    ) -> None:
        """Refused or shown as it is."""
        edited(package, table, lambda rows: [{**row, **cells} for row in rows])
        refused_or_shown(package, target)


class TestLittle:
    """A package may have little in it."""

    def test_tables_without_rows(self, package: Path, target: Path) -> None:
        """Where the reading API answers, the site is built."""
        for table in Contents(package).resources:
            edited(package, table, lambda _: [])
        data = gd.open(package)
        data.cells(), data.conflicts(), data.timeline(), data.evidence()
        site = built(package, target)
        assert_harmless(site)
        assert set(site.pages) >= {"index.html", "timeline.html", "tables/polls.html"}

    @pytest.mark.parametrize("table", ["tensions", "claims", "omissions", "polls", "dates"])
    def test_one_table_without_rows(self, package: Path, target: Path, table: str) -> None:
        """Nothing refers to it any more, or what does is refused."""
        edited(package, table, lambda _: [])
        refused_or_shown(package, target)

    @pytest.mark.parametrize("table", ["tensions", "claims", "omissions", "evidence", "quotes"])
    def test_a_package_without_one_table(self, package: Path, target: Path, table: str) -> None:
        """As of a part of the dataset: refused in one line, or shown."""
        path = package / "datapackage.json"
        descriptor = json.loads(path.read_bytes())
        left = [one for one in descriptor["resources"] if one["name"] != table]
        path.write_text(json.dumps(descriptor | {"resources": left}), "utf-8")
        try:
            refused_or_shown(package, target)
        except KeyError as error:
            why = str(error)
        else:
            return
        assert table in why
        assert list(target.parent.iterdir()) == []

    @pytest.mark.parametrize(
        "part", ["datapackage.json", "schemas/polls.schema.json", "dataset/polls.csv"]
    )
    def test_a_file_that_is_cut(self, package: Path, target: Path, part: str) -> None:
        """One line, that the package is damaged."""
        path = package / part
        path.write_bytes(path.read_bytes()[:40])
        assert "damaged" in refused(package, target)


DIE = """
import os, signal, sys
from pathlib import Path
from gsomia_data.reading import site
from gsomia_data.reading.files import Files

package, target, step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
calls = 0


def count(event, arguments):
    global calls
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"):
        name = arguments[0]
        if isinstance(name, (str, os.PathLike)) and str(target.parent) in os.fspath(name):
            calls += 1
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)


sys.addaudithook(count)
site.build(Files(package), target, force=True)
print(calls)
"""


def die(package: Path, target: Path, step: int) -> subprocess.CompletedProcess[str]:
    """Build in another process, which is killed before that step on the disk; 0: it is not."""
    return subprocess.run(
        [sys.executable, "-c", DIE, str(package), str(target), str(step)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


class TestWhole:
    """A site is there whole, or it is not there."""

    def test_a_killed_build_leaves_no_target(self, package: Path, target: Path) -> None:
        """At whatever step; the next build is whole and sweeps up."""
        steps = int(die(package, target, 0).stdout)
        assert steps > 50
        expected = read(target)
        shutil.rmtree(target)
        for step in (1, 2, steps // 3, steps // 2, steps - 2):
            assert die(package, target, step).returncode == -signal.SIGKILL
            assert not target.exists() or read(target) == expected
        assert die(package, target, 0).returncode == 0
        assert read(target) == expected
        assert [one.name for one in target.parent.iterdir()] == ["site"]

    @pytest.mark.slow
    def test_a_kill_while_replacing_leaves_the_old_or_the_new(
        self, package: Path, target: Path
    ) -> None:
        """Or nothing, until the next build; never a mixture."""
        steps = int(die(package, target, 0).stdout)
        old = read(target)
        edited(package, "polls", lambda rows: [{**row, "note": "another note"} for row in rows])
        assert die(package, target, 0).returncode == 0
        new = read(target)
        assert new != old
        for step in (steps // 2, steps, steps + 1, steps + 3):
            die(package, target, step)
            assert not target.exists() or read(target) in (old, new)

    def test_what_is_there_is_not_replaced_without_force(self, package: Path, target: Path) -> None:
        """And with force only a site that holds nothing else."""
        from gsomia_data.reading import site  # noqa: PLC0415
        from gsomia_data.reading.files import Files  # noqa: PLC0415

        built(package, target)
        before = read(target)
        with pytest.raises(FileExistsError, match="--force"):
            site.build(Files(package), target)
        site.build(Files(package), target, force=True)
        assert read(target) == before
        (target / "polls" / "mine.txt").write_text("mine")
        with pytest.raises(FileExistsError, match=r"mine\.txt"):
            site.build(Files(package), target, force=True)
        assert (target / "polls" / "mine.txt").read_text() == "mine"

    def test_pages_that_are_no_more_are_not_left_behind(self, package: Path, target: Path) -> None:
        """With force the folder is that of the new package alone."""
        from gsomia_data.reading import site  # noqa: PLC0415
        from gsomia_data.reading.files import Files  # noqa: PLC0415

        built(package, target)
        gone = "aliases/the-accord.html"
        assert (target / gone).is_file()
        edited(
            package,
            PROOF,
            lambda rows: [row for row in rows if row["row_key"] != "the-accord"],
        )
        edited(
            package,
            "aliases",
            lambda rows: [row for row in rows if row["alias_id"] != "the-accord"],
        )
        site.build(Files(package), target, force=True)
        assert not (target / gone).exists()

    def test_a_folder_that_is_no_site_is_never_replaced(self, package: Path, target: Path) -> None:
        """Not even with force."""
        from gsomia_data.reading import site  # noqa: PLC0415
        from gsomia_data.reading.files import Files  # noqa: PLC0415

        target.mkdir()
        (target / "thesis.txt").write_text("years of work")
        with pytest.raises(FileExistsError):
            site.build(Files(package), target, force=True)
        assert (target / "thesis.txt").read_text() == "years of work"


class TestCommand:
    """The command says in one line what is wrong, and builds what is right."""

    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    def test_a_site_with_the_documents_of_the_package(self, package: Path, target: Path) -> None:
        """`--corpus` without a value is the corpus of the package."""
        assert main(["site", str(target), "--corpus", "--dir", str(package)]) == 0
        site = Site(target, package, package / "corpus")
        assert site.pages["index.html"].all(of="unpublished")

    def test_without_documents(self, package: Path, target: Path) -> None:
        """Nothing says that it may not be published."""
        assert main(["site", str(target), "--dir", str(package)]) == 0
        assert not Site(target, package).pages["index.html"].all(of="unpublished")

    def test_what_is_refused_is_said_in_one_line(
        self, package: Path, target: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With exit status 2, and nothing written."""
        renamed(package, "hana-oppose", "../../x")
        assert main(["site", str(target), "--dir", str(package)]) == 2
        said = capsys.readouterr().err.splitlines()
        assert len(said) == 1
        assert "../../x" in said[0]
        assert list(target.parent.iterdir()) == []

    def test_a_changed_document_is_said_in_one_line(
        self, package: Path, target: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """By name."""
        path = package / "corpus" / f"{tiny.MORNING}.txt"
        path.write_bytes(rewritten(path.read_bytes()))
        assert main(["site", str(target), "--corpus", "--dir", str(package)]) == 2
        said = capsys.readouterr().err.splitlines()
        assert len(said) == 1
        assert tiny.MORNING in said[0]

    def test_without_jinja2_it_says_what_to_install(
        self,
        package: Path,
        target: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """As the other extras do."""
        monkeypatch.setitem(sys.modules, "jinja2", None)
        monkeypatch.delitem(sys.modules, "gsomia_data.reading.site.rendering", raising=False)
        assert main(["site", str(target), "--dir", str(package)]) == 2
        said = capsys.readouterr().err
        assert "gsomia-data[site]" in said
        assert len(said.splitlines()) == 1
        assert list(target.parent.iterdir()) == []
