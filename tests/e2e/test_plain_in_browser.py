"""Said instead of pressed, on a phone: a question, a fact, values in a row, the season as a picture."""

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
async def test_a_manager_in_a_hurry_writes_what_he_means(chat: LocalChat, tmp_path: Path) -> None:
    async with phone(f"{chat.url}/?person={WANG}", tmp_path) as shown:
        await shown.types("还差什么?", "还不能报")
        await shown.types("坐席280营收1860万投诉37", "读到 3 项")
        await shown.picture("plain-values")
        await shown.taps("全部记入", "3")
        await shown.types("昨天已经报了", "对吗")
        await shown.taps("不是", "还不能报")
        await shown.types("能不能延期", "3 月 31 日动不了")
        await shown.picture("plain-law")
        await shown.types("進度", "还不能报")
