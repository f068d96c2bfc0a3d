"""Templates for the names of rows: ``{pollster}[, {released}]: {answer}``.

- ``{column}`` is the cell: a date in words, a long text cut, a reference as the label of its row.
- ``{speaker|actor}`` is the first of these cells that is filled.
- ``[...]`` is left out if a cell in it is empty.
- ``{?column}`` shows nothing, but is empty if the cell is.
- ``{bound!exact}`` is empty if the cell is ``exact``.

Uses the standard library only; `build` writes the templates into the schemas.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST = 100
"""Characters of a cell that are shown."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_CELL = re.compile(r"\{(\??)([a-z][a-z0-9_]*(?:\|[a-z][a-z0-9_]*)*)(?:!([^{}\[\]]+))?\}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The first of some columns that is filled; ``shown`` or not; empty if it is ``unless``."""

    columns: tuple[str, ...]
    shown: bool
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a template: literal text and cells, left out as a whole if it is optional."""

    pieces: tuple[str | Cell, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read."""

    parts: tuple[Part, ...]

    def cells(self) -> Iterator[Cell]:
        """Its cells, in order."""
        for part in self.parts:
            yield from (piece for piece in part.pieces if isinstance(piece, Cell))

    def columns(self, *, shown: bool = False) -> set[str]:
        """The columns that it names; or only those that it shows."""
        return {name for one in self.cells() if one.shown or not shown for name in one.columns}

    def fill(self, cells: Mapping[str, str]) -> str:
        """The label of a row, on one line.

        Args:
            cells: The cells of its ``columns``, as they are to be shown; empty if not filled.
        """
        label = "".join(text for part in self.parts for text in _filled(part, cells))
        return " ".join(label.split())


def parse(text: str) -> Template:
    """Read a template.

    Raises:
        ValueError: A bracket or a brace has no partner, or there is no cell.
    """
    parts = [Part(tuple(_pieces(inside)), optional) for inside, optional in _parts(text)]
    template = Template(tuple(parts))
    if not any(template.cells()):
        raise ValueError(f"the label {text!r} has no {{column}}")
    return template


def shorten(text: str) -> str:
    """``text`` on one line, cut at a word if it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST]
    kept = cut.rpartition(" ")[0] if " " in cut and not line[_LONGEST].isspace() else cut
    return kept.rstrip(" ,;:–—-") + " …"


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for match in _OPTIONAL.finditer(text):
        yield text[at : match.start()], False
        yield match[1], True
        at = match.end()
    yield text[at:], False


def _pieces(text: str) -> Iterator[str | Cell]:
    at = 0
    for match in _CELL.finditer(text):
        yield _literal(text[at : match.start()])
        yield Cell(tuple(match[2].split("|")), not match[1], match[3] or "")
        at = match.end()
    yield _literal(text[at:])


def _literal(text: str) -> str:
    if stray := set(text) & set("[]{}"):
        raise ValueError(f"{text!r} in a label has a {min(stray)} without a partner")
    return text


def _filled(part: Part, cells: Mapping[str, str]) -> list[str]:
    texts: list[str] = []
    for piece in part.pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        cell = next((cells[name] for name in piece.columns if cells[name]), "")
        if cell == piece.unless:
            cell = ""
        if part.optional and not cell:
            return []
        texts.append(cell if piece.shown else "")
    return texts
