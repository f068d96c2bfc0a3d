"""A copy of this checkout with two documents more: the invented ones of `tests/invented`.

`PYTHONPATH=src:tests python tests/with_documents.py TARGET` makes the folder TARGET, a git
repository of its own, and does in it what a curator does: the documents are put into `corpus/`,
their rows are appended to the tables, then `fmt`, `build`, `check`, and the pages that print data.
The whole suite must pass there as it does here. Exit status: 0, or 1 where `check` or one of the
others does not accept the rows, or 2 where the copy could not be made.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from kit.real import ROOT

INVENTED = ROOT / "tests" / "invented"
ROWS = INVENTED / "rows"
"""A file for each table: its header, and the rows to be added."""
COMMANDS = (
    ("-m", "gsomia_data", "fmt", "--dir", "."),
    ("-m", "gsomia_data", "build", "--dir", "."),
    ("-m", "gsomia_data", "check", "--dir", "."),
    ("docs/make.py", "--all"),
)


def main() -> int:
    """Copy, add, make, commit."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("target", type=Path, metavar="TARGET", help="a new folder")
    target: Path = parser.parse_args().target.absolute()
    try:
        checkout(target)
        add_documents(target)
        for command in COMMANDS:
            status = run(target, *command)
            if status:
                sys.stderr.write(f"{target}: exit status {status} of {' '.join(command)}\n")
                return 1
        commit(target, "Add the invented documents")
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{target}: {error}\n")
        return 2
    sys.stdout.write(f"{target}: a checkout with the documents of {INVENTED.name}\n")
    return 0


def checkout(target: Path) -> None:
    """Copy what git tracks of this checkout, as it is on the disk, into a git of its own.

    Raises:
        FileExistsError: ``target`` exists.
        subprocess.CalledProcessError: This is not a git repository.
    """
    listed = git(ROOT, "ls-files", "-z").stdout.decode()
    target.mkdir(parents=True)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    git(target, "init", "--quiet")
    commit(target, "The checkout as it is")


def add_documents(target: Path) -> None:
    """Put the documents into the corpus, and their rows below those of the tables.

    Raises:
        ValueError: There are no rows, or a file of rows has another header than its table.
    """
    for document in sorted(INVENTED.glob("*.txt")):
        shutil.copy2(document, target / "corpus" / document.name)
    files = sorted(ROWS.glob("*.csv"))
    if not files:
        raise ValueError(f"{ROWS} has no rows; each document there needs some")
    for added in files:
        table = target / "dataset" / added.name
        header, _, rows = added.read_bytes().partition(b"\n")
        before = table.read_bytes()
        if before.partition(b"\n")[0] != header:
            raise ValueError(f"{added} has another header than dataset/{added.name}; copy that one")
        table.write_bytes(before + rows)


def run(target: Path, *arguments: str) -> int:
    """Run Python there, with the code that is there, and give the exit status."""
    environment = os.environ | {"PYTHONPATH": str(target / "src")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=target, env=environment, check=False
    ).returncode


def commit(folder: Path, message: str) -> None:
    """Commit all that a folder holds."""
    name = ("-c", "user.name=curator", "-c", "user.email=curator@example.invalid")
    git(folder, "add", "--all")
    git(folder, *name, "commit", "--quiet", "--no-gpg-sign", "--message", message)


def git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
