"""What is drafted of a document: quotes, omissions, and what the rules find in them."""

import unicodedata
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsomia_data.curation.checks import omissions, quotes
from gsomia_data.curation.desk import page_parts
from gsomia_data.curation.desk.drafting import Proposal, appended, drafted
from gsomia_data.curation.desk.page_parts import Page, parts
from gsomia_data.curation.desk.page_words import PAGE_WORDS
from gsomia_data.curation.desk.reading_aid import Finding, aid
from kit import tiny
from kit.examples import examples
from kit.faults import add, drop, edit, rows
from kit.files import Files, checked, fmt, package

SOURCE = "bay-2016-12-05"
ENGLISH = """Bay News > World

South Korea keeps accord with Norway

By ANN LEE and BOB KIM

SEOUL, Dec. 5 (Bay News) — South Korea kept the Harbour Watch Accord (HWA) on Nov. 23, Gen. Kim \
said. “It will go on,” a U.S. official said. “We have 30 days.”

A new start

Norway welcomed it at 6 p.m. Friday. About 1,200 people held a rally.
• Norway welcomed it at 6 p.m. Friday.

Photo: Sailors in Oslo on Dec. 4, 2016. (Bay News/Bob Kim)
Bob Kim in Oslo contributed to this report.
© 2016 Bay News
Related stories: The Fjord Pact of 2012 | What is the HWA?
"""
KOREAN = """한국, 협정 유지

(서울=만통신) 김하나 기자 = 한국 정부가 5일 협정을 유지하기로 했다. 노르웨이도 환영했다.

"협정을 지킨다"고 관계자는 말했다.

hana@example.com
<저작권자(c) 만통신, 무단 전재-재배포 금지> 2016/12/05 20:14 송고
기사 더보기
"""
JAPANESE = """韓国、協定を維持

【ソウル共同】韓国政府は5日、協定を維持した。「これは約束だ」と高官は述べた。

今後の課題

両国は2016年に協定に署名した。

無断転載を禁じます
関連記事
"""
DOCUMENTS = {"en": ENGLISH, "ko": KOREAN, "ja": JAPANESE}


def with_document(document: str, language: str = "en", title: str = "") -> Files:
    """The tiny package and one document more."""
    files = tiny.good()
    files[f"corpus/{SOURCE}.txt"] = document.encode()
    add(
        "sources",
        source_id=SOURCE,
        title=title or "Bay News",
        publisher="Bay News",
        published="2016-12-05",
        language=language,
        kind="news article",
        rights="Property of the publisher.",
        note="The date is from the address.",
    )(files)
    fmt(files)
    return files


def drafts(files: Files) -> tuple[Proposal, ...]:
    """What is drafted of the document."""
    return drafted(package(files), SOURCE)


def shown(document: str, title: str = "", language: str = "en") -> list[tuple[str, str]]:
    """The reason, or the table, of each proposal, and its words."""
    found = drafts(with_document(document, language, title))
    return [(one.reason.value if one.reason else "quote", one.words) for one in found]


