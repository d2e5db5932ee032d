"""The forms in which people write a day: a table, tried from the top.

A form must fit the whole text; what no form fits is refused. What a form means: datereaders.py.
"""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Final

from messages.datereaders import (
    Days,
    ago,
    day_month_year,
    day_of_month_away,
    day_only,
    day_word,
    end_of_month,
    end_of_month_away,
    end_of_year,
    english_weekday,
    from_now,
    month_day,
    named_month,
    only_for_a_deadline,
    slashed,
    weekday,
    within,
    year_month_day,
)
from messages.datewords import (
    DAYS_AWAY,
    EN_MONTH,
    EN_WEEKDAY,
    IDIOM,
    VAGUE,
    WEEKDAYS,
    YEAR,
    with_arabic_figures,
)
from messages.days import Asked, DateTrouble, Unreadable
from messages.festivalreaders import (
    after_festival,
    before_festival,
    festival,
    lunar_only,
    lunar_or_solar,
    national_day_or_eleventh,
)
from messages.festivals import FESTIVALS
from messages.periodreaders import (
    end_of_quarter,
    end_of_week,
    first_day,
    last_day,
    next_workday,
    nth_weekday,
    nth_weekday_alone,
    nth_workday,
    part_of_month,
    week,
    weekday_of_week,
    weekend,
    workdays_after,
    workdays_ago,
    workdays_within,
)

Reader = Callable[[re.Match[str], Asked], Days]


def readings(said: str, asked: Asked) -> Days:
    """Every day the tidy text may mean, at least one; Unreadable otherwise."""
    if IDIOM.search(said):
        raise Unreadable(DateTrouble.VAGUE)
    return _read(with_arabic_figures(said), asked)


def _read(text: str, asked: Asked) -> Days:
    for form, reader in _FORMS:
        if match := form.fullmatch(text):
            return reader(match, asked)
    raise Unreadable(DateTrouble.VAGUE if VAGUE.search(text) else DateTrouble.NOT_UNDERSTOOD)


def _with_weekday(match: re.Match[str], asked: Asked) -> Days:
    """3月31日(周三): both must agree."""
    weekday = WEEKDAYS[match["weekday"][:3]]
    agreeing = tuple(day for day in _read(match["rest"], asked) if day.weekday() == weekday)
    if not agreeing:
        raise Unreadable(DateTrouble.WEEKDAY_MISMATCH)
    return agreeing


def _by(match: re.Match[str], asked: Asked) -> Days:
    """The day itself still counts, as in the deadline that everybody here knows, 3月31日前."""
    only_for_a_deadline(asked)
    return _read(match["rest"], asked)


def _strictly_before(match: re.Match[str], asked: Asked) -> Days:
    """Before 31 March: some count the day itself, some do not."""
    only_for_a_deadline(asked)
    days = _read(match["rest"], asked)
    return *days, *(day - timedelta(days=1) for day in days)


def _vague(_: re.Match[str], __: Asked) -> Days:
    """下周前 is by Friday of this week, or of next: no two people mean the same."""
    raise Unreadable(DateTrouble.VAGUE)


def _day_around(match: re.Match[str], asked: Asked) -> Days:
    """A day is asked: 明天下午 is tomorrow. A time of the day was taken off before (moments.py)."""
    return _read(match["rest"], asked)


