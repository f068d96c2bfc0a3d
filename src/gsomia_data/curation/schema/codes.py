"""What a code is: one member of a closed vocabulary, declared in one place with its definition."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar, Self


class IncompleteCodeError(Exception):
    """Codes are declared without some of their parts; the message says where to write them."""


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

    @property
    def lacks(self) -> str:
        """Which parts are not written, with the place to write them; empty for a complete code."""
        parts = (("definition", "definition"), ("nearest", "nearest other case"))
        missing = [(part, what) for part, what in parts if not getattr(self, part)]
        if not missing:
            return ""
        named = " and no ".join(what for _, what in missing)
        written = " and ".join(f'{part}="..."' for part, _ in missing)
        return f"{self.place} has no {named}; write {written} in its code(...)"


def require_complete(codes: Iterable[Code]) -> None:
    """Check that each code has a definition and a nearest other case.

    Raises:
        IncompleteCodeError: Some lack one of them; the message names all of these, each once.
    """
    lacking = dict.fromkeys(one.lacks for one in codes if one.lacks)
    if lacking:
        raise IncompleteCodeError("; ".join(lacking))


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
