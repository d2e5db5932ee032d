"""Papers brought beside the talk: as files, in words where they cannot be made; nobody waits for one."""

import asyncio

import pytest

from chat.documents import NotWritten, PaperFile, PaperFormat
from chat.talk import Message, Send, SendPaper
from gateway.beside import MOST_WAITING, Beside
from gateway.failures import Fate, News
from gateway.ports import WritePaper
from gateway.sender import Sender
from localchat.faults import Drop, When
from tests.gateway.stage import Stage, made
from tests.reports.papers import data, empty
from tests.workflow.firm import doer, first_season
from workflow.paper_numbers import numbered
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

WANG = ChatId(1001)
COMPANY = empty()
PAPER = data(COMPANY)
FILE = PaperFile(
    PAPER, numbered(first_season(COMPANY), PAPER, doer()), PaperFormat.PDF, "zh-CN", "差异.pdf"
)
SENT = SendPaper(WANG, FILE, "<b>甲</b>", Message("没做出来"))


async def written(_: PaperFile) -> bytes:
    return b"%PDF-1.7"


async def broken(_: PaperFile) -> NotWritten:
    return NotWritten()


async def sender(stage: Stage, write: WritePaper = written) -> Sender:
    return Sender(await stage.calls(), stage.box, made, stage.tell, write=write)


async def test_a_paper_comes_as_a_file_with_its_caption(stage: Stage) -> None:
    await stage.person().start()

    delivery = await (await sender(stage)).send(SENT)

    [told] = stage.person().replies
    assert delivery.fate is Fate.SENT
    assert told.wire["document"]["file_name"] == "差异.pdf"
    assert told.wire["caption"] == "甲"


async def test_a_paper_that_cannot_be_made_is_told_in_words(stage: Stage) -> None:
    await stage.person().start()

    await (await sender(stage, broken)).send(SENT)

    [told] = stage.person().replies
    assert told.text == "没做出来"


async def test_that_it_is_being_made_need_not_be_shown(stage: Stage) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendChatAction", Drop(When.BEFORE))

    delivery = await (await sender(stage)).send(SENT)

    assert delivery.fate is Fate.SENT


async def test_the_talk_goes_on_while_a_paper_is_made(stage: Stage) -> None:
    await stage.person().start()
    may_end = asyncio.Event()

    async def slow(_: PaperFile) -> bytes:
        await may_end.wait()
        return b"%PDF-1.7"

    one = await sender(stage, slow)
    async with asyncio.TaskGroup() as tasks:
        beside = Beside(one, tasks)
        await beside.put(SENT)
        await one.send(Send(WANG, Message("还在说")))
        before = [told.text for told in stage.person().replies]
        may_end.set()

    assert before == ["还在说"]
    assert "document" in stage.person().replies[-1].wire


async def test_where_too_many_wait_the_next_is_asked_to_press_again(stage: Stage) -> None:
    await stage.person().start()
    never = asyncio.Event()

    async def stuck(_: PaperFile) -> bytes:
        await never.wait()
        return b""

    async with asyncio.TaskGroup() as tasks:
        beside = Beside(await sender(stage, stuck), tasks)
        await asyncio.gather(*(beside.put(SENT) for _ in range(MOST_WAITING)))
        await beside.put(SENT)
        await beside.stop(0)

    [told] = stage.person().replies
    assert told.text == "没做出来"


async def test_an_unforeseen_fault_is_told_in_words_and_stops_nothing_else(stage: Stage) -> None:
    await stage.person().start()

    async def faulty(_: PaperFile) -> bytes:
        raise LookupError

    async with asyncio.TaskGroup() as tasks:
        await Beside(await sender(stage, faulty), tasks).put(SENT)

    [told] = stage.person().replies
    assert told.text == "没做出来"


async def test_where_not_even_the_words_come_through_nothing_else_stops(stage: Stage) -> None:
    async def faulty(_: PaperFile) -> bytes:
        raise LookupError

    def forgets(chat: ChatId, news: News) -> None:
        raise LookupError(chat, news)

    one = Sender(await stage.calls(), stage.box, made, forgets, write=faulty)
    async with asyncio.TaskGroup() as tasks:
        await Beside(one, tasks).put(SENT)

    assert stage.person().replies == []
