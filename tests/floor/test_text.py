"""Comparing and finding words: positions are code points, words end at word boundaries."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor import text
from gsomia_data._floor.terminal import visible
from kit.examples import examples

SMALL = examples(100)
PROSE = st.text("ab Ab\n\u00a0,.'’\"“”-–5각", max_size=40)
SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda s: (s[0], s[0] + s[1])), max_size=5
)


class TestSentence:
    """A quote may be cut anywhere; it is read in its sentence."""

    @pytest.mark.parametrize(
        ("passage", "sentence"),
        [
            ("One. It <will be> signed. Two.", "It will be signed."),
            ("First line\nnot <signed> here\nlast", "not signed here\n"),
            ("He said: “No.” They <signed.> Then", "They signed."),
            ("4.<5 million> people", "4.5 million people"),
        ],
    )
    def test_widened(self, passage: str, sentence: str) -> None:
        """To the marks or the line that bound it."""
        start, end = passage.index("<"), passage.index(">") - 1
        bare = passage.replace("<", "").replace(">", "")
        assert bare[slice(*text.sentence(bare, start, end))].lstrip(" ") == sentence


class TestFold:
    """`verbatim` compares "but for case, white space and typographic marks" (DESIGN section 4)."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("TOP  SECRET", "top secret"),
            ("the\u00a0Blue\nHouse", "The Blue House"),
            ("Korea’s “deal”", 'korea\'s "deal"'),
            ("‘no’", "'no'"),
            ("2010–2011", "2010-2011"),
            ("it — they", "it - they"),
            ("Groß", "GROSS"),
            (" edge ", "edge"),
        ],
    )
    def test_equal(self, one: str, other: str) -> None:
        """These differ in nothing that counts."""
        assert text.fold(one) == text.fold(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("North Korea", "NorthKorea"), ("deal.", "deal"), ("cafe", "café"), ("co-op", "coop")],
    )
    def test_different(self, one: str, other: str) -> None:
        """Letters, accents and punctuation count."""
        assert text.fold(one) != text.fold(other)

    @SMALL
    @given(st.text(max_size=30))
    def test_idempotent(self, words: str) -> None:
        """Folding twice is folding once, and leaves no blank at the edges."""
        assert text.fold(text.fold(words)) == text.fold(words) == text.fold(words).strip()

    @SMALL
    @given(PROSE.filter(lambda words: re.search(r"^\s*\w(.*\w)?\s*$", words, re.DOTALL)))
    def test_pattern_agrees(self, words: str) -> None:
        """The pattern of a phrase finds the phrase in every form that folds alike."""
        finder = re.compile(text.pattern(text.fold(words)), re.IGNORECASE)
        assert finder.search(f"- {words} -")
        assert finder.search(f"- {words.upper()} -")


class TestOccurrences:
    """Words begin and end at word boundaries (DESIGN section 4)."""

    @pytest.mark.parametrize(
        ("passage", "words", "spans"),
        [
            ("secret and top secret", "secret", [(0, 6), (15, 21)]),
            ("secrets", "secret", []),
            ("15 and 5", "5", [(7, 8)]),
            ("U.S. and US", "US", [(9, 11)]),
            ("said: “no”", "“no”", [(6, 10)]),
            ("Korea's Koreas", "Korea", [(0, 5)]),
            ("35-year", "35", [(0, 2)]),
            ("aa aa", "aa aa", [(0, 5)]),
            ("Secret", "secret", []),
            ("anything", "", []),
        ],
    )
    def test_examples(self, passage: str, words: str, spans: list[text.Span]) -> None:
        """They are found exactly, in order, and never inside a word."""
        assert text.occurrences(passage, words) == spans

    @SMALL
    @given(PROSE, st.text("ab5 '", min_size=1, max_size=3))
    def test_laws(self, passage: str, words: str) -> None:
        """An occurrence is a place whose both ends are boundaries, and no other place is."""
        found = text.occurrences(passage, words)
        assert all(passage[start:end] == words for start, end in found)
        bounded = [
            at
            for at in text.places(passage, words)
            if text.at_boundaries(passage, at, at + len(words))
        ]
        assert [start for start, _ in found] == bounded

    @SMALL
    @given(PROSE, st.text("ab5 '", min_size=1, max_size=3))
    def test_places(self, passage: str, words: str) -> None:
        """Places are all positions at which the words stand, overlapping ones too."""
        expected = [at for at in range(len(passage)) if passage.startswith(words, at)]
        assert text.places(passage, words) == expected

    def test_nothing_is_nowhere(self) -> None:
        """No words stand at no place, and an empty span has no boundaries."""
        assert text.places("abc", "") == []
        assert not text.at_boundaries("a b", 1, 1)


class TestUnlike:
    """Four letters fold to i, s or k only in a regular expression: they are no part of words."""

    @SMALL
    @given(st.text(st.one_of(st.sampled_from("ıİſ\u212aisk"), st.characters()), max_size=30))
    def test_positions_stay(self, words: str) -> None:
        """Positions do not move, and what then matches an ASCII letter is one."""
        plain = text.unlike(words)
        assert len(plain) == len(words)
        assert all(char.isascii() for char in re.findall("[a-z]", plain, re.IGNORECASE))

    @pytest.mark.parametrize("letter", ["ı", "İ", "ſ", "\u212a"])
    def test_letters(self, letter: str) -> None:
        """Each of them matches an ASCII letter before, and is still a letter after."""
        assert re.fullmatch("[a-z]", letter, re.IGNORECASE)
        assert not re.fullmatch("[a-z]", text.unlike(letter), re.IGNORECASE)
        assert text.unlike(letter).isalpha()


