"""Where a name ends in Korean and Japanese, which put particles behind it without a blank.

What may follow a name is listed; whatever else does makes a longer name of it, as 은행 (bank) does
behind 한국 (Korea) and 海 (sea) behind 日本 (Japan). The lists are of the standard grammars: the
case and auxiliary particles of Korean (josa), the particles of Japanese (joshi).

Uses the standard library only.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from gsomia_data._floor.characters import BETWEEN, HAN, HANGUL, HIRAGANA, KATAKANA, SOFT

Form = Literal["NFC", "NFD"]

AFTER_ANY = ("의", "도", "까지", "부터", "보다", "처럼", "하고", "마저", "조차", "뿐", "밖에")
AFTER_ANY_MORE = ("에", "에서", "에게", "에게서", "한테", "께서", "께", "까지", "부터", "하고")
"""Those that another particle may follow."""
AFTER_CONSONANT = ("은", "이", "을", "과", "이나", "이라고", "이라는", "이라도", "이며", "이다")
AFTER_CONSONANT_MORE = ("으로", "으로부터", "과", "이라고")
AFTER_VOWEL = ("는", "가", "를", "와", "라고", "라는")
AFTER_VOWEL_MORE = ("로", "로부터", "와", "라고")
AFTER_LIQUID_MORE = ("로", "로부터", "과", "이라고")
"""After ㄹ."""
FURTHER = ("는", "도", "만", "의", "은", "이", "을", "를")
"""What may end a word behind a particle. Right behind a name 만 is not listed, for it is also a
gulf (페르시아만, the Persian Gulf), nor is 나, which ends other names (아시아나)."""

JAPANESE = (
    *("は", "が", "を", "に", "の", "と", "も", "で", "へ"),
    *("から", "まで", "より", "など", "だけ", "のみ", "しか", "こそ", "さえ"),
)
ONLY_BEFORE_OTHERS = ("や", "か")
"""Particles that hiragana may not follow: they begin too many words."""
TITLES = (
    *("氏", "さん", "大統領", "首相", "副首相", "外相", "国防相", "防衛相", "官房長官", "副長官"),
    *(
        "長官",
        "大臣",
        "外務大臣",
        "防衛大臣",
        "報道官",
        "報道局長",
        "議員",
        "議長",
        "代表",
        "共同代表",
    ),
    *("会長", "委員長", "教授", "局長", "次官", "外務次官", "大使", "知事", "社長", "記者"),
)
"""Titles that touch the name of a person in Japanese: 門倉直樹防衛相. Behind the name of a state
the same words make another actor of it, as in 韓国外相."""
NO_WORD = "(?![ん\u3099\u309a])"
"""Behind a particle this shows that it is none: がん (cancer) behind 日本 is a part of a name."""

_KANA = "[\u3041-\u3096\u309d-\u309f]"
_MARK = "[\u0300-\u036f\u3099-\u309a]"
_HANGUL = f"[{HANGUL}]"
END = rf"(?!{BETWEEN}(?:\w|{_MARK}))"
WHOLE = rf"(?<!\w)(?<!{_MARK})(?<!\w{SOFT})"


def before(phrase: str) -> str:
    """What must be before a name, as a regular expression: no letter of the same word.

    Hiragana before a name in other signs is of another word.
    """
    if re.match(f"[{HANGUL}{HIRAGANA}]", phrase):
        return WHOLE
    return f"(?:{WHOLE}|(?<={_KANA}))"


def after(phrase: str, *, titled: bool = False) -> str:
    """What must be behind a name, as a regular expression: the end of the word, or particles.

    Behind the name of a person (``titled``) a Japanese title may be in between.
    """
    run = re.search(f"{_HANGUL}*$", unicodedata.normalize("NFC", phrase))
    korean = run[0] if run else ""
    if len(korean) == 1:  # one syllable and a particle are too often another word: 한은, 북도
        return END
    if korean:
        return f"(?:{END}|(?={_korean(korean[-1])}))"
    titled = titled and re.search(f"[{HAN}{HIRAGANA}{KATAKANA}]$", phrase) is not None
    title = f"|(?=(?:{_either(TITLES)})(?:{END}|{_JAPANESE}))" if titled else ""
    if re.search(f"[{HIRAGANA}{KATAKANA}]$", phrase):
        return f"(?:{END}|(?={_JAPANESE}){title})"
    return f"(?:{END}|(?={_JAPANESE}|{_UNKNOWN}){title})"


def _either(words: Iterable[str], then: str = "") -> str:
    """Any of ``words``, the longest first, each followed by ``then``.

    Branches, for Python takes long to compile many classes of such characters.
    """
    return "|".join(word + then for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _particles(last: tuple[str, ...], more: tuple[str, ...], form: Form) -> str:
    """Particles up to the end of the word, in one normal form."""
    ends, goes_on, further = (
        [unicodedata.normalize(form, word) for word in words] for words in (last, more, FURTHER)
    )
    end = r"\b"
    return f"{_either(ends, end)}|(?:{_either(goes_on)})(?:{_either(further, end)}|{end})"


def _both(last: tuple[str, ...], more: tuple[str, ...]) -> str:
    return f"{_particles(last, more, 'NFC')}|{_particles(last, more, 'NFD')}"


_VOICED = [unicodedata.normalize("NFD", particle) for particle in JAPANESE]
_SHORT = "".join(particle for particle in JAPANESE if len(particle) == 1)
_LONG = _either(particle for particle in (*JAPANESE, *_VOICED) if len(particle) > 1)
_NO_HIRAGANA = "(?![\u3041-\u309f])"
_JAPANESE = f"(?:[{_SHORT}]|{_LONG}){NO_WORD}|{_either(ONLY_BEFORE_OTHERS, _NO_HIRAGANA)}"
_CONSONANT = _both(AFTER_ANY + AFTER_CONSONANT, AFTER_ANY_MORE + AFTER_CONSONANT_MORE)
_VOWEL = _both(AFTER_ANY + AFTER_VOWEL, AFTER_ANY_MORE + AFTER_VOWEL_MORE)
_LIQUID = _both(AFTER_ANY + AFTER_CONSONANT, AFTER_ANY_MORE + AFTER_LIQUID_MORE)
_UNKNOWN = _particles(
    AFTER_ANY + AFTER_CONSONANT + AFTER_VOWEL,
    AFTER_ANY_MORE + AFTER_CONSONANT_MORE + AFTER_VOWEL_MORE,
    "NFC",
)
"""Behind a sign of another script, of which nobody can see how it is spoken; most names are Latin,
so this is kept short: decomposed particles behind them are not read."""


def _korean(syllable: str) -> str:
    """Particles in the form that the end of ``syllable`` demands."""
    parts = unicodedata.normalize("NFD", syllable)
    if len(parts) < 2:
        return _UNKNOWN
    if parts[-1] == "\u11af":
        return _LIQUID
    return _VOWEL if len(parts) == 2 else _CONSONANT
