import asyncio
from collections.abc import Sequence

import pytest

from chat.talk import Incoming, Outgoing, SentFile, Typed
from localchat.faults import Delay, Drop, Fault, When
from tests.gateway.stage import Stage, echo
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
    assert stage.box.read(what.file) == b"%PDF-1.4 whole"
