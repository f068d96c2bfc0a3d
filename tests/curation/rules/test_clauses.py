"""The clauses of a passage (DESIGN section 4, "fail closed")."""

import time

import pytest

from gsomia_data.curation.rules.clauses import Clause, boundaries, clause
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.tokens import tokens


def around(passage: str) -> Clause:
    """The clause around the words marked `<...>`."""
    start, end = passage.index("<"), passage.index(">") - 1
    plain = passage.replace("<", "").replace(">", "")
    return clause(tokens(plain), start, end, LEXICON)


def text(passage: str) -> str:
    """The words of that clause."""
    found = around(passage)
    plain = tokens(passage.replace("<", "").replace(">", ""))
    inside = plain.tokens[found.first : found.last + 1]
    return plain.text[inside[0].start : inside[-1].end] if inside else ""


class TestClause:
    """A clause ends at a mark, a conjunction, a relative word or a verb of saying."""

    @pytest.mark.parametrize(
        ("passage", "inside"),
        [
            ("It has no name, but it was <signed>.", "it was signed"),
            ("Seoul <signed> it; Tokyo did not.", "Seoul signed it"),
            ("Seoul and Tokyo <signed> it on Friday.", "Seoul and Tokyo signed it on Friday"),
            ("It was <signed> on Nov. 4, 2016, in Seoul.", "It was signed on Nov. 4, 2016"),
            ("It was <signed> Friday, Nov. 4, in Seoul.", "It was signed Friday, Nov. 4"),
            ("The U.S. and Gen. Kim <signed> it. It held.", "The U.S. and Gen. Kim signed it"),
            ("the deal, which was <signed> while talks went on", "was signed"),
            ("Seoul said on Friday it <signed> the deal", "on Friday it signed the deal"),
            ("The deal was <signed>, officials said.", "The deal was signed"),
            ("It was not read and it was <signed>.", "it was signed"),
            ("It will be signed that Friday in <Seoul>.", "It will be signed that Friday in Seoul"),
            ("He knew that Seoul <signed> it", "Seoul signed it"),
            ("No “agreement” was <signed>", "No “agreement” was signed"),
            ("the long-term pact - a first - was <signed>", "was signed"),
            ("from 1910–1945 it <ruled>", "from 1910–1945 it ruled"),
            ("It was <signed>", "It was signed"),
            ("It was <signed> Friday, 100 days on.", "It was signed Friday"),
            ("It was <signed> on Nov. 4, 12 days ago.", "It was signed on Nov. 4"),
            ("It was <signed> by 300, 2016 or not.", "It was signed by 300"),
            ("It was <signed> in May, 2016, in Seoul.", "It was signed in May, 2016"),
            ("In Seoul (and Tokyo), they <signed> it.", "they signed it"),
            ("“We <signed> it”", "We signed it"),
            ("No two- or three-way deal was <signed>", "No two- or three-way deal was signed"),
            ("They had been told it was <signed>", "They had been told it was signed"),
            ("They <signed> that", "They signed that"),
            ("the pact – a first – was <signed>", "was signed"),
            ("Seoul <signed> it –", "Seoul signed it"),
            ("– Seoul <signed> it", "Seoul signed it"),
            ("Seoul left and will <sign> it.", "will sign it"),
            ("April and May were <dry>.", "April and May were dry"),
            ("Seoul balked, and the ministers <signed> it.", "the ministers signed it"),
        ],
    )
    def test_clause(self, passage: str, inside: str) -> None:
        """What surely ends a clause ends it; what may only join words does not."""
        assert text(passage) == inside

    def test_ends(self) -> None:
        """All that stands between two clauses is told."""
        found = around("Tokyo left, but if it <stays>, he said, all is well")
        assert [token.text for token in found.opening] == [",", "but", "if"]
        assert [token.text for token in found.closing] == [","]
        assert around("<All>") == Clause(0, 0, (), ())
        assert around("said, <said>") == Clause(2, 2, around("said, <said>").opening, ())

    def test_long(self) -> None:
        """Time grows with the length of the passage."""
        passage = tokens("Seoul and Tokyo said it was signed " * 20_000)
        began = time.process_time()
        boundaries(passage, LEXICON)
        for at in range(0, 700_000, 35):
            clause(passage, at + 28, at + 34, LEXICON)
        assert time.process_time() - began < 10
