"""Unknown names, answered with the closest known ones. Uses the standard library only."""

from collections.abc import Iterable

_LONGEST = 80


class NotThereError(KeyError):
    """An unknown name; the message suggests the closest known ones."""

    def __init__(self, what: str, name: object, known: Iterable[str]) -> None:
        super().__init__(f"there is no {what} {shown(name)}{hint(name, known)}")


class RefusedError(ValueError):
    """An argument that cannot be answered; the message says why."""


class UnknownFormatError(RefusedError):
    """An unknown format; the message lists the known ones."""


def demand_format(name: object, known: Iterable[str]) -> None:
    """Refuse an unknown format, and list all known ones.

    Raises:
        UnknownFormatError: ``name`` is not in ``known``.
    """
    names = list(known)
    if not (isinstance(name, str) and name in names):
        raise UnknownFormatError(f"there is no format {shown(name)}; there are {', '.join(names)}")


def demand(what: str, name: object, known: Iterable[str]) -> None:
    """Refuse an unknown name, or a value that is not text.

    Raises:
        NotThereError: ``name`` is not in ``known``.
    """
    names = list(known)
    if not (isinstance(name, str) and name in names):
        raise NotThereError(what, name, names)


def shown(value: object) -> str:
    """The ``repr`` of ``value`` on one line, cut if it is too long."""
    line = " ".join(repr(value).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} ..."


def hint(name: object, known: Iterable[str]) -> str:
    """The end of an error message: the known names closest to ``name``, or else the first ones."""
    import difflib  # noqa: PLC0415 - needed for errors only

    names = list(known)
    close = difflib.get_close_matches(name, names, 3, 0.4) if isinstance(name, str) else []
    if close:
        return f"; did you mean {', '.join(close)}?"
    more = ", ..." if len(names) > 12 else ""
    return f"; there are {', '.join(names[:12])}{more}"
