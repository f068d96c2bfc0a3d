"""A row of evidence is as firm as the weakest link of its chain (docs/evidence.md)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data
from gsomia_data._floor import names
from gsomia_data._floor.firmness import FIRMEST, NEEDED, Strength, Vocabulary, firmness
from gsomia_data.curation.checks.proof import lines, prove
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import read
from gsomia_data.curation.rules import RULES
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES
from kit import literal, tiny
from kit.examples import examples
from kit.faults import both, edit
from kit.files import freshen, package
from kit.real import ROOT, copy_of_the_package

Row = dict[str, str]


def said(cell: str, words: str, rule: str, says: str, **more: str) -> Row:
    """A row of evidence for a cell (table, key and column) from the document `s`."""
    table, row, column = cell.split()
    place = {"table_name": table, "row_key": row, "column_name": column, "quote_id": "q"}
    more = {"nth": "1", "relation": "supports", **more}
    return {**place, "words": words, "rule": rule, "says": says, **more}


QUOTES = [
    {"quote_id": "q", "source_id": "s", "exact": "..."},
    {"quote_id": "other", "source_id": "t", "exact": "..."},
]
ACTORS = [{"actor_id": "kor", "name": "South Korea"}, {"actor_id": "usa", "name": "US"}]
ALIASES = [
    {"alias_id": "s-seoul", "alias": "Seoul", "actor_id": "kor", "source_id": "s"},
    {"alias_id": "s-us", "alias": "us", "actor_id": "usa", "source_id": "s"},
]
AGREEMENTS = [{"agreement_id": "gsomia", "name": "The Accord", "acronym": "GSOMIA"}]


def firm(
    *evidence: Row, aliases: Sequence[Row] = ALIASES, actors: Sequence[Row] = ACTORS
) -> list[str]:
    """The firmness of rows in a package with two actors, their aliases and an agreement."""
    return literal.firmness(
        evidence=evidence, quotes=QUOTES, actors=actors, aliases=aliases, agreements=AGREEMENTS
    )


PUBLISHED = said("sources s published", "November 23, 2016", "date", "2016-11-23")
"""The day of publication in the text of the document `s`."""


def day(rule: str, words: str = "Wednesday", says: str = "2016-11-23", **more: str) -> Row:
    """A row for a date."""
    return said("dates d date", words, rule, says, **more)


class TestTheDayOfPublication:
    """A date that is resolved against it rests on it."""

    @pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if rule.relative])
    def test_in_the_text(self, rule: str) -> None:
        """Proved in a document that says when it was published, inferred in another."""
        assert firm(PUBLISHED, day(rule)) == ["proved", "proved"]
        assert firm(day(rule)) == ["inferred"]
        assert firm(PUBLISHED, day(rule, quote_id="other")) == ["proved", "inferred"]

    def test_which_rules(self) -> None:
        """All that read dates, but for those whose words hold the year."""
        dates = {name for name, rule in RULES.items() if rule.strength.dates}
        assert dates - {name for name, rule in RULES.items() if rule.relative} == {
            "date",
            "interval",
            "within",
        }
        assert not {name for name, rule in RULES.items() if rule.relative} - dates

    @pytest.mark.parametrize("rule", ["date", "interval", "within"])
    def test_a_date_by_itself(self, rule: str) -> None:
        """It rests on nothing else."""
        assert firm(day(rule)) == ["proved"]

    def test_only_what_supports_it(self) -> None:
        """Words that dispute the day of publication prove no day."""
        assert firm({**PUBLISHED, "relation": "disputes"}, day("same-day"))[1] == "inferred"

    def test_a_caption(self) -> None:
        """Words that date something else are inferred, and what is resolved against them."""
        caption = {**PUBLISHED, "note": "the caption dates the photograph"}
        assert firm(caption, day("same-day")) == ["inferred", "inferred"]
        assert firm(caption, PUBLISHED | {"nth": "2"}, day("same-day"))[2] == "proved"

    def test_a_circle(self) -> None:
        """A day of publication that is resolved against itself proves nothing."""
        circle = said("sources s published", "today", "same-day", "2016-11-23")
        assert firm(circle, day("same-day")) == ["inferred", "inferred"]


class TestNotesOnDates:
    """A note on a date says that its words date something else."""

    @pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if rule.strength.dates])
    def test_a_date(self, rule: str) -> None:
        """It is inferred with a note, whatever its rule."""
        assert firm(PUBLISHED, day(rule, note="the year of the signing"))[1] == "inferred"

    def test_no_date(self) -> None:
        """A note on a number or on words says nothing of the kind."""
        number = said("polls p percent", "59 percent", "number", "59", note="rounded")
        name = said("actors kor name", "South Korea", "verbatim", "South Korea", note="so printed")
        assert firm(number, name) == ["proved", "proved"]


class TestNames:
    """A name that is not the actor's own rests on evidence for whose name it is."""

    ALIAS = said("dates d actor", "Seoul", "alias", "kor")
    JUDGED = said("aliases s-seoul actor_id", "Seoul", "judged", "kor", note="the capital")
    FULL = said("aliases s-seoul actor_id", "South Korea", "alias", "kor")

    def test_judged(self) -> None:
        """An alias that a coder assigned is inferred; what the coder decided stays judged."""
        assert firm(self.ALIAS, self.JUDGED) == ["inferred", "judged"]

    def test_proved(self) -> None:
        """An alias that words assign is proved, also beside a judgement."""
        assert firm(self.ALIAS, self.JUDGED, self.FULL) == ["proved", "judged", "proved"]

    def test_without_evidence(self) -> None:
        """An alias without evidence, of another document, or in no table is inferred."""
        assert firm(self.ALIAS) == ["inferred"]
        assert firm({**self.ALIAS, "quote_id": "other"}, self.FULL)[0] == "inferred"
        assert firm(self.ALIAS, self.FULL, aliases=[])[0] == "inferred"

    @pytest.mark.parametrize("words", ["South Korea", "the South Korea", "SOUTH Korea"])
    def test_own(self, words: str) -> None:
        """The actor's own name is proved."""
        assert firm({**self.ALIAS, "words": words}) == ["proved"]

    def test_an_acronym(self) -> None:
        """An acronym is the own name only as it is printed."""
        assert firm(said("dates d actor", "US", "alias", "usa")) == ["proved"]
        assert firm(said("dates d actor", "us", "alias", "usa")) == ["inferred"]

    @pytest.mark.parametrize("words", ["Accord", "the Accord", "GSOMIA"])
    def test_an_agreement(self, words: str) -> None:
        """The name and the acronym of an agreement are proved."""
        assert firm(said("dates d agreement_id", words, "alias", "gsomia")) == ["proved"]

    def test_a_listed_name(self) -> None:
        """A name without a document is proved in every document, and so is its government."""
        listed = [{"alias_id": "l", "alias": "Seoul", "actor_id": "kor", "kind": "name"}]
        government = {**self.ALIAS, "words": "the Seoul government"}
        assert (
            firm(self.ALIAS, {**self.ALIAS, "quote_id": "other"}, aliases=listed) == ["proved"] * 2
        )
        assert firm(government, aliases=listed) == ["inferred"]
        state = [{**ACTORS[0], "kind": "state"}]
        assert firm(government, aliases=listed, actors=state) == ["proved"]

    @pytest.mark.parametrize(
        ("name", "kind", "firmness_"),
        [
            ("South Korean protesters", "public", "inferred"),
            ("Advocacy groups", "group", "inferred"),
            ("prosecutors", "body", "inferred"),
            ("Blue House", "body", "proved"),
        ],
    )
    def test_a_description(self, name: str, kind: str, firmness_: str) -> None:
        """A name that only describes leaves to a coder who they are."""
        actors = [{"actor_id": "a", "name": name, "kind": kind}]
        row = said("dates d actor", name, "alias", "a")
        assert firm(row, actors=actors) == [firmness_]

    def test_an_alias_of_an_agreement(self) -> None:
        """It rests on evidence for the agreement that it names, as one of an actor does."""
        aliases = [
            {"alias_id": "p", "alias": "the pact", "agreement_id": "gsomia", "source_id": "s"}
        ]
        row = said("dates d agreement_id", "the pact", "alias", "gsomia")
        judged = said("aliases p agreement_id", "the pact", "judged", "gsomia", note="so meant")
        named = said("aliases p agreement_id", "GSOMIA", "alias", "gsomia")
        assert firm(row, judged, aliases=aliases) == ["inferred", "judged"]
        assert firm(row, named, aliases=aliases) == ["proved", "proved"]
        assert firm({**row, "words": "a pact"}, named, aliases=aliases)[0] == "inferred"

    def test_a_circle(self) -> None:
        """Two aliases that prove each other prove nothing."""
        rows = [
            said("aliases a actor_id", "Tokyo", "alias", "jpn"),
            said("aliases b actor_id", "Edo", "alias", "jpn"),
        ]
        shared = {"actor_id": "jpn", "source_id": "s"}
        aliases = [
            {"alias_id": "a", "alias": "Edo", **shared},
            {"alias_id": "b", "alias": "Tokyo", **shared},
        ]
        assert firm(*rows, aliases=aliases) == ["inferred", "inferred"]

    def test_a_pronoun(self) -> None:
        """It is inferred, and so is a name that supports the cell through it alone."""
        name = {**self.ALIAS, "words": "South Korea"}
        pronoun = {**self.ALIAS, "words": "it", "rule": "pronoun", "quote_id": "other"}
        assert firm(name, pronoun) == ["inferred", "inferred"]
        beside = said("dates d date", "2016", "date", "2016")
        assert firm(name, pronoun, beside) == ["proved", "inferred", "proved"]


