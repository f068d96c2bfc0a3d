"""A name that is not there, answered with the nearest. Standard library alone."""

from collections.abc import Iterable

_LONGEST = 80


class NotThereError(KeyError):
    """Why a name is refused, with what there is; a ``KeyError`` of ours."""

    def __init__(self, what: str, name: object, known: Iterable[str]) -> None:
        super().__init__(f"there is no {what} {shown(name)}{hint(name, known)}")


class RefusedError(ValueError):
    """An argument that cannot be answered; the message says why."""


class UnknownFormatError(RefusedError):
    """The format is not one of those that there are, which the message names."""


def demand_format(name: object, known: Iterable[str]) -> None:
    """Refuse a format that is not there; all are named, for they are few.

    Raises ``UnknownFormatError``.
    """
    names = list(known)
    if not (isinstance(name, str) and name in names):
        raise UnknownFormatError(f"there is no format {shown(name)}; there are {', '.join(names)}")


def demand(what: str, name: object, known: Iterable[str]) -> None:
    """Refuse a name that is not there, or is not a name at all.

    Raises ``NotThereError``.
    """
    names = list(known)
    if not (isinstance(name, str) and name in names):
        raise NotThereError(what, name, names)


def shown(value: object) -> str:
    """``value`` as Python writes it, but in one line, and not longer than one."""
    line = " ".join(repr(value).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} ..."


def hint(name: object, known: Iterable[str]) -> str:
    """End of an error line: the known names nearest to ``name``, else the first of them."""
    import difflib  # noqa: PLC0415 - not needed where nothing is wrong

    names = list(known)
    close = difflib.get_close_matches(name, names, 3, 0.4) if isinstance(name, str) else []
    if close:
        return f"; did you mean {', '.join(close)}?"
    more = ", ..." if len(names) > 12 else ""
    return f"; there are {', '.join(names[:12])}{more}"
