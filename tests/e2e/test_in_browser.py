"""A manager's first day in Chromium at the size of a phone: typing, tapping, files, pictures."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from localchat.server import LocalChat
from tests.e2e.papers import pdf
from tests.e2e.phone import IS_MISSING, IS_REQUIRED, Phone, phone
from tests.e2e.talker import CODE, NAME, Talker

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(IS_MISSING and not IS_REQUIRED, reason="no Chromium; CHROMIUM names it"),
]


async def to_the_preview(by: Phone) -> None:
    """/new, typed and tapped."""
    await by.types("/new", "企业全称")
    await by.types(NAME, "统一社会信用代码")
    await by.types(CODE, "哪一种许可证")
    await by.taps("呼叫中心", "许可证编号")
    await by.types("京B2-20170206", "业务范围")
    await by.taps("全网", "哪一年度")
    await by.taps("2026 年度", "哪一档")
    await by.taps("八步全套", "法定截止")


async def test_a_manager_opens_a_season_and_ticks_it_off(chat: LocalChat, tmp_path: Path) -> None:
    async with phone(chat.url, tmp_path) as wang:
        await wang.page.get_by_role("button", name="开始").click()
        await wang.sees("年报管家")
        await to_the_preview(wang)
        await wang.picture("first-minute")
        await wang.taps("创建", "已创建")

        await wang.taps_key("交材料", "交哪一份")
        await wang.taps("账号保管表", "直接把文件或照片发过来")
        await wang.sends("账号保管表.pdf", pdf(), "第 1 版")
        await wang.types("/fill", "法定代表人")
        await wang.types("张伟", "许可证有效期至")
        await wang.types("2029-06-30", "许可证业务种类")
        await wang.taps("呼叫中心(B24)", "许可证业务种类")
        await wang.taps("选好了", "注册住所")
        await wang.types("北京市海淀区中关村大街1号", "注册属地")
        await wang.types("北京", "注册资本")
        await wang.types("1000万元", "1,000 万元")
        await wang.taps_key("进度", "还不能报")
        await wang.picture("progress")

        await wang.page.reload()
        await wang.sees("还不能报")
        assert await wang.page.locator("#log .theirs").count() > 10
        await expect(wang.newest).to_contain_text(NAME)


async def test_an_answer_is_said_back_with_its_unit(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    card = await manager.says("/status", "法定截止")
    _, data = manager.button("全部步骤")
    _, company, season, _ = data.split("|")
    seats = manager.person.forge(card.id, f"it|{company}|{season}|seats_total")
    await manager.after(seats, "坐席总数")

    async with phone(chat.url, tmp_path) as shown:
        await shown.types("两百八十", "280 席")
        await shown.picture("item-card")

        await shown.taps("修改", "现在:280 席")


@pytest.mark.usefixtures("manager")
async def test_another_person_sees_a_chat_of_their_own(chat: LocalChat, tmp_path: Path) -> None:
    async with phone(chat.url, tmp_path) as shown:
        await shown.sees("已创建")
        await shown.page.get_by_role("tab", name="路人").click()
        await shown.page.get_by_role("button", name="开始").click()
        await shown.sees("年报管家")
        await shown.sees("受邀")

        assert await shown.page.get_by_text(NAME).count() == 0


async def test_a_day_later_there_is_a_day_less(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    async with phone(chat.url, tmp_path) as shown:
        await shown.page.get_by_role("button", name="时钟").click()
        await shown.page.get_by_role("button", name="+1 天").click()
        await shown.page.keyboard.press("Escape")

        await shown.taps_key("进度", "还剩 84 天")

    assert "还剩 84 天" in manager.person.replies[-1].text


async def test_the_page_in_the_dark(chat: LocalChat, manager: Talker, tmp_path: Path) -> None:
    await manager.says("/list", "第1步")
    async with phone(chat.url, tmp_path, colours="dark") as shown:
        await shown.taps("第1步", "完成标准")
        await shown.picture("dark")

        await shown.taps("账号保管表", "现在:还没有")


async def test_grace_does_it_in_english(chat: LocalChat, tmp_path: Path) -> None:
    async with phone(f"{chat.url}/?person=1003&lang=en", tmp_path, language="en") as grace:
        await grace.page.get_by_role("button", name="Start").click()
        await grace.sees("Grace")
        await grace.types("/new", "company")
        await grace.types("Cloud Call Ltd", "credit code")
        await grace.types(CODE, "licence")
        await grace.taps("Call centre", "number")
        await grace.taps("Skip for now", "cover")
        await grace.taps("Nationwide", "which year")
        await grace.taps("2026 (due", "How much")
        await grace.taps("All eight steps", "Statutory")
        await grace.taps("Create", "Created")
        await grace.types("/fill", "Legal representative")
        await grace.types("Li Ping", "Licence number")
        await grace.taps_key("Progress", "Not ready")
        await grace.picture("english")

    told = Talker(chat, 1003).person.replies[-1].text
    assert told.startswith("Cloud Call Ltd\n")
    assert "Done" in told
