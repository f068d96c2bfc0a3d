"""Passages for a notebook: each quote with its words marked, its document under it.

A frame of passages is a DataFrame that shows itself in this way, as long as it has the columns that
this needs and none that this would hide. The HTML is plain and semantic, because a notebook that is
not trusted loses the style. Colours are those of the page, so that light and dark themes both work.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from gsomia_data._floor.edtf_words import words_or_text
from gsomia_data._floor.phrases import DATED, limited
from gsomia_data._floor.text import Span, occurrences

_CELL = ("table_name", "row_key", "column_name")
_NEEDED = frozenset({*_CELL, "relation", "words", "nth", "quote"})
_KNOWN = _NEEDED | {
    "label", "value", "says", "says_bound", "bound", "start", "stop", "context", "rule", "firmness",
    "note", "quote_id", "source_id", "title", "publisher", "published", "published_from", "url",
    "edition_of", "conflict", "kind", "side", "period", "others", "other_table_name",
    "other_row_key", "other_column_name",
}  # fmt: skip
"""The columns of `evidence` and `conflicts`."""
_STYLE = """
.gsomia-passages {max-width: 56rem; line-height: 1.45; overflow-wrap: anywhere}
.gsomia-passages p {margin: .15rem 0}
.gsomia-passages p.group {margin-top: 1.4rem; border-bottom: 1px solid rgba(127, 127, 127, .6)}
.gsomia-passages p.cell {margin-top: 1rem}
.gsomia-passages p.passage {margin-top: .6rem}
.gsomia-passages code {background: none; color: inherit; padding: 0}
.gsomia-passages a {color: inherit; text-decoration: underline}
.gsomia-passages .place, .gsomia-passages .source {opacity: .8; font-size: .92em}
.gsomia-passages blockquote {margin: .15rem 0; padding: .1rem 0 .1rem .8rem; color: inherit;
  background: none; border: 0; border-left: 3px solid rgba(127, 127, 127, .6);
  white-space: pre-line}
.gsomia-passages mark {color: inherit; background: rgba(255, 190, 0, .28);
  text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px}
"""

Row = Mapping[str, str]


class Passages(pd.DataFrame):
    """A DataFrame that shows its passages in a notebook; in all else it is a DataFrame."""

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return _fitting

    def _constructor_from_mgr(self, mgr: Any, axes: Any) -> pd.DataFrame:  # noqa: ANN401 - of pandas
        # What pandas calls within its own methods; its constructor would warn of a manager.
        return _fitting(pd.DataFrame._from_mgr(mgr, axes))  # type: ignore[attr-defined]  # noqa: SLF001

    def _repr_html_(self) -> str | None:
        if self.empty or not _fits(self) or not pd.get_option("display.notebook_repr_html"):
            table: str | None = super()._repr_html_()  # type: ignore[misc]
            return table
        return "".join(_html(self))


def showing(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame``, which then shows its passages in a notebook."""
    shown = Passages(frame)
    shown.attrs = frame.attrs
    return shown


def _fitting(*args: Any, **kwargs: Any) -> pd.DataFrame:  # noqa: ANN401 - as a DataFrame takes them
    """What pandas makes of passages: passages again, if they can still be shown."""
    frame = pd.DataFrame(*args, **kwargs)
    return Passages(frame) if _fits(frame) else frame


def _fits(frame: pd.DataFrame) -> bool:
    """Whether all that the blocks need is there, and nothing that they would hide.

    What pandas computes of each cell, as `isna` does, has the columns but no words.
    """
    known = bool(frame.columns.is_unique) and _NEEDED <= set(frame.columns) <= _KNOWN
    return known and list(frame.index.names) == [None] and _is_text(frame["words"])


def _is_text(column: pd.Series) -> bool:
    return isinstance(column.dtype, pd.StringDtype) or column.dtype == object


def _html(frame: pd.DataFrame) -> Iterator[str]:
    limit = pd.get_option("display.max_rows") or len(frame)
    rows = [
        {str(name): _text(cell) for name, cell in row.items()}
        for row in frame.head(limit).to_dict("records")
    ]
    yield f'<div class="gsomia-passages"><style>{_STYLE}</style>'
    for (conflict, kind), group in groupby(rows, lambda row: _of(row, "conflict", "kind")):
        sides = [list(side) for _, side in groupby(group, lambda row: _of(row, *_CELL))]
        if conflict:
            yield _line("group", f"{escape(kind)}: <strong>{escape(conflict)}</strong>")
        for side in sides:
            yield from _side(side)
    if len(frame) > limit:
        fewer = ".query(\"kind == 'disputed'\")" if "kind" in frame else 'gd.evidence("polls")'
        yield _line("more", _more(limit, len(frame), fewer))
    yield "</div>"


