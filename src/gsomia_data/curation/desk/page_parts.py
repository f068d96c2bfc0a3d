"""The parts of a document: its sentences, and what of the page around them is recognised.

Only what is certain is recognised; all else is a sentence, whether it is a whole one or not.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gsomia_data._floor.characters import LINE_BREAK, has_no_blanks
from gsomia_data._floor.composed import composed
from gsomia_data._floor.text import fold
from gsomia_data.curation.desk.datelines import dateline
from gsomia_data.curation.desk.page_words import PAGE_WORDS, PageWords
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.mentions import mentions
from gsomia_data.curation.rules.sentences import sentences
from gsomia_data.curation.schema.vocabulary import OmissionReason as Reason


@dataclass(frozen=True, slots=True)
class Kind:
    """What a part of a page is.

    Attributes:
        reason: The reason of its omission; ``None`` for a sentence.
        note: What is true of each part of this kind, for the note of its omission.
        lasts: Whether lines of this kind that follow each other are one part.
    """

    reason: Reason | None
    note: str
    lasts: bool = False


SENTENCE = Kind(None, "")
PLAYER = Kind(
    Reason.NAVIGATION, "video player: the title of another item, with its length", lasts=True
)
LINKS = Kind(Reason.NAVIGATION, "a link or a service of the web page, not the article", lasts=True)
MENU = Kind(Reason.NAVIGATION, "a menu or a counter of the web page, not the article")
URL = Kind(Reason.NAVIGATION, "the address of a web page")
MARKS = Kind(Reason.NAVIGATION, "marks of the page's layout")
HEADING = Kind(Reason.HEADING, "a heading without a verb, which states nothing by itself")
LABEL = Kind(Reason.CAPTION, "the label of a picture")
PICTURE = Kind(Reason.CREDIT, "who made or sent a picture")
RIGHTS = Kind(Reason.CREDIT, "a copyright line")
AUTHOR_MARK = Kind(Reason.CREDIT, "the mark behind the name of an author")
CONTRIBUTOR = Kind(
    Reason.CREDIT, "the name of a contributor, and from where; only the publisher is a fact here"
)
ADDRESS = Kind(Reason.CREDIT, "the address of the author")
DATELINE = Kind(Reason.CREDIT, "dateline: where the article was written")
DATED = Kind(Reason.CREDIT, "dateline: where and when the article was written")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document, without white space at its edges; a sentence lies in one line."""

    start: int
    stop: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Page:
    """A document, with what its row says of it.

    Attributes:
        text: The text.
        title: Its title; empty if none is known.
        publisher: Its publisher; empty if none is known.
        words: The lists of words that are looked into.
    """

    text: str
    title: str = ""
    publisher: str = ""
    words: PageWords = PAGE_WORDS


def parts(page: Page) -> tuple[Part, ...]:
    """The parts of a document in order; only white space lies between them.

    They are found in whole letters, also where the document has its letters in parts.
    """
    whole = composed(page.text)
    return tuple(
        Part(whole.back(part.start), whole.back(part.stop), part.kind)
        for part in _parts(_layout(replace(page, text=whole.text)))
    )


def _parts(layout: "_Layout") -> list[Part]:
    found: list[Part] = []
    for line in layout.lines:
        whole = _whole(line, layout)
        for part in [_part(line, 0, len(line.text), whole)] if whole else _cut(line, layout):
            last = found[-1] if found else None
            if last and part.kind.lasts and last.kind is part.kind:
                found[-1] = Part(last.start, part.stop, part.kind)
            else:
                found.append(part)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its position, its text without blanks at its edges, its number."""

    start: int
    text: str
    number: int

    @property
    def folded(self) -> str:
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A page as lines.

    Attributes:
        page: The page.
        title: Its title, folded.
        lines: Its lines that are not blank.
        played: The titles of video players, folded.
        lead: Number of the first line that ends as a sentence does; that of lines if none does.
    """

    page: Page
    title: str
    lines: tuple[_Line, ...]
    played: frozenset[str]
    lead: int

    @property
    def words(self) -> PageWords:
        return self.page.words


def _layout(page: Page) -> _Layout:
    lines = tuple(_lines(page))
    lead = next((line.number for line in lines if _is_text(line)), len(lines))
    return _Layout(page, fold(page.title), lines, _played(lines), lead)


def _lines(page: Page) -> Iterator[_Line]:
    edges = [0, *(at for m in LINE_BREAK.finditer(page.text) for at in m.span()), len(page.text)]
    number = 0
    for first, last in list(pairwise(edges))[::2]:
        text = page.text[first:last]
        if text.strip():
            yield _Line(first + len(text) - len(text.lstrip()), text.strip(), number)
            number += 1


