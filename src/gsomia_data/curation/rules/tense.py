"""Whether the clause of a date is about the past or the future.

A weekday, a month or a day without a year means the last one or the next one by the tense of its
clause. The verb that is nearest before the date decides, or the first one after it where the date
begins the clause. Only what is plainly in one tense is read; everything else is unsure.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from gsomia_data.curation.rules.clauses import ENDS, Clause, clause
from gsomia_data.curation.rules.east import LETTER
from gsomia_data.curation.rules.east_clause import tense_behind
from gsomia_data.curation.rules.function_words import is_function
from gsomia_data.curation.rules.tokens import Token, Tokens, tokens
from gsomia_data.curation.rules.verbs import Mark, marks
from gsomia_data.curation.rules.wordlist import Lexicon

Tense = Literal["past", "future", "none", "unsure"]

_SENTENCE_ENDS = frozenset(".!?”\"')")
_LONGEST_OBJECT = 14
"""How many words may be between a verb and its date."""
_LONGEST_RUN = 2
"""How many words in small letters may follow each other there without a function word: a longer
run may hold another verb. Behind a preposition it is one word, behind a name none."""
_LONGEST_SUBJECT = 6
"""How many words a name before the date may have: "Park on November 4 agreed"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A date in its clause.

    Attributes:
        around: The clause.
        before: The words of the clause before the date.
        after: Its words after the date.
        saying: The verb of saying right before the clause; ``None`` if there is none.
        headline: Whether the passage does not end as a sentence does.
        rest: The words of the passage after the clause.
    """

    around: Clause
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    saying: Token | None
    headline: bool = False
    rest: tuple[Token, ...] = ()

    @property
    def subject(self) -> tuple[Token, ...]:
        """What opens the words after the date: the subject before it, as "who" would."""
        return (Token("who", 0, 0, "word", "who"),)


def tense(cut: Tokens, start: int, end: int, lexicon: Lexicon) -> Tense:
    """The tense of what happens, or is to happen, on the date from ``start`` to ``end``.

    ``none`` if its clause has no mark of a tense; ``unsure`` if the marks disagree, if a modal
    leaves it open, or if it is not certain to which of two verbs the date belongs.
    """
    small = cut.text.lower()
    if cut.text.isupper() and len(small) == len(cut.text):
        cut = tokens(small)  # a headline in capitals
    if LETTER.match(cut.text[end - 1]):
        return tense_behind(cut.text, end)
    place = _place(cut, start, end, lexicon)
    if place.saying is None and not _possessive(place):
        beside = _beside(cut, place, lexicon) if _bare(place.before, lexicon) else None
        if beside is not None:
            return beside
        if _is_setting(cut, place, lexicon):
            return _leading_setting(cut, place, lexicon)
    if place.saying is not None and not _possessive(place):
        return _under(cut, place, lexicon)
    return _own(place, lexicon)


def _place(cut: Tokens, start: int, end: int, lexicon: Lexicon) -> _Place:
    around = clause(cut, start, end, lexicon)
    opening = around.opening[-1] if around.opening else None
    said = opening is not None and opening.folded in lexicon["clause: saying"]
    return _Place(
        around,
        cut.tokens[around.first : cut.before(start) + 1],
        cut.tokens[cut.after(end) : around.last + 1],
        opening if said else None,
        headline=cut.tokens[-1].text not in _SENTENCE_ENDS,
        rest=cut.tokens[around.last + 1 :],
    )


def _possessive(place: _Place) -> bool:
    return bool(place.after) and place.after[0].folded == "'s"


def _bare(before: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether nothing but a preposition is before the date in its clause."""
    return all(token.folded in lexicon["date: introduces"] for token in before)


def _own(place: _Place, lexicon: Lexicon) -> Tense:
    """The tense of the clause by its own verbs."""
    if _is_joined(place, lexicon):
        return _joined(place, lexicon)
    before = marks(place.before, place.around.opening, lexicon)
    if before:
        return _nearest(before, place, lexicon)
    bare = _bare(place.before, lexicon) and not _possessive(place)
    after = marks(_until_infinitive(place.after), () if bare else place.subject, lexicon)
    if not after:
        plain = not _possessive(place) and _is_set(place.before, lexicon)
        return "future" if plain else "none"
    first = after[0]
    if bare:
        return {"past": "past", "ahead": "past", "future": "future"}.get(first.tense, "unsure")  # type: ignore[return-value]
    if _possessive(place):
        plain = all(mark.tense in ("past", "stative") for mark in after)
        return "past" if plain else "unsure"
    named = _is_name(place.before, lexicon)
    beside = first.start <= 1 and first.tense in ("past", "stative")
    return "past" if beside or (named and first.start <= 1 and first.tense in _PAST) else "unsure"


