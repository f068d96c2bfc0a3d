"""Which numbers are dates, parts of dates, or may be years."""

from bisect import bisect_right
from collections.abc import Sequence

from gsomia_data._floor.terminal import in_quotes
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.number_expressions import Expression
from gsomia_data.curation.rules.passage import Passage

_YEARS = range(1500, 2100)
_PEOPLE = frozenset("people men women children personnel police strong".split())


def dated(text: Passage, whole: Sequence[Expression]) -> list[str]:
    """Why each expression is a date or a part of one; empty if it is neither."""
    edges = {*text.cut.starts, *text.cut.ends}  # a year inside "32.1500" is not one
    spans = [
        (mention.start, mention.end)
        for mention in dates(text.text, text.lexicon)
        if mention.first.kind != "vague" and mention.start in edges and mention.end in edges
    ]
    starts = [start for start, _ in spans]
    found = []
    for one in whole:
        start = text.tokens[one.core.first].start
        end = text.tokens[one.core.last - 1].end
        at = bisect_right(starts, end - 1) - 1
        lies = at >= 0 and spans[at][1] > start
        year = one.core.last == one.core.first + 1 and _is_year(text, one)
        if lies and (spans[at] != (start, end) or year):
            found.append(f"it is a part of the date {in_quotes(text.text[slice(*spans[at])])}")
        else:
            found.append("it may be a year" if year else "")
    return found


def _is_year(text: Passage, one: Expression) -> bool:
    """Whether four digits may be a year: only what is clearly counted is not."""
    at = one.core.first
    written = text.word(at)
    if len(written) != 4 or not written.isdecimal() or int(written) not in _YEARS:
        return False
    noun = at + 2 if text.tied(at + 1) else at + 1
    word, before = text.word(noun), text.word(at - 1)
    if text.paid(at - 1) or word in text.lexicon["number: currencies"]:
        return False
    counted = text.content(noun) and (word in _PEOPLE or word.endswith("s"))
    verb = text.content(at - 1) and before != "fall"  # other seasons are read with their year
    return not (counted and (one.phrase or verb))
