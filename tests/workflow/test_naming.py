"""By what people know a company, and which companies a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.naming import Common, distinctive, named_in

COMMON = Common(
    frozenset({"北京", "上海", "广东", "内蒙古"}),
    frozenset({"有限公司", "科技", "信息", "数据", "通信", "co", "ltd", "limited"}),
)
YUNHU, TONG, AUDIT, ACME = (
    "北京云呼科技有限公司",
    "云呼通有限公司",
    "上海审计有限公司",
    "Acme Co., Ltd.",
)
ORDINARY = "审计报告 号码使用情况报告 Audit report"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        (YUNHU, "云呼"),
        ("深圳市云呼信息科技有限公司", "云呼"),
        ("内蒙古自治区云呼(呼和浩特)有限公司", "云呼"),
        ("Acme Call Co., Ltd.", "acme call"),
        ("北京数据科技有限公司", ""),
        ("北京甲科技有限公司", ""),
        ("ABC Ltd", ""),
        ("有限公司", ""),
    ],
)
def test_what_is_left_of_a_name_without_place_trade_and_form(name: str, part: str) -> None:
    assert distinctive(name, COMMON) == part


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("云呼 审计报告 2026", (YUNHU,)),
        ("北京云呼科技有限公司", (YUNHU,)),
        ("ＡＣＭＥ_audit_2026", (ACME,)),
        ("云呼通的表", (TONG,)),
        ("云呼和云呼通的合同", (TONG,)),
        ("云呼、acme", (YUNHU, ACME)),
        ("审计报告", ()),
        ("上海审计有限公司", (AUDIT,)),
        ("acmeology", ()),
        ("北京的有限公司", ()),
        ("", ()),
    ],
)
def test_a_text_names_a_company_whole_or_by_its_own_part(text: str, named: tuple[str, ...]) -> None:
    names = (YUNHU, TONG, AUDIT, ACME)

    found = named_in(text, names, COMMON, ORDINARY)

    assert tuple(names[place] for place in found) == named


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=20), max_size=5))
def test_any_text_and_any_names_are_borne(text: str, names: list[str]) -> None:
    found = named_in(text, names, COMMON, ORDINARY)

    assert all(0 <= place < len(names) for place in found)
