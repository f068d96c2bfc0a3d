"""What the values of a column rest on: words of a document, a judgement, or other cells."""

from enum import StrEnum


class Grounding(StrEnum):
    """What the value of a cell must rest on (docs/evidence.md)."""

    KEY = "key"
    VERBATIM = "verbatim"
    NUMBER = "number"
    DATE = "date"
    ACTOR = "actor"
    ACTOR_OR_JUDGED = "actor or judged"
    JUDGED = "judged"
    AGREEMENT = "agreement"
    CODE = "code"
    OUTSIDE = "outside"
    LISTED = "listed"
    CURATORIAL = "curatorial"
    DERIVED = "derived"
    MACHINERY = "machinery"

    @property
    def needs_evidence(self) -> bool:
        """Whether each filled cell needs a row of evidence that supports it."""
        return self in _NEEDS_EVIDENCE

    @property
    def holds_words(self) -> bool:
        """Whether a cell can hold words of a source or of the curators."""
        return self in _HOLDS_WORDS


_NEEDS_EVIDENCE = frozenset(
    {
        Grounding.VERBATIM,
        Grounding.NUMBER,
        Grounding.DATE,
        Grounding.ACTOR,
        Grounding.ACTOR_OR_JUDGED,
        Grounding.JUDGED,
        Grounding.AGREEMENT,
        Grounding.CODE,
    }
)

_HOLDS_WORDS = frozenset({Grounding.CURATORIAL, Grounding.VERBATIM, Grounding.OUTSIDE})

GROUNDINGS: dict[Grounding, str] = {
    Grounding.KEY: "the key of the row, by which evidence and other tables refer to it",
    Grounding.VERBATIM: "words of a document, except for case, white space and typographic marks",
    Grounding.NUMBER: "a number read from the words; never judged",
    Grounding.DATE: "a date read from the words by a named rule; never judged",
    Grounding.ACTOR: "a name or alias of the actor, or a pronoun with its antecedent; never judged",
    Grounding.ACTOR_OR_JUDGED: "as for an actor, or a coder's judgement with its reason",
    Grounding.JUDGED: "a coder's judgement with its reason",
    Grounding.AGREEMENT: "a name of the agreement, or a coder's judgement with its reason",
    Grounding.CODE: "a cue of the code in the words, or a coder's judgement with its reason",
    Grounding.OUTSIDE: "words of the document if it says so itself; otherwise known from outside",
    Grounding.LISTED: "a code list, or the nature of the row; no evidence, protected by the seal",
    Grounding.CURATORIAL: "written by the curators to help readers; no evidence",
    Grounding.DERIVED: "computed from other cells: `fmt` writes it and `check` recomputes it",
    Grounding.MACHINERY: "part of the proof itself; checked against the document or the tables",
}
