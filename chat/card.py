"""What a handler gives back: cards, toasts and documents in our words, not yet in a language."""

import bisect
import itertools
import unicodedata
from dataclasses import dataclass

from chat.buttons import Ref, encode
from chat.documents import PaperFile, SeasonPicture
from chat.errands import Errand
from chat.talk import Button, Copy, Document, Link, Message, Press
from messages.say import Fact, Say
from messages.wording import Wording
from workflow.ports import ChatId

LONGEST_COPY = 256
"""What a copy button holds, in characters."""
WIDEST_LABEL = 24
"""What a button shows on a phone, in signs of full width."""
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Tap:
    """A button under a card."""

    label: Fact
    ref: Ref


@dataclass(frozen=True, slots=True)
class CopyTap:
    """A button that copies a text; a longer one is cut by its maker."""

    label: Fact
    text: Fact


@dataclass(frozen=True, slots=True)
class LinkTap:
    """A button that opens an address."""

    label: Fact
    url: str


AnyTap = Tap | CopyTap | LinkTap


@dataclass(frozen=True, slots=True)
class Card:
    """A message: lines of facts, rows of buttons.

    `fresh` is sent anew, even after a press; a later card of the same `slot` replaces this one.
    """

    lines: tuple[Fact, ...]
    rows: tuple[tuple[AnyTap, ...], ...] = ()
    fresh: bool = False
    slot: str = ""
    keys: bool = False
    """It brings the four keys; such a card has no buttons."""


@dataclass(frozen=True, slots=True)
class Toasted:
    """A short word over the screen, answering a press."""

    text: Say


@dataclass(frozen=True, slots=True)
class Handout:
    """A file for the reader."""

    document: Document
    caption: Fact


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture with a card as its caption and buttons; where it cannot be drawn, `otherwise`."""

    picture: SeasonPicture
    card: Card
    otherwise: Card
    in_place: bool = False
    """In place of the picture under which was pressed."""


@dataclass(frozen=True, slots=True)
class Papered:
    """A paper that follows when it is made; where it cannot be made, `otherwise`."""

    paper: PaperFile
    caption: Fact
    otherwise: Card


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A card for another chat than the one the update came from: a group."""

    chat: ChatId
    card: Card
    topic: int = 0


@dataclass(frozen=True, slots=True)
class GoOut:
    """We leave this group."""


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """There is more to be done of what was begun: a piece at a time, others in between."""


Reply = Card | Toasted | Handout | Pictured | Papered | Elsewhere | GoOut | KeepGoing | Errand
Replies = tuple[Reply, ...]

KEY_ROWS = (("key-progress", "key-mine"), ("key-hand-in", "key-more"))


def render(card: Card, wording: Wording) -> Message:
    """The card in the reader's language."""
    text = "\n".join(wording.html(line) for line in card.lines)
    rows = tuple(tuple(_button(tap, wording) for tap in row) for row in card.rows if row)
    keys = tuple(tuple(wording.plain(Say(key)) for key in row) for row in KEY_ROWS)
    return Message(text, rows, keys if card.keys else ())


def _button(tap: AnyTap, wording: Wording) -> Button:
    label = narrowed(wording.plain(tap.label))
    if isinstance(tap, LinkTap):
        return Link(label, tap.url)
    if isinstance(tap, CopyTap):
        return Copy(label, wording.plain(tap.text)[:LONGEST_COPY])
    return Press(label, encode(tap.ref))


def narrowed(label: str) -> str:
    """As wide as a phone shows a button: what is wider ends in 「…」."""
    widths = list(itertools.accumulate(_HALF + _HALF * _is_wide(sign) for sign in label))
    if not widths or widths[-1] <= WIDEST_LABEL:
        return label
    return f"{label[: bisect.bisect(widths, WIDEST_LABEL - 1)]}…"


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
