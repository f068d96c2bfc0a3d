"""Writing all or nothing: built aside, to the disk, then moved in place in one step.

Standard library alone; both halves stand on it.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from gsomia_data._floor import scratch
from gsomia_data._floor.location import expanded
from gsomia_data._floor.nearest import shown

MARKER = ".gsomia-data-export"
"""The file that says of a folder that it is an export: by whom, then the names of its files."""
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def prepare(target: str | Path, *, is_folder: bool, force: bool) -> Path:
    """The absolute path of ``target``; refused before any work where writing it cannot end well.

    Raises ``TypeError``, ``FileExistsError``, ``FileNotFoundError``, ``IsADirectoryError``.
    """
    if not isinstance(target, str | os.PathLike):
        raise TypeError(f"{shown(target)} is not a path: give the name of a new file or folder")
    if Path(target).name in {"", ".."}:
        raise FileExistsError(f"{target} is a folder; name a new file or folder in it")
    if not is_folder and str(target).endswith(("/", "/.", os.sep)):
        raise IsADirectoryError(f"{target} names a folder, and this is one file; name a file")
    path = expanded(target).absolute()
    if not path.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {path.parent}; make it first")
    scratch.clear(path.parent)
    _demand_replaceable(path, is_folder=is_folder, force=force)
    return path


def write_file(target: Path, data: bytes, *, force: bool) -> None:
    """Write one file; with ``force`` also over another.

    Raises ``FileExistsError``, ``OSError``.
    """
    with _naming(target), scratch.made(target.parent) as aside:
        new = _written(aside / "new", data, target)
        _demand_replaceable(target, is_folder=False, force=force)
        if force:
            new.replace(target)
        else:
            _link(new, target)
        _to_disk(target.parent)


def write_folder(
    target: Path, files: Iterable[tuple[str, bytes]], made_by: str, *, force: bool
) -> None:
    """Write a folder of ``files``, with a marker; with ``force`` also over one that has a marker.

    Killed between the two steps that replace one, it leaves nothing at ``target``; the next writer
    in the same parent gives the old one back.

    Raises ``FileExistsError``, ``OSError``.
    """
    with _naming(target), scratch.made(target.parent) as aside:
        new = aside / "new"
        new.mkdir()
        names = []
        for name, data in files:
            _written(new / name, data, target / name)
            names.append(name)
        marker = "\n".join([made_by, *names, ""]).encode()
        _written(new / MARKER, marker, target / MARKER)
        _keep_mode(new, target, at_least=stat.S_IRWXU)
        _to_disk(new)
        _move_folder(new, target, aside, force=force)
        _to_disk(target.parent)


def write_into(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of ``files``, by path in ``root``, that differ from what is there; answer them.

    All are on the disk before the first takes its place.

    Raises ``OSError``.
    """
    changed = differing(root, files)
    for folder in {root, *((root / name).parent for name in files)}:
        scratch.clear(folder, *(Path(name).name for name in files))
    if not changed:
        return []
    with scratch.made(root) as aside:
        for at, name in enumerate(changed):
            with _naming(root / name):
                _written(aside / str(at), files[name], root / name)
        for name in changed:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
        for at, name in enumerate(changed):
            with _naming(root / name):
                (aside / str(at)).replace(root / name)
    for folder in {(root / name).parent for name in changed}:
        with _naming(folder):
            _to_disk(folder)
    return changed


def differing(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Those of ``files`` that are not there byte for byte, as files of their own.

    Raises ``OSError`` where one of them can have no place in ``root``.
    """
    for path in map(root.joinpath, files):
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise OSError(f"{path} leads out of {root} by a link; put a folder in its place")
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return [name for name, data in files.items() if not _is_there(root / name, data)]


def _is_there(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def _demand_replaceable(target: Path, *, is_folder: bool, force: bool) -> None:
    if why := _unlike(target, is_folder=is_folder):
        raise FileExistsError(f"{target} {why}; name another target")
    if not force and _status(target):
        raise FileExistsError(_exists(target))


def _exists(target: Path) -> str:
    return f"{target} exists; name another target, or replace it with --force (force=True)"


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _unlike(path: Path, *, is_folder: bool) -> str:
    """Why what is at ``path``, if anything is, may not be replaced even with force."""
    status = _status(path)
    if status is None:
        return ""
    if stat.S_ISLNK(status.st_mode):
        return "is a link"
    if not (stat.S_ISDIR if is_folder else stat.S_ISREG)(status.st_mode):
        return f"is not a {'folder' if is_folder else 'file'}, and this export is one"
    why = ""
    with suppress(FileNotFoundError):
        why = _strange(path) if is_folder else ""
    now = _status(path)
    # Else another writer is replacing it, and this is half removed.
    return why if now and os.path.samestat(status, now) else ""


def _strange(folder: Path) -> str:
    """Why a folder is not an export alone; an empty one holds nothing to lose."""
    with os.scandir(folder) as entries:
        found = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries}
    if found and not found.get(MARKER):
        return f"is not an export (it has no file {MARKER})"
    listed = (folder / MARKER).read_text("utf-8", "replace").split("\n") if found else []
    known = {MARKER, *listed[1:]}
    others = sorted(name for name, is_file in found.items() if name not in known or not is_file)
    return f"holds {others[0]!r}, which is not of the export" if others else ""


def _move_folder(new: Path, target: Path, aside: Path, *, force: bool) -> None:
    old = aside / "old" / target.name
    while new.exists():
        if force:
            old.parent.mkdir()
            with suppress(FileNotFoundError):
                target.rename(old)
            if why := _unlike(old, is_folder=True):  # put there meanwhile; it is given back
                raise FileExistsError(f"{target} {why}; name another target")
        else:
            _demand_replaceable(target, is_folder=True, force=False)
        try:
            new.rename(target)
        except OSError as error:
            if not force or error.errno not in _TAKEN:
                raise  # else another writer was quicker, and is replaced
        scratch.give_up(aside)


def _link(new: Path, target: Path) -> None:
    """Move to where nothing is; a link refuses what exists in the same step."""
    try:
        target.hardlink_to(new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _demand_replaceable(target, is_folder=False, force=False)
        new.rename(target)


def _written(path: Path, data: bytes, place: Path) -> Path:
    """A new file on the disk, with the mode of the file at ``place`` if there is one."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    _keep_mode(path, place)
    return path


def _keep_mode(new: Path, old: Path, at_least: int = 0) -> None:
    status = _status(old)
    if status and not stat.S_ISLNK(status.st_mode):
        new.chmod(stat.S_IMODE(status.st_mode) | at_least)


def _to_disk(folder: Path) -> None:
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _naming(target: Path) -> Iterator[None]:
    """Let errors of the system name ``target``, not what is aside."""
    try:
        yield
    except OSError as error:
        if error.errno is None:  # one of ours, that says it all
            raise
        if error.errno in _TAKEN:
            raise FileExistsError(_exists(target)) from error
        raise OSError(error.errno, error.strerror, str(target)) from error
