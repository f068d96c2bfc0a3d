"""Writing files so that nothing is half written: aside, to the disk, then in one step."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

_ASIDE = ".aside"


def write(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of ``files`` that differ from what is there; answer their paths.

    Each file is written beside its place and then moved over it. Raises ``OSError``.
    """
    changed = differing(root, files)
    for name in changed:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(f".{path.name}.*{_ASIDE}"):
            left.unlink(missing_ok=True)  # of a run that was killed
        _replace(path, files[name])
    return changed


def differing(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Those of ``files`` that are not there byte for byte, as files of their own."""

    def is_there(path: Path, data: bytes) -> bool:
        return path.is_file() and not path.is_symlink() and path.read_bytes() == data

    return [name for name, data in files.items() if not is_there(root / name, data)]


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_ASIDE, dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(0o644)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
