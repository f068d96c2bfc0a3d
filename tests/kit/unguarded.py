"""What the hash of a file alone guards, once `fmt` and `build` made everything fresh.

The published list is in docs/decisions.md, number 2; a test holds the page against these names.
"""

WORDED = frozenset(
    {
        ("agreements", "label"),
        ("agreements", "note"),
        ("signatories", "note"),
        ("polls", "survey"),
        ("polls", "note"),
        ("reactions", "note"),
        ("dates", "title"),
        ("dates", "note"),
        ("quantities", "note"),
        ("quotes", "note"),
        ("evidence", "note"),
        ("omissions", "reason"),
        ("omissions", "note"),
    }
)
"""Columns that the curators word: another wording passes."""

REPLACEABLE = frozenset(
    ("evidence", column)
    for column in ("row_key", "column_name", "quote_id", "words", "nth", "rule", "says")
)
"""Columns of evidence: an edit passes only if the row that it makes holds as well."""
