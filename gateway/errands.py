"""What the desk answers is done: sent, a message taken out of a chat, an address tried out."""

from collections import OrderedDict, deque
from collections.abc import Callable

from telegram.error import TelegramError

from chat.errands import Came, Errand, TakeAway, Tried, TryOut
from chat.talk import Message, Send, Sendable, SendPaper
from gateway.beside import Beside
from gateway.calls import Calls
from gateway.failures import Fate, says
from gateway.ports import Clock, Desk
from gateway.sender import Delivery, Sender
from gateway.ways import Channels
from workflow.ids import PersonId

MOST, WINDOW = 5, 600.0
"""So many tries of one person in so many seconds: a stranger's mailbox is not to be flooded."""
_PEOPLE_KEPT = 1_000
_VANISHED = "message to delete not found"


class Errands:
    """Sends what there is to send, and does the errands; `now` in seconds, rising."""

    def __init__(
        self,
        calls: Calls,
        sender: Sender,
        channels: Channels,
        desk: Desk,
        clock: Clock,
        now: Callable[[], float],
        beside: Beside,
    ) -> None:
        self._calls = calls
        self._beside = beside
        self._sender = sender
        self._channels = channels
        self._desk = desk
        self._clock = clock
        self._tries = _Tries(now)

    async def do(self, answer: Sendable | Errand) -> None:
        """To its end, with what is said of it; raises as `Sender.send` does."""
        match answer:
            case TakeAway():
                await self._take_away(answer)
            case TryOut():
                await self._try_out(answer)
            case SendPaper():
                await self._beside.put(answer)
            case _:
                await self._sender.send(answer)

    async def _take_away(self, errand: TakeAway) -> None:
        html = errand.gone if await self._is_gone(errand) else errand.stays
        await self._sender.send(Send(errand.chat, Message(html), topic=errand.topic))

    async def _is_gone(self, errand: TakeAway) -> bool:
        chat, number, bot = errand.chat, errand.message_id, self._calls.bot
        try:
            await self._calls.surely(chat, lambda: bot.delete_message(chat, number))
        except TelegramError as error:
            return says(error, _VANISHED)
        return True

    async def _try_out(self, errand: TryOut) -> None:
        tried = await self._tried(errand)
        await self._sender.send(self._desk.tried(errand, tried, self._clock()))

    async def _tried(self, errand: TryOut) -> Tried:
        if not self._channels.serves(errand.address.kind):
            return Tried(Came.NO_WAY)
        if not self._tries.may(errand.person):
            return Tried(Came.TOO_OFTEN)
        return _read(await self._channels.post(errand.address, errand.subject, errand.text))


def _read(delivery: Delivery) -> Tried:
    """The fate, and the answer's code where it begins with one."""
    code = delivery.why.partition(" ")[0]
    came = _CAME[delivery.fate]
    if came is Came.UNREACHED and delivery.wait:
        came = Came.BUSY
    return Tried(came, int(code) if code.isascii() and code.isdecimal() else 0, delivery.why)


_CAME = {
    Fate.SENT: Came.TAKEN,
    Fate.PERMANENT: Came.REFUSED,
    Fate.NOT_SENT: Came.UNREACHED,
    Fate.UNKNOWN: Came.UNKNOWN,
    Fate.REVOKED: Came.UNREACHED,
}


class _Tries:
    """When people tried last."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._last: OrderedDict[PersonId, deque[float]] = OrderedDict()

    def may(self, person: PersonId) -> bool:
        """Whether they may once more; counted if so."""
        tried = self._last.setdefault(person, deque(maxlen=MOST))
        self._last.move_to_end(person)
        while len(self._last) > _PEOPLE_KEPT:
            self._last.popitem(last=False)
        if len(tried) == MOST and self._now() - tried[0] < WINDOW:
            return False
        tried.append(self._now())
        return True
