"""Which of the words that give a value are about the row: a choice, made by a few plain rules.

A row is at home in the quotes that identify it: those with its own words (a clause, a wording, a
name), else with a number that no other row has, else with its date, or a cue beside a rare name or
its agreement, which does not suffice for a date that nobody says is in the document. Words that
many quotes have identify little, words that few have much. At home, one candidate is taken for each
cell, the nearest to what identifies the row. A cue counts nowhere else; an actor may also be named
before, where a pronoun at home refers to, and so may a further number.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.firmness import SAME_SENTENCE
from gsomia_data._floor.text import Span, fold
from gsomia_data.curation.desk.candidates import Candidate, Cell
from gsomia_data.curation.schema.columns import Passage
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.specs import ColumnSpec
from gsomia_data.curation.schema.vocabulary import Relation

_NEAREST_BEST = 0.8
"""A row without words of its own is at home where this much of the best score is reached."""
_RARE = 2
"""An actor whom no more quotes of a document name identifies a row."""
_BESIDE_BOUND = 2
"""A number that is only bounded identifies a row where more cells than these are."""
_BEFORE = 40
"""How many characters before the name of an actor its country is named ("South Korean ...")."""
_ACTORS = frozenset({Grounding.ACTOR, Grounding.ACTOR_OR_JUDGED})


@dataclass(frozen=True, slots=True)
class Scene:
    """What a choice looks at besides the candidates.

    Attributes:
        cells: The filled cells of the row that need evidence.
        mentions: Where the agreement of the row is named, by quote.
        quotes: Number of quotes, by document.
        editions: The document of which a document is another edition; empty for none.
        shared: The columns in which another row of the table has the same.
        given: Whether all quotes with candidates are about the row.
        asked: Whether somebody says that the documents are about it.
    """

    cells: Sequence[Cell]
    mentions: Mapping[str, Sequence[Span]]
    quotes: Mapping[str, int]
    editions: Mapping[str, str]
    shared: frozenset[str] = frozenset()
    given: bool = False
    asked: bool = False

    @property
    def own(self) -> frozenset[str]:
        """The columns with words of the row's own, of those that are filled."""
        return frozenset(cell.column.name for cell in self.cells if _is_own(cell.column))

    @property
    def measured(self) -> frozenset[str]:
        """The columns with a number or a date."""
        grounded = (Grounding.NUMBER, Grounding.DATE)
        return frozenset(
            cell.column.name for cell in self.cells if cell.column.grounding in grounded
        )

    @property
    def counted(self) -> frozenset[str]:
        """The columns with a number that no other row of the table has."""
        return frozenset(
            cell.column.name
            for cell in self.cells
            if cell.column.grounding is Grounding.NUMBER and cell.column.name not in self.shared
        )

    @property
    def of_one_document(self) -> bool:
        """Whether the row is what one document says: it cannot be without words of its own."""
        return any(_is_own(cell.column) and cell.column.required for cell in self.cells)

    @property
    def of_document(self) -> bool:
        """Whether the row describes a document, each cell of which may be anywhere in it."""
        return any(cell.column.grounding is Grounding.OUTSIDE for cell in self.cells)

    @property
    def of_record(self) -> bool:
        """Whether the row holds what the sources report."""
        return any(cell.table.declared.of_record for cell in self.cells)


def _is_own(column: ColumnSpec) -> bool:
    words = column.grounding is Grounding.VERBATIM
    return words and (column.required or column.declared.passage is not None)


