"""Metadata for programs that look for datasets: schema.org `Dataset` and Croissant, both JSON-LD.

Pure: from the descriptor and the models to the bytes of the two files. What is not known (an
address of the dataset, a date of release, a DOI) is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gsomia_data._floor import bylines, citation
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec

SCHEMA_ORG = "docs/metadata/schema-org.jsonld"
CROISSANT = "docs/metadata/croissant.json"
_TO_ROOT = "../../"

_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "date": "sc:Date",
}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
} | {
    word: f"cr:{word}"
    for word in (
        "citeAs column equivalentProperty extract field fileObject fileProperty fileSet format "
        "includes isLiveDataset jsonPath key md5 parentField path recordSet references regex "
        "repeated replace samplingRate separator source subField transform"
    ).split()
}
"""The context of the Croissant format specification, version 1.0, appendix 1."""


def files(descriptor: Mapping[str, Any], sources: Sequence[Mapping[str, str]]) -> dict[str, bytes]:
    """Bytes of both files by path."""
    made = {SCHEMA_ORG: schema_org(descriptor, sources), CROISSANT: croissant(descriptor)}
    return {
        path: (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
        for path, value in made.items()
    }


def schema_org(
    descriptor: Mapping[str, Any], sources: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """A `Dataset` of schema.org, as search engines for data read it."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **_about(descriptor),
        "keywords": descriptor["keywords"],
        "isAccessibleForFree": True,
        "isBasedOn": [_article(citation.article(row)) for row in sources],
        "distribution": [
            {"@type": "DataDownload", **_file(resource)} for resource in descriptor["resources"]
        ],
    }


def _about(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    (licence,) = descriptor["licenses"]
    released = citation.dataset(descriptor).published
    return {
        "name": descriptor["title"],
        "description": descriptor["description"],
        "version": descriptor["version"],
        **({"datePublished": released} if released else {}),
        "license": licence["path"],
        "creator": [
            {"@type": "Organization", "name": author["title"]}
            for author in descriptor["contributors"]
        ],
    }


def _article(reference: citation.Reference) -> dict[str, Any]:
    properties = {
        "@type": "NewsArticle",
        "identifier": reference.key,
        "headline": reference.title,
        "author": [_author(name) for name in reference.authors],
        "publisher": {"@type": "Organization", "name": reference.publisher},
        "datePublished": reference.published if reference.date else "",
        "url": reference.url,
        "inLanguage": reference.language,
    }
    return {name: value for name, value in properties.items() if value}


def _author(name: str) -> object:
    """A person, or else the name alone: a byline does not say what kind of body it names."""
    return {"@type": "Person", "name": name} if bylines.is_person(name) else name


def _file(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": resource["path"],
        "description": resource["description"],
        "contentUrl": _TO_ROOT + resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": resource["mediatype"],
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def croissant(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Croissant, version 1.0: each file, each table as a record set, and each code list."""
    specs = [TABLES[resource["name"]] for resource in descriptor["resources"]]
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **_about(descriptor),
        "citeAs": citation.bibtex(citation.dataset(descriptor)),
        "distribution": [
            {"@type": "cr:FileObject", "@id": resource["path"], **_file(resource)}
            for resource in descriptor["resources"]
        ],
        "recordSet": [*(_records(spec) for spec in specs), *(_codes(specs))],
    }


def _records(spec: TableSpec) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": spec.name,
        "name": spec.name,
        "description": f"One row is {spec.declared.row}.",
        "key": [{"@id": f"{spec.name}/{name}"} for name in spec.key],
        "field": [_field(spec, column) for column in spec.columns],
    }


def _field(spec: TableSpec, column: ColumnSpec) -> dict[str, Any]:
    # No `references`: mlcroissant joins by them and drops each row with an empty cell. The foreign
    # keys are in the Table Schemas.
    codes = f" Codes: the record set {_codes_of(spec, column)}." if column.codes else ""
    return {
        "@type": "cr:Field",
        "@id": f"{spec.name}/{column.name}",
        "name": column.name,
        "description": column.meaning + codes,
        "dataType": _TYPES[column.kind.schema_type],
        "source": {"fileObject": {"@id": spec.path}, "extract": {"column": column.name}},
    }


def _codes_of(spec: TableSpec, column: ColumnSpec) -> str:
    return f"{spec.name}.{column.name}"


def _codes(specs: Sequence[TableSpec]) -> Iterator[dict[str, Any]]:
    """A record set for each code list: the code and its definition."""
    for spec in specs:
        for column in spec.columns:
            if column.codes:
                name = _codes_of(spec, column)
                code, definition = f"{name}/code", f"{name}/definition"
                yield {
                    "@type": "cr:RecordSet",
                    "@id": name,
                    "name": name,
                    "description": f"The codes of {name}.",
                    "dataType": "sc:Enumeration",
                    "key": {"@id": code},
                    "field": [
                        {"@type": "cr:Field", "@id": field, "name": field.rpartition("/")[2]}
                        | {"dataType": "sc:Text"}
                        for field in (code, definition)
                    ],
                    "data": [{code: str(c), definition: c.definition} for c in column.codes],
                }
