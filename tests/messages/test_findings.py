"""A number that a rule works out is told as what it is: a share, or by how much something moved."""

from zoneinfo import ZoneInfo

from messages.catalogue import load_catalogue
from messages.findings import tell_message
from messages.wording import Wording
from tests.workflow.firm import PACKS
from tests.workflow.golden import told
from workflow.checks import run
from workflow.ids import PackRef
from workflow.pack import Pack
from workflow.rules import RuleKey

CALLS, MEETINGS = (PACKS[PackRef(ref)] for ref in ("call_centre@2", "multi_party@2"))


def message(pack: Pack, rule: str, figures: str) -> str:
    company, season = told(pack, figures)
    wording = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))
    (check,) = (each for each in run(company, season, pack) if each.rule.key == RuleKey(rule))
    return tell_message(check, pack, wording)


def test_what_downtime_leaves_of_a_year_is_a_share_and_bears_no_sign() -> None:
    figures = "平台可用率=99.9; 故障日志=2026-03-01 00:00,2026-03-03 00:00,-,是,否"

    said = message(MEETINGS, "r02", figures)

    assert said == "可用率 99.9 %,按停机时长是 99.45 %"


def test_by_how_much_something_moved_bears_its_sign() -> None:
    figures = "坐席总数=280; 去年坐席总数=400"

    said = message(CALLS, "seats_down", figures)

    assert "−30.0 %" in said
