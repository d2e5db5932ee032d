"""The forms of the platform as data: their order, and what stands in which line (docs/domain.md section 2).

Read from `packs/forms@<version>.toml` by storage/forms.py.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from workflow.basis import Basis, Standing
from workflow.given import Cell, Choices, Day, Number, Words
from workflow.ids import ItemKey
from workflow.pack import CellSpec, ChoiceSpec
from workflow.rules import Condition
from workflow.text import Text
from workflow.transcript import FormKey

EMPTY = Text("", "")


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line, or a table, of a form: the item whose value goes there, and in which unit."""

    item: ItemKey
    times: Decimal = Decimal(1)
    """So many of the form's units are one of the item's."""
    unit: Text | None = None
    """The form's, where it is another than the item's."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the platform."""

    key: FormKey
    title: Text
    lines: tuple[FormLine, ...]
    is_pledge: bool = False
    """Nothing but the pledge, typed sign by sign."""
    left_out_when: Condition | None = None
    left_out: Text | None = None
    """What then becomes of it on the platform."""


@dataclass(frozen=True, slots=True)
class FormBook:
    """All forms, and what of them is published."""

    forms: tuple[Form, ...] = ()
    published: tuple[ItemKey, ...] = ()
    """Published always."""
    asked: tuple[ItemKey, ...] = ()
    """Published if the company ticks so."""
    compared_in: ItemKey | None = None
    """The item in which what was published is compared."""
    red_from: Decimal | None = None
    """万元: from there on the platform shows money in red, and takes it."""
    none: Text = EMPTY
    """What is typed where there is nothing: in Chinese, whoever reads it."""
    not_applicable: Text = EMPTY
    basis: Basis = field(default_factory=lambda: Basis(Standing.UNVERIFIED))
    """How sure the lines are; the forms themselves are the platform's."""

    def form(self, key: str) -> Form | None:
        """The form of that key."""
        return next((form for form in self.forms if form.key == key), None)


NO_FORMS = FormBook()


def as_typed(cell: Cell, spec: CellSpec | None, times: Decimal = Decimal(1)) -> str:
    """A value as it is typed into the platform: digits without a comma, ISO days, Chinese options."""
    match cell:
        case None:
            return ""
        case Number(number):
            return f"{number:f}" if times == 1 else f"{(number * times).normalize():f}"
        case Day(day):
            return day.isoformat()
        case Words(text):
            return text
        case Choices(keys):
            return "、".join(title.zh for title in titles_of(keys, spec))


def titles_of(keys: tuple[str, ...], spec: CellSpec | None) -> tuple[Text, ...]:
    """What the options are called; one that is there no more by its key."""
    options = spec.options if isinstance(spec, ChoiceSpec) else ()
    titles = {option.key: option.title for option in options}
    return tuple(titles.get(key, Text(key, key)) for key in keys)
