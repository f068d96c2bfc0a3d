"""C: consistency across tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations

from gsomia_data._floor.edtf import Edtf
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import left_out, may_state, strays
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.package.witness import CellKey, source_of
from gsomia_data.curation.schema.models import (
    Actor,
    Agreement,
    DatedEvent,
    Poll,
    Reaction,
    Signatory,
    Source,
)
from gsomia_data.curation.schema.vocabulary import (
    WORDLESS,
    ActorKind,
    AgreementStatus,
    DateStatus,
    Event,
    Proposal,
    Role,
)

_NEEDS = ("F03", "M01", "K01", "K03", "K04")
_ROLES: dict[AgreementStatus, set[Role]] = {
    AgreementStatus.CONCLUDED: {Role.SIGNED, Role.AGREED},
    AgreementStatus.ANNOUNCED: {Role.TO_SIGN},
    AgreementStatus.ABANDONED: {Role.INTENDED},
    AgreementStatus.UNDER_NOTICE: {Role.SIGNED, Role.AGREED},
    AgreementStatus.ENDED: {Role.SIGNED, Role.AGREED},
}
_LIFE_STAGES: tuple[dict[Event, AgreementStatus], ...] = (
    {Event.ANNOUNCED: AgreementStatus.ANNOUNCED},
    {Event.CONCLUDED: AgreementStatus.CONCLUDED, Event.SIGNED: AgreementStatus.CONCLUDED},
    {Event.ABANDONED: AgreementStatus.ABANDONED},
    {
        Event.NOTICE_GIVEN: AgreementStatus.UNDER_NOTICE,
        Event.NOTICE_SUSPENDED: AgreementStatus.CONCLUDED,
        Event.RENEWED: AgreementStatus.CONCLUDED,
    },
    {Event.ENDED: AgreementStatus.ENDED},
)
"""The status to which an event brings an agreement, by the stages of its life in order.

