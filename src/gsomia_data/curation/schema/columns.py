"""What a column is made of: its lexical kind, its grounding, and the declaration of a table.

``models.py`` writes these beside each field; schemas, checks, documentation and test strategies
are all derived from the frozen specifications that ``describe`` returns.
"""

import re
import types
import typing
import unicodedata
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gsomia_data._floor import edtf
from gsomia_data.curation.schema.codes import Code

Value = str | int | Decimal | bool


class Grounding(StrEnum):
    """What a non-empty cell must rest on (docs/evidence.md)."""

    KEY = "key"
    VERBATIM = "verbatim"
    NUMBER = "number"
    DATE = "date"
    ACTOR = "actor"
    ACTOR_OR_JUDGED = "actor or judged"
    JUDGED = "judged"
    AGREEMENT = "agreement"
    CODE = "code"
    OUTSIDE = "outside"
    LISTED = "listed"
    CURATORIAL = "curatorial"
    DERIVED = "derived"
    MACHINERY = "machinery"

    @property
    def needs_evidence(self) -> bool:
        """Whether each non-empty cell needs an evidence row that states it."""
        return self in _NEEDS_EVIDENCE


_NEEDS_EVIDENCE = frozenset(
    {
        Grounding.VERBATIM,
        Grounding.NUMBER,
        Grounding.DATE,
        Grounding.ACTOR,
        Grounding.ACTOR_OR_JUDGED,
        Grounding.JUDGED,
        Grounding.AGREEMENT,
        Grounding.CODE,
    }
)

_WORDED = frozenset({Grounding.CURATORIAL, Grounding.VERBATIM, Grounding.OUTSIDE})

GROUNDINGS: dict[Grounding, str] = {
    Grounding.KEY: "the row's name; evidence rows and references point at it",
    Grounding.VERBATIM: "words of a document, but for case, white space and typographic marks",
    Grounding.NUMBER: "a number read from the words; never judged",
    Grounding.DATE: "a date read from the words by a named rule; never judged",
    Grounding.ACTOR: "a name or alias of the actor, or a pronoun with its antecedent; never judged",
    Grounding.ACTOR_OR_JUDGED: "as for an actor, or a coder's judgement with its reason",
    Grounding.JUDGED: "a coder's judgement with its reason",
    Grounding.AGREEMENT: "a name of the agreement, or a coder's judgement with its reason",
    Grounding.CODE: "a cue of the code in the words, or a coder's judgement with its reason",
    Grounding.OUTSIDE: "words of the document where it says so itself; else known from outside",
    Grounding.LISTED: "a code list or the nature of the thing; no evidence, guarded by the seal",
    Grounding.CURATORIAL: "written by the curators to help readers; no evidence",
    Grounding.DERIVED: "computed from other cells; `fmt` writes it and `check` recomputes it",
    Grounding.MACHINERY: "part of the proof itself; checked against the document or the tables",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """The one way to spell a value: ``read`` takes canonical text or refuses it.

    ``schema_type`` is the Table Schema type, ``pattern`` the spelling, ``says`` the spelling in
    words for error messages. As ``Annotated`` metadata it is the validator of its field.
    """

    name: str
    schema_type: str
    says: str
    pattern: str | None = None
    to_value: Callable[[str], Value] = str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def read(self, text: object) -> Value:
        """Value of ``text``; raises a pydantic error with plain words when it is not canonical."""
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
    for char in text:
        if char != " " and char.isspace():
            raise ValueError(f"it holds the blank U+{ord(char):04X} where a plain space belongs")
    if text != text.strip():
        raise ValueError("it begins or ends with a blank")
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("it is not in Unicode normal form C")
    return text


def _verbatim_text(text: str) -> str:
    return _without_controls(text, keep="\n")  # any normal form: a document is never repaired


def _without_controls(text: str, *, keep: str = "") -> str:
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} and char not in keep:
            raise ValueError(f"it holds the control or unassigned character U+{ord(char):04X}")
    return text


def _edtf_text(text: str) -> str:
    return edtf.parse(text).text


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
BOOLEAN = Kind("boolean", "boolean", "true or false", r"true|false", lambda text: text == "true")
EDTF = Kind("edtf", "string", "an EDTF date such as 2016-11-23", None, _edtf_text)
ISO_DATE = Kind("date", "date", "a calendar day such as 2016-11-23", r"\d{4}-\d\d-\d\d", _edtf_text)


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell of which a derived cell is a copy.

    It is in ``column`` of that row of ``table`` which names the derived cell's row in
    ``reference`` and has the codes ``where``.
    """

    table: str
    column: str
    reference: str
    where: tuple[tuple[str, Code], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What a model says about a field beyond its type.

    ``references`` names the table whose key the cell holds; ``actor_kinds`` the kinds of actor
    that may stand there; ``minimum`` and ``maximum`` bound a number, both included; ``origin`` is
    where a copied cell is copied from; ``searched`` adds a column to those that a search of the
    package looks through.
    """

    meaning: str
    grounding: Grounding
    references: str | None = None
    actor_kinds: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    origin: Origin | None = None
    searched: bool = False

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._within_bounds, handler(source))

    def _within_bounds(self, value: Any) -> Any:  # noqa: ANN401 - any column type passes through
        if value is not None and (
            (self.minimum is not None and value < self.minimum)
            or (self.maximum is not None and value > self.maximum)
        ):
            reason = f"is not between {self.minimum} and {self.maximum or 'any size'}"
            raise PydanticCustomError("bounds", "{reason}", {"reason": reason})
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """What a model says about its table: ``row`` is what one row is, ``key`` its primary key.

    A table ``of_record`` holds what the sources tell; the others support it. ``included`` says
    which cases get a row, ``excluded`` the nearest ones that get none.
    """

    name: str
    title: str
    row: str
    key: tuple[str, ...]
    order: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    of_record: bool = False
    _: KW_ONLY
    included: str
    excluded: str


