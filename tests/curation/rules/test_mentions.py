"""What a passage mentions, read once (`rules/mentions.py`)."""

from gsomia_data._floor.cues import Cue
from gsomia_data.curation.rules.mentions import mentions
from kit.passages import NAMES

PASSAGE = "In recent weeks 40 men met in Seoul on Nov. 4 and signed it."


def test_each_kind_of_mention_is_found_with_its_place() -> None:
    """Dates, numbers (also those in dates), names and the cues of the given dictionaries."""
    found = mentions(PASSAGE, NAMES, [{"signed": ["signed"]}])
    assert [PASSAGE[one.start : one.end] for one in found.dates] == ["recent weeks", "Nov. 4"]
    assert [PASSAGE[one.start : one.end] for one in found.numbers] == ["40", "4"]
    assert [PASSAGE[start:end] for start, end in found.names] == ["Seoul"]
    assert [type(one) for one in found.cues] == [Cue]


def test_a_vague_time_states_neither_a_number_nor_a_date() -> None:
    """Evidence for what is stated has to hold the rest."""
    stated = mentions(PASSAGE).counts_and_dates
    assert [PASSAGE[start:end] for start, end in stated] == ["40", "4", "Nov. 4"]
