import asyncio
import os
import signal
import traceback
from collections.abc import Sequence
from datetime import timedelta

import pytest

from chat.talk import Incoming, Outgoing, SentFile, Typed
from gateway.failures import TokenRevoked
from localchat.clock import ShiftedClock
from localchat.faults import Delay, Drop, Fault, When
from localchat.person import Person
from localchat.server import LocalChat, Settings
from tests.gateway.stage import TOKEN, Stage, echo, free_port
from workflow.ports import ChatId, RawUpdate

pytestmark = pytest.mark.anyio


async def test_what_is_said_reaches_the_desk_and_its_answer_the_person(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    said = await wang.say("你好")

    answer = await wang.next_reply(after=said)
    assert stage.desk.received[0].what == Typed("你好")
    assert answer.text == "你好"


async def test_a_finished_update_is_open_no_more(stage: Stage) -> None:
    wang = stage.person()
    running = stage.run(gateway := stage.gateway())
    said = await wang.say("one")
    await wang.next_reply(after=said)

    gateway.stop()
    await running

    assert stage.inbox.open_rows() == ()
    assert len(stage.inbox.taken) == 1


async def test_a_flood_from_fifty_chats_keeps_the_order_of_each(stage: Stage) -> None:
    people = [stage.person(n) for n in range(50)]
    for text in range(10):
        for person in people:
            await person.say(str(text))

    stage.run()

    in_order = [str(text) for text in range(10)]
    for person in people:
        await person.until(lambda person=person: len(person.replies) == 10, 30)  # type: ignore[misc]
        assert [reply.text for reply in person.replies] == in_order
    assert len(stage.desk.received) == 500


async def test_a_slow_upload_in_one_chat_delays_no_other(stage: Stage) -> None:
    slow, quick = stage.person(0), stage.person(1)
    stage.chat.faults.plan("getFile", Delay(1.5))
    stage.run()

    sent = await slow.send_file("a.pdf", b"%PDF-1.4 ...")
    after = await slow.say("after the file")
    said = await quick.say("hello")

    await quick.next_reply(after=said)
    assert not slow.replies
    await slow.until(lambda: len(slow.replies) == 2)
    assert [reply.text for reply in slow.replies] == ["SentFile", "after the file"]
    assert sent < after


async def test_a_crash_before_the_work_loses_nothing(stage: Stage) -> None:
    wang = stage.person()
    await wang.say("one")
    await wang.say("two")

    def die(_: Incoming) -> Sequence[Outgoing]:
        raise asyncio.CancelledError

    stage.desk.script = die
    first = stage.run()
    await stage.desk.met.wait()
    first.cancel()
    await asyncio.wait([first])
    stage.desk.script = echo
    stage.run()

    await wang.until(lambda: len(wang.replies) == 2)
    assert [reply.text for reply in wang.replies] == ["one", "two"]


async def test_a_crash_before_the_answer_shows_where_the_talk_stands(stage: Stage) -> None:
    wang = stage.person()
    first = stage.run()
    said = await wang.say("one")
    await stage.desk.met.wait()
    first.cancel()
    await asyncio.wait([first])

    stage.run()

    answer = await wang.next_reply(after=said)
    assert answer.text == "here we stood"
    assert stage.desk.texts == ["one"]


async def test_a_poisoned_update_is_set_aside_and_the_next_is_answered(stage: Stage) -> None:
    wang = stage.person()
    poisoned = RawUpdate(900, ChatId(wang.id), '{"update_id": 900, "message": {"date": "soon"}}')
    stage.inbox.take_in([poisoned], stage.clock())
    await wang.say("after the poison")

    stage.run()

    await wang.until(lambda: len(wang.replies) == 1)
    assert list(stage.inbox.aside) == [1]
    assert wang.replies[0].text == "after the poison"


async def test_an_unforeseen_fault_gives_the_person_a_number_that_stands_in_the_log(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    wang = stage.person()

    def stumble(incoming: Incoming) -> Sequence[Outgoing]:
        if incoming.what == Typed("stumble"):
            raise ZeroDivisionError
        return echo(incoming)

    stage.desk.script = stumble
    stage.run()
    await wang.say("stumble")
    await wang.say("go on")

    await wang.until(lambda: len(wang.replies) == 2)
    assert [reply.text for reply in wang.replies] == ["fault n00001", "go on"]
    assert list(stage.inbox.aside.values()) == ["fault n00001"]
    [record] = [record for record in caplog.records if record.message == "unforeseen fault"]
    assert vars(record)["number"] == "n00001"
    assert record.exc_info is not None


async def test_an_answer_waits_as_long_as_the_server_wants(stage: Stage) -> None:
    wang = stage.person()
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=1))
    stage.run()

    said = await wang.say("one")

    answer = await wang.next_reply(after=said)
    assert answer.text == "one"
    assert stage.chat.faults.left() == 0


async def test_an_answer_that_may_have_arrived_is_not_sent_again(stage: Stage) -> None:
    wang = stage.person()
    stage.chat.faults.plan("sendMessage", Drop(When.AFTER))
    stage.run()

    await wang.say("one")
    await wang.say("two")

    await wang.until(lambda: any(reply.text == "two" for reply in wang.replies))
    assert [reply.text for reply in wang.replies] == ["one", "two"]


async def test_a_file_comes_to_the_desk_checked_and_kept(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    sent = await wang.send_file("账号.pdf", b"%PDF-1.4 whole", caption="for the list", album="a")

    await wang.next_reply(after=sent)
    what = stage.desk.received[0].what
    assert isinstance(what, SentFile)
    assert (what.file.name, what.file.size, what.caption) == ("账号.pdf", 14, "for the list")
    assert what.album
    assert stage.box.path(what.file.id).read_bytes() == b"%PDF-1.4 whole"


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

    in_english = await calls.bot.get_my_commands(language_code="en")
    in_others = await calls.bot.get_my_commands()
    assert [command.description for command in in_english] == ["two"]
    assert [command.description for command in in_others] == ["one"]


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
