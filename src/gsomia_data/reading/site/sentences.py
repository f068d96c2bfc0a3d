"""How words give a value, and how documents differ, in sentences for people."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gsomia_data._floor.edtf import parse
from gsomia_data._floor.edtf_words import words_or_text
from gsomia_data._floor.phrases import DATED, limited
from gsomia_data.reading.site.contents import Contents, Source, Witness

OTHERWISE = {
    "approximates": "Less exactly",
    "disputes": "Otherwise",
    "rewords": "In other words",
    "slip": "A slip of the source",
}
"""What is said of words that do not support the value, by their relation."""


def how(contents: Contents, witness: Witness) -> str:
    """How the words give the value: what the rule says, but for what concerns other columns.

    If they are less firm than their rule by itself, also why.
    """
    if not witness.rule:
        return ""
    rule = contents.files.fields("evidence")["rule"]["gsomia:rules"][witness.rule]
    said = _plain(rule["says"]).partition(";")[0]
    weaker = _weaker(rule) if witness.firmness != rule["firmness"] else ""
    published = witness.quote.source.row["published"]
    if rule["relative"]:
        day = f"{_weekday(published)}{words_or_text(published)}"
        return f"Read from an article of {day}: {said}.{weaker}"
    return f"{said[0].upper()}{said[1:]}.{weaker}"


def _weaker(rule: Mapping[str, Any]) -> str:
    """Why words are less firm than their rule is by itself (docs/evidence.md)."""
    if rule["firmness"] == "inferred":
        return " Judged, as these words show no other cell."
    if rule["relative"]:
        return " Inferred, as that day is not proved, or as the note says what else is dated."
    if rule["dates"]:
        return " Inferred, as the note says what the words date."
    return " Inferred, as whose name it is had to be judged, or follows from a pronoun."


def _plain(text: str) -> str:
    """A definition without the marks of code."""
    return text.replace("`", "")


def otherwise(witness: Witness) -> str:
    """What the words say instead of the value; empty if they support it."""
    if witness.relation == "supports":
        return ""
    said = limited(witness.bound, witness.says.text)
    heading = OTHERWISE.get(witness.relation, witness.relation)
    return f"{heading}: {said}" if said else heading


def dated(source: Source) -> str:
    """When a document was published, and how that is known if its text does not say it."""
    row = source.row
    day = words_or_text(row["published"])
    known = row["published_from"]
    return day if known == "text" else f"{day} ({DATED.get(known, known)})"


def _weekday(published: str) -> str:
    when = parse(published)
    if not isinstance(when.earliest, date) or when.earliest != when.latest:
        return ""
    return f"{_WEEKDAYS[when.earliest.weekday()]}, "


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

DEGREES = (
    ("proved", "a rule reads the value from the words"),
    ("inferred", "a listed word, a pronoun, or a step that is not proved"),
    ("judged", "a coder decided, and says why"),
)
"""What each degree of firmness means, firmest first."""
