"""Zip: one archive of the package itself, with descriptor, tables and schemas byte for byte."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from gsomia_data._floor import location
from gsomia_data._floor.damaged import DamagedError
from gsomia_data.reading.export.contents import Contents


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """The one file of the export. It is not compressed, so its bytes do not depend on a library."""
    data = {table.resource["path"]: table.data for table in contents.tables}
    try:
        for name in (location.DESCRIPTOR, *(table.resource["schema"] for table in contents.tables)):
            data[name] = (contents.root / name).read_bytes()
    except OSError as error:
        raise DamagedError(error) from error
    names = [location.DESCRIPTOR, *sorted(data.keys() - {location.DESCRIPTOR})]
    yield "", packed([(name, data[name]) for name in names], zipfile.ZIP_STORED)


def packed(members: Iterable[tuple[str, bytes]], compression: int) -> bytes:
    """A zip archive with fixed order, times, permissions and system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            member = zipfile.ZipInfo(name)  # dated 1980-01-01, the first day that zip can express
            member.create_system = 3  # Unix, on every system
            member.external_attr = 0o100644 << 16
            member.compress_type = compression
            archive.writestr(member, data)
    return buffer.getvalue()
