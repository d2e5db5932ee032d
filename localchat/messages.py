"""The messages of all chats, each in the shape of a Bot API Message."""

import json
from dataclasses import dataclass

from localchat.store import Store
from localchat.wire import Wire


@dataclass(frozen=True, slots=True)
class Kept:
    """A message; Telegram lets nobody edit one that came with keys below the input."""

    wire: Wire
    editable: bool

    @property
    def id(self) -> int:
        """The message_id."""
        return int(self.wire["message_id"])


class Messages:
    """Messages by chat and message_id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, chat: int, message: Wire, *, editable: bool = True) -> None:
        """Add a message or put it in the place of the one with its id."""
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        row = (chat, message["message_id"], editable, text)
        self._store.db.execute("insert or replace into messages values(?, ?, ?, ?)", row)

    def find(self, chat: int, message_id: int) -> Kept | None:
        """The message, or None if there is none or it was deleted."""
        query = "select body, editable from messages where chat = ? and id = ?"
        row = self._store.db.execute(query, (chat, message_id)).fetchone()
        return Kept(json.loads(row[0]), bool(row[1])) if row else None

    def remove(self, chat: int, message_id: int) -> None:
        """Take a message out of its chat."""
        query = "delete from messages where chat = ? and id = ?"
        self._store.db.execute(query, (chat, message_id))

    def latest(self, chat: int, count: int, before: int = 1 << 60) -> list[Wire]:
        """The last so many messages older than an id, oldest first."""
        query = "select body from messages where chat = ? and id < ? order by id desc limit ?"
        rows = self._store.db.execute(query, (chat, before, count)).fetchall()
        return [json.loads(body) for (body,) in reversed(rows)]

    def after(self, chat: int, message_id: int) -> list[Wire]:
        """The messages newer than an id, oldest first."""
        query = "select body from messages where chat = ? and id > ? order by id"
        rows = self._store.db.execute(query, (chat, message_id))
        return [json.loads(body) for (body,) in rows]
