"""Everything that `build` writes: schemas, descriptor, citation file, generated documentation.

And the seals of rows that have none (``sealing``), the only cells of a table that it writes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from os.path import lexists
from pathlib import Path

from gsomia_data._floor import atomic
from gsomia_data.curation.build import (
    CannotBuildError,
    codebook,
    errata,
    metadata,
    pages,
    rules_page,
    sealing,
    tables_module,
)
from gsomia_data.curation.build.blocks import filled
from gsomia_data.curation.checks import run
from gsomia_data.curation.checks.check import Breach
from gsomia_data.curation.checks.files import present, shape
from gsomia_data.curation.checks.proof import prove
from gsomia_data.curation.checks.publication import fresh
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import descriptor, overview, regular
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.regular import Irregular
from gsomia_data.curation.package.snapshot import OVERVIEW
from gsomia_data.curation.schema.codes import IncompleteCodeError

_IN_THE_CHECKOUT = (
    pages.README,
    pages.CHECKS_PAGE,
    pages.EVIDENCE_PAGE,
    errata.PATH,
    rules_page.RULES_PAGE,
    codebook.PATH,
    tables_module.PATH,
    tables_module.FACE,
)
"""Files beside the package that are generated, in whole or in part."""
_READ = (errata.CHANGELOG,)
"""Files beside the package of which a generated one has a part."""


def built(package: Package) -> tuple[dict[str, bytes], list[Finding]]:
    """Bytes of every generated file by path, or the findings because of which there are none.

    These are a table that cannot be read, and a path that leads elsewhere. Other findings do not
    stop `build`, because it may be about to put them right.

    Raises:
        CannotBuildError: A page or the vocabulary has a fault, or there are no docstrings.
    """
    written, irregular = _written(package.snapshot.root)
    return made_from(package, written, map(_finding, irregular))


def made_from(
    package: Package, written: Mapping[str, bytes], refused: Iterable[Finding] = ()
) -> tuple[dict[str, bytes], list[Finding]]:
    """The same without a disk.

    Args:
        package: The package.
        written: The files of a checkout beside its package that are generated, or read for it.
        refused: Findings on files that are like these, but cannot be read.

    Raises:
        CannotBuildError: As ``built``.
    """
    pages.demand_docstrings()
    findings = [*_forbidding(package), *refused]
    if findings:
        return {}, findings
    try:
        return _generated(package, written), []
    except IncompleteCodeError as error:
        raise CannotBuildError(str(error)) from error


def _written(root: Path) -> tuple[dict[str, bytes], list[Irregular]]:
    """Those of these files that the checkout has, as they are now, and paths that are not files."""
    names = (*_IN_THE_CHECKOUT, *_READ)
    return regular.read((name, root / name) for name in names if lexists(root / name))


def _forbidding(package: Package) -> Iterator[Finding]:
    irregular = {problem.path for problem in package.snapshot.irregular}
    for finding in (*present.run(package), *shape.run(package)):
        if finding.path.startswith("dataset/") or finding.path in irregular:
            yield finding


def _finding(problem: Irregular) -> Finding:
    message = f"the path {problem.message}"
    return present.finding(Breach(problem.path, 0, "", message, problem.hint))


def stale(root: Path, made: Mapping[str, bytes]) -> list[Finding]:
    """Findings on those of the files ``made`` that ``root`` does not have byte for byte."""
    hint = "run gsomia-data build"
    return [
        fresh.finding(Breach(name, 0, "", "is stale", hint))
        for name in atomic.differing(root, made)
    ]


def _generated(package: Package, written: Mapping[str, bytes]) -> dict[str, bytes]:
    """Bytes of every generated file by path; documentation only in a checkout."""
    made = packaged(package)
    if package.snapshot.checkout:
        described = json.loads(made[descriptor.DESCRIPTOR])
        made |= metadata.files(described, package.tables["sources"])
        made[pages.CHECKS_PAGE] = _page(pages.checks_page())
        made[pages.EVIDENCE_PAGE] = _page(pages.evidence_page())
        made[rules_page.RULES_PAGE] = _page(rules_page.rules_page())
        changelog = _text(errata.CHANGELOG, written.get(errata.CHANGELOG, b""))
        made[errata.PATH] = _page(errata.page(package, changelog))
        made |= dict(_refreshed(package, written))
    return made


def packaged(package: Package) -> dict[str, bytes]:
    """Those of the generated files that are part of the package, so that `check` compares them.

    The tables in which `build` writes seals are among them.
    """
    made = sealing.sealed(package)
    snapshot = package.snapshot.changed(made)
    made |= descriptor.schemas_and_descriptor(
        snapshot.files, package.tables["sources"], snapshot.version, snapshot.released
    )
    if snapshot.checkout:
        made["CITATION.cff"] = descriptor.citation(snapshot.version, snapshot.released)
        made[OVERVIEW] = overview.page(package.tables)
    return made


def _refreshed(package: Package, written: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Files that are generated only if the checkout has them."""
    if tables_module.PATH in written:
        yield tables_module.PATH, tables_module.module()
    if tables_module.FACE in written:
        yield tables_module.FACE, tables_module.face(written[tables_module.FACE])
    for path, blocks_of in ((pages.README, _proved), (codebook.PATH, codebook.blocks)):
        if path in written:
            yield path, filled(_text(path, written[path]), blocks_of(package)).encode()


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotBuildError(f"{path} is not UTF-8; save it as UTF-8") from None


def remarks(package: Package) -> Iterator[str]:
    """What should be corrected in the vocabulary, for the package whose vocabulary it is.

    Another package need not use every code.
    """
    if (package.snapshot.root / tables_module.PATH).is_file():
        yield from codebook.remarks(package)


def _proved(package: Package) -> dict[str, list[str]]:
    """The blocks with figures; none for a package with findings, or that is not compared in full.

    Findings about the generated files do not count: `build` is about to write these files.
    """
    report = run(package)
    about_the_data = [one for one in report.findings if not one.code.startswith("P")]
    return {} if about_the_data or report.not_compared else pages.blocks(prove(package))


def _page(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
