"""Each word of the lists that the rules look into has an effect, shown by a sentence.

A line of `sentences/words_*.csv` names a word of a list and a sentence. Read with the list, the
words give the answer of the line; read without that one word, they give another.
"""

import csv
from pathlib import Path

import pytest

from gsomia_data._floor.text import occurrences
from gsomia_data.curation.rules import RULES, Context, Words, reread
from gsomia_data.curation.rules.lexicon import LEXICON, LISTS
from gsomia_data.curation.rules.names import Names
from gsomia_data.curation.rules.number_words import NUMBER_WORDS
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.models import TABLES
from kit.passages import NAMES

HERE = Path(__file__).parents[1] / "sentences"
PUBLISHED = "2016-11-23"
REFUSED = "refused"
OPINIONS = {"judged", "pronoun", "verbatim", "alias", "same-sentence"}
NONE = Names({}, {})


def lines() -> list[dict[str, str]]:
    """All lines of all files."""
    found: list[dict[str, str]] = []
    for path in sorted(HERE.glob("words_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += csv.DictReader(file)
    return found


LINES = lines()


def answer(line: dict[str, str], lexicon: Lexicon) -> str:
    """What the rules for the column get from the words, or that they refuse them."""
    table, _, name = line["column"].partition(".")
    column = TABLES[table].column(name)
    assert column is not None
    of_names = line["list"].startswith("name: ")
    names = NAMES if of_names else NONE
    context = Context(column, names, PUBLISHED, frozenset(), lexicon)
    (span,) = occurrences(line["sentence"], line["words"])[:1]
    words = Words(line["sentence"], *span, None, 0)
    rules = [
        rule.name
        for rule in RULES.values()
        if column.grounding in rule.groundings
        and (rule.name == "alias" if of_names else rule.name not in OPINIONS)
    ]
    assert rules
    values = {value for rule in rules for value in reread(rule, words, "", context).values}
    return " | ".join(sorted(values)) or REFUSED


FIRST = {line["list"]: line["word"] for line in reversed(LINES)}
"""The word of each list that is tried each time; the others take long together."""


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            line,
            marks=() if FIRST[line["list"]] == line["word"] else pytest.mark.slow,
            id=f"{line['list']}-{line['word']}",
        )
        for line in LINES
    ],
)
def test_effect(line: dict[str, str]) -> None:
    """The sentence is read as it should be, and otherwise without the word."""
    assert line["word"] in LEXICON[line["list"]]
    assert answer(line, LEXICON) == line["answer"]
    assert answer(line, LEXICON.without(line["list"], line["word"])) != line["answer"]


def test_each_word() -> None:
    """Every word of every list has a line, but for numbers, which have a test of their own."""
    shown = {(line["list"], line["word"]) for line in LINES}
    listed = {(one.name, word) for one in LISTS for word in one.words}
    numbers = {(one.name, word) for one in NUMBER_WORDS for word in one.words}
    assert listed - numbers <= shown
    assert shown <= listed
