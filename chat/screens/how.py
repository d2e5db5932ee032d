"""How an item is handed in, said with an example."""

from typing import assert_never

from messages.say import Listed, Say, say
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    DateSpec,
    FormSpec,
    Item,
    ItemKind,
    NumberKind,
    NumberSpec,
    PhoneSpec,
    TableSpec,
    TextSpec,
)


def how_to(item: Item) -> Say:
    """How this item is handed in, with an example."""
    match item.kind:
        case ItemKind.MATERIAL:
            return say("how-located") if item.sensitive else say("how-file")
        case ItemKind.CONFIRM:
            return say("how-confirm")
        case ItemKind.SIGN:
            return say("how-sign")
        case ItemKind.ANSWER:
            return _how_answered(item.spec)
        case _:
            assert_never(item.kind)


def _how_answered(spec: AnswerSpec | None) -> Say:
    match spec:
        case NumberSpec():
            return _how_number(spec)
        case DateSpec():
            return say("how-date")
        case TextSpec() | None:
            return say("how-text")
        case PhoneSpec():
            return say("how-mobile") if spec.mobile else say("how-phone")
        case ChoiceSpec():
            return say("how-choices") if spec.many else say("how-choice")
        case TableSpec() | FormSpec():
            return _how_rows(spec)
        case _:
            assert_never(spec)


def _how_number(spec: NumberSpec) -> Say:
    match spec.kind:
        case NumberKind.MONEY:
            return say("how-money")
        case NumberKind.PERCENT:
            return say("how-percent")
        case NumberKind.DECIMAL:
            return say("how-decimal", unit=spec.unit, decimals=spec.decimals)
        case NumberKind.INTEGER:
            return say("how-integer", unit=spec.unit)
        case _:
            assert_never(spec.kind)


def _how_rows(spec: TableSpec | FormSpec) -> Say:
    columns = Listed(tuple(column.title for column in spec.columns))
    if isinstance(spec, FormSpec):
        return say("how-form", columns=columns, count=len(spec.columns))
    return say("how-table", columns=columns)
