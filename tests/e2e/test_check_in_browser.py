"""The pre-check on a phone: what does not add up, one finding at a time."""

from pathlib import Path

import pytest

from localchat.server import LocalChat
from tests.e2e.phone import IS_MISSING, IS_REQUIRED, phone

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(IS_MISSING and not IS_REQUIRED, reason="no Chromium; CHROMIUM names it"),
]

WANG = 1001


@pytest.mark.usefixtures("manager")
async def test_seats_that_do_not_add_up_are_found_and_shown(
    chat: LocalChat, tmp_path: Path
) -> None:
    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await shown.types("坐席总数280,自营坐席数200,外包坐席数60", "读到 3 项")
        await shown.taps("全部记入", "引出差异")
        await shown.taps("预检", "要处理的差异")
        await shown.picture("check-list")
        await shown.taps("差异 1:坐席总数", "必须改")
        await shown.picture("check-finding")
        await shown.taps("说明", "请写一句为什么")
        await shown.types("外包人数还在核对", "已记下说明")
