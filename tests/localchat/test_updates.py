"""getUpdates: waiting, confirming, forgetting, and one receiver at a time."""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest

from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.calling import Api

pytestmark = pytest.mark.anyio


def _texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def _both(one: Awaitable[Any], other: Awaitable[Any]) -> list[Any]:
    return list(await asyncio.gather(one, other))


async def test_an_update_comes_again_until_the_next_offset_confirms_it(
    api: Api, wang: Person
) -> None:
    await wang.say("一")
    await wang.say("二")

    first = await api.result("getUpdates")
    again = await api.result("getUpdates")
    rest = await api.result("getUpdates", offset=first[0]["update_id"] + 1)
    for_good = await api.result("getUpdates")

    assert _texts(first) == _texts(again) == ["一", "二"]
    assert _texts(rest) == _texts(for_good) == ["二"]


async def test_limit_takes_the_oldest(api: Api, wang: Person) -> None:
    await wang.say("一")
    await wang.say("二")

    updates = await api.result("getUpdates", limit=1)

    assert _texts(updates) == ["一"]


async def test_a_negative_offset_keeps_only_the_last(api: Api, wang: Person) -> None:
    await wang.say("一")
    await wang.say("二")
    await wang.say("三")

    last = await api.result("getUpdates", offset=-1)
    left = await api.result("getUpdates")

    assert _texts(last) == _texts(left) == ["三"]


async def test_an_offset_from_another_server_is_answered_from_the_head(
    api: Api, wang: Person
) -> None:
    await wang.say("一")

    updates = await api.result("getUpdates", offset=760_546_623)

    assert _texts(updates) == ["一"]


async def test_ids_may_start_again_lower(api: Api, chat: LocalChat, wang: Person) -> None:
    chat.exchange.updates.renumber(5000)
    await wang.say("旧")
    old = await api.result("getUpdates")
    await api.result("getUpdates", offset=old[0]["update_id"] + 1)

    chat.exchange.updates.renumber(17)
    await wang.say("新")
    new = await api.result("getUpdates", offset=old[0]["update_id"] + 1)

    assert old[0]["update_id"] == 5000
    assert [(update["update_id"], update["message"]["text"]) for update in new] == [(17, "新")]


async def test_a_long_poll_ends_when_somebody_writes(api: Api, wang: Person) -> None:
    updates, _ = await _both(api.result("getUpdates", timeout=10), wang.say("来了"))

    assert _texts(updates) == ["来了"]


async def test_a_long_poll_ends_empty_when_nobody_writes(api: Api) -> None:
    updates = await api.result("getUpdates", timeout=1)

    assert updates == []


async def test_a_second_receiver_ends_the_first(api: Api) -> None:
    answers = await _both(
        api.call("getUpdates", timeout=1),
        api.call("getUpdates", timeout=1),
    )

    ended, stayed = sorted(answers, key=lambda answer: bool(answer["ok"]))
    assert ended == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert stayed == {"ok": True, "result": []}


async def test_a_press_lives_150_seconds_and_a_message_a_day(
    api: Api, wang: Person, clock: ShiftedClock
) -> None:
    await wang.start()
    keys = {"inline_keyboard": [[{"text": "好", "callback_data": "1"}]]}
    sent = await api.result("sendMessage", chat_id=1001, text="x", reply_markup=keys)
    await wang.press(sent["message_id"], "好")

    clock.shift(timedelta(seconds=152))
    soon = await api.result("getUpdates")
    clock.shift(timedelta(days=1))
    late = await api.result("getUpdates")

    assert _texts(soon) == ["/start"]
    assert late == []


async def test_kinds_not_asked_for_do_not_come(api: Api, wang: Person) -> None:
    await api.result("getUpdates", allowed_updates=["message"])

    said = await wang.say("一")
    await wang.edit(said, "二")
    only = await api.result("getUpdates")
    await api.result("getUpdates", allowed_updates=[])
    await wang.edit(said, "三")
    both = await api.result("getUpdates")

    assert _texts(only) == ["一"]
    assert [update.get("edited_message", {}).get("text") for update in both] == [None, "三"]


async def test_pending_updates_can_be_dropped(api: Api, wang: Person) -> None:
    await wang.say("一")
    before = await api.result("getWebhookInfo")

    await api.result("deleteWebhook", drop_pending_updates=True)

    after = await api.result("getWebhookInfo")
    assert (before["pending_update_count"], after["pending_update_count"]) == (1, 0)
