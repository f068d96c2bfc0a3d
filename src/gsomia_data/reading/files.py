"""The files of a package: what its descriptor and its schemas declare. Does not import pandas."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from gsomia_data._floor import location
from gsomia_data._floor.nearest import demand
from gsomia_data.reading import shape


@dataclass(frozen=True)  # without slots: a cached property needs a place
class Files:
    """The files of a package, with its descriptor and its schemas, each of which is read once.

    A file that cannot be read is tried again the next time.

    Attributes:
        root: The folder that holds ``datapackage.json``.
    """

    root: Path
    _schemas: dict[str, dict[str, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The published ``datapackage.json``."""
        return shape.descriptor(self._json(location.DESCRIPTOR))

    @property
    def resources(self) -> Mapping[str, dict[str, Any]]:
        """The entry of each table in the descriptor, in the order there."""
        return {one["name"]: one for one in self.descriptor["resources"]}

    def resource(self, table: str) -> dict[str, Any]:
        """The entry of a table in the descriptor.

        Raises:
            NotThereError: Unknown table.
        """
        demand("table", table, self.resources)
        return self.resources[table]

    def schema(self, table: str) -> dict[str, Any]:
        """The published Table Schema of a table.

        Raises:
            NotThereError: Unknown table.
        """
        path = self.resource(table)["schema"]
        if table not in self._schemas:
            self._schemas[table] = shape.schema(self._json(path), table, path)
        return self._schemas[table]

    def fields(self, table: str) -> dict[str, dict[str, Any]]:
        """The fields of the Table Schema of a table, by column."""
        return {field["name"]: field for field in self.schema(table)["fields"]}

    def references(self, table: str) -> dict[str, str]:
        """The table whose key each column of a table holds, by column."""
        foreign = self.schema(table).get("foreignKeys", [])
        return {
            name: one["reference"]["resource"] or table for one in foreign for name in one["fields"]
        }

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The columns of the primary key, by table, in the order of the descriptor."""
        return {table: tuple(self.schema(table)["primaryKey"]) for table in self.resources}

    def data(self, table: str) -> Path:
        """The CSV file of a table.

        Raises:
            NotThereError: Unknown table.
        """
        return location.file(self.root, self.resource(table)["path"])

    def demand_apart(self, target: Path) -> None:
        """Refuse a ``target`` among the files of the package itself.

        Raises:
            FileExistsError: ``target`` is one of them, or in one of their folders.
        """
        root = self.root.resolve()
        parts = [one[part] for one in self.resources.values() for part in ("path", "schema")]
        paths = [root / part for part in (*parts, location.DESCRIPTOR)]
        own = {*paths, *(path.parent for path in paths)} - {root}
        place = target.parent.resolve() / target.name
        if own & {place, *place.parents}:
            raise FileExistsError(f"{target} is inside the package itself; name another target")

    def _json(self, path: str) -> Any:  # noqa: ANN401 - JSON has any type
        return json.loads(location.file(self.root, path).read_text(encoding="utf-8"))
