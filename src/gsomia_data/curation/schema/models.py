"""The schema: one frozen pydantic model per table, in the order of the descriptor.

It is the only hand-written description of a column. Table Schemas, descriptor, pandas dtypes,
checks and documentation are derived from it (``specs.describe``). Field order is column order.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from gsomia_data._floor import edtf
from gsomia_data.curation.schema import kinds as c
from gsomia_data.curation.schema import vocabulary as v
from gsomia_data.curation.schema.columns import Column, Inputs, Origin, Passage, Row, Table, row
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.specs import TableSpec, describe_all

Slug = Annotated[str, c.SLUG]
Text = Annotated[str, c.TEXT]
Verbatim = Annotated[str, c.VERBATIM]
Edtf = Annotated[edtf.Edtf, c.EDTF]
Day = Annotated[date, c.ISO_DATE]
Integer = Annotated[int, c.INTEGER]
Number = Annotated[Decimal, c.NUMBER]
Seal = Annotated[str, c.SEAL]

_OA = "http://www.w3.org/ns/oa#"  # the Web Annotation Vocabulary
NOTE = Column("Remark of the curators", Grounding.CURATORIAL)
SEAL = Column(
    "Checksum of the row; check reports a row that no longer matches it",
    Grounding.DERIVED,
    inputs=Inputs(says="the cells of the row that are not derived"),
)
_DOCUMENT = Inputs(says="the document")


def _occurred(event: v.Event) -> Origin:
    """The date of an agreement's event that occurred."""
    where = (("event", event), ("status", v.DateStatus.OCCURRED))
    return Origin("dates", "date", "agreement_id", "agreement_id", where)


