"""Telegram's limits as the server keeps them when it is asked to: by the second, by the chat."""

import asyncio
from contextlib import suppress

import httpx
import pytest

from localchat.clock import ShiftedClock
from localchat.limits import Limits
from localchat.person import Person
from localchat.server import LocalChat, Settings
from localchat.wire import ApiError

pytestmark = pytest.mark.anyio

WANG, GROUP = 1001, -5


def taken(limits: Limits, chat: int | None, *moments: float, method: str = "sendmessage") -> int:
    """How many calls at these moments were taken."""
    before = limits.refused
    for moment in moments:
        with suppress(ApiError):
            limits.admit(method, chat, moment)
    return len(moments) - (limits.refused - before)


def test_thirty_calls_go_in_a_second_whomever_they_are_for() -> None:
    limits = Limits()

    assert sum(taken(limits, chat, 0.5) for chat in range(1, 41)) == 30
    assert sum(taken(limits, chat, 1.49) for chat in range(41, 44)) == 0
    assert sum(taken(limits, chat, 1.51) for chat in range(41, 44)) == 3


def test_a_private_chat_takes_a_small_burst_and_one_a_second() -> None:
    limits = Limits()

    assert taken(limits, WANG, *[0.0] * 9) == 5
    assert taken(limits, 1002, 0.0) == 1
    assert taken(Limits(), WANG, *[float(second) for second in range(60)]) == 60


def test_a_group_takes_twenty_in_any_minute_edits_included() -> None:
    limits = Limits()

    assert taken(limits, GROUP, *[float(n) for n in range(10)]) == 10
    assert taken(limits, GROUP, *[20.0 + n for n in range(15)], method="editmessagetext") == 10
    assert taken(limits, GROUP, 59.9) == 0
    assert taken(limits, GROUP, 60.1) == 1


def test_what_only_asks_is_not_counted() -> None:
    limits = Limits()

    assert taken(limits, None, *[0.0] * 99, method="getupdates") == 99
    assert taken(limits, WANG, 0.0) == 1


def test_what_shows_nothing_in_the_chat_counts_for_the_second_only() -> None:
    limits = Limits()

    assert taken(limits, WANG, *[0.0] * 20, method="sendchataction") == 20
    assert taken(limits, None, *[0.0] * 99, method="answercallbackquery") == 10


def test_a_refusal_names_the_whole_seconds_to_wait() -> None:
    limits = Limits()
    taken(limits, GROUP, *[0.0] * 20)

    with pytest.raises(ApiError) as refused:
        limits.admit("sendmessage", GROUP, 29.5)

    assert refused.value.parameters == {"retry_after": 31}
    assert limits.refused == 1


@pytest.mark.parametrize(("keeps_limits", "refused"), [(True, 4), (False, 0)])
async def test_the_server_keeps_them_only_when_it_is_told_to(
    *, keeps_limits: bool, refused: int
) -> None:
    chat = LocalChat(Settings(keeps_limits=keeps_limits), ShiftedClock())
    await chat.start()
    await Person(chat, WANG).start()

    async with httpx.AsyncClient(trust_env=False) as client:
        url = f"{chat.base_url}1:local/sendMessage"
        asked = [client.post(url, json={"chat_id": WANG, "text": "x"}) for _ in range(9)]
        answers = await asyncio.gather(*asked)

    assert [one.status_code for one in answers].count(429) == refused
    await chat.stop()
