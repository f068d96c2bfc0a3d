"""Comparing and finding words: positions are code points, words end at word boundaries."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data._floor import particles, text
from gsomia_data._floor.terminal import LEGEND, explained, in_quotes, visible
from kit.examples import examples

SMALL = examples(100)
PROSE = st.text("ab Ab\n\u00a0,.'’\"“”-–5각", max_size=40)
MARKED = st.text("a각\n.'‘’\"“”「」『』", max_size=40)
SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda s: (s[0], s[0] + s[1])), max_size=5
)


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
            ("café", "cafe\u0301"),
            ("서울", unicodedata.normalize("NFD", "서울")),
            ("mili\u00adtary \u200bdeal", "military deal"),
        ],
    )
    def test_equal(self, one: str, other: str) -> None:
        """These differ in nothing that counts."""
        assert text.fold(one) == text.fold(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("North Korea", "NorthKorea"),
            ("deal.", "deal"),
            ("cafe", "café"),
            ("cafe", "cafe\u0301"),
            ("co-op", "coop"),
        ],
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
            ("Seoul과 2016年", "Seoul", [(0, 5)]),
            ("Seoul과 2016年", "2016", [(7, 11)]),
            ("서울과 日本海", "서울", [(0, 2)]),
            ("서울과 日本海", "日本", [(4, 6)]),
            ("東京タワー", "タワ", []),
            ("mili\u00adtary", "mili", []),
            ("mili\u00adtary", "tary", []),
            ("military\u200b deal", "military", [(0, 8)]),
            ("Cafe\u0301", "Cafe", []),
            (unicodedata.normalize("NFD", "각"), unicodedata.normalize("NFD", "가"), []),
            (unicodedata.normalize("NFD", "가나"), unicodedata.normalize("NFD", "가"), [(0, 2)]),
            ("👩\u200d💻 in", "👩", []),
            ("👩\u200d💻 in", "💻", []),
            ("👩\u200d💻 in", "👩\u200d💻", [(0, 3)]),
            ("👍🏽", "👍", []),
            ("🇰🇷🇯🇵", "🇰", []),
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


class TestNamesWithoutBlanks:
    """A name ends where a particle begins, and never inside a longer name (DESIGN section 4)."""

    @pytest.mark.parametrize(
        ("name", "passage"),
        [
            ("서울", "그는 서울과 도쿄"),
            ("서울", "서울로 갔다"),
            ("서울", "서울에서는"),
            ("한국", "한국은"),
            ("한국", "(한국)"),
            ("일본", "일본으로부터"),
            ("일본", "일본까지도"),
            ("국방부 장관", "국방부 장관이"),
            ("아베 신조", "아베 신조는"),
            ("日本", "日本は"),
            ("日本", "韓国と日本の"),
            ("日本", "日本からの"),
            ("日本", "「日本」"),
            ("日本", "日本や韓国"),
            ("日", "日은"),
            ("ボルトン", "ジョン・ボルトンが"),
            ("GSOMIA", "GSOMIA를"),
            ("GSOMIA", "日韓のGSOMIAは"),
            ("GSOMIA", "GSOMIA"),
            ("さいたま", "さいたまは"),
            ("military", "mili\u00adtary"),
        ],
    )
    def test_found(self, name: str, passage: str) -> None:
        """Before listed particles, and before others that a blank or a mark parts from it."""
        match = re.search(text.pattern(name), passage)
        assert match
        assert text.fold(match.group()) == text.fold(name)

    @pytest.mark.parametrize(
        ("name", "passage"),
        [
            ("서울", "서울과 도쿄"),
            ("한국", "한국에서는"),
            ("ボルトン", "ボルトンが"),
            ("Café", "Café"),
        ],
    )
    def test_found_decomposed(self, name: str, passage: str) -> None:
        """The name and its particles may be in normal form D."""
        assert re.search(text.pattern(name), unicodedata.normalize("NFD", passage))

    @pytest.mark.parametrize(
        ("name", "passage"),
        [
            ("한국", "한국갤럽"),
            ("한국", "한국은행"),
            ("한국", "한국이나라"),
            ("한국", "대한국"),
            ("국", "한국은"),
            ("한", "한은"),
            ("서울", "서울대는"),
            ("서울", "서울가"),
            ("아시아", "아시아나"),
            ("아시아", "아시아을"),
            ("페르시아", "페르시아만"),
            ("日本", "日本海"),
            ("日本", "日本政府は"),
            ("日本", "東日本は"),
            ("日本", "日本タワー"),
            ("日本", "日本がん学会"),
            ("日本", "日本やまと"),
            ("ボルト", "ボルトンが"),
            ("ルトン", "ボルトンが"),
            ("いたま", "さいたまは"),
            ("GSOMIA", "GSOMIA2"),
            ("GSOMIA", "GSOMIA延長"),
            ("GSOMIA", "韓国GSOMIA"),
            ("mili", "mili\u00adtary"),
            ("tary", "mili\u00adtary"),
            ("Caf", "Café"),
            ("tude", "étude"),
            ("Cafe", "Café"),
        ],
    )
    def test_part_of_a_longer_name(self, name: str, passage: str) -> None:
        """Whatever is not listed makes the name longer."""
        for form in ("NFC", "NFD"):
            assert not re.search(text.pattern(name), unicodedata.normalize(form, passage))

    @pytest.mark.parametrize("particle", [*particles.AFTER_ANY, *particles.AFTER_ANY_MORE])
    def test_particles_after_any_sound(self, particle: str) -> None:
        """Each is read after a vowel, a consonant and a Latin letter; no name may follow it."""
        for name in ("도쿄", "한국", "서울", "GSOMIA"):
            assert re.search(text.pattern(name), f"{name}{particle} 가")
            assert not re.search(text.pattern(name), f"{name}{particle}갤럽")

    @pytest.mark.parametrize(
        ("name", "other", "listed"),
        [
            ("한국", "도쿄", particles.AFTER_CONSONANT),
            ("도쿄", "한국", particles.AFTER_VOWEL),
        ],
    )
    def test_particles_after_one_sound(self, name: str, other: str, listed: list[str]) -> None:
        """Each is read only after the sound that it follows."""
        for particle in listed:
            assert re.search(text.pattern(name), f"{name}{particle} 가")
            assert not re.search(text.pattern(other), f"{other}{particle} 가")

    @pytest.mark.parametrize(
        ("name", "listed"),
        [
            ("한국", particles.AFTER_ANY_MORE),
            ("한국", particles.AFTER_CONSONANT_MORE),
            ("도쿄", particles.AFTER_VOWEL_MORE),
            ("서울", particles.AFTER_LIQUID_MORE),
        ],
    )
    def test_two_particles(self, name: str, listed: tuple[str, ...]) -> None:
        """Some are followed by one more, and no more than one."""
        for first in listed:
            for second in particles.FURTHER:
                assert re.search(text.pattern(name), f"{name}{first}{second} 가")
                assert not re.search(text.pattern(name), f"{name}{first}{second}은행")

    @pytest.mark.parametrize("particle", particles.ONLY_BEFORE_OTHERS)
    def test_particles_before_other_signs(self, particle: str) -> None:
        """Two Japanese ones are read only where hiragana does not go on."""
        assert re.search(text.pattern("日本"), f"日本{particle}韓国")
        assert not re.search(text.pattern("日本"), f"日本{particle}もめ")

    @pytest.mark.parametrize("particle", particles.JAPANESE)
    def test_japanese_particles(self, particle: str) -> None:
        """Each is read after Han, kana and Latin letters."""
        for name in ("日本", "ボルトン", "GSOMIA"):
            assert re.search(text.pattern(name), f"{name}{particle}韓国")
            assert not re.search(text.pattern(name), f"{name}ぬ{particle}韓国")


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
            ("首相は「協定だ」と述べた", ["協定だ"]),
            ("「外は『内』だ」", ["外は『内』だ", "内"]),
            ("「内」と「外」", ["内", "外"]),
            ("「開いた", []),
            ("閉じた」と「言った」", ["言った"]),
            ("「食い違う『括弧」だ", []),
            ("장관은 ‘안전판’이라고", ["안전판"]),
            ("“그는 ‘안 된다.’고 했다”", ["그는 ‘안 된다.’고 했다", "안 된다."]),
            ("‘It is the workers’ deal’", []),
            ("it’s ‘GSOMIA’ 한국", []),
            ("the ’90s and ‘한국’s", []),
        ],
    )
    def test_examples(self, passage: str, inside: list[str]) -> None:
        """Curly marks and brackets pair up, straight marks alternate within their line."""
        assert [passage[start:end] for start, end in text.quotations(passage)] == inside

    @SMALL
    @given(MARKED)
    def test_marks_stand_outside(self, passage: str) -> None:
        """A quotation lies between a mark before it and the mark of that kind after it."""
        pairs = {passage[start - 1] + passage[end] for start, end in text.quotations(passage)}
        assert pairs <= {'""', "“”", "‘’", "「」", "『』"}


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


class TestVisible:
    """Terminals see verbatim text escaped (DESIGN section 3)."""

    @pytest.mark.parametrize(
        ("raw", "shown"),
        [
            ("a\nb", r"a\nb"),
            ("\x1b[31m", r"\x1b[31m"),
            ("a\u202eb", "a<U+202E>b"),
            ("a\u00a0b", "a␣b"),
            ("co\u00adop, \u200b", "co<U+00AD>op, <U+200B>"),
            ("a\u3000b\tc", r"a<U+3000>b\tc"),
            ("각 é “x”", "각 é “x”"),
            ("\u2028", "<U+2028>"),
        ],
    )
    def test_examples(self, raw: str, shown: str) -> None:
        """Controls are escaped; a blank that is no space, or that is not seen, is marked."""
        assert visible(raw) == shown

    @pytest.mark.parametrize(
        ("raw", "shown"),
        [
            ("plain", "'plain'"),
            ("it's", '"it\'s"'),
            ("59\u00a0percent", "'59␣percent'"),
            ("it's\u00a0so", '"it\'s␣so"'),
        ],
    )
    def test_in_quotes(self, raw: str, shown: str) -> None:
        """Words of a document in a message are marked in the same way."""
        assert in_quotes(raw) == shown

    def test_legend(self) -> None:
        """A legend is given where there is a mark, and only there."""
        assert explained("plain") == ""
        assert explained("plain", visible("\u00a0")) == explained(visible("\u200b")) == LEGEND

    @SMALL
    @given(st.text(max_size=30))
    def test_one_printable_line(self, raw: str) -> None:
        """What is shown holds no control or format character, whatever stood there."""
        assert {unicodedata.category(char) for char in visible(raw)}.isdisjoint(
            {"Cc", "Cf", "Cs", "Zl", "Zp"}
        )


class TestWhole:
    """Words of a name are not cut out of a longer one (DESIGN section 4)."""

    @pytest.mark.parametrize(
        ("passage", "words", "whole"),
        [
            ("서울과 도쿄", "서울", True),
            ("서울과 도쿄", "도쿄", True),
            ("한국갤럽은", "한국", False),
            ("日本海は", "日本", False),
            ("日本は", "日本", True),
            ("東日本は", "日本", False),
            ("GSOMIA延長", "GSOMIA", False),
            ("GSOMIA를", "GSOMIA", True),
            ("the deal", "deal", True),
        ],
    )
    def test_examples(self, passage: str, words: str, whole: bool) -> None:  # noqa: FBT001 - a case
        """Whether they are followed by particles or by the rest of a name."""
        start = passage.index(words)
        assert text.is_whole(passage, start, start + len(words)) is whole

    @pytest.mark.parametrize("title", particles.TITLES)
    @pytest.mark.parametrize("name", ["門倉直樹", "ナム・ギフン"])
    def test_a_title_may_touch_a_person(self, name: str, title: str) -> None:
        """It does not end the name of anybody else, nor does a longer word that begins with it."""
        end = len(name)
        assert text.is_whole(f"{name}{title}と会談", 0, end, titled=True)
        assert text.is_whole(f"{name}{title}", 0, end, titled=True)
        assert not text.is_whole(f"{name}{title}と会談", 0, end)
        assert not text.is_whole(f"{name}{title}府", 0, end, titled=True)
        assert not text.is_whole(f"{name}丸{title}", 0, end, titled=True)
