"""Where sentences end: in agency English, in Korean and in Japanese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.rules.sentences import ends, sentence, sentences
from kit.examples import examples

MARK = " | "


def parted(text: str) -> str:
    """The sentences of a text, with a bar between them."""
    return MARK.join(text[first:last] for first, last in sentences(text, 0, len(text)))


class TestSentences:
    """A text is parted where another sentence begins."""

    @pytest.mark.parametrize(
        "text",
        [
            "They signed. | It is over.",
            "“We will go on,” he said. | “It is a promise.” | Seoul agreed.",
            "It ended in 2016. | 30 people came.",
            "Did it end? | Nobody said so! | Then it did.",
            "It was signed in the U.S. | The pact is in force.",
            "It began at 6 p.m. | They left at 8 p.m.",
            "The World War I. | In 1918 it ended.",
            "It was signed in Nov. | The pact is in force.",
            "정부가 정지했다. | 일본도 밝혔다.",
            '"종료하지 않는다"고 말했다. | 정부는 유예했다.',
            "二つです。 | 三つです。",
        ],
    )
    def test_ends(self, text: str) -> None:
        """At a mark, with the quotation marks that close there."""
        assert parted(text.replace(MARK, " ")) == text

    @pytest.mark.parametrize(
        "text",
        [
            "It was signed on Nov. 23 in Seoul.",
            "Seoul, Nov. 23, 2016.",
            "In Nov. 2016 it was signed.",
            "Gen. Kim, Lt. Col. Andrea Whitlock and Gen. An met.",
            "A U.S. official and U.S. Deputy Secretary Work met U.S. Under Secretary Ko.",
            "They met at 6 p.m. Friday.",
            "Kim J. Park is No. 2 of the party.",
            "“Why should they?” he asked.",
            "“No!” said the minister.",
            "It costs 4.5 million.",
            "2019. 11. 22. 송고",
            "The D.C. office has it.",
            "「一つ。」と二つです。",
            '"왜 그런가?"라고 물었다.',
        ],
    )
    def test_goes_on(self, text: str) -> None:
        """Behind an abbreviation, and behind a quotation that the sentence goes on from."""
        assert parted(text) == text

    def test_a_line_ends_a_sentence(self) -> None:
        """Whatever is at its end, an abbreviation or nothing."""
        assert parted("A heading\nIt began in Nov.\n23 came") == (
            "A heading | It began in Nov. | 23 came"
        )

    def test_a_verb_is_not_an_abbreviation(self) -> None:
        """In small letters a word that is also a title ends a sentence; so does a small no."""
        assert parted("They said no. 2 came.") == "They said no. | 2 came."
        assert parted("It is in the gov. Kim came.") == "It is in the gov. | Kim came."


class TestSentence:
    """A quote may be cut anywhere; it is read in its sentence."""

    @pytest.mark.parametrize(
        ("passage", "expected"),
        [
            ("One. It <will be> signed. Two.", "It will be signed."),
            ("First line\nnot <signed> here\nlast", "not signed here\n"),
            ("He said: “No.” They <signed.> Then", "They signed."),
            ("4.<5 million> people", "4.5 million people"),
            ("Then. On Nov. 23 it was <signed>. Two.", "On Nov. 23 it was signed."),
            ("Two. “Why?” Kim said. “Why?” <he> asked.", "“Why?” he asked."),
            ("一つ。<二つ>です。三つ", "二つです。"),
            ("「一つ。」と<二つ>です。三つ", "「一つ。」と二つです。"),
        ],
    )
    def test_widened(self, passage: str, expected: str) -> None:
        """To the marks or the line that bound it."""
        start, end = passage.index("<"), passage.index(">") - 1
        bare = passage.replace("<", "").replace(">", "")
        assert bare[slice(*sentence(bare, start, end))].lstrip(" ") == expected

    @examples(60)
    @given(
        st.lists(
            st.sampled_from(
                [
                    "Nov.",
                    "23",
                    "U.S.",
                    "The",
                    "Kim",
                    "said.",
                    "“No.”",
                    "he",
                    "\n",
                    "다.",
                    "二。",
                    "?",
                ]
            ),
            max_size=12,
        )
    )
    def test_agrees_with_the_parts(self, words: list[str]) -> None:
        """The sentence around each sentence of a text is that sentence."""
        text = " ".join(words)
        for first, last in sentences(text, 0, len(text)):
            around = text[slice(*sentence(text, first, last))]
            assert around.strip() == text[first:last]
            assert not [end for end in ends(text) if first < end < last]
