"""How a pack's TOML says the small things: names defined once, days, and what can be answered.

Pydantic shapes; docs/packs.md tells them to those who write packs. A file defines units, bases and
options once and refers to them by name: validation gets them as its context, a `Names`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from storage.pack_patterns import safe_pattern
from workflow.basis import Basis
from workflow.pack import (
    CellSpec,
    ChoiceSpec,
    Column,
    DateSpec,
    FormSpec,
    NumberKind,
    NumberSpec,
    Option,
    PhoneSpec,
    TableSpec,
    TextCheck,
    TextSpec,
)
from workflow.text import Text

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,24}$")]
"""Keys travel in the callback data of a button, which holds 64 bytes."""
StepKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,4}$")]

MOST_OPTIONS = 60

T = TypeVar("T")


class Shape(BaseModel):
    """A table of the file: nothing unknown in it, no empty words."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1
    )


# --- names ------------------------------------------------------------------------------


OptionTable = Annotated[dict[Key, Text], Field(min_length=1, max_length=MOST_OPTIONS)]


class NamesShape(Shape):
    """What a file defines once."""

    units: dict[Key, Text] = Field(default_factory=dict)
    bases: dict[Key, Basis] = Field(default_factory=dict)
    options: dict[Key, OptionTable] = Field(default_factory=dict)
    checks: dict[Key, Text] = Field(default_factory=dict)
    patterns: dict[Key, Annotated[str, PlainValidator(safe_pattern)]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """All names a file may use: its own and those of the files it includes."""

    units: Mapping[str, Text] = field(default_factory=dict)
    bases: Mapping[str, Basis] = field(default_factory=dict)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    checks: Mapping[str, Text] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)

    def joined(self, others: "Names") -> "Names":
        """These and the others."""
        return Names(
            {**others.units, **self.units},
            {**others.bases, **self.bases},
            {**others.options, **self.options},
            {**others.checks, **self.checks},
            {**others.patterns, **self.patterns},
        )


def names_of(shape: NamesShape) -> Names:
    """The names that the tables of a file define."""
    options = {
        name: tuple(Option(key, title) for key, title in table.items())
        for name, table in shape.options.items()
    }
    return Names(shape.units, shape.bases, options, shape.checks, shape.patterns)


def _look_up(table: Mapping[str, T], name: object) -> T:
    if isinstance(name, str) and name in table:
        return table[name]
    message = f"{name!r} is not defined; defined are {', '.join(sorted(table)) or 'none'}"
    raise ValueError(message)


def _unit(name: object, info: ValidationInfo[Names]) -> Text:
    return _look_up(info.context.units, name)


def _basis(name: object, info: ValidationInfo[Names]) -> Basis:
    return _look_up(info.context.bases, name)


def _options(name: object, info: ValidationInfo[Names]) -> tuple[Option, ...]:
    return _look_up(info.context.options, name)


def _check(name: object, info: ValidationInfo[Names]) -> Text:
    return _look_up(info.context.checks, name)


NamedUnit = Annotated[Text, PlainValidator(_unit)]
NamedBasis = Annotated[Basis, PlainValidator(_basis)]
NamedOptions = Annotated[tuple[Option, ...], PlainValidator(_options)]
NamedCheck = Annotated[Text, PlainValidator(_check)]


# --- what can be answered ---------------------------------------------------------------


class NumberShape(Shape):
    """A number with its unit and bounds."""

    type: Literal["integer", "decimal", "money", "percent"]
    unit: NamedUnit
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = Field(default=0, ge=0, le=6, strict=True)

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            message = "low is above high"
            raise ValueError(message)
        if self.type == "integer" and self.decimals:
            message = "an integer has no decimals"
            raise ValueError(message)
        return self

    def spec(self) -> NumberSpec:
        """As the trade knows it."""
        return NumberSpec(NumberKind(self.type), self.unit, self.low, self.high, self.decimals)


class DateShape(Shape):
    """A calendar day."""

    type: Literal["date"]

    def spec(self) -> DateSpec:
        """As the trade knows it."""
        return DateSpec()


class LineShape(Shape):
    """A text."""

    type: Literal["text"]
    check: TextCheck = TextCheck.ANY
    longest: int = Field(default=200, ge=1, le=2000, strict=True)

    def spec(self) -> TextSpec:
        """As the trade knows it."""
        return TextSpec(self.check, self.longest)


class PhoneShape(Shape):
    """A phone number."""

    type: Literal["phone"]
    mobile: bool = False

    def spec(self) -> PhoneSpec:
        """As the trade knows it."""
        return PhoneSpec(mobile=self.mobile)


class ChoiceShape(Shape):
    """One or several of named options."""

    type: Literal["choice"]
    options: NamedOptions
    many: bool = False

    def spec(self) -> ChoiceSpec:
        """As the trade knows it."""
        return ChoiceSpec(self.options, self.many)


CellShape = Annotated[
    NumberShape | DateShape | LineShape | PhoneShape | ChoiceShape, Field(discriminator="type")
]


class ColumnShape(Shape):
    """A column of a table or a line of a form."""

    key: Key
    title: Text
    spec: CellShape
    required: bool = True
    sum_to: Decimal | None = None
    not_before: Key | None = None

    @model_validator(mode="after")
    def _adds_up_numbers(self) -> Self:
        if self.sum_to is not None and not isinstance(self.spec, NumberShape):
            message = "only numbers add up (sum_to)"
            raise ValueError(message)
        return self

    def column(self) -> Column:
        """As the trade knows it."""
        spec: CellSpec = self.spec.spec()
        before = self.not_before or ""
        return Column(self.key, self.title, spec, self.required, self.sum_to, before)


def _is_when(spec: CellShape) -> bool:
    is_minute = isinstance(spec, LineShape) and spec.check is TextCheck.MINUTE
    return isinstance(spec, DateShape) or is_minute


class ColumnsShape(Shape):
    """A table (any number of rows) or a form (filled once, with files)."""

    type: Literal["table", "form"]
    columns: tuple[ColumnShape, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _differ(self) -> Self:
        if len({column.key for column in self.columns}) < len(self.columns):
            message = "two columns have one key"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        whens = [column.key for column in self.columns if _is_when(column.spec)]
        for column in self.columns:
            if column.not_before and not {column.key, column.not_before} <= set(whens):
                message = "not_before stands between two columns of days, or of minutes"
                raise ValueError(message)
        return self

    def spec(self) -> TableSpec | FormSpec:
        """As the trade knows it."""
        columns = tuple(column.column() for column in self.columns)
        return TableSpec(columns) if self.type == "table" else FormSpec(columns)


AnswerShape = Annotated[
    NumberShape | DateShape | LineShape | PhoneShape | ChoiceShape | ColumnsShape,
    Field(discriminator="type"),
]
