"""A season goes by in Chromium at the size of a phone: the clock moved on, and who hears what."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Locator, expect

from localchat.person import Bubble
from localchat.server import LocalChat
from tests.e2e.house import at_work, serving
from tests.e2e.papers import pdf
from tests.e2e.phone import IS_MISSING, IS_REQUIRED, Phone, phone
from tests.e2e.talker import Talker
from tests.e2e.team import TITLE, bring_in, gather, invite

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(IS_MISSING and not IS_REQUIRED, reason="no Chromium; CHROMIUM names it"),
]

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST_DAY = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
"""Half past eight in Shanghai: the count day's first note is half an hour away."""
WANG, GRACE, LI, HAN = 1001, 1003, 1004, 1005
PROMISED_SECONDS = 120.0
MORNING, NOON = time(9), time(12)
WARNED = "明早 9:00 将告知老板:第6步"
TOLD = "Please look into it: Step 6"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[LocalChat]:
    """On the first of December."""
    async with serving(tmp_path / "data", at_work(FIRST_DAY)) as serving_chat:
        yield serving_chat


@pytest.fixture
async def boss(chat: LocalChat, manager: Talker) -> Talker:
    """Grace, who reads English."""
    grace = Talker(chat, GRACE)
    await grace.after(grace.person.start(await invite(manager, "老板")), "invites you")
    await grace.says("Grace", "You have joined")
    return grace


@pytest.fixture
async def team(chat: LocalChat, manager: Talker) -> Talker:
    """The group of the manager and two contributors; a third, 周会计, has no Telegram."""
    await bring_in(manager, Talker(chat, LI), "IT经办", "李雷")
    await bring_in(manager, Talker(chat, HAN), "人事经办", "韩梅梅")
    await manager.says("更多", "呼叫中心")
    await manager.presses("给各部门的话", "点「复制」贴到微信")
    await manager.presses("按人看", "没有 Telegram")
    await manager.presses("加一位", "怎么称呼")
    await manager.says("周会计", "管哪些部门的事")
    await manager.presses("财务", "周会计 管哪些部门的事")
    await manager.presses("选好了", "已加上 周会计")
    return await gather(chat, manager, LI, HAN)


async def goes_to(shown: Phone, moment: str) -> None:
    """Have the clock walk to a moment, as in 2027-03-31T12:30; do not wait for it."""
    if await shown.page.locator("#clockbar").is_hidden():
        await shown.page.get_by_role("button", name="时钟").click()
    await shown.page.get_by_label("日期和时间").fill(moment)
    await shown.page.get_by_role("button", name="去这一天").click()


async def arrives(shown: Phone, moment: str) -> None:
    """Wait until the clock has come there, and put it away."""
    day, hour = moment.split("T")
    there = shown.page.get_by_role("button", name=f"时钟 {day[5:].replace('-', '/')}")
    await expect(there).to_contain_text(hour, timeout=PROMISED_SECONDS * 1000)
    await expect(strip(shown)).to_be_hidden()
    await there.click()


async def walks_to(shown: Phone, moment: str) -> None:
    """Have the clock walk to a moment, and wait for it."""
    await goes_to(shown, moment)
    await arrives(shown, moment)


def strip(shown: Phone) -> Locator:
    """What tells how far the clock has come."""
    return shown.page.locator("#travel")


def jump(chat: LocalChat, day: date) -> None:
    """To six o'clock in the evening, at once."""
    chat.clock.set_to(datetime.combine(day, time(18), SHANGHAI))


def moment_of(seen: Bubble) -> datetime:
    """When it was sent."""
    return datetime.fromtimestamp(seen.wire["date"], SHANGHAI)


def heard_on(who: Talker, words: str) -> list[date]:
    """The days on which somebody was told something with these words."""
    return [moment_of(seen).date() for seen in who.person.replies if words in seen.text]


