"""The page in Chromium at phone size, with a tiny bot behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, expect

from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.browser import IN_BROWSER, phone
from tests.localchat.echo import echo_bot
from tests.localchat.pictures import png

pytestmark = IN_BROWSER


@pytest.fixture
async def page(chat: LocalChat) -> AsyncIterator[Page]:
    async with echo_bot(chat), phone(chat.url) as shown:
        yield shown


async def _say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="输入消息").fill(text)
    await page.keyboard.press("Enter")


async def test_one_starts_writes_presses_and_sees_the_edit(page: Page) -> None:
    log = page.get_by_role("log")

    await page.get_by_role("button", name="开始").click()
    await page.get_by_role("button", name="进度", exact=True).click()
    await page.get_by_role("button", name="记下").click()

    await expect(log.get_by_text("已记 旧")).to_be_visible()
    await expect(log.locator("s")).to_have_text("旧")
    await expect(page.get_by_text("记下了")).to_be_visible()


async def test_what_people_type_stays_text(page: Page) -> None:
    await page.get_by_role("button", name="开始").click()

    await _say(page, "<img src=x onerror=alert(1)> 1 < 2 & 3")

    await expect(page.locator("#log .theirs b").last).to_have_text(
        "<img src=x onerror=alert(1)> 1 < 2 & 3"
    )


async def test_enter_that_ends_a_chinese_word_sends_nothing(page: Page, wang: Person) -> None:
    await page.get_by_role("button", name="开始").click()
    box = page.get_by_role("textbox", name="输入消息")
    await box.fill("liangbai")

    await box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await page.keyboard.press("Shift+Enter")

    await expect(box).to_have_value("liangbai\n")
    assert [bubble.text for bubble in wang.messages if not bubble.by_bot] == ["/start"]


async def test_files_go_up_and_come_down(page: Page, tmp_path: Path) -> None:
    await page.get_by_role("button", name="开始").click()
    picture: FilePayload = {"name": "章.png", "mimeType": "image/png", "buffer": png(60, 40)}

    await page.locator("#files").set_input_files(
        {"name": "表.xlsx", "mimeType": "application/zip", "buffer": b"PK" * 512},
    )
    await page.get_by_role("dialog").get_by_role("button", name="发送").click()
    await expect(page.get_by_text("表.xlsx: 1024")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="下载 表.xlsx").click()
    await (await download.value).save_as(tmp_path / "back")
    await page.locator("#files").set_input_files(picture)
    await page.get_by_role("dialog").get_by_role("button", name="发送").click()
    await page.get_by_role("button", name="放大照片").click()

    await expect(page.locator("dialog.viewer img")).to_be_visible()
    assert (tmp_path / "back").read_bytes() == b"PK" * 512


async def test_another_person_has_another_chat_and_a_dot_for_news(
    page: Page, chat: LocalChat
) -> None:
    await page.get_by_role("button", name="开始").click()
    await _say(page, "只有王经理看得到")
    await expect(page.locator("#log .theirs").last).to_contain_text("只有王经理看得到")

    await page.get_by_role("tab", name="Grace").click()
    await expect(page.get_by_role("button", name="开始")).to_be_visible()
    empty = await page.locator("#log li").count()
    await Person(chat, 1001).say("新")

    await expect(page.get_by_role("tab", name="王经理, 有新消息")).to_be_visible()
    assert empty == 0


async def test_reply_edit_and_menu_work_by_tapping(page: Page, wang: Person) -> None:
    await page.get_by_role("button", name="开始").click()
    await _say(page, "280")
    mine = page.locator("#log .mine .bubble").last

    await mine.click()
    await page.get_by_role("menuitem", name="编辑").click()
    await _say(page, "290")
    await expect(mine).to_contain_text("290")
    await mine.click()
    await page.get_by_role("menuitem", name="回复").click()
    await _say(page, "是的")
    await page.get_by_role("button", name="命令菜单").click()
    await page.get_by_role("menuitem", name="/list 清单").click()

    await expect(page.locator("#log .mine").last).to_contain_text("/list")
    reply = next(bubble for bubble in wang.messages if bubble.text == "是的")
    assert reply.wire["reply_to_message"]["text"] == "290"


async def test_the_clock_moves_and_messages_bear_its_time(page: Page, chat: LocalChat) -> None:
    await page.get_by_role("button", name="开始").click()

    await page.get_by_role("button", name="时钟").click()
    await page.get_by_label("日期和时间").fill("2027-03-01T09:30")
    await page.get_by_role("button", name="去这一天").click()
    await page.get_by_role("button", name="+1 小时").click()
    await expect(page.get_by_role("button", name="时钟 03/01周一 10:30")).to_be_visible()
    await _say(page, "早")

    await expect(page.locator("#log .mine").last).to_contain_text("10:30")
    assert chat.clock().strftime("%Y-%m-%d %H:%M") == "2027-03-01 02:30"


async def test_a_deep_link_brings_its_payload_and_english_is_complete(
    page: Page, chat: LocalChat
) -> None:
    await page.goto(f"{chat.url}/?person=1003&start=invite42&lang=en")

    await page.get_by_role("button", name="Start").click()

    await expect(page.locator("#log .mine").last).to_contain_text("/start invite42")
    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()


async def test_a_blocked_bot_can_be_unblocked(page: Page) -> None:
    await page.get_by_role("button", name="开始").click()

    await page.get_by_role("button", name="更多操作").click()
    await page.get_by_role("menuitem", name="屏蔽机器人").click()
    await expect(page.get_by_role("textbox", name="输入消息")).to_be_hidden()
    await page.get_by_role("button", name="解除屏蔽").click()

    await expect(page.get_by_role("textbox", name="输入消息")).to_be_visible()
