"""What is done with one update on disk: read, fetched, answered by the desk, sent, finished."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from chat.talk import GoOn, Incoming, Outgoing, PutOut, Room, Speaker
from chat.talks.secrets import file_is_secret
from gateway.errands import Errands
from gateway.failures import TokenRevoked
from gateway.files import Files
from gateway.incoming import NotServed, Reading, Unreadable, to_incoming
from gateway.lanes import Job, Learnt, Outage
from gateway.ports import Clock, Desk
from gateway.rooms import Me
from workflow.ids import PersonId
from workflow.ports import Inbox, InboxRow, RowState

log = logging.getLogger(__name__)


class Worker:
    """Does jobs; whatever happens to one, the next is done. Only TokenRevoked gets out."""

    def __init__(
        self,
        desk: Desk,
        inbox: Inbox,
        files: Files,
        errands: Errands,
        clock: Clock,
        new_number: Callable[[], str],
        me: Callable[[], Me],
    ) -> None:
        self._desk = desk
        self._inbox = inbox
        self._files = files
        self._errands = errands
        self._clock = clock
        self._new_number = new_number
        self._me = me
        self._told: set[str] = set()

    async def work(self, job: Job) -> None:
        """Do one job to its end."""
        match job:
            case Outage():
                await self._tell_of_outage(job)
            case Learnt():
                await self._pass_on(job)
            case InboxRow():
                await self._row(job)
            case _:
                assert_never(job)

    async def _row(self, row: InboxRow) -> None:
        reading = to_incoming(row, self._clock(), self._me())
        match reading:
            case Reading():
                await self._answer(row, reading)
            case NotServed(why):
                self._tell_once(why)
                self._finish(row)
            case Unreadable(why):
                log.error("update set aside", extra={"row": row.id, "why": why})
                self._set_aside(row, why)
            case _:
                assert_never(reading)

    async def _answer(self, row: InboxRow, reading: Reading) -> None:
        try:
            await self._send(await self._outgoing(row, reading))
        except TokenRevoked:
            raise
        except Exception:
            number = self._new_number()
            facts = {"number": number, "row": row.id, "chat": row.chat}
            log.exception("unforeseen fault", extra=facts)
            self._set_aside(row, f"fault {number}")
            await self._apologise(reading.incoming, number)
        else:
            self._finish(row)

    async def _outgoing(self, row: InboxRow, reading: Reading) -> Iterable[Outgoing]:
        if row.state is RowState.APPLIED:
            return self._desk.again(reading.incoming)
        if reading.file is None or file_is_secret(reading.incoming):
            return self._desk.receive(reading.incoming)
        taken = await self._files.take(reading.file)
        return self._desk.receive(replace(reading.incoming, what=taken))

    async def _send(self, answers: Iterable[Outgoing]) -> None:
        """Send them; what goes on is done piece by piece, other chats in between."""
        going_on = await self._say(answers)
        while going_on is not None:
            await asyncio.sleep(0)
            more = self._desk.go_on(going_on.chat, going_on.person, self._clock())
            going_on = await self._say(more)

    async def _say(self, answers: Iterable[Outgoing]) -> GoOn | None:
        going_on = None
        for outgoing in answers:
            if isinstance(outgoing, GoOn):
                going_on = outgoing
            else:
                await self._errands.do(outgoing)
        return going_on

    async def _apologise(self, incoming: Incoming, number: str) -> None:
        try:
            await self._send(self._desk.fault(incoming, number))
        except TokenRevoked:
            raise
        except Exception:
            log.exception("fault not told", extra={"number": number})

    async def _tell_of_outage(self, outage: Outage) -> None:
        try:
            person = PersonId(str(outage.chat))
            await self._send(self._desk.after_outage(outage.chat, person, outage.at))
        except TokenRevoked:
            raise
        except Exception:
            log.exception("outage not told", extra={"chat": outage.chat})

    async def _pass_on(self, learnt: Learnt) -> None:
        """Tell the desk as an update would: who noticed it is we ourselves."""
        me = Speaker(PersonId(str(self._me().id)), "")
        incoming = Incoming(None, learnt.chat, me, learnt.at, learnt.news, room=Room(""))
        try:
            answers = self._desk.receive(incoming)
            # Where we were put out nobody hears: an answer would be refused, and learnt, for ever.
            if not isinstance(learnt.news, PutOut):
                await self._send(answers)
        except TokenRevoked:
            raise
        except Exception:
            log.exception("news not passed on", extra={"chat": learnt.chat})

    def _finish(self, row: InboxRow) -> None:
        self._note(row, lambda: self._inbox.finish(row.id))

    def _set_aside(self, row: InboxRow, why: str) -> None:
        self._note(row, lambda: self._inbox.set_aside(row.id, why))

    def _note(self, row: InboxRow, keep: Callable[[], None]) -> None:
        """Note it in the inbox; if the disk refuses, the row is met again at the next start."""
        try:
            keep()
        except Exception:
            log.exception("inbox not written", extra={"row": row.id})

    def _tell_once(self, why: str) -> None:
        if why not in self._told:
            self._told.add(why)
            log.info("not served, said once", extra={"why": why})