class TestLoneCues:
    """A cue that serves one cell is a judgement, unless it is the code's own word."""

    @pytest.mark.parametrize(
        ("cell", "words", "says", "firmness"),
        [
            ("dates d event", "article", "article", "inferred"),
            ("claims c aspect", "channel", "channel", "inferred"),
            ("claims c aspect", "does not cover", "exclusion", "judged"),
            ("agreements a status", "struck", "concluded", "judged"),
            ("dates d event", "survey", "poll released", "judged"),
            ("quantities n measure", "nuclear test", "nuclear tests", "judged"),
        ],
    )
    def test_one_cell(self, cell: str, words: str, says: str, firmness: str) -> None:
        """Its own word, or another."""
        assert firm(said(cell, words, "cue", says)) == [firmness]

    def test_two_cells(self) -> None:
        """A cue that two cells share is inferred, whatever its word."""
        rows = [said(f"agreements {key} status", "struck", "cue", "concluded") for key in "ab"]
        assert firm(*rows) == ["inferred", "inferred"]

    def test_needs_no_reason(self) -> None:
        """What counts as inferred may have an empty note; what counts as judged may not."""
        own = said("agreements a channel", "directly", "cue", "direct")
        other = said("agreements a status", "struck", "cue", "concluded")
        assert literal.breaches("E03", evidence=[own, {**other, "note": "agreed"}]) == []
        (found,) = literal.breaches("E03", evidence=[own, other])
        assert (found.line, found.column) == (3, "note")
        assert "own word" in found.message