def _part(line: _Line, start: int, stop: int, kind: Kind) -> Part:
    """A part of a line, by positions in its text."""
    inner = line.text[start:stop]
    begin = line.start + start + len(inner) - len(inner.lstrip())
    return Part(begin, begin + len(inner.strip()), kind)


# Lines that are recognised as a whole.

_LENGTH = re.compile(r"(.*\S)\s+\d{1,2}:\d\d")
_SOURCE = re.compile(r"\d{1,2}:\d\d [-–—] Source: .*")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_BETWEEN = re.compile(r"\s+[>›»|/·]\s+")
_MAIL = re.compile(r"[\[(]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[\])]?$")
_ENDS = re.compile(r"[.!?。！？…][\"'”’)\]」』]*$")
_MENU_WORDS = 4


def _played(lines: Sequence[_Line]) -> frozenset[str]:
    """The titles of video players: lines that come again with a length, or have one below."""
    folded = [line.folded for line in lines]
    timed = [match[1] for line in lines if (match := _LENGTH.fullmatch(line.text))]
    above = [one.text for one, other in pairwise(lines) if _SOURCE.fullmatch(other.text)]
    return frozenset(one for one in map(fold, timed) if one in folded) | set(map(fold, above))


def _whole(line: _Line, layout: _Layout) -> Kind | None:
    """What a line is as a whole; ``None`` if it has to be cut, and for the title."""
    if line.folded == layout.title:
        return None
    return next((kind for kind, is_one in _WHOLE if is_one(line, layout)), None)


def _is_marks(line: _Line, _: _Layout) -> bool:
    return not any(char.isalnum() for char in line.text)


def _is_player(line: _Line, layout: _Layout) -> bool:
    timed = _LENGTH.fullmatch(line.text)
    titles = {line.folded} | ({fold(timed[1])} if timed else set())
    named = line.folded in layout.words.player or not titles.isdisjoint(layout.played)
    return named or _SOURCE.fullmatch(line.text) is not None


def _is_listed_heading(line: _Line, layout: _Layout) -> bool:
    return line.folded in layout.words.headings


def _is_url(line: _Line, _: _Layout) -> bool:
    return _URL.fullmatch(line.text) is not None


def _is_links(line: _Line, layout: _Layout) -> bool:
    words, folded = layout.words, line.folded
    offers = any(re.match(rf"{re.escape(one)}(?!\w)", folded) for one in words.offers)
    labels = any(re.match(rf"{re.escape(one)}\s*(?:$|[:|])", folded) for one in words.labels)
    return folded in words.services or offers or labels


def _is_menu(line: _Line, _: _Layout) -> bool:
    """Whether a line is a list of short entries with marks between them: Home > Politics."""
    entries = _BETWEEN.split(line.text)
    short = all(entry and len(entry.split()) <= _MENU_WORDS for entry in entries)
    return len(entries) > 1 and short and not _ENDS.search(line.text)


def _is_rights(line: _Line, layout: _Layout) -> bool:
    words, folded = layout.words, line.folded
    if folded.startswith("<"):  # the agency may say behind it when it sent the text
        return False
    return folded.startswith(tuple(words.rights)) or any(one in folded for one in words.reserved)


def _is_contribution(line: _Line, layout: _Layout) -> bool:
    words, folded = layout.words, line.folded
    staff = folded.removeprefix("(").startswith(tuple(words.staff))
    return staff or any(one in folded for one in words.contributions)


def _is_picture(line: _Line, layout: _Layout) -> bool:
    label = _label(line.text, layout.words)
    return label > 0 and not _ENDS.search(line.text) and _is_name(line.text[label:])


def _is_mail(line: _Line, _: _Layout) -> bool:
    return _MAIL.match(line.text) is not None


_WHOLE: tuple[tuple[Kind, Callable[[_Line, _Layout], bool]], ...] = (
    (MARKS, _is_marks),
    (PLAYER, _is_player),
    (HEADING, _is_listed_heading),
    (URL, _is_url),
    (LINKS, _is_links),
    (MENU, _is_menu),
    (RIGHTS, _is_rights),
    (CONTRIBUTOR, _is_contribution),
    (PICTURE, _is_picture),
    (ADDRESS, _is_mail),
)
"""What a line can be as a whole; the first that fits."""

_NAME_WORDS = 8
_NAME_CHARACTERS = 12


def _is_name(text: str) -> bool:
    """Whether words are few enough for the names of a photographer and an agency."""
    if has_no_blanks(text):
        return len(text) <= _NAME_CHARACTERS
    return len(text.split()) <= _NAME_WORDS


