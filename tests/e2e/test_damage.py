"""A company file damaged between two lives of the bot: told, kept, and brought back."""

from pathlib import Path

import pytest

from tests.e2e.house import serving
from tests.e2e.papers import pdf
from tests.e2e.talker import NAME, Talker, open_case, open_item

pytestmark = pytest.mark.anyio

OTHER, OTHER_CODE = "上海星联通信有限公司", "91310115MA1K3XYT14"


def file_of(folder: Path, name: str) -> Path:
    """The file of the company with this name."""
    return next(
        path
        for path in (folder / "companies").glob("*.json")
        if name in path.read_text(encoding="utf-8")
    )


def damage(path: Path) -> bytes:
    """Flip a few bytes in the middle, as a bad disk does; what stands there now."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = bytes(byte ^ 0xFF for byte in content[middle : middle + 8])
    path.write_bytes(content)
    return bytes(content)


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """Two companies, the first with one paper, its file damaged since."""
    async with serving(tmp_path / "data") as chat:
        wang = Talker(chat, 1001)
        await open_case(wang)
        await open_item(wang, "账号保管表")
        await wang.sends("保管表.pdf", pdf(), "第 1 版")
        await open_case(wang, OTHER, OTHER_CODE)
    return tmp_path / "data"


async def test_the_person_is_told_which_company_rests_and_the_other_goes_on(folder: Path) -> None:
    damaged = damage(file_of(folder, NAME))

    async with serving(folder) as chat:
        wang = Talker(chat, 1001)
        others = await wang.says("/status", "还不能报")
        await wang.companies()
        told = await wang.presses(NAME, "已暂停")
        await open_item(wang, "账号保管表")
        ticked = await wang.sends("另一份.pdf", pdf("另"), "第 1 版")

    assert others.text.startswith(OTHER)
    assert ticked.text.startswith(OTHER)
    assert NAME in told.text
    assert "其他企业照常" in told.text
    assert damaged in [path.read_bytes() for path in (folder / "companies").glob("*.json")]


async def test_the_last_good_copy_can_be_adopted_and_says_what_it_lacks(folder: Path) -> None:
    damaged = damage(file_of(folder, NAME))

    async with serving(folder) as chat:
        wang = Talker(chat, 1001)
        await wang.companies()
        offer = await wang.presses(NAME, "已暂停")
        adopted = await wang.presses("用完好的副本继续", "已改用完好的副本")
        await wang.presses("2026 年度", "法定截止")
        await open_item(wang, "账号保管表")
        again = await wang.sends("保管表.pdf", pdf(), "账号保管表")

    assert "· 账号保管表" in offer.text
    assert adopted.text.startswith(NAME)
    assert again.text.startswith(NAME)
    assert damaged in [path.read_bytes() for path in (folder / "quarantine").glob("*.json")]
