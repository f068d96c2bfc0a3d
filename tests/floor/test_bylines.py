"""Bylines: split only where each part can be an author, never a body at its "and"."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gsomia_data._floor.bylines import authors, is_person


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("", []),
        ("Paula Hancocks and Yoonjung Seo", ["Paula Hancocks", "Yoonjung Seo"]),
        ("Ann Lee, Bo Kim, and Cy Seo", ["Ann Lee", "Bo Kim", "Cy Seo"]),
        ("AFP and Reuters", ["AFP", "Reuters"]),
        ("Choe Sang-Hun, KBS", ["Choe Sang-Hun", "KBS"]),
        ("An Yong-hyun and Kim In Soo", ["An Yong-hyun", "Kim In Soo"]),
        ("김민준, 이서연 기자", ["김민준", "이서연 기자"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
    ],
)
def test_several_authors(byline: str, wanted: list[str]) -> None:
    """Each part can be a person, an acronym or a listed agency."""
    assert list(authors(byline)) == wanted


@pytest.mark.parametrize(
    "byline",
    [
        "Ministry of Foreign Affairs and Trade",
        "Foreign Affairs and Trade Ministry",
        "Ministry of Trade, Industry and Energy",
        "Health and Welfare Ministry",
        "US Department of State and Japan Ministry of Defense",
        "Yonhap News and Korea Herald",
        "Jones and Sons",
        "John Smith, Jr.",
        "Kim Min-jun, Staff Reporter",
        "Kim Min-jun in Seoul and Ken Abe in Tokyo",
    ],
)
def test_in_doubt_it_stays_one(byline: str) -> None:
    """As it is printed: nothing is invented."""
    assert authors(byline) == (byline,)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("SER MYO-JA", ["Ser Myo-Ja"]),
        ("SER MYO-JA AND KIM JI-YU", ["Ser Myo-Ja", "Kim Ji-Yu"]),
        ("J.R. O'BRIEN", ["J.R. O'Brien"]),
        ("ÉRIC LÉVY", ["Éric Lévy"]),
        ("NG MAN-HO, CNN", ["NG Man-Ho", "CNN"]),
        ("AP, AFP AND REUTERS", ["AP", "AFP", "Reuters"]),
        ("CNN", ["CNN"]),
        ("CNN STAFF", ["CNN STAFF"]),
        ("MINISTRY OF FOREIGN AFFAIRS", ["MINISTRY OF FOREIGN AFFAIRS"]),
        ("KIM JI-YU IN SEOUL", ["KIM JI-YU IN SEOUL"]),
        ("Ser MYO-JA", ["Ser MYO-JA"]),
    ],
)
def test_capitals(printed: str, shown: list[str]) -> None:
    """A name in capitals becomes readable; an acronym, a body and a name in doubt stay."""
    assert list(authors(printed)) == shown


@given(byline=st.text(st.sampled_from("Kk i,、.-’A한Ω"), max_size=30) | st.text(max_size=30))
@example(byline=" and ")
@example(byline=",")
def test_no_letter_is_lost(byline: str) -> None:
    """Whatever is printed: the authors have its letters in its order, and none is empty."""

    def letters(text: str) -> str:
        return "".join(filter(str.isalpha, text.casefold().replace("and", "")))

    found = authors(byline)
    assert letters("".join(found)) == letters(byline)
    assert all(found) or not byline


def test_who_is_a_person() -> None:
    """What metadata call a person: not an agency, not a body."""
    assert is_person("Paula Hancocks")
    assert is_person("김민준")
    assert not any(map(is_person, ("AFP", "Reuters", "Ministry of Trade", "CNN STAFF")))
