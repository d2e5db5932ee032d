"""What was held while somebody rested, in one message: numbered, with the buttons of the first."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from chat.card import Card, Tap
from chat.screens.digest import BUTTONS
from chat.screens.notice import Told
from chat.screens.progress import SCREEN_LINES
from messages.say import Fact, say
from workflow.events import NoticeKind

FIRST = frozenset({NoticeKind.AUTHORITY, NoticeKind.REPORTED, NoticeKind.SIGN_ASKED})
"""Stand above what colleagues did."""
ROOM = SCREEN_LINES - 3
"""Lines for the notices: others say how many, that it may be a copy, and how many more."""


def several_card(told: Sequence[Told]) -> Card:
    """Company by company, in the order in which it happened; what does not fit is counted."""
    ordered = _ordered(told)
    before = (None, *ordered)
    blocks = [
        _block(number, each, is_first=last is None or last.company.id != each.company.id)
        for number, (each, last) in enumerate(zip(ordered, before, strict=False), start=1)
    ]
    shown = sum(height <= ROOM for height in accumulate(map(len, blocks)))
    first, *others = (line for block in blocks[:shown] for line in block)
    left = len(told) - shown
    more = (say("digest-more", count=left),) if left else ()
    counted = say("notices-held", count=len(told))
    return Card((first, counted, *others, *more), _rows(ordered[:shown]))


def _ordered(told: Sequence[Told]) -> Sequence[Told]:
    """The law's first; those of one company together."""
    urgent = sorted(told, key=lambda each: each.kind not in FIRST)
    companies = list(dict.fromkeys(each.company.id for each in urgent))
    return sorted(urgent, key=lambda each: companies.index(each.company.id))


def _block(number: int, told: Told, *, is_first: bool) -> Sequence[Fact]:
    heading = (say("notices-heading", company=told.company.name),) if is_first else ()
    _, *lines = told.card.lines
    return (*heading, *(say("notice-numbered", number=number, line=line) for line in lines))


def _rows(shown: Sequence[Told]) -> tuple[tuple[Tap, ...], ...]:
    """A button for each of the first that have one; one where several lead to the same place."""
    rows: dict[object, tuple[Tap, ...]] = {}
    for number, told in enumerate(shown, start=1):
        for tap in (tap for row in told.card.rows for tap in row if isinstance(tap, Tap)):
            label = say("tap-numbered", number=number, label=tap.label)
            rows.setdefault(tap.ref, (replace(tap, label=label),))
    return tuple(rows.values())[:BUTTONS]
