"""The codebook's own words: which cases are in, the rules that need words, each code's neighbour.

What the models and the vocabulary say is not said again here; ``page`` joins the two and takes
its examples from the evidence.
"""

from collections.abc import Mapping, Sequence

from gsomia_data.curation import vocabulary as v
from gsomia_data.curation.columns import GROUNDINGS, ColumnSpec, Grounding, TableSpec
from gsomia_data.curation.models import TABLES
from gsomia_data.curation.package import Package
from gsomia_data.curation.vocabulary import Code

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

_NEAREST: Sequence[tuple[Code, str]] = (
    (v.Subject.INTELLIGENCE, "a pact on the deployment of weapons that also yields data"),
    (v.Subject.COMFORT_WOMEN, "an apology without an agreement"),
    (v.Subject.MISSILE_DEFENCE, "Japan's joining of a system, for which no pact is named"),
    (v.Form.BILATERAL, "an exchange between two through a third who signs too: trilateral"),
    (v.Form.TRILATERAL, "two accords of one state with two others: two bilateral rows"),
    (v.AgreementStatus.CONCLUDED, "a preliminary deal: the final signing is still announced"),
    (v.AgreementStatus.ANNOUNCED, "a forecast by an outsider about a pact that was then signed"),
    (v.AgreementStatus.ABANDONED, "a signing that was put off without being given up"),
    (v.Channel.DIRECT, "a `bypass` for two parties through a third: intermediary"),
    (v.Channel.INTERMEDIARY, "`without using the US military as an intermediary`: direct"),
    (v.Role.SIGNED, "a minister who is threatened `if the agreement is signed`"),
    (v.Role.TO_SIGN, "`expected to sign it in 2012` of an attempt given up: intended"),
    (v.Role.INTENDED, "a party that will sign next week: to sign"),
    (v.Role.AGREED, "a headline that says `sign`: signed"),
    (v.Answer.SUPPORT, "the remainder after those against, which no source gives"),
    (v.Answer.OPPOSE, "a rally: an act of those present, no survey"),
    (v.Answer.UNDECIDED, "the remainder after two given shares"),
    (v.Act.STATEMENT, "words that somebody `said`, with no statement named: remark"),
    (v.Act.PRESS_CONFERENCE, "a spokesman's words without the occasion: remark"),
    (v.Act.REMARK, "`said in a statement`: statement"),
    (v.Act.RALLY, "protests whose form is not told: protest"),
    (v.Act.PROTEST, "`widespread opposition`, without an act: attitude"),
    (v.Act.THREAT, "a warning that others will suffer: remark"),
    (v.Act.ANALYSIS, "an official's assessment: remark or statement"),
    (v.Act.POLICY, "a hope that somebody is quoted with: remark"),
    (v.Act.ATTITUDE, "`slammed`, with words of theirs in quotation marks: remark"),
    (v.Speech.DIRECT, "a whole sentence quoted after `highlighted the merits`: mixed"),
    (v.Speech.MIXED, "a whole sentence quoted with `he said` alone: direct"),
    (v.Speech.INDIRECT, "a threat without words of its own is still reported: indirect"),
    (v.Speech.ACTION, "a rally whose slogan is printed in quotation marks: mixed"),
    (v.Stance.SUPPORT, "telling that a third round led to a pact: no position"),
    (v.Stance.OPPOSE, "criticism of a president that does not touch the pact: no reaction"),
    (v.Stance.NEUTRAL, "`the merits of the deal`: support"),
    (v.Theme.SECURITY, "fear of confrontation among neighbours: regional stability"),
    (v.Theme.HISTORY, "fear of what Japan may become: rearmament"),
    (v.Theme.REARMAMENT, "`past atrocities`: history"),
    (v.Theme.TIMING, "anger at how the pact was made, without the crisis: procedure"),
    (v.Theme.PROCEDURE, "the moment chosen by a government in crisis: legitimacy"),
    (v.Theme.REGION, "a threat from North Korea: security"),
    (v.Theme.MISSILE_DEFENCE, "North Korea's missiles as the threat: security"),
    (v.Theme.UNSTATED, "a reason that the reporter ascribes: that reason"),
    (v.Event.INITIALLED, "the final signing: signed"),
    (v.Event.SIGNED, "a preliminary deal that was signed: initialled"),
    (v.Event.CONCLUDED, "a deal whose signing is told: signed"),
    (v.Event.IN_FORCE, "`will share`: no date"),
    (v.Event.ABANDONED, "the signing expected for the same year: signed, expected"),
    (v.Event.ANNOUNCED, "a ministry's praise of a pact already signed: statement"),
    (v.Event.DEADLINE, "a forecast `by the end of November`: signed, expected"),
    (v.Event.POLL, "the days on which people were asked: `polls.fieldwork`"),
    (v.Event.STATEMENT, "a public word that makes a coming pact known: announced"),
    (v.Event.ARTICLE, "the article that is the source itself: `sources.published`"),
    (v.Event.PROTEST, "a crowd `in recent weeks`: no date, a quantity"),
    (v.Event.NUCLEAR_TEST, "a missile test or launch: a quantity where it is counted"),
    (v.Event.COLONIAL_RULE, "`35 years` without the years: a quantity"),
    (v.Event.WAR_ENDED, "a war as the end of another span (`until the end of World War Two`)"),
    (v.Event.CRISIS, "a scandal `already` under way: no date"),
    (v.DateStatus.OCCURRED, "`will be signed`: expected, whatever came of it"),
    (v.DateStatus.EXPECTED, "`claimed to have`: claimed"),
    (v.DateStatus.CLAIMED, "what a source tells as a fact on an official's word: occurred"),
    (v.DatePrecision.DAY, "a weekday that no rule resolves: no date"),
    (v.DatePrecision.MONTH, "`by the end of November`: within"),
    (v.DatePrecision.YEAR, "`last year` too is a year"),
    (v.DatePrecision.SPAN, "`some day next week`: within"),
    (v.DatePrecision.WITHIN, "`from 1910 to 1945`: span"),
    (v.Measure.TREATIES, "the rank of one partner: `agreements.korea_partner_rank`"),
    (v.Measure.AGREEMENTS, "partners with a treaty: treaty partners"),
    (v.Measure.ROUNDS, "`after years of discussions`: no number"),
    (v.Measure.PREPARATION, "the year of an earlier attempt: a date"),
    (v.Measure.NUCLEAR_TESTS, "missile tests"),
    (v.Measure.MISSILE_TESTS, "launches, as another source words it: missile launches"),
    (v.Measure.MISSILE_LAUNCHES, "tests, as another source words it: missile tests"),
    (v.Measure.RULE, "`from 1910 to 1945`: a date"),
    (v.Measure.WAR, "the years of a photograph: omitted"),
    (v.Measure.DISPLACED, "`the lives of millions`: a figure of speech"),
    (v.Measure.POPULATION_LOST, "people who left: people displaced"),
    (v.Measure.PROTESTERS, "respondents of a poll: `polls.respondents`"),
    (v.Unit.COUNTRIES, "`three nations` that are parties: `agreements.form`"),
    (v.Unit.ROUNDS, "rounds without a number"),
    (v.Unit.TESTS, "launches"),
    (v.Unit.LAUNCHES, "tests"),
    (v.Unit.YEARS, "a calendar year: a date"),
    (v.Unit.PEOPLE, "percent of people: percent"),
    (v.Unit.PERCENT, "a share of a poll: `polls.percent`"),
    (v.Bound.EXACT, "`a total of` is exact too"),
    (v.Bound.BELOW, "`about`: about"),
    (v.Bound.ABOVE, "`a dozen`: exact"),
    (v.Bound.ABOUT, "`almost`: below"),
    (v.ActorKind.STATE, "its government, where the words name it apart: body"),
    (v.ActorKind.BODY, "the opposition parties: party"),
    (v.ActorKind.PARTY, "activists: group"),
    (v.ActorKind.PERSON, "an official without a name: no row"),
    (v.ActorKind.MEDIUM, "the publisher of a source: `sources.publisher`"),
    (v.ActorKind.POLLSTER, "a newspaper that tells of a poll: medium"),
    (v.ActorKind.PUBLIC, "organised advocates: group"),
    (v.ActorKind.GROUP, "a crowd at a rally: public"),
    (v.ActorKind.INSTITUTION, "a ministry: body"),
    (v.SourceKind.NEWS, "an agency's article that another article mentions: no source"),
    (v.PublishedFrom.TEXT, "a date in the publisher's address: outside"),
    (v.PublishedFrom.OUTSIDE, "a date in a caption of the page: text"),
    (v.Relation.STATES, "`almost 60%` for 59: approximates"),
    (v.Relation.APPROXIMATES, "another wording of the same value: states"),
    (v.Relation.DISPUTES, "an earlier stage of the same matter: no dispute"),
    (v.OmissionReason.NAVIGATION, "a heading of the article: heading"),
    (v.OmissionReason.HEADING, "a headline that is the title: quoted"),
    (v.OmissionReason.CREDIT, "a by-line that names the authors: quoted for `sources.byline`"),
    (v.OmissionReason.CAPTION, "a caption that shows the signing: quoted"),
    (v.OmissionReason.DUPLICATE, "a sentence that differs in one word: quoted again"),
    (v.OmissionReason.BACKGROUND, "history with a year: a date"),
    (v.OmissionReason.OTHER_SUBJECT, "a position on another agreement of the tables: a reaction"),
    (v.OmissionReason.VAGUE_TIME, "`so far`, which the day of publication bounds: a date"),
    (v.OmissionReason.NO_COLUMN, "another wording of a filled cell: quoted, or in its note"),
    (v.OmissionReason.NO_POSITION, "an attitude whose holder is named: a reaction"),
)
NEAREST: Mapping[str, str] = {code.place: text for code, text in _NEAREST}
"""For each code the nearest case that is not it."""


