"""What is kept over a restart, and that one state folder has one owner."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat, Settings
from tests.localchat.calling import Api

pytestmark = pytest.mark.anyio

KEYS = {"keyboard": [[{"text": "进度"}]]}


async def test_all_that_was_said_and_not_yet_fetched_is_there_again(
    tmp_path: Path, http: httpx.AsyncClient
) -> None:
    before = LocalChat(Settings(state=tmp_path), ShiftedClock())
    await before.start()
    wang = Person(before, 1001)
    file_message = await wang.send_file("表.xlsx", b"PK")
    await Api(http, before).result("sendMessage", chat_id=1001, text="收到", reply_markup=KEYS)
    await Api(http, before).result("setMyDescription", description="年报")
    await wang.say("还没取")
    await before.stop()

    after = LocalChat(Settings(state=tmp_path), ShiftedClock())
    await after.start()
    again = Person(after, 1001)
    updates = await Api(http, after).result("getUpdates")
    new = await again.say("新")
    await after.stop()

    assert [update["message"].get("text") for update in updates] == [None, "还没取"]
    assert new == 4
    assert file_message == 1


async def test_messages_files_keys_and_ids_go_on_where_they_stood(tmp_path: Path) -> None:
    before = LocalChat(Settings(state=tmp_path), ShiftedClock())
    wang = Person(before, 1001)
    sent = await wang.send_file("表.xlsx", b"PK")
    before.exchange.set_keyboard(before.exchange.chat(1001), KEYS)
    before.exchange.drop_message(before.exchange.chat(1001), await wang.say("删去"))
    await before.start()
    await before.stop()

    after = LocalChat(Settings(state=tmp_path), ShiftedClock())
    again = Person(after, 1001)

    assert again.file(sent) == b"PK"
    assert again.keyboard == [["进度"]]
    assert await again.say("新") == sent + 2
    after.close()


async def test_a_state_from_before_there_were_groups_is_opened_and_takes_them(
    tmp_path: Path,
) -> None:
    before = LocalChat(Settings(state=tmp_path), ShiftedClock())
    said = await Person(before, 1001).say("旧")
    for table in ("groups", "topics", "pins"):
        before.exchange.store.db.execute(f"drop table {table}")
    before.close()

    after = LocalChat(Settings(state=tmp_path), ShiftedClock())
    group = after.create_group("年报群", [1001, 1004])

    assert Person(after, 1001).message(said).text == "旧"
    assert [seen.id for seen in Person(after, 1004).at(group.id).messages] == [said + 1]
    after.close()


def test_the_clock_stays_where_it_was_put(tmp_path: Path) -> None:
    clock = ShiftedClock()
    before = LocalChat(Settings(state=tmp_path), clock)
    clock.shift(timedelta(days=40))
    before.close()

    later = ShiftedClock()
    after = LocalChat(Settings(state=tmp_path), later)

    assert later.offset == timedelta(days=40)
    after.close()


def test_a_second_owner_of_the_state_is_refused(tmp_path: Path) -> None:
    first = LocalChat(Settings(state=tmp_path), ShiftedClock())

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        LocalChat(Settings(state=tmp_path), ShiftedClock())

    first.close()


async def test_a_taken_port_is_said_at_once() -> None:
    first = LocalChat(Settings(), ShiftedClock())
    await first.start()
    taken = int(first.url.rpartition(":")[2])
    second = LocalChat(Settings(port=taken), ShiftedClock())

    with pytest.raises(OSError, match="in use"):
        await second.start()

    second.close()
    await first.stop()


def test_a_moved_clock_tells_old_and_new() -> None:
    at = datetime(2027, 1, 4, 9, tzinfo=UTC)
    clock = ShiftedClock(lambda: at)
    moves: list[tuple[datetime, datetime]] = []
    clock.on_move(lambda old, new: moves.append((old, new)))

    clock.shift(timedelta(hours=1))
    clock.set_to(at + timedelta(days=2))

    assert moves == [
        (at, at + timedelta(hours=1)),
        (at + timedelta(hours=1), at + timedelta(days=2)),
    ]
    assert clock() == at + timedelta(days=2)


def test_a_moment_without_zone_is_refused() -> None:
    clock = ShiftedClock()

    with pytest.raises(ValueError, match="zone"):
        clock.set_to(datetime(2027, 1, 4))  # noqa: DTZ001 - the very thing that is refused
