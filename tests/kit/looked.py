"""Rows of a frame to look up, as plain values."""

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

Key = tuple[Hashable, ...]


def by(frame: pd.DataFrame, columns: Iterable[str]) -> dict[Key, dict[str, Any]]:
    """The rows of a frame by what they have in these columns, each of which is there once."""
    keys = list(frame[list(columns)].itertuples(index=False, name=None))
    assert len(keys) == len(set(keys))
    rows = [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]
    return dict(zip(keys, rows, strict=True))


def groups(frame: pd.DataFrame, columns: Iterable[str]) -> dict[Key, pd.DataFrame]:
    """The rows of a frame that have the same in these columns."""
    grouped = frame.groupby(list(columns), observed=True, dropna=False, sort=False)
    return {tuple(rows[name].iloc[0] for name in columns): rows for _, rows in grouped}
