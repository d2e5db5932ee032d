"""The sample companies from their sheets: what is found, and what is worked out; the sheets themselves."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from messages.catalogue import load_catalogue
from messages.wording import Wording
from samples.make import HERE, NAMES, Maker, read
from tests.e2e.sampled import CALLS, MEETINGS, checks, imported, opens_finding, quality_of

pytestmark = pytest.mark.anyio


async def test_a_call_centre_comes_to_its_service_quality_too(tmp_path: Path) -> None:
    async with imported(CALLS, tmp_path / "data") as firm:
        told = await quality_of(firm.wang)

        assert "用户投诉量 37 件、用户投诉回复率 97.30 %" in told
        assert "可用算得的数填:系统可用率、系统故障总次数、重大故障次数、平均修复时长" in told


async def test_a_fault_of_48_hours_leaves_room_for_99_percent_but_not_for_what_else_was_filled_in(
    tmp_path: Path,
) -> None:
    async with imported(MEETINGS, tmp_path / "data") as firm:
        before = await checks(firm.wang)
        found = await opens_finding(firm.wang, "按停机时长是")
        told = await quality_of(firm.wang)
        await firm.wang.presses("平台可用率 改用 99.4521 %", "改为算得的 99.4521 %")
        taken = (await firm.wang.presses("SLA 达成率 改用", "改为算得的")).text
        after = await checks(firm.wang)

        assert "可用率 99.90 %,按停机时长是 99.45 %" in found
        assert "按故障日志算得平台可用率 99.4521 %,填的是 99.90 %" in told
        assert "接通率不会高于 99.65 %" in told
        assert "⚠️" not in taken
        assert "要处理的差异 4 项" in before
        assert "要处理的差异 1 项" in after


@pytest.mark.parametrize("name", NAMES)
def test_the_sheets_are_those_that_the_script_makes(name: str) -> None:
    wording = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))

    made = Maker(read(name), wording).sheets()

    kept = {path.name: path.read_bytes() for path in (HERE / name).glob("*.xlsx")}
    assert kept == made
