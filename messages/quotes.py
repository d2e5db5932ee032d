"""Words that a rule read out of an answer, as a message quotes them: 「上海、江苏」, short."""

import functools
from collections.abc import Mapping, Sequence
from itertools import takewhile

from messages.say import Fact, Listed, say
from messages.telling import tell_cell
from messages.wording import Wording
from workflow.given import Cell, Choices, Day, Number, Rows
from workflow.pack import AnswerSpec, Column, FormSpec, Pack, TableSpec
from workflow.quotes import Quoted
from workflow.rules import Quote
from workflow.text import tidied

LONGEST = 24
"""Signs that are shown of each."""
SHOWN_BEFORE = 4
"""Where two begin alike for longer than fits, so many signs before they part are shown."""
CUT = "…"


def tell_quotes(
    quotes: Mapping[str, tuple[Quote, Quoted]], pack: Pack, wording: Wording
) -> Mapping[str, str]:
    """What was read out, by the name it has in the message; numbers and days without brackets."""
    told = {
        name: tidied(wording.plain(_tell(quote, quoted, pack)))
        for name, (quote, quoted) in quotes.items()
    }
    words = [name for name in told if not _is_bare(quotes[name][1])]
    short = dict(zip(words, shortened([told[name] for name in words]), strict=True))
    return {
        name: wording.plain(say("finding-quote", text=short[name])) if name in short else text
        for name, text in told.items()
    }


def _is_bare(quoted: Quoted) -> bool:
    return isinstance(quoted.value, Number | Day)


def shortened(texts: Sequence[str]) -> Sequence[str]:
    """Each with 24 signs at most, and so that those that differ are seen to."""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    start = sum(1 for _ in alike) if len(set(texts)) > 1 else 0
    is_seen = start < LONGEST - 1 or all(len(each) <= LONGEST for each in texts)
    return [_cut(each, 0 if is_seen else start - SHOWN_BEFORE) for each in texts]


def _cut(text: str, start: int) -> str:
    shown = f"{CUT}{text[start:]}" if start else text
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}{CUT}"


def _tell(quote: Quote, quoted: Quoted, pack: Pack) -> Fact:
    told = _value(quote, quoted, pack)
    if quoted.of is None:
        return told
    if not quoted.of:
        return say("value-none")
    if _is_none(quoted):
        return say("quote-count", count=quoted.of)
    return say("quote-count-of", count=quoted.of, what=told)


def _is_none(quoted: Quoted) -> bool:
    match quoted.value:
        case Choices(parts) | Rows(parts):
            return not parts
        case _:
            return False


def _value(quote: Quote, quoted: Quoted, pack: Pack) -> Fact:
    spec = pack.item(quote.item).spec
    if not isinstance(quoted.value, Rows):
        return say("value-none") if _is_none(quoted) else tell_cell(quoted.value, spec)
    specs = [each.spec for each in _columns(spec, quote.columns)]
    rows = tuple(_row(row, specs) for row in quoted.value.rows)
    return Listed(rows) if rows else say("value-none")


def _columns(spec: AnswerSpec | None, columns: tuple[str, ...]) -> Sequence[Column]:
    if not isinstance(spec, TableSpec | FormSpec):
        return ()
    known = {each.key: each for each in spec.columns}
    return [known[key] for key in columns] if columns else spec.columns


def _row(row: Sequence[Cell], specs: Sequence[AnswerSpec]) -> Fact:
    """Its cells one after the other; empty ones are passed over."""
    cells = [
        cell.value.isoformat() if isinstance(cell, Day) else tell_cell(cell, spec)
        for cell, spec in zip(row, specs, strict=True)
        if cell is not None
    ]
    if not cells:
        return say("value-empty")
    return functools.reduce(lambda one, other: say("quote-cells", one=one, other=other), cells)
