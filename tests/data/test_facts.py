"""A list of what the texts say, made without the tables (facts/README.md): all have a place."""

import csv
from pathlib import Path

import pytest

import gsomia_data
from kit.real import ROOT

HERE = Path(__file__).parent / "facts"
NOT_IN = {"F047"}
NOT_SHOWN = {"D08", "D15", "D16", "D36", "D42", "D66", "D69"}


def lines(name: str) -> list[dict[str, str]]:
    """The lines of a file of the folder."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = {line["id"]: line["place"] for line in lines("places")}


def test_each_core_or_standard_fact_has_a_row() -> None:
    """The row is there, and the list says of one fact alone that it is not."""
    wanted = {line["fact_id"] for line in lines("facts") if line["level"] != "marginal"}
    assert wanted - set(PLACES) == NOT_IN
    for fact in sorted(wanted - NOT_IN):
        table, key = PLACES[fact].split(" ")
        frame = gsomia_data.load(table)
        assert key in set(frame[frame.columns[0]]), fact


def test_each_disagreement_is_shown() -> None:
    """Its group is among the conflicts, but for those that the list names as not shown."""
    wanted = {line["id"] for line in lines("disagreements")}
    assert wanted - set(PLACES) == NOT_SHOWN
    shown = set(gsomia_data.conflicts()["conflict"])
    assert {PLACES[one] for one in wanted - NOT_SHOWN} <= shown


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["facts", "disagreements"])
def test_the_words_of_the_list_are_in_the_documents(name: str) -> None:
    """Whoever made it copied what it quotes."""
    texts = {path.name: path.read_bytes().decode() for path in (ROOT / "corpus").iterdir()}
    columns = [("source_file", "quote")]
    if name == "disagreements":
        columns = [(f"side_{side}_file", f"side_{side}_quote") for side in "ab"]
    for line in lines(name):
        for file, quote in columns:
            assert line[quote] in texts[line[file]], line
