"""A complete good package in small: two documents of invented news, rows in all tables.

The states are real, because their codes are; everything else is made up. Each kind of reading
stands here at least once. ``draft`` is what a curator writes; `fmt` and `build` make the ``good``
package of it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.snapshot import LICENCES
from gsomia_data.curation.schema.models import TABLES
from kit.files import VERSION, build, fmt, lay_out

MORNING, EVENING = "ledger-2016-11-21", "ledger-2016-11-22"

DOCUMENTS = {
    MORNING: """The Ledger | Menu

South Korea signs accord with Norway

By Ada Quill

November 21, 2016

Picture: Dock workers held a rally against the accord.

South Korea and Norway signed the Harbour Watch Accord (HWA) in Seoul on Monday.
Defence Minister Han Bora signed for Seoul. “This accord is a promise,” she said, \
“and it keeps our ports safe.”

A poll of 1,000 people by Hana Research found that 47 percent were against the HWA. \
Norway is the second partner of South Korea, after more than 30 rounds of talks \
from 2014 to 2016.
The HWA is expected to enter into force next week.
The two had scrapped the Fjord Pact, whose signing was expected in February 2013.

Dock workers held a rally against the accord. Hana Research was founded in 1998.

Share this story
""",
    EVENING: """The Ledger | Menu

South Korea signs accord with Norway

November 22, 2016

