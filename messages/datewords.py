"""The words in which people name days, in both languages; data, no rules. Text is tidy."""

import re
from typing import Final

from messages.numerals import NotANumeral, numeral

YEAR: Final = r"(?:19|20|21)[0-9]{2}"
DAYS_AWAY: Final = {
    "今天": 0, "今日": 0, "今儿": 0, "今晚": 0, "今早": 0, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0,
    "下班前": 0, "下班之前": 0,
    "明天": 1, "明日": 1, "明儿": 1, "明晚": 1, "明早": 1, "tomorrow": 1,
    "后天": 2, "the day after tomorrow": 2, "day after tomorrow": 2, "大后天": 3,
    "昨天": -1, "昨日": -1, "昨儿": -1, "昨晚": -1, "yesterday": -1,
    "前天": -2, "the day before yesterday": -2, "day before yesterday": -2, "大前天": -3,
}  # fmt: skip
YEARS_AWAY: Final = {
    "今": 0,
    "本": 0,
    "明": 1,
    "后": 2,
    "去": -1,
    "前": -2,
    "this": 0,
    "the": 0,
    "next": 1,
    "last": -1,
}
MONTHS_AWAY: Final = {
    "": 0, "本": 0, "这": 0, "这个": 0, "当": 0, "this": 0, "the": 0,
    "下": 1, "下个": 1, "next": 1, "上": -1, "上个": -1, "last": -1,
}  # fmt: skip
WEEKS_AWAY: Final = {
    "这": 0, "这个": 0, "本": 0, "this": 0, "the": 0, "下": 1, "下个": 1, "next": 1, "下下": 2,
    "下下个": 2, "上": -1, "上个": -1, "last": -1, "上上": -2,
}  # fmt: skip
# 下个周五 may be the nearest one or that of next week; so may next Friday.
LOOSE_WEEKS: Final = {"下个": 1, "上个": -1, "next": 1, "last": -1}
WEEKDAYS: Final = {
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
UNITS: Final = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "个星期": "week", "礼拜": "week",
    "个礼拜": "week", "个月": "month", "年": "year"
}  # fmt: skip

NTH: Final = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "最后": -1,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip
# The part of a month is asked about by its first and its last day.
PARTS: Final = {
    "初": (1, 10), "上旬": (1, 10), "early": (1, 10), "beginning": (1, 10), "start": (1, 10),
    "中旬": (11, 20), "mid": (11, 20), "下旬": (21, 31), "late": (21, 31),
}  # fmt: skip

EN_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
EN_WEEKDAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
# "in a couple of days": these look exact and are not.
IDIOM: Final = re.compile(
    r"过[一两]?两天|过几天|这两天|这几天|头两天|前两天|[两二]三[天日周]|三五[天日周]"
)
VAGUE: Final = re.compile(
    r"几|半|^年[前后]|初$|月中|[上中下]旬|年中|周末|假期|期间|尽快|尽早|改天|最近|左右|前后|附近|大概|约|或|还是|不久|回头|等|节|过年"
    r"|soon|later|asap|early|mid|beginning|some|week(?:end)?$|month$|about|around|few|\bor\b"
)
_FIGURES: Final = re.compile(
    r"(?<![周期拜0-9零一二三四五六七八九十百两廿卅])[零一二三四五六七八九十百两廿卅]+(?=[年月日号天周]|个?(?:月|星期|礼拜|工作日))"
)
_SAME: Final = {"元月": "1月", "过年前": "春节前", "过年之前": "春节前", "a fortnight": "14 days"}
_HALF: Final = re.compile(r"(?:^|(?<=过))半(?:个(?P<month>月)|年)(?=[之以]?[后内前]|$)")


def with_arabic_figures(text: str) -> str:
    """三月三十一号 as 3月31号, 半个月 as 15天.

    Only before a unit: the day of 八月十五 may be lunar and stays as it is.
    """
    whole = _HALF.sub(lambda half: "15天" if half["month"] else "6个月", text)
    for written, meant in _SAME.items():
        whole = whole.replace(written, meant)
    return _FIGURES.sub(_in_figures, whole)


def _in_figures(found: re.Match[str]) -> str:
    try:
        return str(numeral(found[0]))
    except NotANumeral:
        return found[0]