class TestDocuments:
    """A whole document is drafted, and what is drafted passes."""

    def test_english(self) -> None:
        """The title is a quote; abbreviations part no sentence; a repeated one is a duplicate."""
        assert shown(ENGLISH, "South Korea keeps accord with Norway") == [
            ("navigation", "Bay News > World"),
            ("quote", "South Korea keeps accord with Norway"),
            ("quote", "By ANN LEE and BOB KIM"),
            ("credit", "SEOUL, Dec. 5 (Bay News) —"),
            (
                "quote",
                "South Korea kept the Harbour Watch Accord (HWA) on Nov. 23, Gen. Kim said.",
            ),
            ("quote", "“It will go on,” a U.S. official said."),
            ("quote", "“We have 30 days.”"),
            ("heading", "A new start"),
            ("quote", "Norway welcomed it at 6 p.m. Friday."),
            ("quote", "About 1,200 people held a rally."),
            ("navigation", "•"),
            ("duplicate", "Norway welcomed it at 6 p.m. Friday."),
            ("caption", "Photo:"),
            ("quote", "Sailors in Oslo on Dec. 4, 2016."),
            ("credit", "(Bay News/Bob Kim)"),
            ("credit", "Bob Kim in Oslo contributed to this report."),
            ("credit", "© 2016 Bay News"),
            ("navigation", "Related stories: The Fjord Pact of 2012 | What is the HWA?"),
        ]

    def test_korean(self) -> None:
        """The author in the dateline is a quote, and so is the time behind the copyright."""
        assert shown(KOREAN, language="ko") == [
            ("quote", "한국, 협정 유지"),
            ("credit", "(서울=만통신)"),
            ("quote", "김하나 기자"),
            ("credit", "="),
            ("quote", "한국 정부가 5일 협정을 유지하기로 했다."),
            ("quote", "노르웨이도 환영했다."),
            ("quote", '"협정을 지킨다"고 관계자는 말했다.'),
            ("credit", "hana@example.com"),
            ("credit", "<저작권자(c) 만통신, 무단 전재-재배포 금지>"),
            ("quote", "2016/12/05 20:14 송고"),
            ("navigation", "기사 더보기"),
        ]

    def test_japanese(self) -> None:
        """A quotation belongs to its sentence."""
        assert shown(JAPANESE, language="ja") == [
            ("quote", "韓国、協定を維持"),
            ("credit", "【ソウル共同】"),
            ("quote", "韓国政府は5日、協定を維持した。"),
            ("quote", "「これは約束だ」と高官は述べた。"),
            ("heading", "今後の課題"),
            ("quote", "両国は2016年に協定に署名した。"),
            ("credit", "無断転載を禁じます"),
            ("navigation", "関連記事"),
        ]

    @pytest.mark.parametrize("language", DOCUMENTS)
    def test_is_accepted(self, language: str) -> None:
        """Once it is appended and formatted, only evidence is missing, and nothing is left over."""
        files = with_document(DOCUMENTS[language], language)
        files.update(appended(package(files), drafts(files)))
        fmt(files)
        found = {one.code for one in checked(files).findings}
        assert found <= {"O07", "E07", "E09", "P01", "P02"}
        assert "E07" in found
        assert drafts(files) == ()

    def test_letters_in_parts(self) -> None:
        """A document that is saved with its letters in parts is drafted and read alike."""
        apart = unicodedata.normalize("NFD", KOREAN)
        files = with_document(apart, "ko")
        found = drafts(files)
        assert [unicodedata.normalize("NFC", one.words) for one in found] == [
            words for _, words in shown(KOREAN, language="ko")
        ]
        assert all(apart[one.start : one.stop] == one.words for one in found)
        plain = with_document(KOREAN, "ko")
        for one, other in zip(found, drafts(plain), strict=True):
            read = aid(package(files), SOURCE, one.start, one.stop)
            again = aid(package(plain), SOURCE, other.start, other.stop)
            assert [found.text() for found in read] == [found.text() for found in again]
            assert all(one.start <= found.start < one.stop for found in read)

    @examples(30)
    @given(
        st.lists(
            st.sampled_from(
                [
                    *ENGLISH.splitlines(),
                    *KOREAN.splitlines(),
                    *JAPANESE.splitlines(),
                    "What is it?\tWhat is it? 02:42",
                    "What is it?",
                    "02:42 - Source: Bay",
                    "…",
                    "\u00a0Seoul – said. no. (Photo by 59)",
                ]
            ),
            max_size=9,
        ),
        st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]),
    )
    def test_whatever_the_lines_are(self, lines: list[str], end: str) -> None:
        """Every document is accounted for by its drafts, without a finding on them."""
        files = with_document(end.join(["It is over.", *lines, ""]))
        files.update(appended(package(files), drafts(files)))
        fmt(files)
        done = package(files)
        found = [one for check in (*quotes.CHECKS, *omissions.CHECKS) for one in check.run(done)]
        assert found == []


