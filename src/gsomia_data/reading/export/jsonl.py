"""JSON Lines: a folder with one file per table, one object per row."""

import json
from collections.abc import Iterator

from gsomia_data.reading.export.contents import Contents


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    for table in contents.all_tables:
        names = [field["name"] for field in table.fields]
        lines = [
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, allow_nan=False)
            for row in table.rows()
        ]
        yield f"{table.name}.jsonl", "".join(f"{line}\n" for line in lines).encode()