class TestTheSameSentence:
    """A row belongs to the agreement that its quote is about."""

    STATUS = said("agreements gsomia status", "signed", "cue", "concluded")
    PARTY = said("signatories g party", "South Korea", "alias", "kor")
    ROW = said("signatories g agreement_id", "signed", "same-sentence", "gsomia", note="x")

    def test_inferred(self) -> None:
        """If a rule shows the agreement and another cell of the row."""
        other = said("agreements b status", "signed", "cue", "concluded")
        assert firm(self.STATUS, other, self.PARTY, self.ROW)[-1] == "inferred"

    @pytest.mark.parametrize("missing", ["status", "party", "quote", "agreement"])
    def test_judged(self, missing: str) -> None:
        """If a judgement shows one of the two, or what shows it is in another quote."""
        status, party, row = dict(self.STATUS), dict(self.PARTY), dict(self.ROW)
        other = said("agreements b status", "signed", "cue", "concluded")
        if missing == "status":
            status["rule"] = "judged"
        elif missing == "party":
            party["rule"] = "judged"
        elif missing == "quote":
            row["quote_id"] = "other"
        else:
            row["says"] = "b-2"
        assert firm(status, other, party, row)[-1] == "judged"

    def test_a_lone_cue(self) -> None:
        """A cue that is a judgement shows no more than one."""
        assert firm(self.STATUS, self.PARTY, self.ROW)[-1] == "judged"


