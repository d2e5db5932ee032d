"""What a rule found, in words: its message with what it names, and how a figure changed."""

import re
from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal, localcontext

from messages.quotes import tell_quotes
from messages.say import Fact, Percent, say
from messages.telling import tell_cell
from messages.wording import Wording
from workflow.checks import Check
from workflow.given import Number
from workflow.pack import NumberKind, NumberSpec, Pack
from workflow.quotes import Quoted
from workflow.rules import Operator, Quote, Reckoned, Said
from workflow.text import Text

NAMED = re.compile(r"\{([a-z]+)\}")
PLACES = 3
"""So many decimals of what was worked out are told at most."""
HUNDRED = Decimal(100)
EXACT = 100
"""Digits: more than anybody can type."""


def tell_message(check: Check, pack: Pack, wording: Wording) -> str:
    """The rule's message with its numbers: 「坐席总数 400 席 → 280 席(−30.0 %)」, not escaped."""
    return told(check.rule.message, check, pack, wording)


def tell_reason(check: Check, pack: Pack, wording: Wording) -> str:
    """The rule in words, not escaped."""
    return told(check.rule.reason, check, pack, wording)


def told(text: Text, check: Check, pack: Pack, wording: Wording) -> str:
    """A text of the rule with what it names; what is not known is a dash.

    What people typed is put in once: braces in it name nothing.
    """
    known = dict.fromkeys(check.rule.says, wording.plain(say("value-empty")))
    known |= {
        name: wording.plain(tell_number(number, check.rule.says[name], pack))
        for name, number in check.numbers.items()
    }
    known |= tell_quotes(_quotes(check), pack, wording)
    return NAMED.sub(lambda found: known.get(found[1], found[0]), wording.plain(text))


def _quotes(check: Check) -> Mapping[str, tuple[Quote, Quoted]]:
    values = {name: said.value for name, said in check.rule.says.items()}
    return {
        name: (value, check.quotes[name])
        for name, value in values.items()
        if isinstance(value, Quote) and name in check.quotes
    }


def tell_number(number: Decimal, said: Said, pack: Pack) -> Fact:
    """In the unit of the item that it is like; a share as percent, a change with its sign."""
    if said.percent:
        is_change = isinstance(said.value, Reckoned) and said.value.operator is Operator.CHANGE
        return tell_share(number, signed=is_change)
    item = pack.find(said.like) if said.like else None
    number = _short(number)
    return number if item is None else tell_cell(Number(number), item.spec)


def _short(number: Decimal) -> Decimal:
    """What people typed as it is; of what was worked out the first places, cut and not rounded."""
    if len(f"{number:f}".partition(".")[2]) <= PLACES:
        return number
    return Decimal(f"{_cut(number, PLACES):f}".rstrip("0").rstrip("."))


def _cut(number: Decimal, places: int) -> Decimal:
    with localcontext(prec=EXACT):
        return number.quantize(Decimal(1).scaleb(-places), ROUND_DOWN)


def tell_share(share: Decimal, *, signed: bool) -> Fact:
    """0.3 as 30.0 %; signed as +30.0 %. Cut, not rounded: it never shows a limit it has not reached."""
    with localcontext(prec=EXACT):
        points = _cut(share * HUNDRED, 2)
    short = _cut(points, 1)
    shown = short if short == points else points
    return with_sign(Percent(abs(shown)), shown) if signed else Percent(shown)


def with_sign(told_as: Fact, number: Decimal) -> Fact:
    """Its size told, after the sign of the number."""
    if not number:
        return told_as
    return say("signed-less", number=told_as) if number < 0 else say("signed-more", number=told_as)


def tell_change(now: Decimal, before: Decimal, spec: NumberSpec) -> Fact | None:
    """How a figure changed: points of a share, else percent of what it was; None from nothing."""
    if spec.kind is NumberKind.PERCENT:
        points = _short(now - before)
        return say("change-points", number=with_sign(abs(points), points))
    if not before:
        return None
    with localcontext(prec=EXACT):
        share = (now - before) / abs(before)
    return tell_share(share, signed=True)
