"""The schema: one frozen pydantic model per table, in the order of the descriptor.

The only hand-written description of a column. Table Schemas, descriptor, pandas dtypes, checks
and documentation are derived from it (``columns.describe``). Field order is column order.
"""

from decimal import Decimal
from typing import Annotated, ClassVar

from gsomia_data.curation.schema import columns as c
from gsomia_data.curation.schema import vocabulary as v
from gsomia_data.curation.schema.columns import (
    Column,
    Grounding,
    Origin,
    Row,
    Table,
    TableSpec,
    describe,
)

Slug = Annotated[str, c.SLUG]
Text = Annotated[str, c.TEXT]
Verbatim = Annotated[str, c.VERBATIM]
Edtf = Annotated[str, c.EDTF]
Day = Annotated[str, c.ISO_DATE]
Integer = Annotated[int, c.INTEGER]
Number = Annotated[Decimal, c.NUMBER]
Flag = Annotated[bool, c.BOOLEAN]
Seal = Annotated[str, c.SEAL]

NOTE = Column("Remark of the curators.", Grounding.CURATORIAL)
SEAL = Column(
    "First 8 digits of the SHA-256 of the row's other cells; `fmt` writes it only into an empty "
    "cell, so that a row changed by mistake no longer fits.",
    Grounding.DERIVED,
)


def _occurred(event: v.Event) -> Origin:
    """The date of an agreement's event that occurred."""
    return Origin(
        "dates", "date", "agreement_id", (("event", event), ("status", v.DateStatus.OCCURRED))
    )


class Agreement(Row):
    """Pacts, and failed attempts at one."""

    declared: ClassVar[Table] = Table(
        "agreements",
        "Agreements",
        "one pact, or failed attempt at one, to which South Korea, North Korea or Japan is a party "
        "and whose parties the corpus names",
        ("agreement_id",),
        of_record=True,
        included=(
            "A pact, deal, treaty or accord between states of which South Korea, North Korea or "
            "Japan is one, when the corpus names its parties; also an attempt at one that was "
            "given up, and each named partner of a treaty that is only counted."
        ),
        excluded=(
            "The armistice of 1953 (no party is named), the Iran deal (no party of the region), "
            "sanctions, alliances and systems that a state joins, and a pact that no source "
            "names."
        ),
    )
    agreement_id: Annotated[Slug, Column("Key of the agreement.", Grounding.KEY)]
    label: Annotated[Text, Column("Short title for readers.", Grounding.CURATORIAL)]
    name: Annotated[Text | None, Column("Proper name.", Grounding.VERBATIM)] = None
    acronym: Annotated[Text | None, Column("Acronym of the name.", Grounding.VERBATIM)] = None
    subject: Annotated[v.Subject, Column("What it is about.", Grounding.CODE)]
    form: Annotated[v.Form | None, Column("From the number of its parties.", Grounding.DERIVED)] = (
        None
    )
    status: Annotated[v.AgreementStatus, Column("How far it came.", Grounding.CODE)]
    signed: Annotated[
        Edtf | None,
        Column(
            "When it was signed: the event in `dates` that occurred.",
            Grounding.DERIVED,
            origin=_occurred(v.Event.SIGNED),
        ),
    ] = None
    in_force: Annotated[
        Edtf | None,
        Column(
            "Since when it is in force: the event in `dates`.",
            Grounding.DERIVED,
            origin=_occurred(v.Event.IN_FORCE),
        ),
    ] = None
    place: Annotated[Text | None, Column("Where it was signed.", Grounding.VERBATIM)] = None
    channel: Annotated[v.Channel | None, Column("How the information passes.", Grounding.CODE)] = (
        None
    )
    intermediary: Annotated[
        Slug | None,
        Column("Through whom it passes.", Grounding.ACTOR, "actors", ("state", "body")),
    ] = None
    scope: Annotated[
        Text | None, Column("What is shared, in a source's words.", Grounding.VERBATIM)
    ] = None
    covers_confidential: Annotated[
        Flag | None, Column("Whether the grade `confidential` is covered.", Grounding.CODE)
    ] = None
    covers_secret: Annotated[
        Flag | None, Column("Whether the grade `secret` is covered.", Grounding.CODE)
    ] = None
    covers_top_secret: Annotated[
        Flag | None, Column("Whether the grade `top secret` is covered.", Grounding.CODE)
    ] = None
    korea_partner_rank: Annotated[
        Integer | None,
        Column(
            "South Korea's how-manieth partner the other party became.",
            Grounding.NUMBER,
            minimum=1,
        ),
    ] = None
    predecessor: Annotated[
        Slug | None,
        Column(
            "Earlier attempt or agreement of the same parties that it follows.",
            Grounding.AGREEMENT,
            "agreements",
        ),
    ] = None
    note: Annotated[Text | None, NOTE] = None


