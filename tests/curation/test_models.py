"""Models: a cell is canonical text or an error, and the schemas say what the models say."""

import dataclasses
import json
import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, cast, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from pydantic_core import PydanticCustomError

from gsomia_data._floor.edtf import Edtf
from gsomia_data.curation.checks.rows import problems
from gsomia_data.curation.package import descriptor
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.records import Invalid, record, value_in, value_of
from gsomia_data.curation.schema import columns as c
from gsomia_data.curation.schema import kinds as k
from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import MODELS, TABLES, Poll
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec, describe, describe_all
from gsomia_data.curation.schema.vocabulary import Answer, Form
from kit.examples import examples

SMALL = examples(60)

EXAMPLES = {
    "slug": "gsomia-2016",
    "name": "agreement_id",
    "text": "Clean text",
    "verbatim": " “words”\n",
    "iso3": "KOR",
    "url": "https://example.org/a?b=c",
    "path": "corpus/dw-2016-11-14.txt",
    "sha256": "0123456789abcdef" * 4,
    "seal": "abcdmnop",
    "integer": "47",
    "number": "4.5",
    "edtf": "[..2016-11-30]",
    "date": "2016-11-23",
}
PATTERNED = ["slug", "name", "iso3", "url", "path", "sha256", "seal"]
TYPES = {
    "string": (str, Edtf),
    "date": (date,),
    "integer": (int,),
    "number": (Decimal,),
}
COLUMNS = [
    pytest.param(spec, column, id=f"{spec.name}.{column.name}")
    for spec in TABLES.values()
    for column in spec.columns
]
CODED = [
    pytest.param(spec, column, id=f"{spec.name}.{column.name}")
    for spec in TABLES.values()
    for column in spec.columns
    if column.codes
]


def example(column: ColumnSpec) -> str:
    """A canonical cell of a column."""
    if column.codes:
        return str(next(iter(column.codes)))
    return EXAMPLES[column.kind.name]


def first_of(kind: str) -> tuple[TableSpec, ColumnSpec]:
    """The first column of a kind, with its table."""
    return next(
        (spec, column)
        for spec in TABLES.values()
        for column in spec.columns
        if column.kind.name == kind
    )


def full(spec: TableSpec) -> dict[str, str]:
    """A row of a table with every cell filled."""
    return {column.name: example(column) for column in spec.columns}


def refused(table: str, column: str, cell: str) -> list[str]:
    """Columns that the model refuses in a row that is right except for one cell."""
    spec = TABLES[table]
    return [name for name, _, _ in faults(spec, {**full(spec), column: cell})]


def faults(spec: TableSpec, cells: dict[str, str]) -> list[tuple[str, str, str]]:
    """What M01 finds in a row."""
    return list(problems(spec, record(spec, Entry(2, cells))))


