"""Planned faults: refusals, waits, and connections that die before or after the effect."""

import httpx
import pytest

from localchat.faults import Delay, Drop, Fault, When
from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.calling import Api

pytestmark = pytest.mark.anyio


async def test_a_planned_429_says_how_long_to_wait_and_is_met_once(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    await wang.start()
    chat.faults.plan("sendMessage", Fault(status=429, retry_after=3))

    refused = await api.call("SENDMESSAGE", chat_id=1001, text="x")
    sent = await api.call("sendMessage", chat_id=1001, text="x")

    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert sent["ok"]
    assert chat.faults.left() == 0


@pytest.mark.parametrize(("when", "texts"), [(When.BEFORE, []), (When.AFTER, ["x"])])
async def test_a_dropped_connection_hides_whether_the_message_is_there(
    api: Api,
    chat: LocalChat,
    wang: Person,
    when: When,
    texts: list[str],
) -> None:
    await wang.start()
    chat.faults.plan("sendMessage", Drop(when))

    with pytest.raises(httpx.TransportError):
        await api.call("sendMessage", chat_id=1001, text="x")

    assert [bubble.text for bubble in wang.replies] == texts


async def test_a_delayed_call_still_takes_effect_for_who_gave_up(
    chat: LocalChat, wang: Person
) -> None:
    said = await wang.start()
    chat.faults.plan("sendMessage", Delay(0.2))

    async with httpx.AsyncClient(trust_env=False, timeout=httpx.Timeout(5, read=0.05)) as hasty:
        with pytest.raises(httpx.ReadTimeout):
            await Api(hasty, chat).call("sendMessage", chat_id=1001, text="x")

    assert (await wang.next_reply(said)).text == "x"


async def test_faults_of_one_method_leave_the_others_alone(api: Api, chat: LocalChat) -> None:
    chat.faults.plan("sendMessage", Fault(500), Fault(502, "Bad Gateway"))

    me = await api.call("getMe")
    first = await api.why_not("sendMessage", chat_id=1001, text="x")
    second = await api.why_not("sendMessage", chat_id=1001, text="x")

    assert me["ok"]
    assert (first, second) == ((500, "Internal Server Error"), (502, "Bad Gateway"))
