"""C: what a claim is about."""

from collections.abc import Iterator

from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import Claim
from gsomia_data.curation.schema.vocabulary import ABOUT, WITH_OBJECT

_SUBJECTS = ("agreement_id", "date_id", "actor")


@check(
    "C11",
    scope="rows",
    example="A claim on the cause of an event names no event.",
    way_out="Fill the column that the aspect is about, and only that; or correct the aspect.",
    needs=("F03", "M01", "K01"),
)
def about(package: Package) -> Iterator[Breach]:
    """A claim names the one thing that its aspect is about, and an object only if it has one."""
    for row in package.of(Claim):
        aspect = row.value.aspect
        wanted = ABOUT.get(aspect, "agreement_id")
        for column in _SUBJECTS:
            if bool(row.cells[column]) != (column == wanted):
                filled = "empty" if column == wanted else "filled"
                message = f"it is {filled}, but the aspect {str(aspect)!r} is about {wanted}"
                yield at("claims", row, column, message, f"fill {wanted}, and only that")
        if row.value.object and aspect not in WITH_OBJECT:
            message = f"the aspect {str(aspect)!r} has no part for an object"
            yield at("claims", row, "object", message, "empty it, or correct the aspect")


CHECKS = (about,)
