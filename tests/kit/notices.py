"""Lines that the tests leave for the end: what is true and no fault, but somebody should know."""

import pytest

_LEFT = pytest.StashKey[dict[str, None]]()


def leave(config: pytest.Config, line: str) -> None:
    """Leave a line; the same line twice is one."""
    config.stash.setdefault(_LEFT, {})[line] = None


def left(config: pytest.Config) -> list[str]:
    """The lines in their order."""
    lines: dict[str, None] = config.stash.get(_LEFT, {})
    return list(lines)
