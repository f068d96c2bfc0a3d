"""For what a cue is refused, and what leaves it alone: the documented table of the rule `cue`."""

from gsomia_data.curation.rules.shape import Shape


def _shape(name: str, why: str, column: str, example: str, answer: str = "") -> Shape:
    return Shape(name, why, "cue" if answer else "", example, answer, column)


_SIGNED = "signatories.role"

SHAPES = (
    _shape("negated", "it is not so", _SIGNED, "Seoul has not formally <signed> the pact."),
    _shape("weakly negated", "it is hardly so", _SIGNED, "Hardly any pact was <signed>."),
    _shape("failed", "the act was not done", "dates.event", "Seoul declined to <sign> the pact."),
    _shape("denied", "a report is said to be untrue", _SIGNED, "Seoul denied that it <signed> it."),
    _shape(
        "denied behind",
        "the denial follows the report",
        _SIGNED,
        "The pact was <signed>, he denied.",
    ),
    _shape(
        "nearly", "it is only close to being so", _SIGNED, "They had nearly all but <signed> it."
    ),
    _shape("unreal", "it is only possible or imagined", _SIGNED, "Seoul might have <signed> it."),
    _shape("conditional", "it depends", _SIGNED, "If Seoul <signed> it, Tokyo left."),
    _shape(
        "conditional behind",
        "what is to come depends",
        _SIGNED,
        "Japan <will sign> a pact if Seoul agrees.",
    ),
    _shape("asked", "a question says nothing", _SIGNED, "Who <signed> it?"),
    _shape("nobody did it", "the doer is denied", _SIGNED, "The pact was <signed> by no one."),
    _shape(
        "to come",
        "an act that is to come is not done, unless the longer phrase is a cue",
        _SIGNED,
        "The pact will be formally <signed>.",
    ),
    _shape(
        "touched",
        "a function word that is not listed as harmless touches the cue",
        _SIGNED,
        "The pact was yet <signed> again.",
    ),
    _shape(
        "left open",
        "what limits a time need not have come about",
        _SIGNED,
        "The envoy stayed until Seoul <signed> it.",
    ),
    _shape(
        "not held",
        "behind the name of an event it is told that it failed",
        "reactions.act",
        "The <rally> was called off.",
    ),
    _shape("prefixed", "a prefix changes the word", _SIGNED, "It is an un-<signed> pact."),
    _shape(
        "of something else",
        "what is signed, struck, scrapped or marched against is not an agreement",
        _SIGNED,
        "The skater <signed> a flag.",
    ),
    _shape(
        "another sense",
        "the phrase means something else",
        "agreements.subject",
        "They agreed on research into artificial <intelligence>.",
    ),
    _shape(
        "unsure clause",
        "a negator before a clause that is a part of its own may reach into it",
        _SIGNED,
        "There is no proof that Seoul <signed> it.",
    ),
    _shape(
        "a longer cue",
        "the longest cue wins",
        _SIGNED,
        "It <will be signed> in Seoul.",
        "to sign",
    ),
    _shape(
        "a negator of another clause",
        "the cue has a subject of its own, and the clause of the negator is complete",
        _SIGNED,
        "It has no name, but it was <signed>.",
        "signed",
    ),
    _shape(
        "a clause set off by commas",
        "its negator stays in it",
        _SIGNED,
        "The ministers, who did not shake hands, <signed> it.",
        "signed",
    ),
    _shape(
        "a negator that belongs to a number",
        "almost, hardly and the like limit the number after them",
        _SIGNED,
        "After almost 30 days Seoul <signed> it.",
        "signed",
    ),
    _shape(
        "a quotation before",
        "what is quoted does not reach the verb of saying",
        "dates.status",
        "“We are not joining it,” the official <said>.",
        "occurred",
    ),
)
"""In reading order: what is refused, then what is read."""