def _more(shown: int, there: int, fewer: str) -> str:
    return (
        f"{shown:,} of {there:,} passages are shown. To see others, ask for fewer, as "
        f"<code>{fewer}</code> or <code>.tail(20)</code>, or show more: "
        f'<code>pd.set_option("display.max_rows", {there})</code>'
    )


def _side(rows: Sequence[Row]) -> Iterator[str]:
    """A cell or a row with its passages; its note once, if all of them have the same."""
    first = rows[0]
    number, label, column, value = _of(first, "side", "label", "column_name", "value")
    place = " ".join(filter(None, _of(first, *_CELL)))
    limits = _limits(first) if first.get("conflict") else []
    cell = f"{escape(number)}. " if number else ""
    cell += f"<strong>{escape(label)}</strong>" if label else ""
    cell += f"{' · ' if label else ''}{escape(column)}" if column else ""
    cell += f": <strong>{escape(value)}</strong>" if value else ""
    cell += f" ({escape(', '.join(limits))})" if limits else ""
    yield _line("cell", cell)
    if first.get("conflict") != place:
        yield _line("place", f"<code>{escape(place)}</code>")
    notes = {row.get("note", "") for row in rows}
    shared = notes.pop() if len(notes) == 1 and number else ""
    yield _line("note", f"note: {escape(shared)}" if shared else "")
    for row in rows:
        yield from _passage(row, "" if shared else row.get("note", ""))


def _limits(row: Row) -> list[str]:
    """The bound and the period of a side, unless its label or its value has them."""
    period = words_or_text(row.get("period", ""))
    said = row.get("period") == row.get("value") or period in row.get("label", "")
    return [one for one in (row.get("bound", ""), "" if said else period) if one]


def _passage(row: Row, note: str) -> Iterator[str]:
    """What the words say and how firmly; the quote with the words marked; the document."""
    relation, says, rule, firmness = _of(row, "relation", "says", "rule", "firmness")
    if not row["words"]:
        heading = f"{relation} from other cells" if relation else "there are no words for it yet"
        yield _line("passage", escape(heading))
        return
    bound = row.get("says_bound", "" if row.get("conflict") else row.get("bound", ""))
    said = limited(bound, says)
    how = [*([firmness] if firmness else []), *([f"rule {rule}"] if rule else [])]
    heading = f"<strong>{escape(relation)}</strong>" + (f" {escape(said)}" if said else "")
    yield _line("passage", heading + (f" ({escape(', '.join(how))})" if how else ""))
    spans = _spans(row)
    yield f"<blockquote>{_marked(row['quote'], spans)}</blockquote>"
    yield _line("words", "" if spans else f"words: {escape(row['words'])}")
    yield _line("source", _source(row))
    yield _line("note", f"note: {escape(note)}" if note else "")


def _source(row: Row) -> str:
    """Publisher, title, date and how the date is known; the title leads to the document."""
    publisher, title, published, url = _of(row, "publisher", "title", "published", "url")
    cited = f"<cite>{escape(title)}</cite>" if title else ""
    if cited and url.startswith(("http://", "https://")):
        cited = f'<a href="{escape(url)}" rel="noopener noreferrer">{cited}</a>'
    known = DATED.get(row.get("published_from", ""))
    dated = escape(words_or_text(published)) + (f" ({known})" if known else "")
    return ", ".join(filter(None, [escape(publisher), cited, dated]))


def _spans(row: Row) -> list[Span]:
    """Where the words are in the quote; of a whole row, where each piece is; none if unknown."""
    nths = row["nth"].split()
    pieces = [row["words"]] if len(nths) == 1 else row["words"].split(" … ")
    found = []
    for piece, nth in zip(pieces, nths, strict=False):
        spans = dict(enumerate(occurrences(row["quote"], piece), 1))
        found.append(spans.get(int(nth) if nth.isdecimal() else 0))
    spans_ = [span for span in found if span]
    return sorted(spans_) if len(spans_) == len(pieces) else []


def _marked(quote: str, spans: Iterable[Span]) -> str:
    parts, at = [], 0
    for start, stop in spans:
        parts += [escape(quote[at:start]), f"<mark>{escape(quote[start:stop])}</mark>"]
        at = stop
    return "".join([*parts, escape(quote[at:])])


def _line(kind: str, inside: str) -> str:
    return f'<p class="{kind}">{inside}</p>' if inside else ""


def _of(row: Row, *names: str) -> list[str]:
    return [row.get(name, "") for name in names]


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell can be anything
    return "" if pd.api.types.is_scalar(cell) and pd.isna(cell) else str(cell)
