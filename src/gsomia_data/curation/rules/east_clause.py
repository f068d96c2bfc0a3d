"""What a Korean or Japanese sentence says behind a date: of the past, of what is to come, or not.

The verb is at the end there, and what is quoted in between is said on another day, so it is left
out. A clause ends where a verb in the past goes on with an ending such as 고 or が.
"""

import re
from typing import Literal

EastTense = Literal["past", "none", "unsure"]

_FINAL_SS, _FINAL_L, _FINAL_N = 20, 8, 4
"""The place of ㅆ, ㄹ and ㄴ among the finals of a Korean syllable."""


def _ending_in(final: int, without: str = "") -> str:
    """All Korean syllables with that final, for the class of a regular expression."""
    return "".join(
        syllable
        for syllable in map(chr, range(0xAC00 + final, 0xD7A4, 28))
        if syllable not in without
    )


_PAST_STEM = f"[{_ending_in(_FINAL_SS, '있겠')}]"
_TO_COME = f"[{_ending_in(_FINAL_L)}]"
_ADNOMINAL = f"[{_ending_in(_FINAL_N)}]"
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|‘[^‘’]*’")
_END = re.compile(r"[。!?\n]|\.(?!\d)")
_CLAUSE_END = re.compile(
    rf"(?<={_PAST_STEM})(?:고|으나|지만|으며|는데)(?=[\s,])"
    rf"|{_ADNOMINAL}\s(?:뒤|후|직후)(?=[\s,][^.]{{0,20}}\d{{1,4}}[년월일])"
    r"|(?:서명|체결|합의|조사|개최|통보|비준)해(?=[\s,])"
    r"|た(?:が|ものの)、"
)
_DENIAL = re.compile(r"않|못[했하]|없었|아니[었라]|なかった|ません")
_PAST = re.compile(
    rf"(?<={_PAST_STEM})다|(?:[しっいえけせめれげべてねびみりきちじ]た|んだ)(?=[。」]|\Z)"
)
_OPEN = re.compile(
    r"예정|계획|전망|것이다|하기로|앞두|방침|할 것|[할될릴질킬낼칠갈]\s|"
    r"予定|計画|見通し|方針|だろう"
)
_AHEAD = re.compile(
    rf"{_TO_COME}\s(?:예정|계획|전망|방침|것)|기로\s(?:했|하|합의|결정)|"
    r"(?:する|[うくすつるむぶぐ])(?:予定|計画|見通し|方針|見込み)"
)
_SAID = re.compile(
    r"(?<![”’])[다라자][고며]\s?(?:밝혔|말했|전했|발표했|설명했|덧붙였|강조했)|"
    r"(?<![」』”])と(?:述べ|発表し|語っ|明らかにし|話し|伝え)"
)
"""What was said may be about another time; only "8月22日、" belongs to the saying."""
_PART_OF_DAY = r"(?:未明|早朝|朝|正午|夕方|夜|深夜)?"
_SET_OFF = re.compile(rf"{_PART_OF_DAY}、")
_SAID_THEN = re.compile(
    r"\s(?:(?:오전|오후|새벽|밤|저녁)\s)?(?:\d{1,2}시\s)?(?:공식\s)?"
    r"(?:밝혔|말했|전했|발표했|설명했|덧붙였|강조했|보도했)다(?:\.|\Z)"
)
_WHAT_IS_SAID = re.compile(r"[다라자]고\s\Z")
_GOES_ON_IN_PRESENT = re.compile(rf"{_ADNOMINAL}다\.\s*\Z|는다\.\s*\Z")


def behind(text: str, end: int) -> str:
    """The rest of the sentence behind a date, with blanks for what is quoted in it."""
    rest = _QUOTED.sub(lambda m: m[0][0] + " " * (len(m[0]) - 2) + m[0][-1], text[end:])
    stop = _END.search(rest)
    return rest[: stop.end()] if stop else rest


def tense_behind(text: str, end: int) -> EastTense:
    """The tense of a sentence, which is in its last word."""
    rest = behind(text, end)
    if _OPEN.search(rest) or (_SAID.search(rest) and not _SET_OFF.match(rest)):
        return "unsure"
    return "past" if _PAST.search(rest) else "none"


def looks_ahead(text: str, end: int) -> bool:
    """Whether the verb behind a date says what is, or was, to come then."""
    rest = behind(text, end)
    found = _AHEAD.search(rest)
    return found is not None and not _PAST.search(rest, 0, found.start())


def denial_behind(text: str, end: int) -> str:
    """What denies, in the clause of a date, that something happened then; else empty."""
    rest = behind(text, end)
    clause = _CLAUSE_END.search(rest)
    found = _DENIAL.search(rest, 0, clause.start() if clause else len(rest))
    return found.group() if found else ""


def is_of_saying(text: str, start: int, end: int) -> bool:
    """Whether a date is between what is said and the verb of saying: 한다고 22일 발표했다."""
    return bool(_WHAT_IS_SAID.search(text, 0, start) and _SAID_THEN.match(text, end))


def ends_in_present(text: str) -> bool:
    """Whether the last sentence of a text says in Korean how things are: 자동 연장된다."""
    return _GOES_ON_IN_PRESENT.search(text) is not None