def page(package: Package) -> list[str]:
    """`docs/codebook.md`."""
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


def _table(package: Package, spec: TableSpec) -> list[str]:
    included, excluded = CASES[spec.name]
    lines = [
        f"## `{spec.name}`",
        "",
        f"One row is {spec.declared.row}. Key: {', '.join(f'`{name}`' for name in spec.key)}.",
        "",
        f"**In:** {included}",
        "",
        f"**Out:** {excluded}",
        "",
        "| column | type | meaning | rests on | when it is empty |",
        "|---|---|---|---|---|",
    ]
    for column in spec.columns:
        kind = column.kind.schema_type if column.kind.name != "edtf" else "EDTF"
        rests = f"{column.grounding}: {GROUNDINGS[column.grounding]}"
        meaning = _cell(column.meaning)
        lines.append(f"| `{column.name}` | {kind} | {meaning} | {rests} | {_empty(column)} |")
    for column in spec.columns:
        if column.codes:
            lines += ["", f"### `{spec.name}.{column.name}`", ""]
            if column.codes.ordered:
                lines += [f"In order: {' < '.join(column.codes)}.", ""]
            lines += ["| code | definition | example | nearest case that is not it |"]
            lines += ["|---|---|---|---|"]
            lines += [
                f"| {code} | {_definition(code)} | {_example(package, spec, column, code)} | "
                f"{_cell(NEAREST[code.place])} |"
                for code in column.codes
            ]
    return lines


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


def _definition(code: Code) -> str:
    kept = f"; kept though unused: {v.KEPT[code.place]}" if code.place in v.KEPT else ""
    return _cell(f"{code.definition}{kept}")


def _example(package: Package, spec: TableSpec, column: ColumnSpec, code: Code) -> str:
    """Words of the first evidence that states the code, else the first row that has it."""
    for witness in package.witnesses:
        if witness.states and witness.column is column and witness.value == code:
            cells = witness.entry.cells
            return _cell(f'"{cells["words"]}" (`{cells["quote_id"]}`)')
    for entry in package.rows(spec.name):
        if entry.cells[column.name] == code:
            return (
                f"`{spec.key_of(entry.cells)}`" if spec.name != "evidence" else _words(entry.cells)
            )
    return "none in this corpus"


def _words(cells: Mapping[str, str]) -> str:
    return _cell(f'"{cells["words"]}" (`{cells["quote_id"]}`)')


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
