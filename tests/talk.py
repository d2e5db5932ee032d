"""People talking to the desk in tests: type, press, send a file; see what the bot says.

The desk is the real one over a real store; only the gateway is left out.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from chat.desk import Desk
from chat.session import Access, Door, House
from chat.talk import (
    Button,
    Edit,
    Incoming,
    Message,
    NotText,
    Outgoing,
    Press,
    Pressed,
    RefusedFile,
    Send,
    SendDocument,
    SentFile,
    Sheet,
    Speaker,
    Toast,
    Typed,
    What,
)
from messages.catalogue import load_catalogue
from storage.holidays import load_calendar
from storage.packs import load_packs
from workflow.given import FileRef
from workflow.ids import FileId, PersonId
from workflow.ports import ChatId, Inbox, RawUpdate, Store

ROOT = Path(__file__).parents[1]
ZONE = ZoneInfo("Asia/Shanghai")
CATALOGUE = load_catalogue()
PACKS = load_packs(ROOT / "workflow" / "packs")
CALENDAR = load_calendar((ROOT / "workflow" / "holidays",))
ANYBODY = Access(Door.ANYBODY)


class Ids:
    """Ids in order: c1, c2, …; a test knows them beforehand."""

    def __init__(self) -> None:
        self._given = 0

    def __call__(self) -> str:
        """Give the next one."""
        self._given += 1
        return f"c{self._given}"


def house(access: Access = ANYBODY) -> House:
    """The house as bot.py builds it, with ids that can be foretold."""
    return House(CATALOGUE, PACKS, CALENDAR, access, ZONE, "zh-CN", Ids())


@dataclass
class Shown:
    """A message of the bot as it stands on the screen."""

    message: Message
    slot: str = ""

    @property
    def text(self) -> str:
        """As read: without tags, entities resolved."""
        shown = html.unescape(re.sub(r"</?[a-z]+>", "", self.message.html))
        return shown.replace("\N{NON-BREAKING HYPHEN}", "-")  # as people type and read it

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [button.label for button in self.buttons]

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, row by row."""
        return [button for row in self.message.buttons for button in row]

    def button(self, label: str) -> Button | None:
        """The button that reads so but for its sign (✏️), else the first that holds these words."""
        alike = [b for b in self.buttons if _SIGN.sub("", b.label) == label]
        return next((b for b in (*alike, *self.buttons) if label in b.label), None)


_SIGN = re.compile(r"^[^\w/]+")

Heard = int | str | SendDocument
"""A piece of an answer: the number of a message on the screen, a toast, a document."""


