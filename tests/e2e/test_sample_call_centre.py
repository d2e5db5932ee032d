"""The call centre whose seats went from 400 to 280: found, papers asked for, signed, typed over, filed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from tests.e2e.papers import pdf
from tests.e2e.sampled import (
    CALLS,
    PLEDGE,
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
    types_over,
)
from tests.e2e.talker import as_typed

pytestmark = pytest.mark.anyio

WHY = "十二月外包合同到期,120 个坐席随之撤出"
GONE = pdf("gone")
"""《人员去向说明》."""


@asynccontextmanager
async def explained(folder: Path) -> AsyncIterator[Firm]:
    """All that the report wants is there but the pledge; the fewer seats are explained."""
    async with imported(CALLS, folder) as firm:
        wang = firm.wang
        await opens_finding(wang, "坐席总数 400 席 → 280 席")
        await wang.presses("上传:人员去向说明", "人员去向说明")
        await wang.sends("人员去向说明.pdf", GONE, "✅ 人员去向说明")
        await explains(wang, "坐席总数 400 席 → 280 席", WHY)
        await has_none(wang, "分支机构")
        await has_none(wang, "处罚、通报、举报及整改")
        await fills_in(wang, "公司联系人及手机", "王经理,13800138000")
        regime = "王工,13900139000,二级,2026-10-15"
        await fills_in(wang, "网络与信息安全制度及责任人", regime, "制度.pdf")
        yield firm


async def test_fewer_seats_are_found_and_explained_with_the_paper_they_ask_for(
    tmp_path: Path,
) -> None:
    async with imported(CALLS, tmp_path / "data") as firm:
        wang = firm.wang
        told = await checks(wang)
        finding = await opens_finding(wang, "坐席总数 400 席 → 280 席")
        await wang.presses("上传:人员去向说明", "人员去向说明")
        await wang.sends("人员去向说明.pdf", GONE, "✅ 人员去向说明")
        await explains(wang, "坐席总数 400 席 → 280 席", WHY)
        after = await checks(wang)

        assert "要处理的差异 1 项" in told
        assert "280 席(去年 400 席,−30.0 %)" in finding
        assert "《人员去向说明》未交" in finding
        assert "要处理的差异 0 项" in after
        assert "说明 1" in after


async def test_the_boss_signs_what_the_manager_asks_for(tmp_path: Path) -> None:
    async with explained(tmp_path / "data") as firm:
        asked = await asks_to_sign(firm)
        everything = as_typed((await firm.boss.presses("全部内容", "签字的全部内容")).text)
        await firm.boss.presses("回到签字", "✍️ 请签")
        await agrees(firm)
        signed = as_typed((await firm.wang.says("/sign", "老板签字:坐席减少")).text)

        assert "坐席总数减少达到 30%:400 席 → 280 席(−30.0 %),说明已备" in asked
        assert "红 0 · 黄 4" in asked
        assert "法定代表人:赵一" in everything
        assert "赵一 → 赵一" not in everything
        assert signed.count("✅") == 3


async def test_what_was_signed_and_is_changed_is_asked_for_again_with_only_the_change(
    tmp_path: Path,
) -> None:
    async with explained(tmp_path / "data") as firm:
        await asks_to_sign(firm)
        await agrees(firm)
        await checks(firm.wang)
        await firm.wang.presses("💬 差异 5:坐席总数", "📐")
        await firm.wang.presses("修改:坐席总数", "现在:280 席")
        await firm.wang.says("290", "290 席")
        again = as_typed((await firm.boss.says("/sign", "🔄")).text)

        assert "坐席总数:280 席 → 290 席" in again
        assert "营业收入" not in again


async def test_the_forms_are_typed_over_line_by_line_compared_and_filed(tmp_path: Path) -> None:
    async with explained(tmp_path / "data") as firm:
        wang = firm.wang
        await asks_to_sign(firm)
        await agrees(firm)
        await opens_forms(wang)
        public = as_typed((await wang.presses("🌐 公示", "人人可见")).text)
        await wang.presses("都不公示", "营业收入 3,350.60 万元:不公示")
        await wang.presses("全部表", "1. 年报承诺书")
        pledge = await keeps_pledge(wang)
        await wang.presses("确认「已逐字录入」", "核对无误")
        await wang.presses("属实,确认", "已确认")
        ready = await wang.progress()
        await opens_forms(wang)
        shown = await types_over(wang, await wang.presses("▶️ 年报承诺书", "填:"))
        left = as_typed(shown[-1].text)
        await files(wang)
        done = await wang.progress()

        assert "用户投诉量 37 件、用户投诉回复率 97.30 %" in public
        assert PLEDGE in [key.copies for key in pledge.keys]
        assert "可以报:申报要的都齐了" in ready
        assert [each for each in shown if "280" in [key.copies for key in each.keys]]
        assert [each for each in shown if "填:3350.60 万元" in each.text]
        assert "✅ 6. 业务发展情况表 12/12" in left
        assert "还有 1 处没有内容" in left
        assert "▫️ 属地要求的其他材料" in shown[-1].labels
        assert "📨 记「已报」" in shown[-1].labels
        assert "已报 01-20(周三)" in done


async def test_what_the_platform_saved_is_compared_and_a_slip_is_found(tmp_path: Path) -> None:
    async with explained(tmp_path / "data") as firm:
        wang = firm.wang
        await opens_forms(wang)
        await wang.presses("业务发展情况表", "坐席总数")
        await wang.presses("🔍 核对", "贴给我")
        told = as_typed((await wang.says("坐席总数 208\n自营坐席数 220", "不一致")).text)

        assert "一致 1 处,不一致 1 处" in told
        assert "坐席总数:系统里是 208,应为 280" in told


async def test_the_papers_say_what_the_season_holds_whoever_reads_them(tmp_path: Path) -> None:
    async with explained(tmp_path / "data") as firm:
        differences = await in_all_formats(firm.wang, "风险差异清单")
        draft = await in_all_formats(firm.wang, "初版年报")

        assert [lacks(paper, *OF_THE_SEATS) for paper in differences] == [[]] * 3
        assert [lacks(paper, *OF_THE_DRAFT) for paper in draft] == [[]] * 3
        assert differences == kept("differences")
        assert draft == kept("draft")


OF_THE_SEATS = (
    *("400 席", "280 席", "−30.0 %", WHY, "业务", "已说明"),
    *("人员去向说明.pdf", sha256(GONE).hexdigest()[:8]),
)
"""The figures, the cause, whose it is and how it stands; the paper and its hash."""
OF_THE_DRAFT = (
    *("北京样例呼叫科技有限公司", "91110108MA01A2B3CF", "京B2-20170206"),
    *("3350.6", "4320.8", "−22.45 %", "用友总账"),
    *("280", "人员去向说明.pdf"),
)