@row
class Agreement(Row):
    """Pacts, and failed attempts at one."""

    declared: ClassVar[Table] = Table(
        "agreements",
        "Agreements",
        "one pact, or failed attempt at one, to which South Korea, North Korea or Japan is a party "
        "and whose parties the corpus names",
        ("agreement_id",),
        of_record=True,
        label="{label}",
        short="{acronym|label}",
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
    agreement_id: Annotated[Slug, Column("Key of the agreement", Grounding.KEY)]
    label: Annotated[
        Text, Column("Short title of the agreement, written by the curators", Grounding.CURATORIAL)
    ]
    name: Annotated[
        Text | None,
        Column("Proper name of the agreement, as a document prints it", Grounding.VERBATIM),
    ]
    acronym: Annotated[
        Text | None, Column("Acronym of the agreement, as a document prints it", Grounding.VERBATIM)
    ]
    subject: Annotated[v.Subject, Column("Subject matter of the agreement", Grounding.CODE)]
    instrument: Annotated[
        v.Instrument | None,
        Column("Kind of instrument, where a name or a source says it", Grounding.CODE),
    ]
    form: Annotated[
        v.Form | None,
        Column(
            "Form of the agreement by its number of parties",
            Grounding.DERIVED,
            inputs=Inputs(
                ("agreement_id", "party"),
                table="signatories",
                reference="agreement_id",
                through="agreement_id",
            ),
        ),
    ]
    status: Annotated[v.AgreementStatus, Column("How far the agreement came", Grounding.CODE)]
    signed: Annotated[
        Edtf | None,
        Column(
            "Date of signing (EDTF): the event in dates that occurred",
            Grounding.DERIVED,
            origin=_occurred(v.Event.SIGNED),
        ),
    ]
    in_force: Annotated[
        Edtf | None,
        Column(
            "Date of entry into force (EDTF): the event in dates that occurred",
            Grounding.DERIVED,
            origin=_occurred(v.Event.IN_FORCE),
        ),
    ]
    ended: Annotated[
        Edtf | None,
        Column(
            "Date on which the agreement ended (EDTF): the event in dates that occurred",
            Grounding.DERIVED,
            origin=_occurred(v.Event.ENDED),
        ),
    ]
    predecessor: Annotated[
        Slug | None,
        Column(
            "Earlier agreement or attempt of the same parties that this one follows",
            Grounding.AGREEMENT,
            "agreements",
        ),
    ]
    note: Annotated[Text | None, NOTE]


@row
class Signatory(Row):
    """Parties to agreements."""

    declared: ClassVar[Table] = Table(
        "signatories",
        "Signatories",
        "one party to one agreement",
        ("signatory_id",),
        unique=(("agreement_id", "party"),),
        of_record=True,
        label="{party}, {agreement_id}: {role}",
        short="{party}, {agreement_id}",
        included=(
            "Each state that the words name as a party: by its name, by a metonym, or by a "
            "description with its antecedent."
        ),
        excluded="Intermediaries as such, ministries and persons: a person goes into `signer`.",
    )
    signatory_id: Annotated[Slug, Column("Key of the party to the agreement", Grounding.KEY)]
    agreement_id: Annotated[
        Slug, Column("Agreement to which the state is a party", Grounding.AGREEMENT, "agreements")
    ]
    party: Annotated[
        Slug,
        Column("State that is a party to the agreement", Grounding.ACTOR, "actors", ("state",)),
    ]
    signer: Annotated[
        Slug | None,
        Column(
            "Person who signed for the party, or was to sign",
            Grounding.ACTOR,
            "actors",
            ("person",),
        ),
    ]
    title: Annotated[
        Text | None,
        Column(
            "Office of the signer on the day of signing, as a document prints it",
            Grounding.VERBATIM,
        ),
    ]
    role: Annotated[
        v.Role, Column("What the party did: sign, agree, or plan to sign", Grounding.CODE)
    ]
    note: Annotated[Text | None, NOTE]


@row
class Poll(Row):
    """Answers of surveys."""

    declared: ClassVar[Table] = Table(
        "polls",
        "Polls",
        "one answer of one survey",
        ("poll_id",),
        unique=(("survey", "proposal", "answer"),),
        of_record=True,
        label="{pollster}[, {released}]: {answer}[ {percent}%] (to {proposal})",
        short="{pollster}: {answer}[ {percent}%]",
        included=(
            "Each answer in a survey on an agreement of the tables, if a source gives its share."
        ),
        excluded=(
            "Answers whose share no source gives: it is never computed as 100 minus the others."
        ),
    )
    poll_id: Annotated[Slug, Column("Key of the answer: one answer of one survey", Grounding.KEY)]
    survey: Annotated[
        Slug,
        Column(
            "Name of the survey, written by the curators; its answers share it",
            Grounding.CURATORIAL,
        ),
    ]
    agreement_id: Annotated[
        Slug, Column("Agreement that the survey asked about", Grounding.AGREEMENT, "agreements")
    ]
    proposal: Annotated[
        v.Proposal, Column("What the survey asked about the agreement", Grounding.CODE)
    ]
    pollster: Annotated[
        Slug, Column("Actor that conducted the survey", Grounding.ACTOR, "actors", ("pollster",))
    ]
    country: Annotated[
        Slug | None,
        Column(
            "State in which the survey was conducted",
            Grounding.ACTOR,
            "actors",
            ("state",),
        ),
    ]
    date_id: Annotated[
        Slug | None,
        Column("Event of the release of the survey", Grounding.MACHINERY, "dates"),
    ]
    released: Annotated[
        Edtf | None,
        Column(
            "Date on which the survey was published (EDTF): that of its event in dates",
            Grounding.DERIVED,
            origin=Origin("dates", "date", "date_id", "date_id"),
        ),
    ]
    fieldwork: Annotated[
        Edtf | None, Column("Date or period in which respondents were asked (EDTF)", Grounding.DATE)
    ]
    question: Annotated[
        Text | None, Column("Question of the survey, as a document prints it", Grounding.VERBATIM)
    ]
    answer: Annotated[v.Answer, Column("Answer of the respondents to the proposal", Grounding.CODE)]
    percent: Annotated[
        Number | None,
        Column(
            "Share of the respondents who gave the answer, in percent",
            Grounding.NUMBER,
            minimum=0,
            maximum=100,
        ),
    ]
    respondents: Annotated[
        Integer | None, Column("Number of people who were asked", Grounding.NUMBER, minimum=1)
    ]
    note: Annotated[Text | None, NOTE]


@row
class Reaction(Row):
    """Positions on agreements."""

    declared: ClassVar[Table] = Table(
        "reactions",
        "Reactions",
        "one position, for or against, that one actor takes on one agreement in one statement or "
        "act",
        ("reaction_id",),
        of_record=True,
        label="{speaker|actor} on {agreement_id}: {stance} ({act}[, {date}])",
        short="{speaker|actor} on {agreement_id}: {stance}",
        included=(
            "Each position for or against that a named or described actor takes on an agreement "
            "of the tables, on what it serves, or on when or how it is made or ended: in words, "
            "by an act, or as a source ascribes it without naming an act. Also the position of an "
            "actor who says that he takes no side."
        ),
        excluded=(
            "What an actor says of an agreement without taking a side: its limits, its working, "
            "what it is not (a claim); words on something else, even inside an article on the "
            "pact: relations, costs, sanctions, a president's fall; opinions whose holder is not "
            "named; forecasts of what somebody will think; poll respondents."
        ),
    )
    reaction_id: Annotated[Slug, Column("Key of the reaction", Grounding.KEY)]
    agreement_id: Annotated[
        Slug, Column("Agreement on which the position is taken", Grounding.AGREEMENT, "agreements")
    ]
    actor: Annotated[Slug, Column("Actor that takes the position", Grounding.ACTOR, "actors")]
    speaker: Annotated[
        Slug | None,
        Column(
            "Person who voiced the position, if a document names one",
            Grounding.ACTOR,
            "actors",
            ("person",),
        ),
    ]
    date_id: Annotated[
        Slug | None,
        Column("Event in dates that is the same statement or act", Grounding.MACHINERY, "dates"),
    ]
    date: Annotated[
        Edtf | None,
        Column(
            "Date on which the position was taken (EDTF): that of its event in dates",
            Grounding.DERIVED,
            origin=Origin("dates", "date", "date_id", "date_id"),
        ),
    ]
    act: Annotated[v.Act, Column("Kind of act by which the position was taken", Grounding.CODE)]
    wording: Annotated[
        Verbatim | None,
        Column(
            "Words inside quotation marks; parts of a quotation are joined by ' … '",
            Grounding.VERBATIM,
            passage=Passage.QUOTED,
        ),
    ]
    gist: Annotated[
        Verbatim | None,
        Column(
            "What was said or done, in the reporter's words; parts joined by ' … '",
            Grounding.VERBATIM,
            passage=Passage.REPORTED,
        ),
    ]
    speech: Annotated[
        v.Speech | None,
        Column(
            "Whether the document prints the actor's own words",
            Grounding.DERIVED,
            inputs=Inputs(("act", "wording", "gist")),
        ),
    ]
    about: Annotated[v.About, Column("What the position is for or against", Grounding.CODE)]
    stance: Annotated[
        v.Stance, Column("Position on what about names: for, against or neither", Grounding.CODE)
    ]
    theme: Annotated[v.Theme, Column("Reason given for the position", Grounding.CODE)]
    note: Annotated[Text | None, NOTE]


@row
class DatedEvent(Row):
    """The timeline."""

    declared: ClassVar[Table] = Table(
        "dates",
        "Dates",
        "one dated event",
        ("date_id",),
        of_record=True,
        label="{title} ({status} {date})",
        short="{title}",
        included=(
            "Each event that the words date: on agreements, relations between their parties, "
            "domestic politics so far as an article ties it to the pact, and North Korea's tests."
        ),
        excluded=(
            "Events whose time is vague (`in recent weeks`), the days of photographs and scenes "
            "of the picture gallery, the day of publication."
        ),
    )
    date_id: Annotated[Slug, Column("Key of the event", Grounding.KEY)]
    date: Annotated[Edtf, Column("Date of the event (EDTF)", Grounding.DATE)]
    earliest: Annotated[
        Day | None,
        Column(
            "First day that the date of the event can mean",
            Grounding.DERIVED,
            inputs=Inputs(("date",)),
        ),
    ]
    latest: Annotated[
        Day | None,
        Column(
            "Last day that the date of the event can mean",
            Grounding.DERIVED,
            inputs=Inputs(("date",)),
        ),
    ]
    precision: Annotated[
        v.DatePrecision | None,
        Column(
            "How exactly the date of the event is known",
            Grounding.DERIVED,
            inputs=Inputs(("date",)),
        ),
    ]
    event: Annotated[v.Event, Column("Kind of event", Grounding.CODE)]
    title: Annotated[
        Text, Column("Short title of the event, written by the curators", Grounding.CURATORIAL)
    ]
    status: Annotated[
        v.DateStatus,
        Column("Whether the event occurred, was expected or is only claimed", Grounding.CODE),
    ]
    agreement_id: Annotated[
        Slug | None,
        Column("Agreement to which the event belongs", Grounding.AGREEMENT, "agreements"),
    ]
    actor: Annotated[
        Slug | None,
        Column(
            "Actor who did it, or would; of an announcement, who announces",
            Grounding.ACTOR,
            "actors",
        ),
    ]
    said_by: Annotated[
        Slug | None,
        Column(
            "Actor who forecasts another's act, or claims that the event took place",
            Grounding.ACTOR,
            "actors",
        ),
    ]
    place: Annotated[
        Text | None, Column("Place of the event, as a document prints it", Grounding.VERBATIM)
    ]
    note: Annotated[Text | None, NOTE]


@row
class Quantity(Row):
    """Counts and measures."""

    declared: ClassVar[Table] = Table(
        "quantities",
        "Quantities",
        "one count or measure that a source reports",
        ("quantity_id",),
        of_record=True,
        label="{measure}[, {actor}][, {agreement_id}]: [{bound!exact} ]{value} {unit}[ ({as_of})]",
        short="{measure}: [{bound!exact} ]{value} {unit}",
        included=(
            "Each number of something that a source counts or measures: partners, rounds, tests, "
            "launches, years, people, shares of a population."
        ),
        excluded=(
            "Shares of polls, numbers inside names (`38th "
            "parallel`), running times, figures of speech (`the lives of millions`), counts of "
            "the parties (`three nations`)."
        ),
    )
    quantity_id: Annotated[Slug, Column("Key of the quantity", Grounding.KEY)]
    measure: Annotated[v.Measure, Column("What is counted or measured", Grounding.CODE)]
    value: Annotated[Number, Column("Number that the words name", Grounding.NUMBER, minimum=0)]
    bound: Annotated[
        v.Bound | None,
        Column("How the words limit the number", Grounding.DERIVED, inputs=Inputs(("value",))),
    ]
    unit: Annotated[v.Unit, Column("Unit of the number", Grounding.CODE)]
    actor: Annotated[
        Slug | None, Column("Actor that the count is about", Grounding.ACTOR, "actors")
    ]
    agreement_id: Annotated[
        Slug | None,
        Column("Agreement that the count is about", Grounding.AGREEMENT, "agreements"),
    ]
    as_of: Annotated[
        Edtf | None, Column("Day or period that the count covers (EDTF)", Grounding.DATE)
    ]
    note: Annotated[Text | None, NOTE]


@row
class Claim(Row):
    """What a document says of an agreement, an event or an actor without taking a side."""

    declared: ClassVar[Table] = Table(
        "claims",
        "Claims",
        "one thing that one document says, without taking a side, about an agreement, an event or "
        "an actor",
        ("claim_id",),
        of_record=True,
        label="{aspect}, {source_id}: “{clause}”",
        short="{aspect}[, {date_id|agreement_id|actor}]",
        included=(
            "Each clause of substance that no other table holds: what an agreement is for, what it "
            "covers and does not cover, by what way information passes, how it was made, why an "
            "event came about, what follows, its rank in words, how it is received; how states "
            "relate to each other, the threat seen in one, who holds which office."
        ),
        excluded=(
            "A position that an actor takes on an agreement (`reactions`), a dated event "
            "(`dates`), a number (`quantities`), who signed and as what (`signatories`); the same "
            "claim in other words of the same document, which is evidence that `rewords` it."
        ),
    )
    claim_id: Annotated[Slug, Column("Key of the claim", Grounding.KEY)]
    aspect: Annotated[v.Aspect, Column("Matter that the claim is on", Grounding.CODE)]
    agreement_id: Annotated[
        Slug | None,
        Column("Agreement that the claim is about", Grounding.AGREEMENT, "agreements"),
    ]
    date_id: Annotated[
        Slug | None, Column("Event that the claim is about", Grounding.JUDGED, "dates")
    ]
    actor: Annotated[
        Slug | None, Column("Actor that the claim is about", Grounding.ACTOR, "actors")
    ]
    clause: Annotated[
        Verbatim, Column("Words of the claim, as the document prints them", Grounding.VERBATIM)
    ]
    object: Annotated[
        Slug | None,
        Column(
            "Actor in the part that the aspect names, such as target or intermediary",
            Grounding.ACTOR,
            "actors",
        ),
    ]
    said_by: Annotated[
        Slug | None,
        Column(
            "Actor who says so; empty for the source itself and for a holder without a name",
            Grounding.ACTOR,
            "actors",
        ),
    ]
    source_id: Annotated[
        Slug | None,
        Column(
            "Document of the claim; of two editions of an article, the first that has it",
            Grounding.DERIVED,
            "sources",
            inputs=Inputs(("clause",)),
        ),
    ]
    note: Annotated[Text | None, NOTE]


@row
class Actor(Row):
    """Everyone who acts or speaks."""

    declared: ClassVar[Table] = Table(
        "actors",
        "Actors",
        "one state, body, party, person, medium, pollster, public, group or institution",
        ("actor_id",),
        label="{name}",
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
        Slug,
        Column(
            "Key of the actor; for a state, its ISO 3166-1 alpha-3 code in lower case",
            Grounding.KEY,
        ),
    ]
    name: Annotated[Text, Column("Fullest name of the actor in the documents", Grounding.VERBATIM)]
    kind: Annotated[v.ActorKind, Column("Kind of actor", Grounding.LISTED)]
    country: Annotated[
        Slug | None,
        Column("State to which the actor belongs", Grounding.ACTOR_OR_JUDGED, "actors", ("state",)),
    ]
    iso3: Annotated[
        Annotated[str, c.ISO3] | None,
        Column("ISO 3166-1 alpha-3 code of the state", Grounding.LISTED),
    ]
    cow: Annotated[
        Integer | None, Column("Correlates of War code of the state", Grounding.LISTED, minimum=2)
    ]
    gw: Annotated[
        Integer | None, Column("Gleditsch and Ward code of the state", Grounding.LISTED, minimum=2)
    ]
    note: Annotated[Text | None, NOTE]
    seal: Annotated[Seal | None, SEAL]


@row
class Alias(Row):
    """Other names of actors and agreements."""

    declared: ClassVar[Table] = Table(
        "aliases",
        "Aliases",
        "one other name of an actor or an agreement, in one document or listed for a state",
        ("alias_id",),
        unique=(("alias", "source_id"),),
        listed_without="source_id",
        label="“{alias}” for {actor_id|agreement_id}[ in {source_id}]",
        short="“{alias}” for {actor_id|agreement_id}",
        included=(
            "Each other name under which one document speaks of an actor or an agreement: a "
            "surname, an abbreviation, a short form (`the pact`) where it means one agreement. "
            "Without a document, the listed names of a state: name, abbreviation, demonym and "
            "capital in English, Korean and Japanese, as published lists have them."
        ),
        excluded=(
            "The actor's own `name`, which holds in every document; pronouns; a description "
            "without a name (`the source`); a place (`ambassador to Seoul`); Korea and Korean if "
            "they mean the undivided country before 1945; words that mean two agreements in one "
            "document."
        ),
    )
    alias_id: Annotated[Slug, Column("Key of the alias", Grounding.KEY)]
    alias: Annotated[
        Text,
        Column("Other name, as the document or the published list prints it", Grounding.VERBATIM),
    ]
    kind: Annotated[
        v.AliasKind, Column("Kind of name, which decides what it proves", Grounding.LISTED)
    ]
    actor_id: Annotated[
        Slug | None, Column("Actor that the alias names", Grounding.JUDGED, "actors")
    ]
    agreement_id: Annotated[
        Slug | None, Column("Agreement that the alias names", Grounding.JUDGED, "agreements")
    ]
    source_id: Annotated[
        Slug | None,
        Column(
            "Document in which the alias holds; empty for a listed name of a state",
            Grounding.MACHINERY,
            "sources",
        ),
    ]
    seal: Annotated[Seal | None, SEAL]


@row
class Source(Row):
    """The documents."""

    declared: ClassVar[Table] = Table(
        "sources",
        "Sources",
        "one document",
        ("source_id",),
        label="{publisher}, {published}[ (another edition){?edition_of}]",
        included="Each document of the corpus.",
        excluded="Works that a document only mentions.",
    )
    source_id: Annotated[
        Slug, Column("Key of the document, which is also the stem of its file name", Grounding.KEY)
    ]
    title: Annotated[Text, Column("Headline of the document", Grounding.OUTSIDE)]
    publisher: Annotated[Text, Column("Publisher of the document", Grounding.OUTSIDE)]
    byline: Annotated[Text | None, Column("Authors that the document names", Grounding.OUTSIDE)]
    published: Annotated[Edtf, Column("Date of publication (EDTF)", Grounding.OUTSIDE)]
    published_from: Annotated[
        v.PublishedFrom | None,
        Column(
            "Source of the date of publication: the text, a day in it, or outside knowledge",
            Grounding.DERIVED,
            inputs=Inputs(("published",)),
        ),
    ]
    zone: Annotated[
        Text | None,
        Column(
            "Clock of the publisher, as the text names it; empty if it does not", Grounding.VERBATIM
        ),
    ]
    url: Annotated[
        Annotated[str, c.URL] | None, Column("Web address of the document", Grounding.OUTSIDE)
    ]
    language: Annotated[Slug, Column("Language of the document (ISO 639-1 code)", Grounding.LISTED)]
    kind: Annotated[v.SourceKind, Column("Kind of document", Grounding.LISTED)]
    edition_of: Annotated[
        Slug | None,
        Column(
            "Document of which this is another edition; the two are one witness",
            Grounding.OUTSIDE,
            "sources",
        ),
    ]
    rights: Annotated[Text, Column("Holder of the rights to the text", Grounding.OUTSIDE)]
    path: Annotated[
        Annotated[str, c.PATH] | None,
        Column(
            "Path of the text, relative to the repository",
            Grounding.DERIVED,
            inputs=Inputs(("source_id",)),
        ),
    ]
    sha256: Annotated[
        Annotated[str, c.SHA256] | None,
        Column("SHA-256 of the text, as hexadecimal digits", Grounding.DERIVED, inputs=_DOCUMENT),
    ]
    characters: Annotated[
        Integer | None,
        Column("Length of the text in Unicode code points", Grounding.DERIVED, inputs=_DOCUMENT),
    ]
    note: Annotated[Text | None, NOTE]
    seal: Annotated[Seal | None, SEAL]


@row
class Quote(Row):
    """Exact words of documents (W3C Web Annotation text quote and text position selectors)."""

    declared: ClassVar[Table] = Table(
        "quotes",
        "Quotes",
        "one passage of one document, at most a sentence",
        ("quote_id",),
        order=("source_id", "start"),
        label="{source_id}: {exact}",
        included="Each passage, at most a sentence, that at least one cell rests on.",
        excluded="Passages on which nothing rests: they are omissions.",
    )
    quote_id: Annotated[Slug, Column("Key of the quote: its document and a number", Grounding.KEY)]
    source_id: Annotated[Slug, Column("Document that is quoted", Grounding.MACHINERY, "sources")]
    exact: Annotated[
        Verbatim,
        Column(
            "Words of the quote, exactly as the document has them",
            Grounding.MACHINERY,
            searched=True,
            term=_OA + "exact",
        ),
    ]
    start: Annotated[
        Integer | None,
        Column(
            "Position of the quote's first character in the document, counted from 0",
            Grounding.DERIVED,
            inputs=_DOCUMENT,
            minimum=0,
            term=_OA + "start",
        ),
    ]
    stop: Annotated[
        Integer | None,
        Column(
            "Position after the quote's last character in the document",
            Grounding.DERIVED,
            inputs=_DOCUMENT,
            minimum=0,
            term=_OA + "end",
        ),
    ]
    prefix: Annotated[
        Verbatim | None,
        Column(
            "The 32 characters before the quote",
            Grounding.DERIVED,
            inputs=_DOCUMENT,
            term=_OA + "prefix",
        ),
    ]
    suffix: Annotated[
        Verbatim | None,
        Column(
            "The 32 characters after the quote",
            Grounding.DERIVED,
            inputs=_DOCUMENT,
            term=_OA + "suffix",
        ),
    ]
    note: Annotated[Text | None, NOTE]


@row
class Evidence(Row):
    """What the words of quotes say about cells."""

    declared: ClassVar[Table] = Table(
        "evidence",
        "Evidence",
        "what some words of a quote say about one cell",
        ("table_name", "row_key", "column_name", "quote_id", "words", "nth"),
        label="{table_name} {row_key} {column_name}: {relation} “{words}”",
        included=(
            "Each case in which words of a quote support, approximate or dispute a cell, say the "
            "same in other words that the column did not take, or are a slip of the source."
        ),
        excluded="Words that say nothing about a cell.",
    )
    table_name: Annotated[Slug, Column("Table of the cell", Grounding.MACHINERY)]
    row_key: Annotated[Slug, Column("Key of the cell's row", Grounding.MACHINERY)]
    column_name: Annotated[
        Annotated[str, c.NAME], Column("Column of the cell", Grounding.MACHINERY)
    ]
    quote_id: Annotated[
        Slug, Column("Quote in which the words appear", Grounding.MACHINERY, "quotes")
    ]
    words: Annotated[
        Verbatim, Column("Words of the quote that carry the value", Grounding.MACHINERY)
    ]
    nth: Annotated[
        Integer,
        Column(
            "Which occurrence of the words in the quote is meant, counted from 1",
            Grounding.MACHINERY,
            minimum=1,
        ),
    ]
    rule: Annotated[
        Slug | None,
        Column(
            "Rule by which the words give the value; empty if they give none", Grounding.MACHINERY
        ),
    ]
    says: Annotated[
        Verbatim | None,
        Column(
            "Value that the words give by the rule, written as the cell would be",
            Grounding.MACHINERY,
        ),
    ]
    bound: Annotated[
        v.Bound | None,
        Column(
            "How the words limit the number that they give",
            Grounding.DERIVED,
            inputs=Inputs(says="the words, as the rule `number` reads them in their quote"),
        ),
    ]
    relation: Annotated[
        v.Relation, Column("Relation of the words to the cell", Grounding.MACHINERY)
    ]
    note: Annotated[Text | None, NOTE]


@row
class Omission(Row):
    """Passages that are in no quote, or are left out inside one, and why."""

    declared: ClassVar[Table] = Table(
        "omissions",
        "Omissions",
        "one passage that is left out",
        ("source_id", "start"),
        label="{source_id}, left out from {start} to {stop} ({reason})[: “{opens}”]",
        included="Each passage that is in no quote; what a quote says beyond its evidence.",
        excluded="White space between passages.",
    )
    source_id: Annotated[
        Slug, Column("Document from which the passage is left out", Grounding.MACHINERY, "sources")
    ]
    start: Annotated[
        Integer,
        Column(
            "Position of the passage's first character in the document, counted from 0",
            Grounding.MACHINERY,
            minimum=0,
        ),
    ]
    stop: Annotated[
        Integer,
        Column(
            "Position after the passage's last character in the document",
            Grounding.MACHINERY,
            minimum=1,
        ),
    ]
    opens: Annotated[
        Verbatim | None,
        Column("First 24 characters of the passage", Grounding.DERIVED, inputs=_DOCUMENT),
    ]
    reason: Annotated[
        v.OmissionReason, Column("Reason why the passage is left out", Grounding.MACHINERY)
    ]
    duplicate_of: Annotated[
        Slug | None, Column("Quote that has the same words", Grounding.MACHINERY, "quotes")
    ]
    note: Annotated[Text | None, NOTE]


@row
class Tension(Row):
    """Cells or rows that do not fit together easily, and rows that are perhaps one."""

    declared: ClassVar[Table] = Table(
        "tensions",
        "Tensions",
        "one side of a tension between cells or rows, or one of the rows that are perhaps one",
        ("tension_id", "side"),
        unique=(("tension_id", "table_name", "row_key", "column_name"),),
        label="{tension_id}, side {side}: {note}",
        included=(
            "Each cell or row that sits uneasily with another: two documents, or two places of "
            "one, say of a matter what is hard to believe together, though no cell is excluded. "
            "Also a matter that differs at two times, where no document reports the change; and "
            "each of several rows that may report one and the same thing, where the words do not "
            "show whether they do."
        ),
        excluded=(
            "Another value of one cell (evidence that `disputes` it), other wordings of one value "
            "(`rewords`), silence, and a change that a document reports."
        ),
    )
    tension_id: Annotated[
        Slug, Column("Name of the tension, which its sides share", Grounding.MACHINERY)
    ]
    side: Annotated[
        Integer,
        Column("Number of the side in its tension, counted from 1", Grounding.MACHINERY, minimum=1),
    ]
    kind: Annotated[
        v.TensionKind,
        Column("Whether the sides are at odds, or perhaps one", Grounding.MACHINERY),
    ]
    table_name: Annotated[Slug, Column("Table of the side", Grounding.MACHINERY)]
    row_key: Annotated[Slug, Column("Key of the side's row", Grounding.MACHINERY)]
    column_name: Annotated[
        Annotated[str, c.NAME] | None,
        Column("Column of the side; empty if the side is the whole row", Grounding.MACHINERY),
    ]
    note: Annotated[
        Text, Column("What this side says, in words of the curators", Grounding.CURATORIAL)
    ]


MODELS: tuple[type[Row], ...] = (
    Agreement,
    Signatory,
    Poll,
    Reaction,
    DatedEvent,
    Quantity,
    Claim,
    Actor,
    Alias,
    Source,
    Quote,
    Evidence,
    Omission,
    Tension,
)
"""The models in descriptor order: the only list of tables."""

TABLES: dict[str, TableSpec] = describe_all(MODELS)
"""Specification of each table by name, in descriptor order."""

RECORD_TABLES: tuple[str, ...] = tuple(
    name for name, spec in TABLES.items() if spec.declared.of_record
)
"""Names of the tables that hold what the sources report, in descriptor order."""
