"""Two people and their group in Chromium at the size of a phone: invited, handing in, a board."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from localchat.server import LocalChat
from tests.e2e.papers import pdf
from tests.e2e.phone import IS_MISSING, IS_REQUIRED, phone
from tests.e2e.talker import NAME, Talker
from tests.e2e.team import TITLE, bring_in, gather, open_by_key

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(IS_MISSING and not IS_REQUIRED, reason="no Chromium; CHROMIUM names it"),
]

LI = 1004


@pytest.mark.usefixtures("manager")
async def test_somebody_comes_in_by_a_link_that_was_sent_to_them(
    chat: LocalChat, tmp_path: Path
) -> None:
    async with phone(chat.url, tmp_path) as shown:
        await shown.types("/invite", "邀请谁")
        await shown.taps("法务经办", "链接好了")
        await shown.picture("invite")
        await shown.follows("t.me/nianbao_bot", "李雷", "邀请您加入")
        await shown.picture("joining")

        await shown.taps("就用「李雷」", "下面四个键")
        await expect(shown.log).to_contain_text(f"已加入「{NAME}」:经办人(法务)")
        await shown.taps_key("我的事", "登录截图")
        await shown.taps("登录截图", "直接把文件或照片发过来")
        await shown.sends("登录截图.pdf", pdf(), "第 1 版")
        await shown.becomes("王经理", "李雷 已加入")
        await shown.taps("团队", "2 人")
        await shown.picture("members")

        await expect(shown.newest).to_contain_text("李雷 · 经办人(法务)")


async def test_a_paper_waits_for_the_managers_word(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    li = Talker(chat, LI)
    await bring_in(manager, li, "IT经办", "李雷")
    await open_by_key(li, "trunk_contracts")
    await li.sends("中继合同.pdf", pdf(), "第 1 版")

    async with phone(chat.url, tmp_path) as shown:
        await shown.sees("请验收")
        await shown.taps("打开", "待验收")
        await shown.picture("review")

        await shown.taps("退回", "为什么退回")
        await shown.types("缺附页", "已退回")
        await shown.becomes("李雷", "退回了「中继合同」:缺附页")


@pytest.mark.usefixtures("manager")
async def test_a_group_is_asked_for_and_bound_by_taps_alone(
    chat: LocalChat, tmp_path: Path
) -> None:
    group = chat.create_group(TITLE, [1001, LI], with_bot=False)

    async with phone(chat.url, tmp_path) as shown:
        await shown.taps_key("更多", NAME)
        await shown.taps("💬 群", "还没有群看板")
        await shown.log.get_by_role("button", name="拉我进群").click()
        await shown.page.get_by_role("dialog").get_by_role("button", name=TITLE).click()
        await shown.sees("请在私聊里选")
        await shown.taps_link("去私聊里选", "王经理", "群里有外部人员吗")
        await shown.taps("都是自己人", "请回到群里")
        await shown.opens(TITLE)
        await shown.taps("放在这里", "· 年报看板")

    assert chat.exchange.group(group.id).member(1).is_in


async def test_the_board_changes_while_an_item_is_ticked_in_private(
    chat: LocalChat, manager: Talker, tmp_path: Path
) -> None:
    await bring_in(manager, Talker(chat, LI), "法务经办", "李雷")
    team = await gather(chat, manager, LI)

    async with phone(f"{chat.url}/?person=1001&chat={team.person.place.chat}", tmp_path) as shown:
        bar = shown.page.get_by_role("button", name="置顶消息")
        await expect(bar).to_contain_text(f"{NAME} · 年报看板")
        await shown.sees("登录截图")
        await shown.picture("board")
        before = team.person.pinned[0]
        await shown.taps_link("登录截图", "李雷", "直接把文件或照片发过来")
        await shown.sends("登录截图.pdf", pdf(), "第 1 版")
        await shown.opens(TITLE)

        await expect(shown.board).not_to_contain_text("登录截图", timeout=20_000)
        await shown.picture("board-ticked")
        assert team.person.pinned[0].id == before.id