class TestRows:
    """Check M01: each row is valid by its model, cells are text (DESIGN section 5)."""

    @pytest.mark.parametrize("table", TABLES)
    def test_full_row(self, table: str) -> None:
        """A row with a canonical cell in every column is accepted."""
        assert faults(TABLES[table], full(TABLES[table])) == []

    @pytest.mark.parametrize(("spec", "column"), COLUMNS)
    def test_empty_cell(self, spec: TableSpec, column: ColumnSpec) -> None:
        """An empty cell is a missing value: refused if required, accepted otherwise."""
        cells = full(spec) | {column.name: ""}
        expected = [column.name] if column.required else []
        assert [name for name, _, _ in faults(spec, cells)] == expected

    @pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
    def test_a_value_is_frozen_and_slotted(self, spec: TableSpec) -> None:
        """A row that was read cannot be changed, and holds nothing but its columns."""
        value = spec.parse(full(spec))
        assert not hasattr(value, "__dict__")
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, spec.header[0], "another")

    def test_unknown_column(self) -> None:
        """A column that the model does not have is refused by name."""
        cells = full(TABLES["polls"]) | {"sample": "1000"}
        assert [name for name, _, _ in faults(TABLES["polls"], cells)] == ["sample"]

    def test_a_row_with_a_fault_keeps_its_other_values(self) -> None:
        """It is not a value of its model, but each cell without a fault can still be read."""
        spec = TABLES["polls"]
        row = record(spec, Entry(2, {**full(spec), "percent": "1_0", "note": ""}))
        assert isinstance(row, Invalid)
        assert value_of(row, Poll) is None
        assert value_in(row, "percent", Decimal) is None
        assert value_in(row, "note", str) is None
        assert value_in(row, "respondents", int) == 47
        assert value_in(row, "answer", Code) is next(iter(Answer))

    def test_every_problem_is_reported(self) -> None:
        """One wrong cell does not hide the next, and each has its own column."""
        cells = full(TABLES["polls"]) | {"percent": "1_0", "released": "2016-1-3", "answer": "no"}
        found = {name for name, _, _ in faults(TABLES["polls"], cells)}
        assert found == {"percent", "released", "answer"}

    def test_message(self) -> None:
        """The message shows the cell and the spelling; a code's hint lists the codes."""
        polls = TABLES["polls"]
        ((_, message, _),) = faults(polls, {**full(polls), "percent": "1_0"})
        assert message == "'1_0' is not a number such as 59 or 4.5"
        ((_, message, hint),) = faults(polls, {**full(polls), "answer": "against"})
        assert message == "'against' is not a code of this column"
        assert hint == f"the codes are: {', '.join(Answer)}"
        ((_, message, hint),) = faults(polls, {**full(polls), "pollster": ""})
        assert (message, hint) == (
            "the cell is empty, and must not be",
            "Actor that conducted the survey",
        )

    def test_long_cells_are_cut(self) -> None:
        """A long cell does not flood the message."""
        spec = TABLES["polls"]
        ((_, message, _),) = faults(spec, {**full(spec), "question": " " + "x" * 500})
        assert len(message) < 120


