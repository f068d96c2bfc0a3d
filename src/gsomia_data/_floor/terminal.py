"""Text for a terminal. Uses the standard library only."""


def visible(text: str) -> str:
    """``text`` on one line, with control and format characters escaped, safe for a terminal."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
