"""Groups on the page, in Chromium at phone size: several people play one team."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.browser import IN_BROWSER, phone
from tests.localchat.calling import Api
from tests.localchat.echo import echo_bot

pytestmark = IN_BROWSER

PICTURES = os.environ.get("LOCALCHAT_PICTURES")
"""A folder to keep pictures of the page in, for somebody to look at."""


@pytest.fixture
async def page(chat: LocalChat) -> AsyncIterator[Page]:
    async with echo_bot(chat), phone(chat.url) as shown:
        yield shown


async def _picture(page: Page, name: str) -> None:
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def _say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="输入消息").fill(text)
    await page.keyboard.press("Enter")


async def _make_group(page: Page) -> None:
    await page.get_by_role("button", name="聊天").click()
    await page.get_by_role("button", name="新建群").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("群名称").fill("年报群")
    await sheet.get_by_label("李雷").check()
    await _picture(page, "new-group")
    await sheet.get_by_role("button", name="创建").click()
    await expect(page.get_by_role("heading", name="年报群")).to_be_visible()


async def _settings(page: Page) -> None:
    await page.get_by_role("button", name="更多操作").click()
    await page.get_by_role("menuitem", name="群设置").click()


async def test_a_team_is_made_and_two_people_talk_in_it(page: Page) -> None:
    log = page.get_by_role("log")

    await _make_group(page)
    await expect(page.get_by_role("status").first).to_have_text("3 位成员")
    await _say(page, "请看 /status")
    await _say(page, "/status")
    await expect(log.locator(".theirs").last).to_contain_text("年报管家")
    await page.get_by_role("tab", name="李雷").click()
    await expect(page.get_by_role("heading", name="年报群")).to_be_visible()
    await expect(log.locator(".theirs", has_text="请看")).to_contain_text("王经理")
    await page.get_by_role("button", name="记下").click()

    await expect(page.get_by_text("记下了")).to_be_visible()
    await expect(log.get_by_text("已记 旧")).to_be_visible()
    await _picture(page, "group")


async def test_the_chats_of_a_person_are_listed_with_what_is_new(
    page: Page, chat: LocalChat
) -> None:
    group = chat.create_group("年报群", [1004, 1001])
    await Person(chat, 1004).at(group.id).say("都在吗")

    await page.get_by_role("button", name="聊天").click()
    row = page.get_by_role("button", name="年报群, 有新消息")
    await expect(row).to_contain_text("李雷: 都在吗")
    await _picture(page, "chats")
    await row.click()
    await expect(page.get_by_role("log")).to_contain_text("都在吗")
    await page.get_by_role("button", name="聊天").click()

    await expect(page.get_by_role("button", name="年报群", exact=True)).to_be_visible()


async def test_the_bot_gets_its_rights_pins_and_the_bar_leads_to_it(
    page: Page, chat: LocalChat, api: Api
) -> None:
    await _make_group(page)
    group = chat.exchange.chats_of(1001)[-1]

    await _settings(page)
    await page.get_by_label("机器人是管理员").check()
    await expect(page.get_by_label("机器人可以置顶")).to_be_checked()
    await _picture(page, "settings")
    await page.get_by_role("button", name="关闭").click()
    sent = await api.result("sendMessage", chat_id=group.id, text="看板 1")
    await api.result("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    bar = page.get_by_role("button", name="置顶消息: 看板 1")
    await bar.click()
    await api.result(
        "editMessageText", chat_id=group.id, message_id=sent["message_id"], text="看板 2"
    )

    await expect(page.get_by_role("button", name="置顶消息: 看板 2")).to_be_visible()
    await expect(page.get_by_role("log")).to_contain_text("年报管家 置顶了「看板 1」")
    await _picture(page, "pinned")


async def test_a_group_moves_on_with_topics_and_one_goes_on_in_it(page: Page) -> None:
    await _make_group(page)

    await _settings(page)
    await page.get_by_role("button", name="升级为超级群并开启话题").click()
    await page.get_by_label("话题名称").fill("财务")
    await page.get_by_role("button", name="开启").click()
    await page.get_by_role("button", name="关闭").click()
    await page.get_by_role("tab", name="财务").click()
    await _say(page, "/status")

    await expect(page.locator("#log .theirs").last).to_contain_text("年报管家")
    await expect(page.get_by_role("log")).not_to_contain_text("超级群")
    await page.get_by_role("tab", name="全部").click()
    await expect(page.get_by_role("log")).to_contain_text("群已升级为超级群")
    await _picture(page, "forum")


async def test_somebody_sent_away_sees_the_group_no_more(page: Page, chat: LocalChat) -> None:
    await _make_group(page)

    await _settings(page)
    await page.get_by_role("button", name="移出 李雷").click()
    await expect(page.get_by_role("button", name="加入 李雷")).to_be_visible()
    await page.get_by_role("button", name="移出 年报管家").click()
    await page.get_by_role("button", name="关闭").click()

    await expect(page.get_by_role("log")).to_contain_text("王经理 移出了 年报管家")
    await page.get_by_role("tab", name="李雷").click()
    await expect(page.get_by_role("heading", name="年报管家")).to_be_visible()
    assert [one.id for one in chat.exchange.chats_of(1004)] == [1004]


async def test_a_startgroup_link_asks_for_the_group_and_brings_the_bot_in(
    page: Page, chat: LocalChat, api: Api, wang: Person
) -> None:
    group = chat.create_group("年报群", [1001, 1004], with_bot=False)
    await wang.start()
    keys = [[{"text": "加到群里", "url": "https://t.me/nianbao_bot?startgroup=bind42"}]]
    markup = {"inline_keyboard": keys}
    await api.result("sendMessage", chat_id=1001, text="去建群", reply_markup=markup)

    await page.get_by_role("button", name="加到群里").click()
    await page.get_by_role("dialog").get_by_role("button", name="年报群").click()

    await expect(page.get_by_role("log")).to_contain_text("/start@nianbao_bot bind42")
    assert chat.exchange.group(group.id).member(1).is_in


async def test_a_deep_link_in_a_group_leads_to_the_private_chat_with_its_payload(
    page: Page, chat: LocalChat, wang: Person
) -> None:
    group = chat.create_group("年报群", [1001, 1004])
    await wang.at(group.id).say("点这里 https://t.me/nianbao_bot?start=item7")

    await page.get_by_role("button", name="聊天").click()
    await page.get_by_role("button", name="年报群").click()
    await page.get_by_role("link", name="t.me/nianbao_bot").click()
    await page.get_by_role("dialog").get_by_role("button", name="李雷").click()
    await page.get_by_role("button", name="开始").click()

    await expect(page.get_by_role("heading", name="年报管家")).to_be_visible()
    await expect(page.locator("#log .mine").last).to_contain_text("/start item7")
    assert Person(chat, 1004).messages[0].text == "/start item7"
