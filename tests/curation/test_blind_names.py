"""The list of sentences with names by somebody who had not seen the rules (sentences/names.csv).

They are read with the names that the shipped data list, so these do not test the rules alone.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gsomia_data._floor.text import places
from gsomia_data.curation.rules import Words, reread
from gsomia_data.curation.rules.names import Names, names_of
from kit.name_rows import actor, alias
from kit.passages import WEDNESDAY, context
from kit.real import ROOT


def lines() -> list[dict[str, str]]:
    """The lines of the list; of those that are open its author was not sure."""
    path = Path(__file__).parent / "sentences" / "names.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STATES = (("kor", "South Korea"), ("prk", "North Korea"), ("jpn", "Japan"), ("chn", "China"))
ACTORS = (
    *(actor(one, name, "state") for one, name in STATES),
    *(actor(one, name, "state") for one, name in (("usa", "United States"), ("rus", "Russia"))),
    {**actor("kor-presidency", "Blue House", "body"), "country": "kor"},
    {**actor("usa-pentagon", "Pentagon", "body"), "country": "usa"},
    {**actor("kor-mnd", "Defense Ministry", "body"), "country": "kor"},
    actor("park-geun-hye", "Park Geun-hye"),
)
OWN = (
    alias("Park", "park-geun-hye", source="here"),
    {**alias("the pact", "", source="here"), "agreement_id": "gsomia-2016"},
    {**alias("a deal in 2007", "", source="here"), "agreement_id": "jpn-usa-2007"},
)
PACTS = (
    {
        "agreement_id": "gsomia-2016",
        "name": "General Security of Military Information Agreement",
        "acronym": "GSOMIA",
    },
)


@pytest.fixture(scope="module")
def known() -> Names:
    """The names of the list's document: the listed ones, bodies, a person, agreements."""
    path = ROOT / "dataset" / "aliases.csv"
    with path.open(encoding="utf-8", newline="") as file:
        listed = [row for row in csv.DictReader(file) if not row["source_id"]]
    return names_of("here", ACTORS, [*listed, *OWN], PACTS, ())


class TestTheBlindList:
    """Sentences by somebody who knew what names are to prove, and had not seen the rules."""

    WHOLE = "the words must be the whole expression, with government or cabinet"
    ELSEWHERE = "E02 refuses words that begin or end inside a word"
    VERDICTS = dict.fromkeys(("97", "141", "142", "144", "146"), WHOLE) | dict.fromkeys(
        ("87", "222"), ELSEWHERE
    )
    LINES = lines()

    @staticmethod
    def answer(line: dict[str, str], known: Names) -> str:
        """What the rule gives for the words of a line."""
        start = places(line["sentence"], line["words"])[int(line["nth"]) - 1]
        place = Words(line["sentence"], start, start + len(line["words"]), None, 0)
        where = replace(context(line["column"], WEDNESDAY), names=known)
        return next(iter(reread("alias", place, "", where).values), "refused")

    def test_no_name_is_read_that_is_not_there(self, known: Names) -> None:
        """Of the lines of which the author was sure, but for those with a verdict."""
        sure = [line for line in self.LINES if not line["why"].startswith("open")]
        differing = {line["n"] for line in sure if self.answer(line, known) != line["answer"]}
        assert differing == set(self.VERDICTS)

    def test_no_name_is_taken_for_another(self, known: Names) -> None:
        """Also where the author was not sure: a name is read as its own actor, or not at all."""
        for line in self.LINES:
            if line["answer"] != "refused":
                assert self.answer(line, known) in (line["answer"], "refused"), line
