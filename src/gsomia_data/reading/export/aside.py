"""All or nothing: built aside in the same folder, to the disk, then moved in one step.

The folder aside is ``.<target>.<8 characters>.aside`` (of a long name, its hash). It holds ``new``,
what is being built, and for a moment ``old``, what was there before. Whoever builds holds a lock on
it, so that the next run can tell what a killed run left behind from what another run is building
right now.
"""

import ctypes
import errno
import hashlib
import os
import re
import stat
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from gsomia_data import _files
from gsomia_data._nearest import shown

_NOREPLACE, _EXCHANGE = 1, 2  # of renameat2, linux/fs.h
_HERE = -100  # AT_FDCWD
_LINUX = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an export goes, and what it may do there."""

    target: Path
    is_folder: bool
    force: bool


def place(target: str | Path, *, is_folder: bool, force: bool, suffixes: frozenset[str]) -> Place:
    """Where to export to; refused at once where that cannot end well.

    What a killed run moved away is given back first: a file, or a folder of files that end in
    ``suffixes``.

    Raises ``TypeError``, ``FileExistsError``, ``FileNotFoundError``, ``IsADirectoryError``.
    """
    if not isinstance(target, str | os.PathLike):
        raise TypeError(f"{shown(target)} is not a path: give the name of a new file or folder")
    if Path(target).name in {"", ".."}:
        raise FileExistsError(f"{target} is a folder; name a new file or folder in it")
    if not is_folder and str(target).endswith(("/", "/.", os.sep)):
        raise IsADirectoryError(f"{target} names a folder, and this export is a file; name a file")
    found = Place(_files.expanded(target).absolute(), is_folder, force)
    if not found.target.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {found.target.parent}; make it first")
    with suppress(OSError):
        _restore(found.target, suffixes)
    _may_write(found)
    return found


def write(
    place: Place,
    files: Iterable[tuple[str, bytes]],
    names: frozenset[str],
    known: frozenset[str],
    progress: Callable[[str], None],
) -> None:
    """Write ``files`` (one without a name, or those called ``names``) and move them in place.

    ``known`` are the names that any export gives; of what killed runs left behind, nothing else
    is removed. Warns where something else was put into the replaced folder meanwhile.

    Raises ``FileExistsError``, ``OSError``.
    """
    try:
        with _aside(place.target, known) as folder:
            new = folder / "new"
            if place.is_folder:
                new.mkdir()
            for name, data in files:
                progress(f"writing {name or place.target.name}")
                _write(new / name, data)
            if place.is_folder:
                _to_disk(new)
            _to_disk(folder)
            _may_write(place, names)
            _keep_modes(place.target, new)
            _move(new, place, folder / "old")
            _to_disk(place.target.parent)
            with suppress(OSError):
                for left in _stale(place.target):
                    _remove(left, known)
    except OSError as error:
        if error.errno is None:  # one of ours, that says it all
            raise
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY}:
            raise FileExistsError(_exists(place.target)) from error
        raise OSError(error.errno, error.strerror, str(place.target)) from error
    if folder.exists():
        told = f"{place.target} is written; what else was put there meanwhile is in {folder}"
        warnings.warn(told, stacklevel=3)


def _may_write(place: Place, names: frozenset[str] | None = None) -> None:
    """Refuse what stands at the target, if it may not be replaced; its files once they are known.

    Raises ``FileExistsError``.
    """
    target = place.target
    if not os.path.lexists(target):
        return
    if target.is_symlink():
        raise FileExistsError(f"{target} is a link; name the place itself")
    if place.is_folder and not target.is_dir():
        raise FileExistsError(f"{target} is no folder, and this export is one; name another target")
    if not place.is_folder and not target.is_file():
        raise FileExistsError(f"{target} is no file, and this export is one; name another target")
    if not place.force:
        raise FileExistsError(_exists(target))
    if place.is_folder and names is not None:
        strange = [one.name for one in sorted(target.iterdir()) if not _is_known(one, names)]
        if strange:
            raise FileExistsError(
                f"{target} holds {strange[0]!r}, which is not of this export; name another target"
            )


def _exists(target: Path) -> str:
    return f"{target} exists; name another target, or replace it with --force (force=True)"


def _is_known(path: Path, names: frozenset[str]) -> bool:
    return path.name in names and _is_file(path)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _keep_modes(target: Path, new: Path) -> None:
    """Let ``new``, and the files in it, be as private as what they replace; ours to remove."""
    for path in (new, *(new.iterdir() if new.is_dir() else ())):
        old = target / path.relative_to(new)
        if old.exists():
            ours = path.stat().st_mode & stat.S_IRWXU
            path.chmod(stat.S_IMODE(old.stat().st_mode) | ours)


@contextmanager
def _aside(target: Path, known: frozenset[str]) -> Iterator[Path]:
    """A new locked folder beside ``target``; removed at the end, whatever happens."""
    folder, handle = _made(target)
    try:
        yield folder
    finally:
        _remove(folder, known)
        if handle is not None:
            os.close(handle)


def _made(target: Path) -> tuple[Path, int | None]:
    while True:
        name = tempfile.mkdtemp(prefix=_prefix(target), suffix=".aside", dir=target.parent)
        try:
            return Path(name), _lock(Path(name))
        except (BlockingIOError, FileNotFoundError):
            continue  # another run took it for one that was left behind
        except OSError:
            return Path(name), None  # no locks here: then nothing is ever cleared either


def _prefix(target: Path) -> str:
    """How names aside begin; of a long one its hash stands there, since a name has 255 bytes."""
    name = os.fsencode(target.name)
    return f".{target.name if len(name) <= 100 else hashlib.sha256(name).hexdigest()}."


def _lock(folder: Path) -> int:
    """A handle that holds the lock of ``folder`` until it is closed, or its process ends.

    Raises ``BlockingIOError`` where another has it, ``OSError``.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where a folder is not even opened

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder.stat()  # it may be gone since
    except BaseException:
        os.close(handle)
        raise
    return handle


