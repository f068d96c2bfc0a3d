"""The account of a quote: what its words say beyond its evidence is found, or openly left out."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.checks.account import accounted, shares
from gsomia_data.curation.rules.account import LIMIT, WORD, is_long, length, silent, units
from gsomia_data.curation.rules.account_words import ACCOUNT_WORDS
from gsomia_data.curation.rules.names import NO_NAMES, Name, Names
from gsomia_data.curation.rules.wordlist import WordList
from gsomia_data.curation.schema.models import TABLES
from kit import tiny
from kit.examples import examples
from kit.faults import drop, rows
from kit.files import package
from kit.literal import breaches

Row = dict[str, str]

NAMES = Names({key: Name(text, "x") for key, text in (("hana", "Hana"), ("北海", "北海"))}, {})
SENTENCE = "Hana dropped the 2012 pact because angry dock workers went on strike."
SOURCE = {
    "source_id": "s",
    "title": "Pact dropped",
    "publisher": "The Ledger",
    "published": "2016-11-23",
    "language": "en",
    "kind": "news article",
    "rights": "invented for the tests",
}


def content(passage: str) -> int:
    """How much a passage says, in parts."""
    return sum(unit.content for unit in units(passage, NAMES))


def found(passage: str, *borne: str) -> list[str]:
    """The runs of a passage of which these words are borne."""
    spans = [(passage.index(words), passage.index(words) + len(words)) for words in borne]
    return [passage[run.start : run.end] for run in silent(units(passage, NAMES), spans)]


class TestContent:
    """What a word adds: names, numbers, days, function words and words for a pact add nothing."""

    @pytest.mark.parametrize(
        ("passage", "words"),
        [
            ("Hana", 0),
            ("on 23 November 2016", 0),
            ("forty-two", 0),
            ("the agreement, or deal", 0),
            ("they've, didn't, Hana’s", 0),
            ("dock workers", 2),
            ("Norway", 1),
            ("recent weeks", 2),
        ],
    )
    def test_of_words(self, passage: str, words: int) -> None:
        """A name that the document does not list is content, and so is a time without a day."""
        assert content(passage) == words * WORD

    @pytest.mark.parametrize(
        ("passage", "characters"),
        [("항의가 커졌다", 6), ("北海が抗議した。", 5), ("2016年11月23日に", 1), ("GSOMIA協定", 2)],
    )
    def test_of_characters(self, passage: str, characters: int) -> None:
        """In Korean and Japanese each character outside names and numbers is one part."""
        assert content(passage) == characters

    @pytest.mark.parametrize("listed", ACCOUNT_WORDS, ids=lambda listed: listed.name)
    def test_of_listed_words(self, listed: WordList) -> None:
        """Each word of the lists adds nothing to two others, in capitals or without."""
        for word in listed.words:
            passage = "ports _ hold".replace(" _" if word == "'s" else "_", word)
            assert content(passage) == 2 * WORD, word
            assert word == "'s" or content(passage.upper()) == 2 * WORD, word


class TestRuns:
    """A run is as long as no evidence interrupts it, and says something if it is long enough."""

    @pytest.mark.parametrize(
        ("borne", "left"),
        [
            ((), [SENTENCE.rstrip(".")]),
            (("dropped",), ["the 2012 pact because angry dock workers went on strike"]),
            (("dropped", "workers"), []),
            (("angry dock workers went on strike",), []),
            (
                ("Hana", "dropped", "2012", "angr"),
                ["pact because angry dock workers went on strike"],
            ),
        ],
    )
    def test_of_a_sentence(self, borne: tuple[str, ...], left: list[str]) -> None:
        """Two content words may be left between the words that evidence cites, and no more."""
        assert found(SENTENCE, *borne) == left

    def test_of_japanese(self) -> None:
        """Eight characters may be left, and no more; a name is not counted."""
        assert found("北海は抗議が広がった") == []
        assert found("北海は抗議が広がったと") == ["北海は抗議が広がったと"]
        assert found("北海は抗議が広がったと", "抗議") == []

    @examples(60)
    @given(
        st.text("ab 한국の。「1").map(str.strip),
        st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple)),
    )
    def test_runs_are_apart(self, passage: str, borne: list[tuple[int, int]]) -> None:
        """Each says enough, no two meet, and none holds a word that is borne."""
        listed = units(passage, NO_NAMES)
        runs = list(silent(listed, borne))
        assert all(one.end <= two.start for one, two in pairwise(runs))
        for run in runs:
            inside = [unit for unit in listed if run.start <= unit.start and unit.end <= run.end]
            assert sum(unit.content for unit in inside) == run.content > LIMIT
            assert length(inside, borne) == 0


@pytest.mark.parametrize(
    ("words", "long"),
    [
        ("one two three four five six", False),
        ("one two - three, four's five six", False),
        ("one two three four five six seven", True),
        ("가나다라마바사아자차카타파하가나다라마바사아자차", False),
        ("가나다라마바사아자차카타파하 가나다라마바사아자차카", True),
    ],
)
def test_a_long_judgement(words: str, long: bool) -> None:  # noqa: FBT001 - a case, not a switch
    """More than six words, or twenty-four characters, do not show what a judgement rests on."""
    assert is_long(words) is long
    assert is_long(unicodedata.normalize("NFD", words)) is long


def judged(words: str, rule: str = "judged") -> Row:
    """Evidence that cites words of the sentence."""
    return {
        "table_name": "polls",
        "row_key": "p",
        "column_name": "question",
        "quote_id": "q",
        "words": words,
        "nth": "1",
        "rule": rule,
        "says": "x",
        "relation": "supports",
        "note": "so called",
    }


def told(evidence: list[Row], omissions: list[Row] | None = None) -> list[str]:
    """What the check says of the sentence, which begins at the fourth character."""
    listed = breaches(
        "O07",
        documents={"s": f"By: {SENTENCE}"},
        sources=[SOURCE],
        quotes=[{"quote_id": "q", "source_id": "s", "exact": SENTENCE, "start": "4"}],
        evidence=evidence,
        omissions=omissions or [],
    )
    assert {(one.path, one.line, one.column) for one in listed} <= {
        ("dataset/quotes.csv", 2, "exact")
    }
    return [f"{one.message} | {one.hint}" for one in listed]


def omitted(*words: str) -> list[Row]:
    """Omissions inside the sentence."""
    spans = [(4 + SENTENCE.index(one), 4 + SENTENCE.index(one) + len(one)) for one in words]
    place = {"source_id": "s", "reason": "background"}
    return [place | {"start": str(start), "stop": str(stop)} for start, stop in spans]


class TestOmissions:
    """O06: an omission inside a quote reaches from evidence to evidence."""

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            (["the 2012 pact because angry"], []),
            (["the 2012 pact", "because angry"], []),
            (["went on strike"], []),
            (["2012 pact because angry"], [("start", "write 17")]),
            (["the 2012 pact because"], [("stop", "write 44")]),
            (["the 2012", "because angry"], [("stop", "write 30"), ("start", "write 26")]),
            (["the 2012 pact because ang"], [("stop", "write 44")]),
            (["went on strike."], [("stop", "write 72")]),
            (["."], [("stop", "delete it")]),
            (["dropped the 2012 pact because angry"], [("words", "cite other words")]),
        ],
    )
    def test_reach(self, words: list[str], found: list[tuple[str, str]]) -> None:
        """Its positions are those of the words between what is cited or omitted beside it."""
        listed = breaches(
            "O06",
            documents={"s": f"By: {SENTENCE}"},
            sources=[SOURCE],
            quotes=[{"quote_id": "q", "source_id": "s", "exact": SENTENCE, "start": "4"}],
            evidence=[judged("Hana dropped"), judged("dock workers")],
            omissions=omitted(*words),
        )
        assert [(one.column, one.hint.partition(",")[0]) for one in listed] == found

    def test_without_the_corpus(self) -> None:
        """The quote gives its position for itself."""
        listed = breaches(
            "O06",
            sources=[SOURCE],
            quotes=[{"quote_id": "q", "source_id": "s", "exact": SENTENCE, "start": "4"}],
            evidence=[judged("dropped")],
            omissions=omitted("dropped the 2012 pact because"),
        )
        assert {(one.path, one.column) for one in listed} == {
            ("dataset/evidence.csv", "words"),
            ("dataset/omissions.csv", "stop"),
            ("dataset/omissions.csv", "start"),
        }


class TestCheck:
    """O07: what a quote says is in its evidence, or in an omission inside it."""

    def test_names_the_run_and_the_line_to_paste(self) -> None:
        """The omission that it prints accounts for the run."""
        (one,) = told([judged("dropped")])
        assert "'the 2012 pact because angry dock workers went on strike'" in one
        line = "s,17,72,the 2012 pact because an,REASON,,"
        assert one.endswith(f"omit it with the reason: {line}")
        source, start, stop, opens, *_ = line.split(",")
        cells = {"source_id": source, "start": start, "stop": stop, "opens": opens}
        assert told([judged("dropped")], [cells | {"reason": "background"}]) == []

    def test_a_long_judgement_bears_nothing(self) -> None:
        """Shorter words, or a rule, bear what they cite; then no omission is proposed."""
        words = "because angry dock workers went on strike"
        assert told([judged("dropped"), judged(words, "verbatim")]) == []
        assert told([judged("dropped"), judged("angry dock workers went on strike")]) == []
        (one,) = told([judged("dropped"), judged(words)])
        assert "more than six words does not count" in one
        assert "REASON" not in one

    def test_the_tiny_package_is_accounted_for(self) -> None:
        """It is so by an omission that is a part of a quote; without this a run is found."""
        good = tiny.good()
        assert list(accounted.run(package(good))) == []
        place = tiny.DOCUMENTS[tiny.EVENING].index("to the public in")
        drop("omissions", f"{tiny.EVENING} {place}")(good)
        (one,) = accounted.run(package(good))
        assert "'to the public in a crowded hall on'" in one.message


class TestShares:
    """How much of the words of the quotes is cited, and how much is left out inside them."""

    def test_of_a_document(self) -> None:
        """What the evidence of one quote cites, and what is omitted, are parts of all its words."""
        good = tiny.good()
        words = len(re.findall(r"\w+", " ".join(tiny.QUOTES[tiny.EVENING])))
        before = shares(package(good))[tiny.EVENING]
        assert before.omitted == len("to the public in a crowded hall on".split()) / words
        for row in rows(good, "evidence"):
            if row["quote_id"] == f"{tiny.EVENING}-7":
                drop("evidence", " ".join(row[name] for name in TABLES["evidence"].key))(good)
        after = shares(package(good))[tiny.EVENING]
        lost = len("Hana Research presented HWA Monday".split())
        assert before.cited - after.cited == pytest.approx(lost / words)
        assert after.quoted == before.quoted == sum(map(len, tiny.QUOTES[tiny.EVENING]))
        assert after.characters == len(tiny.DOCUMENTS[tiny.EVENING])