class Row(BaseModel):
    """Configuration shared by the twelve models: frozen, and closed to unknown columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    declared: typing.ClassVar[Table]


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column, everything that anybody derives from: the frozen result of ``describe``."""

    name: str
    kind: Kind
    codes: type[Code] | None
    required: bool
    declared: Column

    @property
    def meaning(self) -> str:
        """What the column means."""
        return self.declared.meaning

    @property
    def grounding(self) -> Grounding:
        """What a filled cell rests on."""
        return self.declared.grounding

    @property
    def searched(self) -> bool:
        """Whether a search of the package looks through it: words of a source or a curator."""
        return self.declared.searched or self.grounding in _WORDED

    @property
    def references(self) -> str | None:
        """The table whose key it holds, or nothing."""
        return self.declared.references


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table and its columns, in file order."""

    declared: Table
    model: type[Row]
    columns: tuple[ColumnSpec, ...]

    @property
    def name(self) -> str:
        """Name of the table, its resource and its file."""
        return self.declared.name

    @property
    def key(self) -> tuple[str, ...]:
        """Columns of the primary key."""
        return self.declared.key

    @property
    def order(self) -> tuple[str, ...]:
        """Columns by which the rows are sorted."""
        return self.declared.order or self.declared.key

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in file order."""
        return tuple(column.name for column in self.columns)

    @property
    def path(self) -> str:
        """The file, relative to the package."""
        return f"dataset/{self.name}.csv"

    @property
    def sealed(self) -> bool:
        """Whether each row carries a seal."""
        return "seal" in self.header

    def column(self, name: str) -> ColumnSpec | None:
        """The column of that name, or nothing."""
        return next((column for column in self.columns if column.name == name), None)

    def key_of(self, cells: typing.Mapping[str, str]) -> str:
        """The key of a row as one text; parts of a compound key joined by a space."""
        return " ".join(cells[name] for name in self.key)


_TYPES: dict[str, type] = {
    "string": str,
    "date": str,
    "integer": int,
    "number": Decimal,
    "boolean": bool,
}


def describe(model: type[Row]) -> TableSpec:
    """The specification of a model.

    Raises ``TypeError`` for a field whose type or metadata this package has no word for, so that
    nothing drops out on the way to the schemas.
    """
    columns = []
    for name, field in model.model_fields.items():
        declared = [item for item in field.metadata if isinstance(item, Column)]
        kinds = [item for item in field.metadata if isinstance(item, Kind)]
        annotation, inner = _peel(field.annotation)
        declared += [item for item in inner if isinstance(item, Column)]
        kinds += [item for item in inner if isinstance(item, Kind)]
        codes = (
            annotation if isinstance(annotation, type) and issubclass(annotation, Code) else None
        )
        if codes and not kinds:
            kinds = [CODE]
        place = f"{model.__name__}.{name}"
        if len(declared) != 1 or len(kinds) != 1:
            raise TypeError(f"{place} needs exactly one Kind and one Column")
        if any(not isinstance(item, (Column, Kind)) for item in [*field.metadata, *inner]):
            raise TypeError(f"{place} has metadata without a word in Table Schema")
        if annotation is not _TYPES.get(kinds[0].schema_type) and not codes:
            raise TypeError(f"{place} is of a type that its kind {kinds[0].name} does not read")
        if not field.is_required() and field.get_default(call_default_factory=True) is not None:
            raise TypeError(f"{place} has a default: an empty cell is missing, nothing else")
        columns.append(ColumnSpec(name, kinds[0], codes, field.is_required(), declared[0]))
    return TableSpec(model.declared, model, tuple(columns))


def _peel(annotation: Any) -> tuple[Any, list[object]]:  # noqa: ANN401 - typing objects have no type
    """The type inside ``X | None`` and the metadata that stood beside it."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(annotation) if part is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"no Table Schema word for {annotation}")
        annotation = inner[0]
    metadata: list[object] = []
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, *metadata = typing.get_args(annotation)
    return annotation, metadata
