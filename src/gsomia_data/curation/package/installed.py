"""An installed package compared with the RECORD that its installer wrote.

Installers never compare them again, so nothing else finds a file that was changed later.
"""

import base64
import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

_OURS = ("gsomia_data/", "frictionless_gsomia.py")


def altered(root: Path) -> Iterator[tuple[str, str]]:
    """Files of the installed package in ``root`` that have changed since, and how.

    Nothing if the folder is not an installed package; an editable installation is a checkout.
    """
    site = root.parent.parent
    if root.name != "_package":
        return
    for record in sorted(site.glob("gsomia_data-*.dist-info/RECORD")):
        for row in csv.reader(io.StringIO(record.read_text(encoding="utf-8"), newline="")):
            if len(row) > 1 and row[0].startswith(_OURS) and row[1].startswith("sha256="):
                why = _difference(site / row[0], row[1].removeprefix("sha256="))
                if why:
                    yield row[0], why


def _difference(path: Path, digest: str) -> str:
    if not path.is_file():
        return "the file is missing since installation"
    present = hashlib.sha256(path.read_bytes()).digest()
    same = base64.urlsafe_b64encode(present).decode().rstrip("=") == digest
    return "" if same else "the file was changed after installation"
