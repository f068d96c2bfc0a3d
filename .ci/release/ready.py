"""Is this version ready to be released? A line for each thing missing, and exit 1.

python .ci/release/ready.py TAG       tag, version, day, changelog and README, and the values
                                      that changed since the last release
python .ci/release/ready.py --notes   print what the changelog says of the version
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
CANDIDATE = re.compile(rf"{VERSION.pattern}rc\d+")
WEEK = 7
SECTION = re.compile(r"^## (\S+).*\n((?:(?!## ).*\n)*)", re.MULTILINE)
CORRECTED = re.compile(r"^### Corrected values\n((?:(?!###? ).*\n)*)", re.MULTILINE)
UNPUBLISHED = re.compile(
    r"nothing (?:is|has been)(?: yet)? (?:published|released)\b|not yet (?:published|released)\b"
    r"|not (?:published|released) yet\b|once it is published\b",
    re.IGNORECASE,
)
DATA = ("datapackage.json", "dataset", "schemas")


def written() -> dict[str, Any]:
    """What pyproject.toml says."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def version() -> str:
    """The version, from the one place where it is written."""
    return str(written()["project"]["version"])


def sections() -> dict[str, str]:
    """What the changelog says, by version."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").rstrip("\n") + "\n"
    return {name: body.strip() for name, body in SECTION.findall(text)}


def missing(tag: str) -> Iterator[str]:
    """A line for each thing that is not ready."""
    own = version()
    if CANDIDATE.fullmatch(own):
        yield f"pyproject.toml: {own!r} is a candidate, which is rehearsed and never tagged"
    elif not VERSION.fullmatch(own):
        yield f"pyproject.toml: the version {own!r} is not of the form 1.2.3"
        return
    if tag != f"v{own}":
        yield f"the tag is {tag!r}, but the version in pyproject.toml asks for 'v{own}'"
    yield from missing_day(own)
    yield from missing_on_the_front()
    yield from missing_notes(own)


def missing_day(own: str) -> Iterator[str]:
    """The day of the release is given, and is about today."""
    day = written().get("tool", {}).get("gsomia-data", {}).get("released", {}).get(own)
    today = datetime.now(UTC).date()
    if type(day) is not date:
        yield f"pyproject.toml: [tool.gsomia-data.released] has no line '\"{own}\" = {today}'"
    elif abs((day - today).days) > WEEK:
        yield f"pyproject.toml: the day of release {day} is not within a week of today, {today}"


def missing_on_the_front() -> Iterator[str]:
    """README.md, which the index shows, is for those who install from there."""
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for said in UNPUBLISHED.findall(text):
        yield f"README.md: it says {said!r}"
    first = re.search(r"pip install (?:-\S+ )*['\"]?([^\s'\"`]+)", text)
    if first is None or not re.match(r"gsomia-data(?![\w.-])", first.group(1)):
        yield "README.md: the first way to install is not 'pip install gsomia-data'"


def missing_notes(own: str) -> Iterator[str]:
    """The changelog has a section of the version, with each value that was corrected."""
    notes = sections()
    if notes.get("Unreleased"):
        yield f"CHANGELOG.md: what is under 'Unreleased' belongs under '## {own}'"
    if own not in notes:
        yield f"CHANGELOG.md: there is no section '## {own}'"
        return
    for said in UNPUBLISHED.findall(" ".join(notes[own].split())):
        yield f"CHANGELOG.md: '## {own}' says {said!r}"
    corrected = CORRECTED.search(notes[own] + "\n")
    if corrected is None or not corrected.group(1).strip():
        yield f"CHANGELOG.md: '## {own}' has nothing under '### Corrected values'"
        return
    before = last_release(own)
    if before is not None:
        lines = {line.strip() for line in corrected.group(1).splitlines()}
        for line in differences(before):
            if line not in lines:
                yield f"CHANGELOG.md: '### Corrected values' lacks, since {before}: {line}"


def last_release(own: str) -> str | None:
    """The tag of the version before this one, if there is one."""
    tags = [tag for tag in git("tag", "--list", "v*").decode().split() if numbers(tag[1:])]
    earlier = [tag for tag in tags if numbers(tag[1:]) < numbers(own.partition("rc")[0])]
    return max(earlier, key=lambda tag: numbers(tag[1:]), default=None)


def numbers(name: str) -> tuple[int, ...]:
    """A version, to be compared; empty if it is none."""
    found = VERSION.fullmatch(name)
    return tuple(map(int, found.groups())) if found else ()


def differences(before: str) -> list[str]:
    """What `gsomia-data diff` prints for the data of that tag and of now."""
    with tempfile.TemporaryDirectory() as folder:
        # Not a tar: safe unpacking of one came with Python 3.11.4.
        with zipfile.ZipFile(BytesIO(git("archive", "--format=zip", before, *DATA))) as archive:
            archive.extractall(folder)
        command = [sys.executable, "-m", "gsomia_data", "diff", folder, str(ROOT)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode > 1 or not done.stdout:
        raise SystemExit(f"gsomia-data diff could not compare with {before}: {done.stderr.strip()}")
    return [line.strip() for line in done.stdout.splitlines() if line.strip()]


def git(*arguments: str) -> bytes:
    """What git prints in this repository."""
    command = ["git", "-C", str(ROOT), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode().strip())
    return done.stdout


def main(arguments: list[str]) -> int:
    """0 if everything is ready, 1 if something is missing, 2 if it was called wrongly."""
    if arguments == ["--notes"]:
        notes = sections().get(version())
        print(notes or f"CHANGELOG.md: there is no section '## {version()}'")
        return 0 if notes else 1
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    found = list(missing(arguments[0]))
    print("\n".join(found) or f"{arguments[0]} is ready")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
