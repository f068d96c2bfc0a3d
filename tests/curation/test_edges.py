"""Where the claims of single checks end, on rows that are written here."""

import pytest

from kit.literal import breaches, cells


class TestShares:
    """C03: the shares of one survey add up to at most 100."""

    @pytest.mark.parametrize(("other", "found"), [("41", []), ("41.1", [(3, "percent")])])
    def test_exactly_a_hundred(self, other: str, found: list[tuple[int, str]]) -> None:
        """It is allowed; a tenth more is not."""
        rows = [{"poll_id": "a", "percent": "59"}, {"poll_id": "b", "percent": other}]
        required = {
            "survey": "s",
            "agreement_id": "x",
            "pollster": "p",
            "country": "kor",
            "answer": "oppose",
        }
        assert cells(breaches("C03", polls=[{**required, **row} for row in rows])) == found


class TestReportedInTime:
    """C02: what occurred was reported on the day on which it began, or later."""

    @pytest.mark.parametrize(("day", "found"), [("2015", []), ("2017", [(2, "status")])])
    def test_the_last_of_several_sources_counts(
        self, day: str, found: list[tuple[int, str]]
    ) -> None:
        """One of 2014 may speak of it before, if one of 2016 does after."""
        sources = [
            {
                "source_id": name,
                "title": "T",
                "publisher": "P",
                "published": published,
                "published_from": "text",
                "language": "en",
                "kind": "news article",
                "rights": "R",
                "path": f"corpus/{name}.txt",
                "sha256": "0" * 64,
                "characters": "9",
            }
            for name, published in (("early", "2014-12-26"), ("late", "2016-11-23"))
        ]
        quotes = [
            {
                "quote_id": f"{name}-1",
                "source_id": name,
                "exact": "in that year",
                "start": "0",
                "stop": "12",
            }
            for name in ("early", "late")
        ]
        evidence = [
            {
                "table_name": "dates",
                "row_key": "d",
                "column_name": "date",
                "quote_id": quote["quote_id"],
                "words": "that year",
                "nth": "1",
                "rule": "date",
                "says": day,
                "relation": "supports",
            }
            for quote in quotes
        ]
        date = {
            "date_id": "d",
            "date": day,
            "event": "signed",
            "title": "T",
            "status": "occurred",
            "precision": "year",
        }
        assert (
            cells(breaches("C02", dates=[date], sources=sources, quotes=quotes, evidence=evidence))
            == found
        )


class TestApart:
    """O02: no character is in two quotes or omissions."""

    def test_two_omissions_in_one_quote(self) -> None:
        """Each overlaps it: what reaches furthest is compared, not what came last."""
        quote = {"quote_id": "s-1", "source_id": "s", "exact": "abcdefghij", "start": "0"}
        pieces = [
            {"source_id": "s", "start": start, "stop": stop, "reason": "credit"}
            for start, stop in (("2", "4"), ("6", "8"))
        ]
        found = breaches(
            "O02",
            documents={"s": "abcdefghij"},
            quotes=[{**quote, "stop": "10"}],
            omissions=pieces,
        )
        assert [(one.path, one.line, one.column) for one in found] == [
            ("dataset/omissions.csv", 2, "start"),
            ("dataset/omissions.csv", 3, "start"),
        ]
        assert {one.message for one in found} == {"it overlaps line 2 of quotes.csv"}
