"""What a code is: one member of a closed vocabulary, declared in one place with its definition."""

from enum import StrEnum
from typing import ClassVar, Self


class IncompleteCodeError(Exception):
    """A code is declared without one of its parts; the message says where to write it."""


class Code(StrEnum):
    """A code of a vocabulary, declared by ``code``.

    Attributes:
        ordered: Whether the codes of the vocabulary are magnitudes, the least first. Otherwise
            their order has no meaning.
        definition: What the code means.
        nearest: The nearest case that is not the code.
        cues: Words that show the code in a quote without a coder's judgement.
        kept: Why the code stays although no row uses it; empty for a code in use.
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
        """File and name of its declaration: two vocabularies may have the same code."""
        module = type(self).__module__.replace(".", "/")
        return f"src/{module}.py: {type(self).__name__}.{self.name}"

    def require_complete(self) -> None:
        """Check that it has a definition and a nearest other case.

        Raises:
            IncompleteCodeError: It lacks one of them.
        """
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
    """The declaration of a code; ``Code`` describes the parts.

    A part may be left out here, so that an unfinished code stops only `build`, which asks for it.
    """
    return text, definition, nearest, cues, kept
