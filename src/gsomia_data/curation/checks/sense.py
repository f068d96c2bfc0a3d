"""C: sense across tables."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gsomia_data._floor import edtf
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import may_state, strays
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.witness import CellKey, source_of
from gsomia_data.curation.schema.vocabulary import (
    ActorKind,
    AgreementStatus,
    DateStatus,
    Event,
    Role,
    Speech,
)

_NEEDS = ("F03", "M01", "K01", "K03", "K04")
_ROLES: dict[str, set[str]] = {
    AgreementStatus.CONCLUDED: {Role.SIGNED, Role.AGREED},
    AgreementStatus.ANNOUNCED: {Role.TO_SIGN},
    AgreementStatus.ABANDONED: {Role.INTENDED},
}


@check(
    "C01",
    scope="keys",
    example="`in_force` lies a year before `signed`.",
    way_out="Correct the dates, or the predecessor.",
    needs=_NEEDS,
)
def in_order(package: Package) -> Iterator[Breach]:
    """An agreement is not in force before it was signed, and is not its own predecessor."""
    for entry in package.rows("agreements"):
        cells = entry.cells
        if cells["signed"] and cells["in_force"]:
            signed, force = edtf.parse(cells["signed"]), edtf.parse(cells["in_force"])
            if signed.earliest and force.latest and force.latest < signed.earliest:
                message = f"in force {force.text}, before it was signed {signed.text}"
                yield at("agreements", entry, "in_force", message, "correct the dates")
        chain, name = [cells["agreement_id"]], cells["predecessor"]
        while name:
            if name in chain:
                message = f"{' -> '.join([*chain, name])} goes in a circle"
                yield at("agreements", entry, "predecessor", message, "break the circle")
                break
            chain.append(name)
            known = package.keyed["agreements"].get(name)
            name = known.cells["predecessor"] if known else ""


@check(
    "C02",
    scope="keys",
    example="A signing that `occurred` lies three days after the article that reports it.",
    way_out="Make it `expected`, or correct the date.",
    needs=_NEEDS,
)
def told_in_time(package: Package) -> Iterator[Breach]:
    """What occurred was reported on the day on which it began, or later."""
    for entry in package.rows("dates"):
        cells = entry.cells
        latest = _last_told(package, ("dates", cells["date_id"], "date"))
        if latest is None:
            continue
        day = edtf.parse(cells["date"])
        if cells["status"] == DateStatus.OCCURRED and day.earliest and day.earliest > latest:
            message = f"{day.text} is after {latest}, when its last source was published"
            hint = "was it expected? correct the status or the date"
            yield at("dates", entry, "status", message, hint)


@check(
    "C09",
    scope="keys",
    example="A poll was released two days after the article that reports it.",
    way_out="Correct the date.",
    needs=_NEEDS,
)
def released(package: Package) -> Iterator[Breach]:
    """A poll was released by the day on which its last source was published."""
    for entry in package.rows("polls"):
        cells = entry.cells
        latest = _last_told(package, ("polls", cells["poll_id"], "released"))
        day = edtf.parse(cells["released"]).earliest if cells["released"] else None
        if latest and day and day > latest:
            message = f"{day} is after {latest}, when its last source was published"
            yield at("polls", entry, "released", message, "correct the date")


def _last_told(package: Package, cell: CellKey) -> date | None:
    """The last day on which a source that states the cell can have been published."""
    days = [package.published(source_of(row)) for row in package.by_cell[cell] if row.supports]
    if may_state(package, cell, "") or None in days:
        return None
    return max((day.latest for day in days if day and day.latest), default=None)


@check(
    "C03",
    scope="keys",
    example="One survey has shares of 59 and 60 percent.",
    way_out="Correct a share.",
    needs=_NEEDS,
)
def shares(package: Package) -> Iterator[Breach]:
    """The shares of one survey add up to at most 100."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for entry in package.rows("polls"):
        if entry.cells["percent"]:
            survey = entry.cells["survey"]
            sums[survey] += Decimal(entry.cells["percent"])
            if sums[survey] > 100:
                message = f"with this row the shares of {survey} sum to {sums[survey]}"
                yield at("polls", entry, "percent", message, "correct a share")


