"""What a person typed, or a cell holds, read as the value its field asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.numbers import (
    Ambiguous,
    NotUnderstood,
    NumberAnswer,
    Understood,
    read_money,
    read_number,
    read_percent,
)
from messages.phones import Phone, read_phone
from messages.say import Fact, Listed, Say, say
from messages.stamps import read_stamp
from messages.telling import tell_cell
from messages.typed import short_province, tidy
from workflow.given import Choices, Day, Number, Words
from workflow.pack import (
    CellSpec,
    ChoiceSpec,
    DateSpec,
    NumberKind,
    NumberSpec,
    Option,
    PhoneSpec,
    TextCheck,
    TextSpec,
)
from workflow.stamps import stamped
from workflow.text import tidied

OneValue = Number | Day | Words | Choices


@dataclass(frozen=True, slots=True)
class Read:
    """One sound reading."""

    value: OneValue


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several sound readings: the person is asked, with `why` as the question."""

    readings: tuple[OneValue, ...]
    why: Say


@dataclass(frozen=True, slots=True)
class Refused:
    """No sound reading; the sentence says what is wrong and what would be right."""

    why: Say


Reading = Read | Unsure | Refused


def read_cell(text: str, spec: CellSpec, today: date) -> Reading:
    """Read one value; whether it is in range is judged by `workflow.answers`."""
    match spec:
        case NumberSpec():
            return _number(text, spec)
        case DateSpec():
            return _date(text, today)
        case PhoneSpec():
            found = read_phone(text, mobile_only=spec.mobile)
            return Read(Words(found.text)) if isinstance(found, Phone) else _trouble(found)
        case ChoiceSpec():
            return _choices(text, spec)
        case TextSpec():
            return _words(text, spec, today)
        case _:
            assert_never(spec)


def _number(text: str, spec: NumberSpec) -> Reading:
    found = _read_number(text, spec)
    match found:
        case Understood(value):
            return Read(Number(value))
        case Ambiguous(readings, why):
            return Unsure(tuple(Number(each) for each in readings), say(f"unsure-{_id(why)}"))
        case NotUnderstood():
            return _trouble(found, unit=spec)
        case _:
            assert_never(found)


def _read_number(text: str, spec: NumberSpec) -> NumberAnswer:
    match spec.kind:
        case NumberKind.MONEY:
            return read_money(text)
        case NumberKind.PERCENT:
            return read_percent(text)
        case NumberKind.INTEGER | NumberKind.DECIMAL:
            return read_number(text, spec.unit.zh)
        case _:
            assert_never(spec.kind)


def _trouble(found: NotUnderstood, unit: NumberSpec | None = None) -> Refused:
    facts: dict[str, Fact] = {"unit": unit.unit if unit else "none"}
    return Refused(Say(f"trouble-{_id(found.why)}", facts))


def _id(why: str) -> str:
    return why.replace("_", "-")


def _date(text: str, today: date) -> Reading:
    found = read_date(text, today, Tense.ANY)
    match found:
        case UnderstoodDate(day):
            return Read(Day(day))
        case AmbiguousDate(days):
            return Unsure(tuple(Day(day) for day in days), say("unsure-date"))
        case NotADate(why):
            return Refused(say(f"date-{_id(why)}"))
        case _:
            assert_never(found)


def _words(text: str, spec: TextSpec, today: date) -> Reading:
    words = tidied(text)
    if not words:
        return Refused(say("trouble-empty"))
    if spec.check is TextCheck.MINUTE:
        minute = read_stamp(words, today)
        return Read(Words(stamped(minute))) if minute else Refused(say("trouble-minute"))
    if spec.check is TextCheck.USCC:
        words = credit_code(words)
    return Read(Words(words))


def credit_code(text: str) -> str:
    """A credit code as it is kept: upper case, half-width, without spaces or hyphens."""
    return re.sub(r"[\s-]", "", tidy(text)).upper()


# --- choices ----------------------------------------------------------------------------


def _choices(text: str, spec: ChoiceSpec) -> Reading:
    if not text.strip():
        return Refused(say("trouble-empty"))
    for parting in _PARTINGS:
        keys = _keys(parting.split(text.strip()), spec.options)
        if len(keys) == 1 or (keys and spec.many):
            return Read(Choices(tuple(each.key for each in spec.options if each.key in keys)))
    return Refused(say("choice-not-understood"))


_PARTINGS = (re.compile(r"(?!)"), re.compile(r"[、,，;；/]+"), re.compile(r"[、,，;；/\s]+"))
"""As one name first: names hold spaces, and some a comma."""


def _keys(parts: Sequence[str], options: Sequence[Option]) -> Sequence[str]:
    """Of each part its option; none at all if one part has none."""
    named = [part.strip() for part in parts if part.strip()]
    keys = [option.key for part in named for option in _matching(part, options)]
    return keys if len(keys) == len(named) else ()


def _matching(part: str, options: Sequence[Option]) -> Sequence[Option]:
    """The option called exactly that, else the only one that begins so, in either language."""
    wanted = part.casefold()
    names = [(option.title.zh.casefold(), option.title.en.casefold(), option) for option in options]
    bare = short_province(wanted)
    exact = [each for zh, en, each in names if wanted in (zh, en)]
    exact = exact or [each for zh, _, each in names if bare == zh]
    begun = [each for zh, en, each in names if zh.startswith(wanted) or en.startswith(wanted)]
    return exact or (begun if len(begun) == 1 else ())


# --- cells of sheets -----------------------------------------------------------------------

OPTIONS_NAMED = 8


def cell_trouble(reading: Unsure | Refused, spec: CellSpec) -> Say:
    """What is wrong with a cell: a cell has no buttons, so what it may mean is said in words."""
    if isinstance(reading, Unsure):
        told = Listed(tuple(tell_cell(each, spec) for each in reading.readings))
        return say("row-unsure", readings=told)
    if not isinstance(spec, ChoiceSpec):
        return reading.why
    titles = tuple(option.title for option in spec.options)
    return say("cell-options", options=Listed(titles[:OPTIONS_NAMED]))
