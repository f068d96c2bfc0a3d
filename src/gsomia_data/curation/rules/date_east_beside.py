"""The words beside a date in Korean or Japanese: which of them are harmless.

A particle touches its date there, and what limits it is behind it. So what may touch it is listed,
and so is what may not follow a blank: all else beside a date is refused.
"""

import re

_WEEKDAY = (
    r"(?:\s?[(（][월화수목금토일月火水木金土日][)）]|\s?[월화수목금토]요일|[月火水木金土日]曜日)?"
)
_LIMITS = (
    r"전(?![국체망력])|이전|후(?![보임])|이후|이래|쯤|께|경|무렵|까지|부터|현재|동안|사이|새|만에|대비|기준|"
    r"뒤|걸|소요|머물|지나|지났|남|내로|내에|평균|내지|또는|혹은|및|역사|전통|항쟁|혁명|민주|운동|이내|안에|와|과|에서"
)
_PARTS = r"(?:말|초|중순|하순|상순|중반|초반|후반|상반기|하반기|봄|여름|가을|겨울)"
_MIDNIGHT = r"\s?(?:(?:오전\s)?[0０]시|午前[0０]時)"
_ANOTHER = rf"(?!\s?\d{{1,4}}\s?[년월일年月日](?!{_MIDNIGHT}))"
"""Two days are listed; one with a midnight behind it is of another clause."""
_BEHIND = re.compile(
    rf"{_WEEKDAY}(?:"
    r"에(?!서|\s?(?:한|걸쳐))|의|은|는|이(?![후전래상하내])|가(?!량|까)|자(?!정)|날|付け|付|の(?![前後末初うち以])|"
    r"に(?!至|かけ|比|続|一|1|１)|は|が|も|午前|午後|未明|早朝|朝(?![鮮日])|正午|夕方|夜(?!間)|深夜|오전|오후|\Z|[。.)）」』”\"'!?]|"
    rf"[、,]{_ANOTHER}|"
    rf"\s(?!(?:{_PARTS}\s?)?(?:{_LIMITS}))(?![-–~〜～])"
    r")"
)
_WORD_BEHIND = re.compile(
    r"에(?!서)|은|는|の(?=夜|朝|午)|は|に(?!至|かけ|比|続|も)|も|、|。|,|\.|\Z|[)）」』”\"']|"
    rf"\s(?!{_LIMITS})(?![-–~〜～])"
)
_BEFORE = re.compile(
    r"(?:[-–~〜～∼·・/]\s?|[년월일年月日](?:부터|에서|과|와|から|と|や|及び|및|또는|혹은|、|,)\s?|"
    r"(?<![가-힣])(?:약|늦어도|이르면|빠르면|대략|적어도|단기|불기|만)\s?|"
    r"(?<![가-힣])(?:매달|매월|매년|음력|평년)\s?|約|遅くとも|早くとも|早ければ|"
    r"およそ|皇紀|(?<![가-힣])(?:또는|혹은|및)\s|第|毎月|毎年|旧暦|陰暦|\d\s?[、,]\s?)\Z"
)
EACH_DAY = "may mean each day"
"""How the refusal of such a day ends."""
_PER_DAY = re.compile(r"[1１]\s?(?:일|日に?)(?:에)?\s?(?:약|約)?\s?\d")
"""What may be a rate: `1일 20명`."""
_AT_MIDNIGHT = re.compile(_MIDNIGHT)
_REACH = 12
"""How many characters before a date are looked at."""


def touching_east(text: str, start: int, end: int) -> str:
    """Why what is beside a Korean or Japanese date stops its reading; empty if nothing does."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    apart = before is not None and before.group()[-1:] in "、," and _AT_MIDNIGHT.match(text, end)
    if before is not None and not apart:
        return f"{before.group().strip()!r} before them may change the date"
    if _PER_DAY.match(text, start):
        return f"{text[start:end]!r} before a number {EACH_DAY}"
    calendar = text[end - 1] in "년월일年月日" and any(map(str.isdigit, text[start:end]))
    if (_BEHIND if calendar else _WORD_BEHIND).match(text, end):
        return ""
    return f"{text[end : end + 2]!r} after them may change the date"


def quoted_east(text: str, start: int) -> bool:
    """Whether a corner bracket is open before a date, so that a speaker says it."""
    before = text[max(0, start - _LONGEST_QUOTATION) : start]
    return max(map(before.rfind, "「『")) > max(map(before.rfind, "」』"))


_LONGEST_QUOTATION = 300
"""How many characters before a date are searched for the bracket that opens a quotation."""