class Signatory(Row):
    """Parties to agreements."""

    declared: ClassVar[Table] = Table(
        "signatories",
        "Signatories",
        "one party to one agreement",
        ("signatory_id",),
        unique=(("agreement_id", "party"),),
        of_record=True,
        included=(
            "Each state that the words make a party, by name, metonym or a description with its "
            "antecedent."
        ),
        excluded="Intermediaries as such, ministries and persons: a person stands in `signer`.",
    )
    signatory_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    agreement_id: Annotated[Slug, Column("The agreement.", Grounding.AGREEMENT, "agreements")]
    party: Annotated[Slug, Column("The state.", Grounding.ACTOR, "actors", ("state",))]
    signer: Annotated[
        Slug | None,
        Column("Who signed for it, or was to.", Grounding.ACTOR, "actors", ("person",)),
    ] = None
    title: Annotated[Text | None, Column("The signer's office on the day.", Grounding.VERBATIM)] = (
        None
    )
    role: Annotated[v.Role, Column("What the party did.", Grounding.CODE)]
    note: Annotated[Text | None, NOTE] = None


class Poll(Row):
    """Answers of surveys."""

    declared: ClassVar[Table] = Table(
        "polls",
        "Polls",
        "one answer of one survey",
        ("poll_id",),
        unique=(("survey", "answer"),),
        of_record=True,
        included=(
            "Each answer of a survey on an agreement of the tables for which a source gives a "
            "share."
        ),
        excluded="Answers that no source gives: never 100 minus the others.",
    )
    poll_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    survey: Annotated[Slug, Column("Rows with the same slug are one survey.", Grounding.CURATORIAL)]
    agreement_id: Annotated[
        Slug, Column("The agreement asked about.", Grounding.AGREEMENT, "agreements")
    ]
    pollster: Annotated[Slug, Column("Who asked.", Grounding.ACTOR, "actors", ("pollster",))]
    country: Annotated[
        Slug | None,
        Column("Where it was asked.", Grounding.ACTOR_OR_JUDGED, "actors", ("state",)),
    ] = None
    released: Annotated[Edtf | None, Column("When it was published.", Grounding.DATE)] = None
    fieldwork: Annotated[Edtf | None, Column("When it was asked.", Grounding.DATE)] = None
    question: Annotated[Text | None, Column("The question asked.", Grounding.VERBATIM)] = None
    answer: Annotated[v.Answer, Column("The answer.", Grounding.CODE)]
    percent: Annotated[
        Number | None,
        Column("Share of the respondents, in percent.", Grounding.NUMBER, minimum=0, maximum=100),
    ] = None
    respondents: Annotated[
        Integer | None, Column("How many were asked.", Grounding.NUMBER, minimum=1)
    ] = None
    note: Annotated[Text | None, NOTE] = None


class Reaction(Row):
    """Positions on agreements."""

    declared: ClassVar[Table] = Table(
        "reactions",
        "Reactions",
        "one position that one actor takes on one agreement in one statement or act",
        ("reaction_id",),
        of_record=True,
        included=(
            "Each position that a named or described actor takes on an agreement of the tables, "
            "in words or by an act; positions that a source ascribes without naming an act count "
            "too."
        ),
        excluded=(
            "Words on something else, even inside an article on the pact: relations, costs, "
            "sanctions, a president's fall, missile defence before there was an agreement on it; "
            "opinions whose holder is not named; forecasts of what somebody will think; poll "
            "respondents."
        ),
    )
    reaction_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    agreement_id: Annotated[
        Slug, Column("The agreement that it is really about.", Grounding.AGREEMENT, "agreements")
    ]
    actor: Annotated[Slug, Column("Whose position it is.", Grounding.ACTOR, "actors")]
    speaker: Annotated[
        Slug | None,
        Column("Who voiced it, where named.", Grounding.ACTOR, "actors", ("person",)),
    ] = None
    date: Annotated[Edtf | None, Column("When it was taken.", Grounding.DATE)] = None
    act: Annotated[v.Act, Column("In what act.", Grounding.CODE)]
    speech: Annotated[v.Speech, Column("Whose words the source prints.", Grounding.CODE)]
    wording: Annotated[
        Verbatim | None,
        Column(
            "The words inside quotation marks; parts of a broken quotation joined by ' … '.",
            Grounding.VERBATIM,
        ),
    ] = None
    stance: Annotated[v.Stance, Column("For or against.", Grounding.CODE)]
    theme: Annotated[v.Theme, Column("The reason given.", Grounding.CODE)]
    note: Annotated[Text | None, NOTE] = None


