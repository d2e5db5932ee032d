"""Reminder settings at the size of a phone: a key that is taken away, a try, a preview, an English group."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from localchat.server import LocalChat
from running.serving import local_house
from storage.lock import FolderLock
from tests.e2e.house import at_work, hurried, settings, sleep
from tests.e2e.phone import IS_MISSING, IS_REQUIRED, phone
from tests.e2e.talker import CODE, Talker
from tests.e2e.team import follow
from tests.gateway.channels.robots import Answer, RobotServer

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(IS_MISSING and not IS_REQUIRED, reason="no Chromium; CHROMIUM names it"),
]

SHANGHAI = ZoneInfo("Asia/Shanghai")
WANG, GRACE = 1001, 1003
KEY = "0123456789abcdef0123456789abcdef"
HOOK = f"https://oapi.dingtalk.com/robot/send?access_token={KEY}"
NAME, GROUP = "Cloud Call Ltd", "Report group"


@pytest.fixture
async def robots(anyio_backend: str) -> AsyncIterator[RobotServer]:
    """All robots under one roof, beside which nothing is posted to."""
    assert anyio_backend == "asyncio"
    made = RobotServer()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def chat(robots: RobotServer, tmp_path: Path) -> AsyncIterator[LocalChat]:
    """The bot as bot.py wires it; its robots are ours."""
    async with serving(tmp_path / "data", robots) as serving_chat:
        yield serving_chat


@asynccontextmanager
async def serving(folder: Path, robots: RobotServer) -> AsyncIterator[LocalChat]:
    config = settings(folder).model_copy(update={"channels": robots.hosts})
    with FolderLock(folder):
        async with local_house(config, at_work(), sleep, hurried) as house:
            answering = asyncio.create_task(house.gateway.run())
            try:
                yield house.chat
            finally:
                house.gateway.stop()
                await answering


@pytest.mark.usefixtures("manager")
async def test_a_pasted_key_vanishes_and_the_robot_is_tried_out(
    chat: LocalChat, robots: RobotServer, tmp_path: Path
) -> None:
    robots.answer(Answer({"errcode": 310000, "errmsg": "keywords not in content"}))

    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await shown.types("更多", "呼叫中心")
        await shown.taps("提醒规则", "内部日期")
        await shown.taps("机器人和邮箱", "还没有机器人或邮箱")
        await shown.taps("加一个", "这里没有设置发信")
        await shown.types(HOOK, "您刚发的那条消息我删掉了")
        await expect(shown.log).not_to_contain_text(KEY)
        await shown.taps("发一条试试", "没过安全设置")
        await expect(shown.newest).to_contain_text("keywords not in content")

    assert [text.partition("\n")[0] for text in robots.texts] == [
        "年报提醒:北京云呼科技有限公司(测试)"
    ]


@pytest.mark.usefixtures("manager")
async def test_quiet_hours_are_typed_and_the_next_reminder_is_looked_at(
    chat: LocalChat, tmp_path: Path
) -> None:
    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await shown.types("/remind", "提醒设置")
        await shown.taps("改静默", "几点到几点不打扰")
        await shown.types("晚上", "没看懂是几点到几点")
        await shown.types("晚上十点到早上七点半", "22:00–7:30 不打扰")
        await shown.taps("现在给我看看", "预览,没有发出")
        await expect(shown.newest).to_contain_text("第1步")


@pytest.fixture
async def grace(chat: LocalChat) -> Talker:
    """Grace with a company, a group, and a colleague without Telegram; all in English."""
    grace = Talker(chat, GRACE)
    await grace.starts("report")
    for text, expected in (("/new", "company"), (NAME, "credit code"), (CODE, "licence")):
        await grace.says(text, expected)
    for label, expected in (
        ("Call centre", "number"),
        ("Skip for now", "cover"),
        ("Nationwide", "which year"),
        ("2026 (due", "How much"),
        ("All eight steps", "Statutory"),
        ("Create", "Created"),
    ):
        await grace.presses(label, expected)
    await grace.says("/more", "Call centre")
    await grace.presses("Requests", "")
    await grace.presses("By person", "")
    await grace.presses("Add a colleague", "")
    await grace.says("Zhou", "")
    await grace.presses("Finance", "")
    await grace.presses("Done", "Zhou")
    return grace


@pytest.fixture
async def team(chat: LocalChat, grace: Talker) -> Talker:
    """Grace in the group where the company's board stands."""
    here = Talker(chat, GRACE, chat.create_group(GROUP, [GRACE]).id)
    await here.person.group.promote_bot()
    await here.hears("Please choose in private")
    await follow(here, grace, "Choose in private", "Are there outsiders")
    await grace.presses("Only our own people", "go back to the group")
    await here.hears("wants")
    await here.presses("Show it here", "will appear here")
    await here.hears("report board")
    return here


async def test_a_group_s_morning_in_english_has_a_heading_that_breaks_nowhere(
    chat: LocalChat, team: Talker, tmp_path: Path
) -> None:
    chat.clock.set_to(datetime(2027, 1, 29, 18, tzinfo=SHANGHAI))
    address = f"{chat.url}/?person={GRACE}&chat={team.person.place.chat}&lang=en"

    async with phone(address, tmp_path, language="en") as shown:
        chat.clock.set_to(datetime(2027, 2, 1, 9, 5, tzinfo=SHANGHAI))
        await shown.sees("👉 Zhou")
        await shown.picture("group-morning-english")
        company = await shown.newest.get_by_text(NAME, exact=True).last.bounding_box()
        number = await shown.newest.locator("i").last.bounding_box()

    assert company
    assert number
    assert number["height"] == company["height"]  # not broken itself,
    assert 0 < number["y"] - company["y"] < 2 * company["height"]  # and on the very next line
