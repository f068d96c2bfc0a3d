"""Descriptor and schemas are valid under the profiles of Data Package 2.0 that they name.

By jsonschema, with the JSON Schemas of the standard (``tests/data/profiles``): no network.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.files import Files, build, checked
from kit.real import ROOT

PROFILES = ROOT / "tests" / "data" / "profiles"
ADDRESS = "https://datapackage.org/profiles/2.0/"


def read(path: Path) -> Any:  # noqa: ANN401 - JSON has any type
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def faults(described: dict[str, Any], profile: str) -> list[str]:
    """What is not as the profile wants it, dates included."""
    schema = read(PROFILES / f"{profile}.json")
    judge = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    return [f"{one.json_path}: {one.message}" for one in judge.iter_errors(described)]


def descriptor() -> dict[str, Any]:
    """The descriptor of this package."""
    found: dict[str, Any] = read(ROOT / "datapackage.json")
    return found


class TestTheProfiles:
    """Each file under the one that it names, each part under the one for such parts."""

    def test_the_descriptor(self) -> None:
        """The package, its resources, and how their files are written."""
        found = descriptor()
        assert found["$schema"] == f"{ADDRESS}datapackage.json"
        assert faults(found, "datapackage") == []
        for resource in found["resources"]:
            assert faults(resource, "dataresource") == []
            assert faults(resource["dialect"], "tabledialect") == []

    @pytest.mark.parametrize("table", TABLES)
    def test_a_schema(self, table: str) -> None:
        """Fields, keys, codes."""
        found = read(ROOT / "schemas" / f"{table}.schema.json")
        assert found["$schema"] == f"{ADDRESS}tableschema.json"
        assert faults(found, "tableschema") == []

    @pytest.mark.parametrize(
        ("profile", "bad"),
        [
            ("datapackage", {"created": "2026-12-01"}),
            ("datapackage", {"sources": [{}]}),
            ("datapackage", {"resources": []}),
            ("dataresource", {"path": "/etc/passwd"}),
            ("tabledialect", {"delimiter": 1}),
            ("tableschema", {"fieldsMatch": "exact"}),
            ("tableschema", {"fields": [{"name": "a", "type": "text"}]}),
        ],
    )
    def test_the_judge_judges(self, profile: str, bad: dict[str, Any]) -> None:
        """What was once wrong here, or could be."""
        found = descriptor()
        resource = found["resources"][0]
        good = {
            "datapackage": found,
            "dataresource": resource,
            "tabledialect": resource["dialect"],
            "tableschema": read(ROOT / "schemas" / "polls.schema.json"),
        }[profile]
        assert faults({**good, **bad}, profile) != []

    def test_a_released_version(self) -> None:
        """The day of a release is a time there, as the profile wants it."""
        files: Files = tiny.good()
        files["pyproject.toml"] += b'[tool.gsomia-data.released]\n"0.1.0" = 2026-12-01\n'
        build(files)
        found = json.loads(files["datapackage.json"])
        assert found["created"] == "2026-12-01T00:00:00Z"
        assert faults(found, "datapackage") == []

    def test_a_released_version_without_its_project(self) -> None:
        """As in a wheel or a zip: the descriptor alone has the day, and what is no day is found."""
        files: Files = tiny.good()
        files["pyproject.toml"] += b'[tool.gsomia-data.released]\n"0.1.0" = 2026-12-01\n'
        build(files)
        del files["pyproject.toml"], files["CITATION.cff"]
        assert checked(files).findings == ()
        whole = files["datapackage.json"]
        for other in (b"soon", b"2026-12-01", b"2026-12-01T12:00:00Z", b"2026-13-01T00:00:00Z"):
            files["datapackage.json"] = whole.replace(b"2026-12-01T00:00:00Z", other)
            assert {one.code for one in checked(files).findings} == {"P02"}


class TestConventions:
    """What other programs look for beyond the profiles."""

    def test_each_source_is_named(self) -> None:
        """By its key: editions of one article have the same title and the same address."""
        with (ROOT / "dataset" / "sources.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        named = {one["name"]: one for one in descriptor()["sources"]}
        assert list(named) == [row["source_id"] for row in rows]
        assert [one.get("path", "") for one in named.values()] == [row["url"] for row in rows]

    def test_r_finds_tables(self) -> None:
        """The package frictionless of R reads only what is called a tabular data resource."""
        for resource in descriptor()["resources"]:
            assert resource["profile"] == "tabular-data-resource"

    def test_public_terms(self) -> None:
        """The selectors of the Web Annotation Data Model, section 4.2, and no term else.

        Their positions are counted from 0, in code points, and the end is not included.
        """
        terms = {
            (table, field["name"]): field["rdfType"]
            for table in TABLES
            for field in read(ROOT / "schemas" / f"{table}.schema.json")["fields"]
            if "rdfType" in field
        }
        selectors = {"exact": "exact", "prefix": "prefix", "suffix": "suffix"}
        selectors |= {"start": "start", "stop": "end"}
        oa = "http://www.w3.org/ns/oa#"
        assert terms == {("quotes", name): oa + term for name, term in selectors.items()}
