"""What `propose` finds for the cells of a record: what check accepts, and why where nothing is."""

from collections.abc import Iterator, Mapping

import pytest

from gsomia_data.curation.checks import run
from gsomia_data.curation.desk.proposing import (
    ANYWHERE,
    Proposed,
    UnknownError,
    Where,
    appended,
    is_finished,
    propose,
)
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.files import VERSION, Files, checked, package
from kit.real import ROOT
from kit.tiny import EVENING, MORNING

EVIDENCE = TABLES["evidence"]
ROWS = [
    f"{table} {key}"
    for table, listed in tiny.ROWS.items()
    for key in listed
    if any(said.cell.startswith(f"{table} {key} ") for said in tiny.EVIDENCE)
]


def without(files: Files, table: str, key: str) -> Package:
    """The package without the evidence of a row."""
    left = [
        [row.cells[name] for name in EVIDENCE.header]
        for row in package(files).rows("evidence")
        if (row.cells["table_name"], row.cells["row_key"]) != (table, key)
    ]
    files[EVIDENCE.path] = csvfile.encode(EVIDENCE.header, left)
    return package(files)


def proposed(files: Files, row: str, *sources: str) -> Proposed:
    """What is proposed for a row whose evidence was taken away."""
    table, key = row.split(" ")
    (one,) = propose(without(files, table, key), table, key, Where(sources))
    return one


def found(one: Proposed) -> Iterator[tuple[str, str, str, str]]:
    """Column, quote, words and rule of each line."""
    for cells in one.lines:
        yield cells["column_name"], cells["quote_id"], cells["words"], cells["rule"]


@pytest.mark.parametrize("row", ROWS)
def test_check_accepts_what_is_proposed(files: Files, row: str) -> None:
    """No check finds a fault in a line that waits for nothing, once it is in its table."""
    table, key = row.split(" ")
    left = without(files, table, key)
    (one,) = propose(left, table, key)
    finished = [cells for cells in one.lines if is_finished(cells)]
    files.update(appended(left, finished))
    lines = {
        entry.line
        for entry in package(files).rows("evidence")
        if (entry.cells["table_name"], entry.cells["row_key"]) == (table, key)
    }
    faulty = [
        finding
        for finding in checked(files).findings
        if finding.path == EVIDENCE.path and finding.line in lines
    ]
    assert not faulty


@pytest.mark.parametrize("row", ROWS)
def test_each_cell_has_a_line_or_a_reason(files: Files, row: str) -> None:
    """What is filled and needs evidence is in a line, or it is said why not."""
    table, key = row.split(" ")
    one = proposed(files, row)
    spec = TABLES[table]
    wanted = {
        column.name
        for column in spec.columns
        if column.grounding.needs_evidence and tiny.ROWS[table][key].get(column.name)
    }
    finished = {cells["column_name"] for cells in one.lines if is_finished(cells)}
    assert wanted <= finished | {cell.column for cell in one.open} | {
        cells["column_name"] for cells in one.lines if cells["note"]
    }


def test_a_poll(files: Files) -> None:
    """Names, numbers and bounds come from the quotes that have them."""
    lines = set(found(proposed(files, "polls hana-oppose", MORNING, EVENING)))
    assert {
        ("agreement_id", f"{MORNING}-7", "HWA", "alias"),
        ("pollster", f"{MORNING}-7", "Hana Research", "alias"),
        ("answer", f"{MORNING}-7", "against", "cue"),
        ("percent", f"{MORNING}-7", "47 percent", "number"),
        ("respondents", f"{MORNING}-7", "1,000", "number"),
    } <= lines


def test_a_bound_approximates(files: Files) -> None:
    """Words that only bound the number are proposed as such."""
    lines = proposed(files, "polls hana-oppose", EVENING).lines
    assert [
        (cells["words"], cells["says"], cells["relation"])
        for cells in lines
        if cells["column_name"] == "percent"
    ] == [("Almost half", "50", "approximates")]


def test_an_uncertain_date(files: Files) -> None:
    """The rule that reads the words is named, with the "from" before a stretch."""
    assert ("date", f"{MORNING}-9", "next week", "from-publication") in found(
        proposed(files, "dates harbour-in-force")
    )
    assert ("as_of", f"{MORNING}-8", "from 2014 to 2016", "interval") in found(
        proposed(files, "quantities harbour-rounds")
    )


def test_a_pronoun_with_its_antecedent(files: Files) -> None:
    """Whom only a pronoun names at home is named before; both lines are proposed."""
    lines = set(found(proposed(files, "reactions han-promise")))
    assert ("speaker", f"{MORNING}-5", "Han Bora", "alias") in lines
    assert ("speaker", f"{MORNING}-6", "she", "pronoun") in lines


def test_every_part_of_a_wording(files: Files) -> None:
    """A wording that the document breaks has a line for each part."""
    lines = found(proposed(files, "reactions han-promise"))
    assert [words for column, _, words, _ in lines if column == "wording"] == [
        "This accord is a promise",
        "and it keeps our ports safe",
    ]


