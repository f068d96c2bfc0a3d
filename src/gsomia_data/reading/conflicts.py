"""Where the documents disagree, with the words of every side beside each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.firmness import weakest
from gsomia_data._floor.text import merged, occurrences
from gsomia_data.reading.editions import first_editions
from gsomia_data.reading.evidence import witnesses
from gsomia_data.reading.files import Files
from gsomia_data.reading.frames import DEGREE, Texts, cited, coded, texts
from gsomia_data.reading.labels import labelled
from gsomia_data.reading.notebook import showing

_OTHERS = ("others", "other_table_name", "other_row_key", "other_column_name")
_SOURCE = ("source_id", "title", "publisher", "published", "published_from")
_SAID = ("relation", "says", "words", "nth", "rule", "firmness", "note", "quote_id", "quote")
"""What a passage says, and where."""
_LIMIT = "says_bound"
"""How the words limit the number that they give; ``bound`` is that of the row."""
_COLUMNS = (
    "conflict", "kind", "side", "table_name", "row_key", "column_name", "value", "bound", "period",
    "relation", "says", _LIMIT, "words", "nth", "firmness", *_SOURCE, "quote_id", "quote", "rule",
    "note", *_OTHERS,
)  # fmt: skip
_KINDS = {"disputes": "disputed", "approximates": "approximated", "rewords": "reworded"}
"""Kinds of conflict about one cell, by the relation that makes one; the first of a cell counts."""
_PERIODS = ("as_of", "date", "released")
"""The columns of which the first that a row has gives its day or period."""

Row = Mapping[str, Any]
Cell = tuple[str, str, str]
"""Table, key of the row, column; without a column, the whole row."""
_COMPUTED = "computed"
"""The relation of a cell that has no words because it is computed from other cells."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a conflict: a cell or a row, and what the curators say of it."""

    conflict: str
    kind: str
    place: Cell
    note: str = ""
    number: int | None = None


