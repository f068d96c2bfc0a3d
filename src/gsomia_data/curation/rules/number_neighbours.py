"""What touches an expression: why a number with such words beside it is not read."""

from gsomia_data.curation.rules.number_expressions import Expression
from gsomia_data.curation.rules.number_values import CARDINALS
from gsomia_data.curation.rules.passage import Passage

_KNOWN = frozenset("the its their his her our those these".split())
"""What stands before a thing that is known."""
_OPENING = frozenset("([{\"'“‘«—…")
_CLOSING = frozenset(".,;:!?)]}\"'”’»…°")
_SPACED = _OPENING | _CLOSING | {"-", "–", "•", "%"}
_ABBREVIATIONS = frozenset("no nos art vol p pp sec ch fig para".split())


def beside(text: Passage, one: Expression) -> str:
    """Why the words beside an expression forbid to read it; empty if they do not."""
    return _name(text, one) or _listed(text, one) or _before(text, one) or _behind(text, one)


def _stops(text: Passage, at: int, side: str) -> str:
    return f"{text.word(at)!r} {side} it is not a part of any expression that the rule number reads"


def _capital(text: Passage, at: int) -> bool:
    return text.kind(at) == "word" and not text.tokens[at].text.islower()


def begins(text: Passage, at: int) -> bool:
    """Whether a sentence begins with that token, as far as marks tell."""
    quoted = False
    while text.word(at - 1) in _OPENING:
        at, quoted = at - 1, True
    if at <= 0 or text.word(at - 1) in ("!", "?", ":", "-", "•"):
        return True
    if text.word(at - 1) == ",":
        return quoted
    initial = len(text.word(at - 2)) == 1 and text.cut.joined(at - 2)
    return text.word(at - 1) == "." and not initial


def _name(text: Passage, one: Expression) -> str:
    """Numbers in capitals are names: "the Group of Seven", "the Six-Party talks"."""
    core = one.core
    for at in range(core.first, core.last):
        first = at == core.first and begins(text, one.lead)
        if _capital(text, at) and not first and text.kind(core.first) == "word":
            return f"{text.tokens[at].text!r} is written like a part of a name"
    titled = text.word(core.last) in text.lexicon["number behind a capital: refused"]
    digits = core.kind == "rank" and text.kind(core.first) == "number"
    if (digits or (titled and _capital(text, core.first))) and _capital(text, core.last):
        return f"{text.tokens[core.last].text!r} behind it makes it a part of a name"
    if text.kind(core.first) == "number":
        at = core.last
        while _capital(text, at):
            if text.word(at) in text.lexicon["number behind: streets"]:
                return f"{text.tokens[at].text!r} behind it makes it a part of an address"
            at += 1
    return ""


def _listed(text: Passage, one: Expression) -> str:
    """Digits that may number the points of a list, or a note: "1. ", "(2)", "[3]"."""
    at, behind = one.core.first, text.word(one.core.last)
    bare = text.kind(at) == "number" and one.core.last == at + 1 and one.lead == at
    closed = text.cut.joined(at) and behind in (")", "]")
    opened = text.cut.joined(at - 1) and text.word(at - 1) in ("(", "[")
    point = text.cut.joined(at) and behind == "." and text.kind(at + 2) == "word"
    first = begins(text, at)
    if bare and ((closed and (opened or first)) or (point and first)):
        return "it may be the number of a point in a list"
    return ""


def _before(text: Passage, one: Expression) -> str:
    at = one.lead - 1
    if at < 0:
        return ""
    if text.cut.joined(at):
        if text.kind(at) != "mark" or text.tokens[at].text not in _OPENING:
            return f"{text.tokens[at].text!r} is joined to it"
        return ""
    while text.word(at) in text.lexicon["number before: looked through"]:
        at -= 1
    if text.kind(at) == "mark":
        if text.word(at) == "." and text.word(at - 1) in _ABBREVIATIONS:
            return f"{text.word(at - 1)!r} before it makes it a name"
        return "" if text.word(at) in _SPACED else _stops(text, at, "before")
    return _word_before(text, one, at) if at >= 0 else ""