class DatedEvent(Row):
    """The timeline."""

    declared: ClassVar[Table] = Table(
        "dates",
        "Dates",
        "one dated event",
        ("date_id",),
        of_record=True,
        included=(
            "Each event with a date in the words: about agreements, their parties' relations, "
            "their politics at home as far as the articles tie it to the pact, and North Korea's "
            "tests."
        ),
        excluded=(
            "Events whose time is vague (`in recent weeks`), the days of photographs and scenes "
            "of the picture gallery, the day of publication."
        ),
    )
    date_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    date: Annotated[Edtf, Column("When.", Grounding.DATE)]
    earliest: Annotated[
        Day | None, Column("First day that the date can mean.", Grounding.DERIVED)
    ] = None
    latest: Annotated[Day | None, Column("Last day that the date can mean.", Grounding.DERIVED)] = (
        None
    )
    precision: Annotated[
        v.DatePrecision | None, Column("How exactly it is known.", Grounding.DERIVED)
    ] = None
    event: Annotated[v.Event, Column("What.", Grounding.CODE)]
    title: Annotated[Text, Column("Short title for readers.", Grounding.CURATORIAL)]
    status: Annotated[v.DateStatus, Column("Whether it took place.", Grounding.CODE)]
    agreement_id: Annotated[
        Slug | None,
        Column("The agreement that it belongs to.", Grounding.AGREEMENT, "agreements"),
    ] = None
    actor: Annotated[
        Slug | None,
        Column(
            "Who did it; for an event expected or claimed, who says so.",
            Grounding.ACTOR,
            "actors",
        ),
    ] = None
    place: Annotated[Text | None, Column("Where.", Grounding.VERBATIM)] = None
    note: Annotated[Text | None, NOTE] = None


class Quantity(Row):
    """Counts and measures."""

    declared: ClassVar[Table] = Table(
        "quantities",
        "Quantities",
        "one count or measure that a source reports",
        ("quantity_id",),
        of_record=True,
        included=(
            "Each number of something that a source counts or measures: partners, rounds, tests, "
            "launches, years, people, shares of a population."
        ),
        excluded=(
            "Ranks (a column of `agreements`), shares of polls, numbers inside names (`38th "
            "parallel`), running times, figures of speech (`the lives of millions`), counts of "
            "the parties (`three nations`)."
        ),
    )
    quantity_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    measure: Annotated[v.Measure, Column("What was counted.", Grounding.CODE)]
    value: Annotated[Number, Column("The number that the words name.", Grounding.NUMBER, minimum=0)]
    bound: Annotated[
        v.Bound | None, Column("How the words limit the number.", Grounding.DERIVED)
    ] = None
    unit: Annotated[v.Unit, Column("In what it is counted.", Grounding.CODE)]
    actor: Annotated[
        Slug | None, Column("Whose tests, partners, people.", Grounding.ACTOR, "actors")
    ] = None
    agreement_id: Annotated[
        Slug | None,
        Column("The agreement that it belongs to.", Grounding.AGREEMENT, "agreements"),
    ] = None
    as_of: Annotated[
        Edtf | None, Column("The day or the period that it covers.", Grounding.DATE)
    ] = None
    note: Annotated[Text | None, NOTE] = None


