"""What machines read: CITATION.cff, schema.org, Croissant; each judged by an outside reader."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import mlcroissant
import pytest
import rdflib
from check_jsonschema import main
from click.testing import CliRunner

from gsomia_data.curation.build import metadata
from gsomia_data.curation.package import descriptor
from gsomia_data.curation.schema.models import TABLES
from kit.real import ROOT

CROISSANT = ROOT / metadata.CROISSANT
SCHEMA_ORG = ROOT / metadata.SCHEMA_ORG
RELEASED = (
    json.loads((ROOT / "datapackage.json").read_text("utf-8")).get("created", "")[:10] or None
)
SO = rdflib.Namespace("https://schema.org/")


# rdflib's reader of JSON-LD uses a class that rdflib itself calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table as they are written."""
    with (ROOT / TABLES[table].path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def schema_check(schema: str, path: Path) -> int:
    """The exit status of check-jsonschema."""
    return CliRunner().invoke(main, ["--builtin-schema", schema, str(path)]).exit_code


@pytest.fixture(scope="module")
def dataset() -> mlcroissant.Dataset:
    """The package as mlcroissant reads it."""
    return mlcroissant.Dataset(str(CROISSANT))


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """Its statements; the context of schema.org is its vocabulary."""
    text = SCHEMA_ORG.read_text("utf-8").replace(
        '"@context": "https://schema.org/"', '"@context": {"@vocab": "https://schema.org/"}'
    )
    return rdflib.Graph().parse(data=text, format="json-ld")


class TestCitationFile:
    """The schema of the Citation File Format."""

    SCHEMA = "vendor.citation-file-format"

    def test_it_is_valid(self) -> None:
        """As cffconvert and GitHub demand it."""
        assert schema_check(self.SCHEMA, ROOT / "CITATION.cff") == 0

    def test_a_release_has_a_day(self, tmp_path: Path) -> None:
        """Without one there is none: nothing is invented."""
        assert "date-released" not in descriptor.citation("0.1.0", "").decode()
        path = tmp_path / "CITATION.cff"
        path.write_bytes(descriptor.citation("0.1.0", "2026-12-01"))
        assert "\ndate-released: 2026-12-01\n" in path.read_text("utf-8")
        assert schema_check(self.SCHEMA, path) == 0

    def test_the_judge_judges(self, tmp_path: Path) -> None:
        """An unknown type of work is found."""
        bad = tmp_path / "CITATION.cff"
        text = (ROOT / "CITATION.cff").read_text("utf-8")
        bad.write_text(text.replace("type: dataset", "type: data"), "utf-8")
        assert schema_check(self.SCHEMA, bad) == 1


def test_the_issue_form_is_valid() -> None:
    """The form for a wrong value is one that GitHub shows."""
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / "wrong-value.yml"
    assert schema_check("vendor.github-issue-forms", form) == 0


class TestCroissant:
    """Croissant 1.0, read by mlcroissant."""

    def test_it_is_valid(self, dataset: mlcroissant.Dataset) -> None:
        """No error; the one warning is of what is not known before a release, its day."""
        issues = dataset.metadata.issues
        assert not issues.errors
        assert ["datePublished" in one for one in issues.warnings] == [True] * (not RELEASED)

    @pytest.mark.parametrize("table", TABLES)
    def test_it_reads_each_row(self, dataset: mlcroissant.Dataset, table: str) -> None:
        """Every row in order, its text as it is written, its numbers as numbers."""
        wanted = rows(table)
        found = list(dataset.records(table))
        assert len(found) == len(wanted)
        for record, row in zip(found, wanted, strict=True):
            for name, cell in row.items():
                value = record[f"{table}/{name}"]
                if isinstance(value, bytes):
                    assert value.decode() == cell
                elif cell == "":
                    assert value is None or value != value  # noqa: PLR0124 - NaN
                elif isinstance(value, bool):
                    assert value is (cell == "true")
                elif isinstance(value, (int, float)):
                    assert value == float(cell)
                else:
                    assert str(value).startswith(cell)

    def test_it_reads_the_codes(self, dataset: mlcroissant.Dataset) -> None:
        """Each code list is a record set with its definitions."""
        for spec in TABLES.values():
            for column in spec.columns:
                if column.codes:
                    name = f"{spec.name}.{column.name}"
                    told = {one[f"{name}/code"] for one in dataset.records(name)}
                    assert told == {str(code) for code in column.codes}

    def test_a_changed_file_is_found(self, tmp_path: Path) -> None:
        """The judge judges: a hash that does not fit is refused."""
        (tmp_path / "polls.csv").write_bytes((ROOT / "dataset/polls.csv").read_bytes() + b"\n")
        read = json.loads(CROISSANT.read_text("utf-8"))
        (file,) = (one for one in read["distribution"] if one["@id"] == "dataset/polls.csv")
        file["contentUrl"] = "polls.csv"
        read["distribution"] = [file]
        read["recordSet"] = [one for one in read["recordSet"] if one["@id"] == "polls"]
        (tmp_path / "croissant.json").write_text(json.dumps(read), "utf-8")
        dataset = mlcroissant.Dataset(str(tmp_path / "croissant.json"))
        with pytest.raises(Exception, match=r"Download\(dataset/polls.csv\)"):
            list(dataset.records("polls"))


class TestSchemaOrg:
    """A `Dataset` of schema.org, read as RDF."""

    def test_one_dataset_with_what_search_engines_demand(self, graph: rdflib.Graph) -> None:
        """Name and description are required, creator, licence and version recommended."""
        (dataset,) = graph.subjects(rdflib.RDF.type, SO.Dataset)
        for name in ("name", "description", "license", "version", "keywords", "creator"):
            assert list(graph.objects(dataset, SO[name])), name
        (description,) = graph.objects(dataset, SO.description)
        assert 50 <= len(str(description)) <= 5000

    def test_each_file_is_the_one_that_is_here(self, graph: rdflib.Graph) -> None:
        """Address, length and SHA-256 of every table."""
        downloads = list(graph.subjects(rdflib.RDF.type, SO.DataDownload))
        assert len(downloads) == len(TABLES)
        for download in downloads:
            told = {name: str(graph.value(download, SO[name])) for name in ("contentUrl", "sha256")}
            data = (SCHEMA_ORG.parent / told["contentUrl"]).read_bytes()
            assert told["sha256"] == hashlib.sha256(data).hexdigest()
            assert str(graph.value(download, SO.contentSize)) == f"{len(data)} B"

    def test_each_article_it_is_based_on(self, graph: rdflib.Graph) -> None:
        """Headline, publisher and day; an address only where one is known."""
        articles = list(graph.subjects(rdflib.RDF.type, SO.NewsArticle))
        told = {
            str(graph.value(one, SO.identifier)): {
                name: str(graph.value(one, SO[name]) or "")
                for name in ("headline", "datePublished", "url")
            }
            for one in articles
        }
        assert told == {
            row["source_id"]: {
                "headline": row["title"],
                "datePublished": row["published"],
                "url": row["url"],
            }
            for row in rows("sources")
        }


class TestOfARelease:
    """The day is said wherever there is a place for it."""

    def test_both_files(self, tmp_path: Path) -> None:
        """And then mlcroissant misses nothing."""
        described = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
        made = metadata.files({**described, "created": "2026-12-01T00:00:00Z"}, rows("sources"))
        for data in made.values():
            assert json.loads(data)["datePublished"] == "2026-12-01"
        path = tmp_path / "croissant.json"
        path.write_bytes(made[metadata.CROISSANT])
        issues = mlcroissant.Dataset(str(path)).metadata.issues
        assert (list(issues.errors), list(issues.warnings)) == ([], [])
        assert "year = {2026}" in json.loads(path.read_text("utf-8"))["citeAs"]

    def test_who_wrote(self) -> None:
        """A person is one only where the byline can be a name."""
        described = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
        source = {**rows("sources")[0], "byline": "Ministry of Foreign Affairs and Trade"}
        (told,) = metadata.schema_org(described, [source])["isBasedOn"]
        assert told["author"] == ["Ministry of Foreign Affairs and Trade"]
        source["byline"] = "Ann Lee and AFP"
        (told,) = metadata.schema_org(described, [source])["isBasedOn"]
        assert told["author"] == [{"@type": "Person", "name": "Ann Lee"}, "AFP"]


@pytest.mark.parametrize("path", [CROISSANT, SCHEMA_ORG], ids=lambda path: path.name)
def test_nothing_is_invented(path: Path) -> None:
    """No DOI, no address of the dataset, no day before a release; no empty value either."""

    def walk(value: Any) -> None:  # noqa: ANN401 - JSON has any type
        assert value not in ("", None, [], {})
        for part in value.values() if isinstance(value, dict) else value:
            if isinstance(part, (dict, list)):
                walk(part)

    read = json.loads(path.read_text("utf-8"))
    walk({name: part for name, part in read.items() if name != "@context"})
    assert not {"url", "identifier", "sameAs"} & set(read)
    assert read.get("datePublished") == RELEASED
