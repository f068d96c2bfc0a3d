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
        ("claims", "note"),
        ("quotes", "note"),
        ("evidence", "note"),
        ("omissions", "reason"),
        ("omissions", "note"),
        ("tensions", "note"),
    }
)
"""Columns that the curators word: another wording passes."""

REPLACEABLE = frozenset(
    (table, column)
    for table, columns in {
        "evidence": (
            "row_key",
            "column_name",
            "quote_id",
            "words",
            "nth",
            "rule",
            "says",
            "relation",
        ),
        "tensions": ("tension_id", "row_key", "column_name"),
    }.items()
    for column in columns
)
"""Columns of evidence and tensions: an edit passes only if the row that it makes holds as well."""

BARE = frozenset({"rewords", "slip"})
"""Relations of evidence that gives no value: one passes for the other."""

WHOLE_IF_EMPTY = ("tensions", "column_name")
"""The column whose empty cell means the whole row: emptied, it passes."""
