"""Characters: which of them a document may hold, which cannot be seen, and which belong together.

Uses the standard library only.
"""

import re
import unicodedata

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Ranges for the classes of a regular expression, as are those above."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""The combining marks of these scripts and of Latin, Greek and Cyrillic."""

INVISIBLE = "\u00ad\u200b-\u200d\u2060"
"""What publishers put inside words to steer how lines are broken; words are compared without."""

SOFT = "\u00ad"
"""The soft hyphen, the commonest of them."""

BETWEEN = "\u00ad?\u200b?\u2060?"
"""The same as a regular expression that Python compiles fast, for names and cues."""

LINE_BREAK = re.compile("\r\n|[\n\u2028\u2029]")
"""What ends a line of a document: a quote ends before it."""

_NOT_SEEN = re.compile(f"[{INVISIBLE}]")
_WITHOUT_BLANKS = re.compile(f"[{HANGUL}{HIRAGANA}{KATAKANA}{HAN}]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_JOINER = "\u200d"
_EXTENDS = re.compile(
    "["
    "\u1160-\u11ff\ud7b0-\ud7ff"  # vowels and finals of a decomposed Korean syllable
    "\u30fc\uff70\uff9e\uff9f"  # the long vowel and the half-width voicing marks of Japanese
    "\U0001f3fb-\U0001f3ff"  # skin tones of emoji
    "]"
)
_LEADS = re.compile("[\u1100-\u115f\ua960-\ua97f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")


def has_no_blanks(text: str) -> bool:
    """Whether ``text`` holds Korean or Japanese, whose words a blank does not always end."""
    return _WITHOUT_BLANKS.search(text) is not None


def seen(text: str) -> str:
    """``text`` without the characters inside its words that are not seen."""
    return _NOT_SEEN.sub("", text)


def unfit(char: str) -> str:
    """Why a document may not hold ``char``; empty if it may.

    A document is kept as it was received, with tabs, soft hyphens and characters without width.
    What may not be in it changes what a terminal does or what a reader sees; a carriage return may
    only be a part of a line break, which one character does not show.
    """
    if char in "\t\n\r" or char.isprintable():
        return ""
    if char == "\ufeff":
        return "the byte order mark"
    if _REORDERING.match(char):
        return "the bidi control"
    category = unicodedata.category(char)
    return {
        "Cc": "the control character",
        "Cs": "the surrogate",
        "Co": "the private character",
        "Cn": "the unassigned character",
    }.get(category, "")


def inside_word(text: str, at: int) -> bool:
    """Whether a cut before ``text[at]`` would part what belongs together.

    Letters and digits side by side are one word, but for Korean and Japanese ones, which may be
    parted from each other and from all others: particles follow without a blank. A character
    is never parted from its marks, nor a word at a character that is not seen.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return before.isalnum() and after.isalnum()
    if _extends(after) or (_LEADS.match(before) and _LEADS.match(after)):
        return not before.isspace()
    left, right = at - 1, at
    while left > 0 and _is_beside(text[left]):
        left -= 1
    while right < len(text) - 1 and unicodedata.category(text[right]) == "Cf":
        right += 1
    before, after = text[left], text[right]
    if _JOINER in text[left + 1 : right]:
        return not (before.isspace() or after.isspace())
    return _is_one_word(before, after)


def _is_one_word(before: str, after: str) -> bool:
    if _WITHOUT_BLANKS.match(before) or _WITHOUT_BLANKS.match(after):
        return False
    is_flag = _FLAG.match(before) is not None and _FLAG.match(after) is not None
    return is_flag or (before.isalnum() and after.isalnum())


def _extends(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or _EXTENDS.match(char) is not None


def _is_beside(char: str) -> bool:
    """Whether ``char`` is written onto the one before it, or is not seen."""
    return _extends(char) or unicodedata.category(char) == "Cf"