South Korea and Norway signed the HWA in Seoul on Monday. Oslo said in a statement \
that the accord helps the region.
Almost half were against the HWA, Hana Research found. Another count had 49 percent.
South Korea claimed that Norway signed the Fjord Pact in 2012.
Hana Research presented its survey of the HWA to the public in a crowded hall on Monday.
""",
}

QUOTES = {
    MORNING: (
        "South Korea signs accord with Norway",
        "Ada Quill",
        "November 21, 2016",
        "South Korea and Norway signed the Harbour Watch Accord (HWA) in Seoul on Monday.",
        "Defence Minister Han Bora signed for Seoul.",
        "“This accord is a promise,” she said, “and it keeps our ports safe.”",
        "A poll of 1,000 people by Hana Research found that 47 percent were against the HWA.",
        (
            "Norway is the second partner of South Korea, after more than 30 rounds of talks "
            "from 2014 to 2016."
        ),
        "The HWA is expected to enter into force next week.",
        "The two had scrapped the Fjord Pact, whose signing was expected in February 2013.",
        "Dock workers held a rally against the accord.",
    ),
    EVENING: (
        "November 22, 2016",
        "South Korea and Norway signed the HWA in Seoul on Monday.",
        "Oslo said in a statement that the accord helps the region.",
        "Almost half were against the HWA, Hana Research found.",
        "Another count had 49 percent.",
        "South Korea claimed that Norway signed the Fjord Pact in 2012.",
        "Hana Research presented its survey of the HWA to the public in a crowded hall on Monday.",
    ),
}
"""Number 1 of a document is its first quote."""

TWICE = "Dock workers held a rally against the accord."
"""The quote that stands twice in its document: the first place is the caption, omitted."""


class Left(NamedTuple):
    """One omission by its words (their first place), its reason, and what else it says."""

    source: str
    words: str
    reason: str
    note: str = ""
    duplicate_of: str = ""


OMISSIONS = (
    Left(MORNING, "The Ledger | Menu", "navigation"),
    Left(MORNING, "By", "credit"),
    Left(MORNING, "Picture:", "caption"),
    Left(MORNING, TWICE, "duplicate", "the caption of the same rally", f"{MORNING}-11"),
    Left(MORNING, "Hana Research was founded in 1998.", "other subject", "a founding year"),
    Left(MORNING, "Share this story", "navigation"),
    Left(EVENING, "The Ledger | Menu", "navigation"),
    Left(
        EVENING,
        "South Korea signs accord with Norway",
        "duplicate",
        "the same headline",
        f"{MORNING}-1",
    ),
    Left(EVENING, "to the public in a crowded hall on", "saying"),  # a part of a quote
)

ROWS: dict[str, dict[str, dict[str, str]]] = {
    "agreements": {
        "harbour-2016": {
            "label": "Harbour accord of 2016",
            "name": "Harbour Watch Accord",
            "acronym": "HWA",
            "subject": "intelligence sharing",
            "status": "concluded",
            "instrument": "agreement",
            "predecessor": "fjord-2013",
        },
        "fjord-2013": {
            "label": "Fjord pact, abandoned",
            "name": "Fjord Pact",
            "subject": "intelligence sharing",
            "status": "abandoned",
            "note": "given up before its signing",
        },
    },
    "signatories": {
        "harbour-kor": {
            "agreement_id": "harbour-2016",
            "party": "kor",
            "signer": "han-bora",
            "title": "Defence Minister",
            "role": "signed",
        },
        "harbour-nor": {"agreement_id": "harbour-2016", "party": "nor", "role": "signed"},
        "fjord-kor": {"agreement_id": "fjord-2013", "party": "kor", "role": "intended"},
        "fjord-nor": {"agreement_id": "fjord-2013", "party": "nor", "role": "intended"},
    },
    "polls": {
        "hana-oppose": {
            "survey": "hana",
            "agreement_id": "harbour-2016",
            "proposal": "conclude",
            "pollster": "hana-research",
            "date_id": "hana-released",
            "answer": "oppose",
            "percent": "47",
            "respondents": "1000",
        },
    },
    "reactions": {
        "han-promise": {
            "agreement_id": "harbour-2016",
            "actor": "kor",
            "speaker": "han-bora",
            "date_id": "han-speaks",
            "act": "remark",
            "wording": "This accord is a promise … and it keeps our ports safe",
            "about": "agreement",
            "stance": "support",
            "theme": "security",
        },
        "dockers-rally": {
            "agreement_id": "harbour-2016",
            "actor": "dock-workers",
            "act": "rally",
            "gist": "held a rally against the accord",
            "about": "agreement",
            "stance": "oppose",
            "theme": "unstated",
        },
        "oslo-statement": {
            "agreement_id": "harbour-2016",
            "actor": "nor",
            "act": "statement",
            "gist": "the accord … helps the region",
            "about": "agreement",
            "stance": "support",
            "theme": "regional stability",
        },
    },
    "dates": {
        "harbour-signed": {
            "date": "2016-11-21",
            "event": "signed",
            "title": "The accord is signed",
            "status": "occurred",
            "agreement_id": "harbour-2016",
            "place": "Seoul",
        },
        "harbour-in-force": {
            "date": "[2016-11-28..2016-12-04]",
            "event": "entered into force",
            "title": "The accord is to take effect",
            "status": "expected",
            "agreement_id": "harbour-2016",
        },
        "fjord-signing": {
            "date": "2013-02",
            "event": "signed",
            "title": "The pact was to be signed",
            "status": "expected",
            "agreement_id": "fjord-2013",
        },
        "fjord-claim": {
            "date": "2012",
            "event": "signed",
            "title": "Norway is said to have signed",
            "status": "claimed",
            "agreement_id": "fjord-2013",
            "actor": "nor",
            "said_by": "kor",
        },
        "han-speaks": {
            "date": "2016-11-21",
            "event": "statement",
            "title": "South Korea on the accord",
            "status": "occurred",
            "agreement_id": "harbour-2016",
            "actor": "kor",
        },
        "hana-released": {
            "date": "2016-11-21",
            "event": "poll released",
            "title": "Hana Research publishes its survey",
            "status": "occurred",
            "agreement_id": "harbour-2016",
            "actor": "hana-research",
        },
    },
    "quantities": {
        "harbour-rounds": {
            "measure": "rounds of talks",
            "value": "30",
            "unit": "rounds",
            "agreement_id": "harbour-2016",
            "as_of": "2014/2016",
        },
    },
    "claims": {
        "harbour-partner": {
            "aspect": "rank",
            "agreement_id": "harbour-2016",
            "clause": "Norway is the second partner of South Korea",
        },
        "harbour-helps": {
            "aspect": "consequence",
            "agreement_id": "harbour-2016",
            "clause": "the accord helps the region",
            "said_by": "nor",
        },
        "fjord-dropped": {
            "aspect": "cause",
            "date_id": "fjord-signing",
            "clause": "The two had scrapped the Fjord Pact",
        },
        "morning-office": {
            "aspect": "standing",
            "actor": "han-bora",
            "clause": "Defence Minister Han Bora signed for Seoul",
            "object": "kor",
        },
    },
    "actors": {
        "kor": {"name": "South Korea", "kind": "state", "iso3": "KOR", "cow": "732", "gw": "732"},
        "nor": {"name": "Norway", "kind": "state", "iso3": "NOR", "cow": "385", "gw": "385"},
        "han-bora": {"name": "Han Bora", "kind": "person"},
        "hana-research": {"name": "Hana Research", "kind": "pollster"},
        "dock-workers": {"name": "Dock workers", "kind": "group"},
    },
    "aliases": {
        "kor-seoul": {"alias": "Seoul", "kind": "name", "actor_id": "kor", "source_id": MORNING},
        "nor-oslo": {"alias": "Oslo", "kind": "name", "actor_id": "nor", "source_id": EVENING},
        "nor-norwegian": {"alias": "Norwegian", "kind": "demonym", "actor_id": "nor"},
        "the-accord": {
            "alias": "the accord",
            "kind": "name",
            "agreement_id": "harbour-2016",
            "source_id": MORNING,
        },
    },
    "sources": {
        MORNING: {
            "title": "South Korea signs accord with Norway",
            "publisher": "The Ledger",
            "byline": "Ada Quill",
            "published": "2016-11-21",
            "url": "https://ledger.example/accord",
            "language": "en",
            "kind": "news article",
            "rights": "invented for the tests",
        },
        EVENING: {
            "title": "South Korea signs accord with Norway",
            "publisher": "The Ledger",
            "published": "2016-11-22",
            "language": "en",
            "kind": "news article",
            "edition_of": MORNING,
            "rights": "invented for the tests",
        },
    },
}
"""Curated cells of the tables that have a key of one column: table, key, column."""


class Side(NamedTuple):
    """One side of a tension: a cell, or a row, and what it says."""

    tension: str
    side: str
    kind: str
    place: str
    note: str


TENSIONS = (
    Side("fjord-norway", "1", "tension", "dates fjord-claim", "Norway signed, it is said"),
    Side("fjord-norway", "2", "tension", "signatories fjord-nor role", "it was only to sign"),
    Side("fjord-signing", "1", "perhaps one", "dates fjord-claim", "a signing that is claimed"),
    Side("fjord-signing", "2", "perhaps one", "dates fjord-signing", "a signing that was expected"),
)


class Said(NamedTuple):
    """One row of evidence; an empty value is the cell's own, without a rule there is none."""

    cell: str
    quote: str
    words: str
    rule: str
    note: str = ""
    value: str = ""
    relation: str = "supports"
    nth: int = 1


