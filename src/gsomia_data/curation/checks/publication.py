"""P: the package as published: current descriptor, hashes of the tables, one version."""

import hashlib
import json
from collections.abc import Iterator

from gsomia_data.curation.checks.check import Breach, at, check, first_difference
from gsomia_data.curation.package import descriptor, overview
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import (
    LICENCES,
    OVERVIEW,
    written_release,
    written_version,
)
from gsomia_data.curation.schema.models import TABLES


@check(
    "P01",
    scope="files",
    example="One character of `dataset/polls.csv` was changed.",
    way_out="Undo the change; if it is intended, run `gsomia-data fmt`, `build` and `check`.",
)
def table_hashes(package: Package) -> Iterator[Breach]:
    """Each table has the SHA-256 and the length given in the descriptor."""
    files = package.snapshot.files
    for resource in _resources(package):
        path, recorded, length = (resource.get(key) for key in ("path", "hash", "bytes"))
        if not isinstance(path, str) or path not in files:
            continue
        actual = f"sha256:{hashlib.sha256(files[path]).hexdigest()}"
        if actual != recorded or length != len(files[path]):
            message = "the file does not have the hash and length that datapackage.json gives"
            hint = "undo the change; if it is intended, run gsomia-data fmt, build and check"
            yield Breach(path, 0, "", message, hint)


def _resources(package: Package) -> list[dict[str, object]]:
    read = _descriptor(package)
    resources = read.get("resources") if isinstance(read, dict) else None
    if not isinstance(resources, list):
        return []
    return [resource for resource in resources if isinstance(resource, dict)]


def _descriptor(package: Package) -> object:
    try:
        return json.loads(package.snapshot.files.get(descriptor.DESCRIPTOR, b"{}"))
    except (ValueError, RecursionError):
        return None


@check(
    "P02",
    scope="files",
    example="An `enum` was deleted from a schema.",
    way_out="Run `gsomia-data build`.",
    needs=("F01", "F03"),
)
def fresh(package: Package) -> Iterator[Breach]:
    """Descriptor, schemas and, in a checkout, `dataset/README.md` are what `build` writes."""
    snapshot = package.snapshot
    if _version(package) not in (None, snapshot.version):
        return
    wanted = descriptor.schemas_and_descriptor(
        snapshot.files, package.tables["sources"], snapshot.version, snapshot.released
    )
    if snapshot.checkout:
        wanted[OVERVIEW] = overview.page(package.tables)
        if OVERVIEW not in snapshot.files:
            hint = "run gsomia-data build"
            yield Breach(OVERVIEW, 0, "", "the file is missing", hint)
    for path, data in wanted.items():
        found = snapshot.files.get(path)
        if found is not None and found != data:
            if found.replace(b"\r\n", b"\n") == data:
                message = "its lines end with CR LF, not with LF alone"
                yield Breach(path, 1, "", message, "run gsomia-data build")
                continue
            line = first_difference(found, data)
            message = f"the line says {_line(found, line)!r}, build writes {_line(data, line)!r}"
            hint = "undo the change; if the tables were changed on purpose, run gsomia-data build"
            yield Breach(path, line, "", message, hint)


def _line(data: bytes, number: int) -> str:
    return data.split(b"\n")[number - 1].decode("utf-8", "backslashreplace").strip()[:80]


def _version(package: Package) -> object:
    read = _descriptor(package)
    return read.get("version") if isinstance(read, dict) else None


@check(
    "P03",
    scope="files",
    example="`pyproject.toml` says 0.2.0, but `datapackage.json` says 0.1.0.",
    way_out="Run `gsomia-data build`.",
)
def one_version(package: Package) -> Iterator[Breach]:
    """The descriptor has the version in `pyproject.toml` or, without that file, of the code.

    The day of release beside that version is a date.
    """
    if any(problem.path == "pyproject.toml" for problem in package.snapshot.irregular):
        return
    described = _version(package)
    if descriptor.DESCRIPTOR in package.snapshot.files and described != package.snapshot.version:
        message = f"the version here is {described!r}, it should be {package.snapshot.version}"
        hint = "run gsomia-data build, or check the package with the version that made it"
        yield Breach(descriptor.DESCRIPTOR, 0, "", message, hint)
    project = "pyproject.toml"
    if project in package.snapshot.files and not written_version(package.snapshot.files):
        message = "it does not give the version of the project"
        yield Breach(project, 0, "", message, "restore [project] with its version")
    released = written_release(package.snapshot.files, package.snapshot.version)
    if released is not None and not package.snapshot.released:
        message = f"[tool.gsomia-data.released] gives {package.snapshot.version} no date"
        yield Breach(project, 0, "", message, "write a day as 2026-12-31, without quotation marks")


@check(
    "P04",
    scope="files",
    example="An author was added to `CITATION.cff` by hand.",
    way_out="Restore the licence, or run `gsomia-data build`.",
)
def citable(package: Package) -> Iterator[Breach]:
    """A checkout has its licences, and the `CITATION.cff` that `build` writes."""
    snapshot = package.snapshot
    for name in LICENCES if snapshot.checkout else ():
        if not snapshot.files.get(name, b"").strip():
            yield Breach(name, 0, "", "the licence is missing", "restore it")
    if _version(package) not in (None, snapshot.version):
        return  # that is a finding of its own, and the citation carries the version
    citation = descriptor.citation(snapshot.version, snapshot.released)
    if snapshot.checkout and snapshot.files.get("CITATION.cff") != citation:
        message = "the file differs from the one that build writes"
        yield Breach("CITATION.cff", 0, "", message, "run gsomia-data build")


@check(
    "P05",
    scope="files",
    example="A table in site-packages was edited.",
    way_out="Reinstall the package; corrections are made in a checkout and released.",
)
def installed(package: Package) -> Iterator[Breach]:
    """Each file of an installed package is as its installer recorded it."""
    for problem in package.snapshot.altered:
        yield Breach(problem.path, 0, "", problem.message, "reinstall gsomia-data")


@check(
    "P06",
    scope="finished",
    example="The package was published with a new row of `actors.csv` that `build` had not sealed.",
    way_out="Run `gsomia-data build`.",
)
def all_sealed(package: Package) -> Iterator[Breach]:
    """Each row of a sealed table has its seal: a finished package is built."""
    for name, spec in TABLES.items():
        for entry in package.rows(name) if spec.sealed else ():
            if not entry.cells["seal"]:
                message = "the row has no seal, which build writes when nothing else is found"
                yield at(name, entry, "seal", message, "run gsomia-data build")


CHECKS = (
    table_hashes,
    fresh,
    one_version,
    citable,
    installed,
    all_sealed,
)
