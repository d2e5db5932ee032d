"""Where the stand-in keeps its state: one SQLite file, or memory only."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA = """
create table if not exists notes(key text primary key, value text not null) without rowid;
create table if not exists counters(name text primary key, value integer not null) without rowid;
create table if not exists members(
    chat integer, person integer, started integer not null default 0,
    blocked integer not null default 0, read_up_to integer not null default 0,
    primary key(chat, person)) without rowid;
create table if not exists messages(
    chat integer, id integer, editable integer not null, body text not null,
    primary key(chat, id)) without rowid;
create table if not exists updates(
    id integer primary key, kind text not null, made_at integer not null, body text not null);
create table if not exists presses(
    id text primary key, person integer not null, made_at integer not null, answer text);
create index if not exists presses_of on presses(person);
create table if not exists files(
    id text primary key, path text not null unique, name text not null, mime text not null,
    size integer not null, content blob not null);
create table if not exists groups(id integer not null unique, body text not null);
create table if not exists topics(
    chat integer, id integer, name text not null, primary key(chat, id)) without rowid;
create table if not exists pins(
    chat integer, id integer, primary key(chat, id)) without rowid;
"""


class Store:
    """The database and two small things everybody needs of it: notes and counters.

    Given a folder it survives a restart and refuses a second process (sqlite3.OperationalError).
    WAL without a flush per commit: killing the process loses nothing, a power cut may lose the
    last moments, which is right for a stand-in.
    """

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        place = ":memory:" if folder is None else str(folder / "localchat.sqlite3")
        self.db = sqlite3.connect(place, isolation_level=None, timeout=0.2)
        self.db.execute("pragma locking_mode=exclusive")
        self.db.execute("pragma journal_mode=wal")
        self.db.execute("pragma synchronous=normal")
        self.db.executescript(SCHEMA)

    def close(self) -> None:
        """Nothing can be kept after this."""
        self.db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All writes inside are kept together or not at all; may be nested."""
        if self.db.in_transaction:
            yield
            return
        self.db.execute("begin immediate")
        try:
            yield
        except BaseException:
            self.db.execute("rollback")
            raise
        self.db.execute("commit")

    def note(self, key: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
        """The JSON value kept under a key, or the default."""
        row = self.db.execute("select value from notes where key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def keep_note(self, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Keep a JSON value under a key."""
        self.db.execute("insert or replace into notes values(?, ?)", (key, json.dumps(value)))

    def next_number(self, counter: str) -> int:
        """1, 2, 3 … for each counter, never the same twice."""
        row = self.db.execute(
            "insert into counters values(?, 1) "
            "on conflict(name) do update set value = value + 1 returning value",
            (counter,),
        ).fetchone()
        return int(row[0])
