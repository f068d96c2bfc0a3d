"""The keystone: no single cell can change unnoticed (DESIGN promise 3).

Sealed: the hashes stay as they are. Fresh: somebody made everything fresh with `fmt` and `build`.
By default a sample of cells is drawn; with GSOMIA_EVERY_CELL=1 every filled cell is changed.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsomia_data._floor import location
from gsomia_data.curation import checks
from gsomia_data.curation.desk.fmt import formatted
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import csvfile, descriptor
from gsomia_data.curation.package.derived import seal
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import Snapshot, read
from gsomia_data.curation.rules import RULES, Outcome, reread
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from kit.real import ROOT
from kit.unguarded import REPLACEABLE, WORDED

PERCENT = "polls gallup-korea-2016-11-oppose percent presstv-2016-11-23-9 59 percent 1"
JAPAN = "signatories gsomia-2016-jpn party presstv-2016-11-23-3 Japan 1"
HE = "reactions cnn-pinkston speaker cnn-2016-11-23-later-20 he 2"
AGAINST = "polls gallup-korea-2016-11-oppose answer presstv-2016-11-23-9 against 1"
PAST = "reactions dw-democratic-party-statement theme dw-2016-11-14-17 its past atrocities 1"
HOLD_AS_WELL = (
    (PERCENT, "words", "questioned, 59 percent"),
    (JAPAN, "quote_id", "dw-2016-11-14-17"),
    (HE, "nth", "1"),
    (JAPAN, "row_key", "gsomia-2012-jpn"),
    (HE, "column_name", "actor"),
    (AGAINST, "rule", "judged"),
    (PAST, "says", "legitimacy"),
)
"""Key of a row of evidence, a column, and a value with which the row holds as well."""
EVERY_CELL = os.environ.get("GSOMIA_EVERY_CELL") == "1"

pytestmark = pytest.mark.corpus

REAL = read(ROOT, default_version=location.version())


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


def places(*tables: str) -> list[Place]:
    """Every filled cell of the tables that is more than the curators' wording."""
    return [
        Place(name, TABLES[name].key_of(entry.cells), column)
        for name in tables
        for entry in REAL.entries(name)
        for column, cell in entry.cells.items()
        if cell and (name, column) not in WORDED
    ]


def with_files(files: Mapping[str, bytes], base: Snapshot = REAL) -> Snapshot:
    """A snapshot with other bytes in some files."""
    merged = {**base.files, **files}
    sheets = {spec.name: csvfile.decode(merged[spec.path], spec.header) for spec in TABLES.values()}
    return replace(REAL, files=MappingProxyType(merged), sheets=MappingProxyType(sheets))


def changed(place: Place, value: str) -> Snapshot:
    """The real package with one cell changed, and nothing else."""
    spec = TABLES[place.table]
    rows = [dict(entry.cells) for entry in REAL.entries(place.table)]
    for row in rows:
        if spec.key_of(row) == place.key:
            row[place.column] = value
            break
    return with_files({spec.path: csvfile.encode(spec.header, (row.values() for row in rows))})


def made_fresh(snapshot: Snapshot) -> Snapshot | None:
    """What `fmt` and `build` make of it, or nothing where `fmt` refuses."""
    files, refused = formatted(snapshot)
    if refused:
        return None
    sources = Package(with_files(files, snapshot)).tables["sources"]
    made = descriptor.schemas_and_descriptor({**snapshot.files, **files}, sources, snapshot.version)
    return with_files({**files, **made}, snapshot)


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
    before = {entry.line: entry.cells for entry in REAL.entries("evidence")}
    package = Package(changed(place, value))
    (witness,) = (w for w in package.witnesses if w.entry.cells != before[w.entry.line])
    words, context = package.words(witness), package.context(witness)
    reading = RULES.get(witness.entry.cells["rule"])
    if words is None or context is None or witness.record is None or reading is None:
        return False
    if context.column.grounding not in reading.groundings:
        return False
    if witness.supports and witness.record.cells[context.column.name] != witness.says:
        return False
    return reread(reading.name, words, witness.says, context) == Outcome((witness.says,))


def assert_noticed(place: Place, value: str) -> None:
    """The change is found at the cell, or by what rests on it; a derived cell is put right."""
    if (place.table, place.column) in REPLACEABLE and holds_as_well(place, value):
        return
    fresh = made_fresh(changed(place, value))
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


def assert_unnoticed(place: Place, value: str) -> None:
    """Made fresh, the change stands and nothing is found."""
    fresh = made_fresh(changed(place, value))
    assert fresh is not None
    assert fresh.files != REAL.files
    assert findings(fresh) == ()


@given(name=st.text(max_size=8))
def test_no_spreadsheet_reads_a_seal_as_a_number_or_a_day(name: str) -> None:
    """Letters alone: neither `1e100000` nor `dec12016` can come out."""
    spec = TABLES["actors"]
    assert re.fullmatch("[a-p]{8}", seal(spec, dict.fromkeys(spec.header, name)))


