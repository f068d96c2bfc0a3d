"""What a good run proved: documents, characters, quotes, and how firm each cell stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gsomia_data.curation.checks.omissions import holds
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.vocabulary import Relation

_FIRMEST = ("proved", "inferred", "judged")


@dataclass(frozen=True, slots=True)
class Shares:
    """Cells of one table that need evidence, by the firmest row that states each."""

    cells: int
    proved: int
    inferred: int
    judged: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The figures behind the last line of a good run."""

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
    tables = {}
    for name, spec in TABLES.items():
        grounded = [column.name for column in spec.columns if column.grounding.needs_evidence]
        if not grounded:
            continue
        firm: Counter[str] = Counter()
        cells = 0
        for entry in package.rows(name):
            for column in grounded:
                if entry.cells[column]:
                    cells += 1
                    cell = name, spec.key_of(entry.cells), column
                    ranks = {package.firmness(w) for w in package.by_cell[cell] if w.supports}
                    firm[next((rank for rank in _FIRMEST if rank in ranks), "")] += 1
        tables[name] = Shares(cells, *(firm[rank] for rank in _FIRMEST))
    texts = package.snapshot.texts
    known = {name: texts[name] for name in texts if name in package.keyed["sources"]}
    quoted = {
        name: (
            sum(len(r["exact"]) for r in package.tables["quotes"] if r["source_id"] == name),
            len(document),
        )
        for name, document in known.items()
    }
    return Proof(
        documents=len(known),
        characters=sum(map(len, known.values())),
        quotes=len(package.rows("quotes")),
        omissions=len(package.rows("omissions")),
        omissions_explained=sum(bool(holds(package, e)) for e in package.rows("omissions")),
        evidence=len(package.rows("evidence")),
        differing=sum(
            row["relation"] in (Relation.DISPUTES, Relation.APPROXIMATES)
            for row in package.tables["evidence"]
        ),
        tables=tables,
        quoted=quoted,
    )


def told(proof: Proof) -> list[str]:
    """The proof as lines for a person: shares per table, then the last line."""
    lines = [f"{'table':<12} {'cells':>6} {'proved':>12} {'inferred':>12} {'judged':>12}"]
    for name, shares in [*proof.tables.items(), ("all", proof.total)]:
        parts = [
            f"{count:>5} {100 * count / shares.cells if shares.cells else 0:>5.1f}%"
            for count in (shares.proved, shares.inferred, shares.judged)
        ]
        lines.append(f"{name:<12} {shares.cells:>6} {parts[0]} {parts[1]} {parts[2]}")
    total = proof.total
    lines.append(
        f"{_documents(proof)}; {total.cells:,} cells with evidence: {total.proved:,} proved, "
        f"{total.inferred:,} inferred, {total.judged:,} judged ({proof.evidence:,} rows of "
        f"evidence, {proof.differing} of them approximate or dispute)"
    )
    return lines


def _documents(proof: Proof) -> str:
    held = f"{proof.quotes} quotes"
    if not proof.documents:
        return f"{held} and {proof.omissions} omissions, not compared: the corpus is not here"
    return (
        f"{proof.documents} documents, {proof.characters:,} characters, each accounted for in "
        f"{held} or {proof.omissions} omissions ({proof.omissions_explained} explained)"
    )
