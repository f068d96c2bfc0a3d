"""O: what a quote says is in its evidence, or in an omission inside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gsomia_data._floor.terminal import in_quotes
from gsomia_data._floor.text import Span
from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import may_omit, may_use
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import left_inside, omission_line, start_of
from gsomia_data.curation.package.records import Record
from gsomia_data.curation.rules.account import Run, is_long, length, silent, units
from gsomia_data.curation.rules.names import NO_NAMES
from gsomia_data.curation.schema.models import Quote


@dataclass(frozen=True, slots=True)
class Account:
    """What bears the words of one quote, as spans of it.

    Attributes:
        row: The quote.
        evidence: Words that its evidence cites.
        too_long: Words of judgements that are too long to show what they rest on.
        omitted: What omissions leave out.
    """

    row: Record[Quote]
    evidence: Sequence[Span]
    too_long: Sequence[Span]
    omitted: Sequence[Span]


def accounts(package: Package) -> Iterator[Account]:
    """The account of each quote."""
    cited, too_long = _cited(package)
    omitted = left_inside(package)
    for row in package.of(Quote):
        key = row.value.quote_id
        yield Account(row, cited.get(key, ()), too_long.get(key, ()), omitted.get(key, ()))


def _cited(package: Package) -> tuple[Mapping[str, list[Span]], Mapping[str, list[Span]]]:
    """The spans of the evidence by quote, and apart from them those of long judgements."""
    cited: dict[str, list[Span]] = defaultdict(list)
    too_long: dict[str, list[Span]] = defaultdict(list)
    for witness in package.witnesses:
        cells = witness.entry.cells
        if witness.span is not None:
            long = cells["rule"] == "judged" and is_long(cells["words"])
            (too_long if long else cited)[cells["quote_id"]].append(witness.span)
    return cited, too_long


def runs(package: Package, account: Account) -> tuple[Run, ...]:
    """The runs of a quote that say something, and lie in no evidence and in no omission."""
    quote = account.row.value
    listed = units(quote.exact, package.names.get(quote.source_id, NO_NAMES))
    return tuple(silent(listed, (*account.evidence, *account.omitted)))


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
    """The shares of each document that is there; neither is a goal in itself."""
    listed: dict[str, list[Account]] = defaultdict(list)
    for account in accounts(package):
        listed[account.row.value.source_id].append(account)
    return {
        name: _share(len(document), listed[name])
        for name, document in package.snapshot.texts.items()
        if name in package.keyed["sources"]
    }


def _share(characters: int, listed: Sequence[Account]) -> Share:
    words = cited = omitted = 0
    for account in listed:
        passage = units(account.row.value.exact, NO_NAMES)
        words += length(passage)
        cited += length(passage, account.evidence)
        omitted += length(passage, account.omitted)
    quoted = sum(len(account.row.value.exact) for account in listed)
    return Share(characters, quoted, cited / max(words, 1), omitted / max(words, 1))


@check(
    "O07",
    scope="document",
    example="A sentence says why an accord failed, and no row of evidence cites the reason.",
    way_out="Give evidence for what the words say, or omit them inside the quote with the reason.",
    needs=("F01", "F03", "M01", "K01", "K03", "Q02", "E02"),
)
def accounted(package: Package) -> Iterator[Breach]:
    """No run of a quote outside its evidence and omissions holds more than two content words.

    Content words are words other than function words, names, days, numbers and words for an
    agreement; in Korean and Japanese a run holds at most eight characters outside names and
    numbers. A judgement that cites more than six words does not count.
    """
    for account in accounts(package):
        if may_use(package, account.row) or may_omit(package, account.row):
            continue
        for run in runs(package, account):
            yield _breach(package, account, run)


def _breach(package: Package, account: Account, run: Run) -> Breach:
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


CHECKS = (accounted,)
