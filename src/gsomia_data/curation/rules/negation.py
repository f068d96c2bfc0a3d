"""What cancels a cue: what is said before it, behind it and around it in its sentence."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from gsomia_data._floor.cues import Cue
from gsomia_data._floor.text import fold
from gsomia_data.curation.rules.cue_words import GAP, KEPT, SENSE
from gsomia_data.curation.rules.objects import (
    another_object,
    is_function,
    is_passive,
    stands_between,
)
from gsomia_data.curation.rules.phrases import Hit
from gsomia_data.curation.rules.sentence_parts import Part, part_at
from gsomia_data.curation.rules.surroundings import (
    TO_COME,
    Surroundings,
    is_kept,
    is_of_a_number,
)

_LONGEST = 8  # tokens of a phrase
_PASSIVE = ("to be ", "will be ", "is ")


@dataclass(frozen=True, slots=True)
class Place:
    """A cue in its place.

    Attributes:
        phrase: The cue.
        first: Index of its first token.
        last: Index of its last token.
        part: The part of the sentence that it stands in.
        leads: Whether it begins that part, which then has no subject before it.
        verb: Whether it is a verb that tells an act as done.
        done: Whether it tells an act as done.
    """

    phrase: str
    first: int
    last: int
    part: Part
    leads: bool
    verb: bool
    done: bool


def cancelled(cue: Cue, around: Surroundings, *, act: bool) -> str:
    """Why a cue shows nothing where it stands; empty if it shows its code.

    Args:
        cue: The cue.
        around: What its passage holds.
        act: Whether the column takes acts, so that even the name of an act tells it as done.
    """
    place = _place(cue, around, act=act)
    for reader in (_other_sense, _before, _touched, _behind, _asked, _another_object):
        why = reader(place, around)
        if why:
            return why
    return ""


def _place(cue: Cue, around: Surroundings, *, act: bool) -> Place:
    first = around.passage.after(cue.start)
    last = around.passage.before(cue.end)
    number = part_at(around.parts, first)
    part = around.parts[number]
    leads = first == part.first
    if first < part.first and first > part.opening:  # `," said the party`
        leads = around.passage.tokens[first - 1].text not in '”"'
    elif first < part.first and number:  # "the party said": it ends the part before
        part = around.parts[number - 1]
        leads = False
    verb = cue.phrase in around.lexicon["cue: done"]
    done = verb or (act and cue.phrase in around.lexicon["cue: done, as an act"])
    return Place(cue.phrase, first, last, part, leads, verb, done)


def _other_sense(place: Place, around: Surroundings) -> str:
    name = SENSE + place.phrase
    kept = _overlapping(around.senses.get(KEPT + place.phrase, ()), place)
    hit = None if kept else _overlapping(around.senses.get(name, ()), place)
    if hit is not None:
        return f'"{_text(hit, around)}" is the cue in another sense'
    for phrase in sorted(around.lexicon.lists.get(name, ())):
        left, gap, right = (part.strip() for part in phrase.partition(GAP))
        end = _end(place, around)
        if gap and fold(left) == place.phrase and _found(right, place.last + 1, end, around):
            return f'"{right}" after them gives the cue another sense'
    return ""


def _overlapping(listed: tuple[Hit, ...], place: Place) -> Hit | None:
    """The first of the phrases that holds a token of the cue."""
    at = bisect_left(listed, place.first - _LONGEST, key=lambda hit: hit.first)
    while at < len(listed) and listed[at].first <= place.last:
        if listed[at].last >= place.first:
            return listed[at]
        at += 1
    return None


def _another_object(place: Place, around: Surroundings) -> str:
    """What is signed or scrapped, where it is not an agreement."""
    lexicon, passage = around.lexicon, around.passage
    if place.phrase not in lexicon["cue: of an agreement"]:
        return ""
    end = _end(place, around)
    begin = around.parts[place.part.sentence].first
    passive = place.phrase.startswith(_PASSIVE) or (
        place.verb and is_passive(passage, place.first, lexicon)
    )
    named = (
        "" if passive else another_object(passage, place.last + 1, end, around.agreements, lexicon)
    )
    if named:
        return f'"{named}" after them is not a word for an agreement'
    alone = (
        place.first - begin < 2 or place.phrase in lexicon["cue: of an agreement, or of nothing"]
    )
    if (alone and not passive) or place.first - begin < 2:
        return ""
    if stands_between(around.agreements, begin, end):
        return ""
    return "no word for an agreement stands with them"


def _found(word: str, first: int, last: int, around: Surroundings) -> bool:
    return stands_between(around.words.get(word, ()), first, last)


def _end(place: Place, around: Surroundings) -> int:
    """Index of the last token of the cue's clause."""
    at = bisect_right(around.ends, place.last)
    return (around.ends[at] if at < len(around.ends) else len(around.passage.tokens)) - 1