RULE_NAMES = ["date", "relative", "alias", "cue", "pronoun", "judged", "strange"]
VOCABULARY = Vocabulary(
    {
        "date": Strength("proved", dates=True, relative=False),
        "relative": Strength("proved", dates=True, relative=True),
        "alias": Strength("proved", dates=False, relative=False),
        "cue": Strength("inferred", dates=False, relative=False),
        "pronoun": Strength("inferred", dates=False, relative=False),
        "judged": Strength("judged", dates=False, relative=False),
    },
    {("dates", "event"): {"rally": ("rally", "gathering")}},
)
PLACES = st.sampled_from(
    [
        "sources s published",
        "sources t published",
        "aliases a actor_id",
        "aliases b actor_id",
        "dates d date",
        "dates d actor",
        "dates d event",
        "dates e event",
    ]
)
EVIDENCE = st.lists(
    st.builds(
        said,
        PLACES,
        st.sampled_from(["Seoul", "Edo", "South Korea", "rally", "gathering"]),
        st.sampled_from(RULE_NAMES),
        st.sampled_from(["kor", "rally", "2016"]),
        quote_id=st.sampled_from(["q", "other", "missing"]),
        note=st.sampled_from(["", "a note"]),
        relation=st.sampled_from(["supports", "disputes"]),
    ),
    max_size=12,
)
TABLES_OF_IT: Mapping[str, Sequence[Row]] = {
    "quotes": QUOTES,
    "actors": ACTORS,
    "agreements": AGREEMENTS,
    "aliases": [
        {"alias_id": "a", "alias": "Seoul", "actor_id": "kor", "source_id": "s"},
        {"alias_id": "b", "alias": "Edo", "actor_id": "kor", "source_id": "s"},
    ],
}
RANK = FIRMEST.index


@given(EVIDENCE)
@examples(400)
def test_no_row_is_firmer_than_a_link(evidence: list[Row]) -> None:
    """Of the rule, the day of publication, the alias and the note, none is weaker than the row."""
    found = firmness({**TABLES_OF_IT, "evidence": evidence}, VOCABULARY)

    def cap(*cell: str) -> int:
        """What the cell allows at most to what rests on it: a judgement allows inferred."""
        ranks = [
            RANK(one)
            for row, one in zip(evidence, found, strict=True)
            if (row["table_name"], row["row_key"], row["column_name"]) == cell
            and row["relation"] == "supports"
        ]
        return min([*ranks, RANK("inferred")])

    for row, one in zip(evidence, found, strict=True):
        rule = VOCABULARY.rules.get(row["rule"])
        links = [RANK(rule.firmness) if rule else RANK("judged")]
        source = {"q": "s", "other": "t"}.get(row["quote_id"], "")
        if rule and rule.relative:
            links.append(cap("sources", source, "published"))
        if rule and rule.dates and row["note"]:
            links.append(RANK("inferred"))
        if row["rule"] == "alias" and (row["says"], row["words"]) != ("kor", "South Korea"):
            alias = {"Seoul": "a", "Edo": "b"}.get(row["words"], "")
            known = source == "s" and row["says"] == "kor"
            links.append(cap("aliases", alias, "actor_id") if known else RANK("inferred"))
        assert RANK(one) >= max(links)


@given(EVIDENCE)
@examples(50)
def test_the_order_of_rows_does_not_count(evidence: list[Row]) -> None:
    """A link holds wherever it is in the file."""
    found = firmness({**TABLES_OF_IT, "evidence": evidence}, VOCABULARY)
    turned = firmness({**TABLES_OF_IT, "evidence": evidence[::-1]}, VOCABULARY)
    assert turned == found[::-1]


