"""Names and values strung together are parted at the right places, and nothing is understood yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.pairs import MOST, read_pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("坐席280营收1860万投诉37", [("坐席", "280"), ("营收", "1860万"), ("投诉", "37")]),
        (
            "坐席280个营收1860万元投诉37件",
            [("坐席", "280个"), ("营收", "1860万元"), ("投诉", "37件")],
        ),
        (
            "坐席总数:280 席,营业收入 1,860 万元;投诉37件",
            [("坐席总数", "280席"), ("营业收入", "1,860万元"), ("投诉", "37件")],
        ),
        ("重大故障次数1 年会议场次3", [("重大故障次数", "1"), ("年会议场次", "3")]),
        ("坐席280 人工坐席300 人", [("坐席", "280"), ("人工坐席", "300人")]),
        ("坐席 280 席 营收 1860 万元", [("坐席", "280席"), ("营收", "1860万元")]),
        ("坐席两百八十,投诉三十七", [("坐席", "两百八十"), ("投诉", "三十七")]),
        ("接通率98.5% 满意度99%", [("接通率", "98.5%"), ("满意度", "99%")]),
        (
            "项目\t数值\n坐席总数\t280\n营业收入\t万元\t1860",
            [("项目", "数值"), ("坐席总数", "280"), ("营业收入", "1860")],
        ),
        ("| 坐席总数 | 280 |", [("坐席总数", "280")]),
        ("业务开通状态:已开通", [("业务开通状态", "已开通")]),
        ("地区:北京、上海", [("地区", "北京、上海")]),
        (
            "seats 280, revenue 18600000 yuan, complaints 37",
            [("seats", "280"), ("revenue", "18600000 yuan"), ("complaints", "37")],
        ),
        ("AI坐席=20", [("ai坐席", "20")]),
        ("280", []),
        ("还差什么", []),
        ("", []),
    ],
)
def test_names_and_values_are_parted(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(read_pairs(text)) == pairs


@given(st.text(st.sampled_from("坐席营收280.,:;、 \t\n|=-+%万两百元a"), max_size=300))
def test_no_text_is_too_odd_and_no_part_is_empty(text: str) -> None:
    pairs = read_pairs(text)

    assert len(pairs) <= MOST
    assert all(name and value for name, value in pairs)


def test_a_long_text_takes_no_long_time() -> None:
    assert len(read_pairs("坐席" * 3_000 + "1")) <= 1
    assert len(read_pairs("坐1" * 3_000)) == MOST


def test_an_endless_name_is_read_from_its_end_and_an_endless_numeral_not_at_all() -> None:
    """Each holds what keeps a long text without a figure from taking the square of its length."""
    ((name, value),) = read_pairs("好" * 300 + "坐席280")

    assert (name[-3:], value, len(name)) == ("好坐席", "280", 61)
    assert read_pairs("坐席" + "一" * 100) == ()
    assert read_pairs("好" * 61 + "二百八十") == ()
