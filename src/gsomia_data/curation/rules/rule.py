"""What a rule is, what it looks at and what it gives; and the registry of all rules."""

from dataclasses import dataclass
from typing import Literal

from gsomia_data._floor.firmness import SAME_SENTENCE, Strength
from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.dates import DATE_RULES
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.names import Names
from gsomia_data.curation.rules.wordlist import Lexicon
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.specs import ColumnSpec

Firmness = Literal["proved", "inferred", "judged"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their place: in a quote, and with it in a document.

    Attributes:
        quote: Text of the quote, or of the sentences around it.
        start: Position of the first character of the words in ``quote``.
        end: Position after their last character in ``quote``.
        document: Text of the document; ``None`` if the corpus is not there, and then nothing is
            compared with it.
        at: Position of ``quote`` in the document.
    """

    quote: str
    start: int
    end: int
    document: str | None
    at: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.quote[self.start : self.end]

    @property
    def span(self) -> Span:
        """Their span in the document."""
        return self.at + self.start, self.at + self.end


ANTECEDENT_FOLLOWS = "antecedent follows"
"""What the note of a pronoun says if its antecedent is named only later in the document."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What other rows of evidence prove in the quote of the words, by a rule.

    Attributes:
        agreements: Agreements of which they prove the name, acronym, status or subject.
        spans: Spans of the words that prove these, in the text around the cited words.
        own_row: Whether they prove another cell of the row that the cited words are about.
    """

    agreements: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    own_row: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at besides the words themselves.

    Attributes:
        column: Column of the cell.
        names: Names that the document may use.
        published: Date of publication of the document (EDTF).
        antecedents: Actors that an ``alias`` row names for the same cell, earlier or here; or
            later, if the note says so.
        lexicon: The lists of words that the rules look into.
        zone: Clock of the publisher, as the document names it; empty if it does not.
        beside: What other evidence proves in the same quote.
    """

    column: ColumnSpec
    names: Names
    published: str
    antecedents: frozenset[str] = frozenset()
    lexicon: Lexicon = LEXICON
    zone: str = ""
    beside: Beside = Beside()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a rule.

    Attributes:
        values: Values that the words can mean, sorted.
        problem: Why there is none; ``they`` in it are the words.
    """

    values: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which words become the value of a cell.

    Attributes:
        name: Name of the rule, as in the column `rule` of `evidence`.
        says: What the value is, to follow on "the value is".
        firmness: How firm its result is.
        groundings: Groundings of the columns that it may serve.
        relative: Whether it resolves the words against the day of publication.
    """

    name: str
    says: str
    firmness: Firmness
    groundings: frozenset[Grounding]
    relative: bool = False

    @property
    def strength(self) -> Strength:
        """What it gives by itself."""
        return Strength(self.firmness, Grounding.DATE in self.groundings, self.relative)


_ACTORS = {Grounding.ACTOR, Grounding.ACTOR_OR_JUDGED}
_DATES = frozenset({Grounding.DATE, Grounding.OUTSIDE})


def _rule(name: str, says: str, firmness: Firmness, *groundings: Grounding) -> Rule:
    return Rule(name, says, firmness, frozenset(groundings))


RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        _rule(
            "verbatim",
            "the words themselves, except for case, white space and typographic marks; those of a "
            "wording are inside quotation marks, those of a gist outside",
            "proved",
            Grounding.VERBATIM,
            Grounding.OUTSIDE,
        ),
        _rule("number", "the number that the words name", "proved", Grounding.NUMBER),
        *(Rule(rule.name, rule.says, "proved", _DATES, rule.relative) for rule in DATE_RULES),
        _rule(
            "alias",
            "the actor or agreement that has the words as its name in that document",
            "proved",
            *_ACTORS,
            Grounding.AGREEMENT,
        ),
        _rule(
            "pronoun",
            "the actor to whom a pronoun or description refers, as an `alias` row of the same cell "
            "names it",
            "inferred",
            *_ACTORS,
        ),
        _rule(
            SAME_SENTENCE,
            "the one agreement that other evidence in the quote is about, where the quote also "
            "proves another cell of the row",
            "inferred",
            Grounding.AGREEMENT,
        ),
        _rule("cue", "the code whose cue the words hold", "inferred", Grounding.CODE),
        _rule(
            "judged",
            "a coder's judgement by the codebook; the note of the row says why",
            "judged",
            Grounding.CODE,
            Grounding.AGREEMENT,
            Grounding.ACTOR_OR_JUDGED,
            Grounding.JUDGED,
        ),
    )
}