class TestBothHalves:
    """`check` and `gd.evidence()` give every row the same firmness."""

    @staticmethod
    def counted(root: Path) -> list[str]:
        """As `check` counts."""
        judged = Package(read(root, default_version=""))
        return [judged.firmness(witness) for witness in judged.witnesses]

    @staticmethod
    def read(root: Path) -> list[str]:
        """As `gd.evidence()` reads; a row that gives no value has none."""
        return gsomia_data.open(root).evidence()["firmness"].astype("string").fillna("").tolist()

    def test_the_real_data(self) -> None:
        """Row by row."""
        found = self.read(ROOT)
        assert found == self.counted(ROOT)
        assert set(found) == {*FIRMEST, ""}

    def test_words_that_give_no_value_are_not_firm(self) -> None:
        """What only rewords a cell, or is a slip, has no firmness; all else has one."""
        rows = gsomia_data.open(ROOT).evidence()
        bare = rows["relation"].isin(["rewords", "slip"])
        assert bare.any()
        assert rows.loc[bare, ["rule", "says", "firmness"]].isna().all(axis=None)
        assert rows.loc[~bare, ["rule", "says", "firmness"]].notna().all(axis=None)

    def test_the_tiny_package(self, tmp_path: Path) -> None:
        """Before and after each link is weakened."""
        damage = both(
            edit("evidence", f"sources {tiny.MORNING} published", note="a caption"),
            edit("evidence", "dates fjord-signing date", note="the year of the plan"),
        )
        files = tiny.good()
        strong = Package(package(files).snapshot)
        damage(files)
        freshen(files)
        weak = package(files)
        changed = {
            (*before.cell, before.entry.cells["words"])
            for before, after in zip(strong.witnesses, weak.witnesses, strict=True)
            if strong.firmness(before) != weak.firmness(after)
        }
        assert changed == {
            ("sources", tiny.MORNING, "published", "November 21, 2016"),
            ("dates", "fjord-signing", "date", "February 2013"),
            ("dates", "harbour-in-force", "date", "next week"),
            ("dates", "harbour-signed", "date", "Monday"),
            ("dates", "han-speaks", "date", "Monday"),
        }
        folder = tmp_path / "weak"
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        assert self.read(folder) == self.counted(folder)

    def test_a_copy_with_another_schema(self, tmp_path: Path) -> None:
        """The reading half takes rules and cues from the schemas, not from the code."""
        root = copy_of_the_package(tmp_path)
        schema = root / "schemas" / "evidence.schema.json"
        text = schema.read_text(encoding="utf-8")
        assert '"relative": true' in text
        schema.write_text(text.replace('"relative": true', '"relative": false'), encoding="utf-8")
        found = self.read(root)
        assert found.count("proved") > self.counted(root).count("proved")


@pytest.fixture(scope="module")
def real() -> Package:
    """The package; tests only read it."""
    return Package(read(ROOT, default_version=""))


class TestTheRealData:
    """What the links do to the rows of today."""

    def test_days(self, real: Package) -> None:
        """Only the article that gives its own date proves a day that is resolved against it."""
        sources = {
            witness.quote.cells["source_id"]
            for witness in real.witnesses
            if witness.quote
            and witness.gives_value
            and RULES[witness.entry.cells["rule"]].relative
            and real.firmness(witness) == "proved"
        }
        given = {row["source_id"]: row["published_from"] for row in real.tables["sources"]}
        assert "cnn-2016-11-23-0105et" in sources
        assert {given[source] for source in sources} == {"text"}

    def test_names(self, real: Package) -> None:
        """A name by which a row is proved is nobody's alias in that document."""
        aliases = {(row["source_id"], names.key(row["alias"])) for row in real.tables["aliases"]}
        for witness in real.witnesses:
            if witness.entry.cells["rule"] == "alias" and real.firmness(witness) == "proved":
                assert witness.quote is not None
                source = witness.quote.cells["source_id"]
                assert (source, names.key(witness.entry.cells["words"])) not in aliases

    def test_a_cell_takes_its_firmest_row(self, real: Package) -> None:
        """The signing is proved by CNN, whatever the caption of Press TV is worth."""
        rows = real.by_cell["dates", "gsomia-2016-signed", "date"]
        firmness = {real.firmness(row) for row in rows if row.gives_value}
        assert firmness == {"proved", "inferred"}

    def test_sums(self, real: Package) -> None:
        """Record tables, claims and supporting tables are counted apart; together they are all."""
        proof = prove(real)
        assert [*proof.record, *proof.claims] == list(RECORD_TABLES)
        assert {*proof.record, *proof.claims, *proof.supporting} == set(proof.tables)
        sums = proof.sums
        for part in ("cells", *FIRMEST):
            parts = [getattr(sums[name], part) for name in ("record", "supporting", "all")]
            claims = getattr(proof.claims["claims"], part)
            assert parts[0] + claims + parts[1] == parts[2]
            assert parts[0] == sum(getattr(shares, part) for shares in proof.record.values())
        listed = [line[:14].rstrip() for line in lines(proof)]
        assert listed[1:-1] == [
            *proof.record,
            "all record",
            *proof.claims,
            *proof.supporting,
            "all supporting",
            "all",
        ]


def test_the_needed_tables_are_tables() -> None:
    """Firmness reads tables of the package."""
    assert set(NEEDED) <= set(TABLES)
