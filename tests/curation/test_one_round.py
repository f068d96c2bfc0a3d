"""All faults of rows that are being written are found in one round of `check`, each once."""

from collections.abc import Iterator

import pytest

from gsomia_data.curation.checks import FAMILIES
from gsomia_data.curation.findings import Finding, in_order
from kit import tiny
from kit.faults import FAULTS, Edit, add, both, drop, edit
from kit.files import checked, fmt

AT_ONCE = (
    "percent '1_0'",
    "date 2016-1-3",
    "a web address without a scheme",
    "a country code in small letters",
    "two rows of one key",
    "one party twice",
    "evidence for a table that is none",
    "two actors of one name",
    "one name twice in a document",
    "a person's short name without its document",
    "a quote that goes on in the next line",
    "a quote with a blank at its end",
    "a judgement without a reason",
    "an omission is deleted",
    "an agreement of one party",
    "a person with a country code",
    "a state with another state's code",
    "a reaction whose event is of another actor",
)
"""Names of faults in rows that do not join."""
NUMBER = f"polls hana-oppose percent {tiny.MORNING}-7"
BESIDE: dict[str, tuple[Edit, set[tuple[str, str]]]] = {
    "a value that cannot be read, and another cell of the row without evidence": (
        both(
            edit("polls", "hana-oppose", percent="1_0"),
            drop("evidence", "polls hana-oppose answer"),
        ),
        {("M01", "percent"), ("E01", "answer")},
    ),
    "an unknown actor, and a name of the same row that names nothing": (
        both(
            edit("polls", "hana-oppose", pollster="hanna"),
            drop("evidence", "polls hana-oppose pollster"),
            edit("evidence", "polls hana-oppose agreement_id", words="poll"),
        ),
        {("K03", "pollster"), ("E01", "pollster"), ("E04", "words")},
    ),
    "a day of publication that was turned, and words of its text without a number": (
        both(
            edit("sources", tiny.MORNING, published="21/11/2016"),
            edit("evidence", NUMBER, words="poll"),
        ),
        {("M01", "published"), ("E04", "words")},
    ),
    "a new quote that is not in the document, and a gap elsewhere": (
        both(
            add(
                "quotes",
                quote_id=f"{tiny.MORNING}-12",
                source_id=tiny.MORNING,
                exact="Dock workers held the rally against the accord.",
            ),
            drop("omissions", f"{tiny.MORNING} 740"),
        ),
        {("Q02", "exact"), ("E07", "quote_id"), ("O01", "")},
    ),
}
"""Two faults of one row or one document, and the codes and columns of what is found."""


def found_in(damage: Edit) -> tuple[Finding, ...]:
    """What is found once the damaged package is formatted, but for what `build` would write."""
    files = tiny.good()
    damage(files)
    fmt(files)
    return tuple(one for one in checked(files).findings if one.code[0] != "P")


def test_many_faults_in_rows_that_do_not_join() -> None:
    """As many findings as faults, each at its own place."""
    faults = [fault for fault in FAULTS if fault.name in AT_ONCE]
    assert len(faults) == len(AT_ONCE)
    files = tiny.good()
    for fault in faults:
        fault.damage(files)
    fmt(files)
    wanted = sorted((fault.codes[0], *fault.place(files)) for fault in faults)
    found = [one for one in checked(files).findings if one.code[0] != "P"]
    assert sorted((one.code, one.path, one.line, one.column) for one in found) == wanted


@pytest.mark.parametrize("name", BESIDE)
def test_two_faults_in_one_row_or_document(name: str) -> None:
    """The fault of one cell does not put off what is found in another."""
    damage, wanted = BESIDE[name]
    found = [(one.code, one.column) for one in found_in(damage)]
    assert sorted(found) == sorted(wanted)


def _families(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        yield finding.code[0]


def test_the_cause_comes_first() -> None:
    """What cannot be read before what has no evidence, and that before the account of a text."""
    damage = both(*(fault.damage for fault in FAULTS if fault.name in AT_ONCE))
    letters = list(dict.fromkeys(_families(found_in(damage))))
    assert letters == ["M", "K", "Q", "E", "C", "O"]


def test_every_family_has_its_place_in_the_order() -> None:
    """The published package comes last."""
    every = [Finding("a.csv", 1, "", f"{letter}01", "x") for letter in sorted(FAMILIES)]
    ordered = "".join(_families(in_order(every)))
    assert (ordered[0], ordered[-1]) == ("F", "P")
