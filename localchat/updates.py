"""The queue of updates that the bot fetches by getUpdates, with Telegram's rules of confirming."""

import asyncio
import json
from dataclasses import dataclass

from localchat.clock import ShiftedClock
from localchat.store import Store
from localchat.watch import Bell
from localchat.wire import ApiError, Wire

# tdlib/telegram-bot-api: messages are kept a day, presses only two and a half minutes, inline
# queries half a minute.
DAY = 86_400
PRESS_LIFE = 150
INQUIRY_LIFE = 30
# tdlib's TQueue: an offset further ahead than this is taken for nonsense and answered from the head.
AHEAD = 10
# Kinds that come only if they are asked for by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of getUpdates; allowed is None if the bot did not name any kinds."""

    offset: int = 0
    limit: int = 100
    seconds: float = 0
    allowed: list[str] | None = None


class Updates:
    """What the bot has not confirmed yet, in order, kept over a restart."""

    def __init__(self, store: Store, clock: ShiftedClock) -> None:
        self._store = store
        self._clock = clock
        self._bell = Bell()
        self._turn = 0
        self._closed = False
        self._allowed: list[str] = store.note("allowed_updates", [])

    def push(self, kind: str, body: Wire) -> None:
        """Add an update of a kind, unless the bot does not want this kind."""
        if not self._is_wanted(kind):
            return
        number = self._store.next_number("update")
        row = (number, kind, int(self._clock().timestamp()), json.dumps(body, ensure_ascii=False))
        self._store.db.execute("insert into updates values(?, ?, ?, ?)", row)
        self._bell.ring()

    def pending(self) -> int:
        """How many updates wait to be confirmed."""
        return int(self._store.db.execute("select count(*) from updates").fetchone()[0])

    def renumber(self, first: int) -> None:
        """Let the next update have this id, as Telegram does after a quiet week."""
        self._store.db.execute(
            "insert or replace into counters values('update', ?)",
            (first - 1,),
        )

    async def fetch(self, asked: Asked) -> list[Wire]:
        """The next updates, waiting up to the asked seconds for the first.

        Raises ApiError 409 when another call came while this one waited.
        """
        turn = self._take_turn(asked.allowed)
        first = self._confirm(asked.offset)
        ends = asyncio.get_running_loop().time() + asked.seconds
        while not (batch := self._batch(first, asked.limit)):
            left = ends - asyncio.get_running_loop().time()
            if left <= 0 or self._closed:
                return []
            await self._bell.wait(left)
            self._still(turn)
        return batch

    def close(self) -> None:
        """Let the one who waits go with nothing."""
        self._closed = True
        self._bell.ring()

    def _is_wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in ON_REQUEST

    def _take_turn(self, allowed: list[str] | None) -> int:
        self._turn += 1
        self._bell.ring()
        if allowed is not None and allowed != self._allowed:
            self._allowed = allowed
            self._store.keep_note("allowed_updates", allowed)
        return self._turn

    def _still(self, turn: int) -> None:
        if turn != self._turn:
            why = "terminated by other getUpdates request; "
            why += "make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {why}")

    def _confirm(self, offset: int) -> int:
        """Forget what the offset confirms; the id from which to serve."""
        with self._store.writing():
            self._expire()
            first = self._first(offset)
            self._store.db.execute("delete from updates where id < ?", (first,))
        return first

    def _first(self, offset: int) -> int:
        db = self._store.db
        if offset < 0:
            query = "select id from updates order by id desc limit 1 offset ?"
            row = db.execute(query, (-offset - 1,)).fetchone()
            return row[0] if row else 0
        last = db.execute("select value from counters where name = 'update'").fetchone()
        beyond = (last[0] if last else 0) + 1 + AHEAD
        return 0 if offset > beyond else offset

    def _expire(self) -> None:
        db, now = self._store.db, int(self._clock().timestamp())
        oldest = db.execute("select made_at from updates order by id limit 1").fetchone()
        if oldest is None or oldest[0] >= now - INQUIRY_LIFE:
            return
        db.execute(
            "delete from updates where made_at < ? or (made_at < ? and kind = 'callback_query')"
            " or (made_at < ? and kind = 'inline_query')",
            (now - DAY, now - PRESS_LIFE, now - INQUIRY_LIFE),
        )

    def _batch(self, first: int, limit: int) -> list[Wire]:
        rows = self._store.db.execute(
            "select id, kind, body from updates where id >= ? order by id limit ?",
            (first, limit),
        )
        return [{"update_id": n, kind: json.loads(body)} for n, kind, body in rows]
