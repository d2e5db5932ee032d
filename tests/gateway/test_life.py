import asyncio
import os
import signal
import traceback
from datetime import timedelta

import pytest
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from gateway.failures import TokenRevoked
from localchat.clock import ShiftedClock
from localchat.faults import Delay, Fault
from localchat.person import Person
from localchat.server import LocalChat, Settings
from tests.gateway.stage import TOKEN, Stage, free_port
from workflow.ports import ChatId, RawUpdate

pytestmark = pytest.mark.anyio


async def test_a_signal_lets_the_row_in_hand_be_finished(stage: Stage) -> None:
    wang = stage.person()
    stage.chat.faults.plan("sendMessage", Delay(0.5))
    running = stage.run()
    await wang.say("one")
    await stage.desk.met.wait()

    os.kill(os.getpid(), signal.SIGTERM)
    await running

    assert [reply.text for reply in wang.replies] == ["one"]
    assert stage.inbox.open_rows() == ()


async def test_after_an_outage_those_who_were_active_are_asked_once_to_press_again(
    stage: Stage,
) -> None:
    wang, other = stage.person(0), stage.person(1)
    await other.start()
    long_ago = stage.clock() - timedelta(minutes=50)
    stage.inbox.take_in([RawUpdate(900, ChatId(other.id), "{}")], long_ago)
    lately = stage.clock() - timedelta(minutes=12)
    stage.inbox.take_in([RawUpdate(901, ChatId(wang.id), "{}")], lately)
    stage.inbox.rows.clear()
    stage.inbox.heard(stage.clock() - timedelta(minutes=10))
    await wang.say("hello?")

    stage.run()

    await wang.until(lambda: len(wang.replies) == 2)
    assert [reply.text for reply in wang.replies] == ["press again, please", "hello?"]
    assert stage.desk.outages == [wang.id]


async def test_a_moved_clock_is_no_outage(stage: Stage) -> None:
    wang = stage.person()
    stage.run()
    await wang.next_reply(after=await wang.say("one"))

    stage.clock.shift(timedelta(days=1))
    await wang.next_reply(after=await wang.say("two"))

    assert stage.desk.outages == []


async def test_a_refused_token_ends_the_run_and_names_no_token(stage: Stage) -> None:
    wrong = "123456:Not-the-secret-of-the-server"
    config = stage.config.on_server(wrong, stage.chat.base_url, stage.chat.base_file_url)

    with pytest.raises(TokenRevoked) as raised:
        await stage.run(stage.gateway(config))

    assert wrong not in "".join(traceback.format_exception(raised.value))


async def test_a_server_that_is_not_there_yet_is_waited_for(stage: Stage) -> None:
    port = free_port()
    late = LocalChat(Settings(token=TOKEN, port=port), ShiftedClock())
    stage.time.meanwhile[3] = late.start
    url = f"http://127.0.0.1:{port}"
    config = stage.config.on_server(TOKEN, f"{url}/bot", f"{url}/file/bot")
    wang = Person(late, 1001)
    said = await wang.say("anybody there?")

    running = stage.run(gateway := stage.gateway(config))

    answer = await wang.next_reply(after=said)
    gateway.stop()
    await running
    await late.stop()
    assert answer.text == "anybody there?"
    assert stage.time.slept == [0.5, 1.0, 2.0]


async def test_a_menu_the_server_refuses_keeps_nobody_from_being_served(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.chat.faults.plan("setMyCommands", Fault(400, "Bad Request: BOT_COMMAND_INVALID"))
    wang = stage.person()
    stage.run()

    answer = await wang.next_reply(after=await wang.say("one"))

    assert answer.text == "one"
    assert "commands not shown" in caplog.messages


async def test_the_command_menu_is_filled_in_every_language(stage: Stage) -> None:
    wang = stage.person()
    stage.run()
    await wang.next_reply(after=await wang.say("one"))

    calls = await stage.calls()

    private, groups = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
    in_english = await calls.bot.get_my_commands(private, language_code="en")
    in_others = await calls.bot.get_my_commands(private)
    in_groups = await calls.bot.get_my_commands(groups, language_code="en")
    assert [command.description for command in in_english] == ["two"]
    assert [command.description for command in in_others] == ["one"]
    assert [(command.command, command.description) for command in in_groups] == [("board", "four")]


async def test_the_house_is_told_under_which_name_people_find_us(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    await wang.next_reply(after=await wang.say("one"))

    assert stage.usernames == ["nianbao_bot"]


async def test_the_wake_up_comes_at_the_start_and_when_poked(stage: Stage) -> None:
    gateway = stage.gateway()
    stage.run(gateway)
    await stage.woken.wait()
    stage.woken.clear()

    gateway.poke()

    await asyncio.wait_for(stage.woken.wait(), 5)
    assert len(stage.wakes) == 2


async def test_finished_updates_are_forgotten_after_the_days_configured(stage: Stage) -> None:
    long_ago = stage.clock() - timedelta(days=15)
    stage.inbox.take_in([RawUpdate(900, ChatId(5), "{}")], long_ago)
    stage.inbox.rows.clear()

    stage.run()
    await stage.woken.wait()

    assert stage.inbox.taken == []
