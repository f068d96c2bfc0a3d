"""The rules: how exact words become the value of a cell, repeated by every check.

Each rule is deterministic. ``reread`` gives all values that words can mean by a rule. A row of
evidence holds if exactly one value comes out and it is the row's own.
"""

from gsomia_data.curation.rules.apply import PARTS, reread
from gsomia_data.curation.rules.rule import RULES, Beside, Context, Outcome, Rule, Words

__all__ = ["PARTS", "RULES", "Beside", "Context", "Outcome", "Rule", "Words", "reread"]