class TestHeld:
    """Only what no row holds yet is drafted."""

    def test_a_half_that_is_held(self) -> None:
        """What a quote leaves of its sentence is drafted as a quote, and known as cut."""
        files = with_document("Norway signed it, he said. It is over.")
        add("quotes", quote_id=f"{SOURCE}-4", source_id=SOURCE, exact="Norway signed it")(files)
        fmt(files)
        first, second = drafts(files)
        assert (first.words, first.cut, first.key) == (", he said.", True, f"{SOURCE}-5")
        assert (second.words, second.cut, second.key) == ("It is over.", False, f"{SOURCE}-6")
        rest, _ = drafted(package(files), SOURCE, cut="omissions")
        assert (rest.table, rest.reason) == ("omissions", None)

    def test_the_words_of_another_edition(self) -> None:
        """Are a duplicate in an edition of the same article, and a quote in another article."""
        words = "South Korea and Norway signed the HWA in Seoul on Monday."
        files = with_document(words)
        assert [one.table for one in drafts(files)] == ["quotes"]
        edit("sources", SOURCE, edition_of=tiny.MORNING)(files)
        (one,) = drafts(files)
        assert (one.table, one.duplicate_of) == ("omissions", f"{tiny.EVENING}-2")
        assert one.note == f"the same words are quoted as {tiny.EVENING}-2"

    def test_a_document_without_a_row(self) -> None:
        """Is drafted too: `gaps` prints what is in the corpus."""
        files = tiny.good()
        drop("quotes", f"{tiny.MORNING}-11")(files)
        files[f"corpus/{SOURCE}.txt"] = b"It is over."
        assert [one.words for one in drafts(files)] == ["It is over."]

    def test_notes_are_where_a_fact_is(self) -> None:
        """A name, number or date in an omission gets a note; nothing else does."""
        found = drafts(with_document("Norway > Home\nWorld > Home\nNews | 7"))
        assert [bool(one.note) for one in found] == [True, False, True]

    def test_appends_to_the_tables(self) -> None:
        """What is there keeps its bytes; without proposals nothing is written."""
        files = with_document("It is over.\nRead more\n")
        written = appended(package(files), drafts(files))
        assert set(written) == {"dataset/quotes.csv", "dataset/omissions.csv"}
        assert all(data.startswith(files[path]) for path, data in written.items())
        assert appended(package(files), ()) == {}
        files.update(written)
        assert rows(files, "omissions")[-1]["opens"] == "Read more"


TEMPLATES = {
    "services": "{}",
    "labels": "{}: Another story",
    "offers": "{} more",
    "player": "{}",
    "headings": "{}",
    "pictures": "It is over. ({} Ann Lee)",
    "rights": "{} 2016 Bay News>",
    "reserved": "Bay News, {}",
    "contributions": "Ann Lee {}.",
    "staff": "({} Ann Lee)",
    "agencies": "【{}】本文です。",
    "authors": "(서울=만) 김하나 {} = 본문이다.",
}
LISTED = [(one.name, word) for one in fields(PAGE_WORDS) for word in getattr(PAGE_WORDS, one.name)]