def _m(number: int) -> str:
    return f"{MORNING}-{number}"


def _e(number: int) -> str:
    return f"{EVENING}-{number}"


_ABOUT = "“the accord” is the one just signed"
_WATCH = "watching a harbour is exchanging what is seen"

EVIDENCE = (
    Said("agreements harbour-2016 name", _m(4), "Harbour Watch Accord", "verbatim"),
    Said("agreements harbour-2016 acronym", _m(4), "HWA", "verbatim"),
    Said(
        "agreements harbour-2016 name",
        _m(1),
        "accord with Norway",
        "",
        "the same pact",
        relation="rewords",
    ),
    Said("agreements harbour-2016 subject", _m(4), "Harbour Watch Accord", "judged", _WATCH),
    Said("agreements harbour-2016 instrument", _m(4), "Harbour Watch Accord", "judged", "its name"),
    Said("agreements harbour-2016 status", _m(4), "signed", "cue", "the morning tells it as done"),
    Said("agreements harbour-2016 predecessor", _m(10), "Fjord Pact", "alias"),
    Said("agreements fjord-2013 name", _m(10), "Fjord Pact", "verbatim"),
    Said("agreements fjord-2013 subject", _m(10), "Fjord Pact", "judged", "as its successor"),
    Said("agreements fjord-2013 status", _m(10), "scrapped", "cue", "given up"),
    Said("signatories harbour-kor agreement_id", _m(4), "Harbour Watch Accord", "alias"),
    Said("signatories harbour-kor party", _m(4), "South Korea", "alias"),
    Said("signatories harbour-kor signer", _m(5), "Han Bora", "alias"),
    Said("signatories harbour-kor title", _m(5), "Defence Minister", "verbatim"),
    Said("signatories harbour-kor role", _m(4), "signed", "cue"),
    Said("signatories harbour-nor agreement_id", _m(4), "HWA", "same-sentence"),
    Said("signatories harbour-nor party", _m(4), "Norway", "alias"),
    Said("signatories harbour-nor role", _m(4), "signed", "cue"),
    Said("signatories fjord-kor agreement_id", _m(10), "Fjord Pact", "alias"),
    Said("signatories fjord-kor party", _m(8), "South Korea", "alias"),
    Said("signatories fjord-kor party", _m(10), "The two", "pronoun"),
    Said("signatories fjord-kor role", _m(10), "scrapped", "judged", "what they gave up was to be"),
    Said("signatories fjord-nor agreement_id", _m(10), "Fjord Pact", "alias"),
    Said("signatories fjord-nor party", _m(8), "Norway", "alias"),
    Said("signatories fjord-nor party", _m(10), "The two", "pronoun"),
    Said("signatories fjord-nor role", _m(10), "scrapped", "judged", "what they gave up was to be"),
    Said("polls hana-oppose agreement_id", _m(7), "HWA", "alias"),
    Said("polls hana-oppose proposal", _m(7), "the HWA", "judged", "asked at its signing"),
    Said("polls hana-oppose pollster", _m(7), "Hana Research", "alias"),
    Said("polls hana-oppose answer", _m(7), "against", "cue", "against the accord"),
    Said("polls hana-oppose percent", _m(7), "47 percent", "number"),
    Said("polls hana-oppose percent", _e(4), "Almost half", "number", "", "50", "approximates"),
    Said("polls hana-oppose percent", _e(5), "49 percent", "number", "", "49", "disputes"),
    Said("polls hana-oppose respondents", _m(7), "1,000", "number"),
    Said("reactions han-promise agreement_id", _m(6), "This accord", "judged", _ABOUT),
    Said("reactions han-promise actor", _m(5), "Seoul", "alias"),
    Said("reactions han-promise speaker", _m(5), "Han Bora", "alias"),
    Said("reactions han-promise speaker", _m(6), "she", "pronoun"),
    Said("reactions han-promise act", _m(6), "said", "judged", "no occasion is named"),
    Said("reactions han-promise wording", _m(6), "This accord is a promise", "verbatim"),
    Said("reactions han-promise wording", _m(6), "and it keeps our ports safe", "verbatim"),
    Said("reactions han-promise about", _m(6), "This accord", "judged", "named so"),
    Said("reactions han-promise stance", _m(6), "a promise", "judged", "praise"),
    Said("reactions han-promise theme", _m(6), "ports safe", "judged", "safety"),
    Said("reactions dockers-rally agreement_id", _m(11), "the accord", "alias"),
    Said("reactions dockers-rally actor", _m(11), "Dock workers", "alias"),
    Said("reactions dockers-rally act", _m(11), "rally", "judged", "a gathering"),
    Said("reactions dockers-rally gist", _m(11), "held a rally against the accord", "verbatim"),
    Said("reactions dockers-rally about", _m(11), "against the accord", "judged", "named so"),
    Said("reactions dockers-rally stance", _m(11), "against", "judged", "so called"),
    Said("reactions dockers-rally theme", _m(11), "rally", "judged", "no reason is told"),
    Said("reactions oslo-statement agreement_id", _e(3), "the accord", "judged", _ABOUT),
    Said("reactions oslo-statement actor", _e(3), "Oslo", "alias"),
    Said("reactions oslo-statement act", _e(3), "statement", "judged", "so called"),
    Said("reactions oslo-statement gist", _e(3), "the accord", "verbatim"),
    Said("reactions oslo-statement gist", _e(3), "helps the region", "verbatim"),
    Said("reactions oslo-statement about", _e(3), "the accord", "judged", "named so"),
    Said("reactions oslo-statement act", _e(3), "said in", "", "for made in", relation="slip"),
    Said("reactions oslo-statement stance", _e(3), "helps", "judged", "praise"),
    Said("reactions oslo-statement theme", _e(3), "the region", "judged", "the neighbours"),
    Said("dates harbour-signed date", _m(4), "Monday", "same-day"),
    Said("dates harbour-signed date", _e(2), "Monday", "weekday-before"),
    Said("dates harbour-signed event", _m(4), "signed", "judged", "so called"),
    Said("dates harbour-signed status", _m(4), "signed", "judged", "told as done"),
    Said("dates harbour-signed agreement_id", _m(4), "HWA", "alias"),
    Said("dates harbour-signed place", _m(4), "Seoul", "verbatim"),
    Said("dates harbour-in-force date", _m(9), "next week", "from-publication"),
    Said("dates harbour-in-force event", _m(9), "enter into force", "judged", "so called"),
    Said("dates harbour-in-force status", _m(9), "expected", "cue"),
    Said("dates harbour-in-force agreement_id", _m(9), "HWA", "alias"),
    Said("dates fjord-signing date", _m(10), "February 2013", "date"),
    Said("dates fjord-signing event", _m(10), "signing", "judged", "so called"),
    Said("dates fjord-signing status", _m(10), "expected", "cue", "the article looks back"),
    Said("dates fjord-signing agreement_id", _m(10), "Fjord Pact", "alias"),
    Said("dates fjord-claim date", _e(6), "2012", "date"),
    Said("dates fjord-claim event", _e(6), "signed", "judged", "so called"),
    Said("dates fjord-claim status", _e(6), "claimed", "cue"),
    Said("dates fjord-claim agreement_id", _e(6), "Fjord Pact", "alias"),
    Said("dates fjord-claim actor", _e(6), "Norway", "alias"),
    Said("dates fjord-claim said_by", _e(6), "South Korea", "alias"),
    Said("dates han-speaks date", _m(4), "Monday", "same-day"),
    Said("dates han-speaks event", _m(6), "said", "judged", "she spoke at the signing"),
    Said("dates han-speaks status", _m(6), "said", "judged", "told as done"),
    Said("dates han-speaks agreement_id", _m(6), "This accord", "judged", _ABOUT),
    Said("dates han-speaks actor", _m(5), "Seoul", "alias"),
    Said("dates hana-released date", _e(7), "Monday", "weekday-before"),
    Said("dates hana-released event", _e(7), "presented", "judged", "so called"),
    Said("dates hana-released status", _e(7), "presented", "judged", "told as done"),
    Said("dates hana-released agreement_id", _e(7), "HWA", "alias"),
    Said("dates hana-released actor", _e(7), "Hana Research", "alias"),
    Said("quantities harbour-rounds measure", _m(8), "rounds of talks", "judged", "so called"),
    Said("quantities harbour-rounds value", _m(8), "more than 30", "number"),
    Said("quantities harbour-rounds unit", _m(8), "rounds", "judged", "so called"),
    Said("quantities harbour-rounds agreement_id", _m(8), "talks", "judged", "talks about it"),
    Said("quantities harbour-rounds as_of", _m(8), "from 2014 to 2016", "interval"),
    Said("claims harbour-partner aspect", _m(8), "second", "judged", "its place"),
    Said("claims harbour-partner agreement_id", _m(8), "partner", "judged", "by the accord"),
    Said(
        "claims harbour-partner clause",
        _m(8),
        "Norway is the second partner of South Korea",
        "verbatim",
    ),
    Said("claims harbour-helps aspect", _e(3), "helps", "judged", "what follows"),
    Said("claims harbour-helps agreement_id", _e(3), "the accord", "judged", _ABOUT),
    Said("claims harbour-helps clause", _e(3), "the accord helps the region", "verbatim"),
    Said("claims harbour-helps said_by", _e(3), "Oslo", "alias"),
    Said("claims fjord-dropped aspect", _m(10), "scrapped", "judged", "why no signing came"),
    Said(
        "claims fjord-dropped date_id", _m(10), "signing", "judged", "the signing that was expected"
    ),
    Said("claims fjord-dropped clause", _m(10), "The two had scrapped the Fjord Pact", "verbatim"),
    Said("claims morning-office aspect", _m(5), "Minister", "judged", "her office"),
    Said("claims morning-office actor", _m(5), "Han Bora", "alias"),
    Said(
        "claims morning-office clause",
        _m(5),
        "Defence Minister Han Bora signed for Seoul",
        "verbatim",
    ),
    Said("claims morning-office object", _m(5), "Seoul", "alias"),
    Said("actors kor name", _m(1), "South Korea", "verbatim"),
    Said("actors nor name", _m(1), "Norway", "verbatim"),
    Said("actors han-bora name", _m(5), "Han Bora", "verbatim"),
    Said("actors hana-research name", _m(7), "Hana Research", "verbatim"),
    Said("actors dock-workers name", _m(11), "Dock workers", "verbatim"),
    Said("aliases kor-seoul alias", _m(5), "Seoul", "verbatim"),
    Said("aliases kor-seoul actor_id", _m(5), "Seoul", "judged", "the capital signs for the state"),
    Said("aliases nor-oslo alias", _e(3), "Oslo", "verbatim"),
    Said("aliases nor-oslo actor_id", _e(3), "Oslo", "judged", "the capital speaks for the state"),
    Said("aliases the-accord alias", _m(11), "the accord", "verbatim"),
    Said("aliases the-accord agreement_id", _m(11), "the accord", "judged", _ABOUT),
    Said(f"sources {MORNING} title", _m(1), "South Korea signs accord with Norway", "verbatim"),
    Said(f"sources {MORNING} byline", _m(2), "Ada Quill", "verbatim"),
    Said(f"sources {MORNING} published", _m(3), "November 21, 2016", "date"),
    Said(f"sources {EVENING} published", _e(1), "November 22, 2016", "date"),
)