def test_a_judgement_waits_for_a_person(files: Files) -> None:
    """Its words and its reason are to be filled in, and check does not take it before."""
    table, key = "claims", "harbour-helps"
    left = without(files, table, key)
    (one,) = propose(left, table, key)
    (line,) = [cells for cells in one.lines if cells["column_name"] == "aspect"]
    assert (line["words"], line["rule"], line["note"]) == ("WORDS", "judged", "REASON")
    assert (line["quote_id"], line["says"]) == (f"{EVENING}-3", "consequence")
    files.update(appended(left, [{**line, "words": "helps"}]))
    assert ("E03", "note") in {(one.code, one.column) for one in checked(files).findings}


@pytest.mark.parametrize(
    ("row", "source", "column", "why"),
    [
        ("claims harbour-helps", MORNING, "clause", "no quote has the words"),
        ("dates harbour-signed", EVENING, "agreement_id", ""),
        ("reactions dockers-rally", EVENING, "actor", "no quote of the row names"),
        ("polls hana-oppose", MORNING, "proposal", "no quote of the row holds a cue of 'conclude'"),
        (
            "reactions han-promise",
            MORNING,
            "agreement_id",
            f"is in {MORNING}-4; if it is about this row: --quote {MORNING}-4",
        ),
    ],
)
def test_why_nothing_was_found(files: Files, row: str, source: str, column: str, why: str) -> None:
    """A cell without a line names what was looked for, or what the rule refuses."""
    one = proposed(files, row, source)
    open_: Mapping[str, str] = {cell.column: cell.why for cell in one.open}
    if why:
        assert why in open_[column]
    else:
        assert column not in open_


def test_a_row_with_evidence_needs_nothing(files: Files) -> None:
    """Only cells without evidence are proposed, and without a key only their rows are listed."""
    whole = package(files)
    assert list(propose(whole, "polls")) == []
    (one,) = propose(whole, "polls", "hana-oppose")
    assert (one.lines, one.open) == ((), ())


def test_the_cells_of_a_source(files: Files) -> None:
    """What a document says of itself is proposed; what it does not say needs no reason."""
    one = proposed(files, f"sources {MORNING}")
    assert set(found(one)) >= {
        ("title", f"{MORNING}-1", "South Korea signs accord with Norway", "verbatim"),
        ("byline", f"{MORNING}-2", "Ada Quill", "verbatim"),
        ("published", f"{MORNING}-3", "November 21, 2016", "date"),
    }
    assert one.open == ()


@pytest.mark.parametrize(
    ("table", "key", "where", "message"),
    [
        (
            "quotes",
            "",
            ANYWHERE,
            "'quotes' is not a table whose cells need evidence; these do: a",
        ),
        ("polls", "nobody", ANYWHERE, "there is no row 'nobody' in dataset/polls.csv"),
        ("polls", "", Where(["nowhere"]), "there is no source 'nowhere'"),
        ("polls", "", Where(quotes=["nowhere-1"]), "there is no quote 'nowhere-1'"),
    ],
)
def test_what_is_not_there(files: Files, table: str, key: str, where: Where, message: str) -> None:
    """An unknown table, row, source or quote is named."""
    with pytest.raises(UnknownError) as caught:
        list(propose(package(files), table, key, where))
    assert message in str(caught.value)


def test_another_document_for_a_row_with_evidence(files: Files) -> None:
    """With a key and a source, cells are proposed that have no evidence from this source."""
    whole = package(files)
    (one,) = propose(whole, "dates", "harbour-signed", Where([EVENING]))
    assert set(found(one)) == {
        ("event", f"{EVENING}-2", "signed", "cue"),
        ("status", f"{EVENING}-2", "signed", "cue"),
        ("agreement_id", f"{EVENING}-2", "HWA", "alias"),
        ("place", f"{EVENING}-2", "Seoul", "verbatim"),
    }
    assert one.open == ()


@pytest.mark.slow
@pytest.mark.corpus
@pytest.mark.parametrize("table", list(tiny.ROWS))
def test_check_accepts_what_is_proposed_for_the_data(table: str) -> None:
    """In the package itself too, for some rows of each table with all their documents."""
    whole = Package(read(ROOT, default_version=VERSION))
    keys = sorted({one.cell[1] for one in whole.witnesses if one.cell[0] == table})
    taken = {(table, key) for key in keys[::3]}
    rows = [row.cells for row in whole.rows("evidence")]
    left = [cells for cells in rows if (cells["table_name"], cells["row_key"]) not in taken]
    data = csvfile.encode(EVIDENCE.header, ([row[n] for n in EVIDENCE.header] for row in left))
    without_them = Package(whole.snapshot.changed({EVIDENCE.path: data}))
    lines = [cells for one in propose(without_them, table) for cells in one.lines]
    finished = [cells for cells in lines if is_finished(cells)]
    with_them = Package(whole.snapshot.changed(appended(without_them, finished)))
    first = 2 + len(left)
    faulty = [
        finding
        for finding in run(with_them).findings
        if finding.path == EVIDENCE.path and finding.line >= first
    ]
    assert finished
    assert not [finding for finding in faulty if finding.code[0] in "MKQEC"]
