"""Reading files that anybody may have put there: regular files only, up to a limit.

No link is followed and no special file is opened. A huge sparse file costs nothing to make, so
there is a limit for one file and for all files together.
"""

import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LARGEST = 64_000_000
TOGETHER = 256_000_000
"""Most bytes of one file, and of all files of a package."""


@dataclass(frozen=True, slots=True)
class Irregular:
    """A path that was not read.

    Attributes:
        path: The path.
        message: Why, as the end of a sentence that begins with the path.
        hint: The way out.
    """

    path: str
    message: str
    hint: str = "put the file itself there"


def read(paths: Iterable[tuple[str, Path]]) -> tuple[dict[str, bytes], list[Irregular]]:
    """Bytes by name of the ``paths`` that are regular and not too large; and the other paths."""
    files: dict[str, bytes] = {}
    irregular = []
    left = TOGETHER
    for name, path in paths:
        problem = unfit(name, path) or _too_large(name, path, left)
        if not problem:
            try:
                files[name] = path.read_bytes()
                left -= len(files[name])
            except OSError as error:
                problem = _unreadable(name, error)
        if problem:
            irregular.append(problem)
    return files, irregular


def unfit(name: str, path: Path) -> Irregular | None:
    """Why a path is not a regular file, whatever its size; ``None`` if it is one."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _unreadable(name, error)
    if stat.S_ISLNK(mode):
        return Irregular(name, "is a link; a package holds the files themselves")
    if not stat.S_ISREG(mode):
        return Irregular(name, "is not a regular file")
    return None


def _too_large(name: str, path: Path, left: int) -> Irregular | None:
    try:
        size = path.stat().st_size
    except OSError as error:
        return _unreadable(name, error)
    if size > LARGEST:
        hint = "put the right file there, or split it"
        return Irregular(name, f"is larger than {LARGEST:,} bytes", hint)
    if size > left:
        message = f"was not read: the files before it leave no room in {TOGETHER:,} bytes"
        return Irregular(name, message, "remove the files that do not belong to the package")
    return None


def _unreadable(name: str, error: OSError) -> Irregular:
    if isinstance(error, FileNotFoundError):
        return Irregular(name, "is not there")
    return Irregular(name, f"cannot be read: {error.strerror}", "make it readable")