def _cells(table: str) -> Iterator[Mapping[str, str]]:
    """The curated cells of a table's rows."""
    if table == "quotes":
        for source, exacts in QUOTES.items():
            for number, exact in enumerate(exacts, 1):
                start = str(DOCUMENTS[source].rindex(exact)) if exact == TWICE else ""
                yield {
                    "quote_id": f"{source}-{number}",
                    "source_id": source,
                    "exact": exact,
                    "start": start,
                }
    elif table == "evidence":
        for said in EVIDENCE:
            name, record, column = said.cell.split(" ")
            yield {
                "table_name": name,
                "row_key": record,
                "column_name": column,
                "quote_id": said.quote,
                "words": said.words,
                "nth": str(said.nth),
                "rule": said.rule,
                "says": said.rule and (said.value or ROWS[name][record][column]),
                "relation": said.relation,
                "note": said.note,
            }
    elif table == "tensions":
        yield from map(_side, TENSIONS)
    elif table == "omissions":
        for left in OMISSIONS:
            first = DOCUMENTS[left.source].index(left.words)
            yield {
                "source_id": left.source,
                "start": str(first),
                "stop": str(first + len(left.words)),
                "reason": left.reason,
                "duplicate_of": left.duplicate_of,
                "note": left.note,
            }
    else:
        (key,) = TABLES[table].key
        for name, cells in ROWS[table].items():
            yield {key: name, **cells}


