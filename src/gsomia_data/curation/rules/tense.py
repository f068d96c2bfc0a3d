"""Whether the clause of a date is about the past or the future.

A weekday, a month or a day without a year means the last one or the next one by the tense of its
clause. Only what is plainly in one tense is read: a clause with marks of both is unsure, and so is
one with none.
"""

import re
from typing import Literal

from gsomia_data.curation.rules.clauses import ENDS, Clause, clause
from gsomia_data.curation.rules.tokens import Token, Tokens
from gsomia_data.curation.rules.wordlist import Lexicon

Tense = Literal["past", "future", "none", "unsure"]


def tense(cut: Tokens, start: int, end: int, lexicon: Lexicon) -> Tense:
    """The tense of what happens, or is to happen, on the date from ``start`` to ``end``.

    ``none`` if its clause has no mark of a tense; ``unsure`` if the marks disagree, if a modal
    leaves it open, or if it is not certain to which of two clauses the date belongs.
    """
    if cut.text[end - 1] in "년월일年月日":
        return _eastern(cut.text, end)
    around = clause(cut, start, end, lexicon)
    first, last = cut.before(start), cut.after(end)
    before = cut.tokens[around.first : first + 1]
    after = cut.tokens[last : around.last + 1]
    own = _own(before, after, lexicon)
    saying = next(
        (t for t in reversed(around.opening) if t.folded in lexicon["clause: saying"]), None
    )
    if saying is None or saying is not (around.opening[-1] if around.opening else None):
        alone = not [t for t in before if t.folded not in lexicon["date: introduces"]]
        if own == "none" and alone:
            return _beside(cut, around.first, around.last, lexicon)
        return _carried(cut, around, before, lexicon) if own == "none" else own
    said = _said(cut, saying, lexicon)
    possessive = bool(after) and after[0].folded == "'s"
    if not possessive and _attaches(before, lexicon):
        return said
    if _marks(before, lexicon):
        return own
    if own == "none" and saying.folded not in lexicon["tense: looks ahead"]:
        return said
    return own if own == said else "unsure"


def _carried(cut: Tokens, around: Clause, before: tuple[Token, ...], lexicon: Lexicon) -> Tense:
    """The tense of a phrase that goes on behind a comma, where all of the sentence has one.

    Such a phrase begins with a preposition or with a participle ("coming after a blast on Friday").
    """
    opening = around.opening[-1].text if around.opening else ""
    word = before[0].folded if before else ""
    phrase = word in lexicon["function: preposition"] or word == "or" or word.endswith("ing")
    if opening not in (",", "or") or not phrase:
        return "none"
    start = next(
        (at + 1 for at in range(around.first - 1, -1, -1) if cut.tokens[at].text in ENDS), 0
    )
    tense = _own(cut.tokens[start : around.first], (), lexicon)
    behind = _marks(cut.tokens[around.last + 1 :], lexicon)
    return tense if tense == "past" and behind <= {"past"} else "none"


_EAST_PAST = re.compile(
    r"[가-힣](?:(?<=[았었했됐렸졌켰났갔왔쳤혔섰웠췄뒀꿨였])다)|(?:[しっいえけせめれ]た|んだ)(?=[。」]|\Z)"
)
_EAST_OPEN = re.compile(
    r"예정|계획|전망|것이다|하기로|앞두|방침|할 것|予定|計画|見通し|方針|だろう"
)


def _eastern(text: str, end: int) -> Tense:
    """The tense of a Korean or Japanese sentence, which is in its last word."""
    stop = re.compile(r"[.。!?\n]").search(text, end)
    rest = text[end : stop.end() if stop else len(text)]
    if _EAST_OPEN.search(rest):
        return "unsure"
    return "past" if _EAST_PAST.search(rest) else "none"


def _own(before: tuple[Token, ...], after: tuple[Token, ...], lexicon: Lexicon) -> Tense:
    ahead, behind = _marks(before, lexicon), _marks(_until_infinitive(after), lexicon)
    if "perfect" in ahead:
        ahead = ahead - {"perfect"} if "future" in ahead else ahead - {"perfect"} | {"past"}
    if "perfect" in behind:
        behind = behind - {"perfect"} | {"past"}
    marks = ahead | behind
    if not marks:
        return "none"
    if marks == {"past"}:
        return "past"
    if marks == {"future"} or (ahead == {"future"} and "past" not in behind):
        return "future"
    return "unsure"


