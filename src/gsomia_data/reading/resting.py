"""What a cell rests on if no words are about it: the cells that it comes from, or a reason."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import Texts, row_keys

Row = Mapping[str, str]
"""The cells of a row by column; an empty one is an empty text."""


class Cell(NamedTuple):
    """A cell: its table, the key of its row, its column."""

    table: str
    key: str
    column: str


class Resting:
    """What the cells of a package rest on, for one call."""

    def __init__(self, files: Files, text: Texts) -> None:
        self._files = files
        self._text = text
        self._by = cache(self._index)

    def rows(self, table: str) -> list[tuple[str, Row]]:
        """The key and the cells of each row of a table."""
        frame = self._text(table)
        cells = frame.fillna("").to_dict("records")
        return list(zip(row_keys(self._files, table, frame), cast(list[Row], cells), strict=True))

    def originals(self, row: Row, field: Mapping[str, Any]) -> list[Cell]:
        """The cells of which a cell of ``row`` is a copy; there is one if the package is whole."""
        copied = field.get("gsomia:copied_from")
        if copied is None:
            return []
        table = copied["table"]
        return [Cell(table, key, copied["column"]) for key in self._keys_of_originals(row, copied)]

    def inputs(self, table: str, key: str, row: Row, field: Mapping[str, Any]) -> list[Cell]:
        """The filled cells from which a derived cell comes; none if it comes from a document.

        What decides which cell is copied counts as well: a date of signing rests on the cell that
        says that its event is a signing.
        """
        if copied := field.get("gsomia:copied_from"):
            origin = copied["table"]
            columns = {copied["column"], copied["reference"], *copied["where"]}
            keys = self._keys_of_originals(row, copied)
            return [Cell(origin, one, column) for one in keys for column in columns]
        computed = field.get("gsomia:computed_from", {})
        columns = computed.get("columns", [])
        if origin := computed.get("table"):
            found = self._by(origin, computed["reference"])[row[computed["through"]]]
        else:
            origin, found = table, [(key, row)]
        return [Cell(origin, one, name) for one, cells in found for name in columns if cells[name]]

    def why(self, table: str, row: Row, field: Mapping[str, Any]) -> str:
        """Why a cell has no evidence, in one line; it names a cell as ``evidence`` takes it."""
        if not row[field["name"]]:
            return "empty: no source gives it"
        if field["gsomia:grounding"] == "derived":
            return self._from_what(row, field)
        if field["gsomia:grounding"] == "outside":
            return "no evidence: known from outside the document"
        wanted = field["gsomia:rests_on"].partition("; no evidence")[0]
        if not field.get("gsomia:needs_evidence"):
            return f"no evidence: {wanted}"
        document = self._files.schema(table).get("gsomia:listed_without")
        if document and not row[document]:
            return "no evidence: a listed name, which holds in every document"
        return f"no evidence yet; wanted: {wanted}"

    def _from_what(self, row: Row, field: Mapping[str, Any]) -> str:
        if "gsomia:copied_from" in field:
            copied = [" ".join(one) for one in self.originals(row, field)]
            return f"copied from {', '.join(copied) or 'a row that is not there'}"
        computed = field["gsomia:computed_from"]
        place = f" in {computed['table']}" if "table" in computed else ""
        return f"computed from {computed.get('says') or ', '.join(computed['columns'])}{place}"

    def _keys_of_originals(self, row: Row, copied: Mapping[str, Any]) -> list[str]:
        found = self._by(copied["table"], copied["reference"])[row[copied["through"]]]
        where = copied["where"].items()
        return [key for key, cells in found if all(cells[name] == code for name, code in where)]

    def _index(self, table: str, column: str) -> Mapping[str, list[tuple[str, Row]]]:
        """The rows of a table by the value of a column."""
        index = defaultdict[str, list[tuple[str, Row]]](list)
        for key, cells in self.rows(table):
            index[cells[column]].append((key, cells))
        return index
