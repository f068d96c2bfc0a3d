"""Text for a terminal. Uses the standard library only."""

NO_BREAK = "␣"
"""How a no-break space is shown: as a space with a mark."""

LEGEND = f"{NO_BREAK} is a no-break space; <U+...> is a character that cannot be seen"
"""What explains the marks of ``visible``."""


def visible(text: str) -> str:
    """``text`` on one line, safe for a terminal, for people to read and not to paste.

    Controls are escaped; blanks and characters that cannot be seen are shown by their code point.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def in_quotes(text: str) -> str:
    """The ``repr`` of ``text``, with its characters as ``visible`` shows them."""
    if text.isprintable():
        return repr(text)
    mark = '"' if "'" in text and '"' not in text else "'"
    return mark + visible(text) + mark


def explained(*shown: str) -> str:
    """The legend, if one of the texts that are shown needs it; else empty."""
    return LEGEND if any(NO_BREAK in text or "<U+" in text for text in shown) else ""


def controls(char: str) -> bool:
    """Whether ``char`` would control a terminal. No document that is accepted holds it."""
    return (char < " " and char not in "\t\n") or "\x7f" <= char <= "\x9f" or char in _REORDER


_REORDER = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    if char == "\xa0":
        return NO_BREAK
    if (char <= "\xff" and char != "\xad") or "\ud800" <= char <= "\udfff":
        return char.encode("unicode_escape").decode("ascii")
    return f"<U+{ord(char):04X}>"


def silent(_: str) -> None:
    """Report no progress."""