def _sentence(place: Place, around: Surroundings) -> tuple[int, int]:
    at = bisect_right(around.stops, place.last)
    last = around.stops[at] - 1 if at < len(around.stops) else len(around.passage.tokens) - 1
    return around.parts[place.part.sentence].first, last


def _touched(place: Place, around: Surroundings) -> str:
    lexicon = around.lexicon
    before, after = around.passage.at(place.first - 1), around.passage.at(place.last + 1)
    if before is not None and before.folded == "-" and around.passage.joined(place.first - 1):
        prefix = around.passage.at(place.first - 2)
        if prefix is not None and prefix.folded in lexicon["cue: prefix"]:
            return f'"{prefix.text}-" before them cancels the cue'
    harmless = lexicon["cue: harmless before"]
    if not place.verb:
        harmless |= lexicon["cue: harmless before a thing"]
    if before is not None and _is_open(place.first - 1, around) and before.folded not in harmless:
        return f'"{before.text}" right before them can change the cue'
    saying = place.phrase in lexicon["clause: saying"]
    if after is None or saying or not _is_open(place.last + 1, around):
        return ""
    counts = is_of_a_number(around.passage, place.last + 1, lexicon)
    if after.folded not in lexicon["cue: harmless after"] and not counts:
        return f'"{after.text}" right after them can change the cue'
    return ""


def _is_open(index: int, around: Surroundings) -> bool:
    """Whether a function word stands there that no clause takes up; number words are none."""
    token = around.passage.tokens[index]
    at = bisect_left(around.ends, index)
    if at < len(around.ends) and around.ends[at] == index:
        return False
    number = token.folded in around.lexicon["function: number word"]
    return is_function(token, around.lexicon) and not number


def _before(place: Place, around: Surroundings) -> str:
    reach = place.part.bare if place.leads else place.part.reach
    start = around.parts[reach.part].opening
    hit = _last(around.cancelling, place.first)
    if hit is not None and reach.aside >= 0 and is_kept(hit, around.parts[reach.aside]):
        hit = _last(around.cancelling, around.parts[reach.aside].opening)
    if hit is not None and hit.last >= start:
        return f'"{_text(hit, around)}" before them cancels the cue'
    kept = None if reach.closed else around.harmful[reach.part]
    if kept is not None:
        return f'"{_text(kept, around)}" before them may reach the cue'
    held = _last(around.open_time, place.first) if place.done else None
    if held is not None and held.first >= place.part.opening:
        return f'"{_text(held, around)}" before them leaves open whether it was done'
    coming = _last(around.to_come, place.first) if place.done else None
    start = place.part.opening if place.part.relative else start
    if coming is not None and coming.last >= start:
        return f'"{_text(coming, around)}" before them says that it is still to come'
    return ""


def _last(found: tuple[Hit, ...], before: int) -> Hit | None:
    at = bisect_left(found, before, key=lambda hit: hit.last)
    return found[at - 1] if at else None


def _behind(place: Place, around: Surroundings) -> str:
    lexicon = around.lexicon
    end = _end(place, around)
    saying = place.phrase in lexicon["clause: saying"]
    at = bisect_right(around.behind, place.last, key=lambda hit: hit.first)
    if at < len(around.behind) and around.behind[at].first <= (place.last + 1 if saying else end):
        return f'"{_text(around.behind[at], around)}" after them cancels the cue'
    _, last = _sentence(place, around)
    if not saying and (hit := _denial(place, around, end, last)):
        return f'"{_text(hit, around)}" after them cancels the cue'
    starts = (f"{phrase} " for name in TO_COME for phrase in lexicon[name])
    coming = any(f"{place.phrase} ".startswith(start) for start in starts)
    at = bisect_right(around.conditions, place.last, key=lambda hit: hit.last)
    if coming and at < len(around.conditions) and around.conditions[at].last <= last:
        return f'"{_text(around.conditions[at], around)}" after them sets a condition'
    return ""


def _denial(place: Place, around: Surroundings, end: int, last: int) -> Hit | None:
    """What denies it in its own clause, or in a later one of which it is the last word."""
    failures = around.failures if place.phrase in around.lexicon["cue: event"] else ()
    for listed, until in ((around.denials, end), (failures, end), (around.final_denials, last)):
        at = bisect_right(listed, place.last, key=lambda hit: hit.last)
        if at < len(listed) and listed[at].last <= until:
            return listed[at]
    return None


def _asked(place: Place, around: Surroundings) -> str:
    at = bisect_right(around.stops, place.last)
    asked = at < len(around.stops) and around.passage.tokens[around.stops[at]].text == "?"
    return '"?" after them makes it a question' if asked else ""


def _text(hit: Hit, around: Surroundings) -> str:
    inside = around.passage.tokens[hit.first : hit.last + 1]
    return around.passage.text[inside[0].start : inside[-1].end]
