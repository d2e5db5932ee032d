"""The journal as the receiver sees it: every update on disk before it is confirmed."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from storage.database import Cells, Database, to_moment, to_number
from storage.link_secrets import blanked, without_secrets
from workflow.ports import ChatId, InboxRow, RawUpdate, RowId, RowState

REMEMBERED = timedelta(hours=48)
"""How long an update id is known again; after a week without updates Telegram starts anew."""
HEARD_EVERY = timedelta(minutes=1)


class Journal:
    """The inbox of one server (a Bot API and the bot on it), in the SQLite file at `path`.

    Rows of other servers rest untouched: their numbers and chats mean nothing here. Every change
    raises NotSaved if the disk refuses it. JournalUnusable if the file cannot be opened.

    A row that is open no more holds no invitation's secret and no text that `is_secret`, and neither
    does any byte of the file or of its write-ahead log: at once, or with the next row when nobody
    reads the log any more. A row that was not done when the program died holds it until it is.
    """

    def __init__(
        self,
        path: Path,
        server: str,
        patience: float = 10.0,
        is_secret: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.database = Database(path, patience)
        self.database.ask("pragma secure_delete = on")
        self._server = server
        self._patience = patience
        self._is_secret = is_secret
        self._is_scrubbed = False  # who knows what the last run left in the log

    def take_in(self, updates: Sequence[RawUpdate], at: datetime) -> tuple[InboxRow, ...]:
        """Keep the updates, in their order; give back the rows that are new."""
        with self.database.transaction():
            taken = [self._take_in(update, at) for update in updates]
        return tuple(row for row in taken if row is not None)

    def open_rows(self) -> tuple[InboxRow, ...]:
        """All rows of this server not finished, oldest first."""
        rows = self.database.ask(
            "select id, update_id, chat, body, state from inbox"
            " where server = ? and state in ('new', 'applied') order by id",
            (self._server,),
        )
        return tuple(_row(row) for row in rows)

    def next_rows(self, chat: ChatId | None, after: RowId, limit: int) -> tuple[InboxRow, ...]:
        """At most `limit` open rows of one chat that came after that row, oldest first."""
        rows = self.database.ask(
            "select id, update_id, chat, body, state from inbox where server = ? and chat is ?"
            " and state in ('new', 'applied') and id > ? order by id limit ?",
            (self._server, chat, after, limit),
        )
        return tuple(_row(row) for row in rows)

    def finish(self, row: RowId) -> None:
        """The row wants nothing more; one set aside stays so."""
        self._close(
            row,
            "update inbox set state = 'finished' where id = ? and state in ('new', 'applied')",
            (row,),
        )

    def set_aside(self, row: RowId, why: str) -> None:
        """Keep the row for a person to look at; it is open no more."""
        self._close(row, "update inbox set state = 'aside', why = ? where id = ?", (why, row))

    def purge(self, before: datetime) -> int:
        """Forget finished rows taken in before that moment; how many."""
        return self.database.tell(
            "delete from inbox where state = 'finished' and taken_at < ?", (to_number(before),)
        )

    def heard(self, at: datetime) -> None:
        """The server answered at that moment (kept at most once a minute)."""
        last = self.last_heard()
        if last is not None and abs(at - last) < HEARD_EVERY:
            return
        self.database.tell(
            "insert into heard(server, at) values(?, ?)"
            " on conflict(server) do update set at = excluded.at",
            (self._server, to_number(at)),
        )

    def last_heard(self) -> datetime | None:
        """When the server was last heard of, in UTC."""
        for (at,) in self.database.ask("select at from heard where server = ?", (self._server,)):
            return to_moment(at)
        return None

    def chats_between(self, start: datetime, end: datetime) -> tuple[ChatId, ...]:
        """The chats something came from in that time, both ends included, by number."""
        rows = self.database.ask(
            "select distinct chat from inbox where server = ? and chat is not null"
            " and taken_at between ? and ? order by chat",
            (self._server, to_number(start), to_number(end)),
        )
        return tuple(ChatId(chat) for (chat,) in rows)

    def close(self) -> None:
        """Give the file back."""
        self.database.close()

    def _close(self, row: RowId, statement: str, facts: Sequence[object]) -> None:
        with self.database.transaction():
            self.database.tell(statement, facts)
            for (body,) in self.database.ask("select body from inbox where id = ?", (row,)):
                if (bare := blanked(without_secrets(body), self._is_secret)) != body:
                    self.database.tell("update inbox set body = ? where id = ?", (bare, row))
                    self._is_scrubbed = False
        if not self._is_scrubbed:
            self._scrub()

    def _scrub(self) -> None:
        """Empty the log, where what was overwritten still stands; nobody is waited for."""
        self.database.ask("pragma busy_timeout = 0")
        try:
            ((busy, _, _),) = self.database.ask("pragma wal_checkpoint(truncate)")
        finally:
            self.database.ask(f"pragma busy_timeout = {round(self._patience * 1000)}")
        self._is_scrubbed = not busy

    def _take_in(self, update: RawUpdate, at: datetime) -> InboxRow | None:
        since = to_number(at - REMEMBERED)
        known = self.database.ask(
            "select 1 from inbox where server = ? and update_id = ? and taken_at >= ? limit 1",
            (self._server, update.update_id, since),
        )
        if known:
            return None
        rows = self.database.ask(
            "insert into inbox(server, update_id, chat, body, taken_at) values(?, ?, ?, ?, ?)"
            " returning id, update_id, chat, body, state",
            (self._server, update.update_id, update.chat, _storable(update.body), to_number(at)),
        )
        return _row(rows[0])


def _storable(body: str) -> str:
    """The body with any half surrogate written as JSON's own escape, which UTF-8 can hold."""
    return body.encode("utf-8", "backslashreplace").decode("utf-8")


def _row(cells: Cells) -> InboxRow:
    row, update_id, chat, body, state = cells
    return InboxRow(row, update_id, chat, body, RowState(state))
