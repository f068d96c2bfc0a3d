"""What a code is: one member of a closed vocabulary, declared once with all that is said of it."""

from enum import StrEnum
from typing import ClassVar, Self


class IncompleteCodeError(Exception):
    """A code was declared without one of its parts; the message says where to write it."""


class Code(StrEnum):
    """A code of a vocabulary, declared by ``code``.

    ``definition``: what the code means.
    ``nearest``: the nearest case that is not the code.
    ``cues``: words that show the code in a quote without a coder's judgement.
    ``kept``: why the code stays although no row uses it; empty for a code in use.

    A vocabulary is ``ordered`` only where its codes are magnitudes, the least first; else the order
    of its codes means nothing.
    """

    ordered: ClassVar[bool]
    definition: str
    nearest: str
    cues: tuple[str, ...]
    kept: str

    def __init_subclass__(cls, *, ordered: bool = False) -> None:
        """A vocabulary, ``ordered`` or not."""
        cls.ordered = ordered

    def __new__(
        cls,
        text: str,
        definition: str = "",
        nearest: str = "",
        cues: tuple[str, ...] = (),
        kept: str = "",
    ) -> Self:
        """A member, from its text and the rest of its declaration."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.definition = definition
        member.nearest = nearest
        member.cues = cues
        member.kept = kept
        return member

    @property
    def place(self) -> str:
        """Where it is declared: codes of two vocabularies may be the same word."""
        module = type(self).__module__.replace(".", "/")
        return f"src/{module}.py: {type(self).__name__}.{self.name}"

    def require_complete(self) -> None:
        """Raise ``IncompleteCodeError`` if it has no definition or no nearest other case."""
        for part, what in (("definition", "definition"), ("nearest", "nearest other case")):
            if not getattr(self, part):
                message = f'{self.place} has no {what}; write {part}="..." in its code(...)'
                raise IncompleteCodeError(message)


def code(
    text: str,
    definition: str = "",
    *,
    nearest: str = "",
    cues: tuple[str, ...] = (),
    kept: str = "",
) -> tuple[str, str, str, tuple[str, ...], str]:
    """The declaration of a member of a ``Code``, which says what each part is.

    A part may be left out here, so that one unfinished code stops no other command: `build`
    asks for it.
    """
    return text, definition, nearest, cues, kept
