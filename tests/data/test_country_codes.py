"""The codes of the states, compared with the lists in tests/data/country_codes, by day.

The day is that of the latest document, or the last of a list that ends before it. A document dated
later, or a state that names.csv does not have yet, is a line at the end, not a failure.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from gsomia_data._floor import edtf
from kit import notices
from kit.real import ROOT

LISTS = ROOT / "tests" / "data" / "country_codes"
CODES = ("iso3", "cow", "gw")


class Member(NamedTuple):
    """A state of a list, with the days between which it is one under this code."""

    name: str
    code: str
    first: date
    last: date


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cow() -> list[Member]:
    """Correlates of War, State System Membership List, v2016."""
    return [
        Member(
            row["statenme"],
            row["ccode"],
            date(int(row["styear"]), int(row["stmonth"]), int(row["stday"])),
            date(int(row["endyear"]), int(row["endmonth"]), int(row["endday"])),
        )
        for row in rows(LISTS / "cow-states2016.csv")
    ]


def gw() -> list[Member]:
    """Gleditsch and Ward, list of independent states, to 31 December 2017."""
    text = (LISTS / "gw-iisystem-2017.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines()]
    return [Member(name, code, day(first), day(last)) for code, _, name, first, last in cells]


def day(text: str) -> date:
    """A day as Gleditsch and Ward write it."""
    return datetime.strptime(text, "%d:%m:%Y").date()  # noqa: DTZ007 - a day has no zone


def iso() -> list[Member]:
    """ISO 3166-1 as in iso-codes 4.15.0: no years, so each code holds always."""
    return [
        Member(row["name"], row["alpha_3"], date.min, date.max)
        for row in rows(LISTS / "iso-3166-1.csv")
    ]


READ: dict[str, Callable[[], list[Member]]] = {"iso3": iso, "cow": cow, "gw": gw}
NAMES = {row["actor_id"]: row for row in rows(LISTS / "names.csv")}
ACTORS = rows(ROOT / "dataset" / "actors.csv")
STATES = {row["actor_id"]: row for row in ACTORS if row["kind"] == "state"}
LATEST = max(
    date.fromisoformat(str(edtf.parse(source["published"]).latest))
    for source in rows(ROOT / "dataset" / "sources.csv")
)


def end(column: str) -> date:
    """The last day of a list."""
    return max(member.last for member in READ[column]())


def wrong(state: dict[str, str], day: date = LATEST) -> list[str]:
    """What the lists say against a state's codes, on this day or their last."""
    found = []
    if state["actor_id"] != state["iso3"].lower():
        found.append(f"iso3: {state['iso3']!r} is not the key {state['actor_id']}")
    for column in CODES:
        name = NAMES[state["actor_id"]][column.removesuffix("3")]
        when = min(day, end(column))
        codes = [m.code for m in READ[column]() if m.name == name and m.first <= when <= m.last]
        if codes != [state[column]]:
            found.append(f"{column}: {state[column]!r}, the list has {codes} on {when}")
    return found


def notice(states: Iterable[str], day: date) -> str:
    """One line on what the lists do not reach: a later document, a state without its names."""
    ends = [f"{column} ends on {end(column)}" for column in CODES if end(column) < day]
    unnamed = sorted(set(states) - set(NAMES))
    told = [f"a document is of {day}: {', '.join(ends)}"] if ends else []
    told += [f"not in names.csv: {', '.join(unnamed)}"] if unnamed else []
    return f"country codes, compared as far as the lists go: {'; '.join(told)}" if told else ""


@pytest.fixture(scope="module", autouse=True)
def _notice(request: pytest.FixtureRequest) -> None:
    """Leave that line for the end."""
    if line := notice(STATES, LATEST):
        notices.leave(request.config, line)


def shared(states: Iterable[dict[str, str]]) -> list[tuple[str, str]]:
    """Codes that more than one state has, with their column."""
    counts = Counter((column, state[column]) for state in states for column in CODES)
    return [key for key, count in counts.items() if count > 1]


@pytest.mark.parametrize("state", sorted(set(STATES) & set(NAMES)))
def test_each_state_has_the_codes_of_the_lists(state: str) -> None:
    """Exactly these codes, when the latest document was published."""
    assert wrong(STATES[state]) == []


