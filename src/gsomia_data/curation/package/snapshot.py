"""The whole package read once, into one frozen value on which every check works.

Only fixed names are opened: ``datapackage.json``, ``pyproject.toml``, ``CITATION.cff`` and what
lies directly in ``dataset/``, ``schemas/`` and ``corpus/``; in the first two only the files of the
tables. No path from the package is followed; ``regular`` reads the files.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from gsomia_data.curation.package import csvfile, installed, regular
from gsomia_data.curation.package.csvfile import Entry, Sheet
from gsomia_data.curation.package.regular import Irregular
from gsomia_data.curation.schema.models import TABLES

FOLDERS = ("dataset", "schemas", "corpus")
LICENCES = ("LICENSE", "LICENSE-DATA.md")
SINGLE = (
    *LICENCES,
    "datapackage.json",
    "pyproject.toml",
    "CITATION.cff",
)
LISTED = frozenset(
    {
        "datapackage.json",
        *(spec.path for spec in TABLES.values()),
        *(f"schemas/{name}.schema.json" for name in TABLES),
    }
)
"""The files that every package has."""
OVERVIEW = "dataset/README.md"
"""The one file beside the tables that is not a table."""


class NotAPackageError(Exception):
    """The folder is none that can be checked; the message says why, for people."""


@dataclass(frozen=True)
class Snapshot:
    """Bytes by relative path, and what is computed from them once.

    ``corpus_here`` tells whether documents are there, or must be (``has_documents``); ``checkout``
    whether this is the whole project, which has licences and a citation file. ``unlisted`` are
    files in ``dataset/`` and ``schemas/`` that belong to no table: they are not read. ``altered``
    are files of an installed package that its RECORD does not know so.
    """

    root: Path
    files: Mapping[str, bytes]
    irregular: tuple[Irregular, ...]
    corpus_here: bool
    checkout: bool
    version: str
    unlisted: tuple[str, ...] = ()
    altered: tuple[Irregular, ...] = ()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Decoded documents by source id; a document that is not UTF-8 is absent."""
        texts = {}
        for path, data in self.files.items():
            if path.startswith("corpus/") and path.endswith(".txt"):
                try:
                    texts[path[len("corpus/") : -len(".txt")]] = data.decode("utf-8")
                except UnicodeDecodeError:
                    continue
        return MappingProxyType(texts)

    def entries(self, table: str) -> tuple[Entry, ...]:
        """Data rows of a table, in file order; none where the file is missing or broken."""
        sheet = self.sheets.get(table)
        return sheet.entries if sheet else ()


def read(root: Path, corpus: Path | None = None, *, default_version: str) -> Snapshot:
    """Read the package in ``root``, its documents from ``corpus`` or else ``root/corpus``.

    Raises ``NotAPackageError`` where there is no such folder, or nothing of a package in it.
    """
    if not root.is_dir():
        what = "is no folder" if root.exists() else "there is no such folder"
        raise NotAPackageError(f"{root}: {what}")
    if not (root / "datapackage.json").exists() and not (root / "dataset").is_dir():
        raise NotAPackageError(f"{root}: holds neither datapackage.json nor dataset/: no package")
    if corpus is not None and not corpus.is_dir():
        raise NotAPackageError(f"{corpus}: there is no such folder of documents")
    listed, unlisted, irregular = _sorted(_found(root, corpus))
    files, unread = regular.read(listed)
    sheets = {
        table.name: csvfile.decode(files[table.path], table.header)
        for table in TABLES.values()
        if table.path in files
    }
    return Snapshot(
        root,
        MappingProxyType(files),
        (*irregular, *unread),
        corpus_here=corpus is not None or has_documents(root),
        checkout=(root / "pyproject.toml").is_file() and not _is_sdist(root),
        version=written_version(files) or default_version,
        unlisted=unlisted,
        altered=tuple(Irregular(*one) for one in installed.altered(root)),
        sheets=MappingProxyType(sheets),
    )


def has_documents(root: Path) -> bool:
    """Whether the documents are in ``root``, or must be: what git checks out has them.

    The others come without: an installed package, an sdist, and a source archive, which is what
    git exports: it has no ``.git``, and an empty folder in place of the documents.
    """
    cloned = (root / ".git").exists() and not _is_sdist(root)
    corpus = root / "corpus"
    return cloned or corpus.is_symlink() or (corpus.is_dir() and any(corpus.iterdir()))


def _is_sdist(root: Path) -> bool:
    return (root / "PKG-INFO").is_file()


def _sorted(
    found: Iterable[tuple[str, Path]],
) -> tuple[list[tuple[str, Path]], tuple[str, ...], list[Irregular]]:
    """What to read; what belongs to no table; and what is neither."""
    listed, unlisted, irregular = [], [], []
    for name, path in found:
        problem = regular.unfit(name, path)
        if name in FOLDERS and not problem:
            problem = Irregular(name, "is not a folder")
        if problem:
            irregular.append(problem)
        elif name.startswith(("dataset/", "schemas/")) and name not in {*LISTED, OVERVIEW}:
            unlisted.append(name)
        else:
            listed.append((name, path))
    return listed, tuple(unlisted), irregular


def _found(root: Path, corpus: Path | None) -> Iterator[tuple[str, Path]]:
    if (root / "docs").is_symlink():
        yield "docs", root / "docs"
    for name in SINGLE:
        if (root / name).is_symlink() or (root / name).exists():
            yield name, root / name
    for folder in FOLDERS:
        place = corpus if folder == "corpus" and corpus else root / folder
        if place.is_symlink() and place is not corpus:
            yield folder, place
        elif place.is_dir():
            for path in sorted(place.iterdir()):
                yield f"{folder}/{path.name}", path
        elif place.exists():
            yield folder, place


def written_version(files: Mapping[str, bytes]) -> str:
    """The version in ``pyproject.toml``, the one place where it is written; empty without one."""
    try:
        project = tomllib.loads(files["pyproject.toml"].decode("utf-8"))["project"]
        return str(project["version"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return ""
