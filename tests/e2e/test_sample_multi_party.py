"""The provider with 99 % connection and a fault of 48 hours: put right, signed, typed over, filed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from tests.e2e.papers import pdf
from tests.e2e.sampled import (
    MEETINGS,
    Firm,
    agrees,
    asks_to_sign,
    checks,
    explains,
    files,
    fills_in,
    has_none,
    imported,
    in_all_formats,
    keeps_pledge,
    kept,
    lacks,
    opens_finding,
    opens_forms,
    quality_of,
    sheet,
    types_over,
)
from tests.e2e.talker import as_typed

pytestmark = pytest.mark.anyio

WHY = "断电的机房只承载 2 成会议"


@asynccontextmanager
async def put_right(folder: Path) -> AsyncIterator[Firm]:
    """What the log gives is taken, the report of the fault is there, and all that is owed but the pledge."""
    async with imported(MEETINGS, folder) as firm:
        wang = firm.wang
        await quality_of(wang)
        await wang.presses("算得的 2 项全部采用", "已采用")
        await opens_finding(wang, "缺少故障报告")
        await wang.presses("本年重大故障报告", "直接把文件")
        await wang.sends("故障报告.pdf", pdf("fault"), "已消除")
        await explains(wang, "而平均修复", WHY)
        await has_none(wang, "分支机构")
        await has_none(wang, "处罚、通报、举报及整改")
        await has_none(wang, "服务器 IP 变更及备案")
        await fills_in(wang, "公司联系人及手机", "王经理,13800138000")
        regime = "王工,13900139000,二级,2026-10-15"
        await fills_in(wang, "网络与信息安全制度及责任人", regime, "制度.pdf")
        await fills_in(wang, "用户实名核验方式", "手机号实名", "核验规则.pdf")
        yield firm


async def test_it_is_put_right_signed_typed_over_and_filed(tmp_path: Path) -> None:
    async with put_right(tmp_path / "data") as firm:
        wang = firm.wang
        after = await checks(wang)
        asked = await asks_to_sign(firm)
        await agrees(firm)
        await opens_forms(wang)
        await wang.presses("🌐 公示", "人人可见")
        await wang.presses("都公示", "营业收入 5,900.00 万元:公示")
        await wang.presses("全部表", "1. 年报承诺书")
        await keeps_pledge(wang)
        await wang.presses("确认「已逐字录入」", "核对无误")
        await wang.presses("属实,确认", "已确认")
        ready = await wang.progress()
        await opens_forms(wang)
        shown = await types_over(wang, await wang.presses("▶️ 年报承诺书", "填:"))
        await files(wang)
        done = await wang.progress()

        assert "要处理的差异 0 项" in after
        assert "说明 1 · 接受 0 · 消除 6" in after
        assert "接通率高而修复慢" in asked
        assert "可以报:申报要的都齐了" in ready
        assert [each for each in shown if "填:99.4521 %" in each.text]
        assert [each for each in shown if "核验方式:手机号实名" in each.text]
        assert "✅ 3. 企业服务质量表 14/14" in as_typed(shown[-1].text)
        assert "已报 01-20(周三)" in done


async def test_the_papers_say_what_the_season_holds_whoever_reads_them(tmp_path: Path) -> None:
    async with put_right(tmp_path / "data") as firm:
        quality = await in_all_formats(firm.wang, "服务质量报告")
        differences = await in_all_formats(firm.wang, "风险差异清单")

        assert [lacks(paper, *OF_QUALITY) for paper in quality] == [[]] * 3
        assert quality == kept("quality")
        assert [lacks(paper, WHY, "48.00 小时", "已消除 6 项") for paper in differences] == [[]] * 3


OF_QUALITY = (
    *("99.4521 %", "99.00 %", "99.65 %", "48.00 小时", "0.00 %", "96.67 %"),
    *("1 − 重大故障 48 小时 ÷ 全年 8,760 小时", "机房断电", "计划内维护"),
    *("故障日志.xlsx", sha256(sheet(MEETINGS, "fault_log")).hexdigest()[:12], "会议平台监控"),
)
"""What was filled in and what the log gives, how it is reckoned, and where it is from."""
