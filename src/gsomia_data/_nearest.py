"""A name that is not there, answered with the nearest. Standard library alone."""

from collections.abc import Iterable


class NotThereError(KeyError):
    """Why a name is refused, with what there is; a ``KeyError`` of ours."""

    def __init__(self, what: str, name: object, known: Iterable[str]) -> None:
        super().__init__(f"there is no {what} {name!r}{hint(name, known)}")


def hint(name: object, known: Iterable[str]) -> str:
    """End of an error line: the known names nearest to ``name``, else the first of them."""
    import difflib  # noqa: PLC0415 - not needed where nothing is wrong

    names = list(known)
    close = difflib.get_close_matches(name, names, 3, 0.4) if isinstance(name, str) else []
    if close:
        return f"; did you mean {', '.join(close)}?"
    more = ", ..." if len(names) > 12 else ""
    return f"; there are {', '.join(names[:12])}{more}"
