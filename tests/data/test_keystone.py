"""The keystone: no single cell can change unnoticed (DESIGN promise 3).

Sealed: the hashes stay as they are. Fresh: somebody made everything fresh with `fmt` and `build`.
A check of the whole package is dear, so one check judges a change in many rows at once where their
findings cannot be confused. By default a sample of cells is drawn; the slow tests change each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsomia_data._floor import location
from gsomia_data.curation import checks
from gsomia_data.curation.build import generated
from gsomia_data.curation.desk.fmt import formatted
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.derived import seal
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import Snapshot, read
from gsomia_data.curation.package.witness import Witness
from gsomia_data.curation.rules import RULES, Outcome, reread
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from kit.examples import examples
from kit.real import ROOT
from kit.unguarded import REPLACEABLE, WORDED

PERCENT = "polls gallup-korea-2016-11-oppose percent presstv-2016-11-23-9 59 percent 1"
JAPAN = "signatories gsomia-2016-jpn party presstv-2016-11-23-3 Japan 1"
HE = "reactions cnn-pinkston speaker cnn-2016-11-23-later-20 he 2"
AGAINST = "polls gallup-korea-2016-11-oppose answer presstv-2016-11-23-9 against 1"
PAST = "reactions dw-democratic-party-statement theme dw-2016-11-14-17 its past atrocities 1"
SLIP = "sources joongang-2014-12-26 title joongang-2014-12-26-1 enters in 1"
HOLD_AS_WELL = (
    (PERCENT, "words", "questioned, 59 percent"),
    (JAPAN, "quote_id", "dw-2016-11-14-17"),
    (HE, "nth", "1"),
    (JAPAN, "row_key", "gsomia-2012-jpn"),
    (HE, "column_name", "actor"),
    (AGAINST, "rule", "judged"),
    (PAST, "says", "legitimacy"),
    (SLIP, "relation", "rewords"),
)
"""Key of a row of evidence, a column, and a value with which the row holds as well."""
TWO_TESTS = "nuclear-tests-of-2016 2"
SIDES_HOLD_AS_WELL = (
    (TWO_TESTS, "row_key", "prk-nuclear-tests-2013"),
    (TWO_TESTS, "column_name", "measure"),
    ("length-of-preparation 4", "tension_id", "nuclear-tests-of-2016"),
)
"""Key of a side of a tension, a column, and a value with which the side holds as well."""
OF_THE_ROW = frozenset("F05 M01 K03 K04 E01 E05 E06".split())
"""Checks whose finding in a cell of a record rests on that cell, its row and its evidence alone."""

pytestmark = pytest.mark.corpus

REAL = read(ROOT, default_version=location.version())
SUPPORTING = [name for name in TABLES if name not in RECORD_TABLES]


class Place(NamedTuple):
    """A cell of the real package: table, key of its row, column."""

    table: str
    key: str
    column: str


def value_at(place: Place) -> str:
    """What the cell says."""
    spec = TABLES[place.table]
    for entry in REAL.entries(place.table):
        if spec.key_of(entry.cells) == place.key:
            return entry.cells[place.column]
    raise KeyError(place)


def places(*tables: str, empty: bool = False) -> list[Place]:
    """Every cell of the tables that is filled, or empty, and more than the curators' wording."""
    return [
        Place(name, TABLES[name].key_of(entry.cells), column)
        for name in tables
        for entry in REAL.entries(name)
        for column, cell in entry.cells.items()
        if bool(cell) != empty and (name, column) not in WORDED
    ]


def changed(changes: Mapping[Place, str]) -> Snapshot:
    """The real package with other values in some cells, and nothing else."""
    by_table: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for place, value in changes.items():
        by_table[place.table][place.key][place.column] = value
    files = {}
    for name, by_key in by_table.items():
        spec = TABLES[name]
        rows = [dict(entry.cells) for entry in REAL.entries(name)]
        for row in rows:
            row.update(by_key.pop(spec.key_of(row), {}))
        assert not by_key
        files[spec.path] = csvfile.encode(spec.header, (row.values() for row in rows))
    return REAL.changed(files)


def made_fresh(snapshot: Snapshot) -> Snapshot | None:
    """What `fmt` and `build` make of it, or nothing where `fmt` refuses."""
    files, refused = formatted(snapshot)
    if refused:
        return None
    tidy = snapshot.changed(files)
    return tidy.changed(generated.packaged(Package(tidy)))


def findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """All findings of a check."""
    return checks.run(Package(snapshot)).findings


