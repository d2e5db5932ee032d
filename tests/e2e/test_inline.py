"""Inline mode through the whole program: typed in any chat, chosen from a list, dropped there."""

from pathlib import Path

import pytest

from localchat.inquiries import Answer
from localchat.person import Person
from localchat.server import LocalChat
from storage.database import JournalReader
from tests.e2e.talker import NAME, Talker, as_typed

pytestmark = pytest.mark.anyio


async def finds(person: Person, text: str) -> Answer:
    """The list that comes for it."""
    query = await person.ask(text)
    await person.until(lambda: person.found(query) is not None)
    answer = person.found(query)
    assert answer is not None
    return answer


async def drops(person: Person, text: str) -> str:
    """Choose the first result, and read what stands in the chat then."""
    query = await person.ask(text)
    await person.until(lambda: person.found(query) is not None)
    return as_typed(person.message(await person.choose(query, "0")).text)


async def test_a_manager_drops_progress_into_a_chat_where_the_bot_is_not(
    chat: LocalChat, manager: Talker
) -> None:
    friends = chat.create_group("朋友", [1001, 1002], with_bot=False)
    here = manager.person.at(friends.id)

    answer = await finds(here, "云呼")
    dropped = await drops(here, "云呼")

    (result,) = answer.results
    assert (result.title, answer.is_personal) == (NAME, True)
    assert result.description.startswith("⛔ 还不能报:差 ")
    assert dropped.splitlines()[0] == NAME
    assert "法定截止 2027-03-31" in dropped
    assert here.messages[-1].labels == ["🔒 私聊里打开"]


async def test_a_step_is_found_too(manager: Talker) -> None:
    answer = await finds(manager.person, "第三步")

    assert [each.title for each in answer.results] == [NAME]
    assert answer.results[0].description.startswith("▫️ 第3步 46 张底表")


async def test_a_stranger_gets_a_button_and_stays_unknown(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    assert manager.person.id == 1001
    stranger = Person(chat, 1002)

    answer = await finds(stranger, NAME)

    reader = JournalReader(tmp_path / "data" / "journal.sqlite")
    try:
        known = {person for (person,) in reader.ask("select person from people")}
        kept = [body for (body,) in reader.ask("select body from inbox") if "inline_query" in body]
    finally:
        reader.close()
    assert answer.results == ()
    assert (answer.button, answer.start) == ("您还没有企业:打开年报管家", "start")
    assert "1002" not in known
    assert kept == []


async def test_what_is_dropped_into_our_own_chat_answers_no_question(manager: Talker) -> None:
    await manager.says("/fill", "法定代表人")

    await drops(manager.person, "云呼")
    told = await manager.says("张伟", "许可证有效期至")

    assert "张伟" in told.text


async def test_it_is_turned_off_and_on_in_the_settings(manager: Talker) -> None:
    await manager.says("/remind", "查进度:开")
    await manager.presses("关掉 @我", "查进度:关")

    off = await finds(manager.person, "云呼")
    await manager.after(manager.person.start(off.start), "查进度:关")
    await manager.presses("打开 @我", "查进度:开")
    on = await finds(manager.person, "云呼")

    assert (off.results, off.button) == ((), "您关了在别处查进度:去打开")
    assert [each.title for each in on.results] == [NAME]