async def test_a_season_goes_by_in_two_minutes_and_each_message_bears_its_own_moment(
    chat: LocalChat, manager: Talker, boss: Talker, team: Talker, tmp_path: Path
) -> None:
    everybody = [manager, boss, team, Talker(chat, LI), Talker(chat, HAN)]
    before = [len(who.person.replies) for who in everybody]
    began = asyncio.get_running_loop().time()

    async with phone(f"{chat.url}/?person={WANG}&chat={team.person.place.chat}", tmp_path) as shown:
        await walks_to(shown, "2027-02-01T09:05")
        await shown.sees("👉 周会计")
        await shown.picture("group-morning")
        await shown.opens("年报管家")
        await goes_to(shown, "2027-05-05T16:00")
        await expect(strip(shown)).to_contain_text("/ 93 天")
        await expect(shown.page.get_by_role("button", name="时钟 03/")).to_be_visible(
            timeout=60_000
        )
        await shown.picture("season-going-by")
        await arrives(shown, "2027-05-05T16:00")
        await shown.sees("第7步")

    took = asyncio.get_running_loop().time() - began
    told = [who.person.replies[start:] for who, start in zip(everybody, before, strict=True)]
    moments = [[moment_of(seen) for seen in heard] for heard in told]
    assert took < PROMISED_SECONDS
    assert [sorted(each) for each in moments] == moments
    assert {each.time() for heard in moments for each in heard} == {MORNING, NOON}
    assert heard_on(manager, "坐席口径日") == [date(2026, 12, 1), date(2026, 12, 28)]
    assert heard_on(team, "👉 周会计")[0] == date(2027, 2, 1)
    assert heard_on(manager, WARNED) == [date(2027, 3, 11), date(2027, 3, 17)]
    assert heard_on(boss, TOLD) == [date(2027, 3, 12), date(2027, 3, 18)]
    assert heard_on(manager, "今天是法定最后一天") == [date(2027, 3, 31)] * 2
    assert len(heard_on(manager, "👉 补报")) == 30  # each day of April


async def test_in_the_morning_the_group_is_told_what_nobody_could_be_told_in_private(
    chat: LocalChat, team: Talker, tmp_path: Path
) -> None:
    jump(chat, date(2027, 1, 29))

    async with phone(f"{chat.url}/?person={WANG}&chat={team.person.place.chat}", tmp_path) as shown:
        await walks_to(shown, "2027-02-01T09:05")
        await shown.sees("👉 周会计")
        await shown.taps_link("注册资本", "王经理", "直接发金额")
        await shown.types("1000万元", "1,000 万元")
        await shown.opens(TITLE)
        await walks_to(shown, "2027-02-03T09:05")

        await shown.sees("👉 周会计")
        await expect(shown.newest).not_to_contain_text("注册资本")


async def test_the_boss_is_told_a_day_after_the_manager_was_warned_and_did_nothing(
    chat: LocalChat, manager: Talker, boss: Talker, tmp_path: Path
) -> None:
    jump(chat, date(2027, 3, 10))

    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await walks_to(shown, "2027-03-11T09:05")
        await shown.sees(WARNED)
        await shown.picture("boss-warning")
        await shown.taps("今天处理", "这次不告知老板")
        await walks_to(shown, "2027-03-16T09:05")
        await shown.taps("登录截图", "直接把文件或照片发过来")
        await shown.sends("登录截图.pdf", pdf(), "第 1 版")
        await walks_to(shown, "2027-03-17T09:05")
        await shown.sees(WARNED)
        await shown.taps("附一句说明", "写一句说明")
        await shown.types("审计报告周五到,到了当天提交", "会原样带给老板")
        await walks_to(shown, "2027-03-18T09:05")
        await shown.becomes("Grace", "审计报告周五到")
        await shown.picture("boss-told")

    assert heard_on(boss, TOLD) == [date(2027, 3, 18)]
    assert "登录截图" not in manager.person.replies[-1].text


async def test_on_the_last_day_two_taps_end_the_reminders(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    jump(chat, date(2027, 3, 30))

    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await walks_to(shown, "2027-03-31T12:05")
        await shown.sees("不到 12 小时")
        await shown.picture("last-day")
        await shown.taps("记「已报」", "是哪天的事")
        await shown.taps("今天", "已记:已报")
        await walks_to(shown, "2027-04-02T09:05")

    assert heard_on(manager, "还没报") == []
    assert heard_on(manager, "码号年报:法定截止 03") != []


@pytest.mark.usefixtures("manager")
async def test_the_clock_stands_where_it_is_stopped_and_goes_back_in_one_jump(
    chat: LocalChat, tmp_path: Path
) -> None:
    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await goes_to(shown, "2027-05-05T16:00")
        await expect(strip(shown)).to_contain_text("/ 155 天")
        await shown.page.get_by_role("button", name="停在这里").click()
        await expect(strip(shown)).to_be_hidden()
        stopped = chat.clock()
        await shown.page.get_by_role("button", name="回到现在").click()
        await expect(shown.page.get_by_role("button", name="时钟 12/01")).to_be_visible()
        await shown.taps_key("进度", "还不能报")

    assert stopped < datetime(2027, 5, 5, tzinfo=UTC)
    assert chat.clock() == FIRST_DAY
