"""Reading dates: the rules of ``dates``, and "the same day", which needs the text before it."""

import re
from collections.abc import Sequence
from datetime import date

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.dates import DATE_RULES, DateRule
from gsomia_data.curation.rules.mentions import Mention, mentions
from gsomia_data.curation.rules.rule import Context, Outcome, Words

_BY_NAME: dict[str, DateRule] = {rule.name: rule for rule in DATE_RULES}
_FUTURE = re.compile(r"\b(?:will|shall|next|to be)\b", re.IGNORECASE)


def read_date(name: str, words: Words, context: Context) -> Outcome:
    """The dates that words give by a rule of ``DATE_RULES``."""
    rule = _BY_NAME[name]
    fitting = [mention for mention in mentions(words.text) if mention.kind in rule.kinds]
    if not fitting:
        return Outcome(problem=f"they name no date that the rule {name} reads")
    published = _published(context)
    if published is None and rule.relative:
        return Outcome(problem="the rule needs the day of publication, which is not known")
    unfit = _unfit(name, fitting, words, context)
    if unfit:
        return Outcome(problem=unfit)
    try:
        values = {
            edtf.parse(rule.resolve(mention, words.text, published or date.min)).text
            for mention in fitting
        }
    except (ValueError, OverflowError) as error:
        return Outcome(problem=str(error))
    return Outcome(tuple(sorted(values)))


def _unfit(name: str, fitting: Sequence[Mention], words: Words, context: Context) -> str:
    """Why the rule does not fit the tense or the column; empty if it fits."""
    before = words.quote[: words.start + fitting[0].start]
    if name == "weekday-before" and _FUTURE.search(before):
        return "the words before them are about the future"
    if name == "weekday-after" and not _FUTURE.search(before):
        return "the words before them are not about the future"
    if name == "same-day" and fitting[0].kind == "by-now" and context.column.name == "date":
        return "an event up to now is not an event of that day: use the rule by-publication"
    return ""


def read_same_date(words: Words, value: str, context: Context) -> Outcome:
    """The day that the document names last before "the same day".

    Without the document it is not compared: ``value`` is the result.
    """
    if not any(mention.kind == "same-date" for mention in mentions(words.text)):
        return Outcome(problem='they do not hold "the same day"')
    if words.document is None:
        return Outcome((value,))
    before = [
        mention
        for mention in mentions(words.document[: words.span[0]])
        if mention.kind in ("day", "month-day", "weekday")
    ]
    published = _published(context)
    if not before or published is None:
        return Outcome(problem="no day is named before them")
    last = before[-1]
    for name in ("date", "day-this-year", "same-day", "weekday-before"):
        if last.kind in _BY_NAME[name].kinds:
            try:
                return Outcome((_BY_NAME[name].resolve(last, "", published),))
            except (ValueError, OverflowError):
                continue
    return Outcome(problem="the day named before them cannot be read")


def _published(context: Context) -> date | None:
    try:
        day = edtf.parse(context.published)
    except ValueError:
        return None
    return day.earliest if day.precision == "day" else None