def _word_before(text: Passage, one: Expression, at: int) -> str:
    word, touches = text.word(at), at == one.lead - 1
    function = text.function(at)
    unread = function and not _is_harmless(text, one, at)
    if unread or word in text.lexicon["number before: refused"]:
        return _stops(text, at, "before")
    if not function:
        denied = text.word(at - 1) in text.lexicon["number before: through a verb"]
        named = _named_by(text, one, at) if touches else ""
        return _stops(text, at - 1, "before") if denied else named
    through = text.word(at - 1) in text.lexicon["number before: through a preposition"]
    parted = text.word(at - 1) == "earlier" and _stretch(text, at - 2)  # "a year earlier to 20"
    if through or (touches and word == "to" and text.function(at - 1) and not parted):
        return _stops(text, at - 1, "before")
    return _before_of(text, one, at - 1) if touches and word == "of" else ""


def _named_by(text: Passage, one: Expression, at: int) -> str:
    """Why a content word makes a name of the number behind it."""
    core, word = one.core, text.word(at)
    if word in text.lexicon["number before: names"]:
        return f"{word!r} before it makes it a name"
    digits = text.kind(core.first) == "number" and core.last == core.first + 1
    bare = digits and core.kind == "count" and one.lead == core.first
    if bare and _capital(text, at) and not (begins(text, at) and word.endswith("ing")):
        return f"{text.tokens[at].text!r} before it makes it a part of a name"
    return ""


def _is_harmless(text: Passage, one: Expression, at: int) -> bool:
    """Whether a function word is harmless there: alone, in a phrase, or as a part of its verb."""
    word, harmless = text.word(at), text.lexicon["number before: harmless"]
    verb = text.kind(at - 1) == "word" and not text.function(at - 1)
    is_ = text.word(at - 1) in ("is", "are", "was", "were")
    mark = text.kind(at - 1) == "mark"
    return (
        word in harmless
        or f"{text.word(at - 1)} {word}" in harmless
        or (verb and word in text.lexicon["number before: particles"])
        or (word in ("up", "down") and (mark or is_))
        or (word == "so" and text.word(at - 1) == ",")
        or (word == "between" and _two_known(text, one, at))
        or (word in ("past", "last", "next") and _stretch(text, one.core.last))
        or (word == "or" and _converted(text, one, at))
    )


def _stretch(text: Passage, at: int) -> bool:
    return text.word(at) in text.lexicon["number: stretches of time"]


def _converted(text: Passage, one: Expression, at: int) -> bool:
    """Whether "or" joins a number to the same in another unit: "5 won, or $4,".

    So too "12 points, or 0.5 percent,"; of two percentages it is a choice.
    """
    money = text.word(at - 2)
    foreign = money in text.lexicon["number: currencies"] and not money.startswith("dollar")
    share = one.core.kind == "percent" and text.kind(at - 3) == "number" and text.content(at - 2)
    share = share and text.word(at - 2) != "percent" and text.word(one.last) in (",", "of")
    return text.word(at - 1) == "," and ((foreign and text.word(at + 1) == "$") or share)


def _two_known(text: Passage, one: Expression, at: int) -> bool:
    """Whether "between" is before two that are known: "between the two militaries"."""
    known = text.word(at + 1) in _KNOWN and at + 2 == one.lead
    return known and one.core.value == 2 and text.content(one.core.last)


def _before_of(text: Passage, one: Expression, at: int) -> str:
    listed = text.word(at) in text.lexicon["number before: refused before of"]
    noun = text.word(at) in ("close", "each") or text.tied(at - 1)  # "a line-up of 22"
    if listed or (text.function(at) and not noun and text.word(at) not in CARDINALS):
        return _stops(text, at, "before")
    if _capital(text, at) and not one.phrase:
        return f"{text.tokens[at].text!r} before it makes it a part of a name"
    return ""