class TestQuotations:
    """`wording` is only what the source prints inside quotation marks (DESIGN section 3)."""

    @pytest.mark.parametrize(
        ("passage", "inside"),
        [
            ("He said “no” and “never”.", ["no", "never"]),
            ('He said "no" and "never".', ["no", "never"]),
            ("none", []),
            ('an "open one', []),
            ("an “open one", []),
            ('"a" "b', ["a"]),
            ('"first\nsecond"', []),
            ("“first\nsecond”", ["first\nsecond"]),
            ('“outer "inner" outer”', ['outer "inner" outer', "inner"]),
            ("it's the ministry's", []),
        ],
    )
    def test_examples(self, passage: str, inside: list[str]) -> None:
        """Curly marks pair up, straight marks alternate within their line."""
        assert [passage[start:end] for start, end in text.quotations(passage)] == inside

    @SMALL
    @given(PROSE)
    def test_marks_stand_outside(self, passage: str) -> None:
        """A quotation lies between a mark before it and the mark of that kind after it."""
        pairs = {passage[start - 1] + passage[end] for start, end in text.quotations(passage)}
        assert pairs <= {'""', "“”"}


class TestUncovered:
    """Every non-blank character lies in a quote or an omission (DESIGN section 1)."""

    def test_runs(self) -> None:
        """Runs between spans are told without the blanks at their edges."""
        passage = "ab  cd \u00a0 ef"
        assert list(text.uncovered(passage, [(0, 2)])) == [(4, len(passage))]
        assert list(text.uncovered(passage, [(4, 6)])) == [(0, 2), (9, 11)]
        assert list(text.uncovered(passage, [(9, 11), (0, 2), (4, 6)])) == []

    @SMALL
    @given(PROSE, SPANS)
    def test_partition(self, passage: str, spans: list[text.Span]) -> None:
        """Exactly the non-blank characters outside all spans, but for blanks inside a run."""
        found = list(text.uncovered(passage, spans))
        inside = {at for start, end in spans for at in range(start, end)}
        told = {at for start, end in found for at in range(start, end)}
        expected = {at for at, char in enumerate(passage) if not char.isspace()} - inside
        assert {at for at in told if not passage[at].isspace()} == expected
        assert told.isdisjoint(inside)
        assert found == sorted(found)


class TestNearest:
    """A quote that is not found is shown beside the nearest passage (DESIGN section 5)."""

    def test_a_wrong_word(self) -> None:
        """The passage with one other word is the nearest."""
        passage = "Seoul backed out. Japan is the 33rd country with which it has signed a deal."
        span = text.nearest(passage, "Japan is the 34th country with which")
        assert span is not None
        assert passage[slice(*span)] == "Japan is the 33rd country with which"

    def test_case_and_marks(self) -> None:
        """Case and punctuation at the edges do not hide it."""
        passage = "He said: “The Deal” is done."
        span = text.nearest(passage, "the deal")
        assert span is not None
        assert passage[slice(*span)] == "“The Deal”"

    @pytest.mark.parametrize(
        ("passage", "words"), [("", "a"), ("a", ""), ("a b", "c d"), (" \n", "a"), ("a", "…")]
    )
    def test_nothing_like_it(self, passage: str, words: str) -> None:
        """Where no word agrees, nothing is near."""
        assert text.nearest(passage, words) is None

    @SMALL
    @given(PROSE, PROSE)
    def test_a_span_of_whole_words(self, passage: str, words: str) -> None:
        """Whatever is near begins and ends with words of the passage."""
        span = text.nearest(passage, words)
        if span is not None:
            found = passage[slice(*span)]
            assert found.split()
            assert found == found.strip()
            assert set(found.split()) <= set(passage.split())


class TestDifference:
    """A difference is told word by word in one line."""

    def test_example(self) -> None:
        """What only the wanted text has, then what only the found text has."""
        told = text.difference("South Korea signed", "South-Korea signed")
        assert told == "[-South-Korea-]{+South Korea+} signed"
        assert text.difference("a b c", "a c") == "a {+b +}c"

    @SMALL
    @given(st.text("ab \n", max_size=20), st.text("ab \n", max_size=20))
    def test_both_can_be_read_from_it(self, found: str, wanted: str) -> None:
        """Without one kind of insertion the other text remains."""
        told = text.difference(found, wanted)
        assert (
            re.sub(r"\{\+.*?\+\}", "", told, flags=re.DOTALL).replace("[-", "").replace("-]", "")
            == wanted
        )
        assert (
            re.sub(r"\[-.*?-\]", "", told, flags=re.DOTALL).replace("{+", "").replace("+}", "")
            == found
        )


class TestVisible:
    """Terminals see verbatim text escaped (DESIGN section 3)."""

    @pytest.mark.parametrize(
        ("raw", "shown"),
        [
            ("a\nb", r"a\nb"),
            ("\x1b[31m", r"\x1b[31m"),
            ("a\u202eb", r"a\u202eb"),
            ("a\u00a0b", r"a\xa0b"),
            ("각 é “x”", "각 é “x”"),
            ("\u2028", r"\u2028"),
        ],
    )
    def test_examples(self, raw: str, shown: str) -> None:
        """Control, format and blank characters other than the space are escaped."""
        assert visible(raw) == shown

    @SMALL
    @given(st.text(max_size=30))
    def test_one_printable_line(self, raw: str) -> None:
        """What is shown holds no control or format character, whatever stood there."""
        assert {unicodedata.category(char) for char in visible(raw)}.isdisjoint(
            {"Cc", "Cf", "Cs", "Zl", "Zp"}
        )