def alternatives(place: Place) -> list[str]:
    """Other values that could stand there: of other rows, other codes, near misses, none."""
    column = TABLES[place.table].column(place.column)
    assert column is not None
    now = value_at(place)
    others = {entry.cells[place.column] for entry in REAL.entries(place.table)}
    others |= {str(code) for code in column.codes or ()}
    others |= {"", now + "x", now[1:], now.swapcase(), now + "0", "1" + now}
    others |= {"true", "false"} if column.kind.name == "boolean" else set()
    if now.isdecimal():
        others |= {str(int(now) + 1), str(abs(int(now) - 1))}
    if column.kind.name in ("edtf", "date"):
        others |= {"2016", "2016-11", "2016-11-22", "[..2016-11-23]", "2016-11-22/2016-11-23"}
    return sorted(others - {now})


def holds_as_well(place: Place, value: str) -> bool:
    """Whether the changed row of evidence is as good as it was: read again it gives its value.

    Its cell says the same, or is disputed or approximated; the column takes the reading.
    """
    if place.table == "tensions":
        return side_holds_as_well(place, value)
    before = {entry.line: entry.cells for entry in REAL.entries("evidence")}
    package = Package(changed({place: value}))
    (witness,) = (w for w in package.witnesses if w.entry.cells != before[w.entry.line])
    if not witness.gives_value:
        bare = (witness.entry.cells["rule"], witness.says) == ("", "")
        return bare and witness.span is not None and _is_filled(witness)
    words, context = package.words(witness), package.context(witness)
    reading = RULES.get(witness.entry.cells["rule"])
    if words is None or context is None or witness.record is None or reading is None:
        return False
    if context.column.grounding not in reading.groundings:
        return False
    if witness.supports and witness.record.cells[context.column.name] != witness.says:
        return False
    return reread(reading.name, words, witness.says, context) == Outcome((witness.says,))


def _is_filled(witness: Witness) -> bool:
    """Whether the row of evidence is about a filled cell that takes evidence."""
    column, record = witness.column, witness.record
    takes = column is not None and (
        column.grounding.needs_evidence or column.grounding is Grounding.OUTSIDE
    )
    return takes and record is not None and bool(record.cells[witness.cell[2]])


def side_holds_as_well(place: Place, value: str) -> bool:
    """Whether the changed side of a tension is as good as it was: it has evidence of its own.

    A side that moves to another tension is the next one there, and the last of three at least here.
    """
    sides = [entry.cells for entry in REAL.entries("tensions")]
    (side,) = [cells for cells in sides if TABLES["tensions"].key_of(cells) == place.key]
    if place.column == "tension_id":
        here = [cells for cells in sides if cells["tension_id"] == side["tension_id"]]
        there = [cells for cells in sides if cells["tension_id"] == value]
        return len(here) > 2 and (len(here), len(there) + 1) == (int(side["side"]),) * 2
    table, key, column = ({**side, place.column: value}[name] for name in _SIDE)
    supported = {witness.cell for witness in Package(REAL).witnesses if witness.supports}
    rows = {cell[:2] for cell in supported}
    return (table, key, column) in supported if column else (table, key) in rows


_SIDE = ("table_name", "row_key", "column_name")


def assert_noticed(place: Place, value: str) -> None:
    """The change is found at the cell, or by what rests on it; a derived cell is put right."""
    if (place.table, place.column) in REPLACEABLE and holds_as_well(place, value):
        return
    fresh = made_fresh(changed({place: value}))
    if fresh is None:
        return
    if fresh.files == REAL.files:
        column = TABLES[place.table].column(place.column)
        assert column is not None
        assert column.grounding is Grounding.DERIVED
        return
    found = findings(fresh)
    assert found, f"{place} changed to {value!r} unnoticed"
    if place.table in RECORD_TABLES and place.column not in TABLES[place.table].key:
        path = TABLES[place.table].path
        where = [
            finding for finding in found if (finding.path, finding.column) == (path, place.column)
        ]
        assert where, f"{place} changed to {value!r}: found elsewhere only: {found[0].text()}"
        lines = fresh.sheets[place.table].entries
        spec = TABLES[place.table]
        assert where[0].line in {e.line for e in lines if spec.key_of(e.cells) == place.key}


def assert_each_noticed(changes: Mapping[Place, str]) -> None:
    """Each change of cells of records is found at its cell; one row has one change at most.

    One check judges all of them. What it does not find by the row alone is tried by itself.
    """
    assert len({place[:2] for place in changes}) == len(changes)
    fresh = made_fresh(changed(changes))
    found = set() if fresh is None else {*_cells_found(fresh), *_put_right(fresh, changes)}
    for place, value in changes.items():
        if place not in found:
            assert_noticed(place, value)


def assert_each_key_noticed(changes: Mapping[Place, str]) -> None:
    """Each change of the key of a record is found in the evidence that has the old key.

    One check judges all of them. What it does not find there is tried by itself.
    """
    fresh = made_fresh(changed(changes))
    found = set() if fresh is None else set(_keys_missed(fresh))
    for place, value in changes.items():
        if place[:2] not in found:
            assert_noticed(place, value)