def _until_infinitive(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words after the date up to an infinitive ("on Friday to protest")."""
    for index, token in enumerate(after):
        if token.folded == "to":
            return after[:index]
    return after


def _marks(words: tuple[Token, ...], lexicon: Lexicon) -> set[str]:
    """The tenses that words show: past, perfect, future, open."""
    marks: set[str] = set()
    for index, token in enumerate(words):
        if token.kind != "word":
            continue
        word = token.folded
        before = words[index - 1].folded if index else ""
        if before.endswith("ly") and index > 1:
            before = words[index - 2].folded
        if word in _PRESENT_BE and index + 1 < len(words) and _is_ongoing(words[index + 1]):
            marks.add("future")  # "are meeting on Saturday"
        elif word in lexicon["tense: perfect"]:
            marks.add("perfect")
        elif word in lexicon["tense: future"]:
            marks.add("future")
        elif word in lexicon["tense: open"] and token.text[0].islower():
            marks.add("open")
        elif word == "to" and index + 1 < len(words) and words[index + 1].folded == "have":
            continue  # a perfect infinitive: "claimed to have tested"
        elif word == "to" and _is_infinitive(words, index, lexicon):
            marks.add("future")
        elif _is_past(token, before, lexicon):
            marks.add("past")
    return marks


_PLURAL = re.compile(r"[^su]s$")
"""No infinitive ends so, but in -ss and -us: "to reporters" is not one."""


def _is_infinitive(words: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or following.kind != "word" or following.text[0].isupper():
        return False
    if _PLURAL.search(following.folded) or following.folded in lexicon["tense: noun after to"]:
        return False
    listed = ("function: determiner", "function: pronoun", "function: number word")
    return not any(following.folded in lexicon[name] for name in listed)


_PRESENT_BE = frozenset({"is", "are", "am"})


def _is_ongoing(token: Token) -> bool:
    return token.folded.endswith("ing") and len(token.text) > 4


def _is_past(token: Token, before: str, lexicon: Lexicon) -> bool:
    word = token.folded
    if word in lexicon["tense: past auxiliary"]:
        return True
    if before in ("be", "is", "are", "am", "being", "'s", "to"):
        return False
    if before in lexicon["date: determiner"] or before in ("this", "that", "newly", "more"):
        return False
    if word in lexicon["tense: past"]:
        return True
    regular = word.endswith("ed") and word not in lexicon["tense: -ed and no past"]
    return regular and not token.text[0].isupper()


def _attaches(before: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether only phrases with a preposition are between a verb of saying and the date."""
    words = [token for token in before if token.kind == "word"]
    if not words:
        return True
    opening = words[0].folded in lexicon["date: said in"] or (
        words[0].folded in lexicon["date: introduces"]
    )
    return opening and not _marks(tuple(words), lexicon)


def _said(cut: Tokens, saying: Token, lexicon: Lexicon) -> Tense:
    """The tense of a verb of saying, with the words before it."""
    index = cut.before(saying.end)
    before = [t.folded for t in (cut.at(index - 1), cut.at(index - 2)) if t is not None]
    if before and (before[0] in lexicon["tense: future"] or before[0] == "to"):
        return "future"
    if any(word in lexicon["tense: open"] for word in before):
        return "unsure"
    ahead = saying.folded in lexicon["tense: looks ahead"]
    past = saying.folded == "said" or _is_past(saying, "", lexicon)
    if ahead:
        return "unsure" if not past else "past"
    return "past" if past else "unsure"


def _beside(cut: Tokens, first: int, last: int, lexicon: Lexicon) -> Tense:
    """The tense of the clause that a clause without a verb belongs to."""
    opening = cut.at(first - 1)
    if opening is not None and opening.text not in ',(–—-"“':
        return "none"
    closing = cut.at(last + 1)
    if opening is None and closing is not None and closing.text == ",":
        after = clause(cut, cut.ends[last + 1], cut.ends[last + 1], lexicon)
        words = cut.tokens[after.first : after.last + 1]
        said = after.closing[0] if after.closing else None
        if (
            said is not None
            and said.folded in lexicon["clause: saying"]
            and not _marks(words, lexicon)
        ):
            return _said(cut, said, lexicon)
        return _own(words, (), lexicon)
    if opening is not None and opening.text == ",":
        before = clause(cut, cut.starts[first - 1], cut.starts[first - 1], lexicon)
        return _own(cut.tokens[before.first : before.last + 1], (), lexicon)
    return "none"