@dataclass
class Person:
    """Somebody with a private chat, who sees messages, toasts and files."""

    desk: Desk
    inbox: Inbox
    number: int
    name: str
    language: str = "zh-hans"
    now: datetime = datetime(2027, 1, 5, 1, 10, tzinfo=UTC)
    screen: dict[int, Shown] = field(default_factory=dict)
    """Messages by number, the one sent or changed last at the end."""
    toasts: list[str] = field(default_factory=list)
    files: list[SendDocument] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    """The answer to the last thing done."""
    kept: dict[str, Pressed] = field(default_factory=dict)
    """Presses of all the buttons ever shown, by label, the newest of each."""
    _update = 0

    @property
    def latest(self) -> list[str]:
        """Texts of the answer to the last thing done."""
        return [self._text(heard) for heard in self.heard]

    def _text(self, heard: Heard) -> str:
        match heard:
            case int():
                return self.screen[heard].text
            case str():
                return heard
            case SendDocument():
                return heard.caption

    def types(self, text: str, reply_to: int | None = None) -> "Person":
        """Send a text."""
        return self.does(Typed(text), self._data_under(reply_to))

    def edits(self, text: str) -> "Person":
        """Change an earlier message to this."""
        return self.does(Typed(text, edited=True))

    def presses(self, label: str) -> "Person":
        """Press the newest button of that label."""
        number, data = self.button(label)
        return self.does(Pressed(data, number, "press"))

    def presses_data(self, data: str, message: int = 1) -> "Person":
        """Press a forged or kept button."""
        return self.does(Pressed(data, message, "press"))

    def sends(
        self,
        name: str,
        content: bytes = b"%PDF-1.7",
        *,
        caption: str = "",
        album: str = "",
        rows: Sequence[Sequence[str]] | None = None,
        reply_to: int | None = None,
    ) -> "Person":
        """Send a file that the gateway let in; `rows` are the cells of a sheet."""
        digest = sha256(content).hexdigest()
        ref = FileRef(FileId(digest[:12]), name, "application/pdf", len(content), digest)
        sheet = None if rows is None else Sheet(tuple(tuple(row) for row in rows))
        return self.does(SentFile(ref, caption, album, sheet), self._data_under(reply_to))

    def is_refused(self, sentence: str, **facts: str | int) -> "Person":
        """Send a file that the gateway does not take."""
        return self.does(RefusedFile(sentence, facts))

    def speaks(self) -> "Person":
        """Send a voice message."""
        return self.does(NotText("voice"))

    def button(self, label: str) -> tuple[int, str]:
        """Where the newest button of that label is, and its data."""
        for number in reversed(self.screen):
            button = self.screen[number].button(label)
            if isinstance(button, Press):
                return number, button.data
        message = f"no button {label!r}; there are {self.labels}"
        raise LookupError(message)

    @property
    def labels(self) -> list[str]:
        """Labels on the newest message that has buttons."""
        shown = [
            self.screen[number] for number in sorted(self.screen) if self.screen[number].labels
        ]
        return shown[-1].labels if shown else []

    @property
    def text(self) -> str:
        """All that the bot said last."""
        return "\n".join(self.latest)

    def does(self, what: What, reply_to: tuple[str, ...] = ()) -> "Person":
        """Let one update through the inbox and the desk, and look at the answer."""
        self._update += 1
        raw = RawUpdate(self.number * 100_000 + self._update, ChatId(self.number), "{}")
        (row,) = self.inbox.take_in([raw], self.now)
        speaker = Speaker(PersonId(str(self.number)), self.name, self.language)
        incoming = Incoming(row.id, ChatId(self.number), speaker, self.now, what, reply_to)
        self.heard = []
        for outgoing in self.desk.receive(incoming):
            self._see(outgoing)
        self.inbox.finish(row.id)
        return self

    def _data_under(self, number: int | None) -> tuple[str, ...]:
        if number is None:
            return ()
        rows = self.screen[number].message.buttons
        return tuple(b.data for row in rows for b in row if isinstance(b, Press))

    def _see(self, outgoing: Outgoing) -> None:
        match outgoing:
            case Send(_, message, slot):
                self._put(self._place(slot), Shown(message, slot))
            case Edit(_, number, message):
                self._put(number, Shown(message))
            case Toast(_, text):
                if text:
                    self.toasts.append(text)
                    self.heard.append(text)
            case SendDocument():
                self.files.append(outgoing)
                self.heard.append(outgoing)

    def _place(self, slot: str) -> int:
        """Where a new message goes; one for a slot takes the place of the one before it."""
        same = [number for number, shown in self.screen.items() if slot and shown.slot == slot]
        return same[-1] if same else max(self.screen, default=0) + 1

    def _put(self, number: int, shown: Shown) -> None:
        self.screen.pop(number, None)
        self.screen[number] = shown
        self.heard = [*(heard for heard in self.heard if heard != number), number]
        for button in shown.buttons:
            if isinstance(button, Press):
                self.kept[button.label] = Pressed(button.data, number, "press")


def manager(store: Store, inbox: Inbox, access: Access = ANYBODY) -> Person:
    """王经理 in front of a desk over that store."""
    return Person(Desk(house(access), store), inbox, 1001, "王经理")