def _keys_missed(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Table and key of the rows that evidence is about, and that are not there (``K04``)."""
    evidence = {entry.line: entry.cells for entry in snapshot.entries("evidence")}
    for finding in findings(snapshot):
        if (finding.code, finding.column) == ("K04", "row_key"):
            cells = evidence[finding.line]
            yield cells["table_name"], cells["row_key"]


def _put_right(snapshot: Snapshot, changes: Iterable[Place]) -> Iterator[Place]:
    """Those of the derived cells that say again what they said."""
    cells = {
        (name, TABLES[name].key_of(entry.cells)): entry.cells
        for name in RECORD_TABLES
        for entry in snapshot.entries(name)
    }
    for place in changes:
        column = TABLES[place.table].column(place.column)
        derived = column is not None and column.grounding is Grounding.DERIVED
        if derived and cells[place[:2]][place.column] == value_at(place):
            yield place


def _cells_found(snapshot: Snapshot) -> Iterator[Place]:
    """The cells of records in which checks ``OF_THE_ROW`` find something."""
    keys = {
        (TABLES[name].path, entry.line): (name, TABLES[name].key_of(entry.cells))
        for name in RECORD_TABLES
        for entry in snapshot.entries(name)
    }
    for finding in findings(snapshot):
        if finding.code in OF_THE_ROW and (finding.path, finding.line) in keys:
            yield Place(*keys[finding.path, finding.line], finding.column)


def by_row(cells: Iterable[Place]) -> list[list[Place]]:
    """The cells of each row that are no keys."""
    rows: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in cells:
        if place.column not in TABLES[place.table].key:
            rows[place[:2]].append(place)
    return list(rows.values())


def keys_of(cells: Iterable[Place]) -> list[Place]:
    """Those of the cells that are keys."""
    return [place for place in cells if place.column in TABLES[place.table].key]


def assert_unnoticed(changes: Mapping[Place, str]) -> None:
    """Made fresh, each change is still there and nothing is found."""
    fresh = made_fresh(changed(changes))
    assert fresh is not None
    for place, value in changes.items():
        written = [entry.cells[place.column] for entry in fresh.entries(place.table)]
        assert written != [entry.cells[place.column] for entry in REAL.entries(place.table)], place
        assert value in written, place
    assert findings(fresh) == ()


WORDING = {
    Place(name, TABLES[name].key_of(REAL.entries(name)[0].cells), column): (
        "other subject" if column == "reason" else "another-wording"
    )
    for name, column in sorted(WORDED)
}
"""Another wording in the first row, for each column that the hash of its file alone guards."""
AS_WELL = [{Place("evidence", row, column): value} for row, column, value in HOLD_AS_WELL] + [
    {Place("tensions", row, column): value} for row, column, value in SIDES_HOLD_AS_WELL
]


@examples(100)
@given(name=st.text(max_size=8))
def test_no_spreadsheet_reads_a_seal_as_a_number_or_a_day(name: str) -> None:
    """Letters alone: neither `1e100000` nor `dec12016` can come out."""
    spec = TABLES["actors"]
    assert re.fullmatch("[a-p]{8}", seal(spec, dict.fromkeys(spec.header, name)))


class TestSealed:
    """With the hashes kept, any changed cell is found and its file named."""

    @settings(examples(12), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_any_cell_of_any_table(self, data: st.DataObject) -> None:
        """Every cell of every table, curatorial ones included; here one of each table at once."""
        changes = {}
        for name, spec in TABLES.items():
            entry = data.draw(st.sampled_from(REAL.entries(name)))
            column = data.draw(st.sampled_from(spec.header))
            values = {"", "x", entry.cells[column] + "."} - {entry.cells[column]}
            place = Place(name, spec.key_of(entry.cells), column)
            changes[place] = data.draw(st.sampled_from(sorted(values)))
        assert {spec.path for spec in TABLES.values()} <= {
            finding.path for finding in findings(changed(changes)) if finding.code == "P01"
        }


class TestFresh:
    """With everything made fresh, a changed cell is found, or if derived put right."""

    @pytest.mark.parametrize("empty", [False, True], ids=["filled", "empty"])
    @settings(examples(4), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_a_cell_of_each_row_of_the_record_tables(
        self, data: st.DataObject, *, empty: bool
    ) -> None:
        """Found at file, line and column; so is an empty cell that is filled without words."""
        changes = {}
        for group in by_row(places(*RECORD_TABLES, empty=empty)):
            place = data.draw(st.sampled_from(group))
            values = [value for value in alternatives(place) if value or not empty]
            changes[place] = data.draw(st.sampled_from(values))
        assert_each_noticed(changes)

    def test_the_key_of_each_row_of_the_record_tables(self) -> None:
        """The evidence still has the old one."""
        assert_each_key_noticed(
            {place: f"{place.key}-x" for place in keys_of(places(*RECORD_TABLES))}
        )

    @settings(examples(12), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_a_cell_of_the_supporting_tables(self, data: st.DataObject) -> None:
        """Actors, aliases, sources, quotes, evidence and omissions."""
        place = data.draw(st.sampled_from(places(data.draw(st.sampled_from(SUPPORTING)))))
        assert_noticed(place, data.draw(st.sampled_from(alternatives(place))))

    @pytest.mark.slow
    @pytest.mark.parametrize("which", [0, 1, 2], ids=["the last", "the middle", "the first"])
    def test_every_cell_of_the_record_tables(self, which: int) -> None:
        """Each filled cell, with three other values; each empty cell, filled with three."""
        cells = [*places(*RECORD_TABLES), *places(*RECORD_TABLES, empty=True)]
        for group in zip_longest(*by_row(cells)):
            listed = [place for place in group if place is not None]
            assert_each_noticed({place: _three(place)[which] for place in listed})
        assert_each_key_noticed({place: _three(place)[which] for place in keys_of(cells)})

    @pytest.mark.slow
    @pytest.mark.parametrize("table", SUPPORTING)
    def test_many_cells_of_the_supporting_tables(self, table: str) -> None:
        """Sixty cells of each, far apart."""
        cells = places(table)
        for place in cells[:: len(cells) // 60 + 1]:
            assert_noticed(place, _three(place)[1])

    def test_what_the_hash_alone_guards(self) -> None:
        """A test that pins the blind spot: another wording passes once made fresh."""
        assert_unnoticed(WORDING)

    @pytest.mark.slow
    @pytest.mark.parametrize("place", WORDING, ids=lambda place: f"{place.table}.{place.column}")
    def test_each_that_the_hash_alone_guards(self, place: Place) -> None:
        """Each by itself."""
        assert_unnoticed({place: WORDING[place]})

    def test_evidence_that_holds_as_well(self) -> None:
        """The same blind spot where a row of evidence, or a side, is changed into another."""
        together = {place: value for change in AS_WELL for place, value in change.items()}
        (again,) = [place for place in together if place[1:] == (JAPAN, "row_key")]
        (side,) = [place for place in together if place[1:] == (TWO_TESTS, "row_key")]
        assert_unnoticed({again: together.pop(again), side: together.pop(side)})
        assert_unnoticed(together)

    @pytest.mark.slow
    @pytest.mark.parametrize("change", AS_WELL, ids=lambda change: next(iter(change)).column)
    def test_each_row_of_evidence_that_holds_as_well(self, change: dict[Place, str]) -> None:
        """Each by itself."""
        assert_unnoticed(change)

    def test_the_list_is_complete(self) -> None:
        """What curators word where no seal is, and a reason; a row for each column of evidence."""
        curatorial = {
            (name, column.name)
            for name, spec in TABLES.items()
            if not spec.sealed
            for column in spec.columns
            if column.grounding is Grounding.CURATORIAL
        }
        assert curatorial | {("omissions", "reason")} == WORDED
        shown = {(place.table, place.column) for change in AS_WELL for place in change}
        assert shown == REPLACEABLE

    def test_the_page_lists_them(self) -> None:
        """docs/decisions.md, number 2, has each by its name."""
        page = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
        (listed,) = re.findall(r"^2\. .*?(?=^3\. )", page, re.DOTALL | re.MULTILINE)
        named = set(re.findall(r"`(\w+)\.(\w+)`", re.sub(r"~~.*?~~", "", listed, flags=re.DOTALL)))
        assert named == WORDED | REPLACEABLE


def _three(place: Place) -> list[str]:
    """Three values, spread over all that could be there."""
    values = alternatives(place)
    return [values[-1], values[len(values) // 2], values[0] or values[min(1, len(values) - 1)]]


class TestDocuments:
    """A damaged document is found even after `fmt` and `build`."""

    @settings(examples(8), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_one_character(self, data: st.DataObject) -> None:
        """Deleted, doubled or replaced, anywhere in any document."""
        assert_damage_found(data)

    @pytest.mark.slow
    @settings(examples(150), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_one_of_many_characters(self, data: st.DataObject) -> None:
        """The same at length."""
        assert_damage_found(data)


def assert_damage_found(data: st.DataObject) -> None:
    """Change one character of a document."""
    name = data.draw(st.sampled_from(sorted(REAL.texts)))
    text = REAL.texts[name]
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(sorted({"", "x", " ", text[at] * 2, "\n"} - {text[at]})))
    damaged = text[:at] + put + text[at + 1 :]
    fresh = made_fresh(REAL.changed({f"corpus/{name}.txt": damaged.encode()}))
    assert fresh is None or findings(fresh)
