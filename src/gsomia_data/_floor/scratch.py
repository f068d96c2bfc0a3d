"""A folder beside the target, in which something is built until it can be moved in place.

It is named ``.gsomia-data.XXXXXXXX.aside``. What is moved away to be replaced waits in its ``old``
for a moment, under its own name. Whoever writes holds a lock on it, so that the next writer can
clear up after one that was killed and leaves alone what another is writing.
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
    """A new locked folder in ``folder``; removed at the end, whatever happens."""
    with ExitStack() as locked:
        while True:
            path = _new(folder)
            try:
                locked.enter_context(_lock(path))
            except (BlockingIOError, FileNotFoundError):
                continue  # another writer took it for one that was left
            except OSError:
                pass  # no locks here: then nothing is ever cleared either
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
    """Hold the lock of ``path``; it ends with the process.

    Raises ``BlockingIOError`` where another has it, ``OSError``.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
    import fcntl  # noqa: PLC0415 - not on Windows

    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.stat()  # it may be gone since
        yield handle
    finally:
        os.close(handle)


def clear(folder: Path, *names: str) -> None:
    """Remove what killed writers of this user left in ``folder``, also of files of ``names``."""
    either = "|".join(map(re.escape, (_NAME, *names)))
    ours = re.compile(rf"\.({either})\.[a-z0-9_]{{8}}\.aside")
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if ours.fullmatch(path.name):
                with suppress(OSError), _lock(path) as handle:
                    if os.fstat(handle).st_uid == os.geteuid():
                        _remove(path)


def _remove(aside: Path) -> None:
    """Remove a folder aside; what was moved away and not yet replaced is first given back."""
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
    """Take what is in ``old`` out of it in one step, so that no half of it is ever given back."""
    shutil.rmtree(aside / "gone", ignore_errors=True)
    if (aside / "old").exists():
        (aside / "old").rename(aside / "gone")
