"""Paths of files in a folder that name the same file on every system.

Uses the standard library only.
"""

import re
import unicodedata
from itertools import accumulate

from gsomia_data._floor.nearest import shown

_LONGEST = 255
"""Bytes in a name, on most disks."""
_NO_SIGNS = re.compile(r'[\x00-\x1f\x7f"*:<>?\\|\ud800-\udfff]')
_DEVICE = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?", re.IGNORECASE
)


class Tree:
    """The paths of the files in a folder, each checked when it is added.

    Attributes:
        files: The paths, in the order in which they were added.
        folders: The folders that they are in, each after the one that holds it.
    """

    def __init__(self, *taken: str) -> None:
        self.files: list[str] = []
        self.folders: list[str] = []
        self._spelled = {_same(path): path for path in taken}

    def add(self, path: str) -> list[str]:
        """Add the path of a file, with ``/`` between its parts; return the folders that are new.

        Raises:
            ValueError: It is not the path of a file in the folder on every system, or a path that
                was added before would be the same file on some.
        """
        if why := _fault(path):
            raise ValueError(f"{shown(path)} cannot be the path of a file: {why}")
        new = [one for one in folders(path) if not self._has(one, path)]
        key = _same(path)
        if key in self._spelled:
            raise ValueError(_clash(path, self._spelled[key]))
        self._spelled |= {_same(one): one for one in (*new, path)}
        self.folders += new
        self.files.append(path)
        return new

    def _has(self, folder: str, path: str) -> bool:
        other = self._spelled.get(_same(folder))
        if other is not None and (other != folder or folder not in self.folders):
            raise ValueError(_clash(path, other))
        return other is not None


def folders(path: str) -> list[str]:
    """The folders that the file at ``path`` is in, the outermost first."""
    return list(accumulate(path.split("/")[:-1], "{}/{}".format))


def _fault(path: str) -> str:
    """Why ``path`` does not name a file in the folder on every system; empty if it does."""
    if path.startswith("/"):
        return "it is absolute"
    if sign := _NO_SIGNS.search(path):
        return f"it has {sign[0]!a}"
    return next(filter(None, map(_fault_of_part, path.split("/"))), "")


def _fault_of_part(part: str) -> str:
    if part in {"", ".", ".."}:
        return f"it has a part {part!r}" if part else "it has an empty part"
    if part[-1] in ". ":
        return f"{shown(part)} ends with {part[-1]!r}"
    if _DEVICE.fullmatch(part):
        return f"{shown(part)} is a device on Windows"
    if len(part.encode()) > _LONGEST:
        return f"{shown(part)} is longer than {_LONGEST} bytes"
    return ""


def _same(path: str) -> str:
    """What is equal for all paths that a system that ignores case or normal form may confuse."""
    if path.isascii():
        return path.lower()
    plain = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFD", plain.upper().casefold())


def _clash(path: str, other: str) -> str:
    return f"{shown(path)} and {shown(other)} cannot both be written on every system"
