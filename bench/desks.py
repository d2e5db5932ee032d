"""The desk over a data folder as the bot opens it, fed through the inbox on disk."""

import itertools
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench import homes
from chat.desk import Desk
from chat.session import Access, Door, House
from chat.talk import Incoming, Outgoing, Speaker, Typed, What
from messages.catalogue import load_catalogue
from running.rooms import HOLIDAYS, PACKS
from storage.holidays import load_calendar
from storage.journal import Journal
from storage.packs import load_packs
from storage.tiny import TinyStore
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.ports import ChatId, RawUpdate


class FolderDesk:
    """The desk of one data folder; every update is on the disk before and after it is answered.

    One that goes on from another's folder counts its updates from `first`, which is new there.
    """

    def __init__(self, folder: Path, first: int = 1) -> None:
        ids = (f"t{number}" for number in itertools.count())
        self._journal = Journal(folder / "journal.sqlite", homes.SERVER)
        self._store = TinyStore(
            folder, self._journal, lambda: next(ids), projector=homes.drawing(folder)
        )
        house = House(
            load_catalogue(),
            load_packs(PACKS),
            load_calendar((HOLIDAYS,)),
            Access(Door.ANYBODY),
            ZoneInfo("Asia/Shanghai"),
            "zh-CN",
            lambda: next(ids),
        )
        self._desk = Desk(house, self._store)
        self._updates = itertools.count(first)

    def says(self, person: int, text: str, reply_to: tuple[str, ...] = ()) -> None:
        """One update taken in, answered and finished: durable when it returns."""
        incoming = self.takes_in(person, text, reply_to)
        self.answers(incoming)
        self.finishes(incoming)

    def takes_in(self, person: int, text: str, reply_to: tuple[str, ...] = ()) -> Incoming:
        """Put it into the inbox, as the gateway would hand it over."""
        return self.brings_in(person, Typed(text), reply_to)

    def brings_in(self, person: int, what: What, reply_to: tuple[str, ...] = ()) -> Incoming:
        """The same of anything: a file, a press."""
        number, chat = next(self._updates), ChatId(person)
        at = homes.AT + timedelta(seconds=number)
        (row,) = self._journal.take_in([RawUpdate(number, chat, "{}")], at)
        speaker = Speaker(PersonId(str(person)), "经理", "zh")
        return Incoming(row.id, chat, speaker, at, what, reply_to)

    def answers(self, incoming: Incoming) -> Sequence[Outgoing]:
        """The desk's work alone, with what it writes."""
        return self._desk.receive(incoming)

    def finishes(self, incoming: Incoming) -> None:
        """The answer is out."""
        assert incoming.row is not None  # noqa: S101 - it came from the inbox
        self._journal.finish(incoming.row)

    def company(self, company: CompanyId) -> Company:
        """The company as it is kept."""
        with self._store.begin(None) as work:
            return work.company(company)
