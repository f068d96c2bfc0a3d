"""A finding: what is wrong, the place, and the way out; and its three renderings."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from gsomia_data._floor.terminal import visible

FAMILIES = "FMKQEDCTOP"
"""The first letters of the codes, in the order in which a curator mends what is found."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault.

    Attributes:
        path: Path of the file, relative to the package.
        line: Line of the file, counted from 1; 0 is the file as a whole.
        column: Column of the table; empty if the finding is not about a cell.
        code: Code of the check.
        message: What is wrong.
        hint: The way out.
    """

    path: str
    line: int
    column: str
    code: str
    message: str
    hint: str = ""

    def text(self) -> str:
        """For people: place, code, message, and the way out on a line of its own."""
        place = ":".join(str(part) for part in (self.path, self.line or "") if part)
        column = f": {self.column}" if self.column else ""
        line = f"{place}{column}: {self.code} {self.message}"
        return visible(line) + (f"\n    -> {visible(self.hint)}" if self.hint else "")

    def github(self) -> str:
        """A workflow command: GitHub shows the finding beside its line in a pull request."""
        message = f"{self.message}; {self.hint}" if self.hint else self.message
        title = f"{self.code} {self.column}".strip()
        body = visible(message).replace("%", "%25")
        place = f"file={_property(self.path)},line={self.line or 1},title={_property(title)}"
        return f"::error {place}::{body}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by family, the cause before what may follow from it; then by place.

    A cell that cannot be read may be why a row has no evidence, and that why a passage of its
    document is not accounted for. Any changed row makes a hash and the descriptor stale.
    """
    return tuple(sorted(findings, key=lambda finding: (FAMILIES.find(finding.code[0]), finding)))


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding], **more: object) -> str:
    """One JSON document with the findings and ``more``."""
    listed = [{**asdict(finding), "severity": "error"} for finding in findings]
    return json.dumps({"findings": listed, **more}, ensure_ascii=True, indent=2)
