"""`gd.label`: the name of a row for people; each table has its template."""

from pathlib import Path

import pytest

import gsomia_data as gd
from gsomia_data._floor.labels import parse
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.reading.files import Files
from gsomia_data.reading.labels import labels
from kit import tiny
from kit.real import ROOT, copy_of_the_package

POLL = "gallup-korea-2016-11-oppose"
GSOMIA = "Korea-Japan General Security of Military Information Agreement (GSOMIA)"


@pytest.mark.parametrize(
    ("table", "key", "label"),
    [
        ("agreements", "gsomia-2016", GSOMIA),
        ("signatories", "gsomia-2016-jpn", "Japan, GSOMIA: signed"),
        ("polls", POLL, "Gallup Korea, 18 November 2016: oppose 59% (to conclude)"),
        (
            "reactions",
            "cnn-geng-shuang",
            "Geng Shuang on GSOMIA: oppose (press conference, 23 November 2016)",
        ),
        ("reactions", "cnn-public-critical", "South Korean public on GSOMIA: oppose (attitude)"),
        ("dates", "colonial-rule", "Japan rules over Korea (occurred from 1910 to 1945)"),
        (
            "dates",
            "gsomia-2016-expected",
            "Signing of the GSOMIA expected (expected some day from 14 to 30 November 2016)",
        ),
        (
            "quantities",
            "prk-missile-tests-2016",
            "missile tests, North Korea: above 12 tests (from January 2016 to 23 November 2016)",
        ),
        ("quantities", "jpn-rule", "length of rule, Japan: 35 years"),
        (
            "claims",
            "joongang-us-led",
            "making, Korea JoongAng Daily, 26 December 2014: “the U.S.-led trilateral accord”",
        ),
        ("actors", "chn-mfa", "Chinese foreign ministry"),
        ("aliases", "listed-kor-ko-hanguk", "“한국” for South Korea"),
        (
            "aliases",
            "cnn-later-minjoo",
            "“Minjoo” for Democratic Party in CNN, 23 November 2016 (another edition)",
        ),
        ("sources", "cnn-2016-11-23-0105et", "CNN, 23 November 2016"),
        ("sources", "cnn-2016-11-23-later", "CNN, 23 November 2016 (another edition)"),
        (
            "quotes",
            "joongang-2014-12-26-26",
            (
                "Korea JoongAng Daily, 26 December 2014: “Sharing intelligence doesn’t mean we are "
                "joining the MD,” the official said."
            ),
        ),
        ("tensions", "length-of-rule 2", "length-of-rule, side 2: 35 years"),
    ],
)
def test_a_row(table: str, key: str, label: str) -> None:
    """Names for keys, dates in words, codes as they are."""
    assert gd.label(table, key) == label


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_one(table: str) -> None:
    """On one line and short enough for it; nearly all rows have one of their own."""
    made = labels(Files(ROOT), table)
    assert len(made) == len(gd.load(table))
    for label in made.values():
        assert label == " ".join(label.split()) != ""
        assert len(label) < 250
    assert len(set(made.values())) > 0.8 * len(made)


def test_long_words_are_cut() -> None:
    """At a word, with a mark that says so."""
    (row,) = gd.claims().query("claim_id == 'joongang-pressure'").to_dict("records")
    kept = gd.label("claims", row["claim_id"]).partition("“")[2].removesuffix(" …”")
    assert row["clause"].startswith(f"{kept} ")
    assert len(kept) < len(row["clause"])


def test_what_is_being_written(tmp_path: Path) -> None:
    """A row whose reference or date is not good yet still has a name."""
    root = copy_of_the_package(tmp_path)
    path = root / "dataset" / "polls.csv"
    changed = path.read_bytes().replace(b",gallup-korea,", b",nobody,", 1)
    path.write_bytes(changed.replace(b",2016-11-18,", b",on Friday,"))
    assert gd.open(root).label("polls", POLL) == "nobody, on Friday: oppose 59% (to conclude)"
    root = tiny.write(tmp_path / "tiny")
    assert gd.open(root).label("agreements", "harbour-2016")


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ('"{name}[, {country}]"', "a label of actors would be part of itself"),
        ('"{name"', "without a partner"),
        ('"{nmae}"', "nmae"),
        ("3", "is not of the type text"),
    ],
)
def test_a_damaged_template(tmp_path: Path, template: str, why: str) -> None:
    """One line, not an endless search."""
    root = copy_of_the_package(tmp_path)
    path = root / "schemas" / "actors.schema.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"{name}"', template), encoding="utf-8")
    with pytest.raises(ValueError, match=f"the package is damaged .*{why}.*run gsomia-data check"):
        gd.open(root).label("actors", "kor")


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_has_the_template(table: str) -> None:
    """For R, the site and whoever reads the files alone."""
    template = gd.schema(table)["gsomia:label"]
    assert template == TABLES[table].declared.label
    assert parse(template).columns() <= set(TABLES[table].header)


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_has_the_short_template(table: str) -> None:
    """Where a row has a shorter name; elsewhere the label is short enough."""
    template = gd.schema(table).get("gsomia:short_label", "")
    assert template == TABLES[table].declared.short
    if template:
        assert parse(template).columns() <= set(TABLES[table].header)


def test_an_acronym_that_two_agreements_share_is_no_name(tmp_path: Path) -> None:
    """A label shows a reference by its acronym, unless that could be another agreement."""
    root = copy_of_the_package(tmp_path)
    assert gd.open(root).label("signatories", "gsomia-2016-jpn") == "Japan, GSOMIA: signed"
    path = root / "dataset" / "agreements.csv"
    there = "Attempt at a Korea-Japan military pact in 2012,,"
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, f"{there}GSOMIA"), encoding="utf-8")
    label = gd.open(root).label("signatories", "gsomia-2016-jpn")
    assert label == f"Japan, {GSOMIA}: signed"
