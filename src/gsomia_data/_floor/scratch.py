"""Scratch folders beside the target, in which files are built before they are moved into place.

A scratch folder is named ``.gsomia-data.XXXXXXXX.aside``. What is being replaced is moved to its
subfolder ``old``, under its own name, for a moment. A writer holds a lock on its scratch folder. So
the next writer can remove what a killed one left behind, and leaves the folder of a running one
alone.
"""

import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

_NAME = "gsomia-data"


@contextmanager
def made(folder: Path) -> Iterator[Path]:
    """A new locked scratch folder in ``folder``; always removed at the end."""
    with ExitStack() as locked:
        while True:
            path = _new(folder)
            try:
                locked.enter_context(_lock(path))
            except (BlockingIOError, FileNotFoundError):
                continue  # another writer cleared it as a leftover
            except OSError:
                pass  # no locks on this system: then nothing is ever cleared either
            break
        try:
            yield path
        finally:
            _remove(path)


def _new(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=f".{_NAME}.", suffix=".aside", dir=folder))
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error


@contextmanager
def _lock(path: Path) -> Iterator[int]:
    """Hold the lock of ``path``; the system releases it when the process ends.

    Raises:
        BlockingIOError: Another process holds it.
        OSError: The system has no locks, or ``path`` cannot be opened.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
    import fcntl  # noqa: PLC0415 - not on Windows

    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.stat()  # it may have been removed meanwhile
        yield handle
    finally:
        os.close(handle)


def clear(folder: Path, *names: str) -> None:
    """Remove what killed writers of this user left in ``folder``, for files of ``names`` too."""
    either = "|".join(map(re.escape, (_NAME, *names)))
    ours = re.compile(rf"\.({either})\.[a-z0-9_]{{8}}\.aside")
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if ours.fullmatch(path.name):
                with suppress(OSError), _lock(path) as handle:
                    if os.fstat(handle).st_uid == os.geteuid():
                        _remove(path)


def _remove(aside: Path) -> None:
    """Remove a scratch folder; first move back what was not yet replaced."""
    with suppress(OSError):
        if not aside.is_dir():
            aside.unlink()
            return
        for old in aside.glob("old/*"):
            place = aside.parent / old.name
            if not os.path.lexists(place):
                old.rename(place)
        give_up(aside)
        shutil.rmtree(aside)


def give_up(aside: Path) -> None:
    """Discard what is in ``old`` in one step, so that a half of it is never moved back."""
    shutil.rmtree(aside / "gone", ignore_errors=True)
    if (aside / "old").exists():
        (aside / "old").rename(aside / "gone")