@undamaged()
def conflicts(
    files: Files, text: Texts | None = None, rows: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Each passage of each side of each conflict.

    ``text`` gives the tables, and ``rows`` are all rows of evidence, if they are read already.
    """
    keyed, table = files.keys(), text or texts(files)
    passages = _passages(witnesses(files, table, None, None, None) if rows is None else rows)
    sides = [
        *_of_cells(passages, {name: at for at, name in enumerate(keyed)}),
        *_of_tensions(table("tensions")),
        *_of_claims(table("claims"), table("sources")),
    ]
    records = _records(table, keyed, {side.place[0] for side in sides})
    by_row = defaultdict[tuple[str, str], list[Row]](list)
    for passage in passages:
        by_row[passage["table_name"], passage["row_key"]].append(passage)
    places = _places(sides)
    listed = [
        {
            **_about(side, records.get(side.place[:2], {})),
            **_beside(side.place, places[side.conflict, side.kind]),
            **words,
        }
        for side in sides
        for words in _supported(files, side, _words(side, by_row[side.place[:2]]))
    ]
    types = {**dict.fromkeys(_COLUMNS, "string"), "side": "Int64"}
    frame = pd.DataFrame(listed, columns=list(_COLUMNS)).astype(types)
    for name, known in _codes(files).items():
        frame[name] = coded(frame[name], known)
    return showing(labelled(files, table, cited(files, frame, "conflicts")))


def _codes(files: Files) -> dict[str, pd.CategoricalDtype]:
    fields = files.fields("evidence")
    relations = [one for one in fields["relation"]["categories"] if one != "slip"]
    tensions = files.fields("tensions")["kind"]["categories"]
    bounds = files.fields("quantities")["bound"]["categories"]
    return {
        "kind": pd.CategoricalDtype([*_KINDS.values(), *tensions, "claims"]),
        "bound": pd.CategoricalDtype(bounds, ordered=True),
        _LIMIT: pd.CategoricalDtype(bounds, ordered=True),
        "relation": pd.CategoricalDtype([*relations, _COMPUTED]),
        "firmness": DEGREE,
        "rule": pd.CategoricalDtype(list(fields["rule"]["gsomia:rules"])),
    }


def side_by_side(claims: pd.DataFrame, sources: pd.DataFrame) -> dict[str, list[str]]:
    """The claims of one aspect about one thing that different documents make.

    The thing is the event, else the agreement, else the actors of a claim. Editions of one article
    are one document.

    Args:
        claims: The claims, each cell as text.
        sources: The documents, each cell as text.

    Returns:
        Keys of claims, by aspect and thing.
    """
    first = first_editions(sources)
    groups = defaultdict[str, dict[str, set[str]]](lambda: {"claims": set(), "documents": set()})
    for claim in claims.fillna("").to_dict("records"):
        actors = sorted({str(claim["actor"]), str(claim["object"])} - {""})
        thing = claim["date_id"] or claim["agreement_id"] or " ".join(actors)
        group = groups[f"{claim['aspect']} {thing}"]
        group["claims"].add(str(claim["claim_id"]))
        group["documents"].add(first.get(claim["source_id"], ""))
    return {
        name: sorted(group["claims"])
        for name, group in sorted(groups.items())
        if len(group["documents"]) > 1
    }


def _passages(rows: pd.DataFrame) -> list[Row]:
    """The rows of evidence with their quotes and documents; a slip says nothing of its cell."""
    quoted = rows.dropna(subset=["quote", "publisher"])
    return _rows(quoted[quoted["relation"] != "slip"])


def _of_cells(passages: Sequence[Row], rank: Mapping[str, int]) -> Iterator[_Side]:
    """The cells that some words dispute, approximate or reword, in the order of the tables."""
    relations = defaultdict[Cell, set[str]](set)
    for passage in passages:
        cell = passage["table_name"], passage["row_key"], passage["column_name"]
        relations[cell].add(passage["relation"])
    for cell in sorted(relations, key=lambda cell: (rank[cell[0]], *cell)):
        kinds = [kind for relation, kind in _KINDS.items() if relation in relations[cell]]
        if kinds:
            yield _Side(" ".join(cell), kinds[0], cell)


def _of_tensions(tensions: pd.DataFrame) -> Iterator[_Side]:
    """Tensions, then rows that are perhaps one."""
    ordered = tensions.sort_values(["kind", "tension_id"], ascending=[False, True], kind="stable")
    for side in _rows(ordered.fillna("")):
        place = side["table_name"], side["row_key"], side["column_name"]
        number = int(side["side"])
        yield _Side(side["tension_id"], side["kind"], place, side["note"], number)


def _of_claims(claims: pd.DataFrame, sources: pd.DataFrame) -> Iterator[_Side]:
    notes = dict(zip(claims["claim_id"], claims["note"].fillna(""), strict=True))
    for name, listed in side_by_side(claims, sources).items():
        for claim in listed:
            yield _Side(name, "claims", ("claims", claim, "clause"), notes[claim])


def _records(
    table: Texts, keyed: Mapping[str, tuple[str, ...]], wanted: Iterable[str]
) -> dict[tuple[str, str], Row]:
    """The rows of the wanted tables, by table and key."""
    return {
        (name, row[keyed[name][0]]): row
        for name in wanted
        for row in _rows(table(name))
        if len(keyed[name]) == 1
    }


def _places(sides: Iterable[_Side]) -> Mapping[tuple[str, str], list[Cell]]:
    """The sides of each conflict, in their order."""
    places = defaultdict[tuple[str, str], list[Cell]](list)
    for side in sides:
        places[side.conflict, side.kind].append(side.place)
    return places


def _beside(place: Cell, places: Sequence[Cell]) -> dict[str, str]:
    """The other sides of the conflict; a single one also by its table, row and column."""
    others = [one for one in places if one != place]
    if not others:
        return {}
    listed = "; ".join(" ".join(one).rstrip() for one in others)
    single = [name or pd.NA for name in others[0]] if len(others) == 1 else [pd.NA] * 3
    return dict(zip(_OTHERS, [listed, *single], strict=True))


def _about(side: _Side, record: Row) -> dict[str, object]:
    """The side, with the value of its cell and what bounds it."""
    table, key, column = side.place
    return {
        "conflict": side.conflict,
        "kind": side.kind,
        "side": side.number,
        "table_name": table,
        "row_key": key,
        "column_name": column or pd.NA,
        "value": record.get(column, pd.NA),
        "bound": record.get("bound", pd.NA) if column in ("value", "") else pd.NA,
        "period": next((record[name] for name in _PERIODS if name in record), pd.NA),
        "note": side.note or pd.NA,
    }


def _words(side: _Side, passages: Sequence[Row]) -> Iterator[dict[str, object]]:
    """The passages about the cell; of a whole row, its words in each quote that supports it.

    Words that say something else of a cell are a conflict of that cell, and no part of its side in
    a tension.
    """
    column = side.place[2]
    if not column:
        yield from _of_row(passages)
        return
    for passage in passages:
        if passage["column_name"] == column and (
            side.kind != "tension" or passage["relation"] == "supports"
        ):
            words = {name: passage[name] for name in (*_SAID, *_SOURCE)}
            words[_LIMIT] = passage["bound"]
            yield {**words, "note": side.note} if side.note else words


def _supported(
    files: Files, side: _Side, passages: Iterable[dict[str, object]]
) -> Iterator[dict[str, object]]:
    """The passages; and before them, where none supports the value, a row without words."""
    listed = list(passages)
    if not any(passage["relation"] == "supports" for passage in listed):
        table, _, column = side.place
        field = files.fields(table).get(column, {})
        yield {"relation": _COMPUTED} if field.get("gsomia:grounding") == "derived" else {}
    yield from listed


def _of_row(passages: Sequence[Row]) -> Iterator[dict[str, object]]:
    quoting = defaultdict[str, list[Row]](list)
    for passage in passages:
        if passage["relation"] == "supports":
            quoting[passage["quote_id"]].append(passage)
    for quote, listed in quoting.items():
        document = {name: listed[0][name] for name in (*_SOURCE, "quote")}
        words, nth = _joined(listed)
        firm = weakest(one["firmness"] for one in listed)
        said = {"relation": "supports", "words": words, "nth": nth, "firmness": firm}
        yield {**said, "quote_id": quote, **document}


def _joined(passages: Sequence[Row]) -> tuple[str, str]:
    """The words of evidence in one quote, in its order, with … for what is between them.

    And which occurrence in the quote each piece is.
    """
    quote = str(passages[0]["quote"])
    found = [
        spans[int(one["nth"]) - 1]
        for one in passages
        if len(spans := occurrences(quote, one["words"])) >= int(one["nth"])
    ]
    whole = merged(quote, found)
    pieces = [quote[start:stop] for start, stop in whole]
    nths = [
        occurrences(quote, piece).index(span) + 1 for piece, span in zip(pieces, whole, strict=True)
    ]
    return " … ".join(pieces), " ".join(map(str, nths))


def _rows(frame: pd.DataFrame) -> list[Row]:
    # As objects first: each cell of a column of text would be converted by itself.
    return cast(list[Row], frame.astype(object).to_dict("records"))
