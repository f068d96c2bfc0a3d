"""Words that are written a little differently: found, or shown beside what is most like them."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor.alike import difference, nearest, same
from gsomia_data._floor.text import at_boundaries, fold, places
from kit.examples import examples

SMALL = examples(60)
PROSE = st.text("ab Ab\n\u00a0,.'’\"“”-–5각", max_size=40)


def decomposed(words: str) -> str:
    """``words`` in normal form D."""
    return unicodedata.normalize("NFD", words)


class TestNearest:
    """A quote that is not found is shown beside the nearest passage (DESIGN section 5)."""

    def test_a_wrong_word(self) -> None:
        """The passage with one other word is the nearest."""
        passage = "Seoul backed out. Japan is the 33rd country with which it has signed a deal."
        span = nearest(passage, "Japan is the 34th country with which")
        assert span is not None
        assert passage[slice(*span)] == "Japan is the 33rd country with which"

    def test_case_and_marks(self) -> None:
        """Case and punctuation at the edges do not hide it."""
        passage = "He said: “The Deal” is done."
        span = nearest(passage, "the deal")
        assert span is not None
        assert passage[slice(*span)] == "The Deal"

    @pytest.mark.parametrize(
        ("passage", "words"), [("", "a"), ("a", ""), ("a b", "c d"), (" \n", "a"), ("a", "…")]
    )
    def test_nothing_like_it(self, passage: str, words: str) -> None:
        """Where no word agrees, nothing is near."""
        assert nearest(passage, words) is None

    @SMALL
    @given(PROSE, PROSE)
    def test_a_span_of_whole_words(self, passage: str, words: str) -> None:
        """Whatever is near begins and ends with whole words, without blanks at its ends."""
        span = nearest(passage, words)
        if span is not None:
            found = passage[slice(*span)]
            assert found
            assert found == found.strip()
            assert at_boundaries(passage, *span)

    @pytest.mark.parametrize(
        ("passage", "words", "found"),
        [
            ("only 59 percent said so", "percant", "percent"),
            ("only 59 percent said so", "PERCENT", "percent"),
            ("그는 서울과 도쿄에", "서을과", "서울과"),
            ("그는 서울과 도쿄에", "서울가", "서울과"),
            (
                "両政府は合意した。日本政府は十一月二十三日に協定に署名した。",
                "日本政府は十一月二十二日に協定に署名した",
                "日本政府は十一月二十三日に協定に署名した",
            ),
            ("La Café est là", "cafés", "Café"),
            (decomposed("도쿄 서울과"), "서을", decomposed("서울")),
        ],
    )
    def test_a_wrong_letter(self, passage: str, words: str, found: str) -> None:
        """One in a word, or in a sentence without blanks, hides nothing."""
        span = nearest(passage, words)
        assert span is not None
        assert passage[slice(*span)] == found

    @SMALL
    @given(st.text("abc각日", min_size=2, max_size=12), st.data())
    def test_a_letter_more(self, words: str, data: st.DataObject) -> None:
        """Words with one letter too many are near."""
        at = data.draw(st.integers(0, len(words)))
        assert nearest(f"x {words} y", f"{words[:at]}z{words[at:]}") is not None

    def test_a_long_text_without_blanks(self) -> None:
        """The time grows with the length: ten times as long takes no hundred times as long."""
        took = []
        for times in (300, 3_000):
            passage = "가나다라마바사아자차" * times
            begun = time.process_time()
            assert nearest(passage, "라마바하아자") is not None
            assert same(passage, "라마하") == []
            took.append(time.process_time() - begun)
        assert took[1] < 40 * took[0]


class TestSame:
    """Words are found across marks, blanks and normal forms, with the document's characters."""

    @pytest.mark.parametrize(
        ("passage", "words", "found"),
        [
            ("He said “no” twice", 'said "no"', "said “no”"),
            ("Korea’s 59\u00a0percent", "Korea's 59 percent", "Korea’s 59\u00a0percent"),
            ("the Cafe\u0301 is", "Café is", "Cafe\u0301 is"),
            ("the Café is", "Cafe\u0301 is", "Café is"),
            (decomposed("서울과"), "서울", decomposed("서울")),
            ("a mili\u00adtary\u200b deal", "military deal", "mili\u00adtary\u200b deal"),
            ("one\r\ntwo", "one two", "one\r\ntwo"),
            ("wait … no", "wait ... no", "wait … no"),
            ("2010–2011", "2010-2011", "2010–2011"),
        ],
    )
    def test_found(self, passage: str, words: str, found: str) -> None:
        """Whichever of the two forms the document has."""
        assert [passage[slice(*span)] for span in same(passage, words)] == [found]

    @pytest.mark.parametrize(
        ("passage", "words"),
        [
            ("the Cafe\u0301", "Cafe"),
            ("the deal", "The deal"),
            ("thedeal", "the deal"),
            ("the deal", ""),
            ("the deal", "\u00ad"),
            (decomposed("각"), "가"),
        ],
    )
    def test_not_found(self, passage: str, words: str) -> None:
        """Letters, accents and case differ, and no sign is parted."""
        assert same(passage, words) == []

    @SMALL
    @given(st.text("ab \u00a0\u00ad’'각e\u0301", max_size=20), st.text("ab '각é", max_size=4))
    def test_laws(self, passage: str, words: str) -> None:
        """What is found folds like the words, and what is in the passage as it is, is found."""
        spans = same(passage, words)
        assert {fold(passage[slice(*span)]) for span in spans} <= {fold(words)}
        exact = [(at, at + len(words)) for at in places(passage, words) if words.strip() == words]
        whole = [span for span in exact if passage[span[1] : span[1] + 1] != "\u0301"]
        assert {start for start, _ in whole} <= {start for start, _ in spans}


class TestDifference:
    """A difference is told word by word in one line."""

    def test_example(self) -> None:
        """What only the wanted text has, then what only the found text has."""
        told = difference("South Korea signed", "South-Korea signed")
        assert told == "[-South-Korea-]{+South Korea+} signed"
        assert difference("a b c", "a c") == "a {+b +}c"

    def test_without_blanks(self) -> None:
        """Sign by sign in Korean and Japanese."""
        assert difference("日本政府は", "日木政府は") == "日[-木-]{+本+}政府は"
        assert difference("서울과", "서을과") == "서[-을-]{+울+}과"

    @SMALL
    @given(st.text("ab \n", max_size=20), st.text("ab \n", max_size=20))
    def test_both_can_be_read_from_it(self, found: str, wanted: str) -> None:
        """Without one kind of insertion the other text remains."""
        told = difference(found, wanted)
        assert (
            re.sub(r"\{\+.*?\+\}", "", told, flags=re.DOTALL).replace("[-", "").replace("-]", "")
            == wanted
        )
        assert (
            re.sub(r"\[-.*?-\]", "", told, flags=re.DOTALL).replace("{+", "").replace("+}", "")
            == found
        )