def _side(one: Side) -> Mapping[str, str]:
    name, record, column = f"{one.place} ".split(" ")[:3]
    place = {"table_name": name, "row_key": record, "column_name": column}
    return {
        "tension_id": one.tension,
        "side": one.side,
        "kind": one.kind,
        **place,
        "note": one.note,
    }


def draft() -> dict[str, bytes]:
    """What a curator writes: documents and tables, nothing derived."""
    files = {"pyproject.toml": f'[project]\nversion = "{VERSION}"\n'.encode()}
    files |= dict.fromkeys(LICENCES, b"Invented, for tests.\n")
    files |= {f"corpus/{source}.txt": text.encode() for source, text in DOCUMENTS.items()}
    for name, spec in TABLES.items():
        rows = ([row.get(column, "") for column in spec.header] for row in _cells(name))
        files[spec.path] = csvfile.encode(spec.header, rows)
    return files


@cache
def _good() -> Mapping[str, bytes]:
    files = draft()
    fmt(files)
    build(files)
    return MappingProxyType(files)


def good() -> dict[str, bytes]:
    """The good package; whoever calls this may damage it."""
    return dict(_good())


def curated(folder: Path) -> Path:
    """Write what a curator writes into ``folder``; answer ``folder``."""
    return lay_out(draft(), folder)


def write(folder: Path) -> Path:
    """Write the good package into ``folder``; answer ``folder``."""
    return lay_out(_good(), folder)