def _behind(text: Passage, one: Expression) -> str:
    at = one.last
    if one.nouns:
        return _word_behind(text, one, one.core.last) or _limit_of_another(text, one)
    if text.tied(at):
        return _hyphen(text, one, at + 1)
    if text.cut.joined(at - 1):
        return _joined_behind(text, at)
    if text.kind(at) == "mark":
        unread = text.word(at) not in _SPACED and text.word(at) not in "+$₩¥€£"
        return _stops(text, at, "behind") if unread else ""
    if not text.function(at):
        return _word_behind(text, one, at)
    harmless = text.word(at) in text.lexicon["number behind: harmless"] or _goes_on(text, at)
    return "" if harmless or one.behind else _stops(text, at, "behind")


def _limit_of_another(text: Passage, one: Expression) -> str:
    """Why a limit behind a noun may be that of what follows it: "20 men met at least twice"."""
    limit = one.core.last + one.nouns
    ends = (
        text.kind(one.last) != "word" or text.word(one.last) in text.lexicon["function: auxiliary"]
    )
    return "" if ends or text.word(limit) != "at" else _stops(text, limit, "behind")


def _goes_on(text: Passage, at: int) -> bool:
    """Whether a function word behind a number begins what is not a part of it.

    As in "20 a year ago", "20 per dollar", "the five earlier tests".
    """
    word, then, further = text.word(at), text.word(at + 1), text.word(at + 2)
    if word == "a":
        return _stretch(text, at + 1) and further in text.lexicon["number: counts to a day"]
    if word == "per":
        return then in text.lexicon["number: currencies"]
    return word == "earlier" and text.content(at + 1) and then.endswith("s") and then.islower()


def _joined_behind(text: Passage, at: int) -> str:
    printed = text.tokens[at].text
    money = text.word(at) in text.lexicon["number: currencies"]
    if text.kind(at) == "mark" and (printed in _CLOSING or printed == "—" or money):
        return ""
    return f"{printed!r} is joined to it"


_AFTER_TIMES = frozenset(["", ".", ",", *"in since this last during by on between and".split()])
"""What may follow "times" where acts are counted; "three times as big" compares."""


def _word_behind(text: Passage, one: Expression, at: int) -> str:
    word, lists = text.word(at), text.lexicon
    named = one.core.kind == "rank" and word in lists["number behind a rank: refused"]
    if text.word(at + 1) in lists["number behind a noun: refused"]:
        return _stops(text, at + 1, "behind")
    clock = word in ("a", "p") and text.word(at + 1) == "."
    counted = word == "times" and text.word(at + 1) in _AFTER_TIMES
    printed = text.word(one.core.first)
    counted = counted or (word == "points" and "." in printed and one.core.kind == "count")
    if (word in lists["number behind: refused"] and not counted) or clock or named:
        return _stops(text, at, "behind")
    stretch = word in lists["number: stretches of time"]
    if stretch and text.word(at + 1) in lists["number: counts to a day"]:
        return _stops(text, at + 1, "behind")
    choice = text.kind(at) == "word" and text.word(at + 1) == "or" and not one.nouns
    if choice and (text.kind(at + 2) == "number" or text.word(at + 2) in CARDINALS):
        return f"'or {text.word(at + 2)}' behind it leaves a choice"
    return ""


def _hyphen(text: Passage, one: Expression, at: int) -> str:
    """What a compound makes of its number: "35-year" counts, "6-Party" does not."""
    word, lists = text.word(at), text.lexicon
    shown = f"'-{text.tokens[at].text}' behind it" if text.kind(at) else "the hyphen behind it"
    unread = f"{shown} makes a word in which it does not count"
    if text.kind(at) != "word" or len(word) == 1 or _capital(text, at):
        return unread
    if one.core.kind == "one" and word not in lists["number: stretches of time"]:
        return unread
    if text.function(at) and word not in lists["number: stretches of time"]:
        return unread
    return unread if word in lists["number behind a hyphen: refused"] else ""
