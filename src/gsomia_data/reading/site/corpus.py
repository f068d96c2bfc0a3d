"""The documents themselves, which belong to their publishers: only those that were quoted from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from gsomia_data._floor.nearest import RefusedError
from gsomia_data.reading.site.contents import Contents


def texts(contents: Contents, corpus: Path) -> Mapping[str, str]:
    """The text of each document, by key.

    Raises:
        RefusedError: A document is not in the folder, or not the one that was quoted from.
    """
    return {key: _text(corpus, key, one.row["sha256"]) for key, one in contents.sources.items()}


def _text(corpus: Path, key: str, sha256: str) -> str:
    path = corpus / f"{key}.txt"
    if not path.is_file():
        raise RefusedError(
            f"{path} is not there; give the folder of the documents, or build without"
        )
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise RefusedError(
            f"{path} is not the document that the package quotes: its SHA-256 is not that of "
            f"{key} in sources.csv"
        )
    return data.decode("utf-8")