def test_no_two_states_share_a_code() -> None:
    """A code means one state; a code given twice is found."""
    assert shared(STATES.values()) == []
    twice = STATES["prk"] | {"cow": STATES["kor"]["cow"]}
    assert shared([twice, STATES["kor"]]) == [("cow", "732")]


def test_states_have_every_code_and_nobody_else_has_any() -> None:
    """A person or a ministry is not a unit of these lists."""
    assert STATES
    for actor in ACTORS:
        assert {bool(actor[column]) for column in CODES} == {actor["kind"] == "state"}


def test_each_state_is_named_once_in_each_list() -> None:
    """names.csv has state actors alone, and each name stands in its list."""
    assert set(NAMES) <= set(STATES)
    for column in CODES:
        names = [row[column.removesuffix("3")] for row in NAMES.values()]
        assert len(set(names)) == len(names)
        assert set(names) <= {member.name for member in READ[column]()}


@pytest.mark.parametrize(
    ("actor", "column", "code"),
    [
        ("kor", "cow", "730"),  # Korea, until 1905
        ("kor", "gw", "730"),  # Korea, until 1910
        ("kor", "cow", "731"),  # North Korea
        ("prk", "gw", "732"),  # South Korea
        ("deu", "cow", "260"),  # the Federal Republic, until 1990; the right code of the other list
        ("deu", "gw", "255"),  # Germany (Prussia), until 1945; the right code of the other list
        ("deu", "cow", "265"),  # the Democratic Republic, until 1990
        ("vnm", "cow", "817"),  # the Republic of Vietnam, until 1975
        ("vnm", "gw", "817"),  # the same
        ("vnm", "gw", "815"),  # Vietnam until 1893
        ("chn", "cow", "713"),  # Taiwan
        ("chn", "iso3", "TWN"),
        ("jpn", "iso3", "KOR"),
        ("usa", "cow", "20"),  # Canada
    ],
)
def test_the_code_of_another_state_or_time_is_found(actor: str, column: str, code: str) -> None:
    """Each of these codes stands in the list, but not for this state on these days."""
    assert code in {member.code for member in READ[column]()}
    found = wrong(STATES[actor] | {column: code})
    assert found
    assert all(text.startswith(f"{column}: {code!r}") for text in found)


@pytest.mark.parametrize("column", CODES)
def test_a_missing_code_is_found(column: str) -> None:
    """An empty cell is no code."""
    assert wrong(STATES["rus"] | {column: ""})


@pytest.mark.parametrize(
    ("actor", "when", "found"),
    [
        ("deu", date(1987, 1, 1), ["cow: '255', the list has [] on 1987-01-01"]),
        ("jpn", date(1950, 1, 1), ["cow: '740', the list has [] on 1950-01-01"]),
        ("rus", date(1987, 1, 1), []),
        ("kor", date(1949, 6, 28), ["cow: '732', the list has [] on 1949-06-28"]),
        ("kor", date(2030, 1, 1), []),
    ],
)
def test_a_code_holds_in_its_years_only(actor: str, when: date, found: list[str]) -> None:
    """Membership is compared by day; past the end of a list, with its last."""
    assert wrong(STATES[actor], when) == found


def test_past_the_end_of_a_list_a_wrong_code_is_found() -> None:
    """The list as of its end still knows whose code it is."""
    assert wrong(STATES["kor"] | {"cow": "731"}, date(2030, 1, 1)) == [
        "cow: '731', the list has ['732'] on 2016-12-31"
    ]


@pytest.mark.parametrize(
    ("states", "when", "told"),
    [
        ([], date(2016, 12, 31), ""),
        (["kor"], date(2017, 1, 1), "a document is of 2017-01-01: cow ends on 2016-12-31"),
        (
            ["kor"],
            date(2018, 1, 1),
            "a document is of 2018-01-01: cow ends on 2016-12-31, gw ends on 2017-12-31",
        ),
        (["kor", "xyz", "abc"], date(2016, 1, 1), "not in names.csv: abc, xyz"),
    ],
)
def test_what_the_lists_do_not_reach_is_one_line(states: list[str], when: date, told: str) -> None:
    """No failure, and nothing where they reach."""
    before = "country codes, compared as far as the lists go: "
    assert notice(states, when) == (told and before + told)
