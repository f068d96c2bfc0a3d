"""A zip of the package itself: descriptor, tables and schemas, byte for byte."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from gsomia_data._floor import location
from gsomia_data._floor.damaged import DamagedError
from gsomia_data.reading.export.contents import Package


def files(package: Package) -> Iterator[tuple[str, bytes]]:
    """The one file. Stored, not deflated: so its bytes depend on no library."""
    paths = {table.resource[part] for table in package.tables for part in ("path", "schema")}
    names = [location.DESCRIPTOR, *sorted(paths)]
    try:
        members = [(name, (package.root / name).read_bytes()) for name in names]
    except OSError as error:
        raise DamagedError(error) from error
    yield "", packed(members, zipfile.ZIP_STORED)


def packed(members: Iterable[tuple[str, bytes]], compression: int) -> bytes:
    """A zip with fixed order, times, rights and system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            member = zipfile.ZipInfo(name)  # of 1980-01-01, where the calendar of zips begins
            member.create_system = 3  # Unix, also when made elsewhere
            member.external_attr = 0o100644 << 16
            member.compress_type = compression
            archive.writestr(member, data)
    return buffer.getvalue()
