"""What a rule found is told as it is meant: a share is no change and has no sign before it."""

from zoneinfo import ZoneInfo

import pytest

from messages.catalogue import load_catalogue
from messages.findings import tell_message
from messages.wording import Wording
from tests.workflow.firm import PACKS
from tests.workflow.golden import told
from workflow.checks import run
from workflow.ids import PackRef

TWO_DAYS = "故障日志=2026-03-01 00:00,2026-03-03 00:00,-,是,否"


def message(pack: str, rule: str, figures: str) -> str:
    """In Chinese, as people read it."""
    wording = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))
    company, season = told(PACKS[PackRef(pack)], figures)
    checks = run(company, season, PACKS[PackRef(pack)])
    check = next(each for each in checks if each.rule.key == rule)
    return tell_message(check, PACKS[PackRef(pack)], wording)


@pytest.mark.parametrize(("rule", "figures"), [("r02", "平台可用率=99.9"), ("r01", "接通率=99.9")])
def test_a_share_has_no_sign(rule: str, figures: str) -> None:
    said = message("multi_party@2", rule, f"{figures}; {TWO_DAYS}")

    assert "+" not in said
    assert "99." in said


def test_a_change_has_its_sign() -> None:
    said = message("call_centre@2", "seats_down", "坐席总数=280; 去年坐席总数=400")

    assert "−30" in said


def test_how_much_a_script_was_reworded_is_told() -> None:
    old, new = (
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三",
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥四五六",
    )
    figures = f"关键话术明细=开场白,v2,是,{new}; 去年关键话术明细=开场白,v1,是,{old}"

    said = message("call_centre@2", "scripts", figures)

    assert "改动最多 12" in said
    assert "+" not in said
