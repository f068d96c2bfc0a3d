"""`gaps`: text in no quote and no omission yet, as rows to paste into their tables."""

from collections.abc import Iterator

from gsomia_data.curation.desk.drafting import Proposal, drafted
from gsomia_data.curation.package.joined import Package


def gaps(package: Package) -> Iterator[Proposal]:
    """A row for each piece of text that is not accounted for, document by document.

    What another row leaves of a sentence is an omission whose reason is still to be written.
    """
    for source in package.snapshot.texts:
        yield from drafted(package, source, cut="omissions")
