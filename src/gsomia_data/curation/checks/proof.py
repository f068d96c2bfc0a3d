"""What a run without findings proves: documents, characters, quotes, firmness of the cells."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gsomia_data.curation.checks.omissions import first_fact
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES, Evidence, Omission, Quote
from gsomia_data.curation.schema.specs import TableSpec
from gsomia_data.curation.schema.vocabulary import Relation

_FIRMEST = ("proved", "inferred", "judged")


@dataclass(frozen=True, slots=True)
class Shares:
    """The number of cells of one table that need evidence, by the firmest row that states each."""

    cells: int
    proved: int
    inferred: int
    judged: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The figures that `check` prints if nothing is found.

    Attributes:
        documents: Number of documents.
        characters: Number of characters of all documents.
        quotes: Number of quotes.
        omissions: Number of omissions.
        omissions_explained: Number of omissions that hold a name, a number or a date.
        evidence: Number of rows of evidence.
        differing: Number of rows of evidence that approximate or dispute their cell.
        tables: Shares by table.
        quoted: By document, how many characters are quoted, and how many there are.
    """

    documents: int
    characters: int
    quotes: int
    omissions: int
    omissions_explained: int
    evidence: int
    differing: int
    tables: Mapping[str, Shares]
    quoted: Mapping[str, tuple[int, int]]

    @property
    def total(self) -> Shares:
        """All tables together."""
        sums = [sum(getattr(s, f) for s in self.tables.values()) for f in ("cells", *_FIRMEST)]
        return Shares(*sums)


def prove(package: Package) -> Proof:
    """Count what the evidence of a package without findings proves."""
    texts = package.snapshot.texts
    known = {name: texts[name] for name in texts if name in package.keyed["sources"]}
    quoted = {
        name: (
            sum(len(q.value.exact) for q in package.of(Quote) if q.value.source_id == name),
            len(document),
        )
        for name, document in known.items()
    }
    return Proof(
        documents=len(known),
        characters=sum(map(len, known.values())),
        quotes=len(package.rows("quotes")),
        omissions=len(package.rows("omissions")),
        omissions_explained=sum(bool(first_fact(package, o.value)) for o in package.of(Omission)),
        evidence=len(package.rows("evidence")),
        differing=sum(row.value.relation is not Relation.SUPPORTS for row in package.of(Evidence)),
        tables={
            name: _shares(package, spec)
            for name, spec in TABLES.items()
            if any(column.grounding.needs_evidence for column in spec.columns)
        },
        quoted=quoted,
    )


def _shares(package: Package, spec: TableSpec) -> Shares:
    firm: Counter[str] = Counter()
    for column in spec.columns:
        if not column.grounding.needs_evidence:
            continue
        for entry in package.rows(spec.name):
            if entry.cells[column.name]:
                cell = spec.name, spec.key_of(entry.cells), column.name
                ranks = {package.firmness(w) for w in package.by_cell[cell] if w.supports}
                firm[next((rank for rank in _FIRMEST if rank in ranks), "")] += 1
    return Shares(firm.total(), *(firm[rank] for rank in _FIRMEST))


def lines(proof: Proof) -> list[str]:
    """The proof for people: a line of shares for each table, then one about the documents."""
    shown = [f"{'table':<12} {'cells':>6} {'proved':>12} {'inferred':>12} {'judged':>12}"]
    for name, shares in [*proof.tables.items(), ("all", proof.total)]:
        parts = [
            f"{count:>5} {100 * count / shares.cells if shares.cells else 0:>5.1f}%"
            for count in (shares.proved, shares.inferred, shares.judged)
        ]
        shown.append(f"{name:<12} {shares.cells:>6} {parts[0]} {parts[1]} {parts[2]}")
    total = proof.total
    shown.append(
        f"{_documents_line(proof)}; {total.cells:,} cells with evidence: {total.proved:,} proved, "
        f"{total.inferred:,} inferred, {total.judged:,} judged ({proof.evidence:,} rows of "
        f"evidence, {proof.differing} of them approximate or dispute)"
    )
    return shown


def _documents_line(proof: Proof) -> str:
    held = f"{proof.quotes} quotes"
    if not proof.documents:
        return f"{held} and {proof.omissions} omissions, not compared: the corpus is not here"
    return (
        f"{proof.documents} documents, {proof.characters:,} characters, each accounted for in "
        f"{held} or {proof.omissions} omissions ({proof.omissions_explained} explained)"
    )
