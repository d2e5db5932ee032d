"""A secret that somebody sends goes from the chat, and from the disk and the log nothing shows it.

The bot is a process of its own that logs all it can; what it left is read byte by byte.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from localchat.clock import ShiftedClock
from localchat.faults import Delay
from localchat.people import Persona
from localchat.server import LocalChat, Settings
from tests.e2e.lives import Lives
from tests.e2e.papers import pdf
from tests.e2e.talker import Talker, open_case, open_item
from tests.e2e.team import gather

pytestmark = pytest.mark.anyio

WANG = Persona(2001, "王经理")
LI = Persona(2002, "李雷")
CANARY = "Zq7xKanary91"
PASSWORD = f"坐席总数 280,平台密码是{CANARY}"
IDENTITY = "110101199003078515"
CARD = "6222 0202 0010 1234 561"
SECRETS = (CANARY, IDENTITY, CARD)
LATE = 2.0


class Watched:
    """王经理 before a bot that tells its log everything."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.chat = chat
        self.lives = Lives(chat, folder)
        self.wang = Talker(chat, WANG.id)
        self._folder = folder
        with (folder / "config.toml").open("a", encoding="utf-8") as config:
            config.write('[log]\nlevel = "DEBUG"\n')

    def holding(self) -> set[tuple[str, str]]:
        """The files, log and data, in which a secret stands, each with the secret."""
        files = [path for path in self._folder.rglob("*") if path.is_file()]
        return {
            (path.name, secret)
            for path in files
            for secret in SECRETS
            if secret.encode() in path.read_bytes()
        }

    def evidence(self) -> list[Path]:
        """The files in the evidence box."""
        return [path for path in (self.lives.data / "evidence").rglob("*") if path.is_file()]

    async def until_on_disk(self) -> None:
        """Wait until an update with a secret was received."""
        async with asyncio.timeout(20):
            while not self.holding():  # noqa: ASYNC110 - the disk tells nobody of it
                await asyncio.sleep(0.005)

    async def until_gone(self, number: int) -> None:
        """Wait until that message of 王经理 stands in the chat no more."""
        person = self.wang.person
        await person.until(lambda: all(each.id != number for each in person.messages), 40)

    async def until_quiet(self) -> None:
        """Whatever was received before is done once this is answered."""
        await self.wang.progress()
        self.lives.stop()


@pytest.fixture
async def watched(tmp_path: Path) -> AsyncIterator[Watched]:
    """With a company."""
    chat = LocalChat(Settings(people=(WANG, LI)), ShiftedClock())
    await chat.start()
    one = Watched(chat, tmp_path)
    try:
        one.lives.begin()
        await open_case(one.wang)
        yield one
    finally:
        one.lives.close()
        await chat.stop()


async def test_what_was_typed_or_edited_in_is_deleted_and_left_nowhere(watched: Watched) -> None:
    wang = watched.wang
    before = wang.person.replies

    typed = await wang.person.say(PASSWORD)
    told = await wang.sees("什么都没有保存", before)
    await watched.until_gone(typed)
    edited = await wang.person.say("收到")
    await wang.person.edit(edited, f"责任人身份证 {IDENTITY},卡号 {CARD}")
    await wang.hears("密码、身份证号或银行卡号")
    await watched.until_gone(edited)
    await watched.until_quiet()

    assert "刚才那条消息里有密码" in told.text
    assert watched.holding() == set()


async def test_a_file_with_one_in_its_caption_is_taken_when_it_comes_without(
    watched: Watched,
) -> None:
    wang = watched.wang
    await open_item(wang, "账号保管表")

    await wang.sends("保管表.pdf", pdf(), "文件也没有收", caption=PASSWORD)
    await wang.sends(f"法人{IDENTITY}.pdf", pdf(), "文件也没有收")
    fetched = watched.evidence()
    await wang.sends("保管表.pdf", pdf(), "第 1 版")
    await watched.until_quiet()

    assert fetched == []
    assert watched.evidence()
    assert watched.holding() == set()


@pytest.mark.parametrize(("may_delete", "told"), [(True, "我删掉了"), (False, "请本人长按删除")])
async def test_in_a_group_it_is_deleted_or_its_writer_is_asked_to(
    watched: Watched, told: str, *, may_delete: bool
) -> None:
    team = await gather(watched.chat, watched.wang, LI.id, may_pin=may_delete)
    li = Talker(watched.chat, LI.id, team.person.place.chat)

    number = await li.person.say(f"/status {PASSWORD}")
    said = await team.hears(told)
    await watched.until_quiet()

    assert "李雷刚才那条消息里有密码" in said.text
    assert (number in [each.id for each in team.person.messages]) is not may_delete
    assert watched.holding() == set()


async def test_what_was_received_and_not_done_at_a_kill_is_done_and_blanked_by_the_next_life(
    watched: Watched,
) -> None:
    watched.chat.faults.plan("sendMessage", Delay(LATE))
    await watched.wang.person.say("进度")  # its late answer holds up what comes next
    number = await watched.wang.person.say(PASSWORD)
    await watched.until_on_disk()

    watched.lives.kill()
    left = {name for name, _ in watched.holding()}
    watched.lives.begin()
    await watched.until_gone(number)
    await watched.wang.hears("什么都没有保存")
    await watched.until_quiet()

    assert left <= {"journal.sqlite", "journal.sqlite-wal"}
    assert left
    assert watched.holding() == set()


async def test_what_was_decided_and_not_deleted_at_a_kill_is_deleted_by_the_next_life(
    watched: Watched,
) -> None:
    watched.chat.faults.plan("deleteMessage", Delay(LATE))
    number = await watched.wang.person.say(PASSWORD)
    async with asyncio.timeout(20):
        while watched.chat.faults.left():  # noqa: ASYNC110 - the server tells nobody of it
            await asyncio.sleep(0.005)

    watched.lives.kill()
    watched.lives.begin()
    await watched.until_gone(number)
    await watched.wang.hears("什么都没有保存")
    await watched.until_quiet()

    assert watched.holding() == set()
