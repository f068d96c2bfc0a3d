"""`check`: all claims about the package, and what is proved."""

import argparse
from typing import TYPE_CHECKING

from gsomia_data.cli.console import Declare
from gsomia_data.cli.folder import add_corpus, add_dir, package

if TYPE_CHECKING:
    from gsomia_data.curation.checks import Report
    from gsomia_data.curation.checks.proof import Proof


def declare(command: Declare) -> None:
    """Declare the command."""
    check = command(
        "check",
        _run,
        "check the whole package: every value traced, every word accounted for",
        "gsomia-data check --format github",
    )
    add_dir(check)
    add_corpus(check)
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="format (default: text)",
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation import checks
    from gsomia_data.curation.checks import proof

    checked = package(options)
    report = checks.run(checked)
    proved = None if report.findings else proof.prove(checked)
    if options.format == "json":
        _print_json(report, proved)
    else:
        for finding in report.findings:
            print(finding.github() if options.format == "github" else finding.text())
        _print_rest(report, proved)
    return 1 if report.findings else 0


def _print_json(report: "Report", proved: "Proof | None") -> None:
    from dataclasses import asdict

    from gsomia_data.curation.findings import as_json

    sums = {name: asdict(shares) for name, shares in proved.sums.items()} if proved else {}
    print(
        as_json(
            report.findings,
            limits={cause: asdict(limit) for cause, limit in report.limits.items()},
            not_compared=report.not_compared,
            proof={**asdict(proved), "sums": sums} if proved else None,
        )
    )


def _print_rest(report: "Report", proved: "Proof | None") -> None:
    """What was not judged, and the figures of the proof."""
    from gsomia_data.curation.checks import proof

    for cause, limit in report.limits.items():
        places = f"{limit.places:,} place{'s' * (limit.places != 1)}"
        print(f"{places} with faults of {cause} not judged by {', '.join(limit.checks)}")
    if report.not_compared:
        listed = ", ".join(report.not_compared)
        print(f"not compared, because the corpus is not here: {listed} (--corpus DIR)")
    if proved:
        print("\n".join(proof.lines(proved)))
    else:
        number = len(report.findings)
        findings = "1 finding" if number == 1 else f"{number:,} findings"
        print(f"{findings}; gsomia-data explain CODE says more")
