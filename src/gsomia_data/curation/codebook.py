"""The codebook's own words: which cases are in, and the rules that need words.

What the models and the vocabulary say is not said again here; ``page`` joins the two and takes
its examples from the evidence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gsomia_data.curation.codes import Code
from gsomia_data.curation.columns import GROUNDINGS, ColumnSpec, Grounding, TableSpec
from gsomia_data.curation.markdown import table
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.package import Package

CASES: Mapping[str, tuple[str, str]] = {
    "agreements": (
        (
            "A pact, deal, treaty or accord between states of which South Korea, North Korea or Japan "
            "is one, when the corpus names its parties; also an attempt at one that was given up, and "
            "each named partner of a treaty that is only counted."
        ),
        (
            "The armistice of 1953 (no party is named), the Iran deal (no party of the region), "
            "sanctions, alliances and systems that a state joins, and a pact that no source names."
        ),
    ),
    "signatories": (
        (
            "Each state that the words make a party, by name, metonym or a description with its "
            "antecedent."
        ),
        "Intermediaries as such, ministries and persons: a person stands in `signer`.",
    ),
    "polls": (
        "Each answer of a survey on an agreement of the tables for which a source gives a share.",
        "Answers that no source gives: never 100 minus the others.",
    ),
    "reactions": (
        (
            "Each position that a named or described actor takes on an agreement of the tables, in "
            "words or by an act; positions that a source ascribes without naming an act count too."
        ),
        (
            "Words on something else, even inside an article on the pact: relations, costs, sanctions, "
            "a president's fall, missile defence before there was an agreement on it; opinions whose "
            "holder is not named; forecasts of what somebody will think; poll respondents."
        ),
    ),
    "dates": (
        (
            "Each event with a date in the words: about agreements, their parties' relations, their "
            "politics at home as far as the articles tie it to the pact, and North Korea's tests."
        ),
        (
            "Events whose time is vague (`in recent weeks`), the days of photographs and scenes of the "
            "picture gallery, the day of publication."
        ),
    ),
    "quantities": (
        (
            "Each number of something that a source counts or measures: partners, rounds, tests, "
            "launches, years, people, shares of a population."
        ),
        (
            "Ranks (a column of `agreements`), shares of polls, numbers inside names (`38th "
            "parallel`), running times, figures of speech (`the lives of millions`), counts of the "
            "parties (`three nations`)."
        ),
    ),
    "actors": (
        (
            "Whoever acts, speaks or is named in the prose of an article or in a caption on its "
            "subject."
        ),
        (
            "Reporters, photographers, agencies in credits, private persons in pictures, people in "
            "the titles of video players."
        ),
    ),
    "aliases": (
        (
            "Each other name under which one document speaks of an actor: a capital for its state, an "
            "adjective, a surname, an abbreviation."
        ),
        (
            "The actor's own `name`, which holds in every document; pronouns and descriptions; a place "
            "(`ambassador to Seoul`); Korea and Korean where they mean the whole before 1945."
        ),
    ),
    "sources": ("Each document of the corpus.", "Works that a document only mentions."),
    "quotes": (
        "Each passage, at most a sentence, that at least one cell rests on.",
        "Passages on which nothing rests: they are omissions.",
    ),
    "evidence": (
        "Each thing that some words say about one cell: stating, approximating or disputing it.",
        (
            "Words that say nothing about a cell; several wordings that are all true (one is taken, "
            "the others stand in `note`)."
        ),
    ),
    "omissions": (
        "Each passage that no quote holds.",
        "Blanks.",
    ),
}
"""Which cases are in and which are out, by table."""

RULES: Sequence[tuple[str, str, str]] = (
    (
        "One agreement or two",
        (
            "An attempt that was given up is a row of its own, and the later pact names it as its "
            "`predecessor`, even where a source speaks of one deal that was signed late."
        ),
        "Status, parties' roles and dates of the two differ; one row could not hold both.",
    ),
    (
        "Attempt or event",
        (
            "A signing that was expected is an event of the attempt with status `expected`; giving it "
            "up is a second event. An expected event never fills `agreements.signed`."
        ),
        "A forecast is a fact about the forecaster, not about the signing.",
    ),
    (
        "Expected or occurred",
        (
            "The words decide, not what became known later: `will sign`, `will likely`, `expected` are "
            "expected; the past tense, and a caption's present tense under a dated picture, occurred; "
            "`claimed` stays claimed."
        ),
        "Each document is a witness of its own day.",
    ),
    (
        "Signed or agreed",
        (
            "`Signed` and `inked` are signed; a deal that was struck, or parties that agreed to deploy, "
            "are concluded, with the role `agreed` and no date of signing."
        ),
        "No source says that these were signed.",
    ),
    (
        "Whose position it is",
        (
            "The body for which somebody speaks is the `actor`, the person its `speaker`. An unnamed "
            "official leaves `speaker` empty. An expert speaks for himself: he is actor and speaker."
        ),
        "A ministry's position does not become a person's because he voiced it.",
    ),
    (
        "What a reaction is about",
        (
            "The agreement that the words are really about, which need not be the one of the article: "
            "`that agreement` points back to the deal named last."
        ),
        "Otherwise criticism of one deal would count against another.",
    ),
    (
        "One statement or two",
        (
            "One actor, one agreement, one statement or act: one row. Two statements are never merged "
            "on a guess, not even two of one ministry on one day in two newspapers, nor a spokesman "
            "without a name with one who has a name. Two editions of one article tell one statement."
        ),
        "A merger invents the identity; a note can say that it is likely.",
    ),
    (
        "Told again",
        (
            "A stand told again in other words of one article is evidence of the same row. The lead's "
            "summary of a statement that the article then ascribes to another actor is a row of its own."
        ),
        "One article is one telling; who speaks is not guessed.",
    ),
    (
        "Acts and facts",
        (
            "The rule of no merger holds for acts too, in `reactions` and in `dates`: two rallies, two "
            "statements. A fact that is not somebody's act (a year, a span, a count of the same thing "
            "over the same time with the same bound) is one row with a witness from each source."
        ),
        "An act has an identity that can be mistaken; a number has not.",
    ),
    (
        "Speech that goes on",
        (
            "A paragraph in quotation marks without a speaker belongs to the speaker before it. `Added` "
            "continues a statement and keeps its day; a new `said` takes no day from another sentence."
        ),
        "The day of a statement is proved or missing.",
    ),
    (
        "A state and its bodies",
        (
            "Government and administration are names of the state; a ministry or the presidency is a "
            "body of its own. A body's words illustrate, and do not fill, the state's position. Where "
            "one source names the body and another the state, the body is the cell and the state "
            "approximates it; where sources name several bodies of one state, the state is the cell."
        ),
        "The closer name says more, and the wider one does not deny it.",
    ),
    (
        "Joint acts",
        (
            "An act of several actors together (a signing, a deadline) leaves `dates.actor` empty; the "
            "parties stand in `signatories`."
        ),
        "One cell cannot hold two doers.",
    ),
    (
        "Stance against theme",
        (
            "`stance` is the direction, `theme` the reason that the actor gives or the source ascribes "
            "to him. A verdict without a reason has the theme `unstated`. Of two reasons the one in "
            "the words about the agreement itself is coded and the other kept as `disputes`."
        ),
        "Opposition for security's sake and for history's sake are both opposition.",
    ),
    (
        "Support, oppose or neutral",
        (
            "Saying what an agreement is good for is support, what it harms is oppose; telling its "
            "limits, its working or what it is not is neutral. Telling how far talks came is no "
            "position at all."
        ),
        "Neutral is a stand on the agreement without a side, not a lack of words.",
    ),
    (
        "Speech",
        (
            "`direct` where whole clauses stand in quotation marks and the reporter adds only who said "
            "it; `mixed` where he also reports; `indirect` without quotation marks; `action` without "
            "words. `wording` holds what stands in the marks, without a last comma or full stop."
        ),
        "The reader must know whose words he reads.",
    ),
    (
        "One witness in two editions",
        (
            "The two CNN texts are one article. A sentence that both have word for word is quoted in "
            "the earlier edition and a duplicate in the later; one that differs in a word is quoted and "
            "coded in both, and still counts as one witness."
        ),
        "Counting editions would double a source's weight.",
    ),
    (
        "Relative days",
        (
            "A weekday is resolved against the publication of its document, by the tense: `said Friday` "
            "looks back, `will sign on Monday` ahead, the weekday of publication is that day. `By the end "
            "of` gives the last day and no first one. A date "
            "of publication known from outside makes what rests on it as good as that."
        ),
        "The rule must be redone by a machine.",
    ),
    (
        "Errors of the sources",
        (
            "What a source says is kept as it says it; a claim that the corpus contradicts, or a slip "
            "of the pen, is marked `reported so` in `note` and never corrected."
        ),
        "A dataset of sources is not an arbiter.",
    ),
)
"""Rules that need words: name, rule, reason."""


def page(package: Package) -> list[str]:
    """`docs/codebook.md`; raises ``IncompleteCodeError``."""
    lines = [
        "# Codebook",
        "",
        (
            "Generated by `gsomia-data build` from the models, the vocabulary and the evidence. What a "
            "value rests on and how words are read: [evidence.md](evidence.md)."
        ),
        "",
        "## Rules that need words",
    ]
    for name, rule, reason in RULES:
        lines += ["", f"### {name}", "", rule, "", f"*Why:* {reason}"]
    for spec in TABLES.values():
        lines += ["", *_table(package, spec)]
    return lines


def _table(package: Package, spec: TableSpec) -> Iterator[str]:
    included, excluded = CASES[spec.name]
    yield f"## `{spec.name}`"
    yield ""
    yield f"One row is {spec.declared.row}. Key: {', '.join(f'`{name}`' for name in spec.key)}."
    yield ""
    yield f"**In:** {included}"
    yield ""
    yield f"**Out:** {excluded}"
    yield ""
    header = ["column", "type", "meaning", "rests on", "when it is empty"]
    yield from table(header, map(_column, spec.columns))
    for column in spec.columns:
        if column.codes:
            yield from ["", f"### `{spec.name}.{column.name}`", ""]
            if column.codes.ordered:
                yield from [f"In order: {' < '.join(column.codes)}.", ""]
            header = ["code", "definition", "example", "nearest case that is not it"]
            yield from table(header, (_code(package, spec, column, code) for code in column.codes))


def _column(column: ColumnSpec) -> tuple[str, ...]:
    kind = column.kind.schema_type if column.kind.name != "edtf" else "EDTF"
    rests = f"{column.grounding}: {GROUNDINGS[column.grounding]}"
    return f"`{column.name}`", kind, column.meaning, rests, _empty(column)


def _code(package: Package, spec: TableSpec, column: ColumnSpec, code: Code) -> tuple[str, ...]:
    code.require_complete()
    kept = f"; kept though unused: {code.kept}" if code.kept else ""
    return code, f"{code.definition}{kept}", _example(package, spec, column, code), code.nearest


def _empty(column: ColumnSpec) -> str:
    if column.required:
        return "never"
    if column.grounding is Grounding.DERIVED:
        return "nothing to compute it from"
    if column.grounding is Grounding.CURATORIAL:
        return "nothing to remark"
    if column.kind.name == "boolean":
        return "no source says; not false"
    return "no source says, or it does not apply"


def _example(package: Package, spec: TableSpec, column: ColumnSpec, code: Code) -> str:
    """Words of the first evidence that states the code, else the first row that has it."""
    for witness in package.witnesses:
        if witness.states and witness.column is column and witness.value == code:
            return _words(witness.entry.cells)
    for entry in package.rows(spec.name):
        if entry.cells[column.name] == code:
            evidence = spec.name == "evidence"
            return _words(entry.cells) if evidence else f"`{spec.key_of(entry.cells)}`"
    return "none in this corpus"


def _words(cells: Mapping[str, str]) -> str:
    return f'"{cells["words"]}" (`{cells["quote_id"]}`)'


def remarks(package: Package) -> Iterator[str]:
    """Codes that no row uses and nothing keeps, and codes in use that are said to be unused."""
    used: dict[type[Code], set[str]] = defaultdict(set)
    for name, spec in TABLES.items():
        for column in spec.columns:
            if column.codes:
                used[column.codes] |= {cells[column.name] for cells in package.tables[name]}
    for codes, cells in used.items():
        for code in codes:
            if code in cells and code.kept:
                yield f"{code.place} is used; remove its kept=..."
            elif code not in cells and not code.kept:
                yield f'{code.place} is used in no row; use it, or say why it stays: kept="..."'
