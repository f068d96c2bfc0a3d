"""The authors that a byline names. Uses the standard library only.

A byline is split only if each of its parts can be the name of an author; one in doubt stays one
author, as it is printed ("Ministry of Foreign Affairs and Trade"). A part can be

- the name of a person: at least two words, none of them a preposition, an article, "and", or a
  listed word of bodies and roles ("Ministry", "Staff");
- one word in Hangul, Han or kana, which put no blank into a name;
- an acronym of at most five capitals ("AFP"), or a listed agency ("Reuters").

An author printed in capitals is given with capitals at the start of each part alone ("SER MYO-JA"
is "Ser Myo-Ja"), by no knowledge of names. As printed stay a word of at most five letters by
itself, a body ("CNN STAFF"), and each part without a vowel (initials, "KBS").
"""

import re

_BETWEEN = re.compile(r"\s*[,、]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_SMALL = frozenset("and at by for from in of on the to with".split())
_OF_BODIES = frozenset(
    """
    affairs agency association board bureau center centre channel commission committee contributor
    contributors correspondent correspondents council department desk editor editors foundation
    group institute magazine ministry network news newspaper office party press reporter reporters
    reports service society staff team times tv union university writer writers
    """.split()
)
_AGENCIES = frozenset("bloomberg jiji kyodo newsis reuters sputnik xinhua yonhap".split())
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,5}")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’]S\b)?")
_VOWELS = re.compile("[AEIOUYÀ-ÖØ-Ý]")


def authors(byline: str) -> tuple[str, ...]:
    """The authors in the order of the byline; one if it is in doubt, none if it is empty."""
    parts = [part.strip() for part in _BETWEEN.split(byline)]
    if not all(map(_is_author, parts)):
        parts = [byline] if byline else []
    return tuple(map(_in_small_letters, parts))


def is_person(author: str) -> bool:
    """Whether an author can be a person."""
    printed = author.replace(",", " ").split()
    if len(printed) < 2:
        return bool(_EASTERN.fullmatch(author))
    words = {word.casefold() for word in printed}
    # "In" and "On" are also parts of Korean names; in capitals nothing shows which they are.
    small = words if author.isupper() else set(printed)
    return not (words & _OF_BODIES or small & _SMALL)


def _is_author(part: str) -> bool:
    is_agency = part.casefold() in _AGENCIES or _ACRONYM.fullmatch(part)
    return bool(is_agency) or is_person(part)


def _in_small_letters(author: str) -> str:
    alone = len(author.split()) == 1 and len(author) > 5
    if not author.isupper() or not (alone or is_person(author)):
        return author
    return _LETTERS.sub(_capitalized, author)


def _capitalized(part: "re.Match[str]") -> str:
    printed = part.group()
    return printed.capitalize() if _VOWELS.search(printed) else printed
