"""The whole package as a frozen value on which every check works.

``Snapshot.of`` makes it from bytes; ``read`` collects these bytes from a folder, once. Only files
of fixed names are opened, and the files directly in ``dataset/``, ``schemas/`` and ``corpus/``; in
the first two only those of the tables. No path that the package names is followed. ``regular``
reads the files.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
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
    """The folder is not a data package; the message says why."""


@dataclass(frozen=True)
class Snapshot:
    """The files of a package, and what is computed from them once.

    Attributes:
        root: Folder of the package.
        files: Bytes by path, relative to the package.
        irregular: Paths that were not read, and why.
        corpus_here: Whether the documents are there, or must be (``has_documents``).
        checkout: Whether this is the whole project, with licences and a citation file.
        version: Version of the package.
        unlisted: Files in ``dataset/`` and ``schemas/`` of no table; they are not read.
        altered: Files of an installed package that differ from its RECORD.
        sheets: Decoded tables by name.
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

    @classmethod
    def of(cls, files: Mapping[str, bytes], *, default_version: str) -> "Snapshot":
        """The package that consists of ``files``, as if a folder held these and nothing else.

        Args:
            files: Bytes by path; what does not belong to a package is left out, as ``read`` does.
            default_version: Version of a package that has no ``pyproject.toml``.
        """
        listed = {path: data for path, data in files.items() if _belongs(path)}
        return cls(
            Path(),
            MappingProxyType(listed),
            (),
            corpus_here=any(path.startswith("corpus/") for path in listed),
            checkout="pyproject.toml" in listed and "PKG-INFO" not in files,
            version=written_version(listed) or default_version,
            unlisted=tuple(path for path in files if _is_unlisted(path)),
            sheets=_decoded(listed),
        )

    def changed(self, files: Mapping[str, bytes]) -> "Snapshot":
        """The same package with other bytes in ``files``; the other tables are not decoded again.

        What follows from a file that comes or goes is not judged again: no document makes a corpus.
        """
        listed = {path: data for path, data in files.items() if _belongs(path)}
        return replace(
            self,
            files=MappingProxyType({**self.files, **listed}),
            sheets=MappingProxyType({**self.sheets, **_decoded(listed)}),
        )

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Texts of the documents by source; a document that is not UTF-8 is left out."""
        texts = {}
        for path, data in self.files.items():
            if path.startswith("corpus/") and path.endswith(".txt"):
                try:
                    texts[path[len("corpus/") : -len(".txt")]] = data.decode("utf-8")
                except UnicodeDecodeError:
                    continue
        return MappingProxyType(texts)

    @cached_property
    def released(self) -> str:
        """The day of the version's release, ISO 8601; empty if it has none.

        It is written in ``pyproject.toml``; the descriptor has it where that file is not.
        """
        if "pyproject.toml" in self.files:
            day = written_release(self.files, self.version)
            return day.isoformat() if type(day) is date else ""
        try:
            created = json.loads(self.files["datapackage.json"])["created"]
            return date.fromisoformat(created.removesuffix("T00:00:00Z")).isoformat()
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return ""

    def entries(self, table: str) -> tuple[Entry, ...]:
        """Rows of a table, in file order; none if the file is missing or broken."""
        sheet = self.sheets.get(table)
        return sheet.entries if sheet else ()


def read(root: Path, corpus: Path | None = None, *, default_version: str) -> Snapshot:
    """Read a package.

    Args:
        root: Folder of the package.
        corpus: Folder of the documents; ``root/corpus`` if ``None``.
        default_version: Version of a package that has no ``pyproject.toml``.

    Raises:
        NotAPackageError: There is no such folder, or it does not hold a package.
    """
    if not root.is_dir():
        what = "is not a folder" if root.exists() else "there is no such folder"
        raise NotAPackageError(f"{root}: {what}")
    if not (root / "datapackage.json").exists() and not (root / "dataset").is_dir():
        raise NotAPackageError(f"{root}: not a package; it has no datapackage.json and no dataset/")
    if corpus is not None and not corpus.is_dir():
        raise NotAPackageError(f"{corpus}: there is no such folder of documents")
    listed, unlisted, irregular = _sorted(_paths(root, corpus))
    files, unread = regular.read(listed)
    return replace(
        Snapshot.of(files, default_version=default_version),
        root=root,
        irregular=(*irregular, *unread),
        corpus_here=corpus is not None or has_documents(root),
        checkout=(root / "pyproject.toml").is_file() and not _is_sdist(root),
        unlisted=unlisted,
        altered=tuple(Irregular(*file) for file in installed.altered(root)),
    )


def has_documents(root: Path) -> bool:
    """Whether the documents are in ``root``, or must be because git has checked it out.

    Other packages come without them: an installed one, an sdist, and a source archive, in which
    git leaves the folder of the documents empty.
    """
    cloned = (root / ".git").exists() and not _is_sdist(root)
    corpus = root / "corpus"
    return cloned or corpus.is_symlink() or (corpus.is_dir() and any(corpus.iterdir()))


def _is_sdist(root: Path) -> bool:
    return (root / "PKG-INFO").is_file()


def _belongs(path: str) -> bool:
    """Whether the file of this path is part of a package."""
    in_corpus = path.startswith("corpus/") and path.count("/") == 1
    return in_corpus or path in SINGLE or path in LISTED or path == OVERVIEW


def _is_unlisted(path: str) -> bool:
    """Whether a file of this path is directly in ``dataset/`` or ``schemas/``, but of no table."""
    in_folder = path.startswith(("dataset/", "schemas/")) and path.count("/") == 1
    return in_folder and not _belongs(path)


def _decoded(files: Mapping[str, bytes]) -> Mapping[str, Sheet]:
    return MappingProxyType(
        {
            table.name: csvfile.decode(files[table.path], table.header)
            for table in TABLES.values()
            if table.path in files
        }
    )


def _sorted(
    paths: Iterable[tuple[str, Path]],
) -> tuple[list[tuple[str, Path]], tuple[str, ...], list[Irregular]]:
    """Paths to read; names of files of no table; and paths that cannot be read."""
    listed, unlisted, irregular = [], [], []
    for name, path in paths:
        problem = regular.unfit(name, path)
        if name in FOLDERS and not problem:
            problem = Irregular(name, "is not a folder")
        if problem:
            irregular.append(problem)
        elif _is_unlisted(name):
            unlisted.append(name)
        else:
            listed.append((name, path))
    return listed, tuple(unlisted), irregular


def _paths(root: Path, corpus: Path | None) -> Iterator[tuple[str, Path]]:
    if (root / "docs").is_symlink():
        yield "docs", root / "docs"
    for name in SINGLE:
        if (root / name).is_symlink() or (root / name).exists():
            yield name, root / name
    for folder in FOLDERS:
        location = corpus if folder == "corpus" and corpus else root / folder
        if location.is_symlink() and location is not corpus:
            yield folder, location
        elif location.is_dir():
            for path in sorted(location.iterdir()):
                yield f"{folder}/{path.name}", path
        elif location.exists():
            yield folder, location


def written_version(files: Mapping[str, bytes]) -> str:
    """The version in ``pyproject.toml``, its only place; empty if it is not there."""
    try:
        project = tomllib.loads(files["pyproject.toml"].decode("utf-8"))["project"]
        return str(project["version"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return ""


def written_release(files: Mapping[str, bytes], version: str) -> object:
    """What ``pyproject.toml`` gives as the day on which ``version`` is released, if anything."""
    try:
        tools = tomllib.loads(files["pyproject.toml"].decode("utf-8"))["tool"]
        return tools["gsomia-data"]["released"][version]
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
