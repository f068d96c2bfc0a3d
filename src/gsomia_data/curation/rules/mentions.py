"""What a passage mentions, read once: its dates, numbers, names and cues, with their positions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.cues import Cue, cues
from gsomia_data._floor.text import Span
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.lexicon import LEXICON
from gsomia_data.curation.rules.names import NO_NAMES, Names
from gsomia_data.curation.rules.numbers import Number, numbers
from gsomia_data.curation.rules.wordlist import Lexicon


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one passage mentions, each in order.

    Attributes:
        dates: Expressions of time, with the words that change them.
        numbers: Numbers, with their bounds.
        names: Spans of names of actors and agreements.
        cues: Cues of the dictionaries that were given.
    """

    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    names: tuple[Span, ...]
    cues: tuple[Cue, ...]

    @property
    def counts_and_dates(self) -> tuple[Span, ...]:
        """The spans of what states a number or a date; vague ones ("recent weeks") do not."""
        dated = [
            (date.core, date.end) for date in self.dates if date.first.kind not in _STATES_NOTHING
        ]
        return (*((number.start, number.end) for number in self.numbers), *dated)


_STATES_NOTHING = frozenset({"refused", "vague"})


def mentions(
    passage: str,
    names: Names = NO_NAMES,
    lexica: Sequence[Mapping[str, Sequence[str]]] = (),
    lexicon: Lexicon = LEXICON,
) -> Mentions:
    """What a passage mentions; dates and numbers are read once for all calls.

    Args:
        passage: A sentence, a quote or a document.
        names: The names that its document may use.
        lexica: The dictionaries of cues, by code.
        lexicon: The lists of words that change a date or a number.
    """
    return Mentions(
        dates(passage, lexicon),
        numbers(passage, lexicon),
        names.spans(passage),
        tuple(cues(passage, lexica)),
    )