def choose(found: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates that are evidence for a row, as far as can be seen."""
    by_document: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in _in_parts(found):
        by_document[candidate.quote.value.source_id].append(candidate)
    if scene.of_document:
        return list(_first_of_each(found))
    chosen: list[Candidate] = []
    at_home: list[tuple[_Document, list[str]]] = []
    for source in sorted(by_document, key=lambda name: (bool(scene.editions.get(name)), name)):
        document = _Document.of(by_document[source], scene)
        homes = _homes(document)
        if not homes:
            continue
        covered = {candidate.column.name for candidate in chosen}
        again = scene.of_one_document and scene.editions.get(source) in by_document
        for home in homes:
            # What one document says is said once: of another edition only the words are evidence.
            chosen += [
                one
                for one in _at(home, document)
                if not again or one.column.name not in covered or _is_own(one.column)
            ]
        at_home.append((document, homes))
    covered = {candidate.column.name for candidate in chosen}
    for document, homes in at_home:
        chosen += _named_before(document, homes, covered)
    return chosen


def _first_of_each(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first words of the document for each cell that describes it."""
    taken: set[str] = set()
    for one in sorted(found, key=lambda one: one.at):
        if one.column.name not in taken:
            taken.add(one.column.name)
            yield one


def _in_parts(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, those for a value in parts only where a document has each part, in order."""
    parted: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for one in found:
        if one.column.declared.passage is None:
            yield one
        else:
            parted[one.column.name, one.quote.value.source_id].append(one)
    for listed in parted.values():
        yield from _each_part(listed)


def _each_part(listed: Sequence[Candidate]) -> Sequence[Candidate]:
    """For each part its first place behind the part before; nothing if one is missing."""
    taken: list[Candidate] = []
    at = 0
    for part in listed[0].cell.parts:
        here = [one for one in listed if fold(one.words) == fold(part) and one.at >= at]
        if not here:
            return ()
        taken.append(min(here, key=lambda one: one.at))
        at = taken[-1].at + len(taken[-1].words)
    return taken


@dataclass(frozen=True, slots=True)
class _Document:
    """The candidates of one document."""

    scene: Scene
    quotes: Mapping[str, Mapping[str, Sequence[Candidate]]]
    weights: Mapping[str, float]
    often: Mapping[str, int]
    resting: Mapping[str, Sequence[Candidate]]

    @classmethod
    def of(cls, found: Sequence[Candidate], scene: Scene) -> "_Document":
        quotes: dict[str, dict[str, list[Candidate]]] = defaultdict(lambda: defaultdict(list))
        resting: dict[str, list[Candidate]] = defaultdict(list)
        for one in found:
            if one.rule in ("pronoun", SAME_SENTENCE):
                resting[one.quote.value.quote_id].append(one)
            else:
                quotes[one.quote.value.quote_id][one.column.name].append(one)
        often = Counter(name for cells in quotes.values() for name in cells)
        number = scene.quotes[found[0].quote.value.source_id]
        weights = {name: math.log((number + 1) / count) for name, count in often.items()}
        return cls(scene, quotes, weights, often, resting)

    def score(self, quote: str) -> float:
        """How much of the row a quote has, each cell by how few quotes have it."""
        return sum(self.weights[name] for name in self.quotes[quote]) + (
            quote in self.scene.mentions
        )

    def start(self, quote: str) -> int:
        """Where a quote begins in its document."""
        (first, *_), *_ = self.quotes[quote].values()
        return first.quote.value.start or 0


def _homes(document: _Document) -> list[str]:
    """The quotes in which the row is at home, in the order of the document."""
    scene = document.scene
    if scene.given:
        return sorted(document.quotes, key=document.start)
    pool = [quote for quote in document.quotes if _identifies(quote, document)]
    if not pool:
        return []
    best = max(map(document.score, pool))
    if not scene.of_record:
        pool = [min((q for q in pool if document.score(q) == best), key=document.start)]
    elif not scene.own:
        pool = [quote for quote in pool if document.score(quote) >= _NEAREST_BEST * best]
    return sorted(pool, key=document.start)


def _identifies(quote: str, document: _Document) -> bool:
    """Whether a quote identifies the row."""
    scene, cells = document.scene, document.quotes[quote]
    needed = scene.own or scene.counted
    if needed:
        here = [one for name in needed & cells.keys() for one in cells[name]]
        exact = any(one.relation is Relation.SUPPORTS for one in here)
        # A bound allows many numbers: it is of this row only beside much else of it.
        return exact or (bool(here) and len(cells) > _BESIDE_BOUND)
    if not scene.measured.isdisjoint(cells):
        return True
    coded = any(_is_code(cell) for cell in cells.values())
    named = any(
        document.often[name] <= _RARE and not _is_code(cell) for name, cell in cells.items()
    )
    mentioned = quote in scene.mentions and (scene.asked or not scene.measured)
    return coded and (mentioned or named)


def _is_code(cell: Sequence[Candidate]) -> bool:
    return cell[0].column.grounding is Grounding.CODE


def _at(quote: str, document: _Document) -> Iterator[Candidate]:
    """One candidate for each cell; every part of what is the row's own words."""
    scene, cells = document.scene, document.quotes[quote]
    own = [one for name, cell in cells.items() if name in scene.own for one in cell]
    yield from own
    picked = [one.span for one in own]
    for name in sorted(cells.keys() - scene.own, key=lambda one: _rank(one, document, quote)):
        fitting = [one for one in cells[name] if _fits(one, own, scene)]
        if fitting:
            beside = picked or scene.mentions.get(quote, ())
            nearest = min(fitting, key=lambda one: (_distance(one.span, beside), one.span))
            nearest = _in_full(nearest, fitting)
            picked.append(nearest.span)
            yield nearest
    yield from _same_sentence(quote, document)


def _in_full(short: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The name before a short form in brackets: "Harbour Watch Accord (HWA)"."""
    for one in others:
        between = short.quote.value.exact[one.span[1] : short.span[0]]
        if between.strip() == "(":
            return one
    return short


def _rank(name: str, document: _Document, quote: str) -> tuple[bool, bool, float, str]:
    """Numbers and dates are taken first, then agreements, then what few quotes have."""
    column = document.quotes[quote][name][0].column
    of_agreement = column.grounding is Grounding.AGREEMENT
    return name not in document.scene.measured, not of_agreement, -document.weights[name], name


def _fits(candidate: Candidate, own: Sequence[Candidate], scene: Scene) -> bool:
    """Whether words may be about a row whose own words are beside them."""
    start, end = candidate.span
    actor = candidate.column.grounding in _ACTORS
    quoted = [one for one in own if one.column.declared.passage is Passage.QUOTED]
    if actor and any(one.span[0] <= start and end <= one.span[1] for one in quoted):
        return False  # whom a speaker names is not the speaker
    if not scene.of_record and actor:
        return any(0 <= one.span[0] - end <= _BEFORE for one in own)
    if _is_of_another(candidate, scene):
        return False
    if candidate.column.grounding is Grounding.CODE and any(one.column.required for one in own):
        return any(one.span[0] <= start and end <= one.span[1] for one in own)
    return True


def _is_of_another(candidate: Candidate, scene: Scene) -> bool:
    """Whether a cue is also one of another column, of a code that the row does not have.

    "Signed" shows that something occurred, but not that a renewal did.
    """
    if candidate.column.grounding is not Grounding.CODE:
        return False
    words = fold(candidate.words)
    others = [cell for cell in scene.cells if cell.column.name != candidate.column.name]
    shown = {
        code
        for cell in others
        for code, phrases in cell.column.cues.items()
        if words in map(fold, phrases)
    }
    return bool(shown) and shown.isdisjoint(cell.value for cell in others)


def _distance(span: Span, others: Sequence[Span]) -> int:
    return min((max(0, max(span[0], a) - min(span[1], b)) for a, b in others), default=0)


def _same_sentence(quote: str, document: _Document) -> Iterator[Candidate]:
    """The words that show the agreement, if nothing at home names it."""
    for one in document.resting.get(quote, ()):
        if one.rule == SAME_SENTENCE and one.column.name not in document.often:
            yield one
            return


def _named_before(
    document: _Document, homes: Sequence[str], covered: set[str]
) -> Iterator[Candidate]:
    """What nothing at home has of actors and numbers: the last before, and the pronoun at home."""
    scene = document.scene
    if not scene.of_record:
        return
    home = max(homes, key=lambda one: (document.score(one), -document.start(one)))
    for column in (cell.column for cell in scene.cells):
        elsewhere = column.grounding in (*_ACTORS, Grounding.NUMBER)
        if not elsewhere or column.name in covered:
            continue
        before = [
            quote
            for quote, cells in document.quotes.items()
            if column.name in cells and document.start(quote) < document.start(home)
        ]
        if before:
            last = max(before, key=document.start)
            yield document.quotes[last][column.name][-1]
            pronouns = [
                one
                for one in document.resting.get(home, ())
                if one.rule == "pronoun" and one.column.name == column.name
            ]
            if len(pronouns) == 1:
                yield pronouns[0]