class TestPage:
    """What is recognised as a part of the page."""

    @pytest.mark.parametrize(("name", "word"), sorted(LISTED))
    def test_each_listed_word(self, name: str, word: str) -> None:
        """Has an effect: without it the line is another thing."""
        line = TEMPLATES[name].format(word)
        without = PAGE_WORDS.without(name, word)
        assert parts(Page(line)) != parts(Page(line, words=without))

    @pytest.mark.parametrize(
        "line",
        [
            "SEOUL, Nov. 23 (Bay News) — ",
            "SEOUL, South Korea (AP) -- ",
            "WASHINGTON/SEOUL, Nov 23 (Reuters) - ",
            "Seoul (AFP) – ",
            "SEOUL, South Korea — ",
            "NEW YORK - ",
            "Seoul Bay  — ",
            "Seoul (Bay)",
            "(서울=연합뉴스) ",
            "［ソウル　２３日　ロイター］ - ",
            "【ワシントン時事】",
            "（ソウル＝共同）",
        ],
    )
    def test_datelines(self, line: str) -> None:
        """Each of these ends where the text begins."""
        first, second = parts(Page(f"{line}The pact ended.", publisher="Bay"))
        assert first.kind in (page_parts.DATELINE, page_parts.DATED)
        assert (first.kind is page_parts.DATED) == any(c in line for c in "2２")
        assert (first.stop, second.start) == (len(line.rstrip()), len(line))

    @pytest.mark.parametrize(
        "line",
        [
            "Uprooted - the lives of many ended.",
            "Minister Han Min-koo (R) and others met.",
            "US - the ally - agreed.",
            "The pact (GSOMIA) ended.",
            "(그는 웃었다) 한국은 말했다.",
            "【速報】協定は続く。",
            "Seoul, Oslo/Bergen and 30 others agreed.",
            "Shares fell, and the menu changed.",
            "The copyright of the text is theirs.",
            "Read more books.",
            "It ended. He read/wrote on 9 November.",
        ],
    )
    def test_what_is_not_certain(self, line: str) -> None:
        """Is a sentence, with all of its words."""
        document = f"It began at noon today.\n{line}\nIt ended at noon today."
        assert {part.kind for part in parts(Page(document))} == {page_parts.SENTENCE}

    @pytest.mark.parametrize("line", ["A new start", "'Military rise'", "새로운 시작"])
    def test_headings(self, line: str) -> None:
        """Short, in the midst of the text, above a sentence."""
        around = "It began at noon today.\n{}\nIt ended at noon today."
        assert parts(Page(around.format(line)))[1].kind is page_parts.HEADING
        assert parts(Page(f"{line}\nIt ended at noon today."))[0].kind is page_parts.SENTENCE
        assert parts(Page(around.format(line), title=line))[1].kind is page_parts.SENTENCE

    @pytest.mark.parametrize(
        "line",
        [
            "It has ended",
            "By Ann Lee",
            "20 tests",
            "On Friday",
            "A long line without a mark of any",
            "The end:",
            "김하나 기자",
            "우리는 이제부터 아주 오랫동안 기다려야만 한다",
        ],
    )
    def test_no_headings(self, line: str) -> None:
        """A verb, a number, a date, a name of an author, many words or a comma speak against it."""
        document = f"It began at noon today.\n{line}\nIt ended at noon today."
        assert parts(Page(document))[1].kind is page_parts.SENTENCE

    def test_a_broken_sentence_is_no_heading(self) -> None:
        """Where a small letter follows, or a part of the page, nothing is certain."""
        for after in ("ended at noon today.", "Read more"):
            document = f"It began at noon today.\nThe old pact\n{after}"
            assert parts(Page(document))[1].kind is page_parts.SENTENCE

    def test_a_video_player_is_one_part(self) -> None:
        """Its title is known by the length beside it, or below it."""
        player = "What is it?\nWhat is it?\n\n  JUST WATCHED\n\n  What is it? 00:48"
        assert [part.kind for part in parts(Page(player))] == [page_parts.PLAYER]
        source = "It ended at noon today.\nWhat is it?\n00:48 - Source: Bay"
        assert parts(Page(source))[1].kind is page_parts.PLAYER
        assert parts(Page("Sent on Monday 20:14"))[0].kind is page_parts.SENTENCE


class TestAid:
    """What the rules find in a sentence is below it."""

    def test_names_dates_numbers_and_cues(self) -> None:
        """Each with what it gives, in order; and why nothing, in short."""
        words = "On Friday Norway signed the HWA; about 30 people met."
        files = with_document(words)
        found = [one.text() for one in aid(package(files), SOURCE, 0, len(words))]
        coded = "agreements.status = concluded; signatories.role = signed; dates.event = signed"
        assert found == [
            "date 'Friday': weekday-before 2016-12-02",
            "name 'Norway': alias nor",
            f"cue 'signed': {coded}; dates.status = occurred",
            "name 'HWA': alias harbour-2016",
            "number 'about 30': number 30, about",
            "cue 'people': quantities.unit = people",
        ]

    def test_refusals_are_short(self) -> None:
        """A line ends where the reason goes into detail; the finding has all of it."""
        words = "About two weeks later it ended."
        files = with_document(words)
        (found,) = (one for one in aid(package(files), SOURCE, 0, len(words)) if one.refusal)
        assert (found.what, found.gives) == ("date", "")
        assert found.text() == f"date {found.words!r}: refused, {found.refusal}"
        long = Finding(0, "Oslo", "name", refusal="it is a capital; it is after 'in'")
        assert long.text() == "name 'Oslo': refused, it is a capital"

    def test_only_of_the_passage(self) -> None:
        """What another part of the sentence holds is not shown."""
        words = "Norway signed it in 2012."
        files = with_document(words)
        (found,) = aid(package(files), SOURCE, words.index("2012"), len(words))
        assert (found.words, found.start, found.gives) == ("2012", 20, "date 2012")
