"""Definitions as the schemas hold them: text in which names are between backticks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text: plain, or a name as it is written in the files."""

    text: str
    is_code: bool


def runs(text: str) -> tuple[Run, ...]:
    """A text cut at its backticks, between which are names; one without a partner is text."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        *parts, before, after = parts
        parts.append(f"{before}`{after}")
    return tuple(Run(part, bool(at % 2)) for at, part in enumerate(parts) if part)
