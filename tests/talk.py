"""People talking to the desk in tests: type, press, send a file, in private or in a group.

The desk is the real one over a real store; only the gateway is left out: what it would bring to
others (notices, boards) the town brings as soon as it is owed.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from chat.desk import Desk
from chat.ears import person_of
from chat.errands import Came, TakeAway, Tried, TryOut
from chat.identity import Identity
from chat.inline import Found, Inquiry
from chat.rounds import Digest, Rounds
from chat.session import Access, Door, House
from chat.talk import (
    GoOn,
    Incoming,
    Link,
    Message,
    Press,
    Pressed,
    Room,
    Send,
    Sendable,
    SentFile,
    Sheet,
    Speaker,
    Toast,
    Typed,
    What,
)
from chat.unasked import Notified
from messages.catalogue import load_catalogue
from storage.forms import load_forms
from storage.holidays import load_calendar
from storage.packs import load_packs
from storage.policies import load_policies
from storage.questions import load_questions
from tests.reminding import moments, notified_at, told_at
from tests.screens import Screen, Shown
from workflow.across import Projector
from workflow.given import FileRef
from workflow.ids import FileId, PersonId
from workflow.ledger import Ledger, Watches
from workflow.ports import ChatId, Inbox, RawUpdate, Store
from workflow.posting import Boards, Outbox
from workflow.projecting import project
from workflow.reminders import Recipient

ROOT = Path(__file__).parents[1]
ZONE = ZoneInfo("Asia/Shanghai")
CATALOGUE = load_catalogue()
PACKS = load_packs(ROOT / "workflow" / "packs")
POLICIES = load_policies(ROOT / "workflow" / "packs")
QUESTIONS = load_questions(ROOT / "workflow" / "packs")
FORMS = load_forms(ROOT / "workflow" / "packs")
CALENDAR = load_calendar((ROOT / "workflow" / "holidays",))
ANYBODY = Access(Door.ANYBODY)
PUBLIC_URL = "https://nianbao.example"
AS_IN_LIFE = Projector(lambda company: project(company, PACKS, CALENDAR), "as in life")
"""How companies are drawn for looking across them, as bot.py has it."""


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
    identity = Identity("nianbao_bot")
    return House(
        *(CATALOGUE, PACKS, CALENDAR, access, ZONE, "zh-CN", Ids(), identity, PUBLIC_URL),
        policies=POLICIES,
        questions=QUESTIONS,
        forms=FORMS,
    )


class Kept(Protocol):
    """All that is kept: a home of tests/storage."""

    @property
    def store(self) -> Store: ...

    @property
    def inbox(self) -> Inbox: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def boards(self) -> Boards: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def watches(self) -> Watches: ...


@dataclass
class Town:
    """Everybody who can hear the desk, by the number of their chat."""

    desk: Desk
    kept: Kept
    now: datetime = datetime(2027, 1, 5, 1, 10, tzinfo=UTC)
    screens: dict[int, Screen] = field(default_factory=dict)
    boards: dict[int, Shown] = field(default_factory=dict)
    """The board of each group as it stands there."""
    posts: dict[Recipient, Screen] = field(default_factory=dict)
    """What came as plain text, by a robot, or to somebody whom Telegram does not reach."""
    answers_tries: Tried = field(default_factory=lambda: Tried(Came.TAKEN))
    """What a robot or mailbox answers that is tried out."""
    _updates = 0

    def does(
        self,
        speaker: Speaker,
        what: What,
        chat: int,
        reply_to: tuple[str, ...] = (),
        room: Room | None = None,
    ) -> None:
        """Let one update through the inbox and the desk; everybody sees what comes of it."""
        self._updates += 1
        raw = RawUpdate(self._updates, ChatId(chat), "{}")
        (row,) = self.kept.inbox.take_in([raw], self.now)
        incoming = Incoming(
            *(row.id, ChatId(chat), speaker, self.now, what, reply_to, room), message=self._updates
        )
        waiting = [*self.desk.receive(incoming)]
        while waiting:
            outgoing = waiting.pop(0)
            if isinstance(outgoing, GoOn):
                waiting += self.desk.go_on(outgoing.chat, outgoing.person, self.now)
            elif isinstance(outgoing, TakeAway):  # as the messenger lets a bot that is no admin
                html = outgoing.gone if room is None else outgoing.stays
                waiting.append(Send(outgoing.chat, Message(html)))
            elif isinstance(outgoing, TryOut):
                waiting.append(self.desk.tried(outgoing, self.answers_tries, self.now))
            else:
                self._see(int(speaker.person), outgoing)
        self.kept.inbox.finish(row.id)
        self._deliver()

    def finds(self, person: "Person", text: str) -> Found:
        """What somebody finds who types our name and this text in any chat."""
        return self.desk.inquired(Inquiry(person.speaker, self.now, text))

    def passes(self, until: datetime) -> None:
        """Time goes by, moment by moment; everybody hears what they are reminded of."""
        rounds = Rounds(self.desk.house, self.desk.store)
        for moment in moments(self.kept, self.now, until):
            self.now = moment
            for to, digest in told_at(self.kept, rounds, self.now):
                self._hear(to, digest)
            self._deliver()
        self.now = until

    def _hear(self, to: Recipient, digest: Digest | Notified) -> None:
        """By Telegram, else as it would be posted."""
        if digest.send is not None and not self._has_blocked(to):
            self._see(0, digest.send)
        elif digest.plain is not None:
            text = html.escape(f"{digest.plain.subject}\n{digest.plain.text}")
            chat = ChatId(0)  # it goes to an address
            self.posts.setdefault(to, Screen()).see(Send(chat, Message(text)))

    def _has_blocked(self, to: Recipient) -> bool:
        person = person_of(to)
        with self.kept.store.begin(None) as work:
            known = work.acquaintance(person) if person else None
        return known is not None and known.blocked

    def _see(self, speaker: int, outgoing: Sendable) -> None:
        """A toast is seen by who pressed, the rest in the chat it goes to."""
        number = speaker if isinstance(outgoing, Toast) else outgoing.chat
        if number in self.screens:
            self.screens[number].see(outgoing)

    def _deliver(self) -> None:
        """What is owed to others, as the gateway would bring it."""
        for to, told in notified_at(self.kept, self.desk, self.now):
            self._hear(to, told)
        for board in self.kept.boards.stale(100):
            view = self.desk.board(board, self.now)
            if view is not None:
                self.boards[board.chat] = Shown(view.message)
            self.kept.boards.shown(replace(board, message=1, shown="", edited=self.now))


@dataclass
class Group:
    """A group chat; the bot is there once it was brought in."""

    town: Town
    number: int
    title: str
    members: tuple[str, ...]

    @property
    def room(self) -> Room:
        """As an update from it says."""
        return Room(self.title)

    @property
    def screen(self) -> Screen:
        """What stands in it."""
        return self.town.screens[self.number]

    def moves(self, number: int) -> None:
        """It has another number from now on: it became a supergroup."""
        self.town.screens[number] = self.town.screens.pop(self.number)
        self.number = number


@dataclass
class Person:
    """Somebody with a private chat, who sees messages, toasts and files."""

    town: Town
    number: int
    name: str
    language: str = "zh-hans"

    @property
    def screen(self) -> Screen:
        """What stands in the private chat."""
        return self.town.screens[self.number]

    @property
    def speaker(self) -> Speaker:
        """As an update from them says."""
        return Speaker(PersonId(str(self.number)), self.name, self.language)

    def does(self, what: What, reply_to: tuple[str, ...] = (), group: Group | None = None) -> None:
        """Do it in private, or in that group."""
        if group is None:
            self.town.does(self.speaker, what, self.number, reply_to)
        else:
            self.town.does(self.speaker, what, group.number, reply_to, group.room)

    def types(self, text: str, reply_to: tuple[str, ...] = ()) -> None:
        """Send a text."""
        self.does(Typed(text), reply_to)

    def presses(self, label: str, group: Group | None = None) -> None:
        """Press the newest button of that label; a link starts the private chat."""
        number, button = (group or self).screen.button(label)
        if isinstance(button, Press):
            self.does(Pressed(button.data, number, "press"), group=group)
        elif isinstance(button, Link):
            self.starts(button.url.rpartition("start=")[2])

    def starts(self, payload: str) -> None:
        """Open a link that leads to us."""
        self.types(f"/start {payload}")

    def sends(
        self,
        name: str,
        content: bytes = b"%PDF-1.7",
        *,
        caption: str = "",
        album: str = "",
        rows: Sequence[Sequence[str]] | None = None,
        reply_to: tuple[str, ...] = (),
    ) -> None:
        """Send a file that the gateway let in; `rows` are the cells of a sheet."""
        digest = sha256(content).hexdigest()
        ref = FileRef(FileId(digest[:12]), name, "application/pdf", len(content), digest)
        sheet = None if rows is None else Sheet(tuple(tuple(row) for row in rows))
        self.does(SentFile(ref, caption, album, sheet), reply_to)