class Actor(Row):
    """Everybody who acts or speaks."""

    declared: ClassVar[Table] = Table(
        "actors",
        "Actors",
        "one state, body, party, person, medium, pollster, public, group or institution",
        ("actor_id",),
        included=(
            "Whoever acts, speaks or is named in the prose of an article or in a caption on its "
            "subject."
        ),
        excluded=(
            "Reporters, photographers, agencies in credits, private persons in pictures, people "
            "in the titles of video players."
        ),
    )
    actor_id: Annotated[
        Slug, Column("Key; of a state its lower-case ISO 3166-1 alpha-3 code.", Grounding.KEY)
    ]
    name: Annotated[Text, Column("The fullest name in the corpus.", Grounding.VERBATIM)]
    kind: Annotated[v.ActorKind, Column("What it is.", Grounding.LISTED)]
    country: Annotated[
        Slug | None,
        Column("Its state.", Grounding.ACTOR_OR_JUDGED, "actors", ("state",)),
    ] = None
    part_of: Annotated[
        Slug | None, Column("What it belongs to.", Grounding.ACTOR_OR_JUDGED, "actors")
    ] = None
    iso3: Annotated[
        Annotated[str, c.ISO3] | None, Column("ISO 3166-1 alpha-3 code.", Grounding.LISTED)
    ] = None
    cow: Annotated[
        Integer | None, Column("Correlates of War country code.", Grounding.LISTED, minimum=2)
    ] = None
    gw: Annotated[
        Integer | None, Column("Gleditsch and Ward country code.", Grounding.LISTED, minimum=2)
    ] = None
    note: Annotated[Text | None, NOTE] = None
    seal: Annotated[Seal | None, SEAL] = None


class Alias(Row):
    """Other names of actors."""

    declared: ClassVar[Table] = Table(
        "aliases",
        "Aliases",
        "one other name under which one document speaks of an actor",
        ("alias_id",),
        unique=(("alias", "source_id"),),
        included=(
            "Each other name under which one document speaks of an actor: a capital for its "
            "state, an adjective, a surname, an abbreviation."
        ),
        excluded=(
            "The actor's own `name`, which holds in every document; pronouns and descriptions; a "
            "place (`ambassador to Seoul`); Korea and Korean where they mean the whole before "
            "1945."
        ),
    )
    alias_id: Annotated[Slug, Column("Key of the row.", Grounding.KEY)]
    alias: Annotated[Text, Column("The name.", Grounding.VERBATIM)]
    actor_id: Annotated[Slug, Column("Whose name it is.", Grounding.JUDGED, "actors")]
    source_id: Annotated[
        Slug, Column("The document that uses it so.", Grounding.MACHINERY, "sources")
    ]


class Source(Row):
    """The documents."""

    declared: ClassVar[Table] = Table(
        "sources",
        "Sources",
        "one document",
        ("source_id",),
        included="Each document of the corpus.",
        excluded="Works that a document only mentions.",
    )
    source_id: Annotated[Slug, Column("Key; the stem of the file.", Grounding.KEY)]
    title: Annotated[Text, Column("Headline.", Grounding.OUTSIDE)]
    publisher: Annotated[Text, Column("Publisher.", Grounding.OUTSIDE)]
    byline: Annotated[Text | None, Column("Who wrote it.", Grounding.OUTSIDE)] = None
    published: Annotated[Edtf, Column("When it was published.", Grounding.OUTSIDE)]
    published_from: Annotated[
        v.PublishedFrom | None,
        Column("How the date of publication is known.", Grounding.DERIVED),
    ] = None
    url: Annotated[Annotated[str, c.URL] | None, Column("Address.", Grounding.OUTSIDE)] = None
    language: Annotated[Slug, Column("ISO 639-1 code.", Grounding.LISTED)]
    kind: Annotated[v.SourceKind, Column("What it is.", Grounding.LISTED)]
    edition_of: Annotated[
        Slug | None,
        Column(
            "The source of which it is another edition: the two are one witness.",
            Grounding.OUTSIDE,
            "sources",
        ),
    ] = None
    rights: Annotated[Text, Column("Whose the words are.", Grounding.OUTSIDE)]
    path: Annotated[Annotated[str, c.PATH] | None, Column("The file.", Grounding.DERIVED)] = None
    sha256: Annotated[
        Annotated[str, c.SHA256] | None,
        Column("SHA-256 of the file; `fmt` writes it only when empty.", Grounding.DERIVED),
    ] = None
    characters: Annotated[
        Integer | None,
        Column("Code points of the file; `fmt` writes it only when empty.", Grounding.DERIVED),
    ] = None
    note: Annotated[Text | None, NOTE] = None
    seal: Annotated[Seal | None, SEAL] = None


