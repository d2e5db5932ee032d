"""Units as people write them after a number, in both languages; data, no rules."""

import re
from enum import StrEnum
from typing import Final


class NumberUnit(StrEnum):
    """What a field counts. The value is the word shown on screen in Chinese."""

    SEATS = "席"
    PEOPLE = "人"
    CASES = "件"
    CALLS = "通"
    LINES = "线"
    MINUTES = "分钟"
    HOURS = "小时"
    DAYS = "天"
    TIMES = "次"
    SESSIONS = "场"
    PORTS = "方"
    USERS = "户"
    PIECES = "个"


WORDS: Final = {
    NumberUnit.SEATS: "席 个 个席 席位 个席位 坐席 个坐席 座席 个座席 seat seats",
    NumberUnit.PEOPLE: "人 个 个人 名 位 person persons people staff",
    NumberUnit.CASES: "件 个 宗 起 case cases complaint complaints",
    NumberUnit.CALLS: "通 个 通电话 个电话 call calls",
    NumberUnit.LINES: "线 个 条 条线 路 line lines",
    NumberUnit.MINUTES: "分钟 分 min mins minute minutes",
    NumberUnit.HOURS: "小时 个小时 h hr hrs hour hours",
    NumberUnit.DAYS: "天 日 day days",
    NumberUnit.TIMES: "次 个 time times",
    NumberUnit.SESSIONS: "场 个 场次 session sessions conference conferences",
    NumberUnit.PORTS: "方 个 路 端口 个端口 port ports",
    NumberUnit.USERS: "户 个 用户 个用户 user users",
    NumberUnit.PIECES: "个 项 台 家 piece pieces",
}
YUAN: Final = "元 元整 元钱 元人民币 块 块钱 人民币 rmb cny yuan"
PERCENT: Final = "% percent pct 个百分点 百分点 个点"
FOREIGN: Final = "美元 美金 港元 港币 欧元 日元 usd hkd eur $ € ‰ 成 周 个月 月 年 号 kg 岁"

# "坐席280" answers a question about seats; a label of another field is not cut off.
LABELS: Final = {
    NumberUnit.SEATS: "坐席 座席 席位",
    NumberUnit.PEOPLE: "人 人员",
    NumberUnit.CASES: "投诉",
    NumberUnit.CALLS: "通话",
}
# 数十 is "dozens": the word is not cut off there, and 坐席数十 is refused.
_FILLER: Final = r"(?:总?数(?![十百千万亿])|总量|数量|合计|总计|一共|总共|共计|我们|目前|现在|现有|共|是|为|有|:|=|\s)*"


def unit_of(word: str) -> NumberUnit | str:
    """The unit that a word names (minutes is MINUTES), or the word itself where none does."""
    return next((unit for unit, words in WORDS.items() if word in words.split()), word)


def endings(unit: NumberUnit | str) -> str:
    """The words that may follow a number of this unit, blanks between."""
    return WORDS[unit] if isinstance(unit, NumberUnit) else f"{unit} 个"


def without_beginning(text: str, unit: NumberUnit | str) -> str:
    """The text after what says nothing new (坐席总数:, 一共有); the dash of 坐席-280 is no minus."""
    labels = LABELS.get(unit, "").split() if isinstance(unit, NumberUnit) else []
    label = f"(?:{'|'.join(labels)})?" if labels else ""
    rest = re.sub(f"^{label}{_FILLER}", "", text, count=1)
    return text if rest.startswith("-") else rest


def every_ending() -> str:
    """All the unit words that we know, ours and foreign ones."""
    return " ".join((*WORDS.values(), YUAN, PERCENT, FOREIGN))


def without_ending(text: str, words: str) -> str:
    """The text before its unit; the longest unit that fits is cut off, at most one."""
    fitting = (word for word in words.split() if text.endswith(word))
    return text.removesuffix(max(fitting, key=len, default="")).rstrip()
