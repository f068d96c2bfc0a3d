"""A Korean and a Japanese document as they are: what is read of them, and the walk with both.

Their answer key was written beforehand by somebody who had not seen the code (documents/README.md).
No line of it may be read wrongly: what is certain gives its value or nothing, what a careful reader
refuses gives nothing. Most of what is certain must be read.

When they were first read, certain dates, numbers and names were read in 1, 3 and 17 of 14, 12 and
18 lines of the Korean one, and in 2, 8 and 11 of 13, 11 and 15 of the Japanese one; one line that
was to be refused gave a date. What was found then was mended for its kind.
"""

import csv
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import gsomia_data as gd
from gsomia_data._floor.text import is_whole, places
from gsomia_data.curation.rules import RULES, Context, Words, reread
from gsomia_data.curation.rules.names import Names, names_of
from gsomia_data.curation.rules.numbers import numbers
from gsomia_data.curation.schema.models import TABLES
from kit.files import Files, checked, lay_out
from kit.korean_japanese import DOCUMENTS, JAPANESE, KOREAN, QUOTES, ROWS, add_documents
from kit.real import PARTS, ROOT

Line = dict[str, str]

HERE = Path(__file__).parent / "documents"
REFUSED = "refused"
SOURCES = {"ko": KOREAN, "ja": JAPANESE}
KINDS = {
    **dict.fromkeys(("date", "as_of", "fieldwork", "released"), "date"),
    **dict.fromkeys(("value", "percent", "respondents", "korea_partner_rank"), "number"),
    **dict.fromkeys(("bound", "wording"), "words"),
    **dict.fromkeys(("name", "acronym"), "name"),
}
"""What is read for a column; the aliases are names, the traps all three, the rest is for coders."""
RANKS = {"agreements.korea_partner_rank": "quantities.value"}
"""The key was written when a rank was a column of its own."""
READ = {
    "ko": {"date": 14, "number": 8, "name": 17, "words": 5},
    "ja": {"date": 10, "number": 8, "name": 14, "words": 4},
}
"""How many certain lines are read, at least."""
OPINIONS = {"verbatim", "pronoun", "judged", "same-sentence"}
"""Rules that give what they are given, or look at other rows."""
CAPITALS = {"서울": "kor", "도쿄": "jpn", "워싱턴": "usa", "ソウル": "kor", "東京": "jpn"}
STATES = ("kor", "jpn", "usa", "prk")


class Reading(NamedTuple):
    """What the key says of a line, and what the rules give.

    Attributes:
        right: The value, or that it is refused.
        found: The value that comes out, or that none does.
    """

    right: str
    found: str