class TestSpelling:
    """One spelling per value: what pydantic alone would convert silently is an error."""

    @pytest.mark.parametrize(
        "cell",
        [
            "1_0", " 47 ", "47 ", "\t47", "1e2", "1E2", "nan", "NaN", "inf", "-inf", "+2", "02",
            "2.0", "4.50", ".5", "5.", "1,000", "٤٧", "４７", "True", "0x10", "-0", "0.0", "--1",
            "47%", "1/2", "½", "²", "None", "NA", "4.1234567891", "1" * 19, "-1", "101",
        ],
    )  # fmt: skip
    def test_number(self, cell: str) -> None:
        """A number is digits, with a point only if it needs one."""
        assert refused("polls", "percent", cell) == ["percent"]

    @pytest.mark.parametrize("cell", ["0", "0.5", "4.5", "59", "99.99999999", "0.00000001", "100"])
    def test_number_accepted(self, cell: str) -> None:
        """These are the only spellings of their numbers."""
        assert refused("polls", "percent", cell) == []

    @pytest.mark.parametrize(
        "cell",
        [
            "4.5", "33rd", "1_0", " 47 ", "1e2", "+2", "02", "2.0", "٤٧", "True", "-0", "0", "-3",
            "1" * 19,
        ],
    )  # fmt: skip
    def test_integer(self, cell: str) -> None:
        """An integer is digits without leading zeros, within the column's bounds."""
        assert refused("polls", "respondents", cell) == ["respondents"]

    @pytest.mark.parametrize(
        "cell",
        [
            "2016-1-3", "1479859200", "2016-11-31", "2016-11-23T00:00:00", "23.11.2016", "today",
            "2016-11-23 ", "٢٠١٦", "1945/1910", "19..10/1945", "2016?", "nan", "201", "+2016",
            "[2016..2016]", "[2016-11-01..2016-11-30]", "2016-11-23/2016-11-23", "[..2014]",
        ],
    )  # fmt: skip
    def test_edtf(self, cell: str) -> None:
        """A date is EDTF in its canonical spelling."""
        assert refused("dates", "date", cell) == ["date"]

    @pytest.mark.parametrize("cell", ["2016-11", "2016", "2016-1-3", "2016-02-30", "1910/1945"])
    def test_day(self, cell: str) -> None:
        """A derived day is a whole calendar day."""
        assert refused("dates", "earliest", cell) == ["earliest"]

    @pytest.mark.parametrize(
        "cell",
        [
            "cafe\u0301", "a\x00b", "a\x07", "a\x1b[31m", "a\nb", "a\tb", "a\rb", "a\u00a0b",
            "a\u200bb", "a\u00adb", "a\u202eb", "a\u2028b", "a\ufeffb", "a\ue000b", "a\uffffb",
            "a\U000e0001b", " a", "a ", "a\u3000b", " ", "\ud800",
        ],
    )  # fmt: skip
    def test_text(self, cell: str) -> None:
        """Text is NFC, without edge blanks, odd blanks, control or format characters."""
        assert refused("polls", "note", cell) == ["note"]

    @pytest.mark.parametrize(
        "cell",
        [
            "a\x00b", "a\rb", "a\r\nb", "a\x1b", "a\x85b", "a\x9bb", "a\u202ab", "a\u202eb",
            "a\u2066b", "a\u2069b", "a\ufeff", "a\ue000b", "a\uffffb",
        ],
    )  # fmt: skip
    def test_verbatim(self, cell: str) -> None:
        """Verbatim text holds no control but tab and line feed, and nothing that reorders it."""
        assert refused("quotes", "exact", cell) == ["exact"]

    @pytest.mark.parametrize(
        "cell",
        [
            " a ", "a\nb", "a\tb", "a\u00a0b", "=SUM(1)", "+1", "-1", "@x", "“a”", "cafe\u0301",
            "a\u00adb", "a\u200bb", "a\u2060b", "👩\u200d💻", "❤\ufe0f", "\u1109\u1165",
        ],
    )  # fmt: skip
    def test_verbatim_accepted(self, cell: str) -> None:
        """It may hold blanks, signs, what is not seen, and any normal form: as documents do."""
        assert refused("quotes", "exact", cell) == []

    @pytest.mark.parametrize(
        ("table", "column", "cell"),
        [
            ("agreements", "agreement_id", "Gsomia-2016"),
            ("agreements", "agreement_id", "gsomia_2016"),
            ("agreements", "agreement_id", "-gsomia"),
            ("agreements", "agreement_id", "gsomia--2016"),
            ("agreements", "agreement_id", "gsomia-2016\n"),
            ("agreements", "agreement_id", "é"),
            ("agreements", "agreement_id", "gsomia-٢"),
            ("evidence", "column_name", "korea-partner-rank"),
            ("actors", "iso3", "kor"),
            ("actors", "iso3", "KO"),
            ("actors", "seal", "abcdefg"),
            ("actors", "seal", "abcdefgq"),
            ("actors", "seal", "18f8bf16"),
            ("actors", "seal", "1e100000"),
            ("actors", "seal", "dec12016"),
            ("sources", "url", "ftp://example.org"),
            ("sources", "url", "https://example.org/a b"),
            ("sources", "path", "corpus/../x.txt"),
            ("sources", "sha256", "A" * 64),
            ("polls", "answer", "Oppose"),
            ("polls", "answer", "OPPOSE"),
            ("polls", "answer", "oppose "),
        ],
    )
    def test_other_kinds(self, table: str, column: str, cell: str) -> None:
        """Keys, codes, addresses and hashes have one spelling too."""
        assert refused(table, column, cell) == [column]


DIGITS = st.text("0123456789.-+_eE ٤", max_size=8)
DATED = st.text("0123456789-/.[]", max_size=16)
WORDS = st.text(st.one_of(st.sampled_from("aé\u0301 \n\u00a0-_9"), st.characters()), max_size=8)
POINTS = st.dates().flatmap(lambda day: st.sampled_from([f"{day}", f"{day}"[:7], f"{day}"[:4]]))
DAYS = st.one_of(
    POINTS, st.builds("{}/{}".format, POINTS, POINTS), st.builds("[{}..{}]".format, POINTS, POINTS)
)
CELLS = st.one_of(DIGITS, DATED, WORDS, st.sampled_from(["true", "false", *EXAMPLES.values()]))


KINDS = {kind.name: kind for kind in vars(k).values() if isinstance(kind, k.Kind)}


