"""The listed names of states, compared with the published lists in tests/data/listed_names.

A listed name is a row of `aliases` without a document. It needs no evidence, so a list must have
it. Every name that the lists have is a row too, or left_out.csv says why it is not.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from kit import notices
from kit.real import ROOT

LISTS = ROOT / "tests" / "data" / "listed_names"
KEY_OF = {  # the column of who.csv with the key of a state, by list
    "cldr": "iso2",
    "edict": "edict",
    "factbook": "factbook",
    "geonames": "geonames",
    "i18n-iso-countries": "iso2",
    "i18n-nationality": "iso2",
    "iso-codes": "iso2",
}
KINDS = ("name", "abbreviation", "demonym", "capital")
HANGUL, KANA_OR_HAN = r"[\uac00-\ud7a3]", r"[\u3040-\u30ff\u4e00-\u9fff]"

Name = tuple[str, str]
"""A state and a name of it."""


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(aliases: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of `aliases` that hold in every document."""
    return [row for row in aliases if not row["source_id"]]


def language(name: str) -> str:
    """The language of a listed name, by its script; the lists have no names in Chinese here."""
    if re.search(HANGUL, name):
        return "ko"
    return "ja" if re.search(KANA_OR_HAN, name) else "en"


WHO = rows(LISTS / "who.csv")
STATES = {
    row["actor_id"]: row["name"]
    for row in rows(ROOT / "dataset" / "actors.csv")
    if row["kind"] == "state"
}
LISTED = listed(rows(ROOT / "dataset" / "aliases.csv"))
LEFT_OUT = {(row["actor_id"], row["name"]): row["reason"] for row in rows(LISTS / "left_out.csv")}


def read_lists() -> dict[Name, set[str]]:
    """The kinds that the lists give to each name of each state."""
    kinds: dict[Name, set[str]] = {}
    for name, column in KEY_OF.items():
        state_of = {row[column]: row["actor_id"] for row in WHO if row[column]}
        for row in rows(LISTS / f"{name}.csv"):
            kinds.setdefault((state_of[row["key"]], row["name"]), set()).add(row["kind"])
    return kinds


GIVEN = read_lists()
OWNERS = Counter(name for _, name in GIVEN)


def faults(found: Sequence[Mapping[str, str]]) -> list[str]:
    """What the lists say against listed names."""
    times = Counter(row["alias"] for row in found)
    told = []
    for row in found:
        state, alias = row["actor_id"], row["alias"]
        kinds = GIVEN.get((state, alias), set())
        if row["agreement_id"]:
            told.append(f"{alias}: a listed name is of a state, not of an agreement")
        elif not kinds:
            told.append(f"{alias}: no list has it for {state}")
        elif row["kind"] not in kinds:
            told.append(f"{alias}: {row['kind']!r}, the lists have {sorted(kinds)}")
        elif OWNERS[alias] > 1:
            told.append(f"{alias}: two states share it")
        elif (state, alias) in LEFT_OUT:
            told.append(f"{alias}: left out. {LEFT_OUT[state, alias]}")
        elif times[alias] > 1:
            told.append(f"{alias}: listed more than once")
    return told


def missing(found: Iterable[Mapping[str, str]]) -> set[Name]:
    """Names that the lists have, but neither the table nor left_out.csv; nor is it the actor's."""
    here = {(row["actor_id"], row["alias"]) for row in found}
    return set(GIVEN) - here - set(LEFT_OUT) - set(STATES.items())


def named(found: Iterable[Mapping[str, str]]) -> set[tuple[str, str, str]]:
    """State, language and kind of each listed name, and of the own name of each state."""
    names = {(row["actor_id"], language(row["alias"]), row["kind"]) for row in found}
    return names | {(state, language(name), "name") for state, name in STATES.items()}


def row(actor: str, alias: str, kind: str, agreement: str = "") -> dict[str, str]:
    """A row as literal cells."""
    return {"actor_id": actor, "alias": alias, "kind": kind, "agreement_id": agreement}


@pytest.fixture(scope="module", autouse=True)
def _notice(request: pytest.FixtureRequest) -> None:
    """Say at the end which states the lists do not reach."""
    unlisted = sorted(set(STATES) - {row["actor_id"] for row in WHO})
    if unlisted:
        line = f"listed names: tests/data/listed_names has no names of {', '.join(unlisted)}"
        notices.leave(request.config, line)


def test_each_listed_name_is_in_a_published_list() -> None:
    """For this state, of this kind, and for no other state."""
    assert LISTED
    assert faults(LISTED) == []


def test_every_name_of_the_lists_is_listed_or_left_out_for_a_reason() -> None:
    """A name that is lost from the table is found."""
    assert missing(LISTED) == set()
    assert missing(LISTED[1:]) == {(LISTED[0]["actor_id"], LISTED[0]["alias"])}