Within a stage the dates decide, for a notice may be given, suspended and given again.
"""
_LIFE = {"signed": "signed", "in_force": "in force", "ended": "ended"}
"""The dates in the life of an agreement, in order, each with its words in a message."""


@check(
    "C01",
    scope="keys",
    example="`in_force` lies a year before `signed`.",
    way_out="Correct the dates, or the predecessor.",
    needs=_NEEDS,
)
def in_order(package: Package) -> Iterator[Breach]:
    """An agreement is signed, in force, ended in this order, and is not its own predecessor."""
    agreements = package.of(Agreement)
    predecessors = {row.value.agreement_id: row.value.predecessor for row in agreements}
    for row in agreements:
        for first, then in combinations(_LIFE, 2):
            earlier, later = getattr(row.value, first), getattr(row.value, then)
            if earlier and later and later.before(earlier):
                message = f"{_LIFE[then]} {later.text}, before it was {_LIFE[first]} {earlier.text}"
                yield at("agreements", row, then, message, "correct the dates")
        chain, name = [row.value.agreement_id], row.value.predecessor
        while name:
            if name in chain:
                message = f"{' -> '.join([*chain, name])} goes in a circle"
                yield at("agreements", row, "predecessor", message, "break the circle")
                break
            chain.append(name)
            name = predecessors.get(name)


@check(
    "C02",
    scope="keys",
    example="A signing that `occurred` lies three days after the article that reports it.",
    way_out="Make it `expected`, or correct the date.",
    needs=_NEEDS,
)
def reported_in_time(package: Package) -> Iterator[Breach]:
    """What occurred was reported on the day on which it began, or later."""
    for row in package.of(DatedEvent):
        latest = _latest_publication(package, ("dates", row.value.date_id, "date"))
        day, occurred = row.value.date, row.value.status is DateStatus.OCCURRED
        if occurred and latest and day.earliest and day.earliest > latest:
            message = f"{day.text} is after {latest}, when its last source was published"
            hint = "correct the date, or the status: was it expected?"
            yield at("dates", row, "status", message, hint)


@check(
    "C09",
    scope="keys",
    example="A poll has the row of another survey's release as its event.",
    way_out="Name the row of `dates` for its release, or add one; correct the actor or the event.",
    needs=_NEEDS,
)
def released(package: Package) -> Iterator[Breach]:
    """The event of a poll is that its pollster released a survey on its agreement."""
    events = dict(_events(package))
    polls = package.of(Poll)
    named = {(row.value.date_id, row.value.survey) for row in polls}
    for row in polls:
        poll, date_id = row.value, row.value.date_id
        wanted = Event.POLL, DateStatus.OCCURRED, poll.agreement_id, poll.pollster
        fitting = [key for key, event in events.items() if event == wanted]
        if date_id in events and date_id not in fitting:
            release = f"the release of a survey of {poll.pollster} on {poll.agreement_id}"
            message = f"the event {date_id} is not {release}"
            yield at("polls", row, "date_id", message, "name its release, or correct that row")
        others = {key for key, survey in named if survey != poll.survey}
        free = [key for key in fitting if key not in others]
        if not date_id and free:
            message = f"the cell is empty, but dates.csv has {', '.join(free)}"
            yield at("polls", row, "date_id", message, "name the release of this survey")


def _events(package: Package) -> Iterator[tuple[str, tuple[Event, DateStatus, str, str]]]:
    """Event, status, agreement and actor of each row of `dates` by key, if none is in doubt."""
    known, here = package.whole.keyed, {row.line for row in package.rows("dates")}
    pacts, actors = {"", *known["agreements"]}, {"", *known["actors"]}
    for row in package.whole.rows("dates"):
        event, status = value_in(row, "event", Event), value_in(row, "status", DateStatus)
        agreement, actor = row.cells["agreement_id"], row.cells["actor"]
        refers = agreement in pacts and actor in actors
        if event and status and (refers or row.line in here):
            yield row.cells["date_id"], (event, status, agreement, actor)


def _latest_publication(package: Package, cell: CellKey) -> date | None:
    """The last day on which a source that states the cell can have been published."""
    days = [package.published(source_of(row)) for row in package.by_cell[cell] if row.supports]
    if may_state(package, cell, "") or None in days:
        return None
    return max((day.latest for day in days if day and day.latest), default=None)


@check(
    "C03",
    scope="keys",
    example="One survey on concluding an agreement has shares of 59 and 60 percent.",
    way_out="Correct a share.",
    needs=_NEEDS,
)
def shares(package: Package) -> Iterator[Breach]:
    """The shares of one survey on one proposal add up to at most 100."""
    sums: dict[tuple[str, Proposal], Decimal] = defaultdict(Decimal)
    for row in package.of(Poll):
        asked = row.value.survey, row.value.proposal
        if row.value.percent is not None:
            sums[asked] += row.value.percent
            if sums[asked] > 100:
                added = f"the shares of {asked[0]} on the proposal {asked[1]} add up to"
                message = f"with this row {added} {sums[asked]}"
                yield at("polls", row, "percent", message, "correct a share")


@check(
    "C04",
    scope="keys",
    example="A party `signed` an agreement that was abandoned.",
    way_out="Correct the status or the role, or add the missing party.",
    needs=_NEEDS,
)
def parties(package: Package) -> Iterator[Breach]:
    """An agreement has two parties or more, and their roles fit its status."""
    roles: dict[str, set[Role]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for party in package.of(Signatory):
        roles[party.value.agreement_id].add(party.value.role)
    for entry in package.whole.rows("signatories"):
        count[entry.cells["agreement_id"]] += 1
    unsure = strays(package, "signatories", "agreement_id")
    for row in package.of(Agreement):
        name, status = row.value.agreement_id, row.value.status
        if count[name] < 2 and not unsure:
            message = f"it has fewer than two parties in signatories.csv: {count[name]}"
            yield at("agreements", row, "agreement_id", message, "add its parties")
        for role in sorted(roles[name] - _ROLES[status]):
            message = f"a party has the role {str(role)!r}, but the agreement is {status}"
            yield at("agreements", row, "status", message, "correct one of the two")


@check(
    "C12",
    scope="keys",
    example="An agreement is announced, and `dates` has its signing as occurred.",
    way_out="Correct the status, or the event.",
    needs=_NEEDS,
)
def lived(package: Package) -> Iterator[Breach]:
    """The status of an agreement is that of its latest event that occurred, if it has one.

    Of events whose dates do not show which came last, either may be it.
    """
    days = {
        row.cells["date_id"]: value_in(row, "date", Edtf) for row in package.whole.rows("dates")
    }
    occurred: dict[str, list[tuple[Event, Edtf | None]]] = defaultdict(list)
    for key, (event, status, agreement, _) in _events(package):
        if status is DateStatus.OCCURRED:
            occurred[agreement].append((event, days[key]))
    for row in package.of(Agreement):
        reached = _latest(occurred[row.value.agreement_id])
        if reached and row.value.status not in reached.values():
            events = " and ".join(repr(str(event)) for event in sorted(reached))
            message = f"it is {row.value.status}, but dates.csv has the event {events}"
            hint = f"write {' or '.join(sorted(set(reached.values())))}, or correct the event"
            yield at("agreements", row, "status", message, hint)


def _latest(occurred: Iterable[tuple[Event, Edtf | None]]) -> dict[Event, AgreementStatus]:
    """What can be the latest of the events, each with the status to which it brings."""
    for stage in reversed(_LIFE_STAGES):
        here = [(event, day) for event, day in occurred if event in stage]
        last = [
            event
            for event, day in here
            if not any(day and other and day.before(other) for _, other in here)
        ]
        if last:
            return {event: stage[event] for event in last}
    return {}


@check(
    "C05",
    scope="rows",
    example="A person has a Correlates of War code.",
    way_out="Correct the kind or the codes.",
    needs=_NEEDS,
)
def states(package: Package) -> Iterator[Breach]:
    """States, and only states, have country codes, and the key of a state is its ISO code."""
    for row in package.of(Actor):
        codes = [row.cells[column] for column in ("iso3", "cow", "gw")]
        kind, iso3 = row.value.kind, row.value.iso3
        is_state = kind is ActorKind.STATE
        if (is_state and not all(codes)) or (not is_state and any(codes)):
            message = f"the kind is {kind}, but the codes are {codes}"
            hint = "a state has all three codes, any other actor none"
            yield at("actors", row, "iso3", message, hint)
        if iso3 and iso3.lower() != row.value.actor_id:
            message = f"the key of this state is {iso3.lower()!r}"
            yield at("actors", row, "actor_id", message, "rename it")


@check(
    "C06",
    scope="keys",
    example="A source is an edition of a source that is an edition itself.",
    way_out="Name the first edition.",
    needs=_NEEDS,
)
def editions(package: Package) -> Iterator[Breach]:
    """No source is an edition of an edition."""
    sources = package.of(Source)
    later = {row.value.source_id for row in sources if row.value.edition_of}
    for source in sources:
        if source.value.edition_of in later:
            message = f"{source.value.edition_of} is itself an edition"
            yield at("sources", source, "edition_of", message, "name the first edition")


@check(
    "C07",
    scope="keys",
    example="A reaction of a ministry has the statement of another as its event.",
    way_out="Name the row of `dates` that holds the same act; correct the actor or the event.",
    needs=_NEEDS,
)
def dated(package: Package) -> Iterator[Breach]:
    """The event of a reaction is an act of its actor on its agreement in the same sentence.

    It occurred. That of a rally or protest is a protest; words may be spoken at one as well.
    """
    events = dict(_events(package))
    reactions = package.of(Reaction)
    named = {entry.cells["date_id"] for entry in package.whole.rows("reactions")}
    quotes = _quotes_of(package)
    unsure = any(left_out(package, "evidence"))
    for row in reactions:
        reaction, date_id = row.value, row.value.date_id
        own = DateStatus.OCCURRED, reaction.agreement_id, reaction.actor
        fitting = {key for key, (_, *act) in events.items() if tuple(act) == own}
        if date_id in events and date_id not in fitting:
            act = f"an act of {reaction.actor} on {reaction.agreement_id} that occurred"
            message = f"the event {date_id} is not {act}"
            yield at("reactions", row, "date_id", message, "name its event, or correct that row")
        elif date_id in events and reaction.act in WORDLESS and events[date_id][0] != Event.PROTEST:
            message = f"the act is a {reaction.act}, the event {date_id} a {events[date_id][0]}"
            yield at("reactions", row, "date_id", message, "correct one of the two")
        here = quotes["reactions", reaction.reaction_id]
        there = quotes["dates", date_id or ""]
        if date_id in fitting and here and there and not here & there and not unsure:
            message = f"no sentence reports both the reaction and the event {date_id}"
            yield at("reactions", row, "date_id", message, "name the event that its words report")
        free = sorted(
            key
            for key in fitting - named
            if events[key][0] in _SHOWN and quotes["dates", key] & here
        )
        if not date_id and free:
            message = f"the cell is empty, but dates.csv has {', '.join(free)} in the same sentence"
            yield at("reactions", row, "date_id", message, "name the event of this act")


_SHOWN = frozenset({Event.STATEMENT, Event.PROTEST})
"""Events by which an actor shows a position."""


def _quotes_of(package: Package) -> Mapping[tuple[str, str], set[str]]:
    """The quotes of the evidence of each row, by table and key."""
    quotes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for witness in package.witnesses:
        table, key, _ = witness.cell
        quotes[table, key].add(witness.entry.cells["quote_id"])
    return quotes


@check(
    "C08",
    scope="keys",
    example="An article of 2016 reports a signing of 2012 as expected, without a note.",
    way_out="Say in the note of the evidence that the article looks back.",
    needs=_NEEDS,
)
def expected(package: Package) -> Iterator[Breach]:
    """An expected event was reported on or before its last possible day."""
    for row in package.of(DatedEvent):
        event, day = row.value, row.value.date
        if event.status is not DateStatus.EXPECTED or event.event is Event.ABANDONED:
            continue
        for witness in package.by_cell["dates", event.date_id, "status"]:
            issue = package.published(source_of(witness))
            late = issue and issue.earliest and day.latest and issue.earliest > day.latest
            if witness.supports and late and not witness.entry.cells["note"]:
                message = f"{source_of(witness)} reports it as expected after {day.text} was over"
                hint = "if the source looks back at an expectation, say so in this note"
                yield at("evidence", witness.entry, "note", message, hint)


@check(
    "C10",
    scope="rows",
    example="A signing that `occurred` has a news agency in `said_by`.",
    way_out="Make it `expected` or `claimed`, or empty `said_by`.",
    needs=_NEEDS,
)
def said(package: Package) -> Iterator[Breach]:
    """Only what is expected or claimed has somebody who says so."""
    for row in package.of(DatedEvent):
        event = row.value
        if event.said_by and event.status is DateStatus.OCCURRED:
            message = f"the event {event.status}, but {event.said_by} only forecasts or claims it"
            hint = "correct the status, or empty the cell: who did it is the actor"
            yield at("dates", row, "said_by", message, hint)


CHECKS = (
    in_order,
    reported_in_time,
    shares,
    parties,
    lived,
    states,
    editions,
    dated,
    expected,
    released,
    said,
)