def spell(value: k.Value) -> str:
    """The one text of a value: the inverse of ``Kind.read``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Edtf):
        return value.text
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def fitting(kind: k.Kind) -> st.SearchStrategy[str]:
    """Any text, and texts of which the kind accepts many."""
    fits = (
        st.from_regex(re.compile(kind.pattern, re.ASCII), fullmatch=True) if kind.pattern else DAYS
    )
    return st.one_of(CELLS, fits).filter(bool)


class TestPrintsBack:
    """What a kind accepts prints back to its own cell (DESIGN section 8): so M01 need not."""

    @pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
    @SMALL
    @given(data=st.data())
    def test_any_text(self, kind: k.Kind, data: st.DataObject) -> None:
        """Whatever text a kind accepts, its value has that spelling and no other."""
        cell = data.draw(fitting(kind))
        try:
            value = kind.read(cell)
        except PydanticCustomError:
            return
        assert spell(value) == cell

    @pytest.mark.parametrize("kind", EXAMPLES)
    @SMALL
    @given(data=st.data())
    def test_any_cell(self, kind: str, data: st.DataObject) -> None:
        """The model keeps the value that the kind has read."""
        spec, column = first_of(kind)
        cell = data.draw(fitting(column.kind))
        try:
            row = spec.parse({**full(spec), column.name: cell})
        except ValidationError:
            assert refused(spec.name, column.name, cell) == [column.name]
            return
        assert spell(cast(k.Value, getattr(row, column.name))) == cell

    @pytest.mark.parametrize(
        ("table", "column", "code"),
        [
            (spec.name, column.name, str(code))
            for spec in TABLES.values()
            for column in spec.columns
            for code in column.codes or ()
        ],
    )
    def test_codes(self, table: str, column: str, code: str) -> None:
        """A code is read as itself."""
        spec = TABLES[table]
        value = getattr(spec.parse({**full(spec), column: code}), column)
        assert spell(value) == code
        assert isinstance(value, Code)

    @SMALL
    @given(st.decimals(0, 100, allow_nan=False, places=8))
    def test_numbers(self, number: Decimal) -> None:
        """Every number of up to eight places has a spelling that is accepted."""
        plain = format(number, "f").rstrip("0").rstrip(".")
        assert refused("polls", "percent", plain) == []

    @SMALL
    @given(st.dates())
    def test_days(self, day: object) -> None:
        """Every calendar day is accepted as EDTF and as a derived day."""
        assert refused("dates", "date", str(day)) == []
        assert refused("dates", "earliest", str(day)) == []

    @SMALL
    @given(WORDS)
    def test_text_is_clean(self, words: str) -> None:
        """Text that is accepted is NFC, without edge blanks, with no blank but the space."""
        if words and not refused("polls", "note", words):
            assert words == unicodedata.normalize("NFC", words).strip()
            assert all(char == " " or not char.isspace() for char in words)
            assert words.isprintable()


class TestDescribe:
    """The derivation from the models refuses what it cannot express (DESIGN section 2)."""

    def test_all_tables(self) -> None:
        """Each model is one table, and each of its fields one column, in order."""
        assert len(TABLES) == len(MODELS)
        for spec in TABLES.values():
            fields = dataclasses.fields(spec.model)
            assert spec.header == tuple(field.name for field in fields)
            assert {*spec.key, *spec.order} <= set(spec.header)
            assert all(set(unique) <= set(spec.header) for unique in spec.declared.unique)
            assert all(spec.column(name) is not None for name in spec.header)
            assert spec.column("nowhere") is None

    def test_optional_kinds(self) -> None:
        """Kind, codes and obligation are found behind `X | None` too."""

        @c.row
        class Sound(c.Row):
            declared: ClassVar[c.Table] = c.Table(
                "sound", "Sound", "one", ("key",), label="{key}", included="all", excluded="none"
            )
            key: Annotated[Annotated[str, k.SLUG], MEANING]
            form: Annotated[Form | None, MEANING]
            number: Annotated[Annotated[int, k.INTEGER] | None, MEANING]

        spec = describe(Sound)
        assert [(x.kind.name, x.required, x.codes) for x in spec.columns] == [
            ("slug", True, None),
            ("code", False, Form),
            ("integer", False, None),
        ]
        assert (spec.path, spec.key, spec.order) == ("dataset/sound.csv", ("key",), ("key",))

    @pytest.mark.parametrize(
        "annotation",
        [
            str,
            Annotated[str, k.SLUG],
            Annotated[Form, "a remark"],
        ],
    )
    def test_without_column(self, annotation: object) -> None:
        """A field without a `Column` has no meaning and no grounding."""
        with pytest.raises(TypeError, match="exactly one Kind and one Column"):
            describe(_model(annotation))

    @pytest.mark.parametrize(
        ("field", "reason"),
        [
            (str, "exactly one Kind"),
            (Annotated[str, k.SLUG, k.TEXT], "exactly one Kind"),
            (Annotated[str, k.SLUG] | Annotated[int, k.INTEGER], "Table Schema cannot express"),
            (Annotated[str, k.SLUG] | int | None, "Table Schema cannot express"),
            (Annotated[list[str], k.TEXT], "a type that its kind text does not read"),
            (Annotated[int, k.TEXT], "a type that its kind text does not read"),
            (Annotated[str, k.INTEGER], "a type that its kind integer does not read"),
            (Annotated[str, k.EDTF], "a type that its kind edtf does not read"),
            (Annotated[int, k.INTEGER, Field(gt=3)], "metadata that Table Schema cannot"),
            (
                Annotated[int, k.INTEGER, Field(gt=3)] | None,
                "metadata that Table Schema cannot",
            ),
        ],
    )
    def test_no_word(self, field: object, reason: str) -> None:
        """Types, unions and constraints that no schema could carry are refused."""
        with pytest.raises(TypeError, match=reason):
            describe(_model(Annotated[field, MEANING]))

    def test_default(self) -> None:
        """An empty cell is a missing value and has no other meaning."""

        @c.row
        class Defaulted(c.Row):
            declared: ClassVar[c.Table] = c.Table(
                "defaulted", "Defaulted", "one", ("key",), label="{key}", included="", excluded=""
            )
            key: Annotated[Annotated[str, k.SLUG], MEANING] = "gsomia-2016"

        with pytest.raises(TypeError, match="has a default"):
            describe(Defaulted)

    @pytest.mark.parametrize("label", ["{fields}", "{field}[ {?other}]"])
    def test_a_label_of_no_column(self, label: str) -> None:
        """What the label of a row shows is in its table."""
        field = Annotated[Annotated[str, k.SLUG], MEANING]
        with pytest.raises(TypeError, match=r"label of odd names (fields|other), which is not a"):
            describe(_model(field, label))

    def test_a_label_in_itself(self) -> None:
        """A label that needs a label of its own table would never end."""
        itself = c.Column("Meaning.", Grounding.CURATORIAL, "odd")
        field = Annotated[Annotated[str, k.SLUG], itself]
        with pytest.raises(TypeError, match="a label of odd would be part of itself"):
            describe_all([_model(field)])


MEANING = c.Column("Meaning.", Grounding.CURATORIAL)


def _model(annotation: object, label: str = "{field}") -> type[c.Row]:
    """A model with one field of this annotation."""
    body = {
        "__module__": __name__,
        "__annotations__": {"declared": ClassVar[c.Table], "field": annotation},
        "declared": c.Table(
            "odd", "Odd", "one", ("field",), label=label, included="all", excluded="none"
        ),
    }
    return c.row(type("Odd", (c.Row,), body))


class TestSchema:
    """Table Schema (Data Package v2): generated from the models, total, nothing dropped."""

    @pytest.mark.parametrize(("spec", "column"), COLUMNS)
    def test_field(self, spec: TableSpec, column: ColumnSpec) -> None:
        """Name, type, constraints, codes and meaning of a column stand in its schema."""
        (field,) = (field for field in _fields(spec) if field["name"] == column.name)
        constraints = cast(dict[str, object], field.get("constraints", {}))
        hint = get_type_hints(spec.model)[column.name]
        value = getattr(spec.parse(full(spec)), column.name)
        assert isinstance(value, TYPES[str(field["type"])])
        assert field["description"] == column.meaning
        assert constraints.get("required", False) is not isinstance(None, hint)
        own = column.required and not column.references and field["type"] == "string"
        assert constraints.get("pattern") == (column.kind.pattern if own else None)
        assert constraints.get("minimum") == column.declared.minimum
        assert constraints.get("maximum") == column.declared.maximum
        codes = [str(code) for code in column.codes] if column.codes else None
        assert constraints.get("enum") == field.get("categories") == codes

    def test_only_magnitudes_are_ordered(self) -> None:
        """`max(stance)` means nothing; above is more than below, a year less exact than a day."""
        ordered = {
            (spec.name, field["name"]): field["categories"]
            for spec in TABLES.values()
            for field in _fields(spec)
            if field.get("categoriesOrdered", False)
        }
        assert ordered == {
            ("dates", "precision"): ["day", "month", "year", "span", "within"],
            ("quantities", "bound"): ["below", "about", "exact", "above"],
            ("evidence", "bound"): ["below", "about", "exact", "above"],
        }

    @pytest.mark.parametrize("kind", PATTERNED)
    @examples(40)
    @given(data=st.data())
    def test_pattern(self, kind: str, data: st.DataObject) -> None:
        """A pattern accepts exactly what the model accepts."""
        spec, column = first_of(kind)
        pattern = column.kind.pattern
        assert pattern is not None
        cell = data.draw(st.one_of(CELLS, st.from_regex(pattern)).filter(bool))
        fits = re.fullmatch(pattern, cell, re.ASCII) is not None
        assert (refused(spec.name, column.name, cell) == []) is fits

    @pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
    def test_table(self, spec: TableSpec) -> None:
        """Columns in order, primary key, unique keys and references are those of the model."""
        built = descriptor.schema(spec)
        assert [field["name"] for field in _fields(spec)] == list(spec.header)
        assert built["primaryKey"] == list(spec.key)
        assert built.get("uniqueKeys", []) == [list(unique) for unique in spec.declared.unique]
        foreign = cast(list[dict[str, object]], built.get("foreignKeys", []))
        targets = {
            cast(list[str], key["fields"])[0]: cast(dict[str, object], key["reference"])
            for key in foreign
        }
        assert set(targets) == {column.name for column in spec.columns if column.references}
        for name, reference in targets.items():
            column = spec.column(name)
            assert column is not None
            target = TABLES[str(column.references)]
            assert (reference["resource"] or spec.name) == target.name
            assert reference["fields"] == list(target.key)
        assert json.loads(json.dumps(built)) == built

    @pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
    def test_fields_match_exactly_by_default(self, spec: TableSpec) -> None:
        """The standard and its profile give `fieldsMatch` different types; exact is the default."""
        assert "fieldsMatch" not in descriptor.schema(spec)

    def test_unknown_kind(self) -> None:
        """A kind that Table Schema has no type for is refused."""
        column = TABLES["polls"].column("survey")
        assert column is not None
        odd = dataclasses.replace(column, kind=k.Kind("point", "geopoint", "a point"))
        with pytest.raises(TypeError, match="Table Schema has no type for the kind point"):
            descriptor.schema(dataclasses.replace(TABLES["polls"], columns=(odd,)))

    def test_bound_of_text(self) -> None:
        """A bound on something that is no number is refused."""
        column = TABLES["polls"].column("survey")
        assert column is not None
        odd = dataclasses.replace(column, declared=dataclasses.replace(column.declared, maximum=3))
        with pytest.raises(TypeError, match="Table Schema cannot express the maximum of survey"):
            descriptor.schema(dataclasses.replace(TABLES["polls"], columns=(odd,)))


def _fields(spec: TableSpec) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], descriptor.schema(spec)["fields"])


class TestDescriptions:
    """A description is published alone: in schemas, exports, labels and help."""

    @pytest.mark.parametrize(("spec", "column"), COLUMNS)
    def test_a_column_has_one_short_line(self, spec: TableSpec, column: ColumnSpec) -> None:
        """As long as a label of Stata can be, with a capital, without a full stop."""
        assert len(column.meaning) <= 80
        assert column.meaning[0].isupper()
        assert not column.meaning.endswith(".")
        assert column.meaning.lower() not in (column.name, spec.name)

    @pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
    def test_columns_of_a_table_differ(self, spec: TableSpec) -> None:
        """Two columns of one table do not mean the same."""
        meanings = [column.meaning.casefold() for column in spec.columns]
        assert sorted(meanings) == sorted(set(meanings))

    @pytest.mark.parametrize(("spec", "column"), CODED)
    def test_a_code_is_defined(self, spec: TableSpec, column: ColumnSpec) -> None:
        """By more than its own word; no two codes of a column have one definition."""
        assert column.codes
        definitions = [re.sub("^(an?|the) ", "", code.definition) for code in column.codes]
        for code, definition in zip(column.codes, definitions, strict=True):
            assert definition not in ("", str(code)), f"{spec.name}.{column.name}: {code}"
        assert sorted(definitions) == sorted(set(definitions))
