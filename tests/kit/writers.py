"""Writers for tests to kill: processes of their own that import little."""

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from gsomia_data._floor import atomic

WAYS = ("file", "folder", "into")
OLD = {"a.txt": b"old", "in/b.txt": b"old" * 50}
NEW = {"a.txt": b"new" * 50_000, "in/b.txt": b"new"}
_CALLS = ("open", "os.", "shutil.", "tempfile.")
"""Audit events of what goes to the disk begin so."""


def write(way: str, target: Path, texts: Mapping[str, bytes]) -> None:
    """Write ``texts`` over all that was there: one file, a folder, or several files into one."""
    if way == "into":
        atomic.write_into(target, texts)
        return
    place = atomic.prepare(target, is_folder=way == "folder", force=True)
    if way == "file":
        atomic.write_file(place, texts["a.txt"], force=True)
    else:
        atomic.write_folder(place, texts.items(), "tests", force=True)


def die_at(step: int, way: str, target: Path) -> None:
    """Write the new texts, but be killed before the call to the system of that number."""
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        calls += event.startswith(_CALLS)
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    write(way, target, NEW)
    os._exit(0)  # the rest is not of the writer


def endless(way: str, target: Path) -> None:
    """Write the old and the new until killed."""
    while True:
        for texts in (NEW, OLD):
            write(way, target, texts)