def _is_joined(place: _Place, lexicon: Lexicon) -> bool:
    """Whether "and" before the date may join a second verb: "met and on Friday will sign"."""
    words = [t.folded for t in place.before if t.folded not in lexicon["date: introduces"]]
    behind = place.after[0] if place.after else None
    if len(words) < _PAIR or words[-1] not in ("and", "but") or behind is None:
        return False
    return behind.kind == "word" and behind.folded not in lexicon["function: preposition"]


def _joined(place: _Place, lexicon: Lexicon) -> Tense:
    """The tense of the second verb."""
    after = marks(place.after, place.subject, lexicon)
    if not after or after[0].start > 1:
        return "unsure"
    return {"past": "past", "ahead": "past", "future": "future"}.get(after[0].tense, "unsure")  # type: ignore[return-value]


_PAIR = 2
"""The subject and "and"; a clause that begins with "and" has one verb."""


def _is_set(before: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether "is" is all the verb there is: "The vote is on Monday"."""
    words = [token.folded for token in before if token.folded not in lexicon["date: introduces"]]
    return bool(words) and words[-1] in ("is", "are")


_PAST = frozenset({"past", "ahead"})


def _nearest(before: list[Mark], place: _Place, lexicon: Lexicon) -> Tense:
    """The tense of the last verb before the date, if the date can only belong to it."""
    last = before[-1]
    between = tuple(
        token
        for token in place.before[last.end :]
        if token.folded not in lexicon["date: introduces"]
    )
    if place.before[-1].folded == "for":
        return _planned_for(last, place, lexicon)
    others = {mark.tense for mark in before[:-1]} - {"past", "stative", "ahead"}
    if last.tense == "future":
        loose = _is_noun_perhaps(last, place, lexicon) and len(before) > 1
        return "unsure" if loose else _future(last, place, lexicon)
    if last.tense == "infinitive" and len(before) == 1 and place.headline:
        return "future"
    if last.tense not in ("past", "ahead", "stative"):
        return "unsure"
    words = [
        token
        for token in between
        if token.kind == "word" and token.folded not in lexicon["function: pronoun"]
    ]
    bound = {"to", "for", "of", "from"} & {token.folded for token in words}
    taken = bool(between) and between[0].folded in lexicon["function: pronoun"] and not bound
    taken = taken and place.before[last.end - 1].folded not in _GIVING
    counted = bool(place.after) and place.after[0].folded == "alone"  # "in August alone"
    if words and ((last.tense == "ahead" and not (taken or counted)) or others):
        return "unsure"
    return "past" if _is_object(place.before[last.end :], last, lexicon) else "unsure"


_GIVING = frozenset("allowed gave offered permitted promised".split())
"""Verbs that take two objects, and the second may be to come: "offered them talks on Friday"."""


def _is_noun_perhaps(last: Mark, place: _Place, lexicon: Lexicon) -> bool:
    """Whether what is to come may be an object: "unveiled plans to cut troops on Friday"."""
    word = place.before[last.start].folded
    return not last.helped and (word in lexicon["tense: plans"] or word == "to")


def _future(last: Mark, place: _Place, lexicon: Lexicon) -> Tense:
    """What will be on that date; a date behind "over the crash" may be that of the crash."""
    between = place.before[last.end :]
    if len(between) > _LONGEST_OBJECT:
        return "unsure"
    words = [token.folded for token in between]
    for index, word in enumerate(words):
        if word in ("after", "following", "before"):
            return "unsure"
        article = (words[index + 1 : index + 2] or [""])[0]
        if word in ("over", "against", "about") and article in ("a", "an", "the"):
            return "unsure"
        if word in ("of", "to", "into", "from") and article in ("a", "an"):
            return "unsure"
    alone = not last.helped and last.planned
    return "unsure" if alone and _is_over(place, lexicon) else "future"


def _is_over(place: _Place, lexicon: Lexicon) -> bool:
    """Whether the passage goes on in the past, as behind "The launch, scheduled for Friday"."""
    return any(
        mark.tense in (*_PAST, "stative")
        and words[mark.end - 1].folded not in lexicon["clause: saying"]
        for words in (place.after, place.rest)
        for mark in marks(words, place.subject, lexicon)
    )


def _planned_for(last: Mark, place: _Place, lexicon: Lexicon) -> Tense:
    """Such as "planned for Friday", "has set a meeting for Friday"; no other "for" is read."""
    adjacent = last.end == len(place.before) - 1
    if last.tense != "future" or not (adjacent or last.helped):
        return "unsure"
    return "future" if last.helped or not _is_over(place, lexicon) else "unsure"


def _is_object(between: tuple[Token, ...], verb: Mark, lexicon: Lexicon) -> bool:
    """Whether the words between a verb and its date can only be what belongs to the verb."""
    if len(between) > _LONGEST_OBJECT:
        return False
    if "by" in [token.folded for token in between[:2]] and not verb.helped:
        return False
    for token, after in pairwise(between):
        if token.folded == "for" and after.text[0].islower():
            return False  # "dropped him for the match on Friday"
    longer = _has_own_object(between, lexicon)
    left = _LONGEST_RUN
    for token in between:
        left = _left(token, left, lexicon)
        if longer and token.folded in lexicon["function: preposition"]:
            left = _LONGEST_RUN + 1
        if left < 0:
            return False
    return True


def _has_own_object(between: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the verb has an object right behind it, so that it is the verb of its clause.

    A participle has none ("the deal struck with allies begins on Friday"), and behind the object
    of the one verb a noun may have words of its own ("from its list of trusted trading partners").
    A noun that may be an event can have the date to itself ("a timetable of railway strikes").
    """
    first = between[0] if between else None
    if first is None or first.kind != "word" or {"and", "or", "but"} & {t.folded for t in between}:
        return False
    words = [token.folded for token in between if token.folded not in lexicon["date: introduces"]]
    thing = bool(words) and words[-1] in lexicon["tense: no event"]
    named = first.text[0].isupper() or first.folded in lexicon["function: pronoun"]
    return thing and (named or first.folded in ("a", "an", "the", "its", "his", "her", "their"))


def _left(token: Token, left: int, lexicon: Lexicon) -> int:
    """How many content words may still follow, before one of them may be another verb."""
    word = token.folded
    if word in lexicon["function: determiner"] or word == "'s":
        return _LONGEST_RUN + 1
    if word in lexicon["function: preposition"]:
        return 1
    if word in lexicon["function: adverb"] or word in lexicon["function: conjunction"]:
        return left
    if token.kind != "word" or word in lexicon["function: pronoun"]:
        return _LONGEST_RUN
    if word in lexicon["function: number word"]:
        return _LONGEST_RUN
    return 0 if token.text[0].isupper() else left - 1


def _is_name(before: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the words before the date are a name: "Park on November 4 agreed"."""
    words = [token for token in before if token.folded not in lexicon["date: introduces"]]
    return len(words) <= _LONGEST_SUBJECT and all(t.text[0].isupper() for t in words)


def _until_infinitive(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words after the date up to an infinitive ("on Friday to protest")."""
    for index, token in enumerate(after):
        if token.folded == "to":
            return after[:index]
    return after


def _under(cut: Tokens, place: _Place, lexicon: Lexicon) -> Tense:
    """The tense behind a verb of saying: that of the verb, or of what is said."""
    assert place.saying is not None  # noqa: S101 - the caller has seen it
    said = _said(cut, place.saying, lexicon)
    if _attaches(place.before, lexicon, told=place.saying.folded == "told"):
        return said
    if any(mark.tense == "stative" for mark in marks(place.before, (), lexicon)):
        return "unsure"  # "said there was a meeting on Friday"
    own = _own(place, lexicon)
    if marks(place.before, place.around.opening, lexicon):
        return own
    if own == "none":
        return said if place.saying.folded in _FINDING else "unsure"
    after = marks(place.after, place.subject, lexicon)
    stative = bool(after) and after[0].tense == "stative"
    return own if own == said and not stative else "unsure"


_FINDING = frozenset({"reported", "revealed", "disclosed"})
"""Verbs of saying whose object is over: "reported 376 infections on Saturday"."""


def _attaches(before: tuple[Token, ...], lexicon: Lexicon, *, told: bool) -> bool:
    """Whether only phrases with a preposition are between a verb of saying and the date."""
    words = [token for token in before if token.kind == "word"]
    if not words:
        return True
    inner = any(word.folded in lexicon["function: determiner"] for word in words[1:])
    opening = (told and not inner) or words[0].folded in lexicon["date: said in"]
    return opening and not marks(before, (), lexicon)


def _said(cut: Tokens, saying: Token, lexicon: Lexicon) -> Tense:
    """The tense of a verb of saying, with the words before it."""
    index = cut.before(saying.end)
    before = [t.folded for t in (cut.at(index - 1), cut.at(index - 2)) if t is not None]
    if before and (before[0] in lexicon["tense: will"] or before[0] == "to"):
        return "future" if before[0] in lexicon["tense: will"] else "unsure"
    if any(word in lexicon["tense: open"] for word in before):
        return "unsure"
    past = saying.folded in lexicon["tense: past"] or saying.folded.endswith("ed")
    return "past" if past else "unsure"


def _beside(cut: Tokens, place: _Place, lexicon: Lexicon) -> Tense | None:
    """The tense of the clause beside a date that is set off by a comma, or ``None``."""
    first, last = place.around.first, place.around.last
    opening, closing = cut.at(first - 1), cut.at(last + 1)
    if any(token.kind == "word" for token in place.after):
        return None
    begins = opening is None or opening.text in ENDS
    if begins and closing is not None and closing.text == ",":
        return _leading(cut, last + 1, lexicon)
    if opening is not None and opening.text == ",":
        before = clause(cut, opening.start, opening.start, lexicon)
        words = cut.tokens[before.first : before.last + 1]
        ago = bool(words) and words[-1].folded == "ago" and not before.opening
        if ago and closing is not None and closing.text == ",":
            return _leading(cut, last + 1, lexicon)  # "A month ago, on Oct. 30, they met"
        return _own(_Place(before, words, (), None), lexicon)
    return None


def _is_setting(cut: Tokens, place: _Place, lexicon: Lexicon) -> bool:
    """Whether a clause only says where and when: "In a speech on Friday, Park said".

    With "a" or a possessive it brings up an act of its own, such as a speech; what may be awaited,
    such as a vote, may be to come whatever is said of it.
    """
    first, last = place.around.first, place.around.last
    opening, closing = cut.at(first - 1), cut.at(last + 1)
    apart = opening is None or opening.text in ENDS
    words = [token.folded for token in place.before]
    if (
        not apart
        or closing is None
        or closing.text != ","
        or place.after
        or len(words) not in range(3, _SETTING + 1)
    ):
        return False
    if words[-1] in lexicon["date: introduces"]:
        words.pop()
    named = all(
        token.kind == "word" and not is_function(token.folded, lexicon)
        for token in place.before[2 : len(words)]
    )
    opened = words[0] in ("in", "at", "during") and words[1] in _OWN_EVENT
    opened = opened and not words[-1].endswith("ed") and not set(words) & lexicon["tense: planned"]
    return named and opened and words[-1] in lexicon["tense: setting"]


_OWN_EVENT = frozenset("a an his her its their".split())
_SETTING = 7
"""How many words such a clause has at most before its date."""
_WISHED = frozenset(
    "aimed appeared expected faced feared hoped intended looked meant needed prepared seemed "
    "sought stood wanted wished".split()
)
"""Past verbs that say nothing of when it happens."""


def _leading(cut: Tokens, comma: int, lexicon: Lexicon) -> Tense:
    """The tense of the clause after "On Friday,"."""
    after = clause(cut, cut.ends[comma], cut.ends[comma], lexicon)
    words = cut.tokens[after.first : after.last + 1]
    own = marks(words, (), lexicon)
    said = after.closing[0] if after.closing else None
    if not own and said is not None and said.folded in lexicon["clause: saying"]:
        behind = cut.at(cut.before(said.end) + 1)
        if behind is not None and behind.text == ",":
            return "unsure"  # "On Friday, he said, they will meet"
        return _said(cut, said, lexicon)
    if not own:
        return "none"
    return {"past": "past", "ahead": "past", "future": "future"}.get(own[0].tense, "unsure")  # type: ignore[return-value]


def _leading_setting(cut: Tokens, place: _Place, lexicon: Lexicon) -> Tense:
    """The tense of the clause after "In a speech on Friday,"; what was hoped leaves it open."""
    comma = place.around.last + 1
    after = clause(cut, cut.ends[comma], cut.ends[comma], lexicon)
    words = {token.folded for token in cut.tokens[after.first : after.last + 1]}
    return "unsure" if words & _WISHED else _leading(cut, comma, lexicon)
