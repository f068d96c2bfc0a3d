"""Writing all or nothing: build in a scratch folder, flush to disk, move into place in one step.

Uses the standard library only.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from gsomia_data._floor import filenames, scratch
from gsomia_data._floor.location import expanded
from gsomia_data._floor.nearest import shown

MARKER = ".gsomia-data-export"
"""The file that marks a folder as an export: what made it, then the paths of its files."""
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def prepare(target: str | Path, *, is_folder: bool, force: bool) -> Path:
    """The absolute path of ``target``, checked before any work is done.

    Raises:
        TypeError: ``target`` is not a path.
        FileExistsError: ``target`` exists and may not be replaced.
        FileNotFoundError: It has no name, or the folder in which it would be does not exist.
        IsADirectoryError: ``target`` names a folder, but one file is to be written.
    """
    if not isinstance(target, str | os.PathLike):
        raise TypeError(f"{shown(target)} is not a path: give the name of a new file or folder")
    if not str(target):
        raise FileNotFoundError("the name of the target is empty; name a new file or folder")
    if Path(target).name in {"", ".."}:
        raise FileExistsError(f"{target} is a folder; name a new file or folder in it")
    if not is_folder and str(target).endswith(("/", "/.", os.sep)):
        raise IsADirectoryError(f"{target} names a folder, but this export is a file; name a file")
    path = expanded(target).absolute()
    if not path.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {path.parent}; make it first")
    scratch.clear(path.parent)
    _demand_replaceable(path, is_folder=is_folder, force=force)
    return path


def write_file(target: Path, data: bytes, *, force: bool) -> None:
    """Write one file; with ``force``, replace an existing one.

    Raises:
        FileExistsError: ``target`` exists and may not be replaced.
        OSError: It cannot be written.
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
    """Write a folder of ``files`` and a marker; with ``force``, replace a folder with a marker.

    A file is named by its path in the folder, with ``/`` between the parts. Replacing a folder
    takes two steps. A process killed between them leaves nothing at ``target``; the next writer in
    the same parent folder puts the old folder back.

    Raises:
        FileExistsError: ``target`` exists and may not be replaced.
        OSError: It cannot be written.
        ValueError: On some system, a path leads elsewhere or two of them are the same file.
    """
    with _naming(target), scratch.made(target.parent) as aside:
        new = aside / "new"
        new.mkdir()
        tree = filenames.Tree(MARKER)
        for name, data in files:
            for folder in tree.add(name):
                (new / folder).mkdir()
            _written(new / name, data, target / name)
        marker = "\n".join([made_by, *tree.files, ""]).encode()
        _written(new / MARKER, marker, target / MARKER)
        for folder in (*reversed(tree.folders), ""):
            _keep_mode(new / folder, target / folder, at_least=stat.S_IRWXU)
            _to_disk(new / folder)
        _move_folder(new, target, aside, force=force)
        _to_disk(target.parent)


def write_into(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of ``files`` (by path in ``root``) that differ from what is there.

    All of them are on the disk before the first is moved into place.

    Returns:
        The paths of the files that were written.

    Raises:
        OSError: A file cannot be written.
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
    """The paths of those ``files`` that are not in ``root`` as regular files with these bytes.

    Raises:
        OSError: A path leads out of ``root`` or is a folder.
    """
    for path in map(root.joinpath, files):
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise OSError(
                f"{path} leads out of {root} through a link; replace the link by a folder"
            )
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return [name for name, data in files.items() if not _is_there(root / name, data)]


def _is_there(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def _demand_replaceable(target: Path, *, is_folder: bool, force: bool) -> None:
    if why := _obstacle(target, is_folder=is_folder):
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


def _obstacle(path: Path, *, is_folder: bool) -> str:
    """Why what is at ``path`` may not be replaced even with force; empty if it may be."""
    status = _status(path)
    if status is None:
        return ""
    if stat.S_ISLNK(status.st_mode):
        return "is a link"
    if not (stat.S_ISDIR if is_folder else stat.S_ISREG)(status.st_mode):
        return f"is not a {'folder' if is_folder else 'file'}, but this export is one"
    why = ""
    with suppress(FileNotFoundError):
        why = _foreign(path) if is_folder else ""
    now = _status(path)
    # If it is another one now, another writer is replacing it, and the first was half removed.
    return why if now and os.path.samestat(status, now) else ""


def _foreign(folder: Path) -> str:
    """Why a folder holds more than an export; empty if it does not. An empty folder is harmless."""
    inside = next(_within(folder), None)
    marker = _status(folder / MARKER)
    if inside and not (marker and stat.S_ISREG(marker.st_mode)):
        return f"is not an export (it has no file {MARKER})"
    listed = (folder / MARKER).read_text("utf-8", "replace").split("\n")[1:] if inside else []
    files = {MARKER, *listed}
    folders = {above for name in listed for above in filenames.folders(name)}
    for name, entry in _within(folder):
        # A link is neither. What is in a folder that is not listed is not looked at.
        is_file, is_folder = (of(follow_symlinks=False) for of in (entry.is_file, entry.is_dir))
        if not (is_file and name in files) and not (is_folder and name in folders):
            return f"holds {name!r}, which is not part of the export"
    return ""


def _within(folder: str | Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that is in a folder by its path there, each folder before what it holds."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        yield f"{above}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path, f"{above}{entry.name}/")


def _move_folder(new: Path, target: Path, aside: Path, *, force: bool) -> None:
    old = aside / "old" / target.name
    while new.exists():
        if force:
            old.parent.mkdir()
            with suppress(FileNotFoundError):
                target.rename(old)
            if why := _obstacle(old, is_folder=True):  # put there meanwhile; it is moved back
                raise FileExistsError(f"{target} {why}; name another target")
        else:
            _demand_replaceable(target, is_folder=True, force=False)
        try:
            new.rename(target)
        except OSError as error:
            if not force or error.errno not in _TAKEN:
                raise  # otherwise another writer was quicker; its folder is replaced
        scratch.give_up(aside)


def _link(new: Path, target: Path) -> None:
    """Move to a free place; making a link checks in the same step that it is free."""
    try:
        target.hardlink_to(new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _demand_replaceable(target, is_folder=False, force=False)
        new.rename(target)


def _written(path: Path, data: bytes, place: Path) -> Path:
    """Write a new file to disk, with the mode of the file at ``place`` if there is one."""
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
    """Let errors of the system name ``target``, not the scratch folder."""
    try:
        yield
    except OSError as error:
        if error.errno is None:  # one of our own, already complete
            raise
        if error.errno in _TAKEN:
            raise FileExistsError(_exists(target)) from error
        raise OSError(error.errno, error.strerror, str(target)) from error
