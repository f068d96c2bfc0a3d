"""What is beside a name decides whether it names its actor (docs/rules.md, Names).

A capital is a place first: it names its state only where it says or does something. The adjective
of a state names it only before its government, or between two states. The name of a body is that of
its building as well. Where no shape is certain, the rule refuses.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from gsomia_data._floor.terminal import in_quotes
from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.clauses import DAYS, MONTHS
from gsomia_data.curation.rules.function_words import is_function
from gsomia_data.curation.rules.names import Name, Names
from gsomia_data.curation.rules.rule import Context, Words
from gsomia_data.curation.rules.tokens import Token, Tokens, tokens
from gsomia_data.curation.rules.wordlist import Lexicon

_LISTING = frozenset({",", "and", "or", "&"})
"""What joins the names of a list."""
_DASHES = frozenset("-–‑")
_OPENING = frozenset("\"“”'‘’()—–:;,.!?…")
"""Marks after which a clause can begin."""
_PARTICIPLES = ("tense: past", "tense: past and noun", "tense: participle")
_BE = frozenset("is are was were be been being".split())
_OF_A_STATE = frozenset({"state", "capital", "demonym"})
_ASIDE = 12
"""How many words may be between the commas of an aside."""
_RELATIVE = frozenset({"which", "who"})
_BY_WAY_OF = frozenset({"via", "through"})
"""What names a way; who acts on it is not a place."""
_OF_ONE = frozenset({"has", "is", "was"})
"""Verbs that a list of names does not take."""
_OF_TWO = frozenset({"between", "among", "both"})
_IN_A_PLACE = ("에서", "에", "で", "に", "の")
"""Korean and Japanese particles that set something in a place or make it an attribute."""


def why_not(name: Name, words: Words, context: Context) -> str:
    """Why the words do not name the owner of ``name`` where they are; empty if they do."""
    beside = _Beside(words, context.names, context.lexicon)
    if longer := beside.longer:
        return f"{in_quotes(longer)} beside them may make a longer name, or a compound, of them"
    reason = _REASONS.get(name.sort)
    return reason(beside, name, context) if reason else ""


@dataclass(frozen=True)
class _Beside:
    """The tokens around the words, or around the list of names in which they are."""

    words: Words
    names: Names
    lexicon: Lexicon

    @cached_property
    def _cut(self) -> Tokens:
        return tokens(self.words.quote)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """Indexes of the first and last token of the words."""
        return self._tokens_of((self.words.start, self.words.end))

    def _tokens_of(self, span: Span) -> tuple[int, int]:
        """Indexes of the first and last token of a span."""
        return self._cut.before(span[0]) + 1, self._cut.after(span[1]) - 1

    @property
    def _spans(self) -> tuple[Span, ...]:
        """The spans of all names in the passage; they are found once for it."""
        return self.names.spans(self.words.quote)

    @cached_property
    def _listed(self) -> tuple[int, int]:
        """Indexes of the first and last token of the list of names around the words."""
        first, last = self._ends
        by_first = {ends[0]: ends[1] for ends in map(self._tokens_of, self._spans)}
        by_last = {end: start for start, end in by_first.items()}
        while (at := self._over(first - 1, -1)) in by_last:
            first = by_last[at]
        while (at := self._over(last + 1, 1)) in by_first:
            last = by_first[at]
        return first, last

    @cached_property
    def _named(self) -> tuple[dict[int, Name], dict[int, Name]]:
        """The names of actors in the passage, by index of their first and of their last token."""
        by_first, by_last = {}, {}
        for span in self._spans:
            name = self.names.actor(self.words.quote[slice(*span)])
            if name is not None:
                first, last = self._tokens_of(span)
                by_first[first] = by_last[last] = name
        return by_first, by_last

    @property
    def longer(self) -> str:
        """The word beside the words that may make a longer name of them; empty if none does."""
        if not self.words.text.isascii():
            return ""  # E02 asks what is behind a Korean or Japanese name
        (first, last), (by_first, by_last) = self._ends, self._named
        before, after = first - 1, last + 1
        if self._dash(before) and first - 2 not in by_last:
            return self._shown(first - 2, before)
        if self._dash(after) and last + 2 not in by_first:
            return self._shown(after, last + 2)
        for at, names in ((before, by_last), (after, by_first)):
            if at not in names and self._is_of_a_name(self._cut.at(at)):
                return self._shown(at, at)
        whole = _is(self._cut.at(before), "of") and first - 2 not in by_last
        if whole and self._is_of_a_name(self._cut.at(first - 2)):
            return self._shown(first - 2, before)
        return ""

    def _is_of_a_name(self, token: Token | None) -> bool:
        """Whether the token has a capital and is not a title, a day or a function word."""
        if token is None or token.kind != "word" or not token.text[0].isupper():
            return False
        word = token.folded
        known = word in self.lexicon["name: title"] or word in DAYS | MONTHS
        return not known and not self._is_small(token)

    def _shown(self, first: int, last: int) -> str:
        """The passage from one token to another."""
        start, end = self._cut.at(first), self._cut.at(last)
        return self.words.quote[start.start : end.end] if start and end else ""

    @property
    def other_state(self) -> str:
        """The state before the words, or before "'s" before them; empty if there is none."""
        first, _ = self._ends
        at = first - 2 if _is(self._cut.at(first - 1), "'s") else first - 1
        name = self._named[1].get(at)
        return name.owner if name is not None and name.sort in _OF_A_STATE else ""

    @property
    def before_a_noun(self) -> bool:
        """Whether a word with a sense of its own is right behind the words."""
        token = self._cut.at(self._ends[1] + 1)
        return token is not None and token.kind == "word" and self._is_content(token)

    def _is_content(self, token: Token) -> bool:
        said = any(token.folded in self.lexicon[name] for name in ("clause: saying", "tense: past"))
        return token.folded != "'s" and not said and not self._is_small(token)

    def _over(self, at: int, step: int) -> int:
        """The index beyond what joins the names of a list; -1 if nothing joins them there."""
        start = at
        while (token := self._cut.at(at)) is not None and token.folded in _LISTING:
            at += step
        return at if at != start else -1

    @property
    def acts(self) -> bool:
        """Whether the capital is the one that says or does something."""
        first, last = self._listed
        left, right = self._cut.at(first - 1), self._cut.at(last + 1)
        opens = self._opens(left) or _is(left, "both")
        relative = self._does_relative(last + 1)
        does = self._does(self._over_aside(last + 1)) or relative
        by_way_of = relative and _is(left, *_BY_WAY_OF)
        if (opens and does) or by_way_of or self._begins_a_clause:
            return True
        if left is None:
            return False
        if left.folded == "with":
            beyond = self._cut.at(last + 2)
            return _is(right, "as") and _is(beyond, "a", "an", "the", "its")
        if not self._closes(right):
            return False
        done = self._cut.at(first - 2)
        made = done is not None and done.folded in self.lexicon["name: made between"]
        if left.folded == "by":
            passive = _is(self._cut.at(first - 3), *_BE) and self._is_participle(done)
            return made or passive
        pact = done is not None and done.folded in self.lexicon["cue: agreement"]
        return left.folded in ("between", "among") and (made or pact)

    @property
    def _begins_a_clause(self) -> bool:
        """Whether ", and" joins a clause and no list: "to involve Korea, and Seoul has opted".

        A list of two has no comma, and a list takes no singular verb; one of three may end a
        subject that takes it: "the pact of Oslo, Paris, and Seoul has".
        """
        first, last = self._ends
        joined = _is(self._cut.at(first - 2), ",") and _is(self._cut.at(first - 1), "and")
        if not joined or not _is(self._cut.at(last + 1), *_OF_ONE) or not self._does(last + 1):
            return False
        starts = {end: start for start, end in map(self._tokens_of, self._spans)}
        if first - 3 not in starts:
            return False
        before = starts[first - 3] - 1
        return self._over(before, -1) == -1 and not _is(self._cut.at(before), *_OF_TWO)

    @property
    def shown(self) -> str:
        """What is around it, for the message."""
        first, last = self._listed
        left, right = self._cut.at(first - 1), self._cut.at(last + 1)
        parts = [f"after {left.text!r}"] if left else []
        parts += [f"before {right.text!r}"] if right else []
        return f"here it is {' and '.join(parts)}" if parts else "here it is alone"

    def _opens(self, token: Token | None) -> bool:
        """Whether a clause can begin behind the token."""
        if token is None or token.text in _OPENING:
            return True
        listed = ("clause: opener", "clause: opener before a subject", "function: conjunction")
        word = token.folded
        return any(word in self.lexicon[name] for name in (*listed, "clause: saying"))

    def _over_aside(self, at: int) -> int:
        """The index beyond a day, and beyond what is between commas before the verb."""
        while True:
            token, beyond = self._cut.at(at), self._cut.at(at + 1)
            if token is not None and token.folded in DAYS:
                at += 1
            elif _is(token, "on") and beyond is not None and beyond.folded in DAYS:
                at += 2
            elif token is not None and self._is_adverb(token):
                at += 1
            elif _is(token, ",") and (end := self._end_of_aside(at + 1)):
                at = end + 1
            else:
                return at

    def _end_of_aside(self, at: int) -> int:
        """The index of the comma that ends an aside without a verb; 0 if it is none."""
        for index in range(at, at + _ASIDE):
            token = self._cut.at(index)
            if token is None or self._does(index) or _is(token, *_RELATIVE):
                return 0
            if token.text == ",":
                return index if index > at else 0
            if token.kind == "mark" and token.text not in _DASHES:
                return 0
        return 0

    def _does(self, at: int) -> bool:
        """Whether the word there is a verb of which the name before it is the subject."""
        token = self._cut.at(at)
        while token is not None and self._is_adverb(token):
            at += 1
            token = self._cut.at(at)
        if token is None:
            return False
        finite = ("function: auxiliary", "function: modal", "clause: saying", "tense: past")
        word = token.folded
        if word in _BE:
            return self._is_at_work(at + 1)
        if any(word in self.lexicon[name] for name in (*finite, "name: acts")):
            return True
        return self._is_participle(token) and word.endswith("ed")

    def _is_at_work(self, at: int) -> bool:
        """Whether is or was is of doing: "is hoping", "is to sign", but not "is far from"."""
        while (token := self._cut.at(at)) is not None and self._is_adverb(token):
            at += 1
        return token is not None and (token.folded == "to" or token.folded.endswith("ing"))

    def _does_relative(self, at: int) -> bool:
        comma, relative = self._cut.at(at), self._cut.at(at + 1)
        return _is(comma, ",") and _is(relative, *_RELATIVE) and self._does(at + 2)

    def _is_adverb(self, token: Token) -> bool:
        return token.folded in self.lexicon["function: adverb"] or token.folded.endswith("ly")

    def _is_participle(self, token: Token | None) -> bool:
        if token is None or token.folded in self.lexicon["name: -ed and no act"]:
            return False
        if any(token.folded in self.lexicon[name] for name in _PARTICIPLES):
            return True
        word = token.folded
        return word.endswith("ed") and word not in self.lexicon["tense: -ed and no past"]

    def _closes(self, token: Token | None) -> bool:
        """Whether the name before the token is not an attribute of what follows."""
        if token is None:
            return True
        if token.kind == "mark":
            return token.text not in _DASHES | {"/"}
        return token.kind == "word" and token.folded != "'s" and self._is_small(token)

    def _is_small(self, token: Token) -> bool:
        return is_function(token.folded, self.lexicon)

    @property
    def between_states(self) -> bool:
        """Whether a dash joins the words with another name: "Korea-Japan"."""
        first, last = self._ends
        starts, ends = {start for start, _ in self._spans}, {end for _, end in self._spans}
        before, after = self._dash(first - 1), self._dash(last + 1)
        return (before is not None and before.start in ends) or (
            after is not None and after.end in starts
        )

    def _dash(self, at: int) -> Token | None:
        """The dash of that index, if nothing is between it and the tokens around it."""
        token = self._cut.at(at)
        joined = self._cut.joined(at - 1) and self._cut.joined(at)
        return token if token is not None and token.text in _DASHES and joined else None

    @property
    def place(self) -> str:
        """The word that makes the name of a body that of its building; empty if there is none.

        It is before the name in English, and behind it in Korean and Japanese.
        """
        following = self.words.quote[self.words.end :]
        if not self.words.text.isascii():
            found = next((one for one in _IN_A_PLACE if following.startswith(one)), "")
            return "" if found == "の" and self._has_a_person(self.words.end + 1) else found
        at, _ = self._ends
        with_article = self.words.text.lower().startswith("the ")
        at = at - 1 if with_article else self._over_attributes(at - 1)
        token = self._cut.at(at)
        if token is None or token.folded not in self.lexicon["function: preposition"]:
            return ""
        if token.folded in self.lexicon["name: before a body"]:
            return ""
        according = token.folded == "to" and _is(self._cut.at(at - 1), "according")
        return "" if according else token.text

    def _has_a_person(self, at: int) -> bool:
        """Whether a person is named there, who is of the body before: 防衛省の桐谷浩一報道官."""
        spans = [span for span in self._spans if span[0] == at]
        named = self.names.actor(self.words.quote[slice(*spans[0])]) if spans else None
        return named is not None and named.sort == "person"

    def _over_attributes(self, at: int) -> int:
        """The index beyond the adjectives before a name, and the article before them."""
        while (token := self._cut.at(at)) is not None and token.kind == "word":
            if _is(token, "the", "its", "their", "a", "an"):
                return at - 1
            if self._is_small(token):
                break
            at -= 1
        return at


def _of_capital(beside: _Beside, name: Name, context: Context) -> str:
    if not name.text.isascii():
        return "a capital is not read as its state in Korean and Japanese"
    if beside.acts:
        return ""
    return f"a capital names its state only where it says or does something; {beside.shown}"


def _of_demonym(beside: _Beside, name: Name, context: Context) -> str:
    if beside.between_states:
        return ""
    if context.column.name == "country":
        return "" if beside.before_a_noun else "an adjective shows a country only before a noun"
    return (
        "an adjective or a people is not the state; it names it only before government, "
        "administration or cabinet, or between two states"
    )


def _of_body(beside: _Beside, name: Name, context: Context) -> str:
    place, state = beside.place, beside.other_state
    if state and name.country and state != name.country:
        return f"the words before them make them a body of {state}, not of {name.country}"
    side = "before" if beside.words.text.isascii() else "behind"
    return f"{place!r} {side} them makes them a place" if place else ""


_REASONS: dict[str, Callable[[_Beside, Name, Context], str]] = {
    "capital": _of_capital,
    "demonym": _of_demonym,
    "body": _of_body,
}


def _is(token: Token | None, *words: str) -> bool:
    return token is not None and token.folded in words