def _label(text: str, words: PageWords) -> int:
    """Where the label of a picture ends at the beginning of a line; 0 if there is none."""
    listed = "|".join(map(re.escape, sorted(words.pictures)))
    match = re.match(rf"(?:{listed})(?:s?\s*[:：=＝]|\s+by\b)\s*", text, re.IGNORECASE)
    return match.end() if match else 0


# Lines that are cut: what is before their sentences, these, and what is behind them.

_BULLET = re.compile(r"[•·‣▪▲△■□◆◇●○★☆※▶▷☞*]+\s+")
_TAIL = re.compile(r"(?<=[.!?\"”’])\s+[^.!?\d]*[^\W\d]\s?/\s?[^\W\d][^.!?\d]*$")
_LABELLED = re.compile(r"[(（][^()（）\d]*[^\W\d]\s?/\s?[^\W\d][^()（）\d]*[)）]$")
_ANGLED = re.compile(r"<[^<>]*>")


def _cut(line: _Line, layout: _Layout) -> Iterator[Part]:
    page, text, at, end = layout.page, line.text, 0, len(line.text)
    if line.folded == layout.title:
        yield _part(line, at, end, SENTENCE)
        return
    if bullet := _BULLET.match(text):
        at = bullet.end()
        yield _part(line, 0, at, MARKS)
    elif rights := _angled_rights(text, layout.words):
        at = rights
        yield _part(line, 0, at, RIGHTS)
    elif placed := dateline(text, page.publisher, layout.words):
        at = placed.stop
        kind = DATED if any(char.isdigit() for char in text[: placed.place]) else DATELINE
        yield _part(line, 0, placed.place, kind)
        if placed.author:
            yield _part(line, placed.place, placed.author, SENTENCE)
            yield _part(line, placed.author, at, AUTHOR_MARK)
    elif label := _label(text, layout.words):
        at = label
        yield _part(line, 0, at, LABEL)
    tail, kind = _tail(text, at, layout.words)
    if at == 0 and tail == end and _is_heading(line, layout):
        yield _part(line, at, end, HEADING)
    else:
        for first, last in sentences(page.text, line.start + at, line.start + tail):
            yield Part(first, last, SENTENCE)
    if tail < end:
        yield _part(line, tail, end, kind)


def _angled_rights(text: str, words: PageWords) -> int:
    """Where a copyright notice between angle brackets ends at the beginning of a line; else 0."""
    match = _ANGLED.match(text)
    if match is None:
        return 0
    folded = fold(match.group())
    listed = any(folded.startswith(one) for one in words.rights)
    return match.end() if listed or any(one in folded for one in words.reserved) else 0


def _tail(text: str, at: int, words: PageWords) -> tuple[int, Kind]:
    """Where the credit at the end of a line begins, and what it is; its end if there is none."""
    listed = "|".join(map(re.escape, sorted(words.pictures)))
    bracketed = re.compile(rf"[(（](?:{listed})\b[^()（）]*[)）]$", re.IGNORECASE)
    agency = _LABELLED if _label(text, words) else bracketed
    for found, kind in (
        (_MAIL, ADDRESS),
        (_TAIL, PICTURE),
        (bracketed, PICTURE),
        (agency, PICTURE),
    ):
        match = found.search(text, at)
        if match:
            return match.start(), kind
    return len(text), SENTENCE


_HEADING_WORDS = 6
_HEADING_CHARACTERS = 20
_SHORT, _LONG = 3, 8
_SHORT_CHARACTERS = 8


def _is_heading(line: _Line, layout: _Layout) -> bool:
    """Whether a line names what follows: short, without end, verb, number or date, amid the text.

    What is above the first sentence may be the headline, and a line of the page; what a small
    letter follows may be the beginning of a sentence that is broken there.
    """
    text = line.text
    if line.number + 1 >= len(layout.lines) or line.number < layout.lead:
        return False
    after = layout.lines[line.number + 1]
    east = has_no_blanks(text)
    longest = len(text) > _HEADING_CHARACTERS if east else len(text.split()) > _HEADING_WORDS
    if longest or not _is_text(after) or after.text[0].islower() or _whole(after, layout):
        return False
    if _ENDS.search(text) or text[-1] in ",;:" or text.endswith(tuple(layout.words.authors)):
        return False
    named = line.folded.split()
    verbs = LEXICON["function: auxiliary"] | LEXICON["function: modal"]
    if named[0] == "by" or not verbs.isdisjoint(named):
        return False
    return not any(c.isdigit() for c in text) and not mentions(text).counts_and_dates


def _is_text(line: _Line) -> bool:
    """Whether a line ends as a sentence does and is as long as a short one, or is long."""
    text, words = line.text, len(line.text.split())
    if has_no_blanks(text):
        return len(text) > _SHORT_CHARACTERS and _ENDS.search(text) is not None
    return words > _LONG or (words > _SHORT and _ENDS.search(text) is not None)
