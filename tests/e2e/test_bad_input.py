"""What goes wrong between people and a bot: one friendly sentence, nothing lost, nothing twice."""

import asyncio

import pytest

from tests.e2e.papers import pdf
from tests.e2e.talker import Talker, fill_in_case, open_item

pytestmark = pytest.mark.anyio

MB = 1024 * 1024


@pytest.fixture
async def at_custody(manager: Talker) -> Talker:
    """With the card of 账号保管表 open."""
    await open_item(manager, "账号保管表")
    return manager


async def to_the_date(talker: Talker) -> None:
    """On the way through the fields, at the first that wants a date."""
    await talker.says("/fill", "法定代表人")
    await talker.presses("跳过", "许可证有效期至")


async def test_sixty_megabytes_are_declined_before_they_are_fetched(at_custody: Talker) -> None:
    act = at_custody.person.send_file("大.pdf", pdf(), declared_size=60 * MB)

    told = await at_custody.after(act, "60 MB")

    assert "20 MB" in told.text
    assert "压缩或拆开" in told.text
    await at_custody.sends("小.pdf", pdf(), "账号保管表:📎 小.pdf(第 1 版)")


async def test_a_renamed_program_is_not_a_paper(at_custody: Talker) -> None:
    told = await at_custody.sends("保管表.pdf", b"MZ\x90\0" + bytes(600), "后缀对不上")

    assert "保管表.pdf" in told.text
    assert "现在:还没有" in told.text


async def test_an_empty_file_is_not_a_paper(at_custody: Talker) -> None:
    told = await at_custody.sends("空.pdf", b"", "空文件")

    assert "重发" in told.text


async def test_a_kind_nobody_reads_is_named_with_those_we_take(at_custody: Talker) -> None:
    told = await at_custody.sends("装我.exe", b"MZ", "不收这类文件(exe)")

    assert "pdf" in told.text


async def test_voice_is_answered_with_the_card_that_waits(at_custody: Talker) -> None:
    told = await at_custody.after(at_custody.person.voice(), "我听不懂语音")

    assert "账号保管表" in told.text


async def test_an_edited_message_is_not_read_again(manager: Talker) -> None:
    await to_the_date(manager)
    sent = await manager.person.say("2029-06-30")
    await manager.sees("2029-06-30", [])

    told = await manager.after(manager.person.edit(sent, "2030-06-30"), "不会重读")

    assert "请重新发一条" in told.text


async def test_a_day_that_does_not_exist_is_asked_again(manager: Talker) -> None:
    await to_the_date(manager)

    told = await manager.says("2029-02-30", "没有这一天")

    assert "没有记入" in told.text
    assert "许可证有效期至" in told.text


async def test_a_wrong_credit_code_says_what_is_wrong(wang: Talker) -> None:
    await wang.says("/new", "企业全称")
    await wang.says("甲公司", "统一社会信用代码")

    short = await wang.says("91110108MA01ABCD2", "17 位")
    mistyped = await wang.says("91110108MA01ABCD3H", "校验位")

    assert "18 位" in short.text
    assert "再发一次" in mistyped.text


async def test_ten_taps_on_one_button_do_it_once(manager: Talker) -> None:
    await manager.says("/list", "填报窗口开放")
    await manager.presses("填报窗口开放", "完成标准")
    await manager.presses("平台已开放填报", "核对无误")
    message, data = manager.button("属实,确认")
    before = manager.person.answered_presses

    await asyncio.gather(*(manager.person.forge(message, data) for _ in range(10)))

    await manager.person.until(lambda: manager.person.answered_presses == before + 10)
    assert [toast.text for toast in manager.person.toasts] == [
        "已经是这样了,没有重复记录。" for _ in range(9)
    ]
    assert "完成 4/90" in await manager.progress()
    assert "已确认" in manager.person.message(message).text


async def test_ten_taps_on_create_open_one_company(wang: Talker) -> None:
    await fill_in_case(wang)
    message, data = wang.button("创建")

    await asyncio.gather(*(wang.person.forge(message, data) for _ in range(10)))

    await wang.toasted("已经创建好了")
    assert "(1)" in (await wang.companies()).text


async def test_a_forged_button_shows_where_things_stand(manager: Talker) -> None:
    card = await manager.says("/status", "法定截止")

    await manager.person.forge(card.id, "it|someoneelse|s1|account_custody")
    await manager.person.forge(card.id, "x" * 70)

    await manager.toasted("按钮已经过时")
    await manager.toasted("找不到这家企业")


async def test_an_outdated_button_changes_nothing(at_custody: Talker) -> None:
    await at_custody.sends("一.pdf", pdf("一"), "第 1 版")
    message, data = at_custody.button("撤销")
    await at_custody.sends("二.pdf", pdf("二"), "第 2 版")

    shown = await at_custody.after(at_custody.person.forge(message, data), "第 2 版")

    assert "二.pdf" in shown.text
    assert at_custody.person.toasts


async def test_a_command_in_the_middle_of_a_dialog_keeps_the_dialog(wang: Talker) -> None:
    await wang.says("/new", "企业全称")
    await wang.says("甲公司", "统一社会信用代码")

    await wang.says("/help", "刚才的问题还等着您")

    await wang.says("91110108MA01ABCD2H", "哪一种许可证")


async def test_who_blocks_and_comes_back_goes_on(manager: Talker) -> None:
    await to_the_date(manager)
    await manager.person.block()

    await manager.person.unblock()

    await manager.says("2029-06-30", "许可证业务种类")


async def test_a_thank_you_ticks_nothing(manager: Talker) -> None:
    await to_the_date(manager)

    told = await manager.says("好的", "不会记作答案")

    assert "许可证有效期至" in told.text
