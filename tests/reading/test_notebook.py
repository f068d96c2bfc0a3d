"""Evidence and conflicts in a notebook: passages with their words marked; else a DataFrame."""

import copy
import pickle
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data._floor.text import occurrences
from gsomia_data.reading.notebook import Passages, showing
from kit.examples import examples

POLL = "gallup-korea-2016-11-oppose"
SHARE = gd.evidence("polls", POLL, "percent")


class Page(HTMLParser):
    """What a browser sees: the text, the marked words of each quote, links and tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.quotes: list[str] = []
        self.marked: list[list[str]] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is open, and where links lead."""
        self.tags.add(tag)
        self._open.append(tag)
        self.links += [str(value) for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag == "blockquote":
            self.quotes.append("")
            self.marked.append([])
        if tag == "mark":
            self.marked[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Tags close in turn."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text, but for the style."""
        if "style" in self._open:
            return
        self.text.append(data)
        if "blockquote" in self._open:
            self.quotes[-1] += data
        if "mark" in self._open:
            self.marked[-1][-1] += data


def page(frame: Any) -> Page:  # noqa: ANN401 - pandas-stubs do not know how a frame shows itself
    """The frame as a notebook shows it."""
    return Page(frame._repr_html_())


def text(frame: pd.DataFrame) -> str:
    """All that a notebook shows of the frame."""
    return " ".join("".join(page(frame).text).split())


class TestEvidence:
    """DESIGN section 6: the quote with its words marked, the source under it, readable at once."""

    def test_a_cell(self) -> None:
        """Whose cell, what the words say, how firmly, in which document of which day."""
        shown = text(SHARE)
        assert "Gallup Korea, 18 November 2016: oppose 59% (to conclude) · percent: 59" in shown
        assert f"polls {POLL} percent" in shown
        assert "supports 59 (proved, rule number)" in shown
        assert "23 November 2016 (known from the text)" in shown
        assert "note: the same sentence, before the number" in shown
        assert page(SHARE).marked == [["almost 60%"], ["59 percent"], ["more than half"]]

    def test_every_passage(self) -> None:
        """The whole quote, and the very words that are meant where they appear more than once."""
        evidence = gd.evidence()
        with pd.option_context("display.max_rows", None):
            shown = page(evidence)
        assert shown.quotes == evidence["quote"].tolist()
        assert [words for (words,) in shown.marked] == evidence["words"].tolist()
        assert not {"script", "img", "link", "iframe", "table"} & shown.tags
        assert set(shown.links) == set(evidence["url"].dropna())

    def test_which_of_the_same_words(self) -> None:
        """The second time, if that is meant."""
        later = gd.evidence().query("nth.astype('Int64') > 1").head(1)
        (row,) = later.to_dict("records")
        start, stop = occurrences(row["quote"], row["words"])[int(row["nth"]) - 1]
        html = showing(later)._repr_html_()  # type: ignore[operator]
        before = re.sub(r"<[^>]+>", "", html[html.index("<blockquote>") : html.index("<mark>")])
        assert len(before) == start
        assert "<mark>" in html
        assert stop > start

    def test_a_cell_is_named_once(self) -> None:
        """And each of its passages below."""
        assert text(SHARE).count("· percent: 59") == 1
        assert len(page(SHARE).quotes) == len(SHARE)

    def test_marks_are_not_colour_alone(self) -> None:
        """Who sees no colour sees a line under the words; nothing is fetched for it."""
        html = str(SHARE._repr_html_())  # type: ignore[operator]
        (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        (mark,) = re.findall(r"mark \{(.*?)\}", style, re.DOTALL)
        assert "text-decoration: underline" in mark
        assert not re.search(r"url\(|@import", style)
        rules = re.findall(r"^\S+", style, re.MULTILINE)
        assert {rule.strip(",") for rule in rules} == {".gsomia-passages"}


class TestConflicts:
    """Grouped by conflict, with all sides of each."""

    def test_a_tension(self) -> None:
        """Its sides with their numbers and notes; of a row, all its words."""
        found = gd.conflicts().query("conflict == 'effect-of-the-pact'")
        shown = text(found)
        assert shown.count("tension: effect-of-the-pact") == 1
        assert "2. Geng Shuang on GSOMIA" in shown
        assert shown.count("note: Geng Shuang: it worsens the confrontation") == 1
        assert ["he"] in [words[-1:] for words in page(found).marked]

    def test_a_cell(self) -> None:
        """Each passage with its own remark, and no place twice."""
        found = gd.conflicts().query(f"conflict == 'polls {POLL} percent'")
        shown = text(found)
        assert f"approximated: polls {POLL} percent" in shown
        assert shown.count(f"polls {POLL} percent") == 1
        assert "note: from 54 up to 60" in shown
        for one in (found, found.drop(columns="conflict")):
            assert "approximates below 60 (proved, rule number)" in text(one)
            assert "supports 59 (proved, rule number)" in text(one)

    def test_a_number_with_its_bound_and_period(self) -> None:
        """As the row has them."""
        found = gd.conflicts().query("conflict == 'nuclear-tests-of-2016' and side == 2")
        assert "value: 2 (exact)" in text(found)

    def test_every_conflict(self) -> None:
        """All words are marked, those of whole rows too."""
        found = gd.conflicts()
        with pd.option_context("display.max_rows", None):
            shown = page(found)
        assert shown.quotes == found["quote"].tolist()
        whole = found["nth"].str.contains(" ")
        words = [
            " … ".join(marked) if several else "".join(marked)
            for marked, several in zip(shown.marked, whole, strict=True)
        ]
        assert words == found["words"].tolist()

    def test_a_side_without_words(self) -> None:
        """It says why."""
        found = gd.conflicts().head(1).assign(relation=None, words=None, quote=None, nth=None)
        assert "there are no words for it yet" in text(found)
        assert "computed from other cells" in text(found.assign(relation="computed"))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></div><b>",
    "<!-- ",
    "&lt;b&gt; & 'a'",
    "javascript:alert(1)",
]


class TestAnyText:
    """Whatever is in a cell is shown as text."""

    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("conflicts", [False, True])
    def test_hostile(self, text: str, *, conflicts: bool) -> None:
        """In each column that is shown; the words are marked all the same."""
        frame = (gd.conflicts() if conflicts else SHARE).head(2).astype("string")
        for column in frame.columns:
            odd = frame.assign(**{column: text})
            shown = page(odd)
            assert shown.tags <= {
                *("div", "style", "p", "strong", "code", "blockquote", "mark", "cite", "a"),
            }
            assert all(link.startswith("http") for link in shown.links)
            if column in ("label", "value", "note", "title", "publisher", "says", "rule"):
                assert " ".join(text.split()) in " ".join("".join(shown.text).split())
        for words in (text, "word"):
            odd = frame.assign(quote=f"{text} word {text}", words=words, nth="1")
            assert page(odd).quotes == [f"{text} word {text}"] * 2

    @examples(60)
    @given(st.text(), st.text(max_size=3), st.one_of(st.none(), st.text(), st.integers()))
    def test_any(self, quote: str, words: str, nth: str | int | None) -> None:
        """Words that are not there are said beside the quote, and nothing is lost."""
        frame = SHARE.head(1).astype(object).assign(quote=quote, words=words or "x", nth=nth)
        frame = frame[[not re.search("\x00|\r", quote + words)]]
        for shown in [page(frame)] if len(frame) else []:
            assert shown.quotes == [quote]
            assert shown.marked in ([[]], [[words or "x"]])
            assert shown.marked[0] or f"words: {words or 'x'}" in "".join(shown.text)


class TestMany:
    """As many passages as pandas shows rows, and how to see the others."""

    def test_the_rest_is_said(self) -> None:
        """The limit is that of pandas."""
        shown = page(gd.evidence())
        assert len(shown.quotes) == pd.get_option("display.max_rows") == 60
        assert f"60 of {len(gd.evidence()):,} passages are shown" in "".join(shown.text)
        assert "kind == 'disputed'" in text(gd.conflicts())
        assert "kind == 'disputed'" not in text(gd.evidence())
        with pd.option_context("display.max_rows", 2):
            assert len(page(SHARE).quotes) == 2
            assert "2 of 3 passages are shown" in text(SHARE)
        with pd.option_context("display.max_rows", len(SHARE)):
            assert "are shown" not in text(SHARE)

    def test_as_pandas_is_told(self) -> None:
        """Without HTML if the reader wants none; without passages the empty table."""
        with pd.option_context("display.notebook_repr_html", False):  # noqa: FBT003 - of pandas
            assert SHARE._repr_html_() is None  # type: ignore[operator]
        assert "<table" in str(SHARE.iloc[:0]._repr_html_())  # type: ignore[operator]


class TestStillATable:
    """Underneath it is a DataFrame; it is shown as one once blocks would not show all of it."""

    def test_what_keeps_the_blocks(self) -> None:
        """Fewer or other rows, and fewer columns that the blocks can do without."""
        for frame in (
            SHARE.head(2),
            SHARE[SHARE["relation"] == "supports"],
            SHARE.query("publisher == 'CNN'"),
            SHARE.sort_values("publisher"),
            SHARE.drop(columns=["context", "url"]),
            SHARE.reset_index(drop=True),
            SHARE.loc[[0, 2]],
            pd.concat([SHARE, SHARE]),
            SHARE.copy(),
            copy.deepcopy(SHARE),
        ):
            assert type(frame) is Passages
            assert "<blockquote>" in str(frame._repr_html_())

    def test_what_ends_them(self) -> None:
        """A choice without the quote, one more column, a summary: each is a plain table."""
        for frame in (
            SHARE[["says", "words"]],
            SHARE.drop(columns="quote"),
            SHARE.merge(SHARE, on="row_key"),
            SHARE.describe(),
            SHARE.set_index("publisher").head(2),
            pd.concat([SHARE, SHARE], axis=1),
            pd.DataFrame(SHARE),
        ):
            assert type(frame) is pd.DataFrame
            assert "<table" in str(frame._repr_html_())  # type: ignore[operator]

    def test_what_is_done_to_it_in_place(self) -> None:
        """The class stays, also in the copies of `assign`; what blocks would hide is a table."""
        for frame in (
            SHARE.assign(mine=1),
            SHARE.rename(columns={"quote": "text"}),
            SHARE.set_index("publisher"),
            SHARE.groupby("publisher").first(),
            SHARE.T,
            SHARE.isna(),
            SHARE == "x",
            SHARE.map(str).map(len),
        ):
            assert "<table" in str(frame._repr_html_())  # type: ignore[operator]
        mine = SHARE.copy()
        mine["mine"] = 1
        assert "<table" in str(mine._repr_html_())  # type: ignore[operator]
        del mine["mine"]
        assert "<blockquote>" in str(mine._repr_html_())  # type: ignore[operator]
        del mine["quote"]
        assert "<table" in str(mine._repr_html_())  # type: ignore[operator]
        twice = SHARE.copy()
        twice.columns = pd.Index(["words", *twice.columns[1:]])
        assert "<table" in str(twice._repr_html_())  # type: ignore[operator]

    @pytest.mark.parametrize("view", [gd.evidence, gd.conflicts])
    def test_as_with_any_frame(self, view: Any, tmp_path: Path) -> None:  # noqa: ANN401 - either
        """Compared, counted, grouped, joined, written and read as a plain one is."""
        frame = view()
        plain = pd.DataFrame(frame)
        pd.testing.assert_frame_equal(frame, view())
        pd.testing.assert_frame_equal(frame, plain)
        assert frame.equals(plain)
        assert frame.to_csv() == plain.to_csv()
        assert repr(frame) == repr(plain)
        assert frame.to_dict("records")[0].keys() == plain.to_dict("records")[0].keys()
        again = pickle.loads(pickle.dumps(frame))  # noqa: S301 - our own
        pd.testing.assert_frame_equal(again, frame)
        assert type(again) is Passages
        assert again.attrs == frame.attrs
        frame.to_pickle(tmp_path / "x.pkl")
        kept = pd.read_pickle(tmp_path / "x.pkl")  # noqa: S301 - our own
        pd.testing.assert_frame_equal(kept, frame)
        counts = frame.groupby(["publisher", "relation"], observed=True).size()
        pd.testing.assert_series_equal(
            counts, plain.groupby(["publisher", "relation"], observed=True).size()
        )
        parts = [part for _, part in frame.groupby("publisher")]
        pd.testing.assert_frame_equal(pd.concat(parts).sort_index(), frame)
        joined = frame.merge(gd.sources(), on="source_id", suffixes=("", "_of"))
        other = plain.merge(gd.sources(), on="source_id", suffixes=("", "_of"))
        pd.testing.assert_frame_equal(joined, other)
        assert isinstance(frame["words"], pd.Series)
        assert next(frame.itertuples()).words == plain["words"].iloc[0]
        pd.testing.assert_frame_equal(
            frame.pivot_table(index="publisher", columns="relation", aggfunc="size", observed=True),
            plain.pivot_table(index="publisher", columns="relation", aggfunc="size", observed=True),
        )
        frame.loc[frame.index[0], "note"] = "mine"
        assert plain["note"].iloc[0] != "mine" or pd.__version__.startswith("2.")
        assert frame.attrs == view().attrs


class TestNotebooks:
    """What Jupyter and nbconvert make of it."""

    def notebook(self, frame: pd.DataFrame) -> Any:  # noqa: ANN401 - a node of nbformat
        """A notebook with one cell whose output is the frame, as IPython gives it."""
        formatters = pytest.importorskip("IPython.core.formatters")
        nbformat = pytest.importorskip("nbformat")
        data, metadata = formatters.DisplayFormatter().format(frame)
        output = nbformat.v4.new_output(
            "execute_result", data, metadata=metadata, execution_count=1
        )
        cell = nbformat.v4.new_code_cell("gd.evidence()", outputs=[output], execution_count=1)
        return nbformat.v4.new_notebook(cells=[cell])

    def test_as_a_page(self) -> None:
        """The passages are in it, with their style."""
        nbconvert = pytest.importorskip("nbconvert")
        body, _ = nbconvert.HTMLExporter().from_notebook_node(self.notebook(SHARE))
        assert "<mark>59 percent</mark>" in body
        assert ".gsomia-passages mark" in body

    def test_as_latex(self) -> None:
        """The plain table is, as of any frame."""
        nbconvert = pytest.importorskip("nbconvert")
        body, _ = nbconvert.LatexExporter().from_notebook_node(self.notebook(SHARE))
        assert "the same sentence, before the number" in body
        assert "<" not in body.partition("begin{document}")[2].replace("<NA>", "")
