"""Where groups, their topics and what is pinned in any chat are kept."""

import json
from collections.abc import Iterator

from localchat.chats import ChatKind, Group, Membership, Status
from localchat.store import Store
from localchat.wire import Wire

FIRST_GROUP = -2000
FIRST_SUPERGROUP = -1002000000000


class Groups:
    """Groups by their id; a basic group and the supergroup it became are two."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def new_id(self, kind: ChatKind) -> int:
        """A chat id no group has had: -2001 and the like, -1002000000001 for supergroups."""
        first = FIRST_SUPERGROUP if kind is ChatKind.SUPERGROUP else FIRST_GROUP
        return first - self._store.next_number(kind.value)

    def keep(self, group: Group) -> None:
        """Add a group or put it in the place of the one with its id."""
        row = (group.id, json.dumps(_to_json(group), ensure_ascii=False))
        query = "insert into groups values(?, ?) on conflict(id) do update set body = excluded.body"
        self._store.db.execute(query, row)

    def find(self, chat: int) -> Group | None:
        """The group, or None if there is none with this id."""
        query = "select body from groups where id = ?"
        row = self._store.db.execute(query, (chat,)).fetchone()
        return _from_json(chat, json.loads(row[0])) if row else None

    def of(self, user: int) -> list[Group]:
        """The groups a user is in, oldest first; without those that became supergroups."""
        return [group for group in self._all() if user in group.here and not group.migrated_to]

    def add_topic(self, chat: int, thread: int, name: str) -> None:
        """Note a topic of a forum; thread is the message_id that opened it."""
        self._store.db.execute("insert into topics values(?, ?, ?)", (chat, thread, name))

    def topics(self, chat: int) -> dict[int, str]:
        """The topics of a forum: message_thread_id to name, oldest first."""
        query = "select id, name from topics where chat = ? order by id"
        return dict(self._store.db.execute(query, (chat,)).fetchall())

    def _all(self) -> Iterator[Group]:
        rows = self._store.db.execute("select id, body from groups order by rowid").fetchall()
        return (_from_json(chat, json.loads(body)) for chat, body in rows)


class Pins:
    """The pinned messages of all chats, by message_id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, chat: int, message_id: int) -> bool:
        """Pin a message; whether it was not pinned before."""
        query = "insert or ignore into pins values(?, ?)"
        return self._store.db.execute(query, (chat, message_id)).rowcount > 0

    def remove(self, chat: int, message_id: int) -> None:
        """Unpin a message, if it is pinned."""
        self._store.db.execute("delete from pins where chat = ? and id = ?", (chat, message_id))

    def clear(self, chat: int) -> None:
        """Unpin all."""
        self._store.db.execute("delete from pins where chat = ?", (chat,))

    def all(self, chat: int) -> list[Wire]:
        """The pinned messages that still stand, the newest message first."""
        query = (
            "select messages.body from pins join messages using(chat, id) "
            "where pins.chat = ? order by id desc"
        )
        return [json.loads(body) for (body,) in self._store.db.execute(query, (chat,))]


def _to_json(group: Group) -> Wire:
    members = {user: [member.status, member.may_pin] for user, member in group.members.items()}
    return {
        "kind": group.kind,
        "title": group.title,
        "members": members,
        "all_may_pin": group.all_may_pin,
        "is_forum": group.is_forum,
        "migrated_to": group.migrated_to,
    }


def _from_json(chat: int, body: Wire) -> Group:
    members = {
        int(user): Membership(Status(status), may_pin)
        for user, (status, may_pin) in body["members"].items()
    }
    return Group(
        chat,
        ChatKind(body["kind"]),
        body["title"],
        members,
        body["all_may_pin"],
        body["is_forum"],
        body["migrated_to"],
    )