def _stale(target: Path) -> Iterator[Path]:
    """What killed runs of this user left beside ``target``; locked while it is looked at."""
    ours = re.compile(rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}\.aside")
    for folder in sorted(target.parent.iterdir()):
        if ours.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            with suppress(OSError):
                handle = _lock(folder)
                try:
                    if os.fstat(handle).st_uid == os.geteuid():
                        yield folder
                finally:
                    os.close(handle)


def _restore(target: Path, suffixes: frozenset[str]) -> None:
    """Give back what a run moved away before it was killed."""
    for folder in _stale(target):
        old = folder / "old"
        if not os.path.lexists(target) and _may_be_export(old, suffixes):
            old.rename(target)


def _may_be_export(path: Path, suffixes: frozenset[str]) -> bool:
    if path.is_dir() and not path.is_symlink():
        return all(one.suffix in suffixes and _is_file(one) for one in path.iterdir())
    return _is_file(path)


def _remove(folder: Path, known: frozenset[str]) -> None:
    """Remove a folder aside; never what is not of an export."""
    for part in (folder / "new", folder / "old"):
        with suppress(OSError):
            if part.is_dir() and not part.is_symlink():
                for path in part.iterdir():
                    if _is_known(path, known):
                        path.unlink()
                part.rmdir()
            else:
                part.unlink()
    with suppress(OSError):
        folder.rmdir()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _to_disk(folder: Path) -> None:
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _move(new: Path, place: Place, old: Path) -> None:
    target = place.target
    if place.force and not place.is_folder:
        new.replace(target)
        return
    try:
        _rename(new, target)
    except FileExistsError:
        if not place.force:
            raise
        _exchange(new, target, old)


def _rename(new: Path, target: Path) -> None:
    """Move to where nothing is.

    Raises ``FileExistsError``.
    """
    if not _renameat2(new, target, _NOREPLACE):
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        new.rename(target)


def _exchange(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another: in one step, or else by way of ``old``.

    Killed between the steps, the target is missing until the next run gives the old one back.
    """
    if _renameat2(new, target, _EXCHANGE):
        return
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise


def _renameat2(one: Path, other: Path, flag: int) -> bool:
    """Whether the system could do it; Linux can, on most file systems."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if _LINUX else None
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), flag) == 0:
        return True
    error = ctypes.get_errno()
    if error in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(error, os.strerror(error), str(other))
