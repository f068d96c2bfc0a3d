"""Text for a terminal. Standard library alone; both halves and the command line stand on it."""


def visible(text: str) -> str:
    """``text`` in one line, control and format characters escaped: safe for a terminal."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
