"""O: what a quote says is in its evidence, or in an omission inside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.terminal import in_quotes
from gsomia_data._floor.text import Span
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import incomplete, may_omit, may_use
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import Piece, left_inside, omission_line, start_of
from gsomia_data.curation.package.records import Record
from gsomia_data.curation.package.witness import Witness
from gsomia_data.curation.rules.account import Run, Unit, is_long, length, reach, silent, units
from gsomia_data.curation.rules.names import NO_NAMES
from gsomia_data.curation.schema.models import Quote


@dataclass(frozen=True, slots=True)
class Account:
    """What bears the words of one quote.

    Attributes:
        row: The quote.
        units: Its words, each with what it adds.
        evidence: The rows of evidence whose words it has, with their spans.
        omissions: The omissions inside it.
    """

    row: Record[Quote]
    units: tuple[Unit, ...]
    evidence: Sequence[tuple[Span, Witness]]
    omissions: Sequence[Piece]

    @property
    def cited(self) -> list[Span]:
        """The words that evidence cites, without long judgements."""
        return [span for span, witness in self.evidence if not _is_long(witness)]

    @property
    def too_long(self) -> list[Span]:
        """The words of judgements that are too long to show what they rest on."""
        return [span for span, witness in self.evidence if _is_long(witness)]

    @property
    def omitted(self) -> list[Span]:
        """The words that omissions leave out."""
        return [piece.part for piece in self.omissions]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that say something, and lie in no evidence and in no omission."""
        return tuple(silent(self.units, [*self.cited, *self.omitted]))


def _is_long(witness: Witness) -> bool:
    cells = witness.entry.cells
    return cells["rule"] == "judged" and is_long(cells["words"])


def accounts(package: Package) -> Iterator[Account]:
    """The account of each quote."""
    evidence: dict[str, list[tuple[Span, Witness]]] = defaultdict(list)
    for witness in package.witnesses:
        if witness.span is not None:
            evidence[witness.entry.cells["quote_id"]].append((witness.span, witness))
    omissions = left_inside(package)
    for row in package.of(Quote):
        quote = row.value
        words = units(quote.exact, package.names.get(quote.source_id, NO_NAMES))
        yield Account(row, words, evidence[quote.quote_id], omissions.get(quote.quote_id, ()))


def _judged(package: Package) -> Iterator[Account]:
    """The accounts to which no row that is left out may belong; a name may be in any document."""
    if any(incomplete(package, table) for table in ("sources", "actors", "aliases", "agreements")):
        return
    for account in accounts(package):
        if not may_use(package, account.row) and not may_omit(package, account.row):
            yield account


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a document is quoted, and what becomes of the words of its quotes.

    Attributes:
        characters: Characters of the document.
        quoted: How many of them are quoted.
        cited: Share of the words of the quotes that evidence cites.
        omitted: Share of them that omissions inside the quotes leave out.
    """

    characters: int
    quoted: int
    cited: float
    omitted: float


def shares(package: Package) -> Mapping[str, Share]:
    """The shares of each document that is there; none is a goal in itself."""
    listed: dict[str, list[Account]] = defaultdict(list)
    for account in accounts(package):
        listed[account.row.value.source_id].append(account)
    return {
        name: _share(len(document), listed[name])
        for name, document in package.snapshot.texts.items()
        if name in package.keyed["sources"]
    }


def _share(characters: int, listed: Sequence[Account]) -> Share:
    words = max(sum(length(one.units) for one in listed), 1)
    cited = sum(length(one.units, one.cited) for one in listed)
    omitted = sum(length(one.units, one.omitted) for one in listed)
    quoted = sum(len(one.row.value.exact) for one in listed)
    return Share(characters, quoted, cited / words, omitted / words)


_NEEDS = ("F01", "F03", "M01", "K01", "K03", "Q02", "E02")


@check(
    "O06",
    scope="document",
    example="An omission inside a quote leaves out words that a row of evidence cites.",
    way_out="Let the omission begin behind words of evidence, and end before the next ones.",
    needs=_NEEDS,
)
def between_evidence(package: Package) -> Iterator[Breach]:
    """An omission inside a quote reaches from evidence to evidence, and leaves out none of it.

    An edge of the quote or another omission may be beside it instead. So what is omitted proves
    nothing, and where an omission begins and ends follows from the evidence.
    """
    for account in _judged(package):
        for piece in account.omissions:
            yield from _citing(account, piece)
            yield from _not_reaching(account, piece)


def _citing(account: Account, piece: Piece) -> Iterator[Breach]:
    words = in_quotes(account.row.value.exact[slice(*piece.part)])
    for span, witness in account.evidence:
        if piece.part[0] < span[1] and span[0] < piece.part[1]:
            message = f"an omission leaves out {words}, and with it words that are cited here"
            hint = "cite other words, or shorten the omission"
            yield at("evidence", witness.entry, "words", message, hint)


def _not_reaching(account: Account, piece: Piece) -> Iterator[Breach]:
    others = [one.part for one in account.omissions if one is not piece]
    wanted = reach(account.units, piece.part, [*(span for span, _ in account.evidence), *others])
    if wanted[0] == wanted[1]:
        yield at("omissions", piece.entry, "stop", "it leaves out no word", "delete it")
        return
    shift = piece.start - piece.part[0]
    for column, is_, should in zip(("start", "stop"), piece.part, wanted, strict=True):
        if is_ != should:
            words = in_quotes(account.row.value.exact[slice(*wanted)])
            message = f"the words up to the next evidence are {words}"
            hint = f"write {should + shift}, or give evidence for the others"
            yield at("omissions", piece.entry, column, message, hint)


@check(
    "O07",
    scope="document",
    example="A sentence says why an accord failed, and no row of evidence cites the reason.",
    way_out="Give evidence for what the words say, or omit them inside the quote with the reason.",
    needs=_NEEDS,
)
def accounted(package: Package) -> Iterator[Breach]:
    """No run of a quote outside its evidence and omissions holds more than two content words.

    Content words are words other than function words, names, days, numbers and words for an
    agreement; in Korean and Japanese a run holds at most eight characters outside names and
    numbers. A judgement that cites more than six words does not count.
    """
    for account in _judged(package):
        for run in account.runs:
            yield _silent(package, account, run)


def _silent(package: Package, account: Account, run: Run) -> Breach:
    quote, start = account.row.value, start_of(package, account.row)
    words = quote.exact[run.start : run.end]
    message, hint = f"no row of evidence bears {in_quotes(words)}", "give evidence"
    if any(first < run.end and run.start < last for first, last in account.too_long):
        message += "; a judgement that cites more than six words does not count"
        hint = "cite the words that carry the judgement"
    elif start is not None:
        line = omission_line(quote.source_id, start + run.start, start + run.end, words)
        hint = f"give evidence, or omit it with the reason: {line}"
    return at("quotes", account.row, "exact", message, hint)


CHECKS = (between_evidence, accounted)
