"""The platform's forms from TOML files (`kind = "forms"`): every fault told at once."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from storage.pack_fields import Key, Names, Shape
from storage.pack_nodes import ConditionShape
from storage.packs import PacksFaulty, lines_of, load_packs, read_folder
from workflow.basis import Basis
from workflow.forms import Form, FormBook, FormLine
from workflow.ids import ItemKey
from workflow.text import Text
from workflow.transcript import FormKey

FormName = Annotated[str, Field(pattern="^[a-z]{1,12}$")]
"""It travels in the data of a button."""


class LineShape(Shape):
    """A line, maybe in a unit of its own; one in the item's unit is written as its key alone."""

    item: Key
    times: Decimal = Field(default=Decimal(1), gt=0)
    unit: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_its_key(cls, given: object) -> object:
        return {"item": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _has_both(self) -> Self:
        if (self.unit is None) != (self.times == 1):
            message = "times says how many of the form's own unit are one of the item's, unit which"
            raise ValueError(message)
        return self

    def line(self) -> FormLine:
        """As the trade knows it."""
        return FormLine(ItemKey(self.item), self.times, self.unit)


class FormShape(Shape):
    """One form."""

    title: Text
    lines: tuple[LineShape, ...] = Field(min_length=1)
    is_pledge: bool = False
    left_out_when: ConditionShape | None = None
    left_out: Text | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if (self.left_out_when is None) != (self.left_out is None):
            message = "left_out says what becomes of the form, left_out_when when"
            raise ValueError(message)
        return self

    def form(self, key: str) -> Form:
        """As the trade knows it."""
        lines = tuple(each.line() for each in self.lines)
        return Form(
            FormKey(key), self.title, lines, self.is_pledge, self.left_out_when, self.left_out
        )


class PublicityShape(Shape):
    """What is published."""

    always: tuple[Key, ...]
    asked: tuple[Key, ...]
    compared_in: Key


class MoneyShape(Shape):
    """How the platform shows money."""

    red_from: Decimal | None = None


class FormsShape(Shape):
    """One file."""

    kind: Literal["forms"]
    none: Text
    not_applicable: Text
    basis: Basis
    publicity: PublicityShape
    money: MoneyShape = MoneyShape()
    forms: dict[FormName, FormShape] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_each_item_once(self) -> Self:
        counted = Counter(
            line.item for key, form in self.forms.items() for line in form.form(key).lines
        )
        twice = [item for item, count in counted.items() if count > 1]
        if twice:
            message = f"stands twice: {', '.join(twice)}"
            raise ValueError(message)
        return self

    def book(self) -> FormBook:
        """As the trade knows it."""
        said = self.publicity
        return FormBook(
            forms=tuple(form.form(key) for key, form in self.forms.items()),
            published=tuple(ItemKey(each) for each in said.always),
            asked=tuple(ItemKey(each) for each in said.asked),
            compared_in=ItemKey(said.compared_in),
            red_from=self.money.red_from,
            none=self.none,
            not_applicable=self.not_applicable,
            basis=self.basis,
        )


def load_forms(folder: Path) -> FormBook:
    """The newest forms of the folder; PacksFaulty, also where they speak of an item no pack has."""
    faults: list[str] = []
    books: dict[int, FormBook] = {}
    for stem, table in read_folder(folder, faults).items():
        if table["kind"] == "forms":
            try:
                book = FormsShape.model_validate(table, context=Names()).book()
            except ValidationError as error:
                faults.extend(lines_of(stem, error, table))
                continue
            books[int(stem.partition("@")[2])] = book
            faults.extend(_strange(stem, book, folder))
    if faults:
        raise PacksFaulty(faults)
    return books[max(books)] if books else FormBook()


def _strange(stem: str, book: FormBook, folder: Path) -> Iterator[str]:
    known = {item.key for pack in load_packs(folder).values() for item in pack.items}
    named = [line.item for form in book.forms for line in form.lines]
    for item in (*named, *book.published, *book.asked, book.compared_in):
        if item is not None and item not in known:
            yield f"{stem}.toml: there is no item {item} in any pack"
