"""A row of the tables that say what the rules read and what they refuse (docs/rules.md)."""

from dataclasses import dataclass

from gsomia_data.curation.schema.vocabulary import Bound


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of expression, with an example that a test runs.

    Attributes:
        expression: The words, with A, B for dates or numbers and N for a count; or what they are.
        means: What they mean; for a refusal why they are not read. Empty if ``expression`` says it.
        rule: The rule that reads them; empty if they are refused.
        example: A passage of a document of 23 November 2016, a Wednesday; the words are in
            ``<`` and ``>``.
        gives: The value, or what the message says; empty if the message differs.
        column: The column that the words are cited for, ``table.column``.
        bound: How the words limit a number; ``None`` for what is no number.
    """

    expression: str
    means: str
    rule: str
    example: str
    gives: str
    column: str
    bound: Bound | None = None
