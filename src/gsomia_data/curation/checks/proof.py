"""What a run without findings proves: documents, characters, quotes, firmness of the cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gsomia_data._floor.firmness import FIRMEST, firmest
from gsomia_data.curation.checks.account import Share, shares
from gsomia_data.curation.checks.omissions import first_fact
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import RECORD_TABLES, TABLES, Claim, Evidence, Omission
from gsomia_data.curation.schema.specs import TableSpec
from gsomia_data.curation.schema.vocabulary import Relation

_CLAIMS = Claim.declared.name
_DIFFERING = (Relation.APPROXIMATES, Relation.DISPUTES)


@dataclass(frozen=True, slots=True)
class Shares:
    """The number of cells that need evidence, by the firmest row that states each."""

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
        quoted: By document, how much of it is quoted, and how much of that is in evidence.
    """

    documents: int
    characters: int
    quotes: int
    omissions: int
    omissions_explained: int
    evidence: int
    differing: int
    tables: Mapping[str, Shares]
    quoted: Mapping[str, Share]

    @property
    def record(self) -> Mapping[str, Shares]:
        """Shares of the record tables but `claims`: what the sources report, value by value."""
        return {name: self.tables[name] for name in RECORD_TABLES if name != _CLAIMS}

    @property
    def claims(self) -> Mapping[str, Shares]:
        """Shares of `claims`, counted apart: a clause that is copied whole is always proved."""
        return {_CLAIMS: self.tables[_CLAIMS]}

    @property
    def supporting(self) -> Mapping[str, Shares]:
        """Shares of the tables that support these."""
        return {name: shares for name, shares in self.tables.items() if name not in RECORD_TABLES}

    @property
    def sums(self) -> Mapping[str, Shares]:
        """The record tables but `claims` together, `claims`, the supporting tables, and all."""
        groups = {
            "record": self.record,
            "claims": self.claims,
            "supporting": self.supporting,
            "all": self.tables,
        }
        return {name: _sum(shares.values()) for name, shares in groups.items()}


def prove(package: Package) -> Proof:
    """Count what the evidence of a package without findings proves."""
    texts = package.snapshot.texts
    known = {name: texts[name] for name in texts if name in package.keyed["sources"]}
    return Proof(
        documents=len(known),
        characters=sum(map(len, known.values())),
        quotes=len(package.rows("quotes")),
        omissions=len(package.rows("omissions")),
        omissions_explained=sum(bool(first_fact(package, o.value)) for o in package.of(Omission)),
        evidence=len(package.rows("evidence")),
        differing=sum(row.value.relation in _DIFFERING for row in package.of(Evidence)),
        tables={
            name: _shares(package, spec)
            for name, spec in TABLES.items()
            if any(column.grounding.needs_evidence for column in spec.columns)
        },
        quoted=shares(package),
    )


def _sum(shares: Iterable[Shares]) -> Shares:
    listed = list(shares)
    return Shares(*(sum(getattr(one, part) for one in listed) for part in ("cells", *FIRMEST)))


def _shares(package: Package, spec: TableSpec) -> Shares:
    firm: Counter[str] = Counter()
    for column in spec.columns:
        if not column.grounding.needs_evidence:
            continue
        for entry in package.rows(spec.name):
            if entry.cells[column.name] and not spec.listed(entry.cells):
                cell = spec.name, spec.key_of(entry.cells), column.name
                ranks = {package.firmness(w) for w in package.by_cell[cell] if w.supports}
                firm[firmest(ranks) or ""] += 1
    return Shares(firm.total(), *(firm[rank] for rank in FIRMEST))


def lines(proof: Proof) -> list[str]:
    """The proof for people: a line of shares for each table and group, then the documents."""
    shown = [f"{'table':<14} {'cells':>6} {'proved':>12} {'inferred':>12} {'judged':>12}"]
    shown += (_line(name, shares) for name, shares in _grouped(proof))
    total = proof.sums["all"]
    shown.append(
        f"{_documents_line(proof)}; {total.cells:,} cells with evidence: {total.proved:,} proved, "
        f"{total.inferred:,} inferred, {total.judged:,} judged ({proof.evidence:,} rows of "
        f"evidence, {proof.differing} of them approximate or dispute)"
    )
    return shown


def _grouped(proof: Proof) -> Iterator[tuple[str, Shares]]:
    """Each table, below each group its sum, and the sum of all."""
    yield from proof.record.items()
    yield "all record", proof.sums["record"]
    yield from proof.claims.items()
    yield from proof.supporting.items()
    yield "all supporting", proof.sums["supporting"]
    yield "all", proof.sums["all"]


def _line(name: str, shares: Shares) -> str:
    parts = " ".join(
        f"{count:>5} {100 * count / shares.cells if shares.cells else 0:>5.1f}%"
        for count in (shares.proved, shares.inferred, shares.judged)
    )
    return f"{name:<14} {shares.cells:>6} {parts}"


def _documents_line(proof: Proof) -> str:
    held = f"{proof.quotes} quotes"
    if not proof.documents:
        return f"{held} and {proof.omissions} omissions, not compared: the corpus is not here"
    return (
        f"{proof.documents} documents, {proof.characters:,} characters, each accounted for in "
        f"{held} or {proof.omissions} omissions ({proof.omissions_explained} explained)"
    )
