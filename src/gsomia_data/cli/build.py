"""`build`: everything that is generated."""

import argparse

from gsomia_data.cli.console import CannotRunError, Declare, refuse, stop_on_sigterm
from gsomia_data.cli.folder import add_corpus, add_dir, writable


def declare(command: Declare) -> None:
    """Declare the command."""
    build = command(
        "build",
        _run,
        "write schemas, descriptor, citation file and generated documentation",
        "gsomia-data build --check",
    )
    add_dir(build)
    add_corpus(build)
    build.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a file would change"
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data._floor import atomic
    from gsomia_data.curation.build import CannotBuildError, generated

    stop_on_sigterm()
    package = writable(options)
    try:
        made, findings = generated.built(package)
    except CannotBuildError as error:
        raise CannotRunError(str(error)) from error
    if findings:
        return refuse(findings, "build")
    root = package.snapshot.root
    if not options.check:
        changed = atomic.write_into(root, made)
        print(f"build: {', '.join(changed)}" if changed else "build: nothing to change")
        for remark in generated.remarks(package):
            print(f"build: {remark}")
        return 0
    stale = generated.stale(root, made)
    for finding in stale:
        print(finding.text())
    print(f"build --check: {len(stale)} of {len(made)} generated files are stale")
    return 1 if stale else 0
