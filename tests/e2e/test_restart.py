"""The whole bot stopped and started again on the same folder: the talk goes on."""

from pathlib import Path

import pytest

from tests.e2e.house import serving
from tests.e2e.papers import pdf
from tests.e2e.talker import CODE, Talker, open_case, open_item

pytestmark = pytest.mark.anyio


async def test_a_dialog_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        before = Talker(chat, 1001)
        await before.says("/new", "企业全称")
        await before.says("甲公司", "统一社会信用代码")

    async with serving(tmp_path / "data") as chat:
        after = Talker(chat, 1001)
        asked = await after.says(CODE, "哪一种许可证")

    assert asked.text.startswith("甲公司\n")


async def test_the_fields_go_on_where_they_stood(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        before = Talker(chat, 1001)
        await open_case(before)
        await before.says("/fill", "法定代表人")

    async with serving(tmp_path / "data") as chat:
        after = Talker(chat, 1001)
        told = await after.says("张伟", "许可证有效期至")

    assert "法定代表人:张伟" in told.text


async def test_an_old_button_works_after_a_restart(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        before = Talker(chat, 1001)
        await open_case(before)
        await open_item(before, "账号保管表")

    async with serving(tmp_path / "data") as chat:
        after = Talker(chat, 1001)
        step = await after.presses("所在步骤", "锁定账号与法人手机核验")

    assert "0/4" in step.text


async def test_what_was_handed_in_is_there_and_can_be_had_back(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        before = Talker(chat, 1001)
        await open_case(before)
        await open_item(before, "账号保管表")
        await before.sends("保管表.pdf", pdf("一"), "第 1 版")

    async with serving(tmp_path / "data") as chat:
        after = Talker(chat, 1001)
        await after.presses("修改", "现在:")
        await after.presses("历史", "各版本")
        back = await after.presses("第 1 版 保管表.pdf", "账号保管表 第 1 版")
        content = after.person.file(back.id)

    assert content == pdf("一")