class TestSealed:
    """With the hashes kept, any changed cell is found and its file named."""

    @settings(max_examples=30, deadline=None)
    @given(data=st.data())
    def test_any_cell_of_any_table(self, data: st.DataObject) -> None:
        """Every cell of every table, curatorial ones included."""
        name = data.draw(st.sampled_from(list(TABLES)))
        entry = data.draw(st.sampled_from(REAL.entries(name)))
        column = data.draw(st.sampled_from(TABLES[name].header))
        place = Place(name, TABLES[name].key_of(entry.cells), column)
        value = data.draw(st.sampled_from(["", "x", entry.cells[column] + "."]))
        if value != entry.cells[column]:
            found = findings(changed(place, value))
            assert TABLES[name].path in {finding.path for finding in found}


class TestFresh:
    """With everything made fresh, a changed cell is found, or if derived put right."""

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_a_cell_of_the_record_tables(self, data: st.DataObject) -> None:
        """Found at file, line and column."""
        place = data.draw(st.sampled_from(places(*RECORD_TABLES)))
        assert_noticed(place, data.draw(st.sampled_from(alternatives(place))))

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_a_cell_of_the_supporting_tables(self, data: st.DataObject) -> None:
        """Actors, aliases, sources, quotes, evidence and omissions."""
        tables = [name for name in TABLES if name not in RECORD_TABLES]
        place = data.draw(st.sampled_from(places(data.draw(st.sampled_from(tables)))))
        assert_noticed(place, data.draw(st.sampled_from(alternatives(place))))

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_an_empty_cell_that_is_filled(self, data: st.DataObject) -> None:
        """What no words say cannot be filled in unnoticed."""
        name = data.draw(st.sampled_from(RECORD_TABLES))
        spec = TABLES[name]
        empty = [
            Place(name, spec.key_of(entry.cells), column)
            for entry in REAL.entries(name)
            for column, cell in entry.cells.items()
            if not cell and (name, column) not in WORDED
        ]
        place = data.draw(st.sampled_from(empty))
        values = [value for value in alternatives(place) if value]
        assert_noticed(place, data.draw(st.sampled_from(values)))

    @pytest.mark.parametrize("column", sorted(WORDED))
    def test_what_the_hash_alone_guards(self, column: tuple[str, str]) -> None:
        """A test that pins the blind spot: another wording passes once made fresh."""
        name, field = column
        spec = TABLES[name]
        place = Place(name, spec.key_of(REAL.entries(name)[0].cells), field)
        assert_unnoticed(place, "other subject" if field == "reason" else "another-wording")

    @pytest.mark.parametrize(("row", "column", "value"), HOLD_AS_WELL)
    def test_evidence_that_holds_as_well(self, row: str, column: str, value: str) -> None:
        """The same blind spot where a row of evidence is changed into another that holds."""
        assert_unnoticed(Place("evidence", row, column), value)

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
        assert {column for _, column, _ in HOLD_AS_WELL} == {column for _, column in REPLACEABLE}

    def test_the_page_lists_them(self) -> None:
        """docs/decisions.md, number 2, has each by its name."""
        page = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
        (listed,) = re.findall(r"^2\. .*?(?=^3\. )", page, re.DOTALL | re.MULTILINE)
        named = set(re.findall(r"`(\w+)\.(\w+)`", re.sub(r"~~.*?~~", "", listed, flags=re.DOTALL)))
        assert named == WORDED | REPLACEABLE

    @pytest.mark.parametrize("table", RECORD_TABLES)
    def test_every_cell_of_the_record_tables(self, table: str) -> None:
        """Each filled cell, with two other values each; by default every fortieth cell."""
        for place in places(table)[:: 1 if EVERY_CELL else 40]:
            for value in _two(place):
                assert_noticed(place, value)


def _two(place: Place) -> Iterator[str]:
    values = alternatives(place)
    yield values[-1]
    if len(values) > 1:
        yield values[len(values) // 2]


class TestDocuments:
    """A damaged document is found even after `fmt` and `build`."""

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_one_character(self, data: st.DataObject) -> None:
        """Deleted, doubled or replaced, anywhere in any document."""
        name = data.draw(st.sampled_from(sorted(REAL.texts)))
        text = REAL.texts[name]
        at = data.draw(st.integers(0, len(text) - 1))
        put = data.draw(st.sampled_from(["", "x", " ", text[at] * 2, "\n"]))
        damaged = text[:at] + put + text[at + 1 :]
        if damaged == text:
            return
        path = f"corpus/{name}.txt"
        fresh = made_fresh(with_files({path: damaged.encode()}))
        assert fresh is None or findings(fresh)
