from collections.abc import Awaitable, Callable

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from gateway.calls import back_off
from gateway.failures import Fate, TokenRevoked, classify, told_to_wait
from gateway.pacing import Limits
from localchat.clock import ShiftedClock
from localchat.faults import Drop, Fault, When
from localchat.server import LocalChat, Settings
from tests.gateway.stage import TOKEN, Stage, free_port
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

CHAT = ChatId(1001)
NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are the same"
)


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (Conflict("x"), Fate.NOT_SENT),
        (InvalidToken("x"), Fate.REVOKED),
        (EndPointNotFound("x"), Fate.REVOKED),
        (BadRequest(NOT_MODIFIED), Fate.SENT),
        (BadRequest("Chat not found"), Fate.PERMANENT),
        (Forbidden("bot was blocked by the user"), Fate.PERMANENT),
        (ChatMigrated(-100), Fate.PERMANENT),
        (TimedOut(), Fate.UNKNOWN),
        (NetworkError("Bad Gateway"), Fate.UNKNOWN),
        (TelegramError("Invalid server response"), Fate.UNKNOWN),
    ],
)
def test_the_fate_follows_from_the_error(error: TelegramError, fate: Fate) -> None:
    assert classify(error) is fate


async def send(stage: Stage, bot_call: str = "once") -> None:
    calls = await stage.calls()
    make: Callable[..., Awaitable[object]] = getattr(calls, bot_call)
    await make(CHAT, lambda: calls.bot.send_message(CHAT, "hello"))


async def test_a_429_is_waited_out_and_the_call_repeated(stage: Stage) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=7))

    await send(stage)

    assert stage.time.slept == [7.0]
    assert len(stage.person().replies) == 1


async def test_a_429_is_not_sent(stage: Stage) -> None:
    assert stage.folder  # the stage tells the library how to give the seconds

    assert classify(RetryAfter(3)) is Fate.NOT_SENT


async def test_a_refused_connection_is_tried_until_it_is_taken(stage: Stage) -> None:
    port = free_port()
    late = LocalChat(Settings(token=TOKEN, port=port), ShiftedClock())
    calls = stage.calls_unmet(server=f"http://127.0.0.1:{port}")
    stage.time.meanwhile[3] = late.start

    await calls.once(None, calls.bot.initialize)

    await late.stop()
    assert stage.time.slept == [back_off(0), back_off(1), back_off(2)]


@pytest.mark.parametrize("fault", [Drop(When.AFTER), Drop(When.BEFORE), Fault(502), Fault(500)])
async def test_what_may_have_arrived_is_not_repeated(stage: Stage, fault: Drop | Fault) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", fault)

    with pytest.raises(NetworkError) as raised:
        await send(stage)

    assert classify(raised.value) is Fate.UNKNOWN
    assert stage.time.slept == []


async def test_what_does_no_harm_twice_is_repeated_a_few_times(stage: Stage) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Fault(502), Drop(When.BEFORE), Fault(500))

    await send(stage, "surely")

    assert len(stage.person().replies) == 1


async def test_what_does_no_harm_twice_is_given_up_after_four_failures(stage: Stage) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", *[Fault(502)] * 4)

    with pytest.raises(NetworkError):
        await send(stage, "surely")

    assert stage.chat.faults.left() == 0


async def test_an_unserved_method_does_not_look_like_a_revoked_token(stage: Stage) -> None:
    stage.chat.faults.plan("sendMessage", Fault(404))

    with pytest.raises(InvalidToken):
        await send(stage)


async def test_a_revoked_token_is_confirmed_with_get_me(stage: Stage) -> None:
    calls = await stage.calls()
    stage.chat.faults.plan("sendMessage", Fault(401))
    stage.chat.faults.plan("getMe", Fault(401))

    with pytest.raises(TokenRevoked):
        await calls.once(CHAT, lambda: calls.bot.send_message(CHAT, "hello"))


async def test_calls_wait_for_their_turn(stage: Stage) -> None:
    await stage.person().start()
    calls = await stage.calls(Limits(slots=30, rest=1.0, spacing=1.0, burst=1))

    await calls.once(CHAT, lambda: calls.bot.send_message(CHAT, "one"))
    await calls.once(CHAT, lambda: calls.bot.send_message(CHAT, "two"))

    assert stage.time.slept == [1.0]


async def test_whoever_must_not_wait_is_told_so_where_a_chat_is_held(stage: Stage) -> None:
    wang = stage.person()
    await wang.start()
    calls = (await stage.calls()).without_waiting()
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=300))
    for _ in range(2):
        with pytest.raises(RetryAfter) as told:
            await calls.once(ChatId(wang.id), lambda: calls.bot.send_message(wang.id, "x"))

    assert told_to_wait(told.value) == pytest.approx(300)
    assert wang.replies == []
    assert stage.time.slept == []
