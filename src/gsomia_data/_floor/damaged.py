"""A package that is not what its descriptor says, answered in one line. Standard library alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from gsomia_data._floor.nearest import NotThereError, RefusedError


class DamagedError(ValueError):
    """The package is not what its descriptor says."""

    def __init__(self, why: object) -> None:
        super().__init__(f"the package is damaged ({why}); run gsomia-data check")


@contextmanager
def undamaged() -> Iterator[None]:
    """Around what reads a package: where its content fails, it is damaged.

    A wrong argument is not damage, nor is a bug of ours (``TypeError``) or a fault of the disk.

    Raises ``DamagedError``.
    """
    try:
        yield
    except (NotThereError, RefusedError, DamagedError):
        raise
    except (ValueError, LookupError, ArithmeticError, RecursionError) as error:
        what = "there is no " if isinstance(error, KeyError) else ""
        raise DamagedError(what + " ".join(str(error).split())) from error
