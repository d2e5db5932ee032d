"""A manager's first day, over real HTTP: from START to 进度, with papers, a sheet and fields."""

from datetime import timedelta

import pytest

from localchat.person import Bubble
from localchat.server import LocalChat
from tests.e2e.papers import filled, pdf
from tests.e2e.talker import NAME, Talker, open_case, open_item
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio


async def fill_in_fields(talker: Talker) -> None:
    """The first six fields that are not known from /new."""
    await talker.says("/fill", "法定代表人")
    await talker.says("张伟", "许可证有效期至")
    await talker.says("2029年6月30日", "2029-06-30")
    await talker.presses("呼叫中心(B24)", "许可证业务种类")
    await talker.presses("选好了", "注册住所")
    await talker.says("北京市海淀区中关村大街1号", "注册属地")
    await talker.says("北京", "注册资本")
    await talker.says("一千万元", "1,000 万元")


def template_in(shown: Bubble, talker: Talker) -> bytes:
    return talker.person.file(shown.id)


async def test_a_manager_opens_a_season_and_ticks_it_off(wang: Talker) -> None:
    await wang.starts("年报管家")
    await open_case(wang)

    await open_item(wang, "账号保管表")
    kept = await wang.sends("保管表.pdf", pdf(), "账号保管表")
    await fill_in_fields(wang)
    await wang.presses("跳过", "上市情况")
    await wang.presses("跳过", "分支机构")
    sheet = await wang.presses("发我表格", "填好后把文件发回来")
    rows = filled(
        template_in(sheet, wang), ("上海分公司", "上海", "是"), ("成都分公司", "四川", "否")
    )
    told = await wang.sends("分支机构.xlsx", rows, "分支机构:2 行")
    progress = await wang.progress()

    assert "第 1 版" in kept.text
    assert "股东及股权结构" in told.text
    assert progress.splitlines()[0] == NAME
    assert "还不能报" in progress
    assert "(1/4)" in progress
    assert "完成 11/90" in progress
    assert len(progress.splitlines()) <= 12


async def test_the_four_keys_are_there_from_the_first_minute(wang: Talker) -> None:
    await wang.starts("年报管家")

    assert wang.person.keyboard == [["进度", "我的事"], ["交材料", "更多"]]


async def test_an_outsider_is_refused_kindly_with_the_first_words(stranger: Talker) -> None:
    refused = await stranger.starts("受邀")

    assert "发给管理员:1002" in refused.text
    assert "/help" not in refused.text


async def test_an_outsider_sees_nothing_through_a_managers_button(
    manager: Talker, stranger: Talker
) -> None:
    await manager.progress()
    _, data = manager.button("全部步骤")
    shown = await stranger.starts("年报管家")

    answer = await stranger.after(stranger.person.forge(shown.id, data), "")

    assert NAME not in answer.text
    assert all(NAME not in bubble.text for bubble in stranger.person.replies)


async def test_a_second_file_is_a_second_version_and_the_first_can_be_had_back(
    manager: Talker,
) -> None:
    await open_item(manager, "账号保管表")
    await manager.sends("一.pdf", pdf("一"), "第 1 版")

    await manager.sends("二.pdf", pdf("二"), "第 2 版")
    await manager.presses("修改", "现在:")
    await manager.presses("历史", "各版本")
    back = await manager.presses("第 1 版 一.pdf", "账号保管表 第 1 版")

    assert manager.person.file(back.id) == pdf("一")


async def test_a_photo_ticks_a_paper(manager: Talker) -> None:
    await open_item(manager, "登录截图")

    told = await manager.after(
        manager.person.send_file("屏幕.png", png(30, 20), as_photo=True), "登录截图"
    )

    assert "第 1 版" in told.text


async def test_an_album_of_three_joins_one_version(manager: Talker) -> None:
    await open_item(manager, "会议纪要")
    send = manager.person.send_file

    await send("1.png", png(30, 20), as_photo=True, album="a")
    await send("2.png", png(31, 20), as_photo=True, album="a")
    told = await manager.after(send("3.png", png(32, 20), as_photo=True, album="a"), "等 3 个文件")

    assert "第 1 版" in told.text
    assert "会议纪要" in told.text


async def test_a_loose_file_asks_which_item_it_is_for(manager: Talker) -> None:
    await manager.sends("账号保管表 终稿.pdf", pdf(), "这是哪一项的材料")

    told = await manager.presses("账号保管表", "第 1 版")

    assert "账号保管表 终稿.pdf" in told.text


async def test_a_file_may_reply_to_its_card_days_later(manager: Talker) -> None:
    card = await open_item(manager, "会议纪要")
    await manager.says("/cancel", "不问了")

    told = await manager.after(
        manager.person.send_file("纪要.pdf", pdf(), reply_to=card.id), "第 1 版"
    )

    assert "会议纪要" in told.text


async def test_what_people_type_is_shown_as_they_typed_it(chat: LocalChat) -> None:
    wang = Talker(chat, 1001)

    await open_case(wang, name='<b>A&B</b> "科技"有限公司')

    assert (await wang.progress()).startswith('<b>A&B</b> "科技"有限公司\n')


async def test_an_answer_is_taken_back_with_one_press(manager: Talker) -> None:
    await open_item(manager, "登录截图")
    await manager.sends("截图.pdf", pdf(), "第 1 版")

    await manager.presses("撤销", "已撤销「登录截图」第 1 版")

    assert "第1步 锁定账号与法人手机核验:01-15(周五),10 天后(0/4)" in await manager.progress()


async def test_filed_can_be_recorded_with_everything_still_open(manager: Talker) -> None:
    await manager.progress()
    await manager.presses("记「已报」", "是哪天的事")

    told = await manager.presses("今天", "已记:已报")

    assert "还有" in told.text
    assert "已报" in (await manager.progress())


async def test_the_clock_of_the_page_moves_the_bots_day(chat: LocalChat, manager: Talker) -> None:
    chat.clock.shift(timedelta(days=1))

    progress = await manager.progress()

    assert "还剩 84 天" in progress
