"""What an item asks for, in the words of a sheet's row: kind, unit, range, options."""

from typing import assert_never

from messages.say import Fact, Listed, Say, say
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


def wants(item: Item) -> Say:
    """「整数,单位 席,不小于 0」; of a paper, that the file is to be sent."""
    if item.kind is not ItemKind.ANSWER or item.spec is None:
        return say("wants-file")
    told = _told(item.spec)
    return told if item.hint is None else say("wants-hinted", told=told, hint=item.hint)


def _told(spec: AnswerSpec) -> Say:
    match spec:
        case NumberSpec():
            return _ranged(_number(spec), spec)
        case DateSpec():
            return say("wants-date")
        case TextSpec(longest=longest):
            return say("wants-text", longest=longest)
        case PhoneSpec():
            return say("wants-mobile") if spec.mobile else say("wants-phone")
        case ChoiceSpec():
            options = Listed(tuple(option.title for option in spec.options))
            return say("wants-choices" if spec.many else "wants-choice", options=options)
        case TableSpec() | FormSpec():
            return say("wants-table")
        case _:
            assert_never(spec)


def _number(spec: NumberSpec) -> Say:
    match spec.kind:
        case NumberKind.MONEY:
            return say("wants-money")
        case NumberKind.PERCENT:
            return say("wants-percent")
        case NumberKind.DECIMAL:
            return say("wants-decimal", unit=spec.unit, decimals=spec.decimals)
        case NumberKind.INTEGER:
            return say("wants-integer", unit=spec.unit)
        case _:
            assert_never(spec.kind)


def _ranged(told: Say, spec: NumberSpec) -> Say:
    facts: dict[str, Fact] = {"low": spec.low or 0, "high": spec.high or 0}
    if spec.low is not None and spec.high is not None:
        return say("wants-between", told=told, **facts)
    if spec.low is not None:
        return say("wants-least", told=told, low=spec.low)
    return told if spec.high is None else say("wants-most", told=told, high=spec.high)
