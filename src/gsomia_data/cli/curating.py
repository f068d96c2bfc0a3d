"""The commands of curators: what judges, writes, compares and shows the tables."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gsomia_data import _files
from gsomia_data._nearest import hint
from gsomia_data._terminal import visible
from gsomia_data.cli.console import CannotRunError, Declare, harmless, say

if TYPE_CHECKING:
    from gsomia_data.curation.compare import Difference
    from gsomia_data.curation.findings import Finding
    from gsomia_data.curation.package import Package


def declare(command: Declare) -> None:
    """Declare the commands, in the order of `--help`."""
    check = command(
        "check",
        _check,
        "check the whole package: every value traced, every word accounted for",
        "gsomia-data check --format github",
    )
    _places(check)
    check.add_argument("--format", choices=("text", "json", "github"), default="text")

    fmt = command(
        "fmt",
        _fmt,
        "write the tables in canonical form and order, and their derived cells",
        "gsomia-data fmt --accept-document dw-2016-11-14",
    )
    _places(fmt)
    fmt.add_argument(
        "--accept-document",
        action="append",
        default=[],
        metavar="ID",
        help="take hash and length of this document anew (it was replaced on purpose)",
    )

    build = command(
        "build",
        _build,
        "write schemas, descriptor, citation file and generated documentation",
        "gsomia-data build --check",
    )
    _places(build)
    build.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if something would change"
    )

    explain = command(
        "explain", _explain, "explain the code of a finding", "gsomia-data explain E04"
    )
    explain.add_argument("code", metavar="CODE")

    quote = command(
        "quote",
        _quote,
        "find words in a document and print the line for quotes.csv",
        'gsomia-data quote presstv-2016-11-23 "59 percent"',
    )
    quote.add_argument("source", metavar="SOURCE")
    quote.add_argument("words", metavar="WORDS")
    quote.add_argument("--format", choices=("text", "json"), default="text")
    _places(quote)

    gaps = command(
        "gaps",
        _gaps,
        "list what no quote and no omission holds yet, as lines to paste",
        "gsomia-data gaps",
    )
    _places(gaps)
    gaps.add_argument("--format", choices=("text", "json"), default="text")

    compare = command(
        "compare",
        _compare,
        "compare two codings of the same documents: precision, recall, agreement, alpha",
        "gsomia-data compare docs/second-coding/before docs/second-coding --differences",
    )
    for name in ("a", "b"):
        compare.add_argument(
            name, type=Path, metavar=name.upper(), help="a package, or a folder of its tables"
        )
    compare.add_argument("--differences", action="store_true", help="list each differing cell")
    compare.add_argument("--format", choices=("text", "json"), default="text")

    diff = command(
        "diff",
        _diff,
        "list the values corrected between two packages, for the changelog",
        "gsomia-data diff ../gsomia-data-0.1.0 .",
    )
    for name in ("old", "new"):
        diff.add_argument(name, type=Path, metavar=name.upper(), help="a package")
    diff.add_argument("--format", choices=("text", "json"), default="text")

    show = command(
        "show",
        _show,
        "show rows with each cell's quote beside it",
        "gsomia-data show polls gallup-korea-2016-11-oppose",
    )
    show.add_argument("table", metavar="TABLE")
    show.add_argument("key", metavar="KEY", nargs="?")
    show.add_argument("--format", choices=("text", "json"), default="text")
    show.add_argument("--dir", type=Path, metavar="DIR", help="the package")
    show.add_argument("--corpus", type=Path, metavar="DIR", help="the documents")


def _places(added: argparse.ArgumentParser) -> None:
    added.add_argument(
        "dir", nargs="?", type=Path, metavar="DIR", help="the package (default: the own one)"
    )
    added.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the documents (default: DIR/corpus)"
    )


def _package(options: argparse.Namespace) -> "Package":
    from gsomia_data.curation.package import Package
    from gsomia_data.curation.snapshot import NotAPackageError, read

    try:
        root = options.dir or _files.root()
        return Package(read(root, options.corpus, default_version=_files.version()))
    except (NotAPackageError, FileNotFoundError) as error:
        raise CannotRunError(f"{error}; name the folder of a package") from error


def _check(options: argparse.Namespace) -> int:
    from gsomia_data.curation import checks, proof
    from gsomia_data.curation.findings import as_json

    package = _package(options)
    report = checks.run(package)
    good = not report.findings
    proved = proof.prove(package) if good else None
    if options.format == "json":
        from dataclasses import asdict

        print(
            as_json(
                report.findings,
                skipped=report.skipped,
                not_compared=report.not_compared,
                proof=asdict(proved) if proved else None,
            )
        )
        return 0 if good else 1
    for finding in report.findings:
        print(finding.github() if options.format == "github" else finding.text())
    if report.skipped:
        codes = ", ".join(sorted(set(report.skipped.values())))
        print(f"skipped until {codes} is mended: {', '.join(report.skipped)}")
    if report.not_compared:
        listed = ", ".join(report.not_compared)
        print(f"not compared, because the corpus is not here: {listed} (--corpus DIR)")
    if proved:
        print("\n".join(proof.told(proved)))
    else:
        print(_count(len(report.findings)))
    return 0 if good else 1


def _count(number: int) -> str:
    return f"{number:,} finding{'s' * (number != 1)}; gsomia-data explain CODE tells more"


def _writable(options: argparse.Namespace) -> "Package":
    """The package to write into: never the one that is installed."""
    package = _package(options)
    if package.snapshot.root.name == "_package":
        raise CannotRunError("the installed package is not written; name the folder of a checkout")
    return package


def _refuse(findings: "Sequence[Finding]", command: str) -> int:
    for finding in findings:
        print(finding.text(), file=sys.stderr)
    print(f"gsomia-data: {command} wrote nothing", file=sys.stderr)
    return 1


def _fmt(options: argparse.Namespace) -> int:
    from gsomia_data.curation.fmt import formatted
    from gsomia_data.curation.writing import write

    package = _writable(options)
    files, findings = formatted(package.snapshot, options.accept_document)
    if findings:
        return _refuse(findings, "fmt")
    changed = write(package.snapshot.root, files)
    print(f"fmt: {', '.join(changed)}" if changed else "fmt: nothing to change")
    return 0


def _build(options: argparse.Namespace) -> int:
    from gsomia_data.curation.checks.files import present, shape
    from gsomia_data.curation.codes import IncompleteCodeError
    from gsomia_data.curation.findings import Finding
    from gsomia_data.curation.generated import NotTextError, generated, remarks
    from gsomia_data.curation.writing import differing, write

    _need_claims()
    package = _writable(options)
    irregular = {one.path for one in package.snapshot.irregular}
    findings = [
        finding
        for finding in (*present(package), *shape(package))
        if finding.path.startswith("dataset/") or finding.path in irregular
    ]
    if findings:
        return _refuse(findings, "build")
    try:
        made = generated(package)
    except (NotTextError, IncompleteCodeError) as error:
        raise CannotRunError(str(error)) from error
    for remark in remarks(package):
        print(f"build: {remark}")
    if not options.check:
        changed = write(package.snapshot.root, made)
        print(f"build: {', '.join(changed)}" if changed else "build: nothing to change")
        return 0
    stale = differing(package.snapshot.root, made)
    for name in stale:
        print(Finding(name, 0, "", "P02", "is stale", "run gsomia-data build").text())
    print(f"build --check: {len(stale)} of {len(made)} generated files are stale")
    return 1 if stale else 0


def _need_claims() -> None:
    """The claims of the checks are their docstrings, which -OO takes away."""
    if sys.flags.optimize > 1:
        raise CannotRunError("the claims are docstrings: run Python without -OO (PYTHONOPTIMIZE)")


def _explain(options: argparse.Namespace) -> int:
    from gsomia_data.curation.generated import explained

    _need_claims()
    try:
        print("\n".join(explained(options.code.upper())))
    except KeyError:
        from gsomia_data.curation.checks import CHECKS

        codes = ", ".join(check.code for check in CHECKS)
        raise CannotRunError(f"there is no check {options.code!r}; the codes are {codes}") from None
    return 0


def _quote(options: argparse.Namespace) -> int:
    from gsomia_data.curation import quoting

    package = _package(options)
    try:
        found = quoting.find(package, options.source, options.words)
    except KeyError:
        known = ", ".join(sorted(package.snapshot.texts)) or "none: the corpus is not here"
        raise CannotRunError(f"no document {options.source!r}; there are {known}") from None
    if options.format == "json":
        from dataclasses import asdict

        places = found if isinstance(found, list) else []
        near = asdict(found) if isinstance(found, quoting.Near) else None
        print(
            json.dumps({"places": [asdict(place) for place in places], "nearest": near}, indent=2)
        )
        return 0 if places else 1
    if found is None:
        print(f"nothing like it stands in {options.source}")
        return 1
    if isinstance(found, quoting.Near):
        print(f"{options.source} does not say so; nearest, on line {found.line}:")
        print(f"  {visible(found.difference)}")
        print("  [-only in your words-] {+only in the document+}")
        return 1
    for place in found:
        print(f"# line {place.line}, character {place.start}", end="")
        print(f"; overlaps {place.held_by}" if place.held_by else "")
        print(harmless(place.row))
    return 0


def _gaps(options: argparse.Namespace) -> int:
    from gsomia_data.curation.gaps import gaps, pasteable

    package = _package(options)
    if not package.snapshot.texts:
        raise CannotRunError(
            "the corpus is not here, so nothing can be compared; name --corpus DIR"
        )
    found = list(gaps(package))
    if options.format == "json":
        names = ("source_id", "start", "end", "words")
        print(json.dumps([dict(zip(names, gap, strict=True)) for gap in found], indent=2))
    else:
        for gap in found:
            print(harmless(pasteable(*gap)))
        if not found:
            print("no gaps: every character is in a quote or an omission", file=sys.stderr)
    return 1 if found else 0


def _compare(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from gsomia_data.curation import compare

    try:
        found = compare.compare(compare.read(options.a), compare.read(options.b))
        figures = list(found.figures())
    except compare.NotACodingError as error:
        raise CannotRunError(str(error)) from error
    except ImportError:
        raise CannotRunError(
            "alpha needs the library krippendorff: pip install 'gsomia-data[compare]'"
        ) from None
    differences = list(found.differences())
    if options.format == "json":
        listed = [asdict(one) for one in differences]
        shown = {"figures": [asdict(one) for one in figures], "differences": listed}
        print(json.dumps(shown, ensure_ascii=True, indent=2))
        return 0
    print("\n".join(compare.told(found)))
    if options.differences:
        print()
        for one in differences:
            print(visible(_difference(one)))
    print(f"\n{len(differences)} differences")
    return 0


def _difference(one: "Difference") -> str:
    if not one.column:
        return f"{one.table}: {one.first or one.second} only in {'A' if one.first else 'B'}"
    where = f"{one.table} {one.first} / {one.second} {one.column}"
    return f"{where}: {one.first_value!r} in A, {one.second_value!r} in B"


def _diff(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from gsomia_data.curation import diff
    from gsomia_data.curation.package import Package
    from gsomia_data.curation.snapshot import NotAPackageError, read

    try:
        old, new = (
            Package(read(folder, default_version=_files.version()))
            for folder in (options.old, options.new)
        )
        found = diff.diff(old, new)
    except (NotAPackageError, diff.UnreadableError) as error:
        raise CannotRunError(str(error)) from error
    if options.format == "json":
        print(json.dumps([asdict(one) for one in found], ensure_ascii=True, indent=2))
    else:
        print("\n".join(map(visible, diff.told(found))))
    return 0


def _show(options: argparse.Namespace) -> int:
    from gsomia_data.curation.models import TABLES
    from gsomia_data.curation.showing import shown, told

    package = _package(options)
    if options.table not in TABLES:
        raise CannotRunError(f"there is no table {options.table!r}{hint(options.table, TABLES)}")
    sheet = package.snapshot.sheets.get(options.table)
    if sheet is None or sheet.faults:
        raise CannotRunError(f"{TABLES[options.table].path} cannot be read; run gsomia-data check")
    try:
        rows = shown(package, options.table, options.key)
    except KeyError:
        near = hint(options.key, package.keyed[options.table])
        raise CannotRunError(f"{options.table} has no row {options.key!r}{near}") from None
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
    else:
        for line in told(rows):
            bare = line.lstrip(" ")
            say(bare, len(line) - len(bare))
    return 0
