"""How words give a value, and how documents differ, in sentences for people."""

from datetime import date

from gsomia_data._floor.edtf import parse
from gsomia_data._floor.phrases import DATED, limited
from gsomia_data.reading.site.contents import Contents, Source, Witness
from gsomia_data.reading.site.shown import day_in_words

_OTHERWISE = {
    "approximates": "Less exactly",
    "disputes": "Otherwise",
    "rewords": "In other words",
    "slip": "A slip of the source",
}
"""What is said of words that do not support the value, by their relation."""


def how(contents: Contents, witness: Witness) -> str:
    """How the words give the value: what the rule says, but for what concerns other columns."""
    if not witness.rule:
        return ""
    rule = contents.files.fields("evidence")["rule"]["gsomia:rules"][witness.rule]
    said = _plain(rule["says"]).partition(";")[0]
    published = witness.quote.source.row["published"]
    if rule["relative"]:
        return f"Read from an article of {_weekday(published)}{day_in_words(published)}: {said}."
    return f"{said[0].upper()}{said[1:]}."


def _plain(text: str) -> str:
    """A definition without the marks of code."""
    return text.replace("`", "")


def otherwise(witness: Witness) -> str:
    """What the words say instead of the value; empty if they support it."""
    if witness.relation == "supports":
        return ""
    said = limited(witness.bound, witness.says.text)
    heading = _OTHERWISE.get(witness.relation, witness.relation)
    return f"{heading}: {said}" if said else heading


def dated(source: Source) -> str:
    """When a document was published, and how that is known if its text does not say it."""
    row = source.row
    day = day_in_words(row["published"])
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
    ("inferred", "the words hold a listed word for it, or a pronoun"),
    ("judged", "a coder decided, and says why"),
)
"""What each degree of firmness means, firmest first."""
