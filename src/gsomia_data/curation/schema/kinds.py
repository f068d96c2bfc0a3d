"""Kinds of cells: how a slug, a number or a date is written, and how its text is read."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gsomia_data._floor import edtf
from gsomia_data._floor.characters import unfit
from gsomia_data._floor.edtf import Edtf

_OTHER_BLANK = re.compile(r"[^\S ]")

Value = str | int | Decimal | date | Edtf


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of value is written: ``read`` accepts only its one canonical form.

    In ``Annotated`` it is the validator of its field.

    Attributes:
        name: Name of the kind.
        schema_type: Its type in Table Schema.
        says: Its form in words, for error messages.
        pattern: Its form as a regular expression, if it has one.
        to_value: The value of a text that fits the pattern; raises ``ValueError``.
    """

    name: str
    schema_type: str
    says: str
    pattern: str | None = None
    to_value: Callable[[str], Value] = str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def read(self, text: object) -> Value:
        """The value of ``text``.

        Raises:
            PydanticCustomError: The text is not in canonical form; the message says why.
        """
        if isinstance(text, str):
            if self.pattern is None or re.fullmatch(self.pattern, text, re.ASCII):
                try:
                    return self.to_value(text)
                except ValueError as error:
                    reason = f"is not {self.says}: {error}"
            else:
                reason = f"is not {self.says}"
        else:
            reason = "is not text"
        raise PydanticCustomError("spelling", "{reason}", {"reason": reason})


def _canonical_text(text: str) -> str:
    _without_controls(text)
    blank = _OTHER_BLANK.search(text)
    if blank:
        raise ValueError(f"it holds the blank U+{ord(blank[0]):04X} in place of a plain space")
    if text != text.strip():
        raise ValueError("it begins or ends with a blank")
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("it is not in Unicode normal form C")
    return text


def _verbatim_text(text: str) -> str:
    """What a document may hold, in any normal form; tables break lines with LF alone."""
    if text.isprintable():  # then every character is fit, and this is faster
        return text
    for char in text:
        reason = "the carriage return" if char == "\r" else unfit(char)
        if reason:
            raise ValueError(f"it holds {reason} U+{ord(char):04X}")
    return text


def _without_controls(text: str) -> None:
    if text.isprintable():  # then no character is of these categories, and this is faster
        return
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            raise ValueError(f"it holds the control or unassigned character U+{ord(char):04X}")


def _day(text: str) -> date:
    edtf.parse(text)  # its error says which part of the day is impossible
    return date.fromisoformat(text)


SLUG = Kind("slug", "string", "a slug such as gsomia-2016", r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = Kind("name", "string", "a column name such as agreement_id", r"[a-z0-9]+(_[a-z0-9]+)*")
TEXT = Kind("text", "string", "clean text", None, _canonical_text)
VERBATIM = Kind("verbatim", "string", "text as a document can hold it", None, _verbatim_text)
CODE = Kind("code", "string", "a code of its vocabulary")
ISO3 = Kind("iso3", "string", "an ISO 3166-1 alpha-3 code such as KOR", r"[A-Z]{3}")
URL = Kind("url", "string", "a web address", r"https?://[!-~]+")
PATH = Kind("path", "string", "a path such as corpus/name.txt", r"corpus/[a-z0-9-]+\.txt")
SHA256 = Kind("sha256", "string", "64 lower-case hexadecimal digits", r"[0-9a-f]{64}")
SEAL = Kind("seal", "string", "8 letters from a to p", r"[a-p]{8}")
INTEGER = Kind("integer", "integer", "a whole number such as 47", r"0|-?[1-9][0-9]{0,17}", int)
NUMBER = Kind(
    "number",
    "number",
    "a number such as 59 or 4.5",
    r"0|-?(?:[1-9][0-9]{0,17}|0(?=\.))(?:\.[0-9]{0,8}[1-9])?",
    Decimal,
)
EDTF = Kind(
    "edtf", "string", "a date as it is written here, such as 2016-11-23", None, edtf.parse_canonical
)
ISO_DATE = Kind("date", "date", "a calendar day such as 2016-11-23", r"\d{4}-\d\d-\d\d", _day)
