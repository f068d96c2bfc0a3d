"""How far two codings agree in one column: shares, and Krippendorff's alpha."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from gsomia_data._floor.text import fold
from gsomia_data.curation.schema.specs import ColumnSpec

RESAMPLES = 1000
SEED = 20161123


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement in one column, over the rows that are partners.

    Attributes:
        table: Name of the table.
        column: Name of the column.
        units: Partners of which at least one fills the column.
        agreed: Units in which both have the same value.
        both: Units in which both fill the column.
        coded: Whether the column has codes, or is true or false.
        alpha: Krippendorff's alpha (nominal) over ``both``; ``None`` if fewer than two values
            occur.
        interval: Its 95 percent bootstrap interval.
    """

    table: str
    column: str
    units: int
    agreed: int
    both: int
    coded: bool
    alpha: float | None
    interval: tuple[float, float] | None


def figures_of(table: str, column: ColumnSpec, filled: Sequence[tuple[str, str]]) -> Figures:
    """The figures of a column, from the pairs of values of which at least one is filled."""
    both = [(fold(a), fold(b)) for a, b in filled if a and b]
    coded = column.codes is not None
    value = alpha(both) if coded else None
    return Figures(
        table,
        column.name,
        units=len(filled),
        agreed=sum(same(a, b) for a, b in filled),
        both=len(both),
        coded=coded,
        alpha=value,
        interval=_interval(both) if value is not None else None,
    )


def same(a: str, b: str) -> bool:
    """Whether two values are equal, except for case, white space and typographic marks."""
    return fold(a) == fold(b)


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha, nominal; ``None`` if fewer than two values occur."""
    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return None
    import krippendorff  # noqa: PLC0415 - an extra: only this command needs it

    codes = [[values.index(pair[coder]) for pair in pairs] for coder in (0, 1)]
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


def _interval(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Percentile bootstrap over units, 95 percent; the same result in every run.

    Resamples in which only one value occurs have no alpha and are left out.
    """
    chance = random.Random(SEED)  # noqa: S311 - resampling, not a secret
    resampled = [alpha(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES)]
    alphas = sorted(value for value in resampled if value is not None)
    return alphas[int(0.025 * len(alphas))], alphas[int(0.975 * len(alphas)) - 1]
