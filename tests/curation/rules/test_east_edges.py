"""Numbers and dates of Korean and Japanese text at the edges of what is read.

`<...>` marks the expression of one number.
"""

import pytest

from gsomia_data.curation.rules.date_shapes import dates
from gsomia_data.curation.rules.numbers import Number, canonical, numbers
from kit.passages import problem, words


def at(passage: str) -> Number:
    """The number whose expression is the marked one."""
    place = words(passage)
    span = (place.start, place.end)
    (found,) = (one for one in numbers(place.quote) if (one.start, one.end) == span)
    return found


class TestRead:
    """A number is read up to the last that its scales, its date or its neighbours allow."""

    @pytest.mark.parametrize(
        ("passage", "value"),
        [
            ("병사 <1993>명이 숨졌다.", "1993"),
            ("昨年<3>人が死亡した。", "3"),
            ("<2억 9999>명이 본다.", "200009999"),
            ("<9천>명이 모였다.", "9000"),
            ("<999999조> 원을 쓴다.", "999999000000000000"),
            ("시민(<3>명)이 왔다.", "3"),
            ("시민은 왔다. <3>명은 갔다.", "3"),
            ("시민, <3>명이 왔다.", "3"),
            ("EU는 <3>개국을 불렀다.", "3"),
            ("G20은 <3>개국을 불렀다.", "3"),
            ("예산은 $<3조>에 이른다.", "3000000000000"),
        ],
    )
    def test_value(self, passage: str, value: str) -> None:
        """It has this value."""
        found = at(passage)
        assert found.refusal == ""
        assert found.value is not None
        assert canonical(found.value) == value


class TestRefused:
    """One step further it is refused, and the reason is said."""

    @pytest.mark.parametrize(
        ("passage", "reason"),
        [
            ("한국은 <3>월에 서명했다.", "a part of the date '3월'"),
            ("한국은 약 제<3>차 회의를 열었다.", "a rank has no limits"),
            ("北 <5> ICBM 발사", "'北' before it"),
            ("<2억 10000>명이 본다.", "its scales are not those of one number"),
            ("<10천>명이 모였다.", "its scales are not those of one number"),
            ("<0천>명이 모였다.", "its scales are not those of one number"),
            ("<1.5억 3000만> 원을 쓴다.", "a decimal fraction has no smaller part"),
            ("<1000000조> 원을 쓴다.", "too long for a cell"),
            ("<3백100>명이 왔다.", "its scales are not those of one number"),
            ("<3천 5천>명이 왔다.", "its scales are not those of one number"),
            ("<3만 2만>명이 왔다.", "its scales are not those of one number"),
            ("5명 중 <3>명이 찬성했다.", "'중' before it makes it a part"),
            ("약은 <3>mg이다.", "'mg' behind it is not listed"),
            ("세계 <3>번째급이다.", "'급이' behind what it counts"),
        ],
    )
    def test_reason(self, passage: str, reason: str) -> None:
        """It has this reason."""
        found = at(passage)
        assert found.value is None
        assert reason in found.refusal


class TestDates:
    """What touches a date of Korean or Japanese, and who says it."""

    def test_a_year_without_digits(self) -> None:
        """The particle of an attribute behind it is refused: "last year's" is of the noun."""
        (found,) = dates("昨年の協定は延期された。")
        assert found.refusal == "'の協' after them may change the date"

    def test_said_by_a_speaker(self) -> None:
        """A bracket that opens the passage opens a quotation, too."""
        said = problem("from-publication", "「<昨日>、署名した」と述べた。", "dates.date")
        assert "inside quotation marks" in said
