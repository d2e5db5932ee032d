"""The board of a group in a busy minute: 200 ticks, and how often it was edited for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench import homes
from chat.buttons import Verb, encode, ref
from chat.session import Access, Door
from gateway.app import Gateway
from gateway.config import Config, DataSection, LimitsSection
from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat, Settings
from localchat.watch import Stream
from running.rooms import Rooms, given, open_rooms
from workflow.change import Doer
from workflow.grouping import bind_group
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId
from workflow.team import Group

TICKS = 200
MINUTE = 60.0
PERSON = 1001
COMPANY, SEASON, ITEM = "b00000", "1", "window_open"
"""The item stands among the next three: each tick changes what the board says."""
PATIENCE = 30.0


class Moved:
    """Seconds that pass when they are told to: the bench does not wait for its minute."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._sleeping: list[tuple[float, asyncio.Event]] = []

    def now(self) -> float:
        """Seconds since the beginning."""
        return self._seconds

    def clock(self) -> datetime:
        """The same as a moment."""
        return homes.AT + timedelta(seconds=self._seconds)

    async def sleep(self, seconds: float) -> None:
        """Until so many seconds have been let pass."""
        woken = asyncio.Event()
        self._sleeping.append((self._seconds + seconds, woken))
        await woken.wait()

    def let_pass(self, seconds: float) -> None:
        """Go on, and wake whom it is time for."""
        self._seconds += seconds
        for until, woken in self._sleeping:
            if until <= self._seconds:
                woken.set()
        self._sleeping = [each for each in self._sleeping if not each[1].is_set()]


@dataclass(frozen=True, slots=True)
class Busy:
    """What the busy minute cost, and whether the board was right when it was over."""

    edits: int
    is_right: bool


async def measure(folder: Path) -> Busy:
    """The whole bot over HTTP with Telegram's pace off: only the board's own manners hold it."""
    homes.fill(folder, 1, lambda _: PersonId(str(PERSON)))
    time, chat = Moved(), LocalChat(Settings(), ShiftedClock())
    await chat.start()
    try:
        team = Person(chat, PERSON).at(chat.create_group("年报群", [PERSON]).id)
        await team.group.promote_bot()
        async with _running(folder, chat, team, time) as rooms:
            return await _busy(rooms, chat, team, time)
    finally:
        await chat.stop()


@asynccontextmanager
async def _running(
    folder: Path, chat: LocalChat, team: Person, time: Moved
) -> AsyncIterator[Rooms]:
    config = Config(data=DataSection(folder=folder), limits=LimitsSection(pace=False))
    rooms = open_rooms(config, Access(Door.ANYBODY))
    _bind(rooms, ChatId(team.place.chat))
    here = config.on_server(chat.settings.token, chat.base_url, chat.base_file_url)
    gateway = Gateway(here, given(rooms, time.clock), time.sleep, time.now)
    serving = asyncio.create_task(gateway.run())
    try:
        yield rooms
    finally:
        gateway.stop()
        await serving
        rooms.journal.close()


def _bind(rooms: Rooms, group: ChatId) -> None:
    by = Doer(PersonId(str(PERSON)), homes.AT, homes.TODAY)
    with rooms.desk.store.begin(None) as work:
        company = work.company(CompanyId(COMPANY))
        work.save(bind_group(company, Group(group, "年报群", has_outsiders=False), by=by))
        work.commit()


async def _busy(rooms: Rooms, chat: LocalChat, team: Person, time: Moved) -> Busy:
    person = Person(chat, PERSON)
    await team.until(lambda: bool(team.pinned), PATIENCE)
    card = await person.next_reply(await person.say("/status"), PATIENCE)
    time.let_pass(MINUTE)  # the board has rested since it was posted
    with chat.exchange.watch.stream() as changes:
        counting = asyncio.create_task(_edits(changes, team.place.chat))
        for number in range(TICKS):
            await _tick(person, card.id, number)
            time.let_pass(MINUTE / TICKS)
        await _settle(rooms, time)
        changes.end()
        edits = await counting
    asked = await team.next_reply(await team.say("/board"), PATIENCE)
    return Busy(edits, is_right=asked.text == team.pinned[0].text)


async def _tick(person: Person, card: int, number: int) -> None:
    """Taken back and confirmed in turn; the item was open before the first and is after the last."""
    verb = Verb.WITHDRAW if number % 2 else Verb.CONFIRM
    version = (number + 1) // 2
    answered = person.answered_presses
    await person.forge(card, encode(ref(verb, COMPANY, SEASON, ITEM, version)))
    await person.until(lambda: person.answered_presses > answered, PATIENCE)


async def _settle(rooms: Rooms, time: Moved) -> None:
    """Until the board has nothing more to say."""
    while rooms.boards.stale(1):
        time.let_pass(1.0)
        await asyncio.sleep(0.01)


async def _edits(changes: Stream, group: int) -> int:
    """How often a message in the group was edited, until the end of the changes."""
    edits = 0
    while (change := await changes.next()) is not None:
        edits += change.get("chat") == group and "edit_date" in change.get("message", {})
    return edits