def test_a_name_that_is_left_out_is_in_a_list_and_has_a_reason() -> None:
    """Nothing is left out that no list has."""
    assert set(LEFT_OUT) <= set(GIVEN)
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("state", sorted(row["actor_id"] for row in WHO))
def test_each_state_has_a_name_and_a_capital_in_each_language(state: str) -> None:
    """In English also a demonym; in Korean no list has any, nor the capital of the USA alone."""
    here = {(lang, kind) for actor, lang, kind in named(LISTED) if actor == state}
    wanted = {(lang, kind) for lang in ("en", "ko", "ja") for kind in ("name", "capital")}
    assert wanted - here == ({("ko", "capital")} if state == "usa" else set())
    assert ("en", "demonym") in here


def test_each_state_but_north_korea_has_a_demonym_in_japanese() -> None:
    """The dictionary marks that of North Korea as sensitive, so it was not copied."""
    here = {actor for actor, lang, kind in named(LISTED) if (lang, kind) == ("ja", "demonym")}
    assert here == {row["actor_id"] for row in WHO} - {"prk"}


@pytest.mark.parametrize(
    "name",
    [
        *("Korea", "Korean", "Koreans", "the North", "the South", "America", "SRV"),
        *("조선", "남한", "한", "미", "일", "서울시", "북경", "북한인"),
        *("朝鮮", "韓", "米", "日", "共和国", "東京都", "日本国", "北朝鮮人"),
    ],
)
def test_a_name_of_two_things_is_not_listed(name: str) -> None:
    """Of the whole peninsula, of one letter, of a city, or part of other words."""
    assert name not in {row["alias"] for row in LISTED}
    assert all(faults([row(state, name, kind)]) for state in STATES for kind in KINDS)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (row("prk", "DPRK", "abbreviation"), []),
        (row("prk", "DPKR", "abbreviation"), ["DPKR: no list has it for prk"]),
        (row("prk", "dprk", "abbreviation"), ["dprk: no list has it for prk"]),
        (row("kor", "DPRK", "abbreviation"), ["DPRK: no list has it for kor"]),
        (row("kor", "한국", "name"), []),
        (row("prk", "한국", "name"), ["한국: no list has it for prk"]),
        (row("chn", "東京", "capital"), ["東京: no list has it for chn"]),
        (row("jpn", "東京", "name"), ["東京: 'name', the lists have ['capital']"]),
        (row("jpn", "東京", ""), ["東京: '', the lists have ['capital']"]),
        (row("kor", "Korean", "demonym"), ["Korean: two states share it"]),
        (row("kor-mnd", "Seoul", "capital"), ["Seoul: no list has it for kor-mnd"]),
        (row("", "Seoul", "capital"), ["Seoul: no list has it for "]),
        (
            row("kor", "Seoul", "capital", "gsomia-2016"),
            ["Seoul: a listed name is of a state, not of an agreement"],
        ),
        (
            row("vnm", "SRV", "abbreviation"),
            ["SRV: left out. In texts on defence also a submarine rescue vehicle."],
        ),
    ],
)
def test_a_listed_name_that_is_altered_or_moved_is_found(
    cells: dict[str, str], told: list[str]
) -> None:
    """Another spelling, another state, another kind, another actor: each is said."""
    assert faults([cells]) == told


@pytest.mark.parametrize("other", sorted(STATES))
def test_no_listed_name_is_one_of_another_state(other: str) -> None:
    """Each row, moved to another state, is found."""
    moved = [row | {"actor_id": other} for row in LISTED if row["actor_id"] != other]
    assert len(faults(moved)) == len(moved)


def test_a_name_that_is_listed_twice_is_found() -> None:
    """Both rows are named."""
    twice = [row("usa", "US", "abbreviation")] * 2
    assert faults(twice) == ["US: listed more than once"] * 2


def test_a_row_with_a_document_is_not_a_listed_name() -> None:
    """It is read from its document, and the lists say nothing of it."""
    aliases = [{"alias": "Korea", "source_id": "x"}, {"alias": "Seoul", "source_id": ""}]
    assert listed(aliases) == [{"alias": "Seoul", "source_id": ""}]


def test_the_lists_name_each_state_once_and_nobody_else() -> None:
    """who.csv has state actors alone, each with a key that is in its list."""
    assert {row["actor_id"] for row in WHO} <= set(STATES)
    for name, column in KEY_OF.items():
        keys = [row[column] for row in WHO if row[column]]
        assert len(set(keys)) == len(keys)
        assert {row["key"] for row in rows(LISTS / f"{name}.csv")} == set(keys)


def test_the_lists_have_the_four_kinds() -> None:
    """And no other word in that column."""
    assert set().union(*GIVEN.values()) == set(KINDS)
