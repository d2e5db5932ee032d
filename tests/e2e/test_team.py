"""A manager and colleagues over real HTTP: invited, given an item, given back to, accepted."""

import pytest

from localchat.server import LocalChat
from tests.e2e.papers import pdf
from tests.e2e.talker import NAME, Talker, as_typed
from tests.e2e.team import assign, bring_in, invite, open_by_key

pytestmark = pytest.mark.anyio

PAPER, KEY = "中继合同", "trunk_contracts"
"""Of the papers that another person must accept."""


@pytest.fixture
def li(chat: LocalChat) -> Talker:
    """李雷, whom nobody has invited yet."""
    return Talker(chat, 1004)


async def test_a_newcomer_is_asked_for_a_name_and_sees_what_waits(
    manager: Talker, li: Talker
) -> None:
    first = await bring_in(manager, li, "财务经办", "李雷")

    told = await manager.hears("李雷 已加入")

    assert first.text.splitlines()[0] == NAME
    assert f"✅ 已加入「{NAME}」:经办人(财务)" in first.text
    assert "注册资本" in first.text
    assert "账号保管表" not in first.text
    assert li.person.keyboard == [["进度", "我的事"], ["交材料", "更多"]]
    assert "经办人(财务)" in told.text


async def test_a_link_brings_one_person_in(chat: LocalChat, manager: Talker, li: Talker) -> None:
    payload = await invite(manager, "财务经办")
    await li.after(li.person.start(payload), "邀请您加入")
    await li.says("李雷", "已加入")
    han = Talker(chat, 1005)

    refused = await han.after(han.person.start(payload), "链接")

    assert "已经有人用过了" in refused.text
    assert NAME not in refused.text


async def test_an_item_goes_to_somebody_and_back_and_is_accepted(
    manager: Talker, li: Talker
) -> None:
    await bring_in(manager, li, "IT经办", "李雷")
    await assign(manager, KEY, "李雷")

    given = await li.hears("交给您")
    await li.presses("打开", "负责:李雷")
    handed_in = await li.sends("合同.pdf", pdf("一"), "第 1 版")
    to_review = await manager.hears("请验收")
    asked = await manager.presses("打开", "待验收")
    await manager.presses("退回", "为什么退回")
    await manager.says("缺附页", "已退回")
    returned = await li.hears("退回了")
    await li.presses("打开", "退回:缺附页")
    await manager.after(li.person.send_file("合同全.pdf", pdf("二")), "请验收")
    await manager.presses("打开", "第 2 版")
    accepted = await manager.presses("验收", "已验收")

    assert f"王经理 把「{PAPER}」交给您" in given.text
    assert "等另一位同事验收" in handed_in.text
    assert f"李雷 交了「{PAPER}」" in to_review.text
    assert "盖了公章" in asked.text
    assert "缺附页" in returned.text
    assert "请重新交" in returned.text
    assert "待验收" not in accepted.text.replace("已验收", "")


async def test_nobody_accepts_what_they_handed_in(manager: Talker, li: Talker) -> None:
    await bring_in(manager, li, "合规负责人", "李雷")
    await open_by_key(manager, KEY)

    await manager.sends("合同.pdf", pdf(), "第 1 版")
    own = await manager.presses("修改", "待验收")
    await li.hears("请验收")
    others = await li.presses("打开", "待验收")

    assert "✅ 验收" not in own.labels
    assert "✅ 验收" in others.labels


async def test_who_blocked_the_bot_is_out_of_reach_and_their_work_at_risk(
    manager: Talker, li: Talker
) -> None:
    await bring_in(manager, li, "财务经办", "李雷")

    await li.person.block()
    progress = await manager.asks_until("进度", "联系不上")
    members = await manager.says("/members", "2 人")

    assert "联系不上 李雷" in progress.text
    assert "👤 李雷 · 经办人(财务),⚠️ 屏蔽了我,发不到" in as_typed(members.text)


async def test_who_lets_the_bot_in_again_can_be_reached(manager: Talker, li: Talker) -> None:
    await bring_in(manager, li, "财务经办", "李雷")
    await li.person.block()
    await manager.asks_until("进度", "联系不上")

    await li.person.unblock()
    await li.says("我的事", "等您的")

    assert "联系不上" not in await manager.progress()


async def test_everything_of_one_goes_to_another_in_one_step(
    chat: LocalChat, manager: Talker, li: Talker
) -> None:
    han = Talker(chat, 1005)
    await bring_in(manager, li, "财务经办", "李雷")
    await bring_in(manager, han, "业务经办", "韩梅梅")
    await assign(manager, "account_custody", "李雷")

    await manager.says("/members", "3 人")
    await manager.presses("李雷", "李雷 · 经办人(财务)")
    await manager.presses("移交全部", "移交给谁")
    told = await manager.presses("韩梅梅", "移交给 韩梅梅 了")
    heard = await han.hears("移交给您")
    mine = await han.says("我的事", "等您的")

    assert "李雷 手上的全部移交给 韩梅梅 了" in told.text
    assert "王经理 把 1 项移交给您" in heard.text
    assert "账号保管表" in mine.text