@check(
    "C04",
    scope="keys",
    example="A party `signed` an agreement that was abandoned.",
    way_out="Correct the status or the role, or add the missing party.",
    needs=_NEEDS,
)
def parties(package: Package) -> Iterator[Breach]:
    """An agreement has two parties or more, and their roles fit its status."""
    roles: dict[str, set[str]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for entry in package.rows("signatories"):
        roles[entry.cells["agreement_id"]].add(entry.cells["role"])
    for entry in package.whole.rows("signatories"):
        count[entry.cells["agreement_id"]] += 1
    unsure = strays(package, "signatories", "agreement_id")
    for entry in package.rows("agreements"):
        name, status = entry.cells["agreement_id"], entry.cells["status"]
        if count[name] < 2 and not unsure:
            message = f"it has {count[name]} rows in signatories.csv"
            yield at("agreements", entry, "agreement_id", message, "name its parties")
        for role in sorted(roles[name] - _ROLES[status]):
            message = f"a party has the role {role!r}, but it is {status}"
            yield at("agreements", entry, "status", message, "correct one of the two")


@check(
    "C05",
    scope="rows",
    example="A person has a Correlates of War code.",
    way_out="Correct the kind or the codes.",
    needs=_NEEDS,
)
def states(package: Package) -> Iterator[Breach]:
    """States, and only states, have country codes, and the key of a state is its ISO code."""
    for entry in package.rows("actors"):
        cells = entry.cells
        codes = [cells[column] for column in ("iso3", "cow", "gw")]
        is_state = cells["kind"] == ActorKind.STATE
        if (is_state and not all(codes)) or (not is_state and any(codes)):
            message = f"kind {cells['kind']}, codes {codes}"
            yield at("actors", entry, "iso3", message, "all three codes, or none")
        if cells["iso3"] and cells["iso3"].lower() != cells["actor_id"]:
            message = f"the key of this state is {cells['iso3'].lower()!r}"
            yield at("actors", entry, "actor_id", message, "rename it")


@check(
    "C06",
    scope="keys",
    example="A ministry is part of itself.",
    way_out="Correct the reference.",
    needs=_NEEDS,
)
def wholes(package: Package) -> Iterator[Breach]:
    """No actor is part of itself, and no source is an edition of an edition."""
    sources = package.keyed["sources"]
    for entry in package.rows("sources"):
        of = entry.cells["edition_of"]
        if of in sources and sources[of].cells["edition_of"]:
            message = f"{of} is itself an edition"
            yield at("sources", entry, "edition_of", message, "name the first edition")
    for entry in package.rows("actors"):
        seen, name = set(), entry.cells["actor_id"]
        while name and name not in seen:
            seen.add(name)
            known = package.keyed["actors"].get(name)
            name = known.cells["part_of"] if known else ""
        if name == entry.cells["actor_id"]:
            message = f"{' -> '.join(sorted(seen))} are part of each other"
            yield at("actors", entry, "part_of", message, "break the circle")


@check(
    "C07",
    scope="rows",
    example="The speech is direct, but there is no wording.",
    way_out="Correct the speech or the wording.",
    needs=_NEEDS,
)
def voices(package: Package) -> Iterator[Breach]:
    """A reaction has a wording exactly where its speech is direct or mixed."""
    for entry in package.rows("reactions"):
        printed = entry.cells["speech"] in (Speech.DIRECT, Speech.MIXED)
        if printed != bool(entry.cells["wording"]):
            message = f"speech is {entry.cells['speech']}, wording {entry.cells['wording']!r}"
            yield at("reactions", entry, "speech", message, "correct one of the two")


@check(
    "C08",
    scope="keys",
    example="An article of 2016 reports a signing of 2012 as expected, without a note.",
    way_out="Say in the note of the evidence that the article looks back.",
    needs=_NEEDS,
)
def expected(package: Package) -> Iterator[Breach]:
    """An expected event was reported on or before its last possible day."""
    for entry in package.rows("dates"):
        cells = entry.cells
        if cells["status"] != DateStatus.EXPECTED or cells["event"] == Event.ABANDONED:
            continue
        day = edtf.parse(cells["date"])
        rows = [w for w in package.by_cell["dates", cells["date_id"], "status"] if w.supports]
        for row in rows:
            told = package.published(source_of(row))
            late = told and told.earliest and day.latest and told.earliest > day.latest
            if late and not row.entry.cells["note"]:
                message = f"{source_of(row)} tells it as expected after {day.text} was over"
                hint = "a look back at an expectation says so in the note of its evidence"
                yield at("evidence", row.entry, "note", message, hint)


CHECKS = (
    in_order,
    told_in_time,
    shares,
    parties,
    states,
    wholes,
    voices,
    expected,
    released,
)