def _any_of(names: Iterable[str]) -> str:
    """The longest name first: 国庆节 before 国庆."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_M, _D = "(?P<m>[0-9]{1,2})", "(?P<d>[0-9]{1,2})"
_A_B = r"(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})"
_YEAR_WORD = f"(?P<y>{YEAR}|[0-9]{{2}}|[今明后去前](?=年))年"
_MAYBE_YEAR = f"(?:(?P<y>{YEAR}|[0-9]{{2}}|[今明去](?=年))年的?)?"
_ORDINAL = "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_SHIFTED_MONTH = "(?P<shift>本|这个?|当|下个?|上个?)"
_WEEK = "(?:周|星期|礼拜)"
_ZH_WEEKDAY = rf"{_WEEK}(?P<weekday>[一二三四五六日天1-7])"
_ZH_SPAN = "(?P<n>[0-9]{1,3})(?P<unit>天|日|周|个?星期|个?礼拜|个月|年)"
_EN_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten"
_EN_SPAN = rf"(?P<n>[0-9]{{1,3}}|an?|{_EN_COUNT}) (?P<unit>(?:day|week|month|year)s?)"
_EN_NAME = f"(?P<m>{EN_MONTH})"
_EN_YEAR = f"(?:(?:, ?| |-)(?P<y>{YEAR}))?"

_ZH_MONTH = rf"(?:(?:{_YEAR_WORD})?{_M}月份?|{_SHIFTED_MONTH}月)"
_EN_WHICH_MONTH = rf"(?:(?:(?P<shift>this|next|last|the) )?month|{_EN_NAME}{_EN_YEAR})"
_NTH_ZH = "(?P<nth>最后|第[一二三四五1-5])[一1]?个?"
_NTH_EN = "(?:the )?(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_WORKDAYS = "(?P<n>[0-9]{1,3})个?工作日"
_EN_WORKDAYS = rf"(?P<n>[0-9]{{1,3}}|{_EN_COUNT}) (?:working|business) days?"
_FEAST = f"(?P<festival>{_any_of(FESTIVALS)})"
_ZH_FEAST = rf"{_MAYBE_YEAR}{_FEAST}(?:当天|那天)?"
_EN_FEAST = rf"{_FEAST}(?: (?P<y>{YEAR}))?"
_LUNAR_DAY = "(?P<d>初?[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[0-9]{1,2})"
_TO = "(?:改|推|延|挪|放|调整?|推迟|延迟|延期|延后|提前)?[到至]|截止到?|截至到?|最迟|最晚|不晚于|不迟于"
_EN_TO = "by |until |till |due |(?:no|not) later than |(?:move|push|postpone) (?:it )?to "
_WEEK_AWAY = f"(?P<shift>下下|这个?|本|下)个?{_WEEK}"

_FORMS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = tuple(
    (re.compile(form), reader)
    for form, reader in (
        ("|".join(DAYS_AWAY), day_word),
        ("十一(?P<by>[之以]?前)?", national_day_or_eleventh),
        (_ZH_FEAST, festival),
        (_EN_FEAST, festival),
        (rf"{_ZH_FEAST}(?:放假)?[之以]?前", before_festival),
        (rf"before (?:the )?{_EN_FEAST}", before_festival),
        (rf"{_ZH_FEAST}(?:放假)?[之以]?后的?第?[一1]个工作日", after_festival),
        (rf"(?:the )?first (?:working|business) day after (?:the )?{_EN_FEAST}", after_festival),
        (
            rf"(?:农历|阴历|旧历){_MAYBE_YEAR}(?P<m>[正冬腊]|[0-9]{{1,2}})月{_LUNAR_DAY}[日号]?",
            lunar_only,
        ),
        (rf"{_MAYBE_YEAR}(?:农历|阴历|旧历)?(?P<m>[正冬腊])月{_LUNAR_DAY}[日号]?", lunar_only),
        (rf"{_MAYBE_YEAR}(?:农历|阴历|旧历){_M}月{_LUNAR_DAY}[日号]?", lunar_only),
        (rf"{_MAYBE_YEAR}{_M}月(?P<d>初[一二三四五六七八九十])", lunar_only),
        (
            rf"{_M}月(?P<d>廿?[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?|廿)",
            lunar_or_solar,
        ),
        (r"(?:公历|阳历|新历)(?P<rest>.+)", _day_around),
        (rf"(?P<y>{YEAR})(?P<sep>[-/.]){_M}(?P=sep){_D}", year_month_day),
        (rf"(?P<y>{YEAR})(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})", year_month_day),
        (rf"{_YEAR_WORD}{_M}月{_D}[日号]?", year_month_day),
        (rf"{_A_B}(?P=sep)(?P<y>{YEAR})", day_month_year),
        (rf"{_M}月{_D}[日号]?", month_day),
        (_A_B, slashed),
        (rf"{_SHIFTED_MONTH}月{_D}[日号]", day_of_month_away),
        (rf"{_D}[日号]", day_only),
        (r"(?:the )?(?P<d>[0-9]{1,2})(?:st|nd|rd|th)", day_only),
        (rf"(?:the )?{_ORDINAL} of (?P<shift>this|next|last) month", day_of_month_away),
        (rf"(?P<shift>下下|上上|下个|上个|这个?|本|下|上)?{_ZH_WEEKDAY}", weekday),
        (rf"(?:(?P<shift>this|next|last) )?(?P<weekday>{EN_WEEKDAY})", english_weekday),
        (r"(?P<shift>这个?|本|下)?周末", weekend),
        (r"(?:the |(?P<shift>this) )weekend", weekend),
        (r"(?P<shift>这个?|本|下)?周末[之以]?前", end_of_week),
        (_WEEK_AWAY, week),
        (rf"{_WEEK_AWAY}(?:[之以]?内|结束前)", end_of_week),
        (rf"{_WEEK_AWAY}[之以]?前", _vague),
        (rf"(?P<shift>下下|上上|这个?|本|下|上)个?{_WEEK}的?{_ZH_WEEKDAY}", weekday_of_week),
        (rf"(?P<weekday>{EN_WEEKDAY}) (?:of )?(?P<shift>this|next|last) week", weekday_of_week),
        (
            rf"(?P<shift>this|next|last) week(?:'s)?(?: on)? (?P<weekday>{EN_WEEKDAY})",
            weekday_of_week,
        ),
        (r"(?P<shift>this|next) week", week),
        (r"(?:the )?end of (?:(?P<shift>this|next|the) )?week|eow", end_of_week),
        (rf"{_ZH_MONTH}的?{_NTH_ZH}{_ZH_WEEKDAY}", nth_weekday),
        (rf"{_NTH_EN} (?P<weekday>{EN_WEEKDAY}) (?:of|in) {_EN_WHICH_MONTH}", nth_weekday),
        (rf"{_NTH_ZH}{_ZH_WEEKDAY}", nth_weekday_alone),
        (rf"{_ZH_MONTH}的?{_NTH_ZH}工作日", nth_workday),
        (rf"{_NTH_EN} (?:working|business) day (?:of|in) {_EN_WHICH_MONTH}", nth_workday),
        (rf"{_ZH_MONTH}底?的?最后[一1][天日]", last_day),
        (rf"(?:the )?last day (?:of|in) {_EN_WHICH_MONTH}", last_day),
        (rf"{_ZH_MONTH}的?第[一1][天日]", first_day),
        (rf"(?:the )?first day (?:of|in) {_EN_WHICH_MONTH}", first_day),
        (rf"(?:{_ZH_MONTH}|月)?月?(?P<part>(?<=月)初|[上中下]旬)", part_of_month),
        (
            rf"(?:the )?(?P<part>early|mid|late|beginning|start)(?: of)?[ -]{_EN_WHICH_MONTH}",
            part_of_month,
        ),
        (r"(?:第?(?P<q>[一二三四1-4])|(?P<shift>这个?|本|下个?))季度[底末]", end_of_quarter),
        (
            r"(?:the )?end of (?:q(?P<q>[1-4])|(?:(?P<shift>this|next|the) )?quarter)",
            end_of_quarter,
        ),
        (rf"{_WORKDAYS}[之以]?后", workdays_after),
        (rf"再?过{_WORKDAYS}(?:[之以]?后)?", workdays_after),
        (rf"in {_EN_WORKDAYS}", workdays_after),
        (rf"{_EN_WORKDAYS} (?:from (?:now|today)|later)", workdays_after),
        (rf"{_WORKDAYS}[之以]?内", workdays_within),
        (rf"within {_EN_WORKDAYS}", workdays_within),
        (rf"{_WORKDAYS}[之以]?前", workdays_ago),
        (rf"{_EN_WORKDAYS} ago", workdays_ago),
        (r"下[一1]?个工作日|(?:the )?next (?:working|business) day", next_workday),
        (rf"(?:{_YEAR_WORD})?{_M}月月?[底末]", end_of_month),
        (rf"(?:the )?end of {_EN_NAME}{_EN_YEAR}", end_of_month),
        (rf"{_SHIFTED_MONTH}?月月?[底末]", end_of_month_away),
        (r"(?:the )?end of (?:(?P<shift>this|next|the) )?month|eom", end_of_month_away),
        (rf"{_SHIFTED_MONTH}?月[之以]?内", end_of_month_away),
        (rf"(?:{_YEAR_WORD})?{_M}月份?[之以]?内", end_of_month),
        (
            rf"(?:(?P<y>{YEAR}|[今本明])年)?年?(?<=年)(?:[底末]|[之以]?内|的?最后[一1][天日])",
            end_of_year,
        ),
        (r"(?:the )?end of (?:(?P<y>this|next|the) )?year", end_of_year),
        (rf"(?:the )?end of (?P<y>{YEAR})", end_of_year),
        (rf"{_ORDINAL}(?: of)?[ -]?{_EN_NAME}\.?{_EN_YEAR}", named_month),
        (rf"{_EN_NAME}\.?[ -]?{_ORDINAL}{_EN_YEAR}", named_month),
        (rf"(?:再?过)?{_ZH_SPAN}[之以]?后", from_now),
        (rf"再?过{_ZH_SPAN}", from_now),
        (rf"{_ZH_SPAN}[之以]?内", within),
        (rf"within {_EN_SPAN}", within),
        (rf"{_ZH_SPAN}[之以]?前", ago),
        (rf"in {_EN_SPAN}", from_now),
        (rf"{_EN_SPAN} (?:from (?:now|today)|later)", from_now),
        (rf"{_EN_SPAN} ago", ago),
        (r"(?P<rest>[今明后][天日])[之以]?内", _by),
        (r"(?P<rest>.+?)[之以]?前", _by),
        (rf"(?:{_TO}|{_EN_TO})(?P<rest>.+)", _by),
        (r"(?P<rest>.+?)(?:为止|截止| at the latest)", _by),
        (r"before (?P<rest>.+)", _strictly_before),
        (r"(?:eod|cob|end of day|close of business)(?: on)? (?P<rest>.+)", _by),
        (r"(?P<rest>.+?) (?:eod|cob|end of day|close of business)", _by),
        (r"(?P<rest>.+?)(?:上午|早上|中午|下午|傍晚|晚上|一早|下班|早|晚)", _day_around),
        (r"(?P<rest>.+?) (?:morning|afternoon|evening|night)", _day_around),
        (r"(?P<rest>.+?)\(?含(?:当[天日])?\)?", _day_around),
        (r"(?:在|于|on )(?P<rest>.+)", _day_around),
        (rf"(?P<rest>.+?)[\s,]*\(?{_ZH_WEEKDAY}\)?", _with_weekday),
        (rf"(?P<rest>.+?)[\s,]*\(?(?P<weekday>{EN_WEEKDAY})\)?", _with_weekday),
        (rf"{_ZH_WEEKDAY}[\s,]*(?P<rest>.+)", _with_weekday),
        (rf"(?P<weekday>{EN_WEEKDAY})[\s,]+(?P<rest>.+)", _with_weekday),
    )
)
