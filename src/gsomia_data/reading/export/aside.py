"""All or nothing: built aside in the same folder, to the disk, then moved in one step.

The folder aside is ``.<target>.<8 characters>.aside``. It holds ``new``, what is being built, and
for a moment ``old``, what was there before. Whoever builds holds a lock on it, so that the next
run can tell what a killed run left behind from what another run is building right now.
"""

import ctypes
import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_NOREPLACE, _EXCHANGE = 1, 2  # of renameat2, linux/fs.h
_HERE = -100  # AT_FDCWD
_LINUX = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an export goes, and what it may do there."""

    target: Path
    is_folder: bool
    force: bool


def place(target: str | Path, *, is_folder: bool, force: bool) -> Place:
    """Where to export to; refused at once where that cannot end well.

    Raises ``FileExistsError``, ``FileNotFoundError``.
    """
    if Path(target).name in {"", ".."}:
        raise FileExistsError(f"{target} is a folder; name a new file or folder in it")
    found = Place(Path(target).absolute(), is_folder, force)
    if not found.target.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {found.target.parent}; make it first")
    with suppress(OSError):
        _restore(found.target)
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
    is removed.

    Raises ``FileExistsError``, ``OSError``.
    """
    try:
        with suppress(OSError):
            for left in _stale(place.target):
                _remove(left, known)
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
            _move(new, place, folder / "old")
            _to_disk(place.target.parent)
    except OSError as error:
        if error.errno is None:  # one of ours, that says it all
            raise
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY}:
            raise FileExistsError(_exists(place.target)) from error
        raise OSError(error.errno, error.strerror, str(place.target)) from error
    if folder.exists():
        raise FileExistsError(
            f"{place.target} is written; what else was put there meanwhile is in {folder}"
        )


def _may_write(place: Place, names: frozenset[str] | None = None) -> None:
    """Refuse what stands at the target, if it may not be replaced; its files once they are known.

    Raises ``FileExistsError``.
    """
    target = place.target
    if not os.path.lexists(target):
        return
    if target.is_symlink():
        raise FileExistsError(f"{target} is a link; name the place itself")
    if not place.force:
        raise FileExistsError(_exists(target))
    if place.is_folder and not target.is_dir():
        raise FileExistsError(f"{target} is no folder, and this export is one; name another target")
    if not place.is_folder and not target.is_file():
        raise FileExistsError(f"{target} is no file, and this export is one; name another target")
    if place.is_folder and names is not None:
        strange = [one.name for one in sorted(target.iterdir()) if not _is_known(one, names)]
        if strange:
            raise FileExistsError(
                f"{target} holds {strange[0]!r}, which is not of this export; name another target"
            )


def _exists(target: Path) -> str:
    return f"{target} exists; name another target, or replace it with --force (force=True)"


def _is_known(path: Path, names: frozenset[str]) -> bool:
    return path.name in names and path.is_file() and not path.is_symlink()


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
        name = tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".aside", dir=target.parent)
        try:
            return Path(name), _lock(Path(name))
        except (BlockingIOError, FileNotFoundError):
            continue  # another run took it for one that was left behind
        except OSError:
            return Path(name), None  # no locks here: then nothing is ever cleared either


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
    """What killed runs left beside ``target``; locked while it is looked at."""
    ours = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.aside")
    for folder in sorted(target.parent.iterdir()):
        if ours.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            with suppress(OSError):
                handle = _lock(folder)
                try:
                    yield folder
                finally:
                    os.close(handle)


def _restore(target: Path) -> None:
    """Give back what a run moved away before it was killed."""
    for folder in _stale(target):
        old = folder / "old"
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)


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
