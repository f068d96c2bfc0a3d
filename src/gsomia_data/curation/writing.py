"""Writing files so that nothing is half written: aside, to the disk, then in one step."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of ``files`` that differ from what is there; answer their paths.

    Each file is written beside its place and then moved over it. Raises ``OSError``.
    """
    changed = []
    for name, data in files.items():
        path = root / name
        if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).chmod(0o644)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
        changed.append(name)
    return changed
