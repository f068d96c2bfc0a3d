"""The codebook of the explorer: all tables, columns, codes and rules, each with its address."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gsomia_data as gd
from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.codebook import codebook
from gsomia_data.reading.site.contents import Contents
from gsomia_data.reading.site.pages import pages, site
from gsomia_data.reading.site.prose import Run, runs
from gsomia_data.reading.site.rendering import rendered
from kit.examples import examples


@pytest.fixture(scope="module")
def page(contents: Contents) -> str:
    """The codebook as HTML."""
    listed = [one for one in pages(contents, {}) if one.path == addresses.CODEBOOK]
    ((_, text),) = rendered(site(contents.files.descriptor), listed, whole=False)
    return text.decode()


class TestAddresses:
    """Every table, column, code and rule can be pointed at."""

    def test_each_has_the_promised_id_once(self, contents: Contents, page: str) -> None:
        wanted = []
        for table in contents.files.resources:
            wanted.append(table)
            for name, field in contents.files.fields(table).items():
                wanted.append(f"{table}.{name}")
                codes = field.get("gsomia:codes", {})
                wanted += [f"{table}.{name}.{code.replace(' ', '-')}" for code in codes]
        rules = contents.files.fields("evidence")["rule"]["gsomia:rules"]
        wanted += [f"rule.{name}" for name in rules]
        ids = [one for one in re.findall(r' id="([^"]*)"', page) if not one.startswith("page-")]
        assert sorted(ids) == sorted(wanted)

    def test_a_badge_leads_to_the_rule(self, contents: Contents, page: str) -> None:
        first = next(one for one in pages(contents, {}) if one.template == "record.html")
        ((_, record),) = rendered(site(contents.files.descriptor), [first], whole=False)
        places = set(re.findall(r'class="badge [^>]*codebook\.html#([^"]*)"', record.decode()))
        assert places
        for place in places:
            assert f'id="{place}"' in page

    def test_every_link_inside_the_page_resolves(self, page: str) -> None:
        ids = set(re.findall(r' id="([^"]*)"', page))
        assert set(re.findall(r'href="#([^"]*)"', page)) <= ids

    def test_it_is_not_too_heavy(self, page: str) -> None:
        assert len(page.encode()) <= 150_000


class TestDefinitions:
    """What the page says is what `codebook` and `rules` give."""

    def test_columns_and_codes_are_those_of_the_schemas(
        self, contents: Contents, root: Path
    ) -> None:
        declared = gd.open(root).codebook().astype("string").fillna("").to_dict("records")
        shown = []
        for table in codebook(contents).tables:
            for column in table.columns:
                meaning = column.meaning
                codes = [(one.code, one.meaning) for one in column.codes]
                shown += [(table.name, column.name, meaning, *code) for code in codes or [("", "")]]
        names = ("table_name", "column_name", "meaning", "code", "definition")
        assert shown == [tuple(row[name] for name in names) for row in declared]

    def test_a_code_counts_its_rows_and_leads_to_them(self, contents: Contents) -> None:
        for table in codebook(contents).tables:
            for column in table.columns:
                used = Counter(row[column.name] for _, row in contents.rows[table.name])
                for code in column.codes:
                    number = used[code.code]
                    assert code.rows.text == f"{number:,} row{'' if number == 1 else 's'}"
                    if not number or table.name == "evidence":
                        assert not code.rows.address
                        continue
                    path, _, state = code.rows.address.partition("#")
                    assert path == addresses.table(table.name)
                    assert unquote(state) == f"is.{column.name}={code.code}"
                    assert not re.search(r"[ &=#]", state.partition("=")[2])

    def test_rules_say_whether_they_need_the_day_of_publication(
        self, contents: Contents, root: Path
    ) -> None:
        declared = gd.open(root).rules().to_dict("records")
        shown = codebook(contents).rules
        assert [(one.name, one.firmness, one.relative) for one in shown] == [
            (row["rule"], row["firmness"], row["needs_publication"]) for row in declared
        ]

    def test_computed_columns_say_from_what(self, contents: Contents) -> None:
        (reactions,) = [one for one in codebook(contents).tables if one.name == "reactions"]
        basis = {one.name: one.rests_on.replace("`", "") for one in reactions.columns}
        assert basis["speech"] == "computed from act, wording, gist"
        assert basis["date"] == "a copy of dates.date"

    def test_limits_of_numbers_are_shown(self, contents: Contents) -> None:
        (polls,) = [one for one in codebook(contents).tables if one.name == "polls"]
        types = {one.name: one.type for one in polls.columns}
        assert types["percent"] == "Number from 0 to 100"
        assert types["respondents"] == "Whole number from 1 on"


class TestRuns:
    """Names between backticks are set as code."""

    @given(st.lists(st.text("ab .", min_size=1), min_size=1, max_size=7))
    @examples(100)
    def test_parts_alternate_between_text_and_names(self, parts: list[str]) -> None:
        cut = runs("`".join(parts))
        if len(parts) % 2:
            assert [one.text for one in cut] == parts
        assert [one.is_code for one in cut] == [bool(at % 2) for at in range(len(cut))]

    @given(st.text("a`"))
    @examples(100)
    def test_no_character_but_backticks_is_lost(self, text: str) -> None:
        assert joined(runs(text)).replace("`", "") == text.replace("`", "")

    def test_a_backtick_without_a_partner_stays(self) -> None:
        assert joined(runs("see `date` and `this")) == "see date and `this"


def joined(cut: tuple[Run, ...]) -> str:
    """The text of all parts."""
    return "".join(one.text for one in cut)