class Quote(Row):
    """Exact words of documents (W3C Web Annotation text quote and text position selectors)."""

    declared: ClassVar[Table] = Table(
        "quotes",
        "Quotes",
        "one passage of one document, at most a sentence",
        ("quote_id",),
        order=("source_id", "start"),
        included="Each passage, at most a sentence, that at least one cell rests on.",
        excluded="Passages on which nothing rests: they are omissions.",
    )
    quote_id: Annotated[Slug, Column("Key: the source and a number.", Grounding.KEY)]
    source_id: Annotated[Slug, Column("The document.", Grounding.MACHINERY, "sources")]
    exact: Annotated[
        Verbatim, Column("The words, never repaired.", Grounding.MACHINERY, searched=True)
    ]
    start: Annotated[
        Integer | None,
        Column("Code point where they begin, from 0.", Grounding.DERIVED, minimum=0),
    ] = None
    end: Annotated[
        Integer | None, Column("Code point after their end.", Grounding.DERIVED, minimum=0)
    ] = None
    prefix: Annotated[
        Verbatim | None, Column("The 32 characters before them.", Grounding.DERIVED)
    ] = None
    suffix: Annotated[
        Verbatim | None, Column("The 32 characters after them.", Grounding.DERIVED)
    ] = None
    note: Annotated[Text | None, NOTE] = None


class Evidence(Row):
    """The join of cells and quotes."""

    declared: ClassVar[Table] = Table(
        "evidence",
        "Evidence",
        "what some words of a quote say about one cell",
        ("table", "record", "field", "quote_id", "words", "occurrence"),
        included=(
            "Each thing that some words say about one cell: stating, approximating or disputing it."
        ),
        excluded=(
            "Words that say nothing about a cell; several wordings that are all true (one is "
            "taken, the others stand in `note`)."
        ),
    )
    table: Annotated[Slug, Column("Table of the cell.", Grounding.MACHINERY)]
    record: Annotated[Slug, Column("Key of the cell's row.", Grounding.MACHINERY)]
    field: Annotated[Annotated[str, c.NAME], Column("Column of the cell.", Grounding.MACHINERY)]
    quote_id: Annotated[Slug, Column("The quote.", Grounding.MACHINERY, "quotes")]
    words: Annotated[
        Verbatim, Column("The words of the quote that carry the value.", Grounding.MACHINERY)
    ]
    occurrence: Annotated[
        Integer,
        Column("Which of them, where they stand more than once.", Grounding.MACHINERY, minimum=1),
    ]
    reading: Annotated[
        Slug, Column("The rule by which the words become the value.", Grounding.MACHINERY)
    ]
    value: Annotated[
        Verbatim, Column("What they give, in the cell's own form.", Grounding.MACHINERY)
    ]
    relation: Annotated[v.Relation, Column("How they stand to the cell.", Grounding.MACHINERY)]
    note: Annotated[Text | None, NOTE] = None
    seal: Annotated[Seal | None, SEAL] = None


class Omission(Row):
    """What no quote holds, and why."""

    declared: ClassVar[Table] = Table(
        "omissions",
        "Omissions",
        "one passage that no quote holds",
        ("source_id", "start"),
        included="Each passage that no quote holds.",
        excluded="Blanks.",
    )
    source_id: Annotated[Slug, Column("The document.", Grounding.MACHINERY, "sources")]
    start: Annotated[Integer, Column("Code point where it begins.", Grounding.MACHINERY, minimum=0)]
    end: Annotated[Integer, Column("Code point after its end.", Grounding.MACHINERY, minimum=1)]
    opens: Annotated[Verbatim | None, Column("Its first 24 characters.", Grounding.DERIVED)] = None
    reason: Annotated[v.OmissionReason, Column("Why it is left out.", Grounding.MACHINERY)]
    duplicate_of: Annotated[
        Slug | None, Column("The quote with the same words.", Grounding.MACHINERY, "quotes")
    ] = None
    note: Annotated[Text | None, NOTE] = None
    seal: Annotated[Seal | None, SEAL] = None


MODELS: tuple[type[Row], ...] = (
    Agreement,
    Signatory,
    Poll,
    Reaction,
    DatedEvent,
    Quantity,
    Actor,
    Alias,
    Source,
    Quote,
    Evidence,
    Omission,
)
"""The twelve models in descriptor order: the only list of tables."""

TABLES: dict[str, TableSpec] = {spec.name: spec for spec in map(describe, MODELS)}
"""Specification of each table by name, in descriptor order."""

RECORD_TABLES: tuple[str, ...] = tuple(
    name for name, spec in TABLES.items() if spec.declared.of_record
)
"""Names of the tables that hold what the sources tell, in descriptor order."""