def lines(path: Path) -> list[Line]:
    """The lines of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kind_of(line: Line) -> str:
    """What is read for the line; empty where only a coder can give the value."""
    if line["table"] == "trap":
        return "trap"
    if line["table"] == "aliases" or (line["table"] == "actors" and line["column"] == "name"):
        return "name"
    return KINDS.get(line["column"], "")


KEY = [line for line in lines(HERE / "key.csv") if kind_of(line)]
VERDICTS = {
    tuple(one[name] for name in ("document", "sentence", "table", "row", "column")): one["gives"]
    for one in lines(HERE / "verdicts.csv")
}


@cache
def sentences(name: str) -> tuple[tuple[int, int], ...]:
    """The spans of the six sentences; the headline is none."""
    ends = re.finditer(
        r"\S.*?(?:(?<=[가-힣])\.(?=\s)|。(?=[^」])|。?$)", DOCUMENTS[SOURCES[name]], re.MULTILINE
    )
    return tuple(one.span() for one in ends)[1:]


@cache
def listed(name: str) -> Names:
    """The names of the key and the capitals, as a curator lists them for the document."""
    named = [line for line in KEY if line["document"] == name and line["value"] != REFUSED]
    actors = {
        line["row"]: {
            "actor_id": line["row"],
            "name": line["words"],
            "kind": "person" if "kind person" in line["comment"] else "body",
        }
        for line in named
        if line["table"] == "actors"
    }
    states = [{"actor_id": one, "name": one, "kind": "state"} for one in STATES]
    aliases = [
        {
            "alias": line["words"],
            "source_id": name,
            "actor_id": "",
            "agreement_id": "",
            "kind": "name",
            line["column"]: line["value"],
        }
        for line in named
        if line["table"] == "aliases" and line["words"] not in CAPITALS
    ]
    capitals = [
        {"alias": alias, "kind": "capital", "actor_id": of, "agreement_id": "", "source_id": ""}
        for alias, of in CAPITALS.items()
    ]
    agreement = {"agreement_id": "gsomia-2016", "name": "", "acronym": ""}
    for line in named:
        if line["table"] == "agreements" and line["column"] in agreement:
            agreement[line["column"]] = line["words"]
    return names_of(name, [*states, *actors.values()], [*aliases, *capitals], [agreement], ())


def place(line: Line) -> Words:
    """The words of a line in their sentence; ``nth`` counts inside longer words as well."""
    document = DOCUMENTS[SOURCES[line["document"]]]
    first, last = sentences(line["document"])[int(line["sentence"]) - 1]
    quote = document[first:last]
    start = places(quote, line["words"])[int(line["nth"]) - 1]
    return Words(quote, start, start + len(line["words"]), document, first)


def given(line: Line, where: str, words: Words) -> str:
    """What the rules for a column give for the words by themselves; else that they refuse them."""
    table, _, name = RANKS.get(where, where).partition(".")
    column = TABLES[table].column(name)
    if column is not None and (origin := column.declared.origin):
        column = TABLES[origin.table].column(origin.column)
    assert column is not None
    published = SOURCES[line["document"]].partition("-")[2]
    context = Context(column, listed(line["document"]), published)
    values = {
        value
        for rule, one in RULES.items()
        if column.grounding in one.groundings and rule not in OPINIONS
        for value in reread(rule, words, "", context).values
    }
    return " | ".join(sorted(values)) or REFUSED


def with_limit(words: Words) -> Words:
    """The words with the limit of their number, for a rule wants the whole expression."""
    around = [
        one for one in numbers(words.quote) if one.start < words.end and words.start < one.end
    ]
    start = min([words.start, *(one.start for one in around if one.value is not None)])
    end = max([words.end, *(one.end for one in around if one.value is not None)])
    return Words(words.quote, start, end, words.document, words.at)


def bound(words: Words) -> str:
    """The bound of the number that the words hold or are a part of."""
    around = [
        one for one in numbers(words.quote) if one.start < words.end and words.start < one.end
    ]
    return " | ".join(str(one.bound) for one in around if one.value is not None) or REFUSED


def named(line: Line, words: Words) -> str:
    """Whom or what the words name, if they are whole; a longer name would be cut."""
    of_agreement = line["column"] == "agreement_id" or line["table"] == "agreements"
    found = given(line, "dates.agreement_id" if of_agreement else "dates.actor", words)
    known = listed(line["document"]).actor(words.text)
    titled = known is not None and known.sort == "person"
    return found if is_whole(words.quote, words.start, words.end, titled=titled) else REFUSED


def owner(line: Line) -> str:
    """The key of whom the words of a line name."""
    if line["value"] == REFUSED or line["table"] == "aliases":
        return line["value"]
    return "gsomia-2016" if line["table"] == "agreements" else line["row"]


def quoted(line: Line, words: Words) -> str:
    """The words, if they are a whole quotation of the document."""
    column = TABLES["reactions"].column("wording")
    assert column is not None
    context = Context(column, listed(line["document"]), "")
    return " ".join(reread("verbatim", words, words.text, context).values) or REFUSED


def reading(line: Line) -> Reading:
    """What a line should give, and what it gives."""
    words, right = place(line), line["value"]
    kind, where = kind_of(line), f"{line['table']}.{line['column']}"
    if kind == "trap":
        found = {
            given(line, "dates.date", words),
            given(line, "quantities.value", words),
            named(line, words),
        }
        return Reading(right, " | ".join(sorted(found - {REFUSED})) or REFUSED)
    if kind == "date":
        return Reading(right, given(line, where, words))
    if kind == "number":
        return Reading(right, given(line, where, words if right == REFUSED else with_limit(words)))
    if kind == "name":
        return Reading(owner(line), named(line, words))
    if line["column"] == "bound":
        return Reading(right, bound(words))
    return Reading(line["words"], quoted(line, words))


def identity(line: Line) -> tuple[str, ...]:
    """What a verdict names a line by."""
    return tuple(line[name] for name in ("document", "sentence", "table", "row", "column"))


def told(line: Line) -> str:
    """The place of a line, for people."""
    return "-".join((*identity(line), line["words"][:12], line["nth"]))


@pytest.mark.parametrize("line", KEY, ids=told)
def test_no_line_of_the_key_is_read_wrongly(line: Line) -> None:
    """The right value or none; a verdict says exactly what comes out."""
    right, found = reading(line)
    verdict = VERDICTS.get(identity(line))
    assert found in ({verdict} if verdict else {right, REFUSED})


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("kind", ["date", "number", "name", "words"])
def test_what_is_certain_is_read(name: str, kind: str) -> None:
    """A rule that refuses everything reads nothing wrongly, and is of no use."""
    certain = [
        line
        for line in KEY
        if (line["document"], kind_of(line), line["firm"]) == (name, kind, "certain")
        and line["value"] != REFUSED
    ]
    read = [line for line in certain if reading(line).found == reading(line).right]
    left = [told(line) for line in certain if line not in read]
    assert len(read) >= READ[name][kind], f"not read: {left}"


def test_each_verdict_is_about_a_line_of_the_key() -> None:
    """The line keeps its own value, which is another one."""
    values = {identity(line): line["value"] for line in KEY}
    for one, gives in VERDICTS.items():
        assert values[one] != gives


@pytest.fixture(scope="module")
def added() -> Files:
    """The package of this repository with both documents."""
    return walked(str)


@pytest.fixture(scope="module")
def opened(added: Files, tmp_path_factory: pytest.TempPathFactory) -> gd.Dataset:
    """The same package, as a reader opens it."""
    return gd.open(lay_out(added, tmp_path_factory.mktemp("added")))


def walked(saved: Callable[[str], str]) -> Files:
    """The package with both documents as a system saved them."""
    paths = (path for name in PARTS for path in (ROOT / name, *(ROOT / name).rglob("*")))
    files: Files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }
    add_documents(files, saved)
    return files


@pytest.mark.corpus
class TestTheWalk:
    """Both documents go into the package as they are, by the steps of CONTRIBUTING.md."""

    def test_every_check_passes(self, added: Files) -> None:
        """With the quotes that `quote` prints, and the rows of a curator."""
        assert checked(added).findings == ()

    def test_every_check_passes_as_another_system_saves_them(self) -> None:
        """Positions and words follow the document, with its own letters and line ends."""

        def saved(text: str) -> str:
            return unicodedata.normalize("NFD", text).replace("\n", "\r\n")

        files = walked(saved)
        assert checked(files).findings == ()
        for source, text in DOCUMENTS.items():
            assert files[f"corpus/{source}.txt"] == saved(text).encode()
            assert saved(text) != text.replace("\n", "\r\n")

    def test_readers_find_what_was_added(self, opened: gd.Dataset) -> None:
        """The polls, the reactions and the crowds are in the DataFrames."""
        polls = opened.polls().set_index("poll_id")
        assert polls.loc["gaon-support", "percent"] == 46.2
        assert polls.loc["gaon-support", "respondents"] == 1004
        assert polls.loc["mini-undecided", "percent"] == 18.4
        reactions = opened.reactions().set_index("reaction_id")
        for key, row in ROWS["reactions"].items():
            assert reactions.loc[key, "wording"] == row["wording"]
        crowds = opened.quantities().set_index("quantity_id")
        assert crowds.loc["protesters-organisers-2019-11-22", "value"] == 15000
        assert crowds.loc["protesters-organisers-2019-11-22", "bound"] == "about"
        assert crowds.loc["protesters-police-2019-11-16", "value"] == 8000
        assert crowds.loc["protesters-police-2019-11-16", "bound"] == "above"
        days = opened.dates().set_index("date_id")
        assert days.loc["seoul-protest-2019-11-16", "date"] == "2019-11-16"

    def test_evidence_shows_the_words(self, opened: gd.Dataset) -> None:
        """The signing of 2016 has two witnesses more, each in its own language."""
        signed = opened.evidence("dates", "gsomia-2016-signed", "date")
        assert {"2016년 11월 23일", "平成28年11月23日"} <= set(signed["words"])

    @pytest.mark.parametrize(
        ("words", "key"),
        [
            ("한국", "kor"),
            ("지소미아", "gsomia-2016"),
            ("한국가온리서치", "hanguk-gaon-research"),
            ("平和の橋", f"{JAPANESE}-{len(QUOTES[JAPANESE])}"),
            ("屈辱外交", "heiwa-no-hashi-rally"),
        ],
    )
    def test_a_search_answers(self, words: str, key: str, opened: gd.Dataset) -> None:
        """Names, quotations and quotes are found by their own words."""
        assert key in set(opened.find(words)["row_key"])
