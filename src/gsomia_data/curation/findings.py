"""A finding is a value: what is wrong, where, and the way out; and its three renderings."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from gsomia_data._floor.terminal import visible


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """``path`` is relative to the package; ``line`` 0 is the file as a whole."""

    path: str
    line: int
    column: str
    code: str
    message: str
    hint: str = ""

    def text(self) -> str:
        """For a person: the place, the claim that failed, the way out."""
        place = ":".join(str(part) for part in (self.path, self.line or "") if part)
        column = f": {self.column}" if self.column else ""
        line = f"{place}{column}: {self.code} {self.message}"
        return visible(line) + (f"\n    -> {visible(self.hint)}" if self.hint else "")

    def github(self) -> str:
        """A workflow command, so that the finding stands beside its line in a pull request."""
        message = f"{self.message}; {self.hint}" if self.hint else self.message
        title = f"{self.code} {self.column}".strip()
        body = visible(message).replace("%", "%25")
        place = f"file={_property(self.path)},line={self.line or 1},title={_property(title)}"
        return f"::error {place}::{body}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, those about the package as published (P) last.

    A changed row has a stale hash and a stale descriptor too: so the cause comes before them.
    """
    return tuple(sorted(findings, key=lambda one: (one.code.startswith("P"), one)))


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding], **more: object) -> str:
    """One JSON document with the findings and whatever else was proved."""
    listed = [{**asdict(finding), "severity": "error"} for finding in findings]
    return json.dumps({"findings": listed, **more}, ensure_ascii=True, indent=2)
